/* archive/differences_tell.c: what another coding did to claims, one JSON object a claim.
 *
 *     {"report": "r-…", "kind": "changed", "former": "c-…", "present": "c-…", "type": "ACCUSE", "words": "…", "fields": {"factuality": ["CT+", "CT-"]}}
 */
#include "archive/differences.h"

#include "archive/json_text.h"
#include "archive/layers.h"
#include "archive/record.h"

#include <stdlib.h>
#include <string.h>

static json_t *tell__event(struct laut_archive *archive, int64_t coding, const char *claim, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_CODING_CLAIM_RECORD, error);
    json_t *event = NULL;
    if (*claim && statement_bind(&find, "is", coding, claim) && statement_step(&find))
        event = event_unpack(sqlite3_column_blob(find.handle, 0), (size_t)sqlite3_column_bytes(find.handle, 0), error);
    if (statement_close(&find))
        return event;
    json_decref(event);
    return NULL;
}

/* The words of the report that the claim rests on. */
static json_t *tell__words(struct laut_archive *archive, int64_t coding, const json_t *event, struct laut_error *error)
{
    const json_t *const span = json_object_get(event, "evidence");
    const char *const part = record_string(event, "part");
    json_t *words = NULL;
    struct statement find = statement_open(archive, SQL_CODING_TEXT, error);
    if (statement_bind(&find, "i", coding) && statement_step(&find)) {
        const char *const text = column_string(&find, part && strcmp(part, "title") == 0 && column_string(&find, 1) ? 1 : 0);
        const size_t begin = record_offset(text, (size_t)json_integer_value(json_array_get(span, 0)));
        const size_t points = (size_t)(json_integer_value(json_array_get(span, 1)) - json_integer_value(json_array_get(span, 0)));
        words = json_stringn(text + begin, record_offset(text + begin, points));
    }
    if (statement_close(&find))
        return words;
    json_decref(words);
    return NULL;
}

static json_t *tell__fields(const json_t *former, const json_t *present)
{
    json_t *const fields = json_object(), *const names = former && present ? differences_fields(former, present) : json_array();
    size_t index;
    json_t *name;
    json_array_foreach(names, index, name) {
        json_t *const before = json_object_get(former, json_string_value(name)), *const after = json_object_get(present, json_string_value(name));
        (void)json_object_set_new(fields, json_string_value(name),
                                  json_pack("[o,o]", before ? json_incref(before) : json_null(), after ? json_incref(after) : json_null()));
    }
    json_decref(names);
    return fields;
}

static bool tell__one(struct laut_archive *archive, const char *report, int64_t former, int64_t present, const struct statement *row,
                      laut_archive_differs *tell, void *context, struct laut_error *error)
{
    const char *const kind = column_string(row, 0);
    json_t *const before = tell__event(archive, former, column_string(row, 1), error), *const after = tell__event(archive, present, column_string(row, 2), error);
    const json_t *const event = after ? after : before;
    json_t *const told = event ? json_pack("{s:s,s:s,s:s?,s:s?,s:s?,s:o?,s:o}", "report", report, "kind", kind, "former",
                                           *column_string(row, 1) ? column_string(row, 1) : NULL, "present", *column_string(row, 2) ? column_string(row, 2) : NULL,
                                           "type", record_string(event, "type"), "words", tell__words(archive, after ? present : former, event, error), "fields",
                                           tell__fields(before, after))
                               : NULL;
    char *const text = told ? json_text(told, JSON_COMPACT | JSON_REAL_PRECISION(9)) : NULL;
    json_decref(told);
    json_decref(before);
    json_decref(after);
    const bool done = text && tell(context, text);
    free(text);
    return done;
}

bool differences_tell(struct laut_archive *archive, const char *report, int64_t former, int64_t present, laut_archive_differs *tell, void *context,
                      struct laut_error *error)
{
    struct statement rows = statement_open(archive, SQL_CODING_CHANGES, error);
    bool done = statement_bind(&rows, "i", present);
    while (done && statement_step(&rows))
        done = tell__one(archive, report, former, present, &rows, tell, context, error);
    return statement_close(&rows) && done;
}
