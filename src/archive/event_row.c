/* archive/event_row.c: see archive/event_row.h. */
#include "archive/event_row.h"

#include "archive/highlight.h"
#include "archive/layers.h"
#include "archive/record.h"
#include "archive/review.h"
#include "archive/standing.h"

#include <string.h>

static json_t *row__text(const struct statement *detail, int column)
{
    const char *const text = column_string(detail, column);
    return text && *text ? json_string(text) : json_null();
}

const char *event_words(const json_t *event, const char *text, const char *title, size_t *length)
{
    const json_t *const span = json_object_get(event, "evidence");
    const char *const part = record_string(event, "part"), *const whole = part && strcmp(part, "title") == 0 && title ? title : text;
    const size_t begin = (size_t)json_integer_value(json_array_get(span, 0)), end = (size_t)json_integer_value(json_array_get(span, 1));
    const char *const first = whole + record_offset(whole, begin);
    *length = record_offset(first, end - begin);
    return first;
}

static bool row__words(json_t *event, const char *text, const char *title, const char *const *words, size_t word_count)
{
    size_t length;
    const char *const first = event_words(event, text, title, &length);
    if (json_object_set_new(event, "words", json_stringn(first, length)) != 0)
        return false;
    return !word_count || json_object_set_new(event, "highlights", highlight_spans(first, length, words, word_count)) == 0;
}

static bool row__fields(json_t *event, const struct statement *detail)
{
    static const struct { const char *name; int column; } texts[] = {
        {"id", 0}, {"incident", 2}, {"report", 3}, {"outlet", 5}, {"uri", 6}, {"title", 7}, {"published", 8}, {"state", 10},
        {"report_status", 20}, {"embargo", 21}};
    static const char *const standings[] = {[CURRENT_SUPERSEDED] = "superseded", [CURRENT_CLAIM] = "current", [CURRENT_WITHDRAWN] = "withdrawn"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (json_object_set_new(event, texts[i].name, row__text(detail, texts[i].column)) != 0)
            return false;
    return json_object_set_new(event, "version", json_integer(column_number(detail, 4))) == 0 &&
           json_object_set_new(event, "status", json_string(standings[column_number(detail, 9)])) == 0;
}

/* What people say of the claim. A row of people asks what the machine codes now; its own row knows. */
static bool row__review(struct laut_archive *archive, json_t *event, const struct statement *detail, struct laut_error *error)
{
    const char *const claim = column_string(detail, 0);
    const bool spoken_of = (column_number(detail, 18) & VIEW_SPOKEN_OF) != 0, people = column_number(detail, 19) != 0;
    json_t *const review = people ? review_row_now(archive, claim, error)
                                  : review_row(archive, claim, spoken_of, sqlite3_column_blob(detail->handle, 1),
                                               (size_t)sqlite3_column_bytes(detail->handle, 1), error);
    return json_object_set_new(event, "review", review) == 0;
}

static bool row__open(struct laut_archive *archive, int64_t id, bool text, const char *const *words, size_t word_count,
                      struct event_row *row, struct laut_error *error)
{
    struct statement detail = statement_open(archive, text ? SQL_EVENT_DETAIL : SQL_EVENT_DETAIL_WITHOUT_TEXT, error);
    *row = (struct event_row){.id = id};
    bool done = statement_bind(&detail, "i", id) && statement_step(&detail);
    if (done) {
        row->json = event_unpack(sqlite3_column_blob(detail.handle, 1), (size_t)sqlite3_column_bytes(detail.handle, 1), error);
        row->voice = column_number(&detail, 14);
        row->report = column_number(&detail, 15);
        row->outlet = column_number(&detail, 16);
        row->mention = column_number(&detail, 17);
        done = row->json && (row__fields(row->json, &detail) || error_out_of_memory(error)) && row__review(archive, row->json, &detail, error);
        done = done && (!text || row__words(row->json, column_string(&detail, 11), column_string(&detail, 7), words, word_count) ||
                        error_out_of_memory(error));
    }
    if (!statement_close(&detail) || !done) {
        json_decref(row->json);
        row->json = NULL;
        return false;
    }
    return true;
}

bool event_row_open(struct laut_archive *archive, int64_t id, const char *const *words, size_t word_count, struct event_row *row,
                    struct laut_error *error)
{
    return row__open(archive, id, true, words, word_count, row, error);
}

bool event_row_open_without_words(struct laut_archive *archive, int64_t id, struct event_row *row, struct laut_error *error)
{
    return row__open(archive, id, false, NULL, 0, row, error);
}

bool event_row_history(struct laut_archive *archive, json_t *event, struct laut_error *error)
{
    const char *const claim = record_string(event, "claim");
    struct statement coder = statement_open(archive, SQL_CLAIM_CODER, error), changes = statement_open(archive, SQL_CLAIM_CHANGES, error);
    json_t *const list = json_array();
    bool done = list && json_object_set_new(event, "changes", list) == 0 && statement_bind(&coder, "s", claim) &&
                statement_bind(&changes, "s", claim);
    if (done && statement_step(&coder))
        done = json_object_set_new(event, "coder", json_pack("{s:s,s:s,s:s}", "laut", column_string(&coder, 0), "tables",
                                                             column_string(&coder, 1), "model", column_string(&coder, 2))) == 0;
    while (done && statement_step(&changes))
        done = json_array_append_new(list, json_pack("{s:s,s:s,s:s,s:s,s:s,s:s}", "kind", column_string(&changes, 0), "former",
                                                     column_string(&changes, 1), "present", column_string(&changes, 2), "fields",
                                                     column_string(&changes, 3), "tables", column_string(&changes, 5), "coded",
                                                     column_string(&changes, 7))) == 0;
    const bool closed = statement_close(&coder);
    return statement_close(&changes) && closed && done;
}
