/* event/phase.h: who does what a noun says, where only the verb above it tells.
 *
 *     "Ankara begann mit dem Beschuss der Stadt", "gab den Beginn des Beschusses bekannt"   ->   Ankara
 */
#ifndef EVENT_PHASE_H
#define EVENT_PHASE_H

#include "event/candidate.h"

/* Fills the actors of a noun that has none. */
void phase_actors(const struct scene *scene, struct candidate *candidate);

#endif
