/* parse/tags.c: from scores to one reading of a word. The part of speech is the best scored one; of the lexicon's analyses that
 * fit it the one whose features have the highest sum of scores; features that the network gives to no value of the
 * analysis stay untold as it says. Without an analysis every attribute takes its best value, and the form is the lemma. */
#include "parse/tags.h"

#include <stddef.h>
#include <string.h>

#define TAGS__AT(field) offsetof(struct morphology, field)

const struct tags_attribute_place tags_attributes[TAGS_ATTRIBUTE_COUNT] = {
    [TAGS_UPOS] = {0, 18, 0},
    [TAGS_CASE] = {18, 5, TAGS__AT(grammatical_case)},
    [TAGS_GENDER] = {23, 4, TAGS__AT(gender)},
    [TAGS_NUMBER] = {27, 3, TAGS__AT(number)},
    [TAGS_PERSON] = {30, 4, TAGS__AT(person)},
    [TAGS_VERB_FORM] = {34, 6, TAGS__AT(verb_form)},
    [TAGS_MOOD] = {40, 4, TAGS__AT(mood)},
    [TAGS_TENSE] = {44, 3, TAGS__AT(tense)},
    [TAGS_DEGREE] = {47, 4, TAGS__AT(degree)},
    [TAGS_DEFINITE] = {51, 3, TAGS__AT(definite)},
    [TAGS_NAME] = {54, 9, 0},
};

#define TAGS__BIT(upos) (1u << (upos))

bool tags_class_fits(enum word_class word_class, enum upos upos)
{
    static const uint32_t fits[WORD_CLASS_COUNT] = {
        [WORD_NOUN] = TAGS__BIT(UPOS_NOUN) | TAGS__BIT(UPOS_PROPN),
        [WORD_NAME] = TAGS__BIT(UPOS_PROPN) | TAGS__BIT(UPOS_NOUN),
        [WORD_VERB] = TAGS__BIT(UPOS_VERB) | TAGS__BIT(UPOS_AUX),
        [WORD_ADJECTIVE] = TAGS__BIT(UPOS_ADJ) | TAGS__BIT(UPOS_DET) | TAGS__BIT(UPOS_ADV),
        [WORD_PARTICIPLE_PRESENT] = TAGS__BIT(UPOS_ADJ),
        [WORD_PARTICIPLE_PERFECT] = TAGS__BIT(UPOS_VERB) | TAGS__BIT(UPOS_AUX) | TAGS__BIT(UPOS_ADJ),
        [WORD_PRONOUN] = TAGS__BIT(UPOS_PRON) | TAGS__BIT(UPOS_DET),
        [WORD_ARTICLE] = TAGS__BIT(UPOS_DET) | TAGS__BIT(UPOS_PRON),
        [WORD_ADVERB] = TAGS__BIT(UPOS_ADV) | TAGS__BIT(UPOS_PART) | TAGS__BIT(UPOS_ADP),
        [WORD_PREPOSITION] = TAGS__BIT(UPOS_ADP) | TAGS__BIT(UPOS_SCONJ),
        [WORD_CONJUNCTION] = TAGS__BIT(UPOS_CCONJ) | TAGS__BIT(UPOS_SCONJ) | TAGS__BIT(UPOS_ADP) | TAGS__BIT(UPOS_PART),
        [WORD_PARTICLE] = TAGS__BIT(UPOS_ADP) | TAGS__BIT(UPOS_ADV) | TAGS__BIT(UPOS_PART),
        [WORD_NEGATION] = TAGS__BIT(UPOS_PART) | TAGS__BIT(UPOS_ADV) | TAGS__BIT(UPOS_INTJ),
        [WORD_NUMERAL] = TAGS__BIT(UPOS_NUM) | TAGS__BIT(UPOS_ADJ) | TAGS__BIT(UPOS_DET),
        [WORD_INTERJECTION] = TAGS__BIT(UPOS_INTJ),
        [WORD_ABBREVIATION] = TAGS__BIT(UPOS_NOUN) | TAGS__BIT(UPOS_PROPN) | TAGS__BIT(UPOS_ADV),
    };
    return word_class < WORD_CLASS_COUNT && (fits[word_class] & TAGS__BIT(upos));
}

uint32_t tags_attributes_of(enum upos upos, enum verb_form verb_form)
{
    static const uint32_t nominal = 1u << TAGS_CASE | 1u << TAGS_GENDER | 1u << TAGS_NUMBER;
    switch (upos) {
    case UPOS_NOUN:
    case UPOS_PROPN:
        return nominal;
    case UPOS_ADJ:
        return nominal | 1u << TAGS_DEGREE;
    case UPOS_DET:
        return nominal | 1u << TAGS_DEFINITE;
    case UPOS_PRON:
        return nominal | 1u << TAGS_PERSON;
    case UPOS_VERB:
    case UPOS_AUX:
        return 1u << TAGS_VERB_FORM |
               (verb_form == VERB_FORM_FIN ? 1u << TAGS_MOOD | 1u << TAGS_TENSE | 1u << TAGS_NUMBER | 1u << TAGS_PERSON : 0);
    default:
        return 0;
    }
}

static uint8_t tags__best(const float *scores, enum tags_attribute attribute, uint8_t first)
{
    const struct tags_attribute_place place = tags_attributes[attribute];
    uint8_t best = first;
    for (uint8_t value = (uint8_t)(first + 1); value < place.count; value++)
        if (scores[place.first + value] > scores[place.first + best])
            best = value;
    return best;
}

static void tags__set(struct morphology *morphology, enum tags_attribute attribute, uint8_t value)
{
    *((uint8_t *)morphology + tags_attributes[attribute].offset) = value;
}

/* Verb forms as the lexicon and the treebank tell them: the perfect participle has a word class of its own. */
static enum verb_form tags__verb_form(const struct analysis *analysis)
{
    if (analysis->word_class == WORD_PARTICIPLE_PERFECT)
        return VERB_FORM_PART_PERF;
    return (enum verb_form)analysis->morphology.verb_form;
}

static float tags__fit(const struct analysis *analysis, enum upos upos, const float *scores)
{
    const bool verbal = upos == UPOS_VERB || upos == UPOS_AUX;
    const enum verb_form form = verbal ? tags__verb_form(analysis) : VERB_FORM_NONE;
    const uint32_t attributes = tags_attributes_of(upos, form);
    float sum = 0;
    for (enum tags_attribute attribute = TAGS_CASE; attribute < TAGS_NAME; attribute++) {
        if (!(attributes >> attribute & 1))
            continue;
        const struct tags_attribute_place place = tags_attributes[attribute];
        const uint8_t value = attribute == TAGS_VERB_FORM ? (uint8_t)form : tags_value(&analysis->morphology, attribute);
        const uint8_t best = tags__best(scores, attribute, 0);
        sum += (value ? scores[place.first + value] : scores[place.first + best] - 1.0f) - scores[place.first + best];
    }
    return sum;
}

static const struct analysis *tags__choose_analysis(const struct token *token, const float *scores)
{
    const struct analysis *best = NULL;
    float best_fit = 0;
    for (size_t i = 0; i < token->analysis_count; i++) {
        const struct analysis *const analysis = &token->analyses[i];
        if (!tags_class_fits(analysis->word_class, token->upos))
            continue;
        float fit = tags__fit(analysis, token->upos, scores);
        /* the class that a part of speech names by itself comes before those that it may stand for */
        if (token->upos == UPOS_PROPN && analysis->word_class != WORD_NAME)
            fit -= 4.0f;
        if (token->upos == UPOS_NOUN && analysis->word_class != WORD_NOUN)
            fit -= 4.0f;
        if ((token->upos == UPOS_VERB || token->upos == UPOS_AUX) && analysis->word_class != WORD_VERB)
            fit -= 8.0f;
        if (!best || fit > best_fit) {
            best = analysis;
            best_fit = fit;
        }
    }
    return best;
}

static void tags__set_morphology(struct token *token, const struct analysis *analysis, const float *scores)
{
    const bool verbal = token->upos == UPOS_VERB || token->upos == UPOS_AUX;
    const enum verb_form form = !verbal ? VERB_FORM_NONE : analysis && tags__verb_form(analysis) ? tags__verb_form(analysis)
                                        : (enum verb_form)tags__best(scores, TAGS_VERB_FORM, 1);
    const uint32_t attributes = tags_attributes_of(token->upos, form);
    const bool predicative = token->upos == UPOS_ADJ && token->relation != RELATION_AMOD && analysis && !analysis->morphology.grammatical_case;
    token->morphology = (struct morphology){.verb_form = (uint8_t)form};
    for (enum tags_attribute attribute = TAGS_CASE; attribute < TAGS_NAME; attribute++) {
        if (!(attributes >> attribute & 1) || attribute == TAGS_VERB_FORM)
            continue;
        const uint8_t given = analysis ? tags_value(&analysis->morphology, attribute) : 0;
        if (predicative && attribute != TAGS_DEGREE)
            continue;
        const float *const line = scores + tags_attributes[attribute].first;
        const uint8_t best = tags__best(scores, attribute, verbal ? 1 : 0);
        tags__set(&token->morphology, attribute, given && (verbal || line[given] > line[0]) ? given : given ? 0 : best);
    }
}

enum upos tags_best_upos(const float *scores)
{
    return (enum upos)tags__best(scores, TAGS_UPOS, 1);
}

void tags_choose(struct token *token, const float *scores, const struct lemmas *lemmas)
{
    const struct analysis *const analysis = tags__choose_analysis(token, scores);
    tags__set_morphology(token, analysis, scores);
    token->lemma = lemmas_correct(lemmas, token->upos, token->form,
                                  analysis && analysis->lemma ? analysis->lemma : token->form);
}
