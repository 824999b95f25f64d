/* parse/network.c: a bidirectional recurrent encoder with heads for tags, arcs and relations.
 *
 *   Layer l, for each token t (⊙: element by element; σ(x) = 1/2 + x / (2 + 2|x|)):
 *       n_t = g ⊙ x_t / rms(x_t)                       [z_t f_t o_t] = n_t W + b
 *       c_t = σ(f_t) ⊙ c_(t-1) + (1 - σ(f_t)) ⊙ z_t    first half of the units left to right, second half right to left
 *       x'_t = x_t + σ(o_t) ⊙ c_t
 *   the simple recurrent unit of [1]: the matrix product is one for all tokens, only ⊙ runs along the sentence.
 *   Heads, from the last x normed once more:  q, k [A]; a, b [B]; tag scores
 *       s(h, d)    = relu(q_d) · (k_h + r(h - d))       r: a vector for each class of distance, as in [2] with [3]
 *       label(h, d) = relu(a_d + b_h + r'(h - d)) V + v
 *   [1] Lei, Zhang, Wang, Dai, Artzi: Simple Recurrent Units for Highly Parallelizable Recurrence, EMNLP 2018.
 *   [2] Dozat, Manning: Deep Biaffine Attention for Neural Dependency Parsing, ICLR 2017.
 *   [3] Shaw, Uszkoreit, Vaswani: Self-Attention with Relative Position Representations, NAACL 2018.
 *   All operations are exact IEEE ones in a fixed order, or on whole numbers: the same on every machine. */
#include "parse/network.h"

#pragma GCC optimize("O3")
#include <math.h>
#include <string.h>

static size_t network__place(size_t *used, size_t count)
{
    const size_t at = *used;
    *used += count;
    return at;
}

bool network_layout_make(struct network_shape shape, struct network_layout *layout)
{
    const size_t width = shape.width, arc = shape.arc_width, label = shape.label_width;
    if (!width || width % 32 || width > INTEGERS_INNER_AT_MOST || !arc || arc % 16 || arc > 1024 || !label || label % 16 || label > 1024 ||
        !shape.layers || shape.layers > NETWORK_LAYERS_AT_MOST)
        return false;
    size_t used = 0;
    *layout = (struct network_layout){.shape = shape, .k_column = arc, .a_column = 2 * arc, .b_column = 2 * arc + label,
                                      .tag_column = 2 * arc + 2 * label,
                                      .head_columns = 2 * arc + 2 * label + NETWORK_TAGS};
    for (size_t l = 0; l < shape.layers; l++) {
        layout->gain[l] = network__place(&used, width);
        layout->bias[l] = network__place(&used, 3 * width);
    }
    layout->gain[shape.layers] = network__place(&used, width);
    layout->head_bias = network__place(&used, layout->head_columns);
    layout->root_k = network__place(&used, arc);
    layout->root_b = network__place(&used, label);
    layout->distance_arc = network__place(&used, arc * NETWORK_DISTANCES);
    layout->distance_label = network__place(&used, NETWORK_DISTANCES * label);
    layout->label_weight = network__place(&used, label * NETWORK_RELATIONS);
    layout->label_bias = network__place(&used, NETWORK_RELATIONS);
    layout->weight_begin = used;
    for (size_t l = 0; l <= shape.layers; l++)
        layout->weight[l] = network__place(&used, width * network_columns(layout, l));
    layout->parameter_count = used;
    return true;
}

static void network__norm(const float *x, const float *gain, size_t token_count, size_t width, float *normed, float *scale)
{
    for (size_t t = 0; t < token_count; t++, x += width, normed += width) {
        float sums[MATRIX_LANES] = {0}, sum = 0;
        for (size_t j = 0; j < width; j += MATRIX_LANES)
            for (size_t i = 0; i < MATRIX_LANES; i++)
                sums[i] += x[j + i] * x[j + i];
        for (size_t i = 0; i < MATRIX_LANES; i++)
            sum += sums[i];
        scale[t] = 1.0f / sqrtf(sum / (float)width + 1e-6f);
        for (size_t j = 0; j < width; j++)
            normed[j] = x[j] * scale[t] * gain[j];
    }
}

/* Rows that stand for no token are zeros. */
static void network__round(const struct network_activations *act, const float *normed, size_t token_count, size_t width)
{
    for (size_t t = 0; t < token_count; t++)
        act->rounded_scale[t] = integers_round(normed + t * width, width, act->rounded + t * width);
    const size_t rest = integers_rows(token_count) - token_count;
    memset(act->rounded + token_count * width, 0, rest * width * sizeof *act->rounded);
    memset(act->rounded_scale + token_count, 0, rest * sizeof *act->rounded_scale);
}

static void network__fill_bias(float *out, const float *bias, size_t rows, size_t columns)
{
    for (size_t r = 0; r < rows; r++)
        memcpy(out + r * columns, bias, columns * sizeof *bias);
}

/* Units [first, first + width / 2) of the sentence's tokens, in the direction of step. */
static void network__recur(const float *u, float *c, size_t count, size_t width, bool backwards)
{
    const size_t half = width / 2, first = backwards ? half : 0;
    for (size_t i = 0; i < count; i++) {
        const size_t t = backwards ? count - 1 - i : i;
        const float *const z = u + t * 3 * width + first, *const f = z + width;
        float *const now = c + t * width + first;
        const float *const before = backwards ? now + width : now - width;
        for (size_t j = 0; j < half; j++) {
            const float keep = network_sigmoid(f[j]);
            now[j] = (i ? keep * before[j] : 0.0f) + (1.0f - keep) * z[j];
        }
    }
}

/* out = bias + normed weights; l: the layer, the one after the last is the heads. */
static void network__multiply(const struct network *network, size_t l, const float *normed, size_t token_count,
                              const struct network_activations *act, float *out)
{
    const struct network_layout *const layout = &network->layout;
    const size_t width = layout->shape.width, columns = network_columns(layout, l);
    const float *const p = network->parameters, *const bias = p + (l < layout->shape.layers ? layout->bias[l] : layout->head_bias);
    if (network->multiply_integers) {
        network__round(act, normed, token_count, width);
        network->multiply_integers(out, act->rounded, act->rounded_scale, &network->weights[l], bias, integers_rows(token_count));
        return;
    }
    network__fill_bias(out, bias, token_count, columns);
    network->multiply(out, normed, p + layout->weight[l], (struct matrix_size){token_count, width, columns}, true);
}

static void network__layer(const struct network *network, size_t l, const struct network_batch *batch,
                           const struct network_activations *act)
{
    const struct network_layout *const layout = &network->layout;
    const size_t width = layout->shape.width;
    const float *const p = network->parameters;
    network__norm(act->x[l], p + layout->gain[l], batch->token_count, width, act->normed[l], act->scale[l]);
    network__multiply(network, l, act->normed[l], batch->token_count, act, act->u[l]);
    for (size_t s = 0; s < batch->sentence_count; s++) {
        const size_t begin = batch->begin[s], count = batch->begin[s + 1] - begin;
        network__recur(act->u[l] + begin * 3 * width, act->c[l] + begin * width, count, width, false);
        network__recur(act->u[l] + begin * 3 * width, act->c[l] + begin * width, count, width, true);
    }
    for (size_t t = 0; t < batch->token_count; t++) {
        const float *const x = act->x[l] + t * width, *const c = act->c[l] + t * width, *const o = act->u[l] + t * 3 * width + 2 * width;
        float *const next = act->x[l + 1] + t * width;
        const float *const mask = act->mask[l] ? act->mask[l] + t * width : NULL;
        for (size_t j = 0; j < width; j++) {
            const float y = network_sigmoid(o[j]) * c[j];
            next[j] = x[j] + (mask ? y * mask[j] : y);
        }
    }
}

void network_forward(const struct network *network, const struct network_batch *batch,
                     const struct network_activations *act)
{
    const struct network_layout *const layout = &network->layout;
    const size_t last = layout->shape.layers;
    for (size_t l = 0; l < last; l++)
        network__layer(network, l, batch, act);
    network__norm(act->x[last], network->parameters + layout->gain[last], batch->token_count, layout->shape.width,
                  act->normed[last], act->scale[last]);
    for (size_t i = 0; act->mask[last] && i < batch->token_count * layout->shape.width; i++)
        act->normed[last][i] *= act->mask[last][i];
    network__multiply(network, last, act->normed[last], batch->token_count, act, act->heads);
}

uint32_t network_distance(size_t dependent, size_t head)
{
    static const uint8_t classes[] = {0, 0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7};
    if (head == 0)
        return NETWORK_DISTANCE_ROOT;
    const bool right = head > dependent + 1;
    const size_t distance = right ? head - 1 - dependent : dependent + 1 - head;
    const uint32_t size = distance < 16 ? classes[distance] : distance < 26 ? 8 : 9;
    return size + (right ? 10 : 0);
}

void network_arc_scores(const struct network *network, const float *heads, size_t token_count,
                        const struct network_arc_room *room)
{
    const struct network_layout *const layout = &network->layout;
    const size_t width = layout->shape.arc_width, stride = network_stride(token_count);
    memset(room->keys, 0, width * stride * sizeof *room->keys);
    for (size_t j = 0; j < width; j++)
        room->keys[j * stride] = network->parameters[layout->root_k + j];
    for (size_t t = 0; t < token_count; t++) {
        const float *const line = heads + t * layout->head_columns;
        for (size_t j = 0; j < width; j++) {
            room->q[t * width + j] = line[j] > 0 ? line[j] : 0;
            room->keys[j * stride + t + 1] = line[layout->k_column + j];
        }
    }
    network->multiply(room->score, room->q, room->keys, (struct matrix_size){token_count, width, stride}, false);
    network->multiply(room->near, room->q, network->parameters + layout->distance_arc,
                      (struct matrix_size){token_count, width, NETWORK_DISTANCES}, false);
    for (size_t d = 0; d < token_count; d++)
        for (size_t h = 0; h <= token_count; h++)
            room->score[d * stride + h] += room->near[d * NETWORK_DISTANCES + network_distance(d, h)];
}

void network_label_scores(const struct network *network, const float *heads, const uint32_t *head, size_t token_count,
                          float *hidden, float *score)
{
    const struct network_layout *const layout = &network->layout;
    const size_t width = layout->shape.label_width;
    const float *const p = network->parameters;
    for (size_t d = 0; d < token_count; d++) {
        const float *const a = heads + d * layout->head_columns + layout->a_column;
        const float *const b = head[d] ? heads + (head[d] - 1) * layout->head_columns + layout->b_column : p + layout->root_b;
        const float *const r = p + layout->distance_label + network_distance(d, head[d]) * width;
        for (size_t j = 0; j < width; j++) {
            const float sum = a[j] + b[j] + r[j];
            hidden[d * width + j] = sum > 0 ? sum : 0;
        }
    }
    network__fill_bias(score, p + layout->label_bias, token_count, NETWORK_RELATIONS);
    network->multiply(score, hidden, p + layout->label_weight, (struct matrix_size){token_count, width, NETWORK_RELATIONS}, true);
}
