/* event/victim.h: which country "ein angegriffenes Land" is, by the attacks that the report tells.
 *
 *     "Russland griff die Ukraine an. Die EU will dem überfallenen Land Waffen liefern."     ->  AGREE IGO > UKR
 */
#ifndef EVENT_VICTIM_H
#define EVENT_VICTIM_H

#include "event/candidate.h"

/* Names the parties of the candidate's roles that are called a country that was attacked. */
void victim_name(const struct scene *scene, struct candidates *candidates, size_t index);

#endif
