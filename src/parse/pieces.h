/* parse/pieces.h: see pieces.c.
 *
 *     "Sie rügten die Wahl; ihr Leiter verlangte eine Prüfung."     two pieces: 6 words and 6 words
 */
#ifndef PARSE_PIECES_H
#define PARSE_PIECES_H

#include "report/document.h"

enum { PIECES_LONGEST = 240 };

/* How many of the sentence's words from that one on (counted from the sentence's first) are read as one piece. */
uint32_t pieces_size(const struct document *document, struct token_range sentence, uint32_t from);

#endif
