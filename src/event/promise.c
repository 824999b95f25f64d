/* event/promise.c: what a government promises at home ("Neuwahlen", "eine Untersuchung") and what two agree on with each other has no recipient, though the report
 * tells of others before. */
#include "event/promise.h"

#include "event/side.h"
#include "event/sides.h"

/* Goods and what stands with a dative have a receiver, and what a line asks for by its name ("nahm das Angebot an") has whoever made it. */
static bool promise__is_of_measures(const struct scene *scene, const struct candidate *candidate)
{
    const size_t object = arguments_strong(&candidate->arguments, FUNCTION_AKK);
    return candidate->match.frame->kind != FRAME_NOUN && object != SIZE_MAX && !candidate->items.count && !arguments_has(&candidate->arguments, FUNCTION_DAT) &&
           arguments_is_noun(scene, candidate->arguments.items[object].token) && candidate->match.noun != candidate->arguments.items[object].token;
}

/* Does the sentence name two of one word ("beide Länder", "die Konfliktparteien")? */
static bool promise__names_pair(const struct scene *scene, const struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const struct token_range sentence = document->sentences[document->tokens[candidate->token].sentence].tokens;
    for (uint32_t at = sentence.first; at < sentence.first + sentence.count; at++)
        if (scene->mention[at] != DOCUMENT_NONE && document->mentions[scene->mention[at]].entity_count > 1)
            return true;
    return false;
}

void promise_leave(const struct scene *scene, struct candidate *candidate)
{
    if (candidate->type != EVENT_AGREE || (candidate->recipient_path != PATH_REPORT && candidate->recipient_path != PATH_LIKELY))
        return;
    const bool at_home = promise__is_of_measures(scene, candidate) && !side_have_rebels(&candidate->actors) &&
                         side_share_country(&candidate->actors, &candidate->recipients);
    const bool mutual = candidate->actors.count > 1 && !candidate->match.frame->roles[ROLE_RECIPIENT].count;
    const bool mediation = sides_are_between(scene, candidate->match.frame, ROLE_RECIPIENT);            /* "bot sich als Vermittler an" */
    if (!at_home && !mutual && !(mediation && !promise__names_pair(scene, candidate)))
        return;
    candidate->recipients.count = 0;
    candidate->recipient_path = PATH_NONE;
}
