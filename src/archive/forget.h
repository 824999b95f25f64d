/* archive/forget.h: what is taken out for good does not come back. */
#ifndef ARCHIVE_FORGET_H
#define ARCHIVE_FORGET_H

#include "archive/archive.h"

#include <jansson.h>

/* Was a report of this address (or, without one, of this text) forgotten? */
bool forget_is_known(struct laut_archive *archive, const char *uri, const char *sha256_text, bool *known, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Takes a name out of all texts, claims and reviews (archive/forget_name.c). Within a transaction. */
bool forget_name(struct laut_archive *archive, const char *name, struct laut_forgotten *told, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Appends the first column of each row to a list. */
bool forget_numbers(struct laut_archive *archive, enum sql sql, const char *value, json_t *list, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
