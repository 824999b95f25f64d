/* report/report_test.c: runs src/report/report.test and html.test: the lines of a text or page, each behind "> ", and what report/ makes of them: fields that
 * the text tells, then paragraphs, each behind its kind and the day of its entry in a ticker. An empty line ends a case, lines that begin with # are comments. A line
 * "given title …" or "given published …" before the text is a field that the report has already. */
#include "base/table_fixture.h"
#include "base/calendar.h"
#include "report/finish.h"
#include "report/html_report.h"
#include "report/reader.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST = 16384, FEWEST_CASES = 30, FEWEST_PAGES = 55 };

static int open_fixture(void **state)
{
    (void)fixture_open(state);
    struct fixture *const fixture = *state;
    const struct table_set set = fixture_tables(fixture, NULL);
    return fixture_keep(fixture, report_knowledge_open(&set, &fixture->error));
}

/* ---- text cases ---------------------------------------------------------------------------------------------- */

struct buffer {
    char text[LONGEST];
    size_t length;
};

static void print(struct buffer *buffer, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    const int length = vsnprintf(buffer->text + buffer->length, LONGEST - buffer->length, format, values);
    va_end(values);
    assert_true(length >= 0 && (size_t)length < LONGEST - buffer->length);
    buffer->length += (size_t)length;
}

static void print_document(const struct document *document, struct buffer *found)
{
    static const char *const kinds[] = {"body", "title", "kicker", "lead", "heading", "mark"};
    const struct report *const report = &document->report;
    if (report->published)
        print(found, "published %s %s\n", report->published, report->published_basis);
    if (report->modified)
        print(found, "modified %s\n", report->modified);
    if (report->author)
        print(found, "author %s\n", report->author);
    if (report->publisher)
        print(found, "publisher %s\n", report->publisher);
    for (size_t i = 0; i < report->agency_count; i++)
        print(found, "agency %s\n", report->agencies[i]);
    if (report->language && strcmp(report->language, "de") != 0)
        print(found, "language %s\n", report->language);
    for (size_t i = 0; i < document->paragraph_count; i++) {
        const struct span span = document->paragraphs[i].span;
        const struct calendar_date day = calendar_date_of(document->paragraphs[i].entry_day);
        print(found, document->paragraphs[i].entry_day ? "%s of %04d-%02d-%02d: " : "%s: ", kinds[document->paragraphs[i].kind], day.year, day.month, day.day);
        for (size_t at = span.begin_byte; at < span.end_byte; at++)
            print(found, "%c", document->text[at] == '\n' ? ' ' : document->text[at]);
        print(found, "\n");
    }
}

struct test_case {
    struct buffer text, expected;
    char title[256], published[64];
};

static void run_case(struct fixture *fixture, const struct test_case *test, bool page, unsigned line)
{
    static struct buffer found;
    struct document document = {.arena = fixture->arena};
    found = (struct buffer){.length = 0};
    document.report.title = test->title[0] ? test->title : NULL;
    if (test->published[0])
        assert_true(report_set_published(&document, test->published, "field", &fixture->error));
    const bool done = page ? html_report_read(&document, fixture->knowledge, test->text.text, test->text.length, NULL, NULL, &fixture->error)
                           : report_finish(&document, fixture->knowledge, test->text.text, test->text.length, REPORT_LAYOUT_NEWS, NULL, &fixture->error);
    if (done)
        print_document(&document, &found);
    else
        print(&found, "refused: %s\n", fixture->error.message);
    if (strcmp(found.text, test->expected.text) != 0)
        fail_msg("%s, case before line %u:\nexpected\n%s\nfound\n%s", page ? "html.test" : "report.test", line, test->expected.text, found.text);
}

static void run_cases(struct fixture *fixture, const char *path, bool page, unsigned fewest)
{
    static struct test_case test;
    FILE *const file = fopen(path, "r");
    assert_non_null(file);
    static char line[4096];
    unsigned line_number = 0, cases = 0;
    bool more = true;
    while (more) {
        more = fgets(line, sizeof line, file) != NULL;
        line_number++;
        if (more)
            line[strcspn(line, "\n")] = '\0';
        if (more && line[0] == '#')
            continue;
        if (more && strncmp(line, "given title ", 12) == 0)
            (void)snprintf(test.title, sizeof test.title, "%.250s", line + 12);
        else if (more && strncmp(line, "given published ", 16) == 0)
            (void)snprintf(test.published, sizeof test.published, "%.60s", line + 16);
        else if (more && line[0] == '>')
            print(&test.text, "%s\n", line[1] == ' ' ? line + 2 : line + 1);
        else if (more && line[0])
            print(&test.expected, "%s\n", line);
        else if (test.text.length) {
            run_case(fixture, &test, page, line_number);
            cases++;
            test = (struct test_case){.title = ""};
        }
    }
    (void)fclose(file);
    assert_true(cases >= fewest);
}

static void test_texts(void **state)
{
    run_cases(*state, TEST_SOURCE_FOLDER "/src/report/report.test", false, FEWEST_CASES);
}

static void test_pages(void **state)
{
    run_cases(*state, TEST_SOURCE_FOLDER "/src/report/html.test", true, FEWEST_PAGES);
}

/* ---- dates --------------------------------------------------------------------------------------------------- */

static void test_timestamps(void **state)
{
    struct fixture *const fixture = *state;
    static const struct { const char *text, *written; enum timestamp_reading reading; } cases[] = {
        {"2024-01-05", "2024-01-05", TIMESTAMP_READ}, {"2024", "2024", TIMESTAMP_READ}, {"2024-07", "2024-07", TIMESTAMP_READ},
        {"2024-01-05T04:55", "2024-01-05T04:55:00+01:00", TIMESTAMP_READ},
        {"2024-07-05 04:55:59", "2024-07-05T04:55:59+02:00", TIMESTAMP_READ},
        {"2024-01-05T04:55:00.123Z", "2024-01-05T04:55:00+00:00", TIMESTAMP_READ},
        {"2024-01-05T04:55:00-0530", "2024-01-05T04:55:00-05:30", TIMESTAMP_READ},
        {"2024-03-31T01:59", "2024-03-31T01:59:00+01:00", TIMESTAMP_READ},
        {"2024-03-31T03:00", "2024-03-31T03:00:00+02:00", TIMESTAMP_READ},
        {"2024-10-27T03:00", "2024-10-27T03:00:00+01:00", TIMESTAMP_READ},
        {"1995-10-01T12:00", "1995-10-01T12:00:00+01:00", TIMESTAMP_READ},
        {"1970-07-01T12:00", "1970-07-01T12:00:00+01:00", TIMESTAMP_READ},
        {"2023-02-29", NULL, TIMESTAMP_NO_SUCH_DAY}, {"2024-13-01", NULL, TIMESTAMP_NO_SUCH_DAY},
        {"2024-01-05T25:00", NULL, TIMESTAMP_NO_SUCH_DAY}, {"05.01.2024", NULL, TIMESTAMP_NO_FORM},
        {"2024-1-5", NULL, TIMESTAMP_NO_FORM}, {"", NULL, TIMESTAMP_NO_FORM}, {"2024-01-05x", NULL, TIMESTAMP_NO_FORM}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct timestamp timestamp;
        assert_int_equal(timestamp_read_iso(cases[i].text, strlen(cases[i].text), &timestamp), cases[i].reading);
        if (cases[i].written)
            assert_string_equal(timestamp_write(&timestamp, fixture->arena, &fixture->error), cases[i].written);
    }
}

/* ---- files --------------------------------------------------------------------------------------------------- */

/* Reads one file of those bytes; each report or refusal as a line. */
static void read_bytes(struct fixture *fixture, const char *bytes, size_t length, struct buffer *found)
{
    char path[] = "/tmp/laut-report-test-XXXXXX";
    const int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, bytes, length), length);
    assert_int_equal(close(file), 0);
    const char *const paths[] = {path};
    struct report_reader *const reader = report_reader_open(fixture->knowledge, paths, 1, &(struct report_reader_options){.published = "2020-02-02"}, &fixture->error);
    assert_non_null(reader);
    enum report_reading reading;
    *found = (struct buffer){.length = 0};
    do {
        struct document document = {.arena = arena_open(0, &fixture->error)};
        assert_non_null(document.arena);
        struct taken taken;
        reading = report_reader_take(reader, &document, &taken, &fixture->error);
        if (reading == REPORT_READ)
            reading = report_reader_read(reader, &document, &taken, &fixture->error);
        if (reading == REPORT_READ)
            print(found, "%s %s %s\n", document.report.id, document.report.published, document.report.published_basis);
        else if (reading == REPORT_REFUSED)
            print(found, "line %zu: %s\n", fixture->error.line, fixture->error.message);
        if (reading == REPORT_REFUSED)
            assert_string_equal(fixture->error.file, path);
        arena_free(document.arena);
    } while (reading != REPORT_END);
    report_reader_free(reader);
    assert_int_equal(unlink(path), 0);
}

#define BYTES(text) text, sizeof text - 1

static void test_files(void **state)
{
    static struct buffer found;
    static const struct { const char *bytes; size_t length; const char *found; } cases[] = {
        {BYTES("{\"id\": \"a\", \"text\": \"Er ging.\"}\n\n{\"id\": 7, \"text\": \"Er kam.\", \"published\": \"2024-01-05\", \"title\": null}"),
         "a 2020-02-02 option\n7 2024-01-05 field\n"},
        {BYTES("\xEF\xBB\xBF{\"id\": \"a\", \"text\": \"Er ging.\"}\r\n"), "a 2020-02-02 option\n"},
        {BYTES("{\"text\": \"Er ging."), "line 1: the JSON is cut off: premature end of input near '\"Er ging.', byte 18\n"},
        {BYTES("{\"text\": 5}\n{\"text\": null}\n{\"text\": \"\"}\n{\"text\": \"x\", \"title\": []}\n{\"id\": \"b\", \"text\": \"Er ging.\"}"),
         "line 1: \"text\" is a number, not a string\nline 2: \"text\" is missing\nline 3: the report has no text\n"
         "line 4: \"title\" is an array, not a string\nb 2020-02-02 option\n"},
        {BYTES("{\"text\": \"Er ging.\", \"published\": \"2023-02-29\"}"), "line 1: \"published\": the date 2023-02-29 does not exist\n"},
        {BYTES("{\"text\": \"Er ging.\", \"published\": \"gestern\"}"), "line 1: \"published\" is no date: \"gestern\"\n"},
        {BYTES("{\"id\": \"a\", \"text\": \"\xC3\"}\n{\"text\": \"\xE4\"}"),
         "line 1: broken UTF-8 at byte 22 of the line\nline 2: broken UTF-8 at byte 11 of the line\n"},
        {BYTES("{\"text\": \"a\0b\"}"), "line 1: NUL byte at byte 12 of the line\n"},
        {BYTES("[\n{\"text\": \"a\"}\n]"), "line 1: the JSON is cut off: ']' expected near end of file, byte 1\n"
                                            "ca978112ca1bbdca 2020-02-02 option\nline 3: this is no JSON: unexpected token near ']', byte 1\n"},
        {BYTES("a\xC3\xA4\xFF"), "line 0: broken UTF-8 at byte 4\n"},
        {BYTES("Er ging\0."), "line 0: NUL byte at byte 8\n"},
        {BYTES(""), "line 0: the report has no text\n"},
        {BYTES(" \n\xC2\xA0\n"), "line 0: the report has no text\n"},
        {BYTES("<?xml version=\"1.0\"?><TimeML><DCT><TIMEX3 value=\"1995-04-07\"/></DCT><TEXT>Er <TIMEX3>heute</TIMEX3> &amp; hier.</TEXT></TimeML>"),
         "6d22688701b61e98 1995-04-07 timeml\n"},
        {BYTES("<TimeML><TEXT>Er ging.</TEXT></TimeML>"), "5ca95128683fcb20 2020-02-02 option\n"},
        {BYTES("<TimeML>\n<TEXT>Er ging.</TimeML>"), "line 2: this is no XML: Premature end of data in tag TimeML line 1\n"},
        {BYTES("<!DOCTYPE html><meta charset=iso-8859-1><p>Der Minister sagte f\xFCr alle, dass er ging.</p>"), "44b0233bab0be86a 2020-02-02 option\n"},
        {BYTES("<html><p>Der Minister sagte f\xFCr alle, dass er ging.</p>"), "44b0233bab0be86a 2020-02-02 option\n"},
        {BYTES("<html><p>Der Minister\0sagte."), "fb3d4ac1db8966e9 2020-02-02 option\n"},
        {BYTES("<html><body></body></html>"), "line 0: the report has no text\n"},
        {BYTES("<TimeML></TimeML>"), "line 0: TimeML without <TEXT>\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        read_bytes(*state, cases[i].bytes, cases[i].length, &found);
        if (strcmp(found.text, cases[i].found) != 0)
            fail_msg("file %zu:\nexpected\n%s\nfound\n%s", i, cases[i].found, found.text);
    }
}

/* Lines of more than 32 MB are passed over, however long; what stands behind them is read. */
static void test_long_line(void **state)
{
    static struct buffer found;
    static const char begin[] = "{\"id\": \"long\", \"text\": \"", end[] = "\"}\n{\"id\": \"b\", \"text\": \"Er ging.\"}\n";
    const size_t middle = (size_t)200 << 20, length = sizeof begin - 1 + middle + sizeof end - 1;
    char *const bytes = malloc(length);
    assert_non_null(bytes);
    memset(bytes, 'a', length);
    memcpy(bytes, begin, sizeof begin - 1);
    memcpy(bytes + length - sizeof end + 1, end, sizeof end - 1);
    read_bytes(*state, bytes, length, &found);
    free(bytes);
    assert_string_equal(found.text, "line 1: a line of more than 32 MB is no report\nb 2020-02-02 option\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_texts), cmocka_unit_test(test_pages), cmocka_unit_test(test_timestamps), cmocka_unit_test(test_files),
                                       cmocka_unit_test(test_long_line)};
    return cmocka_run_group_tests(tests, open_fixture, fixture_close);
}
