/* tools/train/gradient.c: back-propagation through parse/network.c, by hand.
 *   Loss of a word d:  -log softmax_h s(h, d)[head]  -  log softmax label(head, d)[relation]  -  w sum over attributes of
 *   log P(value in the set that is known),  P a softmax over the attribute's values; a set of one value is the usual cross
 *   entropy, a larger one says only what it excludes. Where soft labels are given, the cross entropy to them. Symbols as in parse/network.c; dX is the loss's derivative by X. */
#include "gradient.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct gradient_room {
    struct network_layout layout;
    struct network_activations activations;
    float *masks[NETWORK_LAYERS_AT_MOST + 1];
    struct network_arc_room arcs;
    float *hidden, *labels;          /* [longest][B], [longest][NETWORK_RELATIONS] */
    uint32_t *head;
    float *d_heads;                  /* [tokens][H] */
    float *d_x, *d_normed, *d_u;     /* [tokens][D], [tokens][D], [tokens][3 D] */
    float *d_q, *keys_by_head, *d_keys, *d_near, *d_hidden;
    float *transposed;               /* the largest transpose that is needed */
    float *wanted;                   /* [stride] or [NETWORK_RELATIONS] */
};

static float *gradient__take(size_t count)
{
    return calloc(count ? count : 1, sizeof(float));
}

struct gradient_room *gradient_room_open(const struct network_layout *layout, size_t tokens, size_t longest)
{
    struct gradient_room *const room = calloc(1, sizeof *room);
    if (!room)
        return NULL;
    const size_t width = layout->shape.width, arc = layout->shape.arc_width, label = layout->shape.label_width,
                 stride = network_stride(longest), widest = layout->head_columns > 3 * width ? layout->head_columns : 3 * width;
    room->layout = *layout;
    for (size_t l = 0; l <= layout->shape.layers; l++) {
        room->activations.x[l] = gradient__take(tokens * width);
        room->activations.normed[l] = gradient__take(tokens * width);
        room->activations.scale[l] = gradient__take(tokens);
        room->masks[l] = gradient__take(tokens * width);
    }
    for (size_t l = 0; l < layout->shape.layers; l++) {
        room->activations.u[l] = gradient__take(tokens * 3 * width);
        room->activations.c[l] = gradient__take(tokens * width);
    }
    room->activations.heads = gradient__take(tokens * layout->head_columns);
    room->arcs = (struct network_arc_room){gradient__take(longest * arc), gradient__take(stride * arc),
                                           gradient__take(longest * NETWORK_DISTANCES), gradient__take(longest * stride)};
    room->hidden = gradient__take(longest * label);
    room->labels = gradient__take(longest * NETWORK_RELATIONS);
    room->head = calloc(longest, sizeof *room->head);
    room->d_heads = gradient__take(tokens * layout->head_columns);
    room->d_x = gradient__take(tokens * width);
    room->d_normed = gradient__take(tokens * width);
    room->d_u = gradient__take(tokens * 3 * width);
    room->d_q = gradient__take(longest * arc);
    room->keys_by_head = gradient__take(stride * arc);
    room->d_keys = gradient__take(stride * arc);
    room->d_near = gradient__take(longest * NETWORK_DISTANCES);
    room->d_hidden = gradient__take(longest * label);
    room->transposed = gradient__take((tokens > width ? tokens : width) * widest + stride * longest);
    room->wanted = gradient__take(stride > NETWORK_RELATIONS ? stride : NETWORK_RELATIONS);
    return room;                     /* a training program: a failed allocation is found by its first use */
}

void gradient_room_free(struct gradient_room *room)
{
    if (!room)
        return;
    for (size_t l = 0; l <= NETWORK_LAYERS_AT_MOST; l++) {
        free(room->activations.x[l]);
        free(room->activations.normed[l]);
        free(room->activations.scale[l]);
        free(room->masks[l]);
    }
    for (size_t l = 0; l < NETWORK_LAYERS_AT_MOST; l++) {
        free(room->activations.u[l]);
        free(room->activations.c[l]);
    }
    float *const others[] = {room->activations.heads, room->arcs.q, room->arcs.keys, room->arcs.near, room->arcs.score, room->hidden,
                             room->labels, room->d_heads, room->d_x, room->d_normed, room->d_u, room->d_q, room->keys_by_head,
                             room->d_keys, room->d_near, room->d_hidden, room->transposed, room->wanted};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        free(others[i]);
    free(room->head);
    free(room);
}

struct network_activations *gradient_activations(struct gradient_room *room)
{
    return &room->activations;
}

float *gradient_mask(struct gradient_room *room, size_t layer)
{
    return room->masks[layer];
}

/* out (+)= left^T right, left [rows][inner], right [rows][columns] */
static void gradient__multiply_left_transposed(struct gradient_room *room, const struct network *network, float *out,
                                               const float *left, const float *right, size_t rows, size_t inner, size_t columns)
{
    matrix_transpose(room->transposed, left, rows, inner);
    network->multiply(out, room->transposed, right, (struct matrix_size){inner, rows, columns}, true);
}

/* out = left right^T, left [rows][columns], right [inner][columns] */
static void gradient__multiply_right_transposed(struct gradient_room *room, const struct network *network, float *out,
                                                const float *left, const float *right, size_t rows, size_t inner, size_t columns)
{
    matrix_transpose(room->transposed, right, inner, columns);
    network->multiply(out, left, room->transposed, (struct matrix_size){rows, columns, inner}, false);
}

/* Turns scores[count] into weight * (softmax - softmax restricted to the set); returns -log of the set's probability. */
static double gradient__softmax(float *scores, size_t count, uint64_t set, float weight)
{
    float highest = scores[0];
    for (size_t i = 1; i < count; i++)
        highest = scores[i] > highest ? scores[i] : highest;
    float sum = 0, inside = 0;
    for (size_t i = 0; i < count; i++) {
        scores[i] = expf(scores[i] - highest);
        sum += scores[i];
        inside += set >> i & 1 ? scores[i] : 0;
    }
    inside = inside > 1e-30f ? inside : 1e-30f;
    for (size_t i = 0; i < count; i++)
        scores[i] = weight * (scores[i] / sum - (set >> i & 1 ? scores[i] / inside : 0));
    return -log((double)(inside / sum));
}

/* Turns scores[count] into weight * (softmax - wanted), where wanted sums to 1; returns the cross entropy. */
static double gradient__softmax_shares(float *scores, size_t count, const float *wanted, float weight)
{
    float highest = scores[0];
    for (size_t i = 1; i < count; i++)
        highest = scores[i] > highest ? scores[i] : highest;
    float sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += scores[i] = expf(scores[i] - highest);
    double loss = 0;
    for (size_t i = 0; i < count; i++) {
        if (wanted[i] > 0)
            loss -= (double)wanted[i] * log((double)(scores[i] / sum) + 1e-30);
        scores[i] = weight * (scores[i] / sum - wanted[i]);
    }
    return loss;
}

static void gradient__want_one(float *wanted, size_t count, size_t right)
{
    memset(wanted, 0, count * sizeof *wanted);
    wanted[right] = 1;
}

static void gradient__want_heads(float *wanted, size_t count, const struct target *target)
{
    const struct soft *const soft = target->soft;
    float whole = 0;
    gradient__want_one(wanted, count, target->head);
    for (size_t i = 0; target->soft_tree && i < SOFT_SHARES; i++)
        whole += soft->head_shares[i];
    wanted[target->head] = whole > 0 ? 0 : 1;
    for (size_t i = 0; whole > 0 && i < SOFT_SHARES; i++)
        wanted[soft->heads[i]] += soft->head_shares[i] / whole;
}

static void gradient__want_relations(float *wanted, const struct target *target)
{
    const struct soft *const soft = target->soft;
    float whole = 0;
    gradient__want_one(wanted, NETWORK_RELATIONS, target->relation);
    for (size_t i = 0; target->soft_tree && i < SOFT_SHARES; i++)
        whole += soft->relation_shares[i];
    wanted[target->relation] = whole > 0 ? 0 : 1;
    for (size_t i = 0; whole > 0 && i < SOFT_SHARES; i++)
        wanted[soft->relations[i]] += soft->relation_shares[i] / whole;
}

/* Arcs of one sentence: heads and d_heads point to its first token. */
static void gradient__arcs(struct gradient_room *room, const struct network *network, const float *heads, float *d_heads,
                           const struct target *targets, size_t count, float *gradient, struct loss *loss)
{
    const struct network_layout *const layout = &room->layout;
    const size_t width = layout->shape.arc_width, stride = network_stride(count), columns = layout->head_columns;
    float *const score = room->arcs.score;
    network_arc_scores(network, heads, count, &room->arcs);
    memset(room->d_near, 0, count * NETWORK_DISTANCES * sizeof(float));
    for (size_t d = 0; d < count; d++) {
        float *const line = score + d * stride;
        line[d + 1] = -1e30f;
        gradient__want_heads(room->wanted, count + 1, &targets[d]);
        loss->weight += (double)targets[d].weight;
        loss->arcs += (double)targets[d].weight * gradient__softmax_shares(line, count + 1, room->wanted, targets[d].weight);
        memset(line + count + 1, 0, (stride - count - 1) * sizeof(float));
        for (size_t h = 0; h <= count; h++)
            room->d_near[d * NETWORK_DISTANCES + network_distance(d, h)] += line[h];
    }
    matrix_transpose(room->keys_by_head, room->arcs.keys, width, stride);
    network->multiply(room->d_q, score, room->keys_by_head, (struct matrix_size){count, stride, width}, false);
    memset(room->d_keys, 0, stride * width * sizeof(float));
    gradient__multiply_left_transposed(room, network, room->d_keys, score, room->arcs.q, count, stride, width);
    gradient__multiply_left_transposed(room, network, gradient + layout->distance_arc, room->arcs.q, room->d_near, count, width,
                                       NETWORK_DISTANCES);
    matrix_transpose(room->transposed, network->parameters + layout->distance_arc, width, NETWORK_DISTANCES);
    network->multiply(room->d_q, room->d_near, room->transposed, (struct matrix_size){count, NETWORK_DISTANCES, width}, true);
    for (size_t j = 0; j < width; j++)
        gradient[layout->root_k + j] += room->d_keys[j];
    for (size_t t = 0; t < count; t++)
        for (size_t j = 0; j < width; j++) {
            d_heads[t * columns + j] = room->arcs.q[t * width + j] > 0 ? room->d_q[t * width + j] : 0;
            d_heads[t * columns + layout->k_column + j] = room->d_keys[(t + 1) * width + j];
        }
}

static void gradient__labels(struct gradient_room *room, const struct network *network, const float *heads, float *d_heads,
                             const struct target *targets, size_t count, float *gradient, struct loss *loss)
{
    const struct network_layout *const layout = &room->layout;
    const size_t width = layout->shape.label_width, columns = layout->head_columns;
    for (size_t d = 0; d < count; d++)
        room->head[d] = targets[d].head;
    network_label_scores(network, heads, room->head, count, room->hidden, room->labels);
    for (size_t d = 0; d < count; d++) {
        float *const line = room->labels + d * NETWORK_RELATIONS;
        gradient__want_relations(room->wanted, &targets[d]);
        loss->relations += (double)targets[d].weight *
                           gradient__softmax_shares(line, NETWORK_RELATIONS, room->wanted, targets[d].weight);
        for (size_t j = 0; j < NETWORK_RELATIONS; j++)
            gradient[layout->label_bias + j] += line[j];
    }
    gradient__multiply_left_transposed(room, network, gradient + layout->label_weight, room->hidden, room->labels, count, width,
                                       NETWORK_RELATIONS);
    gradient__multiply_right_transposed(room, network, room->d_hidden, room->labels, network->parameters + layout->label_weight,
                                        count, width, NETWORK_RELATIONS);
    for (size_t d = 0; d < count; d++) {
        float *const a = d_heads + d * columns + layout->a_column;
        float *const b = room->head[d] ? d_heads + (room->head[d] - 1) * columns + layout->b_column : gradient + layout->root_b;
        float *const r = gradient + layout->distance_label + network_distance(d, room->head[d]) * width;
        for (size_t j = 0; j < width; j++) {
            const float slope = room->hidden[d * width + j] > 0 ? room->d_hidden[d * width + j] : 0;
            a[j] += slope;
            b[j] += slope;
            r[j] += slope;
        }
    }
}

/* The shares of an attribute's values, if soft has any. */
static bool gradient__want_values(float *wanted, const struct soft *soft, struct tags_attribute_place place)
{
    float whole = 0;
    for (size_t i = 0; i < place.count; i++)
        whole += soft->tags[place.first + i];
    for (size_t i = 0; whole > 0 && i < place.count; i++)
        wanted[i] = soft->tags[place.first + i] / whole;
    return whole > 0;
}

static void gradient__tags(const struct network_layout *layout, const float *heads, float *d_heads, const struct target *target,
                           float weight, struct loss *loss)
{
    float wanted[NETWORK_TAGS];
    for (enum tags_attribute attribute = TAGS_UPOS; attribute < TAGS_ATTRIBUTE_COUNT; attribute++) {
        const struct tags_attribute_place place = tags_attributes[attribute];
        const uint32_t values = target->values[attribute];
        const bool settled = values && !(values & (values - 1));
        const bool soft = !settled && target->soft && gradient__want_values(wanted, target->soft, place);
        float *const line = d_heads + layout->tag_column + place.first;
        if (!values && !soft)
            continue;
        memcpy(line, heads + layout->tag_column + place.first, place.count * sizeof(float));
        loss->tags += (double)weight * (soft ? gradient__softmax_shares(line, place.count, wanted, weight)
                                             : gradient__softmax(line, place.count, values, weight));
    }
}

/* d_normed -> added to d_x and to the gain's gradient. */
static void gradient__norm(const float *x, const float *gain, const float *scale, const float *d_normed, size_t count, size_t width,
                           float *d_x, float *d_gain)
{
    for (size_t t = 0; t < count; t++, x += width, d_normed += width, d_x += width) {
        float along = 0;
        for (size_t j = 0; j < width; j++) {
            d_gain[j] += d_normed[j] * x[j] * scale[t];
            along += d_normed[j] * gain[j] * x[j];
        }
        along *= scale[t] * scale[t] * scale[t] / (float)width;
        for (size_t j = 0; j < width; j++)
            d_x[j] += scale[t] * d_normed[j] * gain[j] - along * x[j];
    }
}

static float gradient__sigmoid_slope(float x)
{
    const float size = 1.0f + (x < 0 ? -x : x);
    return 0.5f / (size * size);
}

/* One direction of one sentence, against the direction of the recurrence. d_c starts as zeros. */
static void gradient__recur(const float *u, const float *c, const float *d_y, float *d_u, size_t count, size_t width, bool backwards)
{
    const size_t half = width / 2, first = backwards ? half : 0;
    float carry[512] = {0};
    for (size_t i = count; i-- > 0;) {
        const size_t t = backwards ? count - 1 - i : i;
        const float *const z = u + t * 3 * width + first, *const f = z + width, *const o = f + width;
        float *const d_z = d_u + t * 3 * width + first, *const d_f = d_z + width, *const d_o = d_f + width;
        const float *const now = c + t * width + first, *const before = backwards ? now + width : now - width,
                    *const dy = d_y + t * width + first;
        for (size_t j = 0; j < half; j++) {
            const float keep = network_sigmoid(f[j]), earlier = i ? before[j] : 0.0f;
            const float d_c = carry[j] + dy[j] * network_sigmoid(o[j]);
            d_o[j] = dy[j] * now[j] * gradient__sigmoid_slope(o[j]);
            d_f[j] = d_c * (earlier - z[j]) * gradient__sigmoid_slope(f[j]);
            d_z[j] = d_c * (1.0f - keep);
            carry[j] = d_c * keep;
        }
    }
}

static void gradient__layer(struct gradient_room *room, const struct network *network, const struct network_batch *batch, size_t l,
                            float *gradient)
{
    const struct network_layout *const layout = &room->layout;
    const struct network_activations *const act = &room->activations;
    const size_t width = layout->shape.width, count = batch->token_count;
    float *const d_y = room->d_normed;
    for (size_t i = 0; i < count * width; i++)
        d_y[i] = act->mask[l] ? room->d_x[i] * act->mask[l][i] : room->d_x[i];
    for (size_t s = 0; s < batch->sentence_count; s++) {
        const size_t begin = batch->begin[s], size = batch->begin[s + 1] - begin, wide = begin * 3 * width, narrow = begin * width;
        gradient__recur(act->u[l] + wide, act->c[l] + narrow, d_y + narrow, room->d_u + wide, size, width, false);
        gradient__recur(act->u[l] + wide, act->c[l] + narrow, d_y + narrow, room->d_u + wide, size, width, true);
    }
    for (size_t t = 0; t < count; t++)
        for (size_t j = 0; j < 3 * width; j++)
            gradient[layout->bias[l] + j] += room->d_u[t * 3 * width + j];
    gradient__multiply_left_transposed(room, network, gradient + layout->weight[l], act->normed[l], room->d_u, count, width, 3 * width);
    gradient__multiply_right_transposed(room, network, room->d_normed, room->d_u, network->parameters + layout->weight[l], count, width,
                                        3 * width);
    gradient__norm(act->x[l], network->parameters + layout->gain[l], act->scale[l], room->d_normed, count, width, room->d_x,
                   gradient + layout->gain[l]);
}

static void gradient__heads(struct gradient_room *room, const struct network *network, const struct network_batch *batch,
                            float *gradient)
{
    const struct network_layout *const layout = &room->layout;
    const struct network_activations *const act = &room->activations;
    const size_t width = layout->shape.width, count = batch->token_count, columns = layout->head_columns, last = layout->shape.layers;
    for (size_t t = 0; t < count; t++)
        for (size_t j = 0; j < columns; j++)
            gradient[layout->head_bias + j] += room->d_heads[t * columns + j];
    gradient__multiply_left_transposed(room, network, gradient + layout->weight[last], act->normed[last], room->d_heads, count, width,
                                       columns);
    gradient__multiply_right_transposed(room, network, room->d_normed, room->d_heads, network->parameters + layout->weight[last], count,
                                        width, columns);
    for (size_t i = 0; act->mask[last] && i < count * width; i++)
        room->d_normed[i] *= act->mask[last][i];
    memset(room->d_x, 0, count * width * sizeof(float));
    gradient__norm(act->x[last], network->parameters + layout->gain[last], act->scale[last], room->d_normed, count, width, room->d_x,
                   gradient + layout->gain[last]);
}

void gradient_of_batch(struct gradient_room *room, const struct network *network, const struct network_batch *batch,
                       const struct target *targets, float tag_weight, float *gradient, float *input_gradient, struct loss *loss)
{
    const struct network_layout *const layout = &room->layout;
    const size_t columns = layout->head_columns;
    network_forward(network, batch, &room->activations);
    memset(room->d_heads, 0, batch->token_count * columns * sizeof(float));
    for (size_t s = 0; s < batch->sentence_count; s++) {
        const size_t begin = batch->begin[s], count = batch->begin[s + 1] - begin;
        const float *const heads = room->activations.heads + begin * columns;
        float *const d_heads = room->d_heads + begin * columns;
        if (count && targets[begin].weight > 0) {
            gradient__arcs(room, network, heads, d_heads, targets + begin, count, gradient, loss);
            gradient__labels(room, network, heads, d_heads, targets + begin, count, gradient, loss);
        }
        for (size_t t = 0; t < count; t++)
            gradient__tags(layout, heads + t * columns, d_heads + t * columns, &targets[begin + t], tag_weight, loss);
    }
    loss->words += batch->token_count;
    gradient__heads(room, network, batch, gradient);
    for (size_t l = layout->shape.layers; l-- > 0;)
        gradient__layer(room, network, batch, l, gradient);
    memcpy(input_gradient, room->d_x, batch->token_count * layout->shape.width * sizeof(float));
}
