/* report/html_report.c: decodes, parses, takes the text's blocks and reads the fields. */
#include "report/html_report.h"

#include "report/decode.h"
#include "report/html.h"
#include "report/ticker.h"

#include <string.h>
#include <strings.h>

enum { BEGIN_BYTES = 4096, LEAST_TEXT = 200, LONGEST_LABEL = 80 };

bool html_is_page(const char *bytes, size_t length)
{
    static const char *const tags[] = {"<!doctype html", "<html", "<head", "<body", "<meta", "<title"};
    const size_t end = length < BEGIN_BYTES ? length : BEGIN_BYTES;
    for (size_t at = 0; at < end; at++)
        for (size_t i = 0; bytes[at] == '<' && i < sizeof tags / sizeof tags[0]; i++)
            if (end - at >= strlen(tags[i]) && strncasecmp(bytes + at, tags[i], strlen(tags[i])) == 0)
                return true;
    return false;
}

/* The blocks that are left, a blank line between; *paragraphs their places. */
static const char *html__text(const struct html_page *page, const struct forms *forms, struct report_paragraphs *paragraphs, size_t *length, struct laut_error *error)
{
    const int32_t *const days = ticker_read_page(page, forms, error);
    size_t most = 1;
    for (size_t i = 0; i < page->block_count; i++)
        most += page->blocks[i].dropped ? 0 : page->blocks[i].length + 2;
    char *const text = arena_take(page->arena, most, 1, error);
    paragraphs->items = arena_take(page->arena, page->block_count + 1, sizeof *paragraphs->items, error);
    *length = 0;
    for (size_t i = 0; days && text && paragraphs->items && i < page->block_count; i++) {
        const struct html_block *const block = &page->blocks[i];
        if (block->dropped)
            continue;
        if (*length) {
            memcpy(text + *length, "\n\n", 2);
            *length += 2;
        }
        paragraphs->items[paragraphs->count++] = (struct paragraph){
            {(uint32_t)*length, (uint32_t)(*length + block->length)}, block->heading ? PARAGRAPH_HEADING : PARAGRAPH_BODY, days[i]};
        memcpy(text + *length, block->text, block->length);
        *length += block->length;
    }
    return days && paragraphs->items ? text : NULL;
}

/* The title stands before the text: it, or a heading that holds it, is not said again at the text's begin. */
static void html__drop_title(struct html_page *page, const char *title)
{
    for (size_t i = 0; title && i < page->block_count; i++) {
        struct html_block *const block = &page->blocks[i];
        if (block->dropped)
            continue;
        if (!block->heading && block->length >= LONGEST_LABEL)
            return;
        block->dropped = strcmp(block->text, title) == 0 || (block->heading && strstr(block->text, title));
    }
}

static bool html__body(struct document *document, const struct report_knowledge *knowledge, const char *body, const char *published_option, struct laut_error *error)
{
    const bool markup = strstr(body, "</p>") || strstr(body, "<br");
    return markup ? html_report_read_part(document, knowledge, body, strlen(body), published_option, error)
                  : report_finish(document, knowledge, body, strlen(body), REPORT_LAYOUT_BARE, published_option, error);
}

static bool html__report(struct html_page *page, struct document *document, const struct report_knowledge *knowledge,
                         const char *published_option, struct laut_error *error)
{
    struct report_paragraphs paragraphs = {.count = 0};
    const char *body;
    size_t length;
    if (!html_select_text(page, knowledge->forms, error) || !html_read_fields(page, document, knowledge, &body, error))
        return false;
    html__drop_title(page, document->report.title);
    const char *const text = html__text(page, knowledge->forms, &paragraphs, &length, error);
    if (text && body && length < LEAST_TEXT && strlen(body) >= LEAST_TEXT / 2 && strlen(body) > 2 * length)       /* a page that a script fills */
        return html__body(document, knowledge, body, published_option, error);
    return text && report_finish_paragraphs(document, knowledge, text, length, &paragraphs, published_option, error);
}

bool html_report_read(struct document *document, const struct report_knowledge *knowledge, const char *bytes, size_t length,
                      const char *charset, const char *published_option, struct laut_error *error)
{
    struct html_page page;
    struct decoded decoded;
    if (!decode_page(document->arena, bytes, length, charset, &decoded, error) ||
        !html_open(&page, document->arena, knowledge->pages, decoded.text, decoded.length, error))
        return false;
    document->report.repairs = decoded.repairs;
    const bool done = html__report(&page, document, knowledge, published_option, error);
    html_close(&page);
    return done;
}

/* Captions and the like, where anything else is there. */
static void html__drop_aside(struct html_page *page)
{
    size_t dropped = 0;
    for (size_t i = 0; i < page->element_count; i++)
        for (size_t block = page->elements[i]->first; (page->elements[i]->parts & (ELEMENT_DROP | ELEMENT_CAPTION)) && !page->elements[i]->cut && block < page->elements[i]->end; block++) {
            dropped += !page->blocks[block].dropped;
            page->blocks[block].dropped = true;
        }
    for (size_t i = 0; dropped == page->block_count && i < page->block_count; i++)
        page->blocks[i].dropped = false;
}

bool html_report_read_part(struct document *document, const struct report_knowledge *knowledge, const char *bytes, size_t length,
                           const char *published_option, struct laut_error *error)
{
    struct html_page page;
    struct report_paragraphs paragraphs = {.count = 0};
    size_t text_length;
    if (!html_open(&page, document->arena, knowledge->pages, bytes, length, error))
        return false;
    html__drop_aside(&page);
    const char *const text = html__text(&page, knowledge->forms, &paragraphs, &text_length, error);
    const bool done = text && report_finish_paragraphs(document, knowledge, text, text_length, &paragraphs, published_option, error);
    html_close(&page);
    return done;
}
