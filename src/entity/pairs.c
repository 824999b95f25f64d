/* entity/pairs.c: who "beide", "beide Seiten" and "die Präsidenten" are.
 *
 * Two who were named together ("Paris und Rom", "zwischen Armenien und Aserbaidschan"), else the last two before the word that can be called so;
 * of the sides of a conflict those that are at war that day, or that the report tells most of. */
#include "entity/finder.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <string.h>

enum { SENTENCES_BACK_PAIR = 6, SENTENCES_BACK_JOINED = 12, DAYS_AFTER_CONFLICT = 60 };

/* What "beide" can stand for: two bodies of a sector, two people, two countries. */
struct pair_kind {
    bool people, body, bare, sides;
    enum sector sector;
    const struct known_role *role;   /* of the noun, NULL: "beide" alone */
};

static bool pair__has_code(const struct known_role *role, const char *code)
{
    for (size_t i = 0; i < role->code_count; i++)
        if (strcmp(role->codes[i], code) == 0)
            return true;
    return false;
}

static bool pair__fits_pair(const struct pair_kind *kind, const struct entity *entity)
{
    if (kind->role && kind->role->bare == BARE_CODES && entity->kind == ENTITY_COUNTRY && !pair__has_code(kind->role, entity->code))
        return false;            /* "beide Vetomächte" */
    if (kind->sides)
        return entity->code[0] && (entity->kind == ENTITY_COUNTRY || entity->kind == ENTITY_ORGANISATION || entity->kind == ENTITY_GROUP ||
                                   (entity->kind == ENTITY_PLACE && entity->sector == SECTOR_GOV)) &&
               entity->sector != SECTOR_CVL && entity->sector != SECTOR_JRN;
    if (kind->body)              /* "beide Organisationen" are any two */
        return entity->kind == ENTITY_ORGANISATION && (kind->role->anaphor == ANAPHOR_BODY ? entity->sector != SECTOR_JRN && entity->sector != SECTOR_BUS
                                                                                          : entity->sector == kind->sector);
    const bool seat = !kind->bare && entity->kind == ENTITY_PLACE && entity->sector == SECTOR_GOV;       /* "Washington und Seoul … Beide Länder" */
    return kind->people ? entity->kind == ENTITY_PERSON
                        : entity->kind == ENTITY_COUNTRY || seat || (kind->bare && entity->kind == ENTITY_PERSON);
}

/* The entity of that kind that the word alone means, or DOCUMENT_NONE; adjectives and parts of words: "russische", "US-Truppen". */
static uint32_t pair__one_of_pair(const struct entity_finder *finder, uint32_t token, const struct pair_kind *kind, bool adjectives)
{
    const struct document *const document = finder->document;
    const uint32_t index = document->token_mention[token];
    const struct mention *const mention = index == DOCUMENT_NONE ? NULL : &document->mentions[index];
    if (!mention || mention->entity_count != 1 || (!adjectives && mention->kind == MENTION_ADJECTIVE))
        return DOCUMENT_NONE;
    const struct entity *const entity = &document->entities[mention->entities[0]];
    if (!kind->sides && entity->kind == ENTITY_PLACE && tree_preposition(document, token) != DOCUMENT_NONE)
        return DOCUMENT_NONE;    /* "in Moskau", "nach Kiew": there */
    return pair__fits_pair(kind, entity) ? mention->entities[0] : DOCUMENT_NONE;
}

/* "Washington mahnte beide Seiten": the subject of the clause is none of them. */
static const char *pair__code_of_subject(const struct document *document, uint32_t token)
{
    const uint32_t subject = tree_subject(document, tree_clause(document, token));
    const uint32_t mention = subject == DOCUMENT_NONE || subject == token ? DOCUMENT_NONE : document->token_mention[subject];
    return mention == DOCUMENT_NONE || !document->mentions[mention].entity_count ? "" : document->entities[document->mentions[mention].entities[0]].code;
}

/* "Die UN und die USA mahnten beide Staaten": nor is anybody joined to it. */
static bool pair__is_subject(const struct document *document, uint32_t token, uint32_t before)
{
    const uint32_t subject = tree_subject(document, tree_clause(document, token));
    return subject != DOCUMENT_NONE && subject != token && tree_is_inside(document, before, subject);
}

/* Two people, or two states, of which one may be named by its seat. */
static bool pair__are_two(const struct entity *a, const struct entity *b)
{
    const bool states = a->kind != ENTITY_PERSON && b->kind != ENTITY_PERSON;
    return a != b && (states ? a->kind == b->kind || strcmp(a->code, b->code) != 0 : a->kind == b->kind);
}

/* The last two before token in sentences from first on. */
static size_t pair__last_two(const struct entity_finder *finder, uint32_t token, uint32_t first, const struct pair_kind *kind, bool adjectives, uint32_t pair[2])
{
    const struct document *const document = finder->document;
    const char *const subject = pair__code_of_subject(document, token);
    size_t found = 0;
    for (uint32_t before = token; found < 2 && before-- > 0 && document->tokens[before].sentence >= first;) {
        const uint32_t entity = pair__one_of_pair(finder, before, kind, adjectives);
        if (entity != DOCUMENT_NONE && !pair__is_subject(document, token, before) && (!subject[0] || strcmp(document->entities[entity].code, subject) != 0) && (found == 0 || pair__are_two(&document->entities[pair[0]], &document->entities[entity])))
            pair[found++] = entity;
    }
    return found;
}

/* "Deutschland und Frankreich verurteilten das Urteil": who do the same to another are no two sides; "lieferten sich Gefechte" are. */
static bool pair__act_together(const struct document *document, uint32_t head)
{
    const uint32_t verb = entity_is_subject(document, head) ? tree_head(document, head) : DOCUMENT_NONE;
    bool object = false;
    for (uint32_t child = tree_first_child(document, verb); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const struct token *const word = &document->tokens[child];
        if (word->upos == UPOS_PRON && lexicon_has_flag(word, ANALYSIS_REFLEXIVE))
            return false;
        object = object || (word->relation == RELATION_OBJ && word->upos == UPOS_NOUN);
    }
    return object;
}

/* "Politiker und Aktivisten", "Ministerium und Atombehörde" of one country are no two sides; "Armee und Miliz" are. */
static bool pair__may_fight(const struct entity *a, const struct entity *b)
{
    static const uint32_t fighters = 1U << SECTOR_GOV | 1U << SECTOR_MIL | 1U << SECTOR_COP | 1U << SECTOR_REB | 1U << SECTOR_PRM | 1U << SECTOR_UAF |
                                     1U << SECTOR_OPP | 1U << SECTOR_CRM;
    return strcmp(a->code, b->code) != 0 || (a->sector != b->sector && (fighters & 1U << a->sector) && (fighters & 1U << b->sector)) ||
           ((a->sector == SECTOR_REB || a->sector == SECTOR_PRM) && a->sector == b->sector);
}

static bool pair__are_more(const struct document *document, uint32_t head)
{
    const uint32_t second = tree_next_conjunct(document, head);
    return second != DOCUMENT_NONE && tree_next_conjunct(document, second) != DOCUMENT_NONE;
}

/* Who can be a country's side before token: itself, else who was named last of it ("die Hamas"); DOCUMENT_NONE: nobody. */
static uint32_t pair__side_of(const struct entity_finder *finder, uint32_t token, const char *code, const struct pair_kind *kind)
{
    const struct document *const document = finder->document;
    const struct string_map_hit hit = string_map_find(finder->knowledge->countries, code, strlen(code));
    if (hit.found && finder->known_entity[hit.value] != DOCUMENT_NONE)
        return finder->known_entity[hit.value];
    for (uint32_t before = token; before-- > 0;) {
        const uint32_t entity = pair__one_of_pair(finder, before, kind, false);
        if (entity != DOCUMENT_NONE && strcmp(document->entities[entity].code, code) == 0)
            return entity;
    }
    return DOCUMENT_NONE;
}

/* The two countries that the whole report names far more than any third: a war's sides. */
static bool pair__most_named(const struct entity_finder *finder, uint32_t token, const struct pair_kind *kind, uint32_t pair[2])
{
    static const float LEAD = 1.25F;
    const struct focus_country *first = NULL, *second = NULL, *third = NULL;
    const char *const subject = pair__code_of_subject(finder->document, token);
    for (size_t i = 0; i < finder->focus.count; i++) {
        const struct focus_country *const country = &finder->focus.countries[i];
        if (!focus_is_country(country->code) || strcmp(country->code, subject) == 0)
            continue;
        if (!first || country->prior.power > first->prior.power) {
            third = second;
            second = first;
            first = country;
        } else if (!second || country->prior.power > second->prior.power) {
            third = second;
            second = country;
        } else if (!third || country->prior.power > third->prior.power) {
            third = country;
        }
    }
    if (second && third && second->prior.power < LEAD * third->prior.power)
        return false;
    const struct focus_country *const both[] = {second, first};
    for (size_t i = 0; i < 2; i++)
        pair[i] = both[i] ? pair__side_of(finder, token, both[i]->code, kind) : DOCUMENT_NONE;
    return pair[0] != DOCUMENT_NONE && pair[1] != DOCUMENT_NONE;
}

static float pair__power(const struct entity_finder *finder, const char *code)
{
    const struct focus_country *const country = focus_told_country(finder, code);
    return country ? country->prior.power : 0;
}

static float pair__most_power(const struct entity_finder *finder)
{
    float most = 0;
    for (size_t i = 0; i < finder->focus.count; i++)
        if (focus_is_country(finder->focus.countries[i].code) && finder->focus.countries[i].prior.power > most)
            most = finder->focus.countries[i].prior.power;
    return most;
}

/* The two of a conflict that went on that day or had ended of late, if the report speaks of both; of several such pairs one at war, and the one whose lesser side it tells more of. */
static bool pair__in_conflict(const struct entity_finder *finder, uint32_t token, const struct pair_kind *kind, uint32_t pair[2])
{
    const struct entity_knowledge *const knowledge = finder->knowledge;
    const char *const subject = pair__code_of_subject(finder->document, token);
    const int32_t day = finder->document->report.published_day;
    static const float LEAST_SHARE = 0.3F;
    const struct known_conflict *found = NULL;
    const float least = LEAST_SHARE * pair__most_power(finder);
    float most = 0;
    for (size_t i = 0; day != DAY_NONE && i < knowledge->conflict_count; i++) {
        const struct known_conflict *const conflict = &knowledge->conflicts[i];
        if (day < conflict->from_day || (conflict->to_day != DAY_NONE && day > conflict->to_day + DAYS_AFTER_CONFLICT) || strcmp(conflict->sides[0], subject) == 0 ||
            strcmp(conflict->sides[1], subject) == 0)
            continue;
        const float one = pair__power(finder, conflict->sides[0]), other = pair__power(finder, conflict->sides[1]), less = one < other ? one : other;
        const bool worse = found && (found->kind == CONFLICT_DISPUTE) != (conflict->kind == CONFLICT_DISPUTE) ? found->kind == CONFLICT_DISPUTE : less > most;
        if (less > least && (!found || worse)) {
            most = less;
            found = conflict;
        }
    }
    for (size_t i = 0; found && i < 2; i++)
        pair[i] = pair__side_of(finder, token, found->sides[1 - i], kind);
    return found && pair[0] != DOCUMENT_NONE && pair[1] != DOCUMENT_NONE;
}

/* "warf Schweden und Dänemark vor" in a report on two others: it tells of a conflict, or clearly of a pair, of which one of the joined is no part. */
static bool pair__is_beside(const struct entity_finder *finder, uint32_t token, const struct pair_kind *kind, const uint32_t joined[2])
{
    const struct entity *const entities = finder->document->entities;
    uint32_t most[2];
    if (strcmp(entities[joined[0]].code, entities[joined[1]].code) == 0 ||
        !(pair__in_conflict(finder, token, kind, most) || pair__most_named(finder, token, kind, most)))
        return false;
    for (size_t i = 0; i < 2; i++)
        if (strcmp(entities[joined[i]].code, entities[most[0]].code) != 0 && strcmp(entities[joined[i]].code, entities[most[1]].code) != 0)
            return true;
    return false;
}

/* Two that were named together: "zwischen Aserbaidschan und Armenien". */
static bool pair__joined_two(const struct entity_finder *finder, uint32_t token, uint32_t first, const struct pair_kind *kind, uint32_t pair[2])
{
    const struct document *const document = finder->document;
    for (uint32_t before = token; before-- > 0 && document->tokens[before].sentence >= first;) {
        const uint32_t head = tree_first_conjunct(document, before), later = pair__one_of_pair(finder, before, kind, false);
        const uint32_t earlier = head == before ? DOCUMENT_NONE : pair__one_of_pair(finder, head, kind, false);
        if (later == DOCUMENT_NONE || earlier == DOCUMENT_NONE || later == earlier || pair__is_subject(document, token, before))
            continue;
        if (kind->sides && (pair__act_together(document, head) || pair__are_more(document, head) ||
                            !pair__may_fight(&document->entities[earlier], &document->entities[later])))
            continue;
        pair[0] = later;
        pair[1] = earlier;
        if (!kind->sides || entity_is_subject(document, head) || !pair__is_beside(finder, token, kind, pair))
            return true;
    }
    return false;
}

/* "beide Seiten": who was told together, else who are at war, else the countries that the report tells most of. */
static bool pair__sides(const struct entity_finder *finder, uint32_t token, uint32_t first, const struct pair_kind *kind, uint32_t pair[2])
{
    const struct document *const document = finder->document;
    const uint32_t preposition = tree_preposition(document, token);
    const bool there = preposition != DOCUMENT_NONE && (entity_preposition(finder, token) & PREPOSITION_IS_PLACE);       /* "auf beiden Seiten der Grenze" */
    return !there && (pair__joined_two(finder, token, first, kind, pair) || pair__in_conflict(finder, token, kind, pair) ||
                      pair__most_named(finder, token, kind, pair));
}

/* Are several people the subject of a sentence from first on, before token? */
static bool pair__last_subject_is_group(const struct entity_finder *finder, uint32_t token, uint32_t first)
{
    const struct document *const document = finder->document;
    for (uint32_t before = token; before-- > 0 && document->tokens[before].sentence >= first;) {
        const uint32_t mention = document->token_mention[before];
        if (mention != DOCUMENT_NONE && entity_is_subject(document, before) && document->mentions[mention].kind == MENTION_NOMINAL &&
            document->mentions[mention].entity_count == 1 && document->tokens[before].morphology.number == NUMBER_PLUR)
            return true;
    }
    return false;
}

/* "beide Staatschefs" of whom nobody is named: those of the two states that were named together, else last. */
static bool pair__states(const struct entity_finder *finder, uint32_t token, uint32_t far, uint32_t farthest, const struct pair_kind *offices, uint32_t pair[2])
{
    struct pair_kind states = *offices;
    states.people = false;
    return states.role && states.role->is_single && states.sector == SECTOR_GOV &&
           (pair__joined_two(finder, token, farthest, &states, pair) || pair__last_two(finder, token, far, &states, false, pair) == 2);
}

bool entity_antecedent_pair(const struct entity_finder *finder, uint32_t token, uint32_t pair[2])
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[token].sentence;
    const uint32_t near = sentence > 0 ? sentence - 1 : 0, far = sentence > SENTENCES_BACK_PAIR ? sentence - SENTENCES_BACK_PAIR : 0,
                   farthest = sentence > SENTENCES_BACK_JOINED ? sentence - SENTENCES_BACK_JOINED : 0;
    const struct known_role *const role = entity_role(finder, &document->tokens[token]);
    const bool sides = role && (role->anaphor == ANAPHOR_PAIR || role->sector == SECTOR_UNK);
    const struct pair_kind kind = {.role = role, .sides = sides,
                                   .people = role && role->anaphor != ANAPHOR_COUNTRY && (role->kind == ROLE_KIND_OFFICE || role->kind == ROLE_KIND_GROUP),
                                   .body = role && role->kind == ROLE_KIND_BODY && role->sector != SECTOR_GOV, .bare = !role,
                                   .sector = role ? role->sector : SECTOR_NONE};
    if (kind.bare && pair__last_subject_is_group(finder, token, near))
        return false;            /* "Die Männer … Beide schweigen" */
    if (sides && !pair__sides(finder, token, farthest, &kind, pair))
        return false;
    const bool allies = role && role->anaphor == ANAPHOR_COUNTRY && role->kind == ROLE_KIND_GROUP && pair__joined_two(finder, token, far, &kind, pair);
    const bool joined = !sides && !allies && pair__joined_two(finder, token, near, &kind, pair);
    if (!sides && !allies && !joined && pair__last_two(finder, token, near, &kind, false, pair) < 2 && !pair__joined_two(finder, token, farthest, &kind, pair) &&
        pair__last_two(finder, token, far, &kind, false, pair) < 2 && pair__last_two(finder, token, far, &kind, true, pair) < 2 &&
        !pair__states(finder, token, far, farthest, &kind, pair))
        return false;
    const uint32_t later = pair[0];
    pair[0] = pair[1];
    pair[1] = later;
    return true;
}

/* Who holds an office of a government, or is named as one of its people. */
static bool pair__speaks_for_state(const struct entity *entity)
{
    return (entity->kind == ENTITY_PERSON || entity->kind == ENTITY_OFFICE) && entity->code[0] && focus_is_country(entity->code) &&
           entity->sector == SECTOR_GOV;
}

bool entity_antecedent_statesmen(const struct entity_finder *finder, uint32_t token, uint32_t pair[2])
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[token].sentence;
    size_t found = 0;
    if (sentence == 0)
        return false;
    const struct token_range before = document->sentences[sentence - 1].tokens;
    for (uint32_t at = before.first; at < before.first + before.count; at++) {
        const uint32_t mention = document->token_mention[at];
        const bool one = mention != DOCUMENT_NONE && document->mentions[mention].entity_count == 1;
        const uint32_t entity = one ? document->mentions[mention].entities[0] : DOCUMENT_NONE;
        if (entity == DOCUMENT_NONE || !pair__speaks_for_state(&document->entities[entity]))
            continue;
        bool known = false;
        for (size_t i = 0; i < found; i++)
            known = known || strcmp(document->entities[pair[i]].code, document->entities[entity].code) == 0;
        if (!known && found == 2)
            return false;            /* of three states */
        if (!known)
            pair[found++] = entity;
    }
    return found == 2;
}
