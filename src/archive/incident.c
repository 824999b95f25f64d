/* archive/incident.c: see archive/incident.h. */
#include "archive/incident.h"

#include "archive/answer.h"
#include "archive/claims.h"
#include "archive/record.h"
#include "archive/rules.h"
#include "archive/sets.h"

static bool incident__claims(struct laut_archive *archive, int64_t incident, int views, bool words, struct arena *arena, struct claims *claims,
                             struct laut_error *error)
{
    struct statement events = statement_open(archive, SQL_INCIDENT_EVENTS, error);
    bool done = statement_bind(&events, "ii", incident, (int64_t)views);
    while (done && statement_step(&events))
        done = claims_add(archive, column_number(&events, 0), words, arena, claims, error);
    return statement_close(&events) && done;
}

static bool incident__head(struct laut_archive *archive, int64_t incident, json_t *row, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_INCIDENT_HEAD, error);
    bool done = true;
    if (statement_bind(&find, "i", incident) && statement_step(&find))
        done = json_object_set_new(row, "id", json_string(column_string(&find, 0))) == 0 &&
               json_object_set_new(row, "family", json_string(column_string(&find, 1))) == 0;
    return statement_close(&find) && done;
}

/* On what claims contradict each other, and in the whole view the sides too. */
static bool incident__contradictions(const struct claims *claims, json_t *row, bool whole)
{
    json_t *const all = claims_contradictions(claims), *const names = json_array();
    size_t index;
    json_t *entry;
    bool done = all && names && json_object_set(row, "contradictions", names) == 0;
    json_array_foreach(all, index, entry)
        done = done && set_add(names, record_string(entry, "about"));
    done = done && (!whole || json_object_set(row, "contradicting", all) == 0);
    json_decref(all);
    json_decref(names);
    return done;
}

static bool incident__links(struct laut_archive *archive, int64_t incident, json_t *row, struct laut_error *error)
{
    json_t *const joined = json_array();
    struct statement links = statement_open(archive, SQL_INCIDENT_LINKS, error);
    bool done = joined && json_object_set_new(row, "joined", joined) == 0;
    if (done && statement_bind(&links, "i", incident))
        while (done && statement_step(&links))
            done = json_array_append_new(joined, json_pack("{s:s,s:s,s:s,s:s?}", "claim", column_string(&links, 0), "with",
                                                           column_string(&links, 1), "rule", column_string(&links, 2), "reason",
                                                           rules_reason(archive->rules, column_string(&links, 2)))) == 0;
    return statement_close(&links) && done;
}

static bool incident__whole(struct laut_archive *archive, int64_t incident, const struct claims *claims, json_t *row,
                            struct laut_error *error)
{
    json_t *const events = json_array(), *const sources = claims_by_source(claims);
    bool done = events && sources && json_object_set(row, "by_source", sources) == 0 && json_object_set(row, "events", events) == 0;
    for (size_t i = 0; done && i < claims->count; i++)
        done = json_array_append(events, claims->items[i].json) == 0;
    json_decref(events);
    json_decref(sources);
    return (done || error_out_of_memory(error)) && incident__links(archive, incident, row, error);
}

json_t *incident_open(struct laut_archive *archive, int64_t incident, int views, bool whole, struct laut_error *error)
{
    struct claims claims = {.count = 0};
    struct arena *const arena = arena_open(0, error);
    json_t *const row = json_object();
    bool done = arena && row && incident__head(archive, incident, row, error) && incident__claims(archive, incident, views, whole, arena, &claims, error);
    if (done)
        done = (claims_summary(&claims, row) && incident__contradictions(&claims, row, whole)) || error_out_of_memory(error);
    done = done && (!whole || incident__whole(archive, incident, &claims, row, error));
    claims_close(&claims);
    arena_free(arena);
    if (!done)
        json_decref(row);
    return done ? row : NULL;
}

/* Was the incident given on an earlier page? Then one of its claims before the cursor is let through too. */
static bool incident__earlier(struct laut_answer *answer, int64_t incident, bool *earlier, struct laut_error *error)
{
    *earlier = false;
    if (answer->after < 0)
        return true;
    struct filter filter = answer->filter;
    struct claim_stream stream;
    const int64_t edge = answer->after;
    struct statement find = statement_open(answer->archive, SQL_INCIDENT_PUBLIC, error);
    if (statement_bind(&find, "i", incident) && statement_step(&find))
        filter.incident = arena_format(answer->arena, error, "%s", column_string(&find, 0));
    if (!statement_close(&find) || !filter.incident ||
        !claim_stream_open(&stream, answer->archive, &filter, answer->oldest_first, answer->oldest_first ? 0 : edge,
                     answer->oldest_first ? edge : INT64_MAX, error))
        return false;
    *earlier = claim_stream_next(&stream);
    return claim_stream_close(&stream);
}

enum row_found rows_incidents(struct laut_answer *answer, json_t **row, struct laut_error *error)
{
    if (!answer_stream(answer, error))
        return ROW_FAILED;
    while (claim_stream_next(&answer->stream)) {
        const struct stream_row found = answer->stream.row;
        bool seen = true, earlier = false;
        if (!found.incident)
            continue;
        if (!answer_seen(answer, found.incident, &seen, error) ||
            (!seen && !incident__earlier(answer, found.incident, &earlier, error)))
            return ROW_FAILED;
        if (seen || earlier)
            continue;
        if (!row)
            return ROW_FOUND;
        answer->at = found.id;
        *row = incident_open(answer->archive, found.incident, answer->filter.views, false, error);
        return *row ? ROW_FOUND : ROW_FAILED;
    }
    return answer_failed(answer) ? ROW_FAILED : ROW_NONE;
}

bool incident_find(struct laut_archive *archive, const char *public, int64_t *incident, bool *forwarded, struct laut_error *error)
{
    bool unasked;
    forwarded = forwarded ? forwarded : &unasked;
    *incident = 0;
    *forwarded = false;
    if (!statement_number(archive, SQL_INCIDENT_FIND, error, incident, "s", public))
        return false;
    *forwarded = !*incident;
    return *incident || statement_number(archive, SQL_INCIDENT_FORWARDED, error, incident, "s", public);
}
