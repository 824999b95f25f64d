/* entity/attack.c: whom a country that attacks cannot be. Whom an attack hits, and who tells of the victims, is of another country than
 * who attacked, where nothing else tells whose it is:
 *
 *     "Russische Truppen griffen ein Dorf an"                                      the village is not Russian
 *     "Bei einem israelischen Angriff wurden nach Angaben der Behörden …"          nor are the authorities Israeli
 *     "Iran griff an. Die Raketen seien abgefangen worden, teilte das Militär mit" nor is the military that answers Iranian
 *
 * Which verbs attack, suffer, offend and answer: senders.tsv; which countries are at war: conflicts.tsv. */
#include "entity/country.h"
#include "entity/entity.h"
#include "parse/tree.h"

#include <string.h>

bool country_is_in_conflict(const struct entity_finder *finder, const char *code)
{
    const struct entity_knowledge *const knowledge = finder->knowledge;
    const int32_t day = finder->document->report.published_day;
    for (size_t i = 0; day != DAY_NONE && i < knowledge->conflict_count; i++) {
        const struct known_conflict *const conflict = &knowledge->conflicts[i];
        if (conflict->kind == CONFLICT_WAR && conflict->from_day <= day && (conflict->to_day == DAY_NONE || day <= conflict->to_day) &&
            (strcmp(conflict->sides[0], code) == 0 || strcmp(conflict->sides[1], code) == 0))
            return true;
    }
    return false;
}

bool country_offends(const struct entity_finder *finder, uint32_t clause)
{
    return country_verb_is(finder, clause, VERB_OFFENDS) ||
           (country_verb_is(finder, clause, VERB_SUFFERS) && tree_object(finder->document, clause) != DOCUMENT_NONE);       /* "verletze das Völkerrecht" */
}

bool country_attacks(const struct entity_finder *finder, uint32_t clause)
{
    return country_verb_is(finder, clause, VERB_ATTACKS);
}

bool country_suffers(const struct entity_finder *finder, uint32_t clause)
{
    return country_verb_is(finder, clause, VERB_SUFFERS);
}

/* The country that the phrase aims at, "ein israelischer Angriff auf Damaskus"; "": none, "israelische Angaben"; "?": it is not known ("auf ein Lager"). */
static const char *attack__aimed_at(const struct entity_finder *finder, uint32_t phrase)
{
    const struct document *const document = finder->document;
    bool aims = false;
    for (uint32_t child = tree_first_child(document, phrase); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        if (document->tokens[child].relation != RELATION_NMOD || tree_preposition(document, child) == DOCUMENT_NONE)
            continue;
        const struct entity *const entity = entity_at(finder, child);
        aims = true;
        if (entity && (entity->code[0] || entity->place_country[0]))
            return entity->code[0] ? entity->code : entity->place_country;
    }
    return aims ? "?" : "";
}

void country_exclude_attackers(const struct entity_finder *finder, uint32_t clause, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    for (uint32_t phrase = tree_first_child(document, clause); phrase != DOCUMENT_NONE; phrase = tree_next_sibling(document, phrase)) {
        const char *const aim = document->tokens[phrase].relation == RELATION_OBL && !entity_role(finder, &document->tokens[phrase])
                                    ? attack__aimed_at(finder, phrase) : "";
        for (uint32_t child = tree_first_child(document, phrase); aim[0] && child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
            const struct entity *const entity = entity_at(finder, child);
            if (entity && strcmp(entity->code, aim) != 0 && entity_tells_whose(document, child))
                country_exclude_mention(finder, document->token_mention[child], limits);
        }
    }
    country_exclude_code(limits, finder->focus.attacker);
}

/* "15 davon seien zerstört worden": what became of arms. */
static bool attack__hits_arms(const struct document *document, uint32_t clause)
{
    const uint32_t subject = tree_child(document, clause, RELATION_NSUBJ_PASS), item = subject == DOCUMENT_NONE ? DOCUMENT_NONE : document->token_item[subject];
    return item != DOCUMENT_NONE && entity_is_arms(document->items[item].item_class);
}

/* "Die Raketen seien abgefangen worden, teilte das Militär mit": who tells of an answer is not who attacked. */
static bool attack__tells_answer(const struct entity_finder *finder, uint32_t clause)
{
    const struct document *const document = finder->document;
    for (uint32_t child = tree_first_child(document, clause); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (document->tokens[child].relation == RELATION_CCOMP && (country_verb_is(finder, child, VERB_ANSWERS) || attack__hits_arms(document, child)))
            return true;
    return false;
}

/* Is the noun what the verb of attack hits: its object, or where it goes ("auf ein Dorf", "in die Stadt")? */
static bool attack__is_aim(const struct entity_finder *finder, uint32_t noun, uint32_t clause)
{
    const struct document *const document = finder->document;
    while ((document->tokens[noun].relation == RELATION_APPOS || document->tokens[noun].relation == RELATION_FLAT) && tree_head(document, noun) != DOCUMENT_NONE)
        noun = tree_head(document, noun);
    const struct token *const word = &document->tokens[noun];
    const bool whither = word->relation == RELATION_OBL && tree_preposition(document, noun) != DOCUMENT_NONE && word->morphology.grammatical_case == CASE_ACC;
    return (word->relation == RELATION_OBJ || whither) && tree_head(document, noun) == clause && country_verb_is(finder, clause, VERB_ATTACKS);
}

/* A country, or its forces ("russische Truppen") where it is in conflict with another. */
static bool attack__attacks_abroad(const struct entity_finder *finder, uint32_t attacker)
{
    const struct entity *const entity = attacker == DOCUMENT_NONE ? NULL : entity_at(finder, attacker);
    const bool forces = entity && entity->sector == SECTOR_MIL && country_is_told(finder, attacker) && country_is_in_conflict(finder, entity->code);
    return country_is_state(entity) || forces;
}

void country_limit_place(const struct entity_finder *finder, uint32_t name, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    const uint32_t clause = tree_clause(document, name), attacker = tree_subject(document, clause);
    if (!attack__is_aim(finder, name, clause))
        return;
    if (attack__attacks_abroad(finder, attacker))
        country_exclude_mention(finder, document->token_mention[attacker], limits);
    for (uint32_t child = tree_first_child(document, attacker); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const struct entity *const country = entity_at(finder, child);
        if (country && entity_tells_whose(document, child) && country_is_in_conflict(finder, country->code))      /* "russische Truppen": nouns are read later */
            country_exclude_mention(finder, document->token_mention[child], limits);
    }
}

void country_limit_victims(const struct entity_finder *finder, uint32_t noun, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    const uint32_t clause = tree_clause(document, noun), attacker = tree_subject(document, clause);
    if (finder->focus.attacker[0] && attacker == noun) {
        const struct known_role *const role = entity_role(finder, &document->tokens[noun]);
        const bool forces = role && role->sector == SECTOR_MIL && country_verb_is(finder, clause, VERB_ANSWERS);       /* "die Flugabwehr fing sie ab" */
        if (forces || attack__tells_answer(finder, clause))
            country_exclude_code(limits, finder->focus.attacker);
    }
    const enum relation relation = document->tokens[noun].relation;
    if (attack__is_aim(finder, noun, clause) && attack__attacks_abroad(finder, attacker))
        country_exclude_mention(finder, document->token_mention[attacker], limits);
    if (!country_suffers(finder, clause) || tree_subject(document, clause) != noun ||
        (relation != RELATION_NSUBJ_PASS && tree_object(document, clause) != DOCUMENT_NONE))
        return;
    country_exclude_attackers(finder, clause, limits);
}

void country_limit_teller(const struct entity_finder *finder, uint32_t noun, enum sector sector, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    const enum relation relation = document->tokens[noun].relation;
    const uint32_t clause = tree_clause(document, noun);
    const bool beside = relation == RELATION_NMOD || relation == RELATION_OBL;
    if (sector == SECTOR_MIL || !beside || (relation == RELATION_NMOD && tree_preposition(document, noun) != DOCUMENT_NONE))
        return;
    const uint32_t attacker = tree_subject(document, clause);
    if (country_suffers(finder, clause))
        country_exclude_attackers(finder, clause, limits);
    else if (attacker != DOCUMENT_NONE && country_attacks(finder, clause) && document->tokens[attacker].relation == RELATION_NSUBJ &&
             !tree_is_inside(document, noun, attacker))
        country_exclude_mention(finder, document->token_mention[attacker], limits);
}
