/* event/implicit.h: actor or recipient that a trigger leaves out although the report names it elsewhere without doubt.
 *
 *     "Die Armee begann mit dem Beschuss der Stadt. Heute wurden 40 Ziele angegriffen."     ->  both by the army, on the city
 */
#ifndef EVENT_IMPLICIT_H
#define EVENT_IMPLICIT_H

#include "event/candidate.h"

/* What still lacks, from the other acts of its kind. Those before it must have been filled. */
void implicit_fill(const struct scene *scene, struct candidates *candidates, size_t index);

/* Whom a refusal, promise or concession answers (implicit_answer.c). */
void implicit_answer(const struct scene *scene, struct candidates *candidates, size_t index);

/* Between whom someone mediates (implicit_dispute.c). */
void implicit_dispute(const struct scene *scene, struct candidates *candidates, size_t index);

/* Who did it according to someone else is in doubt: the report itself, or the source of the candidate, must say it. */
bool implicit_is_agreed(const struct scene *scene, const struct candidate *earlier, const struct candidate *candidate);

/* Gunmen whom nobody knows, who are not those of every other attack; false also of nobody. */
bool implicit_is_unknown(const struct role_parties *parties);

/* What did not happen tells nothing of what did, nor does who holds a place ("in der von Russland besetzten Stadt"). */
bool implicit_is_denied(const struct scene *scene, const struct candidate *candidate);

/* A noun that means an act told before takes its sides from there; false: no such act (implicit_noun.c). */
bool implicit_noun(const struct scene *scene, struct candidates *candidates, size_t index);

/* "der Angriff", "diese Entscheidung": a noun that means one told before. */
bool implicit_is_definite(const struct scene *scene, uint32_t noun);

#endif
