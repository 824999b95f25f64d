/* entity/teller.c: whose a body or an office is that tells what its own side does. A report says "das Verteidigungsministerium" of the ministry
 * of whoever acts in the clause, or has just spoken, however often it named another one before:
 *
 *     "Washington liefert Kiew nach Angaben des Verteidigungsministeriums Munition"      ->  USA, by the subject before the phrase
 *     "Thailands Regierung nimmt sie auf, wie der Ministerpräsident sagte"                ->  THA, by the subject of the clause that is told so
 *     "London wies das zurück. Es habe keine Schüsse gegeben, erklärte das Ministerium"   ->  GBR, by the seat that spoke in the sentence before
 *     "Israelische Soldaten schossen; ein Armeesprecher sagte, …"                         ->  ISR, by the forces of the clause before
 *     "Aus Moskau verlautete, …; das Außenministerium sprach von …"                       ->  RUS, by the seat that spoke in the same sentence
 * Of attacks those tell who suffer them, too; of these nothing is said here. */
#include "entity/country.h"
#include "parse/tree.h"

#include <string.h>

/* The noun that the phrase begins at, of which it is a part: "nach Angaben eines Sprechers des Ministeriums" -> "Angaben". */
static uint32_t teller__top(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    while (document->tokens[noun].relation == RELATION_NMOD && tree_head(document, noun) != DOCUMENT_NONE &&
           (tree_preposition(document, noun) == DOCUMENT_NONE || (entity_preposition(finder, noun) & PREPOSITION_IS_OWNER)))
        noun = tree_head(document, noun);
    return noun;
}

static bool teller__is_state(const struct entity *entity)
{
    const bool acts = entity->kind == ENTITY_COUNTRY || entity->sector == SECTOR_GOV || entity->sector == SECTOR_MIL;
    return acts && entity->code[0] && focus_is_country(entity->code);
}

static bool teller__is_seat(const struct entity *entity)
{
    return entity->kind == ENTITY_PLACE && entity->sector == SECTOR_GOV && entity->code[0];
}

/* Who acts in the clause that a source is named beside, before the token. */
static const char *teller__of_subject(const struct entity_finder *finder, uint32_t clause, uint32_t token)
{
    const struct document *const document = finder->document;
    const uint32_t subject = clause == DOCUMENT_NONE ? DOCUMENT_NONE : tree_subject(document, clause);
    const struct entity *const entity = subject == DOCUMENT_NONE || subject > token ? NULL : entity_at(finder, subject);
    return entity && teller__is_state(entity) && document->tokens[subject].relation == RELATION_NSUBJ && !country_suffers(finder, clause) &&
                   !country_attacks(finder, clause)
               ? entity->code : "";
}

/* "…, wie der Ministerpräsident sagte": the clause that is told so, DOCUMENT_NONE: the clause tells nothing so. */
static uint32_t teller__told_clause(const struct entity_finder *finder, uint32_t clause)
{
    const struct document *const document = finder->document;
    const uint32_t mark = clause != DOCUMENT_NONE && document->tokens[clause].relation == RELATION_ADVCL ? tree_mark(document, clause) : DOCUMENT_NONE;
    const char *const word = mark == DOCUMENT_NONE ? NULL : document->tokens[mark].lemma;
    const struct string_map_hit hit = word ? string_map_find(finder->knowledge->prepositions, word, strlen(word)) : (struct string_map_hit){0};
    return hit.found && (hit.value & PREPOSITION_IS_TELLER) ? tree_head(document, clause) : DOCUMENT_NONE;
}

/* Whose forces act in a clause of the same sentence before the noun's: "Israelische Soldaten erschossen …; ein Armeesprecher sagte, …". */
static const char *teller__of_forces(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    const uint32_t clause = tree_clause(document, noun), first = document->sentences[document->tokens[noun].sentence].tokens.first;
    for (uint32_t token = noun; token-- > first;) {
        const struct entity *const entity = document->tokens[token].relation == RELATION_NSUBJ ? entity_at(finder, token) : NULL;
        if (entity && entity->sector == SECTOR_MIL && teller__is_state(entity) && tree_clause(document, token) != clause)
            return entity->code;
    }
    return "";
}

/* The seat that spoke in a clause of the same sentence before the noun's: "Aus Moskau verlautete, …; das Ministerium sprach von …". */
static const char *teller__of_seat(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    const uint32_t clause = tree_clause(document, noun), first = document->sentences[document->tokens[noun].sentence].tokens.first;
    for (uint32_t token = noun; token-- > first;) {
        const struct entity *const entity = entity_at(finder, token);
        if (!entity || !teller__is_seat(entity) || tree_clause(document, token) == clause)
            continue;
        if (document->tokens[token].relation == RELATION_NSUBJ || (entity_preposition(finder, token) & PREPOSITION_IS_ORIGIN))
            return entity->code;
    }
    return finder->focus.subject_is_seat && focus_is_country(finder->focus.subject) ? finder->focus.subject : "";
}

const char *country_of_teller(const struct entity_finder *finder, uint32_t noun, const struct known_role *role)
{
    const struct document *const document = finder->document;
    const bool speaks = (role->sector == SECTOR_GOV || role->sector == SECTOR_MIL) && (role->kind == ROLE_KIND_BODY || role->kind == ROLE_KIND_OFFICE || (role->kind == ROLE_KIND_GROUP && role->sector == SECTOR_MIL));
    if (!speaks || role->bare != BARE_POWER || role->anaphor != ANAPHOR_NONE)
        return "";
    const uint32_t top = teller__top(finder, noun), clause = tree_clause(document, top);
    if (document->tokens[top].relation == RELATION_OBL && (entity_preposition(finder, top) & PREPOSITION_IS_TELLER))
        return teller__of_subject(finder, clause, top);
    const uint32_t told = teller__told_clause(finder, clause);
    if (told != DOCUMENT_NONE)
        return teller__of_subject(finder, told, top);
    const bool subject = clause != DOCUMENT_NONE && tree_subject(document, clause) == top && document->tokens[top].relation == RELATION_NSUBJ;
    return !subject ? "" : role->sector == SECTOR_GOV ? teller__of_seat(finder, noun) : role->kind != ROLE_KIND_BODY ? teller__of_forces(finder, noun) : "";
}
