/* parse/network.h: the network that tags and parses; training and parsing compute it with the same code.
 *
 *     x[0] (embeddings, filled by the caller)  ->  layers  ->  heads[token]: q, k, a, b, tag scores
 *     network_arc_scores: s(h, d) for one sentence;   network_label_scores: one line of relations for each arc
 *
 * Parameters are one array of floats, places in it are network_layout's offsets.
 */
#ifndef PARSE_NETWORK_H
#define PARSE_NETWORK_H

#include "parse/integers.h"
#include "parse/matrix.h"

#include <stdint.h>

enum {
    NETWORK_LAYERS_AT_MOST = 8,
    NETWORK_DISTANCES = 32,          /* distance classes, padded: see network_distance */
    NETWORK_DISTANCE_ROOT = 20,
    NETWORK_TAGS = 64,               /* tag scores of all attributes, padded: see parse/tags.h */
    NETWORK_RELATIONS = 48,          /* RELATION_COUNT, padded */
};

struct network_shape {
    uint32_t width;                  /* D: numbers that stand for a token; even, D and D / 2 multiples of 16 */
    uint32_t layers;                 /* L */
    uint32_t arc_width;              /* A */
    uint32_t label_width;            /* B */
};

/* Offsets into the parameters; what stands there has the shape in brackets. The weights, which are nearly all of them, stand last. */
struct network_layout {
    struct network_shape shape;
    size_t gain[NETWORK_LAYERS_AT_MOST + 1];    /* [D], the last before the heads */
    size_t bias[NETWORK_LAYERS_AT_MOST];        /* [3 D] */
    size_t head_bias;                           /* [H] */
    size_t root_k;                              /* [A] */
    size_t root_b;                              /* [B] */
    size_t distance_arc;                        /* [A][NETWORK_DISTANCES] */
    size_t distance_label;                      /* [NETWORK_DISTANCES][B] */
    size_t label_weight;                        /* [B][NETWORK_RELATIONS] */
    size_t label_bias;                          /* [NETWORK_RELATIONS] */
    size_t weight_begin;
    size_t weight[NETWORK_LAYERS_AT_MOST + 1];  /* [D][3 D]: value z, forget gate f, output gate o; of the heads [D][H]: q [A], k [A], a [B],
                                                   b [B], tags */
    size_t parameter_count;
    size_t head_columns;                        /* H = 2 A + 2 B + NETWORK_TAGS */
    size_t k_column, a_column, b_column, tag_column;    /* in a line of heads */
};

/* False: a shape that the code does not compute. */
bool network_layout_make(struct network_shape shape, struct network_layout *layout);

/* Sentences stand one after the other: sentence i has the tokens [begin[i], begin[i + 1]). */
struct network_batch {
    const uint32_t *begin;           /* [sentence_count + 1] */
    size_t sentence_count;
    size_t token_count;
};

/* Room for what is computed. Parsing gives every layer the same arrays, training gives each its own and masks. */
struct network_activations {
    float *x[NETWORK_LAYERS_AT_MOST + 1];       /* [token][D] */
    float *normed[NETWORK_LAYERS_AT_MOST + 1];  /* [token][D] */
    float *scale[NETWORK_LAYERS_AT_MOST + 1];   /* [token] */
    float *u[NETWORK_LAYERS_AT_MOST];           /* [token][3 D] */
    float *c[NETWORK_LAYERS_AT_MOST];           /* [token][D] */
    const float *mask[NETWORK_LAYERS_AT_MOST + 1];  /* [token][D] dropout of a layer, the last before the heads; NULL: none */
    float *heads;                               /* [token][H] */
    int16_t *rounded;                           /* [token][D] normed in whole numbers, where the network has whole weights */
    float *rounded_scale;                       /* [token] */
};

/* Training has float weights; a model has parameters up to weight_begin and its weights in whole numbers, and then all arrays that
 * hold a line for each token have room for integers_rows(tokens) of them. */
struct network {
    struct network_layout layout;
    const float *parameters;
    matrix_multiply_function *multiply;
    struct integers_factor weights[NETWORK_LAYERS_AT_MOST + 1];
    integers_multiply_function *multiply_integers;       /* NULL: the weights are floats */
};

/* Columns of the weights of a layer; the one after the last is the heads. */
static inline size_t network_columns(const struct network_layout *layout, size_t l)
{
    return l < layout->shape.layers ? 3 * (size_t)layout->shape.width : layout->head_columns;
}

void network_forward(const struct network *network, const struct network_batch *batch,
                     const struct network_activations *activations);

/* Scores of all arcs of one sentence of n tokens: score[d][h], a line of *stride* = network_stride(n) floats for each
 * dependent d; h = 0 is the root, h = 1 + i token i. keys: room for A * stride floats, near: for n * NETWORK_DISTANCES. */
static inline size_t network_stride(size_t token_count)
{
    return (token_count + 1 + MATRIX_LANES - 1) / MATRIX_LANES * MATRIX_LANES;
}

struct network_arc_room {
    float *q;                        /* [n][A] */
    float *keys;                     /* [A][stride] */
    float *near;                     /* [n][NETWORK_DISTANCES] */
    float *score;                    /* [n][stride] */
};

void network_arc_scores(const struct network *network, const float *heads, size_t token_count,
                        const struct network_arc_room *room);
enum { NETWORK_FORBIDDEN = 10000 };  /* larger than any difference of scores of arcs or tags: what is told by grammar */

/* For each token d of a sentence and its head[d] (0 root, 1 + i): hidden[d][B] and score[d][NETWORK_RELATIONS]. */
void network_label_scores(const struct network *network, const float *heads, const uint32_t *head, size_t token_count,
                          float *hidden, float *score);

/* The class of the distance from dependent d (token index) to head h (0 root, 1 + i): 0 to 9 leftwards, 10 to 19 rightwards. */
uint32_t network_distance(size_t dependent, size_t head);

static inline float network_sigmoid(float x)
{
    const float size = x < 0 ? -x : x;
    return 0.5f + 0.5f * x / (1.0f + size);
}

#endif
