/* parse/coordinated.c: two verbs of one subject that stands before the first (Duden, Grammatik: Koordinationsellipse). A name right behind the
 * second is no subject, for that verb would have it before it; parsers take it for one, or for who says the first clause ("…, warnte Kiew").
 * Behind a conjunction it is an object; behind a comma where the second clause tells more than who speaks: an adverb of contrast, another
 * object, or a third verb. */
#include "parse/coordinated.h"

#include "lexicon/lexicon.h"

static bool coordinated__is_finite_verb(const struct token *token)
{
    return token->upos == UPOS_VERB && lexicon_may_be_verb(token, VERB_FORM_FIN);
}

static uint32_t coordinated__child(const struct document *document, uint32_t head, enum relation relation)
{
    const struct token_range sentence = document->sentences[document->tokens[head].sentence].tokens;
    for (uint32_t at = sentence.first; at < sentence.first + sentence.count; at++)
        if (document->tokens[at].head == head && document->tokens[at].relation == relation)
            return at;
    return DOCUMENT_NONE;
}

/* One past the name that begins at token; token itself where no bare name does. */
static uint32_t coordinated__name_end(const struct document *document, uint32_t token)
{
    uint32_t end = token;
    while (end < document->token_count && document->tokens[end].upos == UPOS_PROPN && document->tokens[end].sentence == document->tokens[token].sentence &&
           (end == token || document->tokens[end].head == token))
        end++;
    return end;
}

/* The verb of the clause before, whose subject stands before it and is that of both; DOCUMENT_NONE: none. */
static uint32_t coordinated__first(const struct document *document, uint32_t second)
{
    const struct token *const tokens = document->tokens;
    uint32_t first = tokens[second].relation == RELATION_CONJ ? tokens[second].head : DOCUMENT_NONE;
    const struct token_range sentence = document->sentences[tokens[second].sentence].tokens;
    for (uint32_t at = sentence.first; first == DOCUMENT_NONE && at < second; at++)
        if (tokens[at].head == second && (tokens[at].relation == RELATION_CCOMP || tokens[at].relation == RELATION_ADVCL))
            first = at;
    if (first == DOCUMENT_NONE || first > second || !coordinated__is_finite_verb(&tokens[first]) || tokens[first].morphology.mood == MOOD_SUB ||
        tokens[first].morphology.tense != tokens[second].morphology.tense ||             /* "Putin blufft, sagte Kiew und …" */
        coordinated__child(document, first, RELATION_MARK) != DOCUMENT_NONE)
        return DOCUMENT_NONE;
    const uint32_t subject = coordinated__child(document, first, RELATION_NSUBJ);
    return subject != DOCUMENT_NONE && subject < first && tokens[subject].upos != UPOS_PRON ? first : DOCUMENT_NONE;
}

/* Whether what follows the name, up to end, is more than who speaks: "kritisierte Tokio aber", "warf Kiew Betrug vor", "warnte Kiew und bot …". */
static bool coordinated__tells_more(const struct document *document, uint32_t second, uint32_t end, const struct constructions *constructions)
{
    const struct token *const tokens = document->tokens;
    const uint32_t object = coordinated__child(document, second, RELATION_OBJ), particle = coordinated__child(document, second, RELATION_COMPOUND_PRT);
    const uint32_t third = coordinated__child(document, second, RELATION_CONJ);
    if (end < document->token_count && constructions_contrasts(constructions, &tokens[end]))
        return true;
    return (object != DOCUMENT_NONE && object >= end && particle != DOCUMENT_NONE) ||
           (third != DOCUMENT_NONE && third > end && coordinated__is_finite_verb(&tokens[third]) && tokens[third - 1].upos == UPOS_CCONJ);
}

/* The first token of the clause of a verb: parsers hang its words on it, so it is the first of those that come before. */
static uint32_t coordinated__clause_first(const struct document *document, uint32_t verb)
{
    const struct token *const tokens = document->tokens;
    uint32_t first = verb;
    while (first > 0 && tokens[first - 1].sentence == tokens[verb].sentence) {
        uint32_t at = first - 1;
        while (at != DOCUMENT_NONE && at != verb)
            at = tokens[at].head;
        if (at != verb)
            break;
        first--;
    }
    return first;
}

/* "telefonierte mit ihm und zeigte sich bereit, Getreide zu liefern": an infinitive clause that begins right behind the second verb is of that verb, where the
 * parse hangs it on the first. */
static void coordinated__infinitive(struct document *document, uint32_t verb)
{
    struct token *const tokens = document->tokens;
    const uint32_t head = tokens[verb].head;
    if (tokens[verb].relation != RELATION_XCOMP || head == DOCUMENT_NONE || head > verb || tokens[head].upos != UPOS_VERB)
        return;
    const uint32_t comma = coordinated__clause_first(document, verb);
    if (comma < 2 || tokens[comma].upos != UPOS_PUNCT)
        return;
    const uint32_t second = comma - 1;
    if (tokens[second].upos == UPOS_VERB && tokens[second].relation == RELATION_CONJ && tokens[second].head == head && second > head)
        tokens[verb].head = second;
}

void coordinated_settle(struct document *document, const struct constructions *constructions)
{
    for (uint32_t verb = 2; verb < document->token_count; verb++)
        if (document->tokens[verb].upos == UPOS_VERB)
            coordinated__infinitive(document, verb);
    struct token *const tokens = document->tokens;
    for (uint32_t second = 2; second + 1 < document->token_count; second++) {
        const uint32_t name = second + 1, end = coordinated__name_end(document, name);
        const enum upos before = tokens[second - 1].upos;
        if (end == name || !coordinated__is_finite_verb(&tokens[second]) || tokens[name].head != second || tokens[name].relation != RELATION_NSUBJ ||
            (before != UPOS_PUNCT && before != UPOS_CCONJ) || tokens[second - 1].sentence != tokens[second].sentence)
            continue;
        const uint32_t first = coordinated__first(document, second);
        if (first == DOCUMENT_NONE || (before == UPOS_PUNCT && !coordinated__tells_more(document, second, end, constructions)))
            continue;
        tokens[name].relation = coordinated__child(document, second, RELATION_OBJ) == DOCUMENT_NONE ? RELATION_OBJ : RELATION_IOBJ;
        if (tokens[second].head == first)
            continue;
        tokens[first].head = tokens[second].head;        /* what was taken for the words of a speaker is the main clause */
        tokens[first].relation = tokens[second].relation;
        tokens[second].head = first;
        tokens[second].relation = RELATION_CONJ;
    }
}
