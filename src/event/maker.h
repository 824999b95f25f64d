/* event/maker.h: arms that are hit are the foe's, whoever made them.
 *
 *     "Russland griff Kiew an. Die ukrainische Flugabwehr schoss zehn iranische Drohnen ab."   ->   UKR > RUS, not IRN
 */
#ifndef EVENT_MAKER_H
#define EVENT_MAKER_H

#include "event/candidate.h"

void maker_replace(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate);

#endif
