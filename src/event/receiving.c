/* event/receiving.c: parsers hang the participle below the auxiliary ("bekam … geliefert"), or the auxiliary below the participle ("hat …
 * geliefert bekommen"). Subject of the whole is whom the active clause has in the dative, the phrase with "von" is who acts. */
#include "event/receiving.h"

#include "lexicon/lexicon.h"
#include "parse/tree.h"

static bool receiving__is_auxiliary(const struct scene *scene, uint32_t token)
{
    return scene->verb_lemma[token] && knowledge_is_receiving(scene->knowledge, scene->verb_lemma[token]);
}

/* A participle without an auxiliary of its own; that of "überlassen" looks like the infinitive. */
static bool receiving__is_participle(const struct scene *scene, uint32_t token)
{
    const struct token *const word = arguments_token(scene, token);
    return word->upos == UPOS_VERB && lexicon_may_be_verb(word, VERB_FORM_PART_PERF) && tree_child(scene->document, token, RELATION_MARK) == DOCUMENT_NONE &&
           tree_child(scene->document, token, RELATION_AUX_PASS) == DOCUMENT_NONE;
}

/* Do the two stand together: the participle last in the clause of its finite auxiliary, or right before its auxiliary? */
static bool receiving__is_pair(const struct scene *scene, uint32_t auxiliary, uint32_t participle)
{
    const struct token *const word = arguments_token(scene, auxiliary);
    if (!receiving__is_auxiliary(scene, auxiliary) || !receiving__is_participle(scene, participle))
        return false;
    if (auxiliary == participle + 1)
        return word->morphology.verb_form != VERB_FORM_FIN || arguments_token(scene, participle)->relation == RELATION_XCOMP;
    if (auxiliary > participle || word->morphology.verb_form != VERB_FORM_FIN)
        return false;
    for (uint32_t at = auxiliary + 1; at <= participle; at++)
        if (arguments_token(scene, at)->upos == UPOS_PUNCT || arguments_token(scene, at)->upos == UPOS_CCONJ)
            return false;
    return tree_child(scene->document, participle, RELATION_AUX) == DOCUMENT_NONE;
}

uint32_t receiving_participle(const struct scene *scene, uint32_t auxiliary)
{
    const struct document *const document = scene->document;
    const uint32_t head = tree_head(document, auxiliary);
    if (!receiving__is_auxiliary(scene, auxiliary))
        return DOCUMENT_NONE;
    if (head != DOCUMENT_NONE && receiving__is_pair(scene, auxiliary, head))
        return head;
    for (uint32_t child = tree_first_child(document, auxiliary); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (receiving__is_pair(scene, auxiliary, child))
            return child;
    return DOCUMENT_NONE;
}

static uint32_t receiving__auxiliary(const struct scene *scene, uint32_t participle)
{
    const struct document *const document = scene->document;
    const uint32_t head = tree_head(document, participle);
    if (head != DOCUMENT_NONE && receiving__is_pair(scene, head, participle))
        return head;
    for (uint32_t child = tree_first_child(document, participle); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (receiving__is_pair(scene, child, participle))
            return child;
    return DOCUMENT_NONE;
}

uint32_t receiving_arguments(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const uint32_t auxiliary = receiving__auxiliary(scene, verb);
    struct arguments found = {.count = 0};
    if (auxiliary == DOCUMENT_NONE)
        return DOCUMENT_NONE;
    arguments_own(scene, verb, false, &found);
    arguments_own(scene, auxiliary, false, &found);
    for (size_t i = 0; i < found.count; i++) {
        struct argument argument = found.items[i];
        const bool agent = argument.slot.function == FUNCTION_PP &&
                           (knowledge_preposition(scene->knowledge, argument.slot.preposition) & PREPOSITION_AGENT);
        if (argument.token == verb || argument.token == auxiliary)
            continue;
        const enum frame_function function = argument.slot.function == FUNCTION_NOM                ? FUNCTION_DAT
                                             : agent                                               ? FUNCTION_NOM
                                             : argument.slot.function == FUNCTION_DAT              ? FUNCTION_AKK
                                                                                                   : argument.slot.function;
        arguments_add(scene, arguments, function, agent ? NULL : argument.slot.preposition, argument.token, argument.weak);
    }
    return auxiliary;
}
