/* event/homeland.h: takes back the guess that people and places are of the country of those who act on them.
 *
 *     "Israel beschoss ein Lager."   ->   the camp is nobody's, though the report speaks of no country but Israel
 */
#ifndef EVENT_HOMELAND_H
#define EVENT_HOMELAND_H

#include "event/candidate.h"

/* Of all candidates, whose parties are those that words tell. */
void homeland_leave(const struct scene *scene, struct candidates *candidates);

/* Takes the country back from actors of the act at index that were only taken for those of its other side. */
void homeland_leave_other_side(const struct scene *scene, struct candidates *candidates, size_t index);

#endif
