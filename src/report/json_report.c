/* report/json_report.c: jansson reads the object; each field is checked for its type. */
#include "report/json_report.h"

#include "report/ninjs_report.h"

#include <jansson.h>
#include <string.h>

static const char *json_report__type(const json_t *value)
{
    static const char *const names[] = {"an object", "an array", "a string", "a number", "a number", "a boolean", "a boolean", "null"};
    return names[json_typeof(value)];
}

/* A string, null or nothing into *field. */
static bool json_report__string(struct document *document, const json_t *object, const char *key, const char **field,
                                struct laut_error *error)
{
    const json_t *const value = json_object_get(object, key);
    *field = NULL;
    if (!value || json_is_null(value))
        return true;
    if (!json_is_string(value))
        return error_set(error, NULL, 0, "write it in quotation marks", "\"%s\" is %s, not a string", key, json_report__type(value));
    *field = arena_copy_string(document->arena, json_string_value(value), json_string_length(value), error);
    return *field != NULL;
}

/* Ids may be whole numbers too. */
static bool json_report__id(struct document *document, const json_t *object, struct laut_error *error)
{
    const json_t *const value = json_object_get(object, "id");
    if (!json_is_integer(value))
        return json_report__string(document, object, "id", &document->report.id, error);
    document->report.id = arena_format(document->arena, error, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    return document->report.id != NULL;
}

/* What a newsroom said of it, as laut text --json prints it. */
static bool json_report__newsroom(struct document *document, const json_t *object, struct laut_error *error)
{
    static const char *const statuses[] = {"usable", "corrected", "withheld", "withdrawn"};
    struct report *const report = &document->report;
    struct timestamp timestamp;
    const json_t *const version = json_object_get(object, "version");
    bool known = false;
    if (!json_report__string(document, object, "status", &report->status, error) || !json_report__string(document, object, "note", &report->note, error) ||
        !json_report__string(document, object, "embargo", &report->embargo, error))
        return false;
    for (size_t i = 0; report->status && i < sizeof statuses / sizeof statuses[0]; i++)
        known |= strcmp(report->status, statuses[i]) == 0;
    if (report->status && !known)
        return error_set(error, NULL, 0, "write usable, corrected, withheld or withdrawn", "\"status\" is not known: \"%.40s\"", report->status);
    if (report->embargo && timestamp_read_iso(report->embargo, strlen(report->embargo), &timestamp) != TIMESTAMP_READ)
        return error_set(error, NULL, 0, "write it like 2024-01-05T06:00:00+01:00 (ISO 8601)", "\"embargo\" is no date: \"%.40s\"", report->embargo);
    const json_int_t number = json_is_integer(version) ? json_integer_value(version) : 0;
    if (version && !json_is_null(version) && (number < 1 || number >= UINT32_MAX))
        return error_set(error, NULL, 0, "count versions 1, 2, 3", "\"version\" is no number of a version");
    report->version = (uint32_t)number;
    return true;
}

static bool json_report__fields(struct document *document, const json_t *object, struct laut_error *error)
{
    struct report *const report = &document->report;
    const char *published;
    return json_report__id(document, object, error) && json_report__string(document, object, "title", &report->title, error) &&
           json_report__string(document, object, "uri", &report->uri, error) &&
           json_report__string(document, object, "publisher", &report->publisher, error) &&
           json_report__string(document, object, "author", &report->author, error) &&
           json_report__string(document, object, "published", &published, error) &&
           json_report__newsroom(document, object, error) && (!published || !published[0] || report_set_published(document, published, "field", error));
}

static bool json_report__object(struct document *document, const struct report_knowledge *knowledge, const json_t *object,
                                const char *published_option, struct laut_error *error)
{
    const json_t *const text = json_object_get(object, "text");
    if (json_is_object(object) && ninjs_is_item(object))
        return ninjs_report_read(document, knowledge, object, published_option, error);
    if (!json_is_object(object))
        return error_set(error, NULL, 0, "write one object a line", "this is %s, not an object with a report", json_report__type(object));
    if (!text || json_is_null(text))
        return error_set(error, NULL, 0, "a report has at least {\"text\": \"…\"}", "\"text\" is missing");
    if (!json_is_string(text))
        return error_set(error, NULL, 0, "write it in quotation marks", "\"text\" is %s, not a string", json_report__type(text));
    return json_report__fields(document, object, error) &&
           report_finish(document, knowledge, json_string_value(text), json_string_length(text), REPORT_LAYOUT_NEWS, published_option, error);
}

bool json_report_read(struct document *document, const struct report_knowledge *knowledge, const char *line, size_t length,
                      const char *published_option, struct laut_error *error)
{
    const struct report *const report = &document->report;
    if (!report_check_bytes(line, length, report->input, report->input_line, error))
        return false;
    json_error_t why;
    json_t *const object = json_loadb(line, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &why);
    if (!object)
        return error_set(error, NULL, 0, "each line holds one whole object; jq -c . FILE writes objects that stand on several lines so",
                         json_error_code(&why) == json_error_premature_end_of_input ? "the JSON is cut off: %s, byte %d"
                                                                                    : "this is no JSON: %s, byte %d",
                         why.text, why.position);
    const bool done = json_report__object(document, knowledge, object, published_option, error);
    json_decref(object);
    return done;
}
