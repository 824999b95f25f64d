/* archive/retrieval.h: what was asked of the web: feeds, and the pages of their entries.
 *
 *     retrieval_find(archive, "https://example.org/rss", arena, &retrieval, &error)      ->  etag "\"a1\"", failures 0
 */
#ifndef ARCHIVE_RETRIEVAL_H
#define ARCHIVE_RETRIEVAL_H

#include "base/error.h"

struct arena;

struct retrieval {
    const char *feed;                /* of an entry's address: the feed that named it; NULL: this is a feed */
    const char *entry;               /* of an entry: the hash of its bytes in the feed */
    int64_t status;                  /* HTTP's last answer; 0: none, or not asked for */
    const char *etag, *last_modified;            /* of what was taken in last; NULL: not told */
    const char *moved;               /* where it was moved for good; of an entry's id: where its page is */
    const char *result;              /* what came of it: added, same, reserved, disallowed, gone, failed */
    int64_t failures;                /* in a row */
    int64_t due_s;                   /* seconds since 1970: not to be asked again before */
};

/* Zeroed where it was never asked for. Strings in the arena. */
bool retrieval_find(struct laut_archive *archive, const char *address, struct arena *arena, struct retrieval *retrieval, struct laut_error *error)
    __attribute__((warn_unused_result));
bool retrieval_keep(struct laut_archive *archive, const char *address, const struct retrieval *retrieval, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
