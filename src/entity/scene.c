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

const char *country_of_scene(const struct entity_finder *finder, uint32_t noun, const struct known_role *role)
{
    const struct document *const document = finder->document;
    const enum relation relation = document->tokens[noun].relation;
    const uint32_t clause = tree_clause(document, noun);
    const char *code = "";
    if (clause == DOCUMENT_NONE || tree_head(document, noun) != clause ||
        (relation != RELATION_NSUBJ && relation != RELATION_NSUBJ_PASS && relation != RELATION_OBJ))
        return "";
    for (uint32_t place = tree_first_child(document, clause); place != DOCUMENT_NONE; place = tree_next_sibling(document, place)) {
        const struct entity *const entity = document->tokens[place].relation == RELATION_OBL ? entity_at(finder, place) : NULL;
        if (!entity || !country_is_scene(finder, place) || (entity->kind != ENTITY_PLACE && entity->kind != ENTITY_COUNTRY) || !entity->code[0] ||
            document->mentions[document->token_mention[place]].kind != MENTION_NAME || !focus_is_country(entity->code) ||
            (entity->kind == ENTITY_PLACE && entity->sector != SECTOR_GOV && !scene__is_named_else(document, entity)))      /* a town of that name elsewhere */
            continue;
        if ((code[0] && strcmp(code, entity->code) != 0) || !scene__is_local(role, entity->kind == ENTITY_COUNTRY || entity->sector == SECTOR_GOV,
                                                                                       document->tokens[noun].morphology.number == NUMBER_PLUR))
            return "";
        code = entity->code;
    }
    return code;
}
