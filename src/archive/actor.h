/* archive/actor.h: the profile of a state, an organisation or an office holder. */
#ifndef ARCHIVE_ACTOR_H
#define ARCHIVE_ACTOR_H

#include "archive/archive.h"

#include <jansson.h>

/* NULL: failed, or there is no such actor. Yours to decref. */
json_t *actor_open(struct laut_archive *archive, const char *public, struct laut_error *error) __attribute__((warn_unused_result));

#endif
