/* archive/neighbours.h: mentions that may tell of the same act as another. */
#ifndef ARCHIVE_NEIGHBOURS_H
#define ARCHIVE_NEIGHBOURS_H

#include "archive/archive.h"
#include "archive/rules.h"

enum {
    DAYS_BEFORE = 3,                 /* a report without a day tells of an act of its day of publication or of so many days before */
    DAYS_APART = 2,                  /* reports that tell no day tell of one act if they are published so many days apart */
};

struct mention {
    int64_t id, incident, parent, cluster;       /* 0: none */
    struct features features;
    int rule;                        /* by which it matches */
};

struct mentions {
    struct mention *items;
    size_t count, capacity;
};

bool mention_open(struct laut_archive *archive, int64_t id, struct arena *arena, struct mention *mention, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The mention is, or is no longer, one that others may be joined to. */
bool neighbours_insert(struct laut_archive *archive, const struct mention *mention, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));
bool neighbours_delete(struct laut_archive *archive, const struct mention *mention, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

/* All that match it by a rule and are near enough in time: what it may be joined to, and what may hang on it. In the order of their ids. */
bool neighbours_find(struct laut_archive *archive, const struct mention *mention, struct arena *arena, struct mentions *found,
                     struct laut_error *error) __attribute__((warn_unused_result));

/* Those without a day that tell the same (rules_own_key), published from first to last. */
bool neighbours_alike(struct laut_archive *archive, const struct mention *mention, int64_t first, int64_t last, struct arena *arena,
                      struct mentions *found, struct laut_error *error) __attribute__((warn_unused_result));

/* known[i]: there is one that tells the same, published i + 1 days before the mention. */
bool neighbours_days(struct laut_archive *archive, const struct mention *mention, bool known[2 * DAYS_APART], struct arena *arena,
                     struct laut_error *error) __attribute__((warn_unused_result));

#endif
