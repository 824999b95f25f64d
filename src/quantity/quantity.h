/* quantity/quantity.h: numbers with what they count, how exact they are and what they add to (coding guide, section 6).
 *
 *     "Nordkorea hat mehr als 1000 Container mit Munition geliefert, dazu rund 20 bis 30 weitere Raketen."
 *         ->  "mehr als 1000 Container" {> 1000, unit Container, counted Container, single}
 *             "rund 20 bis 30" {~ 20 to 30, counted Raketen, additional}
 *
 * Numbers inside times ("drei Tage", "2023") and names ("Artikel 5") are none; "mehrere" tells no number.
 */
#ifndef QUANTITY_QUANTITY_H
#define QUANTITY_QUANTITY_H

#include "base/table.h"
#include "report/document.h"

struct quantity_knowledge;
struct number_words;

/* Reads knowledge/quantity/; numbers: the number words of time/. The result lives in set->arena. */
const struct quantity_knowledge *quantity_knowledge_open(const struct table_set *set, const struct number_words *numbers,
                                                         struct laut_error *error) __attribute__((warn_unused_result));

/* Fills document.quantities, in the order of the text. Times must stand; works with or without a tree. */
bool quantity_find(struct document *document, const struct quantity_knowledge *knowledge, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
