/* event/victim.c: a country that is named only by what was done to it ("ein angegriffenes Land", "dem überfallenen Staat") is the one that the last attack
 * before hit, else the first behind. entity/country.c knows nothing of attacks and takes the country spoken of most, or leaves it open. */
#include "event/victim.h"

#include "parse/tree.h"

#include <string.h>

/* Has the noun a participle of a verb of violence before it? */
static bool victim__is_attacked(const struct scene *scene, uint32_t noun)
{
    const struct document *const document = scene->document;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (child < noun && scene->participle[child] == VERB_FORM_PART_PERF && match_verb_has_type(scene, scene->verb_lemma[child], EVENT_ASSAULT))
            return true;
    return false;
}

/* A country by a noun: not a name, not its forces or people. */
static bool victim__is_country(const struct scene *scene, const struct party *party, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t mention = document->token_mention[token];
    return document->tokens[token].upos == UPOS_NOUN && mention != DOCUMENT_NONE && document->mentions[mention].kind == MENTION_NOMINAL && party->sector == SECTOR_GOV &&
           party->entity != DOCUMENT_NONE && (document->entities[party->entity].kind == ENTITY_COUNTRY || !party->code[0]);
}

/* The country that an act hits, or NULL. */
static const struct entity *victim__of_act(const struct document *document, const struct candidate *act)
{
    for (size_t i = 0; i < act->recipients.count && act->type == EVENT_ASSAULT && !act->dropped; i++)
        for (size_t k = 0; k < document->entity_count && act->recipients.items[i].code[0]; k++)
            if (document->entities[k].kind == ENTITY_COUNTRY && strcmp(document->entities[k].code, act->recipients.items[i].code) == 0)
                return &document->entities[k];
    return NULL;
}

/* None of the others, who help or ask it. */
static const struct entity *victim__of_report(const struct document *document, const struct candidates *candidates, size_t index, const struct role_parties *others)
{
    for (size_t step = 1; step <= candidates->count; step++) {
        const size_t at = step <= index ? index - step : step - 1;       /* back from the act, then on behind it */
        const struct entity *const country = at != index ? victim__of_act(document, &candidates->items[at]) : NULL;
        if (country && !roles_have(others, (uint32_t)(country - document->entities)))
            return country;
    }
    return NULL;
}

static void victim__name(const struct scene *scene, const struct candidates *candidates, size_t index, struct role_parties *parties, const struct role_parties *others)
{
    const struct document *const document = scene->document;
    for (size_t i = 0; i < parties->count; i++) {
        struct party *const party = &parties->items[i];
        if (tree_head(document, candidates->items[index].token) == parties->tokens[i] /* the participle itself tells nothing new */ ||
            !victim__is_country(scene, party, parties->tokens[i]) || !victim__is_attacked(scene, parties->tokens[i]))
            continue;
        const struct entity *const country = victim__of_report(document, candidates, index, others);
        if (country)
            *party = roles_party(document, (uint32_t)(country - document->entities), party->span);
    }
}

void victim_name(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    victim__name(scene, candidates, index, &candidate->actors, &candidate->recipients);
    victim__name(scene, candidates, index, &candidate->recipients, &candidate->actors);
}
