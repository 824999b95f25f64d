/* statement/modality.h: see modality.c.
 *
 *     "soll Panzer liefern", predicate liefern, finite soll  ->  Uu, future, "sollen.infinitive"
 */
#ifndef STATEMENT_MODALITY_H
#define STATEMENT_MODALITY_H

#include "statement/finder.h"

/* finite: of the predicate's clause, DOCUMENT_NONE in an infinitive clause; negated: is that clause? NULL: nothing changes. */
const struct effect *modality_effect(const struct finder *finder, uint32_t predicate, uint32_t finite, bool negated);

/* The row of the modal or of werden that the verb at token is, DOCUMENT_NONE. */
uint32_t modality_row(const struct finder *finder, uint32_t token);

#endif
