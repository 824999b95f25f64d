/* event/implicit.h: parties that a sentence leaves out because the report has named them.
 *
 *     "Israelische Flugzeuge griffen Gaza an. Dabei wurden Ministerien der Hamas bombardiert."   ->  second act: actor Israel
 */
#ifndef EVENT_IMPLICIT_H
#define EVENT_IMPLICIT_H

#include "event/candidate.h"

/* Fills missing actors and recipients of candidates[index] from earlier ones (coding guide, section 3). */
void implicit_fill(const struct scene *scene, struct candidates *candidates, size_t index);

#endif
