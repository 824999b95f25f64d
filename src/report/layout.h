/* report/layout.h: what each paragraph of a report is: kicker, title, date line, lead, heading, body.
 *
 *     Krieg in der Ukraine                                  PARAGRAPH_KICKER
 *     Russland setzt laut USA Raketen aus Nordkorea ein     PARAGRAPH_TITLE
 *     Stand: 05.01.2024 04:55 Uhr                           PARAGRAPH_MARK, published 2024-01-05T04:55:00+01:00
 *
 * All may stand on one line. A title that is known is looked for; else the head of the text tells it.
 */
#ifndef REPORT_LAYOUT_H
#define REPORT_LAYOUT_H

#include "report/form.h"

/* Finds the paragraphs of document->text, which begins at body_begin_byte where a title goes before it. Sets published and
 * modified with their basis (where a line tells them and the report does not), title and title_in_text, lead, agencies. */
bool layout_read(struct document *document, const struct forms *forms, struct laut_error *error) __attribute__((warn_unused_result));

/* Only paragraphs between blank lines, all body. */
bool layout_bare(struct document *document, struct laut_error *error) __attribute__((warn_unused_result));

#endif
