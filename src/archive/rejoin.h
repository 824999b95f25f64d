/* archive/rejoin.h: all incidents made anew, for laut check and after a change of the rules. */
#ifndef ARCHIVE_REJOIN_H
#define ARCHIVE_REJOIN_H

#include "archive/archive.h"

/* Joins all mentions again, inside a transaction of the caller; public ids are kept where an incident goes on. *differences: how many
 * incidents are not what they were. */
bool rejoin_all(struct laut_archive *archive, int64_t *differences, struct laut_error *error) __attribute__((warn_unused_result));

/* An archive whose incidents were joined by other rules is joined again. */
bool rejoin_if_outdated(struct laut_archive *archive, struct laut_error *error) __attribute__((warn_unused_result));

#endif
