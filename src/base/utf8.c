/* base/utf8.c: UTF-8 by RFC 3629. Letters and case are told by ranges of the scripts that German news meets; libc's tables
 * would need a locale, which a library must not set. */
#include "base/utf8.h"

uint32_t utf8_decode(const char *bytes, size_t available, size_t *length)
{
    const unsigned char *const b = (const unsigned char *)bytes;
    static const struct { unsigned char lowest, highest, mask; uint32_t smallest; } leads[] = {
        {0xC2, 0xDF, 0x1F, 0x80}, {0xE0, 0xEF, 0x0F, 0x800}, {0xF0, 0xF4, 0x07, 0x10000}};
    *length = 1;
    if (b[0] < 0x80)
        return b[0];
    for (size_t more = 1; more <= 3; more++) {
        if (b[0] < leads[more - 1].lowest || b[0] > leads[more - 1].highest || available <= more)
            continue;
        uint32_t codepoint = b[0] & leads[more - 1].mask;
        for (size_t i = 1; i <= more; i++) {
            if ((b[i] & 0xC0) != 0x80)
                return UTF8_INVALID;
            codepoint = codepoint << 6 | (b[i] & 0x3F);
        }
        if (codepoint < leads[more - 1].smallest || codepoint > 0x10FFFF ||
            (codepoint >= 0xD800 && codepoint <= 0xDFFF))
            return UTF8_INVALID;
        *length = more + 1;
        return codepoint;
    }
    return UTF8_INVALID;
}

size_t utf8_encode(uint32_t codepoint, char bytes[4])
{
    if (codepoint < 0x80) {
        bytes[0] = (char)codepoint;
        return 1;
    }
    const size_t more = codepoint < 0x800 ? 1 : codepoint < 0x10000 ? 2 : 3;
    static const unsigned char leads[] = {0, 0xC0, 0xE0, 0xF0};
    for (size_t i = more; i > 0; i--, codepoint >>= 6)
        bytes[i] = (char)(0x80 | (codepoint & 0x3F));
    bytes[0] = (char)(leads[more] | codepoint);
    return more + 1;
}

size_t utf8_first_invalid(const char *bytes, size_t length)
{
    size_t at = 0, step;
    while (at < length) {
        if (utf8_decode(bytes + at, length - at, &step) == UTF8_INVALID)
            return at;
        at += step;
    }
    return length;
}

size_t utf8_count(const char *bytes, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

struct utf8_range {
    uint32_t first, last;
};

static bool utf8__in(const struct utf8_range *ranges, size_t count, uint32_t codepoint)
{
    for (size_t i = 0; i < count; i++)
        if (codepoint >= ranges[i].first && codepoint <= ranges[i].last)
            return true;
    return false;
}

bool utf8_is_letter(uint32_t codepoint)
{
    static const struct utf8_range ranges[] = {
        {'A', 'Z'}, {'a', 'z'}, {0xAA, 0xAA}, {0xB5, 0xB5}, {0xBA, 0xBA}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2C1},
        {0x300, 0x36F} /* combining marks stay with their letter */, {0x370, 0x373}, {0x376, 0x377}, {0x37B, 0x37D},
        {0x386, 0x386}, {0x388, 0x3FF}, {0x400, 0x481}, {0x48A, 0x52F}, {0x531, 0x556}, {0x561, 0x587}, {0x5D0, 0x5EA},
        {0x620, 0x64A}, {0x671, 0x6D3}, {0x904, 0x939}, {0xE01, 0xE30}, {0x10A0, 0x10FF}, {0x1E00, 0x1FFF},
        {0x3041, 0x30FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3}, {0xFB00, 0xFB06}};
    return utf8__in(ranges, sizeof ranges / sizeof *ranges, codepoint);
}

/* The lower-case letter stands beside the capital in these ranges: capitals even (or odd), small letters one above. */
static bool utf8__is_paired(uint32_t c, bool *capitals_even)
{
    static const struct utf8_range even[] = {{0x100, 0x137}, {0x14A, 0x177}, {0x1E00, 0x1E95}, {0x1EA0, 0x1EFF},
                                             {0x370, 0x373}, {0x3D8, 0x3EF}, {0x460, 0x481}, {0x48A, 0x4BF},
                                             {0x4D0, 0x52F}, {0x218, 0x21F}, {0x222, 0x233}, {0x1DE, 0x1EF},
                                             {0x1F8, 0x21F}};
    static const struct utf8_range odd[] = {{0x139, 0x148}, {0x179, 0x17E}, {0x1CD, 0x1DC}, {0x4C1, 0x4CE}};
    *capitals_even = utf8__in(even, sizeof even / sizeof *even, c);
    return *capitals_even || utf8__in(odd, sizeof odd / sizeof *odd, c);
}

uint32_t utf8_lower(uint32_t c)
{
    bool even;
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3AB && c != 0x3A2) || (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if (c >= 0x400 && c <= 0x40F)
        return c + 80;
    if (c == 0x1E9E)
        return 0xDF;
    if (c == 0x178)
        return 0xFF;
    if (c == 0x130)
        return 'i';
    if (utf8__is_paired(c, &even) && c != 0x131 && c != 0x138)
        return (c % 2 == 0) == even ? c + 1 : c;
    return c;
}

uint32_t utf8_upper(uint32_t c)
{
    bool even;
    if (c < 0x80)
        return c >= 'a' && c <= 'z' ? c - 32 : c;
    if ((c >= 0xE0 && c <= 0xFE && c != 0xF7) || (c >= 0x3B1 && c <= 0x3CB && c != 0x3C2) || (c >= 0x430 && c <= 0x44F))
        return c - 32;
    if (c >= 0x450 && c <= 0x45F)
        return c - 80;
    if (c == 0xFF)
        return 0x178;
    if (utf8__is_paired(c, &even) && c != 0x131 && c != 0x138)
        return (c % 2 == 0) == even ? c : c - 1;
    return c;
}

bool utf8_is_upper(uint32_t codepoint)
{
    return utf8_lower(codepoint) != codepoint;
}

bool utf8_is_digit(uint32_t codepoint)
{
    return codepoint >= '0' && codepoint <= '9';
}

bool utf8_is_space(uint32_t codepoint)
{
    return codepoint == ' ' || (codepoint >= '\t' && codepoint <= '\r') || codepoint == 0x85 || codepoint == 0xA0 ||
           codepoint == 0x1680 || (codepoint >= 0x2000 && codepoint <= 0x200A) || codepoint == 0x2028 ||
           codepoint == 0x2029 || codepoint == 0x202F || codepoint == 0x205F || codepoint == 0x3000;
}

size_t utf8_lower_string(const char *bytes, size_t length, char *out)
{
    size_t at = 0, written = 0, step;
    while (at < length) {
        const uint32_t codepoint = utf8_decode(bytes + at, length - at, &step);
        char encoded[4];
        const uint32_t lower = codepoint == UTF8_INVALID ? UTF8_INVALID : utf8_lower(codepoint);
        const size_t encoded_length = codepoint == UTF8_INVALID ? 0 : utf8_encode(lower, encoded);
        const char *const source = encoded_length && encoded_length <= step ? encoded : bytes + at;
        const size_t source_length = encoded_length && encoded_length <= step ? encoded_length : step;
        for (size_t i = 0; i < source_length; i++)
            out[written++] = source[i];
        at += step;
    }
    out[written] = '\0';
    return written;
}
