/* archive/dossier.c: all that an archive has about an incident or a selection, in a folder that others can check without laut; the payload, in data/:
 *
 *     selection.json     what was asked for
 *     incident.json      the incident whole, where one was asked for
 *     claims.jsonl       the claims as the machine coded them, each with its review; reviewed.jsonl as people say they are
 *     reviews.jsonl      everything that people said of them
 *     reports/r-….json   each report whole: record, versions, near copies; r-….txt its text, of which sha256_text is the hash
 *     originals/…        its bytes as they came, where they were kept; the name is their SHA-256
 *     coders.json        which laut, tables and model coded it
 *     log.txt            the whole log of the archive, a hash and an entry a line; its head stands in bag-info.txt
 */
#include "archive/answer.h"
#include "archive/bag.h"
#include "archive/builder.h"
#include "archive/json_text.h"
#include "archive/log.h"
#include "archive/original.h"
#include "archive/record.h"

#include <stdlib.h>
#include <string.h>

enum { ROW_FLAGS_DOSSIER = JSON_COMPACT | JSON_REAL_PRECISION(9), FILTERS_AT_MOST = 64 };

struct dossier {
    struct laut_archive *archive;
    struct bag *bag;
    const char *const *filters;
    size_t filter_count, claims, reports;
    json_t *reports_seen, *claims_seen;
    struct laut_error *error;
};

/* A file out of what write gives. */
struct memory {
    char *bytes;
    size_t length;
    FILE *stream;
};

static bool memory_open(struct memory *memory, struct laut_error *error)
{
    *memory = (struct memory){.bytes = NULL};
    memory->stream = open_memstream(&memory->bytes, &memory->length);
    return memory->stream || error_out_of_memory(error);
}

/* Into the bag where it was written without a failure. */
static bool memory_close(struct memory *memory, struct bag *bag, const char *name, bool done, struct laut_error *error)
{
    const bool closed = fclose(memory->stream) == 0;
    if (done && !closed)
        (void)error_out_of_memory(error);
    done = done && closed && bag_add(bag, name, memory->bytes, memory->length, error);
    free(memory->bytes);
    return done;
}

static bool dossier__json(struct dossier *dossier, const char *name, json_t *value)
{
    char *const text = value ? json_text(value, JSON_INDENT(1) | JSON_REAL_PRECISION(9)) : NULL;
    const bool done = text ? bag_add(dossier->bag, name, text, strlen(text), dossier->error) : error_out_of_memory(dossier->error);
    free(text);
    json_decref(value);
    return done;
}

static bool dossier__note(struct dossier *dossier, const char *line)
{
    json_t *const row = json_loads(line, 0, NULL);
    const char *const claim = record_string(row, "id"), *const report = record_string(row, "report");
    const bool done = claim && report && json_object_set_new(dossier->claims_seen, claim, json_true()) == 0 &&
                      json_object_set_new(dossier->reports_seen, report, json_true()) == 0;
    json_decref(row);
    dossier->claims++;
    return done || error_out_of_memory(dossier->error);
}

/* The claims that the filters let through, one a line. */
static bool dossier__claims(struct dossier *dossier, const char *name, bool reviewed)
{
    const char *filters[FILTERS_AT_MOST], *line;
    struct memory memory;
    size_t count = 0;
    for (; count < dossier->filter_count && count + 1 < FILTERS_AT_MOST; count++)
        filters[count] = dossier->filters[count];
    if (reviewed)
        filters[count++] = "reviewed:yes";
    const struct laut_query query = {.rows = LAUT_ROWS_EVENTS, .filters = filters, .filter_count = count, .oldest_first = true};
    struct laut_answer *const answer = laut_answer_open(dossier->archive, &query, dossier->error);
    if (!answer || !memory_open(&memory, dossier->error)) {
        laut_answer_free(answer);
        return false;
    }
    bool done = true;
    while (done && (line = laut_answer_read(answer, dossier->error)))
        done = fprintf(memory.stream, "%s\n", line) > 0 && (reviewed || dossier__note(dossier, line));
    done = done && !dossier->error->message[0];
    laut_answer_free(answer);
    return memory_close(&memory, dossier->bag, name, done, dossier->error);
}

/* What was said of the claims, and of incidents that hold them. */
static bool dossier__reviews(struct dossier *dossier)
{
    struct memory memory;
    const char *line;
    const struct laut_query query = {.rows = LAUT_ROWS_REVIEWS};
    struct laut_answer *const answer = laut_answer_open(dossier->archive, &query, dossier->error);
    if (!answer || !memory_open(&memory, dossier->error)) {
        laut_answer_free(answer);
        return false;
    }
    bool done = true;
    while (done && (line = laut_answer_read(answer, dossier->error))) {
        json_t *const row = json_loads(line, 0, NULL), *side, *claim;
        const char *const own = record_string(row, "claim");
        bool wanted = own && json_object_get(dossier->claims_seen, own);
        size_t index, number;
        json_array_foreach(json_object_get(row, "claims"), index, side)
            json_array_foreach(side, number, claim)
                wanted = wanted || json_object_get(dossier->claims_seen, json_string_value(claim));
        done = row && (!wanted || fprintf(memory.stream, "%s\n", line) > 0);
        json_decref(row);
    }
    done = done && !dossier->error->message[0];
    laut_answer_free(answer);
    return memory_close(&memory, dossier->bag, "reviews.jsonl", done, dossier->error);
}

static bool dossier__original(struct dossier *dossier, const char *sha256)
{
    char name[128];
    char *bytes;
    size_t length;
    (void)snprintf(name, sizeof name, "originals/%s", sha256);
    if (bag_has(dossier->bag, name))
        return true;
    if (!original_open(dossier->archive, sha256, &bytes, &length, dossier->error))
        return false;
    const bool done = !bytes || bag_add(dossier->bag, name, bytes, length, dossier->error);
    free(bytes);
    return done;
}

static bool dossier__report(struct dossier *dossier, const char *report)
{
    char name[128];
    struct memory memory;
    if (!memory_open(&memory, dossier->error))
        return false;
    bool done = laut_archive_show(dossier->archive, report, memory.stream, dossier->error) && fflush(memory.stream) == 0;
    json_t *const whole = done ? json_loadb(memory.bytes, memory.length, 0, NULL) : NULL, *version;
    const char *const text = record_string(json_object_get(whole, "record"), "text");
    size_t index;
    (void)snprintf(name, sizeof name, "reports/%.40s.txt", report);
    done = text && bag_add(dossier->bag, name, text, strlen(text), dossier->error);
    json_array_foreach(json_object_get(whole, "history"), index, version)
        done = done && dossier__original(dossier, record_string(version, "sha256_input"));
    json_decref(whole);
    dossier->reports++;
    (void)snprintf(name, sizeof name, "reports/%.40s.json", report);
    return memory_close(&memory, dossier->bag, name, done, dossier->error);
}

static bool dossier__reports(struct dossier *dossier)
{
    const char *report;
    json_t *value;
    bool done = true;
    json_object_foreach(dossier->reports_seen, report, value)
        done = done && dossier__report(dossier, report);
    return done;
}

static bool dossier__coders(struct dossier *dossier)
{
    json_t *const coders = json_array();
    struct statement all = statement_open(dossier->archive, SQL_CODERS, dossier->error);
    bool done = coders && !all.failed;
    while (done && statement_step(&all))
        done = json_array_append_new(coders, json_pack("{s:s,s:s,s:s,s:I}", "laut", column_string(&all, 0), "tables", column_string(&all, 1), "model",
                                                       column_string(&all, 2), "codings", (json_int_t)column_number(&all, 3))) == 0;
    done = statement_close(&all) && done;
    return dossier__json(dossier, "coders.json", coders) && done;
}

static bool dossier__incident(struct dossier *dossier, const char *incident)
{
    struct memory memory;
    if (!memory_open(&memory, dossier->error))
        return false;
    const bool done = laut_archive_show(dossier->archive, incident, memory.stream, dossier->error);
    return memory_close(&memory, dossier->bag, "incident.json", done, dossier->error);
}

static bool dossier__selection(struct dossier *dossier)
{
    json_t *const filters = json_array();
    for (size_t i = 0; i < dossier->filter_count; i++)
        (void)json_array_append_new(filters, json_string(dossier->filters[i]));
    return dossier__json(dossier, "selection.json",
                         json_pack("{s:o,s:I,s:I,s:s}", "filters", filters, "claims", (json_int_t)dossier->claims, "reports", (json_int_t)dossier->reports, "note",
                                   "coded by machine; a claim says who makes it, never that it is true"));
}

/* The log is told of the dossier before it is copied into it. */
static bool dossier__log(struct dossier *dossier, const char *about)
{
    struct memory memory;
    if (!archive_begin(dossier->archive, dossier->error) ||
        !archive_end(dossier->archive, log_append(dossier->archive, "export", about, json_pack("{s:s,s:I,s:I}", "format", "dossier", "claims",
                                                  (json_int_t)dossier->claims, "reports", (json_int_t)dossier->reports), dossier->error), dossier->error) ||
        !memory_open(&memory, dossier->error))
        return false;
    const bool done = log_write(dossier->archive, memory.stream, dossier->error);
    return memory_close(&memory, dossier->bag, "log.txt", done, dossier->error);
}

static bool dossier__close(struct dossier *dossier, const char *about)
{
    char info[400], date[16] = "", head[LOG_HASH_BYTES + 24] = "";
    struct statement day = statement_open(dossier->archive, SQL_TODAY, dossier->error), property = statement_open(dossier->archive, SQL_PROPERTY_GET, dossier->error);
    if (statement_step(&day))
        (void)snprintf(date, sizeof date, "%s", column_string(&day, 0));
    if (statement_bind(&property, "s", "log_head") && statement_step(&property))
        (void)snprintf(head, sizeof head, "%s", column_string(&property, 0));
    const bool closed = statement_close(&day), done = statement_close(&property) && closed;
    (void)snprintf(info, sizeof info, "External-Identifier: %s\nExternal-Description: Claims coded by machine from news reports, with what people said of them\nLaut-Log-Head: %s\n",
                   about ? about : "selection", head);
    struct bag *const bag = dossier->bag;
    dossier->bag = NULL;
    return bag_close(bag, info, date, dossier->error) && done;
}

bool laut_archive_dossier(struct laut_archive *archive, const struct laut_dossier *asked, struct laut_error *error)
{
    struct laut_error unasked;
    char filter[64];
    const char *only = filter;
    error = error ? error : &unasked;
    *error = (struct laut_error){.line = 0};
    const bool incident = asked->filter_count == 1 && strncmp(asked->filters[0], "i-", 2) == 0;
    const char *const about = incident ? asked->filters[0] : NULL;
    (void)snprintf(filter, sizeof filter, "incident:%.40s", incident ? about : "");
    if (archive->read_only)
        return error_set(error, archive->path, 0, "open it for writing: its log tells of every dossier", "may not be written");
    struct dossier dossier = {.archive = archive, .filters = incident ? &only : asked->filters, .filter_count = asked->filter_count, .error = error,
                              .reports_seen = json_object(), .claims_seen = json_object(), .bag = bag_open(asked->folder, error)};
    bool done = dossier.bag && dossier.reports_seen && dossier.claims_seen && (!incident || dossier__incident(&dossier, about)) &&
                dossier__claims(&dossier, "claims.jsonl", false) && dossier__claims(&dossier, "reviewed.jsonl", true) &&
                dossier__reviews(&dossier) && dossier__reports(&dossier) && dossier__coders(&dossier) && dossier__selection(&dossier);
    if (done && !dossier.claims)
        done = error_set(error, NULL, 0, "laut find shows what filters let through", "nothing was found: the dossier would be empty");
    done = done && dossier__log(&dossier, about) && dossier__close(&dossier, about);
    bag_free(dossier.bag);
    json_decref(dossier.reports_seen);
    json_decref(dossier.claims_seen);
    return done;
}
