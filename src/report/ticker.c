/* report/ticker.c: see report/ticker.h. */
#include "report/ticker.h"

#include <string.h>

enum { LONGEST_DATE_LINE = 80 };

/* The day of a line that is a date, perhaps with a clock, and nothing else; 0: it is none. */
static int32_t ticker__line(const struct forms *forms, const char *text, struct span line)
{
    struct form_match match;
    if (line.end_byte - line.begin_byte > LONGEST_DATE_LINE || !forms_find_date(forms, text, line, &match) || match.span.begin_byte != line.begin_byte ||
        match.span.end_byte != line.end_byte)
        return 0;
    const int32_t day = timestamp_day(&match.timestamp);
    return day == DAY_NONE ? 0 : day;
}

/* Days told at places become those of all places behind them; of one day alone nothing is left. */
static void ticker__spread(int32_t *days, size_t count)
{
    int32_t first = 0, day = 0;
    bool differ = false;
    for (size_t i = 0; i < count; i++) {
        differ |= first && days[i] && days[i] != first;
        first = first ? first : days[i];
    }
    for (size_t i = 0; i < count; i++)
        days[i] = day = !differ ? 0 : days[i] ? days[i] : day;
}

static bool ticker__is_text(enum paragraph_kind kind)
{
    return kind == PARAGRAPH_BODY || kind == PARAGRAPH_LEAD || kind == PARAGRAPH_HEADING;
}

void ticker_read_lines(struct paragraph *paragraphs, size_t count, const struct forms *forms, const char *text)
{
    int32_t first = 0;
    bool differ = false;
    for (size_t i = 0; i + 1 < count; i++) {         /* the last line dates no entry */
        const int32_t day = ticker__line(forms, text, paragraphs[i].span);
        differ |= first && day && day != first;
        first = first ? first : day;
    }
    int32_t day = 0;
    for (size_t i = 0; differ && i < count; i++) {
        const int32_t told = i + 1 < count ? ticker__line(forms, text, paragraphs[i].span) : 0;
        const bool entry = told && (ticker__is_text(paragraphs[i].kind) || paragraphs[i].kind == PARAGRAPH_MARK);
        day = entry ? told : day;
        paragraphs[i].kind = entry ? PARAGRAPH_MARK : paragraphs[i].kind;
        paragraphs[i].entry_day = day;
    }
}

/* Blocks that are kept: [*first, *end). */
static void ticker__kept(const struct html_page *page, size_t *first, size_t *end)
{
    *first = 0;
    *end = page->block_count;
    while (*first < *end && page->blocks[*first].dropped)
        ++*first;
    while (*end > *first && page->blocks[*end - 1].dropped)
        --*end;
}

/* The day of a time element that begins its block. */
static int32_t ticker__element(const struct html_page *page, const struct html_element *element)
{
    const char *const moment = strcmp((const char *)element->node->name, "time") == 0 ? html_attribute(element->node, "datetime") : NULL;
    const xmlNode *const words = element->node->children;
    struct timestamp timestamp;
    if (!moment || element->first >= page->block_count || !words || words->type != XML_TEXT_NODE ||
        timestamp_read_iso(moment, strlen(moment), &timestamp) != TIMESTAMP_READ)
        return 0;
    const char *const shown = (const char *)words->content + strspn((const char *)words->content, " \t\r\n"), *const text = page->blocks[element->first].text;
    const size_t length = strcspn(shown, " \t\r\n");
    timestamp_to_central_europe(&timestamp);
    const int32_t day = timestamp_day(&timestamp);
    return length && strncmp(text, shown, length) == 0 && day != DAY_NONE ? day : 0;
}

const int32_t *ticker_read_page(const struct html_page *page, const struct forms *forms, struct laut_error *error)
{
    size_t first, end;
    int32_t *const days = arena_take(page->arena, page->block_count + 1, sizeof *days, error);
    ticker__kept(page, &first, &end);
    if (!days)
        return NULL;
    size_t inside = 0;
    for (size_t i = 0; i < page->element_count; i++) {
        const int32_t day = ticker__element(page, page->elements[i]);
        if (day && page->elements[i]->first < end)
            days[page->elements[i]->first] = day;
    }
    for (size_t i = 0; i < end; i++) {
        const int32_t day = days[i] ? days[i] : ticker__line(forms, page->blocks[i].text, (struct span){0, (uint32_t)page->blocks[i].length});
        days[i] = day;
        inside += day && i > first;
    }
    if (inside < 2)                                  /* a page's own date, and when it was changed */
        memset(days, 0, page->block_count * sizeof *days);
    ticker__spread(days, end);
    return days;
}
