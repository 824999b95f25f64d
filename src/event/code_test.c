/* event/code_test.c: runs src/event/code.test (rules), sources.test (who says so, how sure, how many, when), claims.test (when it was claimed,
 * by which party), frames.test (words), agency.test (words as agencies use them), discourse.test (parties that other sentences tell), recipients.test (to whom it is done), words.test (to whom words are said) and place.test (places, incidents) through the whole path: a sentence, its date of publication, the
 * events that are expected, one a line, sorted as in the text; an empty line ends a case. Lines that begin with # are comments.
 *
 *     Teheran dementiert, Drohnen geliefert zu haben.
 *     2024-01-05
 *     AID IRN > - | drone | CT- | sources IRN
 *
 * A party is its code, or ? and its sector; "none" alone: no event. A line "missed: issue 8" behind the date marks a case that is
 * known to fail, and why it may: when it passes, the mark must go. With LAUT_TEST_KEEP set, all failures are printed. */
#include "engine/text_cases.h"

static void print_parties(struct text_cases_buffer *buffer, const struct laut_parties *parties)
{
    if (!parties->count)
        text_cases_print(buffer, "-");
    for (size_t i = 0; i < parties->count; i++) {
        const struct laut_party *const party = &parties->items[i];
        const bool coded = party->code && party->code[0];
        text_cases_print(buffer, "%s%s%s", i ? "," : "", coded ? "" : "?", coded ? party->code : party->sector ? party->sector : "");
    }
}

static void print_event(struct text_cases_buffer *buffer, const struct laut_event *event)
{
    text_cases_print(buffer, "%s%s", buffer->length ? "\n" : "", event->type);
    for (size_t i = 0; i < event->modes.count; i++)
        text_cases_print(buffer, "%s%s", i ? "," : "/", event->modes.items[i]);
    text_cases_print(buffer, " ");
    print_parties(buffer, &event->actors);
    text_cases_print(buffer, " > ");
    print_parties(buffer, &event->recipients);
    text_cases_print(buffer, " | %s", event->items.count ? "" : "-");
    for (size_t i = 0; i < event->items.count; i++)
        text_cases_print(buffer, "%s%s", i ? "," : "", event->items.items[i].item_class);
    text_cases_print(buffer, " | %s", event->factuality);
    if (event->sources.count) {
        text_cases_print(buffer, " | sources ");
        print_parties(buffer, &event->sources);
    }
}

static void show(const struct laut_document *document, const struct text_case *asked, struct text_cases_buffer *found)
{
    (void)asked;
    for (size_t i = 0; i < laut_document_event_count(document); i++)
        print_event(found, laut_document_event(document, i));
    if (!found->length)
        text_cases_print(found, "none");
}

static void test_code(void **state)
{
    text_cases_run(*state, "event/code.test", 90, show);
}

static void test_frames(void **state)
{
    text_cases_run(*state, "event/frames.test", 30, show);
}

static void test_agency(void **state)
{
    text_cases_run(*state, "event/agency.test", 100, show);
}

static void test_recipients(void **state)
{
    text_cases_run(*state, "event/recipients.test", 20, show);
}

static void test_words(void **state)
{
    text_cases_run(*state, "event/words.test", 6, show);
}

static void test_discourse(void **state)
{
    text_cases_run(*state, "event/discourse.test", 20, show);
}

/* place.test: type, country and place, number of the incident. */
static void show_places(const struct laut_document *document, const struct text_case *asked, struct text_cases_buffer *found)
{
    (void)asked;
    for (size_t i = 0; i < laut_document_event_count(document); i++) {
        const struct laut_event *const event = laut_document_event(document, i);
        text_cases_print(found, "%s%s %s %s #%u", found->length ? "\n" : "", event->type, event->place.country ? event->place.country : "-",
                         event->place.text ? event->place.text : "-", (unsigned)event->incident);
    }
}

static void show_source(struct text_cases_buffer *found, const struct laut_parties *sources)
{
    for (size_t i = 0; i < sources->count; i++)
        text_cases_print(found, "%s%s/%s %s", i ? " > " : "", sources->items[i].code ? sources->items[i].code : "?", sources->items[i].sector, sources->items[i].named);
    if (!sources->count)
        text_cases_print(found, "report");
}

/* sources.test: type and parties | certainty, aux | days, "inh" if told earlier | quantities of the items | sources, outermost first
 *     AID PRK > RUS | CT+ | 2024-01-02..2024-01-02 | missile >= 12 single | KOR/MIL office > ?/UNK unnamed */
static void show_sources(const struct laut_document *document, const struct text_case *asked, struct text_cases_buffer *found)
{
    (void)asked;
    for (size_t i = 0; i < laut_document_event_count(document); i++) {
        const struct laut_event *const event = laut_document_event(document, i);
        text_cases_print(found, "%s%s ", i ? "\n" : "", event->type);
        print_parties(found, &event->actors);
        text_cases_print(found, " > ");
        print_parties(found, &event->recipients);
        text_cases_print(found, " | %s", event->factuality);
        for (size_t k = 0; k < event->aux.count; k++)
            text_cases_print(found, " %s", event->aux.items[k]);
        text_cases_print(found, " | %s%s%s%s", event->when.begin ? event->when.begin : "-", event->when.begin ? ".." : "",
                         event->when.begin ? event->when.end : "", event->when_inherited ? " inh" : "");
        for (size_t k = 0; k < event->items.count; k++) {
            const struct laut_quantity *const quantity = event->items.items[k].quantity;
            text_cases_print(found, "%s%s", k ? ", " : " | ", event->items.items[k].item_class);
            if (quantity)
                text_cases_print(found, " %s %g%s%s %s", quantity->relation, quantity->value, quantity->unit ? " " : "",
                                 quantity->unit ? quantity->unit : "", quantity->scope);
        }
        text_cases_print(found, "%s | ", event->items.count ? "" : " | -");
        show_source(found, &event->sources);
    }
    if (!found->length)
        text_cases_print(found, "none");
}

/* claims.test: when it was claimed, and what the source is to the act (its actor, its recipient, a third)
 *     AID | 2024-01-04..2024-01-04 | UKR actor */
static void show_claims(const struct laut_document *document, const struct text_case *asked, struct text_cases_buffer *found)
{
    (void)asked;
    for (size_t i = 0; i < laut_document_event_count(document); i++) {
        const struct laut_event *const event = laut_document_event(document, i);
        text_cases_print(found, "%s%s | %s%s%s | ", i ? "\n" : "", event->type, event->said.begin ? event->said.begin : "-", event->said.begin ? ".." : "",
                         event->said.begin ? event->said.end : "");
        for (size_t k = 0; k < event->sources.count; k++)
            text_cases_print(found, "%s%s %s", k ? " > " : "", event->sources.items[k].code ? event->sources.items[k].code : "?", event->sources.items[k].party);
        text_cases_print(found, "%s", event->sources.count ? "" : "report");
    }
    if (!found->length)
        text_cases_print(found, "none");
}

static void test_claims(void **state)
{
    text_cases_run(*state, "event/claims.test", 6, show_claims);
}

static void test_sources(void **state)
{
    text_cases_run(*state, "event/sources.test", 6, show_sources);
}

static void test_places(void **state)
{
    text_cases_run(*state, "event/place.test", 5, show_places);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_code), cmocka_unit_test(test_sources), cmocka_unit_test(test_claims),
                                       cmocka_unit_test(test_frames), cmocka_unit_test(test_agency), cmocka_unit_test(test_discourse), cmocka_unit_test(test_recipients), cmocka_unit_test(test_words),
                                       cmocka_unit_test(test_places)};
    return cmocka_run_group_tests(tests, text_cases_open_engine, text_cases_close_engine);
}
