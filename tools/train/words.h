/* tools/train/words.h: what lists say of a word form: its Brown cluster, and whether it is on a list of first names, last names, places.
 *
 *     York <tab> 1500 <tab> fp          ->  features: the nodes above cluster 1500, first names, places
 *
 * In the model all of it is one row of numbers under the form's own hash: one look-up when parsing.
 */
#ifndef TRAIN_WORDS_H
#define TRAIN_WORDS_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

enum { WORD_LEVELS = 4, WORD_LISTS = 3, WORD_FEATURES = WORD_LEVELS + WORD_LISTS };

struct word {
    uint64_t hash;                   /* features_cluster_hash; 0: empty */
    uint32_t path;                   /* of its cluster from the root, first bit lowest; 0: none */
    uint32_t lists;                  /* a bit each */
};

struct word_lists {
    struct word *words;              /* [slot_count], open addressing by hash */
    size_t slot_count, word_count;
};

/* bytes: lines of form, tab, path, tab, letters of lists. False: out of memory, or another line. */
bool words_read(struct word_lists *lists, const char *file, const char *bytes, size_t length, struct laut_error *error)
    __attribute__((warn_unused_result));
void words_free(struct word_lists *lists);

/* NULL: on no list. */
const struct word *words_find(const struct word_lists *lists, uint64_t hash);

/* The hashes of the word's features; returns how many. */
size_t words_features(const struct word *word, uint64_t hashes[WORD_FEATURES]);

#endif
