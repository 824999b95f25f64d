/* parse/verbs.c: separable verbs (a compound:prt child makes the full verb) and infinitives with zu (GSD: "zu" is a PART that
 * is mark of the infinitive), participles that look like adjectives ("hat sich bekannt"). One pass over the tokens: each child tells its head. */
#include "parse/verbs.h"

#include "base/utf8.h"
#include "lexicon/lexicon.h"

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

static const struct analysis *verbs__participle(const struct token *token)
{
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_PARTICIPLE_PERFECT && !token->analyses[i].morphology.grammatical_case && token->analyses[i].lemma)
            return &token->analyses[i];
    return NULL;
}

/* "hat sich zu dem Anschlag bekannt": what looks like an adjective is the participle where an auxiliary and a reflexive stand with it. */
static void verbs__find_participles(struct document *document)
{
    for (size_t i = 0; i < document->token_count; i++) {
        const struct token *const auxiliary = &document->tokens[i];
        if (auxiliary->relation != RELATION_AUX || auxiliary->head <= i || auxiliary->head >= document->token_count)
            continue;
        struct token *const word = &document->tokens[auxiliary->head];
        const struct analysis *const participle = word->upos == UPOS_ADJ ? verbs__participle(word) : NULL;
        for (size_t between = i + 1; participle && between < auxiliary->head; between++)
            if (document->tokens[between].head == auxiliary->head && document->tokens[between].upos == UPOS_PRON &&
                lexicon_has_flag(&document->tokens[between], ANALYSIS_REFLEXIVE)) {
                word->upos = UPOS_VERB;
                word->lemma = participle->lemma;
                word->morphology = (struct morphology){.verb_form = VERB_FORM_PART_PERF};
                break;
            }
    }
}

bool verbs_complete(struct document *document, struct laut_error *error)
{
    verbs__find_participles(document);
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
