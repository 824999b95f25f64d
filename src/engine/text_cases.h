/* engine/text_cases.h: for tests: runs a .test file through the whole path. A case is a text, its day of publication and the expected lines;
 * an empty line ends it; lines that begin with # are comments. A line "missed: issue 8" behind the day marks a case that is known to fail, and why
 * it may: when it passes, the mark must go. With LAUT_TEST_KEEP set, all failures are printed.
 *
 *     Teheran dementiert, Drohnen geliefert zu haben.
 *     2024-01-05
 *     geliefert | CT- | negation | IRN
 */
#ifndef ENGINE_TEXT_CASES_H
#define ENGINE_TEXT_CASES_H

#include "engine/engine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TEXT_CASES_LONGEST = 8192 };

struct text_cases_buffer {
    char text[TEXT_CASES_LONGEST];
    size_t length;
};

struct text_case {
    char text[TEXT_CASES_LONGEST], published[64];
    struct text_cases_buffer expected;
    bool missed;
    unsigned line;
};

static inline void text_cases_print(struct text_cases_buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline void text_cases_print(struct text_cases_buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int length = vsnprintf(buffer->text + buffer->length, TEXT_CASES_LONGEST - buffer->length, format, arguments);
    va_end(arguments);
    assert_true(length >= 0 && buffer->length + (size_t)length < TEXT_CASES_LONGEST);
    buffer->length += (size_t)length;
}

/* Prints what was found, in the form of the file; expected tells what was asked for. */
typedef void text_cases_show(const struct laut_document *read, const struct text_case *asked, struct text_cases_buffer *found);

static inline int text_cases_open_engine(void **state)
{
    struct laut_error error = {.line = 0};
    const struct laut_engine_options options = {.image_path = TEST_IMAGE};
    struct laut_engine *const engine = laut_engine_open(&options, &error);
    if (!engine)
        (void)fprintf(stderr, "%s:%zu: %s\n", error.file, error.line, error.message);
    *state = engine;
    return engine ? 0 : -1;
}

static inline int text_cases_close_engine(void **state)
{
    laut_engine_free(*state);
    return 0;
}

/* False: the file ends. "\n" in a text is a line's end. */
static inline bool text_cases_read(FILE *file, unsigned *line_number, struct text_case *next)
{
    char line[TEXT_CASES_LONGEST];
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
            for (char *at = next->text; (at = strstr(at, "\\n")) != NULL;) {
                *at = '\n';
                memmove(at + 1, at + 2, strlen(at + 2) + 1);
            }
            next->line = *line_number;
        } else if (!next->published[0]) {
            (void)snprintf(next->published, sizeof next->published, "%.60s", line);
        } else if (strncmp(line, "missed: issue ", 14) == 0) {
            next->missed = true;
        } else {
            text_cases_print(&next->expected, "%s%s", next->expected.length ? "\n" : "", line);
        }
    }
    return next->text[0] != '\0';
}

static inline bool text_cases_pass(const struct laut_engine *engine, const char *name, const struct text_case *asked, text_cases_show *show)
{
    struct laut_error error = {.line = 0};
    const struct laut_report_given given = {.text = asked->text, .published = asked->published};
    struct laut_document *const read = laut_document_read(engine, &given, &error);
    if (!read)
        fail_msg("%s:%u: %s", name, asked->line, error.message);
    struct text_cases_buffer found = {.length = 0};
    show(read, asked, &found);
    laut_document_free(read);
    const bool passed = (strcmp(found.text, asked->expected.text) == 0) != asked->missed;
    if (!passed)
        (void)fprintf(stderr, "%s:%u: %s\n  expected%s\n%s\n  found\n%s\n", name, asked->line, asked->text, asked->missed ? " to be missed" : "",
                      asked->expected.text, found.text);
    return passed;
}

static inline void text_cases_run(const struct laut_engine *engine, const char *name, unsigned fewest, text_cases_show *show)
{
    char path[512];
    (void)snprintf(path, sizeof path, "%s/src/%s", TEST_SOURCE_FOLDER, name);
    FILE *const file = fopen(path, "r");
    assert_non_null(file);
    const bool keep = getenv("LAUT_TEST_KEEP") != NULL;
    unsigned line_number = 0, cases = 0, failed = 0;
    struct text_case next;
    while ((keep || !failed) && text_cases_read(file, &line_number, &next)) {
        cases++;
        failed += !text_cases_pass(engine, name, &next, show);
    }
    (void)fclose(file);
    if (failed)
        fail_msg("%u of %u cases of %s failed", failed, cases, name);
    assert_true(cases >= fewest);
}

#endif
