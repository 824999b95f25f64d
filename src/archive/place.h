/* archive/place.h: where a report's claims belong: near copies, incidents, the ledger of transfers. */
#ifndef ARCHIVE_PLACE_H
#define ARCHIVE_PLACE_H

#include "archive/store_events.h"

/* The stored coding is its report's current one: finds the report's copies and joins its mentions to incidents. */
bool place_report(struct laut_archive *archive, const struct stored_report *stored, const struct archive_record *record,
                  struct arena *arena, struct laut_error *error) __attribute__((warn_unused_result));

/* The coding is no longer current: its claims are superseded and leave their incidents. */
bool place_withdraw(struct laut_archive *archive, int64_t report, int64_t coding, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
