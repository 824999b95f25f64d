/* time/pattern.c: compiles patterns and finds the best matches of a sentence.
 *
 * A pattern with macros or optional elements is written out into plain sequences when the table is read; each plain sequence stands in
 * a list under every class that its first element accepts, so that an item only tries sequences which can begin with it. Of all
 * matches the longest are taken first; among equally long ones the earlier, then the one of the earlier line.
 */
#include "time/pattern.h"

#include <stdlib.h>
#include <string.h>

enum { CODES_AT_MOST = 16, ALTERNATIVES_AT_MOST = 12, SEQUENCES_AT_MOST = 20000, MATCHES_AT_MOST = 2000 };

struct sequence_element {
    struct class_set classes;
    const char *const *codes;        /* NULL: any value; they restrict the class code_class */
    uint16_t code_count;
    uint8_t code_class;
    bool negative;
};

struct sequence {
    uint32_t row;
    uint8_t element_count, bracket_count;
    struct {
        uint8_t begin, end;          /* elements */
    } brackets[PATTERN_BRACKETS_AT_MOST];
    const struct sequence_element *elements;
};

struct pattern_macro {
    const char *name;
    const char *const *const *alternatives;      /* [alternative_count][word_counts[…]] */
    const size_t *word_counts;
    size_t alternative_count;
};

struct pattern_set {
    const struct table *table;
    struct sequence *sequences;
    size_t sequence_count, sequence_capacity;
    uint32_t *by_class[TIME_CLASSES_AT_MOST];
    size_t by_class_count[TIME_CLASSES_AT_MOST];
    struct class_set beginners;      /* classes with which a sequence can begin */
    struct class_set list;
    uint32_t list_row;
};

/* What compiling needs. */
struct pattern_compiler {
    struct arena *arena;
    struct time_words *words;
    const struct table *table;
    struct pattern_set *set;
    struct pattern_macro *macros;
    size_t macro_count, macro_capacity;
    uint32_t row;
    struct laut_error *error;
};

/* A sequence while it is written out. */
struct pattern_draft {
    struct sequence_element elements[PATTERN_ELEMENTS_AT_MOST];
    uint8_t count, bracket_count;
    bool open;
    uint8_t begins[PATTERN_BRACKETS_AT_MOST], ends[PATTERN_BRACKETS_AT_MOST];
};

static bool pattern__fail(const struct pattern_compiler *compiler, const char *cause, const char *what)
{
    return table_error(compiler->table, compiler->row, compiler->error, "the top of knowledge/time/patterns.tsv explains patterns",
                       "%s: \"%s\"", cause, what);
}

/* "UNIT=D,W" or a name, into the element. */
static bool pattern__name(struct pattern_compiler *compiler, char *name, struct sequence_element *element)
{
    char *const equals = strchr(name, '=');
    if (equals)
        *equals = '\0';
    bool is_class = name[0] >= 'A' && name[0] <= 'Z';
    for (const char *at = name; *at; at++)
        is_class = is_class && *at >= 'A' && *at <= 'Z';
    const unsigned class = is_class ? time_words_class(compiler->words, name)
                                    : time_words_literal(compiler->words, name, compiler->error);
    if (!class)
        return is_class ? pattern__fail(compiler, "no word has this class", name) : false;
    class_set_add(&element->classes, class);
    if (!equals)
        return true;
    size_t count = 0;
    element->codes = table_words(compiler->arena, equals + 1, ',', &count, compiler->error);
    element->code_count = (uint16_t)count;
    element->code_class = (uint8_t)class;
    return element->codes != NULL;
}

static bool pattern__element(struct pattern_compiler *compiler, const char *word, struct sequence_element *element)
{
    *element = (struct sequence_element){.negative = word[0] == '!' && word[1] != '\0'};
    size_t count = 0;
    const char *const *const names = table_words(compiler->arena, word + element->negative, '|', &count, compiler->error);
    if (!names)
        return false;
    if (count == 0)
        return pattern__fail(compiler, "nothing stands in", word);
    for (size_t i = 0; i < count; i++)
        if (!pattern__name(compiler, (char *)(uintptr_t)names[i], element))
            return false;
    return true;
}

static bool pattern__finish(struct pattern_compiler *compiler, const struct pattern_draft *draft)
{
    struct pattern_set *const set = compiler->set;
    if (draft->open || draft->bracket_count == 0 || draft->ends[0] == draft->begins[0] || draft->elements[0].negative)
        return pattern__fail(compiler, "a [ ] with something in it, and something before any !, is wanted",
                             table_cell(compiler->table, compiler->row, 1));
    struct sequence *const sequence = set->sequence_count == SEQUENCES_AT_MOST
                                          ? NULL
                                          : arena_append(compiler->arena, &set->sequences, &set->sequence_count,
                                                         &set->sequence_capacity, sizeof *sequence, compiler->error);
    struct sequence_element *const elements = sequence ? arena_take(compiler->arena, draft->count, sizeof *elements, compiler->error) : NULL;
    if (!elements)
        return set->sequence_count == SEQUENCES_AT_MOST ? pattern__fail(compiler, "too many patterns", "") : false;
    memcpy(elements, draft->elements, draft->count * sizeof *elements);
    *sequence = (struct sequence){.row = compiler->row, .element_count = draft->count,
                                  .bracket_count = draft->bracket_count, .elements = elements};
    for (size_t i = 0; i < draft->bracket_count; i++) {
        sequence->brackets[i].begin = draft->begins[i];
        sequence->brackets[i].end = draft->ends[i];
    }
    return true;
}

static bool pattern__expand(struct pattern_compiler *compiler, const char *const *words, size_t count, size_t at,
                            const struct pattern_draft *draft);

static const struct pattern_macro *pattern__macro(const struct pattern_compiler *compiler, const char *word, size_t length)
{
    for (size_t i = 0; i < compiler->macro_count; i++)
        if (strlen(compiler->macros[i].name) == length && strncmp(compiler->macros[i].name, word, length) == 0)
            return &compiler->macros[i];
    return NULL;
}

/* Puts a macro's words in the place of words[at]. */
static bool pattern__expand_macro(struct pattern_compiler *compiler, const struct pattern_macro *macro, const char *const *words,
                                  size_t count, size_t at, const struct pattern_draft *draft)
{
    for (size_t i = 0; i < macro->alternative_count; i++) {
        const size_t inserted = macro->word_counts[i], total = count - 1 + inserted;
        const char **const longer = arena_take(compiler->arena, total + 1, sizeof *longer, compiler->error);
        if (!longer)
            return false;
        memcpy(longer, words, at * sizeof *longer);
        memcpy(longer + at, macro->alternatives[i], inserted * sizeof *longer);
        memcpy(longer + at + inserted, words + at + 1, (count - at - 1) * sizeof *longer);
        if (!pattern__expand(compiler, longer, total, at, draft))
            return false;
    }
    return true;
}

static bool pattern__bracket(struct pattern_compiler *compiler, const char *word, struct pattern_draft *draft)
{
    const bool opens = word[0] == '[';
    if (opens == draft->open || (opens && draft->bracket_count == PATTERN_BRACKETS_AT_MOST))
        return pattern__fail(compiler, "brackets do not pair, or there are more than two pairs", word);
    draft->open = opens;
    if (opens)
        draft->begins[draft->bracket_count] = draft->count;
    else
        draft->ends[draft->bracket_count++] = draft->count;
    return true;
}

/* Writes out words[at …] after what the draft has. */
static bool pattern__expand(struct pattern_compiler *compiler, const char *const *words, size_t count, size_t at,
                            const struct pattern_draft *before)
{
    struct pattern_draft draft = *before;
    for (; at < count; at++) {
        const char *const word = words[at];
        size_t length = strlen(word);
        if (strcmp(word, "[") == 0 || strcmp(word, "]") == 0) {
            if (!pattern__bracket(compiler, word, &draft))
                return false;
            continue;
        }
        const bool optional = length > 1 && word[length - 1] == '?';
        if (optional) {
            if (!pattern__expand(compiler, words, count, at + 1, &draft))
                return false;
            length--;
        }
        const struct pattern_macro *const macro = pattern__macro(compiler, word, length);
        if (macro)
            return pattern__expand_macro(compiler, macro, words, count, at, &draft);
        const char *const name = arena_copy_string(compiler->arena, word, length, compiler->error);
        if (!name)
            return false;
        if (draft.count == PATTERN_ELEMENTS_AT_MOST)
            return pattern__fail(compiler, "more than 16 elements", word);
        if (!pattern__element(compiler, name, &draft.elements[draft.count++]))
            return false;
    }
    return pattern__finish(compiler, &draft);
}

static bool pattern__add_macro(struct pattern_compiler *compiler, const char *const *words, size_t count)
{
    struct pattern_macro *const macro = arena_append(compiler->arena, &compiler->macros, &compiler->macro_count,
                                                     &compiler->macro_capacity, sizeof *macro, compiler->error);
    const char *const **const alternatives = arena_take(compiler->arena, ALTERNATIVES_AT_MOST, sizeof *alternatives, compiler->error);
    size_t *const word_counts = arena_take(compiler->arena, ALTERNATIVES_AT_MOST, sizeof *word_counts, compiler->error);
    if (!macro || !alternatives || !word_counts)
        return false;
    size_t found = 0;
    for (size_t begin = 0; begin < count;) {
        size_t end = begin;
        while (end < count && strcmp(words[end], "||") != 0)
            end++;
        if (found == ALTERNATIVES_AT_MOST)
            return pattern__fail(compiler, "more than 12 alternatives", words[begin]);
        alternatives[found] = words + begin;
        word_counts[found++] = end - begin;
        begin = end + 1;
    }
    *macro = (struct pattern_macro){.name = table_cell(compiler->table, compiler->row, 0), .alternatives = alternatives,
                                    .word_counts = word_counts, .alternative_count = found};
    return true;
}

static bool pattern__row(struct pattern_compiler *compiler)
{
    static const char *const types[] = {"DATE", "TIME", "DURATION", "SET", "", "macro", "list"};
    const char *const type = table_cell(compiler->table, compiler->row, 2);
    size_t count = 0;
    const char *const *const words = table_words(compiler->arena, table_cell(compiler->table, compiler->row, 1), ' ', &count, compiler->error);
    if (!words)
        return false;
    if (table_term(type, types, sizeof types / sizeof *types) < 0)
        return pattern__fail(compiler, "the type is none of DATE TIME DURATION SET - macro list", type);
    if (strcmp(type, "macro") == 0)
        return pattern__add_macro(compiler, words, count);
    if (strcmp(type, "list") == 0) {
        struct sequence_element element;
        if (count != 1 || !pattern__element(compiler, words[0], &element))
            return count == 1 ? false : pattern__fail(compiler, "one element is wanted", table_cell(compiler->table, compiler->row, 1));
        compiler->set->list = element.classes;
        compiler->set->list_row = compiler->row;
        return true;
    }
    const struct pattern_draft empty = {.count = 0};
    return pattern__expand(compiler, words, count, 0, &empty);
}

static bool pattern__index(struct pattern_set *set, struct arena *arena, struct laut_error *error)
{
    size_t capacities[TIME_CLASSES_AT_MOST] = {0};
    for (size_t i = 0; i < set->sequence_count; i++)
        for (unsigned class = 0; (class = class_set_next(&set->sequences[i].elements[0].classes, class + 1)) < TIME_CLASSES_AT_MOST;) {
            uint32_t *const place = arena_append(arena, &set->by_class[class], &set->by_class_count[class],
                                                 &capacities[class], sizeof *place, error);
            if (!place)
                return false;
            *place = (uint32_t)i;
            class_set_add(&set->beginners, class);
        }
    return true;
}

const struct pattern_set *pattern_set_open(const struct table_set *tables, struct time_words *words, struct laut_error *error)
{
    static const char *const columns[] = {"id", "pattern", "type", "rule", "source", "checked"};
    const struct table *const table = table_open(tables, "time/patterns.tsv", columns, 6, error);
    struct pattern_set *const set = table ? arena_take(tables->arena, 1, sizeof *set, error) : NULL;
    if (!set)
        return NULL;
    set->table = table;
    struct pattern_compiler compiler = {.arena = tables->arena, .words = words, .table = table, .set = set, .error = error};
    for (; compiler.row < table->row_count; compiler.row++)
        if (!pattern__row(&compiler))
            return NULL;
    return pattern__index(set, tables->arena, error) ? set : NULL;
}

const struct table *pattern_set_table(const struct pattern_set *patterns)
{
    return patterns->table;
}

const struct class_set *pattern_set_list(const struct pattern_set *patterns, uint32_t *row)
{
    *row = patterns->list_row;
    return &patterns->list;
}

/* ---- matching -------------------------------------------------------------------------------------------------- */

/* The reading with which an item satisfies an element; reading NULL: it does by a class without a value. */
static bool pattern__accepts(const struct sequence_element *element, const struct time_item *item,
                             const struct time_reading **reading)
{
    *reading = NULL;
    if (!class_set_meet(&element->classes, &item->classes))
        return false;
    for (size_t i = 0; i < item->reading_count; i++) {
        const struct time_reading *const candidate = &item->readings[i];
        if (!class_set_has(&element->classes, candidate->class))
            continue;
        bool fits = !element->codes || candidate->class != element->code_class;
        for (size_t k = 0; !fits && k < element->code_count; k++)
            fits = strcmp(candidate->code, element->codes[k]) == 0;
        if (fits) {
            *reading = candidate;
            return true;
        }
    }
    return class_set_has(&element->classes, TIME_ANY) ||
           (class_set_has(&element->classes, TIME_ANYNOUN) && class_set_has(&item->classes, TIME_ANYNOUN)) ||
           (class_set_has(&element->classes, TIME_ADJECTIVE) && class_set_has(&item->classes, TIME_ADJECTIVE));
}

static bool pattern__try(const struct sequence *sequence, const struct time_item *items, size_t item_count, size_t begin,
                         struct pattern_match *match)
{
    *match = (struct pattern_match){.row = sequence->row, .begin = (uint16_t)begin, .bracket_count = sequence->bracket_count};
    uint16_t starts[PATTERN_ELEMENTS_AT_MOST + 1];
    size_t at = begin;
    for (size_t i = 0; i < sequence->element_count; i++) {
        const struct sequence_element *const element = &sequence->elements[i];
        const struct time_reading *reading = NULL;
        starts[i] = (uint16_t)at;
        const bool accepted = at < item_count && pattern__accepts(element, &items[at], &reading);
        if (element->negative) {
            if (accepted)
                return false;
            continue;
        }
        if (!accepted)
            return false;
        if (reading) {
            struct pattern_slot *const slot = &match->slots[match->slot_count++];
            *slot = (struct pattern_slot){.class = reading->class, .bracket = PATTERN_BRACKETS_AT_MOST,
                                          .code = reading->code, .number = reading->number, .item = (uint16_t)at};
            for (uint8_t k = 0; k < sequence->bracket_count; k++)
                if (i >= sequence->brackets[k].begin && i < sequence->brackets[k].end)
                    slot->bracket = k;
        }
        at++;
    }
    starts[sequence->element_count] = (uint16_t)at;
    match->end = (uint16_t)at;
    for (size_t k = 0; k < sequence->bracket_count; k++) {
        match->brackets[k].begin = starts[sequence->brackets[k].begin];
        match->brackets[k].end = starts[sequence->brackets[k].end];
    }
    return true;
}

static int pattern__compare(const void *left, const void *right)
{
    const struct pattern_match *const a = left, *const b = right;
    const int longer = (b->end - b->begin) - (a->end - a->begin);
    if (longer)
        return longer;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    return a->row != b->row ? (a->row < b->row ? -1 : 1) : 0;
}

static int pattern__compare_places(const void *left, const void *right)
{
    const struct pattern_match *const a = left, *const b = right;
    return (int)a->brackets[0].begin - (int)b->brackets[0].begin;
}

/* Keeps the best matches whose brackets do not overlap; returns how many. */
static size_t pattern__choose(struct pattern_match *matches, size_t count)
{
    qsort(matches, count, sizeof *matches, pattern__compare);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        bool free_place = true;
        for (size_t k = 0; free_place && k < kept; k++)
            for (size_t a = 0; a < matches[i].bracket_count; a++)
                for (size_t b = 0; b < matches[k].bracket_count; b++)
                    free_place = free_place && (matches[i].brackets[a].end <= matches[k].brackets[b].begin ||
                                                matches[k].brackets[b].end <= matches[i].brackets[a].begin);
        if (free_place)
            matches[kept++] = matches[i];
    }
    qsort(matches, kept, sizeof *matches, pattern__compare_places);
    return kept;
}

const struct pattern_match *pattern_set_match(const struct pattern_set *patterns, struct arena *arena,
                                              const struct time_item *items, size_t item_count, size_t *count,
                                              struct laut_error *error)
{
    struct pattern_match *matches = NULL;
    size_t found = 0, capacity = 0;
    static const struct pattern_match none = {.row = 0};
    *count = 0;
    if (item_count > UINT16_MAX)
        return &none;
    for (size_t i = 0; i < item_count; i++) {
        if (!class_set_meet(&items[i].classes, &patterns->beginners))
            continue;
        for (size_t r = 0; r <= items[i].reading_count; r++) {
            const unsigned class = r < items[i].reading_count ? items[i].readings[r].class : (unsigned)TIME_ADJECTIVE;
            for (size_t k = 0; k < patterns->by_class_count[class] && found < MATCHES_AT_MOST; k++) {
                struct pattern_match match;
                if (!pattern__try(&patterns->sequences[patterns->by_class[class][k]], items, item_count, i, &match))
                    continue;
                struct pattern_match *const place = arena_append(arena, &matches, &found, &capacity, sizeof match, error);
                if (!place)
                    return NULL;
                *place = match;
            }
        }
    }
    *count = found ? pattern__choose(matches, found) : 0;
    return found ? matches : &none;
}
