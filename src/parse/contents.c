/* parse/contents.c: a content clause without dass begins with its subject. "sagte der Agentur AFP, Israel habe Rafah angegriffen": where the
 * network joins that subject to the name before the comma, as if names were listed, and the finite verb straight behind it is a
 * Konjunktiv, it is the subject of that verb's clause; what was taken for the subject behind the verb is its object. So is a bare name
 * there that the network takes for an oblique, or for that of the particle before the comma ("teilte mit, Russland habe Kiew beschossen").
 * And a clause in the Konjunktiv is no conjunct of an indicative. */
#include "parse/contents.h"

#include <string.h>

static bool contents__is_nominal(const struct token *token)
{
    return token->upos == UPOS_NOUN || token->upos == UPOS_PROPN;
}

/* The comma before the words that end at finite, at most a noun phrase's length back; DOCUMENT_NONE: none. */
static uint32_t contents__comma(const struct document *document, uint32_t finite)
{
    enum { LONGEST_PHRASE = 5 };
    const struct token *const tokens = document->tokens;
    for (uint32_t i = finite - 1; i > 0 && finite - i <= LONGEST_PHRASE + 1 && tokens[i].sentence == tokens[finite].sentence; i--)
        if (tokens[i].upos == UPOS_PUNCT)
            return strcmp(tokens[i].form, ",") == 0 ? i : DOCUMENT_NONE;
    return DOCUMENT_NONE;
}

/* The one noun between comma and finite that hangs on a word before the comma, the others on words between; DOCUMENT_NONE: another tree. */
static uint32_t contents__listed(const struct document *document, uint32_t comma, uint32_t finite)
{
    const struct token *const tokens = document->tokens;
    uint32_t found = DOCUMENT_NONE;
    for (uint32_t i = comma + 1; i < finite; i++) {
        if (tokens[i].upos == UPOS_CCONJ || tokens[i].upos == UPOS_ADP || tokens[i].upos == UPOS_SCONJ)
            return DOCUMENT_NONE;
        if (tokens[i].head > comma && tokens[i].head < finite)
            continue;
        if (found != DOCUMENT_NONE || tokens[i].head >= comma || !contents__is_nominal(&tokens[i]) ||
            (tokens[i].relation != RELATION_CONJ && tokens[i].relation != RELATION_APPOS && tokens[i].relation != RELATION_FLAT))
            return DOCUMENT_NONE;
        found = i;
    }
    return found;
}

static bool contents__may_be_accusative(const struct document *document, uint32_t noun)
{
    const struct token *const tokens = document->tokens;
    bool any = false, possible = false;
    for (uint32_t i = tokens[noun].head; i < noun; i++) {
        if (tokens[i].head != noun || tokens[i].relation != RELATION_DET)
            continue;
        for (size_t k = 0; k < tokens[i].analysis_count; k++) {
            const struct morphology *const m = &tokens[i].analyses[k].morphology;
            any = any || m->grammatical_case;
            possible = possible || (m->grammatical_case == CASE_ACC && (!m->gender || !tokens[noun].morphology.gender || m->gender == tokens[noun].morphology.gender));
        }
    }
    return possible || !any;
}

/* The bare name straight before finite, an oblique of the clause, where the subject behind the verb may be its object; DOCUMENT_NONE. */
static uint32_t contents__bare(const struct document *document, uint32_t comma, uint32_t finite, uint32_t clause)
{
    const struct token *const tokens = document->tokens;
    const uint32_t noun = comma + 1;
    const uint32_t end = document->sentences[tokens[finite].sentence].tokens.first + document->sentences[tokens[finite].sentence].tokens.count;
    for (uint32_t i = noun; i < finite; i++)
        if (tokens[i].upos != UPOS_PROPN || (i > noun && tokens[i].head != noun))
            return DOCUMENT_NONE;
    if (noun >= finite || tokens[noun].head != clause || tokens[noun].relation != RELATION_OBL)
        return DOCUMENT_NONE;
    for (uint32_t i = finite + 1; i < end; i++)
        if (tokens[i].head == clause && (tokens[i].relation == RELATION_NSUBJ || tokens[i].relation == RELATION_NSUBJ_PASS) &&
            (tokens[i].upos == UPOS_PRON || !contents__may_be_accusative(document, i)))
            return DOCUMENT_NONE;
    return noun;
}

/* A preposition that has nothing behind it but the comma is the particle of the verb that the clause hangs on. */
static void contents__free_particle(struct document *document, uint32_t comma, uint32_t noun, uint32_t clause)
{
    struct token *const tokens = document->tokens;
    if (comma == 0 || tokens[comma - 1].relation != RELATION_CASE || tokens[comma - 1].head != noun || tokens[tokens[clause].head].upos != UPOS_VERB)
        return;
    tokens[comma - 1].relation = RELATION_COMPOUND_PRT;
    tokens[comma - 1].head = tokens[clause].head;
}

static void contents__place(struct document *document, uint32_t noun, uint32_t clause, uint32_t finite)
{
    struct token *const tokens = document->tokens;
    bool passive = false;
    const uint32_t end = document->sentences[tokens[finite].sentence].tokens.first + document->sentences[tokens[finite].sentence].tokens.count;
    for (uint32_t i = finite; i < end; i++) {
        if (tokens[i].head != clause)
            continue;
        passive = passive || tokens[i].relation == RELATION_AUX_PASS;
        if (tokens[i].relation == RELATION_NSUBJ)
            tokens[i].relation = RELATION_OBJ;
    }
    tokens[noun].head = clause;
    tokens[noun].relation = passive ? RELATION_NSUBJ_PASS : RELATION_NSUBJ;
    tokens[noun].morphology.grammatical_case = CASE_NOM;
}

/* "warnte Kiew, jeder Versuch werde beantwortet": what follows an indicative in the Konjunktiv, without a conjunction, is told by it. */
static void contents__told(struct document *document, uint32_t clause)
{
    struct token *const tokens = document->tokens;
    const uint32_t head = tokens[clause].head;
    if (tokens[clause].relation != RELATION_CONJ || head >= clause || tokens[head].upos != UPOS_VERB ||
        tokens[head].morphology.verb_form != VERB_FORM_FIN || tokens[head].morphology.mood == MOOD_SUB)
        return;
    for (uint32_t i = head + 1; i < clause; i++)
        if (tokens[i].head == clause && (tokens[i].relation == RELATION_CC || tokens[i].relation == RELATION_MARK))
            return;
    tokens[clause].relation = RELATION_CCOMP;
}

void contents_settle(struct document *document)
{
    struct token *const tokens = document->tokens;
    for (uint32_t finite = 2; finite < document->token_count; finite++) {
        if (tokens[finite].morphology.verb_form != VERB_FORM_FIN || tokens[finite].morphology.mood != MOOD_SUB)
            continue;
        const bool auxiliary = tokens[finite].relation == RELATION_AUX || tokens[finite].relation == RELATION_AUX_PASS || tokens[finite].relation == RELATION_COP;
        const uint32_t clause = auxiliary ? tokens[finite].head : finite;
        if (clause < document->token_count)
            contents__told(document, clause);
        const uint32_t comma = contents__comma(document, finite);
        if (clause >= document->token_count || clause < finite || comma == DOCUMENT_NONE || tokens[clause].head >= comma)
            continue;
        const uint32_t listed = contents__listed(document, comma, finite);
        const uint32_t noun = listed != DOCUMENT_NONE ? listed : contents__bare(document, comma, finite, clause);
        if (noun == DOCUMENT_NONE)
            continue;
        contents__free_particle(document, comma, noun, clause);
        contents__place(document, noun, clause, finite);
    }
}
