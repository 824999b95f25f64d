/* parse/heads.h: see heads.c.
 *
 *     "Frankreich und Deutschland verurteilten Russland."     Russland, conj of Frankreich  ->  a child of verurteilten
 */
#ifndef PARSE_HEADS_H
#define PARSE_HEADS_H

#include "report/document.h"

#include <stddef.h>

/* arcs[d][h] as network_arc_scores has them; relations[d][NETWORK_RELATIONS] for the heads that the words have. */
struct head_scores {
    const float *arcs;
    size_t stride;
    const float *relations;
};

/* Changes heads that the language hardly has, where little score is lost. True: some are others, relations have to be scored again. */
bool heads_settle(const struct token *tokens, size_t count, const struct head_scores *scores, uint32_t *head);

/* "Unter 20 Verletzten waren Kinder": a preposition before a number becomes that of the subject which is counted, and which so is none. To be asked when relations are chosen;
 * true: heads have changed, and relations are to be chosen again. */
bool heads_lift_prepositions(const struct token *tokens, size_t count, uint32_t *head);

/* Two countries in a row are no name of two words: takes the arcs between them, and from the second to other nouns, out of score[d][h]; see
 * network_arc_scores. */
void heads_forbid(const struct token *tokens, size_t count, float *score, size_t stride);

#endif
