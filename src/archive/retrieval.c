/* archive/retrieval.c: one row an address. */
#include "archive/retrieval.h"

#include "archive/archive.h"
#include "base/arena.h"

#include <string.h>

static const char *retrieval__string(const struct statement *statement, int column, struct arena *arena, bool *done, struct laut_error *error)
{
    const char *const text = column_string(statement, column);
    const char *const copy = text ? arena_copy_string(arena, text, strlen(text), error) : NULL;
    *done = *done && (copy || !text);
    return copy;
}

bool retrieval_find(struct laut_archive *archive, const char *address, struct arena *arena, struct retrieval *retrieval, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_RETRIEVAL_FIND, error);
    bool done = true;
    *retrieval = (struct retrieval){.status = 0};
    if (statement_bind(&find, "s", address) && statement_step(&find))
        *retrieval = (struct retrieval){
            .feed = retrieval__string(&find, 0, arena, &done, error), .entry = retrieval__string(&find, 1, arena, &done, error),
            .status = column_number(&find, 2), .etag = retrieval__string(&find, 3, arena, &done, error),
            .last_modified = retrieval__string(&find, 4, arena, &done, error), .moved = retrieval__string(&find, 5, arena, &done, error),
            .result = retrieval__string(&find, 6, arena, &done, error), .failures = column_number(&find, 7), .due_s = column_number(&find, 8)};
    return statement_close(&find) && done;
}

bool retrieval_keep(struct laut_archive *archive, const char *address, const struct retrieval *retrieval, struct laut_error *error)
{
    return statement_run(archive, SQL_RETRIEVAL_KEEP, error, "sssissssii", address, retrieval->feed, retrieval->entry, retrieval->status, retrieval->etag,
                         retrieval->last_modified, retrieval->moved, retrieval->result, retrieval->failures, retrieval->due_s);
}
