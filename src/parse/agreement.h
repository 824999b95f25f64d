/* parse/agreement.h: see agreement.c.
 *
 *     "das alte Haus" as subject    ->    the scores of nominative, singular, neuter rise for all three words
 */
#ifndef PARSE_AGREEMENT_H
#define PARSE_AGREEMENT_H

#include "report/document.h"

#include <stddef.h>

/* tokens[count] have upos and relation; head[i]: 0 root, 1 + i; the tag scores of word i stand at tags[i * stride]. */
void agreement_settle(const struct token *tokens, size_t count, const uint32_t *head, float *tags, size_t stride);

#endif
