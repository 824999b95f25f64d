/* event/homeland.c: a noun that no word gives a country ("ein Dorf", "drei Journalisten") was given the one that the report speaks of
 * (entity/focus.c). Where the report tells nothing to be in that country, it was only known from who acts; and some acts are done abroad or to
 * foreigners:
 *   - a state attacks ("die USA bombardierten ein Dorf"), or the forces of one that is in conflict with another, or it helps, punishes, takes in or deports people;
 *   - a state judges or demands what is done to people ("die USA verurteilten den Angriff auf ein Krankenhaus"), or speaks to them.
 * There the country is taken back. Nor are arms that forces destroy their own; forces that move at home move against nobody. Police, courts and rebels mostly
 * act at home, and rebels are fought there. */
#include "event/homeland.h"

#include "event/side.h"
#include "parse/tree.h"

#include <string.h>

static const struct entity *homeland__entity(const struct scene *scene, const struct party *party)
{
    return party->entity == DOCUMENT_NONE ? NULL : &scene->document->entities[party->entity];
}

/* A country, or its capital that stands for its government. */
static bool homeland__is_state(const struct entity *entity)
{
    return entity && (entity->kind == ENTITY_COUNTRY || (entity->kind == ENTITY_PLACE && entity->sector == SECTOR_GOV));
}

/* Is one of them the party's state, or its forces ("israelische Soldaten") where that may have shot its foes? */
static bool homeland__acts_abroad(const struct scene *scene, const struct role_parties *actors, const struct party *party)
{
    for (size_t i = 0; i < actors->count; i++) {
        const struct entity *const entity = homeland__entity(scene, &actors->items[i]);
        const bool forces = entity && entity->sector == SECTOR_MIL && !entity->supposed && homeland__entity(scene, party)->may_be_foes;
        if (strcmp(actors->items[i].code, party->code) == 0 && (homeland__is_state(entity) || forces))
            return true;
    }
    return false;
}

static bool homeland__is_of_state(const struct scene *scene, const struct role_parties *actors, const char *code)
{
    for (size_t i = 0; i < actors->count; i++)
        if (strcmp(actors->items[i].code, code) == 0 && homeland__is_state(homeland__entity(scene, &actors->items[i])))
            return true;
    return false;
}

/* Can the party be of any country? Whom a state fights or who fights it is mostly of its own, but whom it puts under sanctions. */
static bool homeland__may_be_foreign(const struct scene *scene, const struct candidate *candidate, const struct party *party)
{
    const uint32_t own = candidate->type == EVENT_SANCTION ? 0 : SIDE_SECTOR(GOV) | SIDE_SECTOR(REB) | SIDE_SECTOR(PRM) | SIDE_SECTOR(CRM) | SIDE_SECTOR(COP) |
                         SIDE_SECTOR(LEG) | SIDE_SECTOR(JUD) | SIDE_SECTOR(SPY);
    const struct entity *const entity = homeland__entity(scene, party);
    return entity && entity->supposed && party->code[0] && !(own & UINT32_C(1) << party->sector);
}

/* Is an act of this kind done abroad or to foreigners, where a state does it? */
static bool homeland__is_outward(const struct candidate *candidate, const struct party *party)
{
    return candidate->type == EVENT_ASSAULT || candidate->type == EVENT_AID || frame_has_mode(candidate->match.frame, "deport") ||
           (candidate->type == EVENT_SANCTION && !frame_has_mode(candidate->match.frame, "convict")) ||
           (candidate->type == EVENT_AGREE && party->sector == SECTOR_REF);
}

/* Words that states address to others; what they concede they concede to their own. */
static bool homeland__is_spoken(enum event_type type)
{
    return type == EVENT_ACCUSE || type == EVENT_SUPPORT || type == EVENT_REQUEST || type == EVENT_REJECT;
}

/* Does a state of that country judge or demand the act? */
static bool homeland__is_judged(const struct scene *scene, const struct candidates *candidates, const struct candidate *act, const char *code)
{
    const struct document *const document = scene->document;
    for (uint32_t above = tree_head(document, act->token); above != DOCUMENT_NONE; above = tree_head(document, above)) {
        const uint32_t index = candidates->of_token[above];
        const struct candidate *const words = index == DOCUMENT_NONE ? NULL : &candidates->items[index];
        if (words && homeland__is_spoken(words->type) && homeland__is_of_state(scene, &words->actors, code))
            return true;
    }
    return false;
}

/* Is it told by a companion of its own, not by whose that is ("die Festnahme von Journalisten")? */
static bool homeland__is_companion(const struct candidate *candidate, uint32_t token)
{
    for (size_t i = 0; i < candidate->arguments.count; i++)
        if (candidate->arguments.items[i].token == token)
            return true;
    return false;
}

/* "Die Armee schoss zwei Kampfjets ab": forces do not hit their own, whosever they were taken for. */
static bool homeland__hits_own(const struct scene *scene, const struct candidate *candidate, const struct party *party)
{
    const struct entity *const entity = homeland__entity(scene, party);
    if (candidate->type != EVENT_ASSAULT || !frame_has_mode(candidate->match.frame, "destroy") || !entity || !entity->untold || party->sector != SECTOR_MIL)
        return false;
    for (size_t i = 0; i < candidate->actors.count; i++)
        if (strcmp(candidate->actors.items[i].code, party->code) == 0 &&
            (candidate->actors.items[i].sector == SECTOR_MIL || homeland__is_state(homeland__entity(scene, &candidate->actors.items[i]))))
            return true;
    return false;
}

/* "Der Senat stimmte gegen den Verkauf von Waffen an Saudi-Arabien": a body or forces that were only taken for those of the state that is named as the other
 * side are not its own. */
static bool homeland__is_other_side(const struct scene *scene, const struct candidate *candidate, const struct party *party)
{
    const struct entity *const entity = homeland__entity(scene, party);
    const bool between = (candidate->type == EVENT_ASSAULT && frame_has_mode(candidate->match.frame, "destroy")) || candidate->type == EVENT_AGREE ||
                         candidate->type == EVENT_AID || candidate->type == EVENT_SANCTION || candidate->type == EVENT_REQUEST ||
                         candidate->type == EVENT_REJECT;
    const bool body = party->sector == SECTOR_GOV || party->sector == SECTOR_LEG || party->sector == SECTOR_MIL;
    return between && body && entity && entity->untold && party->code[0] && homeland__is_of_state(scene, &candidate->recipients, party->code);
}

static void homeland__forget(struct role_parties *parties, uint32_t entity)
{
    for (size_t i = 0; i < parties->count; i++)
        if (parties->items[i].entity == entity)
            parties->items[i].code[0] = '\0';
}

/* Nowhere is who was taken back of that country. */
static void homeland__forget_everywhere(struct candidates *candidates, uint32_t entity)
{
    for (size_t i = 0; i < candidates->count; i++) {
        homeland__forget(&candidates->items[i].actors, entity);
        homeland__forget(&candidates->items[i].recipients, entity);
    }
}

static void homeland__leave(const struct scene *scene, struct candidates *candidates, struct candidate *candidate, struct role_parties *parties)
{
    const bool recipients = parties == &candidate->recipients, words = homeland__is_spoken(candidate->type);
    size_t kept = 0;
    for (size_t i = 0; i < parties->count; i++) {
        const struct party party = parties->items[i];
        const bool foreign = homeland__may_be_foreign(scene, candidate, &party);
        const bool spoken = foreign && recipients && words && homeland__is_of_state(scene, &candidate->actors, party.code);
        const bool abroad = foreign && recipients && homeland__is_outward(candidate, &party) && homeland__acts_abroad(scene, &candidate->actors, &party);
        const bool judged = foreign && homeland__is_judged(scene, candidates, candidate, party.code);
        if (spoken || abroad || judged)
            homeland__forget_everywhere(candidates, party.entity);
        if ((recipients && homeland__hits_own(scene, candidate, &party)) || (spoken && !homeland__is_companion(candidate, parties->tokens[i])))
            continue;                    /* who suffers what is blamed is not blamed */
        roles_keep(parties, i, &kept);
    }
    parties->count = kept;
}

/* "rückte in die Innenstadt ein", "verlegte Schiffe in den Golf": a place of one's own, or of nobody, receives no forces. */
static void homeland__at_home(const struct scene *scene, struct candidate *candidate)
{
    struct role_parties *const parties = &candidate->recipients;
    if (candidate->type != EVENT_MOBILIZE)
        return;
    size_t kept = 0;
    for (size_t i = 0; i < parties->count; i++) {
        const struct party *const party = &parties->items[i];
        const struct entity *const entity = homeland__entity(scene, party);
        const bool own = !party->code[0] || side_have_code(&candidate->actors, party->code);
        if (!(own && entity && entity->kind == ENTITY_PLACE))
            roles_keep(parties, i, &kept);
    }
    parties->count = kept;
}

void homeland_leave(const struct scene *scene, struct candidates *candidates)
{
    for (size_t i = 0; i < candidates->count; i++) {
        homeland__at_home(scene, &candidates->items[i]);
        homeland__leave(scene, candidates, &candidates->items[i], &candidates->items[i].recipients);
        homeland__leave(scene, candidates, &candidates->items[i], &candidates->items[i].actors);
    }
}

void homeland_leave_other_side(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    for (size_t i = 0; i < candidate->actors.count; i++)
        if (homeland__is_other_side(scene, candidate, &candidate->actors.items[i]))
            candidate->actors.items[i].code[0] = '\0';
}
