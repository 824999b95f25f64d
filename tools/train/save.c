/* tools/train/save.c: writes the model as parse/model.h has it, the weights in whole numbers, each row's numbers in eight bits. What the word lists say of a form
 * becomes one row, the sum of its features' rows, under the form's own hash; forms with the same features share it. */
#include "save.h"

#include "base/hash.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SAVE_KINDS = 1 << 15, SAVE_ROWS = 1 << MODEL_LISTED_BITS };    /* places for the different sets of features of listed forms; their rows */

struct save__kind {
    uint32_t path, lists, row;       /* row: from 1, in the model */
};

struct save {
    const struct learner *learner;
    uint32_t *words, word_count;     /* listed forms as the model has them */
    float *column_scales;            /* of the weights, layer after layer */
    int16_t *numbers;
    float *rows;                     /* [row_count][D] with those of listed forms */
    uint32_t row_count;
    struct save__kind *kinds;        /* [SAVE_KINDS], open addressing */
};

/* The row for a listed form, 0: nothing was learnt of it. */
static uint32_t save__row_of_word(struct save *save, const struct word *word)
{
    const struct learner *const learner = save->learner;
    const struct feature_rows *const features = learner->features;
    const size_t width = learner->network.layout.shape.width;
    size_t at = (size_t)hash_mix((uint64_t)word->path << 8 | word->lists) & (SAVE_KINDS - 1);
    while (save->kinds[at].row && (save->kinds[at].path != word->path || save->kinds[at].lists != word->lists))
        at = (at + 1) & (SAVE_KINDS - 1);
    if (save->kinds[at].row)
        return save->kinds[at].row;
    uint64_t hashes[WORD_FEATURES];
    const size_t count = words_features(word, hashes);
    float *const sum = save->rows + (size_t)save->row_count * width;
    bool known = false;
    for (size_t i = 0; i < count; i++) {
        const uint32_t row = model_row(features->slots, features->slot_count, hashes[i]);
        for (size_t j = 0; row && j < width; j++)
            sum[j] += learner->rows[(size_t)(row - 1) * width + j];
        known = known || row;
    }
    if (!known)
        return 0;
    save->kinds[at] = (struct save__kind){word->path, word->lists, ++save->row_count};
    return save->row_count;
}

/* Forms in the order of the word list's table: the same bytes every time. */
static bool save__add_words(struct save *save, struct laut_error *error)
{
    const struct learner *const learner = save->learner;
    const struct feature_rows *const features = learner->features;
    const struct word_lists *const lists = &learner->corpus->lists;
    const size_t width = learner->network.layout.shape.width;
    save->row_count = features->row_count;
    for (save->word_count = 1024; save->word_count < lists->word_count + lists->word_count / 8;)
        save->word_count *= 2;
    save->words = calloc(save->word_count, sizeof *save->words);
    save->rows = calloc(((size_t)features->row_count + SAVE_ROWS) * width, sizeof *save->rows);
    save->kinds = calloc(SAVE_KINDS, sizeof *save->kinds);
    if (!save->words || !save->rows || !save->kinds)
        return error_out_of_memory(error);
    memcpy(save->rows, learner->rows, (size_t)features->row_count * width * sizeof *save->rows);
    for (size_t i = 0; i < lists->slot_count; i++) {
        if (save->row_count + 1 == features->row_count + SAVE_ROWS)
            return error_set(error, NULL, 0, "make the lists fewer or give them more bits", "more kinds of listed words than %d", SAVE_ROWS - 2);
        const uint64_t hash = lists->words[i].hash;
        const uint32_t row = hash ? save__row_of_word(save, &lists->words[i]) : 0;
        if (row)
            save->words[model_word_place(save->words, save->word_count, hash)] =
                (uint32_t)(hash >> 32) >> MODEL_LISTED_BITS << MODEL_LISTED_BITS | (row - features->row_count);
    }
    return true;
}

/* The weights in whole numbers, each column with its scale. */
static bool save__round_weights(struct save *save, struct laut_error *error)
{
    const struct network_layout *const layout = &save->learner->network.layout;
    const size_t width = layout->shape.width, weights = layout->parameter_count - layout->weight_begin;
    int16_t column_numbers[INTEGERS_INNER_AT_MOST];
    float weights_of_column[INTEGERS_INNER_AT_MOST];
    save->column_scales = malloc(weights / width * sizeof *save->column_scales);
    save->numbers = malloc(weights * sizeof *save->numbers);
    if (!save->column_scales || !save->numbers)
        return error_out_of_memory(error);
    float *scale = save->column_scales;
    int16_t *numbers = save->numbers;
    for (size_t l = 0; l <= layout->shape.layers; l++) {
        const size_t columns = network_columns(layout, l);
        for (size_t column = 0; column < columns; column++) {
            for (size_t k = 0; k < width; k++)
                weights_of_column[k] = save->learner->parameters[layout->weight[l] + k * columns + column];
            *scale++ = integers_round(weights_of_column, width, column_numbers);
            for (size_t k = 0; k < width; k++)
                numbers[integers_place(width, k, column)] = column_numbers[k];
        }
        numbers += width * columns;
    }
    return true;
}

static bool save__write_rows(const struct save *save, size_t width, bool scales, FILE *file)
{
    int8_t line[1024];
    for (size_t row = 0; row < save->row_count; row++) {
        const float *const numbers = save->rows + row * width;
        float largest = 1e-9f;
        for (size_t j = 0; j < width; j++)
            largest = fabsf(numbers[j]) > largest ? fabsf(numbers[j]) : largest;
        const float scale = largest / 127.0f;
        for (size_t j = 0; j < width; j++)
            line[j] = (int8_t)lrintf(numbers[j] / scale);
        if (scales ? fwrite(&scale, sizeof scale, 1, file) != 1 : fwrite(line, 1, width, file) != width)
            return false;
    }
    return true;
}

static bool save__write(const struct save *save, FILE *file)
{
    const struct network_layout *const layout = &save->learner->network.layout;
    const struct feature_rows *const features = save->learner->features;
    const size_t columns = (layout->parameter_count - layout->weight_begin) / layout->shape.width;
    const struct model_header header = {.magic = {'L', 'A', 'U', 'T', 'P', 'A', 'R', '2'}, .shape = layout->shape,
                                        .parameter_count = (uint32_t)layout->parameter_count, .slot_count = features->slot_count,
                                        .word_count = save->word_count, .row_count = save->row_count, .first_listed = features->row_count};
    return fwrite(&header, sizeof header, 1, file) == 1 &&
           fwrite(save->learner->parameters, sizeof(float), layout->weight_begin, file) == layout->weight_begin &&
           fwrite(save->column_scales, sizeof(float), columns, file) == columns &&
           fwrite(features->slots, sizeof *features->slots, features->slot_count, file) == features->slot_count &&
           fwrite(save->words, sizeof *save->words, save->word_count, file) == save->word_count &&
           save__write_rows(save, layout->shape.width, true, file) &&
           fwrite(save->numbers, sizeof *save->numbers, columns * layout->shape.width, file) == columns * layout->shape.width &&
           save__write_rows(save, layout->shape.width, false, file);
}

bool save_model(const struct learner *learner, const char *path, struct laut_error *error)
{
    struct save save = {.learner = learner};
    FILE *const file = fopen(path, "wb");
    const bool full = file && save__add_words(&save, error) && save__round_weights(&save, error);
    bool good = full && save__write(&save, file);
    good = file && fclose(file) == 0 && good;
    free(save.words);
    free(save.column_scales);
    free(save.numbers);
    free(save.rows);
    free(save.kinds);
    return good || (file && !full ? false : error_set(error, path, 0, "is there room on the disk?", "the model cannot be written"));
}
