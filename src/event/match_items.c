/* event/match_items.c: the items that a word of the tree stands for: at it, below it ("Container mit Munition"), beside it, or told before
 * by the noun that a pronoun repeats. */
#include "event/match.h"

#include "parse/tree.h"

#include <string.h>

enum { ITEMS_DEPTH = 3, ITEMS_PRONOUN_SENTENCES = 1, WORDS_TO_MODEL = 5 };

static void match__add_item(uint32_t item, uint32_t *items, size_t capacity, size_t *count)
{
    for (size_t i = 0; i < *count; i++)
        if (items[i] == item)
            return;
    if (*count < capacity)
        items[(*count)++] = item;
}

/* The item at token, and the second one of "zehn beziehungsweise 15 Panzer". */
static void match__add_items_at(const struct scene *scene, uint32_t token, uint32_t *items, size_t capacity, size_t *count)
{
    const struct document *const document = scene->document;
    const uint32_t item = document->token_item[token], next = item + 1;
    match__add_item(item, items, capacity, count);
    if (next < document->item_count && document->items[next].head == document->items[item].head && document->token_item_modifier[token] != next)
        match__add_item(next, items, capacity, count);
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
    const struct quantity *const quantity = arguments_quantity(document, token);
    const bool counts = quantity && quantity->counted != DOCUMENT_NONE && quantity->counted != token;
    if (counts && quantity->partitive)         /* "zwölf der Flugzeuge", "eines von sechs Systemen", "von den 30 Drohnen … 28" */
        return document->token_item[quantity->counted];
    if (!match__stands_for_item(scene, token))
        return DOCUMENT_NONE;
    if (counts && word->upos == UPOS_NUM)
        return document->token_item[quantity->counted];
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
    const uint32_t meant = depth == 0 && document->token_item[token] == DOCUMENT_NONE ? match__item_of_pronoun(scene, token) : DOCUMENT_NONE;
    if (document->token_item[token] != DOCUMENT_NONE)
        match__add_items_at(scene, token, items, capacity, count);
    else if (meant != DOCUMENT_NONE)
        match__add_item(meant, items, capacity, count);
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
        const char *const preposition = relation == RELATION_NMOD ? arguments_preposition(scene, child) : NULL;
        if (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_JOINING) {       /* "Hubschrauber samt 500 Raketen" */
            match__items_below(scene, child, depth + 1, items, capacity, count);
            continue;
        }
        if (own || relation != RELATION_NMOD)
            continue;
        if (!preposition || (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_CONTENT))
            match__items_below(scene, child, depth + 1, items, capacity, count);
    }
    if (*count == before && document->token_item_modifier[token] == DOCUMENT_NONE)       /* "Rüstungsexporte im Wert von …" are of arms */
        for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
            if (document->tokens[child].relation == RELATION_NMOD && arguments_preposition(scene, child))
                match__add_worth(scene, child, items, capacity, count);
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

/* ---- lists ------------------------------------------------------------------------------------------------------ */

/* The words of an item with its number and adjectives: "mehr als 30 gepanzerte Fahrzeuge", "Panzer vom Typ Leopard 2". */
static struct token_range match__phrase(const struct document *document, uint32_t index)
{
    const struct item_mention *const item = &document->items[index];
    const uint32_t sentence = document->tokens[item->head].sentence;
    uint32_t first = item->head, last = item->head;
    const struct quantity *const quantity = item->quantity == DOCUMENT_NONE ? NULL : &document->quantities[item->quantity];
    if (quantity && quantity->tokens.first < first && document->tokens[quantity->tokens.first].sentence == sentence)
        first = quantity->tokens.first;
    while (first > 0 && document->tokens[first - 1].sentence == sentence &&
           (document->tokens[first - 1].upos == UPOS_ADJ || document->tokens[first - 1].upos == UPOS_DET))
        first--;
    for (uint32_t at = last + 1; at < document->token_count && at <= last + WORDS_TO_MODEL && document->tokens[at].sentence == sentence; at++)
        if (document->token_item[at] == index)
            last = at;               /* "Jets vom Typ F-15" */
    return (struct token_range){first, last - first + 1};
}

static bool match__separates(const struct token *token)
{
    return token->upos == UPOS_CCONJ || strcmp(token->form, ",") == 0;
}

/* Does the phrase of later begin where a list goes on after earlier ends: behind a comma or "und", perhaps with an adverb ("darunter")? */
static bool match__follows(const struct document *document, struct token_range earlier, struct token_range later)
{
    const uint32_t end = earlier.first + earlier.count;
    return later.first > end && later.first <= end + 2 && match__separates(&document->tokens[end]) &&
           (later.first == end + 1 || document->tokens[end + 1].upos == UPOS_ADV);
}

/* Is the item only the unit of another: "Schuss" in "300 Schuss Munition"? */
static bool match__is_unit(const struct document *document, uint32_t index)
{
    const struct item_mention *const item = &document->items[index];
    if (item->quantity == DOCUMENT_NONE || document->quantities[item->quantity].counted != item->head || !document->quantities[item->quantity].unit)
        return false;
    for (size_t i = 0; i < document->item_count; i++)
        if (document->items[i].quantity == item->quantity && document->items[i].head != item->head)
            return true;
    return false;
}

/* Is the one a bare model beside another named model: "Kampfjets der Typen MiG-29 und Su-24"? */
static bool match__is_model_beside(const struct document *document, uint32_t index, uint32_t model)
{
    const struct item_mention *const item = &document->items[index], *const other = &document->items[model];
    return item->designation && other->designation && other->quantity == DOCUMENT_NONE && item->quantity != DOCUMENT_NONE &&
           strcmp(item->item_class, other->item_class) == 0;
}

/* The item of the same clause whose phrase stands next to that of index in a list, before or behind it; DOCUMENT_NONE: none. */
static uint32_t match__beside_in_list(const struct document *document, uint32_t index, bool behind)
{
    enum { WORDS_OF_PHRASE = 12 };
    const struct token_range own = match__phrase(document, index);
    const uint32_t head = document->items[index].head, clause = tree_clause(document, head);
    for (uint32_t i = 0; i < document->item_count; i++) {
        const uint32_t other = document->items[i].head;
        if (document->token_item[other] != i || (behind ? other <= head || other - head > WORDS_OF_PHRASE : other >= head || head - other > WORDS_OF_PHRASE) ||
            document->tokens[other].sentence != document->tokens[head].sentence || match__is_unit(document, i) || tree_clause(document, other) != clause)
            continue;
        const struct token_range phrase = match__phrase(document, i);
        if (match__is_model_beside(document, index, i))
            continue;
        if (behind ? match__follows(document, own, phrase) : match__follows(document, phrase, own))
            return i;
    }
    return DOCUMENT_NONE;
}

/* Is one of the items told with the same number: "Schuss" beside "Munition"? */
static bool match__is_counted_among(const struct document *document, uint32_t item, const uint32_t *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (document->items[item].quantity != DOCUMENT_NONE && document->items[items[i]].quantity == document->items[item].quantity)
            return true;
    return false;
}

/* "vier Kriegsschiffe, darunter ein Hubschrauberträger": one of those already told. */
static bool match__is_example_of(const struct scene *scene, uint32_t example, uint32_t whole)
{
    const struct document *const document = scene->document;
    const uint32_t first = match__phrase(document, example).first;
    return first > 0 && document->items[example].head > document->items[whole].head && knowledge_is_example(scene->knowledge, arguments_lemma(scene, first - 1)) &&
           strcmp(document->items[example].item_class, document->items[whole].item_class) == 0;
}

/* "40 Pistolen, zwei Mörser und rund 200 Granaten": what else stands in the list, however the parser joined it. */
static void match__whole_list(const struct scene *scene, uint32_t *items, size_t capacity, size_t *count)
{
    const struct document *const document = scene->document;
    for (size_t i = 0; i < *count; i++)
        for (int behind = 0; behind < 2; behind++) {
            const uint32_t beside = match__beside_in_list(document, items[i], behind == 1);
            if (beside != DOCUMENT_NONE && !match__is_counted_among(document, beside, items, *count) && !match__is_example_of(scene, beside, items[i]))
                match__add_item(beside, items, capacity, count);
        }
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
    const bool noun = scene->document->token_item[token] != DOCUMENT_NONE || scene->document->tokens[token].upos == UPOS_NOUN;
    if (noun)
        match__whole_list(scene, items, capacity, &count);
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
