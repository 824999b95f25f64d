/* parse/decode_test.c: the decoder finds what trying every tree finds. */
#include "parse/decode.h"

#include "base/hash.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { TEST_TOKENS = 5, TEST_STRIDE = 16 };

static double test_sum(const float *score, const uint32_t *head, size_t count)
{
    double sum = 0;
    for (size_t d = 0; d < count; d++)
        sum += (double)score[d * TEST_STRIDE + head[d]];
    return sum;
}

static bool test_is_tree(const uint32_t *head, size_t count)
{
    size_t roots = 0;
    for (size_t d = 0; d < count; d++) {
        roots += head[d] == 0;
        size_t steps = 0;
        for (size_t at = d + 1; at; at = head[at - 1])
            if (++steps > count || head[at - 1] == at)
                return false;
    }
    return roots == 1;
}

static double test_best_of_all_trees(const float *score, size_t count)
{
    double best = -INFINITY;
    size_t all = 1;
    for (size_t d = 0; d < count; d++)
        all *= count + 1;
    for (size_t number = 0; number < all; number++) {
        uint32_t head[TEST_TOKENS];
        size_t rest = number;
        for (size_t d = 0; d < count; d++, rest /= count + 1)
            head[d] = (uint32_t)(rest % (count + 1));
        if (test_is_tree(head, count) && test_sum(score, head, count) > best)
            best = test_sum(score, head, count);
    }
    return best;
}

static void test_against_all_trees(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 400; seed++) {
        const size_t count = 1 + seed % TEST_TOKENS;
        float score[TEST_TOKENS * TEST_STRIDE];
        for (size_t i = 0; i < TEST_TOKENS * TEST_STRIDE; i++)
            score[i] = (float)(hash_mix(seed * 1000 + i) >> 40) / 1e6f - 8.0f;
        uint32_t head[TEST_TOKENS];
        void *const room = malloc(decode_room_bytes(count));
        assert_non_null(room);
        decode_tree(score, TEST_STRIDE, count, head, room);
        free(room);
        assert_true(test_is_tree(head, count));
        assert_true(fabs(test_sum(score, head, count) - test_best_of_all_trees(score, count)) < 1e-6);
    }
}

/* Many contractions inside each other: a long sentence whose every word prefers its neighbour. */
static void test_long(void **state)
{
    (void)state;
    enum { COUNT = 255, STRIDE = 256 };
    float *const score = calloc(COUNT * STRIDE, sizeof *score);
    uint32_t *const head = calloc(COUNT, sizeof *head);
    void *const room = malloc(decode_room_bytes(COUNT));
    assert_true(score && head && room);
    for (size_t d = 0; d < COUNT; d++)
        for (size_t h = 0; h <= COUNT; h++)
            score[d * STRIDE + h] = h == 0 ? -50.0f : -(float)(h > d + 1 ? h - d - 1 : d + 1 - h);
    decode_tree(score, STRIDE, COUNT, head, room);
    assert_true(test_is_tree(head, COUNT));
    free(room);
    free(head);
    free(score);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_against_all_trees), cmocka_unit_test(test_long)};
    return cmocka_run_group_tests_name("parse_decode", tests, NULL, NULL);
}
