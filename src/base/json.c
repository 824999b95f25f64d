/* base/json.c: JSON as RFC 8259 has it, written as it is told; see base/json.h. */
#include "base/json.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct json_writer json_writer_on(FILE *stream)
{
    return (struct json_writer){.stream = stream, .first = true};
}

static void json__put(struct json_writer *json, const char *bytes, size_t length)
{
    if (!json->failed && fwrite(bytes, 1, length, json->stream) != length)
        json->failed = true;
}

static void json__put_string(struct json_writer *json, const char *bytes, size_t length)
{
    json__put(json, "\"", 1);
    size_t begin = 0;
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)bytes[i];
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        json__put(json, bytes + begin, i - begin);
        begin = i + 1;
        char escape[8];
        const char *const letter = byte ? strchr("\"\"\\\\\nn\tt\rr", byte) : NULL;
        const int escape_length = letter ? snprintf(escape, sizeof escape, "\\%c", letter[1])
                                         : snprintf(escape, sizeof escape, "\\u%04x", byte);
        json__put(json, escape, (size_t)escape_length);
    }
    json__put(json, bytes + begin, length - begin);
    json__put(json, "\"", 1);
}

static void json__begin(struct json_writer *json, const char *key)
{
    if (!json->first)
        json__put(json, ", ", 2);
    json->first = false;
    if (key) {
        json__put_string(json, key, strlen(key));
        json__put(json, ": ", 2);
    }
}

static void json__open(struct json_writer *json, const char *key, const char *bracket)
{
    json__begin(json, key);
    json__put(json, bracket, 1);
    json->first = true;
}

static void json__close(struct json_writer *json, const char *bracket)
{
    json__put(json, bracket, 1);
    json->first = false;
}

void json_write_object_open(struct json_writer *json, const char *key)
{
    json__open(json, key, "{");
}

void json_write_object_close(struct json_writer *json)
{
    json__close(json, "}");
}

void json_write_array_open(struct json_writer *json, const char *key)
{
    json__open(json, key, "[");
}

void json_write_array_close(struct json_writer *json)
{
    json__close(json, "]");
}

void json_write_string_of(struct json_writer *json, const char *key, const char *bytes, size_t length)
{
    json__begin(json, key);
    json__put_string(json, bytes, length);
}

void json_write_string(struct json_writer *json, const char *key, const char *value)
{
    if (value)
        json_write_string_of(json, key, value, strlen(value));
    else
        json_write_null(json, key);
}

void json_write_integer(struct json_writer *json, const char *key, int64_t value)
{
    char digits[24];
    const int length = snprintf(digits, sizeof digits, "%" PRId64, value);
    json__begin(json, key);
    json__put(json, digits, (size_t)length);
}

void json_write_number(struct json_writer *json, const char *key, double value)
{
    if (!isfinite(value)) {
        json_write_null(json, key);
        return;
    }
    char digits[32];
    int length = 0;
    for (int precision = 1; precision <= 17; precision++) {
        length = snprintf(digits, sizeof digits, "%.*g", precision, value);
        if (strtod(digits, NULL) == value)
            break;
    }
    if (strchr(digits, 'e') && fabs(value) < 1e15 && value == floor(value))
        length = snprintf(digits, sizeof digits, "%.0f", value);
    json__begin(json, key);
    json__put(json, digits, (size_t)length);
}

void json_write_boolean(struct json_writer *json, const char *key, bool value)
{
    json__begin(json, key);
    json__put(json, value ? "true" : "false", value ? 4 : 5);
}

void json_write_null(struct json_writer *json, const char *key)
{
    json__begin(json, key);
    json__put(json, "null", 4);
}

bool json_write_finish(struct json_writer *json, struct laut_error *error)
{
    return !json->failed ||
           error_set(error, NULL, 0, "look whether the disk is full", "the output could not be written");
}
