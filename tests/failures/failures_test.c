/* tests/failures/failures_test.c: each allocation and each write fails in turn, on one short report per room: what fails must say so, and
 * must neither crash nor leak. Of the tens of thousands of opening the engine only some fail, more with LAUT_TEST_LONG set. */
#include "failing.h"

#include "engine/engine.h"
#include "fetch/robots.h"
#include "fetch/tdmrep.h"
#include "parse/conllu.h"
#include "report/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { ENGINE_STRIDE = 499, ENGINE_STRIDE_LONG = 23 };       /* primes */

static const char report_text[] =
    "Streit um Raketen\n"
    "Stand: 05.01.2024 04:55 Uhr\n\n"
    "Moskau (dpa) - Russland hat nach Angaben der USA am Dienstag mindestens zwei nordkoreanische Raketen auf die Ukraine abgefeuert. "
    "„Das ist ein Verbrechen“, sagte der Sprecher John Kirby in Washington.\n\n"
    "Im Herbst hatte er erklärt, Pjöngjang habe mehr als 1000 Container mit Munition nach Russland geliefert. Moskau bestreitet das; "
    "man werde keine Waffen annehmen, hieß es aus dem Kreml.";

static int open_engine(void **state)
{
    struct laut_error error = {.line = 0};
    const struct laut_engine_options options = {.image_path = TEST_IMAGE};
    *state = laut_engine_open(&options, &error);
    if (!*state)
        fail_msg("%s: %s", error.file, error.message);
    return 0;
}

static int close_engine(void **state)
{
    laut_engine_free(*state);
    return 0;
}

/* A failed allocation must make the call fail with that message, and one that was not met must leave it well. */
static bool check(const char *what, size_t number, bool met, bool done, const struct laut_error *error)
{
    if (met && done)
        fail_msg("%s: allocation %zu failed and nobody noticed", what, number);
    if (met && !strstr(error->message, "memory"))
        fail_msg("%s: allocation %zu failed and the message is \"%s\"", what, number, error->message);
    if (!met && !done)
        fail_msg("%s: %s", what, error->message);
    if (!met)
        print_message("%s: %zu allocations\n", what, number);
    return met;
}

/* ---- rooms --------------------------------------------------------------------------------------------------- */

static struct laut_document *document_before(const struct laut_engine *engine, size_t stage)
{
    struct laut_error error = {.line = 0};
    struct laut_document *const document = engine_document_open(engine, &error);
    assert_non_null(document);
    assert_true(report_finish(&document->document, engine->report, report_text, sizeof report_text - 1, REPORT_LAYOUT_NEWS, NULL, &error));
    for (size_t i = 0; i < stage; i++)
        assert_true(engine_stage_run(engine, i, &document->document, &error));
    return document;
}

static void test_stages(void **state)
{
    const struct laut_engine *const engine = *state;
    for (size_t stage = 0; stage < engine_stage_count(); stage++) {
        bool met = true;
        for (size_t number = 0; met; number++) {
            struct laut_document *const document = document_before(engine, stage);
            struct laut_error error = {.line = 0};
            failing_begin(number);
            const bool done = engine_stage_run(engine, stage, &document->document, &error);
            met = check(engine_stage_name(stage), number, failing_end(), done, &error);
            laut_document_free(document);
        }
    }
}

static void test_record(void **state)
{
    const struct laut_engine *const engine = *state;
    bool met = true;
    for (size_t number = 0; met; number++) {
        struct laut_document *const document = document_before(engine, engine_stage_count());
        struct laut_error error = {.line = 0};
        failing_begin(number);
        const bool done = record_make(&document->document, &document->record, &error);
        met = check("record", number, failing_end(), done, &error);
        laut_document_free(document);
    }
}

/* ---- readers ------------------------------------------------------------------------------------------------- */

struct input {
    const char *name, *bytes;
    enum laut_input input;
};

static const struct input inputs[] = {
    {"plain text", report_text, LAUT_INPUT_REPORTS},
    {"JSON Lines", "{\"id\": \"a\", \"title\": \"Er ging\", \"published\": \"2024-01-05\", \"text\": \"Er ging. Sie kam.\", \"publisher\": \"x\"}\n"
                   "{\"text\": \"Er ging.\"}\n", LAUT_INPUT_REPORTS},
    {"TimeML", "<TimeML><DCT><TIMEX3 value=\"1995-04-07\"/></DCT><TITLE>Er</TITLE><TEXT>Er ging.</TEXT></TimeML>", LAUT_INPUT_REPORTS},
    {"web page", "<html><head><title>Er ging | x</title><meta property=\"og:site_name\" content=\"x\"><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\","
                 " \"datePublished\": \"2024-01-05T23:30:00Z\"}</script></head><body><nav>Start</nav><h1><span>Ja</span> <b>Er ging also heute</b></h1><p class=\"lead\">Er ging am 5. "
                 "Januar 2024, und <a href=\"x\">sie</a> kam.</p><h2>Dann</h2><p>Es war Abend, und alle waren da.</p></body></html>", LAUT_INPUT_REPORTS},
    {"feed", "<rss><channel><title>x</title><item><title>Er ging</title><link>https://example.org/a</link><pubDate>Fri, 05 Jan 2024 04:55:00 +0100</pubDate>"
             "<description>&lt;p&gt;Er ging.&lt;/p&gt;</description></item></channel></rss>", LAUT_INPUT_REPORTS},
    {"crawl", "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nWARC-Date: 2024-01-06T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
              "Content-Length: 192\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTDM-Reservation: 1\r\nTDM-Policy: https://example.org/p\r\nTransfer-Encoding: chunked\r\n\r\n"
              "29\r\n<html><body><p>Er ging.</p></body></html>\r\n0\r\n", LAUT_INPUT_REPORTS},
    {"NewsML-G2", "<newsItem guid=\"urn:a\" version=\"2\"><itemMeta><itemClass qcode=\"ninat:text\"/><provider><name>x</name></provider><versionCreated>2024-01-05T10:00:00Z</versionCreated>"
                  "<embargoed>2024-01-06T10:00:00Z</embargoed><pubStatus qcode=\"stat:usable\"/><edNote>Neu</edNote></itemMeta><contentMeta><headline>Er ging</headline></contentMeta><contentSet>"
                  "<inlineXML><html><body><p>Er ging.</p></body></html></inlineXML></contentSet></newsItem>", LAUT_INPUT_REPORTS},
    {"NITF", "<nitf><head><docdata><doc-id id-string=\"a\"/><date.issue norm=\"20240105T045500+0100\"/><ed-msg info=\"Neu\"/><doc.copyright holder=\"x\"/></docdata></head><body>"
             "<hedline><hl1>Er ging</hl1></hedline><byline>Eva</byline><body.content><p>Er ging.</p></body.content></body></nitf>", LAUT_INPUT_REPORTS},
    {"ninjs", "{\"uri\": \"urn:a\", \"version\": 2, \"versioncreated\": \"2024-01-05T10:00:00Z\", \"pubstatus\": \"usable\", \"headline\": \"Er ging\", \"byline\": \"Eva\", \"ednote\": \"Neu\","
              " \"body_text\": \"Er ging.\"}", LAUT_INPUT_REPORTS},
    {"RTF", "{\\rtf1\\ansi{\\info{\\title Er ging}{\\author Eva}{\\creatim\\yr2024\\mo1\\dy5}{\\revtim\\yr2024\\mo1\\dy6}}Er ging\\par Sie kam.\\par}", LAUT_INPUT_REPORTS},
    {"bare text", "Er ging.\n\nSie kam.", LAUT_INPUT_BARE_TEXT},
    {"CoNLL-U", "1-2\tIm\t_\t_\t_\t_\t_\t_\t_\t_\n1\tIn\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdem\t_\t_\t_\t_\t_\t_\t_\t_\n3\tUS\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                "4\t-\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n5\tHeer\t_\t_\t_\t_\t_\t_\t_\t_\n\n", LAUT_INPUT_CONLLU}};

/* Reads all reports of a file; false: one was refused, *error tells the first. */
static bool read_all(const struct laut_engine *engine, const char *path, enum laut_input input, struct laut_error *error)
{
    const struct laut_source_options options = {.input = input};
    struct laut_source *const source = laut_source_open(engine, &path, 1, &options, error);
    bool done = source != NULL;
    enum laut_reading reading = source ? LAUT_READING_DONE : LAUT_READING_END;
    while (reading != LAUT_READING_END) {
        struct laut_document *document = NULL;
        struct laut_error why = {.line = 0};
        reading = laut_source_read(source, &document, &why);
        if (reading == LAUT_READING_REFUSED && done) {
            *error = why;
            done = false;
        }
        laut_document_free(document);
    }
    laut_source_free(source);
    return done;
}

static void test_readers(void **state)
{
    const struct laut_engine *const engine = *state;
    for (size_t i = 0; i < sizeof inputs / sizeof inputs[0]; i++) {
        char path[] = "/tmp/laut-failures-XXXXXX";
        const int file = mkstemp(path);
        assert_true(file >= 0);
        assert_int_equal(write(file, inputs[i].bytes, strlen(inputs[i].bytes)), strlen(inputs[i].bytes));
        assert_int_equal(close(file), 0);
        bool met = true;
        for (size_t number = 0; met; number++) {
            struct laut_error error = {.line = 0};
            failing_begin(number);
            const bool done = read_all(engine, path, inputs[i].input, &error);
            met = check(inputs[i].name, number, failing_end(), done, &error);
        }
        assert_int_equal(unlink(path), 0);
    }
}

/* ---- writers ------------------------------------------------------------------------------------------------- */

static void test_writers(void **state)
{
    const struct laut_engine *const engine = *state;
    struct laut_error error = {.line = 0};
    struct laut_document *const document = document_before(engine, engine_stage_count());
    assert_true(record_make(&document->document, &document->record, &error));
    static const enum laut_format formats[] = {LAUT_FORMAT_JSON, LAUT_FORMAT_CSV, LAUT_FORMAT_LEDGER, LAUT_FORMAT_TIMEML, LAUT_FORMAT_CONLLU};
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        bool met = true;
        for (size_t number = 0; met; number++) {
            FILE *const stream = failing_stream(number);
            assert_non_null(stream);
            error = (struct laut_error){.line = 0};
            const bool done = laut_format_begin(formats[i], NULL, stream, &error) &&
                              laut_document_write(document, formats[i], NULL, stream, &error);
            met = failing_stream_failed();
            if (met == done)
                fail_msg("format %d: write %zu %s", (int)formats[i], number, met ? "failed and nobody noticed" : error.message);
            if (met && (!strstr(error.message, "written") || !error.remedy[0]))
                fail_msg("format %d: write %zu failed and the message is \"%s\"", (int)formats[i], number, error.message);
            (void)fclose(stream);
        }
        met = true;
        for (size_t number = 0; met; number++) {
            FILE *const stream = failing_stream(SIZE_MAX);
            error = (struct laut_error){.line = 0};
            failing_begin(number);
            const bool done = laut_document_write(document, formats[i], NULL, stream, &error);
            met = check("writer", number, failing_end(), done, &error);
            (void)fclose(stream);
        }
    }
    laut_document_free(document);
}

/* ---- what sites ask for ---------------------------------------------------------------------------------------- */

static bool read_rules(struct laut_error *error)
{
    static const char robots[] = "User-agent: *\nDisallow: /a\nContent-Usage: /n train-ai=n\n",
                      tdmrep[] = "[{\"location\": \"/\", \"tdm-reservation\": 1, \"tdm-policy\": \"https://example.org/p\"}]";
    struct arena *const arena = arena_open(0, error);
    const bool done = arena && robots_read(robots, sizeof robots - 1, "laut", arena, error) && tdmrep_read(tdmrep, sizeof tdmrep - 1, arena, error);
    arena_free(arena);
    return done;
}

static void test_rules(void **state)
{
    (void)state;
    bool met = true;
    for (size_t number = 0; met; number++) {
        struct laut_error error = {.line = 0};
        failing_begin(number);
        const bool done = read_rules(&error);
        met = check("rules of sites", number, failing_end(), done, &error);
    }
}

/* ---- the engine ---------------------------------------------------------------------------------------------- */

static void test_engine(void **state)
{
    (void)state;
    const struct laut_engine_options options = {.image_path = TEST_IMAGE};
    const size_t stride = getenv("LAUT_TEST_LONG") ? ENGINE_STRIDE_LONG : ENGINE_STRIDE;
    bool met = true;
    for (size_t number = 0; met; number += number < stride ? 1 : stride) {
        struct laut_error error = {.line = 0};
        failing_begin(number);
        struct laut_engine *const engine = laut_engine_open(&options, &error);
        met = check("engine", number, failing_end(), engine != NULL, &error);
        laut_engine_free(engine);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_stages), cmocka_unit_test(test_record), cmocka_unit_test(test_readers),
                                       cmocka_unit_test(test_writers), cmocka_unit_test(test_rules), cmocka_unit_test(test_engine)};
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
