/* event/arguments_voice.c: is a verb passive? Participles that look like finite verbs, auxiliaries that stand with another conjunct or were
 * hung on the wrong verb. */
#include "event/arguments.h"

#include "lexicon/lexicon.h"
#include "parse/tree.h"

/* "der Mann, den London der Spionage verdächtigt": a clause of the noun that a word like an article opens, which no participle has. */
static bool arguments__is_opened_by_pronoun(const struct scene *scene, uint32_t verb)
{
    const uint32_t first = tree_subtree(scene->document, verb).first + 1;
    return arguments_token(scene, verb)->relation == RELATION_ACL && first < verb && arguments_token(scene, first - 1)->upos == UPOS_PUNCT &&
           first + 1 < scene->document->token_count && arguments_token(scene, first + 1)->upos == UPOS_PROPN &&
           arguments_may_be_relative(scene, first);
}

/* "Im Mai genehmigt die Regierung Ausfuhren": a finite verb that looks like its participle. */
static bool arguments__is_finite_homonym(const struct scene *scene, uint32_t verb)
{
    return lexicon_may_be_verb(arguments_token(scene, verb), VERB_FORM_FIN) &&
           (tree_child(scene->document, verb, RELATION_NSUBJ) != DOCUMENT_NONE || arguments__is_opened_by_pronoun(scene, verb));
}

/* "Sie habe Stellungen angegriffen", where the parser made "sie" the subject of a passive: beside an accusative and without a passive
 * auxiliary it is an active clause. */
static bool arguments__has_active_object(const struct scene *scene, uint32_t verb)
{
    const struct document *const document = scene->document;
    const uint32_t object = tree_child(document, verb, RELATION_OBJ);
    return tree_child(document, verb, RELATION_AUX_PASS) == DOCUMENT_NONE && tree_child(document, verb, RELATION_AUX) != DOCUMENT_NONE &&
           object != DOCUMENT_NONE && arguments_token(scene, object)->morphology.grammatical_case == CASE_ACC;
}

/* "die den Präsidenten gestürzt und geputscht hatten": in a clause whose verb stands last, the auxiliary of all stands with the last
 * conjunct. DOCUMENT_NONE: it has one itself, or there is none. */
uint32_t arguments_conjunct_with_auxiliary(const struct scene *scene, uint32_t verb)
{
    const struct document *const document = scene->document;
    if (arguments_token(scene, verb)->morphology.verb_form != VERB_FORM_PART_PERF || tree_finite(document, verb) != DOCUMENT_NONE)
        return DOCUMENT_NONE;
    for (uint32_t next = tree_next_conjunct(document, verb); next != DOCUMENT_NONE; next = tree_next_conjunct(document, next))
        if (arguments_token(scene, next)->morphology.verb_form == VERB_FORM_PART_PERF && tree_finite(document, next) != DOCUMENT_NONE &&
            tree_finite(document, next) > next)
            return next;
    return DOCUMENT_NONE;
}

bool arguments_is_done(const struct scene *scene, uint32_t verb)
{
    const uint32_t auxiliary = tree_child(scene->document, verb, RELATION_AUX_PASS);
    const char *const lemma = auxiliary == DOCUMENT_NONE ? NULL : arguments_token(scene, auxiliary)->lemma;
    return knowledge_is_passive(scene->knowledge, lemma);
}

bool arguments_is_passive(const struct scene *scene, uint32_t verb)
{
    const struct token *const word = arguments_token(scene, verb);
    const uint32_t last = arguments_conjunct_with_auxiliary(scene, verb);
    if (word->morphology.verb_form == VERB_FORM_FIN && !lexicon_may_be_verb(word, VERB_FORM_PART_PERF))
        return false;                                                    /* whatever auxiliary was hung on it */
    if (last != DOCUMENT_NONE && !scene->participle[verb] && tree_child(scene->document, verb, RELATION_AUX_PASS) == DOCUMENT_NONE)
        return tree_is_passive(scene->document, last);
    if (scene->participle[verb])                                         /* but "die vorgerückten Truppen" */
        return scene->participle[verb] == VERB_FORM_PART_PERF && !knowledge_is_intransitive(scene->knowledge, scene->verb_lemma[verb]);
    if (tree_is_passive(scene->document, verb))
        return !arguments__has_active_object(scene, verb) &&
               (!knowledge_is_intransitive(scene->knowledge, scene->verb_lemma[verb]) || arguments_is_done(scene, verb));
    if (word->relation == RELATION_XCOMP && tree_child(scene->document, verb, RELATION_OBJ) != DOCUMENT_NONE)
        return false;                                                    /* "hatten, wie X schrieb, eine Ladung beschlagnahmt" */
    /* A bare participle after its noun ("Raketen, geliefert von …", headlines): no auxiliary at all ("geliefert zu haben" has one). */
    return word->morphology.verb_form == VERB_FORM_PART_PERF && tree_finite(scene->document, verb) == DOCUMENT_NONE &&
           tree_child(scene->document, verb, RELATION_AUX) == DOCUMENT_NONE && !arguments__is_finite_homonym(scene, verb);
}
