/* event/decided.c: an act in a content clause, in a passive of the present that leaves out who does it, is that of the government which weighs or decides it
 * ("prüft, ob die Hilfe gekürzt wird", "beschloss, dass Truppen entsandt werden"); what was done already may be anybody's ("prüft, ob Giftgas eingesetzt wurde"). */
#include "event/decided.h"

#include "event/roles.h"
#include "parse/tree.h"

/* Is it in the passive of the present: "gekürzt wird", not "gekürzt wurde", "gekürzt worden sei"? */
static bool decided__is_to_come(const struct scene *scene, uint32_t verb)
{
    const struct document *const document = scene->document;
    const uint32_t auxiliary = tree_child(document, verb, RELATION_AUX_PASS);
    if (auxiliary == DOCUMENT_NONE || document->tokens[auxiliary].morphology.verb_form == VERB_FORM_PART_PERF)
        return false;
    const uint32_t finite = tree_finite(document, verb);
    return arguments_is_done(scene, verb) && (finite == DOCUMENT_NONE || document->tokens[finite].morphology.tense != TENSE_PAST);
}

static bool decided__is_of_governments(enum event_type type)
{
    return type == EVENT_SANCTION || type == EVENT_AID || type == EVENT_MOBILIZE || type == EVENT_RETREAT || type == EVENT_COERCE || type == EVENT_SUPPORT;
}

void decided_actor(const struct scene *scene, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const enum relation relation = document->tokens[candidate->token].relation;
    const uint32_t verb = tree_head(document, candidate->token);
    if (candidate->actors.count || candidate->match.frame->kind == FRAME_NOUN || !decided__is_of_governments(candidate->type) ||
        !candidate->arguments.agentless || relation != RELATION_CCOMP || verb == DOCUMENT_NONE || !scene->verb_lemma[verb] ||
        !decided__is_to_come(scene, candidate->token))
        return;
    struct arguments above;
    arguments_of_verb(scene, verb, &above);
    const size_t subject = arguments_strong(&above, FUNCTION_NOM);
    struct role_parties parties = {.count = 0};
    if (subject != SIZE_MAX)
        roles_add(scene, above.items[subject].slot, above.items[subject].token, &parties);
    for (size_t i = 0; i < parties.count; i++)
        if (parties.items[i].sector == SECTOR_GOV && !roles_have(&candidate->recipients, parties.items[i].entity)) {
            candidate->actors.tokens[candidate->actors.count] = parties.tokens[i];
            candidate->actors.items[candidate->actors.count++] = parties.items[i];
        }
}
