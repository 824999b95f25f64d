/* archive/rows_timeline.c: how many claims and incidents a day, month or year has, the oldest first. Claims come in the order of days,
 * so that one period after another is counted and written. */
#include "archive/answer.h"
#include "archive/sets.h"
#include "base/table.h"

#include <stdio.h>
#include <string.h>

enum { PERIOD_TYPES = 24, TYPE_BYTES = 16 };

struct period {
    char name[DAY_BYTES];            /* "" before the first */
    json_int_t events, incidents, counts[PERIOD_TYPES];
    char types[PERIOD_TYPES][TYPE_BYTES];
    size_t type_count;
};

static bool period__write(const struct period *period, json_t *all, struct laut_error *error)
{
    if (!period->name[0])
        return true;
    json_t *const row = json_pack("{s:s,s:I,s:I,s:{}}", "period", period->name, "events", period->events, "incidents", period->incidents, "types");
    json_t *const types = json_object_get(row, "types");
    bool done = row != NULL;
    for (size_t i = 0; done && i < period->type_count; i++)
        done = count_add(types, period->types[i], period->counts[i]);
    return (json_array_append_new(all, row) == 0 && done) || error_out_of_memory(error);
}

static void period__count(struct period *period, const char *type, bool seen)
{
    size_t i = 0;
    period->events++;
    period->incidents += !seen;
    while (i < period->type_count && strcmp(period->types[i], type) != 0)
        i++;
    if (i == PERIOD_TYPES)
        return;
    if (i == period->type_count)
        (void)snprintf(period->types[period->type_count++], TYPE_BYTES, "%s", type);
    period->counts[i]++;
}

static bool timeline__add(struct laut_answer *answer, struct period *period, size_t length, struct laut_error *error)
{
    char name[DAY_BYTES] = "unknown";
    const int32_t number = day_of_id(answer->stream.row.id);
    if (number != DAY_UNKNOWN) {
        day_write(number, name);
        name[length + (name[0] == '-')] = '\0';
    }
    if (strcmp(name, period->name) != 0) {
        if (!period__write(period, answer->all, error))
            return false;
        *period = (struct period){.events = 0};
        (void)snprintf(period->name, sizeof period->name, "%s", name);
    }
    bool seen;
    if (!answer_seen(answer, answer->stream.row.incident, &seen, error))
        return false;
    period__count(period, answer->stream.row.type, seen);
    return true;
}

bool rows_timeline(struct laut_answer *answer, struct laut_error *error)
{
    static const char *const names[] = {"year", "month", "day"};
    static const size_t lengths[] = {4, 7, 10};
    const int by = table_term(answer->by ? answer->by : "month", names, 3);
    if (by < 0)
        return error_set(error, NULL, 0, "there are day, month and year", "there is no period '%s'", answer->by);
    struct period period = {.events = 0};
    const int64_t page = answer->after;
    answer->oldest_first = true;
    answer->after = -1;
    bool done = answer_stream(answer, error);
    while (done && claim_stream_next(&answer->stream))
        done = timeline__add(answer, &period, lengths[by], error);
    answer->after = page;
    return done && !answer_failed(answer) && period__write(&period, answer->all, error);
}
