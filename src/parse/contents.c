/* parse/contents.c: a content clause without dass begins with its subject. "sagte der Agentur AFP, Israel habe Rafah angegriffen": where the
 * network joins that subject to the name before the comma, as if names were listed, and the finite verb straight behind it is a
 * Konjunktiv, it is the subject of that verb's clause; what was taken for the subject behind the verb is its object. So is a bare name
 * there that the network takes for an oblique, or for that of the particle before the comma ("teilte mit, Russland habe Kiew beschossen").
 * A clause in the Konjunktiv is no conjunct of an indicative, and no finite verb is the auxiliary of another one behind a comma ("Peru habe
 * das Recht dazu, sagte der Minister"): what stands before that comma is its own clause. Nor is a noun in quotation marks there the subject. */
#include "parse/contents.h"

#include "lexicon/lexicon.h"

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

static bool contents__is_surely_finite(const struct token *token)
{
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_VERB && token->analyses[i].morphology.verb_form != VERB_FORM_FIN)
            return false;
    return token->upos == UPOS_VERB && token->morphology.verb_form == VERB_FORM_FIN;
}

/* Where the verb has no subject behind it, its object there is. */
static void contents__make_subject(struct document *document, uint32_t verb)
{
    struct token *const tokens = document->tokens;
    const struct token_range sentence = document->sentences[tokens[verb].sentence].tokens;
    uint32_t object = DOCUMENT_NONE;
    for (uint32_t i = verb + 1; i < sentence.first + sentence.count; i++) {
        if (tokens[i].head == verb && tokens[i].relation == RELATION_NSUBJ)
            return;
        if (tokens[i].head == verb && tokens[i].relation == RELATION_OBJ && object == DOCUMENT_NONE && contents__is_nominal(&tokens[i]))
            object = i;
    }
    if (object == DOCUMENT_NONE)
        return;
    tokens[object].relation = RELATION_NSUBJ;
    tokens[object].morphology.grammatical_case = CASE_NOM;
}

/* "Peru habe das Recht dazu, sagte der Minister": of the words that hang on "sagte" those before the comma are the content's. */
static void contents__free_auxiliary(struct document *document, uint32_t auxiliary)
{
    struct token *const tokens = document->tokens;
    const uint32_t verb = tokens[auxiliary].head;
    const bool content = tokens[auxiliary].relation == RELATION_AUX || tokens[auxiliary].relation == RELATION_CCOMP;
    if (!content || tokens[auxiliary].morphology.verb_form != VERB_FORM_FIN || verb >= document->token_count ||
        verb < auxiliary + 2 || strcmp(tokens[verb - 1].form, ",") != 0 || !contents__is_surely_finite(&tokens[verb]))
        return;
    const struct token_range sentence = document->sentences[tokens[verb].sentence].tokens;
    for (uint32_t i = sentence.first; i < verb; i++)
        if (tokens[i].head == verb && i != auxiliary && tokens[i].relation != RELATION_PUNCT)
            tokens[i].head = auxiliary;
    tokens[auxiliary].relation = RELATION_CCOMP;
    contents__make_subject(document, verb);
}

/* "Ein Rechtsbruch", schrieb der Minister: what stands in quotation marks before the comma is told, whoever stands behind the verb tells it. */
static void contents__free_quotation(struct document *document, uint32_t noun)
{
    struct token *const tokens = document->tokens;
    const uint32_t verb = tokens[noun].head;
    if ((tokens[noun].relation != RELATION_NSUBJ && tokens[noun].relation != RELATION_OBJ) || verb >= document->token_count || verb < noun + 3 ||
        strcmp(tokens[verb - 1].form, ",") != 0 || tokens[verb - 2].upos != UPOS_PUNCT || !contents__is_surely_finite(&tokens[verb]) ||
        tokens[document->sentences[tokens[verb].sentence].tokens.first].upos != UPOS_PUNCT)
        return;
    tokens[noun].relation = RELATION_CCOMP;
    contents__make_subject(document, verb);
}

void contents_settle(struct document *document)
{
    struct token *const tokens = document->tokens;
    for (uint32_t i = 0; i < document->token_count; i++)
        if (tokens[i].upos == UPOS_AUX)
            contents__free_auxiliary(document, i);
        else if (contents__is_nominal(&tokens[i]))
            contents__free_quotation(document, i);
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
