/* text/scanner.h: a place in a paragraph and what stands around it, for the files of this room.
 *
 *     scanner at "5" of "am 5. Januar"  ->  text_next_word(scanner, behind the full stop) is the span of "Januar"
 */
#ifndef TEXT_SCANNER_H
#define TEXT_SCANNER_H

#include "base/utf8.h"
#include "text/tokenize.h"

#include <string.h>

struct scanner {
    const char *text;
    size_t begin, at, end;           /* the paragraph's bytes, and the place in it */
    const struct text_knowledge *knowledge;
    const struct raw_tokens *tokens; /* those before, of this paragraph from first_token on */
    size_t first_token;
    bool single_quote_open;
};

/* The code point at a place, 0 at the end. */
static inline uint32_t scan_codepoint(const struct scanner *scanner, size_t at)
{
    size_t length;
    return at < scanner->end ? utf8_decode(scanner->text + at, scanner->end - at, &length) : 0;
}

static inline size_t scan_step(const struct scanner *scanner, size_t at)
{
    size_t length;
    (void)utf8_decode(scanner->text + at, scanner->end - at, &length);
    return length;
}

/* Marks that show nothing: soft hyphen, zero-width space and joiners, byte order mark, variation selectors. */
static inline bool scan_is_invisible(uint32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

static inline bool scan_is_word(uint32_t c)
{
    return utf8_is_letter(c) || utf8_is_digit(c);
}

static inline bool scan_is_small(uint32_t c)
{
    return utf8_is_letter(c) && !utf8_is_upper(c);
}

/* Bytes of white space at a place, what pages leave of it (&nbsp;) too; 0: none. */
size_t scan_blank(const struct scanner *scanner, size_t at);

/* The first place from at on that is no white space. */
size_t scan_skip_blanks(const struct scanner *scanner, size_t at);

/* The end of the word that begins at the scanner's place. */
size_t scan_word_end(const struct scanner *scanner);

/* The next word after white space, as a span in the text; empty if something else stands there. */
struct span scan_next_word(const struct scanner *scanner, size_t at);

/* Whether the full stop at end belongs to the word that begins at the scanner's place and ends there. */
bool scan_owns_stop(const struct scanner *scanner, size_t end);

#endif
