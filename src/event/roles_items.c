/* event/roles_items.c: fills the items of an act: what the frame's cell names, else the means of an attack, the goods of help, what is asked, promised,
 * refused, stopped or barred. */
#include "event/roles.h"

#include "entity/entity.h"
#include "parse/tree.h"

#include <string.h>

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

/* The word behind "darunter" where the last goods told before it are among the items; DOCUMENT_NONE: none. */
static uint32_t roles__behind_example(const struct scene *scene, const struct role_items *items)
{
    const struct document *const document = scene->document;
    const struct token_range sentence = document->sentences[document->tokens[document->items[items->items[0]].head].sentence].tokens;
    uint32_t last = DOCUMENT_NONE;
    for (uint32_t at = sentence.first; at + 2 < sentence.first + sentence.count; at++) {
        if (document->token_item[at] != DOCUMENT_NONE)
            last = document->token_item[at];
        if (document->tokens[at].upos != UPOS_PUNCT || !knowledge_is_example(scene->knowledge, arguments_lemma(scene, at + 1)))
            continue;
        for (size_t i = 0; i < items->count; i++)
            if (items->items[i] == last)
                return document->tokens[at + 1].upos == UPOS_ADP ? at + 3 : at + 2;
    }
    return DOCUMENT_NONE;
}

static bool roles__has_class(const struct document *document, const struct role_items *items, size_t count, uint32_t item)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(document->items[items->items[i]].item_class, document->items[item].item_class) == 0)
            return true;
    return false;
}

/* "mit Kriegsgerät ausgerüstet, darunter Panzer und Drohnen": the goods told as examples, before the next clause; those of the same class are in the number of the
 * whole ("vier Kriegsschiffe, darunter ein Hubschrauberträger"). */
static void roles__examples(const struct scene *scene, struct role_items *items)
{
    const struct document *const document = scene->document;
    const uint32_t first = roles__behind_example(scene, items);
    const size_t own = items->count;
    for (uint32_t at = first; at < document->token_count && document->tokens[at].sentence == document->tokens[first].sentence; at++) {
        const enum upos upos = document->tokens[at].upos;
        const bool attribute = document->tokens[at].relation == RELATION_AMOD;
        if ((scene->verb_lemma[at] && !attribute) || upos == UPOS_SCONJ || upos == UPOS_AUX || upos == UPOS_PRON || strcmp(document->tokens[at].form, ";") == 0)
            return;
        const uint32_t item = document->token_item[at];
        if (item != DOCUMENT_NONE && !roles__is_counted(document, item, items) && !roles__has_class(document, items, own, item))
            roles__add_item(item, items);
    }
}

/* Those that attack or shoot down ("die Flugabwehr") are the actor, no arms. */
static bool roles__is_force(const char *item_class)
{
    return strcmp(item_class, "troops") == 0 || strcmp(item_class, "air-defence") == 0;
}

/* "Eine Fregatte versenkte das Boot": a ship that attacks is the navy. */
static bool roles__is_ship(const char *item_class)
{
    return strcmp(item_class, "warship") == 0;
}

static void roles__add_items(const struct scene *scene, const struct argument *argument, bool forces, struct role_items *items)
{
    uint32_t found[ROLES_MOST];
    const size_t count = match_items_of(scene, argument->slot, argument->token, found, ROLES_MOST);
    for (size_t i = 0; i < count; i++)
        if (forces || !roles__is_force(scene->document->items[found[i]].item_class))
            roles__add_item(found[i], items);
}

static void roles__add_arms(const struct scene *scene, const struct argument *argument, struct role_items *items)
{
    uint32_t found[ROLES_MOST];
    const size_t count = match_items_of(scene, argument->slot, argument->token, found, ROLES_MOST);
    for (size_t i = 0; i < count; i++)
        if (entity_is_arms(scene->document->items[found[i]].item_class) && !roles__is_counted(scene->document, found[i], items))
            roles__add_item(found[i], items);
}

static void roles__drop(const struct scene *scene, bool (*is_class)(const char *item_class), struct role_items *items)
{
    size_t kept = 0;
    for (size_t i = 0; i < items->count; i++)
        if (!is_class(scene->document->items[items->items[i]].item_class))
            items->items[kept++] = items->items[i];
    items->count = kept;
}

/* Arms that an attack is made with and the goods of help, where the frame does not tell: "griff mit Drohnen an", "Kampfflugzeuge bombardierten",
 * "Raketenangriff". */
static void roles__means(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments, bool subject, struct role_items *items)
{
    const bool verb = match->frame->kind == FRAME_VERB;         /* "Schusswechsel mit Truppen" tells of the enemy */
    for (size_t i = 0; i < arguments->count && !items->count; i++) {
        const struct argument *const argument = &arguments->items[i];
        const unsigned use = argument->slot.function == FUNCTION_PP ? knowledge_preposition(scene->knowledge, argument->slot.preposition) : 0;
        const bool means = use & PREPOSITION_MEANS;
        if (means || argument->slot.function == FUNCTION_MOD || (subject && argument->slot.function == FUNCTION_NOM))
            roles__add_items(scene, argument, !subject || (means && verb && !(use & PREPOSITION_AGENT)), items);
        if (argument->slot.function == FUNCTION_NOM)
            roles__drop(scene, roles__is_ship, items);
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
        if (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_PURPOSE)
            return true;
    }
    return false;
}

static bool roles__is_money(const struct document *document, uint32_t item)
{
    return item != DOCUMENT_NONE && strcmp(document->items[item].item_class, "money") == 0;
}

/* Items below token, in the order of the text. */
static void roles__items_inside(const struct scene *scene, uint32_t token, struct role_items *items)
{
    const struct document *const document = scene->document;
    const struct token_range range = tree_subtree(document, token);
    for (uint32_t at = range.first; at < range.first + range.count; at++) {
        const uint32_t item = roles__item_at(scene, at);
        const bool worth = items->count && roles__is_money(document, item);     /* what the goods cost */
        if (item != DOCUMENT_NONE && !worth && !roles__is_counted(document, item, items) && tree_is_inside(document, at, token) &&
            !roles__is_purpose(scene, at, token))
            roles__add_item(item, items);
    }
}

/* "400 Polizisten landeten", "Regierungstruppen rückten ein": forces that move, where the frame does not tell of others; with an object only how many. */
static void roles__forces(const struct scene *scene, const struct arguments *arguments, struct role_items *items)
{
    const bool object = arguments_strong(arguments, FUNCTION_AKK) != SIZE_MAX;
    for (size_t i = 0; i < arguments->count && !items->count; i++) {
        const struct argument *const argument = &arguments->items[i];
        const uint32_t item = argument->slot.function == FUNCTION_NOM && !argument->weak ? scene->document->token_item[argument->token] : DOCUMENT_NONE;
        if (item == DOCUMENT_NONE || strcmp(scene->document->items[item].item_class, "troops") != 0)
            continue;
        const uint32_t quantity = scene->document->items[item].quantity;
        if (quantity == DOCUMENT_NONE ? !object : !scene->document->quantities[quantity].article)
            roles__add_item(item, items);
    }
}

/* "verstärkten ihre Truppen": the forces that someone moves, not those that are only put on alert ("versetzte die Truppen in Bereitschaft"). */
static void roles__forces_moved(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments, struct role_items *items)
{
    const size_t object = items->count || match->frame->kind != FRAME_VERB ? SIZE_MAX : arguments_strong(arguments, FUNCTION_AKK);
    const uint32_t item = object == SIZE_MAX ? DOCUMENT_NONE : scene->document->token_item[arguments->items[object].token];
    const bool other = item != DOCUMENT_NONE && match->noun != DOCUMENT_NONE && match->noun != arguments->items[object].token;
    if (item != DOCUMENT_NONE && !other && strcmp(scene->document->items[item].item_class, "troops") == 0)
        roles__add_item(item, items);
}

/* "Der Iran hat Berichte über die Lieferung von Drohnen zurückgewiesen", "wies den Vorwurf zurück, Waffen zu liefern": what is said of whoever rejects it. */
bool roles_rejects_claim(const struct scene *scene, const struct frame *frame, const struct arguments *arguments)
{
    for (size_t i = 0; frame->type == EVENT_REJECT && i < arguments->count; i++) {
        const enum frame_function function = arguments->items[i].slot.function;
        if (!arguments->items[i].weak && (function == FUNCTION_AKK || function == FUNCTION_DAT || function == FUNCTION_GEN || function == FUNCTION_PP) &&
            knowledge_anaphor(scene->knowledge, arguments_lemma(scene, arguments->items[i].token)) == ANAPHOR_CLAIM)
            return true;
    }
    return false;
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

/* Of what is to be done with a verb that can tell of no exchange ("bot an, Kämpfer zu befragen") no goods count, of one that no line tells of ("die Lücken mit Panzern
 * zu füllen") arms alone. */
static void roles__keep_moved(const struct scene *scene, uint32_t token, struct role_items *items)
{
    static const enum event_type moving[] = {EVENT_AID, EVENT_COOPERATE, EVENT_MOBILIZE, EVENT_RETREAT, EVENT_AGREE};
    const char *const verb = scene->verb_lemma[token];
    if (!verb || arguments_is_noun(scene, token))
        return;
    for (size_t i = 0; i < sizeof moving / sizeof *moving; i++)
        if (match_verb_has_type(scene, verb, moving[i]))
            return;
    size_t kept = 0;
    for (size_t i = 0; i < items->count && !match_verb_has_type(scene, verb, EVENT_TYPE_COUNT); i++)
        if (entity_is_arms(scene->document->items[items->items[i]].item_class))
            items->items[kept++] = items->items[i];
    items->count = kept;
}

/* "forderte den Abzug der Soldaten", "duldet keinen Durchmarsch fremder Soldaten": only of a plea for help are people what is asked. */
static bool roles__is_troops(const char *item_class)
{
    return strcmp(item_class, "troops") == 0;
}

static bool roles__is_technology(const char *item_class)
{
    return strcmp(item_class, "technology") == 0;
}

/* Is the word, a noun or a verb, an act of the type in some sense? */
static bool roles__may_tell(const struct scene *scene, uint32_t token, enum event_type type)
{
    return match_noun_has_type(scene, token, type) || match_verb_has_type(scene, scene->verb_lemma[token], type);
}

/* "verlangte Zutritt zu den Atomanlagen", "kündigte an, einen Reaktor hochzufahren": plants and know-how are goods only where they are handed over. */
static bool roles__tells_exchange(const struct scene *scene, uint32_t token)
{
    return scene->document->token_item[token] != DOCUMENT_NONE || roles__may_tell(scene, token, EVENT_AID) || roles__may_tell(scene, token, EVENT_COOPERATE);
}

/* How many is told of what an act is about: "stimmte dem Einberufen von 9000 Reservisten zu". */
static bool roles__are_counted(const struct document *document, const struct role_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        const uint32_t quantity = document->items[items->items[i]].quantity;
        if (quantity != DOCUMENT_NONE && !document->quantities[quantity].article)
            return true;
    }
    return false;
}

/* "lud zu einem Treffen ein, zu dem Polizisten kamen": people are what is promised or asked only where they are sent, lent or withdrawn. */
static bool roles__tells_move(const struct scene *scene, uint32_t token)
{
    return roles__tells_exchange(scene, token) || roles__may_tell(scene, token, EVENT_MOBILIZE) || roles__may_tell(scene, token, EVENT_RETREAT);
}

/* What is asked, promised, refused or stopped: "ersuchte um die Freigabe von Munition", "stoppte die Lieferung von Panzern". */
static void roles__matter(const struct scene *scene, const struct arguments *arguments, struct role_items *items)
{
    for (size_t i = 0; i < arguments->count && !items->count; i++)
        if (roles__is_matter(scene, &arguments->items[i])) {
            roles__items_inside(scene, arguments->items[i].token, items);
            roles__keep_moved(scene, arguments->items[i].token, items);
            if (!roles__tells_exchange(scene, arguments->items[i].token))
                roles__drop(scene, roles__is_technology, items);
            if (!roles__tells_move(scene, arguments->items[i].token) && !roles__are_counted(scene->document, items))
                roles__drop(scene, roles__is_troops, items);
        }
}

/* "beschlagnahmte ein Flugzeug des Präsidenten": craft that are seized are seldom arms; lines that know tell. */
static bool roles__is_craft(const char *item_class)
{
    return strcmp(item_class, "combat-aircraft") == 0 || strcmp(item_class, "helicopter") == 0 || strcmp(item_class, "warship") == 0;
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

/* "verhängte ein Waffenembargo", "untersagte die Einfuhr von Fisch", "fror die Guthaben ein" */
static void roles__barred(const struct scene *scene, const struct arguments *arguments, struct role_items *items)
{
    const struct document *const document = scene->document;
    for (size_t i = 0; i < arguments->count; i++) {
        const uint32_t token = arguments->items[i].token, item = document->token_item[token];
        if (arguments->items[i].slot.function != FUNCTION_AKK || arguments->items[i].weak)
            continue;
        if (roles__is_money(document, item))
            roles__add_item(item, items);
        else if (item == DOCUMENT_NONE && roles__item_at(scene, token) != DOCUMENT_NONE)
            roles__add_item(roles__item_at(scene, token), items);
        else if (item == DOCUMENT_NONE && (match_noun_has_type(scene, token, EVENT_AID) || match_noun_has_type(scene, token, EVENT_COOPERATE)))
            roles__items_inside(scene, token, items);
    }
}

/* "Kampfjets stiegen auf", "stellte drei Gewehre sicher", "legten die Waffen nieder": the arms that move, are seized, given up or hit, which a line of the
 * tables asks for though it does not name them as items. objects_only: who acts is no item. */
static void roles__arms_named(const struct scene *scene, const struct arguments *arguments, bool objects_only, struct role_items *items)
{
    for (size_t i = 0; i < arguments->count && !items->count; i++) {
        const struct argument *const argument = &arguments->items[i];
        const bool object = argument->slot.function == FUNCTION_AKK, subject = argument->slot.function == FUNCTION_NOM && !objects_only;
        if ((object || subject) && !argument->weak)
            roles__add_arms(scene, argument, items);
    }
}

/* "zog einen Teil seiner Truppen ab", "begann mit dem Abzug der Soldaten": the forces that leave. */
static void roles__withdrawn(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments, struct role_items *items)
{
    for (size_t i = 0; i < arguments->count && !items->count; i++)
        if (arguments->items[i].slot.function == FUNCTION_AKK && !arguments->items[i].weak && arguments->items[i].token != match->noun)
            roles__add_items(scene, &arguments->items[i], true, items);
    if (items->count || match->frame->kind != FRAME_LIGHT || match->noun == DOCUMENT_NONE)
        return;
    const struct argument gone = {{FUNCTION_AKK, NULL}, match->noun, false};
    roles__add_items(scene, &gone, true, items);
    if (!items->count && scene->document->token_item_modifier[match->noun] != DOCUMENT_NONE)
        roles__add_item(scene->document->token_item_modifier[match->noun], items);           /* "Truppenabzug" */
}

/* "schloss die Türkei aus dem F-35-Programm aus", "vom Bezug deutscher Waffen ausgeschlossen": the arms of which somebody is to have no share. */
static void roles__withheld(const struct scene *scene, const struct arguments *arguments, struct role_items *items)
{
    for (size_t i = 0; i < arguments->count && !items->count; i++) {
        const struct argument *const argument = &arguments->items[i];
        if (argument->slot.function != FUNCTION_PP || scene->mention[argument->token] != DOCUMENT_NONE ||
            !(knowledge_preposition(scene->knowledge, argument->slot.preposition) & (PREPOSITION_ORIGIN | PREPOSITION_GENITIVE)))
            continue;
        const uint32_t modifier = scene->document->token_item_modifier[argument->token];
        if (modifier != DOCUMENT_NONE && entity_is_arms(scene->document->items[modifier].item_class))
            roles__add_item(modifier, items);
        else
            roles__items_inside(scene, argument->token, items);
    }
    roles__drop(scene, roles__is_troops, items);
}

/* "beschädigte mit einer Drohne ein Kriegsschiff": of what destroys arms both what is hit and what it is hit with. */
static void roles__hit_and_means(const struct scene *scene, const struct arguments *arguments, struct role_items *items)
{
    for (size_t i = 0; i < arguments->count; i++) {
        const struct argument *const argument = &arguments->items[i];
        const bool means = argument->slot.function == FUNCTION_PP && (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_MEANS);
        if (!argument->weak && (means || argument->slot.function == FUNCTION_AKK))
            roles__add_arms(scene, argument, items);
    }
}

/* What the frame's cell names, else what acts of its type concern. */
static void roles__find_items(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments, struct role_items *items)
{
    roles_fill(scene, match, arguments, &match->frame->roles[ROLE_ITEM], roles__take_items, items);
    const bool destroys = match->frame->type == EVENT_ASSAULT && frame_has_mode(match->frame, "destroy");
    if (items->count && match->frame->type == EVENT_ASSAULT && !destroys)
        roles__carriers(scene, arguments, items);
    if (items->count && destroys)
        roles__hit_and_means(scene, arguments, items);
    if (items->count) {
        roles__joined(scene, arguments, items);
        return;
    }
    switch (match->frame->type) {
    case EVENT_ASSAULT:
        roles__means(scene, match, arguments, true, items);
        if (destroys)
            roles__hit_and_means(scene, arguments, items);
        break;
    case EVENT_MOBILIZE:
        roles__means(scene, match, arguments, false, items);
        roles__forces(scene, arguments, items);
        roles__forces_moved(scene, match, arguments, items);
        roles__arms_named(scene, arguments, false, items);
        break;
    case EVENT_COERCE:
        if (frame_has_mode(match->frame, "seize"))
            roles__arms_named(scene, arguments, true, items);
        roles__drop(scene, roles__is_craft, items);
        break;
    case EVENT_RETREAT:
        if (frame_has_mode(match->frame, "disarm"))
            roles__arms_named(scene, arguments, true, items);
        else if (frame_has_mode(match->frame, "withdraw"))
            roles__withdrawn(scene, match, arguments, items);
        break;
    case EVENT_AID:
        roles__means(scene, match, arguments, false, items);
        break;
    case EVENT_COOPERATE:
        roles__means(scene, match, arguments, false, items);
        roles__forces(scene, arguments, items);
        break;
    case EVENT_REQUEST:
    case EVENT_REJECT:
        if (!roles_rejects_claim(scene, match->frame, arguments))
            roles__matter(scene, arguments, items);
        if (!frame_has_mode(match->frame, "assist"))
            roles__drop(scene, roles__is_troops, items);
        break;
    case EVENT_SUPPORT:
    case EVENT_AGREE:
    case EVENT_CONCEDE:
        roles__matter(scene, arguments, items);
        break;
    case EVENT_SANCTION:
        if (frame_has_mode(match->frame, "discontinue"))
            roles__stopped(scene, arguments, items);
        else if (frame_has_mode(match->frame, "expel"))
            roles__withheld(scene, arguments, items);
        else
            roles__barred(scene, arguments, items);
        roles__drop(scene, roles__is_troops, items);
        break;
    default:
        break;
    }
}

void roles_items(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments,
                 struct role_items *items)
{
    roles__find_items(scene, match, arguments, items);
    if (items->count)
        roles__examples(scene, items);
}
