/* archive/answer.c: see archive/answer.h. */
#include "archive/answer.h"

#include "archive/json_text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { SEEN_FIRST = 256, ROW_FLAGS = JSON_COMPACT | JSON_REAL_PRECISION(9) };

bool answer_stream(struct laut_answer *answer, struct laut_error *error)
{
    if (answer->streaming)
        return true;
    const int64_t first = answer->oldest_first && answer->after >= 0 ? answer->after + 1 : 0;
    const int64_t last = !answer->oldest_first && answer->after >= 0 ? answer->after - 1 : INT64_MAX;
    answer->streaming = claim_stream_open(&answer->stream, answer->archive, &answer->filter, answer->oldest_first, first, last, error);
    return answer->streaming;
}

static void answer__place(struct laut_answer *answer, int64_t id)
{
    size_t at = (size_t)((uint64_t)id * 0x9e3779b97f4a7c15u) & (answer->seen_capacity - 1);
    while (answer->seen[at])
        at = (at + 1) & (answer->seen_capacity - 1);
    answer->seen[at] = id;
}

static bool answer__grow(struct laut_answer *answer, struct laut_error *error)
{
    const size_t before = answer->seen_capacity;
    int64_t *const old = answer->seen;
    answer->seen_capacity = before ? 2 * before : SEEN_FIRST;
    answer->seen = calloc(answer->seen_capacity, sizeof *answer->seen);
    if (!answer->seen) {
        answer->seen = old;
        answer->seen_capacity = before;
        return error_out_of_memory(error);
    }
    for (size_t i = 0; i < before; i++)
        if (old[i])
            answer__place(answer, old[i]);
    free(old);
    return true;
}

bool answer_seen(struct laut_answer *answer, int64_t id, bool *seen, struct laut_error *error)
{
    if (2 * answer->seen_count >= answer->seen_capacity && !answer__grow(answer, error))
        return false;
    size_t at = (size_t)((uint64_t)id * 0x9e3779b97f4a7c15u) & (answer->seen_capacity - 1);
    while (answer->seen[at] && answer->seen[at] != id)
        at = (at + 1) & (answer->seen_capacity - 1);
    *seen = answer->seen[at] == id;
    answer->seen_count += !*seen;
    answer->seen[at] = id;
    return true;
}

enum row_found rows_events(struct laut_answer *answer, json_t **row, struct laut_error *error)
{
    struct event_row found;
    if (!answer_stream(answer, error))
        return ROW_FAILED;
    if (!claim_stream_next(&answer->stream))
        return answer_failed(answer) ? ROW_FAILED : ROW_NONE;
    if (!row)
        return ROW_FOUND;
    answer->at = answer->stream.row.id;
    if (!event_row_open(answer->archive, answer->at, answer->filter.words, answer->filter.word_count, &found, error))
        return ROW_FAILED;
    *row = found.json;
    return ROW_FOUND;
}

static enum row_found answer__counted(struct laut_answer *answer, json_t **row, struct laut_error *error)
{
    bool done = true;
    if (!answer->all) {
        answer->all = json_array();
        done = !answer->all                           ? error_out_of_memory(error)
               : answer->kind == LAUT_ROWS_ACTORS    ? rows_actors(answer, error)
               : answer->kind == LAUT_ROWS_TIMELINE  ? rows_timeline(answer, error)
               : answer->kind == LAUT_ROWS_PLACES    ? rows_places(answer, error)
               : answer->kind == LAUT_ROWS_FLOWS     ? rows_flows(answer, error)
                                                     : rows_facets(answer, error);
        answer->next = answer->after > 0 ? (size_t)answer->after : 0;
    }
    if (!done)
        return ROW_FAILED;
    if (answer->next >= json_array_size(answer->all))
        return ROW_NONE;
    if (row) {
        *row = json_incref(json_array_get(answer->all, answer->next++));
        answer->at = (int64_t)answer->next;
    }
    return ROW_FOUND;
}

static enum row_found answer__row(struct laut_answer *answer, json_t **row, struct laut_error *error)
{
    switch (answer->kind) {
    case LAUT_ROWS_EVENTS:
        return rows_events(answer, row, error);
    case LAUT_ROWS_INCIDENTS:
        return rows_incidents(answer, row, error);
    case LAUT_ROWS_REPORTS:
        return rows_reports(answer, row, error);
    case LAUT_ROWS_TRANSFERS:
        return rows_transfers(answer, row, error);
    case LAUT_ROWS_LOG:
        return rows_log(answer, row, error);
    case LAUT_ROWS_REVIEWS:
        return rows_reviews(answer, row, error);
    case LAUT_ROWS_ACTORS:
    case LAUT_ROWS_TIMELINE:
    case LAUT_ROWS_FACETS:
    case LAUT_ROWS_PLACES:
    case LAUT_ROWS_FLOWS:
        break;
    }
    return answer__counted(answer, row, error);
}

static bool answer__cursor(struct laut_answer *answer, const char *cursor, struct laut_error *error)
{
    char *end = NULL;
    answer->after = -1;
    if (!cursor)
        return true;
    answer->after = strtoll(cursor, &end, 10);
    return (*cursor >= '0' && *cursor <= '9' && !*end) ||
           error_set(error, NULL, 0, "give the cursor of the page before as it was printed", "the cursor is not understood");
}

/* An incident's former id leads to its present one. */
static bool answer__forward(struct laut_answer *answer, struct laut_error *error)
{
    if (!answer->filter.incident)
        return true;
    struct statement find = statement_open(answer->archive, SQL_FORWARD_FIND, error);
    bool done = true;
    if (statement_bind(&find, "s", answer->filter.incident) && statement_step(&find)) {
        answer->filter.incident = arena_format(answer->arena, error, "%s", column_string(&find, 0));
        done = answer->filter.incident != NULL;
    }
    return statement_close(&find) && done;
}

struct laut_answer *laut_answer_open(struct laut_archive *archive, const struct laut_query *query, struct laut_error *error)
{
    struct laut_answer *const answer = calloc(1, sizeof *answer);
    if (error)
        *error = (struct laut_error){.line = 0};
    if (!answer) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    answer->archive = archive;
    answer->arena = arena_open(0, error);
    answer->kind = query->rows;
    answer->limit = query->limit;
    answer->claims = query->claims;
    answer->oldest_first = query->oldest_first;
    if (answer->arena && answer__cursor(answer, query->cursor, error) &&
        filter_read(query->filters, query->filter_count, answer->arena, &answer->filter, error) && answer__forward(answer, error)) {
        const bool lists = query->rows == LAUT_ROWS_EVENTS || query->rows == LAUT_ROWS_REPORTS || query->rows == LAUT_ROWS_FACETS || query->rows == LAUT_ROWS_REVIEWS;
        if (answer->filter.status == FILTER_STANDING && !lists)      /* what is counted leaves out what was withdrawn */
            answer->filter.status = FILTER_CURRENT;
        answer->by = query->by ? arena_format(answer->arena, error, "%s", query->by) : NULL;
        if (answer->by || !query->by)
            return answer;
    }
    laut_answer_free(answer);
    return NULL;
}

const char *laut_answer_read(struct laut_answer *answer, struct laut_error *error)
{
    json_t *row = NULL;
    if (error)
        *error = (struct laut_error){.line = 0};
    free(answer->text);
    answer->text = NULL;
    if (answer->end)
        return NULL;
    const bool full = answer->limit && answer->given == answer->limit;
    const enum row_found found = answer__row(answer, full ? NULL : &row, error);
    if (full && found == ROW_FOUND)
        (void)snprintf(answer->cursor, sizeof answer->cursor, "%" PRId64, answer->at);
    answer->end = full || found != ROW_FOUND;
    if (found == ROW_FAILED && error && !error->message[0])       /* what fails without a cause lacks memory */
        (void)error_out_of_memory(error);
    if (found == ROW_FAILED) {                   /* half a row is none */
        json_decref(row);
        row = NULL;
    }
    answer->given++;
    if (row) {
        answer->text = json_text(row, ROW_FLAGS);
        json_decref(row);
        if (!answer->text)
            (void)error_out_of_memory(error);
    }
    return answer->text;
}

const char *laut_answer_cursor(const struct laut_answer *answer)
{
    return answer->cursor[0] ? answer->cursor : NULL;
}

void laut_answer_free(struct laut_answer *answer)
{
    if (!answer)
        return;
    const bool closed = !answer->streaming || claim_stream_close(&answer->stream);
    (void)closed;                                /* a failure was told with the row that it hindered */
    json_decref(answer->all);
    arena_free(answer->arena);
    free(answer->seen);
    free(answer->text);
    free(answer);
}
