/* report/html_fields.c: gathers what a page tells of its report in JSON-LD, meta, itemprop, link and time elements, and takes each field from where
 * page-fields.tsv trusts it most. */
#include "report/html_fields.h"

#include "base/utf8.h"
#include "report/knowledge.h"
#include "report/rights.h"
#include "report/xml.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { JSON_DEPTH_AT_MOST = 6, LONGEST_DATE = 48, LONGEST_WORDS = 200 };

const char *html_fields_copy(struct html_fields *fields, const char *text, size_t length)
{
    const char *const copy = arena_copy_string(fields->page->arena, text, length, fields->error);
    fields->failed |= !copy;
    return copy;
}

/* Character references that stand in values which were written for HTML ("Thermen- &#038; Vulkanland") in their place. */
static void fields__decode(char *text)
{
    static const struct { const char *name; char letter; } names[] = {{"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&lt;", '<'}, {"&gt;", '>'}};
    char *out = text;
    while (*text) {
        unsigned number = 0;
        int length = 0;
        for (size_t i = 0; i < sizeof names / sizeof names[0] && *text == '&' && !length; i++)
            if (strncmp(text, names[i].name, strlen(names[i].name)) == 0) {
                *out++ = names[i].letter;
                length = (int)strlen(names[i].name);
            }
        if (!length && *text == '&' && sscanf(text, "&#%6u;%n", &number, &length) == 1 && length && number >= 0x20 && number < 0xD800)
            out += utf8_encode(number, out);
        else if (!length)
            *out++ = *text;
        text += length ? length : 1;
    }
    *out = '\0';
}

/* White space folded, none around. */
const char *html_fields_folded(struct html_fields *fields, const char *text)
{
    const size_t length = strlen(text);
    char *const out = arena_take(fields->page->arena, length + 1, 1, fields->error);
    size_t written = 0;
    for (size_t at = 0, step; out && at < length; at += step) {
        const uint32_t c = utf8_decode(text + at, length - at, &step);
        if (utf8_is_space(c) || c < 0x20) {
            if (written && out[written - 1] != ' ')
                out[written++] = ' ';
        } else {
            memcpy(out + written, text + at, step);
            written += step;
        }
    }
    if (out && written && out[written - 1] == ' ')
        out[written - 1] = '\0';
    if (out)
        fields__decode(out);
    fields->failed |= !out;
    return out;
}

/* Whether the table has that place: pages link to a hundred other things. */
static bool fields__is_asked_for(const struct html_fields *fields, const char *where, const char *name)
{
    const struct table *const table = html_fields_table(fields->page->knowledge);
    for (size_t row = 0; row < table->row_count; row++)
        if (strcasecmp(table_cell(table, row, 3), name) == 0 && strcmp(table_cell(table, row, 2), where) == 0)
            return true;
    return strcmp(where, "title") == 0 || strcmp(where, "time") == 0;
}

static bool fields__add(struct html_fields *fields, const char *where, const char *name, const char *value)
{
    if (fields->count == HTML_TOLD_AT_MOST || !value || !value[0] || !fields__is_asked_for(fields, where, name))
        return true;
    const char *const copy = html_fields_folded(fields, value);
    if (copy && copy[0])
        fields->told[fields->count++] = (struct html_told){where, name, copy, fields->block};
    return copy != NULL;
}

/* ---- JSON-LD ------------------------------------------------------------------------------------------------------- */

/* What is about something else on the page. */
static bool json_ld__is_aside(const json_t *object)
{
    static const char *const types[] = {"Comment", "Review", "Rating", "Organization", "Person", "ImageObject", "BreadcrumbList", "WebSite"};
    const json_t *type = json_object_get(object, "@type");
    if (json_is_array(type))
        type = json_array_get(type, 0);
    const char *const name = json_string_value(type);
    for (size_t i = 0; name && i < sizeof types / sizeof types[0]; i++)
        if (strstr(name, types[i]))
            return true;
    return false;
}

/* The object of that @id among those that stand beside each other; NULL: none. */
static const json_t *json_ld__object(const json_t *root, const char *id)
{
    const json_t *const graph = json_is_array(root) ? root : json_object_get(root, "@graph");
    for (size_t i = 0; id && i < json_array_size(graph); i++) {
        const json_t *const object = json_array_get(graph, i);
        const char *const own = json_string_value(json_object_get(object, "@id"));
        if (own && strcmp(own, id) == 0 && json_object_get(object, "name"))
            return object;
    }
    return NULL;
}

/* A string, or the name of an object, or of the first of an array; an object may stand elsewhere and be named by its @id. */
static const char *json_ld__value(const json_t *root, const json_t *value)
{
    if (json_is_array(value))
        value = json_array_get(value, 0);
    if (json_is_object(value) && !json_object_get(value, "name"))
        value = json_ld__object(root, json_string_value(json_object_get(value, "@id")));
    return json_is_object(value) ? json_string_value(json_object_get(value, "name")) : json_string_value(value);
}

/* The text itself, which pages that a script fills hold nowhere else. False: out of memory. */
static bool json_ld__body(struct html_fields *fields, const json_t *object)
{
    const char *const body = json_string_value(json_object_get(object, "articleBody"));
    if (!body || (fields->body && strlen(body) <= strlen(fields->body)))
        return true;
    fields->body = arena_copy_string(fields->page->arena, body, strlen(body), fields->error);
    return fields->body != NULL;
}

static bool json_ld__take(struct html_fields *fields, const json_t *root, const json_t *value, int depth)
{
    if (depth > JSON_DEPTH_AT_MOST)
        return true;
    if (json_is_array(value)) {
        size_t index;
        const json_t *item;
        json_array_foreach((json_t *)(uintptr_t)value, index, item)
            if (!json_ld__take(fields, root, item, depth + 1))
                return false;
        return true;
    }
    if (!json_is_object(value))
        return true;
    const struct table *const table = html_fields_table(fields->page->knowledge);
    for (size_t row = 0; row < table->row_count && !json_ld__is_aside(value); row++) {
        const char *const name = table_cell(table, row, 3);
        if (strcmp(table_cell(table, row, 2), "json-ld") == 0 &&
            !fields__add(fields, "json-ld", name, json_ld__value(root, json_object_get(value, name))))
            return false;
    }
    return (json_ld__is_aside(value) || json_ld__body(fields, value)) && json_ld__take(fields, root, json_object_get(value, "@graph"), depth + 1) &&
           json_ld__take(fields, root, json_object_get(value, "mainEntity"), depth + 1);
}

/* As it is often written by hand or template: in a comment or CDATA section, with bare line ends in strings and a comma behind the last item. NULL: out of memory. */
static const char *json_ld__mended(struct html_fields *fields, const char *bytes)
{
    const char *const begin = bytes + strcspn(bytes, "{[");
    char *const out = arena_take(fields->page->arena, strlen(begin) + 1, 1, fields->error);
    bool inside = false;
    size_t written = 0;
    if (strncmp(begin, "[CDATA[", 7) == 0)
        return json_ld__mended(fields, begin + 7);
    for (const char *at = begin; out && *at; at++) {
        const char behind = inside || *at != ',' ? 0 : at[1 + strspn(at + 1, " \t\r\n")];
        if (*at == '"')
            inside = !inside;
        if (inside && *at == '\\' && at[1])
            out[written++] = *at++;
        if (behind != '}' && behind != ']')
            out[written++] = (char)((unsigned char)*at < 0x20 ? ' ' : *at);
    }
    return out;
}

static bool json_ld__read(struct html_fields *fields, const xmlNode *script)
{
    const char *const bytes = script->children && script->children->content ? (const char *)script->children->content : "";
    const char *const mended = json_ld__mended(fields, bytes);
    json_t *const root = mended ? json_loads(mended, JSON_DISABLE_EOF_CHECK, NULL) : NULL;
    const bool done = mended && json_ld__take(fields, root, root, 0);
    json_decref(root);
    return done;
}

/* ---- elements ------------------------------------------------------------------------------------------------------ */

static bool fields__meta(struct html_fields *fields, const xmlNode *node)
{
    static const char *const names[] = {"property", "name", "itemprop", "http-equiv"};
    const char *const content = html_attribute(node, "content");
    for (size_t i = 0; content && i < sizeof names / sizeof names[0]; i++) {
        const char *const name = html_attribute(node, names[i]);
        const char *const where = strcmp(names[i], "itemprop") == 0 ? "itemprop" : "meta";
        struct document *const document = fields->document;
        if (name && (!fields__add(fields, where, name, content) ||
                     !rights_tell(fields->reservations, &document->report.rights, where, name, content, document->arena, fields->error)))
            return false;
    }
    return true;
}

/* "vor 3 Stunden" is often told exactly by what a pointer over it shows. */
static bool fields__may_be_date(const char *hint)
{
    size_t digits = 0;
    for (const char *at = hint; *at; at++)
        digits += *at >= '0' && *at <= '9';
    return digits >= 5 && strlen(hint) <= LONGEST_DATE;
}

/* The word of an element's class under which the table asks for times; "time": none. */
static const char *fields__time_name(const struct html_fields *fields, const xmlNode *node)
{
    const struct table *const table = html_fields_table(fields->page->knowledge);
    const char *const names = html_attribute(node, "class");
    for (size_t row = 0; names && row < table->row_count; row++) {
        const char *const name = table_cell(table, row, 3), *at = strcmp(table_cell(table, row, 2), "time") == 0 ? strcasestr(names, name) : NULL;
        for (; at; at = strcasestr(at + 1, name))
            if ((at == names || at[-1] == ' ') && (!at[strlen(name)] || at[strlen(name)] == ' '))
                return name;
    }
    return "time";
}

/* A time element; an abbr or span that tells a time by its class or by what a pointer over it shows. */
static bool fields__time(struct html_fields *fields, const xmlNode *node, const char *value)
{
    const char *const name = fields__time_name(fields, node);
    if (xml_is(node, "time"))
        return fields__add(fields, "time", name, value);
    const char *const hint = html_attribute(node, "title"), *const told = hint && fields__may_be_date(hint) ? hint : strcmp(name, "time") != 0 ? value : NULL;
    return !told || !fields__may_be_date(told) || fields__add(fields, "time", name, told);
}

/* Of a property without words of its own those of the elements in it: <span itemprop="author"><a>Eva Muster</a></span>. */
static bool fields__property(struct html_fields *fields, const xmlNode *node, const char *name, const char *value)
{
    if ((value && value[strspn(value, " \t\r\n")]) || !fields__is_asked_for(fields, "itemprop", name))
        return fields__add(fields, "itemprop", name, value);
    union { const xmlNode *lent; xmlNode *own; } element = {.lent = node};
    xmlChar *const words = xmlNodeGetContent(element.own);
    const bool done = !words || strlen((const char *)words) > LONGEST_WORDS || fields__add(fields, "itemprop", name, (const char *)words);
    xmlFree(words);
    return done;
}

static bool fields__node(struct html_fields *fields, const xmlNode *node)
{
    const char *const name = (const char *)node->name;
    if (strcmp(name, "meta") == 0)
        return fields__meta(fields, node);
    if (strcmp(name, "link") == 0) {
        const char *const rel = html_attribute(node, "rel");
        return !rel || fields__add(fields, "link", rel, html_attribute(node, "href"));
    }
    if (strcmp(name, "script") == 0) {
        const char *const type = html_attribute(node, "type");
        return !type || !strstr(type, "ld+json") || json_ld__read(fields, node);
    }
    if (strcmp(name, "title") == 0 && node->children && node->children->content && node->parent && strcmp((const char *)node->parent->name, "svg") != 0)
        return fields__add(fields, "title", "title", (const char *)node->children->content);
    const char *const words = node->children && node->children->type == XML_TEXT_NODE ? (const char *)node->children->content : NULL;
    const char *const content = html_attribute(node, "content"), *const moment = html_attribute(node, "datetime");
    if ((strcmp(name, "time") == 0 || strcmp(name, "abbr") == 0 || strcmp(name, "span") == 0) && !fields__time(fields, node, moment ? moment : words))
        return false;
    if (strcmp(name, "a") == 0 && html_attribute(node, "rel") && !fields__add(fields, "rel", html_attribute(node, "rel"), words))
        return false;
    const char *property = html_attribute(node, "itemprop");
    if (!property)
        property = html_attribute(node, "property");
    if (!property)
        return true;
    const char *const prefix = strrchr(property, ':');
    return fields__property(fields, node, prefix ? prefix + 1 : property, content ? content : moment ? moment : words);
}

const struct html_told *html_fields_told(const struct html_fields *fields, const char *where, const char *name, size_t nth)
{
    for (size_t i = 0; i < fields->count; i++)
        if (strcmp(fields->told[i].where, where) == 0 && strcasecmp(fields->told[i].name, name) == 0 && nth-- == 0)
            return &fields->told[i];
    return NULL;
}

const char *html_fields_best(const struct html_fields *fields, const char *field, size_t rank)
{
    const struct table *const table = html_fields_table(fields->page->knowledge);
    for (size_t row = 0; row < table->row_count; row++) {
        const struct html_told *told;
        if (strcmp(table_cell(table, row, 1), field) != 0)
            continue;
        for (size_t nth = 0; (told = html_fields_told(fields, table_cell(table, row, 2), table_cell(table, row, 3), nth)) != NULL; nth++)
            if (rank-- == 0)
                return told->value;
    }
    return NULL;
}

bool html_read_fields(const struct html_page *page, struct document *document, const struct report_knowledge *knowledge, const char **body, struct laut_error *error)
{
    struct html_fields *const fields = arena_take(page->arena, 1, sizeof *fields, error);
    const xmlNode *const root = xmlDocGetRootElement(page->tree);
    size_t element = 0;
    if (!fields)
        return false;
    *fields = (struct html_fields){.page = page, .document = document, .forms = knowledge->forms, .reservations = knowledge->reservations, .error = error};
    for (const xmlNode *node = root; node; node = xml_next(node, root)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (element < page->element_count && page->elements[element]->node == node)          /* both go in the document's order */
            fields->block = page->elements[element++]->first;
        if (!fields__node(fields, node))
            return false;
    }
    struct report *const report = &document->report;
    const char *const uri = html_fields_best(fields, "uri", 0);
    if (uri && (strstr(uri, "://") || !report->uri))
        report->uri = uri;
    report->publisher = html_fields_best(fields, "publisher", 0);
    report->author = html_fields_best(fields, "author", 0);
    report->lead = html_fields_best(fields, "lead", 0);
    report->title = html_title(fields);
    *body = fields->body;
    return !fields->failed && html_dates(fields);
}
