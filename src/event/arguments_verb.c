/* event/arguments_verb.c: all companions of a verb: what hangs on it (event/arguments.c), its subject (event/subject.c), objects and agents that
 * a conjunct shares or the tree hangs elsewhere, negation, time and predicates.
 */
#include "event/company.h"
#include "event/receiving.h"
#include "event/said.h"
#include "event/subject.h"

#include "parse/tree.h"

/* "keinem Abkommen", "weder dem Abkommen noch …", "niemand". */
static uint32_t arguments__negative_word(const struct scene *scene, uint32_t noun)
{
    const struct token *const word = arguments_token(scene, noun);
    if (knowledge_is_negative(scene->knowledge, word->lemma))
        return noun;
    uint32_t child = tree_first_child(scene->document, noun);
    while (child != DOCUMENT_NONE && !knowledge_is_negative(scene->knowledge, arguments_token(scene, child)->lemma))
        child = tree_next_sibling(scene->document, child);
    return child;
}

/* "liefert keine Waffen mehr", "nicht länger": a second word of the negation, behind it, below the verb, the first or its noun. */
static void arguments__ceasing(const struct scene *scene, uint32_t negation, uint32_t head, struct arguments *arguments)
{
    for (uint32_t child = tree_first_child(scene->document, head); child != DOCUMENT_NONE; child = tree_next_sibling(scene->document, child))
        if (child > negation && arguments_token(scene, child)->relation == RELATION_ADVMOD && knowledge_is_ceasing(scene->knowledge, arguments_token(scene, child)->form))
            arguments_add(scene, arguments, FUNCTION_CEASES, NULL, child, false);
}

/* "nicht" beside the verb, "kein" and the like in what stands with it. */
static void arguments__negation(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    uint32_t negation = tree_negation(scene->document, verb);
    const uint32_t particle = tree_particle(scene->document, verb);
    if (negation == DOCUMENT_NONE && particle != DOCUMENT_NONE)          /* "zeigte sich nicht bereit" */
        negation = tree_negation(scene->document, particle);
    for (size_t i = 0; i < arguments->count && negation == DOCUMENT_NONE; i++) {
        const enum frame_function function = arguments->items[i].slot.function;
        if (function == FUNCTION_PRED)                                  /* "für nicht hinnehmbar" */
            negation = tree_negation(scene->document, arguments->items[i].token);
        if (negation == DOCUMENT_NONE && !arguments->items[i].weak && function != FUNCTION_DASS && function != FUNCTION_INF)
            negation = arguments__negative_word(scene, arguments->items[i].token);
    }
    if (negation == DOCUMENT_NONE && (arguments_token(scene, verb)->constructions & CONSTRUCTION_CAUSED))
        negation = tree_negation(scene->document, tree_head(scene->document, verb));       /* "lässt sich nicht abbringen" */
    if (negation == DOCUMENT_NONE)
        return;
    arguments_add(scene, arguments, FUNCTION_NEG, NULL, negation, false);
    arguments__ceasing(scene, negation, verb, arguments);
    arguments__ceasing(scene, negation, negation, arguments);
    if (tree_head(scene->document, negation) != DOCUMENT_NONE)           /* "keine Hilfe mehr an Ruanda" */
        arguments__ceasing(scene, negation, tree_head(scene->document, negation), arguments);
}

/* "werde antworten", "will antworten": said of what is still to come. */
static void arguments__future(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const uint32_t finite = tree_finite(scene->document, verb);
    if (finite != verb && (scene->document->token_stance[verb].aux & AUX_FUTURE))
        arguments_add(scene, arguments, FUNCTION_FUT, NULL, finite, false);
}

/* "gefährdet den Frieden und ist nicht hinnehmbar": a conjunct with its own copula is none of the verb's companions. */
static bool arguments__is_clause_beside(const struct scene *scene, uint32_t child)
{
    return arguments_token(scene, child)->relation == RELATION_CONJ && tree_child(scene->document, child, RELATION_COP) != DOCUMENT_NONE;
}

/* "nannte das falsch", "als falsch", "reagierte empört"; "nannte dies einen Putsch": the second of two objects. */
static void arguments__predicates(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    size_t objects = 0;
    for (size_t i = 0; i < arguments->count; i++) {
        const struct argument argument = arguments->items[i];
        objects += argument.slot.function == FUNCTION_AKK && !argument.weak;
        if (objects == 2) {
            arguments_add(scene, arguments, FUNCTION_PRED, NULL, argument.token, false);
            break;
        }
    }
    for (uint32_t child = tree_first_child(scene->document, verb); child != DOCUMENT_NONE; child = tree_next_sibling(scene->document, child))
        if (!arguments__is_clause_beside(scene, child) &&
            (arguments_token(scene, child)->upos == UPOS_ADJ ||
             (arguments_token(scene, child)->relation == RELATION_COMPOUND_PRT && scene->particle[verb] == DOCUMENT_NONE) ||
             (arguments_token(scene, child)->relation == RELATION_XCOMP && arguments_is_noun(scene, child))))
            arguments_add(scene, arguments, FUNCTION_PRED, NULL, child, false);
}

/* "seien gestellt und getötet worden": the participle of the passive auxiliary stands with the last conjunct, the finite one with the first. */
static bool arguments__shares_passive(const struct scene *scene, uint32_t first, uint32_t verb)
{
    const uint32_t auxiliary = tree_child(scene->document, verb, RELATION_AUX_PASS);
    return arguments_token(scene, auxiliary)->morphology.verb_form != VERB_FORM_FIN && tree_finite(scene->document, first) != DOCUMENT_NONE &&
           arguments_token(scene, first)->morphology.verb_form == VERB_FORM_PART_PERF;
}

/* "wurde von Soldaten gestellt und getötet": a conjunct that shares its auxiliary shares the agent. */
static void arguments__shared_agent(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const uint32_t first = subject_first_of_coordination(scene, verb);
    struct arguments above = {.count = 0};
    const bool own_auxiliary = tree_child(scene->document, verb, RELATION_AUX_PASS) != DOCUMENT_NONE;
    if (first == verb || arguments_has(arguments, FUNCTION_NOM) ||
        !(own_auxiliary ? arguments__shares_passive(scene, first, verb) : arguments_is_passive(scene, first)))
        return;
    arguments_own(scene, first, true, &above);
    for (size_t i = 0; i < above.count; i++)
        if (above.items[i].slot.function == FUNCTION_NOM)
            arguments_add(scene, arguments, FUNCTION_NOM, NULL, above.items[i].token, false);
}

/* "Clark, der der Regierung Verrat vorwarf": of two articles behind the comma the first is the clause's pronoun. */
static void arguments__pronoun_before_article(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    const uint32_t head = tree_head(document, verb);
    uint32_t first = tree_subtree(document, verb).first;
    if (arguments_token(scene, verb)->relation != RELATION_ACL || tree_finite(document, verb) == DOCUMENT_NONE)
        return;
    if (arguments_token(scene, first)->upos == UPOS_PUNCT)
        first++;
    if (first + 1 >= verb || arguments_token(scene, first)->upos != UPOS_DET || arguments_token(scene, first + 1)->upos != UPOS_DET ||
        tree_head(document, first) != tree_head(document, first + 1) || !arguments_may_be_relative(scene, first))
        return;
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].slot.function == FUNCTION_NOM && scene->mention[arguments->items[i].token] != DOCUMENT_NONE)
            return;
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].slot.function == FUNCTION_NOM)
            arguments->items[i].slot.function = FUNCTION_AKK;
    arguments_add(scene, arguments, FUNCTION_NOM, NULL, head, false);
}

/* "verurteilte und verspottete ihn", rarely the other way: a conjunct without an object shares that of the first; "stoppte und durchsuchte den
 * Tanker": the first that of a verb right behind "und". */
static void arguments__shared_object(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    const uint32_t first = subject_first_of_coordination(scene, verb), next = tree_next_conjunct(document, verb);
    const bool joined = first == verb && next == verb + 2 && scene->verb_lemma[next] && tree_child(document, next, RELATION_CC) == verb + 1;
    const uint32_t object = first != verb ? tree_object(document, first) : joined ? tree_object(document, next) : DOCUMENT_NONE;
    const bool content = arguments_has(arguments, FUNCTION_INF) || arguments_has(arguments, FUNCTION_DASS);      /* "verurteilte den Angriff und erwog zu …" */
    if (object != DOCUMENT_NONE && !content && !arguments_has(arguments, FUNCTION_AKK))
        arguments_add(scene, arguments, FUNCTION_AKK, NULL, arguments_antecedent(scene, object), true);
}

/* "errichteten aufgebrachte Bürger Barrikaden": a noun without article right behind the subject of a verb that lacks an object. */
static void arguments__object_behind_subject(const struct scene *scene, struct arguments *arguments)
{
    size_t subject = 0;
    while (subject < arguments->count && arguments->items[subject].slot.function != FUNCTION_NOM)
        subject++;
    if (subject == arguments->count || arguments_has(arguments, FUNCTION_AKK))
        return;
    const uint32_t noun = arguments->items[subject].token, next = noun + 1;
    if (next >= scene->document->token_count || arguments_token(scene, next)->upos != UPOS_NOUN || arguments_token(scene, next)->head != noun ||
        arguments_token(scene, next)->relation != RELATION_APPOS || arguments_token(scene, next)->morphology.number != NUMBER_PLUR ||
        scene->mention[next] != DOCUMENT_NONE)
        return;
    arguments_add(scene, arguments, FUNCTION_AKK, NULL, next, true);
}

/* Whether the noun hangs on the verb through phrases alone. */
static bool arguments__is_in_phrase_of(const struct scene *scene, uint32_t noun, uint32_t verb)
{
    uint32_t token = tree_head(scene->document, noun);
    while (token != verb && token != DOCUMENT_NONE &&
           (arguments_token(scene, token)->relation == RELATION_NMOD || arguments_token(scene, token)->relation == RELATION_OBL))
        token = tree_head(scene->document, token);
    return token == verb;
}

/* "schickt nach dem Start der Rakete Zerstörer", "verlangte im Gegenzug Kampfjets", "stellt für die Beschaffung von Granaten 30 Millionen Euro bereit": a plural or
 * number without article right behind a phrase is no attribute of its noun, so that it is the object of a verb that lacks one. */
static bool arguments__stands_bare_behind(const struct scene *scene, uint32_t noun)
{
    const struct document *const document = scene->document;
    const struct token *const token = arguments_token(scene, noun);
    const uint32_t first = tree_subtree(document, noun).first;
    if ((token->relation != RELATION_NMOD && token->relation != RELATION_APPOS) || tree_preposition(document, noun) != DOCUMENT_NONE || first == 0 ||
        arguments_token(scene, first - 1)->upos != UPOS_NOUN || tree_determiner(document, noun) != DOCUMENT_NONE)
        return false;
    const bool counted = arguments_token(scene, first)->upos == UPOS_NUM && arguments_is_noun(scene, noun);
    const bool plural = token->upos == UPOS_NOUN && first == noun && token->morphology.number == NUMBER_PLUR;
    const bool goods = token->upos == UPOS_NOUN && first == noun && token->relation == RELATION_APPOS && document->token_item[noun] != DOCUMENT_NONE;
    return counted || (token->relation == RELATION_NMOD && plural && token->head + 1 == noun) || goods;
}

static void arguments__object_behind_phrase(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const struct token_range below = tree_subtree(scene->document, verb);
    if (arguments_has(arguments, FUNCTION_AKK))
        return;
    for (uint32_t noun = verb + 1; noun < below.first + below.count; noun++)
        if (arguments__stands_bare_behind(scene, noun) && arguments__is_in_phrase_of(scene, noun, verb)) {
            arguments_add(scene, arguments, FUNCTION_AKK, NULL, noun, true);
            return;
        }
}

void arguments_of_verb(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    arguments->count = 0;
    arguments->agentless = false;
    const uint32_t receiving = receiving_arguments(scene, verb, arguments);
    const bool passive = receiving == DOCUMENT_NONE && arguments_is_passive(scene, verb);
    if (receiving == DOCUMENT_NONE)
        arguments_own(scene, verb, passive, arguments);
    if (arguments_token(scene, verb)->relation == RELATION_AMOD && !scene->participle[verb])
        arguments_add(scene, arguments, FUNCTION_AKK, NULL, tree_head(scene->document, verb), false);   /* "Polen verlegte Truppen" */
    subject_split(scene, verb, passive, arguments);
    arguments_bare_names(scene, verb, arguments);
    arguments_names_astray(scene, verb, arguments);
    subject_caused(scene, verb, arguments);
    if (!arguments_is_noun(scene, verb) || tree_child(scene->document, verb, RELATION_COP) != DOCUMENT_NONE)      /* "Ein Bruch", sagte er */
        subject_add(scene, verb, passive, arguments);
    if (passive)
        arguments__shared_agent(scene, verb, arguments);
    else
        arguments__pronoun_before_article(scene, verb, arguments);
    const uint32_t first = subject_first_of_coordination(scene, verb);
    if (!passive)
        arguments__shared_object(scene, verb, arguments);
    arguments_run_together(scene, verb, arguments);
    if (receiving != DOCUMENT_NONE)
        arguments_run_together(scene, receiving, arguments);
    if (!passive) {
        subject_by_order(scene, verb, arguments);
        arguments__object_behind_subject(scene, arguments);
        arguments__object_behind_phrase(scene, verb, arguments);
    }
    arguments__predicates(scene, verb, arguments);
    arguments__negation(scene, verb, arguments);
    arguments__future(scene, verb, arguments);
    said_add(scene, verb, arguments);
    arguments_weak_phrases(scene, verb, arguments);
    company_join(scene, arguments);
    arguments->agentless = passive && !arguments_has(arguments, FUNCTION_NOM) && (arguments_is_done(scene, verb) || arguments_is_done(scene, first));
}
