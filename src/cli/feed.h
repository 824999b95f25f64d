/* cli/feed.h: laut add --feed: asks feeds for what is new, once or until the process is told to end. */
#ifndef CLI_FEED_H
#define CLI_FEED_H

#include "cli/adding.h"

struct feed_plan {
    const char *user_agent;          /* NULL: laut's own */
    long interval_s, pause_s;
    bool once, follow, research, local;
};

/* Exit status. */
int feed_add(struct laut_archive *archive, const struct adding_plan *plan, const struct feed_plan *feed);

#endif
