/* report/html_text.c: which blocks of a page are the report's text.
 *
 * A block is worth its bytes outside links where it reads like prose. What elements are named to be around a report is dropped, unless
 * the page's main heading or most of its worth stands in it. The text's element is one that is named so, else the smallest
 * that holds most of the worth (cf. Kohlschütter, Fankhauser, Nejdl: Boilerplate Detection using Shallow Text Features, WSDM 2010). */
#include "report/html.h"

#include "report/prose.h"
#include "report/xml.h"

#include <string.h>

enum { SHORTEST_PROSE = 40, SHORTEST_TEXT_ALONE = 80, SOFT_PERCENT = 15, LEAST_TEXT = 200, LONGEST_TITLE = 400, LONGEST_CAPTION = 400, DESCEND_PERCENT = 85, BODIES_PERCENT = 90, BODIES_LEVELS = 40, BEFORE_PERCENT = 20, WORDS_PERCENT = 60, CARD_BLOCKS = 6, CARD_BYTES = 600, CARDS_AT_LEAST = 3, LONGEST_MARK = 320 };

struct selection {
    struct html_page *page;
    const struct forms *forms;
    size_t *worth, *words;           /* [block_count + 1], sums of all blocks before; words: bytes outside links, for lists and tables of short words are text, too, and worth nothing */
    const struct html_element *heading;          /* the page's only h1, NULL: none or several */
    size_t heading_block;
};

/* ---- worth ------------------------------------------------------------------------------------------------------ */

static size_t block__worth(const struct html_block *block)
{
    const size_t own = block->length - block->link_bytes;
    if (block->heading || block->dropped || own < SHORTEST_PROSE || block->link_bytes * 2 > block->length)
        return 0;
    return prose_ends_sentence(block->text, block->length) || own >= SHORTEST_TEXT_ALONE ? own : own / 3;
}

static void select__sum(struct selection *selection)
{
    const struct html_page *const page = selection->page;
    for (size_t i = 0; i < page->block_count; i++) {
        const struct html_block *const block = &page->blocks[i];
        selection->worth[i + 1] = selection->worth[i] + block__worth(block);
        selection->words[i + 1] = selection->words[i] + (block->dropped ? 0 : block->length - block->link_bytes);
    }
}

static size_t select__words(const struct selection *selection, const struct html_element *element)
{
    return selection->words[element->end] - selection->words[element->first];
}

static size_t select__worth(const struct selection *selection, const struct html_element *element)
{
    return selection->worth[element->end] - selection->worth[element->first];
}

/* ---- dropping ---------------------------------------------------------------------------------------------------- */

static void select__find_heading(struct selection *selection)
{
    const struct html_page *const page = selection->page;
    size_t count = 0;
    for (size_t i = 0; i < page->block_count; i++) {
        if (html_heading_level(&page->blocks[i]) != 1 || page->blocks[i].length > LONGEST_TITLE)
            continue;
        count++;
        selection->heading = page->blocks[i].element;
        selection->heading_block = i;
    }
    if (count != 1)
        selection->heading = NULL;
}

static bool element__contains(const struct html_element *element, const struct html_element *inner)
{
    return inner && inner->first >= element->first && inner->end <= element->end && inner != element;
}

static void select__drop_range(struct selection *selection, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        selection->page->blocks[i].dropped = true;
}

/* Links of an element against its text. */
static void select__count(const struct html_page *page, const struct html_element *element, size_t *text, size_t *links)
{
    *text = *links = 0;
    for (size_t i = element->first; i < element->end; i++) {
        *text += page->blocks[i].length;
        *links += page->blocks[i].link_bytes;
    }
}

/* What is named like something around the report and yet reads like text: worth a good part of the page, or text without links. */
static bool select__reads_like_text(const struct selection *selection, const struct html_element *element)
{
    const size_t worth = select__worth(selection, element), all = selection->worth[selection->page->block_count];
    size_t text, links;
    select__count(selection->page, element, &text, &links);
    return worth * 100 >= all * SOFT_PERCENT || (worth && !links);
}

/* Pictures have captions of a few lines; what is longer and named so is text beside a picture. */
static bool select__is_short(const struct selection *selection, const struct html_element *element)
{
    size_t text, links;
    select__count(selection->page, element, &text, &links);
    return text <= LONGEST_CAPTION;
}

/* Elements of those parts. */
static void select__drop_elements(struct selection *selection, unsigned parts)
{
    const struct html_page *const page = selection->page;
    const size_t all = selection->worth[page->block_count];
    for (size_t i = 0; i < page->element_count; i++) {
        const struct html_element *const element = page->elements[i];
        const bool caption = (element->parts & ELEMENT_CAPTION) && select__is_short(selection, element), drop = (element->parts & ELEMENT_DROP) || caption;
        const bool named = (element->parts & parts) || (caption && (parts & ELEMENT_DROP));
        if (!named || (element->parts & ELEMENT_BODY) || element->first == element->end || element->cut)
            continue;
        const bool most = select__worth(selection, element) * 10 > all * 6 && !(element->parts & ELEMENT_WALL);
        if (element__contains(element, selection->heading) || (most && all) || (!drop && select__reads_like_text(selection, element)))
            continue;
        select__drop_range(selection, element->first, element->end);
        for (size_t block = element->first; (element->parts & ELEMENT_WALL) && block < element->end; block++)
            selection->page->blocks[block].foreign = true;
    }
    select__sum(selection);
}

/* Whether a heading is a link to another page. */
static bool block__leads_away(const struct html_block *block)
{
    const xmlNode *const root = block->element->node;
    if (!block->heading || block->link_bytes * 4 < block->length * 3)
        return false;
    for (const xmlNode *node = root; node; node = xml_next(node, root)) {
        const char *const address = xml_is(node, "a") ? html_attribute(node, "href") : NULL;
        if (address)
            return !strchr(address, '#');
    }
    return true;                                     /* the link is around it */
}

/* A heading that leads to another page, with some words on it: as sites announce their other reports. */
static bool select__is_card(const struct selection *selection, const struct html_element *element)
{
    size_t bytes = 0, leading = 0;
    if (!(element->parts & ELEMENT_BLOCK) || element->end - element->first < 2 || element->end - element->first > CARD_BLOCKS || element__contains(element, selection->heading))
        return false;
    for (size_t i = element->first; i < element->end; i++) {
        bytes += selection->page->blocks[i].length;
        leading += block__leads_away(&selection->page->blocks[i]);
    }
    return leading == 1 && bytes <= CARD_BYTES;
}

/* Drops such, where several stand beside each other. */
static void select__drop_cards(struct selection *selection)
{
    struct html_page *const page = selection->page;
    for (size_t i = 0; i < page->element_count; i++)
        page->elements[i]->cards = 0;
    for (size_t i = 1; i < page->element_count; i++)
        page->elements[page->elements[i]->parent->number]->cards += select__is_card(selection, page->elements[i]);
    for (size_t i = 1; i < page->element_count; i++)
        if (page->elements[i]->parent->cards >= CARDS_AT_LEAST && select__is_card(selection, page->elements[i]))
            select__drop_range(selection, page->elements[i]->first, page->elements[i]->end);
    select__sum(selection);
}

/* ---- the text's element ------------------------------------------------------------------------------------------- */

/* Of the elements of that part the one with most worth, the innermost among about equals; NULL: none. */
static const struct html_element *select__best(const struct selection *selection, unsigned part, const struct html_element *inside)
{
    const struct html_page *const page = selection->page;
    const struct html_element *best = NULL;
    for (size_t i = 0; i < page->element_count; i++) {
        const struct html_element *const element = page->elements[i];
        if (!(element->parts & part) || (inside && (element->first < inside->first || element->end > inside->end)))
            continue;
        const size_t worth = select__worth(selection, element), most = best ? select__worth(selection, best) : 0;
        const bool within = best && element->first >= best->first && element->end <= best->end;
        if (worth > most || (within && worth * 20 >= most * 19 && worth))
            best = element;
    }
    return best;
}

/* Goes down while one child holds most of the worth, and of the words. */
static const struct html_element *select__descend(const struct selection *selection, const struct html_element *from, size_t percent)
{
    const struct html_page *const page = selection->page;
    size_t words = select__words(selection, from);
    for (size_t i = 0; i < page->element_count; i++) {
        const struct html_element *const element = page->elements[i];
        if (element->parent == from && (element->parts & ELEMENT_BLOCK) &&
            select__worth(selection, element) * 100 >= select__worth(selection, from) * percent && select__worth(selection, element)) {
            const size_t inside = select__words(selection, element);
            if (inside * 100 < words * WORDS_PERCENT)
                continue;
            from = element;
            words = inside;
        }
    }
    return from;
}

/* The worth of all elements in one that are named to be text; one inside another counts once. */
static size_t select__worth_of_bodies(const struct selection *selection, const struct html_element *around)
{
    const struct html_page *const page = selection->page;
    size_t worth = 0, end = around->first;
    for (size_t i = around->number; i < page->element_count && page->elements[i]->first < around->end; i++) {
        const struct html_element *const element = page->elements[i];
        if (!(element->parts & ELEMENT_BODY) || element->first < end || element->end > around->end)
            continue;
        worth += select__worth(selection, element);
        end = element->end;
    }
    return worth;
}

/* Text is often in several elements that are named so, one a paragraph or section: the innermost around the best one that holds nearly all that is in them, up to a limit. */
static const struct html_element *select__around_bodies(const struct selection *selection, const struct html_element *best, const struct html_element *limit)
{
    const size_t all = select__worth_of_bodies(selection, limit);
    const struct html_element *around = best;
    size_t looked = 0;
    while (around != limit && around->parent && looked++ < BODIES_LEVELS && select__worth_of_bodies(selection, around) * 100 < all * BODIES_PERCENT)
        around = around->parent;
    return around;
}

static const struct html_element *select__element(const struct selection *selection)
{
    const struct html_page *const page = selection->page;
    const size_t all = selection->worth[page->block_count];
    const struct html_element *const scope = select__best(selection, ELEMENT_SCOPE, NULL);
    const bool good_scope = scope && select__worth(selection, scope) * 10 >= all * 4;
    const struct html_element *const body = select__best(selection, ELEMENT_BODY, good_scope ? scope : NULL);
    if (body && select__worth(selection, body) * 10 >= (good_scope ? select__worth(selection, scope) : all) * 4)
        return select__around_bodies(selection, body, good_scope ? scope : page->elements[0]);
    return select__descend(selection, good_scope ? scope : page->elements[0], DESCEND_PERCENT);
}

/* ---- blocks -------------------------------------------------------------------------------------------------------- */

static bool block__is(const struct html_block *block, const char *tag)
{
    return strcmp((const char *)block->element->node->name, tag) == 0;
}

/* "Mehr zum Thema:", "Foto: …" */
static bool select__is_mark(const struct selection *selection, const struct html_block *block)
{
    struct form_match match;
    const struct span line = {0, (uint32_t)block->length};
    return block->length <= LONGEST_MARK && forms_find(selection->forms, block->text, line, 0, &match) && match.span.end_byte == line.end_byte;
}

/* Drops what follows a line that ends the report, to the end of the innermost element that holds both: where the report has begun by then and is not the lesser part of it. */
static void select__end(struct selection *selection, const struct html_element *text, size_t block)
{
    struct html_page *const page = selection->page;
    const struct html_element *around = page->blocks[block].element;
    while (around->parent && around->end <= block + 1)
        around = around->parent;
    const size_t end = around->end < text->end ? around->end : text->end, begin = around->first > text->first ? around->first : text->first;
    const size_t before = selection->worth[block] - selection->worth[text->first], inside = selection->worth[block] - selection->worth[begin], behind = selection->worth[end] - selection->worth[block + 1];
    if (before >= LEAST_TEXT && (!inside || inside >= behind))
        select__drop_range(selection, block, end);
}

/* What stands in the text's element and is none of it: links, short labels. */
static bool block__is_label(const struct html_block *block)
{
    if (block->link_bytes * 2 > block->length)
        return !(block__is(block, "p") && block->length - block->link_bytes >= SHORTEST_PROSE);
    return block->length < 3 || (block->length < SHORTEST_PROSE && !prose_ends_sentence(block->text, block->length) && block__is(block, "div"));
}

/* Where the report begins: behind the main heading that stands before the text's element in one that holds both, and is named so or holds
 * little more; without a heading at the begin of such a one. Blocks before the text are looked at once, however deep it stands. */
static size_t select__begin(const struct selection *selection, const struct html_element *text)
{
    const struct html_block *const blocks = selection->page->blocks;
    const struct html_element *scope = text;
    size_t looked = text->first;                     /* blocks from here to the text are looked at */
    bool found = false;
    for (const struct html_element *around = text; around; around = around->parent) {
        const bool little_more = select__worth(selection, around) <= select__worth(selection, text) * 7 / 5 + LEAST_TEXT;
        while (!found && looked > around->first) {
            looked--;
            found = blocks[looked].heading && block__is(&blocks[looked], "h1");
        }
        if (found && looked + 1 < text->first && (little_more || (around->parts & ELEMENT_SCOPE)))
            return looked + 1;
        scope = little_more && (around->parts & ELEMENT_SCOPE) ? around : scope;
    }
    return (scope->parts & ELEMENT_SCOPE) ? scope->first : text->first;
}

/* What stands before the main heading inside the text's element is around the report, where it is little. */
static size_t select__behind_heading(const struct selection *selection, const struct html_element *text, size_t begin)
{
    const size_t heading = selection->heading_block;
    if (!selection->heading || heading <= begin || heading >= text->end)
        return begin;
    return (selection->worth[heading] - selection->worth[begin]) * 100 < select__worth(selection, text) * BEFORE_PERCENT ? heading : begin;
}

static void select__blocks(struct selection *selection, const struct html_element *text)
{
    struct html_page *const page = selection->page;
    const size_t begin = select__behind_heading(selection, text, select__begin(selection, text));
    for (size_t i = text->first; i < text->end; i++) {
        const struct html_block *const block = &page->blocks[i];
        if (!block->dropped && block->length <= LONGEST_MARK && forms_ends(selection->forms, block->text, (struct span){0, (uint32_t)block->length}, block->heading))
            select__end(selection, text, i);
    }
    for (size_t i = 0; i < page->block_count; i++) {
        struct html_block *const block = &page->blocks[i];
        const bool lead = i >= begin && i < text->first;
        if (i < begin || i >= text->end || (lead && !block__worth(block)))
            block->dropped = true;
        else if (block->heading ? block->link_bytes * 2 > block->length : block__is_label(block))
            block->dropped = true;
        else if ((selection->heading && i == selection->heading_block) || select__is_mark(selection, block))
            block->dropped = true;
    }
    bool text_follows = false;
    for (size_t i = page->block_count; i-- > 0;) {
        struct html_block *const block = &page->blocks[i];
        block->dropped |= block->heading && !text_follows;
        text_follows = block->dropped ? text_follows : true;
    }
}

static size_t select__left(const struct html_page *page)
{
    size_t left = 0;
    for (size_t i = 0; i < page->block_count; i++)
        left += page->blocks[i].dropped ? 0 : page->blocks[i].length;
    return left;
}

bool html_select_text(struct html_page *page, const struct forms *forms, struct laut_error *error)
{
    /* What is dropped at first, and less where too few bytes are left. */
    static const struct { unsigned parts; bool cards; size_t least; } passes[] = {
        {ELEMENT_DROP | ELEMENT_SOFT, true, LEAST_TEXT}, {ELEMENT_DROP, true, LEAST_TEXT / 2}, {ELEMENT_DROP, false, LEAST_TEXT}, {ELEMENT_WALL, false, 1}, {0, false, 0}};
    struct selection selection = {.page = page, .forms = forms, .worth = arena_take(page->arena, page->block_count + 1, sizeof *selection.worth, error)};
    selection.words = selection.worth ? arena_take(page->arena, page->block_count + 1, sizeof *selection.words, error) : NULL;
    if (!selection.words || !page->element_count)
        return selection.words != NULL;
    select__find_heading(&selection);
    for (size_t pass = 0; pass < sizeof passes / sizeof passes[0]; pass++) {
        for (size_t i = 0; i < page->block_count; i++)
            page->blocks[i].dropped = false;
        select__sum(&selection);
        select__drop_elements(&selection, passes[pass].parts);
        if (passes[pass].cards)
            select__drop_cards(&selection);
        select__blocks(&selection, select__element(&selection));
        if (select__left(page) >= passes[pass].least)
            break;
    }
    return true;
}
