/* event/promise.c: what a government promises at home ("Neuwahlen", "eine Untersuchung") and what two agree on with each other has no recipient, though the report
 * tells of others before. */
#include "event/promise.h"

#include "event/side.h"

/* Goods and what stands with a dative have a receiver, and what a line asks for by its name ("nahm das Angebot an") has whoever made it. */
static bool promise__is_of_measures(const struct scene *scene, const struct candidate *candidate)
{
    const size_t object = arguments_strong(&candidate->arguments, FUNCTION_AKK);
    return candidate->match.frame->kind != FRAME_NOUN && object != SIZE_MAX && !candidate->items.count && !arguments_has(&candidate->arguments, FUNCTION_DAT) &&
           arguments_is_noun(scene, candidate->arguments.items[object].token) && candidate->match.noun != candidate->arguments.items[object].token;
}

void promise_leave(const struct scene *scene, struct candidate *candidate)
{
    if (candidate->type != EVENT_AGREE || (candidate->recipient_path != PATH_REPORT && candidate->recipient_path != PATH_LIKELY))
        return;
    const bool at_home = promise__is_of_measures(scene, candidate) && side_are_of_state(&candidate->actors) &&
                         side_share_country(&candidate->actors, &candidate->recipients);
    const bool mutual = candidate->actors.count > 1 && !candidate->match.frame->roles[ROLE_RECIPIENT].count;
    if (!at_home && !mutual)
        return;
    candidate->recipients.count = 0;
    candidate->recipient_path = PATH_NONE;
}
