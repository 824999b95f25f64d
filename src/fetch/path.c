/* fetch/path.c: both sides are walked letter by letter, each brought to one form; a star is tried again further on where what follows does not fit: work grows with
 * the product of the lengths at worst. */
#include "fetch/path.h"

#include <ctype.h>
#include <string.h>

/* Letters 0 to 255; 256 and more: an octet that was written with a percent sign and means itself (%2F is no slash). */
enum { ESCAPED = 256, PATH_END = -1 };

static int path__digit(char c)
{
    return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? (c | 0x20) - 'a' + 10 : -1;
}

static bool path__needs_no_escape(int c)
{
    return c < 0x80 && (isalnum(c) || strchr("-._~", c));
}

/* The letter at a place, and where the next one is. */
static int path__letter(const char *text, size_t length, size_t at, size_t *next)
{
    if (at >= length)
        return PATH_END;
    const unsigned char c = (unsigned char)text[at];
    *next = at + 1;
    if (c >= 0x80)
        return ESCAPED + c;
    if (c != '%' || at + 2 >= length || path__digit(text[at + 1]) < 0 || path__digit(text[at + 2]) < 0)
        return c;
    const int octet = path__digit(text[at + 1]) * 16 + path__digit(text[at + 2]);
    *next = at + 3;
    return octet && path__needs_no_escape(octet) ? octet : ESCAPED + octet;
}

bool path_matches(const char *pattern, size_t length, const char *path)
{
    const bool whole = length > 0 && pattern[length - 1] == '$';
    const size_t path_length = strlen(path), end = whole ? length - 1 : length;
    size_t at = 0, place = 0, star = end + 1, star_place = 0;           /* star: behind the last one that was met */
    for (;;) {
        size_t next_at = at, next_place = place;
        while (at < end && pattern[at] == '*') {
            star = ++at;
            star_place = place;
        }
        if (at == end && (!whole || place == path_length || star == end))
            return true;
        const int wanted = path__letter(pattern, end, at, &next_at), there = path__letter(path, path_length, place, &next_place);
        if (wanted != PATH_END && wanted == there) {
            at = next_at;
            place = next_place;
            continue;
        }
        if (star > end || path__letter(path, path_length, star_place, &star_place) == PATH_END)
            return false;
        at = star;
        place = star_place;
    }
}
