/* text/segment_test.c: runs src/text/segment.test: a text, then its sentences, tokens separated by spaces, one sentence a
 * line; an empty line ends a case. Lines that begin with # are comments. */
#include "base/table_fixture.h"
#include "text/segment.h"

#include <stdio.h>
#include <string.h>

static int open_fixture(void **state)
{
    (void)fixture_open(state);
    struct fixture *const fixture = *state;
    const struct table_set set = fixture_tables(fixture, NULL);
    return fixture_keep(fixture, text_knowledge_open(&set, &fixture->error));
}

static void segment(struct fixture *fixture, const char *text, char *out, size_t size)
{
    const struct paragraph paragraph = {.span = {0, (uint32_t)strlen(text)}, .kind = PARAGRAPH_BODY};
    struct document document = {.arena = fixture->arena, .text = text, .text_bytes = strlen(text),
                                .paragraphs = &paragraph, .paragraph_count = 1};
    assert_true(text_segment(&document, fixture->knowledge, &fixture->error));
    size_t written = 0;
    out[0] = '\0';
    for (size_t i = 0; i < document.token_count && written < size; i++)
        written += (size_t)snprintf(out + written, size - written, "%s%s",
                                    i == 0 ? "" : document.tokens[i].sentence != document.tokens[i - 1].sentence ? "\n" : " ",
                                    document.tokens[i].form);
}

static void test_cases(void **state)
{
    FILE *const file = fopen(TEST_SOURCE_FOLDER "/src/text/segment.test", "r");
    assert_non_null(file);
    char line[2048], text[2048] = "", expected[4096] = "", found[4096];
    unsigned line_number = 0, cases = 0;
    bool more = true;
    while (more) {
        more = fgets(line, sizeof line, file) != NULL;
        line_number++;
        if (more)
            line[strcspn(line, "\n")] = '\0';
        if (more && line[0] == '#')
            continue;
        if (more && line[0]) {
            if (!text[0])
                (void)snprintf(text, sizeof text, "%s", line);
            else
                (void)snprintf(expected + strlen(expected), sizeof expected - strlen(expected), "%s%s",
                               expected[0] ? "\n" : "", line);
            continue;
        }
        if (!text[0])
            continue;
        segment(*state, text, found, sizeof found);
        if (strcmp(found, expected) != 0)
            fail_msg("segment.test, case before line %u:\nexpected %s\nfound    %s", line_number, expected, found);
        cases++;
        text[0] = expected[0] = '\0';
    }
    (void)fclose(file);
    assert_true(cases >= 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests(tests, open_fixture, fixture_close);
}
