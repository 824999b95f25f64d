/* event/incident_mention.c: the deed, the noun's determiner, circumstances and heads of parties of one mention. */
#include "event/incident_mention.h"

#include "event/arguments.h"
#include "parse/tree.h"

#include <math.h>
#include <string.h>

enum { INCIDENT_DAYS_OFTEN = 7, INCIDENT_DAYS_OLD = 14 };

static const char *mention__lemma(const struct scene *scene, uint32_t token)
{
    return scene->verb_lemma[token] ? scene->verb_lemma[token] : arguments_lemma(scene, token);
}

static bool mention__is_of_trigger(const struct document *document, const struct event *event, uint32_t token)
{
    const struct span *const span = &document->tokens[token].span;
    for (size_t i = 0; i < event->trigger.count; i++)
        if (span->begin_byte >= event->trigger.items[i].begin_byte && span->end_byte <= event->trigger.items[i].end_byte)
            return true;
    return false;
}

/* The kind of deed that the trigger names, the noun before the verb ("verübte ein Massaker"). */
static enum deed mention__deed(const struct scene *scene, const struct event *event)
{
    const struct document *const document = scene->document;
    const struct token_range words = document->sentences[event->sentence].tokens;
    enum deed deed = DEED_NONE;
    for (uint32_t token = words.first; token < words.first + words.count; token++) {
        if (!mention__is_of_trigger(document, event, token))
            continue;
        const enum deed whole = knowledge_deed(scene->knowledge, mention__lemma(scene, token));
        const enum deed told = whole == DEED_NONE ? knowledge_deed(scene->knowledge, document->tokens[token].compound_head) : whole;
        if (told != DEED_NONE && (deed == DEED_NONE || document->tokens[token].upos == UPOS_NOUN))
            deed = told;
    }
    return deed;
}

static enum incident_determiner mention__determiner(const struct document *document, uint32_t trigger)
{
    const uint32_t determiner = document->tokens[trigger].upos == UPOS_NOUN ? tree_determiner(document, trigger) : DOCUMENT_NONE;
    if (determiner == DOCUMENT_NONE)
        return document->tokens[trigger].upos == UPOS_NOUN ? DETERMINER_BARE : DETERMINER_NONE;
    const struct token *const word = &document->tokens[determiner];
    if (word->morphology.definite == DEFINITE_DEF)
        return DETERMINER_DEFINITE;
    if (word->morphology.definite == DEFINITE_IND || lexicon_has_flag(word, ANALYSIS_INDEFINITE))
        return DETERMINER_INDEFINITE;        /* "mehrere Angriffe" */
    return lexicon_has_flag(word, ANALYSIS_DEMONSTRATIVE) ? DETERMINER_THIS : DETERMINER_DEFINITE;
}

/* ---- circumstances ----------------------------------------------------------------------------------------------- */

/* Does the clause have a word of this kind: "seit 2015", "zuvor"? */
static bool mention__has_circumstance(const struct scene *scene, uint32_t clause, bool (*is_kind)(const struct event_knowledge *, const char *))
{
    const struct document *const document = scene->document;
    for (uint32_t child = clause == DOCUMENT_NONE ? clause : tree_first_child(document, clause); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const char *const preposition = arguments_preposition(scene, child);
        if (is_kind(scene->knowledge, arguments_lemma(scene, child)) || (preposition && is_kind(scene->knowledge, preposition)))
            return true;
    }
    return false;
}

/* "hatte angegriffen", "war getötet worden" */
static bool mention__is_pluperfect(const struct document *document, uint32_t clause)
{
    const uint32_t finite = clause == DOCUMENT_NONE ? DOCUMENT_NONE : tree_finite(document, clause);
    if (finite == DOCUMENT_NONE || finite == clause || document->tokens[clause].morphology.verb_form != VERB_FORM_PART_PERF)
        return false;
    const struct token *const auxiliary = &document->tokens[finite];
    return auxiliary->relation == RELATION_AUX && auxiliary->morphology.tense == TENSE_PAST && auxiliary->morphology.mood == MOOD_IND &&
           tree_modal(document, clause) == DOCUMENT_NONE;
}

static void mention__circumstances(const struct scene *scene, struct incident_mention *mention)
{
    const struct document *const document = scene->document;
    const struct event *const event = mention->event;
    const uint32_t clause = document->tree ? tree_clause(document, event->trigger_token) : DOCUMENT_NONE;
    const bool timed = event->begin_day != DAY_NONE;
    mention->earlier = mention__has_circumstance(scene, clause, knowledge_is_earlier);
    mention->thereby = mention__has_circumstance(scene, clause, knowledge_is_thereby);
    mention->often = !(timed && event->end_day - event->begin_day < INCIDENT_DAYS_OFTEN) /* "seit Mitternacht" */ &&
                     mention__has_circumstance(scene, clause, knowledge_is_often);
    mention->pluperfect = document->tree && mention__is_pluperfect(document, clause);
    mention->old = timed && document->report.published_day != DAY_NONE && event->end_day < document->report.published_day - INCIDENT_DAYS_OLD;
}

/* ---- parties -------------------------------------------------------------------------------------------------------- */

static void mention__heads(const struct document *document, const struct party *parties, size_t count, struct incident_party_heads *heads)
{
    heads->count = count < INCIDENT_PARTIES_MOST ? count : INCIDENT_PARTIES_MOST;
    for (size_t i = 0; i < heads->count; i++)
        heads->tokens[i] = DOCUMENT_NONE;
    for (size_t k = 0; k < document->mention_count; k++)
        for (size_t i = 0; i < heads->count; i++)
            if (document->mentions[k].span.begin_byte == parties[i].span.begin_byte && document->mentions[k].span.end_byte == parties[i].span.end_byte)
                heads->tokens[i] = document->mentions[k].head;
}

static double mention__number(const struct document *document, const struct incident_party_heads *heads)
{
    for (size_t i = 0; i < heads->count; i++)
        for (size_t k = 0; k < document->quantity_count && heads->tokens[i] != DOCUMENT_NONE; k++)
            if (document->quantities[k].counted == heads->tokens[i] && !document->quantities[k].unit && !document->quantities[k].ratio)
                return document->quantities[k].value;
    return NAN;
}

static bool mention__is_person(const struct document *document, const struct event *event)
{
    for (size_t i = 0; i < event->recipient_count; i++) {
        const uint32_t entity = event->recipients[i].entity;
        if (entity != DOCUMENT_NONE && (document->entities[entity].kind == ENTITY_GROUP || document->entities[entity].kind == ENTITY_PERSON))
            return true;
    }
    return false;
}

/* "ein Krankenhaus" tells nothing that another mention's place could differ from. */
static bool mention__tells_place(const struct document *document, const struct event *event)
{
    return event->place_entity != DOCUMENT_NONE &&
           (document->entities[event->place_entity].precision != PRECISION_SITE || event->place_mention == DOCUMENT_NONE ||
            document->mentions[event->place_mention].kind != MENTION_NOMINAL);
}

static void mention__read(const struct scene *scene, const struct event *event, struct incident_mention *mention)
{
    const struct document *const document = scene->document;
    memset(mention, 0, sizeof *mention);
    mention->event = event;
    mention->lemma = mention__lemma(scene, event->trigger_token);
    mention->deed = event->type == EVENT_ASSAULT ? mention__deed(scene, event) : DEED_NONE;
    mention->determiner = document->tree ? mention__determiner(document, event->trigger_token) : DETERMINER_NONE;
    mention->plural = document->tokens[event->trigger_token].upos == UPOS_NOUN && document->tokens[event->trigger_token].morphology.number == NUMBER_PLUR;
    mention__heads(document, event->actors, event->actor_count, &mention->actors);
    mention__heads(document, event->recipients, event->recipient_count, &mention->recipients);
    mention->number = mention__number(document, &mention->recipients);
    mention->person = mention__is_person(document, event);
    mention->tells_place = mention__tells_place(document, event);
    mention__circumstances(scene, mention);
}

/* AID and COOPERATE count as one. */
static enum event_type mention__family(enum event_type type)
{
    return type == EVENT_COOPERATE ? EVENT_AID : type;
}

bool incident_same_family(enum event_type a, enum event_type b)
{
    return mention__family(a) == mention__family(b);
}

void incident_mentions_read(const struct scene *scene, const struct event *events, size_t count, struct incident_mention *mentions)
{
    size_t of_family[EVENT_TYPE_COUNT] = {0};
    for (size_t i = 0; i < count; i++) {
        mention__read(scene, &events[i], &mentions[i]);
        mentions[i].rank = of_family[mention__family(events[i].type)]++;
    }
    for (size_t i = 0; i < count; i++)
        mentions[i].of_family = of_family[mention__family(events[i].type)];
}
