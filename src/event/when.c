/* event/when.c: asks time/ for the expression that stands with the trigger. */
#include "event/when.h"

void when_set(const struct document *document, uint32_t trigger, struct event *event)
{
    (void)document;
    (void)trigger;
    event->time = DOCUMENT_NONE;
    event->begin_day = event->end_day = DAY_NONE;
    event->time_inherited = false;
}
