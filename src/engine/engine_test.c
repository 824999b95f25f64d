/* engine/engine_test.c: offsets, ids and writers, on documents and records made by hand. */
#include "engine/columns.h"
#include "engine/csv.h"
#include "engine/engine.h"
#include "engine/evidence.h"
#include "engine/ledger.h"
#include "engine/positions.h"
#include "engine/record_json.h"
#include "engine/timeml.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- a document of one title and one sentence ---------------------------------------------------------------- */

static const char title_and_text[] = "Öl für Kuba\n\nDie Türkei liefert am Dienstag fünf Drohnen, sagt Kiew.";

enum { BODY = sizeof "Öl für Kuba\n\n" - 1 };

/* Bytes of the first place of words at or after from. */
static struct span find(const char *words, size_t from)
{
    const char *const at = strstr(title_and_text + from, words);
    assert_non_null(at);
    const uint32_t begin = (uint32_t)(at - title_and_text);
    return (struct span){begin, begin + (uint32_t)strlen(words)};
}

struct made {
    struct arena *arena;
    struct document document;
    struct record record;
    struct sentence sentences[2];
    struct entity entities[2];
    uint32_t mentioned[2];
    struct mention mentions[2];
    struct time_expression times[1];
    struct quantity quantities[1];
    struct item_mention items[1];
    struct statement statements[1];
    struct span spans[8];
    uint32_t event_items[1];
    struct party actors[1], sources[1];
    struct event events[2];
};

static void make_layers(struct made *made)
{
    made->sentences[0] = (struct sentence){.span = {0, BODY - 2}, .kind = PARAGRAPH_TITLE};
    made->sentences[1] = (struct sentence){.span = {BODY, sizeof title_and_text - 1}};
    made->entities[0] = (struct entity){.name = "Türkei", .kind = ENTITY_COUNTRY, .code = "TUR", .sector = SECTOR_GOV,
                                        .latitude = (double)NAN, .longitude = (double)NAN, .place_country = "TUR",
                                        .precision = PRECISION_COUNTRY};
    made->entities[1] = (struct entity){.name = "Kiew", .kind = ENTITY_PLACE, .code = "UKR", .sector = SECTOR_GOV,
                                        .latitude = 50.45, .longitude = 30.52, .place_country = "UKR",
                                        .precision = PRECISION_CITY, .geonames = "703448"};
    made->mentioned[1] = 1;
    made->mentions[0] = (struct mention){.span = find("Türkei", BODY), .entities = &made->mentioned[0], .entity_count = 1};
    made->mentions[1] = (struct mention){.span = find("Kiew", BODY), .entities = &made->mentioned[1], .entity_count = 1};
    made->times[0] = (struct time_expression){.span = find("Dienstag", BODY), .type = TIMEX_DATE, .value = "2024-01-02",
                                              .begin_day = 19724, .end_day = 19724, .relative = true, .why = "weekday"};
    made->quantities[0] = (struct quantity){.span = find("fünf", BODY), .relation = "=", .value = 5, .to = (double)NAN,
                                            .scope = SCOPE_SINGLE, .why = "number"};
    made->items[0] = (struct item_mention){.span = find("Drohnen", BODY), .item_class = "drone", .unroca_basis = "class",
                                           .origin = "TUR", .why = "drohne.1"};
    made->spans[0] = find("Die Türkei liefert am Dienstag fünf Drohnen", BODY);
    made->spans[1] = find("sagt", BODY);
    made->spans[2] = find("Kiew", BODY);
    made->spans[3] = find("liefert", BODY);
    made->spans[4] = find("Öl", 0);
    made->statements[0] = (struct statement){.type = STATEMENT_INDIRECT, .medium = "Speech", .quote = {&made->spans[0], 1},
                                             .cue = {&made->spans[1], 1}, .speaker = {&made->spans[2], 1}, .entity = 1,
                                             .inside = DOCUMENT_NONE, .time = DOCUMENT_NONE, .why = "sagen"};
}

static void make_events(struct made *made)
{
    made->actors[0] = (struct party){.text = "Türkei", .span = made->mentions[0].span, .code = "TUR", .sector = SECTOR_GOV};
    made->sources[0] = (struct party){.text = "Kiew", .span = made->mentions[1].span, .entity = 1, .code = "UKR",
                                      .sector = SECTOR_GOV, .naming = NAMING_OFFICE, .is_party = "third"};
    made->events[0] = (struct event){
        .type = EVENT_AID, .trigger = {&made->spans[4], 1}, .incident = 1, .statement = DOCUMENT_NONE, .time = DOCUMENT_NONE,
        .begin_day = DAY_NONE, .end_day = DAY_NONE, .said_begin_day = DAY_NONE, .said_end_day = DAY_NONE,
        .place_entity = DOCUMENT_NONE, .place_mention = DOCUMENT_NONE, .evidence = {0, BODY - 2}, .confidence = 0.4};
    made->events[1] = (struct event){
        .type = EVENT_AID, .trigger = {&made->spans[3], 1}, .sentence = 1, .incident = 2, .actors = made->actors,
        .actor_count = 1, .sources = made->sources, .source_count = 1, .items = made->event_items, .item_count = 1,
        .begin_day = 19724, .end_day = 19724, .said_begin_day = 19726, .said_end_day = 19727, .place_entity = 1,
        .place_mention = 1, .factuality = FACTUALITY_PR_PLUS, .aux = AUX_FUTURE, .evidence = made->sentences[1].span,
        .confidence = 0.7 + 0.1 - 0.05, .why_frame = "liefern.1", .why_attribution = "sagen"};
}

static void make(struct made *made)
{
    struct laut_error error;
    *made = (struct made){.arena = arena_open(0, &error)};
    assert_non_null(made->arena);
    make_layers(made);
    make_events(made);
    made->document = (struct document){
        .arena = made->arena, .text = title_and_text, .text_bytes = sizeof title_and_text - 1, .body_begin_byte = BODY,
        .report = {.id = "r1", .title = "Öl für Kuba", .published = "2024-01-05", .published_basis = "field",
                   .language = "de", .sha256_text = "00", .sha256_input = "11"},
        .sentences = made->sentences, .sentence_count = 2, .entities = made->entities, .entity_count = 2,
        .mentions = made->mentions, .mention_count = 2, .times = made->times, .time_count = 1,
        .quantities = made->quantities, .quantity_count = 1, .items = made->items, .item_count = 1,
        .statements = made->statements, .statement_count = 1, .events = made->events, .event_count = 2};
    assert_true(record_make(&made->document, &made->record, &error));
}

/* What a writer writes, as a string that the caller frees. */
struct written {
    char *bytes;
    size_t length;
    FILE *stream;
};

static struct written *write_begin(struct written *written)
{
    *written = (struct written){.bytes = NULL};
    written->stream = open_memstream(&written->bytes, &written->length);
    assert_non_null(written->stream);
    return written;
}

static const char *write_end(struct written *written)
{
    assert_int_equal(fclose(written->stream), 0);
    return written->bytes;
}

/* ---- positions and the record -------------------------------------------------------------------------------- */

static void test_positions(void **state)
{
    (void)state;
    struct laut_error error;
    struct arena *const arena = arena_open(0, &error);
    struct positions positions;
    char text[1001];
    for (size_t i = 0; i < 1000; i += 2)
        memcpy(text + i, "ä", 2);
    assert_true(positions_open(arena, text, 1000, &positions, &error));
    for (size_t i = 0; i <= 1000; i += 2)
        assert_int_equal(positions_codepoint(&positions, i), i / 2);
    assert_int_equal(positions_codepoint(&positions, 5000), 500);
    assert_true(positions_open(arena, "", 0, &positions, &error));
    assert_int_equal(positions_codepoint(&positions, 0), 0);
    arena_free(arena);
}

static void test_record(void **state)
{
    (void)state;
    struct made made;
    make(&made);
    const struct record *const record = &made.record;
    assert_int_equal(record->sentence_count, 1);             /* the title's is none of the text */
    assert_int_equal(record->sentences[0].begin, 0);
    assert_int_equal(record->sentences[0].end, 55);
    assert_string_equal(record->entities[1].id, "N2");
    assert_int_equal(record->entities[0].mentions.items[0].begin, 4);
    assert_int_equal(record->entities[0].mentions.items[0].end, 10);
    assert_string_equal(record->times[0]->id, "T1");
    assert_string_equal(record->statements[0]->entity, "N2");
    const struct laut_event *const title = &record->events[0], *const text = &record->events[1];
    assert_string_equal(title->part, "title");
    assert_int_equal(title->sentence, UINT32_MAX);
    assert_int_equal(title->trigger.items[0].end, 2);
    assert_null(title->when.begin);
    assert_string_equal(text->part, "text");
    assert_int_equal(text->sentence, 0);
    assert_string_equal(text->when.begin, "2024-01-02");
    assert_string_equal(text->when_basis, "relative");
    assert_string_equal(text->said.end, "2024-01-05");
    assert_string_equal(text->factuality, "PR+");
    assert_string_equal(text->aux.items[0], "future");
    assert_string_equal(text->place.text, "Kiew");
    assert_string_equal(text->sources.items[0].named, "office");
    assert_null(text->actors.items[0].named);
    assert_int_equal(strlen(text->claim), 18);
    assert_string_not_equal(text->claim, title->claim);
    arena_free(made.arena);
}

/* The public id hangs on nothing but digest, part, trigger and type. */
static void test_claims(void **state)
{
    (void)state;
    struct made made;
    struct record again;
    struct laut_error error;
    char first[32];
    make(&made);
    (void)snprintf(first, sizeof first, "%s", made.record.events[1].claim);
    made.events[1].factuality = FACTUALITY_UU;
    assert_true(record_make(&made.document, &again, &error));
    assert_string_equal(again.events[1].claim, first);
    made.events[1].type = EVENT_AGREE;
    assert_true(record_make(&made.document, &again, &error));
    assert_string_not_equal(again.events[1].claim, first);
    made.events[1] = made.events[0];             /* the same trigger and type twice: still two ids */
    assert_true(record_make(&made.document, &again, &error));
    assert_string_not_equal(again.events[0].claim, again.events[1].claim);
    arena_free(made.arena);
}

/* ---- writers ------------------------------------------------------------------------------------------------- */

static void test_json(void **state)
{
    (void)state;
    struct made made;
    struct written written;
    struct laut_error error;
    make(&made);
    const struct record_version version = {"0", "aa", "bb"};
    assert_true(record_write_json(&made.record, &version, 0.5, write_begin(&written)->stream, &error));
    const char *const json = write_end(&written);
    static const char *const parts[] = {
        "{\"laut\": {\"version\": \"0\", \"coding\": \"PLOVER 2.0\", \"tables\": \"sha256:aa\", \"model\": \"sha256:bb\"}",
        "\"text\": \"Die Türkei liefert", "\"sentences\": [[0, 55]]", "\"external\": {\"geonames\": \"703448\"}",
        "\"place\": {\"text\": \"Kiew\", \"span\": [50, 54], \"country\": \"UKR\", \"precision\": \"city\", \"lat\": 50.45",
        "\"when\": {\"begin\": \"2024-01-02\", \"end\": \"2024-01-02\", \"time\": \"T1\", \"inherited\": false",
        "\"named\": \"office\", \"party\": \"third\"", "\"confidence\": 0.75"};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (!strstr(json, parts[i]))
            fail_msg("%s lacks %s", json, parts[i]);
    assert_null(strstr(json, "\"part\": \"title\""));        /* 0.4 is below 0.5 */
    assert_ptr_equal(strchr(json, '\n'), json + strlen(json) - 1);
    free(written.bytes);
    arena_free(made.arena);
}

static void test_csv(void **state)
{
    (void)state;
    struct made made;
    struct written written;
    struct laut_error error;
    make(&made);
    made.actors[0].text = "=1+1, \"x\"";
    assert_true(record_make(&made.document, &made.record, &error));
    assert_true(csv_write_header(write_begin(&written)->stream, &error));
    assert_true(csv_write(&made.record, 0.5, written.stream, &error));
    const char *const csv = write_end(&written);
    const char *const line = strstr(csv, "\r\n") + 2;
    static const char begin[] = "\"machine, unreviewed\",r1,,,Öl für Kuba,2024-01-05,,,c-";
    assert_memory_equal(line, begin, sizeof begin - 1);
    assert_non_null(strstr(line, ",\"'=1+1, \"\"x\"\"\",TUR,GOV,"));     /* no formula for a spreadsheet */
    assert_non_null(strstr(line, ",Drohnen,drone,,,TUR,"));
    size_t header_cells = 1, line_cells = 1;
    bool quoted = false;
    for (const char *c = csv; c < line; c++)
        header_cells += *c == ',';
    for (const char *c = line; *c; c++) {
        quoted ^= *c == '"';
        line_cells += *c == ',' && !quoted;
    }
    assert_int_equal(line_cells, header_cells);
    free(written.bytes);
    arena_free(made.arena);
}

static void test_ledger(void **state)
{
    (void)state;
    struct made made;
    struct written written;
    struct laut_error error;
    make(&made);
    const struct laut_style style = {.width = 80};
    assert_true(ledger_write(&made.record, &style, write_begin(&written)->stream, &error));
    assert_string_equal(
        write_end(&written),
        "Öl für Kuba                                                 published 2024-01-05\n"
        "r1\n"
        "\n"
        "  1  ?             AID\n"
        "     certain       stated by the report\n"
        "                   title: “Öl für Kuba”\n"
        "\n"
        "  2  TUR           AID       drone from TUR: 5       happened 2024-01-02 in Kiew\n"
        "     probable      according to Kiew (UKR)                   said 2024-01-04..05\n"
        "                   “Die Türkei liefert am Dienstag fünf Drohnen, sagt Kiew.”\n"
        "\n");
    free(written.bytes);
    arena_free(made.arena);
}

static void test_certainty(void **state)
{
    (void)state;
    static const struct { const char *factuality, *aux, *party, *words; } cases[] = {
        {"CT+", "future", NULL, "certain"}, {"CT-", NULL, "actor", "denied"}, {"CT-", NULL, "third", "not so"},
        {"CT-", NULL, NULL, "not so"}, {"PR-", NULL, NULL, "improbable"}, {"PS+", NULL, NULL, "possible"},
        {"Uu", "future", NULL, "planned"}, {"Uu", "hypothetical", NULL, "conditional"}, {"Uu", NULL, NULL, "uncertain"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct laut_party source = {.text = "", .party = cases[i].party};
        const struct laut_event event = {.factuality = cases[i].factuality, .aux = {&cases[i].aux, cases[i].aux != NULL},
                                         .sources = {&source, cases[i].party != NULL}};
        assert_string_equal(ledger_certainty(&event), cases[i].words);
    }
}

static void test_timeml(void **state)
{
    (void)state;
    struct made made;
    struct written written;
    struct laut_error error;
    make(&made);
    assert_true(timeml_write(&made.document, write_begin(&written)->stream, &error));
    assert_non_null(strstr(write_end(&written), "<TEXT>\nDie Türkei liefert am <TIMEX3 tid=\"t1\" type=\"DATE\" "
                                                "value=\"2024-01-02\">Dienstag</TIMEX3> fünf Drohnen, sagt Kiew.\n</TEXT>"));
    free(written.bytes);
    arena_free(made.arena);
}

/* ---- terminal ------------------------------------------------------------------------------------------------ */

static void test_columns(void **state)
{
    (void)state;
    static const struct { const char *text; size_t columns; } cases[] = {
        {"", 0}, {"abc", 3}, {"Jänner", 6}, {"Ja\xCC\x88nner", 6}, {"中国", 4}, {"„x“ …", 5}, {"\xFF", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(columns_of(cases[i].text, strlen(cases[i].text)), cases[i].columns);
    assert_int_equal(columns_fitting("äöü", 6, 2), 4);
    struct written written;
    columns_print("a\033[31m\nb\x7F", 9, write_begin(&written)->stream);
    assert_string_equal(write_end(&written), "a\xEF\xBF\xBD[31m b\xEF\xBF\xBD");
    free(written.bytes);
}

static void test_evidence(void **state)
{
    (void)state;
    static const char text[] = "Am Abend rief die überraschte Regierung nach langer Beratung alle ihre Bürger zum Streik auf.";
    static const struct laut_span trigger[] = {{9, 13}, {89, 92}};
    const struct laut_party actor = {.text = "Regierung", .has_span = true, .span = {30, 39}};
    const struct laut_event event = {.trigger = {trigger, 2}, .actors = {&actor, 1}, .evidence = {0, 93}};
    static const struct { size_t columns; const char *words; } cases[] = {
        {100, "Am Abend <rief> die überraschte Regierung nach langer Beratung alle ihre Bürger zum Streik <auf>."},
        {32, "… Abend <rief> … Regierung … <auf>."},
        {5, "… <rief> … <auf>."}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct written written;
        evidence_print(&event, text, cases[i].columns, "<", ">", write_begin(&written)->stream);
        assert_string_equal(write_end(&written), cases[i].words);
        free(written.bytes);
    }
}

/* ---- the engine ---------------------------------------------------------------------------------------------- */

static void test_engine(void **state)
{
    (void)state;
    struct laut_error error = {.line = 0};
    char line[1024];
    const struct laut_engine_options nowhere = {.image_path = "/nowhere/laut.image"};
    assert_null(laut_engine_open(&nowhere, &error));
    laut_error_describe(&error, line, sizeof line);
    assert_non_null(strstr(line, "/nowhere/laut.image: "));
    const struct laut_engine_options options = {.image_path = TEST_IMAGE};
    struct laut_engine *const engine = laut_engine_open(&options, &error);
    assert_non_null(engine);
    assert_int_equal(strlen(laut_engine_tables_sha256(engine)), 64);
    const struct laut_report_given report = {.text = "Er ging. Sie kam.", .published = "2024-01-05"};
    struct laut_document *const document = laut_document_read(engine, &report, &error);
    assert_non_null(document);
    assert_int_equal(laut_document_sentence_count(document), 2);
    assert_int_equal(laut_document_sentence(document, 1)->begin, 9);
    assert_null(laut_document_sentence(document, 2));
    assert_null(laut_document_event(document, 1000));
    assert_string_equal(laut_document_report(document)->published, "2024-01-05");
    laut_document_free(document);
    const struct laut_report_given page = {.text = "<html><head><title>Er ging | x</title></head><body><nav>Start</nav><p>Er ging am Abend fort, und niemand sah ihn wieder.</p>"};
    struct laut_document *const read = laut_document_read(engine, &page, &error);
    assert_non_null(read);
    assert_string_equal(laut_document_report(read)->text, "Er ging am Abend fort, und niemand sah ihn wieder.");
    laut_document_free(read);
    laut_engine_free(engine);
    laut_engine_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_positions), cmocka_unit_test(test_record), cmocka_unit_test(test_claims),
        cmocka_unit_test(test_json), cmocka_unit_test(test_csv), cmocka_unit_test(test_ledger),
        cmocka_unit_test(test_certainty), cmocka_unit_test(test_timeml), cmocka_unit_test(test_columns),
        cmocka_unit_test(test_evidence), cmocka_unit_test(test_engine)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
