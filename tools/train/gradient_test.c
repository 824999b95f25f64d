/* tools/train/gradient_test.c: the derivatives computed by hand are those that small changes of the parameters show, for gold trees
 * and for labels of several networks; shares keep what is largest. */
#include "gradient.h"

#include "base/hash.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { WORDS = 7, STEPS = 60 };

struct small_case {
    struct network network;
    struct gradient_room *room;
    float *parameters, *gradient, input[WORDS * 32], input_gradient[WORDS * 32];
    struct target targets[WORDS];
    struct soft soft[WORDS];
};

static float random_number(uint64_t seed)
{
    return (float)(hash_mix(seed) >> 40) / 16777216.0f - 0.5f;
}

static void fill_targets(struct small_case *test)
{
    static const uint32_t heads[WORDS] = {2, 0, 2, 5, 2, 7, 5};
    for (uint32_t i = 0; i < WORDS; i++) {
        struct soft *const soft = &test->soft[i];
        *soft = (struct soft){.tree_head = (uint16_t)heads[i], .heads = {(uint16_t)heads[i], i < 3 ? 4 : 1}, .head_shares = {200, 55},
                              .relations = {RELATION_OBJ, RELATION_OBL}, .relation_shares = {100, 155}};
        soft->tags[UPOS_NOUN] = 155;
        soft->tags[UPOS_ADJ] = 100;
        test->targets[i] = (struct target){.head = heads[i], .relation = (uint8_t)(1 + i), .weight = 1, .soft = soft, .soft_tree = i > 3};
        test->targets[i].values[TAGS_UPOS] = i > 3 ? 0 : 1u << (1 + i);
        test->targets[i].values[TAGS_CASE] = 1u << CASE_NOM | 1u << CASE_ACC;
    }
}

static double loss_of(struct small_case *test)
{
    static const uint32_t begin[] = {0, 3, WORDS};
    struct target targets[WORDS];
    struct loss loss = {0};
    memcpy(targets, test->targets, sizeof targets);
    for (uint32_t i = 0; i < 3; i++)
        targets[i].head = i == 1 ? 0 : 2;            /* two sentences: of three words, of four */
    for (uint32_t i = 3; i < WORDS; i++) {
        targets[i].head = i == 4 ? 0 : 2;
        test->soft[i].heads[0] = (uint16_t)targets[i].head;
    }
    memcpy(gradient_activations(test->room)->x[0], test->input, sizeof test->input);
    memset(test->gradient, 0, test->network.layout.parameter_count * sizeof *test->gradient);
    gradient_of_batch(test->room, &test->network, &(struct network_batch){begin, 2, WORDS}, targets, 1.0f, test->gradient,
                      test->input_gradient, &loss);
    return loss.arcs + loss.relations + loss.tags;
}

static int open_case(void **state)
{
    struct small_case *const test = calloc(1, sizeof *test);
    struct network_layout layout;
    if (!test || !network_layout_make((struct network_shape){32, 2, 16, 16}, &layout))
        return -1;
    test->parameters = calloc(layout.parameter_count, sizeof(float));
    test->gradient = calloc(layout.parameter_count, sizeof(float));
    test->room = gradient_room_open(&layout, WORDS, WORDS);
    test->network = (struct network){.layout = layout, .parameters = test->parameters, .multiply = matrix_multiply_choose()};
    for (size_t i = 0; i < layout.parameter_count; i++)
        test->parameters[i] = 0.6f * random_number(i);
    for (size_t i = 0; i < WORDS * 32; i++)
        test->input[i] = 2 * random_number(1000000 + i);
    fill_targets(test);
    *state = test;
    return test->parameters && test->gradient && test->room ? 0 : -1;
}

static int close_case(void **state)
{
    struct small_case *const test = *state;
    gradient_room_free(test->room);
    free(test->parameters);
    free(test->gradient);
    free(test);
    return 0;
}

/* (loss(p + e) - loss(p - e)) / 2e against the derivative. */
static void check(struct small_case *test, float *place, float derivative)
{
    static const float small = 1e-2f;
    const float before = *place;
    *place = before + small;
    const double above = loss_of(test);
    *place = before - small;
    const double below = loss_of(test);
    *place = before;
    const double shown = (above - below) / (2 * (double)small);
    if (fabs(shown - (double)derivative) > 0.02 + 0.03 * fabs(shown))
        fail_msg("derivative %g, shown %g", (double)derivative, shown);
}

static void test_derivatives(void **state)
{
    struct small_case *const test = *state;
    const size_t count = test->network.layout.parameter_count;
    (void)loss_of(test);
    float *const gradient = malloc(count * sizeof *gradient);
    assert_non_null(gradient);
    memcpy(gradient, test->gradient, count * sizeof *gradient);
    float input[WORDS * 32];
    memcpy(input, test->input_gradient, sizeof input);
    for (uint64_t step = 0; step < STEPS; step++) {
        const size_t parameter = (size_t)(hash_mix(77 + step) % count), number = (size_t)(hash_mix(step) % (WORDS * 32));
        check(test, &test->parameters[parameter], gradient[parameter]);
        check(test, &test->input[number], input[number]);
    }
    free(gradient);
}

static void test_largest_shares(void **state)
{
    (void)state;
    const float shares[] = {0.05f, 0.5f, 0.0f, 0.3f, 0.1f, 0.05f};
    uint16_t places[SOFT_SHARES];
    uint8_t kept[SOFT_SHARES];
    soft_keep_largest(shares, 6, places, kept);
    assert_int_equal(places[0], 1);
    assert_int_equal(places[1], 3);
    assert_int_equal(places[2], 4);
    assert_int_equal(kept[0], 128);
    assert_true(kept[3] > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(test_derivatives, open_case, close_case),
                                       cmocka_unit_test(test_largest_shares)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
