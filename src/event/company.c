/* event/company.c: others that are told with a party: the whole of which a number is a part, examples, who is joined by "neben … auch". */
#include "event/company.h"

#include "parse/tree.h"

#include <string.h>

enum { EXAMPLE_AT_MOST = 8 };           /* words between a noun and the first of its examples */

/* Stands it for a noun, as none of a noun's own words? */
static bool company__is_quantifier(const struct token *word)
{
    const enum relation relation = word->relation;
    if (relation == RELATION_DET || relation == RELATION_DET_POSS || relation == RELATION_AMOD || relation == RELATION_NUMMOD)
        return false;
    return word->upos == UPOS_NUM || word->upos == UPOS_DET || word->upos == UPOS_PRON || word->upos == UPOS_ADJ;
}

uint32_t company_whole(const struct scene *scene, uint32_t part)
{
    const struct document *const document = scene->document;
    if (!company__is_quantifier(&document->tokens[part]) || scene->mention[part] != DOCUMENT_NONE || arguments_may_be_relative(scene, part))
        return DOCUMENT_NONE;        /* but "…, die von Polen bezahlt wurden" */
    for (uint32_t child = tree_first_child(document, part); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (child > part && document->tokens[child].relation == RELATION_NMOD && scene->mention[child] != DOCUMENT_NONE &&
            (arguments_preposition(scene, child) ? knowledge_is_von(scene->knowledge, arguments_preposition(scene, child))
                                                 : document->tokens[child].morphology.grammatical_case == CASE_GEN))
            return child;
    const uint32_t next = part + 1;                                                   /* "zwei von ihnen", where the parse hangs it on the verb */
    const uint32_t noun = next < document->token_count && document->tokens[next].relation == RELATION_CASE ? tree_head(document, next) : DOCUMENT_NONE;
    return noun != DOCUMENT_NONE && noun > next && knowledge_is_von(scene->knowledge, arguments_preposition(scene, noun)) ? noun : DOCUMENT_NONE;
}

/* "darunter", "unter ihnen": the word behind it, DOCUMENT_NONE: it opens no examples. */
static uint32_t company__behind_opener(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    if (token + 1 >= document->token_count || !knowledge_is_example(scene->knowledge, arguments_lemma(scene, token)))
        return DOCUMENT_NONE;
    if (document->tokens[token].upos != UPOS_ADP)
        return token + 1;
    return document->tokens[token + 1].upos == UPOS_PRON ? token + 2 : DOCUMENT_NONE;
}

/* Someone of a country from that word on, before the next clause or verb. */
static uint32_t company__named_from(const struct scene *scene, uint32_t token, uint32_t sentence)
{
    const struct document *const document = scene->document;
    for (uint32_t at = token; at < document->token_count && at < token + EXAMPLE_AT_MOST && document->tokens[at].sentence == sentence; at++) {
        const struct token *const word = &document->tokens[at];
        if (scene->verb_lemma[at] || word->upos == UPOS_PUNCT || word->upos == UPOS_CCONJ)
            return DOCUMENT_NONE;
        const uint32_t mention = arguments_is_noun(scene, at) ? document->token_mention[at] : DOCUMENT_NONE;
        if (mention != DOCUMENT_NONE && document->entities[document->mentions[mention].entities[0]].code[0])
            return at;
    }
    return DOCUMENT_NONE;
}

uint32_t company_example(const struct scene *scene, uint32_t noun)
{
    const struct document *const document = scene->document;
    const uint32_t sentence = document->tokens[noun].sentence;
    for (uint32_t at = noun + 1; at + 1 < document->token_count && at < noun + EXAMPLE_AT_MOST && document->tokens[at].sentence == sentence; at++) {
        if (document->tokens[at].upos != UPOS_PUNCT)
            continue;
        const uint32_t first = company__behind_opener(scene, at + 1);
        return first == DOCUMENT_NONE ? DOCUMENT_NONE : company__named_from(scene, first, sentence);
    }
    return DOCUMENT_NONE;
}

bool company_is_example(const struct scene *scene, uint32_t token)
{
    uint32_t first = tree_subtree(scene->document, token).first;
    if (first < token && scene->document->tokens[first].upos == UPOS_PUNCT)
        first++;
    const uint32_t behind = first < token ? company__behind_opener(scene, first) : DOCUMENT_NONE;
    return behind != DOCUMENT_NONE && behind <= token;
}

bool company_is_bracketed(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    return token > 1 && token + 1 < document->token_count && document->tokens[token].upos == UPOS_PROPN &&
           document->tokens[token - 1].upos == UPOS_PUNCT && strcmp(document->tokens[token - 1].form, "(") == 0 &&
           strcmp(document->tokens[token + 1].form, ")") == 0 && arguments_is_noun(scene, token - 2);
}

uint32_t company_torn_conjunct(const struct scene *scene, uint32_t noun)
{
    const struct document *const document = scene->document;
    uint32_t at = noun + 2;
    if (at + 3 >= document->token_count || document->tokens[noun + 1].upos != UPOS_CCONJ)
        return DOCUMENT_NONE;
    if (document->tokens[at].upos != UPOS_ADP)                                       /* "und die von ihm" */
        at++;
    const enum upos pronoun = document->tokens[at + 1].upos;
    if (document->tokens[at].upos != UPOS_ADP || (pronoun != UPOS_PRON && pronoun != UPOS_DET) || !scene->verb_lemma[at + 2])
        return DOCUMENT_NONE;
    at += 3;
    while (at + 1 < document->token_count && document->tokens[at].upos == UPOS_ADJ)
        at++;
    return document->tokens[at].sentence == document->tokens[noun].sentence && arguments_is_noun(scene, at) && document->token_mention[at] != DOCUMENT_NONE
               ? at : DOCUMENT_NONE;
}

/* Does a word like "auch" stand right before the phrase or open it? */
static bool company__is_added(const struct scene *scene, uint32_t token)
{
    const uint32_t first = tree_subtree(scene->document, token).first;
    return knowledge_is_joining(scene->knowledge, arguments_lemma(scene, first)) ||
           (first > 0 && knowledge_is_joining(scene->knowledge, arguments_lemma(scene, first - 1)));
}

/* "zusammen mit Polen"; but "übten gemeinsam im Pazifik" */
static bool company__is_together(const struct scene *scene, const struct argument *argument)
{
    const uint32_t preposition = tree_preposition(scene->document, argument->token);
    return argument->slot.function == FUNCTION_PP && preposition != DOCUMENT_NONE && preposition > 0 &&
           (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_COMPANY) &&
           knowledge_is_together(scene->knowledge, arguments_lemma(scene, preposition - 1));
}

void company_join(const struct scene *scene, struct arguments *arguments)
{
    const size_t count = arguments->count;
    const size_t subject = arguments_strong(arguments, FUNCTION_NOM);
    for (size_t i = 0; i < count; i++) {
        const struct argument joined = arguments->items[i];
        if (subject != SIZE_MAX && scene->mention[joined.token] != DOCUMENT_NONE && scene->mention[arguments->items[subject].token] != DOCUMENT_NONE &&
            company__is_together(scene, &joined))
            arguments_add(scene, arguments, FUNCTION_NOM, NULL, joined.token, false);
        if (joined.slot.function != FUNCTION_PP || joined.weak || scene->mention[joined.token] == DOCUMENT_NONE ||
            !(knowledge_preposition(scene->knowledge, joined.slot.preposition) & PREPOSITION_JOINING))
            continue;
        for (size_t j = 0; j < count; j++) {
            const struct argument *const added = &arguments->items[j];
            if (j != i && !added->weak && arguments_is_noun(scene, added->token) && company__is_added(scene, added->token)) {
                arguments_add(scene, arguments, added->slot.function, added->slot.preposition, joined.token, false);
                break;
            }
        }
    }
}
