/* parse/predicatives.c: a participle that tells how the subject of a finite verb is ("zeigte sich empört", "reagierte verärgert", "blieb
 * gelassen"; Duden, Grammatik: Prädikativ). Parsers take it for the clause's verb, or hang on it what is joined to the finite one ("…
 * empört und kündigte Schritte an"): a participle without an auxiliary governs no finite verb. */
#include "parse/predicatives.h"

static bool predicatives__is_finite(const struct token *token)
{
    return token->upos == UPOS_VERB && token->morphology.verb_form == VERB_FORM_FIN;
}

/* A participle that no auxiliary makes a verb. */
static bool predicatives__is_predicative(const struct document *document, uint32_t participle)
{
    const struct token *const token = &document->tokens[participle];
    if ((token->upos != UPOS_VERB && token->upos != UPOS_ADJ) || token->morphology.verb_form != VERB_FORM_PART_PERF)
        return false;
    const struct token_range sentence = document->sentences[token->sentence].tokens;
    for (uint32_t i = sentence.first; i < sentence.first + sentence.count; i++)
        if (document->tokens[i].head == participle && document->tokens[i].upos == UPOS_AUX)
            return false;
    return true;
}

/* "reagierte verärgert": the finite verb shortly before it governs the participle and all that hangs on it but what stands between the two. */
static void predicatives__exchange(struct document *document, uint32_t finite)
{
    enum { FARTHEST = 4 };
    struct token *const tokens = document->tokens;
    const uint32_t participle = tokens[finite].head;
    if (participle >= document->token_count || participle < finite || participle > finite + FARTHEST ||
        (tokens[finite].relation != RELATION_XCOMP && tokens[finite].relation != RELATION_ADVCL) ||
        !predicatives__is_predicative(document, participle))
        return;
    const struct token_range sentence = document->sentences[tokens[finite].sentence].tokens;
    for (uint32_t i = sentence.first; i < sentence.first + sentence.count; i++)
        if (tokens[i].head == participle && i != finite && (i < finite || i > participle))
            tokens[i].head = finite;
    tokens[finite].head = tokens[participle].head;
    tokens[finite].relation = tokens[participle].relation;
    tokens[participle].head = finite;
    tokens[participle].relation = RELATION_XCOMP;
}

void predicatives_settle(struct document *document)
{
    struct token *const tokens = document->tokens;
    for (uint32_t i = 0; i < document->token_count; i++) {
        if (!predicatives__is_finite(&tokens[i]))
            continue;
        predicatives__exchange(document, i);
        const uint32_t head = tokens[i].head;
        if (tokens[i].relation == RELATION_CONJ && head < i && tokens[head].relation == RELATION_XCOMP && tokens[head].head < head &&
            predicatives__is_finite(&tokens[tokens[head].head]) && predicatives__is_predicative(document, head))
            tokens[i].head = tokens[head].head;
    }
}
