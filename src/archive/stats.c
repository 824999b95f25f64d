/* archive/stats.c: how much there is. */
#include "archive/archive.h"

#include "archive/json_text.h"

#include <jansson.h>
#include <stdlib.h>

static json_t *stats__counts(struct laut_archive *archive, enum sql sql, struct laut_error *error)
{
    struct statement counts = statement_open(archive, sql, error);
    json_t *const object = json_object();
    bool done = object != NULL;
    while (done && statement_step(&counts))
        done = json_object_set_new(object, column_string(&counts, 0), json_integer(column_number(&counts, 1))) == 0;
    if (statement_close(&counts) && done)
        return object;
    json_decref(object);
    return NULL;
}

static json_t *stats__totals(struct laut_archive *archive, struct laut_error *error)
{
    static const char *const names[] = {"reports", "versions", "codings", "claims", "current_claims", "incidents", "outlets", "voices",
                                        "actors", "first", "last", "bytes", "reviews"};
    struct statement find = statement_open(archive, SQL_STATS, error);
    json_t *const object = json_pack("{s:s}", "archive", archive->path);
    bool done = object && statement_step(&find);
    for (int i = 0; done && i < (int)(sizeof names / sizeof names[0]); i++)
        done = json_object_set_new(object, names[i], column_is_null(&find, i)                                   ? json_null()
                                                     : sqlite3_column_type(find.handle, i) == SQLITE_INTEGER ? json_integer(column_number(&find, i))
                                                                                                              : json_string(column_string(&find, i))) == 0;
    if (statement_close(&find) && done)
        return object;
    json_decref(object);
    return NULL;
}

bool laut_archive_stats(struct laut_archive *archive, FILE *stream, struct laut_error *error)
{
    if (error)
        *error = (struct laut_error){.line = 0};
    if (!archive_begin_reading(archive, error))
        return false;
    json_t *const stats = stats__totals(archive, error), *const types = stats__counts(archive, SQL_STATS_TYPES, error);
    json_t *const certainty = stats__counts(archive, SQL_STATS_CERTAINTY, error), *const outlets = stats__counts(archive, SQL_STATS_OUTLETS, error);
    archive_end_reading(archive);
    bool done = stats && types && certainty && outlets && json_object_set(stats, "types", types) == 0 &&
                json_object_set(stats, "certainty", certainty) == 0 && json_object_set(stats, "largest_outlets", outlets) == 0;
    char *const text = done ? json_text(stats, JSON_COMPACT) : NULL;
    json_decref(types);
    json_decref(certainty);
    json_decref(outlets);
    json_decref(stats);
    done = text && fputs(text, stream) != EOF && fputc('\n', stream) != EOF;
    if (!done && text)
        (void)error_set(error, NULL, 0, "make room on the disk, or write elsewhere", "the output cannot be written");
    else if (!done && error && !error->message[0])      /* what fails without a cause lacks memory */
        (void)error_out_of_memory(error);
    free(text);
    return done;
}
