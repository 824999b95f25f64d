/* time/time_expression.h: the time expressions of a report (TIMEX3) and the time that holds for a word.
 *
 *     "In der Nacht zum Mittwoch wurden Drohnen abgefangen." published 2024-01-05 (a Friday)
 *         ->  TIME "2024-01-02TNI", 2024-01-02 to 2024-01-03, why "night.to-weekday"
 *     time_of_token(document, abgefangen)  ->  that expression
 */
#ifndef TIME_TIME_EXPRESSION_H
#define TIME_TIME_EXPRESSION_H

#include "base/table.h"
#include "report/document.h"

struct time_knowledge;
struct number_words;

const struct time_knowledge *time_knowledge_open(const struct table_set *set, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The number words that time/ has read, for quantity/. */
const struct number_words *time_knowledge_numbers(const struct time_knowledge *knowledge);

/* Fills document.times, in the order of the text. Works with or without a tree. */
bool time_find(struct document *document, const struct time_knowledge *knowledge, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The time expression with an interval that holds for a verb or noun: in its own phrase or clause, else in a clause that governs
 * it from the same sentence where nothing else tells a time. DOCUMENT_NONE: none. */
uint32_t time_of_token(const struct document *document, uint32_t token);

#endif
