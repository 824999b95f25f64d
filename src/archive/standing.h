/* archive/standing.h: what a newsroom says of a report that is in the archive: corrected, held back, withdrawn.
 *
 *     a record with status "withdrawn" of a report that is there  ->  its claims stay where they are, marked (event.current 2), and are no longer counted
 */
#ifndef ARCHIVE_STANDING_H
#define ARCHIVE_STANDING_H

#include "archive/archive.h"
#include "archive/record.h"

enum { CURRENT_SUPERSEDED = 0, CURRENT_CLAIM = 1, CURRENT_WITHDRAWN = 2 };       /* event.current */

bool standing_is_withdrawn(const char *status);

/* Keeps what the record says, where it says anything. */
bool standing_tell(struct laut_archive *archive, int64_t report, const struct archive_record *record, struct laut_error *error) __attribute__((warn_unused_result));

/* Marks the current claims of that version where its report was withdrawn; else does nothing. */
bool standing_mark(struct laut_archive *archive, int64_t version, struct laut_error *error) __attribute__((warn_unused_result));

#endif
