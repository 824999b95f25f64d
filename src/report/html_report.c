/* report/html_report.c: decodes, parses, reads the fields, takes the text's blocks, and dates the page by what is seen on it where its fields do
 * not. */
#include "report/html_report.h"

#include "report/decode.h"
#include "report/html.h"

#include <string.h>

enum { BLOCKS_WITH_DATE = 12, LONGEST_BLOCK_WITH_DATE = 200 };

/* The blocks that are left, a blank line between; *paragraphs their places. */
static const char *html__text(const struct html_page *page, struct report_paragraphs *paragraphs, size_t *length, struct laut_error *error)
{
    size_t most = 1;
    for (size_t i = 0; i < page->block_count; i++)
        most += page->blocks[i].dropped ? 0 : page->blocks[i].length + 2;
    char *const text = arena_take(page->arena, most, 1, error);
    paragraphs->items = arena_take(page->arena, page->block_count + 1, sizeof *paragraphs->items, error);
    *length = 0;
    for (size_t i = 0; text && paragraphs->items && i < page->block_count; i++) {
        const struct html_block *const block = &page->blocks[i];
        if (block->dropped)
            continue;
        if (*length) {
            memcpy(text + *length, "\n\n", 2);
            *length += 2;
        }
        paragraphs->items[paragraphs->count++] = (struct paragraph){
            {(uint32_t)*length, (uint32_t)(*length + block->length)}, block->heading ? PARAGRAPH_HEADING : PARAGRAPH_BODY};
        memcpy(text + *length, block->text, block->length);
        *length += block->length;
    }
    return paragraphs->items ? text : NULL;
}

/* A date that stands near the heading or at the begin or end of the text. */
static bool html__seen_date(const struct html_page *page, struct document *document, const struct forms *forms, struct laut_error *error)
{
    struct report *const report = &document->report;
    for (size_t i = 0; i < page->block_count && !report->published; i++) {
        const struct html_block *const block = &page->blocks[i];
        struct form_match match;
        if (block->length > LONGEST_BLOCK_WITH_DATE)
            continue;
        const struct span line = {0, (uint32_t)block->length};
        for (size_t at = 0; at < block->length && !report->published; at++) {
            const bool begins = at == 0 || block->text[at - 1] == ' ';
            if (!begins || !forms_find(forms, block->text, line, at, &match) || timestamp_day(&match.timestamp) == DAY_NONE ||
                match.form->form_class != FORM_PUBLISHED)
                continue;
            report->published = timestamp_write(&match.timestamp, page->arena, error);
            report->published_basis = match.form->basis;
            if (!report->published)
                return false;
        }
    }
    return true;
}

static bool html__report(struct html_page *page, struct document *document, const struct report_knowledge *knowledge,
                         const char *published_option, struct laut_error *error)
{
    struct report_paragraphs paragraphs = {.count = 0};
    size_t length;
    if (!html_read_fields(page, document, error) || !html_select_text(page, error) ||
        (!document->report.published && !html__seen_date(page, document, knowledge->forms, error)))
        return false;
    const char *const text = html__text(page, &paragraphs, &length, error);
    return text && report_finish_paragraphs(document, knowledge, text, length, &paragraphs, published_option, error);
}

bool html_report_read(struct document *document, const struct report_knowledge *knowledge, const char *bytes, size_t length,
                      const char *published_option, struct laut_error *error)
{
    struct html_page page;
    struct decoded decoded;
    if (!decode_page(document->arena, bytes, length, &decoded, error) ||
        !html_open(&page, document->arena, knowledge->pages, decoded.text, decoded.length, error))
        return false;
    document->report.repairs = decoded.repairs;
    const bool done = html__report(&page, document, knowledge, published_option, error);
    html_close(&page);
    return done;
}
