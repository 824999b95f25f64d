/* quantity/relation.c: the words before a number that tell its relation ("mindestens 40", "über 40") and its scope ("weitere 40"; coding guide,
 * section 6). "über" and "unter" are prepositions too ("verhandelten über 40 Kampfjets"): the tree, the case and the governing words tell. */
#include "quantity/counting.h"

#include "parse/tree.h"

#include <string.h>

enum { SCOPE_WORDS_BEFORE = 2 };

static bool relation__is_governor(const struct quantity_finder *finder, uint32_t token)
{
    const struct token *const word = &finder->document->tokens[token];
    const char *const names[] = {word->verb_lemma, word->compound_head, word->lemma};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i] && quantity_word_named(finder->knowledge, names[i], WORDS_GOVERNS))
            return true;
    return false;
}

/* "lieferten Israel über 100 Bomben": a name that shows no case may be who gets them. */
static bool relation__is_bare_name(const struct document *document, uint32_t object)
{
    return document->tokens[object].upos == UPOS_PROPN && tree_child(document, object, RELATION_DET) == DOCUMENT_NONE;
}

/* "Schützenpanzer und über 20.000 Schuss Munition": joined to a subject or object that no preposition opens. */
static bool relation__is_joined(const struct document *document, uint32_t preposition, uint32_t counted)
{
    if (document->tokens[preposition - 1].upos != UPOS_CCONJ && strcmp(document->tokens[preposition - 1].form, ",") != 0)
        return false;
    const enum relation own = document->tokens[counted].relation;
    const uint32_t noun = own == RELATION_CONJ ? counted : tree_head(document, counted);         /* "Schuss" below "Munition" */
    if (noun == DOCUMENT_NONE || document->tokens[noun].relation != RELATION_CONJ)
        return false;
    const uint32_t first = tree_first_conjunct(document, noun);
    const enum relation relation = document->tokens[first].relation;
    return first < preposition && (relation == RELATION_OBJ || relation == RELATION_NSUBJ || relation == RELATION_NSUBJ_PASS) &&
           tree_child(document, first, RELATION_CASE) == DOCUMENT_NONE;
}

/* "lieferte über 100 Panzer", which parsers take for a prepositional phrase: the verb does not govern the preposition and has no other object. */
static bool relation__is_object(const struct quantity_finder *finder, uint32_t counted)
{
    const struct document *const document = finder->document;
    const struct token *const noun = &document->tokens[counted];
    const uint32_t head = tree_head(document, counted);
    if (head == DOCUMENT_NONE || (noun->relation != RELATION_OBL && noun->relation != RELATION_OBJ) || document->tokens[head].upos != UPOS_VERB ||
        noun->morphology.grammatical_case == CASE_DAT || finder->in_time[counted])
        return false;
    const uint32_t object = tree_object(document, head);
    return (object == DOCUMENT_NONE || object == counted || document->tokens[object].morphology.grammatical_case == CASE_DAT || relation__is_bare_name(document, object)) &&
           !relation__is_governor(finder, head);
}

/* "über 100 Menschen starben", "mit über 100 Drohnen", not "verhandelten über 40 Kampfjets". */
static bool relation__is_adverb(const struct quantity_finder *finder, uint32_t preposition, uint32_t counted)
{
    const struct document *const document = finder->document;
    const struct token *const token = &document->tokens[preposition];
    const bool oblique = document->tree && counted != DOCUMENT_NONE && document->tokens[counted].relation == RELATION_OBL &&
                         tree_child(document, counted, RELATION_CASE) == DOCUMENT_NONE && !finder->in_time[counted];
    if (preposition > finder->sentence_first && document->tokens[preposition - 1].upos == UPOS_NOUN && relation__is_governor(finder, preposition - 1))
        return false;                /* "einen Kredit über 500 Millionen Dollar" */
    if ((token->upos == UPOS_ADV && !oblique) || (preposition > finder->sentence_first && document->tokens[preposition - 1].upos == UPOS_ADP))
        return true;
    if (!document->tree || counted == DOCUMENT_NONE)
        return false;
    if (preposition > finder->sentence_first && relation__is_joined(document, preposition, counted))
        return true;
    if (relation__is_object(finder, counted))
        return true;
    const enum relation relation = document->tokens[tree_first_conjunct(document, counted)].relation;
    return relation == RELATION_NSUBJ || relation == RELATION_NSUBJ_PASS ||
           (relation == RELATION_OBJ && token->relation != RELATION_CASE && token->relation != RELATION_ADVMOD);
}

/* Passes over words of scope before a number ("weitere 40", "insgesamt 40"); notes them. */
static uint32_t relation__scope_before(const struct quantity_finder *finder, uint32_t token, struct counting *counting)
{
    for (uint32_t i = 0; i < SCOPE_WORDS_BEFORE && token > finder->sentence_first; i++) {
        uint32_t words = 0;
        const struct quantity_word *word = quantity_word_before(finder->knowledge, finder->document, token, WORDS_ADDITIONAL, &words);
        if (word) {
            counting->additional = word;
        } else {
            word = quantity_word_before(finder->knowledge, finder->document, token, WORDS_CUMULATIVE, &words);
            if (!word)
                break;
        }
        token -= words;
    }
    return token;
}

/* A phrase tells the relation, or a preposition that belongs to the number. */
void quantity_relation_before(const struct quantity_finder *finder, struct counting *counting)
{
    const struct amount *const amount = &counting->amount;
    const struct quantity_knowledge *const knowledge = finder->knowledge;
    uint32_t words = 0, at = amount->first;
    if (at == finder->sentence_first)
        return;
    counting->relation = quantity_word_before(knowledge, finder->document, at, WORDS_BEFORE, &words);
    if (!counting->relation && amount->round)
        counting->relation = quantity_word_before(knowledge, finder->document, at, WORDS_BEFORE_SCALE, &words);
    if (!counting->relation) {
        counting->relation = quantity_word_before(knowledge, finder->document, at, WORDS_EACH, &words);
        counting->each = counting->relation != NULL;
    }
    if (!counting->relation) {
        at = relation__scope_before(finder, at, counting);
        counting->relation = at > finder->sentence_first && at < amount->first
                                 ? quantity_word_before(knowledge, finder->document, at, WORDS_BEFORE, &words) : NULL;
    } else {
        relation__scope_before(finder, at - words, counting);
    }
    if (counting->relation) {
        counting->first = at - words;
        return;
    }
    const struct quantity_word *const preposition =
        at > finder->sentence_first ? quantity_word_before(knowledge, finder->document, at, WORDS_PREPOSITION, &words) : NULL;
    if (preposition && !amount->one && relation__is_adverb(finder, at - words, counting->counted)) {
        counting->relation = preposition;
        counting->first = at - words;
    }
}
