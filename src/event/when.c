/* event/when.c: asks time/ for the expression that stands with the trigger. The time at which a claim was made is not the time of
 * what it tells, so an expression that belongs to the statement's own clause does not count. */
#include "event/when.h"

#include "event/arguments.h"
#include "parse/tree.h"
#include "time/time_expression.h"

static bool when__is_claim_time(const struct document *document, uint32_t time, const struct event *event)
{
    for (uint32_t at = event->statement, steps = 0; at != DOCUMENT_NONE && steps < 16; at = document->statements[at].inside, steps++)
        if (document->statements[at].time == time)
            return true;
    return false;
}

/* "wurden am Montag bei einem Angriff getötet": the act during which something happens has the time of that clause. */
static uint32_t when__of_occasion(const struct scene *scene, uint32_t trigger)
{
    const struct document *const document = scene->document;
    const char *const preposition = scene->verb_lemma[trigger] ? NULL : arguments_preposition(scene, trigger);
    const uint32_t clause = preposition && (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_DURING) ? tree_clause(document, trigger) : DOCUMENT_NONE;
    return clause == DOCUMENT_NONE || tree_head(document, trigger) != clause ? DOCUMENT_NONE : time_of_token(document, clause);
}

void when_set(const struct scene *scene, uint32_t trigger, struct event *event)
{
    const struct document *const document = scene->document;
    uint32_t time = time_of_token(document, trigger);
    if (time == DOCUMENT_NONE)
        time = when__of_occasion(scene, trigger);
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
