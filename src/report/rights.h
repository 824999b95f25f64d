/* report/rights.h: what publishers say of text and data mining (reservations.tsv), gathered from wherever it is told.
 *
 *     rights_tell(reservations, &rights, "header", "TDM-Reservation", "1", arena, &error)
 *         ->  rights.reservation RESERVATION_MADE, rights.basis "tdm-header-reserved"; a meta of the page that says 0 would still win
 */
#ifndef REPORT_RIGHTS_H
#define REPORT_RIGHTS_H

#include "base/table.h"
#include "report/document.h"

/* NULL: the error says file, line and cause. */
const struct table *reservations_open(const struct table_set *set, struct laut_error *error) __attribute__((warn_unused_result));

/* Takes in what is told in one place, if it is of that kind and more to be trusted than what is known. Copies go into the arena. False: out of memory. */
bool rights_tell(const struct table *reservations, struct rights *rights, const char *where, const char *name, const char *value,
                 struct arena *arena, struct laut_error *error) __attribute__((warn_unused_result));

/* What is told in two places; robots is that of the second where that has it. */
void rights_join(struct rights *rights, const struct rights *also);

/* rights_tell of all lines of a header of HTTP, "Name: value". */
bool rights_tell_header(const struct table *reservations, struct rights *rights, const char *header, size_t length, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
