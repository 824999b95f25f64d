/* archive/add.h: steps of adding that recode and remove need too. */
#ifndef ARCHIVE_ADD_H
#define ARCHIVE_ADD_H

#include "archive/store_events.h"

/* A coding of stored->version, with its events; fills in stored->coding. */
bool add_coding(struct laut_archive *archive, const struct archive_record *record, struct stored_report *stored, struct arena *arena,
                struct laut_error *error) __attribute__((warn_unused_result));

/* The row of what made a coding; a new one where there is none. */
bool add_coder(struct laut_archive *archive, const char *version, const char *tables, const char *model, int64_t *id,
               struct laut_error *error) __attribute__((warn_unused_result));

/* Takes a version's words out of the full-text index of reports. */
bool add_unindex(struct laut_archive *archive, int64_t version, struct laut_error *error) __attribute__((warn_unused_result));

#endif
