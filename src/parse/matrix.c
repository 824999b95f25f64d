/* parse/matrix.c: blocks of MATRIX_ROWS x 16 or 32 sums held in registers while the inner index runs; panels of the right factor are
 * copied together, so that they stay in the first cache for all rows (Goto & van de Geijn: Anatomy of High-Performance Matrix
 * Multiplication, ACM TOMS 34, 2008). The same body is compiled for three vector widths; no fused multiply-add, whose rounding
 * would differ between machines. */
#include "parse/matrix.h"

#include <string.h>

enum {
    MATRIX_ROWS = 6, MATRIX_LINES = 2,   /* 12 sums fit the 32 registers of 512 bits; half as many of those of 256 */
    MATRIX_PANEL = 256,                  /* lines of the right factor that are read again for all rows: 32 KB */
    MATRIX_FEW_ROWS = 18                 /* for fewer it is read where it lies */
};

typedef float matrix_vector __attribute__((vector_size(sizeof(float) * MATRIX_LANES), aligned(4)));

#define MATRIX_UNROLL _Pragma("GCC unroll 6")
#define MATRIX_INLINE static inline __attribute__((always_inline))

/* A part of the product: inner from its first on, columns from *column* on. The right factor's lines are *stride* floats apart. */
struct matrix_part {
    struct matrix_size size;
    const float *right;
    size_t stride, first, inner, column;
    bool accumulate;
};

/* rows x lines vectors of sums; rows and lines are constants where it is called. */
MATRIX_INLINE void matrix__tile(float *out, const float *left, const struct matrix_part *part, size_t rows, size_t lines)
{
    matrix_vector sums[MATRIX_ROWS][MATRIX_LINES], line[MATRIX_LINES];
    float *const place = out + part->column;
    const float *const factor = left + part->first;
    MATRIX_UNROLL for (size_t r = 0; r < rows; r++)
        MATRIX_UNROLL for (size_t i = 0; i < lines; i++) {
            sums[r][i] = (matrix_vector){0};
            if (part->accumulate)
                memcpy(&sums[r][i], place + r * part->size.columns + i * MATRIX_LANES, sizeof sums[r][i]);
        }
    for (size_t k = 0; k < part->inner; k++) {
        MATRIX_UNROLL for (size_t i = 0; i < lines; i++)
            memcpy(&line[i], part->right + k * part->stride + i * MATRIX_LANES, sizeof line[i]);
        MATRIX_UNROLL for (size_t r = 0; r < rows; r++)
            MATRIX_UNROLL for (size_t i = 0; i < lines; i++)
                sums[r][i] += line[i] * factor[r * part->size.inner + k];
    }
    MATRIX_UNROLL for (size_t r = 0; r < rows; r++)
        MATRIX_UNROLL for (size_t i = 0; i < lines; i++)
            memcpy(place + r * part->size.columns + i * MATRIX_LANES, &sums[r][i], sizeof sums[r][i]);
}

/* All rows of a part. */
MATRIX_INLINE void matrix__rows(float *out, const float *left, const struct matrix_part *part, size_t lines)
{
    const size_t rows = part->size.rows, columns = part->size.columns, inner = part->size.inner;
    size_t row = 0;
    for (; row + MATRIX_ROWS <= rows; row += MATRIX_ROWS)
        matrix__tile(out + row * columns, left + row * inner, part, MATRIX_ROWS, lines);
    out += row * columns;
    left += row * inner;
    switch (rows - row) {
    case 5:
        matrix__tile(out, left, part, 5, lines);
        break;
    case 4:
        matrix__tile(out, left, part, 4, lines);
        break;
    case 3:
        matrix__tile(out, left, part, 3, lines);
        break;
    case 2:
        matrix__tile(out, left, part, 2, lines);
        break;
    case 1:
        matrix__tile(out, left, part, 1, lines);
        break;
    default:
        break;
    }
}

MATRIX_INLINE void matrix__columns(float *out, const float *left, const float *right, struct matrix_part part, size_t lines)
{
    float panel[MATRIX_PANEL * MATRIX_LINES * MATRIX_LANES];
    const float *const begin = right + part.first * part.size.columns + part.column;
    if (part.size.rows < MATRIX_FEW_ROWS) {
        part.right = begin;
        part.stride = part.size.columns;
    } else {
        for (size_t k = 0; k < part.inner; k++)
            memcpy(panel + k * lines * MATRIX_LANES, begin + k * part.size.columns, lines * MATRIX_LANES * sizeof *panel);
        part.right = panel;
        part.stride = lines * MATRIX_LANES;
    }
    matrix__rows(out, left, &part, lines);
}

MATRIX_INLINE void matrix__multiply(float *out, const float *left, const float *right, struct matrix_size size,
                                    bool accumulate, size_t lines)
{
    for (size_t first = 0; first == 0 || first < size.inner; first += MATRIX_PANEL) {
        struct matrix_part part = {.size = size, .first = first, .accumulate = accumulate || first,
                                   .inner = size.inner - first < MATRIX_PANEL ? size.inner - first : MATRIX_PANEL};
        for (; part.column + lines * MATRIX_LANES <= size.columns; part.column += lines * MATRIX_LANES)
            matrix__columns(out, left, right, part, lines);
        for (; part.column < size.columns; part.column += MATRIX_LANES)
            matrix__columns(out, left, right, part, 1);
    }
}

static void matrix__multiply_plain(float *out, const float *left, const float *right, struct matrix_size size, bool accumulate)
{
    matrix__multiply(out, left, right, size, accumulate, 1);
}

#if defined(__x86_64__)
__attribute__((target("avx2")))
static void matrix__multiply_avx2(float *out, const float *left, const float *right, struct matrix_size size, bool accumulate)
{
    matrix__multiply(out, left, right, size, accumulate, 1);
}

__attribute__((target("avx512f,prefer-vector-width=512")))
static void matrix__multiply_avx512(float *out, const float *left, const float *right, struct matrix_size size, bool accumulate)
{
    matrix__multiply(out, left, right, size, accumulate, MATRIX_LINES);
}
#endif

matrix_multiply_function *matrix_multiply_choose(void)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f"))
        return matrix__multiply_avx512;
    if (__builtin_cpu_supports("avx2"))
        return matrix__multiply_avx2;
#endif
    return matrix__multiply_plain;
}

void matrix_transpose(float *out, const float *in, size_t rows, size_t columns)
{
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < columns; c++)
            out[c * rows + r] = in[r * columns + c];
}
