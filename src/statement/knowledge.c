/* statement/knowledge.c: opens the tables of statement/ and indexes them by lemma or form. */
#include "statement/knowledge.h"

#include "base/utf8.h"

#include <string.h>

static const char *const factuality_names[] = {"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"};

bool statement_lower(const char *form, char lower[static WORD_BYTES])
{
    const size_t length = strlen(form);
    if (length >= WORD_BYTES)
        return false;
    utf8_lower_string(form, length, lower);
    return true;
}

uint32_t statement_row(const struct string_map *rows, const char *word)
{
    const struct string_map_hit hit = string_map_find(rows, word, strlen(word));
    return hit.found ? hit.value : DOCUMENT_NONE;
}

uint32_t statement_row_lower(const struct string_map *rows, const char *form)
{
    char lower[WORD_BYTES];
    return statement_lower(form, lower) ? statement_row(rows, lower) : DOCUMENT_NONE;
}

static const struct string_map *knowledge__index(const struct table *table, size_t column, struct arena *arena,
                                                 struct laut_error *error)
{
    struct string_map *const rows = string_map_open(arena, table->row_count, error);
    for (size_t row = 0; rows && row < table->row_count; row++) {
        const char *const key = table_cell(table, row, column);
        if (!string_map_add(rows, key, strlen(key), (uint32_t)row, error))
            return NULL;
    }
    return rows;
}

/* A term of a closed list; false: error says which are there. */
static bool knowledge__term(const struct table *table, size_t row, size_t column, const char *const *names, size_t count,
                            int *term, struct laut_error *error)
{
    *term = table_term(table_cell(table, row, column), names, count);
    return *term >= 0 || table_error(table, row, error, "see the comment at the head of the file", "\"%s\" is not known",
                                     table_cell(table, row, column));
}

static bool knowledge__effect(const struct table *table, size_t row, size_t column, struct effect *effect,
                              struct laut_error *error)
{
    static const char *const aux_names[] = {"", "future", "hypothetical", "negation", "unnamed"};
    static const uint8_t aux_bits[] = {0, AUX_FUTURE, AUX_HYPOTHETICAL, AUX_NEGATION, 0};
    int factuality, aux;
    if (!knowledge__term(table, row, column, factuality_names, FACTUALITY_COUNT, &factuality, error) ||
        !knowledge__term(table, row, column + 1, aux_names, 5, &aux, error))
        return false;
    *effect = (struct effect){(enum factuality)factuality, aux_bits[aux], aux == 4, table_cell(table, row, 0)};
    return true;
}

static const char *knowledge__or_null(const char *cell)
{
    return cell[0] ? cell : NULL;
}

/* The cell "content": closed terms become bits, any other word is a preposition. */
static bool knowledge__content(struct cue_verb *verb, const char *cell, struct arena *arena, struct laut_error *error)
{
    static const char *const names[] = {"dass", "main", "inf", "parenthesis", "direct", "als", "circle", "cited", "akk", "nom", "relies", "known", "claim"};
    size_t count;
    const char *const *const words = table_words(arena, cell, ' ', &count, error);
    const char **const prepositions = arena_take(arena, count + 1, sizeof *prepositions, error);
    if (!words || !prepositions)
        return false;
    for (size_t i = 0; i < count; i++) {
        const int term = table_term(words[i], names, sizeof names / sizeof names[0]);
        if (term >= 0)
            verb->content |= 1u << term;
        else
            prepositions[verb->preposition_count++] = words[i];
    }
    verb->prepositions = prepositions;
    return true;
}

static bool knowledge__verbs(struct statement_knowledge *knowledge, const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "lemma", "companion", "content", "medium", "effect", "aux", "nominal",
                                          "statement", "source", "checked"};
    const struct table *const table = table_open(set, "statement/verbs.tsv", columns, 11, error);
    struct cue_verb *const verbs = table ? arena_take(set->arena, table->row_count + 1, sizeof *verbs, error) : NULL;
    if (!verbs)
        return false;
    for (size_t row = 0; row < table->row_count; row++) {
        struct cue_verb *const verb = &verbs[row];
        verb->id = table_cell(table, row, 0);
        verb->lemma = table_cell(table, row, 1);
        verb->companions = table_words(set->arena, table_cell(table, row, 2), ' ', &verb->companion_count, error);
        verb->medium = knowledge__or_null(table_cell(table, row, 4));
        verb->nominal = strcmp(table_cell(table, row, 7), "yes") == 0;
        verb->statement = strcmp(table_cell(table, row, 8), "yes") == 0;
        if (!verb->companions || !knowledge__content(verb, table_cell(table, row, 3), set->arena, error) ||
            !knowledge__effect(table, row, 5, &verb->effect, error))
            return false;
    }
    knowledge->verbs = verbs;
    knowledge->verb_rows = knowledge__index(table, 1, set->arena, error);
    return knowledge->verb_rows != NULL;
}

static bool knowledge__noun_kind(const struct table *table, size_t row, struct cue_noun *noun, struct arena *arena, struct laut_error *error)
{
    static const char *const names[] = {"nach", "content", "circle", "effect", "reference", "said", "outlet", "owned"};
    size_t count;
    const char *const *const words = table_words(arena, table_cell(table, row, 2), ' ', &count, error);
    for (size_t i = 0; words && i < count; i++) {
        const int term = table_term(words[i], names, sizeof names / sizeof names[0]);
        if (term < 0)
            return table_error(table, row, error, "see the comment at the head of the file", "\"%s\" is no kind of noun", words[i]);
        noun->kind |= 1u << term;
    }
    return words != NULL;
}

static bool knowledge__nouns(struct statement_knowledge *knowledge, const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "lemma", "kind", "medium", "effect", "aux", "source", "checked"};
    const struct table *const table = table_open(set, "statement/nouns.tsv", columns, 8, error);
    struct cue_noun *const nouns = table ? arena_take(set->arena, table->row_count + 1, sizeof *nouns, error) : NULL;
    if (!nouns)
        return false;
    for (size_t row = 0; row < table->row_count; row++) {
        if (!knowledge__noun_kind(table, row, &nouns[row], set->arena, error) || !knowledge__effect(table, row, 4, &nouns[row].effect, error))
            return false;
        nouns[row].id = table_cell(table, row, 0);
        nouns[row].medium = knowledge__or_null(table_cell(table, row, 3));
    }
    knowledge->nouns = nouns;
    knowledge->noun_rows = knowledge__index(table, 1, set->arena, error);
    return knowledge->noun_rows != NULL;
}

static bool knowledge__sources(struct statement_knowledge *knowledge, const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "form", "position", "object", "medium", "source", "checked"};
    static const char *const positions[] = {"before", "after", "again", "first", "clause", "so", "noun", "reference"};
    const struct table *const table = table_open(set, "statement/prepositions.tsv", columns, 7, error);
    struct source_word *const words = table ? arena_take(set->arena, table->row_count + 1, sizeof *words, error) : NULL;
    if (!words)
        return false;
    for (size_t row = 0; row < table->row_count; row++) {
        int position;
        if (!knowledge__term(table, row, 2, positions, 8, &position, error))
            return false;
        const char *const object = table_cell(table, row, 3);
        words[row] = (struct source_word){table_cell(table, row, 0), knowledge__or_null(table_cell(table, row, 4)), object,
                                          (enum source_position)position, strcmp(object, "noun") == 0};
    }
    knowledge->sources = words;
    knowledge->source_rows = knowledge__index(table, 1, set->arena, error);
    return knowledge->source_rows != NULL;
}

static bool knowledge__adverbs(struct statement_knowledge *knowledge, const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "form", "role", "effect", "aux", "source", "checked"};
    static const char *const roles[] = {"adverb", "negation", "unnamed", "narrow"};
    const struct table *const table = table_open(set, "statement/adverbs.tsv", columns, 7, error);
    struct cue_adverb *const adverbs = table ? arena_take(set->arena, table->row_count + 1, sizeof *adverbs, error) : NULL;
    if (!adverbs)
        return false;
    for (size_t row = 0; row < table->row_count; row++) {
        int role;
        if (!knowledge__term(table, row, 2, roles, 4, &role, error) ||
            !knowledge__effect(table, row, 3, &adverbs[row].effect, error))
            return false;
        adverbs[row].role = (enum adverb_role)role;
    }
    knowledge->adverbs = adverbs;
    knowledge->adverb_rows = knowledge__index(table, 1, set->arena, error);
    return knowledge->adverb_rows != NULL;
}

static bool knowledge__modals(struct statement_knowledge *knowledge, const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "lemma", "use", "effect", "aux", "source", "checked"};
    static const char *const uses[] = {"infinitive", "past", "subjunctive", "perfect", "counterfactual", "negated"};
    const struct table *const table = table_open(set, "statement/modals.tsv", columns, 7, error);
    struct modal *const modals = table ? arena_take(set->arena, table->row_count + 1, sizeof *modals, error) : NULL;
    struct string_map *const rows = modals ? string_map_open(set->arena, table->row_count, error) : NULL;
    if (!rows)
        return false;
    for (size_t row = 0; row < table->row_count; row++) {
        const char *const lemma = table_cell(table, row, 1);
        int use;
        uint32_t modal = statement_row(rows, lemma);
        if (!knowledge__term(table, row, 2, uses, MODAL_USE_COUNT, &use, error))
            return false;
        if (modal == DOCUMENT_NONE && !string_map_add(rows, lemma, strlen(lemma), modal = (uint32_t)row, error))
            return false;
        if (!knowledge__effect(table, row, 3, &modals[modal].uses[use], error))
            return false;
    }
    knowledge->modals = modals;
    knowledge->modal_rows = rows;
    return true;
}

static const struct effect *knowledge__effects(const struct table_set *set, const char *name, const char *key,
                                               const struct string_map **rows, struct laut_error *error)
{
    const char *const columns[] = {"id", key, "effect", "aux", "source", "checked"};
    const struct table *const table = table_open(set, name, columns, 6, error);
    struct effect *const effects = table ? arena_take(set->arena, table->row_count + 1, sizeof *effects, error) : NULL;
    if (!effects)
        return NULL;
    for (size_t row = 0; row < table->row_count; row++)
        if (!knowledge__effect(table, row, 2, &effects[row], error))
            return NULL;
    *rows = knowledge__index(table, 1, set->arena, error);
    return *rows ? effects : NULL;
}

static bool knowledge__roles(struct statement_knowledge *knowledge, const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "form", "roles", "source", "checked"};
    static const char *const names[] = {"content", "question", "parenthesis", "als", "zu", "reflexive", "es", "agent", "circle",
        "coordinator", "oblique", "genitive", "nominative", "passive", "copula", "perfect", "first", "again", "future", "purpose",
        "addressed", "this", "indefinite", "own", "plain", "nobody", "contrast", "wants", "place", "circumstance", "about"};
    const struct table *const table = table_open(set, "statement/words.tsv", columns, 5, error);
    uint32_t *const roles = table ? arena_take(set->arena, table->row_count + 1, sizeof *roles, error) : NULL;
    if (!roles)
        return false;
    for (size_t row = 0; row < table->row_count; row++) {
        size_t count;
        const char *const *const words = table_words(set->arena, table_cell(table, row, 2), ' ', &count, error);
        if (!words)
            return false;
        for (size_t i = 0; i < count; i++) {
            const int term = table_term(words[i], names, sizeof names / sizeof names[0]);
            if (term < 0)
                return table_error(table, row, error, "see the comment at the head of the file", "\"%s\" is no role", words[i]);
            roles[row] |= 1u << term;
        }
    }
    knowledge->roles = roles;
    knowledge->role_rows = knowledge__index(table, 1, set->arena, error);
    return knowledge->role_rows != NULL;
}

const struct statement_knowledge *statement_knowledge_open(const struct table_set *set, struct laut_error *error)
{
    struct statement_knowledge *const knowledge = arena_take(set->arena, 1, sizeof *knowledge, error);
    if (!knowledge || !knowledge__verbs(knowledge, set, error) || !knowledge__nouns(knowledge, set, error) ||
        !knowledge__sources(knowledge, set, error) || !knowledge__adverbs(knowledge, set, error) ||
        !knowledge__modals(knowledge, set, error) || !knowledge__roles(knowledge, set, error))
        return NULL;
    knowledge->conjunctions = knowledge__effects(set, "statement/conjunctions.tsv", "form", &knowledge->conjunction_rows, error);
    knowledge->adjectives = knowledge->conjunctions
        ? knowledge__effects(set, "statement/adjectives.tsv", "lemma", &knowledge->adjective_rows, error) : NULL;
    return knowledge->adjectives ? knowledge : NULL;
}
