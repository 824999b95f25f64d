/* archive/differences.h: what a new version or coding of a report did to its claims.
 *
 *     added      the former coding has no such claim
 *     withdrawn  the present coding has no such claim
 *     changed    same act, but other fields: "factuality quantity"
 *     kept       same act, same fields, another place in the text
 */
#ifndef ARCHIVE_DIFFERENCES_H
#define ARCHIVE_DIFFERENCES_H

#include "archive/archive.h"
#include "base/arena.h"

#include <jansson.h>

/* Compares two codings that are stored, writes the lines of table change and counts them in *added. */
bool differences_store(struct laut_archive *archive, int64_t former, int64_t present, struct arena *arena, struct laut_added *added,
                       struct laut_error *error) __attribute__((warn_unused_result));

/* The names of the fields in which two events of a record differ, type among them; what says the same at other places in the text does not
 * count. NULL: out of memory. Yours to decref. */
json_t *differences_fields(const json_t *former, const json_t *present);

/* Tells what became of each claim that is not kept as it was, once the two codings are compared. */
bool differences_tell(struct laut_archive *archive, const char *report, int64_t former, int64_t present, laut_archive_differs *tell, void *context,
                      struct laut_error *error) __attribute__((warn_unused_result));

#endif
