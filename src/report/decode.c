/* report/decode.c: finds the encoding (WHATWG Encoding Standard for the names), iconv(3) turns what is not UTF-8. */
#include "report/decode.h"

#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { DECLARED_WITHIN = 4096, LONGEST_NAME = 40 };

const char decode_replacement[] = "\xEF\xBF\xBD";

/* What the page says of itself: charset=NAME in its begin. */
static bool decode__declared(const char *bytes, size_t length, char name[LONGEST_NAME])
{
    static const char key[] = "charset";
    const size_t end = length < DECLARED_WITHIN ? length : DECLARED_WITHIN;
    for (size_t at = 0; at + sizeof key < end; at++) {
        if (strncasecmp(bytes + at, key, sizeof key - 1) != 0)
            continue;
        size_t begin = at + sizeof key - 1, count = 0;
        while (begin < end && strchr(" \t='\"", bytes[begin]) && bytes[begin])
            begin++;
        while (begin + count < end && count + 1 < LONGEST_NAME && bytes[begin + count] && !strchr(" \t\r\n'\";/>", bytes[begin + count]))
            count++;
        if (count) {
            memcpy(name, bytes + begin, count);
            name[count] = '\0';
            return true;
        }
    }
    return false;
}

/* How many bytes from here on are ASCII and not NUL, in steps of eight: most of a page. */
static size_t decode__plain(const char *bytes, size_t length)
{
    size_t at = 0;
    for (uint64_t word; at + sizeof word <= length; at += sizeof word) {
        memcpy(&word, bytes + at, sizeof word);
        if (((word - UINT64_C(0x0101010101010101)) | word) & UINT64_C(0x8080808080808080))
            break;
    }
    return at;
}

/* Sequences of more than one byte, and bytes that are no UTF-8. */
static void decode__count(const char *bytes, size_t length, size_t *well, size_t *broken)
{
    *well = *broken = 0;
    for (size_t at = decode__plain(bytes, length), step; at < length; at += step + decode__plain(bytes + at + step, length - at - step)) {
        const bool invalid = utf8_decode(bytes + at, length - at, &step) == UTF8_INVALID;
        *broken += invalid;
        *well += !invalid && step > 1;
    }
}

/* UTF-8; and what bytes that are no wide letters cannot be, whatever is said of them (WHATWG takes a declared UTF-16 for UTF-8, too). */
static bool decode__means_utf8(const char *name)
{
    static const char *const names[] = {"utf-8", "utf8", "utf-16", "utf16", "utf-32", "utf32", "ucs-2", "ucs-4", "iso-10646"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strncasecmp(name, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

/* Latin 1 means Windows-1252 on the web. */
static const char *decode__known(const char *name)
{
    static const char *const latin[] = {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "us-ascii", "ascii", "cp1252", "x-cp1252", "ansi"};
    for (size_t i = 0; i < sizeof latin / sizeof latin[0]; i++)
        if (strcasecmp(name, latin[i]) == 0)
            return "WINDOWS-1252";
    return name;
}

/* UTF-16 without a mark: every other byte of the begin is NUL. */
static const char *decode__wide(const char *bytes, size_t length)
{
    size_t even = 0, odd = 0;
    const size_t end = length < 200 ? length : 200;
    for (size_t i = 0; i < end; i++) {
        even += i % 2 == 0 && !bytes[i];
        odd += i % 2 == 1 && !bytes[i];
    }
    return end < 8 ? NULL : odd * 3 > end ? "UTF-16LE" : even * 3 > end ? "UTF-16BE" : NULL;
}

/* Valid UTF-8 as it is; broken bytes and NUL replaced. */
static bool decode__utf8(struct arena *arena, const char *bytes, size_t length, struct decoded *decoded, struct laut_error *error)
{
    char *const out = arena_take(arena, length * 3 + 1, 1, error);
    for (size_t at = 0, step; out && at < length; at += step) {
        const size_t plain = decode__plain(bytes + at, length - at);
        memcpy(out + decoded->length, bytes + at, plain);
        decoded->length += plain;
        at += plain;
        step = 0;
        if (at == length)
            break;
        const uint32_t c = utf8_decode(bytes + at, length - at, &step);
        const bool bad = c == UTF8_INVALID || c == 0;
        memcpy(out + decoded->length, bad ? decode_replacement : bytes + at, bad ? 3 : step);
        decoded->length += bad ? 3 : step;
        decoded->repairs += bad;
    }
    decoded->text = out;
    return out != NULL;
}

static bool decode__iconv(struct arena *arena, iconv_t converter, const char *bytes, size_t length, struct decoded *decoded,
                          struct laut_error *error)
{
    char *const out = arena_take(arena, length * 4 + 16, 1, error);
    union { const char *lent; char *own; } in = {.lent = bytes};
    char *to = out;
    size_t left = length, room = length * 4 + 8;
    while (out && left && room > 8) {
        if (iconv(converter, &in.own, &left, &to, &room) != (size_t)-1)
            break;
        if (errno == E2BIG)
            break;
        memcpy(to, decode_replacement, 3);
        to += 3;
        room -= 3;
        in.own++;
        left--;
        decoded->repairs++;
    }
    if (!out)
        return false;
    /* what is left is NUL, which ends a page for its parser */
    for (char *c = out; c < to; c++)
        *c = *c ? *c : ' ';
    decoded->text = out;
    decoded->length = (size_t)(to - out);
    return true;
}

static bool decode__is_letter(char c)
{
    const unsigned char byte = (unsigned char)c;
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0xC0;
}

/* Of the bytes that are no UTF-8: ISO-8859-15 has the euro where Windows-1252 has a sign that nobody writes, and letters where that has signs which stand beside no letter; from 0x80
 * on it has control characters, and Windows-1252 its quotation marks and dashes. The acute accent (Ž) stands beside letters in both, a fraction (Œ, œ) on one side,
 * three quarters (Ÿ) is no letter of German. */
static const char *decode__latin(const char *bytes, size_t length)
{
    size_t told = 0;
    for (size_t at = 0, step; at < length; at += step) {
        if (utf8_decode(bytes + at, length - at, &step) != UTF8_INVALID)
            continue;
        const unsigned char byte = (unsigned char)bytes[at];
        const bool before = at > 0 && decode__is_letter(bytes[at - 1]), behind = at + 1 < length && decode__is_letter(bytes[at + 1]);
        if (byte < 0xA0)
            return "WINDOWS-1252";
        told += byte == 0xA4 || ((byte == 0xA6 || byte == 0xA8 || byte == 0xB8) && (before || behind)) || ((byte == 0xBC || byte == 0xBD) && before && behind);
    }
    return told ? "ISO-8859-15" : "WINDOWS-1252";
}

static const char *decode__encoding(const char *bytes, size_t length, const char *charset, char name[LONGEST_NAME], size_t *mark)
{
    static const struct { const char *mark; size_t length; const char *name; } marks[] = {
        {"\xEF\xBB\xBF", 3, NULL}, {"\xFF\xFE", 2, "UTF-16LE"}, {"\xFE\xFF", 2, "UTF-16BE"}};
    *mark = 0;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (length >= marks[i].length && memcmp(bytes, marks[i].mark, marks[i].length) == 0) {
            *mark = marks[i].length;
            return marks[i].name;
        }
    const char *const wide = decode__wide(bytes, length);
    if (wide)
        return wide;
    size_t well, broken;
    decode__count(bytes, length, &well, &broken);
    if (!broken)
        return NULL;
    bool declared = charset != NULL;
    if (charset)
        (void)snprintf(name, LONGEST_NAME, "%.*s", (int)strcspn(charset, "; \t\"'"), charset + (*charset == '"'));
    else
        declared = decode__declared(bytes, length, name);
    if (declared && !decode__means_utf8(name) && broken >= well)
        return decode__known(name);
    return broken > well ? decode__latin(bytes, length) : NULL;
}

bool decode_page(struct arena *arena, const char *bytes, size_t length, const char *charset, struct decoded *decoded, struct laut_error *error)
{
    char name[LONGEST_NAME];
    size_t mark;
    *decoded = (struct decoded){.length = 0};
    const char *const encoding = decode__encoding(bytes, length, charset, name, &mark);
    if (!encoding)
        return decode__utf8(arena, bytes + mark, length - mark, decoded, error);
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1)
        converter = iconv_open("UTF-8", decode__latin(bytes, length));
    if (converter == (iconv_t)-1)
        return decode__utf8(arena, bytes + mark, length - mark, decoded, error);
    const bool done = decode__iconv(arena, converter, bytes + mark, length - mark, decoded, error);
    (void)iconv_close(converter);
    return done;
}
