/* entity/nominal_earlier.c: who was called so before. A definite noun of roles.tsv that does not tell whose it is stands for someone the report
 * told of:
 *
 *     "die Stadt", "die Halbinsel"          the place named last
 *     "das Land", "das Nachbarland"         the likeliest country that the clause allows (country.c, focus.c)
 *     "das Gremium", "der Rat"              the body named last that can be called so, or whose name ends with the noun
 *     "das Schiff", "die Angreifer"         the ship told last, the armed group that acted last
 *     "der Minister"                        who was called by that noun last
 *
 * Most are looked for only a few sentences back. */
#include "base/utf8.h"
#include "entity/country.h"
#include "entity/nominal.h"
#include "parse/tree.h"

#include <string.h>

enum { SENTENCES_REMEMBERED = 8, SENTENCES_OF_CITY = 3, SENTENCES_OF_BODY = 4, SENTENCES_OF_ARMED = 5, SENTENCES_OF_SHORT_NAME = 20 };

/* The city named last, for "die Stadt"; the region, for "die Halbinsel". */
static uint32_t earlier__place(const struct entity_finder *finder, uint32_t noun, enum place_precision precision)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[noun].sentence;
    for (uint32_t token = noun; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_CITY;) {
        const struct entity *const entity = entity_at(finder, token);
        if (entity && entity->kind == ENTITY_PLACE && entity->precision == precision && (entity->code[0] || precision == PRECISION_CITY) &&
            document->mentions[document->token_mention[token]].kind == MENTION_NAME)
            return document->mentions[document->token_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

bool nominal_is_related(const struct nominal *nominal)
{
    const struct owner *const owner = &nominal->owner;
    return nominal->role->anaphor == ANAPHOR_COUNTRY && owner->count && !owner->by_adjective && !owner->by_name && !nominal->plural &&
           (nominal->role->bare == BARE_ABROAD || !focus_is_country(owner->entities[0]->code));
}

struct focus_limits nominal_limits(const struct nominal *nominal)
{
    struct focus_limits limits = {.allowed = nominal->region ? nominal->region->codes : NULL,
                                  .allowed_count = nominal->region ? nominal->region->code_count : 0};
    for (size_t i = 0; nominal_is_related(nominal) && i < nominal->owner.count && limits.excluded_count < FOCUS_CODES_MOST; i++)
        limits.excluded[limits.excluded_count++] = nominal->owner.entities[i]->code;
    return limits;
}

/* "das Nachbarland", "der Verbündete": the likeliest country that borders on, or is an ally of, one of those whose it can be; "": none is spoken of. */
static const char *earlier__related(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, const struct focus_limits *limits)
{
    enum { COUNTRIES_MOST = 128 };
    const struct entity_knowledge *const knowledge = finder->knowledge;
    const char *codes[COUNTRIES_MOST];
    struct focus_limits near = *limits;
    size_t count = 0;
    for (size_t i = 0; i < limits->excluded_count; i++) {
        const struct string_map_hit hit = string_map_find(role->is_ally ? knowledge->ally_rows : knowledge->neighbour_rows, limits->excluded[i],
                                                          strlen(limits->excluded[i]));
        const struct known_region *const list = hit.found ? &(role->is_ally ? knowledge->allies : knowledge->neighbours)[hit.value] : NULL;
        for (size_t k = 0; list && k < list->code_count && count < COUNTRIES_MOST; k++)
            codes[count++] = list->codes[k];
    }
    near.allowed = codes;
    near.allowed_count = count;
    return count ? focus_code_within(finder, noun, role, &near) : "";
}

/* The country of "das Land", made known if the report has not named it itself. */
static uint32_t earlier__country(struct entity_finder *finder, const struct nominal *nominal)
{
    struct focus_limits limits = nominal_limits(nominal);
    country_limit(finder, nominal->token, nominal->role->bare == BARE_ABROAD, &limits);
    struct known_role role = *nominal->role;
    if (country_is_scene(finder, nominal->token) && role.bare == BARE_POWER) {
        role.anaphor = ANAPHOR_NONE;
        role.bare = BARE_SCENE;
    }
    const char *code = (role.is_neighbour || role.is_ally) && !limits.allowed ? earlier__related(finder, nominal->token, &role, &limits) : "";
    code = code[0] || role.is_ally ? code : focus_code_within(finder, nominal->token, &role, &limits);
    const struct string_map_hit hit = string_map_find(finder->knowledge->countries, code, strlen(code));
    return code[0] && hit.found ? entity_of_name(finder, hit.value) : DOCUMENT_NONE;
}

/* Whether a body can be called so: by its sector; "die Gruppe" is one of fighters or citizens, "das Gremium" is any of states, "die Organisation" any that is no firm or medium. */
static bool earlier__may_be_called(const struct known_role *role, const struct entity *body)
{
    const enum sector sector = body->sector;
    if (sector == role->sector)
        return role->sector != SECTOR_GOV || role->anaphor == ANAPHOR_BODY;
    if ((role->sector == SECTOR_REB || role->sector == SECTOR_PRM) && (sector == SECTOR_REB || sector == SECTOR_PRM))
        return true;
    if (role->sector == SECTOR_UNK)
        return sector == SECTOR_REB || sector == SECTOR_PRM || sector == SECTOR_CRM || sector == SECTOR_SOC || sector == SECTOR_OPP;
    if (role->anaphor != ANAPHOR_BODY)
        return false;
    return role->sector == SECTOR_GOV ? sector == SECTOR_MIL || sector == SECTOR_LEG || sector == SECTOR_JUD
                                      : sector != SECTOR_JRN && sector != SECTOR_BUS && sector != SECTOR_LEG && sector != SECTOR_NONE;
}

/* Does the name as it was written end with the noun, "der Ministerrat" after EU-Ministerrat, or begin with it, "die Allianz" after Allianz der drei
 * Bruderschaften? The first letter may be small where it ends so. */
static bool earlier__ends_name(const struct entity_finder *finder, const struct known_role *role, uint32_t token)
{
    const struct token_range range = finder->document->mentions[finder->name_mention[token]].tokens;
    const struct token *const last = &finder->document->tokens[range.first + range.count - 1];
    const char *const word = last->lemma ? last->lemma : last->form;
    const size_t length = strlen(word), noun = strlen(role->lemma);
    size_t first;
    (void)utf8_decode(role->lemma, noun, &first);
    if ((range.count > 1 && strcmp(finder->document->tokens[range.first].form, role->lemma) == 0) ||
        (last->compound_head && strcmp(last->compound_head, role->lemma) == 0))
        return true;
    return length >= noun && noun > first + 2 && strcmp(word + length - (noun - first), role->lemma + first) == 0;
}

uint32_t nominal_short_name(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    const bool whose = nominal->former || nominal->other || nominal->several || nominal->international || nominal->region || nominal->local || nominal->own;
    if (nominal->role->kind != ROLE_KIND_BODY || nominal->role->anaphor != ANAPHOR_BODY || nominal->plural || !nominal->definite || whose)
        return DOCUMENT_NONE;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_SHORT_NAME;) {
        const struct entity *const entity = finder->name_mention[token] == DOCUMENT_NONE ? NULL : entity_at(finder, token);
        if (entity && entity->code[0] && entity->kind == ENTITY_ORGANISATION && earlier__ends_name(finder, nominal->role, token))
            return document->mentions[finder->name_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

/* The body named last that "die Organisation", "das Blatt" can stand for, or that has the noun in its name. */
static uint32_t earlier__body(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    if (nominal->role->kind != ROLE_KIND_BODY || nominal->plural)
        return DOCUMENT_NONE;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_REMEMBERED;) {
        const bool named = finder->name_mention[token] != DOCUMENT_NONE, near = sentence - document->tokens[token].sentence <= SENTENCES_OF_BODY;
        const struct entity *const entity = document->tokens[token].sentence == sentence && tree_head(document, token) == tree_clause(document, nominal->token)
                                                ? NULL : entity_at(finder, token);       /* "Die OAS warf der Behörde vor": another */
        const bool fighters = entity && !named && entity->kind == ENTITY_GROUP && (entity->sector == SECTOR_REB || entity->sector == SECTOR_PRM) &&
                              document->token_modifier[token] != DOCUMENT_NONE;       /* "die Huthi-Rebellen … Die Gruppe" */
        if (!entity || !entity->code[0] || !(fighters || (named && entity->kind == ENTITY_ORGANISATION)) ||
            (nominal->role->bare == BARE_CODES && !focus_is_country(nominal->role->codes[0]) && strcmp(entity->code, nominal->role->codes[0]) != 0))
            continue;            /* "die Mission" is one of an organisation of states */
        if ((named && earlier__ends_name(finder, nominal->role, token)) || (near && earlier__may_be_called(nominal->role, entity)))
            return document->mentions[document->token_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

/* "Der Internationale Strafgerichtshof … die Richter": those of the court named last. */
static uint32_t earlier__court(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    if (nominal->role->sector != SECTOR_JUD || nominal->role->kind != ROLE_KIND_GROUP || !nominal->plural)
        return DOCUMENT_NONE;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_BODY;) {
        const struct entity *const entity = entity_at(finder, token);
        if (entity && entity->sector == SECTOR_JUD && entity->code[0] && (entity->kind == ENTITY_ORGANISATION || entity->kind == ENTITY_GROUP))
            return document->mentions[document->token_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

/* "ein Überfall mutmaßlicher Islamisten … Die Angreifer": the armed group that acted last; whom it attacked stands behind a preposition. */
static uint32_t earlier__armed(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    if (nominal->role->sector != SECTOR_UAF || !nominal->plural)
        return DOCUMENT_NONE;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_ARMED;) {
        const struct entity *const entity = entity_at(finder, token);
        const enum relation relation = document->tokens[token].relation;
        if (entity && entity->code[0] && (entity->sector == SECTOR_REB || entity->sector == SECTOR_PRM || entity->sector == SECTOR_UAF) &&
            (entity->kind == ENTITY_ORGANISATION || entity->kind == ENTITY_GROUP) && document->tokens[token].sentence != sentence &&
            (relation == RELATION_NSUBJ || relation == RELATION_NMOD) && tree_preposition(document, token) == DOCUMENT_NONE)
            return document->mentions[document->token_mention[token]].entities[0];
        if (entity && entity->kind == ENTITY_GROUP && entity->sector == SECTOR_CVL && entity->code[0] && document->tokens[token].sentence != sentence && relation == RELATION_NSUBJ &&
            country_attacks(finder, tree_clause(document, token)))       /* "Dreißig Serben griffen einen Posten an. Die Angreifer …" */
            return document->mentions[document->token_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

/* "der russische Frachter „Ursa“ … Das Schiff": the ship or plane told last with whose it is. */
static uint32_t earlier__craft(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    if (nominal->role->kind != ROLE_KIND_CRAFT || nominal->plural)
        return DOCUMENT_NONE;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_REMEMBERED;) {
        const struct entity *const entity = entity_at(finder, token);
        const struct known_role *const role = entity ? entity_role(finder, &document->tokens[token]) : NULL;
        if (role && role->kind == ROLE_KIND_CRAFT && entity->code[0] && document->tokens[token].morphology.number != NUMBER_PLUR)
            return document->mentions[document->token_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

static bool earlier__is_named(const struct entity_finder *finder, const char *code)
{
    const struct focus_country *const country = focus_told_country(finder, code);
    return country && country->named;
}

/* "Der Norden feuerte Raketen ab": one of two countries in conflict, where the report names both; but no place ("im Norden", "der Norden Malis"). */
static bool earlier__is_side(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct entity_knowledge *const knowledge = finder->knowledge;
    const char *const code = nominal->role->codes[0];
    if (entity_preposition(finder, nominal->token) != 0 || tree_child(finder->document, nominal->token, RELATION_NMOD) != DOCUMENT_NONE)
        return false;
    for (size_t i = 0; i < knowledge->conflict_count; i++) {
        const char *const *const sides = knowledge->conflicts[i].sides;
        if ((strcmp(sides[0], code) == 0 || strcmp(sides[1], code) == 0) && earlier__is_named(finder, sides[0]) && earlier__is_named(finder, sides[1]))
            return true;
    }
    return false;
}

/* "Die Taliban nahmen Kabul ein … die Islamisten", "die Gruppe": the one armed body that the report has named by then; DOCUMENT_NONE: none, or several. */
static uint32_t earlier__fighters(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    uint32_t found = DOCUMENT_NONE;
    const enum sector sector = nominal->role->sector;
    const bool people = sector == SECTOR_REB && nominal->role->kind == ROLE_KIND_GROUP && nominal->plural && !nominal->role->is_mouth;
    const bool group = nominal->role->kind == ROLE_KIND_BODY && !nominal->plural &&
                       (sector == SECTOR_REB || sector == SECTOR_PRM || (sector == SECTOR_UNK && nominal->role->is_mouth));
    if (!people && !group)
        return DOCUMENT_NONE;
    for (uint32_t token = 0; token < nominal->token; token++) {
        const uint32_t mention = finder->name_mention[token];
        const struct entity *const entity = mention == DOCUMENT_NONE ? NULL : entity_at(finder, token);
        const bool fits = entity && (entity->sector == SECTOR_REB || (entity->sector == SECTOR_PRM && !people));      /* "die Rebellen" are no paid troops */
        if (!fits || !entity->code[0] || entity->kind != ENTITY_ORGANISATION)
            continue;
        if (found != DOCUMENT_NONE && found != document->mentions[mention].entities[0])
            return DOCUMENT_NONE;
        found = document->mentions[mention].entities[0];
    }
    return found;
}

uint32_t nominal_earlier(struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const struct remembered known = finder->role_entity[nominal->role - finder->knowledge->roles];
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    if (!nominal->definite || (nominal_is_task(nominal->role) && !entity_is_subject(document, nominal->token)))
        return DOCUMENT_NONE;        /* "an der Mission teilnehmen" */
    const uint32_t person = nominal_person(finder, nominal);
    if (person != DOCUMENT_NONE)
        return person;
    if (nominal->role->kind == ROLE_KIND_REGION && nominal->role->code_count == 1 && !earlier__is_side(finder, nominal))
        return DOCUMENT_NONE;
    if (nominal->role->anaphor == ANAPHOR_COUNTRY)
        return nominal->plural ? DOCUMENT_NONE : earlier__country(finder, nominal);
    if ((nominal->role->kind == ROLE_KIND_CITY || nominal->role->kind == ROLE_KIND_REGION) && !nominal->plural &&
        (nominal->role->kind == ROLE_KIND_REGION || !document->tokens[nominal->token].compound_head)) {
        const uint32_t place = earlier__place(finder, nominal->token, nominal->role->kind == ROLE_KIND_CITY ? PRECISION_CITY : PRECISION_REGION);
        if (place != DOCUMENT_NONE)
            return place;
    }
    const uint32_t body = earlier__body(finder, nominal);
    if (body != DOCUMENT_NONE)
        return body;
    const uint32_t craft = earlier__craft(finder, nominal);
    if (craft != DOCUMENT_NONE)
        return craft;
    const uint32_t armed = earlier__armed(finder, nominal);
    if (armed != DOCUMENT_NONE)
        return armed;
    const uint32_t fighters = earlier__fighters(finder, nominal);
    if (fighters != DOCUMENT_NONE)
        return fighters;
    const uint32_t court = earlier__court(finder, nominal);
    if (court != DOCUMENT_NONE)
        return court;
    const bool fresh = known.entity != DOCUMENT_NONE && sentence - known.sentence <= SENTENCES_REMEMBERED;
    return fresh && document->entities[known.entity].code[0] && !nominal->region ? known.entity : DOCUMENT_NONE;
}

uint32_t nominal_former(const struct entity_finder *finder, const struct nominal *nominal)
{
    const uint32_t sentence = finder->document->tokens[nominal->token].sentence;
    const bool fresh = finder->former.entity != DOCUMENT_NONE && sentence - finder->former.sentence <= SENTENCES_REMEMBERED;
    return fresh && nominal->former && nominal->definite && !nominal->plural && nominal->role->is_single ? finder->former.entity : DOCUMENT_NONE;
}
