/* fetch/feeds.h: an open set of feeds, for the files that poll them. */
#ifndef FETCH_FEEDS_H
#define FETCH_FEEDS_H

#include "engine/engine.h"
#include "fetch/fetcher.h"

enum { FEED_BYTES_AT_MOST = 20 << 20 };          /* of a feed, and of a page */

/* A feed as it was named. */
struct feed_name {
    const char *text;                /* its address, or its file */
    bool saved;
};

struct laut_feeds {
    struct arena *arena;             /* of the names */
    struct feed_name *names;
    size_t name_count, name_capacity;
    const struct laut_engine *engine;
    struct laut_archive *archive;
    struct laut_feeds_options options;
    char user_agent[256];
    struct fetcher *fetcher;
};

/* A feed whose bytes are there. */
struct feed_bytes {
    const char *bytes;
    size_t length;
    const char *name;                /* as messages and the archive have it */
    const char *address;             /* that answered; NULL: it is a file */
    const char *charset;
    struct rights rights;
};

/* Adds the entries. False: it is no feed, or memory or archive failed; poll->stopped: not all were looked at. */
bool entries_add(struct laut_feeds *feeds, const struct feed_bytes *feed, struct laut_poll *poll, struct laut_error *error) __attribute__((warn_unused_result));

/* YYYY-MM-DDThh:mm:ssZ */
void feeds_now(char moment[32]);

#endif
