/* archive/incident.h: an incident as a row, and whole. */
#ifndef ARCHIVE_INCIDENT_H
#define ARCHIVE_INCIDENT_H

#include "archive/archive.h"

#include <jansson.h>

/* The row of a list, of the claims in these views (enum views); whole: with sources, contradictions, claims and why they were joined. NULL: failed. Yours to decref. */
json_t *incident_open(struct laut_archive *archive, int64_t incident, int views, bool whole, struct laut_error *error)
    __attribute__((warn_unused_result));

/* An incident by its public id, or by a former one that leads to it (*forwarded; may be NULL); *incident 0: there is none. False: failed. */
bool incident_find(struct laut_archive *archive, const char *public, int64_t *incident, bool *forwarded, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
