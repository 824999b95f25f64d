/* entity/item_quantity.c: how many of an item there are (coding guide, section 6): its own number, a part of a whole, that of a unit or container, of what
 * it is joined to, the strength of a body of troops, the sum behind a packet of money. */
#include "entity/item_before.h"
#include "parse/tree.h"

#include <string.h>

/* The token behind a share that tells of what kind the goods are: "17 Kilogramm auf 60 Prozent angereichertes Uran". */
static uint32_t item__behind_share(const struct document *document, uint32_t token)
{
    for (uint32_t q = 0; q < document->quantity_count; q++) {
        const struct quantity *const quantity = &document->quantities[q];
        if (quantity->ratio && quantity->tokens.first == token + 1 && document->tokens[token].upos == UPOS_ADP)
            return token + 1 + quantity->tokens.count;
    }
    return token;
}

/* Does the item stand right behind the unit: "1000 Container mit neuen Waffen und Munition", "20 Tonnen Sprengstoff"? */
static bool item__follows_unit(const struct document *document, uint32_t unit, uint32_t head)
{
    enum { WORDS_BETWEEN = 6 };
    if (head <= unit || head - unit > WORDS_BETWEEN)
        return false;
    for (uint32_t i = item__behind_share(document, unit + 1); i < head; i++) {
        const enum upos upos = document->tokens[i].upos;
        const bool opens = i == unit + 1 && (upos == UPOS_ADP || upos == UPOS_DET);
        if (!opens && upos != UPOS_ADJ && upos != UPOS_NOUN && upos != UPOS_CCONJ)
            return false;
    }
    return true;
}

/* Classes of goods that are told by the piece: of these alone an article is a number ("ein U-Boot", not "eine Ausrüstung"). */
static bool item__is_piece(const char *item_class)
{
    static const char *const masses[] = {"ammunition", "cbrn", "military-equipment", "weapon", "technology", "troops", "money", "goods"};
    for (size_t i = 0; i < sizeof masses / sizeof masses[0]; i++)
        if (strcmp(item_class, masses[i]) == 0)
            return false;
    return true;
}

/* May the quantity count goods: no share that only tells of what kind they are ("auf 20 Prozent angereichertes Uran"), no bare article? */
static bool item__may_count(const struct document *document, const struct quantity *quantity)
{
    return quantity->counted != DOCUMENT_NONE && !quantity->article &&
           !(quantity->ratio && tree_preposition(document, quantity->counted) != DOCUMENT_NONE);
}

/* "je 30 Spähpanzer und Panzer": the number of the noun that head is joined to. DOCUMENT_NONE: none. */
static uint32_t item__shared_number(const struct document *document, uint32_t head)
{
    const uint32_t joined = document->tokens[head].relation == RELATION_CONJ ? document->tokens[head].head : DOCUMENT_NONE;
    for (uint32_t q = 0; joined != DOCUMENT_NONE && q < document->quantity_count; q++)
        if (document->quantities[q].each && document->quantities[q].counted == joined)
            return q;
    return DOCUMENT_NONE;
}

/* "eine Brigade mit rund 4800 Soldaten": how many a body of troops is, DOCUMENT_NONE where that is not told right behind it. */
static uint32_t item__strength(const struct document *document, uint32_t head)
{
    const uint32_t preposition = head + 1;
    if (preposition >= document->token_count || document->tokens[preposition].upos != UPOS_ADP)
        return DOCUMENT_NONE;
    for (uint32_t q = 0; q < document->quantity_count; q++) {
        const struct quantity *const quantity = &document->quantities[q];
        if (quantity->tokens.first == preposition + 1 && quantity->counted != DOCUMENT_NONE && !quantity->article && !quantity->unit &&
            document->tokens[quantity->counted].sentence == document->tokens[head].sentence)
            return q;
    }
    return DOCUMENT_NONE;
}

/* "ein 5000 Mann starkes Kontingent": the number that an adjective of the noun measures it by, DOCUMENT_NONE. */
static uint32_t item__measured(const struct document *document, uint32_t head)
{
    for (uint32_t q = 0; q < document->quantity_count; q++) {
        const uint32_t counted = document->quantities[q].counted, measured = counted == DOCUMENT_NONE ? DOCUMENT_NONE : counted + 1;
        if (measured != DOCUMENT_NONE && measured < head && !document->quantities[q].article && !document->quantities[q].unit &&
            document->tokens[measured].upos == UPOS_ADJ && document->tokens[measured].relation == RELATION_AMOD && tree_head(document, measured) == head)
            return q;
    }
    return DOCUMENT_NONE;
}

/* "ein Hilfspaket im Umfang von 500 Millionen Dollar", "Kredite über zwei Milliarden Euro": the sum told right behind, DOCUMENT_NONE. */
static uint32_t item__sum(const struct document *document, uint32_t head)
{
    enum { WORDS_TO_SUM = 6 };
    for (uint32_t q = 0; q < document->quantity_count; q++) {
        const struct quantity *const quantity = &document->quantities[q];
        const uint32_t first = quantity->tokens.first;
        bool beside = quantity->money && first > head && first <= head + WORDS_TO_SUM &&
                      document->tokens[first].sentence == document->tokens[head].sentence;
        for (uint32_t at = head + 1; beside && at < first; at++) {
            const enum upos upos = document->tokens[at].upos;
            beside = upos == UPOS_ADP || upos == UPOS_ADV || upos == UPOS_DET || upos == UPOS_NOUN || upos == UPOS_PROPN;
        }
        if (beside)
            return q;
    }
    return DOCUMENT_NONE;
}

/* The quantity of the goods at head: a part before the whole ("24 von 30 Drohnen"), their own number before that of a unit. */
uint32_t item_quantity(const struct document *document, uint32_t head, bool piece)
{
    for (uint32_t q = 0; q < document->quantity_count; q++)
        if (document->quantities[q].counted == head && document->quantities[q].partitive)
            return q;
    for (uint32_t q = 0; q < document->quantity_count; q++)
        if (document->quantities[q].counted == head && (piece || item__may_count(document, &document->quantities[q])))
            return q;
    for (uint32_t q = 0; q < document->quantity_count; q++) {
        const uint32_t counted = document->quantities[q].counted;
        if (item__may_count(document, &document->quantities[q]) && document->quantities[q].unit &&
            document->tokens[head].sentence == document->tokens[counted].sentence &&
            (document->tokens[head].head == counted || item__follows_unit(document, counted, head) ||
             (document->tokens[head].relation == RELATION_CONJ && document->tokens[head].head != DOCUMENT_NONE &&
              document->tokens[document->tokens[head].head].head == counted)))
            return q;
    }
    return item__shared_number(document, head);
}

uint32_t item_quantity_of_class(const struct document *document, uint32_t head, const char *item_class)
{
    const uint32_t own = item_quantity(document, head, item__is_piece(item_class));
    if (strcmp(item_class, "troops") == 0 && (own == DOCUMENT_NONE || document->quantities[own].article)) {
        const uint32_t measured = item__measured(document, head);
        return measured != DOCUMENT_NONE ? measured : item__strength(document, head);
    }
    const bool money = strcmp(item_class, "money") == 0;
    const bool bare = own == DOCUMENT_NONE || (!document->quantities[own].money && document->quantities[own].value <= 1);        /* "ein weiteres Hilfspaket" */
    const uint32_t sum = money && bare ? item__sum(document, head) : DOCUMENT_NONE;
    return sum != DOCUMENT_NONE ? sum : own;
}
