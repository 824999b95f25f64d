/* parse/matrix.c: blocks of MATRIX_ROWS x 16 sums held in registers while the inner index runs (Goto & van de Geijn: Anatomy
 * of High-Performance Matrix Multiplication, ACM TOMS 34, 2008, without packing: our matrices fit the second cache). The
 * same body is compiled for three vector widths; no fused multiply-add, whose rounding would differ between machines. */
#include "parse/matrix.h"

#include <string.h>

enum { MATRIX_ROWS = 6 };

typedef float matrix_vector __attribute__((vector_size(sizeof(float) * MATRIX_LANES), aligned(4)));

#define MATRIX_UNROLL _Pragma("GCC unroll 6")
#define MATRIX_INLINE static inline __attribute__((always_inline))

MATRIX_INLINE void matrix__block(float *out, const float *left, const float *right, struct matrix_size size,
                                 bool accumulate, size_t rows)
{
    for (size_t column = 0; column < size.columns; column += MATRIX_LANES) {
        matrix_vector sums[MATRIX_ROWS];
        MATRIX_UNROLL for (size_t r = 0; r < rows; r++) {
            sums[r] = (matrix_vector){0};
            if (accumulate)
                memcpy(&sums[r], out + r * size.columns + column, sizeof sums[r]);
        }
        for (size_t k = 0; k < size.inner; k++) {
            matrix_vector line;
            memcpy(&line, right + k * size.columns + column, sizeof line);
            MATRIX_UNROLL for (size_t r = 0; r < rows; r++)
                sums[r] += line * left[r * size.inner + k];
        }
        MATRIX_UNROLL for (size_t r = 0; r < rows; r++)
            memcpy(out + r * size.columns + column, &sums[r], sizeof sums[r]);
    }
}

MATRIX_INLINE void matrix__multiply(float *out, const float *left, const float *right, struct matrix_size size,
                                    bool accumulate)
{
    size_t row = 0;
    for (; row + MATRIX_ROWS <= size.rows; row += MATRIX_ROWS)
        matrix__block(out + row * size.columns, left + row * size.inner, right, size, accumulate, MATRIX_ROWS);
    out += row * size.columns;
    left += row * size.inner;
    switch (size.rows - row) {
    case 5:
        matrix__block(out, left, right, size, accumulate, 5);
        break;
    case 4:
        matrix__block(out, left, right, size, accumulate, 4);
        break;
    case 3:
        matrix__block(out, left, right, size, accumulate, 3);
        break;
    case 2:
        matrix__block(out, left, right, size, accumulate, 2);
        break;
    case 1:
        matrix__block(out, left, right, size, accumulate, 1);
        break;
    default:
        break;
    }
}

static void matrix__multiply_plain(float *out, const float *left, const float *right, struct matrix_size size, bool accumulate)
{
    matrix__multiply(out, left, right, size, accumulate);
}

#if defined(__x86_64__)
__attribute__((target("avx2")))
static void matrix__multiply_avx2(float *out, const float *left, const float *right, struct matrix_size size, bool accumulate)
{
    matrix__multiply(out, left, right, size, accumulate);
}

__attribute__((target("avx512f,prefer-vector-width=512")))
static void matrix__multiply_avx512(float *out, const float *left, const float *right, struct matrix_size size, bool accumulate)
{
    matrix__multiply(out, left, right, size, accumulate);
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
