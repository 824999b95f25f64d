/* parse/features.h: what the network is told of a word, as hashes that the model looks up.
 *
 *     "Waffenlieferungen"  ->  the word, its endings and beginnings, its shape, and of each analysis: word class, features, lemma
 */
#ifndef PARSE_FEATURES_H
#define PARSE_FEATURES_H

#include "report/document.h"

enum { FEATURES_AT_MOST = 96 };

/* The kind of a feature stands in the lowest four bits of its hash. */
enum feature_kind {
    FEATURE_SOURCE,                  /* which treebank a training sentence came from */
    FEATURE_FORM, FEATURE_LEMMA, FEATURE_COMPOUND, FEATURE_SUFFIX, FEATURE_PREFIX, FEATURE_SHAPE, FEATURE_CLASSES,
    FEATURE_READING, FEATURE_FLAGS,
    FEATURE_CLUSTER                  /* the word as written: the model has the row of its Brown cluster under it */
};

static inline enum feature_kind features_kind(uint64_t hash)
{
    return (enum feature_kind)(hash & 15);
}

/* The treebank a sentence is read as: gold GSD, corrected news, silver, or whichever the text looks like, as parsing has it. */
enum features_source { FEATURES_GOLD, FEATURES_NEWS, FEATURES_SILVER, FEATURES_ANY, FEATURES_SOURCE_COUNT };

uint64_t features_source_hash(enum features_source source);

/* The hash under which a model keeps the row of the cluster of a form. */
uint64_t features_cluster_hash(const char *form, size_t length);

/* Writes the word's features, returns how many. first: it begins its sentence. */
size_t features_of(const struct token *token, bool first, uint64_t hashes[FEATURES_AT_MOST]);

#endif
