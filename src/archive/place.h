/* archive/place.h: where a report belongs: its text among near copies, its claims in incidents and in the ledger. */
#ifndef ARCHIVE_PLACE_H
#define ARCHIVE_PLACE_H

#include "archive/store_events.h"

/* The stored version is its report's current one. */
bool place_text(struct laut_archive *archive, const struct stored_report *stored, const struct archive_record *record,
                struct arena *arena, struct laut_error *error) __attribute__((warn_unused_result));
bool place_withdraw_text(struct laut_archive *archive, int64_t report, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The coding is its version's current one; or no longer: its claims are superseded and leave their incidents. */
bool place_claims(struct laut_archive *archive, int64_t coding, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));
bool place_withdraw_claims(struct laut_archive *archive, int64_t coding, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
