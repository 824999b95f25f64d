/* archive/remove.c: takes a report out for good: its versions, texts, claims and words. What it shared with others, incidents and voices,
 * goes on without it. */
#include "archive/add.h"
#include "archive/layers.h"
#include "archive/log.h"
#include "archive/place.h"
#include "archive/remove.h"
#include "archive/review.h"
#include "archive/terms.h"

#include <string.h>

/* The word index keeps no text: a row goes by the words it was made of. */
static bool remove__words(struct laut_archive *archive, int64_t coding, const char *text, const char *title, const char *outlet,
                          struct arena *arena, struct laut_error *error)
{
    struct statement events = statement_open(archive, SQL_CODING_EVENTS_INDEXED, error);
    bool done = statement_bind(&events, "i", coding);
    while (done && statement_step(&events)) {
        struct record_event event;
        json_t *const json = event_unpack(sqlite3_column_blob(events.handle, 2), (size_t)sqlite3_column_bytes(events.handle, 2), error);
        done = json && record_event_open(json, arena, text, title, &event, error);
        const char *const terms = done ? terms_of_event(&event, outlet, column_string(&events, 1), arena, error) : NULL;
        const char *const words = terms ? arena_copy_string(arena, event.words, event.words_bytes, error) : NULL;
        done = words && statement_run(archive, SQL_EVENT_INDEX_DELETE, error, "iss", column_number(&events, 0), terms, words);
        json_decref(json);
    }
    return statement_close(&events) && done;
}

bool remove_coding_words(struct laut_archive *archive, int64_t coding, struct arena *arena, struct laut_error *error)
{
    struct statement head = statement_open(archive, SQL_CODING_TEXT, error);
    bool done = statement_bind(&head, "i", coding);
    if (done && statement_step(&head))
        done = remove__words(archive, coding, column_string(&head, 0), column_string(&head, 1), column_string(&head, 2), arena, error);
    return statement_close(&head) && done;
}

static bool remove__codings(struct laut_archive *archive, int64_t report, struct arena *arena, struct laut_error *error)
{
    struct statement codings = statement_open(archive, SQL_REPORT_CODINGS, error);
    bool done = statement_bind(&codings, "i", report);
    while (done && statement_step(&codings))
        done = remove__words(archive, column_number(&codings, 0), column_string(&codings, 1), column_string(&codings, 2),
                             column_string(&codings, 3), arena, error);
    return statement_close(&codings) && done;
}

bool remove_report(struct laut_archive *archive, int64_t report, int64_t version, struct arena *arena, struct laut_error *error)
{
    struct statement head = statement_open(archive, SQL_REPORT_HEAD, error);
    int64_t coding = 0;
    if (statement_bind(&head, "i", report) && statement_step(&head))
        coding = column_number(&head, 6);
    return statement_close(&head) && review_withdraw(archive, version, arena, error) && place_withdraw_claims(archive, coding, arena, error) && place_withdraw_text(archive, report, arena, error) &&
           remove__codings(archive, report, arena, error) && add_unindex(archive, version, error) &&
           statement_run(archive, SQL_ORIGINALS_OF_REPORT_DELETE, error, "i", report) && statement_run(archive, SQL_REPORT_DELETE, error, "i", report) && statement_run(archive, SQL_ACTOR_ORPHANS_DELETE, error, "") &&
           statement_run(archive, SQL_OUTLET_ORPHANS_DELETE, error, "") && statement_run(archive, SQL_CHANGE_COUNT, error, "");
}

bool laut_archive_remove(struct laut_archive *archive, const char *id, struct laut_error *error)
{
    int64_t report = 0, version = 0;
    struct statement find = statement_open(archive, SQL_REPORT_BY_PUBLIC, error);
    if (statement_bind(&find, "s", id) && statement_step(&find)) {
        report = column_number(&find, 0);
        version = column_number(&find, 1);
    }
    if (!statement_close(&find))
        return false;
    if (!report)
        return error_set(error, NULL, 0, "laut reports prints the ids of reports, r-…", "there is no report %s", id);
    struct arena *const arena = arena_open(0, error);
    const bool done = arena && archive_begin(archive, error) &&
                      archive_end(archive, remove_report(archive, report, version, arena, error) && log_append(archive, "remove", id, json_object(), error), error);
    arena_free(arena);
    return done;
}
