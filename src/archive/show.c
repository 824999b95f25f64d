/* archive/show.c: one thing whole, by its public id. */
#include "archive/actor.h"
#include "archive/event_row.h"
#include "archive/incident.h"
#include "archive/json_text.h"
#include "archive/ledger.h"
#include "archive/report_row.h"
#include "archive/review.h"

#include <stdlib.h>
#include <string.h>

enum { SHOW_FLAGS = JSON_COMPACT | JSON_REAL_PRECISION(9) };

static bool show__write(json_t *object, FILE *stream, struct laut_error *error)
{
    char *const text = json_text(object, SHOW_FLAGS);
    const bool made = text != NULL, written = made && fputs(text, stream) != EOF && fputc('\n', stream) != EOF;
    free(text);
    json_decref(object);
    if (!made)
        return error_out_of_memory(error);
    return written || error_set(error, NULL, 0, "make room on the disk, or write elsewhere", "the output cannot be written");
}

/* All rows of a claim: the same text in several outlets has it several times. The first is the object, "also" has the others. */
static json_t *show__claim(struct laut_archive *archive, const char *id, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_EVENTS_OF_CLAIM, error);
    json_t *claim = NULL, *also = json_array();
    bool done = also && statement_bind(&find, "s", id);
    while (done && statement_step(&find)) {
        struct event_row row;
        done = event_row_open(archive, column_number(&find, 0), NULL, 0, &row, error);
        if (done && !claim)
            claim = row.json;
        else if (done)
            done = json_array_append_new(also, row.json) == 0;
    }
    done = statement_close(&find) && done && (!claim || json_object_set(claim, "also", also) == 0);
    json_decref(also);
    if (done && !claim)
        (void)archive_unknown(id, error);
    if (!done) {
        json_decref(claim);
        claim = NULL;
    }
    if (claim && event_row_history(archive, claim, error))
        return claim;
    json_decref(claim);
    return NULL;
}

static json_t *show__incident(struct laut_archive *archive, const char *id, struct laut_error *error)
{
    int64_t incident;
    bool forwarded;
    if (!incident_find(archive, id, &incident, &forwarded, error))
        return NULL;
    if (!incident) {
        (void)archive_unknown(id, error);
        return NULL;
    }
    json_t *const object = incident_open(archive, incident, VIEW_CODED, true, error);
    if (!object || !forwarded || json_object_set_new(object, "forwarded_from", json_string(id)) == 0)
        return object;
    json_decref(object);
    return NULL;
}

bool laut_archive_show(struct laut_archive *archive, const char *id, FILE *stream, struct laut_error *error)
{
    json_t *object = NULL;
    if (error)
        *error = (struct laut_error){.line = 0};
    if (!archive_begin_reading(archive, error))
        return false;
    if (strncmp(id, "c-", 2) == 0)
        object = show__claim(archive, id, error);
    else if (strncmp(id, "i-", 2) == 0)
        object = show__incident(archive, id, error);
    else if (strncmp(id, "r-", 2) == 0)
        object = report_whole_open(archive, id, error);
    else if (strncmp(id, "t-", 2) == 0)
        object = transfer_open(archive, id, error);
    else
        object = actor_open(archive, id, error);
    archive_end_reading(archive);
    if (!object && error && !error->message[0])      /* what fails without a cause lacks memory */
        (void)error_out_of_memory(error);
    return object && show__write(object, stream, error);
}
