/* event/place.h: the place that a trigger's clause names.
 *
 *     "Merkel traf Putin in Moskau."  ->  the token "Moskau"
 */
#ifndef EVENT_PLACE_H
#define EVENT_PLACE_H

#include "event/candidate.h"

/* A token whose mention is a place or country, or DOCUMENT_NONE. */
uint32_t place_find(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate);

/* Gives attacks and arrests without a place that of other mentions of their incident, or attacks all of whose parties are of one country that
 * the report names, that country. Incidents must be numbered. */
void place_settle(const struct scene *scene, struct event *events, size_t count);

#endif
