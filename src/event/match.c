/* event/match.c: chooses the frame. A frame is satisfied when every condition finds an argument of its function that passes its
 * fillers; the satisfied one with the most conditions wins, a condition with fillers counting more than a bare one, among
 * equals the earlier line (docs/tables.md). Nouns look under their lemma, then under the heads of the compound, longest first. */
#include "event/match.h"

#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <string.h>

enum { MATCH_ITEMS_DEPTH = 3, MATCH_LONGEST_NOUN = 200, MATCH_PRONOUN_SENTENCES = 1 };

/* ---- fillers ------------------------------------------------------------------------------------------------- */

static bool match__is_arms(const char *item_class)
{
    return strcmp(item_class, "troops") != 0 && strcmp(item_class, "money") != 0 && strcmp(item_class, "goods") != 0 &&
           strcmp(item_class, "technology") != 0;
}

static void match__add_item(uint32_t item, uint32_t *items, size_t capacity, size_t *count)
{
    for (size_t i = 0; i < *count; i++)
        if (items[i] == item)
            return;
    if (*count < capacity)
        items[(*count)++] = item;
}

/* "die" is singular and plural. */
static bool match__may_have_number(const struct token *pronoun, uint8_t number)
{
    for (size_t i = 0; i < pronoun->analysis_count; i++)
        if (number == NUMBER_NONE || pronoun->analyses[i].morphology.number == number ||
            pronoun->analyses[i].morphology.number == NUMBER_NONE)
            return true;
    return false;
}

/* Pronouns that stand for no party, and numbers without a noun ("20 davon"). */
static bool match__stands_for_item(const struct scene *scene, uint32_t token)
{
    const struct token *const word = &scene->document->tokens[token];
    if (scene->mention[token] != DOCUMENT_NONE)
        return false;
    if (word->upos == UPOS_NUM)
        return word->relation != RELATION_NUMMOD && word->relation != RELATION_NMOD && !scene->is_time[token];
    return (word->upos == UPOS_PRON || word->upos == UPOS_DET) &&
           lexicon_has_flag(word, ANALYSIS_DEMONSTRATIVE | ANALYSIS_PERSONAL | ANALYSIS_RELATIVE) &&
           !lexicon_has_flag(word, ANALYSIS_REFLEXIVE | ANALYSIS_INTERROGATIVE);
}

/* "setzt die ein": what such a word means among the items named before it. */
static uint32_t match__item_of_pronoun(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const struct token *const word = &document->tokens[token];
    if (!match__stands_for_item(scene, token))
        return DOCUMENT_NONE;
    for (size_t i = document->item_count; i-- > 0;) {
        const struct token *const noun = &document->tokens[document->items[i].head];
        if (document->items[i].head >= token || document->token_item[document->items[i].head] != i)
            continue;
        if (word->sentence - noun->sentence > MATCH_PRONOUN_SENTENCES)
            return DOCUMENT_NONE;
        if (word->upos == UPOS_NUM || match__may_have_number(word, noun->morphology.number))
            return (uint32_t)i;
    }
    return DOCUMENT_NONE;
}

static bool match__names_same_item(const struct scene *scene, uint32_t noun, uint32_t name)
{
    const struct document *const document = scene->document;
    const uint32_t a = document->token_item[noun], b = document->token_item[name];
    return a != DOCUMENT_NONE && b != DOCUMENT_NONE && strcmp(document->items[a].item_class, document->items[b].item_class) == 0;
}

static void match__items_below(const struct scene *scene, uint32_t token, unsigned depth, uint32_t *items, size_t capacity,
                               size_t *count)
{
    const struct document *const document = scene->document;
    if (depth > MATCH_ITEMS_DEPTH)
        return;
    const size_t before = *count;
    if (document->token_item[token] != DOCUMENT_NONE)
        match__add_item(document->token_item[token], items, capacity, count);
    else if (depth == 0 && match__item_of_pronoun(scene, token) != DOCUMENT_NONE)
        match__add_item(match__item_of_pronoun(scene, token), items, capacity, count);
    const bool own = *count > before;
    for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const enum relation relation = document->tokens[child].relation;
        if ((relation == RELATION_APPOS || relation == RELATION_FLAT) && own && match__names_same_item(scene, token, child))
            continue;                                        /* "des Luftabwehrsystems S-400" */
        if (relation == RELATION_CONJ || relation == RELATION_APPOS || relation == RELATION_FLAT) {
            match__items_below(scene, child, depth + 1, items, capacity, count);
            continue;
        }
        if (own || relation != RELATION_NMOD)
            continue;
        const char *const preposition = arguments_preposition(scene, child);
        if (!preposition || (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_CONTENT))
            match__items_below(scene, child, depth + 1, items, capacity, count);
    }
}

/* "Container mit Granaten", where the parser hung the phrase on the verb. */
static void match__items_beside(const struct scene *scene, uint32_t token, uint32_t *items, size_t capacity, size_t *count)
{
    struct arguments own;
    arguments_of_noun(scene, token, &own);
    for (size_t i = 0; i < own.count; i++)
        if (own.items[i].weak && (knowledge_preposition(scene->knowledge, own.items[i].slot.preposition) & PREPOSITION_CONTENT))
            match__items_below(scene, own.items[i].token, 1, items, capacity, count);
}

size_t match_items(const struct scene *scene, uint32_t token, uint32_t *items, size_t capacity)
{
    size_t count = 0;
    match__items_below(scene, token, 0, items, capacity, &count);
    if (!count && scene->document->tokens[token].upos == UPOS_NOUN && scene->mention[token] == DOCUMENT_NONE)
        match__items_beside(scene, token, items, capacity, &count);
    return count;
}

size_t match_items_of(const struct scene *scene, struct frame_slot slot, uint32_t token, uint32_t *items, size_t capacity)
{
    size_t count = 0;
    if (slot.function != FUNCTION_MOD)
        return match_items(scene, token, items, capacity);
    if (scene->document->token_item_modifier[token] != DOCUMENT_NONE)
        match__add_item(scene->document->token_item_modifier[token], items, capacity, &count);
    return count;
}

static bool match__has_item(const struct scene *scene, const struct frame_filler *filler, struct frame_slot slot, uint32_t token)
{
    uint32_t items[16];
    const size_t count = match_items_of(scene, slot, token, items, 16);
    for (size_t i = 0; i < count; i++) {
        const char *const item_class = scene->document->items[items[i]].item_class;
        if (filler->kind == FILLER_GOODS ? strcmp(item_class, "troops") != 0
            : filler->kind == FILLER_ARMS ? match__is_arms(item_class)
            : filler->kind == FILLER_TROOPS ? strcmp(item_class, "troops") == 0
            : filler->kind == FILLER_MONEY ? strcmp(item_class, "money") == 0 : strcmp(item_class, filler->word) == 0)
            return true;
    }
    return false;
}

const struct entity *match_entity(const struct scene *scene, struct frame_slot slot, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t mention = slot.function == FUNCTION_MOD ? document->token_modifier[token] : scene->mention[token];
    if (mention == DOCUMENT_NONE || document->mentions[mention].entity_count == 0)
        return NULL;
    return &document->entities[document->mentions[mention].entities[0]];
}

static bool match__is_actor(const struct entity *entity)
{
    return entity && (entity->kind != ENTITY_PLACE || entity->sector != SECTOR_NONE);
}

static bool match__is_person(const struct entity *entity)
{
    return entity && (entity->kind == ENTITY_PERSON || entity->kind == ENTITY_OFFICE || entity->kind == ENTITY_GROUP);
}

static bool match__is_politician(const struct entity *entity)
{
    return entity && (entity->kind == ENTITY_PERSON || entity->kind == ENTITY_OFFICE) &&
           (entity->sector == SECTOR_GOV || entity->sector == SECTOR_LEG || entity->sector == SECTOR_PTY ||
            entity->sector == SECTOR_OPP || entity->sector == SECTOR_ELI);
}

/* "Russland und China", "Scholz und Macron": who stands there with another one that can act. */
static bool match__is_several(const struct scene *scene, struct frame_slot slot, uint32_t token)
{
    const uint32_t other = tree_next_conjunct(scene->document, token);
    return match__is_actor(match_entity(scene, slot, token)) && other != DOCUMENT_NONE && match__is_actor(match_entity(scene, slot, other));
}

static bool match__is_lemma(const struct scene *scene, const char *word, uint32_t token)
{
    const struct token *const noun = &scene->document->tokens[token];
    if ((noun->lemma && strcmp(noun->lemma, word) == 0) || strcmp(noun->form, word) == 0)
        return true;
    if (noun->compound_head && strcmp(noun->compound_head, word) == 0)
        return true;
    /* A head that is a compound itself: "Atomwaffenprogramm" has the head "Programm", but Waffenprogramm is meant too. */
    const char *const full = noun->lemma ? noun->lemma : noun->form;
    const size_t length = strlen(full), part = strlen(word);
    return noun->compound_head && length > part && part > strlen(noun->compound_head) &&
           strcmp(full + length - part + 1, word + 1) == 0;
}

/* The adjective itself ("nannte das falsch"), or one before the noun ("ein falscher Schritt"). */
static bool match__is_adjective(const struct scene *scene, const char *word, uint32_t token)
{
    const struct document *const document = scene->document;
    if (match__is_lemma(scene, word, token))
        return true;
    for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (document->tokens[child].relation == RELATION_AMOD && match__is_lemma(scene, word, child))
            return true;
    return false;
}

/* The first part of a compound as a word of the filler: "Waffen" of Waffenlieferung. */
static bool match__modifier_is_lemma(const struct scene *scene, const char *word, uint32_t token)
{
    const char *const modifier = scene->document->tokens[token].compound_modifier;
    return modifier && strncmp(modifier, word, strlen(word)) == 0;
}

static bool match__table_has_type(const struct frame_table *table, const char *lemma, size_t length, bool compound,
                                  enum event_type type)
{
    for (struct string_map_hit hit = string_map_find(table->by_lemma, lemma, length); hit.found;
         hit = string_map_next(table->by_lemma, hit)) {
        const struct frame *const frame = &table->frames[hit.value];
        if (!(compound && frame->exact) && frame->type != EVENT_TYPE_COUNT && (type == EVENT_TYPE_COUNT || frame->type == type))
            return true;
    }
    return false;
}

/* A noun, or the verb of a content clause ("fordert, die Truppen abzuziehen"), of which some sense is of the type. */
static bool match__has_type(const struct scene *scene, uint32_t token, enum event_type type)
{
    const char *const verb = scene->verb_lemma[token];
    return verb ? match__table_has_type(&scene->knowledge->verbs, verb, strlen(verb), false, type)
                : match_noun_has_type(scene, token, type);
}

/* Does the verb tell an act here, with what stands beside it? "kündigte an, das Gesetz zu ändern": no. */
static bool match__tells_act(const struct scene *scene, uint32_t token)
{
    struct arguments arguments;
    if (!scene->verb_lemma[token])
        return match__has_type(scene, token, EVENT_TYPE_COUNT);
    arguments_of_verb(scene, token, &arguments);
    const struct frame_match match = match_verb(scene, token, &arguments);
    return match.frame && match.frame->type != EVENT_TYPE_COUNT;
}

static bool match__group(const struct scene *scene, const struct filler_group *group, struct frame_slot slot, uint32_t token);

static bool match__filler(const struct scene *scene, const struct frame_filler *filler, struct frame_slot slot, uint32_t token)
{
    const struct entity *const entity = match_entity(scene, slot, token);
    switch (filler->kind) {
    case FILLER_ARMS:
    case FILLER_GOODS:
    case FILLER_TROOPS:
    case FILLER_MONEY:
    case FILLER_ITEM_CLASS:
        return match__has_item(scene, filler, slot, token) ||
               (filler->kind == FILLER_TROOPS && entity && entity->kind == ENTITY_GROUP && entity->sector == SECTOR_MIL);
    case FILLER_ACTOR:
        return match__is_actor(entity);
    case FILLER_PERSON:
        return match__is_person(entity);
    case FILLER_POLITICIAN:
        return match__is_politician(entity);
    case FILLER_SEVERAL:
        return match__is_several(scene, slot, token);
    case FILLER_COUNTRY:
        return entity && entity->kind == ENTITY_COUNTRY;
    case FILLER_ORGANISATION:
        return entity && entity->kind == ENTITY_ORGANISATION;
    case FILLER_PLACE:
        return entity && (entity->kind == ENTITY_PLACE || entity->kind == ENTITY_COUNTRY);
    case FILLER_TOWN:
        return entity && entity->kind == ENTITY_PLACE;
    case FILLER_EVENT:
        return filler->negated ? match__tells_act(scene, token) : match__has_type(scene, token, EVENT_TYPE_COUNT);
    case FILLER_EVENT_TYPE:
        return match__has_type(scene, token, filler->type);
    case FILLER_GROUP:
        return match__group(scene, filler->group, slot, token);
    case FILLER_ADJECTIVE:
        return match__is_adjective(scene, filler->word, token);
    case FILLER_LEMMA:
        return slot.function == FUNCTION_MOD ? match__modifier_is_lemma(scene, filler->word, token)
                                             : match__is_lemma(scene, filler->word, token);
    }
    return false;
}

static bool match__group(const struct scene *scene, const struct filler_group *group, struct frame_slot slot, uint32_t token)
{
    for (size_t i = 0; i < group->count; i++)
        if (match__filler(scene, &group->fillers[i], slot, token))
            return true;
    return false;
}

bool match_fillers(const struct scene *scene, const struct frame_term *term, struct frame_slot slot, uint32_t token)
{
    bool positive = false, passed = false;
    for (size_t i = 0; i < term->filler_count; i++) {
        const struct frame_filler *const filler = &term->fillers[i];
        const bool match = match__filler(scene, filler, slot, token);
        if (filler->negated && match)
            return false;
        positive = positive || !filler->negated;
        passed = passed || (!filler->negated && match);
    }
    return !positive || passed;
}

/* ---- conditions ---------------------------------------------------------------------------------------------- */

size_t match_argument(const struct arguments *arguments, struct frame_slot slot, size_t from)
{
    size_t weak = SIZE_MAX;
    for (size_t i = from; i < arguments->count; i++) {
        if (!frame_slot_equal(arguments->items[i].slot, slot))
            continue;
        if (!arguments->items[i].weak)
            return i;
        weak = weak == SIZE_MAX ? i : weak;
    }
    return weak;
}

/* The argument that satisfies the condition, or SIZE_MAX. */
static size_t match__condition(const struct scene *scene, const struct frame_term *term, const struct arguments *arguments)
{
    for (size_t pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < arguments->count; i++)
            if (arguments->items[i].weak == (pass == 1) && frame_slot_equal(arguments->items[i].slot, term->slot) &&
                match_fillers(scene, term, term->slot, arguments->items[i].token))
                return i;
    return SIZE_MAX;
}

static bool match__names_lemma(const struct scene *scene, const struct frame_filler *fillers, size_t count, uint32_t token)
{
    for (size_t i = 0; i < count; i++)
        if (fillers[i].kind == FILLER_GROUP && !fillers[i].negated
                ? match__names_lemma(scene, fillers[i].group->fillers, fillers[i].group->count, token)
                : fillers[i].kind == FILLER_LEMMA && !fillers[i].negated && match__is_lemma(scene, fillers[i].word, token))
            return true;
    return false;
}

/* "wurde daran gehindert": who did it is left out, and nothing says that it was nobody. */
static bool match__is_left_out(const struct frame_term *term, const struct arguments *arguments)
{
    if (term->slot.function != FUNCTION_NOM || !arguments->agentless)
        return false;
    for (size_t i = 0; i < term->filler_count; i++)
        if (term->fillers[i].kind == FILLER_ACTOR || term->fillers[i].kind == FILLER_PERSON || term->fillers[i].kind == FILLER_POLITICIAN ||
            term->fillers[i].kind == FILLER_COUNTRY || term->fillers[i].kind == FILLER_ORGANISATION)
            return true;
    return false;
}

/* Points of a satisfied frame, -1 for one that is not. */
static int match__score(const struct scene *scene, const struct frame *frame, const struct arguments *arguments, uint32_t *noun)
{
    int score = 0;
    *noun = DOCUMENT_NONE;
    for (size_t i = 0; i < frame->condition_count; i++) {
        const struct frame_term *const term = &frame->conditions[i];
        const size_t found = match__condition(scene, term, arguments);
        if (found == SIZE_MAX && (term->optional || match__is_left_out(term, arguments)))
            continue;
        if (found == SIZE_MAX)
            return -1;
        const bool named = term->slot.function != FUNCTION_MOD &&
                           match__names_lemma(scene, term->fillers, term->filler_count, arguments->items[found].token);
        score += named ? 4 : term->filler_count ? 3 : 2;
        if (named)
            *noun = arguments->items[found].token;
    }
    return score;
}

static void match__best(const struct scene *scene, const struct frame_table *table, const char *lemma, size_t length,
                        bool compound, const struct arguments *arguments, struct frame_match *best)
{
    int best_score = -1;
    for (struct string_map_hit hit = string_map_find(table->by_lemma, lemma, length); hit.found;
         hit = string_map_next(table->by_lemma, hit)) {
        const struct frame *const frame = &table->frames[hit.value];
        uint32_t noun = DOCUMENT_NONE;
        const int score = compound && frame->exact ? -1 : match__score(scene, frame, arguments, &noun);
        if (score > best_score) {
            best_score = score;
            *best = (struct frame_match){frame, noun};
        }
    }
}

/* ---- verbs --------------------------------------------------------------------------------------------------- */

/* "verantwortlich machen": a word that is no noun is looked for among the verb's own children. */
static uint32_t match__light_adjective(const struct scene *scene, uint32_t verb, const char *word)
{
    uint32_t child = tree_first_child(scene->document, verb);
    while (child != DOCUMENT_NONE && !match__is_lemma(scene, word, child))
        child = tree_next_sibling(scene->document, child);
    return child;
}

/* "legte bei China Protest ein", "Anklage erhob der Staatsanwalt": parsers guess the case of a noun that has no article. */
static bool match__may_be_noun(const struct scene *scene, struct frame_slot wanted, const struct argument *argument)
{
    const enum frame_function function = argument->slot.function;
    if (frame_slot_equal(argument->slot, wanted))
        return true;
    return wanted.function == FUNCTION_AKK && (function == FUNCTION_DAT || function == FUNCTION_NOM) && !argument->weak &&
           tree_determiner(scene->document, argument->token) == DOCUMENT_NONE;
}

/* The noun of a light verb's frame among the verb's companions, DOCUMENT_NONE: it is not there. */
static uint32_t match__light_noun(const struct scene *scene, uint32_t verb, const struct frame *frame,
                                  const struct arguments *arguments)
{
    const uint32_t adjective = frame->noun[0] >= 'a' && frame->noun[0] <= 'z' ? match__light_adjective(scene, verb, frame->noun)
                                                                             : DOCUMENT_NONE;
    for (size_t i = 0; i < arguments->count && adjective == DOCUMENT_NONE; i++)
        if (match__may_be_noun(scene, frame->noun_slot, &arguments->items[i]) &&
            match__is_lemma(scene, frame->noun, arguments->items[i].token))
            return arguments->items[i].token;
    return adjective;
}

/* The longest noun wins ("Hungerstreik" before "Streik"), among equals the earlier line. */
static bool match__light(const struct scene *scene, uint32_t verb, const char *lemma, const struct arguments *arguments,
                         struct frame_match *match)
{
    const struct frame_table *const table = &scene->knowledge->light;
    size_t longest = 0;
    for (struct string_map_hit hit = string_map_find(table->by_lemma, lemma, strlen(lemma)); hit.found;
         hit = string_map_next(table->by_lemma, hit)) {
        const struct frame *const frame = &table->frames[hit.value];
        const size_t length = strlen(frame->noun);
        const uint32_t noun = length > longest ? match__light_noun(scene, verb, frame, arguments) : DOCUMENT_NONE;
        if (noun == DOCUMENT_NONE)
            continue;
        longest = length;
        *match = (struct frame_match){frame, noun};
    }
    return longest > 0;
}

struct frame_match match_verb(const struct scene *scene, uint32_t verb, const struct arguments *arguments)
{
    struct frame_match match = {NULL, DOCUMENT_NONE};
    const char *const lemma = scene->verb_lemma[verb];
    if (lemma && !match__light(scene, verb, lemma, arguments, &match))
        match__best(scene, &scene->knowledge->verbs, lemma, strlen(lemma), false, arguments, &match);
    return match;
}

/* ---- nouns --------------------------------------------------------------------------------------------------- */

/* The longest part of the table behind some first part of the compound, at least as long as its head: writes it
 * capitalised to key and returns its length, or 0. */
static size_t match__compound_key(const struct frame_table *table, const struct token *token, char key[MATCH_LONGEST_NOUN])
{
    const char *const full = token->lemma ? token->lemma : token->form;
    const size_t length = strlen(full), head = token->compound_head ? strlen(token->compound_head) : 0;
    if (!head || length >= MATCH_LONGEST_NOUN)
        return 0;
    for (size_t begin = 1; begin < length && length - begin + 1 >= head; begin++) {
        if (((unsigned char)full[begin] & 0xC0) == 0x80)
            continue;
        size_t bytes = 0;
        const uint32_t letter = utf8_decode(full + begin, length - begin, &bytes);
        if (!utf8_is_letter(letter))
            continue;
        const size_t written = utf8_encode(utf8_upper(letter), key);
        memcpy(key + written, full + begin + bytes, length - begin - bytes);
        const size_t total = written + length - begin - bytes;
        if (total >= head && string_map_find(table->by_lemma, key, total).found)
            return total;
    }
    memcpy(key, token->compound_head, head < MATCH_LONGEST_NOUN ? head : 0);
    return head < MATCH_LONGEST_NOUN && string_map_find(table->by_lemma, token->compound_head, head).found ? head : 0;
}

/* The noun's entry in a table: its lemma, its form, or a compound's head. *compound: the latter. Length 0: none. */
static size_t match__noun_key(const struct frame_table *table, const struct token *token, char key[MATCH_LONGEST_NOUN],
                              bool *compound)
{
    const char *const words[] = {token->lemma, token->form};
    *compound = false;
    for (size_t i = 0; i < 2; i++) {
        const size_t length = words[i] ? strlen(words[i]) : 0;
        if (length && length < MATCH_LONGEST_NOUN && string_map_find(table->by_lemma, words[i], length).found) {
            memcpy(key, words[i], length);
            return length;
        }
    }
    *compound = true;
    return match__compound_key(table, token, key);
}

bool match_noun_has_type(const struct scene *scene, uint32_t noun, enum event_type type)
{
    const struct frame_table *const table = &scene->knowledge->nouns;
    char key[MATCH_LONGEST_NOUN];
    bool compound = false;
    const size_t length = arguments_is_noun(scene, noun)
                              ? match__noun_key(table, &scene->document->tokens[noun], key, &compound) : 0;
    return length && match__table_has_type(table, key, length, compound, type);
}

struct frame_match match_noun(const struct scene *scene, uint32_t noun, const struct arguments *arguments)
{
    struct frame_match match = {NULL, DOCUMENT_NONE};
    char key[MATCH_LONGEST_NOUN];
    bool compound = false;
    const size_t length = match__noun_key(&scene->knowledge->nouns, &scene->document->tokens[noun], key, &compound);
    if (length)
        match__best(scene, &scene->knowledge->nouns, key, length, compound, arguments, &match);
    return match;
}

/* ---- all frames, to explain the choice ---------------------------------------------------------------------------- */

static size_t match__lacks(const struct scene *scene, const struct frame *frame, const struct arguments *arguments)
{
    for (size_t i = 0; i < frame->condition_count; i++)
        if (!frame->conditions[i].optional && !match__is_left_out(&frame->conditions[i], arguments) && match__condition(scene, &frame->conditions[i], arguments) == SIZE_MAX)
            return i;
    return SIZE_MAX;
}

static void match__each_of(const struct scene *scene, const struct frame_table *table, const char *lemma, size_t length, bool compound,
                           const struct arguments *arguments, match_see *see, void *context)
{
    for (struct string_map_hit hit = string_map_find(table->by_lemma, lemma, length); hit.found;
         hit = string_map_next(table->by_lemma, hit)) {
        const struct frame *const frame = &table->frames[hit.value];
        uint32_t noun = DOCUMENT_NONE;
        if (!(compound && frame->exact))
            see(context, frame, match__lacks(scene, frame, arguments), match__score(scene, frame, arguments, &noun));
    }
}

void match_each(const struct scene *scene, uint32_t token, const struct arguments *arguments, match_see *see, void *context)
{
    const struct event_knowledge *const knowledge = scene->knowledge;
    const char *const verb = scene->verb_lemma[token];
    char key[MATCH_LONGEST_NOUN];
    bool compound = false;
    if (!verb) {
        const size_t length = match__noun_key(&knowledge->nouns, &scene->document->tokens[token], key, &compound);
        if (length)
            match__each_of(scene, &knowledge->nouns, key, length, compound, arguments, see, context);
        return;
    }
    for (struct string_map_hit hit = string_map_find(knowledge->light.by_lemma, verb, strlen(verb)); hit.found;
         hit = string_map_next(knowledge->light.by_lemma, hit)) {
        const struct frame *const frame = &knowledge->light.frames[hit.value];
        const bool there = match__light_noun(scene, token, frame, arguments) != DOCUMENT_NONE;
        see(context, frame, there ? SIZE_MAX : frame->condition_count, 0);
    }
    match__each_of(scene, &knowledge->verbs, verb, strlen(verb), false, arguments, see, context);
}
