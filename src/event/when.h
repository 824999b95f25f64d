/* event/when.h: the time a report gives for an event (coding guide, section 7). */
#ifndef EVENT_WHEN_H
#define EVENT_WHEN_H

#include "event/scene.h"

void when_set(const struct scene *scene, uint32_t trigger, struct event *event);

/* "sagte am Montag, man werde Panzer liefern": what its speaker does by saying it happens when it is said. Type and sources must stand. */
void when_said(const struct document *document, struct event *event);

/* Gives acts without a time that of another mention of their incident in the sentence before (coding guide 7, when_inherited).
 * Incidents must be numbered. */
void when_settle(const struct document *document, struct event *events, size_t count);

#endif
