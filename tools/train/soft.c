/* tools/train/soft.c: the file is a header and the array as it lies in memory. */
#include "soft.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct soft__header {
    char magic[8];
    uint64_t count, fingerprint;
};

static const char soft__magic[8] = {'L', 'A', 'U', 'T', 'S', 'O', 'F', '1'};

void soft_keep_largest(const float *shares, size_t count, uint16_t places[SOFT_SHARES], uint8_t kept[SOFT_SHARES])
{
    float values[SOFT_SHARES] = {0};
    memset(kept, 0, SOFT_SHARES);
    memset(places, 0, SOFT_SHARES * sizeof *places);
    for (size_t i = 0; i < count; i++) {
        size_t at = SOFT_SHARES;
        for (; at > 0 && shares[i] > values[at - 1]; at--)
            if (at < SOFT_SHARES) {
                values[at] = values[at - 1];
                places[at] = places[at - 1];
            }
        if (at < SOFT_SHARES) {
            values[at] = shares[i];
            places[at] = (uint16_t)i;
        }
    }
    for (size_t at = 0; at < SOFT_SHARES; at++)
        kept[at] = (uint8_t)lrintf(values[at] * SOFT_WHOLE);
}

bool soft_write(const char *path, const struct soft *soft, size_t count, uint64_t fingerprint, struct laut_error *error)
{
    struct soft__header header = {.count = count, .fingerprint = fingerprint};
    memcpy(header.magic, soft__magic, sizeof header.magic);
    FILE *const file = fopen(path, "wb");
    bool good = file && fwrite(&header, sizeof header, 1, file) == 1 && fwrite(soft, sizeof *soft, count, file) == count;
    good = file && fclose(file) == 0 && good;
    return good || error_set(error, path, 0, "is there room on the disk?", "the labels cannot be written");
}

struct soft *soft_read(const char *path, size_t count, uint64_t fingerprint, struct laut_error *error)
{
    struct soft__header header = {.count = 0};
    FILE *const file = fopen(path, "rb");
    struct soft *const soft = calloc(count + 1, sizeof *soft);
    const bool good = file && soft && fread(&header, sizeof header, 1, file) == 1 &&
                      memcmp(header.magic, soft__magic, sizeof header.magic) == 0 && header.count == count &&
                      header.fingerprint == fingerprint && fread(soft, sizeof *soft, count, file) == count;
    if (file)
        (void)fclose(file);
    if (good)
        return soft;
    free(soft);
    (void)error_set(error, path, 0, "make it again with --teachers and the same files", "no labels of these sentences");
    return NULL;
}
