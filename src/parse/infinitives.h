/* parse/infinitives.h: see infinitives.c.
 *
 *     "Peru verdächtigt Chile, Kuba mit Waffen zu beliefern."     Chile cannot hang on beliefern, Kuba not on Chile
 */
#ifndef PARSE_INFINITIVES_H
#define PARSE_INFINITIVES_H

#include "report/document.h"

#include <stddef.h>

/* Takes arcs that cross the comma before such an infinitive out of score[d][h]; see network_arc_scores. */
void infinitives_forbid(const struct token *tokens, size_t count, float *score, size_t stride);

#endif
