/* report/office_report.c: after ECMA-376 (WordprocessingML) and OpenDocument 1.3; names of elements are compared without their prefix. */
#include "report/office_report.h"

#include "base/utf8.h"
#include "report/properties.h"
#include "report/unpack.h"
#include "report/xml.h"

#include <string.h>

enum { NAME_AT = 30, LONGEST_PART = 32 << 20 };

static const char office__compound[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/* ---- the file ------------------------------------------------------------------------------------------------------ */

bool office_is_document(const char *bytes, size_t length)
{
    static const char *const firsts[] = {"[Content_Types].xml", "_rels/.rels", "docProps/", "word/document.xml", "mimetypeapplication/vnd.oasis.opendocument."};
    if (length >= sizeof office__compound - 1 && memcmp(bytes, office__compound, sizeof office__compound - 1) == 0)
        return true;
    if (length < NAME_AT || memcmp(bytes, "PK\x03\x04", 4) != 0)
        return false;
    for (size_t i = 0; i < sizeof firsts / sizeof firsts[0]; i++)
        if (length - NAME_AT >= strlen(firsts[i]) && memcmp(bytes + NAME_AT, firsts[i], strlen(firsts[i])) == 0)
            return true;
    return false;
}

/* The parts of the file that are read. */
struct office_parts {
    const char *docx, *docx_properties, *odt, *odt_properties;         /* in the document's arena; NULL: not there */
    size_t docx_length, docx_properties_length, odt_length, odt_properties_length;
};

static bool office__part(struct document *document, const char *name, struct stream *entry, struct office_parts *parts, struct laut_error *error)
{
    const struct { const char *name; const char **part; size_t *length; } wanted[] = {
        {"word/document.xml", &parts->docx, &parts->docx_length}, {"docProps/core.xml", &parts->docx_properties, &parts->docx_properties_length},
        {"content.xml", &parts->odt, &parts->odt_length}, {"meta.xml", &parts->odt_properties, &parts->odt_properties_length}};
    for (size_t i = 0; name && i < sizeof wanted / sizeof wanted[0]; i++) {
        const char *bytes;
        if (strcmp(name, wanted[i].name) != 0)
            continue;
        switch (stream_rest(entry, LONGEST_PART, &bytes, wanted[i].length, error)) {
        case STREAM_READ:
            *wanted[i].part = arena_copy_string(document->arena, bytes, *wanted[i].length, error);
            return *wanted[i].part != NULL;
        case STREAM_TOO_LONG:
            return error_set(error, NULL, 0, "split it", "a document of more than %d MB is no report", LONGEST_PART >> 20);
        default:
            return false;
        }
    }
    return true;
}

static bool office__unpack(struct document *document, const char *bytes, size_t length, struct office_parts *parts, struct laut_error *error)
{
    const char *const input = document->report.input ? document->report.input : "";
    struct stream *const outer = stream_on_bytes(bytes, length, input, error);
    struct unpack *const unpack = outer ? unpack_open(outer, NULL, input, error) : NULL;
    enum stream_state state = unpack ? STREAM_READ : STREAM_FAILED;
    while (state == STREAM_READ) {
        const char *name;
        struct stream *entry;
        state = unpack_next(unpack, &name, &entry, error);
        if (state == STREAM_READ && !office__part(document, name, entry, parts, error))
            state = STREAM_FAILED;
    }
    unpack_free(unpack);
    stream_free(outer);
    return state == STREAM_END;
}

/* ---- text ---------------------------------------------------------------------------------------------------------- */

/* Elements by what they mean for the text. */
struct office_form {
    const char *const *paragraphs, *const *skipped, *const *blanks, *const *breaks;     /* each ends with NULL */
    const char *text;                /* text stands in these alone; NULL: in any element of a paragraph */
};

static const struct office_form office__docx = {
    .paragraphs = (const char *const[]){"p", NULL},
    .skipped = (const char *const[]){"del", "moveFrom", "delText", "instrText", "Fallback", "pPr", "sectPr", "footnoteReference", NULL},
    .blanks = (const char *const[]){"tab", "ptab", NULL}, .breaks = (const char *const[]){"br", "cr", NULL}, .text = "t"};

static const struct office_form office__odt = {
    .paragraphs = (const char *const[]){"p", "h", NULL},
    .skipped = (const char *const[]){"note", "annotation", "tracked-changes", "table-of-content", "title", "desc", "sequence-decls", "forms", "script", NULL},
    .blanks = (const char *const[]){"s", "tab", NULL}, .breaks = (const char *const[]){"line-break", NULL}};

static bool office__one_of(const xmlNode *node, const char *const *names)
{
    for (size_t i = 0; names[i]; i++)
        if (xml_is(node, names[i]))
            return true;
    return false;
}

/* A run of a DOCX that is formatted not to be seen. */
static bool office__is_hidden(const xmlNode *node)
{
    return xml_is(node, "r") && xml_child(xml_child(node, "rPr"), "vanish");
}

struct office_walk {
    const struct office_form *form;
    struct passages *passages;
    unsigned paragraphs;             /* open */
};

/* True: its children are to be read. */
static bool office__enter(struct office_walk *walk, const xmlNode *node)
{
    if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content && walk->paragraphs &&
        (!walk->form->text || xml_is(node->parent, walk->form->text)))
        passages_add(walk->passages, (const char *)node->content, strlen((const char *)node->content));
    if (node->type != XML_ELEMENT_NODE || office__one_of(node, walk->form->skipped) || (walk->form->text && office__is_hidden(node)))
        return false;
    if (office__one_of(node, walk->form->paragraphs)) {
        passages_break(walk->passages);
        walk->paragraphs++;
    }
    if (walk->paragraphs && office__one_of(node, walk->form->blanks))
        passages_add(walk->passages, " ", 1);
    if (walk->paragraphs && office__one_of(node, walk->form->breaks))
        passages_add(walk->passages, "\n", 1);
    if (xml_is(node, "noBreakHyphen"))
        passages_add(walk->passages, "-", 1);
    return true;
}

static void office__leave(struct office_walk *walk, const xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && office__one_of(node, walk->form->paragraphs)) {
        passages_break(walk->passages);
        walk->paragraphs--;
    }
}

static void office__walk(struct office_walk *walk, const xmlNode *root)
{
    for (const xmlNode *node = root; node;) {
        const bool inside = office__enter(walk, node);
        if (inside && node->children) {
            node = node->children;
            continue;
        }
        if (inside)
            office__leave(walk, node);
        while (node != root && !node->next) {
            node = node->parent;
            office__leave(walk, node);
        }
        node = node == root ? NULL : node->next;
    }
}

static bool office__text(struct passages *passages, const struct office_form *form, const char *root_name, const char *bytes, size_t length, struct laut_error *error)
{
    if (length == 0 || bytes[0] != '<')
        return error_set(error, NULL, 0, "save it without a password", "this document is locked with a password, or damaged");
    xmlDoc *const tree = xml_open(bytes, length, error);
    xmlNode *const root = tree ? xml_find(xmlDocGetRootElement(tree), root_name) : NULL;
    struct office_walk walk = {.form = form, .passages = passages};
    if (root)
        office__walk(&walk, root);
    xmlFreeDoc(tree);
    if (tree && !root)
        return error_set(error, NULL, 0, "save it as a text document", "this document has no text: a spreadsheet, slides or a drawing");
    return tree && !passages->failed;
}

/* ---- properties ---------------------------------------------------------------------------------------------------- */

/* False: memory ended. What is no XML tells nothing. */
static bool office__properties(struct arena *arena, const char *bytes, size_t length, struct properties *properties, struct laut_error *error)
{
    static const struct { const char *name; size_t field; } fields[] = {
        {"title", offsetof(struct properties, title)}, {"creator", offsetof(struct properties, author)}, {"initial-creator", offsetof(struct properties, author)},
        {"created", offsetof(struct properties, created)}, {"creation-date", offsetof(struct properties, created)}, {"modified", offsetof(struct properties, changed)},
        {"date", offsetof(struct properties, changed)}};
    struct laut_error unasked = {.line = 0};
    xmlDoc *const tree = bytes ? xml_open(bytes, length, &unasked) : NULL;
    bool done = true;
    for (size_t i = 0; done && tree && i < sizeof fields / sizeof fields[0]; i++) {
        const xmlNode *const node = xml_find(xmlDocGetRootElement(tree), fields[i].name);
        const char *const words = node ? xml_words(arena, node, error) : NULL;
        done = !node || words;
        if (words && *words)
            memcpy((char *)properties + fields[i].field, &words, sizeof words);
    }
    xmlFreeDoc(tree);
    return done;
}

bool office_report_read(struct document *document, const struct report_knowledge *knowledge, const char *bytes, size_t length, const char *published_option,
                        struct laut_error *error)
{
    struct office_parts parts = {.docx = NULL};
    struct properties properties = {.title = NULL};
    struct passages passages = {.arena = document->arena, .error = error};
    if (bytes[0] == office__compound[0])
        return error_set(error, NULL, 0, "save it as DOCX or ODT in a word processor", "files of Word before 2007, and protected ones, are not read");
    if (!office__unpack(document, bytes, length, &parts, error))
        return false;
    if (!parts.docx && !parts.odt)
        return error_set(error, NULL, 0, "save it as a text document", "this document has no text: a spreadsheet, slides or a drawing");
    const bool docx = parts.docx != NULL;
    passages_add(&passages, "", 0);
    return office__text(&passages, docx ? &office__docx : &office__odt, docx ? "body" : "text", docx ? parts.docx : parts.odt, docx ? parts.docx_length : parts.odt_length, error) &&
           office__properties(document->arena, docx ? parts.docx_properties : parts.odt_properties, docx ? parts.docx_properties_length : parts.odt_properties_length,
                              &properties, error) &&
           properties_finish(document, knowledge, &properties, passages.text, passages.length, published_option, error);
}
