/* parse/features.c: the word in lower case, its first and last letters, its shape, and the lexicon's analyses: the set of
 * word classes, for each class its cells of case, number and gender or of mood, tense and person, its flags, its lemmas.
 * Every feature is hashed with its kind; the model has a row of numbers for those that training saw often enough. */
#include "parse/features.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <string.h>

enum { FEATURES_FORM_BYTES = 256, FEATURES_AFFIX = 5, FEATURES_LEMMAS = 6 };

struct features__list {
    uint64_t *hashes;
    size_t count;
};

static void features__add(struct features__list *list, enum feature_kind kind, const void *bytes, size_t length, uint64_t more)
{
    if (list->count < FEATURES_AT_MOST)
        list->hashes[list->count++] = (hash_bytes(bytes, length, more * 16 + kind + 1) & ~(uint64_t)15) | kind;
}

static void features__add_number(struct features__list *list, enum feature_kind kind, uint64_t number, uint64_t more)
{
    if (list->count < FEATURES_AT_MOST)
        list->hashes[list->count++] = (hash_mix(number + (more << 56) + ((uint64_t)kind << 48)) & ~(uint64_t)15) | kind;
}

uint64_t features_source_hash(enum features_source source)
{
    uint64_t hash = 0;
    struct features__list list = {&hash, 0};
    features__add_number(&list, FEATURE_SOURCE, source, 0);
    return hash;
}

uint64_t features_cluster_hash(const char *form, size_t length)
{
    uint64_t hash = 0;
    struct features__list list = {&hash, 0};
    features__add(&list, FEATURE_CLUSTER, form, length, 0);
    return hash;
}

/* Where the last 1 … FEATURES_AFFIX letters begin and the first ones end. */
static void features__affixes(struct features__list *list, const char *lower, size_t length)
{
    size_t at = length;
    for (uint64_t letters = 1; letters <= FEATURES_AFFIX && at; letters++) {
        do
            at--;
        while (at && ((unsigned char)lower[at] & 0xC0) == 0x80);
        features__add(list, FEATURE_SUFFIX, lower + at, length - at, letters);
    }
    at = 0;
    for (uint64_t letters = 1; letters < FEATURES_AFFIX && at < length; letters++) {
        do
            at++;
        while (at < length && ((unsigned char)lower[at] & 0xC0) == 0x80);
        features__add(list, FEATURE_PREFIX, lower, at, letters);
    }
}

static void features__shape(struct features__list *list, const char *form, size_t length, bool first, const struct token *token)
{
    uint64_t shape = 0, letters = 0, upper = 0, digits = 0, others = 0;
    for (size_t at = 0, step; at < length; at += step) {
        const uint32_t codepoint = utf8_decode(form + at, length - at, &step);
        const bool is_upper = utf8_is_upper(codepoint);
        if (!letters && is_upper)
            shape |= 1;
        letters++;
        upper += is_upper;
        digits += utf8_is_digit(codepoint);
        others += codepoint < 128 && !utf8_is_digit(codepoint) && !utf8_is_letter(codepoint);
        if (codepoint == '-')
            shape |= 2;
        if (codepoint == '.')
            shape |= 4;
    }
    shape |= (upper == letters ? 8u : upper > 1 ? 16u : 0u) | (digits == letters ? 32u : digits ? 64u : 0u) |
             (others == letters ? 128u : 0u) | (first ? 256u : 0u) | (digits == letters && digits == 4 ? 512u : 0u);
    features__add_number(list, FEATURE_SHAPE, shape, 1);
    features__add_number(list, FEATURE_SHAPE, letters < 20 ? letters : 20, 2);
    features__add_number(list, FEATURE_SHAPE, (shape & 1) + (first ? 2u : 0u), 3);
    features__add_number(list, FEATURE_SHAPE, token->contraction_part * 2u + token->space_after, 4);
}

static uint64_t features__nominal_cell(const struct morphology *m)
{
    return (uint64_t)m->grammatical_case * 12 + (uint64_t)m->number * 4 + m->gender;     /* below 60 */
}

static uint64_t features__verbal_cell(const struct analysis *analysis)
{
    const struct morphology *const m = &analysis->morphology;
    return ((((uint64_t)m->verb_form * 4 + m->mood) * 3 + m->tense) * 3 + m->number) * 4 + m->person;
}

static void features__lemma(struct features__list *list, const struct analysis *analyses, size_t i, size_t *lemmas)
{
    for (size_t k = 0; k < i; k++)
        if (analyses[k].word_class == analyses[i].word_class &&
            (analyses[k].lemma == analyses[i].lemma || strcmp(analyses[k].lemma, analyses[i].lemma) == 0))
            return;
    if ((*lemmas)++ < FEATURES_LEMMAS)
        features__add(list, FEATURE_LEMMA, analyses[i].lemma, strlen(analyses[i].lemma), analyses[i].word_class);
}

static void features__analyses(struct features__list *list, const struct token *token)
{
    uint64_t classes = 0, cells[WORD_CLASS_COUNT] = {0}, verbal_seen[8];
    size_t lemmas = 0, verbal_count = 0;
    uint32_t flags[WORD_CLASS_COUNT] = {0};
    for (size_t i = 0; i < token->analysis_count; i++) {
        const struct analysis *const analysis = &token->analyses[i];
        const enum word_class word_class = analysis->word_class < WORD_CLASS_COUNT ? analysis->word_class : WORD_NONE;
        classes |= (uint64_t)1 << word_class;
        flags[word_class] |= analysis->flags;
        if (analysis->lemma)
            features__lemma(list, token->analyses, i, &lemmas);
        if (word_class != WORD_VERB) {
            cells[word_class] |= (uint64_t)1 << features__nominal_cell(&analysis->morphology);
            continue;
        }
        const uint64_t cell = features__verbal_cell(analysis);
        bool seen = verbal_count == 8;
        for (size_t k = 0; k < verbal_count && !seen; k++)
            seen = verbal_seen[k] == cell;
        if (!seen) {
            verbal_seen[verbal_count++] = cell;
            features__add_number(list, FEATURE_READING, cell, 63);
        }
    }
    features__add_number(list, FEATURE_CLASSES, classes, 0);
    for (uint64_t word_class = 0; word_class < WORD_CLASS_COUNT; word_class++) {
        if (!(classes >> word_class & 1))
            continue;
        features__add_number(list, FEATURE_CLASSES, word_class, 1);
        features__add_number(list, FEATURE_FLAGS, flags[word_class], word_class);
        if (cells[word_class] > 1)
            features__add_number(list, FEATURE_CLASSES, hash_mix(cells[word_class]) >> 16, 2);
        for (uint64_t rest = cells[word_class]; rest > 1; rest &= rest - 1)
            features__add_number(list, FEATURE_READING, (uint64_t)__builtin_ctzll(rest), word_class);
    }
}

size_t features_of(const struct token *token, bool first, uint64_t hashes[FEATURES_AT_MOST])
{
    struct features__list list = {hashes, 0};
    char lower[FEATURES_FORM_BYTES + 8];
    size_t length = strlen(token->form);
    while (length > FEATURES_FORM_BYTES || (length && length < strlen(token->form) && ((unsigned char)token->form[length] & 0xC0) == 0x80))
        length = length > FEATURES_FORM_BYTES ? FEATURES_FORM_BYTES : length - 1;
    const size_t lower_length = utf8_lower_string(token->form, length, lower);
    features__add(&list, FEATURE_FORM, lower, lower_length, 0);
    features__affixes(&list, lower, lower_length);
    features__shape(&list, token->form, length, first, token);
    features__add(&list, FEATURE_CLUSTER, token->form, length, 0);
    if (token->compound_head)
        features__add(&list, FEATURE_COMPOUND, token->compound_head, strlen(token->compound_head), 0);
    features__analyses(&list, token);
    return list.count;
}
