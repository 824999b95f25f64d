/* report/ticker.h: on which day an entry of a live ticker was written: what it says of yesterday counts from that day, not from the report's.
 *
 *     "06.01.2024, 07:30 Uhr" / "Kiew meldet Angriffe." / "05.01.2024, 22:10 Uhr" / "Heute früh griff die Armee an."      heute is January 5
 *
 * Only entries whose day is told count, two days at least; a clock alone tells no day.
 */
#ifndef REPORT_TICKER_H
#define REPORT_TICKER_H

#include "report/form.h"
#include "report/html.h"

/* Sets the day of the paragraphs behind lines that are a date and nothing else; the lines become marks. */
void ticker_read_lines(struct paragraph *paragraphs, size_t count, const struct forms *forms, const char *text);

/* The same for a page: such blocks, dropped or not, and time elements with which a block begins. days [block_count]: 0 where none is told. NULL: memory ended. */
const int32_t *ticker_read_page(const struct html_page *page, const struct forms *forms, struct laut_error *error) __attribute__((warn_unused_result));

#endif
