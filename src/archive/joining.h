/* archive/joining.h: mentions become incidents, and stop being part of them. */
#ifndef ARCHIVE_JOINING_H
#define ARCHIVE_JOINING_H

#include "archive/archive.h"
#include "archive/rules.h"

/* The mention is current: finds its incident, and moves those that now belong elsewhere. */
bool joining_add(struct laut_archive *archive, int64_t mention, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The same of a mention that stood in this incident before all were taken apart; it keeps it if it can. */
bool joining_restore(struct laut_archive *archive, int64_t mention, int64_t incident, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The mention is no longer current. */
bool joining_remove(struct laut_archive *archive, int64_t mention, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Changes what people say of who stands with whom (context is the change's own) and joins the mentions of these incidents again. */
typedef bool joining_change(void *context);
bool joining_regroup(struct laut_archive *archive, const int64_t *incidents, size_t count, joining_change *change, void *context, struct arena *arena,
                     struct laut_error *error) __attribute__((warn_unused_result));

#endif
