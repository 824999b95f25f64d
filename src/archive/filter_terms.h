/* archive/filter_terms.h: FIELD:VALUE as a full-text expression over tokens (archive/terms.h).
 *
 *     filter_terms("who", "RUS/MIL,Hisbollah", …)     "arusxmil OR axa81f…"
 */
#ifndef ARCHIVE_FILTER_TERMS_H
#define ARCHIVE_FILTER_TERMS_H

#include "archive/terms.h"

/* NULL: no such field or value; error shows the right ones. */
const char *filter_terms(const char *field, const char *value, struct arena *arena, struct laut_error *error);

/* Which fields there are, for messages. */
const char *filter_terms_help(void);

#endif
