/* event/shift.h: what plans, promises and refusals make of an act's type (coding guide, section 2).
 *
 *     "Berlin wird Panzer liefern."  AID, future  ->  AGREE, CT+            "will Panzer liefern"  ->  AGREE, Uu
 */
#ifndef EVENT_SHIFT_H
#define EVENT_SHIFT_H

#include "event/candidate.h"

/* Does the one who speaks of the act do it? The report itself speaks for nobody, so its future tense is an announcement: true. */
bool shift_is_own_act(const struct event *event);

void shift_type(const struct scene *scene, const struct candidate *candidate, struct event *event);

#endif
