/* report/html_fields.c: what a page tells of its report in JSON-LD, meta, itemprop and link elements, field by field in the order of trust of
 * page-fields.tsv; the title is also held against the page's headings, the site's own name is taken off it. */
#include "report/html.h"

#include "base/utf8.h"
#include "report/timestamp.h"

#include <jansson.h>
#include <string.h>
#include <strings.h>

enum { FIELDS_AT_MOST = 160, LONGEST_TITLE = 500, JSON_DEPTH_AT_MOST = 6 };

/* One thing that the page tells. */
struct told {
    const char *where, *name, *value;
};

struct fields {
    const struct html_page *page;
    struct document *document;
    struct told told[FIELDS_AT_MOST];
    size_t count;
    struct laut_error *error;
};

static const char *fields__copy(struct fields *fields, const char *text, size_t length)
{
    return arena_copy_string(fields->page->arena, text, length, fields->error);
}

/* White space folded, none around. */
static const char *fields__folded(struct fields *fields, const char *text)
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
    return out;
}

static bool fields__add(struct fields *fields, const char *where, const char *name, const char *value)
{
    if (fields->count == FIELDS_AT_MOST || !value || !value[0])
        return true;
    const char *const copy = fields__folded(fields, value);
    if (copy && copy[0])
        fields->told[fields->count++] = (struct told){where, name, copy};
    return copy != NULL;
}

/* ---- JSON-LD ------------------------------------------------------------------------------------------------------- */

static bool json_ld__is_report(const json_t *object)
{
    static const char *const types[] = {"Article", "Posting", "WebPage", "Report", "VideoObject", "NewsMedia"};
    const json_t *type = json_object_get(object, "@type");
    if (json_is_array(type))
        type = json_array_get(type, 0);
    const char *const name = json_string_value(type);
    for (size_t i = 0; name && i < sizeof types / sizeof types[0]; i++)
        if (strstr(name, types[i]))
            return true;
    return false;
}

/* A string, or the name of an object, or of the first of an array. */
static const char *json_ld__value(const json_t *value)
{
    if (json_is_array(value))
        value = json_array_get(value, 0);
    return json_is_object(value) ? json_string_value(json_object_get(value, "name")) : json_string_value(value);
}

static bool json_ld__take(struct fields *fields, const json_t *value, int depth)
{
    if (depth > JSON_DEPTH_AT_MOST)
        return true;
    if (json_is_array(value)) {
        size_t index;
        const json_t *item;
        json_array_foreach((json_t *)(uintptr_t)value, index, item)
            if (!json_ld__take(fields, item, depth + 1))
                return false;
        return true;
    }
    if (!json_is_object(value))
        return true;
    const struct table *const table = html_fields_table(fields->page->knowledge);
    for (size_t row = 0; row < table->row_count && json_ld__is_report(value); row++) {
        const char *const name = table_cell(table, row, 3);
        if (strcmp(table_cell(table, row, 2), "json-ld") == 0 &&
            !fields__add(fields, "json-ld", name, json_ld__value(json_object_get(value, name))))
            return false;
    }
    return json_ld__take(fields, json_object_get(value, "@graph"), depth + 1) &&
           json_ld__take(fields, json_object_get(value, "mainEntity"), depth + 1);
}

static bool json_ld__read(struct fields *fields, const xmlNode *script)
{
    const char *const bytes = script->children && script->children->content ? (const char *)script->children->content : "";
    json_t *const root = json_loads(bytes, JSON_DISABLE_EOF_CHECK, NULL);
    const bool done = json_ld__take(fields, root, 0);
    json_decref(root);
    return done;
}

/* ---- elements ------------------------------------------------------------------------------------------------------ */

static bool fields__meta(struct fields *fields, const xmlNode *node)
{
    static const char *const names[] = {"property", "name", "itemprop", "http-equiv"};
    const char *const content = html_attribute(node, "content");
    for (size_t i = 0; content && i < sizeof names / sizeof names[0]; i++) {
        const char *const name = html_attribute(node, names[i]);
        if (name && !fields__add(fields, strcmp(names[i], "itemprop") == 0 ? "itemprop" : "meta", name, content))
            return false;
    }
    return true;
}

static bool fields__node(struct fields *fields, const xmlNode *node)
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
    if (strcmp(name, "title") == 0 && node->children && node->children->content && node->parent && strcmp((const char *)node->parent->name, "head") == 0)
        return fields__add(fields, "title", "title", (const char *)node->children->content);
    if (strcmp(name, "time") == 0 && html_attribute(node, "datetime"))
        return fields__add(fields, "time", html_attribute(node, "itemprop") ? html_attribute(node, "itemprop") : "time", html_attribute(node, "datetime"));
    const char *const property = html_attribute(node, "itemprop");
    if (!property)
        return true;
    const char *const content = html_attribute(node, "content"), *const moment = html_attribute(node, "datetime");
    return fields__add(fields, "itemprop", property, content ? content : moment);
}

/* All nodes of the tree, in their order. */
static const xmlNode *fields__next(const xmlNode *node, const xmlNode *root)
{
    if (node->children && node->type == XML_ELEMENT_NODE)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

/* The first value that is told for a field, in the order of the table; *basis of it. */
static const char *fields__best(const struct fields *fields, const char *field, size_t rank, const char **basis)
{
    const struct table *const table = html_fields_table(fields->page->knowledge);
    for (size_t row = 0; row < table->row_count; row++) {
        if (strcmp(table_cell(table, row, 1), field) != 0)
            continue;
        for (size_t i = 0; i < fields->count; i++) {
            const struct told *const told = &fields->told[i];
            const bool same_place = strcmp(told->where, table_cell(table, row, 2)) == 0 ||
                                    (strcmp(told->where, "time") == 0 && strcmp(table_cell(table, row, 2), "itemprop") == 0);
            if (same_place && strcasecmp(told->name, table_cell(table, row, 3)) == 0 && rank-- == 0) {
                if (basis)
                    *basis = table_cell(table, row, 5);
                return told->value;
            }
        }
    }
    return NULL;
}

/* ---- title ----------------------------------------------------------------------------------------------------------- */

/* Letters and digits in small letters; their length. */
static size_t title__letters(const char *text, size_t length, char letters[LONGEST_TITLE * 2])
{
    size_t written = 0;
    for (size_t at = 0, step; at < length && written < LONGEST_TITLE * 2 - 8; at += step) {
        const uint32_t c = utf8_decode(text + at, length - at, &step);
        if (utf8_is_letter(c) || utf8_is_digit(c))
            written += utf8_encode(utf8_lower(c), letters + written);
    }
    letters[written] = '\0';
    return written;
}

/* Whether the longer one of two texts holds the shorter one's letters. */
static bool title__agrees(const char *a, const char *b)
{
    char x[LONGEST_TITLE * 2], y[LONGEST_TITLE * 2];
    const size_t m = title__letters(a, strlen(a), x), n = title__letters(b, strlen(b), y);
    return m && n && (m < n ? strstr(y, x) : strstr(x, y)) != NULL;
}

/* Bars and dashes with white space around them, after which a site names itself. The mark's length, 0: none. */
static size_t title__separator(const char *text)
{
    static const char *const marks[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " › ", " · ", " • ", " / ", " < ", " « ", " // ", " ~ ", " : "};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (strncmp(text, marks[i], strlen(marks[i])) == 0)
            return strlen(marks[i]);
    return 0;
}

/* Takes the site's name off a title: a part at its end, or its begin, that the site calls itself by. */
static const char *title__without_site(struct fields *fields, const char *title, const char *site)
{
    const size_t length = strlen(title);
    for (size_t at = length; at-- > 1;) {
        const size_t mark = title__separator(title + at);
        if (mark && site && title__agrees(title + at + mark, site))
            return fields__copy(fields, title, at);
    }
    for (size_t at = 1; at < length; at++) {
        const size_t mark = title__separator(title + at);
        if (!mark)
            continue;
        const char *const before = fields__copy(fields, title, at);
        if (before && site && title__agrees(before, site))
            return title + at + mark;
    }
    return title;
}

/* The last part behind a bar taken off, where the rest is still a title. */
static const char *title__without_last(struct fields *fields, const char *title)
{
    for (size_t at = strlen(title); at-- > 15;) {
        const size_t mark = title__separator(title + at);
        if (mark)
            return fields__copy(fields, title, at);
    }
    return title;
}

static const char *title__from_headings(const struct fields *fields, const char *const *others, size_t count)
{
    const struct html_page *const page = fields->page;
    const char *only = NULL;
    size_t headings = 0;
    for (size_t i = 0; i < page->block_count; i++) {
        const struct html_block *const block = &page->blocks[i];
        const char *const tag = (const char *)block->element->node->name;
        if (!block->heading || block->length > LONGEST_TITLE || (strcmp(tag, "h1") != 0 && strcmp(tag, "h2") != 0))
            continue;
        for (size_t j = 0; j < count; j++)
            if (others[j] && block->length > 8 && title__agrees(block->text, others[j]) && block->length * 3 > strlen(others[j]))
                return block->text;
        if (strcmp(tag, "h1") == 0) {
            headings++;
            only = block->text;
        }
    }
    return headings == 1 ? only : NULL;
}

static const char *title__find(struct fields *fields)
{
    const char *const site = fields__best(fields, "publisher", 0, NULL);
    const char *page_title = NULL, *others[4] = {NULL};
    for (size_t i = 0; i < fields->count && !page_title; i++)
        if (strcmp(fields->told[i].where, "title") == 0)
            page_title = fields->told[i].value;
    others[0] = fields__best(fields, "title", 0, NULL);
    others[1] = others[0] ? fields__best(fields, "title", 1, NULL) : NULL;
    others[2] = page_title;
    const char *const heading = title__from_headings(fields, others, 3);
    if (heading)
        return heading;
    if (others[0])
        return title__without_site(fields, others[0], site);
    return page_title ? title__without_last(fields, title__without_site(fields, page_title, site)) : NULL;
}

/* ---- dates ----------------------------------------------------------------------------------------------------------- */

/* ISO 8601 at the begin of a value; false: none. */
static bool date__read(const char *value, struct timestamp *timestamp)
{
    const size_t length = strlen(value);
    if (timestamp_read_iso(value, length, timestamp) == TIMESTAMP_READ && timestamp->day != TIMESTAMP_UNTOLD)
        return true;
    return length > 10 && timestamp_read_iso(value, 10, timestamp) == TIMESTAMP_READ && timestamp->day != TIMESTAMP_UNTOLD;
}

/* /2019/10/18/ or /2019-10-18- in the address. */
static bool date__in_address(const char *address, struct timestamp *timestamp)
{
    for (const char *at = address; (at = strstr(at, "20")) || (at = NULL, false); at += 2) {
        int year, month, day, length = 0;
        const bool begins = at > address && (at[-1] < '0' || at[-1] > '9');
        if (begins && (sscanf(at, "%4d/%2d/%2d%n", &year, &month, &day, &length) == 3 || sscanf(at, "%4d-%2d-%2d%n", &year, &month, &day, &length) == 3) &&
            length >= 8) {
            *timestamp = timestamp_none();
            timestamp->year = year;
            timestamp->month = month;
            timestamp->day = day;
            if (timestamp_exists(timestamp))
                return true;
        }
        if (!at[1])
            break;
    }
    return false;
}

static bool fields__dates(struct fields *fields)
{
    struct report *const report = &fields->document->report;
    struct timestamp timestamp;
    const char *basis = NULL;
    for (size_t rank = 0; !report->published; rank++) {
        const char *const value = fields__best(fields, "published", rank, &basis);
        if (!value)
            break;
        if (date__read(value, &timestamp)) {
            report->published = timestamp_write(&timestamp, fields->page->arena, fields->error);
            report->published_basis = basis;
            if (!report->published)
                return false;
        }
    }
    const char *const modified = fields__best(fields, "modified", 0, NULL);
    if (modified && date__read(modified, &timestamp)) {
        report->modified = timestamp_write(&timestamp, fields->page->arena, fields->error);
        if (!report->modified)
            return false;
    }
    if (!report->published && report->uri && date__in_address(report->uri, &timestamp)) {
        report->published = timestamp_write(&timestamp, fields->page->arena, fields->error);
        report->published_basis = "address";
        return report->published != NULL;
    }
    return true;
}

bool html_read_fields(const struct html_page *page, struct document *document, struct laut_error *error)
{
    struct fields *const fields = arena_take(page->arena, 1, sizeof *fields, error);
    const xmlNode *const root = xmlDocGetRootElement(page->tree);
    if (!fields)
        return false;
    *fields = (struct fields){.page = page, .document = document, .error = error};
    for (const xmlNode *node = root; node; node = fields__next(node, root))
        if (node->type == XML_ELEMENT_NODE && !fields__node(fields, node))
            return false;
    struct report *const report = &document->report;
    report->uri = fields__best(fields, "uri", 0, NULL);
    report->publisher = fields__best(fields, "publisher", 0, NULL);
    report->author = fields__best(fields, "author", 0, NULL);
    report->lead = fields__best(fields, "lead", 0, NULL);
    report->title = title__find(fields);
    return fields__dates(fields);
}
