/* event/content.h: whom an act of words concerns, read off what is demanded, refused, blamed or promised.
 *
 *     "Paris verlangte die Freilassung einer Lehrerin, die in Teheran festgenommen wurde."   ->  REQUEST FRA > IRN
 */
#ifndef EVENT_CONTENT_H
#define EVENT_CONTENT_H

#include "event/candidate.h"

/* Is it done in words (a demand, refusal, accusation, praise, promise, threat, concession)? */
bool content_is_act_of_words(enum event_type type);

/* "Die beiden werden beschuldigt, in Tel Aviv …", "warf ihm vor, Iran …": beside a clause the object is who is blamed or asked, whoever that is. */
bool content_is_to_somebody(const struct scene *scene, const struct candidate *candidate);

/* Fills the recipients of an act of words that has none. */
void content_recipients(const struct scene *scene, struct candidates *candidates, size_t index);

#endif
