/* event/likely.h: the side of an act that no word beside it tells, by points (event/likely.tsv).
 *
 *     "In Minsk gingen Tausende auf die Straße. Hunderte wurden verhaftet."
 *         ->  COERCE of Hunderte (BLR), actor not told: BLR 0.8 (other-side, scene …), nobody 0.2
 */
#ifndef EVENT_LIKELY_H
#define EVENT_LIKELY_H

#include "event/candidate.h"
#include "event/likely_report.h"

enum { LIKELY_OPTIONS_MOST = 12 };

struct likely_option {
    const char *code;                /* "" : nobody */
    uint64_t features;               /* bits 1 << LIKELY_… */
    double probability;
    size_t mention;                  /* of whom with that code it would be, of likely_report.mentions; nobody: SIZE_MAX */
};

struct likely_options {
    struct likely_option items[LIKELY_OPTIONS_MOST];     /* the first is nobody */
    size_t count;
    const struct candidate *same;    /* the last act of the type with this role told; NULL: none near */
};

struct likely {
    const struct scene *scene;
    const struct candidates *candidates;
    struct likely_report report;
};

/* Looks at the report once. */
bool likely_open(const struct scene *scene, const struct candidates *candidates, struct arena *arena, struct likely *likely,
                 struct laut_error *error) __attribute__((warn_unused_result));

/* Who could stand in a role (ROLE_ACTOR, ROLE_RECIPIENT) of an act; false: it is no event, or the role is told. */
bool likely_options(const struct likely *likely, size_t candidate, enum frame_role_name role, struct likely_options *options);

/* Fills the roles that nobody stands in, where one option is likely enough, and empties those of recipients whom a promise has not (event/promise.h). */
bool likely_fill(const struct scene *scene, struct candidates *candidates, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
