/* event/mode.h: an event's modes (coding guide, section 2), beyond what its word tells.
 *
 *     "Kampfjets griffen Ziele bei Gaza an."        ASSAULT  ->  aerial        "mit Drohnen angegriffen"  ->  drone
 *     "Bei einem Raketenangriff wurden zwei Soldaten getötet."  ->  heavy-weapons, the attack's
 */
#ifndef EVENT_MODE_H
#define EVENT_MODE_H

#include "event/candidate.h"

/* Sets the modes of candidate's event, of the frame's type still. */
bool mode_set(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate,
              struct event *event, struct laut_error *error) __attribute__((warn_unused_result));

/* Gives attacks without a mode that of a mention of their incident in the same sentence or the one before. Incidents must be numbered. */
void mode_settle(struct event *events, size_t count);

#endif
