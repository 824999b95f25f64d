/* entity/item_before.h: the arms that were named before and that a generic word or a bare number stands for.
 *
 *     Tschechien liefert vier Hubschrauber. Zwei der Maschinen wurden übergeben.      "Maschinen" -> Hubschrauber
 *     Russland schickte 30 Drohnen. 28 wurden abgeschossen.                           "28"        -> Drohnen
 */
#ifndef ENTITY_ITEM_BEFORE_H
#define ENTITY_ITEM_BEFORE_H

#include "entity/finder.h"

/* The item before token that it stands for: known, the word's line in the tables, or NULL for a number (its quantity). NULL: none. */
const struct item_mention *item_before(const struct document *document, uint32_t token, const struct known_item *known);

/* The quantity without a noun that token begins or is ("37 davon", "28 wurden abgeschossen"), or DOCUMENT_NONE. */
uint32_t item_bare_number(const struct document *document, uint32_t token);

/* "Die Rakete", where the report told before that it is a ballistic one: the mention takes that class. */
void item_take_kind(struct document *document, struct item_mention *mention);

/* item_quantity.c: the quantity of the goods at head; piece: an article is a number too. DOCUMENT_NONE: none. */
uint32_t item_quantity(const struct document *document, uint32_t head, bool piece);
/* The same for an item of a class, with the strength of troops and sums of money told behind it. */
uint32_t item_quantity_of_class(const struct document *document, uint32_t head, const char *item_class);

#endif
