/* archive/forget.c: a report, or a name, is taken out for good. What stays is what tells nothing: hashes, public ids, and the entry of the log.
 *
 * A report goes with its versions, claims, words and originals; what people said of its claims loses its words. Its address is kept as a hash, so
 * that it does not come back. Afterwards both indexes are merged into one segment each, which drops what was deleted, the file is written anew
 * (VACUUM), and its log is emptied. */
#include "archive/forget.h"

#include "archive/log.h"
#include "archive/remove.h"
#include "base/hash.h"

#include <string.h>

bool forget_numbers(struct laut_archive *archive, enum sql sql, const char *value, json_t *list, struct laut_error *error)
{
    struct statement find = statement_open(archive, sql, error);
    bool done = statement_bind(&find, "s", value);
    while (done && statement_step(&find))
        done = json_array_append_new(list, json_integer(column_number(&find, 0))) == 0;
    return statement_close(&find) && done;
}

static bool forget__texts(struct laut_archive *archive, int64_t report, json_t *texts, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_FORGET_TEXTS, error);
    bool done = statement_bind(&find, "i", report);
    while (done && statement_step(&find))
        done = json_array_append_new(texts, json_string(column_string(&find, 0))) == 0;
    return statement_close(&find) && done;
}

static bool forget__reviews(struct laut_archive *archive, const json_t *texts, json_t *reviews, struct laut_error *error)
{
    size_t index;
    json_t *one;
    bool done = true;
    json_array_foreach(texts, index, one)
        done = done && forget_numbers(archive, SQL_FORGET_REVIEWS_OF_TEXT, json_string_value(one), reviews, error);
    json_array_foreach(reviews, index, one)
        done = done && statement_run(archive, SQL_FORGET_REVIEW, error, "i", (int64_t)json_integer_value(one));
    return done;
}

struct forgetting {
    int64_t report, version;
    char public[LAUT_ID_BYTES], hash[65];        /* of its address, or of its text */
};

static bool forget__find(struct laut_archive *archive, const char *what, struct forgetting *forgetting, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_FORGET_REPORT, error);
    *forgetting = (struct forgetting){.report = 0};
    if (statement_bind(&find, "s", what) && statement_step(&find)) {
        const char *const uri = column_string(&find, 3);
        forgetting->report = column_number(&find, 0);
        forgetting->version = column_number(&find, 2);
        (void)snprintf(forgetting->public, sizeof forgetting->public, "%s", column_string(&find, 1));
        if (uri)
            hash_sha256(uri, strlen(uri), forgetting->hash);
    }
    return statement_close(&find) && (forgetting->report || error_set(error, NULL, 0, "laut reports prints ids and addresses; a person is named by words",
                                                                       "there is no report %.200s", what));
}

static bool forget__report(struct laut_archive *archive, const struct forgetting *forgetting, struct laut_forgotten *told, struct laut_error *error)
{
    json_t *const texts = json_array(), *const reviews = json_array();
    struct arena *const arena = arena_open(0, error);
    size_t index;
    json_t *one;
    bool done = arena && texts && reviews && forget__texts(archive, forgetting->report, texts, error) &&
                forget__reviews(archive, texts, reviews, error) && remove_report(archive, forgetting->report, forgetting->version, arena, error);
    json_array_foreach(texts, index, one)
        done = done && (forgetting->hash[0] || statement_run(archive, SQL_FORGOTTEN_INSERT, error, "s", json_string_value(one)));
    done = done && (!forgetting->hash[0] || statement_run(archive, SQL_FORGOTTEN_INSERT, error, "s", forgetting->hash)) &&
           log_append(archive, "forget", forgetting->public, json_pack("{s:O,s:O}", "sha256_text", texts, "reviews", reviews), error);
    told->reports = 1;
    told->reviews = json_array_size(reviews);
    json_decref(texts);
    json_decref(reviews);
    arena_free(arena);
    return done;
}

bool forget_is_known(struct laut_archive *archive, const char *uri, const char *sha256_text, bool *known, struct laut_error *error)
{
    char hash[65];
    int64_t found = 0;
    if (uri)
        hash_sha256(uri, strlen(uri), hash);
    const bool done = statement_number(archive, SQL_FORGOTTEN_FIND, error, &found, "s", uri ? hash : sha256_text);
    *known = found != 0;
    return done;
}

static bool forget__execute(struct laut_archive *archive, const char *sql, int *busy, struct laut_error *error)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(archive->database, sql, -1, &statement, NULL) != SQLITE_OK)
        return archive_fail(archive, error);
    const int code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        *busy = sqlite3_column_int(statement, 0);
    return sqlite3_finalize(statement) == SQLITE_OK || archive_fail(archive, error);
}

static bool forget__purge(struct laut_archive *archive, struct laut_error *error)
{
    int busy = 0;
    if (!statement_run(archive, SQL_PURGE_EVENT_INDEX, error, "") || !statement_run(archive, SQL_PURGE_REPORT_INDEX, error, ""))
        return false;
    for (size_t i = 0; i < SQL_COUNT; i++)       /* VACUUM wants no statement to be open */
        if (archive->statements[i])
            (void)sqlite3_reset(archive->statements[i]);
    if (!forget__execute(archive, "vacuum", &busy, error) || !forget__execute(archive, "pragma wal_checkpoint(truncate)", &busy, error))
        return false;
    return !busy || error_set(error, archive->path, 0, "end what reads it (laut serve), then open it once more with laut check",
                              "it is forgotten, but others read the archive: its bytes may still stand in the file or its log");
}

bool laut_archive_forget(struct laut_archive *archive, const char *what, struct laut_forgotten *told, struct laut_error *error)
{
    struct laut_forgotten unasked;
    struct forgetting forgetting;
    const bool report = strncmp(what, "r-", 2) == 0 || strstr(what, "://");
    told = told ? told : &unasked;
    *told = (struct laut_forgotten){.reports = 0};
    if (report && !forget__find(archive, what, &forgetting, error))
        return false;
    if (!report && strlen(what) < 3)
        return error_set(error, NULL, 0, "write the name as it stands in the reports", "'%s' is too short for a name", what);
    if (!archive_begin(archive, error))
        return false;
    const bool done = report ? forget__report(archive, &forgetting, told, error) : forget_name(archive, what, told, error);
    if (!archive_end(archive, done && statement_run(archive, SQL_CHANGE_COUNT, error, ""), error))
        return false;
    return forget__purge(archive, error);
}
