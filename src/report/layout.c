/* report/layout.c: cuts the text into pieces (paragraphs, or parts of a line that a form takes), then tells each piece's kind.
 *
 * What a form fits is a mark. Prose ends like a sentence or is long; what stands before the first prose is the head: kicker,
 * title, subtitle. A short piece without a sentence's end between prose is a heading. */
#include "report/layout.h"

#include "base/utf8.h"
#include "report/prose.h"

#include <string.h>

enum { LONGEST_WRAPPED_LINE = 110, SHORTEST_WRAPPED_LINE = 40, LONGEST_HEAD_LINE = 200, LONGEST_HEADING = 120, HEAD_PIECES = 8,
       TAIL_PIECES = 3, LONGEST_LINE_WITH_DATE = 400, LONGEST_REMAINS = 60, KICKER_WORDS = 6, SHORTEST_TITLE_BYTES = 12 };

struct piece {
    struct span span;
    enum paragraph_kind kind;
    bool known;                      /* kind is told already */
    bool before_mark;                /* a mark follows in the same line */
};

struct pieces {
    struct piece *items;
    size_t count, capacity;
};

struct layout {
    struct document *document;
    const struct forms *forms;
    struct pieces lines, pieces;
    struct laut_error *error;
};

/* ---- text ---------------------------------------------------------------------------------------------------- */

static bool layout__is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

static struct span layout__trim(const char *text, struct span span)
{
    while (span.begin_byte < span.end_byte && layout__is_space(text[span.begin_byte]))
        span.begin_byte++;
    while (span.end_byte > span.begin_byte && layout__is_space(text[span.end_byte - 1]))
        span.end_byte--;
    return span;
}

static size_t layout__length(struct span span)
{
    return span.end_byte - span.begin_byte;
}

static bool layout__add(struct layout *layout, struct pieces *list, struct piece piece)
{
    piece.span = layout__trim(layout->document->text, piece.span);
    if (!layout__length(piece.span))
        return true;
    struct piece *const place = arena_append(layout->document->arena, &list->items, &list->count, &list->capacity, sizeof *place,
                                             layout->error);
    if (place)
        *place = piece;
    return place != NULL;
}

static uint32_t layout__last(const char *text, struct span span)
{
    return prose_last(text + span.begin_byte, layout__length(span));
}

static bool layout__ends_sentence(const char *text, struct span span)
{
    return prose_ends_sentence(text + span.begin_byte, layout__length(span));
}

static bool layout__is_prose(const char *text, const struct piece *piece)
{
    return layout__length(piece->span) > LONGEST_HEAD_LINE || layout__ends_sentence(text, piece->span);
}

/* A headline may ask or shout. */
static bool layout__is_headline(const char *text, const struct piece *piece)
{
    const uint32_t c = layout__last(text, piece->span);
    return layout__length(piece->span) <= LONGEST_HEADING && (c == '?' || c == '!') &&
           !memchr(text + piece->span.begin_byte, '.', layout__length(piece->span));
}

/* ---- lines ---------------------------------------------------------------------------------------------------- */

static struct span layout__line(const char *text, size_t at, size_t end)
{
    const char *const stop = memchr(text + at, '\n', end - at);
    return layout__trim(text, (struct span){(uint32_t)at, (uint32_t)(stop ? (size_t)(stop - text) : end)});
}

/* Whether the lines are one paragraph that an editor broke: about as long as each other and not all whole sentences. */
static bool layout__is_wrapped(const char *text, const struct piece *lines, size_t count)
{
    size_t longest = 0, shortest = SIZE_MAX, whole = 0;
    for (size_t i = 0; i < count; i++) {
        const size_t length = layout__length(lines[i].span);
        longest = length > longest ? length : longest;
        if (i + 1 < count) {
            shortest = length < shortest ? length : shortest;
            whole += layout__ends_sentence(text, lines[i].span);
        }
    }
    return count > 1 && longest <= LONGEST_WRAPPED_LINE && longest >= SHORTEST_WRAPPED_LINE && shortest * 10 >= longest * 6 &&
           whole + 1 < count;
}

/* The lines of one block as one piece or as one each. */
static bool layout__block(struct layout *layout, const struct piece *lines, size_t count, bool joined)
{
    const char *const text = layout->document->text;
    if (count && (joined || layout__is_wrapped(text, lines, count)))
        return layout__add(layout, &layout->lines,
                           (struct piece){.span = {lines[0].span.begin_byte, lines[count - 1].span.end_byte}});
    for (size_t i = 0; i < count; i++)
        if (!layout__add(layout, &layout->lines, lines[i]))
            return false;
    return true;
}

static bool layout__lines(struct layout *layout, bool joined)
{
    const char *const text = layout->document->text;
    const size_t end = layout->document->text_bytes;
    struct pieces block = {.count = 0};
    for (size_t at = 0; at < end;) {
        const struct span line = layout__line(text, at, end);
        const char *const stop = memchr(text + at, '\n', end - at);
        at = stop ? (size_t)(stop - text) + 1 : end;
        if (!layout__add(layout, &block, (struct piece){.span = line}))
            return false;
        if (layout__length(line) && at < end)
            continue;
        if (!layout__block(layout, block.items, block.count, joined))
            return false;
        block.count = 0;
    }
    return layout__block(layout, block.items, block.count, joined);
}

/* ---- forms ---------------------------------------------------------------------------------------------------- */

static bool layout__note_agencies(struct report *report, const struct form_match *match)
{
    for (size_t i = 0; i < match->agency_count; i++) {
        bool known = report->agency_count == REPORT_AGENCIES_AT_MOST;
        for (size_t j = 0; j < report->agency_count && !known; j++)
            known = strcmp(report->agencies[j], match->agencies[i]) == 0;
        if (!known)
            report->agencies[report->agency_count++] = match->agencies[i];
    }
    return true;
}

/* Published is the earlier of two days, modified the later. */
static bool layout__note(struct layout *layout, const struct form_match *match)
{
    struct report *const report = &layout->document->report;
    const enum form_class form_class = match->form->form_class;
    (void)layout__note_agencies(report, match);
    if (timestamp_day(&match->timestamp) == DAY_NONE || (form_class != FORM_PUBLISHED && form_class != FORM_MODIFIED && form_class != FORM_DATELINE))
        return true;
    const char *const written = timestamp_write(&match->timestamp, layout->document->arena, layout->error);
    if (!written)
        return false;
    if (form_class == FORM_MODIFIED) {
        report->modified = report->modified ? report->modified : written;
    } else if (!report->published) {
        report->published = written;
        report->published_basis = match->form->basis[0] ? match->form->basis : "dateline";
    } else if (!report->modified && strcmp(report->published, written) < 0 && form_class == FORM_PUBLISHED &&
               strncmp(report->published, written, strlen(report->published)) != 0) {
        report->modified = written;
    }
    return true;
}

static size_t layout__skip_gap(const char *text, struct span span, size_t at)
{
    size_t length;
    while (at < span.end_byte) {
        const uint32_t c = utf8_decode(text + at, span.end_byte - at, &length);
        if (!utf8_is_space(c) && c != '|' && c != ',' && c != '-' && c != '/' && c != 0xB7 && c != 0x2022 && c != 0x2013 && c != 0x2014)
            break;
        at += length;
    }
    return at;
}

/* Whether a form may be looked for at all places of the line: in head and tail, where lines are short. */
static bool layout__is_edge(const struct layout *layout, size_t line)
{
    return (line < HEAD_PIECES || line + TAIL_PIECES >= layout->lines.count) &&
           layout__length(layout->lines.items[line].span) <= LONGEST_LINE_WITH_DATE;
}

static bool layout__dates(const struct form_match *match)
{
    return match->form->form_class == FORM_PUBLISHED || match->form->form_class == FORM_MODIFIED;
}

/* The next place from at on where a form fits; false: none. */
static bool layout__find(const struct layout *layout, size_t line, struct span rest, struct form_match *match)
{
    const char *const text = layout->document->text;
    const bool edge = layout__is_edge(layout, line);
    if (forms_find(layout->forms, text, rest, rest.begin_byte, match) && (edge || !layout__dates(match)) &&
        (line < HEAD_PIECES || match->form->form_class != FORM_DATELINE))
        return true;
    bool inside = true;
    for (size_t at = rest.begin_byte, length; edge && at < rest.end_byte; at += length) {
        const uint32_t c = utf8_decode(text + at, rest.end_byte - at, &length);
        const bool word = c != UTF8_INVALID && (utf8_is_letter(c) || utf8_is_digit(c));
        if (word && !inside && forms_find(layout->forms, text, rest, at, match) && match->form->place == FORM_WITHIN)
            return true;
        inside = word;
    }
    return false;
}

/* Cuts one line where forms fit. */
static bool layout__cut(struct layout *layout, size_t line)
{
    const char *const text = layout->document->text;
    struct span rest = layout->lines.items[line].span;
    struct form_match match;
    bool marked = false;
    while (layout__length(rest) && layout__find(layout, line, rest, &match)) {
        const bool prefix = match.form->place == FORM_BEGIN;
        const size_t behind = prefix ? match.span.end_byte : layout__skip_gap(text, rest, match.span.end_byte);
        const struct piece before = {.span = {rest.begin_byte, match.span.begin_byte}, .before_mark = true};
        const struct piece mark = {.span = match.span, .kind = PARAGRAPH_MARK, .known = true};
        if (!layout__note(layout, &match) || !layout__add(layout, &layout->pieces, before) ||
            !layout__add(layout, &layout->pieces, mark))
            return false;
        rest = layout__trim(text, (struct span){(uint32_t)behind, rest.end_byte});
        marked = !prefix;
    }
    const bool remains = marked && layout__length(rest) <= LONGEST_REMAINS && !layout__ends_sentence(text, rest);
    return layout__add(layout, &layout->pieces,
                       (struct piece){.span = rest, .kind = remains ? PARAGRAPH_MARK : PARAGRAPH_BODY, .known = remains});
}

/* "… sagte er. (dpa/AFP)" */
static bool layout__signature(struct layout *layout)
{
    struct piece *const last = layout->pieces.count ? &layout->pieces.items[layout->pieces.count - 1] : NULL;
    const char *const text = layout->document->text;
    struct form_match match;
    if (!last || last->known || text[last->span.end_byte - 1] != ')')
        return true;
    const char *const open = memrchr(text + last->span.begin_byte, '(', layout__length(last->span));
    if (!open || open == text + last->span.begin_byte)
        return true;
    const struct span bracket = {(uint32_t)(open - text), last->span.end_byte};
    if (!forms_find(layout->forms, text, bracket, bracket.begin_byte, &match) || match.form->form_class != FORM_DATELINE ||
        match.span.end_byte != bracket.end_byte)
        return true;
    last->span = layout__trim(text, (struct span){last->span.begin_byte, bracket.begin_byte});
    return layout__note_agencies(&layout->document->report, &match) &&
           layout__add(layout, &layout->pieces, (struct piece){.span = bracket, .kind = PARAGRAPH_MARK, .known = true});
}

/* ---- head ----------------------------------------------------------------------------------------------------- */

static bool layout__tell(struct piece *piece, enum paragraph_kind kind)
{
    piece->kind = kind;
    return piece->known = true;
}

/* Makes room for *more* pieces behind index, for the caller to fill. */
static bool layout__open(struct layout *layout, size_t index, size_t more)
{
    for (size_t i = 0; i < more; i++) {
        const size_t old = layout->pieces.count;
        if (!layout__add(layout, &layout->pieces, layout->pieces.items[index]))
            return false;
        memmove(&layout->pieces.items[index + 1], &layout->pieces.items[index], (old - index) * sizeof *layout->pieces.items);
    }
    return true;
}

/* Splits a piece into kicker, title and what is behind; the index of the title. */
static bool layout__split(struct layout *layout, size_t index, struct span title, size_t *title_index)
{
    const char *const text = layout->document->text;
    const struct piece whole = layout->pieces.items[index];
    const struct span before = layout__trim(text, (struct span){whole.span.begin_byte, title.begin_byte});
    const struct span behind = layout__trim(text, (struct span){title.end_byte, whole.span.end_byte});
    const bool has_before = layout__length(before) > 0, has_behind = layout__length(behind) > 0;
    if (!layout__open(layout, index, (size_t)has_before + has_behind))
        return false;
    struct piece *piece = &layout->pieces.items[index];
    if (has_before)
        *piece++ = (struct piece){before, PARAGRAPH_KICKER, true, false};
    *title_index = (size_t)(piece - layout->pieces.items);
    *piece++ = (struct piece){layout__trim(text, title), PARAGRAPH_TITLE, true, false};
    if (has_behind)
        *piece = (struct piece){behind, PARAGRAPH_BODY, false, whole.before_mark};
    return true;
}

/* The report's own title in a piece of the head; its place, or a span of length 0. */
static struct span layout__known_title(const struct layout *layout, const struct piece *piece)
{
    const char *const title = layout->document->report.title, *const text = layout->document->text;
    const size_t length = strlen(title);
    const char *const at = length ? memmem(text + piece->span.begin_byte, layout__length(piece->span), title, length) : NULL;
    if (piece->known || !at || (length < SHORTEST_TITLE_BYTES && length != layout__length(piece->span)) ||
        (layout__is_prose(text, piece) && length * 2 < layout__length(piece->span)))
        return (struct span){0, 0};
    return (struct span){(uint32_t)(at - text), (uint32_t)(at - text + (ptrdiff_t)length)};
}

/* Whether two neighbours stand together elsewhere in the text: then they are one name. */
static bool layout__is_pair(const struct layout *layout, struct span words, size_t line_end)
{
    const char *const text = layout->document->text;
    return memmem(text + line_end, layout->document->text_bytes - line_end, text + words.begin_byte, layout__length(words)) != NULL;
}

/* Where the title begins in "Angriffe auf die Ukraine Russland setzt …": at the first capital behind a word with a capital, unless
 * the two are one name. The piece's begin: nowhere. */
static size_t layout__title_begin(const struct layout *layout, struct span line)
{
    const char *const text = layout->document->text;
    size_t previous = SIZE_MAX, words = 0, length;
    for (size_t at = line.begin_byte; at < line.end_byte && words <= KICKER_WORDS; words++) {
        const bool capital = utf8_is_upper(utf8_decode(text + at, line.end_byte - at, &length));
        size_t end = at;
        while (end < line.end_byte && !layout__is_space(text[end]))
            end++;
        if (capital && previous != SIZE_MAX &&
            !layout__is_pair(layout, (struct span){(uint32_t)previous, (uint32_t)end}, line.end_byte))
            return at;
        const uint32_t last = utf8_decode(text + end - 1, 1, &length);
        previous = capital && last != ':' && last != ',' && last != '-' ? at : SIZE_MAX;
        at = end;
        while (at < line.end_byte && layout__is_space(text[at]))
            at++;
    }
    return line.begin_byte;
}

/* Whether the first piece of a head is a kicker over the second: a few words, fewer than the title has, and no question or quotation. */
static bool layout__is_kicker(const char *text, struct span first, struct span second)
{
    size_t words = 1, length;
    const uint32_t begin = utf8_decode(text + first.begin_byte, layout__length(first), &length);
    for (size_t at = first.begin_byte; at < first.end_byte; at++)
        words += layout__is_space(text[at]);
    return layout__length(first) < layout__length(second) && words < KICKER_WORDS && !layout__ends_sentence(text, first) &&
           (utf8_is_letter(begin) || utf8_is_digit(begin));
}

/* Which of the head's pieces is the title. */
static size_t layout__pick_title(const struct layout *layout, const size_t *head, size_t count)
{
    const struct piece *const pieces = layout->pieces.items;
    const bool kicker = count > 1 && head[1] == head[0] + 1 &&
                        layout__is_kicker(layout->document->text, pieces[head[0]].span, pieces[head[1]].span);
    return head[kicker];
}

/* Indexes of the unknown pieces before the first prose. */
static size_t layout__head(const struct layout *layout, size_t head[HEAD_PIECES])
{
    const char *const text = layout->document->text;
    size_t count = 0;
    for (size_t i = 0; i < layout->pieces.count && count < HEAD_PIECES; i++) {
        const struct piece *const piece = &layout->pieces.items[i];
        if (piece->known)
            continue;
        if (layout__is_prose(text, piece) && !(layout__is_headline(text, piece) && count < 2))
            return count;
        head[count++] = i;
    }
    return 0;                        /* no prose at all: the text is its body */
}

static bool layout__take_title(struct layout *layout, size_t index, struct span title)
{
    struct report *const report = &layout->document->report;
    size_t title_index;
    if (!layout__split(layout, index, title, &title_index))
        return false;
    const struct span span = layout->pieces.items[title_index].span;
    report->title_in_text = true;
    if (!report->title)
        report->title = arena_copy_string(layout->document->arena, layout->document->text + span.begin_byte, layout__length(span),
                                          layout->error);
    for (size_t i = 0; i < title_index; i++)
        if (!layout->pieces.items[i].known)
            (void)layout__tell(&layout->pieces.items[i], PARAGRAPH_KICKER);
    const char *const text = layout->document->text;
    for (size_t i = title_index + 1; i < layout->pieces.count; i++) {
        struct piece *const piece = &layout->pieces.items[i];
        if (!piece->known && layout__is_prose(text, piece))
            break;
        if (!piece->known)
            (void)layout__tell(piece, PARAGRAPH_LEAD);
    }
    return report->title != NULL;
}

static bool layout__find_title(struct layout *layout)
{
    size_t head[HEAD_PIECES];
    if (layout->document->report.title) {
        for (size_t i = 0; i < layout->pieces.count && i < HEAD_PIECES; i++) {
            const struct span title = layout__known_title(layout, &layout->pieces.items[i]);
            if (layout__length(title))
                return layout__take_title(layout, i, title);
        }
        return true;
    }
    const size_t count = layout__head(layout, head);
    if (!count)
        return true;
    const size_t index = layout__pick_title(layout, head, count);
    struct span title = layout->pieces.items[index].span;
    if (layout->pieces.items[index].before_mark && count == 1)
        title.begin_byte = (uint32_t)layout__title_begin(layout, title);
    return layout__take_title(layout, index, title);
}

/* ---- body ----------------------------------------------------------------------------------------------------- */

static bool layout__is_heading(const char *text, struct span span)
{
    size_t length;
    const uint32_t first = utf8_decode(text + span.begin_byte, layout__length(span), &length), last = layout__last(text, span);
    return layout__length(span) <= LONGEST_HEADING && !layout__ends_sentence(text, span) && last != ',' && last != ';' &&
           (utf8_is_upper(first) || utf8_is_digit(first) || first == '"' || first == 0xAB || first == 0xBB || first == 0x201E);
}

static bool layout__body(struct layout *layout)
{
    struct document *const document = layout->document;
    struct report *const report = &document->report;
    size_t last_body = layout->pieces.count, bodies = 0, first_body = SIZE_MAX;
    while (last_body > 0 && layout->pieces.items[last_body - 1].known)
        last_body--;
    for (size_t i = 0; i < layout->pieces.count; i++) {
        struct piece *const piece = &layout->pieces.items[i];
        if (piece->known)
            continue;
        if (bodies && i + 1 < last_body && layout__is_heading(document->text, piece->span))
            piece->kind = PARAGRAPH_HEADING;
        else if (bodies++ == 0)
            first_body = i;
    }
    if (report->title_in_text && bodies > 1)
        layout->pieces.items[first_body].kind = PARAGRAPH_LEAD;
    for (size_t i = 0; i < layout->pieces.count && report->title_in_text && !report->lead; i++) {
        const struct piece *const piece = &layout->pieces.items[i];
        if (piece->kind == PARAGRAPH_LEAD && layout__ends_sentence(document->text, piece->span)) {
            report->lead = arena_copy_string(document->arena, document->text + piece->span.begin_byte, layout__length(piece->span),
                                             layout->error);
            return report->lead != NULL;
        }
    }
    return true;
}

static bool layout__finish(struct layout *layout, const struct pieces *pieces)
{
    struct document *const document = layout->document;
    struct paragraph *const paragraphs = arena_take(document->arena, pieces->count, sizeof *paragraphs, layout->error);
    if (!paragraphs)
        return false;
    for (size_t i = 0; i < pieces->count; i++)
        paragraphs[i] = (struct paragraph){pieces->items[i].span, pieces->items[i].kind};
    document->paragraphs = paragraphs;
    document->paragraph_count = pieces->count;
    return true;
}

bool layout_read(struct document *document, const struct forms *forms, struct laut_error *error)
{
    struct layout layout = {.document = document, .forms = forms, .error = error};
    if (!layout__lines(&layout, false))
        return false;
    for (size_t i = 0; i < layout.lines.count; i++)
        if (!layout__cut(&layout, i))
            return false;
    if (!layout__signature(&layout) || !layout__find_title(&layout) || !layout__body(&layout))
        return false;
    if (!document->report.published && document->report.modified) {
        document->report.published = document->report.modified;
        document->report.published_basis = "Stand";
    }
    return layout__finish(&layout, &layout.pieces);
}

bool layout_bare(struct document *document, struct laut_error *error)
{
    struct layout layout = {.document = document, .error = error};
    return layout__lines(&layout, true) && layout__finish(&layout, &layout.lines);
}
