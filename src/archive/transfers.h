/* archive/transfers.h: which claims tell of a transfer of arms: by whom, to whom, what, and how far it has come.
 *
 *     "Deutschland hat der Ukraine ein Iris-T übergeben"     delivered, DEU > UKR, air-defence, Iris-T
 *     "Russland schoss nordkoreanische Raketen auf Kiew"     used, PRK > RUS, missile: the transfer itself is implied
 */
#ifndef ARCHIVE_TRANSFERS_H
#define ARCHIVE_TRANSFERS_H

#include "archive/archive.h"
#include "archive/record.h"

/* A row of knowledge/archive/transfers.tsv, -1: no transfer. */
int transfers_row(const struct laut_archive *archive, const struct record_event *event);
/* The state of that row; NULL for -1. */
const char *transfers_state(const struct laut_archive *archive, int row);

bool transfers_store(struct laut_archive *archive, const struct archive_record *record, const struct record_event *event, int row, int64_t event_id,
                     struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
