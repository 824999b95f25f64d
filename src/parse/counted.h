/* parse/counted.h: see counted.c.
 *
 *     "wurden nach Angaben der Armee drei Soldaten getötet"     Soldaten cannot hang on Armee
 */
#ifndef PARSE_COUNTED_H
#define PARSE_COUNTED_H

#include "report/document.h"

#include <stddef.h>

/* Takes the arcs that make a genitive of such a noun out of score[d][h]; see network_arc_scores. */
void counted_forbid(const struct token *tokens, size_t count, float *score, size_t stride);

#endif
