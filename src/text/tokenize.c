/* text/tokenize.c: cuts at white space, then marks off words; what may stand inside a word depends on both neighbours
 * (3,5 · 22:45 · z.B. · US-Soldaten · Soldat:innen). Whose a full stop is, tells text/stop.c. */
#include "text/tokenize.h"

#include "text/scanner.h"

enum { LONGEST_SLASH_PART = 3, LONGEST_TAG_BYTES = 200, DIGIT_GROUP = 3 };

static bool scan__begins(const struct scanner *scanner, size_t at, const char *with)
{
    const size_t length = strlen(with);
    return scanner->end - at >= length && memcmp(scanner->text + at, with, length) == 0;
}

size_t scan_blank(const struct scanner *scanner, size_t at)
{
    static const char no_break_space[] = "&nbsp;";
    const uint32_t c = scan_codepoint(scanner, at);
    if (utf8_is_space(c) || scan_is_invisible(c) || c < 0x20 || (c >= 0x7F && c <= 0x9F))
        return scan_step(scanner, at);
    return scan__begins(scanner, at, no_break_space) ? strlen(no_break_space) : 0;
}

size_t scan_skip_blanks(const struct scanner *scanner, size_t at)
{
    size_t blank;
    while (at < scanner->end && (blank = scan_blank(scanner, at)) > 0)
        at += blank;
    return at;
}

/* The first visible code point from at on, 0 at the end. */
static uint32_t scan__visible(const struct scanner *scanner, size_t at)
{
    while (at < scanner->end && scan_is_invisible(scan_codepoint(scanner, at)))
        at += scan_step(scanner, at);
    return scan_codepoint(scanner, at);
}

/* Bytes of the letters (and one hyphen before them) from at on. */
static size_t scan__letters(const struct scanner *scanner, size_t at)
{
    size_t end = at + (at < scanner->end && scanner->text[at] == '-');
    while (end < scanner->end && utf8_is_letter(scan_codepoint(scanner, end)))
        end += scan_step(scanner, end);
    return end - at;
}

/* An ending for women and men from at on: Bürger/innen, Politiker/-innen, Soldat(inn)en. */
static bool scan__is_gender_ending(const struct scanner *scanner, size_t at)
{
    return text_row(scanner->knowledge->gender_ending_rows, scanner->text + at, scan__letters(scanner, at)) !=
           DOCUMENT_NONE;
}

/* CDU/CSU, km/h and F/A are one word; Krupp/Thyssen are two. */
static bool scan__joins_slash(const struct scanner *scanner, size_t at)
{
    size_t before = 0;
    while (at > scanner->at + before && scanner->text[at - before - 1] != '/')
        before++;
    return scan__is_gender_ending(scanner, at + 1) ||
           (before <= LONGEST_SLASH_PART && scan__letters(scanner, at + 1) <= LONGEST_SLASH_PART);
}

static bool scan__joins_bracket(const struct scanner *scanner, size_t at)
{
    const size_t letters = scan__letters(scanner, at + 1);
    return letters && scan_codepoint(scanner, at + 1 + letters) == ')' && scan__is_gender_ending(scanner, at + 1);
}

/* Whether the bracket at closes one that the word opened: Soldat(inn)en. */
static bool scan__closes_bracket(const struct scanner *scanner, size_t at)
{
    return memchr(scanner->text + scanner->at, '(', at - scanner->at) != NULL;
}

/* An apostrophe with letters on both sides; a final 's is a word of its own, but for TV's. */
static bool scan__joins_apostrophe(const struct scanner *scanner, uint32_t before, size_t behind)
{
    const uint32_t after = scan__visible(scanner, behind);
    const bool final_s = after == 's' && !scan_is_word(scan_codepoint(scanner, behind + 1));
    return utf8_is_letter(before) && utf8_is_letter(after) && (!final_s || utf8_is_upper(before));
}

/* A narrow or no-break space, or an apostrophe, that groups digits: 8 000 000, 12'400. */
static bool scan__joins_group(const struct scanner *scanner, size_t at, size_t behind)
{
    size_t digits = 0;
    while (at > scanner->at + digits && utf8_is_digit((unsigned char)scanner->text[at - digits - 1]))
        digits++;
    const size_t first_digits = strspn(scanner->text + scanner->at, "0123456789");
    return digits > 0 && digits <= DIGIT_GROUP && first_digits <= DIGIT_GROUP && scanner->end - behind >= DIGIT_GROUP &&
           strspn(scanner->text + behind, "0123456789") == DIGIT_GROUP;
}

/* Letters before and after a full stop: faz.net and z.B., but "Ende.Dann" is two words. */
static bool scan__joins_stop(const struct scanner *scanner, uint32_t before, size_t at, uint32_t after)
{
    const bool sentence_end = at - scanner->at > 2 && scan_is_small(before) && utf8_is_upper(after);
    return utf8_is_letter(before) && utf8_is_letter(after) && !sentence_end;
}

/* Whether the mark c at a place may stand inside a word, after the letter or digit before. */
static bool scan__joins(const struct scanner *scanner, uint32_t before, uint32_t c, size_t at)
{
    const size_t behind = at + scan_step(scanner, at);
    const uint32_t after = scan__visible(scanner, behind);
    const bool letter_before = utf8_is_letter(before), letter_after = utf8_is_letter(after);
    const bool digits = utf8_is_digit(before) && utf8_is_digit(after);
    switch (c) {
    case '-': case 0x2010: case 0x2011:
        return scan_is_word(after) || (letter_before && after == '/' && utf8_is_letter(scan_codepoint(scanner, behind + 1)));
    case '\'': case 0x2019: case 0xB4: case '`':
        return digits ? scan__joins_group(scanner, at, behind) : scan__joins_apostrophe(scanner, before, behind);       /* 12'400 */
    case '&':
        return utf8_is_upper(before) && letter_after && !scan_blank(scanner, at);
    case '/':
        return digits || (before == '-' && letter_after) ||
               (letter_before && (letter_after || after == '-') && scan__joins_slash(scanner, at));
    case ':':
        return digits || (letter_before && scan_is_small(after));
    case '*': case '_': case '@':
        return letter_before && letter_after;
    case '(':
        return letter_before && scan__joins_bracket(scanner, at);
    case ')':
        return letter_before && scan__closes_bracket(scanner, at);
    case '.':
        return digits || scan__joins_stop(scanner, before, at, after);
    case ',':
        return digits;
    case 0xA0: case 0x2009: case 0x202F:
        return digits && scan__joins_group(scanner, at, behind);
    default:
        return false;
    }
}

static bool scan__ends_address(const struct scanner *scanner, size_t at)
{
    const uint32_t c = scan_codepoint(scanner, at);
    return scan_blank(scanner, at) || c == '"' || c == '<' || c == '>' || c == 0xAB || c == 0xBB ||
           (c >= 0x2013 && c <= 0x203A);
}

static size_t scan__address_end(const struct scanner *scanner)
{
    size_t end = scanner->at;
    while (end < scanner->end && !scan__ends_address(scanner, end))
        end += scan_step(scanner, end);
    while (end > scanner->at && strchr(".,;:!?)]'", scanner->text[end - 1]))
        end--;
    return end;
}

/* Virus', Hans': an apostrophe that stands for a genitive's s, unless it closes a quotation. */
static bool scan__is_genitive_apostrophe(const struct scanner *scanner, uint32_t before, size_t at)
{
    const uint32_t c = scan_codepoint(scanner, at);
    return (c == '\'' || c == 0x2019) && !scanner->single_quote_open &&
           (before == 's' || before == 'x' || before == 'z' || before == 0xDF) &&
           scan_blank(scanner, at + scan_step(scanner, at));
}

size_t scan_word_end(const struct scanner *scanner)
{
    const size_t begin = scanner->at;
    if (scan__begins(scanner, begin, "http://") || scan__begins(scanner, begin, "https://") ||
        scan__begins(scanner, begin, "www."))
        return scan__address_end(scanner);
    size_t end = begin, at = begin;
    uint32_t before = 0;
    while (at < scanner->end) {
        const uint32_t c = scan_codepoint(scanner, at);
        const size_t step = scan_step(scanner, at);
        at += step;
        if (scan_is_invisible(c) && before)
            continue;
        if (!scan_is_word(c) && !scan__joins(scanner, before, c, at - step))
            break;
        before = c;
        end = at;
    }
    if (end > begin && end < scanner->end && scan__is_genitive_apostrophe(scanner, before, end))
        end += scan_step(scanner, end);
    return end;
}

struct span scan_next_word(const struct scanner *scanner, size_t at)
{
    struct scanner ahead = *scanner;
    ahead.at = scan_skip_blanks(scanner, at);
    return (struct span){(uint32_t)ahead.at, (uint32_t)scan_word_end(&ahead)};
}

/* A tag that a page has left behind: <br />, </p>. Its end, or 0. */
static size_t scan__tag_end(const struct scanner *scanner)
{
    const char *const text = scanner->text + scanner->at;
    const size_t room = scanner->end - scanner->at, length = room < LONGEST_TAG_BYTES ? room : LONGEST_TAG_BYTES;
    const size_t name = text[0] == '<' ? 1 + (room > 1 && text[1] == '/') : 0;
    if (!name || name >= length || !utf8_is_letter((unsigned char)text[name]))
        return 0;
    const char *const close = memchr(text, '>', length);
    return close ? scanner->at + (size_t)(close - text) + 1 : 0;
}

/* A face made of marks, standing alone: :-) ;) . Its end, or 0. */
static size_t scan__face_end(const struct scanner *scanner)
{
    const char *const text = scanner->text;
    size_t at = scanner->at;
    if ((text[at] != ':' && text[at] != ';') || (at > scanner->begin && !utf8_is_space((unsigned char)text[at - 1])))
        return 0;
    at += 1 + (at + 1 < scanner->end && text[at + 1] == '-');
    const bool mouth = at < scanner->end && (text[at] == ')' || text[at] == '(');
    return mouth && (at + 1 == scanner->end || scan_blank(scanner, at + 1)) ? at + 1 : 0;
}

/* Marks that are one token however often they are repeated: ... -- +++ ** '' and the like. */
static size_t scan__mark_end(const struct scanner *scanner)
{
    const size_t tag = scan__tag_end(scanner), face = scan__face_end(scanner);
    if (tag || face)
        return tag ? tag : face;
    const uint32_t c = scan_codepoint(scanner, scanner->at);
    size_t end = scanner->at + scan_step(scanner, scanner->at);
    const bool apostrophe = c == '\'' || c == 0x2019;
    if (apostrophe && scan_codepoint(scanner, end) == 's' && !scan_is_word(scan_codepoint(scanner, end + 1)))
        return end + 1;                                                             /* gibt 's */
    if (c == '@' || c == '#') {
        const struct span name = scan_next_word(scanner, end);
        return utf8_is_letter(scan_codepoint(scanner, end)) ? name.end_byte : end;  /* @name, #word */
    }
    if (c < 0x80 && c && strchr(".-`'*+=_~", (int)c))
        while (end < scanner->end && scanner->text[end] == (char)c)
            end++;
    return end;
}

/* Keeps account of single quotation marks, so that Virus' is told from 'Virus'. */
static void scan__note_quote(struct scanner *scanner, uint32_t c, size_t end)
{
    const bool opens = (c == '\'' && scan_is_word(scan_codepoint(scanner, end))) || c == 0x201A || c == 0x2039;
    const bool closes = c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x203A;
    if (opens)
        scanner->single_quote_open = true;
    else if (closes)
        scanner->single_quote_open = false;
}

static bool scan__one(struct scanner *scanner, struct document *document, struct raw_tokens *tokens,
                      struct laut_error *error)
{
    const uint32_t first = scan_codepoint(scanner, scanner->at);
    const bool is_word = scan_is_word(first), is_number = utf8_is_digit(first);
    size_t end = is_word ? scan_word_end(scanner) : scan__mark_end(scanner);
    const bool own_stop = is_word && scan_owns_stop(scanner, end);
    end += own_stop;
    if (!is_word)
        scan__note_quote(scanner, first, end);
    struct raw_token *const token = arena_append(document->arena, &tokens->items, &tokens->count, &tokens->capacity,
                                                 sizeof *token, error);
    if (!token)
        return false;
    *token = (struct raw_token){
        .span = {(uint32_t)scanner->at, (uint32_t)end}, .kind = is_number ? RAW_NUMBER : is_word ? RAW_WORD : RAW_MARK,
        .space_after = end >= scanner->end || scan_blank(scanner, end), .own_stop = own_stop};
    scanner->at = end;
    return true;
}

bool text_tokenize(struct document *document, struct span span, const struct text_knowledge *knowledge,
                   struct raw_tokens *tokens, struct laut_error *error)
{
    struct scanner scanner = {.text = document->text, .begin = span.begin_byte, .at = span.begin_byte,
                              .end = span.end_byte, .knowledge = knowledge, .tokens = tokens,
                              .first_token = tokens->count};
    while ((scanner.at = scan_skip_blanks(&scanner, scanner.at)) < scanner.end)
        if (!scan__one(&scanner, document, tokens, error))
            return false;
    return true;
}
