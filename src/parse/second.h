/* parse/second.h: see second.c.
 *
 *     "…, man verdächtige Nordkorea, …"        verdächtige  ADJ -> VERB
 *     "Polen besetzte Litauen."                besetzte     ADJ -> VERB
 *     "Sie sind sicher: Russland setzt …"      Russland     cannot hang on "sicher"
 */
#ifndef PARSE_SECOND_H
#define PARSE_SECOND_H

#include "report/document.h"

#include <stddef.h>

/* Corrects parts of speech, and their scores in tags[token][stride]: a stretch between punctuation that a nominative pronoun opens
 * needs a verb, and so does a sentence. Returns the place of the verb that a sentence lacked, 0: none. */
size_t second_complete_tags(struct token *tokens, size_t count, float *tags, size_t stride);

/* Takes arcs that go past the verb which second_complete_tags has found, and arcs that leave the field before a finite verb behind a colon out of score[d][h]; see network_arc_scores. */
void second_forbid(const struct token *tokens, size_t count, size_t verb, float *score, size_t stride);

#endif
