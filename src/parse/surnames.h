/* parse/surnames.h: see surnames.c.
 *
 *     "Von der Leyen verurteilte den Angriff."     Von, der  PROPN, compound of Leyen, which is the subject
 */
#ifndef PARSE_SURNAMES_H
#define PARSE_SURNAMES_H

#include "base/table.h"
#include "report/document.h"

#include <stddef.h>

struct surnames;

/* Reads knowledge/parse/surnames.tsv. */
const struct surnames *surnames_open(const struct table_set *set, struct laut_error *error)
    __attribute__((warn_unused_result));

/* How many words the surname that begins at tokens[at] has; 0: none does. */
size_t surnames_words(const struct surnames *surnames, const struct token *tokens, size_t count, size_t at);

/* Makes names of the words of such a surname, in part of speech and in its scores in tags[token][stride]. */
void surnames_tag(const struct surnames *surnames, struct token *tokens, size_t count, float *tags, size_t stride);

/* Its words hang on its last one: takes other arcs out of score[d][h]; see network_arc_scores. */
void surnames_forbid(const struct surnames *surnames, const struct token *tokens, size_t count, float *score, size_t stride);

/* They are its compound parts. */
void surnames_relate(const struct surnames *surnames, struct token *tokens, size_t count);

#endif
