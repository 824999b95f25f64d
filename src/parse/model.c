/* parse/model.c: checks a model's sizes against the section's length, so that no later look-up leaves it. */
#include "parse/model.h"

#pragma GCC optimize("O3")
#include <string.h>

static bool model__fail(struct laut_error *error, const char *why)
{
    return error_set(error, NULL, 0, "build laut again, or make the model again with tools/train", "bad parser model: %s", why);
}

/* At least one slot must be empty, or a search would not end; rows must exist. */
static bool model__slots_are_sound(const struct model *model)
{
    uint32_t used = 0;
    for (uint32_t i = 0; i < model->slot_count; i++) {
        if (model->slots[i].row > model->row_count)
            return false;
        used += model->slots[i].row != 0;
    }
    return used < model->slot_count;
}

bool model_open(struct model *model, const char *bytes, size_t length, struct laut_error *error)
{
    struct model_header header;
    if (!bytes || length < sizeof header || memcmp(bytes, "LAUTPAR1", 8) != 0)
        return model__fail(error, "not a model");
    memcpy(&header, bytes, sizeof header);
    struct network_layout layout;
    if (!network_layout_make(header.shape, &layout) || layout.parameter_count != header.parameter_count ||
        !header.slot_count || (header.slot_count & (header.slot_count - 1)))
        return model__fail(error, "sizes that this program does not compute");
    const size_t parameters = (size_t)header.parameter_count * sizeof(float),
                 slots = (size_t)header.slot_count * sizeof(struct model_slot),
                 scales = (size_t)header.row_count * sizeof(float), rows = (size_t)header.row_count * header.shape.width;
    if (length < sizeof header + parameters + slots + scales + rows)
        return model__fail(error, "cut off");
    const char *const at = bytes + sizeof header;
    *model = (struct model){
        .network = {.layout = layout, .parameters = (const void *)at, .multiply = matrix_multiply_choose()},
        .slots = (const void *)(at + parameters), .slot_count = header.slot_count, .row_count = header.row_count,
        .scales = (const void *)(at + parameters + slots), .rows = (const void *)(at + parameters + slots + scales)};
    return model__slots_are_sound(model) || model__fail(error, "its feature table is full or points outside");
}

/* Slots and rows lie far apart in memory: they are asked for some features ahead, so that reading them is not waited for. */
void model_add_rows(const struct model *model, const uint64_t *hashes, size_t count, float *x)
{
    enum { LINE_BYTES = 64, AT_ONCE = 32 };
    const size_t width = model->network.layout.shape.width;
    for (size_t first = 0; first < count; first += AT_ONCE) {
        const size_t some = count - first < AT_ONCE ? count - first : AT_ONCE;
        uint32_t found[AT_ONCE];
        for (size_t i = 0; i < some; i++)
            __builtin_prefetch(&model->slots[(uint32_t)(hashes[first + i] >> 4) & (model->slot_count - 1)]);
        for (size_t i = 0; i < some; i++) {
            found[i] = model_row(model->slots, model->slot_count, hashes[first + i]);
            for (size_t byte = 0; found[i] && byte < width; byte += LINE_BYTES)
                __builtin_prefetch(model->rows + (size_t)(found[i] - 1) * width + byte);
        }
        for (size_t i = 0; i < some; i++) {
            const float scale = found[i] ? model->scales[found[i] - 1] : 0;
            const int8_t *const numbers = found[i] ? model->rows + (size_t)(found[i] - 1) * width : NULL;
            for (size_t j = 0; numbers && j < width; j++)
                x[j] += scale * (float)numbers[j];
        }
    }
}
