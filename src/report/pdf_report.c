/* report/pdf_report.c: pdftotext prints lines as they stand on the page; here they become paragraphs. A line goes on in the next one if it is about as long as the lines
 * of its page are, or the next begins with a small letter. */
#include "report/pdf_report.h"

#include "base/utf8.h"
#include "report/properties.h"
#include "report/prose.h"
#include "report/tool.h"
#include "report/xml.h"

#include <libxml/HTMLparser.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { BEGIN_BYTES = 1024, NEARLY_FULL_PERCENT = 80, LONGEST_LINE = 4096, LENGTHS = 512 };

bool pdf_is_document(const char *bytes, size_t length)
{
    return memmem(bytes, length < BEGIN_BYTES ? length : BEGIN_BYTES, "%PDF-", 5) != NULL;
}

/* ---- lines --------------------------------------------------------------------------------------------------------- */

struct pdf_line {
    const char *text;
    size_t length;                   /* without white space around */
    bool page_begins;                /* it is the first of a page */
};

/* The next line from *at on; false: there is none. */
static bool pdf__line(const char **at, const char *end, struct pdf_line *line)
{
    if (*at >= end)
        return false;
    const char *const stop = memchr(*at, '\n', (size_t)(end - *at)), *behind = stop ? stop : end;
    *line = (struct pdf_line){.text = *at};
    *at = stop ? stop + 1 : end;
    while (line->text < behind && strchr(" \t\r\f", *line->text)) {
        line->page_begins |= *line->text == '\f';
        line->text++;
    }
    while (behind > line->text && strchr(" \t\r\f", behind[-1]))
        behind--;
    line->length = (size_t)(behind - line->text);
    return true;
}

/* "12", "- 3 -", "2/7" */
static bool pdf__is_page_number(const struct pdf_line *line)
{
    size_t digits = 0;
    for (size_t i = 0; i < line->length; i++) {
        digits += line->text[i] >= '0' && line->text[i] <= '9';
        if (!strchr("0123456789-/ .", line->text[i]))
            return false;
    }
    return digits > 0 && digits < 8;
}

/* The length that a tenth of the lines pass: that of a full line. */
static size_t pdf__full_length(const char *text, size_t length)
{
    size_t counts[LENGTHS] = {0}, all = 0, above = 0, full = LENGTHS - 1;
    struct pdf_line line;
    for (const char *at = text; pdf__line(&at, text + length, &line);)
        if (line.length) {
            counts[line.length < LENGTHS ? line.length : LENGTHS - 1]++;
            all++;
        }
    for (; full > 0 && (above += counts[full]) * 10 <= all;)
        full--;
    return full;
}

static bool pdf__goes_on(const struct pdf_line *line, const struct pdf_line *next, size_t full)
{
    size_t step;
    const uint32_t first = utf8_decode(next->text, next->length, &step);
    return line->length * 100 >= full * NEARLY_FULL_PERCENT || (first != UTF8_INVALID && utf8_is_letter(first) && !utf8_is_upper(first)) ||
           (line->length && line->text[line->length - 1] == ',');
}

static void pdf__paragraphs(struct passages *passages, const char *text, size_t length)
{
    const size_t full = pdf__full_length(text, length);
    struct pdf_line before = {.length = 0}, line;
    bool gap = true;                 /* an empty line stood before */
    for (const char *at = text; pdf__line(&at, text + length, &line);) {
        if (!line.length || pdf__is_page_number(&line)) {
            gap |= !line.length && !line.page_begins;
            continue;
        }
        const bool over_page = before.length && !prose_ends_sentence(before.text, before.length) && pdf__goes_on(&before, &line, full);
        if (before.length && (gap ? !over_page || !line.page_begins : !pdf__goes_on(&before, &line, full)))
            passages_break(passages);
        else if (before.length)
            passages_add(passages, " ", 1);
        passages_add(passages, line.text, line.length);
        before = line;
        gap = false;
    }
}

/* ---- what pdftotext prints ----------------------------------------------------------------------------------------- */

static const char *pdf__copy(struct document *document, const char *text, struct laut_error *error, bool *failed)
{
    if (!text || !*text || strcmp(text, "(unspecified)") == 0 || strcmp(text, "(anonymous)") == 0)
        return NULL;
    const char *const copy = report_copy_name(document, text, error);
    *failed |= !copy;
    return copy;
}

static bool pdf__head(struct document *document, const xmlNode *head, struct properties *properties, struct laut_error *error)
{
    bool failed = false;
    for (const xmlNode *node = head ? head->children : NULL; node; node = node->next) {
        const char *const name = node->type == XML_ELEMENT_NODE ? xml_attribute(node, "name") : NULL, *const content = name ? xml_attribute(node, "content") : NULL;
        if (xml_is(node, "title") && node->children)
            properties->title = pdf__copy(document, (const char *)node->children->content, error, &failed);
        else if (name && strcmp(name, "Author") == 0)
            properties->author = pdf__copy(document, content, error, &failed);
        else if (name && strcmp(name, "CreationDate") == 0)
            properties->created = pdf__copy(document, content, error, &failed);
        else if (name && strcmp(name, "ModDate") == 0)
            properties->changed = pdf__copy(document, content, error, &failed);
    }
    return !failed;
}

bool pdf_report_read_printed(struct document *document, const struct report_knowledge *knowledge, const char *printed, size_t length, const char *published_option,
                             struct laut_error *error)
{
    struct passages passages = {.arena = document->arena, .error = error};
    struct properties properties = {.title = NULL};
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | XML_PARSE_HUGE;
    htmlDocPtr tree = length < INT_MAX ? htmlReadMemory(printed, (int)length, NULL, "UTF-8", options) : NULL;
    const xmlNode *const root = tree ? xmlDocGetRootElement(tree) : NULL, *const text_node = xml_child(xml_child(root, "body"), "pre");
    xmlChar *const text = text_node ? xmlNodeGetContent(text_node) : NULL;
    const bool head = pdf__head(document, xml_child(root, "head"), &properties, error);
    passages_add(&passages, "", 0);
    const char *const mended = text ? report_copy_name(document, (const char *)text, error) : "";
    if (mended)
        pdf__paragraphs(&passages, mended, strlen(mended));
    xmlFree(text);
    xmlFreeDoc(tree);
    const bool done = head && mended && !passages.failed;
    if (done && !passages.length)
        return error_set(error, NULL, 0, "turn its pictures into text by character recognition, for example with ocrmypdf", "this PDF file has no text: scanned pages?");
    return done && properties_finish(document, knowledge, &properties, passages.text, passages.length, published_option, error);
}

bool pdf_report_read(struct document *document, const struct report_knowledge *knowledge, const char *bytes, size_t length, const char *published_option,
                     struct laut_error *error)
{
    static const char *const words[] = {"pdftotext", "-htmlmeta", "-enc", "UTF-8", "-eol", "unix", "-", "-", NULL};
    struct tool_output output;
    if (!tool_run(document->arena, words, "install poppler-utils (Debian: sudo apt-get install poppler-utils)", bytes, length, &output, error))
        return false;
    if (output.status < 0)
        return error_set(error, NULL, 0, "take its text out of it by other means", "this PDF file takes pdftotext more than %d seconds, %d MB of memory or %d MB of text", TOOL_SECONDS,
                         TOOL_MEGABYTES, TOOL_OUTPUT_MEGABYTES);
    if (output.status != 0 && strstr(output.complaint, "assword"))
        return error_set(error, NULL, 0, "save it without a password", "this PDF file is locked with a password");
    if (output.status != 0)
        return error_set(error, NULL, 0, "was it copied whole?", "pdftotext cannot read this PDF file: %.150s", output.complaint[0] ? output.complaint : "no reason told");
    return pdf_report_read_printed(document, knowledge, output.bytes, output.length, published_option, error);
}
