/* event/shift.h: what plans, promises and refusals make of an act's type (coding guide, section 2).
 *
 *     "Berlin wird Panzer liefern."  AID, future  ->  AGREE, CT+            "will Panzer liefern"  ->  AGREE, Uu
 */
#ifndef EVENT_SHIFT_H
#define EVENT_SHIFT_H

#include "event/candidate.h"

void shift_type(const struct scene *scene, const struct candidate *candidate, struct event *event);

#endif
