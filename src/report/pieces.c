/* report/pieces.c: cuts a text into lines and paragraphs. */
#include "report/pieces.h"

#include "report/prose.h"

#include <string.h>

enum { LONGEST_WRAPPED_LINE = 110, SHORTEST_WRAPPED_LINE = 40, LONGEST_HEAD_LINE = 200 };

bool piece_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

struct span piece_trim(const char *text, struct span span)
{
    while (span.begin_byte < span.end_byte && piece_is_space(text[span.begin_byte]))
        span.begin_byte++;
    while (span.end_byte > span.begin_byte && piece_is_space(text[span.end_byte - 1]))
        span.end_byte--;
    return span;
}

size_t piece_length(struct span span)
{
    return span.end_byte - span.begin_byte;
}

bool pieces_add(struct layout *layout, struct pieces *list, struct piece piece)
{
    piece.span = piece_trim(layout->document->text, piece.span);
    if (!piece_length(piece.span))
        return true;
    struct piece *const place = arena_append(layout->document->arena, &list->items, &list->count, &list->capacity, sizeof *place,
                                             layout->error);
    if (place)
        *place = piece;
    return place != NULL;
}

uint32_t piece_last_letter(const char *text, struct span span)
{
    return prose_last(text + span.begin_byte, piece_length(span));
}

bool piece_ends_sentence(const char *text, struct span span)
{
    return prose_ends_sentence(text + span.begin_byte, piece_length(span));
}

bool piece_is_prose(const char *text, const struct piece *piece)
{
    return piece_length(piece->span) > LONGEST_HEAD_LINE || piece_ends_sentence(text, piece->span);
}

/* ---- lines ---------------------------------------------------------------------------------------------------- */

static struct span pieces__line(const char *text, size_t at, size_t end)
{
    const char *const stop = memchr(text + at, '\n', end - at);
    return piece_trim(text, (struct span){(uint32_t)at, (uint32_t)(stop ? (size_t)(stop - text) : end)});
}

/* Whether the lines are one paragraph that an editor broke: about as long as each other and not all whole sentences. */
static bool pieces__are_wrapped(const char *text, const struct piece *lines, size_t count)
{
    size_t longest = 0, shortest = SIZE_MAX, whole = 0;
    for (size_t i = 0; i < count; i++) {
        const size_t length = piece_length(lines[i].span);
        longest = length > longest ? length : longest;
        if (i + 1 < count) {
            shortest = length < shortest ? length : shortest;
            whole += piece_ends_sentence(text, lines[i].span);
        }
    }
    return count > 1 && longest <= LONGEST_WRAPPED_LINE && longest >= SHORTEST_WRAPPED_LINE && shortest * 10 >= longest * 6 &&
           whole + 1 < count;
}

/* The lines of one block as one piece or as one each. */
static bool pieces__block(struct layout *layout, const struct piece *lines, size_t count, bool joined)
{
    const char *const text = layout->document->text;
    if (count && (joined || pieces__are_wrapped(text, lines, count)))
        return pieces_add(layout, &layout->lines,
                           (struct piece){.span = {lines[0].span.begin_byte, lines[count - 1].span.end_byte}});
    for (size_t i = 0; i < count; i++)
        if (!pieces_add(layout, &layout->lines, lines[i]))
            return false;
    return true;
}

bool pieces_of_lines(struct layout *layout, bool joined)
{
    const char *const text = layout->document->text;
    const size_t end = layout->document->text_bytes;
    struct pieces block = {.count = 0};
    for (size_t at = 0; at < end;) {
        const struct span line = pieces__line(text, at, end);
        const char *const stop = memchr(text + at, '\n', end - at);
        at = stop ? (size_t)(stop - text) + 1 : end;
        if (!pieces_add(layout, &block, (struct piece){.span = line}))
            return false;
        if (piece_length(line) && at < end)
            continue;
        if (!pieces__block(layout, block.items, block.count, joined))
            return false;
        block.count = 0;
    }
    return pieces__block(layout, block.items, block.count, joined);
}
