/* event/code_test.c: runs src/event/code.test (rules) and frames.test (words) through the whole path: a sentence, its date of publication, the events that are
 * expected, one a line, sorted as in the text; an empty line ends a case. Lines that begin with # are comments.
 *
 *     Teheran dementiert, Drohnen geliefert zu haben.
 *     2024-01-05
 *     AID IRN > - | drone | CT- | sources IRN
 *
 * A party is its code, or ? and its sector; "none" alone: no event. A line "missed: issue 8" behind the date marks a case that is
 * known to fail, and why it may: when it passes, the mark must go. With LAUT_TEST_KEEP set, all failures are printed. */
#include "laut.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LONGEST = 4096 };

struct buffer {
    char text[LONGEST];
    size_t length;
};

static void print(struct buffer *buffer, const char *text)
{
    const size_t length = strlen(text);
    assert_true(buffer->length + length < LONGEST);
    memcpy(buffer->text + buffer->length, text, length + 1);
    buffer->length += length;
}

static void print_parties(struct buffer *buffer, const struct laut_parties *parties)
{
    if (!parties->count)
        print(buffer, "-");
    for (size_t i = 0; i < parties->count; i++) {
        const struct laut_party *const party = &parties->items[i];
        print(buffer, i ? "," : "");
        if (!party->code || !party->code[0])
            print(buffer, "?");
        print(buffer, party->code && party->code[0] ? party->code : party->sector ? party->sector : "");
    }
}

static void print_event(struct buffer *buffer, const struct laut_event *event)
{
    print(buffer, buffer->length ? "\n" : "");
    print(buffer, event->type);
    for (size_t i = 0; i < event->modes.count; i++) {
        print(buffer, i ? "," : "/");
        print(buffer, event->modes.items[i]);
    }
    print(buffer, " ");
    print_parties(buffer, &event->actors);
    print(buffer, " > ");
    print_parties(buffer, &event->recipients);
    print(buffer, " | ");
    print(buffer, event->items.count ? "" : "-");
    for (size_t i = 0; i < event->items.count; i++) {
        print(buffer, i ? "," : "");
        print(buffer, event->items.items[i].item_class);
    }
    print(buffer, " | ");
    print(buffer, event->factuality);
    if (event->sources.count) {
        print(buffer, " | sources ");
        print_parties(buffer, &event->sources);
    }
}

static void code(const struct laut_engine *engine, const char *text, const char *published, struct buffer *found)
{
    struct laut_error error = {.line = 0};
    const struct laut_report_given given = {.text = text, .published = published};
    struct laut_document *const document = laut_document_read(engine, &given, &error);
    if (!document)
        fail_msg("%s: %s", text, error.message);
    found->length = 0;
    found->text[0] = '\0';
    for (size_t i = 0; i < laut_document_event_count(document); i++)
        print_event(found, laut_document_event(document, i));
    if (!found->length)
        print(found, "none");
    laut_document_free(document);
}

static int open_engine(void **state)
{
    struct laut_error error = {.line = 0};
    const struct laut_engine_options options = {.image_path = TEST_IMAGE};
    struct laut_engine *const engine = laut_engine_open(&options, &error);
    if (!engine)
        (void)fprintf(stderr, "%s:%zu: %s\n", error.file, error.line, error.message);
    *state = engine;
    return engine ? 0 : -1;
}

static int close_engine(void **state)
{
    laut_engine_free(*state);
    return 0;
}

struct text_case {
    char text[LONGEST], published[64];
    struct buffer expected;
    bool missed;
    unsigned line;
};

/* False: the file ends. */
static bool read_case(FILE *file, unsigned *line_number, struct text_case *next)
{
    char line[LONGEST];
    next->text[0] = next->published[0] = next->expected.text[0] = '\0';
    next->expected.length = 0;
    next->missed = false;
    while (fgets(line, sizeof line, file)) {
        (*line_number)++;
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#')
            continue;
        if (!line[0] && next->text[0])
            return true;
        if (!next->text[0]) {
            (void)snprintf(next->text, sizeof next->text, "%s", line);
            next->line = *line_number;
        } else if (!next->published[0]) {
            (void)snprintf(next->published, sizeof next->published, "%.60s", line);
        } else if (strncmp(line, "missed: issue ", 14) == 0) {
            next->missed = true;
        } else {
            print(&next->expected, next->expected.length ? "\n" : "");
            print(&next->expected, line);
        }
    }
    return next->text[0] != '\0';
}

static void run_file(struct laut_engine *engine, const char *name, unsigned fewest)
{
    char path[256];
    (void)snprintf(path, sizeof path, TEST_SOURCE_FOLDER "/src/event/%s", name);
    FILE *const file = fopen(path, "r");
    assert_non_null(file);
    const bool keep = getenv("LAUT_TEST_KEEP") != NULL;
    unsigned line_number = 0, cases = 0, failed = 0;
    struct text_case next;
    while (read_case(file, &line_number, &next)) {
        struct buffer found;
        code(engine, next.text, next.published, &found);
        cases++;
        if ((strcmp(found.text, next.expected.text) == 0) != next.missed)
            continue;
        failed++;
        (void)fprintf(stderr, "%s:%u: %s\n  expected%s\n%s\n  found\n%s\n", name, next.line, next.text,
                      next.missed ? " to be missed" : "", next.expected.text, found.text);
        if (!keep)
            break;
    }
    (void)fclose(file);
    if (failed)
        fail_msg("%u of %u cases of %s failed", failed, cases, name);
    assert_true(cases >= fewest);
}

static void test_code(void **state)
{
    run_file(*state, "code.test", 90);
}

static void test_frames(void **state)
{
    run_file(*state, "frames.test", 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_code), cmocka_unit_test(test_frames)};
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
