/* report/layout.c: cuts the text into pieces (paragraphs, or parts of a line that a form takes), then tells each piece's kind.
 *
 * What a form fits is a mark. Prose ends like a sentence or is long; what stands before the first prose is the head: kicker,
 * title, subtitle. A short piece without a sentence's end between prose is a heading. */
#include "report/layout.h"

#include "base/utf8.h"
#include "report/pieces.h"
#include "report/ticker.h"

#include <string.h>

enum { LONGEST_HEADING = 120, TAIL_PIECES = 3, LONGEST_LINE_WITH_DATE = 400, LONGEST_REMAINS = 60 };

/* ---- forms ---------------------------------------------------------------------------------------------------- */

static void layout__note_agencies(struct report *report, const struct form_match *match)
{
    for (size_t i = 0; i < match->agency_count; i++) {
        bool known = report->agency_count == REPORT_AGENCIES_AT_MOST;
        for (size_t j = 0; j < report->agency_count && !known; j++)
            known = strcmp(report->agencies[j], match->agencies[i]) == 0;
        if (!known)
            report->agencies[report->agency_count++] = match->agencies[i];
    }
}

/* Published is the earlier of two days, modified the later. */
static bool layout__note(struct layout *layout, const struct form_match *match)
{
    struct report *const report = &layout->document->report;
    const enum form_class form_class = match->form->form_class;
    layout__note_agencies(report, match);
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
           piece_length(layout->lines.items[line].span) <= LONGEST_LINE_WITH_DATE;
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
    while (piece_length(rest) && layout__find(layout, line, rest, &match)) {
        const bool prefix = match.form->place == FORM_BEGIN;
        const size_t behind = prefix ? match.span.end_byte : layout__skip_gap(text, rest, match.span.end_byte);
        const struct piece before = {.span = {rest.begin_byte, match.span.begin_byte}, .before_mark = true};
        const struct piece mark = {.span = match.span, .kind = PARAGRAPH_MARK, .known = true};
        if (!layout__note(layout, &match) || !pieces_add(layout, &layout->pieces, before) ||
            !pieces_add(layout, &layout->pieces, mark))
            return false;
        rest = piece_trim(text, (struct span){(uint32_t)behind, rest.end_byte});
        marked = !prefix;
    }
    const bool remains = marked && piece_length(rest) <= LONGEST_REMAINS && !piece_ends_sentence(text, rest);
    return pieces_add(layout, &layout->pieces,
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
    const char *const open = memrchr(text + last->span.begin_byte, '(', piece_length(last->span));
    if (!open || open == text + last->span.begin_byte)
        return true;
    const struct span bracket = {(uint32_t)(open - text), last->span.end_byte};
    if (!forms_find(layout->forms, text, bracket, bracket.begin_byte, &match) || match.form->form_class != FORM_DATELINE ||
        match.span.end_byte != bracket.end_byte)
        return true;
    last->span = piece_trim(text, (struct span){last->span.begin_byte, bracket.begin_byte});
    layout__note_agencies(&layout->document->report, &match);
    return pieces_add(layout, &layout->pieces, (struct piece){.span = bracket, .kind = PARAGRAPH_MARK, .known = true});
}

/* ---- body ----------------------------------------------------------------------------------------------------- */

static bool layout__is_heading(const char *text, struct span span)
{
    size_t length;
    const uint32_t first = utf8_decode(text + span.begin_byte, piece_length(span), &length), last = piece_last_letter(text, span);
    return piece_length(span) <= LONGEST_HEADING && !piece_ends_sentence(text, span) && last != ',' && last != ';' &&
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
        if (piece->kind == PARAGRAPH_LEAD && piece_ends_sentence(document->text, piece->span)) {
            report->lead = arena_copy_string(document->arena, document->text + piece->span.begin_byte, piece_length(piece->span),
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
        paragraphs[i] = (struct paragraph){.span = pieces->items[i].span, .kind = pieces->items[i].kind};
    if (layout->forms)
        ticker_read_lines(paragraphs, pieces->count, layout->forms, document->text);
    document->paragraphs = paragraphs;
    document->paragraph_count = pieces->count;
    return true;
}

bool layout_read(struct document *document, const struct forms *forms, struct laut_error *error)
{
    struct layout layout = {.document = document, .forms = forms, .error = error};
    if (!pieces_of_lines(&layout, false))
        return false;
    for (size_t i = 0; i < layout.lines.count; i++)
        if (!layout__cut(&layout, i))
            return false;
    if (!layout__signature(&layout) || !layout_find_title(&layout) || !layout__body(&layout))
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
    return pieces_of_lines(&layout, true) && layout__finish(&layout, &layout.lines);
}
