/* event/sides.h: who "beide Seiten" are, by the acts that the report tells.
 *
 *     "Die Rebellen griffen die Armee an. Die EU rief beide Seiten zur Mäßigung auf."     ->  REQUEST IGO > the rebels, the army
 */
#ifndef EVENT_SIDES_H
#define EVENT_SIDES_H

#include "event/candidate.h"

/* Names the parties of the candidate's roles where a word for the sides of a conflict stands. */
void sides_name(const struct scene *scene, struct candidates *candidates, size_t index);

/* The two who act against each other most, none of them among the candidate's actors; false: nobody does. */
bool sides_in_conflict(const struct candidates *candidates, const struct candidate *candidate, struct role_parties *pair);

/* Does the frame look for the role's parties behind "zwischen"? */
bool sides_are_between(const struct scene *scene, const struct frame *frame, enum frame_role_name role);

/* Has each of the two attacked, in the candidates before that index? */
bool sides_attack(const struct candidates *candidates, size_t before, const struct role_parties *pair);

#endif
