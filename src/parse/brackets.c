/* parse/brackets.c: the two parts of a German predicate hold what stands between them as brackets do ("haben dem Irak, der sich wehrt, Waffen
 * zugesagt"). Where a clause is inserted there, the network hangs what follows it, often the second part itself, on the inserted clause,
 * and the auxiliary is left without a verb. The second part becomes the clause's head again; nouns behind the comma that ends an inserted
 * clause, whose own verb stands last, belong to the clause around it. And a passive auxiliary with what can be a participle, and no
 * infinitive, makes a passive ("Unterstützt werde er von seinem Bruder"). A clause whose plural verb stands last before a comma, and whose
 * arguments are singular but for a bare plural behind *als*, is opened by it ("Als Rebellen das Dorf angriffen, …"). A name that heads the
 * sentence right before a finite verb that hangs on it is its subject. */
#include "parse/brackets.h"

#include <string.h>

enum { BRACKETS_DEEPEST = 32 };          /* heads above each other that are looked at */

static bool brackets__is_comma(const struct document *document, uint32_t token)
{
    return token < document->token_count && document->tokens[token].upos == UPOS_PUNCT && strcmp(document->tokens[token].form, ",") == 0;
}

static bool brackets__is_infinite(const struct token *token)
{
    return token->upos == UPOS_VERB &&
           (token->morphology.verb_form == VERB_FORM_PART_PERF || token->morphology.verb_form == VERB_FORM_INF);
}

static bool brackets__is_auxiliary(const struct token *token)
{
    return token->relation == RELATION_AUX || token->relation == RELATION_AUX_PASS || token->relation == RELATION_COP;
}

/* A finite auxiliary that heads its clause and governs no verb. */
static bool brackets__is_open(const struct document *document, uint32_t auxiliary, uint32_t end)
{
    const struct token *const tokens = document->tokens;
    if (tokens[auxiliary].upos != UPOS_AUX || tokens[auxiliary].morphology.verb_form != VERB_FORM_FIN || brackets__is_auxiliary(&tokens[auxiliary]))
        return false;
    for (uint32_t i = auxiliary + 1; i < end; i++)
        if (tokens[i].head == auxiliary && (brackets__is_infinite(&tokens[i]) || tokens[i].relation == RELATION_XCOMP))
            return false;
    return true;
}

static bool brackets__is_below(const struct document *document, uint32_t token, uint32_t ancestor)
{
    for (size_t step = 0; step < BRACKETS_DEEPEST && token != ancestor; step++) {
        token = document->tokens[token].head;
        if (token >= document->token_count)
            return false;
    }
    return token == ancestor;
}

/* A clause between two commas, whose head stands before the second one. */
static bool brackets__is_inserted(const struct document *document, uint32_t auxiliary, uint32_t clause, uint32_t verb)
{
    uint32_t begin = clause, end = clause;
    while (begin > auxiliary && !brackets__is_comma(document, begin))
        begin--;
    while (end < verb && !brackets__is_comma(document, end))
        end++;
    const enum relation relation = document->tokens[clause].relation;
    return begin > auxiliary && end < verb && (relation == RELATION_ACL || relation == RELATION_ADVCL || relation == RELATION_CCOMP ||
                                               relation == RELATION_PARATAXIS || relation == RELATION_CONJ);
}

/* Has the verb a finite verb or a subordinating word of its own? */
static bool brackets__is_whole(const struct document *document, uint32_t verb, uint32_t first, uint32_t end)
{
    const struct token *const tokens = document->tokens;
    for (uint32_t i = first; i < end; i++)
        if (tokens[i].head == verb && ((brackets__is_auxiliary(&tokens[i]) && tokens[i].morphology.verb_form == VERB_FORM_FIN) ||
                                       tokens[i].relation == RELATION_MARK))
            return true;
    return false;
}

static bool brackets__closes(const struct document *document, uint32_t auxiliary, uint32_t verb, uint32_t end)
{
    const struct token *const tokens = document->tokens;
    const uint32_t clause = tokens[verb].head;
    return brackets__is_infinite(&tokens[verb]) && clause > auxiliary && clause < verb && brackets__is_below(document, clause, auxiliary) &&
           brackets__is_inserted(document, auxiliary, clause, verb) && !brackets__is_whole(document, verb, auxiliary, end);
}

/* Makes verb the head of the auxiliary's clause; what hung on the inserted clause behind its comma goes with it. */
static void brackets__close(struct document *document, const struct constructions *constructions, uint32_t auxiliary, uint32_t verb,
                            struct token_range sentence)
{
    struct token *const tokens = document->tokens;
    const uint32_t clause = tokens[verb].head, end = sentence.first + sentence.count;
    const bool passive = tokens[verb].morphology.verb_form == VERB_FORM_PART_PERF && constructions_makes_passive(constructions, &tokens[auxiliary]);
    uint32_t comma = clause;
    while (!brackets__is_comma(document, comma))
        comma++;
    for (uint32_t i = sentence.first; i < end; i++) {
        if (i == verb || (tokens[i].head != auxiliary && !(tokens[i].head == clause && i > comma)))
            continue;
        tokens[i].head = verb;
        if (passive && tokens[i].relation == RELATION_NSUBJ)
            tokens[i].relation = RELATION_NSUBJ_PASS;
    }
    tokens[verb].head = tokens[auxiliary].head;
    tokens[verb].relation = tokens[auxiliary].relation;
    tokens[auxiliary].head = verb;
    tokens[auxiliary].relation = passive ? RELATION_AUX_PASS : RELATION_AUX;
}

/* The participle or infinitive that hangs on a clause's auxiliary, or on a noun that the auxiliary hangs on, becomes the clause's head. */
static void brackets__take(struct document *document, const struct constructions *constructions, uint32_t auxiliary, uint32_t verb,
                           struct token_range sentence)
{
    struct token *const tokens = document->tokens;
    const uint32_t noun = brackets__is_auxiliary(&tokens[auxiliary]) ? tokens[auxiliary].head : DOCUMENT_NONE;
    const uint32_t top = noun == DOCUMENT_NONE ? auxiliary : noun;
    const bool passive = tokens[verb].morphology.verb_form == VERB_FORM_PART_PERF && constructions_makes_passive(constructions, &tokens[auxiliary]);
    const enum relation subject = passive ? RELATION_NSUBJ_PASS : RELATION_NSUBJ;
    bool has_subject = false;
    tokens[verb].head = tokens[top].head;
    tokens[verb].relation = tokens[top].relation;
    for (uint32_t i = sentence.first; i < sentence.first + sentence.count; i++) {
        const bool own = noun != DOCUMENT_NONE && (tokens[i].relation == RELATION_DET || tokens[i].relation == RELATION_AMOD || tokens[i].relation == RELATION_ACL ||
                         tokens[i].relation == RELATION_NMOD || tokens[i].relation == RELATION_CASE || tokens[i].relation == RELATION_APPOS ||
                         tokens[i].relation == RELATION_FLAT);
        if (i == verb || tokens[i].head != top || own)
            continue;
        tokens[i].head = verb;
        if (tokens[i].relation == RELATION_NSUBJ)
            tokens[i].relation = subject;
        has_subject = has_subject || tokens[i].relation == subject;
    }
    tokens[auxiliary].head = verb;
    tokens[auxiliary].relation = passive ? RELATION_AUX_PASS : RELATION_AUX;
    if (noun == DOCUMENT_NONE)
        return;
    tokens[noun].head = verb;
    tokens[noun].relation = tokens[noun].morphology.grammatical_case == CASE_DAT ? RELATION_OBL : has_subject ? RELATION_OBJ : subject;
}

/* "Die USA haben dem Irak, der sich wehrt, Waffen zugesagt": the noun in the brackets was taken for what haben belongs to. */
static bool brackets__is_on_noun(const struct document *document, uint32_t auxiliary)
{
    const struct token *const tokens = document->tokens;
    const uint32_t noun = tokens[auxiliary].head;
    return tokens[auxiliary].upos == UPOS_AUX && tokens[auxiliary].relation == RELATION_AUX && noun < document->token_count && noun > auxiliary &&
           (tokens[noun].upos == UPOS_NOUN || tokens[noun].upos == UPOS_PROPN) && tokens[auxiliary].morphology.verb_form == VERB_FORM_FIN;
}

/* The last participle or infinitive without a finite verb of its own that hangs on the auxiliary by a relation that it cannot have, or stands below
 * the noun that the auxiliary hangs on; DOCUMENT_NONE: none. */
static uint32_t brackets__lost(const struct document *document, uint32_t auxiliary, struct token_range sentence)
{
    const struct token *const tokens = document->tokens;
    const uint32_t end = sentence.first + sentence.count;
    const bool on_noun = brackets__is_on_noun(document, auxiliary);
    const bool heads = tokens[auxiliary].upos == UPOS_AUX && tokens[auxiliary].morphology.verb_form == VERB_FORM_FIN && !brackets__is_auxiliary(&tokens[auxiliary]);
    for (uint32_t verb = end; (on_noun || heads) && verb-- > auxiliary + 1;) {
        if (!brackets__is_infinite(&tokens[verb]) || brackets__is_whole(document, verb, sentence.first, end))
            continue;
        const bool hangs = heads && tokens[verb].head == auxiliary && tokens[verb].relation == RELATION_PARATAXIS;
        const bool below = on_noun && verb > tokens[auxiliary].head && brackets__is_below(document, verb, tokens[auxiliary].head) &&
                           (tokens[verb].relation == RELATION_CONJ || tokens[verb].relation == RELATION_PARATAXIS) && verb + 2 >= end;
        if (hangs || below)
            return verb;
    }
    return DOCUMENT_NONE;
}

static void brackets__sentence(struct document *document, const struct constructions *constructions, struct token_range sentence)
{
    const uint32_t end = sentence.first + sentence.count;
    for (uint32_t auxiliary = sentence.first; auxiliary < end; auxiliary++) {
        const uint32_t lost = brackets__lost(document, auxiliary, sentence);
        if (lost != DOCUMENT_NONE)
            brackets__take(document, constructions, auxiliary, lost, sentence);
        if (!brackets__is_open(document, auxiliary, end))
            continue;
        for (uint32_t verb = end; verb-- > auxiliary + 1;)
            if (brackets__closes(document, auxiliary, verb, end)) {
                brackets__close(document, constructions, auxiliary, verb, sentence);
                break;
            }
    }
}

/* The last word of a clause whose finite verb stands last, if a comma follows; DOCUMENT_NONE: another order. */
static uint32_t brackets__last_of_clause(const struct document *document, uint32_t clause, uint32_t before)
{
    const struct token *const tokens = document->tokens;
    uint32_t last = tokens[clause].morphology.verb_form == VERB_FORM_FIN ? clause : DOCUMENT_NONE;
    for (uint32_t i = clause + 1; i < before; i++)
        if (tokens[i].head == clause && brackets__is_auxiliary(&tokens[i]) && tokens[i].morphology.verb_form == VERB_FORM_FIN)
            last = i;
    return last != DOCUMENT_NONE && brackets__is_comma(document, last + 1) ? last : DOCUMENT_NONE;
}

static uint32_t brackets__governor(const struct document *document, uint32_t clause)
{
    uint32_t at = document->tokens[clause].head;
    for (size_t step = 0; step < BRACKETS_DEEPEST && at < document->token_count; step++, at = document->tokens[at].head)
        if (document->tokens[at].upos == UPOS_VERB)
            return at;
    return DOCUMENT_NONE;
}

/* "setzte den Rebellen, mit denen sie spricht, ein Ultimatum" */
static void brackets__free_noun(struct document *document, uint32_t noun)
{
    struct token *const tokens = document->tokens;
    const uint32_t clause = tokens[noun].head;
    if ((tokens[noun].relation != RELATION_OBJ && tokens[noun].relation != RELATION_OBL) || clause >= noun ||
        (tokens[clause].relation != RELATION_ACL && tokens[clause].relation != RELATION_CCOMP && tokens[clause].relation != RELATION_ADVCL))
        return;
    const uint32_t last = brackets__last_of_clause(document, clause, noun), governor = brackets__governor(document, clause);
    if (last == DOCUMENT_NONE || noun <= last + 1 || governor == DOCUMENT_NONE || governor > clause)
        return;
    tokens[noun].head = governor;
    for (uint32_t i = last + 2; i < noun; i++)                           /* the comma's neighbours that hang on the clause too */
        if (tokens[i].head == clause)
            tokens[i].head = governor;
}

static bool brackets__has_zu(const struct document *document, uint32_t verb)
{
    const struct token *const tokens = document->tokens;
    return tokens[verb].upos == UPOS_VERB &&
           (tokens[verb].morphology.verb_form == VERB_FORM_ZU_INF ||
            (verb > 0 && tokens[verb - 1].head == verb && tokens[verb - 1].relation == RELATION_MARK && tokens[verb - 1].upos == UPOS_PART));
}

/* Where the clause begins whose last word is verb, other clauses inserted in it left out: the comma before it, DOCUMENT_NONE where a verb
 * stands between. *clause is the last inserted one's verb. */
static uint32_t brackets__comma_before(const struct document *document, uint32_t verb, uint32_t first, uint32_t *clause)
{
    const struct token *const tokens = document->tokens;
    for (uint32_t i = verb; i-- > first + 1;) {
        if (brackets__is_comma(document, i) && tokens[i - 1].morphology.verb_form == VERB_FORM_FIN) {
            uint32_t begin = i - 1;
            while (begin > first && !brackets__is_comma(document, begin))
                begin--;
            *clause = brackets__is_auxiliary(&tokens[i - 1]) ? tokens[i - 1].head : i - 1;
            i = begin;
        } else if (brackets__is_comma(document, i)) {
            return i;
        } else if (tokens[i].upos == UPOS_VERB || (tokens[i].upos == UPOS_AUX && tokens[i].head != verb)) {
            return DOCUMENT_NONE;
        }
    }
    return DOCUMENT_NONE;
}

/* "kündigte an, die Gefangenen, die seit Mai in Haft sind, freizulassen": an infinitive clause that began before the inserted one belongs to the
 * verb before it, and what stands in it to the infinitive. */
static void brackets__open_infinitive(struct document *document, uint32_t verb)
{
    struct token *const tokens = document->tokens;
    const uint32_t first = document->sentences[tokens[verb].sentence].tokens.first;
    uint32_t clause = DOCUMENT_NONE;
    if (!brackets__has_zu(document, verb) || tokens[verb].head >= verb)
        return;
    const uint32_t comma = brackets__comma_before(document, verb, first, &clause);
    if (comma == DOCUMENT_NONE || clause >= document->token_count)
        return;
    uint32_t governor = clause;
    do
        governor = brackets__governor(document, governor);
    while (governor != DOCUMENT_NONE && governor > comma);
    if (governor == DOCUMENT_NONE || (tokens[verb].head != clause && tokens[verb].head != governor))
        return;
    tokens[verb].head = governor;
    tokens[verb].relation = RELATION_XCOMP;
    for (uint32_t i = comma + 1; i < verb; i++)
        if (tokens[i].head == governor && tokens[i].relation != RELATION_PUNCT) {
            tokens[i].head = verb;
            if (tokens[i].relation == RELATION_CONJ)
                tokens[i].relation = RELATION_OBJ;                       /* the comma before it opens the clause */
        }
}

/* "ließ, wie das Ministerium mitteilte, fünf Gefangene frei", "gab der Bitte, Waffen zu liefern, nicht nach": a particle behind an inserted
 * clause belongs to the verb before it. */
static void brackets__free_particle(struct document *document, uint32_t particle)
{
    struct token *const tokens = document->tokens;
    const uint32_t clause = tokens[particle].head;
    if (clause >= particle || (tokens[particle].relation != RELATION_COMPOUND_PRT &&
                               (tokens[particle].relation != RELATION_ADVMOD || tokens[particle].upos != UPOS_PART)))
        return;
    const bool infinitive = brackets__has_zu(document, clause) && brackets__is_comma(document, clause + 1);
    const uint32_t last = infinitive ? clause : brackets__last_of_clause(document, clause, particle), governor = brackets__governor(document, clause);
    if (last == DOCUMENT_NONE || governor == DOCUMENT_NONE || governor > clause || tokens[governor].morphology.verb_form != VERB_FORM_FIN)
        return;
    tokens[particle].head = governor;
    for (uint32_t i = last + 2; i < particle; i++)
        if (tokens[i].head == clause || tokens[i].head == particle) {
            tokens[i].head = governor;
            if (tokens[i].relation == RELATION_NSUBJ)
                tokens[i].relation = RELATION_OBJ;
        }
}

static bool brackets__has_finite_auxiliary(const struct document *document, uint32_t verb, uint32_t first)
{
    const struct token *const tokens = document->tokens;
    for (uint32_t i = first; i < verb; i++)
        if (tokens[i].head == verb && brackets__is_auxiliary(&tokens[i]) && tokens[i].morphology.verb_form == VERB_FORM_FIN)
            return true;
    return false;
}

/* "hat die Hilfe ausgesetzt und die Rebellen, die …, aufgefordert": of two participles of one auxiliary, a conjunction behind the first, that
 * is the head. */
static void brackets__first_participle(struct document *document, uint32_t second)
{
    struct token *const tokens = document->tokens;
    const struct token_range sentence = document->sentences[tokens[second].sentence].tokens;
    if (tokens[second].upos != UPOS_VERB || tokens[second].morphology.verb_form != VERB_FORM_PART_PERF)
        return;
    for (uint32_t first = sentence.first; first + 1 < second; first++) {
        if (tokens[first].head != second || tokens[first].upos != UPOS_VERB || tokens[first].morphology.verb_form != VERB_FORM_PART_PERF ||
            tokens[first].relation == RELATION_CONJ || tokens[first + 1].upos != UPOS_CCONJ || tokens[first].relation == RELATION_ACL ||
            !brackets__has_finite_auxiliary(document, first, sentence.first) || brackets__has_finite_auxiliary(document, second, sentence.first))
            continue;
        for (uint32_t i = sentence.first; i < first; i++)
            if (tokens[i].head == second)
                tokens[i].head = first;
        tokens[first].head = tokens[second].head;
        tokens[first].relation = tokens[second].relation;
        tokens[second].head = first;
        tokens[second].relation = RELATION_CONJ;
        tokens[first + 1].head = second;
        tokens[first + 1].relation = RELATION_CC;
        struct sentence *const whole = &document->sentences[tokens[second].sentence];
        if (whole->root == second)
            whole->root = first;
        return;
    }
}

/* "forderte die Leute auf zu gehen und drohte": a finite verb is no conjunct of an infinitive, but of the verb that governs it. */
static void brackets__finite_conjunct(struct document *document, uint32_t verb)
{
    struct token *const tokens = document->tokens;
    const uint32_t infinitive = tokens[verb].head;
    if (tokens[verb].upos != UPOS_VERB || tokens[verb].morphology.verb_form != VERB_FORM_FIN || tokens[verb].relation != RELATION_CONJ ||
        infinitive >= verb || !brackets__has_zu(document, infinitive))
        return;
    const uint32_t governor = brackets__governor(document, infinitive);
    if (governor != DOCUMENT_NONE && governor < infinitive && tokens[governor].morphology.verb_form == VERB_FORM_FIN)
        tokens[verb].head = governor;
}

/* "wird empfangen" can be future, "wurde empfangen" cannot. */
static bool brackets__may_be_participle(const struct token *token, const struct morphology *auxiliary)
{
    const bool past = auxiliary->mood == MOOD_IND && auxiliary->tense == TENSE_PAST;
    if (token->upos != UPOS_VERB || (token->morphology.verb_form == VERB_FORM_INF && !past))
        return false;
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_VERB && token->analyses[i].morphology.verb_form == VERB_FORM_PART_PERF)
            return true;
    return false;
}

static void brackets__make_passive(struct document *document, uint32_t auxiliary, struct token_range sentence)
{
    struct token *const tokens = document->tokens;
    const uint32_t verb = tokens[auxiliary].head;
    for (uint32_t i = sentence.first; i < sentence.first + sentence.count; i++)              /* "wird geliefert haben", "wird Panzer" */
        if (tokens[i].head == verb && i != auxiliary && (tokens[i].relation == RELATION_OBJ || brackets__is_auxiliary(&tokens[i])))
            return;
    tokens[auxiliary].relation = RELATION_AUX_PASS;
    tokens[verb].morphology = (struct morphology){.verb_form = VERB_FORM_PART_PERF};
    for (uint32_t i = sentence.first; i < sentence.first + sentence.count; i++)
        if (tokens[i].head == verb && tokens[i].relation == RELATION_NSUBJ)
            tokens[i].relation = RELATION_NSUBJ_PASS;
}

static void brackets__passives(struct document *document, const struct constructions *constructions, struct token_range sentence)
{
    const struct token *const tokens = document->tokens;
    for (uint32_t i = sentence.first; i < sentence.first + sentence.count; i++)
        if (brackets__is_auxiliary(&tokens[i]) && tokens[i].relation != RELATION_COP && tokens[i].morphology.verb_form == VERB_FORM_FIN &&
            tokens[i].head < document->token_count && constructions_makes_passive(constructions, &tokens[i]) &&
            brackets__may_be_participle(&tokens[tokens[i].head], &tokens[i].morphology))
            brackets__make_passive(document, i, sentence);
}

/* Has the clause a subject or object between the noun and its verb, and only singular ones? */
static bool brackets__is_singular(const struct document *document, uint32_t noun, uint32_t verb)
{
    const struct token *const tokens = document->tokens;
    bool any = false;
    for (uint32_t i = noun + 1; i < verb; i++) {
        if (tokens[i].head != verb || (tokens[i].relation != RELATION_NSUBJ && tokens[i].relation != RELATION_OBJ))
            continue;
        if (tokens[i].morphology.number != NUMBER_SING || (tokens[i].relation == RELATION_NSUBJ && tokens[i].upos == UPOS_PRON))
            return false;
        any = true;
    }
    return any;
}

static bool brackets__may_be_plural(const struct token *noun)
{
    for (size_t i = 0; i < noun->analysis_count; i++)
        if (noun->analyses[i].word_class == WORD_NOUN && noun->analyses[i].morphology.number == NUMBER_PLUR &&
            noun->analyses[i].morphology.grammatical_case == CASE_NOM)
            return noun->upos == UPOS_NOUN;
    return false;
}

/* Hangs any subject on this verb? */
static bool brackets__has_subject(const struct document *document, uint32_t verb, struct token_range sentence)
{
    const struct token *const tokens = document->tokens;
    for (uint32_t i = sentence.first; i < sentence.first + sentence.count; i++)
        if (tokens[i].head == verb && (tokens[i].relation == RELATION_NSUBJ || tokens[i].relation == RELATION_NSUBJ_PASS ||
                                       tokens[i].relation == RELATION_EXPL || tokens[i].relation == RELATION_CSUBJ ||
                                       tokens[i].relation == RELATION_CCOMP))
            return true;
    return false;
}

/* The first word behind the sentence's nominal head and what belongs to its name. */
static uint32_t brackets__behind_name(const struct document *document, uint32_t noun)
{
    const struct token *const tokens = document->tokens;
    uint32_t at = noun + 1;
    while (at < document->token_count && (tokens[at].relation == RELATION_FLAT || tokens[at].relation == RELATION_APPOS) &&
           tokens[at].head >= noun && tokens[at].head < at)
        at++;
    return at;
}

/* "Minister S. Singh wurde von Putin empfangen": a name that the parser makes the sentence's head, right before a finite verb whose
 * clause it hangs on the name, is the clause's subject. */
static void brackets__name_before_verb(struct document *document, struct token_range sentence)
{
    struct token *const tokens = document->tokens;
    uint32_t name = sentence.first;
    const uint32_t end = sentence.first + sentence.count;
    while (name < end && tokens[name].relation != RELATION_ROOT)
        name++;
    if (name >= end || tokens[name].upos != UPOS_PROPN)
        return;
    const uint32_t finite = brackets__behind_name(document, name);
    if (finite >= end || tokens[finite].morphology.verb_form != VERB_FORM_FIN)
        return;
    const uint32_t verb = brackets__is_auxiliary(&tokens[finite]) ? tokens[finite].head : finite;
    if (verb >= end || tokens[verb].head != name || brackets__has_subject(document, verb, sentence))
        return;
    tokens[verb].head = tokens[name].head;
    tokens[verb].relation = RELATION_ROOT;
    tokens[name].head = verb;
    tokens[name].relation = RELATION_NSUBJ;
}

static bool brackets__is_plural_last(const struct document *document, uint32_t verb)
{
    const struct morphology *const m = &document->tokens[verb].morphology;
    return m->verb_form == VERB_FORM_FIN && m->number == NUMBER_PLUR && brackets__is_comma(document, verb + 1);
}

/* "Als Kämpfer die Stadt einnahmen, …": what the parser takes for a preposition opens a clause, whose subject is the noun. */
static void brackets__open_clause(struct document *document, const struct constructions *constructions, uint32_t opener)
{
    struct token *const tokens = document->tokens;
    const uint32_t noun = tokens[opener].head;
    if (tokens[opener].relation != RELATION_CASE || !constructions_opens_clause(constructions, &tokens[opener]) ||
        noun >= document->token_count || tokens[noun].relation != RELATION_OBL || !brackets__may_be_plural(&tokens[noun]))
        return;
    const uint32_t verb = tokens[noun].head;
    if (verb <= noun || verb >= document->token_count || !brackets__is_plural_last(document, verb) || !brackets__is_singular(document, noun, verb))
        return;
    for (uint32_t i = noun + 1; i < verb; i++)
        if (tokens[i].head == verb && tokens[i].relation == RELATION_NSUBJ)
            tokens[i].relation = RELATION_OBJ;
    tokens[noun].relation = RELATION_NSUBJ;
    tokens[noun].morphology.grammatical_case = CASE_NOM;
    tokens[noun].morphology.number = NUMBER_PLUR;
    tokens[opener].head = verb;
    tokens[opener].relation = RELATION_MARK;
    tokens[opener].upos = UPOS_SCONJ;
}

void brackets_settle(struct document *document, const struct constructions *constructions)
{
    for (size_t i = 0; i < document->sentence_count; i++) {
        brackets__name_before_verb(document, document->sentences[i].tokens);
        brackets__sentence(document, constructions, document->sentences[i].tokens);
        brackets__passives(document, constructions, document->sentences[i].tokens);
    }
    for (uint32_t token = 0; token < document->token_count; token++) {
        brackets__free_noun(document, token);
        brackets__free_particle(document, token);
        brackets__open_infinitive(document, token);
        brackets__finite_conjunct(document, token);
        brackets__first_participle(document, token);
    }
    for (uint32_t token = 0; token < document->token_count; token++)
        brackets__open_clause(document, constructions, token);
}
