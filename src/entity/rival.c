/* entity/rival.c: whose an opposition or a party is that is told only by what it is: that of the person whom its clause speaks of, for parties
 * quarrel at home:
 *
 *     "Die Opposition verlangte Orbáns Rücktritt", "Die Oppositionspartei warf Erdogan Betrug vor", "Die Konservativen kritisierten Sánchez"
 *
 * Where the clause speaks of persons of two countries nothing is told. */
#include "entity/country.h"
#include "parse/tree.h"

#include <string.h>

static bool rival__is_of_politics(const struct entity *entity)
{
    const enum sector sector = entity->sector;
    return (entity->kind == ENTITY_PERSON || entity->kind == ENTITY_OFFICE) && entity->code[0] && focus_is_country(entity->code) &&
           (sector == SECTOR_GOV || sector == SECTOR_LEG || sector == SECTOR_PTY || sector == SECTOR_ELI);
}

/* An object of the clause or a person in its phrase: "Orbáns Rücktritt", "den Rücktritt von Orbán". */
static bool rival__is_spoken_of(const struct document *document, uint32_t clause, uint32_t token)
{
    uint32_t phrase = token;
    while (document->tokens[phrase].relation == RELATION_NMOD || document->tokens[phrase].relation == RELATION_APPOS)
        phrase = tree_head(document, phrase);
    const enum relation relation = document->tokens[phrase].relation;
    return tree_head(document, phrase) == clause && (relation == RELATION_OBJ || relation == RELATION_IOBJ || relation == RELATION_OBL);
}

const char *country_of_rival(const struct entity_finder *finder, uint32_t noun, const struct known_role *role)
{
    const struct document *const document = finder->document;
    const uint32_t clause = tree_clause(document, noun);
    const bool politics = (role->sector == SECTOR_OPP || role->sector == SECTOR_PTY) && role->bare == BARE_POWER && role->anaphor == ANAPHOR_NONE;
    if (!politics || clause == DOCUMENT_NONE || tree_subject(document, clause) != noun)
        return "";
    const char *code = "";
    const struct token_range tokens = document->sentences[document->tokens[noun].sentence].tokens;
    for (uint32_t token = tokens.first; token < tokens.first + tokens.count; token++) {
        const struct entity *const entity = token == noun ? NULL : entity_at(finder, token);
        if (!entity || !rival__is_of_politics(entity) || !rival__is_spoken_of(document, clause, token))
            continue;
        if (code[0] && strcmp(code, entity->code) != 0)
            return "";
        code = entity->code;
    }
    return code;
}
