/* parse/integers.h: the network's large products in whole numbers, which parsing spends its time in.
 *
 *     out[r][c] = bias[c] + (sum over k of left[r][k] * right[k][c]) * column_scale[c] * row_scale[r]
 *
 * left and right hold numbers of at most INTEGERS_LARGEST, so that a sum over INTEGERS_INNER_AT_MOST of them fits 32 bits and is
 * exact: the same bytes on every machine, whatever the order and the vector width.
 */
#ifndef PARSE_INTEGERS_H
#define PARSE_INTEGERS_H

#include <stddef.h>
#include <stdint.h>

enum {
    INTEGERS_LARGEST = 2047, INTEGERS_INNER_AT_MOST = 512,
    INTEGERS_ROWS = 6,               /* rows are computed so many at once */
    INTEGERS_COLUMNS = 32,           /* and their number of columns is a multiple of this */
    INTEGERS_LANES = 16
};

/* A right factor [inner][columns]; inner is even. Columns stand in blocks of INTEGERS_LANES, in each two k side by side:
 * numbers[columns / 16][inner / 2][16][2]. */
struct integers_factor {
    const int16_t *numbers;
    const float *column_scale;       /* [columns] */
    size_t inner, columns;
};

/* rows rounded up to INTEGERS_ROWS: left and out must have room for them. */
static inline size_t integers_rows(size_t rows)
{
    return (rows + INTEGERS_ROWS - 1) / INTEGERS_ROWS * INTEGERS_ROWS;
}

/* Where the number of (k, column) stands in a factor. */
static inline size_t integers_place(size_t inner, size_t k, size_t column)
{
    return ((column / INTEGERS_LANES * (inner / 2) + k / 2) * INTEGERS_LANES + column % INTEGERS_LANES) * 2 + k % 2;
}

/* Writes values in whole numbers, count a multiple of INTEGERS_LANES; returns the scale: values[i] is about numbers[i] * scale. */
float integers_round(const float *values, size_t count, int16_t *numbers);

/* left [rows][inner], row_scale [rows], bias [columns], out [rows][columns]; rows a multiple of INTEGERS_ROWS. */
typedef void integers_multiply_function(float *out, const int16_t *left, const float *row_scale, const struct integers_factor *right,
                                        const float *bias, size_t rows);

enum { INTEGERS_VERSIONS = 3 };

/* Those versions that this machine runs, the fastest first; returns how many. All give the same bytes. */
size_t integers_multiply_versions(integers_multiply_function *versions[INTEGERS_VERSIONS]);

#endif
