/* archive/incidents.h: incidents as things with a public id that outlives joins and splits. */
#ifndef ARCHIVE_INCIDENTS_H
#define ARCHIVE_INCIDENTS_H

#include "archive/neighbours.h"

/* All of other goes into *incident; the older of the two keeps its id, the other's forwards to it. */
bool incidents_merge(struct laut_archive *archive, int64_t *incident, int64_t other, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The mention, and what hangs on it, stands in target from now on. target 0: in keep; keep 0: where it stands if nothing else
 * stands there; else in a new incident. */
bool incidents_move(struct laut_archive *archive, const struct mention *mention, int64_t target, int64_t keep, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The former incident has no mention any more: its id leads to the present one. */
bool incidents_forward(struct laut_archive *archive, int64_t former, int64_t present, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Nothing is left of the incident: it goes, and at the end of the transaction the ids that lead to it, unless its id has come back by then, as
 * where a report's claims are taken out and put back. */
bool incidents_forget(struct laut_archive *archive, int64_t incident, struct laut_error *error) __attribute__((warn_unused_result));

/* Was the incident named after this claim? Its id stays with it where it is split. */
bool incidents_is_namesake(struct laut_archive *archive, int64_t incident, const char *claim, bool *namesake, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
