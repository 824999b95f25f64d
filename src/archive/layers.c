/* archive/layers.c: JSON through zlib; the first 8 bytes are the length of the JSON, little endian. */
#include "archive/layers.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { HEAD_BYTES = 8, FLAGS = JSON_COMPACT | JSON_REAL_PRECISION(9), LEVEL = 3, JSON_AT_MOST = 1 << 30 };

static bool layers__deflate(const char *json, struct arena *arena, struct layers *layers, struct laut_error *error)
{
    const size_t length = strlen(json);
    uLongf packed = compressBound(length);
    unsigned char *const bytes = arena_take(arena, packed + HEAD_BYTES, 1, error);
    if (!bytes)
        return false;
    for (size_t i = 0; i < HEAD_BYTES; i++)
        bytes[i] = (unsigned char)((uint64_t)length >> (8 * i));
    if (compress2(bytes + HEAD_BYTES, &packed, (const Bytef *)json, length, LEVEL) != Z_OK)
        return error_out_of_memory(error);
    *layers = (struct layers){.bytes = bytes, .length = (int)(packed + HEAD_BYTES)};
    return true;
}

bool layers_pack(const json_t *record, struct arena *arena, struct layers *layers, struct laut_error *error)
{
    json_t *const rest = json_copy((json_t *)record);      /* jansson counts references even of what it only reads */
    if (!rest)
        return error_out_of_memory(error);
    (void)json_object_del(rest, "text");
    (void)json_object_del(rest, "events");
    char *const json = json_dumps(rest, FLAGS);
    json_decref(rest);
    const bool done = json ? layers__deflate(json, arena, layers, error) : error_out_of_memory(error);
    free(json);
    return done;
}

json_t *layers_open(const void *bytes, size_t length, struct laut_error *error)
{
    uint64_t size = 0;
    for (size_t i = 0; i < HEAD_BYTES && length > HEAD_BYTES; i++)
        size |= (uint64_t)((const unsigned char *)bytes)[i] << (8 * i);
    char *const json = size && size < JSON_AT_MOST ? malloc(size) : NULL;
    uLongf unpacked = (uLongf)size;
    json_t *layers = NULL;
    if (json && uncompress((Bytef *)json, &unpacked, (const Bytef *)bytes + HEAD_BYTES, length - HEAD_BYTES) == Z_OK)
        layers = json_loadb(json, unpacked, 0, NULL);
    free(json);
    if (!layers)
        (void)error_set(error, NULL, 0, "go back to a copy made by laut backup", "a report's layers are damaged");
    return layers;
}
