/* report/feed_report.c: libxml2 parses the whole feed; entries are taken in their order. What an entry holds of its text is HTML. Nothing that a
 * feed names is fetched. */
#include "report/feed_report.h"

#include "report/decode.h"
#include "report/html_report.h"
#include "report/xml.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { DECLARED_WITHIN = 256, LONGEST_NAME = 40 };

struct feed {
    struct arena *arena;             /* of its bytes in UTF-8 */
    xmlDoc *tree;
    bool mended;                     /* bytes of it meant nothing and were replaced */
    const xmlNode *next;             /* where to look for the next entry; NULL: none is left */
    const xmlNode *root;
    bool broken;                     /* not well-formed: told when its entries are read */
};

bool feed_is_feed(const char *bytes, size_t length)
{
    static const char *const roots[] = {"<rss", "<rdf:RDF", "<feed", "<urlset"};
    for (size_t i = 0; i < sizeof roots / sizeof roots[0]; i++)
        if (memmem(bytes, length, roots[i], strlen(roots[i])))
            return true;
    return false;
}

/* The encoding that the XML declaration names; NULL: none. */
static const char *feed__encoding(const char *bytes, size_t length, char name[LONGEST_NAME])
{
    static const char key[] = "encoding=";
    const char *const end = memchr(bytes, '>', length < DECLARED_WITHIN ? length : DECLARED_WITHIN);
    const char *at = end ? memmem(bytes, (size_t)(end - bytes), key, sizeof key - 1) : NULL;
    size_t count = 0;
    if (!at)
        return NULL;
    at += sizeof key - 1;
    for (at += at < end && (*at == '"' || *at == '\''); at + count < end && count + 1 < LONGEST_NAME && !strchr("\"' ?", at[count]) && at[count]; count++)
        name[count] = at[count];
    name[count] = '\0';
    return count ? name : NULL;
}

/* Decoded as a page is: what is broken in one entry costs no other. */
static bool feed__parse(struct feed *feed, const char *bytes, size_t length, struct laut_error *error)
{
    struct decoded decoded;
    char name[LONGEST_NAME];
    if (!decode_page(feed->arena, bytes, length, feed__encoding(bytes, length, name), &decoded, error))
        return false;
    xmlParserCtxt *const parser = decoded.length <= INT_MAX ? xmlNewParserCtxt() : NULL;
    if (!parser)
        return error_out_of_memory(error);
    feed->tree = xmlCtxtReadMemory(parser, decoded.text, (int)decoded.length, NULL, "UTF-8",
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_RECOVER);
    feed->broken = !parser->wellFormed;
    feed->mended = decoded.repairs > 0;
    xmlFreeParserCtxt(parser);
    return true;
}

struct feed *feed_open(const char *bytes, size_t length, const char *file, struct laut_error *error)
{
    struct feed *const feed = calloc(1, sizeof *feed);
    if (!feed) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    feed->arena = arena_open(0, error);
    if (!feed->arena || !feed__parse(feed, bytes, length, error)) {
        feed_free(feed);
        return NULL;
    }
    feed->root = feed->next = feed->tree ? xmlDocGetRootElement(feed->tree) : NULL;
    if (feed->root)
        return feed;
    (void)error_set(error, file, 0, "was it copied whole? xmllint --noout FILE tells", "this feed is no XML");
    feed_free(feed);
    return NULL;
}

void feed_free(struct feed *feed)
{
    if (!feed)
        return;
    xmlFreeDoc(feed->tree);
    arena_free(feed->arena);
    free(feed);
}

/* ---- fields -------------------------------------------------------------------------------------------------------- */

/* The first descendant of that name, prefix left out; NULL: none. */
static const xmlNode *feed__find(const xmlNode *parent, const char *name)
{
    for (const xmlNode *node = parent->children; node; node = node->next) {
        if (xml_is(node, name))
            return node;
        const xmlNode *const inside = node->type == XML_ELEMENT_NODE && xml_is(node, "news") ? feed__find(node, name) : NULL;
        if (inside)
            return inside;
    }
    return NULL;
}

/* The words of the first of those names that has any, in the arena; NULL: none, or *failed. */
static const char *feed__words(struct document *document, const xmlNode *entry, const char *const *names, size_t count, bool *failed,
                               struct laut_error *error)
{
    for (size_t i = 0; i < count; i++) {
        const xmlNode *const node = feed__find(entry, names[i]);
        xmlChar *const words = node ? xmlNodeGetContent(node) : NULL;
        char *const begin = words ? (char *)words + strspn((const char *)words, " \t\r\n") : NULL;
        size_t length = begin ? strlen(begin) : 0;
        while (length && strchr(" \t\r\n", begin[length - 1]))
            begin[--length] = '\0';
        const char *const copy = length ? report_copy_name(document, begin, error) : NULL;
        *failed |= length && !copy;
        xmlFree(words);
        if (copy || *failed)
            return copy;
    }
    return NULL;
}

/* Atom's link stands in an attribute. */
static const char *feed__link(struct document *document, const xmlNode *entry, bool *failed, struct laut_error *error)
{
    static const char *const names[] = {"link", "loc"};
    for (const xmlNode *node = entry->children; node; node = node->next) {
        xmlChar *const href = xml_is(node, "link") ? xmlGetProp(node, (const xmlChar *)"href") : NULL;
        xmlChar *const rel = href ? xmlGetProp(node, (const xmlChar *)"rel") : NULL;
        const bool wanted = href && (!rel || strcmp((const char *)rel, "alternate") == 0);
        const char *const copy = wanted ? report_copy_name(document, (const char *)href, error) : NULL;
        *failed |= wanted && !copy;
        xmlFree(href);
        xmlFree(rel);
        if (wanted)
            return copy;
    }
    return feed__words(document, entry, names, sizeof names / sizeof names[0], failed, error);
}

/* The entry's address, whole where it is told from that of the feed on; NULL: none, or *failed. */
static const char *feed__address(struct document *document, const xmlNode *entry, const char *base, bool *failed, struct laut_error *error)
{
    const char *const link = feed__link(document, entry, failed, error);
    if (!link || !base || strstr(link, "://"))
        return link;
    xmlChar *const whole = xmlBuildURI((const xmlChar *)link, (const xmlChar *)base);
    const char *const copy = whole ? report_copy_name(document, (const char *)whole, error) : link;
    *failed |= !copy;
    xmlFree(whole);
    return copy;
}

/* The moment as the record has it; NULL: text is none, or *failed. */
static const char *feed__moment(struct document *document, const char *text, bool *failed, struct laut_error *error)
{
    struct timestamp timestamp;
    if (!text || !timestamp_read_machine(text, &timestamp))
        return NULL;
    timestamp_to_central_europe(&timestamp);
    const char *const written = timestamp_write(&timestamp, document->arena, error);
    *failed |= !written;
    return written;
}

/* When the entry was published, else changed; when it was changed, where it tells both. */
static bool feed__dates(struct document *document, const xmlNode *entry, struct laut_error *error)
{
    static const char *const first[] = {"pubDate", "published", "issued", "date", "publication_date"}, *const last[] = {"updated", "modified", "lastmod"};
    struct report *const report = &document->report;
    bool failed = false;
    const char *const published = feed__moment(document, feed__words(document, entry, first, sizeof first / sizeof first[0], &failed, error), &failed, error);
    const char *const changed = feed__moment(document, feed__words(document, entry, last, sizeof last / sizeof last[0], &failed, error), &failed, error);
    report->published = published ? published : changed;
    report->published_basis = report->published ? "feed" : NULL;
    report->modified = published && changed && strcmp(published, changed) != 0 ? changed : NULL;
    return !failed;
}

/* The hash of an entry's bytes, and how many of them were mended: what the feed says around it, and when it was fetched, is not the entry's. */
static bool feed__bytes(const struct feed *feed, struct document *document, const xmlNode *entry, bool keep, struct taken *taken, struct laut_error *error)
{
    xmlBuffer *const buffer = xmlBufferCreate();
    union { const xmlNode *lent; xmlNode *own; } node = {.lent = entry};
    const bool dumped = buffer && xmlNodeDump(buffer, feed->tree, node.own, 0, 0) >= 0;
    const char *const bytes = dumped ? (const char *)xmlBufferContent(buffer) : "";
    const bool done = dumped ? taken_note(taken, document, bytes, strlen(bytes), keep, error) : error_out_of_memory(error);
    for (const char *at = bytes; feed->mended && (at = strstr(at, decode_replacement)) != NULL; at += strlen(decode_replacement))
        document->report.repairs++;
    xmlBufferFree(buffer);
    return done;
}

/* ---- entries ------------------------------------------------------------------------------------------------------- */

static const xmlNode *feed__follow(const struct feed *feed, const xmlNode *node, bool inside)
{
    if (inside && node->children)
        return node->children;
    while (node != feed->root && !node->next)
        node = node->parent;
    return node == feed->root ? NULL : node->next;
}

static bool feed__is_entry(const xmlNode *node)
{
    return xml_is(node, "item") || xml_is(node, "entry") || xml_is(node, "url") || xml_is(node, "deleted-entry");
}

/* The feed's own name: of its channel, or of itself. */
static const char *feed__publisher(const struct feed *feed, struct document *document, const xmlNode *entry, bool *failed, struct laut_error *error)
{
    static const char *const names[] = {"name"}, *const titles[] = {"title"};
    const xmlNode *const news = feed__find(entry, "news"), *const publication = news ? feed__find(news, "publication") : NULL;
    const xmlNode *const channel = feed__find(feed->root, "channel");
    return publication ? feed__words(document, publication, names, 1, failed, error)
                       : feed__words(document, channel ? channel : feed->root, titles, 1, failed, error);
}

static bool feed__entry(const struct feed *feed, struct document *document, const struct report_knowledge *knowledge, const xmlNode *entry,
                        const char *published_option, struct laut_error *error)
{
    static const char *const texts[] = {"encoded", "content", "description", "summary"}, *const titles[] = {"title"}, *const ids[] = {"guid", "id"},
                 *const authors[] = {"creator", "author"};
    struct report *const report = &document->report;
    bool failed = false;
    report->title = feed__words(document, entry, titles, 1, &failed, error);
    report->uri = feed__address(document, entry, report->uri, &failed, error);
    report->id = feed__words(document, entry, ids, 2, &failed, error);
    report->author = feed__words(document, entry, authors, 2, &failed, error);
    report->publisher = feed__publisher(feed, document, entry, &failed, error);
    const char *const text = feed__words(document, entry, texts, 4, &failed, error);
    if (failed || !feed__dates(document, entry, error))
        return false;
    if (!report->id)
        report->id = report->uri;
    if (text)
        return html_report_read_part(document, knowledge, text, strlen(text), published_option, error);
    if (report->title)
        return report_finish(document, knowledge, report->title, strlen(report->title), REPORT_LAYOUT_NEWS, published_option, error);
    return error_set(error, NULL, 0, NULL, "an entry of the feed has neither text nor title");
}

/* An entry that the feed has taken back (RFC 6721): its report is withdrawn. */
static bool feed__tombstone(const struct feed *feed, struct document *document, const struct report_knowledge *knowledge, const xmlNode *entry,
                            const char *published_option, struct laut_error *error)
{
    static const char *const comments[] = {"comment"};
    const struct report_paragraphs none = {.count = 0};
    struct report *const report = &document->report;
    const char *const ref = xml_attribute(entry, "ref"), *const when = xml_attribute(entry, "when");
    bool failed = false;
    if (!ref || !*ref)
        return error_set(error, NULL, 0, NULL, "a deleted entry of the feed tells no ref");
    report->id = report_copy_name(document, ref, error);
    report->status = "withdrawn";
    report->note = feed__words(document, entry, comments, 1, &failed, error);
    report->uri = feed__address(document, entry, report->uri, &failed, error);
    report->publisher = feed__publisher(feed, document, entry, &failed, error);
    report->published = feed__moment(document, when, &failed, error);
    report->published_basis = report->published ? "feed" : NULL;
    return report->id && !failed && report_finish_paragraphs(document, knowledge, "", 0, &none, published_option, error);
}

bool feed_next(struct feed *feed, struct document *document, const struct report_knowledge *knowledge, const struct report_reader_options *options,
               struct taken *taken, bool *end, struct laut_error *error)
{
    while (feed->next && !feed__is_entry(feed->next))
        feed->next = feed__follow(feed, feed->next, true);
    *end = !feed->next && !feed->broken;
    if (*end)
        return true;
    if (!feed->next) {
        feed->broken = false;
        return error_set(error, NULL, 0, "was it copied whole? xmllint --noout FILE tells", "the feed is cut off or broken, what could be read of it was read");
    }
    const xmlNode *const entry = feed->next;
    feed->next = feed__follow(feed, entry, false);
    document->report.input_line = (uint32_t)xmlGetLineNo(entry);
    return feed__bytes(feed, document, entry, options->keep_bytes, taken, error) &&
           (xml_is(entry, "deleted-entry") ? feed__tombstone : feed__entry)(feed, document, knowledge, entry, options->published, error);
}
