/* event/roles.c: fills actor and recipient from the arguments that the frame names; items: event/roles_items.c. A word that is no party itself stands
 * for the one it belongs to: adjective (israelische Stellungen), genitive, possessive, compound's first part, then place. */
#include "event/roles.h"

#include "entity/entity.h"
#include "event/company.h"
#include "event/subject.h"
#include "parse/tree.h"

#include <string.h>

enum { ROLES_DEPTH = 2 };

struct party roles_party(const struct document *document, uint32_t entity, struct span span)
{
    const struct entity *const known = &document->entities[entity];
    struct party party = {.text = known->name, .span = span, .entity = entity, .sector = known->sector, .naming = known->naming};
    memcpy(party.code, known->code, sizeof party.code);
    if (!party.code[0] && known->kind == ENTITY_PLACE)
        memcpy(party.code, known->place_country, sizeof party.code);
    if (known->kind == ENTITY_PLACE && party.sector == SECTOR_NONE)
        party.sector = SECTOR_CVL;
    return party;
}

struct role_parties roles_speaker(const struct document *document, uint32_t entity, uint32_t token)
{
    return (struct role_parties){.items = {roles_party(document, entity, (struct span){0, 0})}, .tokens = {token}, .count = 1};
}

bool roles_stand_at(const struct role_parties *parties, uint32_t token)
{
    for (size_t i = 0; i < parties->count; i++)
        if (parties->tokens[i] == token)
            return true;
    return false;
}

bool roles_have(const struct role_parties *parties, uint32_t entity)
{
    for (size_t i = 0; i < parties->count; i++)
        if (parties->items[i].entity == entity)
            return true;
    return false;
}

static bool roles__add_mention(const struct scene *scene, uint32_t mention_index, uint32_t token, struct role_parties *parties)
{
    if (mention_index == DOCUMENT_NONE)
        return false;
    const struct mention *const mention = &scene->document->mentions[mention_index];
    for (size_t i = 0; i < mention->entity_count && parties->count < ROLES_MOST; i++)
        if (!roles_have(parties, mention->entities[i])) {
            parties->tokens[parties->count] = token;
            parties->items[parties->count++] = roles_party(scene->document, mention->entities[i], mention->span);
        }
    return mention->entity_count > 0;
}

static void roles__add_all(const struct scene *scene, struct frame_slot slot, uint32_t token, unsigned depth, struct role_parties *parties);

/* "Stellungen in Syrien", but not "das Gesetz über Agenten": with an accusative they tell no place; a bare name behind "in" is a dative. */
static bool roles__tells_place(const struct scene *scene, const struct argument *argument)
{
    if (knowledge_is_setting(scene->knowledge, &scene->document->tokens[argument->token]))
        return false;                /* "den Putsch auf einer Sitzung in Bern": where it was judged */
    const unsigned use = knowledge_preposition(scene->knowledge, argument->slot.preposition);
    const bool bare = (use & PREPOSITION_DIRECTION) && arguments_is_bare_name(scene, argument->token);
    return (use & PREPOSITION_PLACE) && (bare || scene->document->tokens[argument->token].morphology.grammatical_case != CASE_ACC);
}

/* A treaty called after the town where it was made is not the town's: "die Ottawa-Konvention". */
static bool roles__may_own(const struct scene *scene, uint32_t token)
{
    const uint32_t modifier = scene->document->token_modifier[token];
    return modifier != DOCUMENT_NONE &&
           (scene->document->entities[scene->document->mentions[modifier].entities[0]].kind != ENTITY_PLACE || match_noun_has_type(scene, token, EVENT_TYPE_COUNT));
}

/* "das Abkommen von Doha": a treaty is called after one town; "das Abkommen von Moskau und Ankara" has two sides. */
static bool roles__names_treaty(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t noun = tree_head(document, token), mention = scene->mention[token];
    if (noun == DOCUMENT_NONE || noun > token || mention == DOCUMENT_NONE || document->mentions[mention].kind != MENTION_NAME ||
        document->entities[document->mentions[mention].entities[0]].kind != ENTITY_PLACE || tree_next_conjunct(document, token) != DOCUMENT_NONE ||
        !knowledge_is_von(scene->knowledge, arguments_preposition(scene, token)))
        return false;
    const struct frame *const treaty = match_noun_frame(scene, noun, UINT32_C(1) << EVENT_AGREE);
    return treaty && !treaty->roles[ROLE_RECIPIENT].count;
}

/* "ein von der Hisbollah kontrolliertes Viertel": who is told to keep or use a thing, where that is no attack. */
static bool roles__add_keeper(const struct scene *scene, uint32_t token, unsigned depth, struct role_parties *parties)
{
    const size_t before = parties->count;
    struct arguments inner;
    for (uint32_t child = tree_first_child(scene->document, token); child != DOCUMENT_NONE && child < token && parties->count == before;
         child = tree_next_sibling(scene->document, child)) {
        if (scene->document->tokens[child].relation != RELATION_AMOD || scene->participle[child] != VERB_FORM_PART_PERF || !scene->verb_lemma[child] ||
            match_verb_has_type(scene, scene->verb_lemma[child], EVENT_ASSAULT))
            continue;
        arguments_of_verb(scene, child, &inner);
        for (size_t i = 0; i < inner.count; i++)
            if (inner.items[i].slot.function == FUNCTION_NOM && !inner.items[i].weak)
                roles__add_all(scene, inner.items[i].slot, inner.items[i].token, depth + 1, parties);
    }
    return parties->count > before;
}

/* "die Verhaftung der Journalistin": the genitive suffers the act; "den Angriff der Rebellen": it does it. */
static bool roles__has_sufferer(const struct scene *scene, uint32_t noun)
{
    const struct frame_slot genitive = {FUNCTION_GEN, NULL};
    const struct frame *const act = match_noun_frame(scene, noun, UINT32_MAX);
    return act && frame_looks_in(act, ROLE_RECIPIENT, genitive) && !frame_looks_in(act, ROLE_ACTOR, genitive);
}

/* The party that a thing belongs to. */
static bool roles__add_owner(const struct scene *scene, uint32_t token, unsigned depth, struct role_parties *parties)
{
    static const enum frame_function order[] = {FUNCTION_ADJ, FUNCTION_POSS, FUNCTION_GEN, FUNCTION_MOD, FUNCTION_PP};
    struct arguments own;
    if (depth >= ROLES_DEPTH || !arguments_is_noun(scene, token))
        return false;
    arguments_of_noun(scene, token, &own);
    for (size_t step = 0; step < sizeof order / sizeof *order; step++) {
        bool found = order[step] == FUNCTION_PP && roles__add_keeper(scene, token, depth, parties);
        for (size_t i = 0; i < own.count; i++) {
            const struct argument *const argument = &own.items[i];
            if (argument->weak || argument->slot.function != order[step])
                continue;
            if ((order[step] == FUNCTION_GEN && roles__has_sufferer(scene, token)) || (order[step] == FUNCTION_MOD && !roles__may_own(scene, argument->token)))
                continue;
            if (order[step] == FUNCTION_PP && (!roles__tells_place(scene, argument) || match_noun_has_type(scene, token, EVENT_ASSAULT)))
                continue;                /* "der Anschlag in Kabul": it hits the place, who did it is not told */
            const size_t before = parties->count;
            roles__add_all(scene, argument->slot, argument->token, depth + 1, parties);
            found = found || parties->count > before;
        }
        if (found)
            return true;
    }
    return false;
}

/* "die Insel Taiwan", "der Konzern Elbit": a noun that stands for nobody itself is who the whole name right behind it tells. */
static bool roles__add_name(const struct scene *scene, uint32_t token, struct role_parties *parties)
{
    const struct document *const document = scene->document;
    const uint32_t name = token + 1;
    const struct mention *const mention =
        arguments_is_noun(scene, token) && name < document->token_count && document->tokens[name].upos == UPOS_PROPN && scene->mention[name] != DOCUMENT_NONE
            ? &document->mentions[scene->mention[name]] : NULL;
    if (!mention || mention->kind != MENTION_NAME || mention->tokens.first != name || document->tokens[mention->head].relation != RELATION_APPOS ||
        tree_head(document, mention->head) != token || !mention->entity_count || !document->entities[mention->entities[0]].code[0])
        return false;
    const uint32_t end = name + mention->tokens.count;
    return (end == document->token_count || document->tokens[end].upos != UPOS_PROPN) && roles__add_mention(scene, scene->mention[name], token, parties);
}

static bool roles__is_named_place(const struct scene *scene, uint32_t token)
{
    const uint32_t mention = scene->mention[token];
    const struct document *const document = scene->document;
    if (mention == DOCUMENT_NONE || document->mentions[mention].kind != MENTION_NAME)
        return false;
    const enum entity_kind kind = document->entities[document->mentions[mention].entities[0]].kind;
    return kind == ENTITY_PLACE || kind == ENTITY_COUNTRY;
}

/* "Angriffe auf Orte in Israel", "Ziele im Gazastreifen", where the parse hangs the place on what is above; "den Anschlag in Kabul" hits the place. */
static bool roles__add_place_behind(const struct scene *scene, uint32_t token, struct role_parties *parties)
{
    const struct document *const document = scene->document;
    const uint32_t preposition = token + 1, name = token + 2 < document->token_count ? token + 2 + (document->tokens[token + 2].upos == UPOS_DET) : token + 2;
    if (name >= document->token_count || !arguments_is_noun(scene, token) || match_noun_has_type(scene, token, EVENT_ASSAULT) ||
        document->tokens[preposition].relation != RELATION_CASE ||
        tree_head(document, preposition) != name || document->tokens[name].sentence != document->tokens[token].sentence)
        return false;
    const unsigned use = knowledge_preposition(scene->knowledge, arguments_preposition(scene, name));
    return (use & PREPOSITION_PLACE) && (use & PREPOSITION_DIRECTION) &&
           (arguments_is_bare_name(scene, name) || (name > token + 2 && roles__is_named_place(scene, name) && document->tokens[name].morphology.grammatical_case == CASE_DAT)) &&
           roles__add_mention(scene, scene->mention[name], name, parties);
}

/* "der EU-Beitritt Albaniens": whose country's a noun is that an organisation of states stands in. */
static bool roles__add_member(const struct scene *scene, uint32_t token, unsigned depth, struct role_parties *parties)
{
    const uint32_t modifier = scene->document->token_modifier[token];
    const struct entity *const body = modifier == DOCUMENT_NONE ? NULL : &scene->document->entities[scene->document->mentions[modifier].entities[0]];
    const size_t before = parties->count;
    struct arguments own;
    if (!body || body->kind != ENTITY_ORGANISATION || strcmp(body->code, "IGO") != 0 || depth >= ROLES_DEPTH)
        return false;
    arguments_of_noun(scene, token, &own);
    for (size_t i = 0; i < own.count; i++) {
        const struct entity *const owner = own.items[i].weak || own.items[i].slot.function != FUNCTION_GEN
                                               ? NULL : match_entity(scene, own.items[i].slot, own.items[i].token);
        if (owner && owner->kind == ENTITY_COUNTRY)
            roles__add_all(scene, own.items[i].slot, own.items[i].token, depth + 1, parties);
    }
    return parties->count > before;
}

static bool roles__add_one(const struct scene *scene, struct frame_slot slot, uint32_t token, unsigned depth,
                           struct role_parties *parties)
{
    const struct document *const document = scene->document;
    if (slot.function == FUNCTION_MOD)
        return roles__add_mention(scene, document->token_modifier[token], token, parties);
    if (roles__names_treaty(scene, token))
        return false;
    const uint32_t whole = company_whole(scene, token);
    if (whole != DOCUMENT_NONE)
        return roles__add_mention(scene, scene->mention[whole], whole, parties);
    return roles__add_mention(scene, scene->mention[token], token, parties) || roles__add_member(scene, token, depth, parties) ||
           (roles__may_own(scene, token) && roles__add_mention(scene, document->token_modifier[token], token, parties)) || roles__add_name(scene, token, parties) ||
           roles__add_owner(scene, token, depth, parties) || ((slot.function == FUNCTION_PP || slot.function == FUNCTION_AKK) && roles__add_place_behind(scene, token, parties));
}

/* "A, B und C"; where no conjunction joins them the parser has run two phrases together ("verdächtigt A, B geliefert zu haben"). */
static bool roles__is_coordination(const struct scene *scene, uint32_t first)
{
    for (uint32_t next = tree_next_conjunct(scene->document, first); next != DOCUMENT_NONE;
         next = tree_next_conjunct(scene->document, next))
        if (tree_child(scene->document, next, RELATION_CC) != DOCUMENT_NONE)
            return true;
    return false;
}

static bool roles__has_nationality(const struct scene *scene, uint32_t token)
{
    for (uint32_t child = tree_first_child(scene->document, token); child != DOCUMENT_NONE;
         child = tree_next_sibling(scene->document, child))
        if (scene->document->tokens[child].relation == RELATION_AMOD && scene->mention[child] != DOCUMENT_NONE)
            return true;
    return false;
}

/* "iranische Personen und Firmen": a bare conjunct is described by the adjectives of the first, and so is of the same country. */
static bool roles__shares_nationality(const struct scene *scene, uint32_t first, uint32_t conjunct)
{
    const struct document *const document = scene->document;
    if (document->tokens[conjunct].upos != UPOS_NOUN || !roles__has_nationality(scene, first))
        return false;
    for (uint32_t child = tree_first_child(document, conjunct); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        switch (document->tokens[child].relation) {
        case RELATION_DET:
        case RELATION_DET_POSS:
        case RELATION_AMOD:
        case RELATION_NMOD:
        case RELATION_APPOS:
            return false;
        default:
            break;
        }
    return document->token_modifier[conjunct] == DOCUMENT_NONE;
}

/* "die Hisbollah und ihre Verbündeten": who is told but by whose he is, so that his country is not known, adds nothing to the one named before him. */
static bool roles__is_only_related(const struct scene *scene, uint32_t conjunct, const struct party *party)
{
    const struct document *const document = scene->document;
    if (party->code[0])
        return false;
    for (uint32_t child = tree_first_child(document, conjunct); child != DOCUMENT_NONE && child < conjunct; child = tree_next_sibling(document, child))
        if (document->tokens[child].relation == RELATION_DET_POSS || (document->tokens[child].upos == UPOS_PRON && document->tokens[child].relation == RELATION_NMOD))
            return true;
    return false;
}

static void roles__add_all(const struct scene *scene, struct frame_slot slot, uint32_t token, unsigned depth, struct role_parties *parties)
{
    const size_t before = parties->count;
    (void)roles__add_one(scene, slot, token, depth, parties);
    const bool vague = parties->count == before + 1 && !parties->items[before].code[0];
    const uint32_t example = vague ? company_example(scene, token) : DOCUMENT_NONE;
    if (example != DOCUMENT_NONE) {        /* "mehrere Staaten, darunter Polen" */
        parties->count = before;
        roles__add_all(scene, (struct frame_slot){FUNCTION_AKK, NULL}, example, depth, parties);
        return;
    }
    const uint32_t torn = parties->count > before ? company_torn_conjunct(scene, token) : DOCUMENT_NONE;
    if (torn != DOCUMENT_NONE && (roles__has_nationality(scene, torn) || scene->document->mentions[scene->document->token_mention[torn]].kind == MENTION_NAME))
        (void)roles__add_one(scene, slot, torn, depth, parties);
    if (slot.function == FUNCTION_MOD || !roles__is_coordination(scene, token))
        return;
    for (uint32_t next = tree_next_conjunct(scene->document, token); next != DOCUMENT_NONE;
         next = tree_next_conjunct(scene->document, next)) {
        const size_t count = parties->count;
        if (subject_is_of_next_clause(scene, next) && !subject_is_of_next_clause(scene, token))
            break;
        if ((!scene->verb_lemma[next] || scene->mention[next] != DOCUMENT_NONE) && !roles__shares_nationality(scene, token, next))
            (void)roles__add_one(scene, slot, next, depth, parties);
        if (before < count && parties->count == count + 1 && roles__is_only_related(scene, next, &parties->items[count]))
            parties->count = count;
    }
}

void roles_add(const struct scene *scene, struct frame_slot slot, uint32_t token, struct role_parties *parties)
{
    roles__add_all(scene, slot, token, 0, parties);
}

/* ---- the frame's role cells ---------------------------------------------------------------------------------- */

/* Calls take for every argument of the list that has the slot; strong ones only, unless there are none. */
static bool roles__each(const struct scene *scene, const struct frame_term *term, struct frame_slot slot,
                        const struct arguments *arguments, roles_take *take, void *result)
{
    for (int weak = 0; weak < 2; weak++) {
        bool found = false;
        for (size_t i = 0; i < arguments->count; i++)
            if (arguments->items[i].weak == (weak == 1) && frame_slot_equal(arguments->items[i].slot, slot))
                found = take(scene, term, slot, arguments->items[i].token, result) || found;
        if (found)
            return true;
    }
    return false;
}

static bool roles__inner(const struct scene *scene, const struct frame_term *term, uint32_t noun, roles_take *take, void *result)
{
    struct arguments inner;
    arguments_of_noun(scene, noun, &inner);
    return roles__each(scene, term, term->inner, &inner, take, result);
}

/* weak: "die Festnahme des Mannes durch Peru", which the parse hangs on the man. */
static bool roles__is_agent(const struct scene *scene, const struct argument *argument, bool weak)
{
    const unsigned use = argument->slot.function == FUNCTION_PP && (weak || !argument->weak)
                             ? knowledge_preposition(scene->knowledge, argument->slot.preposition) : 0;
    return (use & PREPOSITION_AGENT) && !(use & PREPOSITION_CONTENT);
}

/* "die Festnahme der Frau durch Peru", though the parse may hang it on the verb; but not "ließ die Einigung durch einen Sprecher begrüßen". */
static bool roles__agent(const struct scene *scene, const struct frame_term *term, uint32_t noun, const struct arguments *beside, roles_take *take,
                         void *result)
{
    const uint32_t head = tree_head(scene->document, noun);
    struct arguments inner;
    bool found = false;
    if (head != DOCUMENT_NONE && scene->verb_lemma[head] && knowledge_is_causative(scene->knowledge, scene->verb_lemma[head]))
        return false;
    arguments_of_noun(scene, noun, &inner);
    for (size_t i = 0; i < inner.count; i++)
        if (roles__is_agent(scene, &inner.items[i], tree_is_inside(scene->document, inner.items[i].token, noun)))
            found = take(scene, term, inner.items[i].slot, inner.items[i].token, result) || found;
    for (size_t i = 0; i < beside->count && !found; i++)
        if (beside->items[i].token > noun && roles__is_agent(scene, &beside->items[i], false))
            found = take(scene, term, beside->items[i].slot, beside->items[i].token, result);
    return found;
}

/* "die von Peru erhobenen Vorwürfe": who is told to have done, or shall do, what is judged, refused or asked, before whose it is. */
static bool roles__author(const struct scene *scene, const struct frame_term *term, uint32_t noun, const struct arguments *beside, roles_take *take,
                          void *result)
{
    struct arguments inner;
    bool found = roles__agent(scene, term, noun, beside, take, result);
    for (uint32_t child = tree_first_child(scene->document, noun); child != DOCUMENT_NONE && child < noun && !found;
         child = tree_next_sibling(scene->document, child)) {
        if (scene->document->tokens[child].relation != RELATION_AMOD || scene->participle[child] != VERB_FORM_PART_PERF)
            continue;
        arguments_of_verb(scene, child, &inner);
        found = roles__each(scene, term, (struct frame_slot){FUNCTION_NOM, NULL}, &inner, take, result);
    }
    return found;
}

static bool roles__judges(const struct frame_match *match)
{
    const enum event_type type = match->frame->type;
    return type == EVENT_ACCUSE || type == EVENT_REJECT || type == EVENT_SUPPORT || type == EVENT_REQUEST;
}

static bool roles__has_author(const struct frame_match *match, const struct frame_term *term)
{
    const bool owner = term->has_inner ? term->inner.function == FUNCTION_GEN : term->slot.function == FUNCTION_AKK;
    return owner && roles__judges(match);
}

static bool roles__term(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments,
                        const struct frame_term *term, roles_take *take, void *result)
{
    if (term->slot.function == FUNCTION_NOUN) {
        if (match->noun == DOCUMENT_NONE)
            return false;
        return term->has_inner ? roles__inner(scene, term, match->noun, take, result)
                               : take(scene, term, term->slot, match->noun, result);
    }
    bool found = false;
    for (size_t i = 0; i < arguments->count && !term->has_inner && roles__has_author(match, term); i++)
        if (frame_slot_equal(arguments->items[i].slot, term->slot) && !arguments->items[i].weak && scene->mention[arguments->items[i].token] == DOCUMENT_NONE)
            found = roles__author(scene, term, arguments->items[i].token, arguments, take, result) || found;
    if (!term->has_inner)
        return found || roles__each(scene, term, term->slot, arguments, take, result);
    for (size_t i = 0; i < arguments->count; i++)
        if (frame_slot_equal(arguments->items[i].slot, term->slot))
            found = (roles__has_author(match, term) && roles__author(scene, term, arguments->items[i].token, arguments, take, result)) ||
                    (!(roles__judges(match) && term->inner.function == FUNCTION_GEN && roles__has_sufferer(scene, arguments->items[i].token)) &&
                     roles__inner(scene, term, arguments->items[i].token, take, result)) || found;
    return found;
}

void roles_fill(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments,
                        const struct frame_role *role, roles_take *take, void *result)
{
    for (size_t i = 0; i < role->count; i++)
        for (size_t j = 0; j < role->groups[i].count; j++)
            if (roles__term(scene, match, arguments, &role->groups[i].terms[j], take, result))
                break;
}

static bool roles__take_party(const struct scene *scene, const struct frame_term *term, struct frame_slot slot, uint32_t token,
                              void *result)
{
    struct role_parties *const parties = result;
    const size_t before = parties->count;
    if (term->filler_count && !match_fillers(scene, term, slot, token))
        return false;
    if (before && scene->document->token_item[token] != DOCUMENT_NONE && scene->mention[token] == DOCUMENT_NONE)
        return false;                                /* "versorgt die Miliz mit Waffen, darunter Drohnen chinesischer Bauart" */
    roles_add(scene, slot, token, parties);
    return parties->count > before;
}

/* "die Lieferung weiterer Panzer": what is handed over hands nothing over. */
static void roles__drop_goods(const struct scene *scene, const struct frame *frame, const struct arguments *arguments, struct role_parties *actors)
{
    for (size_t i = 0; i < arguments->count; i++) {
        const struct argument *const argument = &arguments->items[i];
        const uint32_t item = scene->document->token_item[argument->token];
        if (item == DOCUMENT_NONE || !entity_is_arms(scene->document->items[item].item_class) || !frame_looks_in(frame, ROLE_ITEM, argument->slot))
            continue;
        size_t kept = 0;
        for (size_t j = 0; j < actors->count; j++)
            if (actors->tokens[j] != argument->token)
                roles_keep(actors, j, &kept);
        actors->count = kept;
    }
}

/* "drängte auf die Lieferung von Kampfjets": arms of which no word tells whose they are are asked nothing. */
static void roles__drop_arms(const struct scene *scene, struct role_parties *recipients)
{
    size_t kept = 0;
    for (size_t i = 0; i < recipients->count; i++) {
        const uint32_t item = scene->document->token_item[recipients->tokens[i]], entity = recipients->items[i].entity;
        const bool arms = item != DOCUMENT_NONE && entity_is_arms(scene->document->items[item].item_class);
        if (arms && entity != DOCUMENT_NONE && (scene->document->entities[entity].supposed || !recipients->items[i].code[0]))
            continue;
        roles_keep(recipients, i, &kept);
    }
    recipients->count = kept;
}

void roles_parties(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments,
                   enum frame_role_name role, struct role_parties *parties)
{
    roles_fill(scene, match, arguments, &match->frame->roles[role], roles__take_party, parties);
    if (role == ROLE_ACTOR && (match->frame->type == EVENT_AID || match->frame->type == EVENT_COOPERATE))
        roles__drop_goods(scene, match->frame, arguments, parties);
    if (role == ROLE_RECIPIENT && match->frame->type == EVENT_REQUEST)
        roles__drop_arms(scene, parties);
}
