/* event/claimed.h: who says that an attack was his did it.
 *
 *     "In Kabul explodierte eine Bombe. Die Terrormiliz Islamischer Staat bekannte sich zu der Tat."   ->   the bomb was theirs
 */
#ifndef EVENT_CLAIMED_H
#define EVENT_CLAIMED_H

#include "event/candidate.h"

/* Gives attacks of which nobody tells who did them to who claims them in the same sentence or soon after (CLAIMED_SENTENCES). */
void claimed_attacks(const struct scene *scene, struct candidates *candidates);

#endif
