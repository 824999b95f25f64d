/* parse/attributes.h: see attributes.c.
 *
 *     "Die von Peru begrüßte Einigung mit Chile …"     begrüßte  VERB -> ADJ, Die and begrüßte hang on Einigung, Peru on begrüßte
 */
#ifndef PARSE_ATTRIBUTES_H
#define PARSE_ATTRIBUTES_H

#include "report/document.h"

#include <stdbool.h>
#include <stddef.h>

/* Corrects parts of speech, and their scores in tags[token][stride], of participles that are attributes and of their determiners. */
void attributes_tag(struct token *tokens, size_t count, float *tags, size_t stride);

/* Is the word the determiner before such an attribute? */
bool attributes_is_determiner(const struct token *tokens, size_t count, size_t at);

/* Takes the arcs out of score[d][h] that such attributes do not have; see network_arc_scores. */
void attributes_forbid(const struct token *tokens, size_t count, float *score, size_t stride);

/* Sets the relations of such participles, of their determiners and of the nouns below them; head as decode_tree sets it. */
void attributes_relate(struct token *tokens, size_t count, const uint32_t *head);

#endif
