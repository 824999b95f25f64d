/* event/reaction.h: whom a reaction concerns that names what was done, but not who did it.
 *
 *     "Kanada verhängte Strafzölle. Mexiko bedauerte den Schritt."     ->  ACCUSE MEX > CAN
 */
#ifndef EVENT_REACTION_H
#define EVENT_REACTION_H

#include "event/candidate.h"

/* The word for what was told before ("die Entscheidung", "das") that the act is a reaction to; DOCUMENT_NONE: none. */
uint32_t reaction_matter(const struct scene *scene, const struct candidate *candidate);

/* Is that word one for what someone said ("die Vorwürfe")? */
bool reaction_is_to_claim(const struct scene *scene, const struct candidate *candidate);

/* Fills the recipients of a reaction that has none. Those of the acts before must have been looked for. */
void reaction_fill(const struct scene *scene, struct candidates *candidates, size_t index);

#endif
