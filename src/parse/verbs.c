/* parse/verbs.c: separable verbs (a compound:prt child makes the full verb) and infinitives with zu (GSD: "zu" is a PART that
 * is mark of the infinitive). One pass over the tokens: each child tells its head. */
#include "parse/verbs.h"

#include "base/utf8.h"

#include <string.h>

static bool verbs__join(struct document *document, struct token *verb, uint32_t particle, struct laut_error *error)
{
    const char *const form = document->tokens[particle].form;
    const size_t form_bytes = strlen(form), lemma_bytes = strlen(verb->lemma);
    char *const joined = arena_take(document->arena, form_bytes + lemma_bytes + 8, 1, error);
    if (!joined)
        return false;
    const size_t written = utf8_lower_string(form, form_bytes, joined);
    memcpy(joined + written, verb->lemma, lemma_bytes + 1);
    verb->verb_lemma = joined;
    return true;
}

bool verbs_complete(struct document *document, struct laut_error *error)
{
    for (size_t i = 0; i < document->token_count; i++) {
        struct token *const token = &document->tokens[i];
        token->particle = DOCUMENT_NONE;
        token->verb_lemma = token->upos == UPOS_VERB || token->upos == UPOS_AUX ? token->lemma : NULL;
    }
    for (size_t i = 0; i < document->token_count; i++) {
        const struct token *const token = &document->tokens[i];
        if (token->head >= document->token_count)
            continue;
        struct token *const head = &document->tokens[token->head];
        if (token->relation == RELATION_MARK && token->upos == UPOS_PART && head->morphology.verb_form == VERB_FORM_INF)
            head->morphology.verb_form = VERB_FORM_ZU_INF;
        if (token->relation != RELATION_COMPOUND_PRT || head->upos != UPOS_VERB)
            continue;                                                   /* of two the last: "lehnt das weiter ab" */
        head->particle = (uint32_t)i;
        if (head->lemma && !verbs__join(document, head, (uint32_t)i, error))
            return false;
    }
    return true;
}
