/* archive/rows_timeline.c: how many claims and incidents a day, month or year has, the oldest first. */
#include "archive/answer.h"
#include "archive/sets.h"
#include "base/table.h"


static bool timeline__add(struct laut_answer *answer, json_t *periods, size_t length, struct laut_error *error)
{
    char day[DAY_BYTES] = "unknown";
    const int32_t number = day_of_id(answer->stream.row.id);
    if (number != DAY_UNKNOWN) {
        day_write(number, day);
        day[length + (day[0] == '-')] = '\0';
    }
    json_t *period = json_object_get(periods, day);
    if (!period) {
        period = json_pack("{s:s,s:i,s:i,s:{}}", "period", day, "events", 0, "incidents", 0, "types");
        if (!period || json_object_set_new(periods, day, period) != 0)
            return error_out_of_memory(error);
    }
    bool seen;
    if (!answer_seen(answer, answer->stream.row.incident, &seen, error))
        return false;
    return (count_add(period, "events", 1) && count_add(period, "incidents", !seen) &&
            count_add(json_object_get(period, "types"), answer->stream.row.type, 1)) ||
           error_out_of_memory(error);
}

bool rows_timeline(struct laut_answer *answer, struct laut_error *error)
{
    static const char *const names[] = {"year", "month", "day"};
    static const size_t lengths[] = {4, 7, 10};
    const int by = table_term(answer->by ? answer->by : "month", names, 3);
    if (by < 0)
        return error_set(error, NULL, 0, "there are day, month and year", "there is no period '%s'", answer->by);
    json_t *const periods = json_object();
    const char *key;
    json_t *period;
    answer->oldest_first = true;
    answer->after = answer->after < 0 ? -1 : answer->after;
    const int64_t page = answer->after;
    answer->after = -1;
    bool done = periods && answer_stream(answer, error);
    while (done && claim_stream_next(&answer->stream))
        done = timeline__add(answer, periods, lengths[by], error);
    answer->after = page;
    json_object_foreach(periods, key, period)
        done = done && json_array_append(answer->all, period) == 0;
    json_decref(periods);
    return done && !answer_failed(answer);
}

