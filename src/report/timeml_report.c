/* report/timeml_report.c: libxml2 reads the file, as UTF-8 whatever it says, for that was checked; nothing outside it is fetched, entities of its own are not expanded. */
#include "report/timeml_report.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <limits.h>
#include <string.h>

static bool timeml__is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static xmlNode *timeml__child(const xmlNode *parent, const char *name)
{
    for (xmlNode *child = parent ? parent->children : NULL; child; child = child->next)
        if (timeml__is(child, name))
            return child;
    return NULL;
}

/* The node's words in the arena; NULL: out of memory. */
static const char *timeml__words(struct document *document, const xmlNode *node, struct laut_error *error)
{
    xmlChar *const words = xmlNodeGetContent(node);
    if (!words) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    const char *const copy = arena_copy_string(document->arena, (const char *)words, strlen((const char *)words), error);
    xmlFree(words);
    return copy;
}

/* The value of the TIMEX3 in DCT, where there is one. */
static bool timeml__created(struct document *document, const xmlNode *root, struct laut_error *error)
{
    const xmlNode *const timex = timeml__child(timeml__child(root, "DCT"), "TIMEX3");
    xmlChar *const value = timex ? xmlGetProp(timex, (const xmlChar *)"value") : NULL;
    const bool done = !value || !value[0] || report_set_published(document, (const char *)value, "timeml", error);
    xmlFree(value);
    return done;
}

static bool timeml__report(struct document *document, const struct report_knowledge *knowledge, const xmlNode *root,
                           const char *published_option, struct laut_error *error)
{
    const xmlNode *const text_node = timeml__child(root, "TEXT"), *const title = timeml__child(root, "TITLE");
    if (!text_node)
        return error_set(error, NULL, 0, "see TimeML 1.2.1", "TimeML without <TEXT>");
    const char *const text = timeml__words(document, text_node, error);
    if (title && text)
        document->report.title = timeml__words(document, title, error);
    return text && (!title || document->report.title) && timeml__created(document, root, error) &&
           report_finish(document, knowledge, text, strlen(text), REPORT_LAYOUT_NEWS, published_option, error);
}

bool timeml_report_read(struct document *document, const struct report_knowledge *knowledge, const char *bytes, size_t length,
                        const char *published_option, struct laut_error *error)
{
    xmlParserCtxt *const parser = length <= INT_MAX ? xmlNewParserCtxt() : NULL;
    if (!parser)
        return error_out_of_memory(error);
    xmlDoc *const xml = xmlCtxtReadMemory(parser, bytes, (int)length, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    bool done = false;
    if (xml) {
        done = timeml__report(document, knowledge, xmlDocGetRootElement(xml), published_option, error);
    } else {
        const xmlError *const why = xmlCtxtGetLastError(parser);
        char message[128];
        (void)snprintf(message, sizeof message, "%s", why && why->message ? why->message : "not well-formed");
        message[strcspn(message, "\n")] = '\0';
        (void)error_set(error, document->report.input, why && why->line > 0 ? (size_t)why->line : 0, "mend it; xmllint --noout FILE tells all that is wrong",
                        "this is no XML: %s", message);
    }
    xmlFreeDoc(xml);
    xmlFreeParserCtxt(parser);
    return done;
}
