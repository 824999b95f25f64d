/* report/html.h: a web page as a row of text blocks, each in its element.
 *
 *     <body><nav>Start</nav><article><h1>Öl für Kuba</h1><p>Venezuela <a href=…>liefert</a> Öl.</p></article>
 *         ->  "Start" in nav (dropped), "Öl für Kuba" in h1, "Venezuela liefert Öl." in p with 7 bytes of links
 */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "base/table.h"
#include "report/document.h"
#include "report/form.h"

#include <libxml/tree.h>

/* What an element is, from page-elements.tsv; bits. */
enum { ELEMENT_SKIP = 1, ELEMENT_BLOCK = 2, ELEMENT_HEADING = 4, ELEMENT_DROP = 8, ELEMENT_BODY = 16, ELEMENT_SCOPE = 32, ELEMENT_SOFT = 64, ELEMENT_WALL = 128, ELEMENT_CAPTION = 256 };

struct html_knowledge;

/* Reads page-elements.tsv and page-fields.tsv of knowledge/report/. NULL: the error says file, line and cause. */
const struct html_knowledge *html_knowledge_open(const struct table_set *set, struct laut_error *error) __attribute__((warn_unused_result));

struct html_element {
    const xmlNode *node;
    const struct html_element *parent;           /* NULL: the root */
    const struct html_element *block;            /* the innermost block element around it, or itself */
    unsigned parts;                              /* ELEMENT_ bits */
    bool in_heading;                             /* it or an element between it and its block is a heading */
    size_t first, end;                           /* blocks of the page inside it: [first, end) */
    size_t begin_byte, begin_links;              /* of the block in which it begins: bytes, and those of links, before it */
    bool cut;                                    /* its words were cut out of that block */
    size_t number;                               /* its place among the page's elements */
    size_t cards;                                /* elements in it that tell of another page each */
};

struct html_block {
    const char *text;                            /* white space folded, without what inline elements around the report's text hold */
    const char *whole;                           /* with that, too */
    size_t length, link_bytes, whole_length;
    const struct html_element *element;          /* the innermost block element */
    bool heading, dropped;
    bool foreign;                                /* it stands in a wall, which tells nothing of the page */
};

struct html_page {
    struct arena *arena;
    xmlDoc *tree;
    const struct html_knowledge *knowledge;
    struct html_element **elements;              /* in the order of the document */
    size_t element_count, element_capacity;
    struct html_block *blocks;
    size_t block_count, block_capacity;
};

/* Parses UTF-8 bytes. The page goes back through html_close. */
bool html_open(struct html_page *page, struct arena *arena, const struct html_knowledge *knowledge, const char *bytes, size_t length,
               struct laut_error *error) __attribute__((warn_unused_result));
void html_close(struct html_page *page);

/* An attribute's value, lent; NULL: none. */
const char *html_attribute(const xmlNode *node, const char *name);

/* 1 for a block in an h1, also in one of its elements, to 6; 0: it stands in no heading. */
int html_heading_level(const struct html_block *block);

/* Marks the blocks that are no part of the report's text as dropped. */
bool html_select_text(struct html_page *page, const struct forms *forms, struct laut_error *error) __attribute__((warn_unused_result));

/* The fields that the page tells of its report, into document->report: title, published with basis, modified, author, publisher, uri, lead, rights. *body: the text of the article
 * that stands in JSON-LD, in the page's arena; NULL: none. */
struct report_knowledge;
bool html_read_fields(const struct html_page *page, struct document *document, const struct report_knowledge *knowledge, const char **body, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Rows of page-fields.tsv in their order of trust. */
const struct table *html_fields_table(const struct html_knowledge *knowledge);

#endif
