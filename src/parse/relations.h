/* parse/relations.h: see relations.c. */
#ifndef PARSE_RELATIONS_H
#define PARSE_RELATIONS_H

#include "parse/network.h"
#include "report/document.h"

/* What the network says of the words of a sentence (or a piece of one). */
struct relation_scores {
    const uint32_t *head;            /* [word] 0 root, 1 + i */
    const float *relations;          /* [word][NETWORK_RELATIONS] */
    const float *tags;               /* the parts of speech of word i begin at tags[i * tag_stride] */
    size_t tag_stride;
};

/* Sets relation and upos of tokens[count], whose upos are the best scored ones. */
void relations_choose(struct token *tokens, size_t count, const struct relation_scores *scores);

#endif
