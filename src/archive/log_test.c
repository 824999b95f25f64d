/* archive/log_test.c: whatever happens to one byte of the log, or to one of its entries, is found. */
#include "archive/log.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ENTRIES = 5 };

static struct laut_archive *test_archive(char path[64])
{
    struct laut_error error;
    (void)snprintf(path, 64, "/tmp/laut-log-XXXXXX");
    const int file = mkstemp(path);
    assert_true(file >= 0 && close(file) == 0);
    struct laut_archive *const archive = laut_archive_open(path, NULL, &error);
    assert_non_null(archive);
    assert_true(archive_begin(archive, &error));
    for (int i = 0; i < ENTRIES; i++)
        assert_true(log_append(archive, i % 2 ? "remove" : "export", i ? "r-0123456789abcdef" : NULL, json_pack("{s:i}", "claims", i), &error));
    assert_true(archive_end(archive, true, &error));
    return archive;
}

static void test_close(struct laut_archive *archive, const char *path)
{
    char other[80];
    laut_archive_free(archive);
    (void)unlink(path);
    (void)snprintf(other, sizeof other, "%s-wal", path);
    (void)unlink(other);
    (void)snprintf(other, sizeof other, "%s-shm", path);
    (void)unlink(other);
}

static size_t test_problems(struct laut_archive *archive)
{
    char *text = NULL;
    size_t length = 0, problems = 0;
    struct laut_error error;
    FILE *const stream = open_memstream(&text, &length);
    assert_true(log_check(archive, stream, &problems, &error));
    assert_int_equal(fclose(stream), 0);
    assert_true(!problems == !length);           /* each problem has its line */
    free(text);
    return problems;
}

static void test_run(struct laut_archive *archive, const char *sql)
{
    assert_int_equal(sqlite3_exec(archive->database, sql, NULL, NULL, NULL), SQLITE_OK);
}

static char *test_cell(struct laut_archive *archive, const char *column, int number)
{
    char sql[128];
    sqlite3_stmt *statement;
    (void)snprintf(sql, sizeof sql, "select %s from log where number = %d", column, number);
    assert_int_equal(sqlite3_prepare_v2(archive->database, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    char *const text = strdup((const char *)sqlite3_column_text(statement, 0));
    (void)sqlite3_finalize(statement);
    return text;
}

static void test_put(struct laut_archive *archive, const char *sql, int number, const char *bytes, int length)
{
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_prepare_v2(archive->database, sql, -1, &statement, NULL), SQLITE_OK);
    (void)sqlite3_bind_text(statement, 1, bytes, length, SQLITE_STATIC);
    (void)sqlite3_bind_int(statement, 2, number);
    assert_int_equal(sqlite3_step(statement), SQLITE_DONE);
    (void)sqlite3_finalize(statement);
}

/* Every byte of a cell, with each of its eight bits flipped. */
static void test_flips(struct laut_archive *archive, const char *column, int number)
{
    char sql[128];
    char *const text = test_cell(archive, column, number);
    const size_t length = strlen(text);
    (void)snprintf(sql, sizeof sql, "update log set %s = ?1 where number = ?2", column);
    for (size_t i = 0; i < 8 * length; i++) {
        text[i / 8] = (char)(text[i / 8] ^ (1 << i % 8));
        test_run(archive, "begin");
        test_put(archive, sql, number, text, (int)length);
        assert_true(test_problems(archive) > 0);
        test_run(archive, "rollback");
        text[i / 8] = (char)(text[i / 8] ^ (1 << i % 8));
    }
    free(text);
}

static void test_every_byte(void **state)
{
    char path[64];
    struct laut_archive *const archive = test_archive(path);
    (void)state;
    assert_int_equal(test_problems(archive), 0);
    for (int number = 1; number <= ENTRIES; number++) {
        test_flips(archive, "entry", number);
        test_flips(archive, "hash", number);
    }
    test_close(archive, path);
}

static void test_entries(void **state)
{
    static const char *const harms[] = {
        "delete from log where number = 3", "delete from log where number = 5", "delete from log where number >= 4", "delete from log",
        "delete from log where number = 1", "update property set value = '4 ' || substr(value, 3) where name = 'log_head'",
        "delete from property where name = 'log_head'", "insert into log values (6, '{\"number\":6}', 'x')",
        "update log set number = number + 1 where number = 5", "insert into log select 0, entry, hash from log where number = 1",
        "update log set entry = (select entry from log where number = 2) where number = 4"};
    char path[64];
    struct laut_archive *const archive = test_archive(path);
    (void)state;
    for (size_t i = 0; i < sizeof harms / sizeof *harms; i++) {
        test_run(archive, "begin");
        test_run(archive, harms[i]);
        assert_true(test_problems(archive) > 0);
        test_run(archive, "rollback");
    }
    assert_int_equal(test_problems(archive), 0);
    test_close(archive, path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_byte), cmocka_unit_test(test_entries)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
