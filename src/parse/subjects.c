/* parse/subjects.c: a clause has one subject, and an infinitive no passive auxiliary but a future one.
 * Where the network gives an active clause (no passive auxiliary) both a subject and a passive subject (
 * "Nordkorea habe Container geliefert", "wird Panzer liefern"), the latter is its object. A finite clause has a
 * subject: without one, its first object, or oblique noun in the nominative, that can be nominative and agrees with the verb is it. A
 * subject that cannot agree with the verb and an object that can change places. */
#include "parse/subjects.h"

#include "lexicon/lexicon.h"
#include "parse/nominal.h"
#include "parse/tree.h"

enum { CLAUSE_HAS_SUBJECT = 1, CLAUSE_HAS_PASSIVE_AUXILIARY = 2, CLAUSE_HAS_AUXILIARY = 4, CLAUSE_HAS_OBJECT = 8, CLAUSE_HAS_COPULA = 16 };

/* "wird Panzer liefern": the infinitive itself is the head, so that werden makes the future. */
static bool subjects__is_future(const struct document *document, const struct token *auxiliary)
{
    return auxiliary->relation == RELATION_AUX_PASS && document->tokens[auxiliary->head].morphology.verb_form == VERB_FORM_INF;
}

static void subjects__read_infinitive(struct token *token)
{
    for (size_t i = 0; i < token->analysis_count; i++) {
        const struct analysis *const reading = &token->analyses[i];
        if (reading->word_class != WORD_VERB || reading->morphology.verb_form != VERB_FORM_INF)
            continue;
        token->upos = UPOS_VERB;
        token->lemma = reading->lemma;
        token->morphology = reading->morphology;
        return;
    }
}

/* "konnte sich nicht auf Sanktionen einigen": what has an auxiliary is no determiner or pronoun where it can be an infinitive. */
static void subjects__make_infinitive(struct token *token)
{
    if (token->upos == UPOS_DET || token->upos == UPOS_PRON)
        subjects__read_infinitive(token);
}

static void subjects__note(struct document *document, struct token *token, uint8_t *clause)
{
    if (token->relation == RELATION_AUX)
        subjects__make_infinitive(&document->tokens[token->head]);
    if (subjects__is_future(document, token))
        token->relation = RELATION_AUX;
    if (token->relation == RELATION_NSUBJ)
        clause[token->head] |= CLAUSE_HAS_SUBJECT;
    else if (token->relation == RELATION_AUX_PASS)
        clause[token->head] |= CLAUSE_HAS_PASSIVE_AUXILIARY;
    else if (token->relation == RELATION_AUX)
        clause[token->head] |= CLAUSE_HAS_AUXILIARY;
    else if (token->relation == RELATION_OBJ)
        clause[token->head] |= CLAUSE_HAS_OBJECT;
    else if (token->relation == RELATION_COP)
        clause[token->head] |= CLAUSE_HAS_COPULA;
}

/* "hatten die Rebellen einen Konvoi überfallen und 20 Kämpfer getötet": the first clause's auxiliary and subject serve the second. */
static bool subjects__is_active(uint8_t first)
{
    return (first & CLAUSE_HAS_SUBJECT) && (first & CLAUSE_HAS_AUXILIARY) && !(first & CLAUSE_HAS_PASSIVE_AUXILIARY);
}

/* Of an infinitive, and of a participle with an object and an auxiliary that is not the passive's ("haben Kämpfer Menschen getötet"), the
 * first passive subject is the subject. */
static void subjects__settle(const struct document *document, struct token *token, uint8_t *clause)
{
    enum { ACTIVE = CLAUSE_HAS_AUXILIARY | CLAUSE_HAS_OBJECT };
    const struct token *const verb = &document->tokens[token->head];
    const uint8_t first = verb->relation == RELATION_CONJ && verb->head < document->token_count ? clause[verb->head] : 0;
    const uint8_t found = clause[token->head], voices = found & (CLAUSE_HAS_SUBJECT | CLAUSE_HAS_PASSIVE_AUXILIARY);
    if (voices == CLAUSE_HAS_SUBJECT || (!(found & ~CLAUSE_HAS_OBJECT) && subjects__is_active(first))) {
        token->relation = RELATION_OBJ;
    } else if (!voices && (document->tokens[token->head].morphology.verb_form == VERB_FORM_INF || (found & ACTIVE) == ACTIVE)) {
        token->relation = RELATION_NSUBJ;
        clause[token->head] |= CLAUSE_HAS_SUBJECT;
    }
}

/* "wollen … bringen und erwägen Sanktionen": an infinitive ends its clause, so what has its object behind it is finite. */
static bool subjects__is_finite(const struct document *document, uint32_t verb, const uint32_t *last_object)
{
    const struct token *const token = &document->tokens[verb];
    return token->upos == UPOS_VERB && token->relation == RELATION_CONJ && token->morphology.verb_form == VERB_FORM_INF &&
           last_object[verb] != DOCUMENT_NONE && last_object[verb] >= verb && lexicon_may_be_verb(token, VERB_FORM_FIN);
}

static bool subjects__finite_conjuncts(struct document *document, struct laut_error *error)
{
    uint32_t *const last_object = arena_take(document->arena, document->token_count + 1, sizeof *last_object, error);
    if (!last_object)
        return false;
    for (size_t i = 0; i < document->token_count; i++)
        last_object[i] = DOCUMENT_NONE;
    for (uint32_t i = 0; i < document->token_count; i++) {
        const struct token *const token = &document->tokens[i];
        if (token->head < document->token_count && (token->relation == RELATION_OBJ || token->relation == RELATION_AUX))
            last_object[token->head] = token->relation == RELATION_OBJ ? i : DOCUMENT_NONE;
    }
    for (uint32_t i = 0; i < document->token_count; i++)
        if (subjects__is_finite(document, i, last_object)) {
            struct morphology *const morphology = &document->tokens[i].morphology;
            *morphology = (struct morphology){.verb_form = VERB_FORM_FIN, .mood = MOOD_IND, .tense = TENSE_PRES, .number = NUMBER_PLUR,
                                              .person = 3};
        }
    return true;
}

/* "Wie die Zeitung berichtet, …": what opens an adverbial clause before its subject and may be a conjunction is one. */
static void subjects__free_conjunction(struct document *document, uint32_t index)
{
    struct token *const token = &document->tokens[index];
    const bool opens = index == document->sentences[token->sentence].tokens.first || document->tokens[index - 1].upos == UPOS_PUNCT;
    if (token->relation != RELATION_CASE || !opens || !lexicon_may_be(token, WORD_CONJUNCTION) || token->head >= document->token_count)
        return;
    uint32_t noun = token->head;
    for (size_t step = 0; step < document->token_count && (document->tokens[noun].relation == RELATION_COMPOUND ||
         document->tokens[noun].relation == RELATION_AMOD) && document->tokens[noun].head < document->token_count; step++)
        noun = document->tokens[noun].head;
    const uint32_t verb = document->tokens[noun].relation == RELATION_NSUBJ ? document->tokens[noun].head : DOCUMENT_NONE;
    if (verb >= document->token_count || document->tokens[verb].relation != RELATION_ADVCL)
        return;
    token->upos = UPOS_SCONJ;
    token->relation = RELATION_MARK;
    token->head = verb;
}

/* "Am Samstag vereinbarten Kommandeure eine Waffenruhe": an object without a copula has no subject; it is the verb's, where that has none. */
static void subjects__leave_objects(struct document *document, const uint8_t *clause)
{
    struct token *const tokens = document->tokens;
    for (uint32_t i = 0; i < document->token_count; i++) {
        const uint32_t object = tokens[i].relation == RELATION_NSUBJ ? tokens[i].head : DOCUMENT_NONE;
        if (object == DOCUMENT_NONE || tokens[object].relation != RELATION_OBJ || tokens[object].upos != UPOS_NOUN || tokens[object].head == DOCUMENT_NONE)
            continue;
        const uint32_t verb = tokens[object].head;
        if (tokens[verb].upos == UPOS_VERB && !(clause[verb] & CLAUSE_HAS_SUBJECT) && !(clause[object] & CLAUSE_HAS_COPULA))
            tokens[i].head = verb;
    }
}

bool subjects_settle(struct document *document, struct laut_error *error)
{
    uint8_t *const clause = arena_take(document->arena, document->token_count + 1, sizeof *clause, error);
    if (!clause)
        return false;
    for (uint32_t i = 0; i < document->token_count; i++)
        subjects__free_conjunction(document, i);
    for (size_t i = 0; i < document->token_count; i++)
        if (document->tokens[i].head < document->token_count)
            subjects__note(document, &document->tokens[i], clause);
    subjects__leave_objects(document, clause);
    for (size_t i = 0; i < document->token_count; i++)
        if (document->tokens[i].relation == RELATION_NSUBJ && document->tokens[i].head < document->token_count &&
            clause[document->tokens[i].head] & CLAUSE_HAS_PASSIVE_AUXILIARY)
            document->tokens[i].relation = RELATION_NSUBJ_PASS;
        else if (document->tokens[i].relation == RELATION_NSUBJ_PASS && document->tokens[i].head < document->token_count)
            subjects__settle(document, &document->tokens[i], clause);
    return subjects__finite_conjuncts(document, error);
}

/* ---- clauses without a subject ------------------------------------------------------------------------------------- */

static bool subjects__can_be_subject(const struct document *document, uint32_t noun, enum grammatical_number number)
{
    const enum upos upos = document->tokens[noun].upos;
    return (upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_PRON) && tree_child(document, noun, RELATION_CASE) == DOCUMENT_NONE &&
           nominal_can_be(document, noun, CASE_NOM, number);
}

/* How a subject that cannot be one may hang on its verb; RELATION_NONE: it may be nothing else. */
static enum relation subjects__other(const struct document *document, uint32_t noun)
{
    return nominal_can_be(document, noun, CASE_ACC, NUMBER_NONE)   ? RELATION_OBJ
           : nominal_can_be(document, noun, CASE_DAT, NUMBER_NONE) ? RELATION_OBL : RELATION_NONE;
}

static bool subjects__is_nominative(const struct document *document, uint32_t noun)
{
    return document->tokens[noun].analysis_count && !nominal_can_be(document, noun, CASE_ACC, NUMBER_NONE) &&
           !nominal_can_be(document, noun, CASE_DAT, NUMBER_NONE);
}

/* The clause's object, or what hangs on it without a preposition and can be nothing but nominative ("die Gespräche brach der Iran ab"). */
static uint32_t subjects__object(const struct document *document, uint32_t clause)
{
    const uint32_t object = tree_child(document, clause, RELATION_OBJ);
    for (uint32_t child = tree_first_child(document, clause); object == DOCUMENT_NONE && child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (document->tokens[child].relation == RELATION_OBL && tree_determiner(document, child) != DOCUMENT_NONE &&
            document->tokens[child].morphology.grammatical_case == CASE_NOM && subjects__can_be_subject(document, child, NUMBER_NONE) &&
            subjects__is_nominative(document, child))
            return child;
    return object;
}

/* "in der mehrere Mitglieder Israel vorhielten": a plural noun without a preposition beside a plural verb whose subject is singular. */
static uint32_t subjects__plural(const struct document *document, uint32_t clause, uint32_t subject, uint32_t finite)
{
    const struct token *const tokens = document->tokens;
    if (finite == DOCUMENT_NONE || tokens[finite].morphology.number != NUMBER_PLUR || tokens[subject].upos == UPOS_PRON ||
        nominal_may_agree(document, subject, finite))
        return DOCUMENT_NONE;
    for (uint32_t child = tree_first_child(document, clause); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (tokens[child].relation == RELATION_OBL && tokens[child].upos == UPOS_NOUN && tokens[child].morphology.number == NUMBER_PLUR && child < subject &&
            tree_determiner(document, child) != DOCUMENT_NONE && subjects__can_be_subject(document, child, NUMBER_PLUR))
            return child;
    return DOCUMENT_NONE;
}

/* "die der Iran lieferte", "die Frankreich lieferte", "den Iran griff Israel an", "Litauen fehlen Waffen": an object changes places with
 * a subject if it can be nothing but nominative, or if the subject cannot be the verb's and the object can. */
static void subjects__swap(struct document *document, uint32_t clause, uint32_t finite)
{
    const uint32_t subject = tree_child(document, clause, RELATION_NSUBJ);
    const uint32_t plural = subject == DOCUMENT_NONE ? DOCUMENT_NONE : subjects__plural(document, clause, subject, finite);
    const uint32_t object = plural == DOCUMENT_NONE ? subjects__object(document, clause) : plural;
    if (subject == DOCUMENT_NONE || object == DOCUMENT_NONE || !subjects__can_be_subject(document, object, NUMBER_NONE))
        return;
    const bool own = finite == clause || (finite != DOCUMENT_NONE && tree_head(document, finite) == clause);
    const bool wrong = own && !nominal_may_agree(document, subject, finite) && nominal_may_agree(document, object, finite);
    const enum relation other = subjects__other(document, subject);
    if (other == RELATION_NONE || !(wrong || (other == RELATION_OBJ && subjects__is_nominative(document, object))))
        return;
    document->tokens[subject].relation = other;
    document->tokens[subject].morphology.grammatical_case = other == RELATION_OBJ ? CASE_ACC : CASE_DAT;
    document->tokens[object].relation = RELATION_NSUBJ;
    document->tokens[object].morphology.grammatical_case = CASE_NOM;
}

/* Does the clause's verb stand right behind "und", or behind a comma in a list of clauses that "und" ends? */
static bool subjects__is_joined(const struct document *document, uint32_t verb)
{
    bool list = false;
    if (verb == 0 || document->tokens[verb].relation != RELATION_CONJ || document->tokens[verb].morphology.verb_form != VERB_FORM_FIN)
        return false;
    for (uint32_t next = tree_next_conjunct(document, verb); document->tokens[verb - 1].upos == UPOS_PUNCT && next != DOCUMENT_NONE && !list;
         next = tree_next_conjunct(document, next))
        list = document->tokens[next].upos == UPOS_VERB && tree_child(document, next, RELATION_CC) != DOCUMENT_NONE;
    return document->tokens[verb - 1].upos == UPOS_CCONJ || list;
}

/* "Peru lieferte Panzer und verkaufte Chile Flugzeuge": such a verb shares the subject that the first clause begins with, so that what was taken
 * for its own is an object. */
static void subjects__of_conjunct(struct document *document, uint32_t verb)
{
    const uint32_t own = tree_child(document, verb, RELATION_NSUBJ);
    if (own == DOCUMENT_NONE || own < verb || !subjects__is_joined(document, verb))
        return;
    const uint32_t first = tree_first_conjunct(document, verb), shared = tree_child(document, first, RELATION_NSUBJ), finite = tree_finite(document, first);
    const enum upos upos = document->tokens[own].upos;
    if (shared == DOCUMENT_NONE || finite == DOCUMENT_NONE || shared > finite || (upos != UPOS_NOUN && upos != UPOS_PROPN) ||
        !nominal_may_agree(document, shared, verb))
        return;
    const bool title = tree_determiner(document, own) == DOCUMENT_NONE && tree_child(document, own, RELATION_APPOS) != DOCUMENT_NONE;
    const bool object = tree_child(document, verb, RELATION_OBJ) == DOCUMENT_NONE &&
                        (title || nominal_can_be(document, own, CASE_ACC, NUMBER_NONE));        /* "traf Präsident Selenskyj" */
    if (!object && !nominal_can_be(document, own, CASE_DAT, NUMBER_NONE))
        return;
    document->tokens[own].relation = object ? RELATION_OBJ : RELATION_OBL;
    document->tokens[own].morphology.grammatical_case = object ? CASE_ACC : CASE_DAT;
}

/* "hat die Wahl verzögert und Stockholm vorgeworfen, …": a participle that shares the auxiliary shares the subject; before its content the bare name
 * right behind "und" is an object. */
static void subjects__of_participle(struct document *document, uint32_t verb)
{
    const uint32_t own = tree_child(document, verb, RELATION_NSUBJ), first = tree_first_conjunct(document, verb);
    const struct token *const tokens = document->tokens;
    if (own == DOCUMENT_NONE || own == 0 || first == verb || tokens[verb].morphology.verb_form != VERB_FORM_PART_PERF || tokens[own].upos != UPOS_PROPN ||
        tokens[own - 1].upos != UPOS_CCONJ || tree_child(document, verb, RELATION_AUX) != DOCUMENT_NONE ||
        tree_child(document, first, RELATION_AUX) == DOCUMENT_NONE || tree_child(document, first, RELATION_NSUBJ) == DOCUMENT_NONE ||
        (tree_child(document, verb, RELATION_XCOMP) == DOCUMENT_NONE && tree_child(document, verb, RELATION_CCOMP) == DOCUMENT_NONE))
        return;
    document->tokens[own].relation = RELATION_OBJ;
    document->tokens[own].morphology.grammatical_case = CASE_ACC;
}

static bool subjects__lacks_one(const struct document *document, uint32_t clause, uint32_t finite)
{
    const struct morphology *const verb = &document->tokens[finite].morphology;
    return tree_is_clause(document, clause) && verb->mood != MOOD_IMP && verb->person == 3 && !tree_is_passive(document, clause) &&
           tree_subject(document, clause) == DOCUMENT_NONE && tree_child(document, clause, RELATION_EXPL) == DOCUMENT_NONE &&
           tree_child(document, clause, RELATION_CSUBJ) == DOCUMENT_NONE;
}

/* "…, sagte Ek": beside what is said only the one who says it, right behind the verb that follows it, is a subject. */
static bool subjects__says(const struct document *document, uint32_t clause, uint32_t finite, uint32_t noun)
{
    const uint32_t content = tree_child(document, clause, RELATION_CCOMP);
    return content == DOCUMENT_NONE || (content < finite && finite == clause && tree_subtree(document, noun).first == finite + 1 &&
                                        document->tokens[finite - 1].upos == UPOS_PUNCT);
}

static void subjects__make_nominative(struct document *document, uint32_t noun)
{
    document->tokens[noun].relation = RELATION_NSUBJ;
    document->tokens[noun].morphology.grammatical_case = CASE_NOM;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        struct token *const word = &document->tokens[child];
        if ((word->relation == RELATION_DET || word->relation == RELATION_DET_POSS || word->relation == RELATION_AMOD) &&
            word->morphology.grammatical_case)
            word->morphology.grammatical_case = CASE_NOM;
    }
}

/* "30 wurden verletzt": a number right before the finite verb of its clause. */
static void subjects__find_number(struct document *document, uint32_t index)
{
    struct token *const token = &document->tokens[index];
    const uint32_t clause = tree_head(document, index);
    if (token->upos != UPOS_NUM || clause == DOCUMENT_NONE || tree_finite(document, clause) != index + 1 ||
        tree_child(document, clause, RELATION_NSUBJ) != DOCUMENT_NONE || tree_child(document, clause, RELATION_NSUBJ_PASS) != DOCUMENT_NONE ||
        tree_first_child(document, index) != DOCUMENT_NONE)
        return;
    token->relation = tree_is_passive(document, clause) ? RELATION_NSUBJ_PASS : RELATION_NSUBJ;
}

/* "ließ Kampfjets aufsteigen": what depends on a verb before it without a comma is an infinitive, though the form may be a plural. */
static bool subjects__is_let(const struct document *document, uint32_t verb)
{
    const struct token *const token = &document->tokens[verb];
    const uint32_t head = tree_head(document, verb);
    if (token->relation != RELATION_XCOMP || head == DOCUMENT_NONE || head > verb || document->tokens[head].upos != UPOS_VERB ||
        !lexicon_may_be_verb(token, VERB_FORM_INF))
        return false;
    for (uint32_t at = head; at < verb; at++)
        if (document->tokens[at].upos == UPOS_PUNCT)
            return false;
    return true;
}

/* An infinitive has no subject of its own: "Russland Drohnen geliefert zu haben", "die Huthi beliefert zu haben", "ließ Kampfjets aufsteigen". */
static void subjects__of_infinitive(struct document *document, uint32_t clause)
{
    const uint32_t subject = tree_child(document, clause, RELATION_NSUBJ), object = tree_child(document, clause, RELATION_OBJ);
    const uint32_t mark = tree_child(document, clause, RELATION_MARK);
    struct token *const verb = &document->tokens[clause];
    const bool zu = verb->morphology.verb_form == VERB_FORM_ZU_INF || (mark != DOCUMENT_NONE && document->tokens[mark].upos == UPOS_PART);
    const bool let = subjects__is_let(document, clause);
    if (let && verb->morphology.verb_form == VERB_FORM_FIN)
        subjects__read_infinitive(verb);
    if (!(zu || let) || subject == DOCUMENT_NONE || tree_finite(document, clause) != DOCUMENT_NONE)
        return;
    document->tokens[subject].relation = object == DOCUMENT_NONE ? RELATION_OBJ : RELATION_OBL;
    document->tokens[subject].morphology.grammatical_case = object == DOCUMENT_NONE ? CASE_ACC : CASE_DAT;
}

/* "überzog die Ukraine mit Raketen": a name without a preposition whose article is no dative is the object that its verb has none beside. */
static void subjects__find_object(struct document *document, uint32_t index)
{
    struct token *const token = &document->tokens[index];
    const uint32_t clause = tree_head(document, index), determiner = tree_determiner(document, index);
    const enum grammatical_number number = (enum grammatical_number)token->morphology.number;
    if (token->relation != RELATION_OBL || token->upos != UPOS_PROPN || clause == DOCUMENT_NONE || determiner == DOCUMENT_NONE ||
        tree_preposition(document, index) != DOCUMENT_NONE || tree_is_passive(document, clause) ||
        tree_child(document, clause, RELATION_NSUBJ) == DOCUMENT_NONE || tree_child(document, clause, RELATION_OBJ) != DOCUMENT_NONE ||
        nominal_can_be(document, index, CASE_DAT, number) || nominal_can_be(document, index, CASE_GEN, number))
        return;
    token->relation = RELATION_OBJ;
    token->morphology.grammatical_case = CASE_ACC;
}

/* An object, or "obl" where German has no preposition ("Die mit dem Iran verbündeten Rebellen haben …"). */
static bool subjects__is_misplaced(const struct token *word)
{
    return word->relation == RELATION_OBJ || (word->relation == RELATION_OBL && word->upos == UPOS_NOUN && word->morphology.grammatical_case == CASE_NOM);
}

void subjects_find(struct document *document)
{
    for (uint32_t i = 0; i < document->token_count; i++) {
        subjects__find_number(document, i);
        subjects__find_object(document, i);
    }
    for (uint32_t clause = 0; clause < document->token_count; clause++) {
        const uint32_t finite = tree_finite(document, clause);
        subjects__of_conjunct(document, clause);
        subjects__of_participle(document, clause);
        subjects__swap(document, clause, finite);
        subjects__of_infinitive(document, clause);
        if (finite == DOCUMENT_NONE || !subjects__lacks_one(document, clause, finite))
            continue;
        const enum grammatical_number number = (enum grammatical_number)document->tokens[finite].morphology.number;
        for (uint32_t child = tree_first_child(document, clause); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
            if (subjects__is_misplaced(&document->tokens[child]) && subjects__says(document, clause, finite, child) && subjects__can_be_subject(document, child, number) &&
                nominal_may_agree(document, child, finite)) {
                subjects__make_nominative(document, child);
                break;
            }
    }
}
