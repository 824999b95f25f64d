/* event/confidence.h: how often codings like this one were right on the development reports.
 *
 *     "Russland lieferte Syrien Panzer."  verb-plain, actor-own, recipient-own, source-none …  ->  0.7
 */
#ifndef EVENT_CONFIDENCE_H
#define EVENT_CONFIDENCE_H

#include "event/candidate.h"

/* Sets confidence and why_confidence of a coded event. */
bool confidence_set(const struct scene *scene, const struct candidate *candidate, struct event *event, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
