/* event/when.c: asks time/ for the expression that stands with the trigger. The time at which a claim was made is not the time of
 * what it tells, so an expression that belongs to the statement's own clause does not count. */
#include "event/when.h"

#include "time/time_expression.h"

static bool when__is_claim_time(const struct document *document, uint32_t time, const struct event *event)
{
    for (uint32_t at = event->statement, steps = 0; at != DOCUMENT_NONE && steps < 16; at = document->statements[at].inside, steps++)
        if (document->statements[at].time == time)
            return true;
    return false;
}

void when_set(const struct document *document, uint32_t trigger, struct event *event)
{
    uint32_t time = time_of_token(document, trigger);
    event->time = DOCUMENT_NONE;
    event->begin_day = event->end_day = DAY_NONE;
    event->time_inherited = false;
    if (time != DOCUMENT_NONE && when__is_claim_time(document, time, event))
        time = DOCUMENT_NONE;
    if (time == DOCUMENT_NONE) {
        time = time_inherited(document, trigger);
        event->time_inherited = time != DOCUMENT_NONE;
    }
    if (time == DOCUMENT_NONE)
        return;
    event->time = time;
    event->begin_day = document->times[time].begin_day;
    event->end_day = document->times[time].end_day;
}
