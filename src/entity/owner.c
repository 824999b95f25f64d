/* entity/owner.c: whose a noun is, by the words that stand with it; the tree first, the order of the words where it errs. */
#include "entity/owner.h"

#include "entity/entity.h"

#include "parse/tree.h"

#include <string.h>

static bool owner__gives_code(const struct entity *entity)
{
    return entity && (entity->code[0] || entity->kind == ENTITY_ORGANISATION) && entity->kind != ENTITY_PERSON && entity->kind != ENTITY_NAME;
}

static bool owner__is_armed(enum sector sector)
{
    return sector == SECTOR_MIL || sector == SECTOR_REB || sector == SECTOR_PRM || sector == SECTOR_UAF || sector == SECTOR_COP || sector == SECTOR_CRM;
}

/* "deren Chef", "ihr Botschafter": whose somebody is stands before. */
static bool owner__is_told_before(const struct document *document, uint32_t noun)
{
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE && child < noun; child = tree_next_sibling(document, child)) {
        const struct token *const word = &document->tokens[child];
        if (word->relation == RELATION_DET_POSS || (word->upos == UPOS_PRON && word->morphology.grammatical_case == CASE_GEN))
            return true;
    }
    return false;
}

bool entity_is_astray_agent(const struct document *document, uint32_t token)
{
    const uint32_t noun = tree_head(document, token), verb = noun == DOCUMENT_NONE ? DOCUMENT_NONE : tree_head(document, noun);
    const struct token_range phrase = tree_subtree(document, token);
    if (verb == DOCUMENT_NONE || document->tokens[token].relation != RELATION_NMOD || document->tokens[noun].relation != RELATION_NSUBJ_PASS ||
        tree_child(document, verb, RELATION_AUX_PASS) == DOCUMENT_NONE)
        return false;
    if (document->token_mention[token] != DOCUMENT_NONE && owner__is_told_before(document, noun))
        return true;
    if (phrase.first + phrase.count != verb)
        return false;
    const uint32_t mention = document->token_mention[token], item = document->token_item[token], suffers = document->token_mention[noun];
    const bool base = suffers != DOCUMENT_NONE && document->mentions[suffers].entity_count &&         /* "ein Stützpunkt von Rebellen" is theirs */
                      owner__is_armed(document->entities[document->mentions[suffers].entities[0]].sector) &&
                      document->entities[document->mentions[suffers].entities[0]].kind == ENTITY_PLACE;
    const bool armed = mention != DOCUMENT_NONE && document->mentions[mention].entity_count &&
                       (document->mentions[mention].kind == MENTION_NOMINAL || document->tokens[token].upos == UPOS_NOUN) &&        /* "RSF-Kämpfern" */
                       owner__is_armed(document->entities[document->mentions[mention].entities[0]].sector);
    return !base && (armed || (item != DOCUMENT_NONE && entity_is_arms(document->items[item].item_class)));
}

static void owner__add(struct owner *owner, const struct entity *entity)
{
    for (size_t i = 0; i < owner->count; i++)
        if (strcmp(owner->entities[i]->code, entity->code) == 0)
            return;
    if (owner->count < OWNERS_MOST)
        owner->entities[owner->count++] = entity;
}

/* The name after "und" that has the same case: "Russlands und der Türkei", which parses often tear. */
static uint32_t owner__joined(const struct entity_finder *finder, uint32_t token)
{
    const struct document *const document = finder->document;
    uint32_t next = token + 1;
    if (next < document->token_count && document->tokens[next].upos != UPOS_CCONJ)
        return DOCUMENT_NONE;
    next += next + 1 < document->token_count && document->tokens[next + 1].upos == UPOS_DET ? 2 : 1;
    return next < document->token_count && document->tokens[next].sentence == document->tokens[token].sentence &&
                   document->token_mention[next] != DOCUMENT_NONE && document->tokens[token].morphology.grammatical_case == CASE_GEN &&
                   document->tokens[next].morphology.grammatical_case == CASE_GEN
               ? next : DOCUMENT_NONE;
}

static void owner__add_mention(const struct entity_finder *finder, uint32_t token, struct owner *owner)
{
    const struct mention *const mention = &finder->document->mentions[finder->document->token_mention[token]];
    for (size_t i = 0; i < mention->entity_count; i++)
        owner__add(owner, &finder->document->entities[mention->entities[i]]);
}

/* The mention's entity, and those of its conjuncts of the same kind: "der Türkei und Syriens". */
static void owner__add_all(const struct entity_finder *finder, uint32_t token, struct owner *owner)
{
    const struct document *const document = finder->document;
    const enum mention_kind kind = document->mentions[document->token_mention[token]].kind;
    owner->by_adjective = owner->by_adjective || (owner->count == 0 && kind == MENTION_ADJECTIVE);
    owner__add_mention(finder, token, owner);
    const uint32_t joined = kind == MENTION_NAME ? owner__joined(finder, token) : DOCUMENT_NONE;
    if (joined != DOCUMENT_NONE && owner__gives_code(entity_at(finder, joined)) &&
        document->mentions[document->token_mention[joined]].kind == kind)
        owner__add_mention(finder, joined, owner);
    if (tree_first_conjunct(document, token) != token)
        return;
    for (uint32_t next = tree_next_conjunct(document, token); next != DOCUMENT_NONE; next = tree_next_conjunct(document, next)) {
        const struct entity *const entity = entity_at(finder, next);
        if (owner__gives_code(entity) && document->mentions[document->token_mention[next]].kind == kind)
            owner__add(owner, entity);
    }
}

/* Whether a phrase with this preposition (none: a genitive) tells whose the noun is. */
static bool owner__phrase_tells(const struct entity_finder *finder, uint32_t child, const struct known_role *role)
{
    if (tree_preposition(finder->document, child) == DOCUMENT_NONE)
        return true;
    const uint32_t use = entity_preposition(finder, child);
    if (use == PREPOSITION_IS_PLACE && finder->document->tokens[child].morphology.grammatical_case == CASE_ACC &&
        tree_determiner(finder->document, child) != DOCUMENT_NONE)
        return false;            /* "Soldaten in die Türkei" are sent there */
    return (use & (PREPOSITION_IS_OWNER | PREPOSITION_IS_ORIGIN)) || ((use & PREPOSITION_IS_PLACE) && role->bare != BARE_ABROAD && role->anaphor != ANAPHOR_COUNTRY);
}

/* "das Büro des Ministerpräsidenten", "ein Sprecher Borrells", "die Anhänger Khans", "die Gruppe um Khan": people and bodies of a person are of his country. */
static bool owner__is_principal(const struct entity_finder *finder, uint32_t child, const struct known_role *role, const struct entity *entity)
{
    const uint32_t preposition = tree_preposition(finder->document, child);
    const bool people = role->kind == ROLE_KIND_OFFICE || role->kind == ROLE_KIND_GROUP || role->kind == ROLE_KIND_BODY;
    return people && !role->is_member && (role->is_mouth || (role->bare != BARE_FREE && role->bare != BARE_CODES)) && entity->kind == ENTITY_PERSON &&
           entity->code[0] && entity->sector != SECTOR_NONE && entity->sector != SECTOR_UNK &&
           finder->document->tokens[child].relation == RELATION_NMOD &&
           (preposition == DOCUMENT_NONE || (entity_preposition(finder, child) & (PREPOSITION_IS_OWNER | PREPOSITION_IS_CIRCLE)));
}

static bool owner__is_beside(enum relation relation)
{
    return relation == RELATION_APPOS || relation == RELATION_FLAT || relation == RELATION_COMPOUND;
}

/* "der Verbündete Japan", "die Atommacht Pakistan"; but "liefert das Land Russland Granaten": no country is called so. */
static bool owner__describes_country(const struct known_role *role)
{
    return role->sector == SECTOR_GOV && (role->kind == ROLE_KIND_GROUP || role->kind == ROLE_KIND_BODY) &&
           (role->anaphor == ANAPHOR_COUNTRY ? !role->is_whole : role->bare == BARE_FREE);
}

bool owner_describes(const struct known_role *role, const struct entity *named)
{
    if (named->kind == ENTITY_COUNTRY)
        return owner__describes_country(role);
    switch (role->kind) {
    case ROLE_KIND_OFFICE:
    case ROLE_KIND_GROUP:
        return named->kind == ENTITY_PERSON || named->kind == ENTITY_NAME;
    case ROLE_KIND_BODY:
        return named->kind == ENTITY_ORGANISATION || named->kind == ENTITY_NAME || (named->kind == ENTITY_PERSON && strcmp(named->why, "name") == 0);
    case ROLE_KIND_SITE:
        return named->kind == ENTITY_PLACE || named->kind == ENTITY_NAME || named->kind == ENTITY_ORGANISATION;       /* "die Werft Lürssen" */
    case ROLE_KIND_CITY:
    case ROLE_KIND_REGION:
    case ROLE_KIND_CRAFT:
        return named->kind == ENTITY_PLACE || named->kind == ENTITY_NAME;
    default:
        return false;
    }
}

static void owner__set_beside(struct owner *owner, uint32_t entity, uint32_t token)
{
    if (owner->beside != DOCUMENT_NONE)
        return;
    owner->beside = entity;
    owner->beside_token = token;
}

/* "liefert das Land Russland Granaten": no country is called "das Land Russland", so that the name is another word of the clause. */
static bool owner__is_astray(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, const struct entity *named)
{
    return role->anaphor == ANAPHOR_COUNTRY && role->bare == BARE_POWER && named->kind == ENTITY_COUNTRY && !finder->document->tokens[noun].compound_head &&
           tree_child(finder->document, noun, RELATION_AMOD) == DOCUMENT_NONE;
}

static void owner__children(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct owner *owner)
{
    const struct document *const document = finder->document;
    const bool base = role->kind == ROLE_KIND_SITE && owner__is_armed(role->sector);
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const struct entity *const entity = entity_at(finder, child);
        const enum relation relation = document->tokens[child].relation;
        if (!entity || (!base && entity_is_astray_agent(document, child)) || (owner__is_beside(relation) && owner__is_astray(finder, noun, role, entity)))
            continue;
        const uint32_t index = document->mentions[document->token_mention[child]].entities[0];
        if (owner__is_beside(relation) && owner_describes(role, entity) && child > noun)
            owner__set_beside(owner, index, child);
        else if (entity->sector == SECTOR_JRN && entity->kind == ENTITY_ORGANISATION && role->sector != SECTOR_JRN && role->sector != SECTOR_UNK &&
                 (role->kind == ROLE_KIND_BODY || ((role->kind == ROLE_KIND_GROUP || role->kind == ROLE_KIND_OFFICE) && !role->is_mouth)))
            continue;            /* "sagte ein Sprecher der Miliz der Deutschen Presse-Agentur", "sagte ein Anwohner der Agentur AFP" */
        else if (role->is_harmful && relation == RELATION_NMOD)
            continue;            /* "die Entführer des Tankers" */
        else if (role->kind == ROLE_KIND_OFFICE && entity->kind == ENTITY_COUNTRY && relation == RELATION_NMOD &&
                 entity_preposition(finder, child) == PREPOSITION_IS_PLACE)
            continue;            /* "der Präsident in der Schweiz" is there */
        else if (owner->count == 0 && owner__is_principal(finder, child, role, entity))
            owner__add(owner, entity);
        else if ((owner->count == 0 || (owner->by_adjective && relation == RELATION_AMOD)) && owner__gives_code(entity) &&
                 (relation == RELATION_AMOD || relation == RELATION_DET || owner__is_beside(relation) ||
                  (relation == RELATION_NMOD && owner__phrase_tells(finder, child, role)))) {
            owner->by_name = owner->by_name || owner__is_beside(relation);
            owner__add_all(finder, child, owner);
        }
    }
}

/* "ein Mann libanesischer Herkunft", "zwei Frauen mit deutschem Pass" */
static void owner__descent(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct owner *owner)
{
    const struct document *const document = finder->document;
    if (role->kind != ROLE_KIND_GROUP && role->kind != ROLE_KIND_OFFICE)
        return;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE && !owner->count; child = tree_next_sibling(document, child)) {
        const char *const word = child > noun && document->tokens[child].relation == RELATION_NMOD ? document->tokens[child].lemma : NULL;
        const uint32_t adjective = word && string_map_find(finder->knowledge->descent, word, strlen(word)).found ? tree_child(document, child, RELATION_AMOD) : DOCUMENT_NONE;
        if (adjective != DOCUMENT_NONE && document->token_mention[adjective] != DOCUMENT_NONE && owner__gives_code(entity_at(finder, adjective)))
            owner__add_all(finder, adjective, owner);
    }
}

/* The use of an adjective, that of its last part where hyphens join it: "geführte", "Nato-geführte". */
static bool owner__is_led(const struct entity_finder *finder, const char *form)
{
    const char *const hyphen = strrchr(form, '-'), *const word = hyphen ? hyphen + 1 : form;
    const struct string_map_hit use = string_map_find(finder->knowledge->role_adjectives, word, entity_cut_ending(word, strlen(word)));
    return use.found && use.value == ADJECTIVE_LED;
}

/* "die von Riad geführte Koalition" is Riad's, the "Nato-geführte" one Nato's; one that Riad only backs is not. "Ein unter griechischer Flagge fahrender
 * Tanker" is Greece's. */
static void owner__leader(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct owner *owner)
{
    const struct document *const document = finder->document;
    const bool leads = role->kind == ROLE_KIND_BODY || role->kind == ROLE_KIND_GROUP || role->kind == ROLE_KIND_SITE ||
                       role->kind == ROLE_KIND_CRAFT;
    if (!leads || owner->beside != DOCUMENT_NONE)
        return;                  /* land that someone rules is not his; "das von Russland geführte Bündnis OVKS" has a name */
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE && child < noun && !owner->count; child = tree_next_sibling(document, child)) {
        if (document->tokens[child].relation != RELATION_AMOD || !owner__is_led(finder, document->tokens[child].form))
            continue;
        const uint32_t joined = document->token_modifier[child];
        if (joined != DOCUMENT_NONE && owner__gives_code(&document->entities[document->mentions[joined].entities[0]]))
            owner__add(owner, &document->entities[document->mentions[joined].entities[0]]);
        for (uint32_t agent = tree_subtree(document, child).first; agent < child; agent++)
            if (!owner->count && owner__gives_code(entity_at(finder, agent)))
                owner__add_mention(finder, agent, owner);
            else if (!owner->count && document->token_modifier[agent] != DOCUMENT_NONE)                       /* "von US-Truppen genutzt" */
                owner__add(owner, &document->entities[document->mentions[document->token_modifier[agent]].entities[0]]);
    }
}

/* A noun that is the apposition itself: "Sergej Lawrow, der Außenminister". */
static void owner__above(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct owner *owner)
{
    const struct document *const document = finder->document;
    const uint32_t head = document->tokens[noun].head;
    const enum relation relation = document->tokens[noun].relation;
    const struct entity *const above = head != DOCUMENT_NONE ? entity_at(finder, head) : NULL;
    if (owner->beside == DOCUMENT_NONE && above && owner_describes(role, above) && tree_preposition(document, noun) == DOCUMENT_NONE &&
        (owner__is_beside(relation) || (relation == RELATION_NMOD && head == noun + 1)))
        owner__set_beside(owner, document->mentions[document->token_mention[head]].entities[0], head);
}

static uint32_t owner__name_at(const struct entity_finder *finder, uint32_t token, uint32_t sentence)
{
    const struct document *const document = finder->document;
    return token < document->token_count && document->tokens[token].sentence == sentence ? finder->name_mention[token] : DOCUMENT_NONE;
}

/* Sites, and what is no more than a thing ("Einrichtungen"): they stand where the phrase behind them says. */
static bool owner__stands_somewhere(const struct known_role *role)
{
    const bool site = role->kind == ROLE_KIND_SITE || role->kind == ROLE_KIND_CITY;
    return role->anaphor == ANAPHOR_NONE && ((site && role->bare != BARE_ABROAD) || (role->kind == ROLE_KIND_BODY && role->sector == SECTOR_UNK && role->bare == BARE_FREE && !role->is_mouth));
}

/* "die Führung in Teheran", "die Konfliktparteien im Jemen", "Häfen in Syrien", whatever the parse hangs the place on; not who only speaks there ("der
 * Minister in Brüssel"). */
static void owner__seat_behind(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct owner *owner)
{
    const struct document *const document = finder->document;
    const struct token *const preposition = noun + 2 < document->token_count ? &document->tokens[noun + 1] : NULL;
    const bool body = role->kind == ROLE_KIND_BODY && role->bare == BARE_POWER && role->sector != SECTOR_UNK && role->anaphor != ANAPHOR_COUNTRY;
    const bool thing = owner__stands_somewhere(role);
    if (!preposition || preposition->upos != UPOS_ADP || !preposition->lemma || !(body || role->is_sides || thing) || owner->count)
        return;
    const struct string_map_hit hit = string_map_find(finder->knowledge->prepositions, preposition->lemma, strlen(preposition->lemma));
    const uint32_t name = noun + (document->tokens[noun + 2].upos == UPOS_DET ? 3 : 2);
    const uint32_t mention = owner__name_at(finder, name, document->tokens[noun].sentence);
    const struct entity *const seat = mention == DOCUMENT_NONE ? NULL : &document->entities[document->mentions[mention].entities[0]];
    const bool of_state = seat && ((seat->kind == ENTITY_PLACE && (thing || seat->sector == SECTOR_GOV)) || seat->kind == ENTITY_COUNTRY);
    if (hit.found && (hit.value & PREPOSITION_IS_PLACE) && of_state && owner__gives_code(seat))
        owner__add_mention(finder, document->mentions[mention].head, owner);
}

/* "gewährte den Journalisten aus Belarus Asyl", "durchsuchte einen Tanker aus Kuba", "traf zwei Minister aus Israel": where people and ships come from,
 * though the parse hangs it on the verb; forces may leave from there, and so may "der Minister". */
static void owner__origin_behind(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct owner *owner)
{
    const struct document *const document = finder->document;
    const struct token *const preposition = noun + 2 < document->token_count ? &document->tokens[noun + 1] : NULL;
    const bool some = role->kind == ROLE_KIND_OFFICE && document->tokens[noun].morphology.number == NUMBER_PLUR;
    const bool moves = some || role->kind == ROLE_KIND_GROUP || role->kind == ROLE_KIND_SITE || role->kind == ROLE_KIND_CRAFT;
    if (!preposition || preposition->upos != UPOS_ADP || !preposition->lemma || !moves || role->sector == SECTOR_MIL || owner->count)
        return;
    const struct string_map_hit hit = string_map_find(finder->knowledge->prepositions, preposition->lemma, strlen(preposition->lemma));
    const uint32_t name = noun + (document->tokens[noun + 2].upos == UPOS_DET ? 3 : 2);
    const uint32_t mention = owner__name_at(finder, name, document->tokens[noun].sentence);
    const struct entity *const origin = mention == DOCUMENT_NONE ? NULL : &document->entities[document->mentions[mention].entities[0]];
    if (hit.found && (hit.value & PREPOSITION_IS_ORIGIN) && !(hit.value & PREPOSITION_IS_OWNER) && origin && origin->kind == ENTITY_COUNTRY &&
        owner__gives_code(origin))
        owner__add_mention(finder, document->mentions[mention].head, owner);
}

/* "trafen die Außenminister von Ägypten und der Türkei ein": whose office it is, though the parse hangs it on the verb. */
static void owner__office_behind(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct owner *owner)
{
    const struct document *const document = finder->document;
    const struct token *const preposition = noun + 2 < document->token_count ? &document->tokens[noun + 1] : NULL;
    if (!preposition || preposition->upos != UPOS_ADP || !preposition->lemma || role->kind != ROLE_KIND_OFFICE || owner->count)
        return;
    const struct string_map_hit hit = string_map_find(finder->knowledge->prepositions, preposition->lemma, strlen(preposition->lemma));
    const uint32_t name = noun + (document->tokens[noun + 2].upos == UPOS_DET ? 3 : 2);
    const uint32_t mention = owner__name_at(finder, name, document->tokens[noun].sentence);
    const struct entity *const country = mention == DOCUMENT_NONE ? NULL : &document->entities[document->mentions[mention].entities[0]];
    if (hit.found && (hit.value & PREPOSITION_IS_OWNER) && country && country->kind == ENTITY_COUNTRY && owner__gives_code(country))
        owner__add_all(finder, document->mentions[mention].head, owner);
}

/* "das Nato-Mitglied Estland", "der EU-Partner Ungarn" */
static bool owner__is_member(const struct owner *owner, const struct known_role *role, const struct entity *named)
{
    return named->kind == ENTITY_COUNTRY && owner->count == 1 && owner->entities[0]->kind == ENTITY_ORGANISATION &&
           (role->is_member || (role->sector == SECTOR_GOV && role->kind != ROLE_KIND_OFFICE));
}

/* "die Nachbarn Israels" */
static bool owner__shows_genitive(const struct document *document, uint32_t mention)
{
    const struct mention *const name = &document->mentions[mention];
    const struct token *const last = &document->tokens[name->tokens.first + name->tokens.count - 1];
    const size_t length = strlen(last->form);
    return document->entities[name->entities[0]].kind == ENTITY_COUNTRY && last->lemma && strlen(last->lemma) + 1 == length && last->form[length - 1] == 's';
}

/* By the order of the words: a name right behind, or after the noun's phrase between commas; a genitive or adjective right before. */
static void owner__neighbours(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct owner *owner)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[noun].sentence;
    uint32_t follows = owner__name_at(finder, noun + 1, sentence);
    const struct token_range below = tree_subtree(document, noun);
    const uint32_t comma = below.first + below.count;
    if (follows == DOCUMENT_NONE && role->kind == ROLE_KIND_OFFICE && comma < document->token_count && document->tokens[comma].form[0] == ',')
        follows = owner__name_at(finder, comma + 1, sentence);
    const struct entity *const named = follows == DOCUMENT_NONE ? NULL : &document->entities[document->mentions[follows].entities[0]];
    if (owner->beside == DOCUMENT_NONE && named && (owner_describes(role, named) || owner__is_member(owner, role, named)) &&
        !owner__shows_genitive(document, follows))
        owner__set_beside(owner, document->mentions[follows].entities[0], document->mentions[follows].head);
    if (role->kind == ROLE_KIND_BODY && named && named->kind == ENTITY_PERSON && named->code[0] && !owner->count && follows != DOCUMENT_NONE &&
        owner->beside == DOCUMENT_NONE)
        owner__add(owner, named);        /* die Regierung Merkel */
    owner__seat_behind(finder, noun, role, owner);
    owner__origin_behind(finder, noun, role, owner);
    uint32_t before = noun;
    while (before > 0 && document->tokens[before - 1].head == noun && document->tokens[before - 1].relation == RELATION_AMOD &&
           document->token_mention[before - 1] == DOCUMENT_NONE)
        before--;
    const uint32_t mention = before > 0 && document->tokens[before - 1].sentence == sentence ? document->token_mention[before - 1] : DOCUMENT_NONE;
    if (owner->count || mention == DOCUMENT_NONE || !owner__gives_code(entity_at(finder, before - 1)))
        return;
    const enum mention_kind kind = document->mentions[mention].kind;
    if (kind == MENTION_ADJECTIVE || (kind == MENTION_NAME && document->tokens[before - 1].morphology.grammatical_case == CASE_GEN &&
                                      tree_determiner(document, before - 1) == DOCUMENT_NONE &&
                                      tree_preposition(document, before - 1) == DOCUMENT_NONE))
        owner__add_all(finder, before - 1, owner);
}

static uint32_t owner__possessive(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE && child < noun; child = tree_next_sibling(document, child)) {
        const struct pronoun *const pronoun = entity_pronoun(finder, &document->tokens[child]);
        if (pronoun && (pronoun->kind == PRONOUN_POSSESSIVE || pronoun->kind == PRONOUN_WHOSE))
            return child;
    }
    return DOCUMENT_NONE;
}

bool owner_has_possessive(const struct entity_finder *finder, uint32_t noun)
{
    return owner__possessive(finder, noun) != DOCUMENT_NONE;
}

bool owner_has_pair_word(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE && child < noun; child = tree_next_sibling(document, child)) {
        const struct pronoun *const pronoun = entity_pronoun(finder, &document->tokens[child]);
        if (pronoun && pronoun->kind == PRONOUN_PAIR)
            return true;
    }
    return false;
}

/* "der sudanesische UN-Botschafter", "Brasiliens UN-Botschafterin" are of the country. */
static void owner__prefer_country(const struct entity_finder *finder, uint32_t noun, struct owner *owner)
{
    const struct document *const document = finder->document;
    for (uint32_t child = tree_first_child(document, noun); owner->count == 1 && child != DOCUMENT_NONE && child < noun;
         child = tree_next_sibling(document, child)) {
        const uint32_t mention = document->token_mention[child];
        const bool adjective = mention != DOCUMENT_NONE && document->mentions[mention].kind == MENTION_ADJECTIVE;
        const bool genitive = mention != DOCUMENT_NONE && document->mentions[mention].kind == MENTION_NAME &&
                              document->tokens[child].relation == RELATION_NMOD && document->tokens[child].morphology.grammatical_case == CASE_GEN;
        if ((!adjective && !genitive) || owner->by_adjective || (genitive && owner->entities[0]->kind != ENTITY_ORGANISATION))
            continue;
        owner->count = 0;
        owner__add_all(finder, child, owner);
    }
}

/* "chinesische Kampfjets und vier Kriegsschiffe": what is joined to a noun of its kind has its adjective. */
static void owner__of_first(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct owner *owner)
{
    const struct document *const document = finder->document;
    const uint32_t first = tree_first_conjunct(document, noun);
    if (first == noun || owner->count || owner->beside != DOCUMENT_NONE || tree_determiner(document, noun) != DOCUMENT_NONE)
        return;
    const struct known_role *const of_first = entity_role(finder, &document->tokens[first]);
    if (!of_first || of_first->sector != role->sector || of_first->kind != role->kind)
        return;
    for (uint32_t child = tree_first_child(document, first); child != DOCUMENT_NONE && child < first; child = tree_next_sibling(document, child))
        if (document->token_mention[child] != DOCUMENT_NONE && document->mentions[document->token_mention[child]].kind == MENTION_ADJECTIVE && !owner->count)
            owner__add_all(finder, child, owner);
}

/* "Fahrzeuge und Gebäude der Vereinten Nationen": a genitive behind nouns that are joined without an article is that of all. */
static void owner__of_all(const struct entity_finder *finder, uint32_t noun, struct owner *owner)
{
    const struct document *const document = finder->document;
    const uint32_t first = tree_first_conjunct(document, noun);
    if (owner->count || owner->beside != DOCUMENT_NONE || tree_next_conjunct(document, first) == DOCUMENT_NONE || tree_determiner(document, noun) != DOCUMENT_NONE)
        return;
    for (uint32_t joined = first; joined != DOCUMENT_NONE; joined = tree_next_conjunct(document, joined)) {
        if (joined == noun || document->tokens[joined].upos != UPOS_NOUN || tree_determiner(document, joined) != DOCUMENT_NONE)
            continue;
        for (uint32_t child = tree_first_child(document, joined); child != DOCUMENT_NONE && !owner->count; child = tree_next_sibling(document, child))
            if (child > noun && child > joined && document->tokens[child].relation == RELATION_NMOD && tree_preposition(document, child) == DOCUMENT_NONE &&
                owner__gives_code(entity_at(finder, child)))
                owner__add_all(finder, child, owner);
    }
}

void owner_find(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct owner *owner)
{
    const struct document *const document = finder->document;
    *owner = (struct owner){.beside = DOCUMENT_NONE, .beside_token = DOCUMENT_NONE, .is_pair = owner_has_pair_word(finder, noun)};
    const uint32_t modifier = document->token_modifier[noun];
    const struct entity *const first = modifier == DOCUMENT_NONE ? NULL : &document->entities[document->mentions[modifier].entities[0]];
    if (first && first->code[0])
        owner__add(owner, first);
    const uint32_t possessive = owner__possessive(finder, noun);
    const struct entity *const possessor = possessive == DOCUMENT_NONE ? NULL : entity_at(finder, possessive);
    const bool thing = role->kind == ROLE_KIND_SITE || role->kind == ROLE_KIND_CRAFT;
    if (thing)
        owner__leader(finder, noun, role, owner);    /* before where it is: "von US-Truppen genutzte Stützpunkte im Irak" */
    owner__descent(finder, noun, role, owner);
    owner__children(finder, noun, role, owner);
    owner__prefer_country(finder, noun, owner);
    if (!thing)
        owner__leader(finder, noun, role, owner);
    const bool of_another = (role->kind == ROLE_KIND_OFFICE && role->bare == BARE_FREE) ||          /* "seinem Amtskollegen" */
                            (role->anaphor == ANAPHOR_COUNTRY && role->bare == BARE_ABROAD &&       /* "seine Verbündeten" */
                             document->tokens[noun].morphology.number == NUMBER_PLUR);
    if (possessor && possessor->code[0] && !owner->by_adjective && !of_another) {      /* "ihre afghanischen Verbündeten" are Afghans */
        owner->count = modifier != DOCUMENT_NONE && owner->count ? 1 : 0;
        owner__add_mention(finder, possessive, owner);
    }
    owner__above(finder, noun, role, owner);
    owner__neighbours(finder, noun, role, owner);
    owner__office_behind(finder, noun, role, owner);
    owner__of_first(finder, noun, role, owner);
    owner__of_all(finder, noun, owner);
    if (owner->beside != DOCUMENT_NONE && owner->count && owner->entities[0]->kind == ENTITY_COUNTRY &&
        document->entities[owner->beside].kind != ENTITY_COUNTRY && document->entities[owner->beside].code[0] && strcmp(document->entities[owner->beside].code, owner->entities[0]->code) != 0)
        owner->beside = DOCUMENT_NONE;           /* "der ungarische Ministerpräsident Kristersson" are two */
}
