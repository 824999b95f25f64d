/* tools/train/measure.c: UPOS, UAS, LAS, features and names of held-out sentences. Each word's best value counts, without the
 * lexicon's choice among its analyses that parsing makes. */
#include "measure.h"

#include "parse/names.h"

#include <stdio.h>

static size_t measure__best(const float *values, size_t first, size_t count)
{
    size_t best = first;
    for (size_t i = first; i < count; i++)
        best = values[i] > values[best] ? i : best;
    return best;
}

static double measure__percent(size_t part, size_t whole)
{
    return whole ? 100.0 * (double)part / (double)whole : 0;
}

/* Where the name that begins at *at* ends, by its tags; a tag inside without a begin before it begins one. */
static size_t measure__name_end(const uint8_t *tags, size_t at, size_t count)
{
    const unsigned inside = tags[at] >= NAME_TAG_INSIDE ? tags[at] : tags[at] + NAME_KIND_COUNT;
    for (at++; at < count && tags[at] == inside; at++)
        continue;
    return at;
}

static unsigned measure__kind(uint8_t tag)
{
    return tag >= NAME_TAG_INSIDE ? tag - (unsigned)NAME_TAG_INSIDE : tag - (unsigned)NAME_TAG_BEGIN;
}

/* Counts the names in tags, and those that other has too. */
static size_t measure__count_names(const uint8_t *tags, const uint8_t *other, size_t count, size_t *found)
{
    size_t names = 0;
    for (size_t at = 0; at < count;) {
        if (tags[at] == NAME_TAG_OUTSIDE) {
            at++;
            continue;
        }
        const size_t end = measure__name_end(tags, at, count);
        const bool counts = measure__kind(tags[at]) != NAME_OTHER;
        names += counts;
        *found += counts && other[at] != NAME_TAG_OUTSIDE && measure__kind(other[at]) == measure__kind(tags[at]) &&
                  (at == 0 || other[at] < NAME_TAG_INSIDE || other[at - 1] == NAME_TAG_OUTSIDE) &&
                  measure__name_end(other, at, count) == end;
        at = end;
    }
    return names;
}

static void measure__names(struct score *score, const struct target *targets, const float *tags, size_t count)
{
    uint8_t right[CORPUS_LONGEST + 1], given[CORPUS_LONGEST + 1];
    size_t again = 0;
    for (size_t d = 0; d < count; d++) {
        right[d] = targets[d].values[TAGS_NAME] ? (uint8_t)__builtin_ctz(targets[d].values[TAGS_NAME]) : NAME_TAG_OUTSIDE;
        given[d] = (uint8_t)measure__best(tags + d * NETWORK_TAGS + tags_attributes[TAGS_NAME].first, 0, NAME_TAG_COUNT);
    }
    score->names += measure__count_names(right, given, count, &score->names_found);
    score->names_given += measure__count_names(given, right, count, &again);
}

void measure_add(struct score *score, const struct corpus_sentence *sentence, const struct target *targets, const uint32_t *head,
                 const float *relations, const float *tags)
{
    if (sentence->names_only) {
        measure__names(score, targets, tags, sentence->count);
        return;
    }
    for (size_t d = 0; d < sentence->count; d++) {
        const struct target *const target = &targets[d];
        score->words++;
        score->heads += head[d] == target->head;
        score->both += head[d] == target->head && measure__best(relations + d * NETWORK_RELATIONS, 1, RELATION_COUNT) == target->relation;
        for (enum tags_attribute attribute = TAGS_UPOS; attribute < TAGS_NAME; attribute++) {
            const struct tags_attribute_place place = tags_attributes[attribute];
            const uint32_t values = target->values[attribute];
            const size_t best = measure__best(tags + d * NETWORK_TAGS + place.first, 0, place.count);
            score->known[attribute] += values != 0;
            score->right[attribute] += values >> best & 1;
            if (attribute == TAGS_MOOD && values == 1u << MOOD_SUB) {
                score->konjunktiv++;
                score->konjunktiv_found += best == MOOD_SUB;
            }
        }
    }
}

void measure_print(const struct score *score, enum features_source bank, enum features_source source)
{
    static const char *const names[] = {"gold", "news", "silver", "any"};
    static const char *const attributes[] = {"", "case", "gender", "number", "person", "form", "mood", "tense", "degree", "definite"};
    if (!score->words)
        return;
    fprintf(stderr, "  held out %s as %s: %zu words, UPOS %.2f UAS %.2f LAS %.2f", names[bank], names[source], score->words,
            measure__percent(score->right[TAGS_UPOS], score->words), measure__percent(score->heads, score->words),
            measure__percent(score->both, score->words));
    for (enum tags_attribute attribute = TAGS_CASE; bank == FEATURES_GOLD && attribute < TAGS_NAME; attribute++)
        fprintf(stderr, " %s %.1f", attributes[attribute], measure__percent(score->right[attribute], score->known[attribute]));
    if (bank == FEATURES_GOLD)
        fprintf(stderr, " Konjunktiv %zu of %zu", score->konjunktiv_found, score->konjunktiv);
    if (score->names)
        fprintf(stderr, " names P %.1f R %.1f F1 %.1f", measure__percent(score->names_found, score->names_given),
                measure__percent(score->names_found, score->names),
                measure__percent(2 * score->names_found, score->names + score->names_given));
    fputc('\n', stderr);
}

void measure_print_loss(const char *what, const struct loss *loss)
{
    const double words = (double)(loss->words ? loss->words : 1), weight = loss->weight > 0 ? loss->weight : 1;
    fprintf(stderr, "%s: arcs %.3f  relations %.3f  tags %.3f\n", what, loss->arcs / weight, loss->relations / weight, loss->tags / words);
}
