/* event/mode.c: modes beyond the frame's.
 *   - a demand or refusal has the mode of what is demanded or refused;
 *   - an attack has the mode of the arms that are its agent or means (event/item-modes.tsv) or of the attack on whose occasion it happened;
 *   - forces that are moved are troops or weapons, as the items tell;
 *   - a meeting with a host is a visit, one of three parties or within an organisation of states is multilateral.
 */
#include "event/mode.h"

#include "entity/entity.h"
#include "parse/tree.h"

#include <string.h>

enum { MODE_MOST = 3, MODE_MULTILATERAL = 3, ITEMS_MOST = 8, SENTENCES_OF_ATTACK = 1 };

static bool mode__is_arms(const char *mode)
{
    static const char *const arms[] = {"heavy-weapons", "aerial", "drone", "firearms", "explosives", "unconventional", "primitive",
                                       "suicide-attack", "crowd-control"};
    return table_term(mode, arms, sizeof arms / sizeof *arms) >= 0;
}

/* What verbs of shelling and shooting tell of arms is a first guess that named arms correct. */
static bool mode__is_guess(const char *mode)
{
    static const char *const guesses[] = {"heavy-weapons", "aerial", "firearms"};
    return table_term(mode, guesses, sizeof guesses / sizeof *guesses) >= 0;
}

/* ---- demands and refusals ------------------------------------------------------------------------------------ */

static const char *const *mode__of_content(enum event_type content)
{
    static const char *const assist[] = {"assist"}, *const meet[] = {"meet"}, *const yield[] = {"yield"};
    switch (content) {
    case EVENT_AID:
    case EVENT_COOPERATE:
        return assist;
    case EVENT_CONSULT:
        return meet;
    case EVENT_RETREAT:
    case EVENT_CONCEDE:
        return yield;
    default:
        return NULL;
    }
}

/* ---- arms ---------------------------------------------------------------------------------------------------- */

/* The modes of the arms that an attack is made with, each once: "mit Raketen und Drohnen". */
struct modes {
    const char *items[MODE_MOST];
    size_t count;
};

static void mode__add(struct modes *modes, const char *mode)
{
    for (size_t i = 0; i < modes->count; i++)
        if (strcmp(modes->items[i], mode) == 0)
            return;
    if (mode && modes->count < MODE_MOST)
        modes->items[modes->count++] = mode;
}

static void mode__of_token(const struct scene *scene, uint32_t token, struct modes *modes)
{
    const struct token *const word = &scene->document->tokens[token];
    const char *const names[] = {word->lemma, word->compound_head};
    uint32_t items[ITEMS_MOST];
    const size_t count = match_items(scene, token, items, ITEMS_MOST);
    const char *named = NULL;
    for (size_t i = 0; i < 2 && !named; i++)
        named = knowledge_item_mode(scene->knowledge, names[i]);
    if (named)
        mode__add(modes, named);
    for (size_t i = 0; i < count; i++) {
        const char *const mode = scene->document->items[items[i]].head == token && named
                                     ? NULL : knowledge_item_mode(scene->knowledge, scene->document->items[items[i]].item_class);
        if (mode)
            mode__add(modes, mode);
    }
}

/* Is what stands in the slot attacked with, not attacked? */
static bool mode__is_used(const struct frame *frame, struct frame_slot slot)
{
    return frame_looks_in(frame, ROLE_ITEM, slot) && !frame_looks_in(frame, ROLE_RECIPIENT, slot);
}

/* "die Flugabwehr schoss Drohnen ab": that is what such arms are for, and destruction tells it already. */
static bool mode__shoots_down(const struct scene *scene, const struct candidate *candidate, uint32_t token)
{
    const uint32_t item = scene->document->token_item[token];
    return item != DOCUMENT_NONE && strcmp(scene->document->items[item].item_class, "air-defence") == 0 &&
           frame_has_mode(candidate->match.frame, "destroy");
}

static void mode__of_arms(const struct scene *scene, const struct candidate *candidate, struct modes *modes)
{
    for (size_t i = 0; i < candidate->arguments.count && !modes->count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const bool means = argument->slot.function == FUNCTION_PP &&
                           (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_MEANS);
        const bool agent = argument->slot.function == FUNCTION_NOM || argument->slot.function == FUNCTION_MOD ||
                           (argument->slot.function == FUNCTION_GEN && roles_stand_at(&candidate->actors, argument->token));
        if (means || (agent && !mode__shoots_down(scene, candidate, argument->token)) || mode__is_used(candidate->match.frame, argument->slot))
            mode__of_token(scene, argument->token, modes);
    }
    for (size_t i = 0; i < candidate->arguments.count && modes->count; i++) {         /* "setzte neben Drohnen auch Raketen ein" */
        const struct argument *const argument = &candidate->arguments.items[i];
        if (argument->slot.function == FUNCTION_PP && (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_JOINING))
            mode__of_token(scene, argument->token, modes);
    }
}

static bool mode__is_occasion(const struct scene *scene, const struct argument *argument)
{
    return argument->slot.function == FUNCTION_NOM ||
           (argument->slot.function == FUNCTION_PP &&
            (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_OCCASION));
}

/* The arms of the attack that stands beside the verb: "bei einem Raketenangriff getötet", "der Drohnenangriff tötete". */
static void mode__of_occasion(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate, struct modes *modes)
{
    for (size_t i = 0; i < candidate->arguments.count && !modes->count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const uint32_t index = candidates->of_token[argument->token];
        if (index == DOCUMENT_NONE || !mode__is_occasion(scene, argument))
            continue;
        const struct candidate *const occasion = &candidates->items[index];
        if (occasion->match.frame->type != EVENT_ASSAULT)
            continue;
        for (size_t k = 0; k < occasion->match.frame->mode_count; k++)
            if (mode__is_arms(occasion->match.frame->modes[k]))
                mode__add(modes, occasion->match.frame->modes[k]);
        if (!modes->count)
            mode__of_arms(scene, occasion, modes);
    }
}

/* Later conjuncts share the occasion of the first: "wurde getötet und ein weiterer verletzt". */
static void mode__of_attack(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate, struct modes *modes)
{
    mode__of_arms(scene, candidate, modes);
    if (!modes->count)
        mode__of_occasion(scene, candidates, candidate, modes);
    const uint32_t index = candidates->of_token[tree_first_conjunct(scene->document, candidate->token)];
    if (!modes->count && index != DOCUMENT_NONE)
        mode__of_occasion(scene, candidates, &candidates->items[index], modes);
}

/* Is it a meeting of three or more, or of an organisation's members? */
static bool mode__is_multilateral(const struct scene *scene, const struct candidate *candidate)
{
    const struct role_parties *const actors = &candidate->actors;
    if (actors->count >= MODE_MULTILATERAL)
        return true;
    const struct party *const only = actors->count == 1 && !candidate->recipients.count ? &actors->items[0] : NULL;
    return only && only->entity != DOCUMENT_NONE && scene->document->entities[only->entity].kind != ENTITY_PERSON &&
           strcmp(only->code, "IGO") == 0;
}

static bool mode__take(const struct scene *scene, const struct modes *modes, struct event *event, struct laut_error *error)
{
    const char **const copy = arena_take(scene->document->arena, MODE_MOST, sizeof *copy, error);
    if (!copy)
        return false;
    memcpy(copy, modes->items, modes->count * sizeof *copy);
    event->modes = copy;
    event->mode_count = modes->count;
    return true;
}

/* Does the frame's word tell more than the arms do: "Selbstmordanschlag", "Luftangriff mit Bomben"? */
static bool mode__word_tells_more(const struct frame *frame, const char *mode)
{
    for (size_t i = 0; i < frame->mode_count; i++)
        if ((mode__is_arms(frame->modes[i]) && !mode__is_guess(frame->modes[i])) ||
            (mode__is_guess(frame->modes[i]) && strcmp(mode, "explosives") == 0))
            return true;
    return false;
}

/* The modes of the frame and those of the arms, before which guesses give way. */
static bool mode__add_arms(const struct scene *scene, const struct frame *frame, const struct modes *arms, struct event *event,
                           struct laut_error *error)
{
    struct modes all = {.count = 0}, told = {.count = 0};
    for (size_t i = 0; i < arms->count; i++)
        if (!mode__word_tells_more(frame, arms->items[i]))
            mode__add(&told, arms->items[i]);
    if (!told.count)
        return true;
    for (size_t i = 0; i < frame->mode_count; i++)
        if (!mode__is_guess(frame->modes[i]))
            mode__add(&all, frame->modes[i]);
    for (size_t i = 0; i < told.count; i++)
        mode__add(&all, told.items[i]);
    return mode__take(scene, &all, event, error);
}

/* Forces are moved as troops or as weapons, as what is moved tells: "verlegte Kampfjets", "Bataillone wurden verlegt". */
static const char *mode__of_moved(const struct scene *scene, const struct candidate *candidate)
{
    bool troops = false, arms = false;
    for (size_t i = 0; i < candidate->items.count; i++) {
        const char *const item_class = scene->document->items[candidate->items.items[i]].item_class;
        troops = troops || strcmp(item_class, "troops") == 0;
        arms = arms || entity_is_arms(item_class);
    }
    return troops == arms ? NULL : troops ? "troops" : "weapons";
}

static bool mode__set_moved(const struct scene *scene, const struct candidate *candidate, struct event *event, struct laut_error *error)
{
    const bool tells_items = candidate->match.frame->roles[ROLE_ITEM].count > 0;       /* else its own mode is what it says: "Kampfjets stiegen auf" */
    const bool open = event->mode_count == 0 || (tells_items && event->mode_count == 1 && strcmp(event->modes[0], "troops") == 0);
    const char *const mode = open ? mode__of_moved(scene, candidate) : NULL;
    const struct modes one = {.items = {mode}, .count = 1};
    return !mode || mode__take(scene, &one, event, error);
}

/* ---- all ----------------------------------------------------------------------------------------------------- */

bool mode_set(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate,
              struct event *event, struct laut_error *error)
{
    static const char *const visit[] = {"visit"}, *const multilateral[] = {"multilateral"};
    const struct frame *const frame = candidate->match.frame;
    const char *const *const content = mode__of_content(candidate->content);
    event->modes = frame->modes;
    event->mode_count = frame->mode_count;
    if (content && (event->type == EVENT_REQUEST || event->type == EVENT_REJECT)) {
        event->modes = content;
        event->mode_count = 1;
    } else if (event->type == EVENT_CONSULT && !frame->mode_count && mode__is_multilateral(scene, candidate)) {
        event->modes = multilateral;
        event->mode_count = 1;
    } else if (event->type == EVENT_CONSULT && !frame->mode_count && candidate->recipients.count) {
        event->modes = visit;
        event->mode_count = 1;
    } else if (event->type == EVENT_ASSAULT) {
        struct modes arms = {.count = 0};
        mode__of_attack(scene, candidates, candidate, &arms);
        return mode__add_arms(scene, frame, &arms, event, error);
    } else if (event->type == EVENT_MOBILIZE) {
        return mode__set_moved(scene, candidate, event, error);
    }
    return true;
}

/* ---- what other mentions tell ------------------------------------------------------------------------------------- */

/* Does it tell of arms and of nothing else? */
static bool mode__tells_arms(const struct event *event)
{
    for (size_t i = 0; i < event->mode_count; i++)
        if (!mode__is_arms(event->modes[i]))
            return false;
    return event->type == EVENT_ASSAULT && event->mode_count > 0;
}

void mode_settle(struct event *events, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct event *const event = &events[i];
        for (size_t j = i; j-- > 0 && event->type == EVENT_ASSAULT && event->mode_count == 0;)
            if (events[j].incident == event->incident && event->sentence - events[j].sentence <= SENTENCES_OF_ATTACK && mode__tells_arms(&events[j])) {
                event->modes = events[j].modes;
                event->mode_count = events[j].mode_count;
            }
    }
}
