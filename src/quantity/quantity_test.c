/* quantity/quantity_test.c: runs src/quantity/quantity.test through the path: a text, its date of publication, then its quantities in the order of
 * the words, one a line: the words, then relation, value, upper end, unit, counted word and scope. Items that have a quantity
 * follow. An empty line ends a case. Lines that begin with # are comments.
 *
 *     Nordkorea lieferte mehr als 1000 Container mit Munition.
 *     2024-01-05
 *     mehr als 1000 Container = > 1000 - Container Container single
 *     item Munition > 1000
 *
 * With LAUT_TEST_KEEP set, all failures are printed. */
#include "engine/engine.h"
#include "engine/names.h"
#include "quantity/quantity.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LONGEST = 8192, FEWEST_CASES = 60 };

struct buffer {
    char text[LONGEST];
    size_t length;
};

static void print(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void print(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int length = vsnprintf(buffer->text + buffer->length, LONGEST - buffer->length, format, arguments);
    va_end(arguments);
    assert_true(length >= 0 && buffer->length + (size_t)length < LONGEST);
    buffer->length += (size_t)length;
}

static void print_quantity(struct buffer *buffer, const struct document *document, const struct quantity *quantity)
{
    char to[32] = "-";
    if (isfinite(quantity->to))
        (void)snprintf(to, sizeof to, "%.15g", quantity->to);
    print(buffer, "%s%.*s = %s %.15g %s %s %s %s", buffer->length ? "\n" : "", (int)(quantity->span.end_byte - quantity->span.begin_byte),
          document->text + quantity->span.begin_byte, quantity->relation, quantity->value, to, quantity->unit ? quantity->unit : "-",
          quantity->counted != DOCUMENT_NONE ? document->tokens[quantity->counted].form : "-", name_scope(quantity->scope));
    assert_non_null(quantity->why);
}

static void find(const struct laut_engine *engine, const char *text, const char *published, struct buffer *found)
{
    struct laut_error error = {.line = 0};
    const struct laut_report_given given = {.text = text, .published = published};
    struct laut_document *const read = laut_document_read(engine, &given, &error);
    if (!read)
        fail_msg("%s: %s", text, error.message);
    const struct document *const document = &read->document;
    found->length = 0;
    found->text[0] = '\0';
    for (size_t i = 0; i < document->quantity_count; i++)
        print_quantity(found, document, &document->quantities[i]);
    for (size_t i = 0; i < document->item_count; i++)
        if (document->items[i].quantity != DOCUMENT_NONE) {
            const struct quantity *const quantity = &document->quantities[document->items[i].quantity];
            print(found, "%sitem %.*s %s %.15g", found->length ? "\n" : "", (int)(document->items[i].span.end_byte - document->items[i].span.begin_byte),
                  document->text + document->items[i].span.begin_byte, quantity->relation, quantity->value);
        }
    if (!found->length)
        print(found, "none");
    laut_document_free(read);
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
    unsigned line;
};

/* False: the file ends. */
static bool read_case(FILE *file, unsigned *line_number, struct text_case *next)
{
    char line[LONGEST];
    next->text[0] = next->published[0] = next->expected.text[0] = '\0';
    next->expected.length = 0;
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
        } else {
            print(&next->expected, "%s%s", next->expected.length ? "\n" : "", line);
        }
    }
    return next->text[0] != '\0';
}

static void test_cases(void **state)
{
    FILE *const file = fopen(TEST_SOURCE_FOLDER "/src/quantity/quantity.test", "r");
    assert_non_null(file);
    const bool keep = getenv("LAUT_TEST_KEEP") != NULL;
    unsigned line_number = 0, cases = 0, failed = 0;
    struct text_case next;
    while (read_case(file, &line_number, &next)) {
        struct buffer found;
        find(*state, next.text, next.published, &found);
        cases++;
        if (strcmp(found.text, next.expected.text) == 0)
            continue;
        failed++;
        (void)fprintf(stderr, "quantity.test:%u: %s\n  expected\n%s\n  found\n%s\n", next.line, next.text, next.expected.text, found.text);
        if (!keep)
            break;
    }
    (void)fclose(file);
    if (failed)
        fail_msg("%u of %u cases of quantity.test failed", failed, cases);
    assert_true(cases >= FEWEST_CASES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
