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

/* "verurteilte den Angriff am Dienstag": what ends the clause behind its object says when the verb's act was. */
static bool when__is_of_verb(const struct scene *scene, uint32_t trigger, uint32_t time)
{
    const struct document *const document = scene->document;
    const struct token_range words = document->times[time].tokens;
    const uint32_t verb = tree_head(document, trigger), next = words.first + words.count;
    if (scene->verb_lemma[trigger] || document->tokens[trigger].relation != RELATION_OBJ || verb == DOCUMENT_NONE || verb > trigger ||
        words.first < trigger || (next < document->token_count && document->tokens[next].upos != UPOS_PUNCT))
        return false;
    const char *const preposition = arguments_preposition(scene, next - 1);
    return preposition && (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_PLACE);
}

static void when__take(const struct document *document, uint32_t time, struct event *event)
{
    event->time = time;
    event->begin_day = document->times[time].begin_day;
    event->end_day = document->times[time].end_day;
}

void when_set(const struct scene *scene, uint32_t trigger, struct event *event)
{
    const struct document *const document = scene->document;
    uint32_t time = time_of_token(document, trigger);
    if (time != DOCUMENT_NONE && when__is_of_verb(scene, trigger, time))
        time = DOCUMENT_NONE;
    if (time == DOCUMENT_NONE)
        time = when__of_occasion(scene, trigger);
    event->time = DOCUMENT_NONE;
    event->begin_day = event->end_day = DAY_NONE;
    event->time_inherited = false;
    if (time != DOCUMENT_NONE && when__is_claim_time(document, time, event))
        time = DOCUMENT_NONE;
    if (time != DOCUMENT_NONE)
        when__take(document, time, event);
}

/* The mention of the same act in a sentence before that tells its time, the last of them. */
static const struct event *when__told_before(const struct event *events, size_t index)
{
    enum { SENTENCES_BACK = 1 };
    for (size_t i = index; i-- > 0;)
        if (events[i].incident == events[index].incident && events[i].sentence < events[index].sentence &&
            events[index].sentence - events[i].sentence <= SENTENCES_BACK && events[i].begin_day != DAY_NONE && !events[i].time_inherited)
            return &events[i];
    return NULL;
}

void when_settle(const struct document *document, struct event *events, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct event *const before = events[i].time == DOCUMENT_NONE ? when__told_before(events, i) : NULL;
        if (!before)
            continue;
        when__take(document, before->time, &events[i]);
        events[i].time_inherited = true;
    }
}
