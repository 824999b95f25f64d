/* parse/function_words.c: by part of speech and lemma. A determiner that stands alone has the tag of a pronoun (PIAT, PIS), a relative
 * pronoun in its clause the tag of one (PRELS). Numbers are counted or ordered whatever the word. */
#include "parse/function_words.h"

#include "base/hash.h"
#include "parse/labels.h"
#include "parse/tree.h"

#include <string.h>

enum { WORDS_UPOS = 1, WORDS_LEMMA, WORDS_XPOS, WORDS_FEATURES, WORDS_COLUMNS = 7 };

struct function_words {
    const struct table *table;
    struct string_map *lemmas;
    const uint8_t *upos;             /* [row] */
};

const struct function_words *function_words_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[WORDS_COLUMNS] = {"id", "upos", "lemma", "xpos", "features", "source", "checked"};
    struct function_words *const words = arena_take(set->arena, 1, sizeof *words, error);
    const struct table *const table = table_open(set, "parse/function-words.tsv", columns, WORDS_COLUMNS, error);
    uint8_t *const upos = table ? arena_take(set->arena, table->row_count, 1, error) : NULL;
    if (!words || !upos || !(words->lemmas = string_map_open(set->arena, table->row_count, error)))
        return NULL;
    words->table = table;
    words->upos = upos;
    for (size_t row = 0; row < table->row_count; row++) {
        const char *const tag = table_cell(table, row, WORDS_UPOS), *const lemma = table_cell(table, row, WORDS_LEMMA);
        upos[row] = (uint8_t)labels_upos_find(tag, strlen(tag));
        if (!upos[row]) {
            (void)table_error(table, row, error, "write a tag of Universal Dependencies", "no such part of speech");
            return NULL;
        }
        if (!string_map_add(words->lemmas, lemma, strlen(lemma), (uint32_t)row, error))
            return NULL;
    }
    return words;
}

static uint32_t function_words__row(const struct function_words *words, const struct token *token)
{
    if (token->lemma)
        for (struct string_map_hit hit = string_map_find(words->lemmas, token->lemma, strlen(token->lemma)); hit.found;
             hit = string_map_next(words->lemmas, hit))
            if (words->upos[hit.value] == token->upos)
                return hit.value;
    return DOCUMENT_NONE;
}

/* The tag of a determiner that stands for a noun. */
static const char *function_words__alone(const char *xpos)
{
    static const char *const pairs[][2] = {{"PIAT", "PIS"}, {"PDAT", "PDS"}, {"PPOSAT", "PPOSS"}, {"PWAT", "PWS"}, {"ART", "PDS"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (strcmp(xpos, pairs[i][0]) == 0)
            return pairs[i][1];
    return xpos;
}

/* In the clause that an acl relation heads, before its verb. */
static bool function_words__is_relative(const struct document *document, uint32_t index)
{
    const uint32_t clause = tree_clause(document, index);
    return clause != DOCUMENT_NONE && clause > index && document->tokens[clause].relation == RELATION_ACL;
}

static const char *function_words__xpos(const struct document *document, uint32_t index, const char *xpos, const char *features)
{
    const struct token *const token = &document->tokens[index];
    const bool determines = token->relation == RELATION_DET || token->relation == RELATION_DET_POSS || token->relation == RELATION_AMOD;
    if (token->upos == UPOS_ADP && token->relation == RELATION_COMPOUND_PRT)
        return NULL;
    if (token->upos == UPOS_PRON && strstr(features, "Rel") && function_words__is_relative(document, index))
        return "PRELS";
    return token->upos == UPOS_DET && !determines ? function_words__alone(xpos) : xpos;
}

static bool function_words__begins_with_digit(const struct token *token)
{
    return token->form[0] >= '0' && token->form[0] <= '9';
}

void function_words_tell(struct document *document, const struct function_words *words)
{
    for (uint32_t i = 0; i < document->token_count; i++) {
        struct token *const token = &document->tokens[i];
        const uint32_t row = function_words__row(words, token);
        token->xpos = token->closed_features = NULL;
        if (row != DOCUMENT_NONE) {
            const char *const features = table_cell(words->table, row, WORDS_FEATURES);
            token->xpos = function_words__xpos(document, i, table_cell(words->table, row, WORDS_XPOS), features);
            token->closed_features = strcmp(features, "-") == 0 || !*features ? NULL : features;
        } else if (token->upos == UPOS_NUM) {
            token->closed_features = "NumType=Card";
        } else if (token->upos == UPOS_ADJ && function_words__begins_with_digit(token)) {
            token->closed_features = "NumType=Ord";
        }
    }
}
