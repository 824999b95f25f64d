/* event/answered.h: whose the demand is that an act answers.
 *
 *     "Die Farc halten drei Geiseln fest. Die Regierung lehnte ihre Forderungen ab."      the demands are the Farc's
 */
#ifndef EVENT_ANSWERED_H
#define EVENT_ANSWERED_H

#include "event/candidate.h"

/* Nobody refuses or fulfils his own demand: one that a possessive gives to who answers it is of whom the answer goes to. */
void answered_demand(const struct scene *scene, struct candidates *candidates, size_t index);

#endif
