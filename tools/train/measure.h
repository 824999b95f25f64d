/* tools/train/measure.h: held-out sentences against what was read, printed to stderr. */
#ifndef TRAIN_MEASURE_H
#define TRAIN_MEASURE_H

#include "corpus.h"

struct score {
    size_t words, heads, both, known[TAGS_ATTRIBUTE_COUNT], right[TAGS_ATTRIBUTE_COUNT];
    size_t konjunktiv, konjunktiv_found;
    size_t names, names_given, names_found;     /* PER, LOC, ORG */
};

/* head[d]; relations[d][NETWORK_RELATIONS]; tags[d][NETWORK_TAGS]: the higher the better. */
void measure_add(struct score *score, const struct corpus_sentence *sentence, const struct target *targets, const uint32_t *head,
                 const float *relations, const float *tags);

void measure_print(const struct score *score, enum features_source bank, enum features_source source);

/* "what: arcs 0.111 …" */
void measure_print_loss(const char *what, const struct loss *loss);

#endif
