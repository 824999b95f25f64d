/* parse/wellformed.h: what Universal Dependencies ask of every tree, whatever the network's scores.
 *
 *     wellformed_allows(RELATION_NUMMOD, UPOS_PROPN, UPOS_NOUN, true)  ->  false
 */
#ifndef PARSE_WELLFORMED_H
#define PARSE_WELLFORMED_H

#include "report/document.h"

/* May a word of this part of speech have that relation to such a head, which stands before (or behind) it? */
bool wellformed_allows(enum relation relation, enum upos upos, enum upos head_upos, bool head_before);

/* Takes the arcs from punctuation out of score[d][h] of a sentence's tokens; see network_arc_scores. */
void wellformed_forbid(const struct token *tokens, size_t count, float *score, size_t stride);

/* Punctuation whose arc crosses others gets the best head whose arc does not. head[d]: 0 root, 1 + i. */
void wellformed_punctuation(const struct token *tokens, size_t count, const float *score, size_t stride, uint32_t *head);

/* Does the arc between places a and b (1 + token; 0 root) cross one of the others? Arcs of punctuation do not count. */
bool wellformed_crosses(const struct token *tokens, size_t count, const uint32_t *head, uint32_t a, uint32_t b);

/* What hangs on a function word (auxiliary, preposition, subjunction, conjunction, article) that can have no such child hangs on that word's
 * head instead. */
void wellformed_leaves(struct document *document);

/* A word with a conjunction before it, and before that a word of the same head and relation, is coordinated with that: "russische und
 * syrische Truppen". */
void wellformed_conjuncts(struct document *document);

#endif
