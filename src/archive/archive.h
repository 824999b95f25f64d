/* archive/archive.h: an open archive, and how its statements are run.
 *
 *     struct statement s = statement_open(archive, SQL_REPORT_BY_URI, error);
 *     if (statement_bind(&s, "s", uri) && statement_step(&s))
 *         report = sqlite3_column_int64(s.handle, 0);
 *     if (!statement_close(&s)) ...                               false: something went wrong on the way, error says what
 *
 * A statement is prepared once per archive and lent to one user at a time; closing resets it.
 */
#ifndef ARCHIVE_ARCHIVE_H
#define ARCHIVE_ARCHIVE_H

#include "base/error.h"

#include "archive_sql.h"

#include <sqlite3.h>

struct arena;
struct rules;
struct table;

enum { ARCHIVE_SCHEMA = 7, ARCHIVE_APPLICATION_ID = 0x6c617574 };         /* "laut" */

struct laut_archive {
    sqlite3 *database;
    char path[512];
    bool read_only;
    sqlite3_stmt *statements[SQL_COUNT];
    bool lent[SQL_COUNT];
    struct arena *arena;             /* of what follows */
    const struct rules *rules;       /* by which incidents are joined */
    const struct table *agencies;    /* as texts credit them */
    const struct table *countries;   /* codes of three and of two letters */
    const struct table *transfers;   /* which claims tell of a transfer */
    const struct table *routes;      /* words before the country through which arms go */
};

struct statement {
    struct laut_archive *archive;
    sqlite3_stmt *handle;            /* NULL: it could not be prepared */
    struct laut_error *error;
    bool failed, own;                /* own: not the archive's one, finalised when closed */
    enum sql sql;
};

struct statement statement_open(struct laut_archive *archive, enum sql sql, struct laut_error *error);

/* One letter a value: i int64_t, d double (NAN: null), s string (NULL: null; must live until the statement is closed), b blob (pointer and int),
 * n null (no value). False: failed, as statement_close will tell. */
bool statement_bind(struct statement *statement, const char *form, ...);
/* True: a row is there. */
bool statement_step(struct statement *statement);
/* False: a step or a value failed, and the error says why. */
bool statement_close(struct statement *statement) __attribute__((warn_unused_result));

/* open, bind, step, close; false: failed. */
bool statement_run(struct laut_archive *archive, enum sql sql, struct laut_error *error, const char *form, ...)
    __attribute__((warn_unused_result));
/* The first column of the first row; *value stays where there is no row. False: failed. */
bool statement_number(struct laut_archive *archive, enum sql sql, struct laut_error *error, int64_t *value, const char *form, ...)
    __attribute__((warn_unused_result));

/* Fills error with what SQLite says last and what to do about it; false. */
bool archive_fail(const struct laut_archive *archive, struct laut_error *error);

/* Fills error with what is to be said of an id that the archive does not have; false. */
bool archive_unknown(const char *id, struct laut_error *error);

/* A transaction around work: committed where it gives true, rolled back where not. */
bool archive_begin(struct laut_archive *archive, struct laut_error *error) __attribute__((warn_unused_result));
bool archive_end(struct laut_archive *archive, bool done, struct laut_error *error) __attribute__((warn_unused_result));

/* The statements that bring an archive of the version before to this one; version 1 begins with an empty file. */
const char *archive_schema(int version);

/* A read transaction, so that several statements see one state. */
bool archive_begin_reading(struct laut_archive *archive, struct laut_error *error) __attribute__((warn_unused_result));
void archive_end_reading(struct laut_archive *archive);

static inline const char *column_string(const struct statement *statement, int column)
{
    return (const char *)sqlite3_column_text(statement->handle, column);
}

static inline int64_t column_number(const struct statement *statement, int column)
{
    return sqlite3_column_int64(statement->handle, column);
}

static inline bool column_is_null(const struct statement *statement, int column)
{
    return sqlite3_column_type(statement->handle, column) == SQLITE_NULL;
}

#endif
