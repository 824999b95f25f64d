/* event/implicit.c: roles that are told elsewhere "without doubt" (coding guide, section 3). First in what the act is about: who
 * demands, refuses, praises or threatens something does it to the party that stands in it ("verlangt die Freilassung der Frau, die in
 * Teheran festgehalten wird"). Then the report's earlier acts are asked, latest first:
 *   - an attack without attacker on someone is by the one who attacked the same side before;
 *   - an attack without target by someone is on the one whom the same side attacked before, or who attacked it;
 *   - who refuses, agrees or yields without a partner named answers the one who demanded something of it before.
 */
#include "event/implicit.h"

#include "parse/tree.h"

#include <string.h>

enum { IMPLICIT_SENTENCES = 12 };        /* how far back an act may lie */

static bool implicit__same(const struct party *a, const struct party *b)
{
    return (a->entity != DOCUMENT_NONE && a->entity == b->entity) || (a->code[0] && strcmp(a->code, b->code) == 0);
}

static bool implicit__overlap(const struct role_parties *a, const struct role_parties *b)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            if (implicit__same(&a->items[i], &b->items[j]))
                return true;
    return false;
}

/* Acts that go on between the same two sides. */
static bool implicit__is_force(enum event_type type)
{
    return type == EVENT_ASSAULT;
}

/* Acts of words whose other side may stand in what they are about. */
static bool implicit__has_matter(enum event_type type)
{
    switch (type) {
    case EVENT_REQUEST:
    case EVENT_ACCUSE:
    case EVENT_REJECT:
    case EVENT_AGREE:
    case EVENT_SUPPORT:
    case EVENT_THREATEN:
    case EVENT_CONCEDE:
    case EVENT_SANCTION:
        return true;
    default:
        return false;
    }
}

/* Does the function hold what the act is about? */
static bool implicit__is_matter(const struct scene *scene, const struct argument *argument)
{
    switch (argument->slot.function) {
    case FUNCTION_AKK:
    case FUNCTION_DAT:
    case FUNCTION_INF:
    case FUNCTION_DASS:
        return true;
    case FUNCTION_PP:
        return (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_MATTER) != 0;
    default:
        return false;
    }
}

/* The first party with a code in the subtree of token that is not the actor. */
static bool implicit__from_subtree(const struct scene *scene, uint32_t token, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const struct token_range range = tree_subtree(document, token);
    for (uint32_t at = range.first; at < range.first + range.count; at++) {
        const uint32_t mention = document->token_mention[at];
        if (mention == DOCUMENT_NONE || !tree_is_inside(document, at, token) || document->mentions[mention].entity_count != 1)
            continue;
        const struct party party = roles_party(document, document->mentions[mention].entities[0], document->mentions[mention].span);
        struct role_parties found = {.count = 0};
        found.items[0] = party;
        found.tokens[0] = at;
        found.count = 1;
        if (!party.code[0] || implicit__overlap(&found, &candidate->actors))
            continue;
        candidate->recipients = found;
        return true;
    }
    return false;
}

static void implicit__from_matter(const struct scene *scene, struct candidate *candidate)
{
    if (!candidate->actors.count || candidate->recipients.count || !implicit__has_matter(candidate->type))
        return;
    for (size_t i = 0; i < candidate->arguments.count; i++)
        if (implicit__is_matter(scene, &candidate->arguments.items[i]) &&
            implicit__from_subtree(scene, candidate->arguments.items[i].token, candidate))
            return;
}

static bool implicit__is_answer(enum event_type type)
{
    return type == EVENT_REJECT || type == EVENT_AGREE || type == EVENT_CONCEDE;
}

static bool implicit__is_demand(enum event_type type)
{
    return type == EVENT_REQUEST || type == EVENT_ACCUSE || type == EVENT_THREATEN;
}

static void implicit__copy(const struct role_parties *from, struct role_parties *to)
{
    *to = *from;
}

/* Tries one earlier act; true when something was filled. */
static bool implicit__from(const struct candidate *earlier, struct candidate *candidate)
{
    const bool no_actor = candidate->actors.count == 0, no_recipient = candidate->recipients.count == 0;
    if (implicit__is_force(candidate->type) && implicit__is_force(earlier->type)) {
        if (no_actor && !no_recipient && earlier->actors.count && implicit__overlap(&earlier->recipients, &candidate->recipients)) {
            implicit__copy(&earlier->actors, &candidate->actors);
            return true;
        }
        if (!no_actor && no_recipient && earlier->recipients.count && implicit__overlap(&earlier->actors, &candidate->actors)) {
            implicit__copy(&earlier->recipients, &candidate->recipients);
            return true;
        }
        if (!no_actor && no_recipient && earlier->actors.count && implicit__overlap(&earlier->recipients, &candidate->actors)) {
            implicit__copy(&earlier->actors, &candidate->recipients);
            return true;
        }
    }
    if (implicit__is_answer(candidate->type) && implicit__is_demand(earlier->type) && !no_actor && no_recipient &&
        earlier->actors.count && implicit__overlap(&earlier->recipients, &candidate->actors) &&
        !implicit__overlap(&earlier->actors, &candidate->actors)) {
        implicit__copy(&earlier->actors, &candidate->recipients);
        return true;
    }
    return false;
}

/* An attack of which neither side is told is one of those before, if these all went the same way. */
static void implicit__only_dyad(const struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const struct candidate *only = NULL;
    if (!implicit__is_force(candidate->type) || candidate->actors.count || candidate->recipients.count)
        return;
    for (size_t i = 0; i < index; i++) {
        const struct candidate *const earlier = &candidates->items[i];
        if (earlier->dropped || !implicit__is_force(earlier->type) || !earlier->actors.count || !earlier->recipients.count)
            continue;
        if (only && !(implicit__overlap(&only->actors, &earlier->actors) && implicit__overlap(&only->recipients, &earlier->recipients)))
            return;
        only = only ? only : earlier;
    }
    if (only) {
        implicit__copy(&only->actors, &candidate->actors);
        implicit__copy(&only->recipients, &candidate->recipients);
    }
}

void implicit_fill(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const struct document *const document = scene->document;
    const uint32_t sentence = document->tokens[candidate->token].sentence;
    implicit__from_matter(scene, candidate);
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if ((candidate->actors.count && candidate->recipients.count) || candidate->type == EVENT_TYPE_COUNT)
            return;
        if (sentence - document->tokens[earlier->token].sentence > IMPLICIT_SENTENCES)
            return;
        if (earlier->type != EVENT_TYPE_COUNT)
            (void)implicit__from(earlier, candidate);
    }
    implicit__only_dyad(candidates, index);
}
