/* entity/scene.c: whose local people and bodies are where their own clause tells the place, whatever the report spoke of before:
 *
 *     "In Kairo stürmten Demonstranten das Ministerium. In Rom griff die Polizei ein."      ->  EGY EGY, ITA
 *
 * Police, courts and civilians are of the place; parties and bodies of the state only of a seat of government, for delegations and forces act
 * elsewhere too ("In Genf verhandelt die Regierung"). Where the clause tells two countries, or moves somebody ("in die Türkei"), nothing is told. */
#include "entity/country.h"
#include "parse/tree.h"

#include <string.h>

static bool scene__is_local(const struct known_role *role, bool seat, bool plural)
{
    if (role->is_mouth || role->is_person || role->is_people || role->anaphor != ANAPHOR_NONE || role->bare == BARE_CODES || role->bare == BARE_FREE ||
        role->bare == BARE_ABROAD)
        return false;
    switch (role->sector) {
    case SECTOR_COP: case SECTOR_JUD: case SECTOR_CVL: case SECTOR_LAB: case SECTOR_EDU: case SECTOR_MED: case SECTOR_REL: case SECTOR_SOC:
        return role->kind == ROLE_KIND_GROUP || role->kind == ROLE_KIND_BODY;
    case SECTOR_GOV: case SECTOR_LEG: case SECTOR_OPP: case SECTOR_PTY:
        return seat && role->kind == ROLE_KIND_BODY && !plural;
    default:
        return false;
    }
}

/* Whether the report names the place's country in other words, too. */
static bool scene__is_named_else(const struct document *document, const struct entity *place)
{
    for (size_t i = 0; i < document->mention_count; i++) {
        const struct entity *const other = document->mentions[i].entity_count ? &document->entities[document->mentions[i].entities[0]] : NULL;
        if (other && other != place && document->mentions[i].kind != MENTION_NOMINAL && strcmp(other->code, place->code) == 0)
            return true;
    }
    return false;
}

/* A place of the clause by its name, or a town that a noun describes: "in Rom", "in der libyschen Hauptstadt". */
static bool scene__is_place(const struct entity_finder *finder, uint32_t token)
{
    const struct document *const document = finder->document;
    const struct entity *const entity = entity_at(finder, token);
    if (!entity || !country_is_scene(finder, token) || (entity->kind != ENTITY_PLACE && entity->kind != ENTITY_COUNTRY) || !entity->code[0] ||
        !focus_is_country(entity->code))
        return false;
    const enum mention_kind kind = document->mentions[document->token_mention[token]].kind;
    if (kind != MENTION_NAME && (kind != MENTION_NOMINAL || entity->kind != ENTITY_PLACE || entity->precision != PRECISION_CITY))
        return false;
    return entity->kind == ENTITY_COUNTRY || entity->sector == SECTOR_GOV || kind == MENTION_NOMINAL || scene__is_named_else(document, entity);
}

/* "Bei einem Anschlag in Aleppo wurden nach Angaben der Behörden … getötet": those who tell of those who suffered. */
static bool scene__tells_of_victims(const struct entity_finder *finder, uint32_t noun, uint32_t clause, const struct known_role *role)
{
    const struct document *const document = finder->document;
    const uint32_t phrase = document->tokens[noun].relation == RELATION_NMOD ? tree_head(document, noun) : noun;
    return role->sector != SECTOR_OPP && role->sector != SECTOR_PTY && tree_head(document, phrase) == clause && document->tokens[phrase].relation == RELATION_OBL &&
           (entity_preposition(finder, phrase) & PREPOSITION_IS_TELLER) && country_suffers(finder, clause);
}

const char *country_of_scene(const struct entity_finder *finder, uint32_t noun, const struct known_role *role)
{
    const struct document *const document = finder->document;
    const enum relation relation = document->tokens[noun].relation;
    const uint32_t clause = tree_clause(document, noun);
    const bool acts = clause != DOCUMENT_NONE && tree_head(document, noun) == clause &&
                      (relation == RELATION_NSUBJ || relation == RELATION_NSUBJ_PASS || relation == RELATION_OBJ);
    const bool tells = !acts && clause != DOCUMENT_NONE && scene__tells_of_victims(finder, noun, clause, role);
    const bool plural = document->tokens[noun].morphology.number == NUMBER_PLUR;
    const char *code = "";
    if ((!acts && !tells) || !scene__is_local(role, true, plural))
        return "";
    const struct token_range below = tree_subtree(document, clause);
    for (uint32_t token = below.first; token < below.first + below.count; token++) {
        const bool own = tells ? tree_clause(document, token) == clause : tree_head(document, token) == clause && document->tokens[token].relation == RELATION_OBL;
        if (!own || !scene__is_place(finder, token))
            continue;
        const struct entity *const place = entity_at(finder, token);
        const bool seat = tells || place->kind == ENTITY_COUNTRY || place->sector == SECTOR_GOV;
        if ((code[0] && strcmp(code, place->code) != 0) || !scene__is_local(role, seat, plural))
            return "";
        code = place->code;
    }
    return code;
}
