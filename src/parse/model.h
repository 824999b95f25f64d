/* parse/model.h: the trained model as it lies in the image (section "model").
 *
 *     header, parameters float[weight_begin], scales of the weights' columns float, slots[slot_count], words uint32[word_count],
 *     scales float[row_count], weights int16 in the order of integers_place, rows int8[row_count][width]
 *
 * A feature's hash finds its row in the slots, the hash of a form as written finds in the words what lists say of it: one of a
 * few rows that many forms share, from first_listed on. Both are open addressing, an empty place ends a search; a row's
 * numbers are scale * int8. Little endian.
 */
#ifndef PARSE_MODEL_H
#define PARSE_MODEL_H

#include "parse/network.h"
#include "report/document.h"

struct model_header {
    char magic[8];                   /* "LAUTPAR2" */
    struct network_shape shape;
    uint32_t parameter_count, slot_count, word_count, row_count, first_listed, reserved;
};

struct model_slot {
    uint32_t check;                  /* high half of the feature's hash */
    uint32_t row;                    /* from 1; 0: empty */
};

/* A listed form: the highest bits of its hash, then its row, from 1 for first_listed; 0: empty. */
enum { MODEL_LISTED_BITS = 12 };

struct model {
    struct network network;
    const struct model_slot *slots;
    const uint32_t *words;
    uint32_t slot_count, word_count; /* powers of two */
    uint32_t row_count, first_listed;
    const float *scales;
    const int8_t *rows;
};

/* The row of a feature, from 1; 0: the model does not know it. */
static inline uint32_t model_row(const struct model_slot *slots, uint32_t slot_count, uint64_t hash)
{
    const uint32_t check = (uint32_t)(hash >> 32), mask = slot_count - 1;
    uint32_t at = (uint32_t)(hash >> 4) & mask;
    for (uint32_t tried = 0; tried < slot_count; tried++, at = (at + 1) & mask)
        if (!slots[at].row || slots[at].check == check)
            return slots[at].row;
    return 0;
}

/* The place in words[word_count] of the form with that hash, or the empty one where it would stand. */
static inline uint32_t model_word_place(const uint32_t *words, uint32_t word_count, uint64_t hash)
{
    const uint32_t check = (uint32_t)(hash >> 32) >> MODEL_LISTED_BITS, mask = word_count - 1;
    uint32_t at = (uint32_t)(hash >> 4) & mask;
    for (uint32_t tried = 0; tried < word_count && words[at] && words[at] >> MODEL_LISTED_BITS != check; tried++)
        at = (at + 1) & mask;
    return at;
}

/* Checks the section's sizes and points into it. What it says of rows is checked where it is read: opening touches no table. */
bool model_open(struct model *model, const char *bytes, size_t length, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Adds scale * row of each feature to x[width]. */
void model_add_rows(const struct model *model, const uint64_t *hashes, size_t count, float *x);

#endif
