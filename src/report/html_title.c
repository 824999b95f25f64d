/* report/html_title.c: a page's title: the heading that agrees with what the page calls itself, else that without the site's name. */
#include "report/html_fields.h"

#include "base/utf8.h"
#include "report/xml.h"

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
    static const char *const marks[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " › ", " · ", " • ", " / ", " < ", " « ", " ‹ ", " │ ", " ∙ ", " ⋅ ", " ● ", " ► ", " > ", " // ", " ~ ", " : "};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (strncmp(text, marks[i], strlen(marks[i])) == 0)
            return strlen(marks[i]);
    return 0;
}

/* "beispiel.de": a name of the web, one word with a dot before its last letters. */
static bool title__is_domain(const char *part)
{
    const size_t length = strlen(part);
    const char *const dot = strrchr(part, '.');
    const size_t behind = dot ? strlen(dot + 1) : 0;
    return dot && dot > part + 2 && behind >= 2 && behind <= 4 && strspn(dot + 1, "abcdefghijklmnopqrstuvwxyz") == behind && strcspn(part, " /,;!?") == length;
}

/* Whether a part of a title is the name that the site calls itself by. */
static bool title__names_site(const char *part, const char *site)
{
    return (site && title__agrees(part, site)) || title__is_domain(part);
}

static bool title__is_site(const char *text, const char *site)
{
    char x[LONGEST_TITLE * 2], y[LONGEST_TITLE * 2];
    return site && title__letters(text, strlen(text), x) == title__letters(site, strlen(site), y) && strcmp(x, y) == 0;
}

/* Takes the site's name off a title: a part at its end, or its begin. */
static const char *title__without_site(struct html_fields *fields, const char *title, const char *site)
{
    const size_t length = strlen(title);
    for (size_t at = length; at-- > 1;) {
        const size_t mark = title__separator(title + at);
        if (mark && title__names_site(title + at + mark, site))
            return html_fields_copy(fields, title, at);
    }
    for (size_t at = 1; at < length; at++) {
        const bool colon = strncmp(title + at, ": ", 2) == 0;
        const size_t mark = colon ? 2 : title__separator(title + at);
        if (!mark)
            continue;
        const char *const before = html_fields_copy(fields, title, at);
        if (before && (colon ? title__is_site(before, site) : title__names_site(before, site)))
            return title + at + mark;
    }
    const char *const bracket = strrchr(title, '(');
    const char *const inside = bracket > title + 1 && title[length - 1] == ')' ? html_fields_copy(fields, bracket + 1, strlen(bracket) - 2) : NULL;
    return inside && title__is_site(inside, site) ? html_fields_copy(fields, title, (size_t)(bracket - title) - (bracket[-1] == ' ')) : title;
}

/* The last part behind a bar taken off, where the rest is still a title; else the first, where what follows is one. */
static const char *title__without_last(struct html_fields *fields, const char *title)
{
    for (size_t at = strlen(title); at-- > SHORTEST_TITLE;) {
        const size_t mark = title__separator(title + at);
        if (mark)
            return html_fields_copy(fields, title, at);
    }
    for (size_t at = 1; title[at]; at++) {
        const size_t mark = title__separator(title + at);
        if (mark && strlen(title + at + mark) >= SHORTEST_TITLE)
            return title + at + mark;
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

/* A heading in two parts, each in an element of its own. False: it is not of that form. */
static bool title__parts(struct html_fields *fields, const struct html_block *heading, const char *parts[2])
{
    size_t count = 0;
    const xmlNode *node = heading->element->node->children;
    while (node && !node->next && node->type == XML_ELEMENT_NODE)        /* a link or span around all of it */
        node = node->children;
    for (; node; node = node->next) {
        char letters[LONGEST_TITLE * 2];
        const bool text = node->type == XML_TEXT_NODE;
        xmlChar *const words = text || node->type == XML_ELEMENT_NODE ? xmlNodeGetContent(node) : NULL;
        const char *const part = words ? html_fields_folded(fields, (const char *)words) : NULL;
        xmlFree(words);
        if (!part || !title__letters(part, strlen(part), letters))       /* a bar or dash between them */
            continue;
        if (count == 2 || (count == 0 && text))
            return false;
        parts[count++] = part;
    }
    return count == 2 && !fields->failed;
}

/* Whether a part goes on in the sentence of the one before: it begins with a small letter. */
static bool title__goes_on(const char *part)
{
    size_t step;
    const uint32_t c = utf8_decode(part, strlen(part), &step);
    return c != UTF8_INVALID && utf8_is_letter(c) && !utf8_is_upper(c);
}

/* Of a heading with a kicker the title alone; a subtitle in it is told by the page's names, which leave it out. */
static const char *title__of_heading(struct html_fields *fields, const struct html_block *heading, const char *const *names, size_t count)
{
    const char *const whole = html_fields_copy(fields, heading->text, heading->length), *parts[2];
    if (!title__parts(fields, heading, parts) || strlen(parts[1]) < SHORTEST_TITLE || title__goes_on(parts[1]))
        return whole;
    for (size_t i = 0; i < count; i++) {
        if (names[i] && title__begins(names[i], parts[1]))
            return parts[1];
        if (names[i] && title__begins(names[i], parts[0]))
            return title__agrees(names[i], parts[1]) ? parts[1] : strlen(parts[0]) < SHORTEST_TITLE ? whole : parts[0];
    }
    return parts[1];
}

/* Whether all of a heading is a link to the site's first page: "/", "https://beispiel.de/". */
static bool title__is_link_home(const struct html_block *block)
{
    const xmlNode *const heading = block->element->node, *node = heading;
    while (node && !xml_is(node, "a"))
        node = xml_next(node, heading);
    const char *const address = node ? html_attribute(node, "href") : NULL, *const host = address ? strstr(address, "://") : NULL;
    const char *const path = host ? strchr(host + 3, '/') : address;
    return address && block->link_bytes * 4 >= block->length * 3 && (!path || strcmp(path, "/") == 0);      /* blanks count in no link */
}

/* The site's own name, which stands as a heading and leads to its first page: a page's name has more before it. */
static bool title__leads_home(const struct html_block *block, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count && title__is_link_home(block); i++) {
        char x[LONGEST_TITLE * 2], y[LONGEST_TITLE * 2];
        const size_t m = title__letters(block->text, block->length, x), n = names[i] ? title__letters(names[i], strlen(names[i]), y) : 0;
        if (m && n > m && strcmp(y + n - m, x) == 0)
            return true;
    }
    return false;
}

/* The longest heading that begins like one of the page's names for itself, else agrees with it, and is not the site's name. */
static const struct html_block *title__heading(const struct html_page *page, const char *const *names, size_t count, const char *site)
{
    const struct html_block *best = NULL;
    bool best_begins = false;
    for (size_t i = 0; i < page->block_count; i++) {
        const struct html_block *const block = &page->blocks[i];
        const int level = html_heading_level(block);
        if (level < 1 || level > 3 || block->length > LONGEST_TITLE || block->length < 3 || title__is_site(block->text, site) || title__leads_home(block, names, count))
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
        if (html_heading_level(block) != 1 || title__is_site(block->text, site) || title__is_link_home(block))
            continue;
        if (only)
            return NULL;
        only = block;
    }
    return only;
}

/* "23.01.2022 - Dorothea Wierer jubelt": the day before a title is none of its words. */
static const char *title__without_date(const struct html_fields *fields, const char *title)
{
    struct form_match match;
    if (!title || !forms_find_date(fields->forms, title, (struct span){0, (uint32_t)strlen(title)}, &match) || match.span.begin_byte > 0)
        return title;
    const char *const behind = title + match.span.end_byte;
    const size_t mark = title__separator(behind);
    return mark && strlen(behind + mark) >= SHORTEST_TITLE ? behind + mark : title;
}

static const char *title__found(struct html_fields *fields)
{
    const char *site = html_fields_best(fields, "publisher", 0);
    const struct html_told *const page_title = html_fields_told(fields, "title", "title", 0);
    const char *const names[] = {html_fields_best(fields, "title", 0), html_fields_best(fields, "title", 1), page_title ? page_title->value : NULL};
    for (size_t i = 0; !site && i < fields->page->block_count; i++)
        if (html_heading_level(&fields->page->blocks[i]) == 1 && title__leads_home(&fields->page->blocks[i], names, sizeof names / sizeof names[0]))
            site = fields->page->blocks[i].text;
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

const char *html_title(struct html_fields *fields)
{
    return title__without_date(fields, title__found(fields));
}
