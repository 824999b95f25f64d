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

enum { LONGEST_COUNT = 1000, CLAUSES_UP = 4 };

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

/* "haben am Montag nach Angaben von Ärzten getötet": a phrase that names a source beside what is told has no time of its clause. */
static bool when__is_claim_time(const struct document *document, uint32_t time, const struct event *event)
{
    for (uint32_t at = event->statement, steps = 0; at != DOCUMENT_NONE && steps < 16; at = document->statements[at].inside, steps++) {
        const struct statement *const statement = &document->statements[at];
        const bool beside = statement->aside && document->tree && statement->cue_token != DOCUMENT_NONE &&
                            !tree_is_inside(document, when__head(document, &document->times[time]), statement->cue_token);
        if (statement->time == time && !beside)
            return true;
    }
    return false;
}

/* "wurden am Montag bei einem Angriff getötet": the act during which something happens has the time of that clause. */
static uint32_t when__of_occasion(const struct scene *scene, uint32_t trigger)
{
    const struct document *const document = scene->document;
    const char *const preposition = scene->verb_lemma[trigger] ? NULL : arguments_preposition(scene, trigger);
    const bool during = knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_DURING;
    const uint32_t clause = during ? tree_clause(document, trigger) : DOCUMENT_NONE;
    return clause == DOCUMENT_NONE || tree_head(document, trigger) != clause ? DOCUMENT_NONE : time_of_token(document, clause);
}

/* "wurde am Freitag Opfer eines Angriffs", "am Montag gab es einen Angriff": the clause tells of nothing but the act. */
static uint32_t when__of_telling(const struct scene *scene, uint32_t trigger)
{
    const struct document *const document = scene->document;
    const uint32_t head = scene->verb_lemma[trigger] ? DOCUMENT_NONE : tree_head(document, trigger);
    if (head == DOCUMENT_NONE)
        return DOCUMENT_NONE;
    if (!scene->verb_lemma[head] && knowledge_is_target(scene->knowledge, arguments_lemma(scene, head)))
        return time_of_token(document, tree_clause(document, head));
    const bool there_is = document->tokens[trigger].relation == RELATION_OBJ && tree_child(document, head, RELATION_EXPL) != DOCUMENT_NONE;
    return there_is ? time_of_token(document, head) : DOCUMENT_NONE;
}

/* "ein Anschlag, bei dem im Mai zwölf Menschen starben", "ein Angriff, durch den …": the clause tells when the noun's act was. */
static uint32_t when__of_relative(const struct scene *scene, uint32_t trigger)
{
    const struct document *const document = scene->document;
    for (uint32_t child = tree_first_child(document, trigger); !scene->verb_lemma[trigger] && child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        if (document->tokens[child].relation != RELATION_ACL || tree_finite(document, child) == DOCUMENT_NONE)
            continue;
        struct arguments own;
        arguments_of_verb(scene, child, &own);
        for (size_t i = 0; i < own.count; i++)
            if (own.items[i].token == trigger && own.items[i].slot.function == FUNCTION_PP &&
                (knowledge_preposition(scene->knowledge, own.items[i].slot.preposition) & (PREPOSITION_DURING | PREPOSITION_MEANS)))
                return time_of_token(document, child);
    }
    return DOCUMENT_NONE;
}

/* "angegriffen hatten", "getötet worden waren" */
static bool when__is_pluperfect(const struct document *document, uint32_t clause)
{
    const uint32_t finite = tree_finite(document, clause);
    return finite != DOCUMENT_NONE && document->tokens[finite].relation == RELATION_AUX && document->tokens[finite].morphology.tense == TENSE_PAST;
}

/* "schossen am Montag, nachdem Rebellen die Stadt angegriffen hatten": what came before has a time of its own or none. */
static bool when__is_of_later(const struct scene *scene, uint32_t trigger, uint32_t time)
{
    const struct document *const document = scene->document;
    uint32_t clause = tree_clause(document, trigger);
    for (unsigned steps = 0; clause != DOCUMENT_NONE && steps < CLAUSES_UP; steps++, clause = tree_governing_clause(document, clause)) {
        const uint32_t mark = document->tokens[clause].relation == RELATION_ADVCL ? tree_mark(document, clause) : DOCUMENT_NONE;
        if (mark != DOCUMENT_NONE && knowledge_is_occasion(scene->knowledge, arguments_lemma(scene, mark)) && when__is_pluperfect(document, clause))
            return !tree_is_inside(document, when__head(document, &document->times[time]), clause);
    }
    return false;
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
    return knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_PLACE;
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

/* The time that tells a length right before the word; DOCUMENT_NONE: none that is exact. */
static uint32_t when__length_before(const struct document *document, uint32_t word)
{
    for (uint32_t i = 0; i < document->time_count; i++)
        if (document->times[i].tokens.first + document->times[i].tokens.count == word && when__days(&document->times[i]))
            return i;
    return DOCUMENT_NONE;
}

/* So long before the day of the clause, or of the report. */
static void when__count_back(const struct document *document, uint32_t length, uint32_t clause, struct event *event)
{
    const uint32_t told = clause == DOCUMENT_NONE ? DOCUMENT_NONE : time_of_token(document, clause);
    const bool exact = told != DOCUMENT_NONE && document->times[told].begin_day == document->times[told].end_day;
    const int32_t from = exact ? document->times[told].begin_day : document->report.published_day;
    if (from == DAY_NONE)
        return;
    event->time = length;
    event->begin_day = event->end_day = from - when__days(&document->times[length]);
}

/* "Vier Tage nach dem Start ist der Rat am Montag auseinandergegangen". */
static void when__counted_back(const struct scene *scene, uint32_t trigger, struct event *event)
{
    const struct document *const document = scene->document;
    const uint32_t preposition = scene->verb_lemma[trigger] ? DOCUMENT_NONE : tree_preposition(document, trigger);
    const char *const word = preposition == DOCUMENT_NONE ? NULL : arguments_preposition(scene, trigger);
    const unsigned use = word ? knowledge_preposition(scene->knowledge, word) : 0;
    const uint32_t length = (use & PREPOSITION_OCCASION) && !(use & PREPOSITION_PLACE) ? when__length_before(document, preposition) : DOCUMENT_NONE;
    if (length != DOCUMENT_NONE)
        when__count_back(document, length, tree_clause(document, trigger), event);
}

/* "streikten am Montag, drei Wochen nachdem das Militär geputscht hat" */
static bool when__is_counted_clause(const struct scene *scene, uint32_t trigger, struct event *event)
{
    const struct document *const document = scene->document;
    const uint32_t clause = document->tree ? tree_first_conjunct(document, tree_clause(document, trigger)) : DOCUMENT_NONE;
    const uint32_t mark = clause == DOCUMENT_NONE ? DOCUMENT_NONE : tree_mark(document, clause);
    const uint32_t length = mark != DOCUMENT_NONE && knowledge_is_occasion(scene->knowledge, arguments_lemma(scene, mark))
                                ? when__length_before(document, mark) : DOCUMENT_NONE;
    if (length == DOCUMENT_NONE)
        return false;
    when__count_back(document, length, tree_governing_clause(document, clause), event);
    return event->time != DOCUMENT_NONE;
}

void when_set(const struct scene *scene, uint32_t trigger, struct event *event)
{
    const struct document *const document = scene->document;
    uint32_t time = time_of_token(document, trigger);
    if (time != DOCUMENT_NONE && when__is_of_verb(scene, trigger, time))
        time = DOCUMENT_NONE;
    if (time != DOCUMENT_NONE && document->tree && when__is_of_later(scene, trigger, time))
        time = DOCUMENT_NONE;
    if (time == DOCUMENT_NONE)
        time = when__of_occasion(scene, trigger);
    if (time == DOCUMENT_NONE)
        time = when__of_telling(scene, trigger);
    if (time == DOCUMENT_NONE)
        time = when__of_relative(scene, trigger);
    event->time = DOCUMENT_NONE;
    event->begin_day = event->end_day = DAY_NONE;
    event->time_inherited = false;
    if (when__is_counted_clause(scene, trigger, event))
        return;
    if (time != DOCUMENT_NONE && when__is_claim_time(document, time, event))
        time = DOCUMENT_NONE;
    if (time != DOCUMENT_NONE)
        when__take(document, time, event);
    else
        when__counted_back(scene, trigger, event);
}

/* "gab am Dienstag den Abbruch der Beziehungen bekannt": acts that are done by telling them, when they were told; DOCUMENT_NONE: no such. */
static uint32_t when__of_announcing(const struct document *document, const struct event *event)
{
    const uint32_t noun = event->trigger_token, verb = document->tokens[noun].relation == RELATION_OBJ ? tree_head(document, noun) : DOCUMENT_NONE;
    const bool done_by_words = content_is_act_of_words(event->type) || event->type == EVENT_SANCTION;
    for (uint32_t i = 0; i < document->statement_count && verb != DOCUMENT_NONE && done_by_words; i++)
        if (document->statements[i].cue_token == verb)
            return time_of_token(document, verb);
    return DOCUMENT_NONE;
}

void when_said(const struct document *document, struct event *event)
{
    const struct statement *const statement = event->statement == DOCUMENT_NONE ? NULL : &document->statements[event->statement];
    if (event->time != DOCUMENT_NONE)
        return;
    const uint32_t announced = document->tree ? when__of_announcing(document, event) : DOCUMENT_NONE;
    const bool done_before = document->tokens[event->trigger_token].morphology.verb_form == VERB_FORM_PART_PERF;      /* "habe abgelehnt" */
    if (announced != DOCUMENT_NONE)
        when__take(document, announced, event);
    else if (statement && statement->time != DOCUMENT_NONE && event->source_count && shift_is_own_act(event) && !done_before &&
             content_is_act_of_words(event->type))
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
