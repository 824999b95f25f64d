/* archive/add.h: steps of adding that recode and remove need too. */
#ifndef ARCHIVE_ADD_H
#define ARCHIVE_ADD_H

#include "archive/store_events.h"

/* A coding of stored->version, with its events; fills in stored->coding. */
bool add_coding(struct laut_archive *archive, const struct archive_record *record, struct stored_report *stored, struct arena *arena,
                struct laut_error *error) __attribute__((warn_unused_result));

/* Takes a version's words out of the full-text index of reports. */
bool add_unindex(struct laut_archive *archive, int64_t version, struct laut_error *error) __attribute__((warn_unused_result));

#endif
