/* event/drop.h: which triggers are no events.
 *
 *     "Ein Mann erstach in Hamburg seinen Nachbarn."  ->  erstach dropped: ordinary crime
 *     "lehnte die Forderung ab"                       ->  the demand is told too, the refusal is an answer to it
 */
#ifndef EVENT_DROP_H
#define EVENT_DROP_H

#include "event/candidate.h"

/* Sets dropped, used, lacks_parties, holder, content and, of what is part of another act, type EVENT_TYPE_COUNT. The parties must stand. */
void drop_candidates(const struct scene *scene, struct candidates *candidates);

#endif
