/* tools/train/ensemble.c: shares are the mean of the networks' probabilities; the common tree is the best by the logarithms of
 * the heads' shares, and relations are asked for its arcs. */
#include "ensemble.h"

#include "measure.h"

#include "parse/decode.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- learning -------------------------------------------------------------------------------------------------- */

struct ensemble__school {
    struct ensemble *ensemble;
    const struct corpus *corpus;
    const struct feature_rows *features;
    const struct learner_options *options;
    atomic_size_t next;
    atomic_bool failed;
};

static void ensemble__teach(struct ensemble__school *school, size_t i)
{
    struct learner *const learner = &school->ensemble->learners[i];
    struct learner_options options = *school->options;
    options.seed += i;
    options.silver_part = options.silver_parts ? i % options.silver_parts : 0;
    if (!learner_open(learner, school->corpus, school->features, &options)) {
        school->failed = true;
        return;
    }
    for (size_t epoch = 0; epoch < options.epochs; epoch++) {
        const struct loss loss = learner_epoch(learner, NULL, NULL);
        char line[256];
        (void)snprintf(line, sizeof line, "network %zu of %zu, epoch %zu of %zu", i + 1, school->ensemble->count, epoch + 1, options.epochs);
        measure_print_loss(line, &loss);
    }
    learner_finish(learner);
}

static void *ensemble__run_school(void *context)
{
    struct ensemble__school *const school = context;
    for (size_t i; (i = atomic_fetch_add(&school->next, 1)) < school->ensemble->count;)
        ensemble__teach(school, i);
    return NULL;
}

/* Runs work(context) in so many threads. */
static void ensemble__run(size_t threads, void *(*work)(void *), void *context)
{
    pthread_t running[ENSEMBLE_AT_MOST];
    size_t started = 0;
    while (started + 1 < threads && started < ENSEMBLE_AT_MOST && pthread_create(&running[started], NULL, work, context) == 0)
        started++;
    (void)work(context);
    while (started > 0)
        (void)pthread_join(running[--started], NULL);
}

bool ensemble_learn(struct ensemble *ensemble, const struct corpus *corpus, const struct feature_rows *features,
                    const struct learner_options *options, struct laut_error *error)
{
    struct ensemble__school school = {.ensemble = ensemble, .corpus = corpus, .features = features, .options = options};
    ensemble__run(ensemble->threads, ensemble__run_school, &school);
    return !school.failed || error_set(error, NULL, 0, "give treebanks with --gold, --news, --silver",
                                       "nothing to learn from, or no memory for it");
}

/* ---- what they say --------------------------------------------------------------------------------------------- */

struct ensemble__room {
    struct reading readings[ENSEMBLE_AT_MOST];
    float *head_shares;              /* [longest][stride], then their logarithms */
    float *relation_shares;          /* [longest][NETWORK_RELATIONS] */
    float *tag_shares;               /* [longest][NETWORK_TAGS] */
    float *line;                     /* [stride] */
    uint32_t *head;
    void *decode;
};

static void ensemble__room_free(struct ensemble__room *room)
{
    for (size_t i = 0; i < ENSEMBLE_AT_MOST; i++)
        reading_free(&room->readings[i]);
    free(room->head_shares);
    free(room->relation_shares);
    free(room->tag_shares);
    free(room->line);
    free(room->head);
    free(room->decode);
    free(room);
}

static struct ensemble__room *ensemble__room_open(const struct ensemble *ensemble, size_t longest)
{
    struct ensemble__room *const room = calloc(1, sizeof *room);
    if (!room)
        return NULL;
    bool good = true;
    for (size_t i = 0; good && i < ensemble->count; i++)
        good = reading_open(&room->readings[i], &ensemble->learners[i].network.layout, longest);
    const size_t stride = network_stride(longest);
    room->head_shares = calloc(longest * stride, sizeof(float));
    room->relation_shares = calloc(longest * NETWORK_RELATIONS, sizeof(float));
    room->tag_shares = calloc(longest * NETWORK_TAGS, sizeof(float));
    room->line = calloc(stride > NETWORK_TAGS ? stride : NETWORK_TAGS, sizeof(float));
    room->head = calloc(longest, sizeof *room->head);
    room->decode = malloc(decode_room_bytes(longest));
    if (good && room->head_shares && room->relation_shares && room->tag_shares && room->line && room->head && room->decode)
        return room;
    ensemble__room_free(room);
    return NULL;
}

/* sum[i] += softmax(scores)[i] / voices, over the values in the set (bits). */
static void ensemble__add_shares(float *sum, const float *scores, size_t count, uint64_t set, float voices, float *line)
{
    float highest = -INFINITY, whole = 0;
    for (size_t i = 0; i < count; i++)
        if (count > 64 || set >> i & 1)
            highest = scores[i] > highest ? scores[i] : highest;
    for (size_t i = 0; i < count; i++) {
        line[i] = count > 64 || set >> i & 1 ? expf(scores[i] - highest) : 0;
        whole += line[i];
    }
    for (size_t i = 0; i < count; i++)
        sum[i] += line[i] / (whole * voices);
}

/* Silver sentences are labelled by those alone that did not learn from them. */
static bool ensemble__speaks(const struct ensemble *ensemble, const struct corpus *corpus, size_t i, size_t s)
{
    const struct learner_options *const options = &ensemble->learners[i].options;
    return !options->silver_parts || corpus->sentences[s].source != FEATURES_SILVER ||
           s % options->silver_parts == options->silver_part;
}

/* The tags of a word. Where the network's part of speech is the one that was given, the features that were left open bind.
 * target: NULL where nothing is given. */
static void ensemble__add_tags(const struct target *target, const float *scores, float *shares, float voices, float *line)
{
    for (enum tags_attribute attribute = TAGS_UPOS; attribute < TAGS_ATTRIBUTE_COUNT; attribute++) {
        const struct tags_attribute_place place = tags_attributes[attribute];
        const uint32_t given = !target || attribute == TAGS_UPOS || attribute == TAGS_NAME ? 0 : target->values[attribute];
        const float *upos = scores + tags_attributes[TAGS_UPOS].first;
        size_t best = 1;
        for (size_t i = 1; i < UPOS_COUNT; i++)
            best = upos[i] > upos[best] ? i : best;
        const bool binds = given && target->values[TAGS_UPOS] >> best & 1;
        ensemble__add_shares(shares + place.first, scores + place.first, place.count, binds ? given : UINT64_MAX, voices, line);
    }
}

/* blind: without a look at what the sentence should be. */
static void ensemble__read(const struct ensemble *ensemble, const struct corpus *corpus, size_t s, enum features_source source,
                           bool blind, struct ensemble__room *room)
{
    const struct corpus_sentence *const sentence = &corpus->sentences[s];
    const size_t count = sentence->count, stride = network_stride(count);
    float voices = 0;
    for (size_t i = 0; i < ensemble->count; i++)
        voices += ensemble__speaks(ensemble, corpus, i, s) ? 1.0f : 0.0f;
    memset(room->head_shares, 0, count * stride * sizeof(float));
    memset(room->tag_shares, 0, count * NETWORK_TAGS * sizeof(float));
    memset(room->relation_shares, 0, count * NETWORK_RELATIONS * sizeof(float));
    for (size_t i = 0; i < ensemble->count; i++) {
        if (!ensemble__speaks(ensemble, corpus, i, s))
            continue;
        const struct network_layout *const layout = &ensemble->learners[i].network.layout;
        struct reading *const reading = &room->readings[i];
        learner_read(&ensemble->learners[i], sentence, source, reading);
        for (size_t d = 0; d < count; d++) {
            float *const scores = reading->arcs.score + d * stride;
            scores[d + 1] = -1e30f;
            ensemble__add_shares(room->head_shares + d * stride, scores, count + 1, count < 64 ? UINT64_MAX : 0, voices, room->line);
            ensemble__add_tags(blind ? NULL : &corpus->targets[sentence->first + d],
                               reading->activations.heads + d * layout->head_columns + layout->tag_column,
                               room->tag_shares + d * NETWORK_TAGS, voices, room->line);
        }
    }
    float *const logarithms = room->readings[0].arcs.score;
    for (size_t i = 0; i < count * stride; i++)
        logarithms[i] = logf(room->head_shares[i] + 1e-9f);
    decode_tree(logarithms, stride, count, room->head, room->decode);
    for (size_t i = 0; i < ensemble->count; i++) {
        struct reading *const reading = &room->readings[i];
        if (!ensemble__speaks(ensemble, corpus, i, s))
            continue;
        network_label_scores(&ensemble->learners[i].network, reading->activations.heads, room->head, count, reading->hidden, reading->labels);
        for (size_t d = 0; d < count; d++)
            ensemble__add_shares(room->relation_shares + d * NETWORK_RELATIONS, reading->labels + d * NETWORK_RELATIONS,
                                 RELATION_COUNT, UINT64_MAX & ~(uint64_t)1, voices, room->line);
    }
}

static size_t ensemble__largest(const float *shares, size_t first, size_t count)
{
    size_t best = first;
    for (size_t i = first; i < count; i++)
        best = shares[i] > shares[best] ? i : best;
    return best;
}

static void ensemble__keep_tags(const float *shares, uint8_t *tags)
{
    const size_t upos = ensemble__largest(shares, 1, UPOS_COUNT);
    const struct tags_attribute_place forms = tags_attributes[TAGS_VERB_FORM];
    const size_t form = ensemble__largest(shares + forms.first, 1, forms.count);
    const uint32_t attributes = tags_attributes_of((enum upos)upos, (enum verb_form)form) | 1u << TAGS_UPOS | 1u << TAGS_NAME;
    memset(tags, 0, NETWORK_TAGS);
    for (enum tags_attribute attribute = TAGS_UPOS; attribute < TAGS_ATTRIBUTE_COUNT; attribute++)
        for (size_t i = tags_attributes[attribute].first; attributes >> attribute & 1 &&
             i < (size_t)tags_attributes[attribute].first + tags_attributes[attribute].count; i++)
            tags[i] = (uint8_t)lrintf(shares[i] * SOFT_WHOLE);
}

static void ensemble__keep(const struct ensemble__room *room, size_t count, struct soft *soft)
{
    const size_t stride = network_stride(count);
    for (size_t d = 0; d < count; d++) {
        uint16_t relations[SOFT_SHARES];
        soft[d].tree_head = (uint16_t)room->head[d];
        soft_keep_largest(room->head_shares + d * stride, count + 1, soft[d].heads, soft[d].head_shares);
        soft_keep_largest(room->relation_shares + d * NETWORK_RELATIONS, RELATION_COUNT, relations, soft[d].relation_shares);
        for (size_t i = 0; i < SOFT_SHARES; i++)
            soft[d].relations[i] = (uint8_t)relations[i];
        ensemble__keep_tags(room->tag_shares + d * NETWORK_TAGS, soft[d].tags);
    }
}

struct ensemble__labelling {
    const struct ensemble *ensemble;
    const struct corpus *corpus;
    struct soft *soft;
    atomic_size_t next;
    atomic_bool failed;
};

static void *ensemble__run_labelling(void *context)
{
    struct ensemble__labelling *const labelling = context;
    const struct corpus *const corpus = labelling->corpus;
    struct ensemble__room *const room = ensemble__room_open(labelling->ensemble, corpus->longest);
    if (!room) {
        labelling->failed = true;
        return NULL;
    }
    for (size_t s; (s = atomic_fetch_add(&labelling->next, 1)) < corpus->sentence_count;) {
        const struct corpus_sentence *const sentence = &corpus->sentences[s];
        const bool gold = sentence->source == FEATURES_GOLD || sentence->source == FEATURES_NEWS;
        ensemble__read(labelling->ensemble, corpus, s, gold ? sentence->source : FEATURES_ANY, false, room);
        ensemble__keep(room, sentence->count, labelling->soft + sentence->first);
    }
    ensemble__room_free(room);
    return NULL;
}

bool ensemble_label(const struct ensemble *ensemble, const struct corpus *corpus, struct soft *soft, struct laut_error *error)
{
    struct ensemble__labelling labelling = {.ensemble = ensemble, .corpus = corpus, .soft = soft};
    ensemble__run(ensemble->threads, ensemble__run_labelling, &labelling);
    return !labelling.failed || error_out_of_memory(error);
}

bool ensemble_measure(const struct ensemble *ensemble, const struct corpus *corpus, struct laut_error *error)
{
    static const struct { enum features_source bank, source; } readings[] = {
        {FEATURES_GOLD, FEATURES_GOLD}, {FEATURES_GOLD, FEATURES_ANY}, {FEATURES_NEWS, FEATURES_NEWS}, {FEATURES_NEWS, FEATURES_GOLD},
        {FEATURES_NEWS, FEATURES_ANY}};
    struct ensemble__room *const room = ensemble__room_open(ensemble, corpus->longest);
    if (!room)
        return error_out_of_memory(error);
    for (size_t r = 0; r < sizeof readings / sizeof *readings; r++) {
        struct score score = {0};
        for (size_t s = 0; s < corpus->sentence_count; s++) {
            const struct corpus_sentence *const sentence = &corpus->sentences[s];
            if (!sentence->held_out || (sentence->names_only ? r > 0 : sentence->source != readings[r].bank))
                continue;
            ensemble__read(ensemble, corpus, s, readings[r].source, true, room);
            measure_add(&score, sentence, corpus->targets + sentence->first, room->head, room->relation_shares, room->tag_shares);
        }
        measure_print(&score, readings[r].bank, readings[r].source);
    }
    ensemble__room_free(room);
    return true;
}
