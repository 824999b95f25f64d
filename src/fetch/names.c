/* fetch/names.c: which feeds there are: addresses, lists of them, feed readers' exports (OPML), feeds saved on disk. */
#include "fetch/feeds.h"

#include "report/kind.h"
#include "report/stream.h"
#include "report/xml.h"

#include <limits.h>
#include <string.h>
#include <strings.h>

enum { LONGEST_LIST = 8 << 20, LONGEST_LINE = ADDRESS_BYTES };

size_t laut_feeds_count(const struct laut_feeds *feeds)
{
    return feeds->name_count;
}

const char *laut_feeds_name(const struct laut_feeds *feeds, size_t index)
{
    return feeds->names[index].text;
}

bool laut_feeds_is_saved(const struct laut_feeds *feeds, size_t index)
{
    return feeds->names[index].saved;
}

static bool names__take(struct laut_feeds *feeds, const char *text, bool saved, struct laut_error *error)
{
    for (size_t i = 0; i < feeds->name_count; i++)
        if (strcmp(feeds->names[i].text, text) == 0)
            return true;
    struct feed_name *const name = arena_append(feeds->arena, &feeds->names, &feeds->name_count, &feeds->name_capacity, sizeof *name, error);
    if (!name)
        return false;
    *name = (struct feed_name){arena_copy_string(feeds->arena, text, strlen(text), error), saved};
    if (!name->text)
        feeds->name_count--;
    return name->text != NULL;
}

/* An address in its usual form; file and line: where it stands, NULL: it was typed. */
static bool names__address(struct laut_feeds *feeds, const char *text, const char *file, size_t line, struct laut_error *error)
{
    struct address address;
    struct laut_error why = {.line = 0};
    if (address_read(fetcher_curl(feeds->fetcher), text, NULL, &address, &why))
        return names__take(feeds, address.whole, false, error);
    return error_set(error, file, line, why.remedy, "%s", why.message);
}

static bool names__lines(struct laut_feeds *feeds, const char *file, const char *bytes, size_t length, struct laut_error *error)
{
    size_t line = 0;
    for (const char *at = bytes, *const end = bytes + length; at < end; at++) {
        char address[LONGEST_LINE];
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop)
            stop = end;
        line++;
        const char *begin = at, *last = stop;
        while (begin < last && strchr(" \t\r\xEF\xBB\xBF", *begin))
            begin++;
        while (last > begin && strchr(" \t\r", last[-1]))
            last--;
        at = stop;
        if (begin == last || *begin == '#')
            continue;
        if ((size_t)(last - begin) >= sizeof address || memchr(begin, '\0', (size_t)(last - begin)))
            return error_set(error, file, line, "one address a line; a feed saved on disk begins with <", "this is no address");
        (void)snprintf(address, sizeof address, "%.*s", (int)(last - begin), begin);
        if (!names__address(feeds, address, file, line, error))
            return false;
    }
    return true;
}

static bool names__outlines(struct laut_feeds *feeds, const char *file, const char *bytes, size_t length, struct laut_error *error)
{
    struct laut_error why = {.line = 0};
    xmlDoc *const tree = xml_open(bytes, length, &why);
    const xmlNode *const root = tree ? xmlDocGetRootElement(tree) : NULL;
    bool done = root || error_set(error, file, why.line, why.remedy, "%s", why.message);
    for (const xmlNode *node = root; done && node; node = xml_next(node, root)) {
        const xmlAttr *attribute = node->type == XML_ELEMENT_NODE ? node->properties : NULL;
        while (attribute && strcasecmp((const char *)attribute->name, "xmlUrl") != 0)
            attribute = attribute->next;
        xmlChar *const address = attribute ? xmlNodeGetContent(attribute->children) : NULL;
        done = !address || names__address(feeds, (const char *)address, file, (size_t)xmlGetLineNo(node), error);
        xmlFree(address);
    }
    xmlFreeDoc(tree);
    return done;
}

static bool names__file(struct laut_feeds *feeds, const char *path, struct laut_error *error)
{
    struct stream *const stream = stream_open(path, error);
    const char *bytes;
    size_t length;
    const enum stream_state state = stream ? stream_rest(stream, LONGEST_LIST, &bytes, &length, error) : STREAM_FAILED;
    bool done = false;
    if (state == STREAM_TOO_LONG)
        (void)error_set(error, path, 0, "name a list of addresses", "a list of more than %d MB is not read", LONGEST_LIST >> 20);
    else if (state == STREAM_READ && kind_tell(bytes, length) == FILE_FEED)
        done = strcmp(path, "-") == 0 ? error_set(error, path, 0, "save it in a file, or add it with laut add -", "a feed on standard input is read once only")
                                      : names__take(feeds, path, true, error);
    else if (state == STREAM_READ && memmem(bytes, length < KIND_PEEK_BYTES ? length : KIND_PEEK_BYTES, "<opml", 5))
        done = names__outlines(feeds, path, bytes, length, error);
    else if (state == STREAM_READ)
        done = names__lines(feeds, path, bytes, length, error);
    stream_free(stream);
    return done;
}

bool laut_feeds_add(struct laut_feeds *feeds, const char *named, struct laut_error *error)
{
    if (error)
        *error = (struct laut_error){.line = 0};
    return strstr(named, "://") ? names__address(feeds, named, NULL, 0, error) : names__file(feeds, named, error);
}
