/* text/segment.h: paragraphs into sentences and tokens.
 *
 *     "Am 5. Januar sagte er: „Das stimmt.“ Dann ging er."
 *         ->  sentence 0: An dem 5. Januar sagte er : „ Das stimmt . “      sentence 1: Dann ging er .
 *
 * Tokens are syntactic words as in UD German GSD: "Am" is two, both with its span. A word with hyphens stays one token.
 */
#ifndef TEXT_SEGMENT_H
#define TEXT_SEGMENT_H

#include "base/table.h"
#include "report/document.h"

struct text_knowledge;

/* Reads knowledge/text/. The result lives in set->arena. NULL: error says file, line and cause. */
const struct text_knowledge *text_knowledge_open(const struct table_set *set, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Fills document->sentences and ->tokens (span, form, space_after, contraction_part, sentence) from its paragraphs. Where there
 * are sentences and tokens already, these stay, and only contractions among them are opened ("im" becomes "in", "dem"). */
bool text_segment(struct document *document, const struct text_knowledge *knowledge, struct laut_error *error)
    __attribute__((warn_unused_result));


#endif
