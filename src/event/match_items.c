/* event/match_items.c: the items that a word of the tree stands for: at it, below it ("Container mit Munition"), beside it, or told before
 * by the noun that a pronoun repeats. */
#include "event/match.h"

#include "parse/tree.h"

#include <string.h>

enum { ITEMS_DEPTH = 3, ITEMS_PRONOUN_SENTENCES = 1 };

static void match__add_item(uint32_t item, uint32_t *items, size_t capacity, size_t *count)
{
    for (size_t i = 0; i < *count; i++)
        if (items[i] == item)
            return;
    if (*count < capacity)
        items[(*count)++] = item;
}

/* "die" is singular and plural. */
static bool match__may_have_number(const struct token *pronoun, uint8_t number)
{
    for (size_t i = 0; i < pronoun->analysis_count; i++)
        if (number == NUMBER_NONE || pronoun->analyses[i].morphology.number == number ||
            pronoun->analyses[i].morphology.number == NUMBER_NONE)
            return true;
    return false;
}

/* Pronouns that stand for no party, and numbers without a noun ("20 davon"). */
static bool match__stands_for_item(const struct scene *scene, uint32_t token)
{
    const struct token *const word = &scene->document->tokens[token];
    if (scene->mention[token] != DOCUMENT_NONE)
        return false;
    if (word->upos == UPOS_NUM)
        return word->relation != RELATION_NUMMOD && word->relation != RELATION_NMOD && !scene->is_time[token];
    return (word->upos == UPOS_PRON || word->upos == UPOS_DET) &&
           lexicon_has_flag(word, ANALYSIS_DEMONSTRATIVE | ANALYSIS_PERSONAL | ANALYSIS_RELATIVE) &&
           !lexicon_has_flag(word, ANALYSIS_REFLEXIVE | ANALYSIS_INTERROGATIVE);
}

/* "setzt die ein": what such a word means among the items named before it. */
static uint32_t match__item_of_pronoun(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const struct token *const word = &document->tokens[token];
    if (!match__stands_for_item(scene, token))
        return DOCUMENT_NONE;
    for (size_t i = document->item_count; i-- > 0;) {
        const struct token *const noun = &document->tokens[document->items[i].head];
        if (document->items[i].head >= token || document->token_item[document->items[i].head] != i)
            continue;
        if (word->sentence - noun->sentence > ITEMS_PRONOUN_SENTENCES)
            return DOCUMENT_NONE;
        if (word->upos == UPOS_NUM || match__may_have_number(word, noun->morphology.number))
            return (uint32_t)i;
    }
    return DOCUMENT_NONE;
}

static bool match__names_same_item(const struct scene *scene, uint32_t noun, uint32_t name)
{
    const struct document *const document = scene->document;
    const uint32_t a = document->token_item[noun], b = document->token_item[name];
    return a != DOCUMENT_NONE && b != DOCUMENT_NONE && strcmp(document->items[a].item_class, document->items[b].item_class) == 0;
}

/* "mit Raketen und über hundert Drohnen": the noun behind "und" whose number the parser took for a phrase of its own. */
static uint32_t match__counted_conjunct(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const struct token_range phrase = tree_subtree(document, token);
    const uint32_t next = phrase.first + phrase.count;
    if (next >= document->token_count || document->tokens[next].upos != UPOS_CCONJ || document->tokens[next].sentence != document->tokens[token].sentence)
        return DOCUMENT_NONE;
    for (size_t i = 0; i < document->quantity_count; i++) {
        const struct quantity *const quantity = &document->quantities[i];
        const uint32_t counted = quantity->counted;
        if (counted != DOCUMENT_NONE && document->tokens[counted].relation == RELATION_OBL && tree_subtree(document, counted).first == next &&
            quantity->tokens.first > next)
            return counted;
    }
    return DOCUMENT_NONE;
}

static void match__items_below(const struct scene *scene, uint32_t token, unsigned depth, uint32_t *items, size_t capacity,
                               size_t *count);

static void match__items_of_conjuncts(const struct scene *scene, uint32_t token, unsigned depth, uint32_t *items, size_t capacity,
                                      size_t *count)
{
    for (uint32_t child = tree_first_child(scene->document, token); child != DOCUMENT_NONE; child = tree_next_sibling(scene->document, child))
        if (scene->document->tokens[child].relation == RELATION_CONJ)
            match__items_below(scene, child, depth + 1, items, capacity, count);
}

/* "ein Paket im Wert von 1,3 Milliarden Dollar": the sum that hangs on the measure. */
static void match__add_worth(const struct scene *scene, uint32_t measure, uint32_t *items, size_t capacity, size_t *count)
{
    const struct document *const document = scene->document;
    for (uint32_t child = tree_first_child(document, measure); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const uint32_t item = document->tokens[child].relation == RELATION_NMOD ? document->token_item[child] : DOCUMENT_NONE;
        if (item != DOCUMENT_NONE && strcmp(document->items[item].item_class, "money") == 0)
            match__add_item(item, items, capacity, count);
    }
}

static void match__items_below(const struct scene *scene, uint32_t token, unsigned depth, uint32_t *items, size_t capacity,
                               size_t *count)
{
    const struct document *const document = scene->document;
    if (depth > ITEMS_DEPTH)
        return;
    const size_t before = *count;
    if (document->token_item[token] != DOCUMENT_NONE)
        match__add_item(document->token_item[token], items, capacity, count);
    else if (depth == 0 && match__item_of_pronoun(scene, token) != DOCUMENT_NONE)
        match__add_item(match__item_of_pronoun(scene, token), items, capacity, count);
    const bool own = *count > before;
    for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const enum relation relation = document->tokens[child].relation;
        if ((relation == RELATION_APPOS || relation == RELATION_FLAT) && own && match__names_same_item(scene, token, child)) {
            match__items_of_conjuncts(scene, child, depth, items, capacity, count); /* "des Luftabwehrsystems S-400", "Schuss Munition und Raketen" */
            continue;
        }
        if (relation == RELATION_CONJ || relation == RELATION_APPOS || relation == RELATION_FLAT) {
            match__items_below(scene, child, depth + 1, items, capacity, count);
            continue;
        }
        if (own || relation != RELATION_NMOD)
            continue;
        const char *const preposition = arguments_preposition(scene, child);
        if (!preposition || (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_CONTENT))
            match__items_below(scene, child, depth + 1, items, capacity, count);
        else
            match__add_worth(scene, child, items, capacity, count);
    }
}

/* "Container mit Granaten", where the parser hung the phrase on the verb. */
static void match__items_beside(const struct scene *scene, uint32_t token, uint32_t *items, size_t capacity, size_t *count)
{
    struct arguments own;
    arguments_of_noun(scene, token, &own);
    for (size_t i = 0; i < own.count; i++)
        if (own.items[i].weak && (knowledge_preposition(scene->knowledge, own.items[i].slot.preposition) & PREPOSITION_CONTENT))
            match__items_below(scene, own.items[i].token, 1, items, capacity, count);
}

/* "mit Tausenden Raketen", where the parser hung both nouns on the verb: the noun that token counts. */
static uint32_t match__counted_by(const struct scene *scene, uint32_t token)
{
    const struct quantity *const quantity = arguments_quantity(scene->document, token);
    return quantity && quantity->counted != token ? quantity->counted : DOCUMENT_NONE;
}

size_t match_items(const struct scene *scene, uint32_t token, uint32_t *items, size_t capacity)
{
    size_t count = 0;
    match__items_below(scene, token, 0, items, capacity, &count);
    const uint32_t conjunct = count ? match__counted_conjunct(scene, token) : DOCUMENT_NONE;
    if (conjunct != DOCUMENT_NONE)
        match__items_below(scene, conjunct, 1, items, capacity, &count);
    if (!count && scene->document->tokens[token].upos == UPOS_NOUN && scene->mention[token] == DOCUMENT_NONE)
        match__items_beside(scene, token, items, capacity, &count);
    const uint32_t counted = count || scene->document->tokens[token].upos != UPOS_NOUN ? DOCUMENT_NONE : match__counted_by(scene, token);
    if (counted != DOCUMENT_NONE)
        match__items_below(scene, counted, 1, items, capacity, &count);
    return count;
}

size_t match_items_of(const struct scene *scene, struct frame_slot slot, uint32_t token, uint32_t *items, size_t capacity)
{
    size_t count = 0;
    if (slot.function != FUNCTION_MOD)
        return match_items(scene, token, items, capacity);
    if (scene->document->token_item_modifier[token] != DOCUMENT_NONE)
        match__add_item(scene->document->token_item_modifier[token], items, capacity, &count);
    return count;
}
