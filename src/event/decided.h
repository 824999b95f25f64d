/* event/decided.h: who would do what is weighed or decided in the passive.
 *
 *     "Berlin prüft, ob die Hilfe für Ruanda gekürzt wird."   ->  SANCTION DEU > RWA
 */
#ifndef EVENT_DECIDED_H
#define EVENT_DECIDED_H

#include "event/candidate.h"

/* Fills the actor of an act that nobody is told to do, from the subject of the verb that weighs it. */
void decided_actor(const struct scene *scene, struct candidate *candidate);

#endif
