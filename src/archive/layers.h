/* archive/layers.h: the record without its text and events (sentences, names, times, numbers, statements, what doc tells), packed. */
#ifndef ARCHIVE_LAYERS_H
#define ARCHIVE_LAYERS_H

#include "base/arena.h"

#include <jansson.h>

struct layers {
    const void *bytes;               /* in the arena */
    int length;
};

bool layers_pack(const json_t *record, struct arena *arena, struct layers *layers, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The object as it was packed, yours to decref; NULL: damaged. */
json_t *layers_open(const void *bytes, size_t length, struct laut_error *error) __attribute__((warn_unused_result));

#endif
