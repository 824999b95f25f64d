/* report/newsroom.h: what the formats of newsrooms have in common: whether a report may be used, until when it is held back, what replaces what.
 *
 *     pubStatus "canceled", version 3, embargoed 2024-01-05T06:00:00+01:00
 *         ->  report.status "withdrawn", report.version 3, report.embargo "2024-01-05T06:00:00+01:00"
 */
#ifndef REPORT_NEWSROOM_H
#define REPORT_NEWSROOM_H

#include "report/finish.h"

/* What a newsroom tells beside text and title; all lent, NULL or "": not told. */
struct newsroom_facts {
    const char *status;              /* usable, withheld, canceled; a code or an address may stand before it */
    const char *embargo;             /* a date; "" held back without an end */
    const char *version;             /* a number */
    const char *created, *issued, *changed;      /* of the text; of its first version; of this one */
    const char *note;
    bool corrected;                  /* this version corrects one before */
};

/* Into the report: status, embargo, version, note, published and modified. */
bool newsroom_tell(struct document *document, const struct newsroom_facts *facts, struct laut_error *error) __attribute__((warn_unused_result));

/* A report that was withdrawn or is withheld may have lost its text; others are refused without one. markup: text is HTML. */
bool newsroom_finish(struct document *document, const struct report_knowledge *knowledge, const char *text, bool markup, const char *published_option,
                     struct laut_error *error) __attribute__((warn_unused_result));

#endif
