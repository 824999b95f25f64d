/* entity/entity_test.c: runs src/entity/entity.test through the path: a text, its date of publication, then its mentions in the order of
 * the words, one a line, and its items; an empty line ends a case. Lines that begin with # are comments.
 *
 *     Die Ukraine erhielt deutsche Leopard 2A6. Das Land dankte.
 *     2023-03-01
 *     name Ukraine = Ukraine UKR GOV country
 *     adjective deutsche = Deutschland DEU GOV country
 *     nominal Land = Ukraine UKR GOV country
 *     item Leopard 2A6 = tank DEU Leopard 2A6
 *
 * A mention of several has them joined by " + ". With LAUT_TEST_KEEP set, all failures are printed. */
#include "engine/engine.h"
#include "engine/names.h"
#include "entity/entity.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LONGEST = 8192, FEWEST_CASES = 120 };

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

static const char *or_dash(const char *text)
{
    return text && text[0] ? text : "-";
}

static void print_mention(struct buffer *buffer, const struct document *document, const struct mention *mention)
{
    static const char *const kinds[] = {"name", "nominal", "pronoun", "adjective", "modifier"};
    print(buffer, "%s%s %.*s =", buffer->length ? "\n" : "", kinds[mention->kind],
          (int)(mention->span.end_byte - mention->span.begin_byte), document->text + mention->span.begin_byte);
    for (size_t i = 0; i < mention->entity_count; i++) {
        const struct entity *const entity = &document->entities[mention->entities[i]];
        print(buffer, "%s %s %s %s %s", i ? " +" : "", entity->name, or_dash(entity->code), or_dash(name_sector(entity->sector)),
              name_entity_kind(entity->kind));
    }
}

static void print_item(struct buffer *buffer, const struct document *document, const struct item_mention *item)
{
    print(buffer, "%sitem %.*s = %s %s %s", buffer->length ? "\n" : "", (int)(item->span.end_byte - item->span.begin_byte),
          document->text + item->span.begin_byte, item->item_class, or_dash(item->origin), or_dash(item->designation));
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
    for (size_t i = 0; i < document->token_count; i++) {
        const uint32_t indexes[] = {document->token_mention[i], document->token_modifier[i]};
        for (size_t k = 0; k < 2; k++)
            if (indexes[k] != DOCUMENT_NONE)
                print_mention(found, document, &document->mentions[indexes[k]]);
    }
    for (size_t i = 0; i < document->item_count; i++)
        print_item(found, document, &document->items[i]);
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
    FILE *const file = fopen(TEST_SOURCE_FOLDER "/src/entity/entity.test", "r");
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
        (void)fprintf(stderr, "entity.test:%u: %s\n  expected\n%s\n  found\n%s\n", next.line, next.text, next.expected.text, found.text);
        if (!keep)
            break;
    }
    (void)fclose(file);
    if (failed)
        fail_msg("%u of %u cases of entity.test failed", failed, cases);
    assert_true(cases >= FEWEST_CASES);
}

/* Names are looked up by binary search. */
static void test_gazetteer_is_in_order(void **state)
{
    static const char *const columns[] = {"id", "name", "country", "needs", "latitude", "longitude", "geonames", "source", "checked"};
    (void)state;
    struct laut_error error = {.line = 0};
    struct arena *const arena = arena_open(0, &error);
    struct image *const image = image_open(TEST_IMAGE, &error);
    assert_non_null(image);
    const struct table_set set = {arena, image, NULL};
    const struct table *const table = table_open(&set, "entity/places-geonames.tsv", columns, 9, &error);
    assert_non_null(table);
    for (size_t row = 1; row < table->row_count; row++)
        if (strcmp(table_cell(table, row - 1, 1), table_cell(table, row, 1)) >= 0)
            fail_msg("places-geonames.tsv:%u: %s is not in the order of bytes", table->lines[row], table_cell(table, row, 1));
    image_free(image);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases), cmocka_unit_test(test_gazetteer_is_in_order)};
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
