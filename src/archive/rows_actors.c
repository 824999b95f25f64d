/* archive/rows_actors.c: states, organisations and office holders by how often claims tell of them, most first. */
#include "archive/actors.h"
#include "archive/answer.h"
#include "archive/sets.h"

#include <stdlib.h>
#include <string.h>


static const char *const actor__parts[] = {"did", "received", "said", "denied"};

static bool actor__count(json_t *actors, int64_t actor, int64_t part, json_int_t by)
{
    char key[24];
    (void)snprintf(key, sizeof key, "%lld", (long long)actor);
    json_t *row = json_object_get(actors, key);
    if (!row) {
        row = json_pack("{s:i,s:i,s:i,s:i}", "did", 0, "received", 0, "said", 0, "denied", 0);
        if (json_object_set_new(actors, key, row) != 0)
            return false;
    }
    return part < 0 || part > 3 || count_add(row, actor__parts[part], by);
}

static bool actor__of_event(struct laut_answer *answer, json_t *actors, int64_t event, struct laut_error *error)
{
    struct statement deeds = statement_open(answer->archive, SQL_EVENT_DEEDS, error);
    bool done = statement_bind(&deeds, "i", event);
    while (done && statement_step(&deeds))
        done = actor__count(actors, column_number(&deeds, 0), column_number(&deeds, 1) & 3, 1);
    return statement_close(&deeds) && done;
}

static bool actor__counts(struct laut_answer *answer, json_t *actors, struct laut_error *error)
{
    const struct filter *const filter = &answer->filter;
    bool done = true;
    if (filter->match || filter->report || filter->incident || filter->claim || filter->actor || filter->when.count ||
        filter->published.count || filter->confidence >= 0 || filter->status != FILTER_CURRENT ||
        filter->review.any || filter->views != VIEW_CODED) {
        done = answer_stream(answer, error);
        while (done && claim_stream_next(&answer->stream))
            done = actor__of_event(answer, actors, answer->stream.row.id, error);
        return done && !answer_failed(answer);
    }
    struct statement counts = statement_open(answer->archive, SQL_DEED_COUNTS, error);
    while (done && statement_step(&counts))
        done = actor__count(actors, column_number(&counts, 0), column_number(&counts, 1), column_number(&counts, 2));
    return statement_close(&counts) && done;
}

static bool actor__name(struct laut_archive *archive, const char *key, json_t *row, struct laut_error *error)
{
    static const char *const fields[] = {"id", "name", "kind", "code", "sector"};
    struct statement find = statement_open(archive, SQL_ACTOR_BY_ID, error);
    bool done = statement_bind(&find, "i", (int64_t)strtoll(key, NULL, 10)) && statement_step(&find);
    for (int i = 0; done && i < 5; i++)
        done = json_object_set_new(row, fields[i], column_is_null(&find, i) ? json_null() : json_string(column_string(&find, i))) == 0;
    if (done)                                    /* an older laut knew states by their code alone */
        done = json_object_set_new(row, "name", json_string(actors_name(archive, column_string(&find, 0), column_string(&find, 1)))) == 0;
    return statement_close(&find) && done;
}

static json_int_t actor__sum(const json_t *row)
{
    return count_of(row, "did") + count_of(row, "received") + count_of(row, "said");
}

static int actor__compare(const void *a, const void *b)
{
    const json_t *const left = *(json_t *const *)a, *const right = *(json_t *const *)b;
    const json_int_t difference = actor__sum(right) - actor__sum(left);
    return difference ? (difference > 0 ? 1 : -1)
                      : strcmp(json_string_value(json_object_get(left, "id")), json_string_value(json_object_get(right, "id")));
}

bool rows_actors(struct laut_answer *answer, struct laut_error *error)
{
    json_t *const actors = json_object();
    const int64_t page = answer->after;
    answer->after = -1;
    bool done = actors && actor__counts(answer, actors, error);
    answer->after = page;
    json_t **const sorted = calloc(json_object_size(actors) + 1, sizeof(json_t *));
    const char *key;
    json_t *row;
    size_t count = 0;
    done = done && sorted;
    if (done)
        json_object_foreach(actors, key, row) {
            done = done && actor__name(answer->archive, key, row, error);
            sorted[count++] = row;
        }
    if (done)
        qsort(sorted, count, sizeof(json_t *), actor__compare);
    for (size_t i = 0; done && i < count; i++)
        done = json_array_append(answer->all, sorted[i]) == 0;
    free(sorted);
    json_decref(actors);
    return done;
}
