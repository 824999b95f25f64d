/* report/language.h: which language a text is in, by its commonest words.
 *
 *     languages_guess(languages, "The ministry denied the report.", 31)  ->  "en"
 */
#ifndef REPORT_LANGUAGE_H
#define REPORT_LANGUAGE_H

#include "base/table.h"

struct languages;

/* Reads knowledge/report/languages.tsv. NULL: the error says file, line and cause. */
const struct languages *languages_open(const struct table_set *set, struct laut_error *error) __attribute__((warn_unused_result));

/* ISO 639-1, NULL where the text has too little to tell. Looks at the first few thousand words. */
const char *languages_guess(const struct languages *languages, const char *text, size_t length);

#endif
