/* parse/pronouns.h: see pronouns.c.
 *
 *     "die Firma, gegen die Chile Sanktionen verhängt hat"     the second die  DET -> PRON, no arc to Chile
 */
#ifndef PARSE_PRONOUNS_H
#define PARSE_PRONOUNS_H

#include "report/document.h"

#include <stddef.h>

/* Corrects parts of speech, and their scores in tags[token][stride], of pronouns that look like articles. */
void pronouns_tag(struct token *tokens, size_t count, float *tags, size_t stride);

/* Takes the arcs out of score[d][h] that make such a pronoun an article; see network_arc_scores. */
void pronouns_forbid(const struct token *tokens, size_t count, float *score, size_t stride);

/* Such a pronoun is no determiner, and a name right behind one that is no subject is it, whatever the scores say; head as decode_tree sets it. */
void pronouns_relate(struct token *tokens, size_t count, const uint32_t *head);

#endif
