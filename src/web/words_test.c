/* web/words_test.c: the search line becomes the words of `laut find`. */
#include "web/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void check_words(const char *query, const char *const *wanted, size_t count)
{
    struct words words;
    assert_true(words_split(&words, query));
    assert_int_equal(words.count, count);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(words.items[i], wanted[i]);
    words_free(&words);
}

static void test_words(void **state)
{
    (void)state;
    check_words(NULL, NULL, 0);
    check_words(" \t ", NULL, 0);
    check_words("who:RUS  Rakete*", (const char *const[]){"who:RUS", "Rakete*"}, 2);
    check_words("\"chemische Waffen\" -Giftgas", (const char *const[]){"\"chemische Waffen\"", "-Giftgas"}, 2);
    check_words("source:\"John Kirby\" what:AID", (const char *const[]){"source:John Kirby", "what:AID"}, 2);
    check_words("\"um 12:30 Uhr\"", (const char *const[]){"\"um 12:30 Uhr\""}, 1);
    check_words("\"nicht zu", (const char *const[]){"\"nicht zu\""}, 1);
    check_words("where:\"nicht zu", (const char *const[]){"where:nicht zu"}, 1);
    check_words("\"", (const char *const[]){"\"\""}, 1);
}

static void test_words_too_many(void **state)
{
    (void)state;
    char query[2 * WORDS_AT_MOST + 3];
    for (size_t i = 0; i < sizeof query; i++)
        query[i] = i % 2 ? ' ' : 'a';
    query[2 * WORDS_AT_MOST] = '\0';
    struct words words;
    assert_true(words_split(&words, query));
    words_free(&words);
    query[2 * WORDS_AT_MOST] = 'a';
    query[2 * WORDS_AT_MOST + 1] = '\0';
    assert_false(words_split(&words, query));
    words_free(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_words), cmocka_unit_test(test_words_too_many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
