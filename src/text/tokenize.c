/* text/tokenize.c: cuts at white space, then marks off words; what may stand inside a word depends on both neighbours
 * (3,5 · 22:45 · z.B. · US-Soldaten · Soldat:innen). A final full stop stays with abbreviations, initials and ordinals. */
#include "text/tokenize.h"

#include "base/utf8.h"

#include <string.h>

struct scanner {
    const char *text;
    size_t at, end;
    const struct text_knowledge *knowledge;
};

static uint32_t scan__codepoint(const struct scanner *scanner, size_t at)
{
    size_t length;
    return at < scanner->end ? utf8_decode(scanner->text + at, scanner->end - at, &length) : 0;
}

static size_t scan__step(const struct scanner *scanner, size_t at)
{
    size_t length;
    (void)utf8_decode(scanner->text + at, scanner->end - at, &length);
    return length;
}

static bool scan__is_blank(uint32_t c)
{
    return utf8_is_space(c) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c < 0x20;
}

static bool scan__is_word(uint32_t c)
{
    return utf8_is_letter(c) || utf8_is_digit(c) || c == 0xAD;
}

static bool scan__is_small(uint32_t c)
{
    return utf8_is_letter(c) && !utf8_is_upper(c);
}

/* Whether the mark c may stand inside a word between before and after. letters: word bytes so far. */
static bool scan__joins(uint32_t before, uint32_t c, uint32_t after, size_t letters)
{
    const bool letter_before = utf8_is_letter(before), letter_after = utf8_is_letter(after);
    const bool digits = utf8_is_digit(before) && utf8_is_digit(after);
    switch (c) {
    case '-': case 0x2010: case 0x2011:
        return scan__is_word(after) || (letter_before && after == '/');
    case '\'': case 0x2019:
        return letter_before && letter_after;
    case '&':
        return utf8_is_upper(before) && letter_after;
    case '/':
        return (letter_before && letter_after) || digits || (before == '-' && letter_after);
    case ':':
        return digits || (letter_before && scan__is_small(after));
    case '*': case '_': case '@':
        return letter_before && letter_after;
    case '.':
        return digits || (letter_before && letter_after && !(letters > 2 && scan__is_small(before) && utf8_is_upper(after)));
    case ',':
        return digits;
    default:
        return false;
    }
}

static bool scan__begins(const struct scanner *scanner, const char *with)
{
    const size_t length = strlen(with);
    return scanner->end - scanner->at >= length && memcmp(scanner->text + scanner->at, with, length) == 0;
}

static size_t scan__address_end(const struct scanner *scanner)
{
    size_t end = scanner->at;
    while (end < scanner->end && !scan__is_blank(scan__codepoint(scanner, end)))
        end += scan__step(scanner, end);
    while (end > scanner->at && strchr(".,;:!?)\"'", scanner->text[end - 1]))
        end--;
    return end;
}

static size_t scan__word_end(const struct scanner *scanner)
{
    if (scan__begins(scanner, "http://") || scan__begins(scanner, "https://") || scan__begins(scanner, "www."))
        return scan__address_end(scanner);
    size_t end = scanner->at;
    uint32_t before = 0;
    while (end < scanner->end) {
        const uint32_t c = scan__codepoint(scanner, end);
        const size_t step = scan__step(scanner, end);
        if (!scan__is_word(c) && !scan__joins(before, c, scan__codepoint(scanner, end + step), end - scanner->at))
            break;
        before = c;
        end += step;
    }
    return end;
}

/* The next word after white space, as a span in the text. */
static struct span scan__next_word(const struct scanner *scanner, size_t at)
{
    while (at < scanner->end && scan__is_blank(scan__codepoint(scanner, at)))
        at += scan__step(scanner, at);
    struct scanner ahead = *scanner;
    ahead.at = at;
    return (struct span){(uint32_t)at, (uint32_t)scan__word_end(&ahead)};
}

static bool scan__is_roman(const char *bytes, size_t length)
{
    return length > 0 && length <= 6 && strspn(bytes, "IVXL") >= length;
}

/* "5." before a small word, a month or another noun that is counted in order. */
static bool scan__is_ordinal(const struct scanner *scanner, size_t end)
{
    const struct span next = scan__next_word(scanner, end + 1);
    const bool few_digits = end - scanner->at <= 3;
    const uint32_t first = scan__codepoint(scanner, next.begin_byte);
    if (next.begin_byte == next.end_byte || next.begin_byte == end + 1)
        return few_digits && next.begin_byte < scanner->end && first == ',';
    return few_digits && (scan__is_small(first) || utf8_is_digit(first) ||
                          text_row(scanner->knowledge->ordinal_noun_rows, scanner->text + next.begin_byte,
                                   next.end_byte - next.begin_byte) != DOCUMENT_NONE);
}

/* Whether the full stop at end belongs to the word [at, end). */
static bool scan__owns_stop(const struct scanner *scanner, size_t end, bool is_number)
{
    if (end >= scanner->end || scanner->text[end] != '.' || scan__codepoint(scanner, end + 1) == '.')
        return false;
    const char *const word = scanner->text + scanner->at;
    const size_t length = end - scanner->at;
    if (is_number)
        return strspn(word, "0123456789") >= length && scan__is_ordinal(scanner, end);
    if (text_row(scanner->knowledge->abbreviation_rows, word, length + 1) != DOCUMENT_NONE)
        return true;
    const uint32_t first = scan__codepoint(scanner, scanner->at);
    const struct span next = scan__next_word(scanner, end + 1);
    const bool more = next.end_byte > next.begin_byte;
    if (scan__step(scanner, scanner->at) == length)
        return more && utf8_is_letter(first);                                       /* an initial: John F. Kennedy */
    if (scan__is_roman(word, length))
        return more;                                                                /* Johannes Paul II. */
    return memchr(word, '.', length) && length <= 8 && !memchr(word, '-', length) && more;     /* i.V.m. */
}

static size_t scan__mark_end(const struct scanner *scanner)
{
    const uint32_t c = scan__codepoint(scanner, scanner->at);
    size_t end = scanner->at + scan__step(scanner, scanner->at);
    if (c == '.' || c == '-' || c == '`' || c == '\'' || c == '!' || c == '?')
        while (end < scanner->end && scanner->text[end] == (char)c)
            end++;
    return end;
}

static bool scan__one(struct scanner *scanner, struct document *document, struct raw_tokens *tokens,
                      struct laut_error *error)
{
    const uint32_t first = scan__codepoint(scanner, scanner->at);
    const bool is_word = scan__is_word(first), is_number = utf8_is_digit(first);
    size_t end = is_word ? scan__word_end(scanner) : scan__mark_end(scanner);
    const bool own_stop = is_word && scan__owns_stop(scanner, end, is_number);
    end += own_stop;
    struct raw_token *const token = arena_append(document->arena, &tokens->items, &tokens->count, &tokens->capacity,
                                                 sizeof *token, error);
    if (!token)
        return false;
    *token = (struct raw_token){
        .span = {(uint32_t)scanner->at, (uint32_t)end}, .kind = is_number ? RAW_NUMBER : is_word ? RAW_WORD : RAW_MARK,
        .space_after = end >= scanner->end || scan__is_blank(scan__codepoint(scanner, end)), .own_stop = own_stop};
    scanner->at = end;
    return true;
}

bool text_tokenize(struct document *document, struct span span, const struct text_knowledge *knowledge,
                   struct raw_tokens *tokens, struct laut_error *error)
{
    struct scanner scanner = {document->text, span.begin_byte, span.end_byte, knowledge};
    while (scanner.at < scanner.end) {
        if (scan__is_blank(scan__codepoint(&scanner, scanner.at)))
            scanner.at += scan__step(&scanner, scanner.at);
        else if (!scan__one(&scanner, document, tokens, error))
            return false;
    }
    return true;
}
