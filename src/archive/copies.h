/* archive/copies.h: near copies: one agency text in several outlets is one voice.
 *
 *     copies_add(archive, 7, 19794, text, "dpa", …)      report 7 gets the voice of the reports that print the same
 */
#ifndef ARCHIVE_COPIES_H
#define ARCHIVE_COPIES_H

#include "archive/archive.h"
#include "archive/day.h"
#include "base/arena.h"

/* The agencies that a text credits, of those in the table, sorted; "" none. NULL: out of memory. */
const char *copies_agencies(const struct laut_archive *archive, const char *text, const char *told, struct arena *arena,
                            struct laut_error *error);

bool copies_add(struct laut_archive *archive, int64_t report, int32_t day, const char *text, const char *agencies, struct arena *arena,
                struct laut_error *error) __attribute__((warn_unused_result));

/* The report's text is no longer current. */
bool copies_remove(struct laut_archive *archive, int64_t report, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
