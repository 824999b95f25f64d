/* parse/model.c: checks a model's sizes against the section's length and rows against their number, so that no look-up leaves it. */
#include "parse/model.h"

#include "parse/features.h"

#pragma GCC optimize("O3")
#include <string.h>

static bool model__fail(struct laut_error *error, const char *why)
{
    return error_set(error, NULL, 0, "build laut again, or make the model again with tools/train", "bad parser model: %s", why);
}

static bool model__is_power_of_two(uint32_t number)
{
    return number && (number & (number - 1)) == 0;
}

/* The next part of the section: count things of size bytes. NULL: it does not go so far. */
static const void *model__take(const char **at, size_t *left, size_t count, size_t size)
{
    const char *const place = *at;
    if (count > *left / size)
        return NULL;
    *at += count * size;
    *left -= count * size;
    return place;
}

static bool model__place_parts(struct model *model, const char *at, size_t left)
{
    struct network *const network = &model->network;
    const struct network_layout *const layout = &network->layout;
    const size_t width = layout->shape.width, weights = layout->parameter_count - layout->weight_begin;
    network->parameters = model__take(&at, &left, layout->weight_begin, sizeof(float));
    const float *const column_scales = model__take(&at, &left, weights / width, sizeof(float));
    model->slots = model__take(&at, &left, model->slot_count, sizeof *model->slots);
    model->words = model__take(&at, &left, model->word_count, sizeof *model->words);
    model->scales = model__take(&at, &left, model->row_count, sizeof *model->scales);
    const int16_t *const numbers = model__take(&at, &left, weights, sizeof *numbers);
    model->rows = model__take(&at, &left, (size_t)model->row_count * width, 1);
    for (size_t l = 0, column = 0; model->rows && l <= layout->shape.layers; l++) {
        const size_t columns = network_columns(layout, l);
        network->weights[l] = (struct integers_factor){numbers + column * width, column_scales + column, width, columns};
        column += columns;
    }
    return network->parameters && column_scales && model->slots && model->words && model->scales && numbers && model->rows;
}

bool model_open(struct model *model, const char *bytes, size_t length, struct laut_error *error)
{
    struct model_header header;
    if (!bytes || length < sizeof header || memcmp(bytes, "LAUTPAR2", 8) != 0)
        return model__fail(error, "not a model");
    memcpy(&header, bytes, sizeof header);
    struct network_layout layout;
    if (!network_layout_make(header.shape, &layout) || layout.parameter_count != header.parameter_count ||
        !model__is_power_of_two(header.slot_count) || !model__is_power_of_two(header.word_count) || header.first_listed > header.row_count)
        return model__fail(error, "sizes that this program does not compute");
    integers_multiply_function *versions[INTEGERS_VERSIONS];
    (void)integers_multiply_versions(versions);
    *model = (struct model){
        .network = {.layout = layout, .multiply = matrix_multiply_choose(), .multiply_integers = versions[0]},
        .slot_count = header.slot_count, .word_count = header.word_count, .row_count = header.row_count, .first_listed = header.first_listed};
    return model__place_parts(model, bytes + sizeof header, length - sizeof header) || model__fail(error, "cut off");
}

static uint32_t model__find(const struct model *model, uint64_t hash)
{
    uint32_t row;
    if (features_kind(hash) == FEATURE_CLUSTER) {
        const uint32_t listed = model->words[model_word_place(model->words, model->word_count, hash)] & ((1u << MODEL_LISTED_BITS) - 1);
        row = listed ? model->first_listed + listed : 0;
    } else {
        row = model_row(model->slots, model->slot_count, hash);
    }
    return row <= model->row_count ? row : 0;
}

static const void *model__place(const struct model *model, uint64_t hash)
{
    const uint32_t at = (uint32_t)(hash >> 4);
    if (features_kind(hash) == FEATURE_CLUSTER)
        return &model->words[at & (model->word_count - 1)];
    return &model->slots[at & (model->slot_count - 1)];
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
            __builtin_prefetch(model__place(model, hashes[first + i]));
        for (size_t i = 0; i < some; i++) {
            found[i] = model__find(model, hashes[first + i]);
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
