/* event/content.c: recipients of acts of words that their frame does not find. A demand, refusal, accusation, promise or threat is
 * addressed by its content (coding guide, section 3): the subject of the content clause ("die EU müsse …"), else the nearest
 * party that stands in the clause or noun phrase and is not the one who speaks. */
#include "event/content.h"

#include "parse/tree.h"

#include <string.h>

enum { CONTENT_DEEPEST = 4 };

struct content {
    const struct scene *scene;
    const struct candidates *candidates;
    struct candidate *candidate;     /* the act of words whose recipients are looked for */
};

bool content_is_act_of_words(enum event_type type)
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

static bool content__take_fitting(const struct scene *scene, const struct role_parties *found, struct candidate *candidate)
{
    for (size_t i = 0; i < found->count && candidate->recipients.count < ROLES_MOST; i++)
        if (content__fits(scene, candidate, &found->items[i])) {
            candidate->recipients.tokens[candidate->recipients.count] = found->tokens[i];
            candidate->recipients.items[candidate->recipients.count++] = found->items[i];
        }
    return candidate->recipients.count > 0;
}

/* Who is blamed, praised or asked did or shall do the act; a promise, refusal or threat is made to the one it is done to. */
static bool content__concerns_actor(enum event_type type)
{
    return type == EVENT_ACCUSE || type == EVENT_REQUEST || type == EVENT_SUPPORT;
}

static bool content__take_act(const struct scene *scene, const struct candidate *act, struct candidate *candidate)
{
    if (act->type == EVENT_TYPE_COUNT)
        return false;
    const bool actor = content__concerns_actor(candidate->type);
    return content__take_fitting(scene, actor ? &act->actors : &act->recipients, candidate) ||
           (!actor && content__take_fitting(scene, &act->actors, candidate));
}

/* The parties at token that do not speak themselves. */
static bool content__take(const struct content *content, uint32_t token)
{
    const struct scene *const scene = content->scene;
    struct role_parties found = {.count = 0};
    const uint32_t act = content->candidates->of_token[token];
    if (act != DOCUMENT_NONE && content__take_act(scene, &content->candidates->items[act], content->candidate))
        return true;
    roles_add(scene, (struct frame_slot){FUNCTION_AKK, NULL}, token, &found);
    return content__take_fitting(scene, &found, content->candidate);
}

/* Level by level: a party near the head of the content is meant rather than one deep inside it. */
static bool content__level(const struct content *content, uint32_t token, unsigned level)
{
    if (level == 0)
        return content__take(content, token);
    const struct document *const document = content->scene->document;
    bool found = false;
    for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE && !found;
         child = tree_next_sibling(document, child))
        found = content__level(content, child, level - 1);
    return found;
}

static bool content__phrase(const struct content *content, uint32_t token, unsigned from)
{
    for (unsigned level = from; level <= CONTENT_DEEPEST; level++)
        if (content__level(content, token, level))
            return true;
    return false;
}

static bool content__clause(const struct content *content, uint32_t verb)
{
    const struct scene *const scene = content->scene;
    static const enum frame_function order[] = {FUNCTION_NOM, FUNCTION_DAT, FUNCTION_AKK, FUNCTION_PP};
    struct arguments arguments;
    if (scene->verb_lemma[verb]) {
        arguments_of_verb(scene, verb, &arguments);
        for (size_t step = 0; step < sizeof order / sizeof *order; step++)
            for (size_t i = 0; i < arguments.count; i++)
                if (arguments.items[i].slot.function == order[step] && content__take(content, arguments.items[i].token))
                    return true;
    }
    return content__phrase(content, verb, 1);
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

void content_recipients(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const struct content content = {scene, candidates, candidate};
    if (candidate->recipients.count || !content_is_act_of_words(candidate->type))
        return;
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        if (!content__holds(candidate->match.frame, argument))
            continue;
        const bool clause = argument->slot.function == FUNCTION_DASS || argument->slot.function == FUNCTION_INF;
        if (clause ? content__clause(&content, argument->token) : content__phrase(&content, argument->token, 0))
            return;
    }
}
