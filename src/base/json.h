/* base/json.h: writing JSON. Reading is jansson's.
 *
 *     struct json_writer json = json_writer_on(stream);
 *     json_write_object_open(&json, NULL); json_write_string(&json, "type", "AID"); json_write_object_close(&json);
 *     if (!json_write_finish(&json, &error)) ...                         {"type": "AID"} and whether every write went well
 *
 * Keys are NULL inside arrays. Strings must be UTF-8; control characters, quotes and backslashes are escaped.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/error.h"

#include <stdint.h>
#include <stdio.h>

struct json_writer {
    FILE *stream;
    bool failed;
    bool first;                      /* nothing yet in the innermost object or array */
};

struct json_writer json_writer_on(FILE *stream);
void json_write_object_open(struct json_writer *json, const char *key);
void json_write_object_close(struct json_writer *json);
void json_write_array_open(struct json_writer *json, const char *key);
void json_write_array_close(struct json_writer *json);
void json_write_string(struct json_writer *json, const char *key, const char *value);            /* NULL value: null */
void json_write_string_of(struct json_writer *json, const char *key, const char *bytes, size_t length);
void json_write_integer(struct json_writer *json, const char *key, int64_t value);
void json_write_number(struct json_writer *json, const char *key, double value);                 /* shortest that reads back */
void json_write_boolean(struct json_writer *json, const char *key, bool value);
void json_write_null(struct json_writer *json, const char *key);
/* False if any write failed. */
bool json_write_finish(struct json_writer *json, struct laut_error *error) __attribute__((warn_unused_result));

#endif
