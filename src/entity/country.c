/* entity/country.c: which country "das Land" is: one that the report speaks of (focus.c), but mostly not one that its own clause names,
 * for that would be "es" or "sich": in "Frankreich liefert dem Land Panzer" it is the country of the sentence before.
 *
 *     subject      not the country of an object, nor of what comes "aus …"; where the verb answers, not of who acted in the sentence before
 *     "dem Land", "gegen das Land", "mit dem Land": not the subject's
 *     "das Land":  not the subject's where that is a country or told to be of one ("Russland", "US-Truppen"); of a person or body that is
 *                  not told whose it is it may be: "Der Präsident führt das Land seit 2010"
 *     "Häfen des Landes", "Hilfe für das Land", "aus dem Land", "im Land": not the subject's where that is a country itself
 * In a relative clause it is not what the clause is told of ("Algerien, mit dem das Land …"). A neighbour ("dem Nachbarland")
 * is never the subject's, nor that of the clause above. */
#include "entity/country.h"

#include "parse/tree.h"

#include <string.h>

void country_exclude_code(struct focus_limits *limits, const char *code)
{
    if (code[0] && limits->excluded_count < FOCUS_CODES_MOST)
        limits->excluded[limits->excluded_count++] = code;
}

static void country__exclude(struct focus_limits *limits, const struct entity *entity)
{
    country_exclude_code(limits, entity->code[0] ? entity->code : entity->place_country);
}

void country_exclude_mention(const struct entity_finder *finder, uint32_t mention, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    for (size_t i = 0; mention != DOCUMENT_NONE && i < document->mentions[mention].entity_count; i++)
        country__exclude(limits, &document->entities[document->mentions[mention].entities[i]]);
}

bool country_is_state(const struct entity *entity)
{
    return entity && (entity->kind == ENTITY_COUNTRY || (entity->kind == ENTITY_PLACE && entity->sector == SECTOR_GOV));
}

bool country_is_told(const struct entity_finder *finder, uint32_t head)
{
    const struct document *const document = finder->document;
    if (country_is_state(entity_at(finder, head)))
        return true;
    if (document->token_modifier[head] != DOCUMENT_NONE)
        return true;
    for (uint32_t child = tree_first_child(document, head); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const uint32_t mention = document->token_mention[child];
        const bool genitive = document->tokens[child].relation == RELATION_NMOD && tree_preposition(document, child) == DOCUMENT_NONE;
        if (mention != DOCUMENT_NONE && (document->mentions[mention].kind == MENTION_ADJECTIVE || (genitive && country_is_state(entity_at(finder, child)))))
            return true;
    }
    return false;
}

/* Who does what the clause says: its subject, or who is asked to do it: "forderte die Diplomaten auf, das Land zu verlassen". */
static uint32_t country__subject(const struct document *document, uint32_t clause)
{
    const uint32_t subject = tree_subject(document, clause);
    const uint32_t above = subject == DOCUMENT_NONE && document->tokens[clause].relation == RELATION_XCOMP ? tree_governing_clause(document, clause)
                                                                                                          : DOCUMENT_NONE;
    if (above == DOCUMENT_NONE)
        return subject;
    const uint32_t object = tree_object(document, above), dative = tree_dative(document, above);
    return dative != DOCUMENT_NONE ? dative : object != DOCUMENT_NONE ? object : tree_subject(document, above);
}

/* Inside a relative clause of the phrase: "der Gerichtshof, den Venezuela nicht anerkennt, untersagt dem Land". */
static bool country__is_in_relative(const struct document *document, uint32_t token, uint32_t head)
{
    for (; token != DOCUMENT_NONE && token != head; token = tree_head(document, token))
        if (document->tokens[token].relation == RELATION_ACL && tree_finite(document, token) != DOCUMENT_NONE)
            return true;
    return false;
}

void country_exclude_phrase(const struct entity_finder *finder, uint32_t head, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    if (head == DOCUMENT_NONE)
        return;
    if (!entity_role(finder, &document->tokens[head])) {
        country_exclude_mention(finder, document->token_mention[head], limits);
        for (uint32_t next = tree_next_conjunct(document, head); next != DOCUMENT_NONE; next = tree_next_conjunct(document, next))
            country_exclude_mention(finder, document->token_mention[next], limits);
        return;
    }
    const struct token_range phrase = tree_subtree(document, head);
    for (uint32_t token = phrase.first; token < phrase.first + phrase.count; token++) {
        if (country__is_in_relative(document, token, head))
            continue;
        country_exclude_mention(finder, document->token_mention[token], limits);
        country_exclude_mention(finder, document->token_modifier[token], limits);
    }
}

/* Whether the noun can be the country of its clause's subject, where it stands. */
static bool country__may_be_subjects(const struct entity_finder *finder, uint32_t noun, uint32_t clause, uint32_t subject)
{
    const struct document *const document = finder->document;
    const struct token *const at = &document->tokens[noun];
    const uint32_t use = entity_preposition(finder, noun);
    const bool has_preposition = tree_preposition(document, noun) != DOCUMENT_NONE;
    const bool accusative = at->morphology.grammatical_case == CASE_ACC;
    const struct entity *const who = entity_at(finder, subject);
    if (accusative && (use & PREPOSITION_IS_PLACE) && who && who->sector == SECTOR_MIL)
        return false;            /* "Die Armee drang in das Land ein" */
    if ((use & PREPOSITION_IS_PLACE) && tree_head(document, noun) != clause && tree_head(document, noun) != tree_object(document, clause))
        return true;             /* "Polen hat alle im Land gebauten Panzer verkauft" */
    if (use || at->relation == RELATION_NMOD)
        return !country_is_state(entity_at(finder, subject));
    return !has_preposition && accusative && !country_is_told(finder, subject);
}

bool country_is_scene(const struct entity_finder *finder, uint32_t noun)
{
    return (entity_preposition(finder, noun) & PREPOSITION_IS_PLACE) && finder->document->tokens[noun].morphology.grammatical_case != CASE_ACC;
}

/* "Nach Einschätzung der USA liefert das Land Granaten", "In Frankreich hat das Land Jets bestellt": a country in a phrase of the clause, or whose
 * the noun of the phrase is, does not act in it as "das Land". */
static void country__exclude_phrases(const struct entity_finder *finder, uint32_t clause, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    for (uint32_t phrase = tree_first_child(document, clause); phrase != DOCUMENT_NONE; phrase = tree_next_sibling(document, phrase)) {
        if (document->tokens[phrase].relation != RELATION_OBL || tree_preposition(document, phrase) == DOCUMENT_NONE ||
            entity_role(finder, &document->tokens[phrase]))
            continue;
        const struct entity *const place = entity_at(finder, phrase);
        const bool there = place && place->kind == ENTITY_PLACE && (entity_preposition(finder, phrase) & PREPOSITION_IS_PLACE);      /* "in Peking": it may be its own */
        if (country_is_state(place) && !there)
            country_exclude_mention(finder, document->token_mention[phrase], limits);
        for (uint32_t child = tree_first_child(document, phrase); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
            if (document->tokens[child].relation == RELATION_NMOD && tree_preposition(document, child) == DOCUMENT_NONE)
                country_exclude_mention(finder, document->token_mention[child], limits);
    }
}

/* "Das Land erhält Panzer aus Beständen der Bundeswehr", "Nach Angaben aus Seoul schickte das Land …": where something comes from, and whose
 * that is, whatever the phrase hangs on. */
static void country__exclude_origins(const struct entity_finder *finder, uint32_t clause, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    const struct token_range below = tree_subtree(document, clause);
    for (uint32_t token = below.first; token < below.first + below.count; token++) {
        const uint32_t use = tree_clause(document, token) == clause ? entity_preposition(finder, token) : 0;
        if (!(use & PREPOSITION_IS_ORIGIN) || (use & PREPOSITION_IS_OWNER))
            continue;
        if (country_is_state(entity_at(finder, token)))
            country_exclude_mention(finder, document->token_mention[token], limits);
        for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
            if (entity_tells_whose(document, child))
                country_exclude_mention(finder, document->token_mention[child], limits);
    }
}

/* "Berlin zog den Botschafter aus Minsk ab, weil das Land …", "Washington beschuldigt Teheran. Das Land liefere …": a country that acts in the clause
 * above, or that still speaks, would be "es". */
static void country__exclude_namesake(const struct entity_finder *finder, uint32_t clause, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    const uint32_t above = document->tokens[clause].relation == RELATION_ADVCL ? tree_governing_clause(document, clause) : DOCUMENT_NONE;
    const uint32_t subject = above == DOCUMENT_NONE ? DOCUMENT_NONE : tree_subject(document, above);
    const bool acts = subject != DOCUMENT_NONE && subject < clause && country_is_state(entity_at(finder, subject));
    if (acts)
        country_exclude_mention(finder, document->token_mention[subject], limits);
    for (uint32_t token = subject + 1; acts && token < clause; token++)
        if (tree_clause(document, token) == above && country_is_state(entity_at(finder, token)) && strcmp(entity_at(finder, token)->code, finder->focus.topic) != 0) {
            country_exclude_code(limits, finder->focus.topic);      /* rather another country of the clause above than that of the sentence before */
            break;
        }
    const uint32_t head = tree_head(document, clause), speaker = head == DOCUMENT_NONE ? DOCUMENT_NONE : tree_subject(document, head);
    const bool tells = head == DOCUMENT_NONE || (document->tokens[clause].relation == RELATION_CCOMP && speaker != DOCUMENT_NONE && speaker > clause);
    if (tells && finder->focus.subject_is_country && strcmp(finder->focus.subject, finder->focus.topic) == 0 && tree_mood(document, clause) == MOOD_SUB)
        country_exclude_code(limits, finder->focus.subject);
}

bool country_verb_is(const struct entity_finder *finder, uint32_t clause, uint32_t use)
{
    const char *const verb = finder->document->tokens[clause].verb_lemma;
    struct string_map_hit hit = verb ? string_map_find(finder->knowledge->senders, verb, strlen(verb)) : (struct string_map_hit){0};
    while (hit.found && hit.value != use)
        hit = string_map_next(finder->knowledge->senders, hit);
    return hit.found;
}

void country_limit(const struct entity_finder *finder, uint32_t noun, bool neighbour, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    const uint32_t clause = tree_clause(document, noun), subject = country__subject(document, clause);
    if (document->tokens[clause].relation == RELATION_ACL && tree_finite(document, clause) != DOCUMENT_NONE)
        country_exclude_mention(finder, document->token_mention[tree_head(document, clause)], limits);
    if (!neighbour && clause == noun)
        return;                  /* "Österreich ist das Land, das …" */
    if (subject == noun) {
        country_exclude_phrase(finder, tree_object(document, clause), limits);
        country_exclude_phrase(finder, tree_dative(document, clause), limits);
        country__exclude_phrases(finder, clause, limits);
        country__exclude_origins(finder, clause, limits);
        country__exclude_namesake(finder, clause, limits);
        if (neighbour || (finder->focus.attacker[0] && country_verb_is(finder, clause, VERB_ANSWERS)))
            country_exclude_code(limits, neighbour ? finder->focus.subject : finder->focus.attacker);
        return;
    }
    if (country_verb_is(finder, clause, VERB_EXPELS))
        return;                  /* "Albanien hat die Diplomaten des Landes verwiesen" */
    if (subject != DOCUMENT_NONE && !tree_is_inside(document, noun, subject) && (neighbour || !country__may_be_subjects(finder, noun, clause, subject)))
        country_exclude_phrase(finder, subject, limits);
    if (neighbour && subject != DOCUMENT_NONE && document->tokens[subject].upos == UPOS_PRON && document->token_mention[subject] == DOCUMENT_NONE)
        country_exclude_code(limits, finder->focus.subject);        /* "Er drohte dem Nachbarland": pronouns are read later */
    const uint32_t above = neighbour ? tree_governing_clause(document, noun) : DOCUMENT_NONE;
    if (above != DOCUMENT_NONE)
        country_exclude_phrase(finder, tree_subject(document, above), limits);
}

/* "Russlands Botschafter warf der Regierung vor": a noun for someone who is sent, whatever stands beside it. */
static bool country__is_envoy(const struct entity_finder *finder, uint32_t noun)
{
    const struct known_role *const role = entity_role(finder, &finder->document->tokens[noun]);
    return role && role->sector == SECTOR_GOV && role->bare == BARE_ABROAD && role->anaphor == ANAPHOR_NONE;
}

/* "US-Präsident Obama forderte die Regierung auf": who governs elsewhere than where the report's acts happen does not mean his own. */
static bool country__is_foreigner(const struct entity_finder *finder, uint32_t noun, const struct entity *subject)
{
    const struct known_role here = {.bare = BARE_SCENE};
    const bool governs = subject && (subject->kind == ENTITY_PERSON || subject->kind == ENTITY_OFFICE) && subject->sector == SECTOR_GOV && subject->code[0];
    const char *const scene = governs ? focus_code(finder, noun, &here) : "";
    return scene[0] && strcmp(scene, subject->code) != 0;
}

/* Whether the subject's state acts on the noun: "Washington wirft der Justiz vor", "Peking kritisierte die Regierung", "verlangte von der Regierung". */
static bool country__is_acted_on(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    const struct known_role *const role = entity_role(finder, &document->tokens[noun]);
    const enum relation relation = document->tokens[noun].relation;
    const uint8_t grammatical_case = document->tokens[noun].morphology.grammatical_case;
    const bool government = role && role->kind == ROLE_KIND_BODY && role->sector == SECTOR_GOV;
    if (relation != RELATION_OBJ && relation != RELATION_IOBJ && relation != RELATION_OBL)
        return false;
    if (tree_preposition(document, noun) == DOCUMENT_NONE)
        return grammatical_case == CASE_DAT || (government && relation == RELATION_OBJ);
    return government && !(entity_preposition(finder, noun) & PREPOSITION_IS_PLACE);
}

void country_limit_dative(const struct entity_finder *finder, uint32_t noun, struct focus_limits *limits)
{
    const uint32_t subject = tree_subject(finder->document, tree_clause(finder->document, noun));
    if (subject == DOCUMENT_NONE || !country__is_acted_on(finder, noun))
        return;
    if (country_is_state(entity_at(finder, subject)))
        country_exclude_phrase(finder, subject, limits);
    else if (country__is_envoy(finder, subject) || country__is_foreigner(finder, noun, entity_at(finder, subject)))
        country_exclude_mention(finder, finder->document->token_mention[subject], limits);
}

/* "die Botschaft in Georgetown": the country of the place right behind the noun. */
static void country__exclude_host(const struct entity_finder *finder, uint32_t noun, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    const struct token *const preposition = noun + 2 < document->token_count ? &document->tokens[noun + 1] : NULL;
    if (!preposition || preposition->upos != UPOS_ADP || !preposition->lemma || document->tokens[noun + 2].sentence != document->tokens[noun].sentence)
        return;
    const struct string_map_hit hit = string_map_find(finder->knowledge->prepositions, preposition->lemma, strlen(preposition->lemma));
    const uint32_t name = noun + (document->tokens[noun + 2].upos == UPOS_DET ? 3 : 2);
    if (hit.found && (hit.value & PREPOSITION_IS_PLACE) && name < document->token_count)
        country_exclude_mention(finder, finder->name_mention[name], limits);
}

bool country_limit_envoy(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    const enum relation relation = document->tokens[noun].relation;
    if (role->sector != SECTOR_GOV || role->anaphor != ANAPHOR_NONE || (role->bare != BARE_ABROAD && !(role->bare == BARE_FREE && role->is_person)))
        return false;
    country__exclude_host(finder, noun, limits);
    const struct known_role here = {.bare = BARE_SCENE};
    if (role->kind != ROLE_KIND_OFFICE && role->kind != ROLE_KIND_GROUP)        /* "In Niamey griffen sie die Botschaft an" */
        country_exclude_code(limits, focus_code(finder, noun, &here));
    const uint32_t clause = tree_clause(document, noun), subject = tree_subject(document, clause);
    const bool summoned = (relation == RELATION_OBJ || relation == RELATION_NSUBJ_PASS) &&
                          (country_verb_is(finder, clause, VERB_SUMMONS) || country_verb_is(finder, clause, VERB_EXPELS));
    if (summoned && subject != DOCUMENT_NONE && subject != noun)
        country_exclude_phrase(finder, subject, limits);
    else if (summoned)
        country_exclude_code(limits, finder->focus.subject);        /* "Berlin protestierte. Der Botschafter wurde einbestellt" */
    return summoned;
}

bool country_is_left(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    if (document->tokens[noun].relation != RELATION_OBJ && document->tokens[noun].relation != RELATION_NSUBJ_PASS)
        return false;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const struct known_role *const role = document->tokens[child].relation == RELATION_NMOD ? entity_role(finder, &document->tokens[child]) : NULL;
        if (child > noun && role && role->anaphor == ANAPHOR_COUNTRY && tree_preposition(document, child) == DOCUMENT_NONE)
            return country_verb_is(finder, tree_clause(document, noun), VERB_EXPELS);
    }
    return false;
}

/* "die Vorwürfe der USA", "Erdogans Kritik", "die US-Kritik": a state, or who acts for one, whose words the object is. */
static bool country__is_author(const struct entity_finder *finder, uint32_t token, uint32_t object, const struct known_role *role)
{
    const struct document *const document = finder->document;
    const struct entity *const entity = entity_at(finder, token);
    const uint32_t preposition = tree_preposition(document, token);
    if (!entity || tree_head(document, token) != object || !focus_is_country(entity->code) ||
        (preposition != DOCUMENT_NONE && !(entity_preposition(finder, token) & PREPOSITION_IS_OWNER)))
        return false;
    const bool of_state = entity->kind == ENTITY_COUNTRY || document->mentions[document->token_mention[token]].kind == MENTION_ADJECTIVE;
    return of_state || (role->sector == SECTOR_GOV && entity->sector == SECTOR_GOV && document->mentions[document->token_mention[token]].kind == MENTION_NAME);
}

/* "Lawrow drohte Moldau. Die Regierung wies die Drohungen Lawrows zurück": who judges words or acts is not of the state whose they are. */
static void country__exclude_author(const struct entity_finder *finder, uint32_t object, const struct known_role *role, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    country_exclude_mention(finder, document->token_modifier[object], limits);
    for (uint32_t child = tree_first_child(document, object); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (country__is_author(finder, child, object, role))
            country_exclude_mention(finder, document->token_mention[child], limits);
}

void country_limit_actor(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    const uint32_t clause = tree_clause(document, noun), object = tree_object(document, clause);
    if (document->tokens[noun].relation != RELATION_NSUBJ || tree_subject(document, clause) != noun || object == DOCUMENT_NONE ||
        (role->sector != SECTOR_MIL && role->sector != SECTOR_GOV && role->sector != SECTOR_COP) || role->anaphor != ANAPHOR_NONE)
        return;
    if (country_verb_is(finder, clause, VERB_JUDGES))
        country__exclude_author(finder, object, role, limits);
    const struct token_range phrase = tree_subtree(document, object);
    for (uint32_t token = phrase.first; token < phrase.first + phrase.count; token++) {
        const uint32_t mention = document->token_mention[token], head = tree_head(document, token);
        const enum mention_kind kind = mention == DOCUMENT_NONE ? MENTION_NAME : document->mentions[mention].kind;
        const struct known_role *const of = kind == MENTION_ADJECTIVE && head != DOCUMENT_NONE ? entity_role(finder, &document->tokens[head]) : NULL;
        if (token != noun && of && (of->sector == SECTOR_MIL || of->sector == SECTOR_GOV || of->sector == SECTOR_REB || of->sector == SECTOR_PRM))
            country_exclude_mention(finder, mention, limits);
    }
}

void country_limit_hit(const struct entity_finder *finder, uint32_t noun, struct focus_limits *limits)
{
    const struct document *const document = finder->document;
    for (uint32_t hit = tree_first_child(document, noun); hit != DOCUMENT_NONE; hit = tree_next_sibling(document, hit)) {
        if (hit < noun || document->tokens[hit].relation != RELATION_NMOD || tree_preposition(document, hit) != DOCUMENT_NONE)
            continue;
        country_exclude_mention(finder, document->token_modifier[hit], limits);
        for (uint32_t child = tree_first_child(document, hit); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
            if (entity_tells_whose(document, child))
                country_exclude_mention(finder, document->token_mention[child], limits);      /* not where it was: "des Botschafters im Jemen" */
    }
}

bool country_sends(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    while (document->tokens[noun].relation == RELATION_NMOD && tree_head(document, noun) != DOCUMENT_NONE && !tree_is_clause(document, noun))
        noun = tree_head(document, noun);
    const enum relation relation = document->tokens[noun].relation;
    /* an object that the parse takes for a second subject */
    const bool second = relation == RELATION_NSUBJ && tree_subject(document, tree_head(document, noun)) != noun;
    const uint32_t verb = relation == RELATION_OBJ || second ? tree_head(document, noun) : DOCUMENT_NONE;
    return verb != DOCUMENT_NONE && country_verb_is(finder, verb, VERB_SENDS);
}
