/* tools/train/ensemble.h: several networks that learn side by side, and what they say together.
 *
 *     ensemble_learn(&ensemble, corpus, &features, &options, error)      teacher i has the seed options->seed + i
 *     ensemble_label(&ensemble, corpus, soft)                            soft[word_count]
 */
#ifndef TRAIN_ENSEMBLE_H
#define TRAIN_ENSEMBLE_H

#include "learner.h"

enum { ENSEMBLE_AT_MOST = 32 };

struct ensemble {
    struct learner learners[ENSEMBLE_AT_MOST];
    size_t count, threads;
};

/* Every learner in a thread of its own, at most ensemble->threads at a time; the result does not depend on their number. */
bool ensemble_learn(struct ensemble *ensemble, const struct corpus *corpus, const struct feature_rows *features,
                    const struct learner_options *options, struct laut_error *error) __attribute__((warn_unused_result));

/* Labels every sentence of the corpus, gold ones too. What the lexicon and the given tree leave open narrows features. */
bool ensemble_label(const struct ensemble *ensemble, const struct corpus *corpus, struct soft *soft, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Held-out sentences as the learners read them together, to stderr. */
bool ensemble_measure(const struct ensemble *ensemble, const struct corpus *corpus, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
