/* parse/integers_test.c: every version of the product that this machine runs gives what its definition gives, to the last bit; and it
 * comes near to the product of the numbers before they were rounded. */
#include "parse/integers.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { INNER = 64, COLUMNS = 96, ROWS = 12 };

struct test_product {
    float left[ROWS * INNER], right[INNER * COLUMNS], bias[COLUMNS];
    int16_t left_numbers[ROWS * INNER], right_numbers[INNER * COLUMNS];
    float row_scale[ROWS], column_scale[COLUMNS];
};

static float test__random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return (float)(*state >> 8) / 8388608.0f - 1;
}

static void test__fill(struct test_product *product, uint32_t seed)
{
    int16_t column[INNER];
    float values[INNER];
    for (size_t i = 0; i < ROWS * INNER; i++)
        product->left[i] = test__random(&seed) * (float)(i % 7);
    for (size_t i = 0; i < INNER * COLUMNS; i++)
        product->right[i] = test__random(&seed);
    for (size_t c = 0; c < COLUMNS; c++) {
        product->bias[c] = test__random(&seed);
        for (size_t k = 0; k < INNER; k++)
            values[k] = product->right[k * COLUMNS + c];
        product->column_scale[c] = integers_round(values, INNER, column);
        for (size_t k = 0; k < INNER; k++)
            product->right_numbers[integers_place(INNER, k, c)] = column[k];
    }
    for (size_t r = 0; r < ROWS; r++)
        product->row_scale[r] = integers_round(product->left + r * INNER, INNER, product->left_numbers + r * INNER);
}

static float test__defined(const struct test_product *product, size_t r, size_t c)
{
    int64_t sum = 0;
    for (size_t k = 0; k < INNER; k++)
        sum += (int64_t)product->left_numbers[r * INNER + k] * product->right_numbers[integers_place(INNER, k, c)];
    return product->bias[c] + (float)sum * product->column_scale[c] * product->row_scale[r];
}

static double test__exact(const struct test_product *product, size_t r, size_t c)
{
    double sum = (double)product->bias[c];
    for (size_t k = 0; k < INNER; k++)
        sum += (double)product->left[r * INNER + k] * (double)product->right[k * COLUMNS + c];
    return sum;
}

static void test_versions(void **state)
{
    (void)state;
    static struct test_product product;
    static float out[ROWS * COLUMNS];
    integers_multiply_function *versions[INTEGERS_VERSIONS];
    const size_t count = integers_multiply_versions(versions);
    for (uint32_t seed = 1; seed <= 20; seed++) {
        test__fill(&product, seed);
        const struct integers_factor right = {product.right_numbers, product.column_scale, INNER, COLUMNS};
        for (size_t i = 0; i < count; i++) {
            memset(out, 0xFF, sizeof out);
            versions[i](out, product.left_numbers, product.row_scale, &right, product.bias, ROWS);
            for (size_t r = 0; r < ROWS; r++)
                for (size_t c = 0; c < COLUMNS; c++) {
                    const float defined = test__defined(&product, r, c);
                    assert_memory_equal(&out[r * COLUMNS + c], &defined, sizeof defined);
                    assert_true(fabs((double)defined - test__exact(&product, r, c)) < 0.02);
                }
        }
    }
}

static void test_largest_numbers(void **state)
{
    (void)state;
    const float values[INTEGERS_LANES] = {-3, 3, 0, 1.5f}, zeros[INTEGERS_LANES] = {0};
    int16_t numbers[INTEGERS_LANES], nothing[INTEGERS_LANES];
    assert_true(fabsf(integers_round(values, INTEGERS_LANES, numbers) - 3.0f / INTEGERS_LARGEST) < 1e-9f);
    assert_int_equal(numbers[0], -INTEGERS_LARGEST);
    assert_int_equal(numbers[1], INTEGERS_LARGEST);
    assert_int_equal(numbers[3], 1024);
    (void)integers_round(zeros, INTEGERS_LANES, nothing);
    assert_int_equal(nothing[0], 0);
    assert_true((int64_t)INTEGERS_LARGEST * INTEGERS_LARGEST * INTEGERS_INNER_AT_MOST <= INT32_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_versions), cmocka_unit_test(test_largest_numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
