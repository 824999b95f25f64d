/* parse/wellformed.h: what Universal Dependencies ask of every tree, whatever the network's scores.
 *
 *     wellformed_allows(RELATION_NUMMOD, UPOS_PROPN, true)  ->  false
 */
#ifndef PARSE_WELLFORMED_H
#define PARSE_WELLFORMED_H

#include "report/document.h"

/* May a word of this part of speech have that relation to a head that stands before (or behind) it? */
bool wellformed_allows(enum relation relation, enum upos upos, bool head_before);

/* Takes the arcs from punctuation out of score[d][h] of a sentence's tokens; see network_arc_scores. */
void wellformed_forbid(const struct token *tokens, size_t count, float *score, size_t stride);

/* Punctuation whose arc crosses others gets the best head whose arc does not. head[d]: 0 root, 1 + i. */
void wellformed_punctuation(const struct token *tokens, size_t count, const float *score, size_t stride, uint32_t *head);

/* What hangs on a function word (auxiliary, preposition, subjunction, conjunction) that can have no such child hangs on that word's
 * head instead. */
void wellformed_leaves(struct document *document);

#endif
