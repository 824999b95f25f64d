/* entity/teller.c: whose a body or an office is that tells what its own side does. A report says "das Verteidigungsministerium" of the ministry
 * of whoever acts in the clause, or has just spoken, however often it named another one before:
 *
 *     "Washington liefert Kiew nach Angaben des Verteidigungsministeriums Munition"      ->  USA, by the subject before the phrase
 *     "Thailands Regierung nimmt sie auf, wie der Ministerpräsident sagte"                ->  THA, by the subject of the clause that is told so
 *     "London wies das zurück. Es habe keine Schüsse gegeben, erklärte das Ministerium"   ->  GBR, by the seat that spoke in the sentence before
 *     "Israelische Soldaten schossen; ein Armeesprecher sagte, …"                         ->  ISR, by the forces of the clause before
 *     "Aus Moskau verlautete, …; das Außenministerium sprach von …"                       ->  RUS, by the seat that spoke in the same sentence
 *     "sagte ein Militärsprecher in Teheran"                                              ->  IRN
 *     "Washington missbrauche das Recht, sagte ein Sprecher des Ministeriums"             ->  not USA: of whom one speaks ill is another
 * Of attacks those tell who suffer them, too; of these nothing is said here. */
#include "entity/country.h"
#include "lexicon/lexicon.h"
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
        if (entity && entity->sector == SECTOR_MIL && teller__is_state(entity) && !tree_is_inside(document, token, clause))
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
        if (!entity || !teller__is_seat(entity) || tree_is_inside(document, token, clause))
            continue;                /* its own clause, and what it says */
        if (document->tokens[token].relation == RELATION_NSUBJ || (entity_preposition(finder, token) & PREPOSITION_IS_ORIGIN))
            return entity->code;
    }
    return finder->focus.subject_is_government && focus_is_country(finder->focus.subject) ? finder->focus.subject : "";
}

/* "sagte ein Militärsprecher in Teheran": the seat right behind the noun, which the tree may hang on the verb. */
static const char *teller__in_seat(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    const uint32_t place = noun + 2;
    if (place >= document->token_count || document->tokens[place].sentence != document->tokens[noun].sentence || document->tokens[noun + 1].upos != UPOS_ADP)
        return "";
    const struct entity *const entity = finder->name_mention[place] == DOCUMENT_NONE ? NULL : entity_at(finder, place);
    return entity && teller__is_seat(entity) && (entity_preposition(finder, place) & PREPOSITION_IS_PLACE) ? entity->code : "";
}

const char *country_of_teller(const struct entity_finder *finder, uint32_t noun, const struct known_role *role)
{
    const struct document *const document = finder->document;
    const bool people = role->kind == ROLE_KIND_BODY || role->kind == ROLE_KIND_OFFICE || role->kind == ROLE_KIND_GROUP;
    const bool of_state = role->sector == SECTOR_GOV || role->sector == SECTOR_MIL || role->sector == SECTOR_COP || role->sector == SECTOR_SPY;
    const char *const seat = people && of_state && role->bare == BARE_POWER && role->anaphor == ANAPHOR_NONE ? teller__in_seat(finder, noun) : "";
    if (seat[0] && focus_is_country(seat))
        return seat;
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

/* "Man habe einen israelischen Tanker beschossen, sagte ein General": to whom the speaker's own side does something is another. */
static void teller__exclude_others(const struct entity_finder *finder, uint32_t content, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    const uint32_t subject = tree_subject(document, content);
    if (subject == DOCUMENT_NONE || document->tokens[subject].upos != UPOS_PRON || document->tokens[subject].relation != RELATION_NSUBJ ||
        entity_pronoun(finder, &document->tokens[subject]) || lexicon_has_flag(&document->tokens[subject], ANALYSIS_DEMONSTRATIVE))
        return;                      /* "er", "das": whoever that is */
    for (uint32_t child = tree_first_child(document, content); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const enum relation relation = document->tokens[child].relation;
        const bool other = relation == RELATION_OBJ || relation == RELATION_IOBJ ||
                           (relation == RELATION_OBL && !(entity_preposition(finder, child) & (PREPOSITION_IS_PLACE | PREPOSITION_IS_TELLER)));
        const struct entity *const entity = other ? entity_at(finder, child) : NULL;
        if (other && (country_is_told(finder, child) || (entity && entity->code[0] && finder->name_mention[child] != DOCUMENT_NONE)))
            country_exclude_phrase(finder, child, limits);
    }
}

void country_limit_speaker(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    const bool office = role->kind == ROLE_KIND_BODY || role->kind == ROLE_KIND_OFFICE || role->kind == ROLE_KIND_GROUP;
    const uint32_t top = teller__top(finder, noun), clause = tree_clause(document, top);
    if (!office || (role->sector != SECTOR_GOV && role->sector != SECTOR_MIL) || role->anaphor != ANAPHOR_NONE || clause == DOCUMENT_NONE ||
        tree_subject(document, clause) != top || document->tokens[top].relation != RELATION_NSUBJ)
        return;
    for (uint32_t child = tree_first_child(document, clause); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const bool done = (document->tokens[child].relation == RELATION_OBJ || document->tokens[child].relation == RELATION_IOBJ ||
                           document->tokens[child].relation == RELATION_OBL) && tree_preposition(document, child) == DOCUMENT_NONE;
        if (done && entity_at(finder, child) && teller__is_state(entity_at(finder, child)))
            country_exclude_phrase(finder, child, limits);       /* "Das Außenministerium warf Abu Dhabi vor" */
    }
    for (uint32_t child = tree_first_child(document, clause); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        if (document->tokens[child].relation == RELATION_CCOMP && role->sector != SECTOR_MIL && country_suffers(finder, child) &&
            tree_object(document, child) == DOCUMENT_NONE)
            country_exclude_attackers(finder, child, limits);       /* "Dabei seien Menschen getötet worden, sagte ein Sprecher" */
        if (document->tokens[child].relation == RELATION_CCOMP)
            teller__exclude_others(finder, child, limits);
        const bool ill = document->tokens[child].relation == RELATION_CCOMP &&
                         (country_offends(finder, child) || (role->sector != SECTOR_MIL && country_attacks(finder, child)));
        const uint32_t subject = ill ? tree_subject(document, child) : DOCUMENT_NONE;
        if (subject != DOCUMENT_NONE && document->tokens[subject].relation == RELATION_NSUBJ && country_is_told(finder, subject))
            country_exclude_phrase(finder, subject, limits);       /* "Washington missbrauche das Recht, sagte ein Sprecher" */
    }
}
