/* event/modal.h: demands that a speaker makes with a modal verb.
 *
 *     "Der Rat solle handeln, sagte der chinesische Botschafter."  ->  REQUEST CHN > IGO, why "sollen"
 */
#ifndef EVENT_MODAL_H
#define EVENT_MODAL_H

#include "event/roles.h"

/* If the verb stands under such a modal: its frame, the speaker as actor. False: no demand. */
bool modal_demand(const struct scene *scene, uint32_t verb, const struct arguments *arguments, struct frame_match *match,
                  struct role_parties *actors);

/* "Nordkorea will Technologie erhalten": the frame of a wish to get what the verb's subject receives; NULL: none. */
const struct frame *modal_wish(const struct scene *scene, uint32_t verb, const struct frame *frame);

/* "will liefern", "wollte liefern": the subject plans the act. */
bool modal_plans(const struct scene *scene, uint32_t verb);
/* "kann nicht zustimmen": with a negation the subject refuses. */
bool modal_refuses(const struct scene *scene, uint32_t verb);
/* "darf liefern": the act is allowed, which says nothing of its being done. */
bool modal_permits(const struct scene *scene, uint32_t verb);

#endif
