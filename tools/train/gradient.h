/* tools/train/gradient.h: the network's loss and its derivatives by all parameters.
 *
 *     gradient_of_batch(room, network, batch, targets, gradient, input_gradient, &loss)
 */
#ifndef TRAIN_GRADIENT_H
#define TRAIN_GRADIENT_H

#include "soft.h"

#include "parse/tags.h"

/* What a word should be. A set of values of an attribute is a mask of bits; 0: nothing is known. Where soft says something of
 * an attribute whose value is not known for sure, that counts. */
struct target {
    uint32_t head;                   /* 0 root, 1 + i in its sentence */
    uint8_t relation;
    bool soft_tree;                  /* arc and relation are as soft has them */
    uint32_t values[TAGS_ATTRIBUTE_COUNT];
    const struct soft *soft;         /* NULL: none */
    float weight;                    /* of arc and relation; 0: no tree is known */
};

struct loss {
    double arcs, relations, tags, weight;   /* weight: sum of the arcs' */
    size_t words;
};

/* Room for batches of at most *tokens* words and sentences of at most *longest*. NULL: out of memory. */
struct gradient_room;
struct gradient_room *gradient_room_open(const struct network_layout *layout, size_t tokens, size_t longest);
void gradient_room_free(struct gradient_room *room);

/* Where the caller puts the batch's embeddings, x[0], and masks[l] (NULL: no dropout); mask L stands before the heads. */
struct network_activations *gradient_activations(struct gradient_room *room);
float *gradient_mask(struct gradient_room *room, size_t layer);

/* Runs forward and backward: adds to gradient[parameter_count], sets input_gradient[token][D], adds to loss. tag_weight:
 * what tags count beside arcs. */
void gradient_of_batch(struct gradient_room *room, const struct network *network, const struct network_batch *batch,
                       const struct target *targets, float tag_weight, float *gradient, float *input_gradient, struct loss *loss);

#endif
