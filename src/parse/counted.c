/* parse/counted.c: what is counted by a number alone is no genitive (Duden, Grammatik: a genitive must show its case; "dreier Soldaten", "von drei
 * Soldaten"). Behind a noun it begins a phrase of its own: "wurden nach Angaben der Armee drei Soldaten getötet". */
#include "parse/counted.h"

#include "parse/network.h"

static bool counted__is_noun(const struct token *token)
{
    return token->upos == UPOS_NOUN || token->upos == UPOS_PROPN;
}

static bool counted__may_be_plural(const struct token *token)
{
    bool found = false;
    for (size_t i = 0; i < token->analysis_count && !found; i++)
        found = token->analyses[i].morphology.number == NUMBER_PLUR;
    return found;
}

/* "dreier": no number as the lexicon knows it, or one that is a genitive and nothing else. */
static bool counted__is_inflected(const struct token *number)
{
    bool plain = number->form[0] >= '0' && number->form[0] <= '9';
    for (size_t i = 0; i < number->analysis_count && !plain; i++)
        plain = number->analyses[i].word_class == WORD_NUMERAL && number->analyses[i].morphology.grammatical_case != CASE_GEN;
    return !plain;
}

/* The first word of "rund drei weitere Soldaten" where nothing but the number and what belongs to it stands between a noun and this one; count:
 * it is none. */
static size_t counted__first(const struct token *tokens, size_t count, size_t noun)
{
    size_t number = noun;
    while (number > 0 && tokens[number - 1].upos == UPOS_ADJ)
        number--;
    if (number == 0 || tokens[number - 1].upos != UPOS_NUM || counted__is_inflected(&tokens[number - 1]))
        return count;
    number--;
    while (number > 0 && tokens[number - 1].upos == UPOS_ADV)
        number--;
    return number > 0 && counted__is_noun(&tokens[number - 1]) ? number : count;
}

void counted_forbid(const struct token *tokens, size_t count, float *score, size_t stride)
{
    for (size_t d = 2; d < count; d++) {
        const size_t first = tokens[d].upos == UPOS_NOUN && counted__may_be_plural(&tokens[d]) ? counted__first(tokens, count, d) : count;
        for (size_t h = 1; first < count && h <= first; h++)
            if (counted__is_noun(&tokens[h - 1]))
                score[d * stride + h] -= NETWORK_FORBIDDEN;
    }
}
