/* archive/recode.c: stored texts are read again with the present tables and model. The text and what was told of the report stay; its
 * claims of before are superseded. */
#include "archive/add.h"
#include "archive/differences.h"
#include "archive/layers.h"
#include "archive/log.h"
#include "archive/place.h"
#include "archive/review.h"
#include "archive/standing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct recoding {
    const struct laut_recode *plan;
    struct stored_report stored;
    int64_t former;                  /* coding */
    json_t *doc;                     /* what was told of the report */
    char *json;                      /* the new record */
    size_t length;
    bool same_coder;
};

static bool recode__write(const struct laut_engine *engine, const struct laut_report_given *given, struct recoding *recoding,
                          struct laut_error *error)
{
    struct laut_document *const document = laut_document_read(engine, given, error);
    FILE *const stream = document ? open_memstream(&recoding->json, &recoding->length) : NULL;
    bool done = stream && laut_document_write(document, LAUT_FORMAT_JSON, NULL, stream, error);
    if (stream && fclose(stream) != 0)
        done = error_out_of_memory(error);
    laut_document_free(document);
    return done;
}

static bool recode__read(struct laut_archive *archive, const struct laut_engine *engine, int64_t report, struct arena *arena,
                         struct recoding *recoding, struct laut_added *added, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_RECODE_REPORT, error);
    bool done = statement_bind(&find, "i", report) && statement_step(&find);
    if (done) {
        const struct laut_report_given given = {.text = column_string(&find, 8), .id = column_string(&find, 5), .title = column_string(&find, 6),
                                                .published = column_string(&find, 7), .uri = column_string(&find, 4),
                                                .publisher = column_string(&find, 3)[0] ? column_string(&find, 3) : NULL};
        recoding->stored = (struct stored_report){.report = report, .version = column_number(&find, 0), .outlet = column_number(&find, 2),
                                                  .outlet_name = arena_format(arena, error, "%s", column_string(&find, 3))};
        recoding->former = column_number(&find, 1);
        (void)snprintf(added->report, sizeof added->report, "%s", column_string(&find, 10));
        added->version = (unsigned)column_number(&find, 11);
        const char *const tables = strchr(column_string(&find, 13), ':'), *const model = strchr(column_string(&find, 14), ':');
        recoding->same_coder = column_number(&find, 15) != 0 || (strcmp(column_string(&find, 12), laut_version()) == 0 && tables && model &&
                               strcmp(tables + 1, laut_engine_tables_sha256(engine)) == 0 &&
                               strcmp(model + 1, laut_engine_model_sha256(engine)) == 0);
        json_t *const layers = layers_open(sqlite3_column_blob(find.handle, 9), (size_t)sqlite3_column_bytes(find.handle, 9), error);
        recoding->doc = json_incref(json_object_get(layers, "doc"));
        json_decref(layers);
        done = recoding->stored.outlet_name && recoding->doc && (recoding->same_coder || recode__write(engine, &given, recoding, error));
    }
    if (!statement_close(&find) || !done)
        return false;
    int64_t kept = 0;
    if (recoding->same_coder && !statement_number(archive, SQL_CODING_EVENT_COUNT, error, &kept, "i", recoding->former))
        return false;
    added->kept = (size_t)kept;                  /* what these tables and this model coded stays as it is */
    return true;
}

static bool recode__store(struct laut_archive *archive, const struct archive_record *record, struct recoding *recoding, struct arena *arena,
                          struct laut_added *added, struct laut_error *error)
{
    return add_coding(archive, record, &recoding->stored, arena, error) &&
           differences_store(archive, recoding->former, recoding->stored.coding, arena, added, error) &&
           (!recoding->plan->differs || differences_tell(archive, added->report, recoding->former, recoding->stored.coding, recoding->plan->differs,
                                                         recoding->plan->context, error)) &&
           place_withdraw_claims(archive, recoding->former, arena, error) && place_claims(archive, recoding->stored.coding, arena, error) &&
           review_apply(archive, recoding->stored.version, arena, error) && standing_mark(archive, recoding->stored.version, error) &&
           statement_run(archive, SQL_CHANGE_COUNT, error, "") &&
           log_append(archive, "recode", added->report,
                      json_pack("{s:i,s:s,s:s,s:s,s:s,s:I,s:I,s:I}", "version", (int)added->version, "sha256_text", record->sha256_text, "laut",
                                record->version, "tables", record->tables, "model", record->model, "added", (json_int_t)added->added, "withdrawn",
                                (json_int_t)added->withdrawn, "changed", (json_int_t)added->changed),
                      error);
}

static bool recode__report(struct laut_archive *archive, const struct laut_engine *engine, const struct laut_recode *plan, int64_t report,
                           struct arena *arena, struct laut_added *added, struct laut_error *error)
{
    struct recoding recoding = {.plan = plan};
    struct archive_record record;
    bool done = recode__read(archive, engine, report, arena, &recoding, added, error);
    if (done && !recoding.same_coder) {
        done = record_open(recoding.json, recoding.length, arena, &record, error);
        if (done) {
            json_t *const lent = json_incref(json_object_get(record.root, "doc"));         /* record points into it */
            done = json_object_set(record.root, "doc", recoding.doc) == 0 && archive_begin(archive, error);
            if (done)
                done = recode__store(archive, &record, &recoding, arena, added, error);
            if (plan->dry_run && !sqlite3_get_autocommit(archive->database))
                archive_end_reading(archive);
            else if (!plan->dry_run)
                done = archive_end(archive, done, error);
            record_close(&record);
            json_decref(lent);
        }
    }
    json_decref(recoding.doc);
    free(recoding.json);
    return done;
}

static bool recode__reports(struct laut_archive *archive, struct arena *arena, int64_t **reports, size_t *count, struct laut_error *error)
{
    size_t capacity = 0;
    struct statement all = statement_open(archive, SQL_REPORTS_ALL, error);
    bool done = !all.failed;
    while (done && statement_step(&all)) {
        int64_t *const report = arena_append(arena, reports, count, &capacity, sizeof *report, error);
        done = report != NULL;
        if (done)
            *report = column_number(&all, 0);
    }
    return statement_close(&all) && done;
}

bool laut_archive_recode(struct laut_archive *archive, const struct laut_engine *engine, const struct laut_recode *plan, struct laut_error *error)
{
    struct arena *const list = arena_open(0, error);
    int64_t *reports = NULL;
    size_t count = 0;
    bool done = list && recode__reports(archive, list, &reports, &count, error);
    for (size_t i = 0; done && i < count; i++) {
        struct laut_added added = {.version = 0};
        struct arena *const arena = arena_open(0, error);
        done = arena && recode__report(archive, engine, plan, reports[i], arena, &added, error);
        arena_free(arena);
        if (done && plan->tell)
            done = plan->tell(plan->context, &added);
    }
    arena_free(list);
    return done;
}
