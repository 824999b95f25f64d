/* time/time_test.c: runs time.test through the whole path: the time expressions of a text, one a line:
 *
 *     words | type | value | mod | first day, last day
 *
 *         Am 5. Januar griff die Armee an.
 *         2024-01-10
 *         Am 5. Januar | DATE | 2024-01-05 | - | 2024-01-05 2024-01-05 */
#include "base/calendar.h"
#include "engine/names.h"
#include "engine/text_cases.h"

enum { FEWEST_CASES = 100 };

static void show_interval(const struct time_expression *time, struct text_cases_buffer *found)
{
    const struct calendar_date begin = calendar_date_of(time->begin_day), end = calendar_date_of(time->end_day);
    text_cases_print(found, "%04d-%02d-%02d %04d-%02d-%02d", begin.year, begin.month, begin.day, end.year, end.month, end.day);
}

static void show_times(const struct laut_document *read, const struct text_case *asked, struct text_cases_buffer *found)
{
    const struct document *const document = &read->document;
    (void)asked;
    for (size_t i = 0; i < document->time_count; i++) {
        const struct time_expression *const time = &document->times[i];
        text_cases_print(found, "%s%.*s | %s | %s | %s | ", i ? "\n" : "", (int)(time->span.end_byte - time->span.begin_byte),
                         document->text + time->span.begin_byte, name_timex_type(time->type), time->value, time->mod ? time->mod : "-");
        if (time->begin_day == DAY_NONE)
            text_cases_print(found, "-");
        else
            show_interval(time, found);
    }
    if (!document->time_count)
        text_cases_print(found, "none");
}

static void test_cases(void **state)
{
    text_cases_run(*state, "time/time.test", FEWEST_CASES, show_times);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests(tests, text_cases_open_engine, text_cases_close_engine);
}
