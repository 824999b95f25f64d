/* fetch/tdmrep.h: /.well-known/tdmrep.json of the TDM Reservation Protocol: which paths of a site are reserved.
 *
 *     [{"location": "/news/", "tdm-reservation": 1, "tdm-policy": "https://example.org/terms"}]
 *         ->  for "/news/a" {reserved, policy "https://example.org/terms"}
 */
#ifndef FETCH_TDMREP_H
#define FETCH_TDMREP_H

#include "base/arena.h"

struct tdmrep_rule {
    const char *location, *policy;   /* policy NULL: none */
    bool reserved;
};

struct tdmrep {
    const struct tdmrep_rule *rules;
    size_t count, capacity;
};

/* What is no such file has no rules. In the arena; NULL: out of memory. */
const struct tdmrep *tdmrep_read(const char *text, size_t length, struct arena *arena, struct laut_error *error) __attribute__((warn_unused_result));

/* The rule with the longest pattern that matches, of two of the same length the reserving one; NULL: none. */
const struct tdmrep_rule *tdmrep_find(const struct tdmrep *tdmrep, const char *path);

#endif
