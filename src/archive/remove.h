/* archive/remove.h: steps of removing that reviews need too. */
#ifndef ARCHIVE_REMOVE_H
#define ARCHIVE_REMOVE_H

#include "archive/archive.h"
#include "base/arena.h"

/* Takes a report out with all that is its own. Within a transaction. */
bool remove_report(struct laut_archive *archive, int64_t report, int64_t version, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Takes the claims of a coding out of the index of words. */
bool remove_coding_words(struct laut_archive *archive, int64_t coding, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
