/* event/shift.c: the rules of the coding guide's section 2 for acts that are still to come. */
#include "event/shift.h"

#include "entity/entity.h"
#include "event/modal.h"

#include "parse/tree.h"

#include <string.h>

static bool shift__is_cooperative(enum event_type type)
{
    return type == EVENT_CONSULT || type == EVENT_SUPPORT || type == EVENT_COOPERATE || type == EVENT_AID;
}

static bool shift__is_hostile(enum event_type type)
{
    return type == EVENT_SANCTION || type == EVENT_COERCE || type == EVENT_ASSAULT;
}

bool shift_is_own_act(const struct event *event)
{
    if (event->source_count == 0)
        return true;
    const struct party *const source = &event->sources[event->source_count - 1];
    for (size_t i = 0; i < event->actor_count; i++)
        if ((event->actors[i].entity == source->entity && source->entity != DOCUMENT_NONE) ||
            (source->code[0] && strcmp(source->code, event->actors[i].code) == 0))
            return true;
    return false;
}

/* The mode of a threat or refusal by what is threatened or refused, or NULL. */
static const char *const *shift__mode(enum event_type type, enum event_type of)
{
    static const char *const violence[] = {"violence"}, *const relations[] = {"relations"}, *const restrict_[] = {"restrict"},
                      *const assist[] = {"assist"}, *const meet[] = {"meet"}, *const yield_[] = {"yield"};
    if (type == EVENT_THREATEN)
        return of == EVENT_ASSAULT ? violence : of == EVENT_SANCTION ? relations : restrict_;
    if (type == EVENT_REJECT)
        return of == EVENT_AID || of == EVENT_COOPERATE || of == EVENT_MOBILIZE ? assist : of == EVENT_CONSULT ? meet
               : of == EVENT_RETREAT || of == EVENT_CONCEDE ? yield_ : NULL;
    return NULL;
}

static void shift__become(struct event *event, enum event_type type)
{
    event->modes = shift__mode(type, event->type);
    event->mode_count = event->modes ? 1 : 0;
    event->type = type;
}

/* Wanting to get arms or goods is asking for them: the one who would receive them acts. */
static bool shift__is_wish(const struct scene *scene, const struct candidate *candidate, struct event *event)
{
    const bool material = event->type == EVENT_AID || event->type == EVENT_COOPERATE;
    const struct frame *const wish = material ? modal_wish(scene, candidate->token, candidate->match.frame) : NULL;
    if (!wish)
        return false;
    const struct party *const givers = event->actors;
    const size_t giver_count = event->actor_count;
    event->actors = event->recipients;
    event->actor_count = event->recipient_count;
    event->recipients = givers;
    event->recipient_count = giver_count;
    event->type = wish->type;
    event->modes = wish->modes;
    event->mode_count = wish->mode_count;
    return true;
}

/* "Das Land soll Raketen erhalten, sagte der Minister": whoever announces a delivery without telling the giver promises it. */
static void shift__promise_of_source(struct event *event)
{
    if (event->actor_count || !event->source_count || !event->recipient_count ||
        (event->type != EVENT_AID && event->type != EVENT_COOPERATE))
        return;
    const struct party *const source = &event->sources[event->source_count - 1];
    if (!source->code[0] || source->sector == SECTOR_JRN || strcmp(source->code, event->recipients[0].code) == 0)
        return;
    event->actors = source;
    event->actor_count = 1;
}

/* Meetings, deals and help are announced for a day, and nouns name them so ("das geplante Treffen"). */
static bool shift__is_scheduled(enum event_type type)
{
    return shift__is_cooperative(type) && type != EVENT_SUPPORT;
}

/* "trifft am Freitag", "ihr Treffen am Freitag": the present tense, or a meeting, with a day after the report's own. */
static bool shift__is_dated_ahead(const struct scene *scene, const struct candidate *candidate, const struct event *event)
{
    const struct morphology *const form = &scene->document->tokens[candidate->token].morphology;
    const bool present = scene->verb_lemma[candidate->token] ? form->verb_form == VERB_FORM_FIN && form->tense == TENSE_PRES
                                                             : event->type == EVENT_CONSULT;
    const int32_t published_day = scene->document->report.published_day;
    return present && shift__is_scheduled(event->type) && published_day != DAY_NONE && event->begin_day != DAY_NONE &&
           !event->time_inherited && event->begin_day > published_day;
}

/* Is the act still to come: told in the future, or what someone wants or wanted to do ("wollte liefern")? */
static bool shift__is_planned(const struct scene *scene, const struct candidate *candidate, const struct event *event)
{
    if (event->aux & AUX_HYPOTHETICAL)
        return false;
    return (event->aux & AUX_FUTURE) || (event->factuality == FACTUALITY_UU && modal_plans(scene, candidate->token));
}

/* "dürfen geliefert werden": whoever allows it agrees, nobody has delivered; "darf nicht liefern": it is refused to the one who may not. */
static bool shift__is_permission(const struct scene *scene, const struct candidate *candidate, struct event *event)
{
    const bool probable = event->factuality == FACTUALITY_PR_PLUS || event->factuality == FACTUALITY_PR_MINUS;     /* "dürfte" */
    if ((event->type != EVENT_AID && event->type != EVENT_COOPERATE) || probable || !scene->verb_lemma[candidate->token] ||
        !modal_permits(scene, candidate->token))
        return false;
    if (event->aux & AUX_NEGATION) {
        shift__become(event, EVENT_REJECT);
        event->recipients = event->actors;
        event->recipient_count = event->actor_count;
        event->actors = NULL;
        event->actor_count = 0;
        event->aux &= (uint8_t)~AUX_NEGATION;
    } else {
        shift__promise_of_source(event);
        shift__become(event, EVENT_AGREE);
    }
    event->factuality = FACTUALITY_CT_PLUS;
    return true;
}

/* "liefert keine Waffen", told by the report itself in the present tense: a refusal; "habe keine Waffen geliefert" denies an act. */
static bool shift__gives_nothing(const struct scene *scene, const struct candidate *candidate, const struct event *event)
{
    const uint32_t finite = tree_finite(scene->document, candidate->token);
    return (event->type == EVENT_AID || event->type == EVENT_COOPERATE) && event->source_count == 0 && finite == candidate->token &&
           scene->document->tokens[finite].morphology.tense == TENSE_PRES;
}

/* "kann nicht zustimmen", "will nicht liefern": who says so of itself refuses. */
static bool shift__is_refusal(const struct scene *scene, const struct candidate *candidate, const struct event *event, bool planned)
{
    const bool yields = (event->type == EVENT_RETREAT || event->type == EVENT_CONCEDE) && planned;      /* "will die Truppen nicht abziehen" */
    const bool help = shift__is_cooperative(event->type) || event->type == EVENT_AGREE || (event->type == EVENT_MOBILIZE && planned) || yields;
    return (event->aux & AUX_NEGATION) && help &&
           (planned || modal_refuses(scene, candidate->token) || shift__gives_nothing(scene, candidate, event)) && shift_is_own_act(event);
}

/* "die geplanten Sanktionen der USA": an attribute says that the noun's act is only meant to come. */
static bool shift__is_meant(const struct scene *scene, const struct candidate *candidate, const struct event *event)
{
    return !scene->verb_lemma[candidate->token] && shift__is_hostile(event->type) && event->factuality == FACTUALITY_UU && event->actor_count &&
           !(event->aux & (AUX_HYPOTHETICAL | AUX_NEGATION)) && tree_child(scene->document, candidate->token, RELATION_AMOD) != DOCUMENT_NONE &&
           shift_is_own_act(event);
}

/* "Brasilien schickte Panzer und Soldaten in den Grenzort": who sends arms or troops to a place of its own helps nobody. */
static bool shift__is_own_move(const struct scene *scene, const struct event *event)
{
    bool force = false;
    for (size_t i = 0; i < event->item_count; i++) {
        const char *const item_class = scene->document->items[event->items[i]].item_class;
        force = force || entity_is_arms(item_class) || strcmp(item_class, "troops") == 0;
    }
    if (!force || event->type != EVENT_AID || event->actor_count != 1 || event->recipient_count != 1 || !event->actors[0].code[0])
        return false;
    const struct party *const receiver = &event->recipients[0];
    return strcmp(event->actors[0].code, receiver->code) == 0 && receiver->entity != DOCUMENT_NONE &&
           scene->document->entities[receiver->entity].kind == ENTITY_PLACE;
}

static void shift__become_move(const struct scene *scene, struct event *event)
{
    static const char *const troops[] = {"troops"}, *const weapons[] = {"weapons"};
    event->type = EVENT_MOBILIZE;
    event->recipient_count = 0;
    event->modes = weapons;
    event->mode_count = 1;
    for (size_t i = 0; i < event->item_count; i++)
        if (strcmp(scene->document->items[event->items[i]].item_class, "troops") == 0)
            event->modes = troops;
}

void shift_type(const struct scene *scene, const struct candidate *candidate, struct event *event)
{
    if (shift__is_own_move(scene, event))
        shift__become_move(scene, event);
    if (shift__is_wish(scene, candidate, event) || shift__is_permission(scene, candidate, event))
        return;
    if (shift__is_dated_ahead(scene, candidate, event))
        event->aux |= AUX_FUTURE;
    if (shift__is_meant(scene, candidate, event)) {
        shift__become(event, EVENT_THREATEN);
        return;
    }
    if (!scene->verb_lemma[candidate->token] && !((event->aux & AUX_FUTURE) && shift__is_scheduled(event->type)))
        return;
    const bool planned = shift__is_planned(scene, candidate, event);
    if (planned)
        shift__promise_of_source(event);
    if (event->actor_count && shift__is_refusal(scene, candidate, event, planned)) {
        shift__become(event, EVENT_REJECT);
        event->factuality = FACTUALITY_CT_PLUS;
        return;
    }
    const bool possible = event->factuality == FACTUALITY_PS_PLUS || event->factuality == FACTUALITY_PS_MINUS;
    if (!planned || !event->actor_count || possible)
        return;
    if (shift__is_cooperative(event->type))
        shift__become(event, EVENT_AGREE);
    else if (event->type == EVENT_RETREAT)
        shift__become(event, EVENT_CONCEDE);
    else if (shift__is_hostile(event->type) && shift_is_own_act(event))
        shift__become(event, EVENT_THREATEN);
    else
        return;
    /* "wird liefern": the promise was made; with a modal ("will, soll") it stays a wish. */
    if (event->type == EVENT_THREATEN && scene->verb_lemma[candidate->token] && tree_modal(scene->document, candidate->token) == DOCUMENT_NONE)
        event->factuality = FACTUALITY_CT_PLUS;
}
