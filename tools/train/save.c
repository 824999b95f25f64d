/* tools/train/save.c: writes the model as parse/model.h has it, each row's numbers in eight bits. What the word lists say of a form
 * becomes one row, the sum of its features' rows, under the form's own hash; forms with the same features share it. */
#include "save.h"

#include "base/hash.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SAVE_KINDS = 1 << 15 };       /* more than there are different sets of features of listed forms */

struct save__kind {
    uint32_t path, lists, row;       /* row: from 1, in the model */
};

struct save {
    const struct learner *learner;
    struct model_slot *slots;        /* [slot_count] with those of listed forms */
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

/* Slots in the order of the word list's table: the same bytes every time. */
static bool save__add_words(struct save *save)
{
    const struct learner *const learner = save->learner;
    const struct feature_rows *const features = learner->features;
    const struct word_lists *const lists = &learner->corpus->lists;
    const size_t width = learner->network.layout.shape.width;
    save->row_count = features->row_count;
    save->slots = malloc(features->slot_count * sizeof *save->slots);
    save->rows = calloc(((size_t)features->row_count + SAVE_KINDS) * width, sizeof *save->rows);
    save->kinds = calloc(SAVE_KINDS, sizeof *save->kinds);
    if (!save->slots || !save->rows || !save->kinds)
        return false;
    memcpy(save->slots, features->slots, features->slot_count * sizeof *save->slots);
    memcpy(save->rows, learner->rows, (size_t)features->row_count * width * sizeof *save->rows);
    for (size_t i = 0; i < lists->slot_count && save->row_count < features->row_count + SAVE_KINDS / 2; i++) {
        const uint32_t row = lists->words[i].hash ? save__row_of_word(save, &lists->words[i]) : 0;
        uint32_t at = (uint32_t)(lists->words[i].hash >> 4) & (features->slot_count - 1);
        while (row && save->slots[at].row)
            at = (at + 1) & (features->slot_count - 1);
        if (row)
            save->slots[at] = (struct model_slot){(uint32_t)(lists->words[i].hash >> 32), row};
    }
    return true;
}

static bool save__write_rows(const struct save *save, size_t width, FILE *file)
{
    int8_t line[1024];
    for (int pass = 0; pass < 2; pass++)
        for (size_t row = 0; row < save->row_count; row++) {
            const float *const numbers = save->rows + row * width;
            float largest = 1e-9f;
            for (size_t j = 0; j < width; j++)
                largest = fabsf(numbers[j]) > largest ? fabsf(numbers[j]) : largest;
            const float scale = largest / 127.0f;
            for (size_t j = 0; j < width; j++)
                line[j] = (int8_t)lrintf(numbers[j] / scale);
            if (pass == 0 ? fwrite(&scale, sizeof scale, 1, file) != 1 : fwrite(line, 1, width, file) != width)
                return false;
        }
    return true;
}

static bool save__write(const struct save *save, FILE *file)
{
    const struct network_layout *const layout = &save->learner->network.layout;
    const uint32_t slot_count = save->learner->features->slot_count;
    const struct model_header header = {.magic = {'L', 'A', 'U', 'T', 'P', 'A', 'R', '1'}, .shape = layout->shape,
                                        .parameter_count = (uint32_t)layout->parameter_count, .slot_count = slot_count,
                                        .row_count = save->row_count};
    return fwrite(&header, sizeof header, 1, file) == 1 &&
           fwrite(save->learner->parameters, sizeof(float), layout->parameter_count, file) == layout->parameter_count &&
           fwrite(save->slots, sizeof *save->slots, slot_count, file) == slot_count &&
           save__write_rows(save, layout->shape.width, file);
}

bool save_model(const struct learner *learner, const char *path, struct laut_error *error)
{
    struct save save = {.learner = learner};
    FILE *const file = fopen(path, "wb");
    bool good = file && save__add_words(&save) && save__write(&save, file);
    good = file && fclose(file) == 0 && good;
    free(save.slots);
    free(save.rows);
    free(save.kinds);
    return good || error_set(error, path, 0, "is there room on the disk?", "the model cannot be written");
}
