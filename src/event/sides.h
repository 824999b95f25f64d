/* event/sides.h: who "beide Seiten" are, by the acts that the report tells.
 *
 *     "Die Rebellen griffen die Armee an. Die EU rief beide Seiten zur Mäßigung auf."     ->  REQUEST IGO > the rebels, the army
 */
#ifndef EVENT_SIDES_H
#define EVENT_SIDES_H

#include "event/candidate.h"

/* Names the parties of the candidate's roles where a word for the sides of a conflict stands. */
void sides_name(const struct scene *scene, struct candidates *candidates, size_t index);

#endif
