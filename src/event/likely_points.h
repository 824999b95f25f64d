/* event/likely_points.h: what speaks for a side that no word names, and how much: event/likely.tsv.
 *
 *     actor  other-side  COERCE  -> 70     who represses someone is most often of the same country
 */
#ifndef EVENT_LIKELY_POINTS_H
#define EVENT_LIKELY_POINTS_H

#include "base/table.h"
#include "event/frames.h"

/* Of a country or a body of states; each mention counts by the country of whom it means. */
enum likely_feature {
    LIKELY_OWN_SUBJECT, LIKELY_OWN_BEFORE, LIKELY_OWN_AFTER, LIKELY_LAST_SUBJECT, LIKELY_LAST, LIKELY_SECOND_LAST, LIKELY_NEAR, LIKELY_FAR,
    LIKELY_LATER,                    /* one of these nine: where the nearest mention stands */
    LIKELY_TITLE, LIKELY_BEGINNING, LIKELY_MOST, LIKELY_SECOND_MOST, LIKELY_HALF, LIKELY_LONE, LIKELY_SCENE, LIKELY_PLACE,
    LIKELY_OTHER_SIDE, LIKELY_SAME_ACT, LIKELY_SAME_ROLE, LIKELY_CHANGED_ROLE, LIKELY_SPEAKER, LIKELY_GOVERNOR, LIKELY_INTERNATIONAL,
    LIKELY_FIT, LIKELY_FIT_NEAR, LIKELY_MOST_OTHER, LIKELY_OPPONENT, LIKELY_SAME_PAIR, LIKELY_CONTENT, LIKELY_INSIDE, LIKELY_FROM_BELOW,
    LIKELY_FROM_ABOVE, LIKELY_NEAREST, LIKELY_AGENT, LIKELY_DIRECTION, LIKELY_ADJECTIVE,
    LIKELY_NOBODY,                   /* from here on of the option that nobody is told */
    LIKELY_NOBODY_NOUN, LIKELY_NOBODY_BARE, LIKELY_NOBODY_PASSIVE, LIKELY_NOBODY_LONE, LIKELY_NOBODY_UNASKED, LIKELY_NOBODY_STRANGER,
    LIKELY_NOBODY_MANY, LIKELY_NOBODY_CONTENT, LIKELY_NOBODY_THING, LIKELY_NOBODY_OFTEN, LIKELY_NOBODY_SELDOM,
    LIKELY_FEATURE_COUNT
};

struct likely_points {               /* [role][feature][type], EVENT_TYPE_COUNT: of every type; in hundredths of a logit */
    float points[ROLE_ITEM][LIKELY_FEATURE_COUNT][EVENT_TYPE_COUNT + 1];
};

const char *likely_feature_name(enum likely_feature feature);

const struct likely_points *likely_points_open(const struct table_set *set, struct laut_error *error) __attribute__((warn_unused_result));

/* The sum over the features (bits), of every type and of this one. */
float likely_points_sum(const struct likely_points *points, enum frame_role_name role, enum event_type type, uint64_t features);

#endif
