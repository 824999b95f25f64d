/* parse/integers.c: sums of products of 16-bit numbers in 32 bits, two at a time as the processors' own instructions have it (pmaddwd,
 * vpdpwssd); INTEGERS_ROWS rows by one or two blocks of columns stay in registers while k runs. */
#include "parse/integers.h"

#pragma GCC optimize("O3,no-trapping-math")
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#if defined(__x86_64__)
__attribute__((target_clones("avx512f", "avx2", "default")))
#endif
float integers_round(const float *values, size_t count, int16_t *numbers)
{
    float sizes[INTEGERS_LANES] = {0}, largest = 0;
    for (size_t i = 0; i < count; i += INTEGERS_LANES)
        for (size_t j = 0; j < INTEGERS_LANES; j++) {
            const float size = values[i + j] < 0 ? -values[i + j] : values[i + j];
            sizes[j] = size > sizes[j] ? size : sizes[j];
        }
    for (size_t j = 0; j < INTEGERS_LANES; j++)
        largest = sizes[j] > largest ? sizes[j] : largest;
    const float factor = largest > 1e-30f ? (float)INTEGERS_LARGEST / largest : 0;
    for (size_t i = 0; i < count; i++) {
        const float value = values[i] * factor;
        numbers[i] = (int16_t)(int32_t)(value < 0 ? value - 0.5f : value + 0.5f);
    }
    return largest / (float)INTEGERS_LARGEST;
}

/* One column's sum as it goes out. Every version rounds in this order. */
static inline float integers__finish(int32_t sum, float column_scale, float row_scale, float bias)
{
    return bias + (float)sum * column_scale * row_scale;
}

static void integers__multiply_plain(float *out, const int16_t *left, const float *row_scale, const struct integers_factor *right,
                                     const float *bias, size_t rows)
{
    for (size_t row = 0; row < rows; row++, left += right->inner, out += right->columns)
        for (size_t block = 0; block < right->columns; block += INTEGERS_LANES) {
            const int16_t *line = right->numbers + integers_place(right->inner, 0, block);
            int32_t sums[INTEGERS_LANES] = {0};
            for (size_t k = 0; k < right->inner; k += 2, line += (ptrdiff_t)2 * INTEGERS_LANES)
                for (size_t i = 0; i < INTEGERS_LANES; i++)
                    sums[i] += left[k] * line[2 * i] + left[k + 1] * line[2 * i + 1];
            for (size_t i = 0; i < INTEGERS_LANES; i++)
                out[block + i] = integers__finish(sums[i], right->column_scale[block + i], row_scale[row], bias[block + i]);
        }
}

#if defined(__x86_64__)

/* Two neighbours of a row, as one number of 32 bits. */
static inline int32_t integers__pair(const int16_t *left)
{
    int32_t pair;
    memcpy(&pair, left, sizeof pair);
    return pair;
}

__attribute__((target("avx2")))
static inline __m256 integers__finish_avx2(__m256i sum, const float *column_scale, float row_scale, const float *bias)
{
    const __m256 scaled = _mm256_mul_ps(_mm256_mul_ps(_mm256_cvtepi32_ps(sum), _mm256_loadu_ps(column_scale)), _mm256_set1_ps(row_scale));
    return _mm256_add_ps(_mm256_loadu_ps(bias), scaled);
}

__attribute__((target("avx2")))
static void integers__multiply_avx2(float *out, const int16_t *left, const float *row_scale, const struct integers_factor *right,
                                    const float *bias, size_t rows)
{
    const size_t inner = right->inner, columns = right->columns;
    for (size_t block = 0; block < columns; block += INTEGERS_LANES)
        for (size_t row = 0; row < rows; row += INTEGERS_ROWS) {
            const int16_t *const factor = left + row * inner, *line = right->numbers + integers_place(inner, 0, block);
            __m256i sums[INTEGERS_ROWS][2];
            _Pragma("GCC unroll 6") for (size_t r = 0; r < INTEGERS_ROWS; r++)
                sums[r][0] = sums[r][1] = _mm256_setzero_si256();
            for (size_t k = 0; k < inner; k += 2, line += (ptrdiff_t)2 * INTEGERS_LANES) {
                const __m256i first = _mm256_loadu_si256((const void *)line), second = _mm256_loadu_si256((const void *)(line + INTEGERS_LANES));
                _Pragma("GCC unroll 6") for (size_t r = 0; r < INTEGERS_ROWS; r++) {
                    const __m256i pair = _mm256_set1_epi32(integers__pair(factor + r * inner + k));
                    sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(pair, first));
                    sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(pair, second));
                }
            }
            _Pragma("GCC unroll 6") for (size_t r = 0; r < INTEGERS_ROWS; r++)
                _Pragma("GCC unroll 2") for (size_t i = 0; i < 2; i++) {
                    const size_t column = block + i * (INTEGERS_LANES / 2);
                    _mm256_storeu_ps(out + (row + r) * columns + column, integers__finish_avx2(sums[r][i], right->column_scale + column,
                                                                                            row_scale[row + r], bias + column));
                }
        }
}

#define INTEGERS_AVX512 __attribute__((target("avx512f,avx512bw,avx512vnni,prefer-vector-width=512")))

INTEGERS_AVX512
static inline __m512 integers__finish_avx512(__m512i sum, const float *column_scale, float row_scale, const float *bias)
{
    const __m512 scaled = _mm512_mul_ps(_mm512_mul_ps(_mm512_cvtepi32_ps(sum), _mm512_loadu_ps(column_scale)), _mm512_set1_ps(row_scale));
    return _mm512_add_ps(_mm512_loadu_ps(bias), scaled);
}

/* sum += pair * line. Written out, for the compiler copies each sum before it adds to it. */
INTEGERS_AVX512
static inline __m512i integers__add_avx512(__m512i sum, __m512i pair, __m512i line)
{
    __asm__("vpdpwssd %2, %1, %0" : "+v"(sum) : "v"(pair), "v"(line));
    return sum;
}

INTEGERS_AVX512
static void integers__multiply_avx512(float *out, const int16_t *left, const float *row_scale, const struct integers_factor *right,
                                      const float *bias, size_t rows)
{
    const size_t inner = right->inner, columns = right->columns;
    for (size_t block = 0; block < columns; block += INTEGERS_COLUMNS)
        for (size_t row = 0; row < rows; row += INTEGERS_ROWS) {
            const int16_t *const factor = left + row * inner, *line = right->numbers + integers_place(inner, 0, block);
            const size_t next = integers_place(inner, 0, INTEGERS_LANES);
            __m512i sums[INTEGERS_ROWS][2];
            _Pragma("GCC unroll 6") for (size_t r = 0; r < INTEGERS_ROWS; r++)
                sums[r][0] = sums[r][1] = _mm512_setzero_si512();
            for (size_t k = 0; k < inner; k += 2, line += (ptrdiff_t)2 * INTEGERS_LANES) {
                const __m512i first = _mm512_loadu_si512(line), second = _mm512_loadu_si512(line + next);
                _Pragma("GCC unroll 6") for (size_t r = 0; r < INTEGERS_ROWS; r++) {
                    const __m512i pair = _mm512_set1_epi32(integers__pair(factor + r * inner + k));
                    sums[r][0] = integers__add_avx512(sums[r][0], pair, first);
                    sums[r][1] = integers__add_avx512(sums[r][1], pair, second);
                }
            }
            _Pragma("GCC unroll 6") for (size_t r = 0; r < INTEGERS_ROWS; r++)
                _Pragma("GCC unroll 2") for (size_t i = 0; i < 2; i++) {
                    const size_t column = block + i * INTEGERS_LANES;
                    _mm512_storeu_ps(out + (row + r) * columns + column, integers__finish_avx512(sums[r][i], right->column_scale + column,
                                                                                               row_scale[row + r], bias + column));
                }
        }
}

#endif

size_t integers_multiply_versions(integers_multiply_function *versions[INTEGERS_VERSIONS])
{
    size_t count = 0;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni"))
        versions[count++] = integers__multiply_avx512;
    if (__builtin_cpu_supports("avx2"))
        versions[count++] = integers__multiply_avx2;
#endif
    versions[count++] = integers__multiply_plain;
    return count;
}
