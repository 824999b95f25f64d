/* event/answered.c: whose the demand is that an act answers, where a possessive beside it seems to mean who answers. */
#include "event/answered.h"

#include "event/side.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

static bool answered__is_answer(const struct candidate *candidate)
{
    return (candidate->type == EVENT_REJECT || candidate->type == EVENT_CONCEDE) && candidate->actors.count > 0 && candidate->match.frame->kind != FRAME_NOUN;
}

/* What somebody wants, offers or says against others: what another can refuse or fulfil. */
static bool answered__is_demand(const struct candidate *candidate)
{
    return candidate->match.frame->kind == FRAME_NOUN &&
           (candidate->type == EVENT_REQUEST || candidate->type == EVENT_AGREE || candidate->type == EVENT_ACCUSE);
}

/* Does the answer go to whose the demand is ("akk.gen")? Who gives up a demand gives up his own. */
static bool answered__goes_to_owner(const struct candidate *answer, struct frame_slot slot)
{
    const struct frame_role *const recipient = &answer->match.frame->roles[ROLE_RECIPIENT];
    for (size_t i = 0; i < recipient->count; i++)
        for (size_t j = 0; j < recipient->groups[i].count; j++) {
            const struct frame_term *const term = &recipient->groups[i].terms[j];
            if (term->has_inner && term->inner.function == FUNCTION_GEN && frame_slot_equal(term->slot, slot))
                return true;
        }
    return false;
}

static bool answered__has_possessive(const struct document *document, uint32_t noun)
{
    const uint32_t determiner = tree_determiner(document, noun);
    return determiner != DOCUMENT_NONE && lexicon_has_flag(&document->tokens[determiner], ANALYSIS_POSSESSIVE);
}

static void answered__turn(const struct candidate *answer, struct candidate *demand)
{
    const struct role_parties *const meant = answer->recipients.count ? &answer->recipients : &demand->recipients;
    demand->actors = meant->count && !side_overlap(meant, &answer->actors, true) ? *meant : (struct role_parties){.count = 0};
    demand->recipients = answer->actors;
}

void answered_demand(const struct scene *scene, struct candidates *candidates, size_t index)
{
    const struct candidate *const answer = &candidates->items[index];
    for (size_t i = 0; answered__is_answer(answer) && i < answer->arguments.count; i++) {
        const struct argument *const argument = &answer->arguments.items[i];
        const uint32_t noun = candidates->of_token[argument->token];
        if (argument->weak || noun == DOCUMENT_NONE || !answered__goes_to_owner(answer, argument->slot) || !answered__is_demand(&candidates->items[noun]) ||
            !answered__has_possessive(scene->document, argument->token) ||
            !side_overlap(&candidates->items[noun].actors, &answer->actors, true))
            continue;
        answered__turn(answer, &candidates->items[noun]);
    }
}
