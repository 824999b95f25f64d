/* parse/pieces.c: what of a sentence the network reads at once. What semicolons part are sentences of their own if each part has a finite
 * verb; a sentence of more than PIECES_LONGEST words is cut too, so time and memory stay bounded. */
#include "parse/pieces.h"

#include "base/utf8.h"
#include "lexicon/lexicon.h"

#include <string.h>

enum { PIECES_SHORTEST = 3 };            /* words of a part that is a sentence of its own */

/* A word in lower case that may be a finite verb and nothing else than a verb. */
static bool pieces__is_finite(const struct token *word)
{
    size_t step;
    bool verb = lexicon_may_be_verb(word, VERB_FORM_FIN) && !utf8_is_upper(utf8_decode(word->form, strlen(word->form), &step));
    for (size_t i = 0; verb && i < word->analysis_count; i++)
        verb = word->analyses[i].word_class == WORD_VERB || word->analyses[i].word_class == WORD_PARTICIPLE_PERFECT;
    return verb;
}

/* Is what stands from first up to end a sentence of its own: no bracket or quotation mark opens or closes in it alone, and it has a finite verb? */
static bool pieces__is_sentence(const struct token *tokens, uint32_t first, uint32_t end)
{
    int brackets = 0;
    bool verb = false;
    for (uint32_t i = first; i < end; i++) {
        brackets += strcmp(tokens[i].form, "(") == 0 ? 1 : strcmp(tokens[i].form, ")") == 0 ? -1 : 0;
        verb = verb || pieces__is_finite(&tokens[i]);
    }
    return verb && brackets == 0 && end - first >= PIECES_SHORTEST;
}

static uint32_t pieces__semicolon(const struct token *tokens, uint32_t from, uint32_t end)
{
    while (from < end && strcmp(tokens[from].form, ";") != 0)
        from++;
    return from;
}

uint32_t pieces_size(const struct document *document, struct token_range sentence, uint32_t from)
{
    const struct token *const tokens = document->tokens;
    const uint32_t first = sentence.first + from, end = sentence.first + sentence.count;
    uint32_t size = end - first;
    for (uint32_t at = pieces__semicolon(tokens, first, end); at + 1 < end; at = pieces__semicolon(tokens, at + 1, end))
        if (pieces__is_sentence(tokens, first, at) && pieces__is_sentence(tokens, at + 1, pieces__semicolon(tokens, at + 1, end))) {
            size = at + 1 - first;
            break;
        }
    return size < PIECES_LONGEST ? size : PIECES_LONGEST;
}
