/* parse/agreement.c: a noun, its determiners and its adjectives have one case, number and gender. For every noun the cell (case c,
 * number n, gender g) is looked for whose scores, summed over its words, are highest:
 *
 *       sum over words of max over the lexicon's analyses that allow (c, n, g) of  s(c) + s(n) + s(g)    (less fixed fines)
 *       - fine, if the preposition does not govern c          + bonus, if c is the case of the noun's relation
 *
 * The scores of that cell's values are then raised for all these words, so that each one's reading is chosen in agreement. */
#include "parse/agreement.h"

#include "parse/tags.h"

enum { AGREEMENT_WORDS = 12, AGREEMENT_CASES = CASE_ACC, AGREEMENT_NUMBERS = NUMBER_PLUR, AGREEMENT_GENDERS = GENDER_NEUT };

static const float agreement__not_allowed = 8, agreement__not_governed = 4, agreement__of_relation = 2, agreement__raise = 6, agreement__bare_plural = 3;

struct agreement__cell {
    uint8_t grammatical_case, number, gender;
};

static bool agreement__may_be(uint8_t given, uint8_t wanted)
{
    return given == 0 || given == wanted;
}

static bool agreement__allows(const struct token *token, struct agreement__cell cell)
{
    bool any = false;
    for (size_t i = 0; i < token->analysis_count; i++) {
        const struct analysis *const analysis = &token->analyses[i];
        if (!tags_class_fits(analysis->word_class, token->upos) || analysis->flags & ANALYSIS_GUESSED)
            continue;
        any = true;
        if (agreement__may_be(analysis->morphology.grammatical_case, cell.grammatical_case) &&
            agreement__may_be(analysis->morphology.number, cell.number) && agreement__may_be(analysis->morphology.gender, cell.gender))
            return true;
    }
    return !any;
}

static float agreement__score(const struct token *token, const float *tags, struct agreement__cell cell)
{
    return tags[tags_attributes[TAGS_CASE].first + cell.grammatical_case] + tags[tags_attributes[TAGS_NUMBER].first + cell.number] +
           tags[tags_attributes[TAGS_GENDER].first + cell.gender] - (agreement__allows(token, cell) ? 0 : agreement__not_allowed);
}

/* Cases that the prepositions below the noun govern, a bit each; 0: none. */
static uint32_t agreement__governed(const struct token *tokens, size_t count, const uint32_t *head, size_t noun)
{
    uint32_t cases = 0;
    for (size_t i = 0; i < count; i++) {
        if (head[i] != noun + 1 || tokens[i].relation != RELATION_CASE)
            continue;
        for (size_t k = 0; k < tokens[i].analysis_count; k++)
            if (tokens[i].analyses[k].word_class == WORD_PREPOSITION)
                cases |= 1u << tokens[i].analyses[k].morphology.grammatical_case;
    }
    return cases & ~1u;
}

static enum grammatical_case agreement__case_of_relation(enum relation relation)
{
    switch (relation) {
    case RELATION_NSUBJ:
    case RELATION_NSUBJ_PASS:
        return CASE_NOM;
    case RELATION_OBJ:
        return CASE_ACC;
    case RELATION_IOBJ:
        return CASE_DAT;
    case RELATION_NMOD:
        return CASE_GEN;
    default:
        return CASE_NONE;
    }
}

static float agreement__role(enum grammatical_case found, uint32_t governed, enum relation relation)
{
    if (governed)
        return governed >> found & 1 ? 0 : -agreement__not_governed;
    return agreement__case_of_relation(relation) == found ? agreement__of_relation : 0;
}

/* The noun's words: itself, determiners, adjectives. */
static size_t agreement__words(const struct token *tokens, size_t count, const uint32_t *head, size_t noun, size_t words[AGREEMENT_WORDS])
{
    size_t found = 0;
    words[found++] = noun;
    for (size_t i = 0; i < count && found < AGREEMENT_WORDS; i++)
        if (head[i] == noun + 1 && (tokens[i].relation == RELATION_DET || tokens[i].relation == RELATION_DET_POSS ||
                                    tokens[i].relation == RELATION_AMOD) && (tokens[i].upos == UPOS_DET || tokens[i].upos == UPOS_ADJ))
            words[found++] = i;
    return found;
}

/* A noun that stands alone and could be plural by its form most often is: "auf Diplomaten"; titles before names are not. */
static bool agreement__is_bare_plural(const struct token *tokens, size_t count, const uint32_t *head, size_t noun)
{
    bool numbers[AGREEMENT_NUMBERS + 1] = {false};
    for (size_t i = 0; i < tokens[noun].analysis_count; i++)
        if (tokens[noun].analyses[i].word_class == WORD_NOUN && tokens[noun].analyses[i].morphology.number <= AGREEMENT_NUMBERS)
            numbers[tokens[noun].analyses[i].morphology.number] = true;
    for (size_t i = 0; i < count; i++)
        if (head[i] == noun + 1 && (tokens[i].upos == UPOS_DET || tokens[i].upos == UPOS_PROPN || tokens[i].relation == RELATION_COP))
            return false;
    return tokens[noun].upos == UPOS_NOUN && numbers[NUMBER_SING] && numbers[NUMBER_PLUR];
}

/* Where no value at all is scored best, it stays so. */
static void agreement__raise_value(float *line, enum tags_attribute attribute, uint8_t value)
{
    float *const scores = line + tags_attributes[attribute].first;
    bool none = true;
    for (size_t i = 1; i < tags_attributes[attribute].count; i++)
        none = none && scores[0] > scores[i];
    scores[value] += none ? 0 : agreement__raise;
}

static void agreement__settle(const struct token *tokens, const size_t *words, size_t word_count, uint32_t governed, bool bare_plural, float *tags,
                              size_t stride)
{
    struct agreement__cell best = {0, 0, 0};
    float best_score = 0;
    for (uint8_t c = CASE_NOM; c <= AGREEMENT_CASES; c++)
        for (uint8_t n = NUMBER_SING; n <= AGREEMENT_NUMBERS; n++)
            for (uint8_t g = GENDER_MASC; g <= AGREEMENT_GENDERS; g++) {
                const struct agreement__cell cell = {c, n, g};
                float score = agreement__role((enum grammatical_case)c, governed, tokens[words[0]].relation) +
                              (bare_plural && n == NUMBER_PLUR ? agreement__bare_plural : 0);
                for (size_t i = 0; i < word_count; i++)
                    score += agreement__score(&tokens[words[i]], tags + words[i] * stride, cell);
                if (!best.grammatical_case || score > best_score) {
                    best = cell;
                    best_score = score;
                }
            }
    for (size_t i = 0; i < word_count; i++) {
        float *const line = tags + words[i] * stride;
        agreement__raise_value(line, TAGS_CASE, best.grammatical_case);
        agreement__raise_value(line, TAGS_NUMBER, best.number);
        agreement__raise_value(line, TAGS_GENDER, best.gender);
    }
}

void agreement_settle(const struct token *tokens, size_t count, const uint32_t *head, float *tags, size_t stride)
{
    for (size_t i = 0; i < count; i++) {
        size_t words[AGREEMENT_WORDS];
        if (tokens[i].upos != UPOS_NOUN && tokens[i].upos != UPOS_PROPN)
            continue;
        const size_t word_count = agreement__words(tokens, count, head, i, words);
        agreement__settle(tokens, words, word_count, agreement__governed(tokens, count, head, i),
                          agreement__is_bare_plural(tokens, count, head, i), tags, stride);
    }
}
