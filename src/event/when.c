/* event/when.c: asks time/ for the expression that stands with the trigger. The time at which a claim was made is not the time of
 * what it tells, so an expression that belongs to the statement's own clause does not count. */
#include "event/when.h"

#include "event/arguments.h"
#include "event/content.h"
#include "event/shift.h"
#include "parse/tree.h"
#include "time/time_expression.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_COUNT = 1000 };

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
    const bool during = preposition && (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_DURING);
    const uint32_t clause = during ? tree_clause(document, trigger) : DOCUMENT_NONE;
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

/* The word of a time by which it hangs on others. */
static uint32_t when__head(const struct document *document, const struct time_expression *time)
{
    uint32_t token = time->tokens.first;
    for (uint32_t at = token; at < time->tokens.first + time->tokens.count; at++) {
        const uint32_t head = tree_head(document, at);
        if (head == DOCUMENT_NONE || head < time->tokens.first || head >= time->tokens.first + time->tokens.count)
            token = at;
    }
    return token;
}

/* Are the two told together: a conjunct, or beside it with a conjunction of its own? */
static bool when__are_joined(const struct document *document, uint32_t first, uint32_t second)
{
    if (second <= first)
        return false;
    return tree_first_conjunct(document, second) == first ||
           (tree_head(document, second) == tree_head(document, first) && tree_child(document, second, RELATION_CC) != DOCUMENT_NONE);
}

/* "am 30. Dezember und am 2. Januar", "2018 und 2020": from the first to the last of days told together (coding guide, section 7). */
static void when__with_joined(const struct document *document, uint32_t time, struct event *event)
{
    const uint32_t own = when__head(document, &document->times[time]);
    for (uint32_t next = 0; document->tree && next < document->time_count; next++) {
        const struct time_expression *const other = &document->times[next];
        if (next == time || document->tokens[other->tokens.first].sentence != document->tokens[own].sentence || other->begin_day == DAY_NONE ||
            other->end_day == DAY_NONE || event->begin_day == DAY_NONE || event->end_day == DAY_NONE)
            continue;
        const uint32_t head = when__head(document, other);
        if (when__are_joined(document, own, head) && other->end_day > event->end_day)
            event->end_day = other->end_day;
        if (when__are_joined(document, head, own) && tree_head(document, head) == tree_head(document, own) && other->begin_day < event->begin_day)
            event->begin_day = other->begin_day;
    }
}

static void when__take(const struct document *document, uint32_t time, struct event *event)
{
    event->time = time;
    event->begin_day = document->times[time].begin_day;
    event->end_day = document->times[time].end_day;
    when__with_joined(document, time, event);
}

/* The days that a length in days or weeks tells ("P12D"), 0: another length or none that is exact. */
static int32_t when__days(const struct time_expression *time)
{
    char *end;
    const long number = time->type == TIMEX_DURATION && !time->mod && time->value && time->value[0] == 'P' ? strtol(time->value + 1, &end, 10) : 0;
    if (number <= 0 || number > LONGEST_COUNT || end[0] == '\0' || end[1] != '\0')
        return 0;
    return end[0] == 'D' ? (int32_t)number : end[0] == 'W' ? (int32_t)(7 * number) : 0;
}

/* "Vier Tage nach dem Start ist der Rat am Montag auseinandergegangen": so long before the day of the clause, or of the report. */
static void when__counted_back(const struct scene *scene, uint32_t trigger, struct event *event)
{
    const struct document *const document = scene->document;
    const uint32_t preposition = scene->verb_lemma[trigger] ? DOCUMENT_NONE : tree_preposition(document, trigger);
    const char *const word = preposition == DOCUMENT_NONE ? NULL : arguments_preposition(scene, trigger);
    const unsigned use = word ? knowledge_preposition(scene->knowledge, word) : 0;
    if (!(use & PREPOSITION_OCCASION) || (use & PREPOSITION_PLACE))
        return;
    for (uint32_t i = 0; i < document->time_count; i++) {
        const struct time_expression *const length = &document->times[i];
        const int32_t days = length->tokens.first + length->tokens.count == preposition ? when__days(length) : 0;
        if (!days)
            continue;
        const uint32_t clause = tree_clause(document, trigger), told = clause == DOCUMENT_NONE ? DOCUMENT_NONE : time_of_token(document, clause);
        const bool exact = told != DOCUMENT_NONE && document->times[told].begin_day == document->times[told].end_day;
        const int32_t from = exact ? document->times[told].begin_day : document->report.published_day;
        if (from == DAY_NONE)
            return;
        event->time = i;
        event->begin_day = event->end_day = from - days;
    }
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
    else
        when__counted_back(scene, trigger, event);
}

void when_said(const struct document *document, struct event *event)
{
    const struct statement *const statement = event->statement == DOCUMENT_NONE ? NULL : &document->statements[event->statement];
    if (!statement || statement->time == DOCUMENT_NONE || event->time != DOCUMENT_NONE || !event->source_count || !shift_is_own_act(event))
        return;
    const bool done_before = document->tokens[event->trigger_token].morphology.verb_form == VERB_FORM_PART_PERF;      /* "habe abgelehnt" */
    if (!done_before && content_is_act_of_words(event->type))
        when__take(document, statement->time, event);
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
