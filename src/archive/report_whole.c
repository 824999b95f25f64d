/* archive/report_whole.c: a report with its record, its versions and its near copies. */
#include "archive/report_row.h"

#include "archive/event_row.h"
#include "archive/layers.h"

#include <string.h>

/* The events of a coding (or those that people added to a version), as rows or as they stand in the record, in the record's order. */
static bool whole__events(struct laut_archive *archive, enum sql sql, int64_t id, bool rows, json_t *events, struct laut_error *error)
{
    struct statement find = statement_open(archive, sql, error);
    bool done = statement_bind(&find, "i", id);
    while (done && statement_step(&find)) {
        struct event_row row = {.json = NULL};
        done = !rows || event_row_open(archive, column_number(&find, 0), NULL, 0, &row, error);
        if (!rows)
            row.json = event_unpack(sqlite3_column_blob(find.handle, 2), (size_t)sqlite3_column_bytes(find.handle, 2), error);
        done = done && json_array_append_new(events, row.json) == 0;
    }
    return statement_close(&find) && done;
}

/* What the newsroom says of the report now, where it was said behind this record. */
static bool whole__standing(json_t *record, const struct statement *find)
{
    static const struct { const char *name; int column; } said[] = {{"status", 3}, {"embargo", 4}, {"note", 5}};
    json_t *const doc = json_object_get(record, "doc");
    for (size_t i = 0; i < sizeof said / sizeof said[0] && column_number(find, 6) && !column_is_null(find, 3); i++)
        if (json_object_set_new(doc, said[i].name, column_is_null(find, said[i].column) ? json_null() : json_string(column_string(find, said[i].column))) != 0)
            return false;
    return true;
}

json_t *report_record_open(struct laut_archive *archive, int64_t version, bool rows, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_VERSION_RECORD, error);
    json_t *record = NULL;
    bool done = statement_bind(&find, "i", version) && statement_step(&find);
    if (done)
        record = layers_open(sqlite3_column_blob(find.handle, 1), (size_t)sqlite3_column_bytes(find.handle, 1), error);
    json_t *const events = json_array();
    done = record && events && whole__standing(record, &find) && whole__events(archive, SQL_CODING_EVENTS_ORDERED, column_number(&find, 2), rows, events, error) &&
           (!rows || whole__events(archive, SQL_PEOPLE_EVENTS, version, true, events, error)) &&
           json_object_set_new(record, "text", json_string(column_string(&find, 0))) == 0 && json_object_set(record, "events", events) == 0;
    json_decref(events);
    if (statement_close(&find) && done)
        return record;
    json_decref(record);
    return NULL;
}

static json_t *whole__history(struct laut_archive *archive, int64_t report, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_REPORT_HISTORY, error);
    json_t *const history = json_array();
    bool done = history && statement_bind(&find, "i", report);
    while (done && statement_step(&find)) {
        const bool recoded = column_number(&find, 10) != column_number(&find, 15);
        done = json_array_append_new(history, json_pack("{s:I,s:s,s:s?,s:s,s:s,s:s,s:s,s:s,s:s,s:I,s:I,s:I,s:I}", "version",
            column_number(&find, 0), "kind", recoded ? "recoded" : column_string(&find, 1), "published", column_string(&find, 2), "added",
            recoded ? column_string(&find, 9) : column_string(&find, 3), "sha256_input", column_string(&find, 4), "sha256_text",
            column_string(&find, 5), "laut", column_string(&find, 6), "tables", column_string(&find, 7), "model", column_string(&find, 8),
            "added_claims", column_number(&find, 11), "withdrawn_claims", column_number(&find, 12), "changed_claims",
            column_number(&find, 13), "claims", column_number(&find, 14))) == 0;
    }
    if (statement_close(&find) && done)
        return history;
    json_decref(history);
    return NULL;
}

static json_t *whole__copies(struct laut_archive *archive, int64_t report, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_REPORT_COPIES, error);
    json_t *const copies = json_array();
    bool done = copies && statement_bind(&find, "i", report);
    while (done && statement_step(&find))
        done = json_array_append_new(copies, json_pack("{s:s,s:s,s:f,s:s}", "report", column_string(&find, 0), "outlet",
                                                       column_string(&find, 1), "similarity", sqlite3_column_double(find.handle, 2),
                                                       "method", column_string(&find, 3))) == 0;
    if (statement_close(&find) && done)
        return copies;
    json_decref(copies);
    return NULL;
}

json_t *report_whole_open(struct laut_archive *archive, const char *public, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_REPORT_BY_PUBLIC, error);
    int64_t report = 0, version = 0;
    if (statement_bind(&find, "s", public) && statement_step(&find)) {
        report = column_number(&find, 0);
        version = column_number(&find, 1);
    }
    if (!statement_close(&find) || (!report && !archive_unknown(public, error)))
        return NULL;
    json_t *const row = report_row_open(archive, version, NULL, 0, error), *const record = report_record_open(archive, version, true, error);
    json_t *const history = whole__history(archive, report, error), *const copies = whole__copies(archive, report, error);
    const bool done = row && record && history && copies && json_object_set(row, "record", record) == 0 &&
                      json_object_set(row, "history", history) == 0 && json_object_set(row, "copies_of", copies) == 0;
    json_decref(record);
    json_decref(history);
    json_decref(copies);
    if (done)
        return row;
    json_decref(row);
    return NULL;
}
