/* report/newsml_report.c: fields of NewsML-G2 2.x and NITF 3.x as their specifications name them (iptc.org); the text of both is read as markup. */
#include "report/newsml_report.h"

#include "report/newsroom.h"
#include "report/xml.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct newsml {
    xmlDoc *tree;
    xmlNode *root, *next;            /* next: where to look for the next item; NULL: none is left */
    size_t found;
};

/* ---- files --------------------------------------------------------------------------------------------------------- */

bool newsml_is_newsml(const char *bytes, size_t length)
{
    static const char *const roots[] = {"<newsItem", "<packageItem", "<newsMessage", "<nitf"};
    for (size_t i = 0; i < sizeof roots / sizeof roots[0]; i++) {
        const char *const at = memmem(bytes, length, roots[i], strlen(roots[i]));
        const char *const behind = at ? at + strlen(roots[i]) : NULL;
        if (behind && (behind == bytes + length || strchr(" \t\r\n>/", *behind)))
            return true;
    }
    return false;
}

struct newsml *newsml_open(const char *bytes, size_t length, struct laut_error *error)
{
    struct newsml *const newsml = calloc(1, sizeof *newsml);
    if (!newsml) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    newsml->tree = xml_open(bytes, length, error);
    newsml->root = newsml->next = newsml->tree ? xmlDocGetRootElement(newsml->tree) : NULL;
    if (newsml->root)
        return newsml;
    newsml_free(newsml);
    return NULL;
}

void newsml_free(struct newsml *newsml)
{
    if (!newsml)
        return;
    xmlFreeDoc(newsml->tree);
    free(newsml);
}

/* ---- text ---------------------------------------------------------------------------------------------------------- */

struct content {
    const char *text;                /* NULL: none */
    bool markup;
};

/* What stands inside an element, as markup without name spaces: the reader of pages knows its tags. */
static const char *newsml__markup(struct arena *arena, xmlNode *around, struct laut_error *error)
{
    xmlBuffer *const buffer = xmlBufferCreate();
    const char *copy = NULL;
    bool done = buffer != NULL;
    for (xmlNode *node = around; node; node = xml_next(node, around))
        if (node->type == XML_ELEMENT_NODE)
            node->ns = NULL;
    for (xmlNode *node = around->children; done && node; node = node->next)
        done = xmlNodeDump(buffer, around->doc, node, 0, 0) >= 0;
    if (done)
        copy = arena_copy_string(arena, (const char *)xmlBufferContent(buffer), (size_t)xmlBufferLength(buffer), error);
    else
        (void)error_out_of_memory(error);
    xmlBufferFree(buffer);
    return copy;
}

/* The text in an item's contentSet: NITF or XHTML in inlineXML, anything in inlineData. False: memory ended. */
static bool newsml__content(struct arena *arena, xmlNode *item, struct content *content, struct laut_error *error)
{
    *content = (struct content){.text = NULL};
    for (xmlNode *node = xml_child(item, "contentSet"); node; node = xml_next(node, item)) {
        if (xml_is(node, "body.content") || xml_is(node, "body")) {
            xmlNode *const inner = xml_find(node, "body.content");
            *content = (struct content){newsml__markup(arena, inner ? inner : node, error), true};
            return content->text != NULL;
        }
        if (xml_is(node, "inlineData")) {
            const char *const type = xml_attribute(node, "contenttype");
            xmlChar *const words = xmlNodeGetContent(node);
            *content = (struct content){words ? arena_copy_string(arena, (const char *)words, strlen((const char *)words), error) : NULL,
                                        type && strstr(type, "html")};
            xmlFree(words);
            return content->text ? true : error_out_of_memory(error);
        }
    }
    return true;
}

/* ---- NITF ---------------------------------------------------------------------------------------------------------- */

/* A word of an attribute of the first element of that name; NULL: none. */
static const char *nitf__told(xmlNode *nitf, const char *element, const char *attribute)
{
    return xml_attribute(xml_find(nitf, element), attribute);
}

/* The words of the first of those elements that has any; "" none, NULL: out of memory. */
static const char *newsml__first(struct arena *arena, xmlNode *root, const char *const *names, size_t count, struct laut_error *error)
{
    const char *words = "";
    for (size_t i = 0; root && words && !*words && i < count; i++)
        words = xml_words(arena, xml_find(root, names[i]), error);
    return words;
}

static const char *newsml__known(const char *words)
{
    return words && *words ? words : NULL;
}

/* An attribute's value, which may be missing or empty, into a field. */
static bool newsml__copy(struct document *document, const char *value, const char **field, struct laut_error *error)
{
    *field = value && *value ? report_copy_name(document, value, error) : NULL;
    return !value || !*value || *field;
}

/* What a correction or a withdrawal is about, else the report itself. */
static const char *nitf__id(xmlNode *nitf)
{
    const char *const corrected = nitf__told(nitf, "correction", "id-string"), *const managed = nitf__told(nitf, "docdata", "management-doc-idref");
    return corrected && *corrected ? corrected : managed && *managed ? managed : nitf__told(nitf, "doc-id", "id-string");
}

static bool nitf__fields(struct document *document, xmlNode *nitf, struct laut_error *error)
{
    static const char *const titles[] = {"hl1", "hedline", "title"}, *const authors[] = {"byline"}, *const leads[] = {"abstract"};
    struct report *const report = &document->report;
    struct arena *const arena = document->arena;
    xmlNode *const correction = xml_find(nitf, "correction");
    const char *const title = newsml__first(arena, nitf, titles, 3, error), *const author = newsml__first(arena, nitf, authors, 1, error),
               *const lead = newsml__first(arena, nitf, leads, 1, error);
    const char *const release = nitf__told(nitf, "date.release", "norm"), *const issued = nitf__told(nitf, "date.issue", "norm");
    const char *const id = nitf__id(nitf), *const holder = nitf__told(nitf, "doc.copyright", "holder");
    const char *const paper = nitf__told(nitf, "pubdata", "name"), *const status = nitf__told(nitf, "docdata", "management-status");
    const char *note = correction ? xml_attribute(correction, "info") : nitf__told(nitf, "ed-msg", "info");
    const bool embargoed = status && strcmp(status, "embargoed") == 0;
    if (!title || !author || !lead)
        return false;
    report->title = newsml__known(title);
    report->author = newsml__known(author);
    report->lead = newsml__known(lead);
    return newsml__copy(document, id, &report->id, error) && newsml__copy(document, holder ? holder : paper, &report->publisher, error) &&
           newsml__copy(document, note, &note, error) && newsroom_tell(document, &(struct newsroom_facts){
        .status = embargoed ? NULL : status, .version = nitf__told(nitf, "du-key", "version"), .issued = issued ? issued : nitf__told(nitf, "story.date", "norm"),
        .embargo = release && (!issued || strcmp(release, issued) > 0) ? release : embargoed ? "" : NULL, .note = note, .corrected = correction != NULL}, error);
}

static bool nitf__report(struct document *document, const struct report_knowledge *knowledge, xmlNode *nitf, const char *published_option,
                         struct laut_error *error)
{
    xmlNode *const body = xml_find(nitf, "body.content");
    if (!nitf__fields(document, nitf, error))
        return false;
    const char *const text = body ? newsml__markup(document->arena, body, error) : "";
    return text && newsroom_finish(document, knowledge, text, true, published_option, error);
}

/* ---- NewsML-G2 ----------------------------------------------------------------------------------------------------- */

/* The code or address of an element's term: <pubStatus qcode="stat:usable"/>. */
static const char *newsml__code(const xmlNode *node)
{
    const char *const qcode = xml_attribute(node, "qcode"), *const uri = xml_attribute(node, "uri");
    return qcode ? qcode : uri ? uri : xml_attribute(node, "literal");
}

static bool newsml__is_correction(const xmlNode *meta)
{
    for (const xmlNode *node = meta ? meta->children : NULL; node; node = node->next) {
        const char *const code = xml_is(node, "signal") ? newsml__code(node) : NULL;
        if (code && strcasestr(code, "correction"))
            return true;
    }
    return xml_child(meta, "correctionSignal") != NULL;
}

/* A name below an element, or the words of the element itself. */
static const char *newsml__name(struct arena *arena, const xmlNode *node, struct laut_error *error)
{
    const xmlNode *const name = xml_child(node, "name");
    return xml_words(arena, name ? name : node, error);
}

static bool newsml__people(struct document *document, const xmlNode *item, const xmlNode *meta, const xmlNode *content, struct laut_error *error)
{
    struct arena *const arena = document->arena;
    const char *const provider = newsml__name(arena, xml_child(meta, "provider"), error), *const by = xml_words(arena, xml_child(content, "by"), error),
               *const creator = newsml__name(arena, xml_child(content, "creator"), error),
               *const holder = newsml__name(arena, xml_child(xml_child(item, "rightsInfo"), "copyrightHolder"), error);
    if (!provider || !by || !creator || !holder)
        return false;
    document->report.publisher = newsml__known(*provider ? provider : holder);
    document->report.author = newsml__known(*by ? by : creator);
    return true;
}

static bool newsml__fields(struct document *document, const xmlNode *item, struct laut_error *error)
{
    struct report *const report = &document->report;
    struct arena *const arena = document->arena;
    const xmlNode *const meta = xml_child(item, "itemMeta"), *const content = xml_child(item, "contentMeta");
    const char *const guid = xml_attribute(item, "guid"), *const headline = xml_words(arena, xml_child(content, "headline"), error),
               *const title = xml_words(arena, xml_child(meta, "title"), error), *const lead = xml_words(arena, xml_child(content, "description"), error),
               *const note = xml_words(arena, xml_child(meta, "edNote"), error), *const created = xml_words(arena, xml_child(content, "contentCreated"), error),
               *const first = xml_words(arena, xml_child(meta, "firstCreated"), error), *const changed = xml_words(arena, xml_child(meta, "versionCreated"), error),
               *const slug = xml_words(arena, xml_child(content, "slugline"), error);
    const xmlNode *const embargo = xml_child(meta, "embargoed");
    const char *const until = xml_words(arena, embargo, error);
    if (!headline || !title || !lead || !note || !created || !first || !changed || !slug || !until)
        return false;
    report->title = newsml__known(*headline ? headline : *title ? title : slug);
    report->lead = newsml__known(lead);
    if (!newsml__copy(document, guid, &report->id, error))
        return false;
    const bool address = guid && (strncmp(guid, "http://", 7) == 0 || strncmp(guid, "https://", 8) == 0);
    report->uri = address ? report->id : report->uri;
    return newsml__people(document, item, meta, content, error) &&
           newsroom_tell(document, &(struct newsroom_facts){
               .status = newsml__code(xml_child(meta, "pubStatus")), .embargo = embargo ? until : NULL, .version = xml_attribute(item, "version"), .created = created,
               .issued = first, .changed = changed, .note = note, .corrected = newsml__is_correction(meta)}, error);
}

static bool newsml__report(struct document *document, const struct report_knowledge *knowledge, xmlNode *item, const struct content *content,
                           const char *published_option, struct laut_error *error)
{
    static const char *const titles[] = {"hl1", "hedline"};
    if (!newsml__fields(document, item, error))
        return false;
    if (!document->report.title) {
        const char *const title = newsml__first(document->arena, xml_child(item, "contentSet"), titles, 2, error);
        if (!title)
            return false;
        document->report.title = newsml__known(title);
    }
    return newsroom_finish(document, knowledge, content->text ? content->text : "", content->markup, published_option, error);
}

/* An item of words: it has text, or is withdrawn and has lost it. */
static bool newsml__is_text(const xmlNode *item, const struct content *content)
{
    const char *const class = newsml__code(xml_child(xml_child(item, "itemMeta"), "itemClass"));
    return content->text || (class && strstr(class, "text"));
}

/* Of an item in a message: its own bytes, not those of the file. */
static bool newsml__bytes(xmlNode *item, struct document *document, bool keep, struct taken *taken, struct laut_error *error)
{
    xmlBuffer *const buffer = xmlBufferCreate();
    const bool done = buffer && xmlNodeDump(buffer, item->doc, item, 0, 0) >= 0
                          ? taken_note(taken, document, (const char *)xmlBufferContent(buffer), (size_t)xmlBufferLength(buffer), keep, error)
                          : error_out_of_memory(error);
    xmlBufferFree(buffer);
    return done;
}

bool newsml_next(struct newsml *newsml, struct document *document, const struct report_knowledge *knowledge, const struct report_reader_options *options,
                 struct taken *taken, bool *end, struct laut_error *error)
{
    *end = false;
    while (newsml->next) {
        xmlNode *const node = newsml->next;
        struct content content = {.text = NULL};
        const bool nitf = xml_is(node, "nitf"), item = xml_is(node, "newsItem");
        if (item && !newsml__content(document->arena, node, &content, error)) {
            newsml->next = NULL;
            return false;
        }
        const bool wanted = nitf || (item && newsml__is_text(node, &content));
        newsml->next = wanted || item ? xml_behind(node, newsml->root) : xml_next(node, newsml->root);
        if (!wanted)
            continue;
        newsml->found++;
        document->report.input_line = (uint32_t)xmlGetLineNo(node);
        if (node != newsml->root && !newsml__bytes(node, document, options->keep_bytes, taken, error))
            return false;
        return nitf ? nitf__report(document, knowledge, node, options->published, error)
                    : newsml__report(document, knowledge, node, &content, options->published, error);
    }
    *end = newsml->found > 0;
    newsml->found = 1;
    return *end || error_set(error, NULL, 0, "its items are read from files of their own", "there is no text in it: a package, or items of other kinds");
}
