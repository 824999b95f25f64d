/* entity/nominal_entity.c: the entities that nouns of roles.tsv make, and what a name learns from the noun beside it ("Präsident Wladimir
 * Putin" is a person, of the government). */
#include "entity/country.h"
#include "entity/nominal.h"
#include "parse/tree.h"

#include <stdio.h>
#include <string.h>

bool nominal_is_place(const struct known_role *role)
{
    return role->kind == ROLE_KIND_CITY || role->kind == ROLE_KIND_REGION || role->kind == ROLE_KIND_SITE ||
           role->kind == ROLE_KIND_CRAFT;
}

bool nominal_is_anaphor_only(const struct known_role *role)
{
    return (role->kind == ROLE_KIND_REGION && role->anaphor == ANAPHOR_COUNTRY) ||
           (role->kind == ROLE_KIND_BODY && role->is_mouth && role->bare == BARE_FREE);
}

bool nominal_is_task(const struct known_role *role)
{
    return role->is_whole && role->anaphor == ANAPHOR_BODY && role->bare == BARE_CODES;
}

static enum place_precision nominal__precision(const struct known_role *role)
{
    return role->kind == ROLE_KIND_CITY ? PRECISION_CITY : role->kind == ROLE_KIND_REGION ? PRECISION_REGION : PRECISION_SITE;
}

/* Notes who is now called so, by the whole word and by its head (Außenminister, Minister). */
void nominal_remember(struct entity_finder *finder, const struct nominal *nominal, uint32_t entity)
{
    const struct entity_knowledge *const knowledge = finder->knowledge;
    const struct token *const token = &finder->document->tokens[nominal->token];
    if (nominal->plural && nominal->role->kind == ROLE_KIND_OFFICE)
        return;
    finder->role_entity[nominal->role - knowledge->roles] = (struct remembered){entity, token->sentence};
    const struct string_map_hit hit = token->compound_head ? string_map_find(knowledge->role_lemmas, token->compound_head,
                                                                             strlen(token->compound_head))
                                                           : (struct string_map_hit){0};
    if (hit.found)
        finder->role_entity[hit.value] = (struct remembered){entity, token->sentence};
}

bool nominal_mention(struct entity_finder *finder, const struct nominal *nominal, struct token_range range, uint32_t entity)
{
    nominal_remember(finder, nominal, entity);
    if (nominal->former && !nominal->plural && nominal->role->is_single)
        finder->former = (struct remembered){entity, finder->document->tokens[nominal->token].sentence};
    return entity_mention(finder, range, nominal->token, MENTION_NOMINAL, entity);
}

struct token_range nominal_core(const struct document *document, uint32_t noun)
{
    uint32_t first = noun;
    while (first > 0 && document->tokens[first - 1].head == noun && document->tokens[first - 1].relation == RELATION_AMOD &&
           tree_first_child(document, first - 1) == DOCUMENT_NONE && document->tokens[first - 1].sentence == document->tokens[noun].sentence)
        first--;
    return (struct token_range){first, noun + 1 - first};
}

/* The sector of a new one: who speaks for a body has the body's, and so has what belongs to it ("ein Lager der Armee"). */
static enum sector nominal__sector(const struct known_role *role, const struct entity *owner)
{
    const bool body = owner && owner->kind != ENTITY_COUNTRY && owner->kind != ENTITY_PLACE && owner->sector != SECTOR_NONE;
    if (nominal_is_place(role) && (role->sector == SECTOR_CVL || role->sector == SECTOR_MIL) && body && owner->kind != ENTITY_PERSON)
        return owner->sector;
    if (!role->is_mouth || !owner || (!body && role->sector != SECTOR_UNK))
        return role->sector;
    return owner->sector == SECTOR_UNK || owner->sector == SECTOR_NONE ? SECTOR_GOV : owner->sector;
}

/* "Vorwürfe des US-Botschafters … Botschafter John Miller": whose the office is that was told before without a name, of an envoy however long
 * ago; "": none was. */
static const char *nominal__unnamed_office(const struct entity_finder *finder, const struct nominal *nominal)
{
    enum { SENTENCES_OF_OFFICE = 4 };
    const struct document *const document = finder->document;
    const struct remembered known = finder->role_entity[nominal->role - finder->knowledge->roles];
    if (nominal->role->kind != ROLE_KIND_OFFICE || nominal->plural || nominal->former || nominal->other || known.entity == DOCUMENT_NONE ||
        (nominal->role->bare != BARE_ABROAD && document->tokens[nominal->token].sentence - known.sentence > SENTENCES_OF_OFFICE))
        return "";
    return document->entities[known.entity].kind == ENTITY_OFFICE && finder->notes[known.entity].is_told ? document->entities[known.entity].code : "";
}

/* Whose a person is whom the tables do not know and a noun describes that tells no country. */
static const char *nominal__code_of_named(const struct entity_finder *finder, const struct nominal *nominal)
{
    const char *const office = nominal__unnamed_office(finder, nominal);
    if (office[0])
        return office;
    const uint32_t people = nominal_told_people(finder, nominal);
    if (people != DOCUMENT_NONE)
        return finder->document->entities[people].code;
    struct focus_limits limits = {.allowed = NULL};
    country_limit_place(finder, nominal->token, &limits);
    country_limit_speaker(finder, nominal->token, nominal->role, &limits);
    return focus_code_within(finder, nominal->token, nominal->role, &limits);
}

/* "der UN-Vertreter Palästinas": the noun's own words tell the country. */
static bool nominal__tells_country(const struct entity_finder *finder, uint32_t noun, const char *code)
{
    for (uint32_t child = tree_first_child(finder->document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(finder->document, child)) {
        const struct entity *const entity = entity_at(finder, child);
        if (entity && entity->kind == ENTITY_COUNTRY && strcmp(entity->code, code) == 0)
            return true;
    }
    return false;
}

/* "der OSZE-Vorsitzende Karel De Gucht", "die EU-Ratspräsidentin Angela Merkel": whoever is named with a title of a body of several countries
 * speaks for it, of whichever country the tables know him. */
static bool nominal__speaks_for_body(const struct entity_finder *finder, const struct nominal *nominal, const struct entity *body, const struct entity *named)
{
    const struct known_role *const role = nominal->role;
    const bool speaks = role->is_mouth || role->is_single || (role->bare == BARE_CODES && !focus_is_country(role->codes[0]));
    return body && body->kind != ENTITY_PERSON && body->code[0] && !focus_is_country(body->code) && named->kind == ENTITY_PERSON && focus_is_country(named->code) &&
           speaks && !nominal->former && !nominal->other && !nominal__tells_country(finder, nominal->token, named->code);
}

/* What a name beside the noun learns from it. */
void nominal_inform(struct entity_finder *finder, const struct nominal *nominal, struct entity *named)
{
    const struct known_role *const role = nominal->role;
    const struct entity *const owner = nominal->owner.count ? nominal->owner.entities[0] : NULL;
    const char *const told = owner || named->code[0] ? "" : country_of_teller(finder, nominal->token, role);
    const char *const code = owner ? owner->code : named->code[0] ? "" : told[0] ? told : nominal__code_of_named(finder, nominal);
    const bool is_body = role->kind == ROLE_KIND_BODY && strcmp(named->why, "name") == 0 &&
                         !finder->notes[named - finder->document->entities].gender;           /* no first name */
    if (named->kind == ENTITY_NAME || is_body) {
        named->kind = nominal_is_place(role) ? ENTITY_PLACE : role->kind == ROLE_KIND_BODY ? ENTITY_ORGANISATION : ENTITY_PERSON;
        named->naming = role->kind == ROLE_KIND_BODY || nominal_is_place(role) ? NAMING_OFFICE : NAMING_PERSON;
    }
    if (!named->code[0] && strcmp(named->why, "name") == 0)         /* the tables know of others that they are nobody's */
        (void)snprintf(named->code, sizeof named->code, "%s", code);
    if (nominal__speaks_for_body(finder, nominal, owner, named)) {
        memcpy(named->code, owner->code, sizeof named->code);
        named->sector = nominal__sector(role, owner);
    }
    if (named->kind == ENTITY_PLACE && role->kind != ROLE_KIND_CRAFT && !named->place_country[0]) {
        memcpy(named->place_country, named->code, sizeof named->place_country);
        named->precision = nominal__precision(role);
    }
    finder->notes[named - finder->document->entities].is_craft |= role->kind == ROLE_KIND_CRAFT;
    if (named->sector == SECTOR_NONE || named->sector == SECTOR_UNK)
        named->sector = role->kind == ROLE_KIND_CRAFT ? role->sector : nominal_is_place(role) ? SECTOR_UNK : nominal__sector(role, owner);
    if (named->kind == ENTITY_PERSON)
        entity_set_gender(finder, (uint32_t)(named - finder->document->entities),
                          finder->document->tokens[nominal->token].morphology.gender);
}

bool nominal_make(struct entity_finder *finder, const struct nominal *nominal, const struct entity *owner, const char *code,
                          uint32_t *index)
{
    struct document *const document = finder->document;
    const struct known_role *const role = nominal->role;
    const struct token_range core = nominal_core(document, nominal->token);
    const uint32_t begin = document->tokens[core.first].span.begin_byte;
    const enum sector sector = nominal__sector(role, owner);
    const char *const text = arena_copy_string(document->arena, document->text + begin,
                                               document->tokens[nominal->token].span.end_byte - begin, finder->error);
    struct entity *const entity = text ? entity_add(finder, index) : NULL;
    if (!entity)
        return false;
    entity->name = text;
    entity->kind = nominal_is_place(role) ? ENTITY_PLACE : role->kind == ROLE_KIND_OFFICE ? ENTITY_OFFICE : ENTITY_GROUP;
    entity->sector = nominal->former && sector == SECTOR_GOV && role->kind != ROLE_KIND_BODY ? SECTOR_ELI : sector;
    entity->naming = role->naming;
    entity->why = role->why;
    (void)snprintf(entity->code, sizeof entity->code, "%s", code);
    if (nominal_is_place(role) && role->kind != ROLE_KIND_CRAFT) {
        memcpy(entity->place_country, entity->code, sizeof entity->place_country);
        entity->precision = nominal__precision(role);
    }
    return true;
}
