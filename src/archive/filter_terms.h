/* archive/filter_terms.h: FIELD:VALUE as a full-text expression over tokens (archive/terms.h).
 *
 *     filter_terms("who", "RUS/MIL,Hisbollah", …)     "arusxmil OR axa81f…"
 */
#ifndef ARCHIVE_FILTER_TERMS_H
#define ARCHIVE_FILTER_TERMS_H

#include "archive/terms.h"

/* NULL: no such field or value; error shows the right ones. */
const char *filter_terms(const char *field, const char *value, struct arena *arena, struct laut_error *error);

/* Claims that stand in the ledger of transfers: in whatever state. */
const char *filter_terms_transfer(struct arena *arena, struct laut_error *error);

/* Which fields there are, for messages. */
const char *filter_terms_help(void);

/* The types of PLOVER; is word a sector of it, a class of goods? */
const char *const *filter_terms_types(size_t *count);
bool filter_terms_is_sector(const char *word);
bool filter_terms_is_class(const char *word);

#endif
