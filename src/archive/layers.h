/* archive/layers.h: what an archive keeps packed: the record without its text and events (sentences, names, times, numbers, statements, what
 * doc tells), and each event. */
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

/* Any bytes, packed in the same way. */
bool layers_pack_bytes(const void *bytes, size_t length, struct arena *arena, struct layers *packed, struct laut_error *error)
    __attribute__((warn_unused_result));
/* *bytes with a NUL behind, yours to free; NULL: they are damaged. False: memory ended. */
bool layers_open_bytes(const void *packed, size_t packed_length, char **bytes, size_t *length, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The object as it was packed, yours to decref; NULL: damaged. */
json_t *layers_open(const void *bytes, size_t length, struct laut_error *error) __attribute__((warn_unused_result));

/* One event, packed with a dictionary of what all events have: a quarter of its JSON. */
bool event_pack(const json_t *event, struct arena *arena, struct layers *packed, struct laut_error *error)
    __attribute__((warn_unused_result));
json_t *event_unpack(const void *bytes, size_t length, struct laut_error *error) __attribute__((warn_unused_result));

#endif
