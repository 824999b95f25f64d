/* archive/claims.h: claims that stand together (those of an incident or a transfer), and what they say side by side.
 *
 * Nothing is merged into a verdict and no number of one claim is added to that of another.
 */
#ifndef ARCHIVE_CLAIMS_H
#define ARCHIVE_CLAIMS_H

#include "archive/event_row.h"
#include "base/arena.h"

struct claims {
    struct event_row *items;         /* their json is the claims' */
    size_t count, capacity;
    bool all;                        /* claims of reports that were withdrawn count too */
};

/* Does the claim count? One of a report that was withdrawn is only shown. */
bool claims_counts(const struct claims *claims, size_t index);

/* words: with the words it rests on. */
bool claims_add(struct laut_archive *archive, int64_t event, bool words, struct arena *arena, struct claims *claims,
                struct laut_error *error)
    __attribute__((warn_unused_result));
void claims_close(struct claims *claims);

/* asserted, likely, possible, denied, open */
const char *claims_stance(const json_t *event);
/* The innermost source: the origin of the claim; NULL: the report itself. */
const json_t *claims_origin(const json_t *event);
/* A name of the origin by which two claims of one origin are known; into key. */
void claims_origin_key(const struct event_row *row, char *key, size_t size);

/* Fields of a summary: who, whom, with, when, where, counts, certainty, said, title. False: out of memory. */
bool claims_summary(const struct claims *claims, json_t *summary);
/* by_source: who says what how surely. NULL: out of memory. */
json_t *claims_by_source(const struct claims *claims);
/* What sides say against each other. NULL: out of memory. */
json_t *claims_contradictions(const struct claims *claims);

/* {class, unit, scope, relation, from, to} of the numbers of one claim, appended to quantities or widening what is there. */
bool claims_quantities(const json_t *event, json_t *quantities);

#endif
