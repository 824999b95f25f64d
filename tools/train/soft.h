/* tools/train/soft.h: what several networks together say of a word, as shares: of its heads, of the relation to the head that
 * their common tree has, of each attribute's values. A student learns from shares more than from the best value alone [1].
 * [1] Hinton, Vinyals, Dean: Distilling the Knowledge in a Neural Network, 2015; for parsers Kuncoro et al.: Distilling an Ensemble of
 *     Greedy Dependency Parsers into One MST Parser, EMNLP 2016.
 *
 *     soft_write("labels.bin", soft, word_count, fingerprint, &error)
 */
#ifndef TRAIN_SOFT_H
#define TRAIN_SOFT_H

#include "base/error.h"
#include "parse/network.h"

enum { SOFT_SHARES = 4, SOFT_WHOLE = 255 };

/* Shares are parts of SOFT_WHOLE; unused ones are 0. An attribute whose values all have 0 does not apply to the word. */
struct soft {
    uint16_t tree_head;                          /* 0 root, 1 + i in its sentence */
    uint16_t heads[SOFT_SHARES];
    uint8_t head_shares[SOFT_SHARES];
    uint8_t relations[SOFT_SHARES], relation_shares[SOFT_SHARES];
    uint8_t tags[NETWORK_TAGS];
};

/* Keeps the largest SOFT_SHARES of shares[count], which sum to 1; places[] gets their indexes, kept[] their parts. */
void soft_keep_largest(const float *shares, size_t count, uint16_t places[SOFT_SHARES], uint8_t kept[SOFT_SHARES]);

/* The labels of all words of a corpus; fingerprint says of which. */
bool soft_write(const char *path, const struct soft *soft, size_t count, uint64_t fingerprint, struct laut_error *error)
    __attribute__((warn_unused_result));
/* NULL: unreadable, or of another corpus. To be freed. */
struct soft *soft_read(const char *path, size_t count, uint64_t fingerprint, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
