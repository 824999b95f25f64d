/* event/knowledge.c: opens the tables of event/ and indexes them. */
#include "event/knowledge.h"

#include "event/event.h"

#include <string.h>

static const struct table *knowledge__table(const struct table_set *set, const char *name, const char *word, const char *value,
                                            const struct string_map **rows, struct laut_error *error)
{
    const char *const columns[] = {"id", word, value, "source", "checked"};
    const struct table *const table = table_open(set, name, columns, 5, error);
    struct string_map *const map = table ? string_map_open(set->arena, table->row_count + 1, error) : NULL;
    if (!map)
        return NULL;
    for (size_t row = 0; row < table->row_count; row++) {
        const char *const key = table_cell(table, row, 1);
        if (!string_map_add(map, key, strlen(key), (uint32_t)row, error))
            return NULL;
    }
    *rows = map;
    return table;
}

static const char *const knowledge__controls[] = {"nom", "akk", "dat", "causative"};
static const char *const knowledge__uses[] = {"agent", "genitive", "place", "direction", "content", "matter", "behind", "means", "occasion"};
enum { KNOWLEDGE_USES = sizeof knowledge__uses / sizeof *knowledge__uses };

/* Every cell of a table's third column must be made of these terms. */
static bool knowledge__check(const struct table_set *set, const struct table *table, const char *const *terms, size_t count,
                             struct laut_error *error)
{
    for (size_t row = 0; row < table->row_count; row++) {
        size_t words = 0;
        const char *const *const cell = table_words(set->arena, table_cell(table, row, 2), ' ', &words, error);
        if (!cell)
            return false;
        for (size_t i = 0; i < words; i++)
            if (table_term(cell[i], terms, count) < 0)
                return table_error(table, row, error, "see docs/tables.md", "unknown term \"%s\"", cell[i]);
    }
    return true;
}

static bool knowledge__modals(const struct table_set *set, struct modal_table *modals, struct laut_error *error)
{
    static const char *const columns[] = {"id", "modal", "condition", "type", "mode", "source", "checked"};
    static const char *const conditions[] = {"any", "subjunctive", "negated", "receiving"};
    const struct table *const table = table_open(set, "event/modals.tsv", columns, 7, error);
    if (!table)
        return false;
    modals->count = table->row_count;
    modals->frames = arena_take(set->arena, table->row_count + 1, sizeof *modals->frames, error);
    modals->conditions = arena_take(set->arena, table->row_count + 1, sizeof *modals->conditions, error);
    for (size_t row = 0; modals->frames && modals->conditions && row < table->row_count; row++) {
        const int condition = table_term(table_cell(table, row, 2), conditions, 4);
        if (condition < 0)
            return table_error(table, row, error, "see docs/tables.md", "unknown condition \"%s\"", table_cell(table, row, 2));
        modals->conditions[row] = (enum modal_condition)condition;
        if (!frame_modal(set, table, row, &modals->frames[row], error))
            return false;
    }
    return modals->frames && modals->conditions;
}

const struct event_knowledge *event_knowledge_open(const struct table_set *set, struct laut_error *error)
{
    struct event_knowledge *const knowledge = arena_take(set->arena, 1, sizeof *knowledge, error);
    struct filler_groups groups;
    if (!knowledge || !filler_groups_open(set, &groups, error) ||
        !frame_table_open(set, &groups, "verbs.tsv", FRAME_VERB, &knowledge->verbs, error) ||
        !frame_table_open(set, &groups, "nouns.tsv", FRAME_NOUN, &knowledge->nouns, error) ||
        !frame_table_open(set, &groups, "light.tsv", FRAME_LIGHT, &knowledge->light, error))
        return NULL;
    knowledge->lexicon = lexicon_open(set, error);
    if (!knowledge->lexicon)
        return NULL;
    knowledge->adverbs = knowledge__table(set, "event/adverbs.tsv", "adverb", "preposition", &knowledge->adverb_rows, error);
    knowledge->controls =
        knowledge->adverbs ? knowledge__table(set, "event/controls.tsv", "verb", "function", &knowledge->control_rows, error) : NULL;
    knowledge->phases =
        knowledge->controls ? knowledge__table(set, "event/phases.tsv", "verb", "function", &knowledge->phase_rows, error) : NULL;
    knowledge->reciprocals = knowledge->phases ? knowledge__table(set, "event/reciprocals.tsv", "word", "meaning",
                                                                  &knowledge->reciprocal_rows, error)
                                               : NULL;
    knowledge->prepositions = knowledge->reciprocals ? knowledge__table(set, "event/prepositions.tsv", "preposition", "use",
                                                                     &knowledge->preposition_rows, error)
                                                  : NULL;
    knowledge->item_modes = knowledge->prepositions ? knowledge__table(set, "event/item-modes.tsv", "word", "mode",
                                                                       &knowledge->item_mode_rows, error)
                                                    : NULL;
    if (!knowledge->item_modes || !knowledge__modals(set, &knowledge->modals, error) || !knowledge__check(set, knowledge->controls, knowledge__controls, 4, error) ||
        !knowledge__check(set, knowledge->prepositions, knowledge__uses, KNOWLEDGE_USES, error))
        return NULL;
    return knowledge;
}

static const char *knowledge__value(const struct table *table, const struct string_map *rows, const char *word)
{
    const struct string_map_hit hit = word ? string_map_find(rows, word, strlen(word)) : (struct string_map_hit){0};
    return hit.found ? table_cell(table, hit.value, 2) : NULL;
}

const char *knowledge_item_mode(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__value(knowledge->item_modes, knowledge->item_mode_rows, word);
}

const char *knowledge_adverb(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__value(knowledge->adverbs, knowledge->adverb_rows, word);
}

enum frame_function knowledge_control(const struct event_knowledge *knowledge, const char *verb_lemma)
{
    const char *const function = knowledge__value(knowledge->controls, knowledge->control_rows, verb_lemma);
    return !function || strcmp(function, "nom") == 0 ? FUNCTION_NOM
           : strcmp(function, "dat") == 0            ? FUNCTION_DAT
                                                     : FUNCTION_AKK;
}

bool knowledge_is_phase(const struct event_knowledge *knowledge, const char *verb_lemma, const char *preposition)
{
    const size_t length = strlen(verb_lemma);
    for (struct string_map_hit hit = string_map_find(knowledge->phase_rows, verb_lemma, length); hit.found;
         hit = string_map_next(knowledge->phase_rows, hit)) {
        const char *const function = table_cell(knowledge->phases, hit.value, 2);
        if (preposition ? strncmp(function, "PP:", 3) == 0 && strcmp(function + 3, preposition) == 0 : strcmp(function, "akk") == 0)
            return true;
    }
    return false;
}

bool knowledge_is_reciprocal(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__value(knowledge->reciprocals, knowledge->reciprocal_rows, word) != NULL;
}

bool knowledge_is_causative(const struct event_knowledge *knowledge, const char *verb_lemma)
{
    const char *const function = knowledge__value(knowledge->controls, knowledge->control_rows, verb_lemma);
    return function && strcmp(function, "causative") == 0;
}

unsigned knowledge_preposition(const struct event_knowledge *knowledge, const char *preposition)
{
    const char *const uses = knowledge__value(knowledge->prepositions, knowledge->preposition_rows, preposition);
    unsigned bits = 0;
    for (size_t i = 0; uses && i < KNOWLEDGE_USES; i++)
        if (strstr(uses, knowledge__uses[i]))
            bits |= 1U << i;
    return bits;
}
