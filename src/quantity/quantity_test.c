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
#include "engine/names.h"
#include "engine/text_cases.h"
#include "quantity/quantity.h"

#include <math.h>

enum { FEWEST_CASES = 60 };

static void print_quantity(struct text_cases_buffer *buffer, const struct document *document, const struct quantity *quantity)
{
    char to[32] = "-";
    if (isfinite(quantity->to))
        (void)snprintf(to, sizeof to, "%.15g", quantity->to);
    text_cases_print(buffer, "%s%.*s = %s %.15g %s %s %s %s", buffer->length ? "\n" : "", (int)(quantity->span.end_byte - quantity->span.begin_byte),
                     document->text + quantity->span.begin_byte, quantity->relation, quantity->value, to, quantity->unit ? quantity->unit : "-",
                     quantity->counted != DOCUMENT_NONE ? document->tokens[quantity->counted].form : "-", name_scope(quantity->scope));
    assert_non_null(quantity->why);
}

static void show(const struct laut_document *read, const struct text_case *asked, struct text_cases_buffer *found)
{
    const struct document *const document = &read->document;
    (void)asked;
    for (size_t i = 0; i < document->quantity_count; i++)
        if (!document->quantities[i].article)      /* shown with its item below, if it has one */
            print_quantity(found, document, &document->quantities[i]);
    for (size_t i = 0; i < document->item_count; i++)
        if (document->items[i].quantity != DOCUMENT_NONE) {
            const struct quantity *const quantity = &document->quantities[document->items[i].quantity];
            text_cases_print(found, "%sitem %.*s %s %.15g", found->length ? "\n" : "", (int)(document->items[i].span.end_byte - document->items[i].span.begin_byte),
                             document->text + document->items[i].span.begin_byte, quantity->relation, quantity->value);
        }
    if (!found->length)
        text_cases_print(found, "none");
}

static void test_cases(void **state)
{
    text_cases_run(*state, "quantity/quantity.test", FEWEST_CASES, show);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests(tests, text_cases_open_engine, text_cases_close_engine);
}
