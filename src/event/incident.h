/* event/incident.h: mentions of one act inside a report get one number.
 *
 *     "Russland beschoss Kiew." … "Der Angriff traf zwei Häuser in Kiew."   ->  incident 1, 1
 */
#ifndef EVENT_INCIDENT_H
#define EVENT_INCIDENT_H

#include "event/scene.h"

/* Sets incident of all events, from 1 in the order of first mention. */
bool incident_number(const struct scene *scene, struct event *events, size_t count, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
