/* archive/actors.h: which states, organisations and office holders have a part in a claim.
 *
 *     "Präsident Putin droht …" gives deeds of RUS (did) and of a-… Wladimir Putin (did)
 *
 * Private persons, suspects and victims never become actors.
 */
#ifndef ARCHIVE_ACTORS_H
#define ARCHIVE_ACTORS_H

#include "archive/archive.h"
#include "archive/record.h"

enum deed_part { DEED_DID, DEED_RECEIVED, DEED_SAID, DEED_DENIED };

bool actors_store(struct laut_archive *archive, const struct archive_record *record, const struct record_event *event,
                  int64_t event_id, struct laut_error *error) __attribute__((warn_unused_result));

/* The German name of the country of this code; where it is none, name. */
const char *actors_name(const struct laut_archive *archive, const char *code, const char *name);

#endif
