/* parse/relatives.c: a relative clause has a relative word. Where a finite clause that hangs on a noun has none, and begins behind its
 * comma with what was taken for an article, that is the pronoun: its case tells its role, and the noun behind it has one of its own. */
#include "parse/relatives.h"

static bool relatives__may_introduce(const struct token *token)
{
    return token->upos == UPOS_PRON || token->upos == UPOS_SCONJ || token->relation == RELATION_MARK ||
           (token->upos == UPOS_ADV && token->relation == RELATION_ADVMOD && token->analysis_count == 0);
}

/* "russische Truppen": of adjectives that agree with the noun none can stand behind an article. */
static bool relatives__is_strong(const struct document *document, uint32_t adjective, uint32_t noun)
{
    const struct token *const tokens = document->tokens;
    bool agrees = false;
    for (size_t i = 0; i < tokens[adjective].analysis_count; i++) {
        const struct morphology *const reading = &tokens[adjective].analyses[i].morphology;
        if (reading->number != tokens[noun].morphology.number)
            continue;
        if (reading->definite == DEFINITE_DEF)
            return false;
        agrees = true;
    }
    return agrees;
}

/* Do only adjectives that no article governs stand between it and its noun, if any do? */
static bool relatives__stands_before(const struct document *document, uint32_t article, uint32_t noun)
{
    for (uint32_t i = article + 1; i < noun; i++)
        if (document->tokens[i].upos != UPOS_ADJ || document->tokens[i].head != noun || !relatives__is_strong(document, i, noun))
            return false;
    return noun > article;
}

/* The article behind the comma that the clause of a verb begins with, if nothing in the clause can introduce it. */
static uint32_t relatives__article(const struct document *document, uint32_t verb)
{
    const struct token *const tokens = document->tokens;
    uint32_t begin = verb;
    while (begin > tokens[verb].head + 1 && tokens[begin - 1].upos != UPOS_PUNCT) {
        begin--;
        if (relatives__may_introduce(&tokens[begin]))
            return DOCUMENT_NONE;
    }
    const bool article = begin < verb && tokens[begin].upos == UPOS_DET && tokens[begin].relation == RELATION_DET &&
                         tokens[begin - 1].upos == UPOS_PUNCT;
    return article && tokens[begin].head < verb && relatives__stands_before(document, begin, tokens[begin].head) ? begin : DOCUMENT_NONE;
}

/* The finite verb of the clause, or DOCUMENT_NONE: "eingenommen hatten". */
static uint32_t relatives__finite(const struct document *document, uint32_t verb)
{
    const struct token *const tokens = document->tokens;
    if (tokens[verb].morphology.verb_form == VERB_FORM_FIN)
        return verb;
    const uint32_t next = verb + 1;
    return next < document->token_count && tokens[next].head == verb && tokens[next].upos == UPOS_AUX &&
                   tokens[next].morphology.verb_form == VERB_FORM_FIN ? next : DOCUMENT_NONE;
}

/* "die Stadt, die Truppen eingenommen hatten": who agrees with the verb is its subject; where both do, the pronoun's case tells. */
static enum grammatical_case relatives__case(const struct document *document, uint32_t article, uint32_t noun, uint32_t verb, uint32_t finite)
{
    const struct token *const tokens = document->tokens;
    const uint8_t number = tokens[finite].morphology.number, of = tokens[tokens[verb].head].morphology.number;
    const enum grammatical_case found = (enum grammatical_case)tokens[article].morphology.grammatical_case;
    if (found == CASE_NOM && number && of && of != number && tokens[noun].morphology.number == number)
        return CASE_ACC;
    return found;
}

/* A relative clause's verb stands at its end; "die Behauptung, die Republik liefere Waffen" has none. */
static bool relatives__ends_clause(const struct document *document, uint32_t verb)
{
    const struct token *const next = verb + 1 < document->token_count ? &document->tokens[verb + 1] : NULL;
    return !next || next->sentence != document->tokens[verb].sentence || next->upos == UPOS_PUNCT || next->upos == UPOS_AUX ||
           next->upos == UPOS_VERB || next->upos == UPOS_CCONJ;
}

static enum relation relatives__role(enum grammatical_case found)
{
    return found == CASE_DAT ? RELATION_OBL : found == CASE_ACC ? RELATION_OBJ : RELATION_NSUBJ;
}

/* The noun that lost its article is the clause's subject, if the pronoun is not; what was subject behind it is its object. */
static void relatives__place_noun(struct document *document, uint32_t verb, uint32_t noun, enum relation pronoun)
{
    struct token *const tokens = document->tokens;
    for (uint32_t i = noun + 1; i < verb && pronoun != RELATION_NSUBJ; i++)
        if (tokens[i].head == verb && tokens[i].relation == RELATION_NSUBJ)
            tokens[i].relation = RELATION_OBJ;
    tokens[noun].head = verb;
    tokens[noun].relation = pronoun == RELATION_NSUBJ ? RELATION_OBJ : RELATION_NSUBJ;
    tokens[noun].morphology.grammatical_case = pronoun == RELATION_NSUBJ ? CASE_ACC : CASE_NOM;
}

void relatives_settle(struct document *document)
{
    struct token *const tokens = document->tokens;
    for (uint32_t verb = 0; verb < document->token_count; verb++) {
        const uint32_t finite = relatives__finite(document, verb);
        if (tokens[verb].relation != RELATION_ACL || finite == DOCUMENT_NONE || tokens[verb].head >= verb || !relatives__ends_clause(document, verb))
            continue;
        const uint32_t article = relatives__article(document, verb);
        if (article == DOCUMENT_NONE)
            continue;
        const uint32_t noun = tokens[article].head;
        const enum relation role = relatives__role(relatives__case(document, article, noun, verb, finite));
        relatives__place_noun(document, verb, noun, role);
        tokens[article].upos = UPOS_PRON;
        tokens[article].morphology.definite = DEFINITE_NONE;
        tokens[article].head = verb;
        tokens[article].relation = role;
    }
}
