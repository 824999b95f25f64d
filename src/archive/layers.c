/* archive/layers.c: through zlib; the first 8 bytes are the length of what is packed, little endian. */
#include "archive/layers.h"

#include "archive/json_text.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { HEAD_BYTES = 8, FLAGS = JSON_COMPACT | JSON_REAL_PRECISION(9), LEVEL = 1, BYTES_AT_MOST = 1 << 30 };

bool layers_pack_bytes(const void *from, size_t length, struct arena *arena, struct layers *layers, struct laut_error *error)
{
    uLongf packed = compressBound(length);
    unsigned char *const bytes = arena_take(arena, packed + HEAD_BYTES, 1, error);
    if (!bytes)
        return false;
    for (size_t i = 0; i < HEAD_BYTES; i++)
        bytes[i] = (unsigned char)((uint64_t)length >> (8 * i));
    if (compress2(bytes + HEAD_BYTES, &packed, from, length, LEVEL) != Z_OK)
        return error_out_of_memory(error);
    *layers = (struct layers){.bytes = bytes, .length = (int)(packed + HEAD_BYTES)};
    return true;
}

bool layers_pack(const json_t *record, struct arena *arena, struct layers *layers, struct laut_error *error)
{
    json_t *const rest = json_object(), *value;
    const char *key;
    bool done = rest != NULL;
    json_object_foreach((json_t *)record, key, value)      /* json_copy leaves out what it has no memory for; it counts references even of what it only reads */
        done = done && (strcmp(key, "text") == 0 || strcmp(key, "events") == 0 || json_object_set(rest, key, value) == 0);
    char *const json = done ? json_text(rest, FLAGS) : NULL;
    json_decref(rest);
    done = json ? layers_pack_bytes(json, strlen(json), arena, layers, error) : error_out_of_memory(error);
    free(json);
    return done;
}

bool layers_open_bytes(const void *packed, size_t packed_length, char **bytes, size_t *length, struct laut_error *error)
{
    uint64_t size = 0;
    for (size_t i = 0; i < HEAD_BYTES && packed_length > HEAD_BYTES; i++)
        size |= (uint64_t)((const unsigned char *)packed)[i] << (8 * i);
    *bytes = NULL;
    *length = (size_t)size;
    if (packed_length <= HEAD_BYTES || size > BYTES_AT_MOST)
        return true;
    char *const room = malloc(size + 1);
    uLongf count = (uLongf)size;
    const int state = room ? uncompress((Bytef *)room, &count, (const Bytef *)packed + HEAD_BYTES, packed_length - HEAD_BYTES) : Z_MEM_ERROR;
    if (state == Z_OK && count == size) {
        room[size] = '\0';
        *bytes = room;
        return true;
    }
    free(room);
    return state != Z_MEM_ERROR || error_out_of_memory(error);
}

json_t *layers_open(const void *bytes, size_t length, struct laut_error *error)
{
    char *json;
    size_t unpacked;
    json_t *const layers = layers_open_bytes(bytes, length, &json, &unpacked, error) && json ? json_loadb(json, unpacked, 0, NULL) : NULL;
    free(json);
    if (!layers)
        (void)error_set(error, NULL, 0, "go back to a copy made by laut backup", "a report's layers are damaged, or memory ended");
    return layers;
}

/* What events have in common, the most frequent last, for zlib's window begins there. Part of the format: another dictionary is another
 * schema. */
static const char event__dictionary[] =
    "CONCEDECOOPERATEPROTESTRETREATMOBILIZESUPPORTCONSULTAGREETHREATENSANCTIONREJECTACCUSEREQUESTCOERCEAID"
    "\"person\"\"unnamed\"\"circle\"\"CVL\"\"BUS\"\"REB\"\"COP\"\"LEG\"\"IGO\"\"DEU\"\"ISR\"\"CHN\"\"IRN\"\"UKR\"\"RUS\"\"USA\"\"MIL\""
    "{\"unit\":null,\"to\":null,\"relation\":\"=\",\"value\":1,\"scope\":\"single\"}\"named-model\",\"VIIa\",\"missile\""
    "{\"begin\":\"2024-01-01\",\"end\":\"2024-01-01\"},\"time\":\"T1\",\"inherited\":false,\"basis\":\"relative\"},\"explicit\",true"
    "\"aux\":[\"future\",\"hypothetical\",\"negation\",\"historical\"],\"factuality\":\"Uu\",\"CT-\",\"PR+\",\"PS+\""
    "\"precision\":\"country\",\"city\",\"site\",\"region\",\"lat\":null,\"lon\":null},\"place\":{\"text\":\""
    "[{\"text\":\"Waffen\",\"span\":[100,106],\"class\":\"weapon\",\"designation\":null,\"unroca\":[],\"unroca_basis\":\"unknown\",\"origin\":null,"
    "\"quantity\":null,\"why\":\"waffe\"}],\"sources\":[{\"text\":\"\",\"code\":null,\"sector\":\"UNK\",\"named\":\"office\",\"party\":\"third\"}],"
    "{\"id\":\"E1\",\"claim\":\"c-\",\"part\":\"text\",\"type\":\"ASSAULT\",\"mode\":[],\"trigger\":[[100,110]],\"sentence\":1,\"incident\":1,"
    "\"actors\":[{\"text\":\"Russland\",\"span\":[100,108],\"entity\":\"N1\",\"code\":\"RUS\",\"sector\":\"GOV\"}],\"recipients\":[],\"items\":[],"
    "\"when\":null,\"said\":null,\"place\":null,\"statement\":null,\"sources\":[],\"confidence\":0.65,\"factuality\":\"CT+\",\"aux\":[],"
    "\"evidence\":[100,200],\"why\":{\"frame\":\".1\",\"attribution\":null}}";

enum { EVENT_LEVEL = 4, WINDOW_BITS = 12, MEMORY_LEVEL = 4, EVENT_AT_MOST = 1 << 20 };

bool event_pack(const json_t *event, struct arena *arena, struct layers *packed, struct laut_error *error)
{
    z_stream stream = {.next_in = NULL};
    char *const json = json_text(event, FLAGS);
    if (!json || deflateInit2(&stream, EVENT_LEVEL, Z_DEFLATED, -WINDOW_BITS, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK) {
        free(json);
        return error_out_of_memory(error);
    }
    const size_t length = strlen(json), most = deflateBound(&stream, length);
    unsigned char *const bytes = arena_take(arena, most + 1, 1, error);
    bool done = bytes && deflateSetDictionary(&stream, (const Bytef *)event__dictionary, sizeof event__dictionary - 1) == Z_OK;
    stream.next_in = (Bytef *)json;
    stream.avail_in = (uInt)length;
    stream.next_out = bytes;
    stream.avail_out = (uInt)most;
    done = done && deflate(&stream, Z_FINISH) == Z_STREAM_END;
    *packed = (struct layers){.bytes = bytes, .length = (int)stream.total_out};
    (void)deflateEnd(&stream);
    free(json);
    return done || error_out_of_memory(error);
}

json_t *event_unpack(const void *bytes, size_t length, struct laut_error *error)
{
    z_stream stream = {.next_in = (Bytef *)bytes, .avail_in = (uInt)length};
    char *json = NULL;
    json_t *event = NULL;
    int code = inflateInit2(&stream, -WINDOW_BITS);
    if (code == Z_OK)
        code = inflateSetDictionary(&stream, (const Bytef *)event__dictionary, sizeof event__dictionary - 1);
    for (size_t size = 4096; code == Z_OK && size <= EVENT_AT_MOST; size *= 2) {
        char *const larger = realloc(json, size);
        if (!larger)
            break;
        json = larger;
        stream.next_out = (Bytef *)json + stream.total_out;
        stream.avail_out = (uInt)(size - stream.total_out);
        code = inflate(&stream, Z_FINISH);
        code = code == Z_BUF_ERROR && !stream.avail_out ? Z_OK : code;
    }
    if (code == Z_STREAM_END)
        event = json_loadb(json, stream.total_out, 0, NULL);
    (void)inflateEnd(&stream);
    free(json);
    if (!event)
        (void)error_set(error, NULL, 0, "go back to a copy made by laut backup", "a claim is damaged, or memory ended");
    return event;
}
