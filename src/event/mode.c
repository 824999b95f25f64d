/* event/mode.c: modes beyond the frame's.
 *   - a demand or refusal has the mode of what is demanded or refused;
 *   - an attack has the mode of the arms that are its agent or means (event/item-modes.tsv) or of the attack on whose occasion it happened;
 *   - a meeting with a host is a visit, one of three parties or within an organisation of states is multilateral.
 */
#include "event/mode.h"

#include "parse/tree.h"

#include <string.h>

enum { MODE_MOST = 3, MODE_MULTILATERAL = 3 };

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

static const char *mode__of_token(const struct scene *scene, uint32_t token)
{
    const struct token *const word = &scene->document->tokens[token];
    const char *const names[] = {word->lemma, word->compound_head};
    uint32_t items[4];
    const size_t count = match_items(scene, token, items, 4);
    const char *mode = NULL;
    for (size_t i = 0; i < 2 && !mode; i++)
        mode = knowledge_item_mode(scene->knowledge, names[i]);
    for (size_t i = 0; i < count && !mode; i++)
        mode = knowledge_item_mode(scene->knowledge, scene->document->items[items[i]].item_class);
    return mode;
}

/* Is what stands in the slot attacked with, not attacked? */
static bool mode__is_used(const struct frame *frame, struct frame_slot slot)
{
    return frame_looks_in(frame, ROLE_ITEM, slot) && !frame_looks_in(frame, ROLE_RECIPIENT, slot);
}

/* "der Angriff der Luftwaffe" */
static bool mode__is_actor(const struct candidate *candidate, uint32_t token)
{
    for (size_t i = 0; i < candidate->actors.count; i++)
        if (candidate->actors.tokens[i] == token)
            return true;
    return false;
}

static const char *mode__of_arms(const struct scene *scene, const struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const bool means = argument->slot.function == FUNCTION_PP &&
                           (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_MEANS);
        const bool agent = argument->slot.function == FUNCTION_NOM || argument->slot.function == FUNCTION_MOD ||
                           (argument->slot.function == FUNCTION_GEN && mode__is_actor(candidate, argument->token));
        const char *const mode = means || agent || mode__is_used(candidate->match.frame, argument->slot)
                                     ? mode__of_token(scene, argument->token) : NULL;
        if (mode)
            return mode;
    }
    return NULL;
}

static bool mode__is_occasion(const struct scene *scene, const struct argument *argument)
{
    return argument->slot.function == FUNCTION_NOM ||
           (argument->slot.function == FUNCTION_PP &&
            (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_OCCASION));
}

/* The arms of the attack that stands beside the verb: "bei einem Raketenangriff getötet", "der Drohnenangriff tötete". */
static const char *mode__of_occasion(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const uint32_t index = candidates->of_token[argument->token];
        if (index == DOCUMENT_NONE || !mode__is_occasion(scene, argument))
            continue;
        const struct candidate *const occasion = &candidates->items[index];
        if (occasion->match.frame->type != EVENT_ASSAULT)
            continue;
        for (size_t k = 0; k < occasion->match.frame->mode_count; k++)
            if (mode__is_arms(occasion->match.frame->modes[k]))
                return occasion->match.frame->modes[k];
        const char *const mode = mode__of_arms(scene, occasion);
        if (mode)
            return mode;
    }
    return NULL;
}

/* Later conjuncts share the occasion of the first: "wurde getötet und ein weiterer verletzt". */
static const char *mode__of_attack(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate)
{
    const char *const arms = mode__of_arms(scene, candidate);
    const char *const mode = arms ? arms : mode__of_occasion(scene, candidates, candidate);
    const uint32_t index = candidates->of_token[tree_first_conjunct(scene->document, candidate->token)];
    return mode || index == DOCUMENT_NONE ? mode : mode__of_occasion(scene, candidates, &candidates->items[index]);
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

static bool mode__add_arms(const struct scene *scene, const struct frame *frame, const char *mode, struct event *event,
                           struct laut_error *error)
{
    const char **const modes = arena_take(scene->document->arena, MODE_MOST, sizeof *modes, error);
    if (!modes)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < frame->mode_count && count + 1 < MODE_MOST; i++) {
        if (strcmp(frame->modes[i], mode) == 0 || (mode__is_arms(frame->modes[i]) && !mode__is_guess(frame->modes[i])) ||
            (mode__is_guess(frame->modes[i]) && strcmp(mode, "explosives") == 0))
            return true;                                             /* the word tells more */
        if (!mode__is_guess(frame->modes[i]))
            modes[count++] = frame->modes[i];
    }
    modes[count++] = mode;
    event->modes = modes;
    event->mode_count = count;
    return true;
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
        const char *const mode = mode__of_attack(scene, candidates, candidate);
        return !mode || mode__add_arms(scene, frame, mode, event, error);
    }
    return true;
}
