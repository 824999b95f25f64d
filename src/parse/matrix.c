/* parse/matrix.c: blocks of MATRIX_ROWS x 16 or 32 sums held in registers while the inner index runs (Goto & van de Geijn: Anatomy
 * of High-Performance Matrix Multiplication, ACM TOMS 34, 2008, without packing: our matrices fit the second cache). The
 * same body is compiled for three vector widths; no fused multiply-add, whose rounding would differ between machines. */
#include "parse/matrix.h"

#include <string.h>

enum { MATRIX_ROWS = 6, MATRIX_LINES = 2 };    /* 12 sums fit the 32 registers of 512 bits; half as many of those of 256 */

typedef float matrix_vector __attribute__((vector_size(sizeof(float) * MATRIX_LANES), aligned(4)));

#define MATRIX_UNROLL _Pragma("GCC unroll 6")
#define MATRIX_INLINE static inline __attribute__((always_inline))

/* rows x lines vectors of sums, from column on; rows and lines are constants where it is called. */
MATRIX_INLINE void matrix__tile(float *out, const float *left, const float *right, struct matrix_size size, bool accumulate,
                                size_t column, size_t rows, size_t lines)
{
    matrix_vector sums[MATRIX_ROWS][MATRIX_LINES], line[MATRIX_LINES];
    MATRIX_UNROLL for (size_t r = 0; r < rows; r++)
        MATRIX_UNROLL for (size_t i = 0; i < lines; i++) {
            sums[r][i] = (matrix_vector){0};
            if (accumulate)
                memcpy(&sums[r][i], out + r * size.columns + column + i * MATRIX_LANES, sizeof sums[r][i]);
        }
    for (size_t k = 0; k < size.inner; k++) {
        MATRIX_UNROLL for (size_t i = 0; i < lines; i++)
            memcpy(&line[i], right + k * size.columns + column + i * MATRIX_LANES, sizeof line[i]);
        MATRIX_UNROLL for (size_t r = 0; r < rows; r++)
            MATRIX_UNROLL for (size_t i = 0; i < lines; i++)
                sums[r][i] += line[i] * left[r * size.inner + k];
    }
    MATRIX_UNROLL for (size_t r = 0; r < rows; r++)
        MATRIX_UNROLL for (size_t i = 0; i < lines; i++)
            memcpy(out + r * size.columns + column + i * MATRIX_LANES, &sums[r][i], sizeof sums[r][i]);
}

MATRIX_INLINE void matrix__block(float *out, const float *left, const float *right, struct matrix_size size,
                                 bool accumulate, size_t rows, size_t lines)
{
    size_t column = 0;
    for (; column + lines * MATRIX_LANES <= size.columns; column += lines * MATRIX_LANES)
        matrix__tile(out, left, right, size, accumulate, column, rows, lines);
    for (; column < size.columns; column += MATRIX_LANES)
        matrix__tile(out, left, right, size, accumulate, column, rows, 1);
}

MATRIX_INLINE void matrix__multiply(float *out, const float *left, const float *right, struct matrix_size size,
                                    bool accumulate, size_t lines)
{
    size_t row = 0;
    for (; row + MATRIX_ROWS <= size.rows; row += MATRIX_ROWS)
        matrix__block(out + row * size.columns, left + row * size.inner, right, size, accumulate, MATRIX_ROWS, lines);
    out += row * size.columns;
    left += row * size.inner;
    switch (size.rows - row) {
    case 5:
        matrix__block(out, left, right, size, accumulate, 5, lines);
        break;
    case 4:
        matrix__block(out, left, right, size, accumulate, 4, lines);
        break;
    case 3:
        matrix__block(out, left, right, size, accumulate, 3, lines);
        break;
    case 2:
        matrix__block(out, left, right, size, accumulate, 2, lines);
        break;
    case 1:
        matrix__block(out, left, right, size, accumulate, 1, lines);
        break;
    default:
        break;
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
