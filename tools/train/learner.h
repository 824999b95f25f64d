/* tools/train/learner.h: one network while it learns.
 *
 *     learner_open(&learner, corpus, &features, &options, seed)
 *     for each epoch: learner_epoch(&learner, NULL, NULL)
 *     learner_read(&learner, &corpus->sentences[s], FEATURES_GOLD, &reading)       what it says of a sentence
 */
#ifndef TRAIN_LEARNER_H
#define TRAIN_LEARNER_H

#include "corpus.h"

struct learner_options {
    struct network_shape shape;
    size_t epochs, batch_words, gold_times, news_times, names_times;
    size_t silver_parts, silver_part;    /* only the part'th of so many parts of the silver sentences is left out; parts 0: none */
    double rate, dropout, head_dropout, word_dropout, source_dropout, silver_weight, tag_weight;
    uint64_t seed;
};

/* The rows of features, the same for all learners of a corpus. */
struct feature_rows {
    struct model_slot *slots;
    uint32_t slot_count, row_count;
};

struct learner {
    struct learner_options options;
    const struct corpus *corpus;
    const struct feature_rows *features;
    struct network network;
    float *parameters, *gradient, *first, *second;       /* [parameter_count] */
    float *rows, *row_gradient, *row_first, *row_second; /* [row_count][D] */
    uint8_t *touched;                                    /* [row_count] */
    uint32_t *touched_list;
    size_t touched_count;
    uint32_t source_rows[FEATURES_SOURCE_COUNT];
    struct gradient_room *room;
    float *input_gradient;
    struct target *targets;                              /* of the batch */
    uint32_t *kept;                                      /* rows that the batch's words kept, with kept_begin */
    size_t *kept_begin;
    uint32_t *order;
    uint64_t random;
    size_t step, steps_in_all, epoch_words;
};

/* Starts with random numbers. False: out of memory, nothing to learn, or a shape that the network does not compute. */
bool learner_open(struct learner *learner, const struct corpus *corpus, const struct feature_rows *features,
                  const struct learner_options *options) __attribute__((warn_unused_result));
/* Gives back all but parameters and rows, which reading needs; learner_free gives back these too. */
void learner_finish(struct learner *learner);
void learner_free(struct learner *learner);

/* Sees all its sentences once. progress: called now and then with the share that is done; may be NULL. */
typedef void learner_progress(void *context, double done, const struct loss *loss);
struct loss learner_epoch(struct learner *learner, learner_progress *progress, void *context);

/* Room for reading sentences of at most *longest* words; every thread has its own. */
struct reading {
    struct network_activations activations;
    struct network_arc_room arcs;
    float *hidden, *labels;
    float *places[16];
};

bool reading_open(struct reading *reading, const struct network_layout *layout, size_t longest) __attribute__((warn_unused_result));
void reading_free(struct reading *reading);

/* Fills reading->activations.heads and reading->arcs.score for a sentence read as *source*. */
void learner_read(const struct learner *learner, const struct corpus_sentence *sentence, enum features_source source,
                  struct reading *reading);

#endif
