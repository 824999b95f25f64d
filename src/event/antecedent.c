/* event/antecedent.c: the word that a relative pronoun stands for: the noun that its clause hangs on or, where the two do not agree, one
 * that this noun belongs to. */
#include "event/arguments.h"

#include "lexicon/lexicon.h"
#include "parse/tree.h"

/* The head of the relative clause that token stands in, looking through conjuncts; DOCUMENT_NONE: it stands in none. */
static uint32_t antecedent__noun_of_clause(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    for (uint32_t at = token; at != DOCUMENT_NONE; at = tree_head(document, at)) {
        if (at != token && arguments_token(scene, at)->relation == RELATION_ACL)
            return tree_head(document, at);
        if (at != token && arguments_token(scene, at)->relation != RELATION_CONJ && tree_is_clause(document, at) &&
            arguments_token(scene, at)->relation != RELATION_XCOMP)
            return DOCUMENT_NONE;
    }
    return DOCUMENT_NONE;
}

/* The lexicon calls "der", "die", "das" demonstratives; behind a comma, or a preposition behind one, they open a relative clause. */
bool arguments_may_be_relative(const struct scene *scene, uint32_t token)
{
    const struct token *const word = arguments_token(scene, token);
    if (word->upos != UPOS_PRON && word->upos != UPOS_DET)
        return false;
    if (lexicon_has_flag(word, ANALYSIS_RELATIVE))
        return true;
    uint32_t before = token;
    while (before > 0 && arguments_token(scene, before - 1)->upos == UPOS_ADP)
        before--;
    return lexicon_has_flag(word, ANALYSIS_DEMONSTRATIVE) && before > 0 &&
           (arguments_token(scene, before - 1)->upos == UPOS_PUNCT || arguments_token(scene, before - 1)->upos == UPOS_CCONJ);
}

static bool antecedent__has_conjunct(const struct scene *scene, uint32_t noun)
{
    return tree_child(scene->document, noun, RELATION_CONJ) != DOCUMENT_NONE;
}

/* Whether the pronoun can stand for the noun, by gender and number: its own as a subject or object, and the number of the verb that it is
 * the subject of. Where nothing is known they agree. */
static bool antecedent__agrees(const struct scene *scene, uint32_t pronoun, uint32_t noun)
{
    const struct token *const word = arguments_token(scene, pronoun), *const meant = arguments_token(scene, noun);
    const uint32_t verb = tree_head(scene->document, pronoun), finite = tree_finite(scene->document, verb);
    const bool subject = word->relation == RELATION_NSUBJ || word->relation == RELATION_NSUBJ_PASS;
    const uint8_t asked = subject && finite != DOCUMENT_NONE ? arguments_token(scene, finite)->morphology.number : (uint8_t)NUMBER_NONE;
    const uint8_t number = antecedent__has_conjunct(scene, noun) ? (uint8_t)NUMBER_NONE : meant->morphology.number;
    if (asked && number && asked != number)
        return false;
    if (!subject && word->relation != RELATION_OBJ)
        return true;
    bool known = false;
    for (size_t i = 0; i < word->analysis_count; i++) {
        const struct morphology *const reading = &word->analyses[i].morphology;
        if (reading->grammatical_case != (subject ? CASE_NOM : CASE_ACC) || (asked && reading->number && reading->number != asked))
            continue;
        if ((!number || !reading->number || reading->number == number) &&
            (reading->number == NUMBER_PLUR || !reading->gender || !meant->morphology.gender || reading->gender == meant->morphology.gender))
            return true;
        known = true;
    }
    return !known;
}

/* "die Drohnen vom Typ Magura, die … trafen": parsers hang the clause on the last noun before it. */
static uint32_t antecedent__agreeing(const struct scene *scene, uint32_t pronoun, uint32_t noun)
{
    for (uint32_t at = noun; at != DOCUMENT_NONE && at < pronoun && arguments_is_noun(scene, at); at = tree_head(scene->document, at)) {
        if (antecedent__agrees(scene, pronoun, at))
            return at;
        switch (arguments_token(scene, at)->relation) {
        case RELATION_NMOD:
        case RELATION_APPOS:
        case RELATION_FLAT:
            break;
        default:
            return noun;
        }
    }
    return noun;
}

static bool antecedent__ends_clause(const struct document *document, uint32_t token)
{
    const enum upos next = token + 1 < document->token_count ? document->tokens[token + 1].upos : UPOS_PUNCT;
    return next == UPOS_PUNCT || next == UPOS_CCONJ;
}

/* "ließ den Mann frei, der verurteilt worden war": behind a particle or a phrase parsers take the clause for one of content or an adverbial one. Its verb stands last, and
 * nothing but the pronoun opens it; the noun is the last one before the comma that agrees. */
static uint32_t antecedent__before_comma(const struct scene *scene, uint32_t pronoun)
{
    const struct document *const document = scene->document;
    const uint32_t verb = tree_head(document, pronoun), finite = verb == DOCUMENT_NONE ? DOCUMENT_NONE : tree_finite(document, verb);
    const uint32_t governor = verb == DOCUMENT_NONE ? DOCUMENT_NONE : tree_head(document, verb);
    if (finite == DOCUMENT_NONE || governor == DOCUMENT_NONE || pronoun < 2 || 
        (arguments_token(scene, verb)->relation != RELATION_CCOMP && arguments_token(scene, verb)->relation != RELATION_ADVCL) ||
        arguments_token(scene, pronoun)->relation == RELATION_DET || arguments_token(scene, pronoun - 1)->upos != UPOS_PUNCT || finite < verb ||
        !antecedent__ends_clause(document, finite) || tree_mark(document, verb) != DOCUMENT_NONE)
        return DOCUMENT_NONE;
    for (uint32_t at = pronoun - 1; at-- > 0 && arguments_token(scene, at)->sentence == arguments_token(scene, pronoun)->sentence &&
                                    arguments_token(scene, at)->upos != UPOS_PUNCT;)
        if (arguments_is_noun(scene, at) && tree_head(document, at) == governor && antecedent__agrees(scene, pronoun, at))
            return at;
    return DOCUMENT_NONE;
}

bool arguments_is_of_clause(const struct scene *scene, uint32_t token)
{
    return token > 1 && knowledge_is_of_clause(scene->knowledge, arguments_lemma(scene, token)) && arguments_token(scene, token - 1)->upos == UPOS_PUNCT &&
           arguments_token(scene, token - 1)->sentence == arguments_token(scene, token)->sentence &&
           arguments_token(scene, token - 2)->upos != UPOS_PRON && arguments_token(scene, token - 2)->upos != UPOS_DET;
}

/* "Die USA liefern Raketen, was China verurteilte": the verb of the clause before; DOCUMENT_NONE: the pronoun is another, or asks ("fragte, was
 * China plane"), as it does beside a verb without an object. */
static uint32_t antecedent__clause(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t verb = arguments_is_of_clause(scene, token) ? tree_head(document, token) : DOCUMENT_NONE;
    const uint32_t above = verb == DOCUMENT_NONE ? DOCUMENT_NONE : tree_governing_clause(document, verb);
    if (above == DOCUMENT_NONE || above > token || !scene->verb_lemma[above])
        return DOCUMENT_NONE;
    const bool asked = arguments_token(scene, verb)->relation == RELATION_CCOMP && tree_object(document, above) == DOCUMENT_NONE &&
                       tree_dative(document, above) == DOCUMENT_NONE;
    return asked ? DOCUMENT_NONE : above;
}

uint32_t arguments_antecedent(const struct scene *scene, uint32_t token)
{
    const uint32_t clause = token == DOCUMENT_NONE ? DOCUMENT_NONE : antecedent__clause(scene, token);
    if (clause != DOCUMENT_NONE)
        return clause;
    if (token == DOCUMENT_NONE || !arguments_may_be_relative(scene, token))
        return token;
    const uint32_t before = antecedent__before_comma(scene, token);
    const uint32_t noun = before == DOCUMENT_NONE ? antecedent__noun_of_clause(scene, token) : before;
    return noun != DOCUMENT_NONE && noun < token && arguments_is_noun(scene, noun) ? antecedent__agreeing(scene, token, noun) : token;
}
