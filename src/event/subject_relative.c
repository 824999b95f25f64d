/* event/subject_relative.c: subject and object of relative clauses and of comments on the clause before ("…, was Peking verurteilte"), by the
 * cases of the pronoun, number and order. */
#include "event/subject.h"

#include "parse/tree.h"

/* The cases, 1 << CASE_…, that the relative pronoun which opens the verb's clause can have for that noun: "der" of a man is a nominative, of a woman
 * a dative. */
static unsigned subject__cases_of_relative(const struct scene *scene, uint32_t verb, uint32_t noun)
{
    const uint32_t begin = tree_subtree(scene->document, verb).first;
    const uint32_t first = begin + (arguments_token(scene, begin)->upos == UPOS_PUNCT);
    const struct token *const pronoun = arguments_token(scene, first), *const word = arguments_token(scene, noun);
    unsigned cases = 0;
    for (size_t i = 0; i < pronoun->analysis_count; i++) {
        const struct morphology *const reading = &pronoun->analyses[i].morphology;
        if (reading->grammatical_case && (!reading->number || !word->morphology.number || reading->number == word->morphology.number) &&
            (reading->number == NUMBER_PLUR || !reading->gender || reading->gender == word->morphology.gender))
            cases |= 1U << reading->grammatical_case;
    }
    return first < verb && word->morphology.gender && (pronoun->upos == UPOS_PRON || pronoun->upos == UPOS_DET) ? cases : 0;
}

/* "Soldaten, die Stellungen angriffen": of two plurals who are told of before is the subject, not what stands without an article. */
static bool subject__is_first_plural(const struct scene *scene, uint32_t verb, uint32_t noun, uint32_t other)
{
    const struct token *const word = arguments_token(scene, other);
    return subject_may_act(scene, noun) && arguments_token(scene, noun)->morphology.number == NUMBER_PLUR && word->upos == UPOS_NOUN &&
           word->morphology.number == NUMBER_PLUR && tree_determiner(scene->document, other) == DOCUMENT_NONE && subject_fits_finite(scene, verb, noun);
}

/* "der Iran, der die Miliz bewaffnet", "die Türkei, der Athen drohte", where the parser took the pronoun for the accusative. */
void subject_of_relative(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const size_t subject = arguments_strong(arguments, FUNCTION_NOM), object = arguments_strong(arguments, FUNCTION_AKK);
    const uint32_t noun = arguments_token(scene, verb)->relation == RELATION_ACL ? tree_head(scene->document, verb) : DOCUMENT_NONE;
    if (noun == DOCUMENT_NONE || subject == SIZE_MAX || object == SIZE_MAX || arguments->items[object].token != noun ||
        !arguments_is_noun(scene, arguments->items[subject].token))
        return;
    const unsigned cases = subject__cases_of_relative(scene, verb, noun);
    if ((cases & 1U << CASE_NOM) && arguments_may_be(scene, arguments->items[subject].token, CASE_ACC) &&
        (cases == 1U << CASE_NOM ? subject_fits_finite(scene, verb, noun)
                                 : subject__is_first_plural(scene, verb, noun, arguments->items[subject].token))) {
        arguments->items[object].slot.function = FUNCTION_NOM;
        arguments->items[subject].slot.function = FUNCTION_AKK;
    } else if ((cases & 1U << CASE_DAT) && !(cases & (1U << CASE_NOM | 1U << CASE_ACC)) && !arguments_has(arguments, FUNCTION_DAT)) {
        arguments->items[object].slot.function = FUNCTION_DAT;
    }
}

/* "…, was Peking verurteilte": of a clause before and a party that can be it the party is the subject. */
void subject_of_comment(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const size_t subject = arguments_strong(arguments, FUNCTION_NOM), object = arguments_strong(arguments, FUNCTION_AKK);
    if (subject == SIZE_MAX || object == SIZE_MAX || !scene->verb_lemma[arguments->items[subject].token] || arguments->items[subject].token > verb ||
        scene->mention[arguments->items[object].token] == DOCUMENT_NONE || !arguments_may_be(scene, arguments->items[object].token, CASE_NOM))
        return;
    arguments->items[subject].slot.function = FUNCTION_AKK;
    arguments->items[object].slot.function = FUNCTION_NOM;
}
