/* event/sanctioned.h: whose the firms and people are that sanctions hit.
 *
 *     "Die EU belegte drei iranische Generäle und den Hersteller mit Sanktionen."     the maker is Iran's too
 */
#ifndef EVENT_SANCTIONED_H
#define EVENT_SANCTIONED_H

#include "event/candidate.h"

/* Gives recipients without a country that of those beside them, or of whom the same side sanctioned before. */
void sanctioned_name(struct candidates *candidates, size_t index);

/* "bestrafte ein Unternehmen aus China, weil es Russland beliefert habe": the act that is the reason is of whom the other is against. */
void sanctioned_culprit(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate);

#endif
