/* parse/constructions.c: what stands around a verb and turns its subject into something else than who acts, or its act into something
 * that is not told as done. Which verbs cause or make such forms, and which prepositions open a clause too, stands in a table. */
#include "parse/constructions.h"

#include "parse/tree.h"

#include <string.h>

enum { CONSTRUCTIONS_LEMMA = 1, CONSTRUCTIONS_ROLE, CONSTRUCTIONS_COLUMNS = 5 };

enum constructions__role { ROLE_CAUSES, ROLE_TO_BE, ROLE_PASSIVE, ROLE_CLAUSE, ROLE_CONTRAST, ROLE_AGENT, ROLE_NONE };

struct constructions {
    const struct table *table;
    const uint8_t *roles;            /* [row] */
};

const struct constructions *constructions_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[CONSTRUCTIONS_COLUMNS] = {"id", "lemma", "role", "source", "checked"};
    static const char *const names[] = {"causes", "to-be", "passive", "clause", "contrast", "agent"};
    struct constructions *const constructions = arena_take(set->arena, 1, sizeof *constructions, error);
    const struct table *const table = table_open(set, "parse/constructions.tsv", columns, CONSTRUCTIONS_COLUMNS, error);
    uint8_t *const roles = table ? arena_take(set->arena, table->row_count, 1, error) : NULL;
    if (!constructions || !roles)
        return NULL;
    for (size_t row = 0; row < table->row_count; row++) {
        const int role = table_term(table_cell(table, row, CONSTRUCTIONS_ROLE), names, ROLE_NONE);
        if (role < 0) {
            (void)table_error(table, row, error, "write causes, to-be, passive, clause, contrast or agent", "no such role of a word");
            return NULL;
        }
        roles[row] = (uint8_t)role;
    }
    *constructions = (struct constructions){table, roles};
    return constructions;
}

static enum constructions__role constructions__role(const struct constructions *constructions, const struct token *token)
{
    for (size_t row = 0; token->lemma && row < constructions->table->row_count; row++)
        if (strcmp(table_cell(constructions->table, row, CONSTRUCTIONS_LEMMA), token->lemma) == 0)
            return (enum constructions__role)constructions->roles[row];
    return ROLE_NONE;
}

bool constructions_makes_passive(const struct constructions *constructions, const struct token *auxiliary)
{
    return constructions__role(constructions, auxiliary) == ROLE_PASSIVE;
}

bool constructions_opens_clause(const struct constructions *constructions, const struct token *preposition)
{
    return constructions__role(constructions, preposition) == ROLE_CLAUSE;
}

bool constructions_tells_agent(const struct constructions *constructions, const struct token *preposition)
{
    return constructions__role(constructions, preposition) == ROLE_AGENT;
}

bool constructions_contrasts(const struct constructions *constructions, const struct token *adverb)
{
    return constructions__role(constructions, adverb) == ROLE_CONTRAST;
}

/* "lässt liefern": the infinitive without zu hangs on what causes it. */
static bool constructions__is_caused(const struct document *document, uint32_t verb, const struct constructions *constructions)
{
    const uint32_t head = tree_head(document, verb);
    return head != DOCUMENT_NONE && document->tokens[verb].relation == RELATION_XCOMP &&
           document->tokens[verb].morphology.verb_form == VERB_FORM_INF &&
           constructions__role(constructions, &document->tokens[head]) == ROLE_CAUSES;
}

/* "ist zu prüfen", "bleibt zu klären" */
static bool constructions__is_to_be_done(const struct document *document, uint32_t verb, const struct constructions *constructions)
{
    if (document->tokens[verb].morphology.verb_form != VERB_FORM_ZU_INF)
        return false;
    for (uint32_t child = tree_first_child(document, verb); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const struct token *const token = &document->tokens[child];
        if (token->upos == UPOS_AUX && constructions__role(constructions, token) == ROLE_TO_BE)
            return true;
    }
    return false;
}

/* "soll geliefert haben", "könnte gestorben sein": modal, participle, and an auxiliary in the infinitive. */
static bool constructions__is_modal_perfect(const struct document *document, uint32_t verb)
{
    if (document->tokens[verb].morphology.verb_form != VERB_FORM_PART_PERF || tree_modal(document, verb) == DOCUMENT_NONE)
        return false;
    for (uint32_t child = tree_first_child(document, verb); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const struct token *const token = &document->tokens[child];
        if (token->relation == RELATION_AUX && token->morphology.verb_form == VERB_FORM_INF)
            return true;
    }
    return false;
}

void constructions_find(struct document *document, const struct constructions *constructions)
{
    for (uint32_t i = 0; i < document->token_count; i++) {
        struct token *const token = &document->tokens[i];
        if (token->upos != UPOS_VERB)
            continue;
        token->constructions = (uint8_t)((tree_is_passive(document, i) ? CONSTRUCTION_PASSIVE : 0) |
                                         (constructions__is_caused(document, i, constructions) ? CONSTRUCTION_CAUSED : 0) |
                                         (constructions__is_to_be_done(document, i, constructions) ? CONSTRUCTION_TO_BE_DONE : 0) |
                                         (constructions__is_modal_perfect(document, i) ? CONSTRUCTION_MODAL_PERFECT : 0));
    }
}
