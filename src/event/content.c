/* event/content.c: recipients of acts of words that their frame does not find. A demand, refusal, accusation, promise or threat is
 * addressed by its content (coding guide, section 3): the subject of the content clause ("die EU müsse …"), else the nearest
 * party that stands in the clause or noun phrase and is not the one who speaks. */
#include "event/content.h"

#include "parse/tree.h"

#include <string.h>

enum { CONTENT_DEEPEST = 4 };

static bool content__is_act_of_words(enum event_type type)
{
    switch (type) {
    case EVENT_REQUEST:
    case EVENT_ACCUSE:
    case EVENT_REJECT:
    case EVENT_SUPPORT:
    case EVENT_AGREE:
    case EVENT_THREATEN:
    case EVENT_CONCEDE:
        return true;
    default:
        return false;
    }
}

static bool content__is_actor(const struct candidate *candidate, const struct party *party)
{
    for (size_t i = 0; i < candidate->actors.count; i++) {
        const struct party *const actor = &candidate->actors.items[i];
        if ((actor->entity == party->entity && party->entity != DOCUMENT_NONE) ||
            (party->code[0] && strcmp(actor->code, party->code) == 0))
            return true;
    }
    return false;
}

/* Towns and regions are addressed by demands and blame; in promises and praise they only tell where. */
static bool content__may_be_place(enum event_type type)
{
    return type != EVENT_AGREE && type != EVENT_SUPPORT && type != EVENT_CONCEDE;
}

static bool content__fits(const struct scene *scene, const struct candidate *candidate, const struct party *party)
{
    const bool place = party->entity != DOCUMENT_NONE && scene->document->entities[party->entity].kind == ENTITY_PLACE &&
                       party->sector == SECTOR_CVL;
    return party->code[0] && !content__is_actor(candidate, party) && (!place || content__may_be_place(candidate->type));
}

/* The parties at token that do not speak themselves. */
static bool content__take(const struct scene *scene, uint32_t token, struct candidate *candidate)
{
    struct role_parties found = {.count = 0};
    roles_add(scene, (struct frame_slot){FUNCTION_AKK, NULL}, token, &found);
    for (size_t i = 0; i < found.count && candidate->recipients.count < ROLES_MOST; i++)
        if (content__fits(scene, candidate, &found.items[i])) {
            candidate->recipients.tokens[candidate->recipients.count] = found.tokens[i];
            candidate->recipients.items[candidate->recipients.count++] = found.items[i];
        }
    return candidate->recipients.count > 0;
}

/* Level by level: a party near the head of the content is meant rather than one deep inside it. */
static bool content__level(const struct scene *scene, uint32_t token, unsigned level, struct candidate *candidate)
{
    if (level == 0)
        return content__take(scene, token, candidate);
    bool found = false;
    for (uint32_t child = tree_first_child(scene->document, token); child != DOCUMENT_NONE && !found;
         child = tree_next_sibling(scene->document, child))
        found = content__level(scene, child, level - 1, candidate);
    return found;
}

static bool content__phrase(const struct scene *scene, uint32_t token, unsigned from, struct candidate *candidate)
{
    for (unsigned level = from; level <= CONTENT_DEEPEST; level++)
        if (content__level(scene, token, level, candidate))
            return true;
    return false;
}

static bool content__clause(const struct scene *scene, uint32_t verb, struct candidate *candidate)
{
    static const enum frame_function order[] = {FUNCTION_NOM, FUNCTION_DAT, FUNCTION_AKK, FUNCTION_PP};
    struct arguments arguments;
    if (scene->verb_lemma[verb]) {
        arguments_of_verb(scene, verb, &arguments);
        for (size_t step = 0; step < sizeof order / sizeof *order; step++)
            for (size_t i = 0; i < arguments.count; i++)
                if (arguments.items[i].slot.function == order[step] && content__take(scene, arguments.items[i].token, candidate))
                    return true;
    }
    return content__phrase(scene, verb, 1, candidate);
}

/* Is this companion what the act is about? Of the prepositional phrases only those that the frame asks for. */
static bool content__holds(const struct frame *frame, const struct argument *argument)
{
    switch (argument->slot.function) {
    case FUNCTION_AKK:
    case FUNCTION_DAT:
    case FUNCTION_GEN:
    case FUNCTION_DASS:
    case FUNCTION_INF:
        return !argument->weak;
    case FUNCTION_PP:
        for (size_t i = 0; i < frame->condition_count; i++)
            if (frame_slot_equal(frame->conditions[i].slot, argument->slot))
                return true;
        return false;
    default:
        return false;
    }
}

void content_recipients(const struct scene *scene, struct candidate *candidate)
{
    if (candidate->recipients.count || !content__is_act_of_words(candidate->type))
        return;
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        if (!content__holds(candidate->match.frame, argument))
            continue;
        const bool clause = argument->slot.function == FUNCTION_DASS || argument->slot.function == FUNCTION_INF;
        if (clause ? content__clause(scene, argument->token, candidate) : content__phrase(scene, argument->token, 0, candidate))
            return;
    }
}
