/* tools/train/save.h: writes what a network has learnt as the model's file, see parse/model.h. */
#ifndef TRAIN_SAVE_H
#define TRAIN_SAVE_H

#include "learner.h"

/* The model has room for all words of the lists: corpus_make_rows counted them. */
bool save_model(const struct learner *learner, const char *path, struct laut_error *error) __attribute__((warn_unused_result));

#endif
