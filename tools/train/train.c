/* tools/train/train.c: makes data/model.bin from treebanks.
 *
 *     train --image build/laut.image --out model.bin --gold FILE … --news FILE … --silver FILE …     .conllu or .conllu.xz
 *     train --print-hashes FILE …        the list of test sentences, tools/train/test_hashes.inc (sort -u it)
 *
 * Adam [1] over batches of whole sentences, its rate falling in a line to nothing; embeddings get their steps only in batches
 * in which they occur. Seeded: the same files and options give the same bytes. Gold and news trees are seen several times an
 * epoch, silver ones once with less weight. Words and lemmas are dropped at random, so that the network learns to do without.
 * [1] Kingma, Ba: Adam: A Method for Stochastic Optimization, ICLR 2015. */
#include "corpus.h"

#include "base/hash.h"
#include "parse/decode.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TRAIN_BATCH_AT_MOST = 1024 };

struct train_options {
    const char *image, *out, *clusters;
    struct network_shape shape;
    size_t relabel_epoch;            /* after so many epochs silver trees are replaced by the network's own; 0: never */
    size_t merge;                    /* 1: gold and news count as one treebank */
    size_t epochs, minimum, batch_words, hold_out_every, gold_times, news_times;
    double rate, dropout, word_dropout, silver_weight, tag_weight;
    uint64_t seed;
};

struct train {
    struct train_options options;
    struct corpus *corpus;
    struct network network;
    float *parameters, *gradient, *first, *second;       /* [parameter_count] */
    struct model_slot *slots;
    uint32_t slot_count, row_count;
    float *rows, *row_gradient, *row_first, *row_second; /* [row_count][D] */
    uint8_t *touched;                                    /* [row_count] */
    uint32_t *touched_list;
    size_t touched_count;
    uint32_t source_rows[3];
    struct gradient_room *room;
    float *input_gradient;
    struct target *targets;                              /* of the batch */
    uint32_t *kept;                                      /* rows that the batch's words kept, with kept_begin */
    size_t *kept_begin;
    uint64_t random;
    size_t step, steps_in_all;
};

/* A number in [0, 1). */
static float train__random(struct train *train)
{
    train->random += 0x9E3779B97F4A7C15u;
    return (float)(hash_mix(train->random) >> 40) / 16777216.0f;
}

static void train__fill_random(struct train *train, float *out, size_t count, float range)
{
    for (size_t i = 0; i < count; i++)
        out[i] = (2 * train__random(train) - 1) * range;
}

static void train__start_parameters(struct train *train)
{
    const struct network_layout *const layout = &train->network.layout;
    const size_t width = layout->shape.width;
    float *const p = train->parameters;
    const float range = sqrtf(3.0f / (float)width);
    for (size_t l = 0; l <= layout->shape.layers; l++)
        for (size_t j = 0; j < width; j++)
            p[layout->gain[l] + j] = 1;
    for (size_t l = 0; l < layout->shape.layers; l++)
        train__fill_random(train, p + layout->weight[l], width * 3 * width, range);
    train__fill_random(train, p + layout->head_weight, width * layout->head_columns, range * 0.7f);
    train__fill_random(train, p + layout->root_k, layout->shape.arc_width, 0.1f);
    train__fill_random(train, p + layout->root_b, layout->shape.label_width, 0.1f);
    train__fill_random(train, p + layout->label_weight, layout->shape.label_width * NETWORK_RELATIONS,
                       sqrtf(3.0f / (float)layout->shape.label_width));
    train__fill_random(train, train->rows, (size_t)train->row_count * width, 0.1f);
}

static bool train__start(struct train *train)
{
    struct network_layout layout;
    if (!network_layout_make(train->options.shape, &layout))
        return false;
    const size_t parameters = layout.parameter_count, width = layout.shape.width,
                 words = TRAIN_BATCH_AT_MOST + train->corpus->longest;
    train->slots = corpus_make_rows(train->corpus, train->options.minimum, &train->slot_count, &train->row_count);
    const size_t numbers = (size_t)train->row_count * width;
    float **const arrays[] = {&train->parameters, &train->gradient, &train->first, &train->second, &train->rows,
                              &train->row_gradient, &train->row_first, &train->row_second, &train->input_gradient};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        if (!(*arrays[i] = calloc(i < 4 ? parameters : i < 8 ? numbers : words * width, sizeof(float))))
            return false;
    train->touched = calloc(train->row_count + 1, 1);
    train->touched_list = calloc(train->row_count + 1, sizeof *train->touched_list);
    train->targets = calloc(words, sizeof *train->targets);
    train->kept = calloc(words * (FEATURES_AT_MOST + 1), sizeof *train->kept);
    train->kept_begin = calloc(words + 1, sizeof *train->kept_begin);
    train->room = gradient_room_open(&layout, words, train->corpus->longest);
    if (!train->slots || !train->touched || !train->touched_list || !train->targets || !train->kept || !train->kept_begin ||
        !train->room)
        return false;
    for (enum features_source source = FEATURES_GOLD; source <= FEATURES_SILVER; source++)
        train->source_rows[source] = model_row(train->slots, train->slot_count, features_source_hash(source));
    if (train->options.merge)
        train->source_rows[FEATURES_NEWS] = train->source_rows[FEATURES_GOLD];
    train->network = (struct network){layout, train->parameters, matrix_multiply_choose()};
    train->random = train->options.seed;
    train__start_parameters(train);
    return true;
}

/* ---- one batch ------------------------------------------------------------------------------------------------- */

/* Puts a sentence's words at the batch's place *at*: x[0] and the rows that were kept. */
static void train__embed(struct train *train, const struct corpus_sentence *sentence, enum features_source source, size_t at, bool drop)
{
    const struct corpus *const corpus = train->corpus;
    const size_t width = train->network.layout.shape.width;
    float *x = gradient_activations(train->room)->x[0] + at * width;
    size_t kept = train->kept_begin[at];
    for (size_t w = sentence->first; w < (size_t)sentence->first + sentence->count; w++, x += width) {
        const bool without_word = drop && train__random(train) < (float)train->options.word_dropout;
        train->kept[kept++] = train->source_rows[source];
        for (size_t i = corpus->feature_begin[w]; i < corpus->feature_begin[w + 1]; i++) {
            const enum feature_kind kind = features_kind(corpus->hashes[i]);
            const uint32_t row = (uint32_t)(corpus->hashes[i] >> 4);
            const bool lexical = kind == FEATURE_FORM || kind == FEATURE_LEMMA || kind == FEATURE_COMPOUND;
            if (row && !(lexical && without_word) && !(drop && train__random(train) < 0.05f))
                train->kept[kept++] = row;
        }
        memset(x, 0, width * sizeof *x);
        for (size_t i = train->kept_begin[at]; i < kept; i++) {
            const float *const row = train->rows + (size_t)(train->kept[i] - 1) * width;
            for (size_t j = 0; j < width; j++)
                x[j] += row[j];
        }
        train->kept_begin[++at] = kept;
    }
}

static void train__add_row_gradients(struct train *train, size_t words)
{
    const size_t width = train->network.layout.shape.width;
    for (size_t w = 0; w < words; w++)
        for (size_t i = train->kept_begin[w]; i < train->kept_begin[w + 1]; i++) {
            const uint32_t row = train->kept[i] - 1;
            if (!train->touched[row]) {
                train->touched[row] = 1;
                train->touched_list[train->touched_count++] = row;
            }
            float *const sum = train->row_gradient + (size_t)row * width;
            const float *const slope = train->input_gradient + w * width;
            for (size_t j = 0; j < width; j++)
                sum[j] += slope[j];
        }
}

struct train__rate {
    float step, correct_second, scale;
};

static void train__adam(float *p, float *gradient, float *first, float *second, size_t count, struct train__rate rate)
{
    for (size_t i = 0; i < count; i++) {
        const float slope = gradient[i] * rate.scale;
        first[i] = 0.9f * first[i] + 0.1f * slope;
        second[i] = 0.98f * second[i] + 0.02f * slope * slope;
        p[i] -= rate.step * first[i] / (sqrtf(second[i] * rate.correct_second) + 1e-8f);
        gradient[i] = 0;
    }
}

static void train__step(struct train *train, size_t words)
{
    const size_t width = train->network.layout.shape.width;
    const double done = (double)train->step / (double)train->steps_in_all, t = (double)++train->step;
    const double warm = t < 200 ? t / 200 : 1, rate = train->options.rate * warm * (1 - done);
    const struct train__rate now = {(float)(rate / (1 - pow(0.9, t))), (float)(1 / (1 - pow(0.98, t))), 1.0f / (float)words};
    train__adam(train->parameters, train->gradient, train->first, train->second, train->network.layout.parameter_count, now);
    for (size_t i = 0; i < train->touched_count; i++) {
        const size_t at = (size_t)train->touched_list[i] * width;
        train__adam(train->rows + at, train->row_gradient + at, train->row_first + at, train->row_second + at, width, now);
        train->touched[train->touched_list[i]] = 0;
    }
    train->touched_count = 0;
}

static void train__make_masks(struct train *train, size_t words)
{
    const size_t width = train->network.layout.shape.width;
    const float keep = 1.0f - (float)train->options.dropout;
    for (size_t l = 0; l < train->network.layout.shape.layers; l++) {
        float *const mask = gradient_mask(train->room, l);
        gradient_activations(train->room)->mask[l] = mask;
        for (size_t i = 0; i < words * width; i++)
            mask[i] = train__random(train) < keep ? 1.0f / keep : 0.0f;
    }
}

static void train__batch(struct train *train, const uint32_t *sentences, size_t count, const uint32_t *begin, struct loss *loss)
{
    const size_t words = begin[count];
    for (size_t s = 0; s < count; s++) {
        const struct corpus_sentence *const sentence = &train->corpus->sentences[sentences[s]];
        train__embed(train, sentence, sentence->source, begin[s], true);
        memcpy(train->targets + begin[s], train->corpus->targets + sentence->first, sentence->count * sizeof *train->targets);
        for (size_t w = begin[s]; w < begin[s + 1]; w++)
            train->targets[w].weight = sentence->source == FEATURES_SILVER ? (float)train->options.silver_weight : 1.0f;
    }
    train__make_masks(train, words);
    const struct network_batch batch = {begin, count, words};
    gradient_of_batch(train->room, &train->network, &batch, train->targets, (float)train->options.tag_weight, train->gradient,
                      train->input_gradient, loss);
    train__add_row_gradients(train, words);
    train__step(train, words);
}

/* ---- epochs ---------------------------------------------------------------------------------------------------- */

static size_t train__times(const struct train *train, const struct corpus_sentence *sentence)
{
    return sentence->held_out ? 0 : sentence->source == FEATURES_GOLD ? train->options.gold_times
                                  : sentence->source == FEATURES_NEWS ? train->options.news_times : 1;
}

static size_t train__order(struct train *train, uint32_t *order)
{
    size_t count = 0;
    for (uint32_t s = 0; s < train->corpus->sentence_count; s++)
        for (size_t times = train__times(train, &train->corpus->sentences[s]); times-- > 0;)
            order[count++] = s;
    for (size_t i = count; i > 1; i--) {
        train->random += 0x9E3779B97F4A7C15u;
        const size_t other = (size_t)(hash_mix(train->random) % i);
        const uint32_t swap = order[i - 1];
        order[i - 1] = order[other];
        order[other] = swap;
    }
    return count;
}

static size_t train__batches(const struct train *train, size_t words)
{
    return words / train->options.batch_words + 1;
}

static void train__epoch(struct train *train, uint32_t *order, size_t epoch)
{
    uint32_t begin[TRAIN_BATCH_AT_MOST + 2] = {0};
    const size_t count = train__order(train, order);
    struct loss loss = {0};
    size_t in_batch = 0;
    const clock_t start = clock();
    for (size_t i = 0; i < count; i++) {
        begin[in_batch + 1] = begin[in_batch] + train->corpus->sentences[order[i]].count;
        in_batch++;
        if (begin[in_batch] >= train->options.batch_words || in_batch == TRAIN_BATCH_AT_MOST || i + 1 == count) {
            train__batch(train, order + i + 1 - in_batch, in_batch, begin, &loss);
            in_batch = 0;
        }
        if (i % 256 == 0 || i + 1 == count)
            fprintf(stderr, "\repoch %zu/%zu  %3zu %%  arcs %.3f  relations %.3f  tags %.3f  %.0f s ", epoch + 1, train->options.epochs,
                    (i + 1) * 100 / count, loss.arcs / (double)loss.words, loss.relations / (double)loss.words,
                    loss.tags / (double)loss.words, (double)(clock() - start) / CLOCKS_PER_SEC);
    }
    fputc('\n', stderr);
}

struct train__score {
    size_t words, upos, heads, both, known[TAGS_ATTRIBUTE_COUNT], right[TAGS_ATTRIBUTE_COUNT];
};

static size_t train__argmax(const float *line, size_t first, size_t count)
{
    size_t best = first;
    for (size_t i = first; i < count; i++)
        best = line[i] > line[best] ? i : best;
    return best;
}

/* Parses a sentence as the treebank *source* would have it: head[d]; returns the scores of its relations. */
static const float *train__parse(struct train *train, const struct corpus_sentence *sentence, enum features_source source,
                                 float *room, uint32_t *head)
{
    const uint32_t begin[] = {0, sentence->count};
    const size_t count = sentence->count, stride = network_stride(count);
    const struct network_layout *const layout = &train->network.layout;
    const struct network_batch batch = {begin, 1, count};
    struct network_activations *const act = gradient_activations(train->room);
    memset(act->mask, 0, sizeof act->mask);
    train__embed(train, sentence, source, 0, false);
    network_forward(&train->network, &batch, act);
    float *const scores = room, *const q = scores + count * stride, *const keys = q + count * layout->shape.arc_width,
          *const near = keys + stride * layout->shape.arc_width, *const hidden = near + count * NETWORK_DISTANCES,
          *const labels = hidden + count * layout->shape.label_width;
    network_arc_scores(&train->network, act->heads, count, &(struct network_arc_room){q, keys, near, scores});
    void *const decode = malloc(decode_room_bytes(count));
    decode_tree(scores, stride, count, head, decode);
    free(decode);
    network_label_scores(&train->network, act->heads, head, count, hidden, labels);
    return labels;
}

static const float *train__tag_scores(const struct train *train, size_t word)
{
    const struct network_layout *const layout = &train->network.layout;
    return gradient_activations(train->room)->heads + word * layout->head_columns + layout->tag_column;
}

static void train__measure_sentence(struct train *train, const struct corpus_sentence *sentence, enum features_source source,
                                    float *room, uint32_t *head, struct train__score *score)
{
    const float *const labels = train__parse(train, sentence, source, room, head);
    for (size_t d = 0; d < sentence->count; d++) {
        const struct target *const target = &train->corpus->targets[sentence->first + d];
        score->words++;
        score->heads += head[d] == target->head;
        score->both += head[d] == target->head &&
                       train__argmax(labels + d * NETWORK_RELATIONS, 1, RELATION_COUNT) == target->relation;
        for (enum tags_attribute attribute = TAGS_UPOS; attribute < TAGS_ATTRIBUTE_COUNT; attribute++) {
            const struct tags_attribute_place place = tags_attributes[attribute];
            if (!target->values[attribute])
                continue;
            score->known[attribute]++;
            score->right[attribute] += target->values[attribute] >>
                                       train__argmax(train__tag_scores(train, d) + place.first, 0, place.count) & 1;
        }
    }
}

/* Held-out sentences of one treebank, read as source says. */
static void train__measure(struct train *train, enum features_source bank, enum features_source source)
{
    static const char *const names[] = {"gold", "news", "silver"};
    struct train__score score = {0};
    const size_t longest = train->corpus->longest;
    float *const room = calloc(longest * 2048 + 65536, sizeof(float));
    uint32_t *const head = calloc(longest, sizeof *head);
    for (size_t s = 0; room && head && s < train->corpus->sentence_count; s++)
        if (train->corpus->sentences[s].held_out && train->corpus->sentences[s].source == bank)
            train__measure_sentence(train, &train->corpus->sentences[s], source, room, head, &score);
    free(room);
    free(head);
    if (!score.words)
        return;
    fprintf(stderr, "  held out %s as %s: %zu words, UPOS %.2f UAS %.2f LAS %.2f", names[bank], names[source], score.words,
            100.0 * (double)score.right[TAGS_UPOS] / (double)score.words, 100.0 * (double)score.heads / (double)score.words,
            100.0 * (double)score.both / (double)score.words);
    static const char *const attributes[] = {"", "case", "gender", "number", "person", "form", "mood", "tense", "degree", "definite"};
    for (enum tags_attribute attribute = TAGS_CASE; bank == FEATURES_GOLD && attribute < TAGS_ATTRIBUTE_COUNT; attribute++)
        fprintf(stderr, " %s %.1f", attributes[attribute],
                100.0 * (double)score.right[attribute] / (double)(score.known[attribute] ? score.known[attribute] : 1));
    fputc('\n', stderr);
}

/* The best value of those that are open, for a word whose part of speech stays. */
static void train__settle(struct target *target, const float *scores)
{
    for (enum tags_attribute attribute = TAGS_CASE; attribute < TAGS_ATTRIBUTE_COUNT; attribute++) {
        const float *const line = scores + tags_attributes[attribute].first;
        size_t best = 0;
        for (size_t value = 0; value < tags_attributes[attribute].count; value++)
            if (target->values[attribute] >> value & 1 && (!(target->values[attribute] >> best & 1) || line[value] > line[best]))
                best = value;
        if (target->values[attribute])
            target->values[attribute] = 1u << best;
    }
}

/* Self-training: what the network, reading them as gold, says of the silver sentences becomes what it should say. Where it
 * gives a word another part of speech, nothing is known of its features. */
static void train__relabel(struct train *train)
{
    const size_t longest = train->corpus->longest;
    float *const room = calloc(longest * 2048 + 65536, sizeof(float));
    uint32_t *const head = calloc(longest, sizeof *head);
    size_t words = 0, changed = 0;
    for (size_t s = 0; room && head && s < train->corpus->sentence_count; s++) {
        struct corpus_sentence *const sentence = &train->corpus->sentences[s];
        if (sentence->source != FEATURES_SILVER)
            continue;
        const float *const labels = train__parse(train, sentence, FEATURES_GOLD, room, head);
        for (size_t d = 0; d < sentence->count; d++) {
            struct target *const target = &train->corpus->targets[sentence->first + d];
            const float *const scores = train__tag_scores(train, d);
            const uint8_t relation = (uint8_t)train__argmax(labels + d * NETWORK_RELATIONS, 1, RELATION_COUNT);
            const uint32_t upos = 1u << train__argmax(scores, 1, UPOS_COUNT);
            words++;
            changed += head[d] != target->head || relation != target->relation;
            if (target->values[TAGS_UPOS] != upos)
                memset(target->values, 0, sizeof target->values);
            else
                train__settle(target, scores);
            target->values[TAGS_UPOS] = upos;
            target->head = head[d];
            target->relation = relation;
        }
    }
    fprintf(stderr, "  silver trees replaced: %.1f %% of %zu words hang elsewhere\n", 100.0 * (double)changed / (double)(words ? words : 1), words);
    train->source_rows[FEATURES_SILVER] = train->source_rows[FEATURES_GOLD];
    free(room);
    free(head);
}

/* ---- the model's file ------------------------------------------------------------------------------------------ */

/* Each word of a cluster gets the sum of the rows of its cluster's nodes under its own hash: one look-up when parsing. The
 * level of whole paths takes the sum's place. */
static void train__add_cluster_words(struct train *train)
{
    const struct corpus *const corpus = train->corpus;
    const size_t width = train->network.layout.shape.width;
    uint8_t *const done = calloc(train->row_count + 1, 1);
    for (size_t i = 0; done && i < corpus->cluster_slots; i++) {
        const struct cluster *const cluster = &corpus->clusters[i];
        const uint32_t whole = cluster->hash ? model_row(train->slots, train->slot_count, cluster_hash(cluster->path, CLUSTER_LEVELS - 1)) : 0;
        if (!whole)
            continue;
        for (size_t level = 0; level + 1 < CLUSTER_LEVELS && !done[whole]; level++) {
            const uint32_t row = model_row(train->slots, train->slot_count, cluster_hash(cluster->path, level));
            for (size_t j = 0; row && j < width; j++)
                train->rows[(size_t)(whole - 1) * width + j] += train->rows[(size_t)(row - 1) * width + j];
        }
        done[whole] = 1;
        uint32_t at = (uint32_t)(cluster->hash >> 4) & (train->slot_count - 1);
        while (train->slots[at].row)
            at = (at + 1) & (train->slot_count - 1);
        train->slots[at] = (struct model_slot){(uint32_t)(cluster->hash >> 32), whole};
    }
    free(done);
}

static bool train__write_rows(const struct train *train, FILE *file)
{
    const size_t width = train->network.layout.shape.width;
    int8_t line[1024];
    for (int pass = 0; pass < 2; pass++)
        for (size_t row = 0; row < train->row_count; row++) {
            const float *const numbers = train->rows + row * width;
            float largest = 1e-9f;
            for (size_t j = 0; j < width; j++)
                largest = fabsf(numbers[j]) > largest ? fabsf(numbers[j]) : largest;
            const float scale = largest / 127.0f;
            for (size_t j = 0; j < width; j++)
                line[j] = (int8_t)lrintf(numbers[j] / scale);
            if (pass == 0 ? fwrite(&scale, sizeof scale, 1, file) != 1 : fwrite(line, 1, width, file) != width)
                return false;
        }
    return true;
}

static bool train__save(const struct train *train, struct laut_error *error)
{
    const struct network_layout *const layout = &train->network.layout;
    struct model_header header = {.magic = {'L', 'A', 'U', 'T', 'P', 'A', 'R', '1'}, .shape = layout->shape,
                                  .parameter_count = (uint32_t)layout->parameter_count, .slot_count = train->slot_count,
                                  .row_count = train->row_count};
    FILE *const file = fopen(train->options.out, "wb");
    bool good = file && fwrite(&header, sizeof header, 1, file) == 1 &&
                fwrite(train->parameters, sizeof(float), layout->parameter_count, file) == layout->parameter_count &&
                fwrite(train->slots, sizeof *train->slots, train->slot_count, file) == train->slot_count &&
                train__write_rows(train, file);
    good = file && fclose(file) == 0 && good;
    return good || error_set(error, train->options.out, 0, "is there room on the disk?", "the model cannot be written");
}

static bool train__run(struct train *train, struct laut_error *error)
{
    size_t words = 0, sentences = 0;
    for (size_t s = 0; s < train->corpus->sentence_count; s++) {
        const size_t times = train__times(train, &train->corpus->sentences[s]);
        words += times * train->corpus->sentences[s].count;
        sentences += times;
    }
    if (!words || !train__start(train))
        return error_set(error, NULL, 0, "give treebanks with --gold, --news, --silver", "nothing to train on, or no memory for it");
    uint32_t *const order = calloc(sentences, sizeof *order);
    if (!order)
        return error_out_of_memory(error);
    train->steps_in_all = train->options.epochs * train__batches(train, words);
    fprintf(stderr, "%zu words an epoch, %u features, %zu parameters\n", words, train->row_count, train->network.layout.parameter_count);
    for (size_t epoch = 0; epoch < train->options.epochs; epoch++) {
        train__epoch(train, order, epoch);
        train__measure(train, FEATURES_GOLD, FEATURES_GOLD);
        train__measure(train, FEATURES_GOLD, FEATURES_NEWS);
        train__measure(train, FEATURES_NEWS, FEATURES_NEWS);
        train__measure(train, FEATURES_NEWS, FEATURES_GOLD);
        if (epoch + 1 == train->options.relabel_epoch)
            train__relabel(train);
    }
    free(order);
    train__add_cluster_words(train);
    return train__save(train, error);
}

/* ---- the command line ------------------------------------------------------------------------------------------ */

static bool train__number_option(struct train_options *options, const char *name, const char *value)
{
    const double number = strtod(value, NULL);
    const struct { const char *name; double *place; } reals[] = {
        {"--rate", &options->rate}, {"--dropout", &options->dropout}, {"--word-dropout", &options->word_dropout},
        {"--silver-weight", &options->silver_weight}, {"--tag-weight", &options->tag_weight}};
    const struct { const char *name; size_t *place; } sizes[] = {
        {"--epochs", &options->epochs}, {"--merge", &options->merge},
        {"--relabel", &options->relabel_epoch}, {"--minimum", &options->minimum}, {"--batch", &options->batch_words},
        {"--hold-out", &options->hold_out_every}, {"--gold-times", &options->gold_times}, {"--news-times", &options->news_times}};
    const struct { const char *name; uint32_t *place; } widths[] = {
        {"--width", &options->shape.width}, {"--layers", &options->shape.layers}, {"--arc-width", &options->shape.arc_width},
        {"--label-width", &options->shape.label_width}};
    for (size_t i = 0; i < sizeof reals / sizeof *reals; i++)
        if (strcmp(name, reals[i].name) == 0)
            return *reals[i].place = number, true;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (strcmp(name, sizes[i].name) == 0)
            return *sizes[i].place = (size_t)number, true;
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        if (strcmp(name, widths[i].name) == 0)
            return *widths[i].place = (uint32_t)number, true;
    if (strcmp(name, "--seed") == 0)
        return options->seed = (uint64_t)number, true;
    return false;
}

static bool train__read_files(struct train *train, int argc, char **argv, const struct lexicon *lexicon, struct laut_error *error)
{
    static const char *const names[] = {"--gold", "--news", "--silver"};
    enum features_source source = FEATURES_GOLD;
    bool files = false;
    for (int i = 1; i < argc; i++) {
        const int found = table_term(argv[i], names, 3);
        if (found >= 0) {
            source = (enum features_source)found;
            files = true;
        } else if (strncmp(argv[i], "--", 2) == 0) {
            files = false;
            i++;
        } else if (files) {
            fprintf(stderr, "reading %s\n", argv[i]);
            if (!corpus_add_file(train->corpus, argv[i], source, lexicon, error))
                return false;
        }
    }
    return true;
}

static bool train__all(struct train *train, int argc, char **argv, struct laut_error *error)
{
    struct image *const image = image_open(train->options.image, error);
    struct arena *const arena = arena_open(0, error);
    const struct table_set set = {.arena = arena, .image = image};
    const struct lexicon *const lexicon = image && arena ? lexicon_open(&set, error) : NULL;
    train->corpus = corpus_open();
    bool good = lexicon && train->corpus;
    if (good) {
        train->corpus->hold_out_every = train->options.hold_out_every;
        good = (!train->options.clusters || corpus_add_clusters(train->corpus, train->options.clusters, error)) &&
               train__read_files(train, argc, argv, lexicon, error) && train__run(train, error);
    }
    arena_free(arena);
    if (image)
        image_free(image);
    return good;                     /* the rest goes with the process */
}

int main(int argc, char **argv)
{
    struct train train = {.options = {.image = "build/laut.image", .out = "data/model.bin", .shape = {192, 3, 128, 128}, .epochs = 8,
                                      .minimum = 3, .batch_words = 500, .gold_times = 3, .news_times = 3, .rate = 0.002,
                                      .dropout = 0.2, .word_dropout = 0.15, .silver_weight = 0.6, .tag_weight = 0.3, .seed = 1}};
    struct laut_error error = {0};
    bool good = true;
    if (argc > 1 && strcmp(argv[1], "--print-hashes") == 0) {
        for (int i = 2; i < argc && good; i++)
            good = corpus_print_hashes(argv[i], &error);
    } else {
        for (int i = 1; i + 1 < argc; i++) {
            if (strcmp(argv[i], "--image") == 0)
                train.options.image = argv[i + 1];
            else if (strcmp(argv[i], "--out") == 0)
                train.options.out = argv[i + 1];
            else if (strcmp(argv[i], "--clusters") == 0)
                train.options.clusters = argv[i + 1];
            else
                (void)train__number_option(&train.options, argv[i], argv[i + 1]);
        }
        good = train__all(&train, argc, argv, &error);
    }
    if (!good)
        fprintf(stderr, "train: %s: %s; %s\n", error.file, error.message, error.remedy);
    return good ? 0 : 1;
}
