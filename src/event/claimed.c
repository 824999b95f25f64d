/* event/claimed.c: "bekannte sich zu der Tat", "reklamierte den Anschlag für sich" (event/phases.tsv, claim): the subject, where it is somebody in arms,
 * did the last attack of which nobody tells who did it. */
#include "event/claimed.h"

#include "event/implicit.h"
#include "parse/tree.h"

#include <string.h>

enum { CLAIMED_SENTENCES = 4 };          /* how far back the attack may lie */

/* "dazu", "zu der Tat", "den Anschlag": a companion that means an attack told before. */
static bool claimed__means_attack(const struct scene *scene, const struct argument *argument)
{
    const struct token *const word = &scene->document->tokens[argument->token];
    if (argument->slot.function != FUNCTION_AKK && argument->slot.function != FUNCTION_PP)
        return false;
    if (word->upos == UPOS_ADV)
        return true;
    return word->upos == UPOS_NOUN && implicit_is_definite(scene, argument->token) &&
           (knowledge_anaphor(scene->knowledge, arguments_lemma(scene, argument->token)) == ANAPHOR_ATTACK || match_noun_has_type(scene, argument->token, EVENT_ASSAULT));
}

/* Who claims an attack by the verb, if somebody in arms does. */
static bool claimed__by(const struct scene *scene, uint32_t verb, struct role_parties *claimants)
{
    struct arguments arguments;
    bool attack = false;
    arguments_of_verb(scene, verb, &arguments);
    *claimants = (struct role_parties){.count = 0};
    for (size_t i = 0; i < arguments.count; i++) {
        attack = attack || claimed__means_attack(scene, &arguments.items[i]);
        if (arguments.items[i].slot.function == FUNCTION_NEG)
            return false;
        if (arguments.items[i].slot.function == FUNCTION_NOM && !arguments.items[i].weak)
            roles_add(scene, arguments.items[i].slot, arguments.items[i].token, claimants);
    }
    for (size_t i = 0; i < claimants->count; i++)
        if (claimants->items[i].sector != SECTOR_REB && claimants->items[i].sector != SECTOR_PRM && claimants->items[i].sector != SECTOR_MIL)
            return false;
    return attack && claimants->count > 0;
}

/* The acts of the last sentence before the verb that tells an attack. */
static void claimed__give(const struct scene *scene, struct candidates *candidates, uint32_t verb, const struct role_parties *claimants)
{
    const struct token *const tokens = scene->document->tokens;
    uint32_t sentence = DOCUMENT_NONE;
    for (size_t i = candidates->count; i-- > 0;) {
        struct candidate *const candidate = &candidates->items[i];
        if (candidate->token > verb || candidate->type != EVENT_ASSAULT || tree_is_inside(scene->document, candidate->token, verb))
            continue;                    /* "zu dem Anschlag bekannte sich …" */
        if (tokens[verb].sentence - tokens[candidate->token].sentence > CLAIMED_SENTENCES || (sentence != DOCUMENT_NONE && tokens[candidate->token].sentence != sentence))
            return;
        if (candidate->actors.count && !implicit_is_unknown(&candidate->actors))
            return;
        sentence = tokens[candidate->token].sentence;
        candidate->actors = *claimants;
        candidate->actor_path = PATH_REPORT;
    }
}

void claimed_attacks(const struct scene *scene, struct candidates *candidates)
{
    struct role_parties claimants;
    for (uint32_t token = 0; token < scene->document->token_count; token++)
        if (scene->verb_lemma[token] && knowledge_is_claim(scene->knowledge, scene->verb_lemma[token]) && claimed__by(scene, token, &claimants))
            claimed__give(scene, candidates, token, &claimants);
}
