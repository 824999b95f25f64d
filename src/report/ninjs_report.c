/* report/ninjs_report.c: what version 1 has in one field (headline, body_text), later ones have in lists (headlines, bodies); 3 writes its names with capitals. */
#include "report/ninjs_report.h"

#include "report/newsroom.h"

#include <string.h>
#include <strings.h>

/* ---- names --------------------------------------------------------------------------------------------------------- */

/* The value of a name in any case; NULL: none. */
static const json_t *ninjs__get(const json_t *object, const char *name)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)object, key, value)
        if (strcasecmp(key, name) == 0)
            return value;
    return NULL;
}

static const char *ninjs__string(const json_t *object, const char *name)
{
    return json_string_value(ninjs__get(object, name));
}

static const char *const ninjs__names[] = {"versioncreated", "pubstatus", "bodies", "headlines", "body_text", "body_xhtml", "representationtype"};
enum { NAME_COUNT = sizeof ninjs__names / sizeof ninjs__names[0], BEGIN_BYTES = 4096 };

bool ninjs_is_item(const json_t *object)
{
    bool named = false;
    for (size_t i = 0; i < NAME_COUNT; i++)
        named |= ninjs__get(object, ninjs__names[i]) != NULL;
    return named && ninjs__string(object, "uri") && !json_object_get(object, "text");
}

bool ninjs_is_file(const char *bytes, size_t length)
{
    char begin[BEGIN_BYTES + 1];
    const size_t count = length < BEGIN_BYTES ? length : BEGIN_BYTES;
    const char *const stop = memchr(bytes, '\n', count);
    const char *last = stop ? stop : bytes;
    memcpy(begin, bytes, count);
    begin[count] = '\0';
    while (last > bytes && strchr(" \t\r\n", *last))
        last--;
    if (!stop || *last == '}' || !strstr(begin, "\"uri\""))
        return false;
    for (size_t i = 0; i < NAME_COUNT; i++) {
        char quoted[32];
        (void)snprintf(quoted, sizeof quoted, "\"%s\"", ninjs__names[i]);
        if (strcasestr(begin, quoted))
            return true;
    }
    return false;
}

/* ---- text ---------------------------------------------------------------------------------------------------------- */

/* Of a list of {role, contenttype, value} the first value, better one that is not the short form; markup tells whether it is HTML. */
static const char *ninjs__listed(const json_t *list, bool *markup)
{
    const char *best = NULL;
    size_t index;
    const json_t *entry;
    json_array_foreach((json_t *)(uintptr_t)list, index, entry) {
        const char *const value = ninjs__string(entry, "value"), *const type = ninjs__string(entry, "contenttype");
        if (!value || (best && strlen(value) <= strlen(best)))
            continue;
        best = value;
        *markup = type && strstr(type, "html");
    }
    return best;
}

static const char *ninjs__text(const json_t *item, bool *markup)
{
    static const struct { const char *name; bool markup; } fields[] = {{"body_xhtml", true}, {"body_html", true}, {"body_html5", true}, {"body_text", false}};
    const char *text = ninjs__listed(ninjs__get(item, "bodies"), markup);
    for (size_t i = 0; !text && i < sizeof fields / sizeof fields[0]; i++) {
        text = ninjs__string(item, fields[i].name);
        *markup = fields[i].markup;
    }
    return text;
}

/* The first of those fields that is a string, or whose list has a name or value. */
static const char *ninjs__first(const json_t *item, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const json_t *value = ninjs__get(item, names[i]);
        if (json_is_array(value))
            value = json_array_get(value, 0);
        const char *const text = json_is_object(value) ? ninjs__string(value, ninjs__get(value, "value") ? "value" : "name") : json_string_value(value);
        if (text && *text)
            return text;
    }
    return NULL;
}

/* ---- the report ---------------------------------------------------------------------------------------------------- */

static bool ninjs__copy(struct document *document, const char *text, const char **field, struct laut_error *error)
{
    *field = text ? arena_copy_string(document->arena, text, strlen(text), error) : NULL;
    return !text || *field;
}

static bool ninjs__fields(struct document *document, const json_t *item, struct laut_error *error)
{
    static const char *const titles[] = {"headline", "headlines", "title", "slugline"}, *const authors[] = {"byline", "by", "bylines"},
                 *const publishers[] = {"copyrightholder", "infosource", "infosources", "provider"}, *const leads[] = {"descriptions", "description_text"},
                 *const notes[] = {"ednote", "ednotes"};
    struct report *const report = &document->report;
    const char *const uri = ninjs__string(item, "uri");
    const json_t *const version = ninjs__get(item, "version"), *const embargo = ninjs__get(item, "embargoed");
    const char *const number = json_is_integer(version) ? arena_format(document->arena, error, "%" JSON_INTEGER_FORMAT, json_integer_value(version)) : NULL;
    const char *note;
    const bool address = uri && (strncmp(uri, "http://", 7) == 0 || strncmp(uri, "https://", 8) == 0);
    if ((json_is_integer(version) && !number) || !ninjs__copy(document, uri, &report->id, error) ||
        !ninjs__copy(document, ninjs__first(item, titles, 4), &report->title, error) || !ninjs__copy(document, ninjs__first(item, authors, 3), &report->author, error) ||
        !ninjs__copy(document, ninjs__first(item, publishers, 4), &report->publisher, error) ||
        !ninjs__copy(document, ninjs__first(item, leads, 2), &report->lead, error) || !ninjs__copy(document, ninjs__first(item, notes, 2), &note, error))
        return false;
    report->uri = address ? report->id : report->uri;
    const char *const signal = ninjs__string(item, "signal");
    return newsroom_tell(document, &(struct newsroom_facts){
        .status = ninjs__string(item, "pubstatus"), .embargo = json_string_value(embargo), .version = number ? number : json_string_value(version),
        .created = ninjs__string(item, "contentcreated"), .issued = ninjs__string(item, "firstcreated"), .changed = ninjs__string(item, "versioncreated"),
        .note = note, .corrected = signal && strcasestr(signal, "correction")}, error);
}

bool ninjs_report_read(struct document *document, const struct report_knowledge *knowledge, const json_t *item, const char *published_option,
                       struct laut_error *error)
{
    bool markup = false;
    if (!ninjs__fields(document, item, error))
        return false;
    const char *const text = ninjs__text(item, &markup), *const type = ninjs__string(item, "type");
    if (!text && type && strcmp(type, "text") != 0)
        return error_set(error, NULL, 0, "leave it out", "this ninjs item is of the type \"%.40s\" and has no text", type);
    return newsroom_finish(document, knowledge, text ? text : "", markup, published_option, error);
}
