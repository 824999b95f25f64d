/* event/subject.c: subjects that stand elsewhere: that of the first conjunct, of the governing verb (verbs of event/controls.tsv hand down
 * their object), the noun that a participle or relative clause belongs to, the one who has it done ("ließ … verhaften"). Subjects
 * that the parser confused with objects: event/subject_object.c. */
#include "event/subject.h"

#include "parse/tree.h"

#include <string.h>

enum { SUBJECT_DEEPEST = 4 };            /* infinitives below each other whose subject is looked for */

/* "verdächtigt Nordkorea, Raketen geliefert zu haben": the object between verb and comma that the parser hung below the infinitive. */
static uint32_t subject__before_comma(const struct scene *scene, uint32_t verb)
{
    const struct document *const document = scene->document;
    const struct token_range sentence = document->sentences[arguments_token(scene, verb)->sentence].tokens;
    for (uint32_t at = verb + 1; at < sentence.first + sentence.count && arguments_token(scene, at)->upos != UPOS_PUNCT; at++)
        if (arguments_is_noun(scene, at) && scene->mention[at] != DOCUMENT_NONE && !arguments_preposition(scene, at) &&
            tree_head(document, at) != verb)
            return at;
    return DOCUMENT_NONE;
}

/* The one of whom an infinitive below governor is told. */
static uint32_t subject__controller(const struct scene *scene, uint32_t governor, unsigned depth)
{
    const struct document *const document = scene->document;
    struct arguments above = {.count = 0};
    if (governor == DOCUMENT_NONE || depth == SUBJECT_DEEPEST)
        return DOCUMENT_NONE;
    if (!scene->verb_lemma[governor]) {
        const uint32_t subject = arguments_antecedent(scene, tree_subject(document, governor));
        return subject != DOCUMENT_NONE ? subject : subject__controller(scene, tree_governing_clause(document, governor), depth + 1);
    }
    const bool passive = arguments_is_passive(scene, governor);
    arguments_own(scene, governor, passive, &above);
    arguments_bare_names(scene, governor, &above);
    const enum frame_function wanted = knowledge_control(scene->knowledge, scene->verb_lemma[governor]);
    for (size_t i = 0; i < above.count; i++)
        if (above.items[i].slot.function == wanted)
            return above.items[i].token;
    if (wanted != FUNCTION_NOM && !passive)
        return subject__before_comma(scene, governor);
    const uint32_t subject = arguments_antecedent(scene, tree_subject(document, governor));
    if (subject != DOCUMENT_NONE)
        return subject;
    const enum relation relation = arguments_token(scene, governor)->relation;
    return relation == RELATION_XCOMP || relation == RELATION_ADVCL
               ? subject__controller(scene, tree_head(document, governor), depth + 1) : DOCUMENT_NONE;
}

uint32_t subject_first_of_coordination(const struct scene *scene, uint32_t verb)
{
    uint32_t first = verb;
    while (arguments_token(scene, first)->relation == RELATION_CONJ && tree_head(scene->document, first) != DOCUMENT_NONE &&
           scene->verb_lemma[tree_head(scene->document, first)])
        first = tree_head(scene->document, first);
    return first;
}

/* "X erklärte, man verdächtige Y, … geschickt zu haben": a verb between the governor and the infinitive that hands down its object has it. */
static uint32_t subject__governor(const struct scene *scene, uint32_t infinitive, uint32_t governor)
{
    for (uint32_t at = infinitive; governor != DOCUMENT_NONE && governor < infinitive && at-- > governor + 1;)
        if (scene->verb_lemma[at] && tree_finite(scene->document, at) == at &&
            knowledge_control(scene->knowledge, scene->verb_lemma[at]) != FUNCTION_NOM)
            return at;
    return governor;
}

/* "die den Präsident gestürzt und geputscht hatten": where the first conjunct's subject does not agree with the verb, its object is it. */
static uint32_t subject__of_exchanged(const struct scene *scene, uint32_t verb, uint32_t first, uint32_t subject)
{
    const uint32_t object = arguments_antecedent(scene, tree_child(scene->document, first, RELATION_OBJ));
    return object != DOCUMENT_NONE && subject_fits_finite(scene, verb, object) && arguments_may_be(scene, object, CASE_NOM) ? object : subject;
}

/* The subject of a verb's own clause, where the parser confused it with an object: "Die Armee warf Präsident Mursi Verrat vor und …". */
static uint32_t subject__corrected(const struct scene *scene, uint32_t verb, uint32_t subject)
{
    struct arguments own = {.count = 0};
    arguments_own(scene, verb, false, &own);
    subject_among_two(scene, verb, &own);
    for (size_t i = 0; i < own.count; i++)
        if (own.items[i].slot.function == FUNCTION_NOM && !own.items[i].weak)
            return own.items[i].token;
    return subject;
}

/* "der Beschluss Berlins, eine Brigade zu verlegen": whose the noun is does what its infinitive tells. DOCUMENT_NONE: nobody is told. */
static uint32_t subject__owner_of_noun(const struct scene *scene, uint32_t noun)
{
    const struct document *const document = scene->document;
    if (!arguments_is_noun(scene, noun))
        return DOCUMENT_NONE;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const enum relation relation = arguments_token(scene, child)->relation;
        if (scene->mention[child] != DOCUMENT_NONE && !arguments_preposition(scene, child) &&
            (relation == RELATION_NMOD || relation == RELATION_DET_POSS || relation == RELATION_AMOD))
            return child;
    }
    return DOCUMENT_NONE;
}

/* The subject that stands elsewhere. */
static uint32_t subject__elsewhere(const struct scene *scene, uint32_t verb)
{
    const struct document *const document = scene->document;
    const uint32_t first = subject_first_of_coordination(scene, verb), own = arguments_antecedent(scene, tree_subject(document, verb));
    const bool shared = own != DOCUMENT_NONE && first != verb && tree_child(document, verb, RELATION_NSUBJ) == DOCUMENT_NONE && !arguments_is_passive(scene, first);
    const uint32_t subject = shared ? subject__corrected(scene, first, own) : own;
    if (subject != DOCUMENT_NONE)
        return first == verb || subject_fits_finite(scene, verb, subject) ? subject : subject__of_exchanged(scene, verb, first, subject);
    const struct token *const word = arguments_token(scene, first);
    const uint32_t head = tree_head(document, first);
    if (head == DOCUMENT_NONE)
        return DOCUMENT_NONE;
    if (scene->participle[first] && word->relation == RELATION_AMOD)
        return head;
    if (tree_finite(document, first) != DOCUMENT_NONE && tree_finite(document, first) != first &&
        word->relation != RELATION_XCOMP)
        return DOCUMENT_NONE;
    if (word->relation == RELATION_ACL && word->morphology.verb_form == VERB_FORM_PART_PERF &&
        tree_child(document, first, RELATION_AUX) == DOCUMENT_NONE)
        return head;
    if (word->relation == RELATION_PARATAXIS && tree_finite(document, first) == first && scene->verb_lemma[head])
        return subject__controller(scene, head, 0);                   /* "X erklärte, er sei …, erkannte das Gericht nicht an" */
    if ((word->relation != RELATION_XCOMP && word->relation != RELATION_ADVCL && word->relation != RELATION_CCOMP && word->relation != RELATION_ACL) ||
        tree_finite(document, first) == first)
        return DOCUMENT_NONE;
    const uint32_t owner = word->relation == RELATION_ACL ? subject__owner_of_noun(scene, head) : DOCUMENT_NONE;
    if (owner != DOCUMENT_NONE)
        return owner;
    const uint32_t governor = subject__governor(scene, first, tree_clause(document, head));
    const bool shares_auxiliary = word->relation == RELATION_XCOMP && word->morphology.verb_form == VERB_FORM_PART_PERF &&
                                  tree_child(document, first, RELATION_AUX) == DOCUMENT_NONE && governor != DOCUMENT_NONE;
    const uint32_t above = shares_auxiliary ? tree_head(document, governor) : DOCUMENT_NONE;
    return subject__controller(scene, above == DOCUMENT_NONE ? governor : tree_clause(document, above), 0);   /* "hatten, wie X schrieb, …" */
}

/* The governing verb by which a subject has this infinitive done, or DOCUMENT_NONE. */
static uint32_t subject__causer(const struct scene *scene, uint32_t verb)
{
    const uint32_t head = arguments_token(scene, verb)->relation == RELATION_XCOMP ? tree_head(scene->document, verb) : DOCUMENT_NONE;
    return head != DOCUMENT_NONE && scene->verb_lemma[head] && knowledge_is_causative(scene->knowledge, scene->verb_lemma[head])
               ? head : DOCUMENT_NONE;
}

void subject_caused(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const uint32_t causer = subject__causer(scene, verb);
    struct arguments above = {.count = 0};
    if (causer == DOCUMENT_NONE)
        return;
    const bool own_object = arguments_has(arguments, FUNCTION_AKK);
    arguments_own(scene, causer, arguments_is_passive(scene, causer), &above);
    if (own_object && arguments_has(&above, FUNCTION_AKK))
        return;                                           /* "ließ die Armee die Stadt angreifen": as any infinitive */
    for (size_t i = 0; i < above.count; i++) {
        const struct argument *const argument = &above.items[i];
        if (argument->token != verb)
            arguments_add(scene, arguments, argument->slot.function, argument->slot.preposition, argument->token, false);
    }
    if (!arguments_has(&above, FUNCTION_NOM))
        arguments_add(scene, arguments, FUNCTION_NOM, NULL, subject__elsewhere(scene, causer), false);
}

static bool subject__may_be_it(const struct scene *scene, uint32_t verb, uint32_t token)
{
    return arguments_is_noun(scene, token) && scene->mention[token] != DOCUMENT_NONE && !arguments_preposition(scene, token) &&
           arguments_may_be(scene, token, CASE_NOM) && subject_fits_finite(scene, verb, token);
}

/* "hatte das Abkommen gekündigt und Kiew gedroht": a later participle that shares the auxiliary shares the subject too. */
static bool subject__is_shared(const struct scene *scene, uint32_t verb)
{
    const uint32_t first = subject_first_of_coordination(scene, verb);
    return first != verb && arguments_token(scene, verb)->morphology.verb_form == VERB_FORM_PART_PERF &&
           tree_child(scene->document, verb, RELATION_AUX) == DOCUMENT_NONE && tree_child(scene->document, first, RELATION_AUX) != DOCUMENT_NONE &&
           tree_child(scene->document, first, RELATION_NSUBJ) != DOCUMENT_NONE;
}

/* A noun before the verb that the parser gave no function: "als Soldaten das Feuer eröffneten". */
static uint32_t subject__without_function(const struct scene *scene, uint32_t verb)
{
    if (tree_finite(scene->document, verb) == DOCUMENT_NONE || subject__is_shared(scene, verb))
        return DOCUMENT_NONE;
    for (uint32_t child = tree_first_child(scene->document, verb); child != DOCUMENT_NONE && child < verb;
         child = tree_next_sibling(scene->document, child)) {
        const struct token *const word = arguments_token(scene, child);
        const bool bare = word->relation == RELATION_OBL &&
                          (arguments_is_bare_name(scene, child) || word->morphology.grammatical_case == CASE_NOM);
        if ((word->relation == RELATION_DISLOCATED || word->relation == RELATION_DEP || bare) && subject__may_be_it(scene, verb, child))
            return child;
    }
    return DOCUMENT_NONE;
}

/* "Er hatte die Macht ergriffen", "Berlin zeigte sich bestürzt", where the parser hung the subject on the auxiliary or the predicate. */
static uint32_t subject__of_other_part(const struct scene *scene, uint32_t verb)
{
    const struct document *const document = scene->document;
    for (uint32_t child = tree_first_child(document, verb); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const struct token *const word = arguments_token(scene, child);
        const bool predicate = word->relation == RELATION_XCOMP && tree_finite(document, child) == DOCUMENT_NONE &&
                               (word->upos == UPOS_ADJ || word->morphology.verb_form == VERB_FORM_PART_PERF);
        const uint32_t subject = predicate || word->relation == RELATION_AUX || word->relation == RELATION_AUX_PASS
                                     ? tree_child(document, child, RELATION_NSUBJ) : DOCUMENT_NONE;
        if (subject != DOCUMENT_NONE)
            return arguments_antecedent(scene, subject);
    }
    return DOCUMENT_NONE;
}

static bool subject__has_nominative_plural(const struct token *word)
{
    for (size_t i = 0; i < word->analysis_count; i++)
        if (word->analyses[i].morphology.grammatical_case == CASE_NOM && word->analyses[i].morphology.number == NUMBER_PLUR)
            return true;
    return false;
}

/* "…, Kämpfer der Miliz hätten geschossen": a bare plural right before its auxiliary or verb that the parser takes for a dative. */
static bool subject__is_bare_plural(const struct scene *scene, uint32_t verb, uint32_t token)
{
    const struct document *const document = scene->document;
    const struct token_range range = tree_subtree(document, token);
    const uint32_t finite = tree_finite(document, verb);
    return arguments_token(scene, token)->upos == UPOS_NOUN && tree_determiner(document, token) == DOCUMENT_NONE &&
           range.first + range.count == finite && arguments_token(scene, finite)->morphology.number == NUMBER_PLUR &&
           subject__has_nominative_plural(arguments_token(scene, token));
}

/* A finite clause has a subject. Where the parser found none, an object that can be one is it: "…, forderte Unterhändler Meier". */
static void subject__among_objects(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    if (tree_finite(scene->document, verb) == DOCUMENT_NONE || arguments_has(arguments, FUNCTION_NOM))
        return;
    for (size_t i = 0; i < arguments->count; i++) {
        struct argument *const argument = &arguments->items[i];
        if (argument->slot.function == FUNCTION_DAT && !argument->weak && subject__is_bare_plural(scene, verb, argument->token)) {
            argument->slot.function = FUNCTION_NOM;
            return;
        }
        if (argument->slot.function != FUNCTION_AKK || argument->weak || !arguments_is_noun(scene, argument->token) ||
            scene->mention[argument->token] == DOCUMENT_NONE || !arguments_may_be(scene, argument->token, CASE_NOM) ||
            (arguments_token(scene, argument->token)->morphology.number == NUMBER_PLUR && !subject_fits_finite(scene, verb, argument->token)))
            continue;
        argument->slot.function = FUNCTION_NOM;
        return;
    }
}

/* "…; Seoul verpflichte sich": what stands between it and the finite verb is that verb's. */
static bool subject__parts_clauses(const struct token *mark)
{
    return mark->upos == UPOS_PUNCT && strcmp(mark->form, ";") == 0;
}

static bool subject__is_named(const struct scene *scene, uint32_t token)
{
    return arguments_is_noun(scene, token) && scene->mention[token] != DOCUMENT_NONE;
}

/* "forderte ein Embargo, Berlin und Rom lehnten das ab": the first of the names between a comma and the finite verb right behind them, where what
 * stands before the comma is no name in a list with them; DOCUMENT_NONE: none. */
static uint32_t subject__behind_comma(const struct scene *scene, uint32_t verb)
{
    const struct document *const document = scene->document;
    const uint32_t begin = document->sentences[arguments_token(scene, verb)->sentence].tokens.first;
    uint32_t first = verb - 1;
    if (verb < begin + 4 || !subject__is_named(scene, first))
        return DOCUMENT_NONE;
    while (first >= begin + 4 && arguments_token(scene, first - 1)->upos == UPOS_CCONJ && subject__is_named(scene, first - 2))
        first -= 2;
    const bool comma = arguments_token(scene, first - 1)->upos == UPOS_PUNCT && strcmp(arguments_token(scene, first - 1)->form, ",") == 0;
    const enum relation relation = arguments_token(scene, first)->relation;
    return comma && first + 1 < verb && (relation == RELATION_CONJ || relation == RELATION_APPOS) && !subject__is_named(scene, first - 2) ? first : DOCUMENT_NONE;
}

bool subject_is_of_next_clause(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    uint32_t verb = token + 1;
    while (verb + 2 < document->token_count && arguments_token(scene, verb)->upos == UPOS_CCONJ && subject__is_named(scene, verb + 1))
        verb += 2;
    if (verb >= document->token_count || arguments_token(scene, verb)->sentence != arguments_token(scene, token)->sentence ||
        arguments_token(scene, verb)->morphology.verb_form != VERB_FORM_FIN)
        return false;
    const uint32_t first = subject__behind_comma(scene, verb);
    return first != DOCUMENT_NONE && first <= token;
}

/* "…, China und Russland lehnten das ab": names right before the finite verb that the parser hung on the verb before them. */
static uint32_t subject__before_finite(const struct scene *scene, uint32_t verb)
{
    const struct document *const document = scene->document;
    if (verb == 0 || arguments_token(scene, verb)->morphology.verb_form != VERB_FORM_FIN || scene->mention[verb - 1] == DOCUMENT_NONE ||
        arguments_token(scene, verb - 1)->sentence != arguments_token(scene, verb)->sentence)
        return DOCUMENT_NONE;
    uint32_t at = verb - 1;
    const uint32_t first = subject__behind_comma(scene, verb);
    if (first != DOCUMENT_NONE)
        return first;
    if (verb >= 2 && subject__parts_clauses(arguments_token(scene, verb - 2)) && arguments_is_noun(scene, at))
        return at;
    for (uint32_t head = tree_head(document, at); head != DOCUMENT_NONE; at = head, head = tree_head(document, head)) {
        if (!arguments_is_noun(scene, at) || arguments_preposition(scene, at))
            return DOCUMENT_NONE;
        if (arguments_token(scene, at)->relation == RELATION_CONJ && scene->verb_lemma[head])
            return head < at ? at : DOCUMENT_NONE;
    }
    return DOCUMENT_NONE;
}

/* "machte die Rebellen verantwortlich", where the parser made them the subject of the predicate. */
static void subject__of_predicate(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    for (uint32_t child = tree_first_child(document, verb); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const bool predicate = arguments_token(scene, child)->relation == RELATION_XCOMP && arguments_token(scene, child)->upos == UPOS_ADJ;
        const uint32_t object = predicate ? tree_child(document, child, RELATION_NSUBJ) : DOCUMENT_NONE;
        if (object != DOCUMENT_NONE && arguments_is_noun(scene, object) && arguments_may_be(scene, object, CASE_ACC))
            arguments_add(scene, arguments, FUNCTION_AKK, NULL, object, false);
    }
}

/* "die Konvention, der das Land beitrat": what is the verb's dative is not its subject too. */
static bool subject__is_dative(const struct arguments *arguments, uint32_t token)
{
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].token == token && arguments->items[i].slot.function == FUNCTION_DAT && !arguments->items[i].weak)
            return true;
    return false;
}

void subject_add(const struct scene *scene, uint32_t verb, bool passive, struct arguments *arguments)
{
    const enum frame_function subject = passive ? FUNCTION_AKK : FUNCTION_NOM;
    if (!passive)
        subject_among_two(scene, verb, arguments);
    if (!arguments_has(arguments, subject))
        arguments_add(scene, arguments, subject, NULL, subject__before_finite(scene, verb), false);
    if (!arguments_has(arguments, subject))
        arguments_add(scene, arguments, subject, NULL, subject__of_other_part(scene, verb), false);
    if (!arguments_has(arguments, subject))
        arguments_add(scene, arguments, subject, NULL, subject__without_function(scene, verb), false);
    if (!arguments_has(arguments, subject)) {
        const uint32_t elsewhere = subject__elsewhere(scene, verb);
        if (!subject__is_dative(arguments, elsewhere))
            arguments_add(scene, arguments, subject, NULL, elsewhere, false);
    }
    if (!arguments_has(arguments, subject))
        arguments_add(scene, arguments, subject, NULL, subject__of_other_part(scene, subject_first_of_coordination(scene, verb)), false);
    if (!passive)
        subject__among_objects(scene, verb, arguments);
    if (!passive && !arguments_has(arguments, FUNCTION_NOM) && arguments_token(scene, verb)->relation == RELATION_ACL &&
        tree_finite(scene->document, verb) != DOCUMENT_NONE)
        arguments_add(scene, arguments, FUNCTION_NOM, NULL, subject__elsewhere(scene, verb), false);
    if (!passive && arguments_has(arguments, FUNCTION_NOM) && !arguments_has(arguments, FUNCTION_AKK))
        subject__of_predicate(scene, verb, arguments);
}
