/* parse/subjects.c: a clause has one subject. Where the network gives an active clause (no passive auxiliary) both a subject and
 * a passive subject ("Nordkorea habe Container geliefert"), the latter is its object. */
#include "parse/subjects.h"

enum { CLAUSE_HAS_SUBJECT = 1, CLAUSE_HAS_PASSIVE_AUXILIARY = 2 };

bool subjects_settle(struct document *document, struct laut_error *error)
{
    uint8_t *const clause = arena_take(document->arena, document->token_count + 1, sizeof *clause, error);
    if (!clause)
        return false;
    for (size_t i = 0; i < document->token_count; i++) {
        const struct token *const token = &document->tokens[i];
        if (token->head >= document->token_count)
            continue;
        if (token->relation == RELATION_NSUBJ)
            clause[token->head] |= CLAUSE_HAS_SUBJECT;
        else if (token->relation == RELATION_AUX_PASS)
            clause[token->head] |= CLAUSE_HAS_PASSIVE_AUXILIARY;
    }
    for (size_t i = 0; i < document->token_count; i++) {
        struct token *const token = &document->tokens[i];
        if (token->relation == RELATION_NSUBJ_PASS && token->head < document->token_count &&
            clause[token->head] == CLAUSE_HAS_SUBJECT)
            token->relation = RELATION_OBJ;
    }
    return true;
}
