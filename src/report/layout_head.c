/* report/layout_head.c: kicker, title and lead of a report: what stands before its first prose, or around the title that is known. A kicker and a title on one line are parted
 * where two capitals stand side by side that are no name of the text. */
#include "report/pieces.h"

#include "base/utf8.h"

#include <string.h>

enum { LONGEST_HEADLINE = 120, KICKER_WORDS = 6, SHORTEST_TITLE_BYTES = 12 };

/* A headline may ask or shout. */
static bool layout__is_headline(const char *text, const struct piece *piece)
{
    const uint32_t c = piece_last_letter(text, piece->span);
    return piece_length(piece->span) <= LONGEST_HEADLINE && (c == '?' || c == '!') &&
           !memchr(text + piece->span.begin_byte, '.', piece_length(piece->span));
}

static void layout__tell(struct piece *piece, enum paragraph_kind kind)
{
    piece->kind = kind;
    piece->known = true;
}

/* Makes room for *more* pieces behind index, for the caller to fill. */
static bool layout__open(struct layout *layout, size_t index, size_t more)
{
    for (size_t i = 0; i < more; i++) {
        const size_t old = layout->pieces.count;
        if (!pieces_add(layout, &layout->pieces, layout->pieces.items[index]))
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
    const struct span before = piece_trim(text, (struct span){whole.span.begin_byte, title.begin_byte});
    const struct span behind = piece_trim(text, (struct span){title.end_byte, whole.span.end_byte});
    const bool has_before = piece_length(before) > 0, has_behind = piece_length(behind) > 0;
    if (!layout__open(layout, index, (size_t)has_before + has_behind))
        return false;
    struct piece *piece = &layout->pieces.items[index];
    if (has_before)
        *piece++ = (struct piece){before, PARAGRAPH_KICKER, true, false};
    *title_index = (size_t)(piece - layout->pieces.items);
    *piece++ = (struct piece){piece_trim(text, title), PARAGRAPH_TITLE, true, false};
    if (has_behind)
        *piece = (struct piece){behind, PARAGRAPH_BODY, false, whole.before_mark};
    return true;
}

/* The report's own title in a piece of the head; its place, or a span of length 0. */
static struct span layout__known_title(const struct layout *layout, const struct piece *piece)
{
    const char *const title = layout->document->report.title, *const text = layout->document->text;
    const size_t length = strlen(title);
    const char *const at = length ? memmem(text + piece->span.begin_byte, piece_length(piece->span), title, length) : NULL;
    if (piece->known || !at || (length < SHORTEST_TITLE_BYTES && length != piece_length(piece->span)) ||
        (piece_is_prose(text, piece) && length * 2 < piece_length(piece->span)))
        return (struct span){0, 0};
    return (struct span){(uint32_t)(at - text), (uint32_t)(at - text + (ptrdiff_t)length)};
}

/* Whether two neighbours stand together elsewhere in the text: then they are one name. */
static bool layout__is_pair(const struct layout *layout, struct span words, size_t line_end)
{
    const char *const text = layout->document->text;
    return memmem(text + line_end, layout->document->text_bytes - line_end, text + words.begin_byte, piece_length(words)) != NULL;
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
        while (end < line.end_byte && !piece_is_space(text[end]))
            end++;
        if (capital && previous != SIZE_MAX &&
            !layout__is_pair(layout, (struct span){(uint32_t)previous, (uint32_t)end}, line.end_byte))
            return at;
        const uint32_t last = utf8_decode(text + end - 1, 1, &length);
        previous = capital && last != ':' && last != ',' && last != '-' ? at : SIZE_MAX;
        at = end;
        while (at < line.end_byte && piece_is_space(text[at]))
            at++;
    }
    return line.begin_byte;
}

/* Whether the first piece of a head is a kicker over the second: a few words, fewer than the title has, and no question or quotation. */
static bool layout__is_kicker(const char *text, struct span first, struct span second)
{
    size_t words = 1, length;
    const uint32_t begin = utf8_decode(text + first.begin_byte, piece_length(first), &length);
    for (size_t at = first.begin_byte; at < first.end_byte; at++)
        words += piece_is_space(text[at]);
    return piece_length(first) < piece_length(second) && words < KICKER_WORDS && !piece_ends_sentence(text, first) &&
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
        if (piece_is_prose(text, piece) && !(layout__is_headline(text, piece) && count < 2))
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
        report->title = arena_copy_string(layout->document->arena, layout->document->text + span.begin_byte, piece_length(span),
                                          layout->error);
    for (size_t i = 0; i < title_index; i++)
        if (!layout->pieces.items[i].known)
            layout__tell(&layout->pieces.items[i], PARAGRAPH_KICKER);
    const char *const text = layout->document->text;
    for (size_t i = title_index + 1; i < layout->pieces.count; i++) {
        struct piece *const piece = &layout->pieces.items[i];
        if (!piece->known && piece_is_prose(text, piece))
            break;
        if (!piece->known)
            layout__tell(piece, PARAGRAPH_LEAD);
    }
    return report->title != NULL;
}

bool layout_find_title(struct layout *layout)
{
    size_t head[HEAD_PIECES];
    if (layout->document->report.title) {
        for (size_t i = 0; i < layout->pieces.count && i < HEAD_PIECES; i++) {
            const struct span title = layout__known_title(layout, &layout->pieces.items[i]);
            if (piece_length(title))
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
