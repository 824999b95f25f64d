/* parse/names_test.c: the names that are found are those of the best of all sequences of tags. */
#include "parse/names.h"

#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { WORDS = 4, SEQUENCES = NAME_TAG_COUNT * NAME_TAG_COUNT * NAME_TAG_COUNT * NAME_TAG_COUNT };

struct test_names {
    struct arena *arena;
    struct token tokens[WORDS];
    struct document document;
};

static unsigned test_kind(unsigned tag)
{
    return tag >= NAME_TAG_INSIDE ? tag - (unsigned)NAME_TAG_INSIDE : tag - (unsigned)NAME_TAG_BEGIN;
}

/* The sum of a sequence's scores, or a number below all sums where it may not be. */
static double test_sum(const float *scores, const unsigned *tags)
{
    double sum = 0;
    for (size_t i = 0; i < WORDS; i++) {
        const unsigned tag = tags[i], before = i ? tags[i - 1] : NAME_TAG_OUTSIDE;
        const bool same = tag != NAME_TAG_OUTSIDE && before != NAME_TAG_OUTSIDE && test_kind(tag) == test_kind(before);
        if ((tag >= NAME_TAG_INSIDE && !same) || (tag != NAME_TAG_OUTSIDE && tag < NAME_TAG_INSIDE && same))
            return -1e9;
        sum += (double)scores[i * NAME_TAG_COUNT + tag];
        if (tag == NAME_TAG_OUTSIDE)
            sum -= 0.7;
        else if (before != NAME_TAG_OUTSIDE && !same)
            sum -= 4;
    }
    return sum;
}

static void test_tags_of(unsigned number, unsigned tags[WORDS])
{
    for (size_t i = 0; i < WORDS; i++, number /= NAME_TAG_COUNT)
        tags[i] = number % NAME_TAG_COUNT;
}

static void test_found_tags(const struct document *document, unsigned tags[WORDS])
{
    memset(tags, 0, WORDS * sizeof *tags);
    for (size_t n = 0; n < document->name_count; n++) {
        const struct name *const name = &document->names[n];
        for (uint32_t i = 0; i < name->tokens.count; i++)
            tags[name->tokens.first + i] = (unsigned)(i ? NAME_TAG_INSIDE : NAME_TAG_BEGIN) + (unsigned)name->kind;
    }
}

static void test_best_of_all(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        struct laut_error error = {0};
        struct test_names test = {.arena = arena_open(0, &error)};
        float scores[WORDS * NAME_TAG_COUNT];
        test.document = (struct document){.arena = test.arena, .tokens = test.tokens, .token_count = WORDS};
        for (size_t i = 0; i < WORDS * NAME_TAG_COUNT; i++)
            scores[i] = (float)(hash_mix(seed * 100 + i) >> 40) / 16777216.0f * 8;
        assert_true(names_add(&test.document, (struct token_range){0, WORDS}, scores, NAME_TAG_COUNT, &error));
        double best = -1e9;
        unsigned tags[WORDS];
        for (unsigned number = 0; number < SEQUENCES; number++) {
            test_tags_of(number, tags);
            const double sum = test_sum(scores, tags);
            best = sum > best ? sum : best;
        }
        test_found_tags(&test.document, tags);
        assert_true(test_sum(scores, tags) > best - 1e-4);
        arena_free(test.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_best_of_all)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
