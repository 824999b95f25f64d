/* parse/surnames.c: surnames of several words that begin with what is a preposition elsewhere ("Von der Leyen verurteilte den Angriff"). As a
 * phrase of the preposition they would be neither subject nor object. Which surnames, a table tells; the first word may be capital, the last
 * one have the genitive's ending. The network is told of each of its words what it is told of the last: three words of a name. */
#include "parse/surnames.h"

#include "base/utf8.h"

#include <string.h>

enum { SURNAMES_WORDS = 1, SURNAMES_COLUMNS = 4, SURNAMES_FORBIDDEN = 10000, SURNAMES_FIRST_BYTES = 4 };

struct surnames {
    const struct table *table;
};

const struct surnames *surnames_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[SURNAMES_COLUMNS] = {"id", "words", "source", "checked"};
    struct surnames *const surnames = arena_take(set->arena, 1, sizeof *surnames, error);
    const struct table *const table = table_open(set, "parse/surnames.tsv", columns, SURNAMES_COLUMNS, error);
    if (!surnames || !table)
        return NULL;
    for (size_t row = 0; row < table->row_count; row++) {
        const char *const words = table_cell(table, row, SURNAMES_WORDS), *const space = strchr(words, ' ');
        if (!space || space == words || (size_t)(space - words) > SURNAMES_FIRST_BYTES || !space[1]) {
            (void)table_error(table, row, error, "write a short word, a space and the rest of the name", "no surname of several words");
            return NULL;
        }
    }
    *surnames = (struct surnames){table};
    return surnames;
}

/* Is the word the part of the name that ends at a space or at its end? The first may be capital, the last be a genitive. */
static bool surnames__is_word(const struct token *token, const char *name, size_t length, bool first)
{
    const size_t bytes = strlen(token->form);
    const bool last = !name[length];
    if (first) {
        char lower[SURNAMES_FIRST_BYTES + 1];
        return bytes == length && utf8_lower_string(token->form, bytes, lower) == length && memcmp(lower, name, length) == 0;
    }
    return strncmp(token->form, name, length) == 0 && (bytes == length || (last && strcmp(token->form + length, "s") == 0));
}

static bool surnames__may_begin(const struct token *token)
{
    bool found = false;
    for (size_t i = 0; i < token->analysis_count && !found; i++)
        found = token->analyses[i].word_class == WORD_PREPOSITION;
    return found && strlen(token->form) <= SURNAMES_FIRST_BYTES;
}

size_t surnames_words(const struct surnames *surnames, const struct token *tokens, size_t count, size_t at)
{
    for (size_t row = 0; surnames__may_begin(&tokens[at]) && row < surnames->table->row_count; row++) {
        const char *name = table_cell(surnames->table, row, SURNAMES_WORDS);
        size_t words = 0;
        for (size_t length = strcspn(name, " "); at + words < count && *name && surnames__is_word(&tokens[at + words], name, length, words == 0);
             length = strcspn(name, " "), words++)
            name += length + (name[length] == ' ');
        if (!*name)
            return words;
    }
    return 0;
}

void surnames_tag(const struct surnames *surnames, struct token *tokens, size_t count, float *tags, size_t stride)
{
    for (size_t at = 0; at < count; at++)
        for (size_t words = surnames_words(surnames, tokens, count, at); words > 0; words--) {
            tokens[at + words - 1].upos = UPOS_PROPN;
            tags[(at + words - 1) * stride + UPOS_PROPN] += SURNAMES_FORBIDDEN;
        }
}

void surnames_forbid(const struct surnames *surnames, const struct token *tokens, size_t count, float *score, size_t stride)
{
    for (size_t at = 0; at < count; at++) {
        const size_t words = surnames_words(surnames, tokens, count, at);
        for (size_t d = at; words && d + 1 < at + words; d++)
            for (size_t h = 0; h <= count; h++)
                score[d * stride + h] -= h != at + words ? SURNAMES_FORBIDDEN : 0;
        for (size_t d = 0; words && d < count; d++)
            for (size_t h = at + 1; h < at + words; h++)
                score[d * stride + h] -= SURNAMES_FORBIDDEN;
    }
}

void surnames_relate(const struct surnames *surnames, struct token *tokens, size_t count)
{
    for (size_t at = 0; at < count; at++)
        for (size_t words = surnames_words(surnames, tokens, count, at); words > 1; words--)
            tokens[at + words - 2].relation = RELATION_COMPOUND;
}
