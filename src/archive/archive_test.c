/* archive/archive_test.c: days, near copies, filters, keys of rules, and an archive whose memory ends at any moment. */
#include "archive/day.h"
#include "archive/filter.h"
#include "archive/highlight.h"
#include "archive/layers.h"
#include "archive/minhash.h"
#include "archive/rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void test_days(void **state)
{
    int32_t day;
    char text[DAY_BYTES];
    (void)state;
    assert_true(day_read("2024-01-05T04:55:00+01:00", &day));
    assert_int_equal(day, 19727);
    day_write(day, text);
    assert_string_equal(text, "2024-01-05");
    assert_int_equal(day_of_id(day_first_id(day)), day);
    assert_int_equal(day_of_id(day_first_id(day + 1) - 1), day);
    assert_true(day_first_id(DAY_UNKNOWN) < day_first_id(-2000000));
    assert_false(day_read("2023-02-29", &day));
    assert_false(day_read(NULL, &day));
    assert_true(day_read("-0039-03-01", &day));
    day_write(day, text);
    assert_string_equal(text, "-0039-03-01");
}

static void test_near_copies(void **state)
{
    static const char text[] = "Die Regierung hat am Montag neue Regeln beschlossen. Sie gelten von Januar an im ganzen Land und für alle Betriebe.";
    static const char other[] = "Am Freitag begann im Hafen ein Streik. Mehr als tausend Arbeiter legten die Arbeit nieder und fordern höhere Löhne.";
    char cut[sizeof text];
    uint32_t a[MINHASH_COUNT], b[MINHASH_COUNT];
    (void)state;
    assert_true(minhash_of(text, a));
    (void)snprintf(cut, sizeof cut, "%.80s", text);
    assert_true(minhash_of(cut, b));
    assert_true(minhash_similarity(a, a) > 0.99);
    assert_true(minhash_similarity(a, b) > 0.4);
    assert_true(minhash_of(other, b));
    assert_true(minhash_similarity(a, b) < 0.1);
    assert_false(minhash_of("zu kurz", b));
}

static void refuse(struct arena *arena, const char *word)
{
    struct filter filter;
    struct laut_error error = {.line = 0};
    assert_false(filter_read(&word, 1, arena, &filter, &error));
    assert_true(error.message[0] && error.remedy[0] && !error.file[0]);
}

static void test_filters(void **state)
{
    struct laut_error error;
    struct filter filter;
    struct arena *const arena = arena_open(0, &error);
    const char *const words[] = {"who:RUS,BLR/MIL", "what:ASSAULT/drone", "when:2024-02", "-certainty:denied", "Rakete*"};
    (void)state;
    assert_true(filter_read(words, 5, arena, &filter, &error));
    assert_string_equal(filter.match, "(terms : (arus OR ablrxmil) AND terms : (massaultxdrone) AND words : (\"Rakete\" *)) NOT (terms : (fct OR fpr OR fps))");
    assert_int_equal(filter.when.count, 1);
    assert_int_equal(filter.when.items[0].end - filter.when.items[0].begin, 28);       /* a leap year */
    assert_int_equal(filter.word_count, 1);
    const char *const quote = "a\" OR terms : (x";
    assert_true(filter_read(&quote, 1, arena, &filter, &error));
    assert_string_equal(filter.match, "words : (\"a OR terms : (x\")");
    for (const char *const *wrong = (const char *const[]){"what:X", "when:2024-13", "when:x", "who:", "who:,", "with:x", "report:x", "nope:x", "confidence:2",
                                                          "-when:2024", "certainty:sure", "origin:Iran", "state:x", "status:x", NULL}; *wrong; wrong++)
        refuse(arena, *wrong);
    arena_free(arena);
}

static void test_highlights(void **state)
{
    const char *const words[] = {"rakete", "küste"};
    json_t *const spans = highlight_spans("Die Rakete flog zur KÜSTE, Panzerrakete", strlen("Die Rakete flog zur KÜSTE, Panzerrakete"), words, 2);
    char *const text = json_dumps(spans, JSON_COMPACT);
    (void)state;
    assert_string_equal(text, "[[4,10],[20,25]]");
    free(text);
    json_decref(spans);
}

static void test_rules(void **state)
{
    struct laut_error error;
    struct arena *const arena = arena_open(0, &error);
    const struct rules *const rules = rules_open(arena, &error);
    struct features a = {.family = "attack", .who = "RUS", .whom = "UKR", .places = "c:charkiw", .goods = "", .modes = "drone", .topics = "", .dated = true,
                         .words = "1", .claim = "c-1", .begin = 100, .end = 101};
    struct features b = a;
    int64_t keys[KEYS_AT_MOST], others[KEYS_AT_MOST];
    (void)state;
    assert_non_null(rules);
    assert_string_equal(rules->items[rules_match(rules, &a, &b)].id, "place");
    b.places = "c:odessa";
    assert_int_equal(rules_match(rules, &a, &b), -1);      /* two towns, though the same parties */
    b.places = "s:flughafen";
    assert_string_equal(rules->items[rules_match(rules, &a, &b)].id, "pair");
    assert_int_equal(rules_match(rules, &a, &b), rules_match(rules, &b, &a));
    b.begin = b.end = 102;
    assert_int_equal(rules_match(rules, &a, &b), -1);      /* another time */
    b.begin = DAY_UNKNOWN;
    assert_true(rules_match(rules, &a, &b) >= 0);
    b.family = "supply";
    assert_int_equal(rules_match(rules, &a, &b), -1);
    b = a;
    b.places = "";
    bool shared = false;                         /* whoever matches shares a key */
    const size_t count = rules_keys(rules, &a, keys), other_count = rules_keys(rules, &b, others);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < other_count; k++)
            shared = shared || keys[i] == others[k];
    assert_true(shared);
    assert_true(rules_match(rules, &a, &b) >= 0);
    assert_string_equal(rules_family(rules, "COERCE", "arrest"), "arrest");
    assert_string_equal(rules_family(rules, "COERCE", ""), "coercion");
    arena_free(arena);
}

static void test_packed_events(void **state)
{
    struct laut_error error;
    struct arena *const arena = arena_open(0, &error);
    json_t *const event = json_pack("{s:s,s:[i,i],s:n}", "claim", "c-0123456789abcdef", "evidence", 3, 17, "when");
    struct layers packed;
    (void)state;
    assert_true(event_pack(event, arena, &packed, &error));
    json_t *const again = event_unpack(packed.bytes, (size_t)packed.length, &error);
    assert_true(json_equal(event, again));
    assert_null(event_unpack(packed.bytes, (size_t)packed.length - 1, &error));
    assert_null(event_unpack("garbage", 7, &error));
    assert_null(layers_open("short", 5, &error));
    json_decref(event);
    json_decref(again);
    arena_free(arena);
}

static void test_records(void **state)
{
    struct laut_error error;
    struct arena *const arena = arena_open(0, &error);
    struct archive_record record;
    static const char *const wrong[] = {"", "{}", "[]", "{\"doc\": 1}", "{\"doc\": {\"id\": \"x\"}, \"text\": \"y\"}",
                                        "{\"laut\":{\"version\":\"1\",\"tables\":\"t\",\"model\":\"m\"},\"doc\":{\"id\":\"x\",\"sha256_text\":\"0\",\"sha256_input\":\"0\"},\"text\":\"a\",\"events\":[]}"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        error = (struct laut_error){.line = 0};
        assert_false(record_open(wrong[i], strlen(wrong[i]), arena, &record, &error));
        assert_true(error.message[0] && error.remedy[0]);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days),       cmocka_unit_test(test_near_copies), cmocka_unit_test(test_filters), cmocka_unit_test(test_highlights),
        cmocka_unit_test(test_rules),      cmocka_unit_test(test_packed_events), cmocka_unit_test(test_records)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
