/* text/stop.c: whose a full stop is: the word's (abbreviation, initial, ordinal, date) or the sentence's.
 *
 * Numbers are ordinals before a small letter, before a noun that is counted in order (5. Januar), behind an article or its
 * like (der 35. Kongress), and at the begin of a sentence (1. Grundlagen), but not before a word that begins sentences
 * (am 5. Danach). Only numbers of three digits at most are counted in order. */
#include "text/scanner.h"

enum { MOST_ORDINAL_DIGITS = 3, LAST_DAY = 31, LAST_MONTH = 12, YEAR_DIGITS = 4, LONGEST_OPENER = 24,
       LONGEST_SHORT_FORM = 8 };

/* Whether a word in the table, written in small letters there, stands in span. */
static bool stop__is_in(const struct scanner *scanner, const struct string_map *rows, struct span span)
{
    char lower[LONGEST_OPENER + 1];
    const size_t length = span.end_byte - span.begin_byte;
    if (length == 0 || length > LONGEST_OPENER)
        return false;
    const size_t lower_length = utf8_lower_string(scanner->text + span.begin_byte, length, lower);
    return text_row(rows, lower, lower_length) != DOCUMENT_NONE;
}

/* Whether the word begins with a capital and is one that begins sentences: Die, Danach. */
static bool stop__opens_sentence(const struct scanner *scanner, struct span word)
{
    return utf8_is_upper(scan_codepoint(scanner, word.begin_byte)) &&
           stop__is_in(scanner, scanner->knowledge->opener_rows, word);
}

static const struct raw_token *stop__before(const struct scanner *scanner)
{
    return scanner->tokens->count > scanner->first_token ? &scanner->tokens->items[scanner->tokens->count - 1] : NULL;
}

static bool stop__is_sentence_begin(const struct scanner *scanner)
{
    const struct raw_token *const before = stop__before(scanner);
    if (!before)
        return true;
    const uint32_t c = scan_codepoint(scanner, before->span.begin_byte);
    return before->kind == RAW_MARK && before->space_after && (c == '.' || c == '!' || c == '?');
}

static unsigned stop__number(const struct scanner *scanner, struct span digits)
{
    unsigned number = 0;
    for (size_t at = digits.begin_byte; at < digits.end_byte && number < 10000; at++)
        number = number * 10 + (unsigned)(scanner->text[at] - '0');
    return number;
}

/* "5." before another number is a day or a month: 5. 1. 2024. */
static bool stop__is_date_part(const struct scanner *scanner, struct span digits, struct span next)
{
    const struct raw_token *const before = stop__before(scanner);
    const size_t length = strspn(scanner->text + next.begin_byte, "0123456789");
    if (stop__number(scanner, digits) > LAST_DAY || next.begin_byte + length != next.end_byte)
        return false;
    const bool year = length == YEAR_DIGITS || length == 2;
    return (length <= 2 && scan_codepoint(scanner, next.end_byte) == '.') ||
           (year && before && before->kind == RAW_NUMBER && before->own_stop);
}

/* A noun that is counted in order, also as the last part of a compound ("5. US-Flotte"). */
static bool stop__is_counted(const struct scanner *scanner, struct span word)
{
    size_t begin = word.begin_byte;
    for (size_t at = begin; at < word.end_byte; at++)
        if (scanner->text[at] == '-')
            begin = at + 1;
    return text_row(scanner->knowledge->ordinal_noun_rows, scanner->text + begin, word.end_byte - begin) != DOCUMENT_NONE;
}

static bool stop__is_ordinal(const struct scanner *scanner, struct span digits)
{
    const struct span next = scan_next_word(scanner, digits.end_byte + 1);
    const uint32_t first = scan_codepoint(scanner, next.begin_byte);
    const bool spaced = next.begin_byte > digits.end_byte + 1;
    if (digits.end_byte - digits.begin_byte > MOST_ORDINAL_DIGITS)
        return false;
    if (next.begin_byte == next.end_byte)
        return !spaced ? first == ',' || first == '/' || first == '-' || first == 0x2013
                       : first == '-' || first == 0x2013;
    if (utf8_is_digit(first))
        return stop__is_date_part(scanner, digits, next);
    if (scan_is_small(first) || stop__is_sentence_begin(scanner) || stop__is_counted(scanner, next))
        return true;
    const struct raw_token *const before = stop__before(scanner);
    return before && stop__is_in(scanner, scanner->knowledge->determiner_rows, before->span) &&
           !stop__opens_sentence(scanner, next);
}

/* "23.06." of a date that goes on: am 23.06. in Kiew. */
static bool stop__is_date(const struct scanner *scanner, struct span date)
{
    const char *const text = scanner->text;
    const size_t point = date.begin_byte + strspn(text + date.begin_byte, "0123456789");
    if (point >= date.end_byte || text[point] != '.' ||
        point + 1 + strspn(text + point + 1, "0123456789") != date.end_byte || date.end_byte - point - 1 > 2 ||
        stop__number(scanner, (struct span){date.begin_byte, (uint32_t)point}) > LAST_DAY ||
        stop__number(scanner, (struct span){(uint32_t)point + 1, date.end_byte}) > LAST_MONTH)
        return false;
    const size_t next = scan_skip_blanks(scanner, date.end_byte + 1);
    const uint32_t first = scan_codepoint(scanner, next);
    return next < scanner->end && (scan_is_small(first) || first == ',' || first == '-' || first == 0x2013 || first == ')');
}

static bool stop__is_roman(const char *bytes, size_t length)
{
    return length > 0 && length <= 6 && strspn(bytes, "IVXL") >= length;
}

/* Of a word in the table of abbreviations, full stop included. */
static bool stop__is_abbreviation(const struct scanner *scanner, uint32_t row, struct span next, bool goes_on)
{
    const char *const position = table_cell(scanner->knowledge->abbreviations, row, ABBREVIATION_POSITION);
    return strcmp(position, "word") != 0 ||
           (goes_on && next.end_byte > next.begin_byte && !stop__opens_sentence(scanner, next));
}

bool scan_owns_stop(const struct scanner *scanner, size_t end)
{
    if (end >= scanner->end || scanner->text[end] != '.' || scan_codepoint(scanner, end + 1) == '.')
        return false;
    const struct span word = {(uint32_t)scanner->at, (uint32_t)end};
    const char *const bytes = scanner->text + scanner->at;
    const size_t length = end - scanner->at;
    const uint32_t first = scan_codepoint(scanner, scanner->at);
    if (utf8_is_digit(first))
        return strspn(bytes, "0123456789") >= length ? stop__is_ordinal(scanner, word) : stop__is_date(scanner, word);
    const struct span next = scan_next_word(scanner, end + 1);
    const bool goes_on = next.begin_byte < scanner->end;
    const uint32_t row = text_row(scanner->knowledge->abbreviation_rows, bytes, length + 1);
    if (row != DOCUMENT_NONE)
        return stop__is_abbreviation(scanner, row, next, goes_on);
    const bool word_follows = next.end_byte > next.begin_byte && !stop__opens_sentence(scanner, next);
    if (scan_step(scanner, scanner->at) == length)                                  /* an initial: John F. Kennedy */
        return word_follows || scan_codepoint(scanner, next.begin_byte) == '(' || scan_codepoint(scanner, end + 1) == '-';
    if (stop__is_roman(bytes, length))
        return word_follows || scan_codepoint(scanner, next.begin_byte) == ',';     /* Johannes Paul II. */
    return memchr(bytes, '.', length) && length <= LONGEST_SHORT_FORM && !memchr(bytes, '-', length) && word_follows;
}
