/* report/html_title.c: a page's title: the heading that agrees with what the page calls itself, else that without the site's name. */
#include "report/html_fields.h"

#include "base/utf8.h"

#include <string.h>

enum { LONGEST_TITLE = 500, SHORTEST_TITLE = 15 };

/* ---- title ----------------------------------------------------------------------------------------------------------- */

/* Letters and digits in small letters; their length. */
static size_t title__letters(const char *text, size_t length, char letters[LONGEST_TITLE * 2])
{
    size_t written = 0;
    for (size_t at = 0, step; at < length && written < LONGEST_TITLE * 2 - 8; at += step) {
        const uint32_t c = utf8_decode(text + at, length - at, &step);
        if (utf8_is_letter(c) || utf8_is_digit(c))
            written += utf8_encode(utf8_lower(c), letters + written);
    }
    letters[written] = '\0';
    return written;
}

/* Whether the longer one of two texts holds the shorter one's letters. */
static bool title__agrees(const char *a, const char *b)
{
    char x[LONGEST_TITLE * 2], y[LONGEST_TITLE * 2];
    const size_t m = title__letters(a, strlen(a), x), n = title__letters(b, strlen(b), y);
    return m && n && (m < n ? strstr(y, x) : strstr(x, y)) != NULL;
}

/* Bars and dashes with white space around them, after which a site names itself. The mark's length, 0: none. */
static size_t title__separator(const char *text)
{
    static const char *const marks[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " › ", " · ", " • ", " / ", " < ", " « ", " // ", " ~ ", " : "};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (strncmp(text, marks[i], strlen(marks[i])) == 0)
            return strlen(marks[i]);
    return 0;
}

/* Takes the site's name off a title: a part at its end, or its begin, that the site calls itself by. */
static const char *title__without_site(struct html_fields *fields, const char *title, const char *site)
{
    const size_t length = strlen(title);
    for (size_t at = length; at-- > 1;) {
        const size_t mark = title__separator(title + at);
        if (mark && site && title__agrees(title + at + mark, site))
            return html_fields_copy(fields, title, at);
    }
    for (size_t at = 1; at < length; at++) {
        const size_t mark = title__separator(title + at);
        if (!mark)
            continue;
        const char *const before = html_fields_copy(fields, title, at);
        if (before && site && title__agrees(before, site))
            return title + at + mark;
    }
    return title;
}

/* The last part behind a bar taken off, where the rest is still a title. */
static const char *title__without_last(struct html_fields *fields, const char *title)
{
    for (size_t at = strlen(title); at-- > SHORTEST_TITLE;) {
        const size_t mark = title__separator(title + at);
        if (mark)
            return html_fields_copy(fields, title, at);
    }
    return title;
}

/* Letters of a followed by those of b, or the other way: one begins with the other. */
static bool title__begins(const char *a, const char *b)
{
    char x[LONGEST_TITLE * 2], y[LONGEST_TITLE * 2];
    const size_t m = title__letters(a, strlen(a), x), n = title__letters(b, strlen(b), y);
    return m && n && memcmp(x, y, m < n ? m : n) == 0;
}

static bool title__is_site(const char *text, const char *site)
{
    char x[LONGEST_TITLE * 2], y[LONGEST_TITLE * 2];
    return site && title__letters(text, strlen(text), x) == title__letters(site, strlen(site), y) && strcmp(x, y) == 0;
}

/* A heading in two parts, each in an element of its own. False: it is not of that form. */
static bool title__parts(struct html_fields *fields, const struct html_block *heading, const char *parts[2])
{
    size_t count = 0;
    const xmlNode *node = heading->element->node->children;
    while (node && !node->next && node->type == XML_ELEMENT_NODE)        /* a link or span around all of it */
        node = node->children;
    for (; node; node = node->next) {
        const bool text = node->type == XML_TEXT_NODE && node->content && node->content[strspn((const char *)node->content, " \t\r\n:")];
        if (!text && (node->type != XML_ELEMENT_NODE || !node->children))
            continue;
        if (count == 2 || (count == 0 && text))
            return false;
        xmlChar *const words = xmlNodeGetContent(node);
        parts[count++] = words ? html_fields_folded(fields, (const char *)words) : NULL;
        xmlFree(words);
        if (!parts[count - 1])
            return false;
    }
    return count == 2;
}

/* Of a heading with a kicker the title alone; a subtitle in it, or a first part that the page's names keep, is told by those. */
static const char *title__of_heading(struct html_fields *fields, const struct html_block *heading, const char *const *names, size_t count)
{
    const char *const whole = html_fields_copy(fields, heading->text, heading->length), *parts[2];
    if (!title__parts(fields, heading, parts) || strlen(parts[1]) < SHORTEST_TITLE)
        return whole;
    for (size_t i = 0; i < count; i++) {
        if (names[i] && title__begins(names[i], parts[1]))
            return parts[1];
        if (names[i] && title__begins(names[i], parts[0]))
            return title__agrees(names[i], parts[1]) ? whole : parts[0];
    }
    return parts[1];
}

/* The longest heading that begins like one of the page's names for itself, else agrees with it, and is not the site's name. */
static const struct html_block *title__heading(const struct html_page *page, const char *const *names, size_t count, const char *site)
{
    const struct html_block *best = NULL;
    bool best_begins = false;
    for (size_t i = 0; i < page->block_count; i++) {
        const struct html_block *const block = &page->blocks[i];
        const char *const tag = (const char *)block->element->node->name;
        if (tag[0] != 'h' || tag[1] < '1' || tag[1] > '3' || block->length > LONGEST_TITLE || block->length < 3 || title__is_site(block->text, site))
            continue;
        for (size_t j = 0; j < count; j++) {
            const bool begins = names[j] && title__begins(block->text, names[j]);
            if (!names[j] || block->length * 3 < strlen(names[j]) || (!begins && !title__agrees(block->text, names[j])))
                continue;
            if (!best || (begins && !best_begins) || (begins == best_begins && block->length > best->length && strcmp(best->text, block->text) != 0)) {
                best = block;
                best_begins = begins;
            }
        }
    }
    return best;
}

static const struct html_block *title__only_heading(const struct html_page *page, const char *site)
{
    const struct html_block *only = NULL;
    for (size_t i = 0; i < page->block_count; i++) {
        const struct html_block *const block = &page->blocks[i];
        if (strcmp((const char *)block->element->node->name, "h1") != 0 || title__is_site(block->text, site))
            continue;
        if (only)
            return NULL;
        only = block;
    }
    return only;
}

const char *html_title(struct html_fields *fields)
{
    const char *const site = html_fields_best(fields, "publisher", 0);
    const struct html_told *const page_title = html_fields_told(fields, "title", "title", 0);
    const char *const names[] = {html_fields_best(fields, "title", 0), html_fields_best(fields, "title", 1), page_title ? page_title->value : NULL};
    const char *const short_name = page_title ? title__without_last(fields, page_title->value) : NULL;
    const struct html_block *heading = title__heading(fields->page, names, sizeof names / sizeof names[0], site);
    if (!heading)
        heading = title__heading(fields->page, &short_name, 1, site);
    if (!heading)
        heading = title__only_heading(fields->page, site);
    if (heading)
        return title__of_heading(fields, heading, names, sizeof names / sizeof names[0]);
    if (names[0])
        return title__without_site(fields, names[0], site);
    return page_title ? title__without_last(fields, title__without_site(fields, page_title->value, site)) : NULL;
}
