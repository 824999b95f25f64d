/* archive/ledger.h: what stands in a line of the ledger of transfers. */
#ifndef ARCHIVE_LEDGER_H
#define ARCHIVE_LEDGER_H

#include "archive/claims.h"

/* One claim: its state, source and number, through which countries it went, and the categories of its item. False: out of memory. */
bool ledger_claim(const json_t *claim, size_t item, const char *state, const char *via, json_t *row);

/* When it happened and was said, how many reports, outlets and named sources, which incidents. False: out of memory. */
bool ledger_summary(const struct claims *claims, json_t *row);

/* A line whole; NULL: failed, or there is none. Yours to decref. */
json_t *transfer_open(struct laut_archive *archive, const char *public, struct laut_error *error) __attribute__((warn_unused_result));

#endif
