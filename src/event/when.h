/* event/when.h: the time a report gives for an event (coding guide, section 7). */
#ifndef EVENT_WHEN_H
#define EVENT_WHEN_H

#include "report/document.h"

void when_set(const struct document *document, uint32_t trigger, struct event *event);

#endif
