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
#include "engine/names.h"
#include "engine/text_cases.h"
#include "entity/entity.h"

enum { FEWEST_CASES = 120 };

static const char *or_dash(const char *text)
{
    return text && text[0] ? text : "-";
}

static void print_mention(struct text_cases_buffer *buffer, const struct document *document, const struct mention *mention)
{
    static const char *const kinds[] = {"name", "nominal", "pronoun", "adjective", "modifier"};
    text_cases_print(buffer, "%s%s %.*s =", buffer->length ? "\n" : "", kinds[mention->kind],
                     (int)(mention->span.end_byte - mention->span.begin_byte), document->text + mention->span.begin_byte);
    for (size_t i = 0; i < mention->entity_count; i++) {
        const struct entity *const entity = &document->entities[mention->entities[i]];
        text_cases_print(buffer, "%s %s %s %s %s", i ? " +" : "", entity->name, or_dash(entity->code), or_dash(name_sector(entity->sector)),
                         name_entity_kind(entity->kind));
    }
}

static void print_item(struct text_cases_buffer *buffer, const struct document *document, const struct item_mention *item)
{
    text_cases_print(buffer, "%sitem %.*s = %s %s %s", buffer->length ? "\n" : "", (int)(item->span.end_byte - item->span.begin_byte),
                     document->text + item->span.begin_byte, item->item_class, or_dash(item->origin), or_dash(item->designation));
}

static void show(const struct laut_document *read, const struct text_case *asked, struct text_cases_buffer *found)
{
    const struct document *const document = &read->document;
    (void)asked;
    for (size_t i = 0; i < document->token_count; i++) {
        const uint32_t indexes[] = {document->token_mention[i], document->token_modifier[i]};
        for (size_t k = 0; k < 2; k++)
            if (indexes[k] != DOCUMENT_NONE)
                print_mention(found, document, &document->mentions[indexes[k]]);
    }
    for (size_t i = 0; i < document->item_count; i++)
        print_item(found, document, &document->items[i]);
    if (!found->length)
        text_cases_print(found, "none");
}

static void test_cases(void **state)
{
    text_cases_run(*state, "entity/entity.test", FEWEST_CASES, show);
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
    return cmocka_run_group_tests(tests, text_cases_open_engine, text_cases_close_engine);
}
