/* archive/check.c: laut_archive_check: is the file whole, does every row lead somewhere, are the incidents what their claims make them? */
#include "archive/log.h"
#include "archive/original.h"
#include "archive/rejoin.h"

#include <inttypes.h>
#include <string.h>

struct check {
    struct laut_archive *archive;
    FILE *stream;
    size_t problems;
    struct laut_error *error;
};

static bool check__integrity(struct check *check)
{
    struct statement rows = statement_open(check->archive, SQL_CHECK_INTEGRITY, check->error);
    while (statement_step(&rows)) {
        const char *const line = column_string(&rows, 0);
        if (strcmp(line, "ok") == 0)
            continue;
        (void)fprintf(check->stream, "file: %s\n", line);
        check->problems++;
    }
    return statement_close(&rows);
}

static bool check__foreign_keys(struct check *check)
{
    struct statement rows = statement_open(check->archive, SQL_CHECK_FOREIGN_KEYS, check->error);
    while (statement_step(&rows)) {
        (void)fprintf(check->stream, "orphan: row %" PRId64 " of %s has nothing in %s\n", column_number(&rows, 1), column_string(&rows, 0),
                      column_string(&rows, 2));
        check->problems++;
    }
    return statement_close(&rows);
}

static bool check__orphans(struct check *check)
{
    struct statement rows = statement_open(check->archive, SQL_CHECK_ORPHANS, check->error);
    while (statement_step(&rows)) {
        if (!column_number(&rows, 1))
            continue;
        (void)fprintf(check->stream, "orphan: %" PRId64 " %s\n", column_number(&rows, 1), column_string(&rows, 0));
        check->problems++;
    }
    return statement_close(&rows);
}

/* Joins everything again and takes it back. */
static bool check__incidents(struct check *check)
{
    int64_t differences = 0;
    if (check->archive->read_only) {
        (void)fputs("incidents: not compared, the archive may not be written\n", check->stream);
        return true;
    }
    if (!archive_begin(check->archive, check->error))
        return false;
    const bool done = rejoin_all(check->archive, &differences, check->error);
    archive_end_reading(check->archive);
    if (differences) {
        (void)fprintf(check->stream, "incidents: %" PRId64 " are not what their claims make them\n", differences);
        check->problems++;
    }
    return done;
}

bool laut_archive_check(struct laut_archive *archive, FILE *stream, size_t *problems, struct laut_error *error)
{
    struct check check = {.archive = archive, .stream = stream, .error = error};
    const bool done = check__integrity(&check) && (check.problems || (check__foreign_keys(&check) && check__orphans(&check) &&
                                                                       original_check_all(archive, stream, &check.problems, error) &&
                                                                       check__incidents(&check) &&
                                                                       log_check(archive, stream, &check.problems, error)));
    *problems = check.problems;
    return done;
}
