/* event/receiving.h: the passive whose subject receives.
 *
 *     "Die Ukraine bekam von Polen Panzer geliefert."  ->  geliefert: nom Polen, dat Ukraine, akk Panzer; bekam tells nothing of its own
 */
#ifndef EVENT_RECEIVING_H
#define EVENT_RECEIVING_H

#include "event/arguments.h"

/* The participle that the auxiliary (bekommen, erhalten, kriegen) stands with, or DOCUMENT_NONE: it is a verb of its own. */
uint32_t receiving_participle(const struct scene *scene, uint32_t auxiliary);

/* Fills the companions of a participle with such an auxiliary as those of its active clause. Returns the auxiliary, DOCUMENT_NONE: none. */
uint32_t receiving_arguments(const struct scene *scene, uint32_t verb, struct arguments *arguments);

#endif
