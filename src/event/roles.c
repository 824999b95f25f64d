/* event/roles.c: fills actor, recipient and item from the arguments that the frame names. A word that is no party itself stands
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

/* The party that a thing belongs to. */
static bool roles__add_owner(const struct scene *scene, uint32_t token, unsigned depth, struct role_parties *parties)
{
    static const enum frame_function order[] = {FUNCTION_ADJ, FUNCTION_POSS, FUNCTION_GEN, FUNCTION_MOD, FUNCTION_PP};
    struct arguments own;
    if (depth >= ROLES_DEPTH || !arguments_is_noun(scene, token))
        return false;
    arguments_of_noun(scene, token, &own);
    const bool attack = match_noun_has_type(scene, token, EVENT_ASSAULT);                /* "der Anschlag in Kabul": it hits the place, who did it is not told */
    for (size_t step = 0; step < sizeof order / sizeof *order; step++) {
        bool found = false;
        for (size_t i = 0; i < own.count; i++) {
            const struct argument *const argument = &own.items[i];
            if (argument->weak || argument->slot.function != order[step])
                continue;
            if ((argument->slot.function == FUNCTION_PP && (attack || !roles__tells_place(scene, argument))) ||
                (argument->slot.function == FUNCTION_MOD && !roles__may_own(scene, argument->token)))
                continue;
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

static bool roles__add_one(const struct scene *scene, struct frame_slot slot, uint32_t token, unsigned depth,
                           struct role_parties *parties)
{
    const struct document *const document = scene->document;
    if (slot.function == FUNCTION_MOD)
        return roles__add_mention(scene, document->token_modifier[token], token, parties);
    const uint32_t whole = company_whole(scene, token);
    if (whole != DOCUMENT_NONE)
        return roles__add_mention(scene, scene->mention[whole], whole, parties);
    return roles__add_mention(scene, scene->mention[token], token, parties) ||
           (roles__may_own(scene, token) && roles__add_mention(scene, document->token_modifier[token], token, parties)) || roles__add_name(scene, token, parties) ||
           roles__add_owner(scene, token, depth, parties);
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

static void roles__add_all(const struct scene *scene, struct frame_slot slot, uint32_t token, unsigned depth, struct role_parties *parties)
{
    const size_t before = parties->count;
    const uint32_t example = company_example(scene, token);
    (void)roles__add_one(scene, slot, token, depth, parties);
    if (example != DOCUMENT_NONE && parties->count == before + 1 && !parties->items[before].code[0]) {        /* "mehrere Staaten, darunter Polen" */
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
        if (!subject_is_of_next_clause(scene, token) && subject_is_of_next_clause(scene, next))
            break;
        if ((!scene->verb_lemma[next] || scene->mention[next] != DOCUMENT_NONE) && !roles__shares_nationality(scene, token, next))
            (void)roles__add_one(scene, slot, next, depth, parties);
    }
}

void roles_add(const struct scene *scene, struct frame_slot slot, uint32_t token, struct role_parties *parties)
{
    roles__add_all(scene, slot, token, 0, parties);
}

/* ---- the frame's role cells ---------------------------------------------------------------------------------- */

typedef bool roles__take(const struct scene *scene, const struct frame_term *term, struct frame_slot slot, uint32_t token,
                         void *result);

/* Calls take for every argument of the list that has the slot; strong ones only, unless there are none. */
static bool roles__each(const struct scene *scene, const struct frame_term *term, struct frame_slot slot,
                        const struct arguments *arguments, roles__take *take, void *result)
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

static bool roles__inner(const struct scene *scene, const struct frame_term *term, uint32_t noun, roles__take *take, void *result)
{
    struct arguments inner;
    arguments_of_noun(scene, noun, &inner);
    return roles__each(scene, term, term->inner, &inner, take, result);
}

static bool roles__is_agent(const struct scene *scene, const struct argument *argument)
{
    const unsigned use = argument->slot.function == FUNCTION_PP && !argument->weak
                             ? knowledge_preposition(scene->knowledge, argument->slot.preposition) : 0;
    return (use & PREPOSITION_AGENT) && !(use & PREPOSITION_CONTENT);
}

/* "die Festnahme der Frau durch Peru", though the parse may hang it on the verb; but not "ließ die Einigung durch einen Sprecher begrüßen". */
static bool roles__agent(const struct scene *scene, const struct frame_term *term, uint32_t noun, const struct arguments *beside, roles__take *take,
                         void *result)
{
    const uint32_t head = tree_head(scene->document, noun);
    struct arguments inner;
    bool found = false;
    if (head != DOCUMENT_NONE && scene->verb_lemma[head] && knowledge_is_causative(scene->knowledge, scene->verb_lemma[head]))
        return false;
    arguments_of_noun(scene, noun, &inner);
    for (size_t i = 0; i < inner.count; i++)
        if (roles__is_agent(scene, &inner.items[i]))
            found = take(scene, term, inner.items[i].slot, inner.items[i].token, result) || found;
    for (size_t i = 0; i < beside->count && !found; i++)
        if (beside->items[i].token > noun && roles__is_agent(scene, &beside->items[i]))
            found = take(scene, term, beside->items[i].slot, beside->items[i].token, result);
    return found;
}

/* "die von Peru erhobenen Vorwürfe": who is told to have done, or shall do, what is judged, refused or asked, before whose it is. */
static bool roles__author(const struct scene *scene, const struct frame_term *term, uint32_t noun, const struct arguments *beside, roles__take *take,
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

static bool roles__has_author(const struct frame_match *match, const struct frame_term *term)
{
    const enum event_type type = match->frame->type;
    const bool owner = term->has_inner ? term->inner.function == FUNCTION_GEN : term->slot.function == FUNCTION_AKK;
    return owner && (type == EVENT_ACCUSE || type == EVENT_REJECT || type == EVENT_SUPPORT || type == EVENT_REQUEST);
}

static bool roles__term(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments,
                        const struct frame_term *term, roles__take *take, void *result)
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
                    roles__inner(scene, term, arguments->items[i].token, take, result) || found;
    return found;
}

static void roles__fill(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments,
                        const struct frame_role *role, roles__take *take, void *result)
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

/* Once: "Panzer Leopard 2" is one item of two words. */
static void roles__add_item(uint32_t item, struct role_items *items)
{
    for (size_t i = 0; i < items->count; i++)
        if (items->items[i] == item)
            return;
    if (items->count < ROLES_MOST)
        items->items[items->count++] = item;
}

/* Is another of the items of its class told with the same number: "12.000 Schuss Munition"? */
static bool roles__is_counted(const struct document *document, uint32_t item, const struct role_items *items)
{
    for (size_t i = 0; i < items->count; i++)
        if (document->items[item].quantity != DOCUMENT_NONE && document->items[items->items[i]].quantity == document->items[item].quantity &&
            strcmp(document->items[items->items[i]].item_class, document->items[item].item_class) == 0)
            return true;
    return false;
}

static bool roles__take_items(const struct scene *scene, const struct frame_term *term, struct frame_slot slot, uint32_t token,
                              void *result)
{
    uint32_t found[ROLES_MOST];
    if (term->filler_count && !match_fillers(scene, term, slot, token))
        return false;
    const size_t count = match_items_of(scene, slot, token, found, ROLES_MOST);
    for (size_t i = 0; i < count; i++)
        if (!roles__is_counted(scene->document, found[i], result))
            roles__add_item(found[i], result);
    return count > 0;
}

/* "setzte neben Drohnen auch Marschflugkörper ein", "Haubitzen samt Munition": what else there is beside items found. */
static void roles__joined(const struct scene *scene, const struct arguments *arguments, struct role_items *items)
{
    uint32_t found[ROLES_MOST];
    for (size_t i = 0; i < arguments->count; i++) {
        const struct argument *const argument = &arguments->items[i];
        const bool joins = argument->slot.function == FUNCTION_PP && (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_JOINING);
        const size_t count = joins ? match_items_of(scene, argument->slot, argument->token, found, ROLES_MOST) : 0;
        for (size_t j = 0; j < count; j++)
            if (!roles__is_counted(scene->document, found[j], items))
                roles__add_item(found[j], items);
    }
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
            if (actors->tokens[j] != argument->token) {
                actors->tokens[kept] = actors->tokens[j];
                actors->items[kept++] = actors->items[j];
            }
        actors->count = kept;
    }
}

void roles_parties(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments,
                   enum frame_role_name role, struct role_parties *parties)
{
    roles__fill(scene, match, arguments, &match->frame->roles[role], roles__take_party, parties);
    if (role == ROLE_ACTOR && (match->frame->type == EVENT_AID || match->frame->type == EVENT_COOPERATE))
        roles__drop_goods(scene, match->frame, arguments, parties);
}

/* Those that attack or shoot down ("die Flugabwehr") are the actor, no arms. */
static bool roles__is_force(const char *item_class)
{
    return strcmp(item_class, "troops") == 0 || strcmp(item_class, "air-defence") == 0;
}

static void roles__add_items(const struct scene *scene, const struct argument *argument, bool forces, struct role_items *items)
{
    uint32_t found[ROLES_MOST];
    const size_t count = match_items_of(scene, argument->slot, argument->token, found, ROLES_MOST);
    for (size_t i = 0; i < count; i++)
        if (forces || !roles__is_force(scene->document->items[found[i]].item_class))
            roles__add_item(found[i], items);
}

/* Arms that an attack is made with and the goods of help, where the frame does not tell: "griff mit Drohnen an", "Kampfflugzeuge bombardierten",
 * "Raketenangriff". */
static void roles__means(const struct scene *scene, const struct arguments *arguments, bool subject, struct role_items *items)
{
    for (size_t i = 0; i < arguments->count && !items->count; i++) {
        const struct argument *const argument = &arguments->items[i];
        const bool means = argument->slot.function == FUNCTION_PP &&
                           (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_MEANS);
        if (means || argument->slot.function == FUNCTION_MOD || (subject && argument->slot.function == FUNCTION_NOM))
            roles__add_items(scene, argument, !subject, items);
    }
}

/* "Kampfjets warfen Bomben ab": what carries the arms. */
static void roles__carriers(const struct scene *scene, const struct arguments *arguments, struct role_items *items)
{
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].slot.function == FUNCTION_NOM && !arguments->items[i].weak)
            roles__add_items(scene, &arguments->items[i], false, items);
}

/* What a word names: itself, or in its first part where it tells that something is supplied or barred ("Waffenlieferung", "Waffenembargo", but not
 * "Waffenruhe"). */
static uint32_t roles__item_at(const struct scene *scene, uint32_t token)
{
    const uint32_t modifier = scene->document->token_item_modifier[token];
    if (scene->document->token_item[token] != DOCUMENT_NONE || modifier == DOCUMENT_NONE)
        return scene->document->token_item[token];
    const bool supply = match_noun_has_type(scene, token, EVENT_AID) || match_noun_has_type(scene, token, EVENT_COOPERATE);
    return supply || match_noun_has_type(scene, token, EVENT_SANCTION) ? modifier : DOCUMENT_NONE;
}

/* "Ersatzteile für Panzer": what an item below token is for is not handed over with it. */
static bool roles__is_purpose(const struct scene *scene, uint32_t at, uint32_t token)
{
    const struct document *const document = scene->document;
    for (uint32_t head = tree_head(document, at); at != token && head != DOCUMENT_NONE; at = head, head = tree_head(document, at)) {
        const char *const preposition = document->token_item[head] == DOCUMENT_NONE ? NULL : arguments_preposition(scene, at);
        if (preposition && (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_PURPOSE))
            return true;
    }
    return false;
}

/* Items below token, in the order of the text. */
static void roles__items_inside(const struct scene *scene, uint32_t token, struct role_items *items)
{
    const struct document *const document = scene->document;
    const struct token_range range = tree_subtree(document, token);
    for (uint32_t at = range.first; at < range.first + range.count; at++) {
        const uint32_t item = roles__item_at(scene, at);
        const bool worth = item != DOCUMENT_NONE && items->count && strcmp(document->items[item].item_class, "money") == 0;     /* what the goods cost */
        if (item != DOCUMENT_NONE && !worth && !roles__is_counted(document, item, items) && tree_is_inside(document, at, token) &&
            !roles__is_purpose(scene, at, token))
            roles__add_item(item, items);
    }
}

/* "400 Polizisten landeten": how many forces move, where the frame does not tell of others. */
static void roles__forces(const struct scene *scene, const struct arguments *arguments, struct role_items *items)
{
    for (size_t i = 0; i < arguments->count && !items->count; i++) {
        const struct argument *const argument = &arguments->items[i];
        const uint32_t item = argument->slot.function == FUNCTION_NOM && !argument->weak ? scene->document->token_item[argument->token] : DOCUMENT_NONE;
        const uint32_t quantity = item == DOCUMENT_NONE ? DOCUMENT_NONE : scene->document->items[item].quantity;
        if (quantity != DOCUMENT_NONE && !scene->document->quantities[quantity].article && strcmp(scene->document->items[item].item_class, "troops") == 0)
            roles__add_item(item, items);
    }
}

/* Does it tell of what is asked, promised or refused, not of who asked or of what someone said ("wies den Vorwurf zurück, Raketen zu liefern")? */
static bool roles__is_matter(const struct scene *scene, const struct argument *argument)
{
    const enum frame_function function = argument->slot.function;
    const bool matter = function == FUNCTION_PP && (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_MATTER);
    const bool thing = function == FUNCTION_DAT && scene->mention[argument->token] == DOCUMENT_NONE;       /* "stimmte dem Kauf zu" */
    return !argument->weak && (matter || thing || function == FUNCTION_AKK || function == FUNCTION_INF || function == FUNCTION_DASS) &&
           knowledge_anaphor(scene->knowledge, arguments_lemma(scene, argument->token)) != ANAPHOR_CLAIM;
}

/* What is asked, promised, refused or stopped: "ersuchte um die Freigabe von Munition", "stoppte die Lieferung von Panzern". */
static void roles__matter(const struct scene *scene, const struct arguments *arguments, struct role_items *items)
{
    for (size_t i = 0; i < arguments->count && !items->count; i++)
        if (roles__is_matter(scene, &arguments->items[i]))
            roles__items_inside(scene, arguments->items[i].token, items);
}

/* "forderte den Abzug der Soldaten", "duldet keinen Durchmarsch fremder Soldaten": only of a plea for help are people what is asked. */
static void roles__drop_troops(const struct scene *scene, struct role_items *items)
{
    size_t kept = 0;
    for (size_t i = 0; i < items->count; i++)
        if (strcmp(scene->document->items[items->items[i]].item_class, "troops") != 0)
            items->items[kept++] = items->items[i];
    items->count = kept;
}

/* What was to be supplied: "stellte die Waffenlieferungen ein", "der Stopp der Waffenlieferungen", "der Waffenstopp". */
static void roles__stopped(const struct scene *scene, const struct arguments *arguments, struct role_items *items)
{
    roles__matter(scene, arguments, items);
    for (size_t i = 0; i < arguments->count && !items->count; i++) {
        const struct argument *const argument = &arguments->items[i];
        if (argument->slot.function == FUNCTION_GEN && !argument->weak)
            roles__items_inside(scene, argument->token, items);
        else if (argument->slot.function == FUNCTION_MOD)
            roles__add_items(scene, argument, false, items);
    }
}

/* "verhängte ein Waffenembargo" */
static void roles__barred(const struct scene *scene, const struct arguments *arguments, struct role_items *items)
{
    for (size_t i = 0; i < arguments->count; i++) {
        const uint32_t token = arguments->items[i].token;
        if (arguments->items[i].slot.function == FUNCTION_AKK && scene->document->token_item[token] == DOCUMENT_NONE &&
            roles__item_at(scene, token) != DOCUMENT_NONE)
            roles__add_item(roles__item_at(scene, token), items);
    }
}

void roles_items(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments,
                 struct role_items *items)
{
    roles__fill(scene, match, arguments, &match->frame->roles[ROLE_ITEM], roles__take_items, items);
    if (items->count && match->frame->type == EVENT_ASSAULT && !frame_has_mode(match->frame, "destroy"))
        roles__carriers(scene, arguments, items);
    if (items->count) {
        roles__joined(scene, arguments, items);
        return;
    }
    switch (match->frame->type) {
    case EVENT_ASSAULT:
        roles__means(scene, arguments, true, items);
        break;
    case EVENT_MOBILIZE:
        roles__means(scene, arguments, false, items);
        roles__forces(scene, arguments, items);
        break;
    case EVENT_AID:
    case EVENT_COOPERATE:
        roles__means(scene, arguments, false, items);
        break;
    case EVENT_REQUEST:
    case EVENT_REJECT:
        roles__matter(scene, arguments, items);
        if (!frame_has_mode(match->frame, "assist"))
            roles__drop_troops(scene, items);
        break;
    case EVENT_SUPPORT:
    case EVENT_AGREE:
    case EVENT_CONCEDE:
        roles__matter(scene, arguments, items);
        break;
    case EVENT_SANCTION:
        if (frame_has_mode(match->frame, "discontinue"))
            roles__stopped(scene, arguments, items);
        else
            roles__barred(scene, arguments, items);
        break;
    default:
        break;
    }
}
