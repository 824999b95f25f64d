/* web/shelf.h: archives for threads. An archive belongs to one thread at a time: a handler takes one, asks, and puts it back.
 * They are opened when they are first needed and kept.
 */
#ifndef WEB_SHELF_H
#define WEB_SHELF_H

#include "laut.h"

struct shelf;

/* path NULL: laut's usual archive. Opens the first, to see that it is there. */
struct shelf *shelf_open(const char *path, bool writable, struct laut_error *) __attribute__((warn_unused_result));
void shelf_free(struct shelf *);

/* NULL: it cannot be opened, the error says why. */
struct laut_archive *shelf_take(struct shelf *, struct laut_error *) __attribute__((warn_unused_result));
void shelf_return(struct shelf *, struct laut_archive *);

#endif
