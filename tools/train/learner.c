/* tools/train/learner.c: Adam [1] over batches of whole sentences, its rate falling in a line to nothing; embeddings get their
 * steps only in batches in which they occur. Seeded: the same corpus and options give the same numbers. Words and lemmas are
 * dropped at random, so that the network learns to do without.
 * [1] Kingma, Ba: Adam: A Method for Stochastic Optimization, ICLR 2015. */
#include "learner.h"

#include "base/hash.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LEARNER_BATCH_AT_MOST = 1024 };

static const float LEARNER_FEATURE_DROPOUT = 0.05f;

/* A number in [0, 1). */
static float learner__random(struct learner *learner)
{
    learner->random += 0x9E3779B97F4A7C15u;
    return (float)(hash_mix(learner->random) >> 40) / 16777216.0f;
}

static void learner__fill_random(struct learner *learner, float *out, size_t count, float range)
{
    for (size_t i = 0; i < count; i++)
        out[i] = (2 * learner__random(learner) - 1) * range;
}

static void learner__start_parameters(struct learner *learner)
{
    const struct network_layout *const layout = &learner->network.layout;
    const size_t width = layout->shape.width;
    float *const p = learner->parameters;
    const float range = sqrtf(3.0f / (float)width);
    for (size_t l = 0; l <= layout->shape.layers; l++)
        for (size_t j = 0; j < width; j++)
            p[layout->gain[l] + j] = 1;
    for (size_t l = 0; l < layout->shape.layers; l++)
        learner__fill_random(learner, p + layout->weight[l], width * 3 * width, range);
    learner__fill_random(learner, p + layout->weight[layout->shape.layers], width * layout->head_columns, range * 0.7f);
    learner__fill_random(learner, p + layout->root_k, layout->shape.arc_width, 0.1f);
    learner__fill_random(learner, p + layout->root_b, layout->shape.label_width, 0.1f);
    learner__fill_random(learner, p + layout->label_weight, layout->shape.label_width * NETWORK_RELATIONS,
                       sqrtf(3.0f / (float)layout->shape.label_width));
    learner__fill_random(learner, learner->rows, (size_t)learner->features->row_count * width, 0.1f);
}

/* Which of a corpus's sentences a learner sees, and how often in an epoch. */
static size_t learner__times(const struct learner *learner, size_t s)
{
    const struct corpus_sentence *const sentence = &learner->corpus->sentences[s];
    const struct learner_options *const options = &learner->options;
    if (sentence->held_out)
        return 0;
    if (sentence->names_only)
        return options->names_times;
    if (sentence->source == FEATURES_SILVER)
        return !options->silver_parts || s % options->silver_parts != options->silver_part;
    return sentence->source == FEATURES_GOLD ? options->gold_times : options->news_times;
}

static bool learner__count_steps(struct learner *learner)
{
    size_t sentences = 0;
    for (size_t s = 0; s < learner->corpus->sentence_count; s++) {
        const size_t times = learner__times(learner, s);
        learner->epoch_words += times * learner->corpus->sentences[s].count;
        sentences += times;
    }
    learner->steps_in_all = learner->options.epochs * (learner->epoch_words / learner->options.batch_words + 1);
    learner->order = calloc(sentences + 1, sizeof *learner->order);
    return learner->order && sentences;
}

bool learner_open(struct learner *learner, const struct corpus *corpus, const struct feature_rows *features,
                  const struct learner_options *options)
{
    struct network_layout layout;
    *learner = (struct learner){.options = *options, .corpus = corpus, .features = features, .random = options->seed};
    if (!network_layout_make(options->shape, &layout) || !learner__count_steps(learner))
        return false;
    const size_t parameters = layout.parameter_count, width = layout.shape.width, words = LEARNER_BATCH_AT_MOST + corpus->longest,
                 numbers = (size_t)features->row_count * width;
    float **const arrays[] = {&learner->parameters, &learner->gradient, &learner->first, &learner->second, &learner->rows,
                              &learner->row_gradient, &learner->row_first, &learner->row_second, &learner->input_gradient};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        if (!(*arrays[i] = calloc(i < 4 ? parameters : i < 8 ? numbers : words * width, sizeof(float))))
            return false;
    learner->touched = calloc(features->row_count + 1, 1);
    learner->touched_list = calloc(features->row_count + 1, sizeof *learner->touched_list);
    learner->targets = calloc(words, sizeof *learner->targets);
    learner->kept = calloc(words * (FEATURES_AT_MOST + WORD_FEATURES + 1), sizeof *learner->kept);
    learner->kept_begin = calloc(words + 1, sizeof *learner->kept_begin);
    learner->room = gradient_room_open(&layout, words, corpus->longest);
    if (!learner->touched || !learner->touched_list || !learner->targets || !learner->kept || !learner->kept_begin || !learner->room)
        return false;
    for (enum features_source source = FEATURES_GOLD; source < FEATURES_SOURCE_COUNT; source++)
        learner->source_rows[source] = model_row(features->slots, features->slot_count, features_source_hash(source));
    learner->network = (struct network){.layout = layout, .parameters = learner->parameters, .multiply = matrix_multiply_choose()};
    learner__start_parameters(learner);
    return true;
}

void learner_finish(struct learner *learner)
{
    void *const arrays[] = {learner->gradient, learner->first, learner->second, learner->row_gradient, learner->row_first,
                            learner->row_second, learner->input_gradient, learner->touched, learner->touched_list,
                            learner->targets, learner->kept, learner->kept_begin, learner->order};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        free(arrays[i]);
    if (learner->room)
        gradient_room_free(learner->room);
    learner->gradient = learner->first = learner->second = learner->row_gradient = learner->row_first = NULL;
    learner->row_second = learner->input_gradient = NULL;
    learner->touched = NULL;
    learner->touched_list = NULL;
    learner->targets = NULL;
    learner->kept = NULL;
    learner->kept_begin = NULL;
    learner->order = NULL;
    learner->room = NULL;
}

void learner_free(struct learner *learner)
{
    learner_finish(learner);
    free(learner->parameters);
    free(learner->rows);
}

/* ---- one batch ------------------------------------------------------------------------------------------------- */

/* The row of the treebank; now and then that of any, so that the network also learns to tell it by the text. */
static uint32_t learner__source_row(struct learner *learner, const struct corpus_sentence *sentence)
{
    const bool any = learner__random(learner) < (float)learner->options.source_dropout && sentence->source != FEATURES_SILVER;
    return learner->source_rows[any || sentence->labelled ? FEATURES_ANY : sentence->source];
}

/* The rows of a word that are kept; returns how many. */
static size_t learner__keep_rows(struct learner *learner, size_t word, uint32_t *kept)
{
    const struct corpus *const corpus = learner->corpus;
    const bool without_word = learner__random(learner) < (float)learner->options.word_dropout;
    size_t count = 0;
    for (size_t i = corpus->feature_begin[word]; i < corpus->feature_begin[word + 1]; i++) {
        const enum feature_kind kind = features_kind(corpus->hashes[i]);
        const uint32_t row = (uint32_t)(corpus->hashes[i] >> 4);
        const bool lexical = kind == FEATURE_FORM || kind == FEATURE_LEMMA || kind == FEATURE_COMPOUND;
        if (row && !(lexical && without_word) && !(learner__random(learner) < LEARNER_FEATURE_DROPOUT))
            kept[count++] = row;
    }
    return count;
}

static void learner__add_rows(const struct learner *learner, const uint32_t *rows, size_t count, float *x)
{
    const size_t width = learner->network.layout.shape.width;
    for (size_t i = 0; i < count; i++) {
        const float *const row = learner->rows + (size_t)(rows[i] - 1) * width;
        for (size_t j = 0; j < width; j++)
            x[j] += row[j];
    }
}

/* Puts a sentence's words at the batch's place *at*: x[0] and the rows that were kept. */
static void learner__embed(struct learner *learner, const struct corpus_sentence *sentence, size_t at)
{
    const size_t width = learner->network.layout.shape.width;
    const uint32_t source = learner__source_row(learner, sentence);
    for (size_t w = 0; w < sentence->count; w++, at++) {
        float *const x = gradient_activations(learner->room)->x[0] + at * width;
        uint32_t *const kept = learner->kept + learner->kept_begin[at];
        kept[0] = source;
        const size_t count = 1 + learner__keep_rows(learner, sentence->first + w, kept + 1);
        memset(x, 0, width * sizeof *x);
        learner__add_rows(learner, kept, count, x);
        learner->kept_begin[at + 1] = learner->kept_begin[at] + count;
    }
}

static void learner__add_row_gradients(struct learner *learner, size_t words)
{
    const size_t width = learner->network.layout.shape.width;
    for (size_t w = 0; w < words; w++)
        for (size_t i = learner->kept_begin[w]; i < learner->kept_begin[w + 1]; i++) {
            const uint32_t row = learner->kept[i] - 1;
            if (!learner->touched[row]) {
                learner->touched[row] = 1;
                learner->touched_list[learner->touched_count++] = row;
            }
            float *const sum = learner->row_gradient + (size_t)row * width;
            const float *const slope = learner->input_gradient + w * width;
            for (size_t j = 0; j < width; j++)
                sum[j] += slope[j];
        }
}

struct learner__rate {
    float step, correct_second, scale;
};

static void learner__adam(float *p, float *gradient, float *first, float *second, size_t count, struct learner__rate rate)
{
    for (size_t i = 0; i < count; i++) {
        const float slope = gradient[i] * rate.scale;
        first[i] = 0.9f * first[i] + 0.1f * slope;
        second[i] = 0.98f * second[i] + 0.02f * slope * slope;
        p[i] -= rate.step * first[i] / (sqrtf(second[i] * rate.correct_second) + 1e-8f);
        gradient[i] = 0;
    }
}

static void learner__step(struct learner *learner, size_t words)
{
    const size_t width = learner->network.layout.shape.width;
    const double done = (double)learner->step / (double)learner->steps_in_all, t = (double)++learner->step;
    const double warm = t < 200 ? t / 200 : 1, rate = learner->options.rate * warm * (1 - done);
    const struct learner__rate now = {(float)(rate / (1 - pow(0.9, t))), (float)(1 / (1 - pow(0.98, t))), 1.0f / (float)words};
    learner__adam(learner->parameters, learner->gradient, learner->first, learner->second, learner->network.layout.parameter_count, now);
    for (size_t i = 0; i < learner->touched_count; i++) {
        const size_t at = (size_t)learner->touched_list[i] * width;
        learner__adam(learner->rows + at, learner->row_gradient + at, learner->row_first + at, learner->row_second + at, width, now);
        learner->touched[learner->touched_list[i]] = 0;
    }
    learner->touched_count = 0;
}

static void learner__make_masks(struct learner *learner, size_t words)
{
    const size_t width = learner->network.layout.shape.width;
    const size_t layers = learner->network.layout.shape.layers;
    for (size_t l = 0; l <= layers; l++) {
        const float keep = 1.0f - (float)(l < layers ? learner->options.dropout : learner->options.head_dropout);
        float *const mask = gradient_mask(learner->room, l);
        gradient_activations(learner->room)->mask[l] = mask;
        for (size_t i = 0; i < words * width; i++)
            mask[i] = learner__random(learner) < keep ? 1.0f / keep : 0.0f;
    }
}

static void learner__batch(struct learner *learner, const uint32_t *sentences, size_t count, const uint32_t *begin, struct loss *loss)
{
    const struct corpus *const corpus = learner->corpus;
    const size_t words = begin[count];
    for (size_t s = 0; s < count; s++) {
        const struct corpus_sentence *const sentence = &corpus->sentences[sentences[s]];
        learner__embed(learner, sentence, begin[s]);
        memcpy(learner->targets + begin[s], corpus->targets + sentence->first, sentence->count * sizeof *learner->targets);
        for (size_t w = begin[s]; w < begin[s + 1]; w++)
            learner->targets[w].weight *= sentence->source == FEATURES_SILVER || sentence->names_only ? (float)learner->options.silver_weight : 1.0f;
    }
    learner__make_masks(learner, words);
    const struct network_batch batch = {begin, count, words};
    gradient_of_batch(learner->room, &learner->network, &batch, learner->targets, (float)learner->options.tag_weight,
                      learner->gradient, learner->input_gradient, loss);
    learner__add_row_gradients(learner, words);
    learner__step(learner, words);
}

/* ---- epochs ---------------------------------------------------------------------------------------------------- */

static size_t learner__shuffle(struct learner *learner)
{
    uint32_t *const order = learner->order;
    size_t count = 0;
    for (uint32_t s = 0; s < learner->corpus->sentence_count; s++)
        for (size_t times = learner__times(learner, s); times-- > 0;)
            order[count++] = s;
    for (size_t i = count; i > 1; i--) {
        learner->random += 0x9E3779B97F4A7C15u;
        const size_t other = (size_t)(hash_mix(learner->random) % i);
        const uint32_t swap = order[i - 1];
        order[i - 1] = order[other];
        order[other] = swap;
    }
    return count;
}

struct loss learner_epoch(struct learner *learner, learner_progress *progress, void *context)
{
    uint32_t begin[LEARNER_BATCH_AT_MOST + 2] = {0};
    const size_t count = learner__shuffle(learner);
    struct loss loss = {0};
    size_t in_batch = 0;
    for (size_t i = 0; i < count; i++) {
        begin[in_batch + 1] = begin[in_batch] + learner->corpus->sentences[learner->order[i]].count;
        in_batch++;
        if (begin[in_batch] >= learner->options.batch_words || in_batch == LEARNER_BATCH_AT_MOST || i + 1 == count) {
            learner__batch(learner, learner->order + i + 1 - in_batch, in_batch, begin, &loss);
            in_batch = 0;
        }
        if (progress && (i % 256 == 0 || i + 1 == count))
            progress(context, (double)(i + 1) / (double)count, &loss);
    }
    return loss;
}

/* ---- reading --------------------------------------------------------------------------------------------------- */

bool reading_open(struct reading *reading, const struct network_layout *layout, size_t longest)
{
    const size_t width = layout->shape.width, stride = network_stride(longest);
    const size_t sizes[] = {longest * width, longest * width, longest, longest * 3 * width, longest * width,
                            longest * layout->head_columns, longest * layout->shape.arc_width, stride * layout->shape.arc_width,
                            longest * NETWORK_DISTANCES, longest * stride, longest * layout->shape.label_width,
                            longest * NETWORK_RELATIONS};
    *reading = (struct reading){0};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (!(reading->places[i] = calloc(sizes[i] + 1, sizeof(float))))
            return false;
    for (size_t l = 0; l <= layout->shape.layers; l++) {
        reading->activations.x[l] = reading->places[0];
        reading->activations.normed[l] = reading->places[1];
        reading->activations.scale[l] = reading->places[2];
    }
    for (size_t l = 0; l < layout->shape.layers; l++) {
        reading->activations.u[l] = reading->places[3];
        reading->activations.c[l] = reading->places[4];
    }
    reading->activations.heads = reading->places[5];
    reading->arcs = (struct network_arc_room){reading->places[6], reading->places[7], reading->places[8], reading->places[9]};
    reading->hidden = reading->places[10];
    reading->labels = reading->places[11];
    return true;
}

void reading_free(struct reading *reading)
{
    for (size_t i = 0; i < sizeof reading->places / sizeof *reading->places; i++)
        free(reading->places[i]);
}

void learner_read(const struct learner *learner, const struct corpus_sentence *sentence, enum features_source source,
                  struct reading *reading)
{
    const struct corpus *const corpus = learner->corpus;
    const size_t width = learner->network.layout.shape.width, count = sentence->count;
    const uint32_t begin[] = {0, sentence->count};
    for (size_t w = 0; w < count; w++) {
        float *const x = reading->activations.x[0] + w * width;
        uint32_t kept[FEATURES_AT_MOST + WORD_FEATURES + 1] = {learner->source_rows[source]};
        size_t rows = 1;
        for (size_t i = corpus->feature_begin[sentence->first + w]; i < corpus->feature_begin[sentence->first + w + 1]; i++)
            if (corpus->hashes[i] >> 4)
                kept[rows++] = (uint32_t)(corpus->hashes[i] >> 4);
        memset(x, 0, width * sizeof *x);
        learner__add_rows(learner, kept, rows, x);
    }
    network_forward(&learner->network, &(struct network_batch){begin, 1, count}, &reading->activations);
    network_arc_scores(&learner->network, reading->activations.heads, count, &reading->arcs);
}
