/* event/said.h: what someone says of another ("said" as a condition of frames, docs/tables.md).
 *
 *     "Die Nato heize den Konflikt an, erklärte der Kreml."  ->  anheizen: nom Nato, akk Konflikt, said
 */
#ifndef EVENT_SAID_H
#define EVENT_SAID_H

#include "event/arguments.h"

/* Adds "said" where a party other than the subject says the clause, unless the verb that tells so blames already ("wirft vor"). */
void said_add(const struct scene *scene, uint32_t verb, struct arguments *arguments);

/* Blame and demands are acts of public life: what students, firms or newspapers say of others is none, and courts judge. */
bool said_is_public(enum sector sector);

/* Does who says the clause do what the frame tells ("Das komme nicht infrage, sagte der Minister")? */
bool said_by_actor(const struct frame *frame);
/* Does the frame ask for it? Its act is what is said, so that the saying is no source of it (coding guide, section 4). */
bool said_is_act(const struct frame *frame);

#endif
