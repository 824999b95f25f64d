/* archive/database.c: statements, transactions and what to say when they fail. */
#define SQL_TEXT
#include "archive/archive.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool archive_fail(const struct laut_archive *archive, struct laut_error *error)
{
    static const struct { int code; const char *message, *remedy; } known[] = {
        {SQLITE_FULL, "the disk is full", "make room on the disk and run it again; what was added before is kept"},
        {SQLITE_READONLY, "may not be written", "look at its rights, or name another with --archive FILE"},
        {SQLITE_BUSY, "another program keeps it locked", "wait for that program, then run it again"},
        {SQLITE_CORRUPT, "is damaged", "go back to a copy made by laut backup; laut check tells what is wrong"},
        {SQLITE_NOTADB, "is no archive of laut", "name the right file with --archive FILE"},
        {SQLITE_CANTOPEN, "cannot be opened", "look at its rights and those of its folder"},
        {SQLITE_NOMEM, "out of memory", "close other programs or read smaller files"},
        {SQLITE_IOERR, "cannot be read or written", "look at the disk"},
    };
    const int code = sqlite3_errcode(archive->database) & 0xff;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (known[i].code == code)
            return error_set(error, archive->path, 0, known[i].remedy, "%s", known[i].message);
    return error_set(error, archive->path, 0, "run laut check", "%s", sqlite3_errmsg(archive->database));
}

struct statement statement_open(struct laut_archive *archive, enum sql sql, struct laut_error *error)
{
    struct statement statement = {.archive = archive, .error = error, .sql = sql, .own = archive->lent[sql]};
    sqlite3_stmt **const kept = &archive->statements[sql];
    if (!statement.own && *kept) {
        statement.handle = *kept;
    } else if (sqlite3_prepare_v3(archive->database, sql_text[sql], -1, statement.own ? 0 : SQLITE_PREPARE_PERSISTENT,
                                  &statement.handle, NULL) != SQLITE_OK) {
        statement.failed = !archive_fail(archive, error);
        return statement;
    }
    if (!statement.own) {
        *kept = statement.handle;
        archive->lent[sql] = true;
    }
    return statement;
}

static bool statement__failed(struct statement *statement)
{
    if (!statement->failed)
        (void)archive_fail(statement->archive, statement->error);
    statement->failed = true;
    return false;
}

static bool statement__bind(struct statement *statement, const char *form, va_list values)
{
    sqlite3_stmt *const handle = statement->handle;
    int code = SQLITE_OK;
    for (int at = 1; *form && code == SQLITE_OK; form++, at++) {
        if (*form == 'i') {
            code = sqlite3_bind_int64(handle, at, va_arg(values, int64_t));
        } else if (*form == 'd') {
            const double number = va_arg(values, double);
            code = isnan(number) ? sqlite3_bind_null(handle, at) : sqlite3_bind_double(handle, at, number);
        } else if (*form == 's') {
            code = sqlite3_bind_text(handle, at, va_arg(values, const char *), -1, SQLITE_STATIC);
        } else if (*form == 'b') {
            const void *const bytes = va_arg(values, const void *);
            code = sqlite3_bind_blob(handle, at, bytes, va_arg(values, int), SQLITE_STATIC);
        } else {
            code = sqlite3_bind_null(handle, at);
        }
    }
    return code == SQLITE_OK || statement__failed(statement);
}

bool statement_bind(struct statement *statement, const char *form, ...)
{
    va_list values;
    if (statement->failed)
        return false;
    va_start(values, form);
    const bool done = statement__bind(statement, form, values);
    va_end(values);
    return done;
}

bool statement_step(struct statement *statement)
{
    if (statement->failed)
        return false;
    const int code = sqlite3_step(statement->handle);
    if (code == SQLITE_ROW)
        return true;
    return code == SQLITE_DONE ? false : statement__failed(statement);
}

bool statement_close(struct statement *statement)
{
    if (!statement->handle)
        return !statement->failed;
    if (statement->own) {
        (void)sqlite3_finalize(statement->handle);
    } else {
        (void)sqlite3_reset(statement->handle);
        (void)sqlite3_clear_bindings(statement->handle);
        statement->archive->lent[statement->sql] = false;
    }
    statement->handle = NULL;
    return !statement->failed;
}

bool statement_run(struct laut_archive *archive, enum sql sql, struct laut_error *error, const char *form, ...)
{
    struct statement statement = statement_open(archive, sql, error);
    va_list values;
    va_start(values, form);
    if (!statement.failed && statement__bind(&statement, form, values))
        (void)statement_step(&statement);
    va_end(values);
    return statement_close(&statement);
}

bool statement_number(struct laut_archive *archive, enum sql sql, struct laut_error *error, int64_t *value, const char *form, ...)
{
    struct statement statement = statement_open(archive, sql, error);
    va_list values;
    va_start(values, form);
    if (!statement.failed && statement__bind(&statement, form, values) && statement_step(&statement) &&
        !column_is_null(&statement, 0))
        *value = column_number(&statement, 0);
    va_end(values);
    return statement_close(&statement);
}

bool archive_unknown(const char *id, struct laut_error *error)
{
    return error_set(error, NULL, 0, "give an id as it is printed: r-… c-… i-… t-… a-… or a country as RUS", "there is no %s", id);
}

bool archive_begin(struct laut_archive *archive, struct laut_error *error)
{
    return statement_run(archive, SQL_BEGIN, error, "");
}

bool archive_end(struct laut_archive *archive, bool done, struct laut_error *error)
{
    if (done && statement_run(archive, SQL_FORWARD_FORGET, error, "") && statement_run(archive, SQL_GONE_CLEAR, error, "") &&
        statement_run(archive, SQL_COMMIT, error, ""))
        return true;
    if (!sqlite3_get_autocommit(archive->database))
        archive_end_reading(archive);
    return false;
}

bool archive_begin_reading(struct laut_archive *archive, struct laut_error *error)
{
    return statement_run(archive, SQL_BEGIN_READING, error, "");
}

void archive_end_reading(struct laut_archive *archive)
{
    (void)sqlite3_exec(archive->database, sql_text[SQL_ROLLBACK], NULL, NULL, NULL);
}

const char *archive_schema(int version)
{
    static const enum sql steps[ARCHIVE_SCHEMA] = {SQL_SCHEMA, SQL_SCHEMA_REVIEWS, SQL_SCHEMA_RETRIEVAL, SQL_SCHEMA_NEWSROOM, SQL_SCHEMA_PAGES,
                                                   SQL_SCHEMA_FORGOTTEN, SQL_SCHEMA_TIMES};
    return sql_text[steps[version - 1]];
}
