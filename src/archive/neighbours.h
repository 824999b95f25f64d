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

/* Mentions, dated or not, of the days from first to last that match by a rule. */
bool neighbours_find(struct laut_archive *archive, const struct mention *mention, bool dated, int32_t first, int32_t last,
                     struct arena *arena, struct mentions *found, struct laut_error *error) __attribute__((warn_unused_result));

/* Those without a day that have this own key, published from first to last. */
bool neighbours_alike(struct laut_archive *archive, int64_t own_key, int32_t first, int32_t last, struct arena *arena,
                      struct mentions *found, struct laut_error *error) __attribute__((warn_unused_result));

#endif
