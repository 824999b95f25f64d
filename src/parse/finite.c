/* parse/finite.c: what a clause as a whole says of its verbs' forms.
 * It has one finite verb: where a modal verb is finite for sure, another auxiliary that may be an infinitive is one ("soll geliefert
 * haben", "wird kommen können"); where it has none, a verb with a subject that may be finite is it ("China kontrolliert den Markt").
 * Konjunktiv I is told from the indicative by the subject: a form that is both the first person's indicative and the third person's Konjunktiv I ("habe", "werde", "komme") is what its subject says; one that is
 * Konjunktiv I or imperative ("sei") is no imperative where it has a subject. Past forms that are also Konjunktiv II ("wollte")
 * are the latter where the clause that they are the condition or the consequence of, or a conjunct of, is so for sure. */
#include "parse/finite.h"

#include "lexicon/lexicon.h"
#include "parse/nominal.h"
#include "parse/tree.h"

static bool finite__is_auxiliary(const struct token *token)
{
    return token->relation == RELATION_AUX || token->relation == RELATION_AUX_PASS || token->relation == RELATION_COP;
}

/* ---- one finite verb ------------------------------------------------------------------------------------------- */

/* Beside a finite auxiliary the verb itself is a participle or an infinitive, where it can be one ("wären marschiert"). */
static void finite__unmake(struct token *verb)
{
    if (verb->upos != UPOS_VERB || verb->morphology.verb_form != VERB_FORM_FIN)
        return;
    for (size_t i = 0; i < verb->analysis_count; i++) {
        const struct analysis *const analysis = &verb->analyses[i];
        const bool participle = analysis->word_class == WORD_PARTICIPLE_PERFECT;
        if (!participle && !(analysis->word_class == WORD_VERB && analysis->morphology.verb_form == VERB_FORM_INF))
            continue;
        verb->morphology = (struct morphology){.verb_form = participle ? VERB_FORM_PART_PERF : VERB_FORM_INF};
        return;
    }
}

/* The clause's auxiliaries and its verb that need not be finite are not, if another auxiliary cannot be but finite. */
static void finite__keep_one(struct document *document, uint32_t clause)
{
    bool sure = false;
    for (uint32_t child = tree_first_child(document, clause); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const struct token *const token = &document->tokens[child];
        sure = sure || (finite__is_auxiliary(token) && token->morphology.verb_form == VERB_FORM_FIN && !lexicon_may_be_verb(token, VERB_FORM_INF));
    }
    if (!sure)
        return;
    finite__unmake(&document->tokens[clause]);
    for (uint32_t child = tree_first_child(document, clause); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        struct token *const token = &document->tokens[child];
        if (finite__is_auxiliary(token) && token->morphology.verb_form == VERB_FORM_FIN && lexicon_may_be_verb(token, VERB_FORM_INF))
            token->morphology = (struct morphology){.verb_form = VERB_FORM_INF};
    }
}

/* ---- no finite verb -------------------------------------------------------------------------------------------- */

/* The form's reading as a finite verb of the third person; NULL: none. */
static const struct analysis *finite__third(const struct token *token)
{
    for (size_t i = 0; i < token->analysis_count; i++) {
        const struct morphology *const m = &token->analyses[i].morphology;
        if (token->analyses[i].word_class == WORD_VERB && m->verb_form == VERB_FORM_FIN && m->mood == MOOD_IND && m->person == 3)
            return &token->analyses[i];
    }
    return NULL;
}

static void finite__read(struct token *token, const struct analysis *reading)
{
    token->morphology = reading->morphology;
    token->lemma = reading->lemma;
}

/* Makes the form that reading, if it has one that its subject can have. */
static bool finite__become(struct document *document, uint32_t index, uint32_t subject)
{
    struct token *const token = &document->tokens[index];
    const struct analysis *const third = nominal_may_agree(document, subject, index) ? finite__third(token) : NULL;
    if (third)
        finite__read(token, third);
    return third != NULL;
}

static bool finite__has_auxiliary(const struct document *document, uint32_t clause)
{
    for (uint32_t child = tree_first_child(document, clause); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (finite__is_auxiliary(&document->tokens[child]))
            return true;
    return false;
}

/* "China kontrolliert den Markt.": a sentence's verb with a subject and no auxiliary is no participle or infinitive where it can be finite.
 * Headings, which no punctuation ends, are left alone ("Soldat verletzt"). */
static void finite__complete(struct document *document, uint32_t index)
{
    struct token *const token = &document->tokens[index];
    const struct sentence *const sentence = &document->sentences[token->sentence];
    const uint32_t subject = tree_child(document, index, RELATION_NSUBJ);
    const bool clause = token->relation == RELATION_ROOT || token->relation == RELATION_PARATAXIS || token->relation == RELATION_CCOMP;
    if (token->upos != UPOS_VERB || !clause || subject == DOCUMENT_NONE || tree_child(document, index, RELATION_MARK) != DOCUMENT_NONE ||
        tree_finite(document, index) != DOCUMENT_NONE || finite__has_auxiliary(document, index) ||
        document->tokens[sentence->tokens.first + sentence->tokens.count - 1].upos != UPOS_PUNCT)
        return;
    (void)finite__become(document, index, subject);
}

/* "Peru, das die Strafen kritisiert, …": a clause that a relative pronoun opens and its verb ends has a finite verb. */
static void finite__complete_relative(struct document *document, uint32_t index)
{
    struct token *const token = &document->tokens[index];
    const uint32_t first = tree_subtree(document, index).first, opener = first + (document->tokens[first].upos == UPOS_PUNCT);
    if (token->upos != UPOS_VERB || token->relation != RELATION_ACL || token->morphology.verb_form == VERB_FORM_FIN || opener >= index ||
        document->tokens[opener].upos != UPOS_PRON || tree_head(document, opener) != index || !lexicon_has_flag(&document->tokens[opener], ANALYSIS_RELATIVE | ANALYSIS_DEMONSTRATIVE) ||
        finite__has_auxiliary(document, index) || tree_child(document, index, RELATION_CONJ) != DOCUMENT_NONE)     /* "gefangen und verurteilt worden war" */
        return;
    const struct analysis *const third = finite__third(token);
    if (third)
        finite__read(token, third);
}

/* "Türkische Drohnen beschossen Stellungen.": what was taken for a participle with an object on either side is finite where it can be, and the
 * former its subject. */
static void finite__complete_between(struct document *document, uint32_t index)
{
    struct token *const tokens = document->tokens;
    uint32_t before = DOCUMENT_NONE, behind = DOCUMENT_NONE;
    if (tokens[index].upos != UPOS_VERB || tokens[index].relation != RELATION_ROOT || tokens[index].morphology.verb_form != VERB_FORM_PART_PERF ||
        tree_child(document, index, RELATION_NSUBJ) != DOCUMENT_NONE || tree_child(document, index, RELATION_NSUBJ_PASS) != DOCUMENT_NONE ||
        finite__has_auxiliary(document, index))
        return;
    for (uint32_t child = tree_first_child(document, index); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (tokens[child].relation == RELATION_OBJ)
            *(child < index ? &before : &behind) = child;
    if (before != DOCUMENT_NONE && behind != DOCUMENT_NONE && finite__become(document, index, before))
        tokens[before].relation = RELATION_NSUBJ;
}

void finite_find(struct document *document)
{
    for (uint32_t i = 0; i < document->token_count; i++) {
        finite__complete_relative(document, i);
        finite__complete_between(document, i);
    }
}

/* ---- Konjunktiv I ---------------------------------------------------------------------------------------------- */

/* The analysis of that mood in the present singular; person 0: any. */
static const struct analysis *finite__find(const struct token *token, enum mood mood, uint8_t person)
{
    for (size_t i = 0; i < token->analysis_count; i++) {
        const struct morphology *const m = &token->analyses[i].morphology;
        if (token->analyses[i].word_class == WORD_VERB && m->mood == mood && (!person || m->person == person) &&
            m->number == NUMBER_SING && m->tense == TENSE_PRES)
            return &token->analyses[i];
    }
    return NULL;
}

static bool finite__is_speaker(const struct token *subject)
{
    return subject->upos == UPOS_PRON && subject->morphology.person == 1 && subject->morphology.number != NUMBER_PLUR;
}

/* "ich trage", "trage ich": whatever the tree has for the subject. */
static bool finite__stands_by_speaker(const struct document *document, uint32_t index)
{
    for (uint32_t side = 0; side < 2; side++) {
        const uint32_t near = side ? index + 1 : index - 1;
        if ((side || index) && near < document->token_count && document->tokens[near].sentence == document->tokens[index].sentence &&
            finite__is_speaker(&document->tokens[near]) && document->tokens[near].morphology.grammatical_case == CASE_NOM)
            return true;
    }
    return false;
}

static void finite__settle_mood(struct document *document, uint32_t index)
{
    struct token *const token = &document->tokens[index];
    const struct analysis *const third = finite__find(token, MOOD_SUB, 3), *const first = finite__find(token, MOOD_IND, 1);
    const uint32_t clause = finite__is_auxiliary(token) ? tree_head(document, index) : index;
    const uint32_t subject = tree_subject(document, clause);
    if (!third || subject == DOCUMENT_NONE || (!first && token->morphology.mood != MOOD_IMP))
        return;
    const bool speaker = finite__is_speaker(&document->tokens[subject]) || finite__stands_by_speaker(document, index);
    const struct analysis *const right = first && speaker ? first : third;
    token->morphology.mood = right->morphology.mood;
    token->morphology.tense = right->morphology.tense;
    token->morphology.person = right->morphology.person;
    token->morphology.number = NUMBER_SING;
}

/* ---- Konjunktiv II --------------------------------------------------------------------------------------------- */

/* The analysis as past indicative or as Konjunktiv II; only one of them: the form is sure. */
static const struct analysis *finite__find_past(const struct token *token, enum mood mood)
{
    for (size_t i = 0; i < token->analysis_count; i++) {
        const struct morphology *const m = &token->analyses[i].morphology;
        if (token->analyses[i].word_class == WORD_VERB && m->mood == mood && m->tense == TENSE_PAST)
            return &token->analyses[i];
    }
    return NULL;
}

/* Whether the clause's finite verb is Konjunktiv II and can be nothing else. */
static bool finite__is_surely_unreal(const struct document *document, uint32_t clause)
{
    const uint32_t finite = tree_finite(document, clause);
    return finite != DOCUMENT_NONE && finite__find_past(&document->tokens[finite], MOOD_SUB) &&
           !finite__find_past(&document->tokens[finite], MOOD_IND);
}

/* A condition and what follows from it are both unreal: "wenn er wollte, könnte er". */
static void finite__settle_condition(struct document *document, uint32_t clause)
{
    const uint32_t consequence = tree_head(document, clause), finite = tree_finite(document, clause);
    const uint32_t other = tree_finite(document, consequence);
    if (finite == DOCUMENT_NONE || other == DOCUMENT_NONE || finite == other)
        return;
    const uint32_t open = finite__is_surely_unreal(document, consequence) ? finite
                          : finite__is_surely_unreal(document, clause)    ? other : DOCUMENT_NONE;
    if (open != DOCUMENT_NONE && finite__find_past(&document->tokens[open], MOOD_SUB))
        document->tokens[open].morphology.mood = MOOD_SUB;
}

/* "Sollte Peru ablehnen, …": a clause that begins with a modal verb's past form is a condition in the Konjunktiv II; where the tree calls it
 * the content of what follows, only if the sentence begins with it. */
static void finite__settle_opening(struct document *document, uint32_t clause)
{
    const uint32_t finite = tree_finite(document, clause), consequence = tree_head(document, clause);
    if (finite == DOCUMENT_NONE || consequence == DOCUMENT_NONE || consequence < clause || finite != tree_subtree(document, clause).first ||
        !lexicon_has_flag(&document->tokens[finite], ANALYSIS_MODAL) || !finite__find_past(&document->tokens[finite], MOOD_SUB))
        return;
    const uint32_t sentence_begin = document->sentences[document->tokens[finite].sentence].tokens.first;
    if (document->tokens[clause].relation == RELATION_ADVCL || finite == sentence_begin)
        document->tokens[finite].morphology.mood = MOOD_SUB;
}

/* "Sie könnten fliehen und hörten nichts mehr": without a subject of its own a conjunct is as unreal as what it is joined to. */
static void finite__settle_conjunct(struct document *document, uint32_t clause)
{
    const uint32_t first = tree_head(document, clause), finite = tree_finite(document, clause);
    if (first == DOCUMENT_NONE || finite == DOCUMENT_NONE || finite == tree_finite(document, first) ||
        tree_child(document, clause, RELATION_NSUBJ) != DOCUMENT_NONE || tree_child(document, clause, RELATION_NSUBJ_PASS) != DOCUMENT_NONE ||
        !finite__is_surely_unreal(document, first) || !finite__find_past(&document->tokens[finite], MOOD_SUB))
        return;
    document->tokens[finite].morphology.mood = MOOD_SUB;
}

void finite_settle(struct document *document)
{
    for (uint32_t i = 0; i < document->token_count; i++) {
        finite__keep_one(document, i);
        finite__complete(document, i);
        if (document->tokens[i].morphology.verb_form == VERB_FORM_FIN)
            finite__settle_mood(document, i);
    }
    for (uint32_t i = 0; i < document->token_count; i++)
        switch (document->tokens[i].relation) {
        case RELATION_ADVCL:
            finite__settle_condition(document, i);
            finite__settle_opening(document, i);
            break;
        case RELATION_CCOMP:
            finite__settle_opening(document, i);
            break;
        case RELATION_CONJ:
            finite__settle_conjunct(document, i);
            break;
        default:
            break;
        }
}
