/* entity/nominal_person.c: people who were told before and are now called by what they are.
 *
 *     "Belarus nahm Roman Protassewitsch fest. Der 26-Jährige …"          needs = person: the person named last whom the noun may describe
 *     "Iran hat zwei Franzosen verhaftet. Die Männer …"                   needs = people: who was told with their country, as many as these
 *
 *     "Russland schickte Fallschirmjäger. Die Soldaten …"                 the forces told in the sentence before, if those are of one country
 *     "Oslo klagte über die Haft zweier norwegischer Reporter. Der Reporter Nils Holm …"       a name takes it from the people of its kind told before
 *
 * Those who act for a state (police, soldiers) are meant by "die Männer" only where no others are told. */
#include "entity/nominal.h"
#include "parse/tree.h"

#include <string.h>

enum { SENTENCES_OF_PEOPLE = 2 };

static bool person__acts_for_state(enum sector sector)
{
    return sector == SECTOR_MIL || sector == SECTOR_COP || sector == SECTOR_GOV || sector == SECTOR_SPY || sector == SECTOR_JUD;
}

/* Does the mention tell people with their country: "zwei Franzosen", "amerikanische Journalisten"? */
static bool person__tells_people(const struct entity_finder *finder, const struct mention *mention)
{
    const struct document *const document = finder->document;
    const struct entity *const entity = mention->entity_count == 1 ? &document->entities[mention->entities[0]] : NULL;
    if (!entity || entity->kind != ENTITY_GROUP || !entity->code[0])
        return false;
    if (mention->kind == MENTION_NAME)
        return true;
    const struct known_role *const role = mention->kind == MENTION_NOMINAL ? entity_role(finder, &document->tokens[mention->head]) : NULL;
    return role && role->kind == ROLE_KIND_GROUP && finder->notes[mention->entities[0]].is_told;
}

static uint32_t person__people(const struct entity_finder *finder, const struct nominal *nominal, bool of_states)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_PEOPLE;) {
        const struct mention *const mention = document->token_mention[token] == DOCUMENT_NONE ? NULL : &document->mentions[document->token_mention[token]];
        if (!mention || document->tokens[token].sentence == sentence || !person__tells_people(finder, mention))
            continue;
        const struct token *const head = &document->tokens[mention->head];
        if ((head->morphology.number == NUMBER_PLUR) == nominal->plural &&
            person__acts_for_state(document->entities[mention->entities[0]].sector) == of_states)
            return mention->entities[0];
    }
    return DOCUMENT_NONE;
}

/* The forces that the sentence before tells, DOCUMENT_NONE: none, or of several countries. */
static uint32_t person__forces(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    uint32_t found = DOCUMENT_NONE;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= 1;) {
        const struct mention *const mention = document->token_mention[token] == DOCUMENT_NONE ? NULL : &document->mentions[document->token_mention[token]];
        const struct entity *const entity = mention && mention->entity_count == 1 ? &document->entities[mention->entities[0]] : NULL;
        if (!entity || document->tokens[token].sentence == sentence || mention->kind != MENTION_NOMINAL || entity->sector != nominal->role->sector ||
            entity->kind != ENTITY_GROUP || !entity->code[0] || document->tokens[mention->head].morphology.number != NUMBER_PLUR)
            continue;
        if (found != DOCUMENT_NONE && strcmp(document->entities[found].code, entity->code) != 0)
            return DOCUMENT_NONE;
        found = mention->entities[0];
    }
    return found;
}

uint32_t nominal_told_people(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const enum sector sector = nominal->role->sector;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    if ((nominal->role->kind != ROLE_KIND_GROUP && nominal->role->kind != ROLE_KIND_OFFICE) || person__acts_for_state(sector))
        return DOCUMENT_NONE;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_PEOPLE;) {
        const struct mention *const mention = document->token_mention[token] == DOCUMENT_NONE ? NULL : &document->mentions[document->token_mention[token]];
        if (!mention || document->tokens[token].sentence == sentence || !person__tells_people(finder, mention))
            continue;
        if (document->entities[mention->entities[0]].sector == sector)
            return mention->entities[0];
    }
    return DOCUMENT_NONE;
}

uint32_t nominal_person(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct known_role *const role = nominal->role;
    if (!nominal->definite || nominal->several || nominal->international)
        return DOCUMENT_NONE;
    if (role->kind == ROLE_KIND_GROUP && nominal->plural && (role->sector == SECTOR_MIL || role->sector == SECTOR_COP) && !role->is_mouth)
        return person__forces(finder, nominal);
    if (role->is_person)
        return nominal->plural ? DOCUMENT_NONE : entity_antecedent_person(finder, nominal->token, role, nominal->owner.count ? nominal->owner.entities[0]->code : "");
    if (!role->is_people)
        return DOCUMENT_NONE;
    const uint32_t people = person__people(finder, nominal, false);
    return people != DOCUMENT_NONE ? people : person__people(finder, nominal, true);
}
