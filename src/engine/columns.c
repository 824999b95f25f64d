/* engine/columns.c: columns after Unicode's East Asian Width (UAX 11): wide characters take two, combining marks none. libc's
 * wcwidth would need a locale. */
#include "engine/columns.h"

#include "base/utf8.h"

struct columns_range {
    uint32_t first, last;
};

static int columns__among(uint32_t codepoint, const struct columns_range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (codepoint >= ranges[i].first && codepoint <= ranges[i].last)
            return 1;
    return 0;
}

static size_t columns__width(uint32_t codepoint)
{
    static const struct columns_range none[] = {{0xAD, 0xAD}, {0x300, 0x36F}, {0x483, 0x489}, {0x591, 0x5BD}, {0x610, 0x61A},
                                                {0x64B, 0x65F}, {0x200B, 0x200D}, {0x20D0, 0x20F0}, {0xFE00, 0xFE0F},
                                                {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};
    static const struct columns_range two[] = {{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xAC00, 0xD7A3},
                                               {0xF900, 0xFAFF}, {0xFE30, 0xFE4F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6},
                                               {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
    if (codepoint < 0xAD)
        return 1;
    if (columns__among(codepoint, none, sizeof none / sizeof none[0]))
        return 0;
    return columns__among(codepoint, two, sizeof two / sizeof two[0]) ? 2 : 1;
}

static int columns__is_unsafe(uint32_t codepoint)
{
    return codepoint == UTF8_INVALID || codepoint < 0x20 || (codepoint >= 0x7F && codepoint < 0xA0) ||
           (codepoint >= 0x202A && codepoint <= 0x202E) || (codepoint >= 0x2066 && codepoint <= 0x2069);
}

size_t columns_of(const char *bytes, size_t length)
{
    size_t columns = 0, step;
    for (size_t at = 0; at < length; at += step)
        columns += columns__width(utf8_decode(bytes + at, length - at, &step));
    return columns;
}

size_t columns_fitting(const char *bytes, size_t length, size_t columns)
{
    size_t used = 0, at = 0, step;
    for (; at < length; at += step) {
        used += columns__width(utf8_decode(bytes + at, length - at, &step));
        if (used > columns)
            break;
    }
    return at;
}

void columns_print(const char *bytes, size_t length, FILE *stream)
{
    size_t step;
    for (size_t at = 0; at < length; at += step) {
        const uint32_t codepoint = utf8_decode(bytes + at, length - at, &step);
        if (codepoint == '\n' || codepoint == '\t' || codepoint == '\r')
            (void)fputc(' ', stream);
        else if (columns__is_unsafe(codepoint))
            (void)fputs("\xEF\xBF\xBD", stream);
        else
            (void)fwrite(bytes + at, 1, step, stream);
    }
}
