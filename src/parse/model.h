/* parse/model.h: the trained model as it lies in the image (section "model").
 *
 *     header, parameters float[parameter_count], slots[slot_count], scales float[row_count], rows int8[row_count][width]
 *
 * A feature's hash finds its row in the slots (open addressing); the row's numbers are scale * int8. Little endian.
 */
#ifndef PARSE_MODEL_H
#define PARSE_MODEL_H

#include "parse/network.h"
#include "report/document.h"

struct model_header {
    char magic[8];                   /* "LAUTPAR1" */
    struct network_shape shape;
    uint32_t parameter_count, slot_count, row_count, reserved;
};

struct model_slot {
    uint32_t check;                  /* high half of the feature's hash */
    uint32_t row;                    /* from 1; 0: empty */
};

struct model {
    struct network network;
    const struct model_slot *slots;
    uint32_t slot_count;             /* a power of two */
    uint32_t row_count;
    const float *scales;
    const int8_t *rows;
};

/* The row of a feature, from 1; 0: the model does not know it. */
static inline uint32_t model_row(const struct model_slot *slots, uint32_t slot_count, uint64_t hash)
{
    const uint32_t check = (uint32_t)(hash >> 32), mask = slot_count - 1;
    for (uint32_t at = (uint32_t)(hash >> 4) & mask;; at = (at + 1) & mask)
        if (!slots[at].row || slots[at].check == check)
            return slots[at].row;
}

/* Checks the section and points into it. */
bool model_open(struct model *model, const char *bytes, size_t length, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Adds scale * row of each feature to x[width]. */
void model_add_rows(const struct model *model, const uint64_t *hashes, size_t count, float *x);

#endif
