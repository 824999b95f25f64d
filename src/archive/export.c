/* archive/export.c: laut_archive_export: reads claims by a filter and hands them to a form. Forms that have no field for source and
 * certainty get only what is asserted, held likely or possible, unless all is asked for, and say source and certainty in words. */
#include "archive/export.h"

#include "archive/builder.h"
#include "archive/claims.h"
#include "archive/event_row.h"
#include "archive/json_text.h"
#include "archive/log.h"
#include "archive/record.h"
#include "archive/report_row.h"
#include "archive/review.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

enum { EXPORT_FLAGS = JSON_COMPACT | JSON_REAL_PRECISION(9) };

bool export_json(struct export *export, json_t *object)
{
    char *const text = json_text(object, EXPORT_FLAGS);
    const bool done = text != NULL;
    if (done)
        (void)fprintf(export->stream, "%s\n", text);
    free(text);
    json_decref(object);
    return done;
}

void export_mark(const json_t *event, char *text, size_t size)
{
    const char *const status = record_string(event, "status"), *const report = record_string(event, "report_status"), *const embargo = record_string(event, "embargo");
    const bool withheld = report && strcmp(report, "withheld") == 0, current = !status || strcmp(status, "current") == 0;
    (void)snprintf(text, size, "%s%s%s%s%.40s", current ? "" : status, withheld ? current ? "withheld" : "; withheld" : "",
                   embargo && (withheld || !current) ? "; " : "", embargo ? "embargo until " : "", embargo ? embargo : "");
}

/* Who says so, from the outermost to the innermost; returns how many bytes. */
static size_t export__sources(const json_t *event, char *text, size_t size)
{
    size_t index, length = 0;
    json_t *source;
    json_array_foreach(json_object_get(event, "sources"), index, source) {
        const char *const name = record_string(source, "text"), *const code = record_string(source, "code");
        char one[256];
        (void)snprintf(one, sizeof one, code ? "%.150s (%.20s)" : "%.150s", name && *name ? name : "an unnamed source", code);
        if (length < size)
            length += (size_t)snprintf(text + length, size - length, "%s%s", length ? ", citing " : "according to ", one);
    }
    if (!length)
        length += (size_t)snprintf(text, size, "according to %.150s itself", record_string(event, "outlet") ? record_string(event, "outlet") : "the report");
    return length;
}

void export_according(const json_t *event, char *text, size_t size)
{
    static const struct { const char *factuality, *words; } degrees[] = {
        {"CT+", "certain"}, {"CT-", "denied"}, {"PR+", "probable"}, {"PR-", "improbable"}, {"PS+", "possible"}, {"PS-", "possibly not"},
        {"Uu", "not committed"}};
    const char *const factuality = record_string(event, "factuality"), *degree = "";
    for (size_t i = 0; i < sizeof degrees / sizeof degrees[0]; i++)
        if (factuality && strcmp(degrees[i].factuality, factuality) == 0)
            degree = degrees[i].words;
    export_mark(event, text, size);
    size_t length = strlen(text);
    if (length)
        length += (size_t)snprintf(text + length, size - length, ": ");
    length += export__sources(event, text + length, size - length);
    if (length < size)
        (void)snprintf(text + length, size - length, ", %s: ", degree);
}

void export_review(const json_t *event, char *text, size_t size)
{
    const json_t *const review = json_object_get(event, "review");
    const char *const reviewer = record_string(review, "reviewer");
    if (reviewer)
        (void)snprintf(text, size, "%s by %.100s", record_string(review, "state"), reviewer);
    else
        (void)snprintf(text, size, "machine, unreviewed");
}

static bool export__is_asked(const struct laut_export *plan, const json_t *event)
{
    const char *const stance = claims_stance(event);
    const bool own_fields = plan->form == LAUT_EXPORT_CSV || plan->form == LAUT_EXPORT_ANNOTATIONS;
    const char *const status = record_string(event, "status");
    bool wanted = plan->all || !status || strcmp(status, "withdrawn") != 0;      /* "status:all" and the like ask for what was withdrawn */
    for (size_t i = 0; i < plan->filter_count; i++)
        wanted = wanted || strncmp(plan->filters[i], "status:", 7) == 0;
    return own_fields || (wanted && (plan->all || (strcmp(stance, "denied") != 0 && strcmp(stance, "open") != 0)));
}

static bool export__event(struct export *export, const json_t *event)
{
    switch (export->plan->form) {
    case LAUT_EXPORT_CSV:
        return export_csv(export, event);
    case LAUT_EXPORT_CONFLICT:
        return export_conflict(export, event);
    case LAUT_EXPORT_PLOVER:
        return export_plover(export, event);
    case LAUT_EXPORT_ENTITIES:
        return export_entities(export, event);
    case LAUT_EXPORT_ANNOTATIONS:
        return export_annotation(export, event);
    case LAUT_EXPORT_RECORDS:
        break;
    }
    return true;
}

/* Takes the words of a report out of a claim, as far as they are not asked for. */
static void export__hide(const struct export *export, json_t *event)
{
    if (export->plan->text != LAUT_TEXT_NONE)
        return;
    (void)json_object_del(event, "words");
    (void)json_object_set_new(event, "title", json_null());
}

/* Of a record only quotes are left, or nothing: its events have their words instead of the text. */
static bool export__hide_record(const struct export *export, json_t *record)
{
    const char *const text = record_string(record, "text"), *const title = record_string(json_object_get(record, "doc"), "title");
    size_t index;
    json_t *event;
    bool done = true;
    if (export->plan->text == LAUT_TEXT_FULL)
        return true;
    json_array_foreach(json_object_get(record, "events"), index, event)
        if (export->plan->text == LAUT_TEXT_EVIDENCE) {
            size_t length;
            const char *const words = event_words(event, text, title, &length);
            done = done && json_object_set_new(event, "words", json_stringn(words, length)) == 0;
        }
    json_t *const doc = json_object_get(record, "doc");
    done = done && json_object_set_new(record, "text", json_null()) == 0 && json_object_set_new(doc, "lead", json_null()) == 0;
    return done && (export->plan->text == LAUT_TEXT_EVIDENCE || json_object_set_new(doc, "title", json_null()) == 0);
}

/* What people say of each of the record's claims. */
static bool export__reviews(const struct export *export, json_t *record, struct laut_error *error)
{
    size_t index;
    json_t *event;
    bool done = true;
    json_array_foreach(json_object_get(record, "events"), index, event) {
        int64_t any = 0;
        done = done && statement_number(export->archive, SQL_REVIEW_ANY_OF_CLAIM, error, &any, "s", record_string(event, "claim"));
        if (done && any)
            done = json_object_set_new(event, "review", review_row_now(export->archive, record_string(event, "claim"), error)) == 0;
    }
    return done;
}

/* The record of a report whose row this is, as it was added. */
static bool export__record(struct export *export, const json_t *row, struct laut_error *error)
{
    int64_t version = 0;
    struct statement find = statement_open(export->archive, SQL_REPORT_BY_PUBLIC, error);
    if (statement_bind(&find, "s", record_string(row, "id")) && statement_step(&find))
        version = column_number(&find, 1);
    if (!statement_close(&find))
        return false;
    json_t *const record = report_record_open(export->archive, version, false, error);
    if (record && export__reviews(export, record, error) && (export__hide_record(export, record) || error_out_of_memory(error)))
        return export_json(export, record) || error_out_of_memory(error);
    json_decref(record);
    return error->message[0] ? false : error_out_of_memory(error);       /* what fails without a cause lacks memory */
}

static bool export__unwritten(struct laut_error *error)
{
    return error_set(error, NULL, 0, "make room on the disk, or write elsewhere", "the output cannot be written");
}

static bool export__rows(struct export *export, struct laut_answer *answer, struct laut_error *error)
{
    const char *line;
    bool done = true;
    while (done && (line = laut_answer_read(answer, error))) {
        json_t *const row = json_loads(line, 0, NULL);
        export->rows++;
        export__hide(export, row);
        if (!row)
            done = error_out_of_memory(error);
        else if (export->plan->form == LAUT_EXPORT_RECORDS)
            done = export__record(export, row, error);
        else if (export__is_asked(export->plan, row))
            done = export__event(export, row) || error_out_of_memory(error);
        json_decref(row);
        if (done && ferror(export->stream))
            return export__unwritten(error);
    }
    return done && !(error && error->message[0]);
}

/* The filters stand in the log as a hash: they may name people. */
static bool export__log(const struct export *export, struct laut_error *error)
{
    static const char *const forms[] = {"jsonl", "csv", "conflict", "plover", "ftm", "w3c"}, *const texts[] = {"evidence", "none", "full"};
    char hash[65];
    struct arena *const arena = arena_open(0, error);
    struct builder filters = builder_on(arena, error);
    for (size_t i = 0; arena && i < export->plan->filter_count; i++)
        builder_format(&filters, "%s%s", i ? "\n" : "", export->plan->filters[i]);
    const char *const list = arena ? builder_text(&filters) : NULL;
    if (list)
        hash_sha256(list, strlen(list), hash);
    const bool done = list && archive_begin(export->archive, error) &&
                      archive_end(export->archive, log_append(export->archive, "export", NULL,
                                                              json_pack("{s:s,s:s,s:s,s:I}", "format", forms[export->plan->form], "text",
                                                                        texts[export->plan->text], "filters_sha256", hash, "rows", (json_int_t)export->rows),
                                                              error), error);
    arena_free(arena);
    return done;
}

bool laut_archive_export(struct laut_archive *archive, const struct laut_export *plan, FILE *stream, struct laut_error *error)
{
    struct laut_error unasked;
    error = error ? error : &unasked;
    *error = (struct laut_error){.line = 0};
    if (plan->codebook)
        return plan->form == LAUT_EXPORT_CSV || plan->form == LAUT_EXPORT_CONFLICT
                   ? export_codebook(plan->form, stream) || export__unwritten(error)
                   : error_set(error, NULL, 0, "csv and conflict have one", "this form needs no codebook: its own standard describes it");
    const struct laut_query query = {.rows = plan->form == LAUT_EXPORT_RECORDS ? LAUT_ROWS_REPORTS : LAUT_ROWS_EVENTS,
                                     .filters = plan->filters, .filter_count = plan->filter_count, .oldest_first = true};
    struct laut_answer *const answer = laut_answer_open(archive, &query, error);
    if (!answer)
        return false;
    struct export export = {.archive = archive, .plan = plan, .stream = stream, .seen = json_object()};
    if (plan->form == LAUT_EXPORT_CSV)
        export_csv_head(&export);
    if (plan->form == LAUT_EXPORT_CONFLICT)
        export_conflict_head(&export);
    const bool done = export.seen ? export__rows(&export, answer, error) : error_out_of_memory(error);
    json_decref(export.seen);
    laut_answer_free(answer);
    return done && (archive->read_only || export__log(&export, error));
}
