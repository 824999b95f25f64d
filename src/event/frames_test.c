/* event/frames_test.c: the shipped frame tables read well, and lines that mean nothing are refused with file, line and cause. */
#include "event/event.h"
#include "event/frames.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
    struct arena *arena;
    struct image *image;
    struct laut_error error;
};

static int open_fixture(void **state)
{
    struct fixture *const fixture = calloc(1, sizeof *fixture);
    assert_non_null(fixture);
    fixture->arena = arena_open(0, &fixture->error);
    fixture->image = image_open(TEST_IMAGE, &fixture->error);
    assert_non_null(fixture->arena);
    assert_non_null(fixture->image);
    *state = fixture;
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *const fixture = *state;
    arena_free(fixture->arena);
    image_free(fixture->image);
    free(fixture);
    return 0;
}

/* Reads verbs.tsv with one more line. */
static bool read_with(struct fixture *fixture, const char *cells, struct frame_table *table)
{
    char folder[] = "/tmp/laut-frames-XXXXXX", room[64], path[96];
    assert_non_null(mkdtemp(folder));
    (void)snprintf(room, sizeof room, "%s/event", folder);
    (void)snprintf(path, sizeof path, "%s/verbs.tsv", room);
    assert_int_equal(mkdir(room, 0700), 0);
    FILE *const file = fopen(path, "w");
    assert_non_null(file);
    (void)fprintf(file, "id\tlemma\tframe\ttype\tmode\tactor\trecipient\titem\tsource\tchecked\n%s\ttest\t2026-11-24\n", cells);
    assert_int_equal(fclose(file), 0);
    const struct table_set set = {fixture->arena, fixture->image, folder};
    struct filler_groups groups;
    assert_true(filler_groups_open(&set, &groups, &fixture->error));
    const bool read = frame_table_open(&set, &groups, "verbs.tsv", FRAME_VERB, table, &fixture->error);
    (void)unlink(path);
    (void)rmdir(room);
    (void)rmdir(folder);
    return read;
}

static void test_shipped_tables(void **state)
{
    struct fixture *const fixture = *state;
    const struct table_set set = {fixture->arena, fixture->image, NULL};
    if (!event_knowledge_open(&set, &fixture->error))
        fail_msg("%s:%zu: %s", fixture->error.file, fixture->error.line, fixture->error.message);
}

static void test_line(void **state)
{
    struct frame_table table;
    assert_true(read_with(*state, "foltern.9\tXfoltern\takk=person,!troops PP:mit?\tASSAULT\ttorture\tnom\takk.gen|akk=actor\t-",
                          &table));
    const struct string_map_hit hit = string_map_find(table.by_lemma, "Xfoltern", 8);
    assert_true(hit.found);
    const struct frame *const frame = &table.frames[hit.value];
    assert_int_equal(frame->condition_count, 2);
    assert_int_equal(frame->conditions[0].slot.function, FUNCTION_AKK);
    assert_int_equal(frame->conditions[0].filler_count, 2);
    assert_true(frame->conditions[0].fillers[1].negated);
    assert_true(frame->conditions[1].optional);
    assert_string_equal(frame->conditions[1].slot.preposition, "mit");
    assert_int_equal(frame->type, EVENT_ASSAULT);
    assert_int_equal(frame->roles[ROLE_RECIPIENT].count, 1);
    assert_int_equal(frame->roles[ROLE_RECIPIENT].groups[0].count, 2);
    assert_true(frame->roles[ROLE_RECIPIENT].groups[0].terms[0].has_inner);
    assert_int_equal(frame->roles[ROLE_ITEM].count, 0);
}

static void test_bad_lines(void **state)
{
    static const char *const bad[] = {
        "x.1\tx\takkusativ\tAID\t-\tnom\takk\t-",           /* no such function */
        "x.1\tx\takk=waffen\tAID\t-\tnom\takk\t-",          /* neither a class nor a noun */
        "x.1\tx\takk=\tAID\t-\tnom\takk\t-",                /* nothing after = */
        "x.1\tx\t-\tHELP\t-\tnom\takk\t-",                  /* no such type */
        "x.1\tx\t-\tAID\tkindly\tnom\takk\t-",              /* no such mode */
        "x.1\tx\t-\tAID\t-\tnom\takk.von\t-",               /* no such inner function */
        "x.1\tx\takk=group:nonsense\tAID\t-\tnom\takk\t-",     /* no such group */
        "x.1\tx\takk=event:HELP\tAID\t-\tnom\takk\t-",      /* no such type in a filler */
        "x.1\t-\t-\tAID\t-\tnom\takk\t-",                   /* no lemma */
        "x.1\tx\t-\tAID\t-\tnom\takk",                      /* a column short */
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct fixture *const fixture = *state;
        struct frame_table table;
        memset(&fixture->error, 0, sizeof fixture->error);
        assert_false(read_with(fixture, bad[i], &table));
        assert_non_null(strstr(fixture->error.file, "verbs.tsv"));
        assert_int_equal(fixture->error.line, 2);
        assert_true(fixture->error.message[0] != '\0');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_shipped_tables), cmocka_unit_test(test_line),
                                       cmocka_unit_test(test_bad_lines)};
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
