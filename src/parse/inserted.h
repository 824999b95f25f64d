/* parse/inserted.h: see inserted.c.
 *
 *     "Die Truppe habe, sagte der Minister, ein Boot versenkt."     Truppe and habe cannot hang on sagte, Minister on nothing but sagte
 */
#ifndef PARSE_INSERTED_H
#define PARSE_INSERTED_H

#include "report/document.h"

#include <stddef.h>

/* Takes arcs that cross the bounds of such an insertion out of score[d][h]; see network_arc_scores. */
void inserted_forbid(const struct token *tokens, size_t count, float *score, size_t stride);

/* Who is named in an insertion without a verb is no subject or object of the clause around it. */
void inserted_relate(struct token *tokens, size_t count);

#endif
