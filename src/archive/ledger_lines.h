/* archive/ledger_lines.h: which lines the ledger of transfers has. A line is what one party is told to supply to another: goods of one class and
 * model (or of no kind that is told), as long as claims of it follow each other within 180 days. A line that tells less (no model, missiles
 * of no kind) is part of the one line of the same two parties that it can be, if there is just one.
 *
 *     PRK > RUS  ballistic-missile  KN-23   2023-12-30 to 2024-01-05
 *     PRK > RUS  missile                    2024-01-04                    part of it
 */
#ifndef ARCHIVE_LEDGER_LINES_H
#define ARCHIVE_LEDGER_LINES_H

#include "archive/claim_stream.h"

/* How surely goods moved: by the surest claim that they were delivered, used or seized; open: they are only licensed, promised, planned or
 * requested; none: only stopped or refused. */
enum ledger_flow { FLOW_ASSERTED, FLOW_LIKELY, FLOW_POSSIBLE, FLOW_DENIED, FLOW_OPEN, FLOW_NONE };

struct ledger_line {
    const char *supplier, *recipient, *class, *model;
    int64_t first, last;             /* events */
    size_t into;                     /* the more exact line that this one is part of; LINE_WHOLE: it stands for itself */
    enum ledger_flow flow;
    bool implied;                    /* nothing but arms in use or seized tells of it */
    bool accepted;                   /* the filter lets one of its claims through */
};

#define LINE_WHOLE SIZE_MAX

struct ledger {
    int views;                       /* whose claims: enum views */
    bool all;                        /* lines of reports that were withdrawn too */
    struct ledger_line *items;       /* by supplier and recipient */
    size_t count, capacity;
    struct ledger_line **order;      /* those that stand for themselves and have a claim that the filter lets through, newest first */
    size_t whole;
};

/* ledger: views and all are told. filter NULL: every line. The lines live in the arena. */
bool ledger_open(struct laut_archive *archive, const struct filter *filter, struct arena *arena, struct ledger *ledger, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The next line that is part of the line, behind the one given; NULL: the first, or none is left. */
const struct ledger_line *ledger_part(const struct ledger *ledger, const struct ledger_line *line, const struct ledger_line *behind);

void ledger_line_public(const struct ledger_line *line, char public[LAUT_ID_BYTES]);

#endif
