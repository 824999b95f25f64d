/* engine/record.h: a coded document as the record shows it, in the types of laut.h.
 *
 *     bytes [27, 35) of "TITLE\n\nTEXT"  ->  code points of TEXT; entity 0 -> "N1"; FACTUALITY_PR_PLUS -> "PR+"
 *
 * All writers (record_json.c, csv.c, ledger.c) and the public accessors read this view, none of them the document. What
 * stands in a title that is not part of the text is in no list of the record; a title's events carry their parts with them.
 */
#ifndef ENGINE_RECORD_H
#define ENGINE_RECORD_H

#include "laut.h"
#include "report/document.h"

struct record {
    struct laut_report report;
    const struct laut_span *sentences;
    const struct laut_entity *entities;
    const struct laut_time *const *times;
    const struct laut_quantity *const *quantities;
    const struct laut_statement *const *statements;
    const struct laut_event *events;
    size_t sentence_count, entity_count, time_count, quantity_count, statement_count, event_count;
};

/* The report alone, before it is coded. */
void record_report(const struct document *document, struct laut_report *report);

/* The whole record, in the document's arena. */
bool record_make(const struct document *document, struct record *record, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
