/* parse/tags.h: which of the network's tag scores belong to which attribute.
 *
 *     scores[tags_attributes[TAGS_CASE].first + CASE_DAT]     how well the dative fits
 */
#ifndef PARSE_TAGS_H
#define PARSE_TAGS_H

#include "parse/lemmas.h"

/* TAGS_NAME is no feature of a word: its values are enum name_tag, see parse/names.h. */
enum tags_attribute {
    TAGS_UPOS, TAGS_CASE, TAGS_GENDER, TAGS_NUMBER, TAGS_PERSON, TAGS_VERB_FORM, TAGS_MOOD, TAGS_TENSE, TAGS_DEGREE,
    TAGS_DEFINITE, TAGS_NAME, TAGS_ATTRIBUTE_COUNT
};

struct tags_attribute_place {
    uint8_t first, count;            /* columns of the tag scores */
    uint8_t offset;                  /* in struct morphology; unused for TAGS_UPOS */
};

extern const struct tags_attribute_place tags_attributes[TAGS_ATTRIBUTE_COUNT];

static inline uint8_t tags_value(const struct morphology *morphology, enum tags_attribute attribute)
{
    return *((const uint8_t *)morphology + tags_attributes[attribute].offset);
}

/* Can a word of this class of the lexicon have this part of speech in GSD? */
bool tags_class_fits(enum word_class word_class, enum upos upos);

/* Attributes that words of a part of speech have, a bit (1 << attribute) each. */
uint32_t tags_attributes_of(enum upos upos, enum verb_form verb_form);

/* The best scored part of speech. */
enum upos tags_best_upos(const float *scores);

/* Sets morphology and lemma of a token whose upos stands from its scores, choosing among its analyses where one fits. */
void tags_choose(struct token *token, const float *scores, const struct lemmas *lemmas);

#endif
