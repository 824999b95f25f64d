/* report/properties.c: see report/properties.h. */
#include "report/properties.h"

#include "report/prose.h"

#include <string.h>

enum { FIRST_ROOM = 4096, LONGEST_FIRST_LINE = 200 };

void passages_add(struct passages *passages, const char *bytes, size_t length)
{
    if (!passages->failed && passages->length + length + 3 > passages->room) {
        size_t room = passages->room ? 2 * passages->room : FIRST_ROOM;
        while (room < passages->length + length + 3)
            room *= 2;
        char *const larger = arena_take(passages->arena, room, 1, passages->error);
        passages->failed = !larger;
        if (larger && passages->length)
            memcpy(larger, passages->text, passages->length);
        passages->text = larger ? larger : passages->text;
        passages->room = larger ? room : passages->room;
    }
    if (passages->failed)
        return;
    memcpy(passages->text + passages->length, bytes, length);
    passages->length += length;
    passages->text[passages->length] = '\0';
}

void passages_break(struct passages *passages)
{
    while (passages->length && strchr(" \t\r\n", passages->text[passages->length - 1]))
        passages->length--;
    if (passages->length)
        passages_add(passages, "\n\n", 2);
}

/* Whether the text begins with prose: then it has no title of its own. */
static bool properties__begins_with_prose(const char *text, size_t length)
{
    size_t begin = 0;
    while (begin < length && strchr(" \t\r\n", text[begin]))
        begin++;
    const char *const stop = memchr(text + begin, '\n', length - begin);
    const size_t line = stop ? (size_t)(stop - text) - begin : length - begin;
    return line > LONGEST_FIRST_LINE || prose_ends_sentence(text + begin, line);
}

static const char *properties__date(struct document *document, const char *text, struct laut_error *error, bool *failed)
{
    struct timestamp timestamp;
    if (!text || timestamp_read_iso(text, strlen(text), &timestamp) != TIMESTAMP_READ)
        return NULL;
    timestamp_to_central_europe(&timestamp);
    const char *const written = timestamp_write(&timestamp, document->arena, error);
    *failed |= !written;
    return written;
}

bool properties_finish(struct document *document, const struct report_knowledge *knowledge, const struct properties *properties, const char *text, size_t length,
                       const char *published_option, struct laut_error *error)
{
    struct report *const report = &document->report;
    const char *const title = properties->title && *properties->title ? properties->title : NULL;
    bool failed = false;
    while (length && strchr(" \t\r\n", text[length - 1]))
        length--;
    const char *const created = properties__date(document, properties->created, error, &failed), *const changed = properties__date(document, properties->changed, error, &failed);
    if (failed)
        return false;
    report->title = title && (memmem(text, length, title, strlen(title)) || properties__begins_with_prose(text, length)) ? title : NULL;
    report->author = properties->author && *properties->author ? properties->author : NULL;
    if (!report_finish(document, knowledge, text, length, REPORT_LAYOUT_NEWS, created ? created : published_option, error))
        return false;
    if (created && report->published_basis && strcmp(report->published_basis, "option") == 0)
        report->published_basis = "properties";
    report->modified = report->modified ? report->modified : changed;
    return true;
}
