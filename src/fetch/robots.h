/* fetch/robots.h: robots.txt (RFC 9309): what a site asks of programs of our name.
 *
 *     User-agent: *
 *     Disallow: /intern/            ->  robots_allows(robots, "/intern/a") false, robots_allows(robots, "/news/a") true
 */
#ifndef FETCH_ROBOTS_H
#define FETCH_ROBOTS_H

#include "base/arena.h"

struct robots_rule {
    const char *pattern;
    size_t length;
    bool allow;
};

/* A line that says something of rights: "Content-Signal", "ai-train=no". */
struct robots_signal {
    const char *name, *value;
    const char *pattern;             /* where it holds; "": everywhere */
};

struct robots {
    const struct robots_rule *rules;
    size_t rule_count, rule_capacity;
    const struct robots_signal *signals;
    size_t signal_count, signal_capacity;
    double delay_s;                  /* Crawl-delay, no part of the RFC but heeded; 0: none */
};

/* agent: our name as a User-agent line has it, "laut". Rules of the groups that name it, else those of "*". Everything lives in the arena. NULL: out of memory. */
const struct robots *robots_read(const char *text, size_t length, const char *agent, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

/* path with its query. The longest pattern that matches holds; of an allowing and a forbidding one of the same length the allowing one. */
bool robots_allows(const struct robots *robots, const char *path);

#endif
