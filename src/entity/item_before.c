/* entity/item_before.c: generic words for arms ("Maschine", "Gerät", "Geschoss"), bare numbers and words of an untold kind ("Rakete") mean what
 * was named before. */
#include "entity/item_before.h"

#include "entity/entity.h"
#include "parse/tree.h"

#include <string.h>

enum { SENTENCES_OF_ANAPHOR = 2, SENTENCES_OF_DEFINITE = 4, SENTENCES_OF_NAMESAKE = 8, SENTENCES_OF_NUMBER = 1, SENTENCES_OF_KIND = 20 };

/* The item named last, at most so many sentences before token, that passes; NULL: none. */
static const struct item_mention *item__before(const struct document *document, uint32_t token, uint32_t sentences,
                                               bool (*passes)(const struct document *, const struct item_mention *, const void *),
                                               const void *asked)
{
    for (size_t i = document->item_count; i-- > 0;) {
        const struct item_mention *const item = &document->items[i];
        if (item->head >= token || document->token_item[item->head] != i)
            continue;
        if (document->tokens[token].sentence - document->tokens[item->head].sentence > sentences)
            return NULL;
        if (passes(document, item, asked))
            return item;
    }
    return NULL;
}

/* "Gepard-Panzer" without an article may be several, whatever its form tells. */
static bool item__may_be_several(const struct document *document, uint32_t head)
{
    return document->tokens[head].morphology.number != NUMBER_SING || tree_child(document, head, RELATION_DET) == DOCUMENT_NONE;
}

bool entity_is_arms(const char *item_class)
{
    return strcmp(item_class, "troops") != 0 && strcmp(item_class, "money") != 0 && strcmp(item_class, "goods") != 0 &&
           strcmp(item_class, "technology") != 0;
}

static bool item__is_countable(const struct document *document, const struct item_mention *item, const void *asked)
{
    (void)asked;
    return entity_is_arms(item->item_class) && item__may_be_several(document, item->head);
}

/* Is it of a class that the generic word is used for? */
static bool item__is_meant(const struct document *document, const struct item_mention *item, const void *asked)
{
    const struct known_item *const known = asked;
    (void)document;
    for (size_t i = 0; i < known->stands_for_count; i++)
        if (strcmp(item->item_class, known->stands_for[i]) == 0)
            return true;
    return false;
}

/* "Luftabwehrsystem" before "das System": arms whose word ends with this one. */
static bool item__is_namesake(const struct document *document, const struct item_mention *item, const void *asked)
{
    const char *const word = asked, *const lemma = document->tokens[item->head].lemma;
    const size_t length = lemma ? strlen(lemma) : 0, end = strlen(word);
    return entity_is_arms(item->item_class) && length > end && end > 1 && strcmp(lemma + length - end + 1, word + 1) == 0;
}

static bool item__is_definite(const struct document *document, uint32_t token)
{
    const uint32_t article = tree_child(document, token, RELATION_DET);
    return article != DOCUMENT_NONE && document->tokens[article].morphology.definite == DEFINITE_DEF &&
           tree_child(document, token, RELATION_AMOD) == DOCUMENT_NONE;          /* "die philippinischen Schiffe" are others */
}

const struct item_mention *item_before(const struct document *document, uint32_t token, const struct known_item *known)
{
    if (!known)
        return item__before(document, token, SENTENCES_OF_NUMBER, item__is_countable, NULL);
    const bool definite = item__is_definite(document, token);
    const uint32_t sentences = definite ? SENTENCES_OF_DEFINITE : SENTENCES_OF_ANAPHOR;
    const struct item_mention *const namesake = definite ? item__before(document, token, SENTENCES_OF_NAMESAKE, item__is_namesake, known->name) : NULL;
    if (namesake && document->tokens[namesake->head].sentence != document->tokens[token].sentence)
        return namesake;
    if (!known->stands_for_count)
        return item__before(document, token, sentences, item__is_countable, NULL);
    const struct item_mention *const before = item__before(document, token, sentences, item__is_meant, known);
    const bool beside = before && document->tokens[before->head].sentence == document->tokens[token].sentence &&
                        tree_clause(document, before->head) == tree_clause(document, token);      /* "Raketen und andere Geschosse" */
    return beside ? NULL : before;
}

uint32_t item_bare_number(const struct document *document, uint32_t token)
{
    const struct token *const word = &document->tokens[token];
    const bool argument = word->upos == UPOS_NUM && (word->relation == RELATION_NSUBJ || word->relation == RELATION_NSUBJ_PASS || word->relation == RELATION_OBJ);
    for (uint32_t q = 0; q < document->quantity_count; q++) {
        const struct quantity *const quantity = &document->quantities[q];
        if (quantity->counted != DOCUMENT_NONE || quantity->unit)
            continue;
        if ((quantity->partitive && quantity->tokens.first == token) ||
            (argument && token >= quantity->tokens.first && token < quantity->tokens.first + quantity->tokens.count))
            return q;
    }
    return DOCUMENT_NONE;
}

/* ---- words of an untold kind ---------------------------------------------------------------------------------- */

/* "ballistische Rakete", "Kurzstreckenrakete" before "Rakete": one of a kind that is told, whose word ends with this one. */
static bool item__tells_kind(const struct document *document, const struct item_mention *item, const void *asked)
{
    const char *const word = asked, *const lemma = document->tokens[item->head].lemma;
    const size_t length = lemma ? strlen(lemma) : 0, end = strlen(word);
    return strcmp(item->item_class, "missile") != 0 && length >= end && end > 1 && strcmp(lemma + length - end + 1, word + 1) == 0;
}

/* Whether all that are called so in this report up to token, and of a kind that is told, are of one class, which strikes far. */
static bool item__is_only_kind(const struct document *document, const struct item_mention *kind, uint32_t token, const char *word)
{
    if (strcmp(kind->item_class, "ballistic-missile") != 0 && strcmp(kind->item_class, "cruise-missile") != 0)
        return false;
    for (size_t i = 0; i < document->item_count; i++)
        if (document->items[i].head < token && strcmp(document->items[i].item_class, kind->item_class) != 0 &&
            item__tells_kind(document, &document->items[i], word))
            return false;
    return true;
}

/* "strebt nach der Bombe", where the report has told of nuclear arms or fuel before. */
static bool item__is_the_bomb(const struct document *document, const struct item_mention *mention)
{
    const struct token *const noun = &document->tokens[mention->head];
    const uint32_t article = tree_child(document, mention->head, RELATION_DET);
    if (strcmp(mention->item_class, "bomb-mine") != 0 || mention->designation || noun->compound_head || noun->morphology.number != NUMBER_SING ||
        mention->quantity != DOCUMENT_NONE || article == DOCUMENT_NONE || document->tokens[article].morphology.definite != DEFINITE_DEF)
        return false;
    bool nuclear = false;
    for (const struct item_mention *item = document->items; item < mention; item++) {
        nuclear |= strcmp(item->item_class, "cbrn") == 0;
        if (strcmp(item->item_class, "bomb-mine") == 0)
            return false;            /* one that was told of before */
    }
    return nuclear;
}

void item_take_kind(struct document *document, struct item_mention *mention)
{
    const char *const lemma = document->tokens[mention->head].lemma;
    if (item__is_the_bomb(document, mention)) {
        mention->item_class = "cbrn";
        return;
    }
    if (strcmp(mention->item_class, "missile") != 0 || mention->designation || !lemma)
        return;
    const struct item_mention *const kind = item__before(document, mention->head, SENTENCES_OF_KIND, item__tells_kind, lemma);
    if (!kind || !item__is_only_kind(document, kind, mention->head, lemma))
        return;
    mention->item_class = kind->item_class;
    mention->unroca = kind->unroca;
    mention->unroca_count = kind->unroca_count;
    mention->unroca_basis = kind->unroca_count ? "class" : "unknown";
}
