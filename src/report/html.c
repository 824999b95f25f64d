/* report/html.c: libxml2 parses, one walk over the tree makes elements and blocks. The walk follows the tree's own links, so that a page
 * may nest as deep as it likes. */
#include "report/html.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "report/xml.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <limits.h>
#include <string.h>

enum { LONGEST_NAME = 400, LONGEST_WORDS = 64, WITHIN_AT_MOST = 32, INLINE_AT_MOST = 16, LONGEST_HEADING = 120, ELEMENTS_AT_MOST = 1000000 };

struct html_knowledge {
    const struct table *elements, *fields;
    const struct string_map *rows;               /* "class:entry-content" … */
    size_t within[WITHIN_AT_MOST], within_count; /* rows of words that may be part of others */
};

/* ---- knowledge ------------------------------------------------------------------------------------------------ */

static const struct { const char *name; unsigned bit; } html__parts[] = {
    {"skip", ELEMENT_SKIP}, {"block", ELEMENT_BLOCK}, {"heading", ELEMENT_HEADING}, {"drop", ELEMENT_DROP}, {"body", ELEMENT_BODY},
    {"scope", ELEMENT_SCOPE}, {"soft", ELEMENT_SOFT}, {"wall", ELEMENT_WALL | ELEMENT_DROP}, {"caption", ELEMENT_CAPTION}};

static unsigned html__part(const struct table *table, size_t row)
{
    for (size_t i = 0; i < sizeof html__parts / sizeof html__parts[0]; i++)
        if (strcmp(table_cell(table, row, 1), html__parts[i].name) == 0)
            return html__parts[i].bit;
    return 0;
}

const struct html_knowledge *html_knowledge_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const element_columns[] = {"id", "part", "where", "word", "source", "checked"};
    static const char *const field_columns[] = {"id", "field", "where", "name", "order", "basis", "source", "checked"};
    struct html_knowledge *const knowledge = arena_take(set->arena, 1, sizeof *knowledge, error);
    const struct table *const table = knowledge ? table_open(set, "report/page-elements.tsv", element_columns, 6, error) : NULL;
    const struct table *const fields = table ? table_open(set, "report/page-fields.tsv", field_columns, 8, error) : NULL;
    struct string_map *const rows = fields ? string_map_open(set->arena, table->row_count, error) : NULL;
    for (size_t row = 0; rows && row < table->row_count; row++) {
        const char *const key = arena_format(set->arena, error, "%s:%s", table_cell(table, row, 2), table_cell(table, row, 3));
        if (!html__part(table, row)) {
            (void)table_error(table, row, error, "the head of the table names the parts", "\"%s\" is not known", table_cell(table, row, 1));
            return NULL;
        }
        if (strcmp(table_cell(table, row, 2), "within") == 0 && knowledge->within_count < WITHIN_AT_MOST)
            knowledge->within[knowledge->within_count++] = row;
        if (!key || !string_map_add(rows, key, strlen(key), (uint32_t)row, error))
            return NULL;
    }
    if (!rows)
        return NULL;
    knowledge->elements = table;
    knowledge->fields = fields;
    knowledge->rows = rows;
    return knowledge;
}

const struct table *html_fields_table(const struct html_knowledge *knowledge)
{
    return knowledge->fields;
}

/* ---- elements -------------------------------------------------------------------------------------------------- */

const char *html_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (strcmp((const char *)attribute->name, name) == 0)
            return attribute->children && attribute->children->content ? (const char *)attribute->children->content : "";
    return NULL;
}

int html_heading_level(const struct html_block *block)
{
    enum { DEEPEST_IN_HEADING = 16 };                            /* what lies deeper is no heading's text, and pages nest 100,000 deep */
    unsigned steps = 0;
    for (const struct html_element *at = block->element; at && steps < DEEPEST_IN_HEADING; at = at->parent, steps++) {
        const char *const name = (const char *)at->node->name;
        if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2])
            return name[1] - '0';
        if (at->parent && at->parent->end > at->end)             /* it has other blocks too */
            return 0;
    }
    return 0;
}

static unsigned html__look_up(const struct html_knowledge *knowledge, const char *where, const char *word, size_t length)
{
    char key[LONGEST_WORDS + 16];
    unsigned parts = 0;
    if (length == 0 || length > LONGEST_WORDS)
        return 0;
    const size_t prefix = strlen(where);
    memcpy(key, where, prefix);
    key[prefix] = ':';
    memcpy(key + prefix + 1, word, length);
    for (struct string_map_hit hit = string_map_find(knowledge->rows, key, prefix + 1 + length); hit.found;
         hit = string_map_next(knowledge->rows, hit))
        parts |= html__part(knowledge->elements, hit.value);
    return parts;
}

/* Class or id as words in small letters with one hyphen between: "entryContent c__main" -> "entry-content-c-main". */
static size_t html__words(const char *names, char words[LONGEST_NAME])
{
    size_t length = 0;
    bool small_before = false;
    for (const char *at = names; *at && length < LONGEST_NAME - 2; at++) {
        const unsigned char c = (unsigned char)*at;
        const bool upper = c >= 'A' && c <= 'Z', letter = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
        if ((!letter || (upper && small_before)) && length && words[length - 1] != '-')
            words[length++] = '-';
        if (letter)
            words[length++] = (char)(upper ? c + 32 : c);
        small_before = letter && !upper;
    }
    while (length && words[length - 1] == '-')
        length--;
    return length;
}

/* Looks up each word, and each two and three in a row. */
static unsigned html__names(const struct html_knowledge *knowledge, const char *names)
{
    char words[LONGEST_NAME];
    const size_t length = html__words(names, words);
    unsigned parts = 0;
    words[length] = '\0';
    for (size_t i = 0; i < knowledge->within_count; i++)
        if (strstr(words, table_cell(knowledge->elements, knowledge->within[i], 3)))
            parts |= html__part(knowledge->elements, knowledge->within[i]);
    for (size_t begin = 0; begin < length;) {
        size_t end = begin;
        for (unsigned count = 0; count < 3 && end < length; count++) {
            const char *const hyphen = memchr(words + end, '-', length - end);
            end = hyphen ? (size_t)(hyphen - words) : length;
            parts |= html__look_up(knowledge, "class", words + begin, end - begin);
            end++;
        }
        const char *const next = memchr(words + begin, '-', length - begin);
        begin = next ? (size_t)(next - words) + 1 : length;
    }
    return parts;
}

static bool html__is_hidden(const xmlNode *node)
{
    const char *const style = html_attribute(node, "style");
    return html_attribute(node, "hidden") || (style && (strstr(style, "display:none") || strstr(style, "display: none")));
}

static unsigned html__element_parts(const struct html_knowledge *knowledge, const xmlNode *node)
{
    static const char *const wheres[] = {"role", "itemprop"};
    unsigned parts = html__look_up(knowledge, "tag", (const char *)node->name, strlen((const char *)node->name));
    if ((parts & ELEMENT_SKIP) || !node->properties || !node->parent || node->parent->type != XML_ELEMENT_NODE || xml_is(node, "body"))     /* what html and body are named tells of the page */
        return parts;
    for (size_t i = 0; i < sizeof wheres / sizeof wheres[0]; i++) {
        const char *const value = html_attribute(node, wheres[i]);
        if (value)
            parts |= html__look_up(knowledge, wheres[i], value, strlen(value));
    }
    const char *const names = html_attribute(node, "class"), *const id = html_attribute(node, "id");
    if (names)
        parts |= html__names(knowledge, names);
    if (id)
        parts |= html__names(knowledge, id);
    return html__is_hidden(node) ? parts | ELEMENT_DROP : parts;
}

/* ---- blocks ----------------------------------------------------------------------------------------------------- */

struct html_walk {
    struct html_page *page;
    struct html_element *element;                /* the innermost that is open */
    char *text;                                  /* of the block that is being read; room for all text of the page */
    size_t begin, length, link_bytes;            /* the block is [begin, begin + length) of text */
    unsigned links, breaks;                      /* open a elements; br in a row */
    struct html_inside { struct html_element *element; size_t end_byte, link_bytes; } inside[INLINE_AT_MOST];      /* inline elements of the block that are named to be around the report */
    size_t inside_count;
    struct laut_error *error;
};

/* Cuts out of a block what its inline elements hold that are named to be around the report (a note for screen readers, a link to change the section), where other words are left. */
static bool html__cut(struct html_walk *walk, struct html_block *block)
{
    size_t at = 0, written = 0, links = 0;
    char *const text = walk->inside_count ? arena_take(walk->page->arena, block->length + 1, 1, walk->error) : NULL;
    if (!text)
        return !walk->inside_count;
    for (size_t i = 0; i <= walk->inside_count; i++) {
        const struct html_inside *const inside = &walk->inside[i < walk->inside_count ? i : 0];
        const size_t begin = i < walk->inside_count ? inside->element->begin_byte : block->length, stop = begin < block->length ? begin : block->length;
        if (stop > at)
            memcpy(text + written, block->whole + at, stop - at);
        written += stop > at ? stop - at : 0;
        links += i < walk->inside_count ? inside->link_bytes : 0;
        at = inside->end_byte;
    }
    while (written && text[written - 1] == ' ')
        written--;
    if (!written)
        return true;
    for (size_t i = 0; i < walk->inside_count; i++)
        walk->inside[i].element->cut = true;
    block->text = text + (text[0] == ' ');
    block->length = written - (text[0] == ' ');
    block->link_bytes -= links;
    return true;
}

static bool html__flush(struct html_walk *walk)
{
    struct html_page *const page = walk->page;
    if (walk->length && walk->text[walk->begin + walk->length - 1] == ' ')
        walk->length--;
    walk->breaks = 0;
    if (!walk->length)
        return true;
    struct html_block *const block = arena_append(page->arena, &page->blocks, &page->block_count, &page->block_capacity, sizeof *block,
                                                  walk->error);
    if (!block)
        return false;
    const bool heading = walk->element->in_heading && walk->length <= LONGEST_HEADING;       /* leads are often marked up as headings */
    const char *const text = walk->text + walk->begin;
    *block = (struct html_block){.text = text, .whole = text, .length = walk->length, .whole_length = walk->length, .link_bytes = walk->link_bytes,
                                 .element = walk->element->block, .heading = heading};
    walk->begin += walk->length;
    walk->text[walk->begin++] = '\0';
    const bool done = html__cut(walk, block);
    walk->length = walk->link_bytes = walk->inside_count = 0;
    return done;
}

static bool html__is_blank(uint32_t c)
{
    return utf8_is_space(c) || c < 0x20 || c == 0x200B || c == 0xFEFF;
}

static void html__add_text(struct html_walk *walk, const char *text)
{
    const size_t end = strlen(text);
    for (size_t at = 0, step; at < end; at += step) {
        const uint32_t c = utf8_decode(text + at, end - at, &step);
        char *const out = walk->text + walk->begin;
        if (!html__is_blank(c)) {
            memcpy(out + walk->length, text + at, step);
            walk->length += step;
            walk->link_bytes += walk->links ? step : 0;
            walk->breaks = 0;
        } else if (walk->length && out[walk->length - 1] != ' ') {
            out[walk->length++] = ' ';
        }
    }
}

static bool html__break(struct html_walk *walk)
{
    if (++walk->breaks > 1)
        return html__flush(walk);
    if (walk->length && walk->text[walk->begin + walk->length - 1] != ' ')
        walk->text[walk->begin + walk->length++] = ' ';
    return true;
}

/* False: failed. *descend: the element has something to read. */
static bool html__enter(struct html_walk *walk, const xmlNode *node, bool *descend)
{
    struct html_page *const page = walk->page;
    *descend = false;
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        if (node->content)
            html__add_text(walk, (const char *)node->content);
        return true;
    }
    if (node->type != XML_ELEMENT_NODE)
        return true;
    if (strcmp((const char *)node->name, "br") == 0)
        return html__break(walk);
    const unsigned parts = html__element_parts(page->knowledge, node);
    if (parts & ELEMENT_SKIP)
        return true;
    if ((parts & ELEMENT_BLOCK) && !html__flush(walk))
        return false;
    struct html_element *const element = arena_take(page->arena, 1, sizeof *element, walk->error);
    struct html_element **const place =
        element ? arena_append(page->arena, &page->elements, &page->element_count, &page->element_capacity, sizeof *place, walk->error) : NULL;
    if (!place)
        return false;
    const bool block = !walk->element || (parts & ELEMENT_BLOCK);
    *element = (struct html_element){
        .node = node, .parent = walk->element, .block = block ? element : walk->element->block, .parts = parts,
        .in_heading = (parts & ELEMENT_HEADING) || (!block && walk->element->in_heading), .first = page->block_count, .end = page->block_count, .begin_byte = walk->length, .begin_links = walk->link_bytes, .number = page->element_count - 1};
    *place = walk->element = element;
    walk->links += strcmp((const char *)node->name, "a") == 0;
    *descend = true;
    return true;
}

/* Notes an inline element that is named to be around the report, in place of those in it. */
static void html__note_inside(struct html_walk *walk, struct html_element *element)
{
    if (!(element->parts & (ELEMENT_DROP | ELEMENT_CAPTION)) || (element->parts & ELEMENT_BLOCK) || element->first != walk->page->block_count || walk->length <= element->begin_byte)
        return;
    while (walk->inside_count && walk->inside[walk->inside_count - 1].element->begin_byte >= element->begin_byte)
        walk->inside_count--;
    if (walk->inside_count < INLINE_AT_MOST)
        walk->inside[walk->inside_count++] = (struct html_inside){element, walk->length, walk->link_bytes - element->begin_links};
}

static bool html__leave(struct html_walk *walk)
{
    struct html_element *const element = walk->element;
    if ((element->parts & ELEMENT_BLOCK) && !html__flush(walk))
        return false;
    element->end = walk->page->block_count + (walk->length > 0);
    html__note_inside(walk, element);
    walk->links -= strcmp((const char *)element->node->name, "a") == 0;
    union { const struct html_element *lent; struct html_element *own; } parent = {.lent = element->parent};
    walk->element = parent.own;
    return true;
}

static bool html__walk(struct html_walk *walk, const xmlNode *root)
{
    bool descend;
    if (!html__enter(walk, root, &descend))
        return false;
    for (const xmlNode *node = descend ? root->children : NULL; walk->element;) {
        if (node) {
            if (!html__enter(walk, node, &descend))
                return false;
            node = descend ? node->children : node->next;
            continue;
        }
        node = walk->element->node->next;
        if (walk->element->node == root)
            node = NULL;
        if (!html__leave(walk))
            return false;
    }
    return true;
}

/* ---- parsing ---------------------------------------------------------------------------------------------------- */

/* An element of two bytes takes two hundred in memory: a page that is nothing else is given up in time. */
static void html__start(void *context, const xmlChar *name, const xmlChar **attributes)
{
    htmlParserCtxt *const parser = context;
    size_t *const left = parser->_private;
    if (*left == 0) {
        xmlStopParser(parser);
        return;
    }
    --*left;
    xmlSAX2StartElement(context, name, attributes);
}

static bool html__parse(struct html_page *page, const char *bytes, size_t length, struct laut_error *error)
{
    htmlParserCtxt *const parser = length <= INT_MAX ? htmlNewParserCtxt() : NULL;
    size_t left = ELEMENTS_AT_MOST;
    if (!parser)
        return error_out_of_memory(error);
    parser->_private = &left;
    parser->sax->startElement = html__start;
    parser->sax->comment = NULL;
    page->tree = htmlCtxtReadMemory(parser, bytes, (int)length, NULL, "UTF-8",
                                    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT | XML_PARSE_HUGE);
    htmlFreeParserCtxt(parser);
    return left > 0 || error_set(error, NULL, 0, "take its text out of it by other means", "a web page of more than %d elements is no report",
                                 ELEMENTS_AT_MOST - 1);
}

bool html_open(struct html_page *page, struct arena *arena, const struct html_knowledge *knowledge, const char *bytes, size_t length,
               struct laut_error *error)
{
    *page = (struct html_page){.arena = arena, .knowledge = knowledge};
    if (!html__parse(page, bytes, length, error)) {
        html_close(page);
        return false;
    }
    const xmlNode *const root = page->tree ? xmlDocGetRootElement(page->tree) : NULL;
    if (!root) {
        html_close(page);
        return error_set(error, NULL, 0, "look whether the page was saved whole", "the page holds nothing");
    }
    struct html_walk walk = {.page = page, .text = arena_take(arena, 2 * length + 16, 1, error), .error = error};
    if (walk.text && html__walk(&walk, root))
        return true;
    html_close(page);
    return false;
}

void html_close(struct html_page *page)
{
    xmlFreeDoc(page->tree);
    page->tree = NULL;
}
