/* event/when.h: the time a report gives for an event (coding guide, section 7). */
#ifndef EVENT_WHEN_H
#define EVENT_WHEN_H

#include "event/scene.h"

void when_set(const struct scene *scene, uint32_t trigger, struct event *event);

#endif
