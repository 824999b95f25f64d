/* report/prose.c: looks at the end of a text. */
#include "report/prose.h"

#include "base/utf8.h"

#include <string.h>

static bool prose__closes(uint32_t c)
{
    return (c && c < 0x80 && strchr("\"')] ", (int)c)) || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

uint32_t prose_last(const char *text, size_t length)
{
    uint32_t c = 0;
    for (size_t at = length; at > 0;) {
        size_t step;
        while (--at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80) {
        }
        c = utf8_decode(text + at, length - at, &step);
        if (!prose__closes(c))
            break;
    }
    return c;
}

bool prose_ends_sentence(const char *text, size_t length)
{
    const uint32_t c = prose_last(text, length);
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == ':';
}
