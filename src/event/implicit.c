/* event/implicit.c: roles that are told elsewhere "without doubt" (coding guide, section 3). The report's earlier acts are asked,
 * latest first:
 *   - an attack without attacker on someone is by the one who attacked the same side before;
 *   - an attack without target by someone is on the one whom the same side attacked before, or who attacked it;
 *   - who refuses, agrees or yields without a partner named answers the one who demanded something of it before.
 */
#include "event/implicit.h"

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

static bool implicit__is_force(enum event_type type)
{
    return type == EVENT_ASSAULT;
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

void implicit_fill(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const struct document *const document = scene->document;
    const uint32_t sentence = document->tokens[candidate->token].sentence;
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if ((candidate->actors.count && candidate->recipients.count) || candidate->type == EVENT_TYPE_COUNT)
            return;
        if (sentence - document->tokens[earlier->token].sentence > IMPLICIT_SENTENCES)
            return;
        if (earlier->type != EVENT_TYPE_COUNT)
            (void)implicit__from(earlier, candidate);
    }
}
