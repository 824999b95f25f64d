/* event/maker.c: "zehn iranische Drohnen": the adjective tells who made the arms, or whose they are. Where they are hit by someone who fights
 * another in the report, and not the country of the adjective, they are that other's. */
#include "event/maker.h"

#include "entity/entity.h"
#include "event/side.h"
#include "parse/tree.h"

#include <string.h>

/* Does the adjective of arms alone tell of the party? "Panzer" stand for those in them. */
static bool maker__is_adjective(const struct scene *scene, const struct party *party, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t own = document->token_item[token], mention = scene->mention[token], noun = tree_head(document, token);
    const uint32_t item = noun == DOCUMENT_NONE ? DOCUMENT_NONE : document->token_item[noun];
    if (own != DOCUMENT_NONE)
        return party->sector == SECTOR_MIL && entity_is_arms(document->items[own].item_class) && strcmp(document->items[own].origin, party->code) == 0;
    return mention != DOCUMENT_NONE && document->mentions[mention].kind == MENTION_ADJECTIVE && item != DOCUMENT_NONE &&
           entity_is_arms(document->items[item].item_class) && strcmp(document->items[item].origin, party->code) == 0;
}

/* Those whom these fight in the act; NULL: it is no fight of theirs. */
static const struct role_parties *maker__foes(const struct candidate *act, const struct role_parties *actors)
{
    if (act->type != EVENT_ASSAULT || !act->actors.count || !act->recipients.count || side_within_country(act))
        return NULL;
    return side_share_country(&act->actors, actors) ? &act->recipients : side_share_country(&act->recipients, actors) ? &act->actors : NULL;
}

void maker_replace(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate)
{
    const struct role_parties *foes = NULL;
    if (candidate->type != EVENT_ASSAULT || !frame_has_mode(candidate->match.frame, "destroy") || !candidate->actors.count || candidate->recipients.count != 1 ||
        !maker__is_adjective(scene, &candidate->recipients.items[0], candidate->recipients.tokens[0]))
        return;
    for (size_t i = 0; i < candidates->count; i++) {
        const struct candidate *const act = &candidates->items[i];
        const struct role_parties *const others = act == candidate ? NULL : maker__foes(act, &candidate->actors);
        if (others && side_share_country(others, &candidate->recipients))
            return;
        foes = foes || !others || !others->items[0].code[0] ? foes : others;
    }
    if (foes)
        candidate->recipients = *foes;
}
