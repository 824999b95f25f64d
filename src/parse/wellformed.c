/* parse/wellformed.c: the rules that the validator of Universal Dependencies checks for all languages, level 3
 * (universaldependencies.org/validation-rules.html): parts of speech that a relation may have, relations that run from left to
 * right, function words without children, punctuation without children and without crossing arcs. Beyond that, as in UD
 * German GSD, no verb is a subject or an object and none has an apposition: it is a clause. */
#include "parse/wellformed.h"

#include "parse/network.h"

#define WELLFORMED_BIT(upos) (1u << (upos))

static const uint32_t wellformed__all = UINT32_MAX & ~WELLFORMED_BIT(UPOS_PUNCT);

bool wellformed_allows(enum relation relation, enum upos upos, enum upos head_upos, bool head_before)
{
    enum { NOMINAL = WELLFORMED_BIT(UPOS_PROPN) | WELLFORMED_BIT(UPOS_ADJ) | WELLFORMED_BIT(UPOS_PRON) | WELLFORMED_BIT(UPOS_DET) |
                     WELLFORMED_BIT(UPOS_NUM) };
    const uint32_t word = WELLFORMED_BIT(upos);
    const bool verbal_head = head_upos == UPOS_VERB || head_upos == UPOS_AUX;
    switch (relation) {
    case RELATION_PUNCT:
        return upos == UPOS_PUNCT;
    case RELATION_NSUBJ:
    case RELATION_NSUBJ_PASS:
    case RELATION_OBJ:
    case RELATION_IOBJ:
        return upos != UPOS_PUNCT && upos != UPOS_VERB && upos != UPOS_AUX;
    case RELATION_DET:
        return !verbal_head && word & (WELLFORMED_BIT(UPOS_DET) | WELLFORMED_BIT(UPOS_PRON));
    case RELATION_NUMMOD:
        return !verbal_head && word & (WELLFORMED_BIT(UPOS_NUM) | WELLFORMED_BIT(UPOS_NOUN) | WELLFORMED_BIT(UPOS_SYM));
    case RELATION_AMOD:
        return !verbal_head && upos != UPOS_PUNCT && upos != UPOS_VERB && upos != UPOS_AUX;
    case RELATION_NMOD:
    case RELATION_COMPOUND:
        return !verbal_head && upos != UPOS_PUNCT;
    case RELATION_COMPOUND_PRT:
        return head_before && upos != UPOS_PUNCT;
    case RELATION_ADVMOD:
        return word & (WELLFORMED_BIT(UPOS_ADV) | WELLFORMED_BIT(UPOS_ADJ) | WELLFORMED_BIT(UPOS_CCONJ) | WELLFORMED_BIT(UPOS_DET) |
                       WELLFORMED_BIT(UPOS_PART) | WELLFORMED_BIT(UPOS_SYM));
    case RELATION_EXPL:
        return word & (WELLFORMED_BIT(UPOS_PRON) | WELLFORMED_BIT(UPOS_DET) | WELLFORMED_BIT(UPOS_PART));
    case RELATION_AUX:
    case RELATION_AUX_PASS:
        return upos == UPOS_AUX;
    case RELATION_COP:
        return word & (WELLFORMED_BIT(UPOS_AUX) | WELLFORMED_BIT(UPOS_PRON) | WELLFORMED_BIT(UPOS_DET) | WELLFORMED_BIT(UPOS_SYM));
    case RELATION_CASE:
        return word & wellformed__all & ~(NOMINAL | WELLFORMED_BIT(UPOS_AUX));
    case RELATION_MARK:
        return word & wellformed__all & ~(NOMINAL | WELLFORMED_BIT(UPOS_AUX) | WELLFORMED_BIT(UPOS_NOUN) | WELLFORMED_BIT(UPOS_INTJ));
    case RELATION_CC:
        return word & wellformed__all &
               ~(NOMINAL | WELLFORMED_BIT(UPOS_AUX) | WELLFORMED_BIT(UPOS_NOUN) | WELLFORMED_BIT(UPOS_INTJ) | WELLFORMED_BIT(UPOS_VERB));
    case RELATION_FLAT:
        return head_before && !verbal_head && upos != UPOS_PUNCT;
    case RELATION_CONJ:
    case RELATION_FIXED:
    case RELATION_GOESWITH:
        return head_before && upos != UPOS_PUNCT && !(relation == RELATION_FIXED && upos == UPOS_PROPN);
    case RELATION_APPOS:
        return head_before && !verbal_head && upos != UPOS_PUNCT;
    default:
        return upos != UPOS_PUNCT;
    }
}

void wellformed_forbid(const struct token *tokens, size_t count, float *score, size_t stride)
{
    for (size_t h = 0; h < count; h++)
        for (size_t d = 0; tokens[h].upos == UPOS_PUNCT && d < count; d++)
            score[d * stride + h + 1] -= NETWORK_FORBIDDEN;
}

bool wellformed_crosses(const struct token *tokens, size_t count, const uint32_t *head, uint32_t a, uint32_t b)
{
    const uint32_t low = a < b ? a : b, high = a < b ? b : a;
    for (uint32_t d = 1; d <= count; d++) {
        const uint32_t h = head[d - 1];
        if (tokens[d - 1].upos == UPOS_PUNCT || d == a || d == b)
            continue;
        const bool inside = d > low && d < high, head_inside = h > low && h < high;
        if (inside != head_inside && h != low && h != high)
            return true;
    }
    return false;
}

void wellformed_punctuation(const struct token *tokens, size_t count, const float *score, size_t stride, uint32_t *head)
{
    for (uint32_t d = 1; d <= count; d++) {
        if (tokens[d - 1].upos != UPOS_PUNCT || head[d - 1] == 0 || !wellformed_crosses(tokens, count, head, d, head[d - 1]))
            continue;
        uint32_t best = 0;
        for (uint32_t h = 1; h <= count; h++)
            if (h != d && tokens[h - 1].upos != UPOS_PUNCT &&
                (!best || score[(d - 1) * stride + h] > score[(d - 1) * stride + best]) &&
                !wellformed_crosses(tokens, count, head, d, h))
                best = h;
        head[d - 1] = best ? best : head[d - 1];
    }
}

static bool wellformed__is_leaf(const struct token *token)
{
    switch (token->relation) {
    case RELATION_AUX:
    case RELATION_AUX_PASS:
    case RELATION_COP:
    case RELATION_CASE:
    case RELATION_MARK:
    case RELATION_CC:
    case RELATION_DET:
    case RELATION_COMPOUND_PRT:
        return true;
    default:
        return false;
    }
}

/* "fast überall", "erst als": adverbs may stand below prepositions and subjunctions. */
static bool wellformed__may_hang(const struct token *child, const struct token *leaf)
{
    if (leaf->relation == RELATION_DET)
        return child->relation != RELATION_NUMMOD && child->relation != RELATION_AMOD;
    if (leaf->relation == RELATION_COMPOUND_PRT)
        return child->relation != RELATION_XCOMP && child->relation != RELATION_OBL && child->relation != RELATION_CCOMP &&
               child->relation != RELATION_NSUBJ && child->relation != RELATION_OBJ;
    const bool verbal = leaf->relation == RELATION_AUX || leaf->relation == RELATION_AUX_PASS || leaf->relation == RELATION_COP;
    switch (child->relation) {
    case RELATION_FIXED:
    case RELATION_GOESWITH:
    case RELATION_REPARANDUM:
    case RELATION_CONJ:
    case RELATION_CC:
    case RELATION_PUNCT:
        return true;
    case RELATION_ADVMOD:
    case RELATION_OBL:
        return !verbal && leaf->relation != RELATION_CC;
    default:
        return false;
    }
}

void wellformed_leaves(struct document *document)
{
    for (size_t i = 0; i < document->token_count; i++) {
        struct token *const token = &document->tokens[i];
        for (size_t step = 0; token->head < document->token_count && step < document->token_count; step++) {
            const struct token *const head = &document->tokens[token->head];
            if (!wellformed__is_leaf(head) || head->head >= document->token_count || wellformed__may_hang(token, head))
                break;
            token->head = head->head;
        }
    }
}

/* The nearest word before *conjunct* that hangs on the same head by the same relation; DOCUMENT_NONE: there is none. */
static uint32_t wellformed__earlier(const struct document *document, uint32_t conjunct)
{
    const struct token *const token = &document->tokens[conjunct];
    const uint32_t first = document->sentences[token->sentence].tokens.first;
    for (uint32_t i = conjunct; i-- > first;)
        if (document->tokens[i].head == token->head && document->tokens[i].relation == token->relation)
            return i;
    return DOCUMENT_NONE;
}

static bool wellformed__is_coordinated(enum relation relation)
{
    switch (relation) {
    case RELATION_AMOD:
    case RELATION_NSUBJ:
    case RELATION_NSUBJ_PASS:
    case RELATION_OBJ:
    case RELATION_NMOD:
        return true;
    default:
        return false;
    }
}

/* "eine Rakete und unbemannte Flugzeuge": where the conjunction hangs on an adjective that no other one stands before, it is the noun's, and a
 * noun before it that hangs on this one without a preposition is the first conjunct. */
static void wellformed__join_nouns(struct document *document, uint32_t conjunction)
{
    struct token *const tokens = document->tokens;
    const uint32_t adjective = tokens[conjunction].head, noun = tokens[adjective].head;
    if (tokens[adjective].relation != RELATION_AMOD || noun >= document->token_count || noun < adjective || adjective < conjunction)
        return;
    uint32_t first = DOCUMENT_NONE;
    bool preposition = false;
    for (uint32_t i = document->sentences[tokens[noun].sentence].tokens.first; i < conjunction; i++) {
        if (tokens[i].head != noun)
            continue;
        if (tokens[i].relation == RELATION_AMOD)
            return;
        first = tokens[i].relation == RELATION_NMOD && (tokens[i].upos == UPOS_NOUN || tokens[i].upos == UPOS_PROPN) ? i : first;
    }
    for (uint32_t i = 0; first != DOCUMENT_NONE && i < first; i++)
        preposition = preposition || (tokens[i].head == first && tokens[i].relation == RELATION_CASE);
    if (first == DOCUMENT_NONE || preposition)
        return;
    tokens[conjunction].head = noun;
    tokens[first].head = tokens[noun].head;
    tokens[first].relation = tokens[noun].relation;
    tokens[noun].head = first;
    tokens[noun].relation = RELATION_CONJ;
}

void wellformed_conjuncts(struct document *document)
{
    for (uint32_t i = 0; i < document->token_count; i++) {
        const struct token *const conjunction = &document->tokens[i];
        if (conjunction->relation == RELATION_CC && conjunction->head < document->token_count)
            wellformed__join_nouns(document, i);
        struct token *const token = conjunction->head < document->token_count ? &document->tokens[conjunction->head] : NULL;
        if (!token || conjunction->relation != RELATION_CC || conjunction->head < i || !wellformed__is_coordinated(token->relation))
            continue;
        const uint32_t earlier = wellformed__earlier(document, conjunction->head);
        if (earlier == DOCUMENT_NONE || earlier > i)
            continue;
        token->head = earlier;
        token->relation = RELATION_CONJ;
    }
}
