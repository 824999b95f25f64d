/* event/clause.h: who does what a noun or passive says, as the words around it tell.
 *
 *     "Die Armee begann mit dem Beschuss der Stadt."  ->  Beschuss by the army
 */
#ifndef EVENT_CLAUSE_H
#define EVENT_CLAUSE_H

#include "event/candidate.h"

/* Fills the actors of a candidate that has none. Candidates before it must have been filled. */
void clause_actors(const struct scene *scene, struct candidates *candidates, size_t index);

/* The speaker in whose words the act is told, where they mean him (clause_speaker.c). */
void clause_speaker(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate);

#endif
