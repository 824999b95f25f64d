/* event/match.c: chooses the frame. A frame is satisfied when every condition finds an argument of its function that passes its
 * fillers; the satisfied one with the most conditions wins, a condition with fillers counting more than a bare one, among
 * equals the earlier line (docs/tables.md). Nouns look under their lemma, then under the heads of the compound, longest first. */
#include "event/match.h"

#include "base/utf8.h"
#include "parse/tree.h"

#include <string.h>

enum { MATCH_LONGEST_NOUN = 200, MATCH_SAID = 8 };       /* what someone does by saying it comes before what the words tell */

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

static bool match__fills(const struct scene *scene, const struct frame_term *term, struct frame_slot slot, uint32_t token, bool fields)
{
    return match_fillers(scene, term, slot, token) || (fields && match_field(scene, term, token));
}

/* "akk.gen=arms": does what is asked for stand beside the noun? */
static bool match__reaches(const struct scene *scene, const struct frame_term *term, uint32_t noun, bool fields)
{
    struct arguments inner;
    arguments_of_noun(scene, noun, &inner);
    for (size_t i = 0; i < inner.count; i++)
        if (frame_slot_equal(inner.items[i].slot, term->inner) && match__fills(scene, term, term->inner, inner.items[i].token, fields))
            return true;
    return false;
}

/* The argument that satisfies the condition, or SIZE_MAX. fields: a noun of the same field as the words that it names does too. */
static size_t match__condition(const struct scene *scene, const struct frame_term *term, const struct arguments *arguments, bool fields)
{
    for (size_t pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < arguments->count; i++)
            if (arguments->items[i].weak == (pass == 1) && frame_slot_equal(arguments->items[i].slot, term->slot) &&
                (term->has_inner ? match__reaches(scene, term, arguments->items[i].token, fields)
                                 : match__fills(scene, term, term->slot, arguments->items[i].token, fields)))
                return i;
    return SIZE_MAX;
}

static bool match__names_lemma(const struct scene *scene, const struct frame_filler *fillers, size_t count, uint32_t token)
{
    for (size_t i = 0; i < count; i++)
        if (fillers[i].kind == FILLER_GROUP && !fillers[i].negated
                ? match__names_lemma(scene, fillers[i].group->fillers, fillers[i].group->count, token)
                : fillers[i].kind == FILLER_LEMMA && !fillers[i].negated && match_is_lemma(scene, fillers[i].word, token))
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

/* Subject and objects are not the same word, though a word without an article may be each: it is taken once. */
struct match_cases {
    const struct argument *taken[4];
    size_t count;
};

static bool match__takes_again(struct match_cases *cases, const struct argument *argument)
{
    if (argument->slot.function > FUNCTION_GEN)
        return false;
    for (size_t i = 0; i < cases->count; i++)
        if (cases->taken[i]->token == argument->token && cases->taken[i]->slot.function != argument->slot.function)
            return true;
    if (cases->count < sizeof cases->taken / sizeof *cases->taken)
        cases->taken[cases->count++] = argument;
    return false;
}

/* Points of a satisfied frame, -1 for one that is not. */
static int match__score(const struct scene *scene, const struct frame *frame, const struct arguments *arguments, bool fields, uint32_t *noun)
{
    int score = 0;
    struct match_cases cases = {.count = 0};
    *noun = DOCUMENT_NONE;
    for (size_t i = 0; i < frame->condition_count; i++) {
        const struct frame_term *const term = &frame->conditions[i];
        const size_t found = match__condition(scene, term, arguments, fields);
        if (found == SIZE_MAX && (term->optional || match__is_left_out(term, arguments)))
            continue;
        if (found == SIZE_MAX || match__takes_again(&cases, &arguments->items[found]))
            return -1;
        const bool named = term->slot.function != FUNCTION_MOD && !term->has_inner &&
                           (match__names_lemma(scene, term->fillers, term->filler_count, arguments->items[found].token) ||
                            (fields && match_field(scene, term, arguments->items[found].token)));
        score += term->slot.function == FUNCTION_SAID ? MATCH_SAID : named ? 4 : term->filler_count ? 3 : 2;
        if (named)
            *noun = arguments->items[found].token;
    }
    return score;
}

static void match__best(const struct scene *scene, const struct frame_table *table, const char *lemma, size_t length,
                        bool compound, const struct arguments *arguments, bool fields, struct frame_match *best)
{
    int best_score = -1;
    for (struct string_map_hit hit = string_map_find(table->by_lemma, lemma, length); hit.found;
         hit = string_map_next(table->by_lemma, hit)) {
        const struct frame *const frame = &table->frames[hit.value];
        uint32_t noun = DOCUMENT_NONE;
        const int score = compound && frame->exact ? -1 : match__score(scene, frame, arguments, fields, &noun);
        if (score > best_score) {
            best_score = score;
            *best = (struct frame_match){frame, noun};
        }
    }
}

/* Of the frames of a word the one that what stands beside it satisfies; only where none does, nouns of the same fields count as those that
 * the table names. */
static void match__frame(const struct scene *scene, const struct frame_table *table, const char *lemma, size_t length, bool compound,
                         const struct arguments *arguments, struct frame_match *match)
{
    match__best(scene, table, lemma, length, compound, arguments, false, match);
    if (!match->frame)
        match__best(scene, table, lemma, length, compound, arguments, true, match);
}

/* ---- verbs --------------------------------------------------------------------------------------------------- */

/* "verantwortlich machen": a word that is no noun is looked for among the verb's own children. */
static uint32_t match__light_adjective(const struct scene *scene, uint32_t verb, const char *word)
{
    uint32_t child = tree_first_child(scene->document, verb);
    while (child != DOCUMENT_NONE && !match_is_lemma(scene, word, child))
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
            match_is_lemma(scene, frame->noun, arguments->items[i].token))
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

/* "stellte sich für Gespräche zur Verfügung": a line of the verb for another act that names the light verb's noun and asks for more. */
static bool match__is_narrower(const struct frame_match *match, const struct frame_match *light)
{
    return match->frame && match->frame->type != light->frame->type && match->noun == light->noun && match->frame->condition_count > 2;
}

struct frame_match match_verb(const struct scene *scene, uint32_t verb, const struct arguments *arguments)
{
    struct frame_match match = {NULL, DOCUMENT_NONE}, light = {NULL, DOCUMENT_NONE};
    const char *const lemma = scene->verb_lemma[verb];
    const bool is_light = lemma && match__light(scene, verb, lemma, arguments, &light);
    if (lemma)
        match__frame(scene, &scene->knowledge->verbs, lemma, strlen(lemma), false, arguments, &match);
    return is_light && !match__is_narrower(&match, &light) ? light : match;
}

bool match_verb_has_type(const struct scene *scene, const char *lemma, enum event_type type)
{
    const struct frame_table *const table = &scene->knowledge->verbs;
    for (struct string_map_hit hit = lemma ? string_map_find(table->by_lemma, lemma, strlen(lemma)) : (struct string_map_hit){.found = false}; hit.found;
         hit = string_map_next(table->by_lemma, hit)) {
        const enum event_type told = table->frames[hit.value].type;
        if (told != EVENT_TYPE_COUNT && (type == EVENT_TYPE_COUNT || told == type))
            return true;
    }
    return false;
}

bool match_needs_dative(const struct scene *scene, const char *lemma)
{
    const struct frame_table *const table = &scene->knowledge->verbs;
    bool found = false;
    for (struct string_map_hit hit = string_map_find(table->by_lemma, lemma, strlen(lemma)); hit.found; hit = string_map_next(table->by_lemma, hit)) {
        const struct frame *const frame = &table->frames[hit.value];
        bool dative = false;
        for (size_t i = 0; i < frame->condition_count; i++)
            dative = dative || frame->conditions[i].slot.function == FUNCTION_DAT;
        if (!dative)
            return false;
        found = true;
    }
    return found;
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

/* The first line of the noun, or of its compound's head. */
static struct string_map_hit match__noun_lines(const struct scene *scene, uint32_t noun, bool *compound)
{
    const struct frame_table *const table = &scene->knowledge->nouns;
    char key[MATCH_LONGEST_NOUN];
    const size_t length = arguments_is_noun(scene, noun) ? match__noun_key(table, &scene->document->tokens[noun], key, compound) : 0;
    return length ? string_map_find(table->by_lemma, key, length) : (struct string_map_hit){.found = false};
}

const struct frame *match_noun_frame(const struct scene *scene, uint32_t noun, uint32_t types)
{
    const struct frame_table *const table = &scene->knowledge->nouns;
    bool compound = false;
    for (struct string_map_hit hit = match__noun_lines(scene, noun, &compound); hit.found; hit = string_map_next(table->by_lemma, hit)) {
        const struct frame *const frame = &table->frames[hit.value];
        if (!(compound && frame->exact) && frame->type != EVENT_TYPE_COUNT && (types & UINT32_C(1) << frame->type))
            return frame;
    }
    return NULL;
}

bool match_noun_has_type(const struct scene *scene, uint32_t noun, enum event_type type)
{
    return match_noun_frame(scene, noun, type == EVENT_TYPE_COUNT ? UINT32_MAX : UINT32_C(1) << type) != NULL;
}

bool match_noun_has_mode(const struct scene *scene, uint32_t noun, const char *mode)
{
    const struct frame_table *const table = &scene->knowledge->nouns;
    bool compound = false;
    for (struct string_map_hit hit = match__noun_lines(scene, noun, &compound); hit.found; hit = string_map_next(table->by_lemma, hit))
        if (!(compound && table->frames[hit.value].exact) && frame_has_mode(&table->frames[hit.value], mode))
            return true;
    return false;
}

struct frame_match match_noun(const struct scene *scene, uint32_t noun, const struct arguments *arguments)
{
    struct frame_match match = {NULL, DOCUMENT_NONE};
    char key[MATCH_LONGEST_NOUN];
    bool compound = false;
    const size_t length = match__noun_key(&scene->knowledge->nouns, &scene->document->tokens[noun], key, &compound);
    if (length)
        match__frame(scene, &scene->knowledge->nouns, key, length, compound, arguments, &match);
    return match;
}

/* ---- all frames, to explain the choice ---------------------------------------------------------------------------- */

static size_t match__lacks(const struct scene *scene, const struct frame *frame, const struct arguments *arguments, bool fields)
{
    for (size_t i = 0; i < frame->condition_count; i++)
        if (!frame->conditions[i].optional && !match__is_left_out(&frame->conditions[i], arguments) &&
            match__condition(scene, &frame->conditions[i], arguments, fields) == SIZE_MAX)
            return i;
    return SIZE_MAX;
}

static void match__each_of(const struct scene *scene, const struct frame_table *table, const char *lemma, size_t length, bool compound,
                           const struct arguments *arguments, match_see *see, void *context)
{
    struct frame_match plain = {NULL, DOCUMENT_NONE};
    match__best(scene, table, lemma, length, compound, arguments, false, &plain);
    const bool fields = plain.frame == NULL;
    for (struct string_map_hit hit = string_map_find(table->by_lemma, lemma, length); hit.found;
         hit = string_map_next(table->by_lemma, hit)) {
        const struct frame *const frame = &table->frames[hit.value];
        uint32_t noun = DOCUMENT_NONE;
        if (!(compound && frame->exact))
            see(context, frame, match__lacks(scene, frame, arguments, fields), match__score(scene, frame, arguments, fields, &noun));
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
