/* report/pieces.h: the pieces of a text of which layout.c and layout_head.c tell what they are: paragraphs, or parts of a line that a form takes.
 *
 *     "Krieg in der Ukraine\nStand: 05.01.2024\n\nRussland hat …"  ->  three pieces of lines, the second cut by a form
 */
#ifndef REPORT_PIECES_H
#define REPORT_PIECES_H

#include "report/form.h"

enum { HEAD_PIECES = 8 };            /* so many may stand before the first prose */

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

bool piece_is_space(char c);
/* Without white space around; may be empty. */
struct span piece_trim(const char *text, struct span span);
size_t piece_length(struct span span);
uint32_t piece_last_letter(const char *text, struct span span);
bool piece_ends_sentence(const char *text, struct span span);
/* Ends like a sentence, or is long. */
bool piece_is_prose(const char *text, const struct piece *piece);

/* Appends a piece, trimmed; an empty one is left out. */
bool pieces_add(struct layout *layout, struct pieces *list, struct piece piece) __attribute__((warn_unused_result));
/* The text's lines into layout->lines; those of a paragraph that an editor broke (joined: of every block) are one. */
bool pieces_of_lines(struct layout *layout, bool joined) __attribute__((warn_unused_result));

/* Tells kicker, title and lead among layout->pieces (layout_head.c). */
bool layout_find_title(struct layout *layout) __attribute__((warn_unused_result));

#endif
