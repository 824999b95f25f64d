/* report/rtf_report.c: after the Rich Text Format Specification 1.9.1: groups, control words with a number, destinations. Of the destinations only the text itself
 * and some of \info are read; one that is not known is passed over where \* says that it may be. Bytes are those of the code page that \ansicpg names. */
#include "report/rtf_report.h"

#include "base/utf8.h"
#include "report/properties.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

enum { GROUPS_AT_MOST = 200, LONGEST_WORD = 32, BYTES_AT_ONCE = 256, LONGEST_FIELD = 400 };

enum rtf_place { RTF_TEXT, RTF_SKIPPED, RTF_TITLE, RTF_AUTHOR, RTF_CREATED, RTF_CHANGED };

struct rtf_group {
    enum rtf_place place;
    bool hidden;
    unsigned replaced;               /* characters behind \uN that stand for it in old readers */
};

struct rtf {
    const char *at, *end;
    struct rtf_group groups[GROUPS_AT_MOST];
    size_t depth;
    unsigned to_skip;                /* of replaced, behind the last \uN */
    char bytes[BYTES_AT_ONCE];       /* of the code page, not decoded yet */
    size_t byte_count;
    uint32_t high;                   /* the first half of a pair of \uN; 0: none */
    bool optional;                   /* \* stood before */
    iconv_t decoder;
    struct passages passages;
    char title[LONGEST_FIELD], author[LONGEST_FIELD];
    struct timestamp created, changed;
};

bool rtf_is_document(const char *bytes, size_t length)
{
    return length > 5 && memcmp(bytes, "{\\rtf", 5) == 0;
}

/* ---- characters ---------------------------------------------------------------------------------------------------- */

static struct rtf_group *rtf__group(struct rtf *rtf)
{
    return &rtf->groups[rtf->depth];
}

static void rtf__field(char field[LONGEST_FIELD], const char *bytes, size_t length)
{
    const size_t used = strlen(field), room = LONGEST_FIELD - 1 - used;
    if (length > room)
        return;
    memcpy(field + used, bytes, length);
    field[used + length] = '\0';
}

static void rtf__put(struct rtf *rtf, const char *bytes, size_t length)
{
    const struct rtf_group *const group = rtf__group(rtf);
    if (memchr(bytes, 0, length))                    /* a code page of two bytes a letter, which RTF has not */
        return;
    if (group->place == RTF_TEXT && !group->hidden)
        passages_add(&rtf->passages, bytes, length);
    else if (group->place == RTF_TITLE)
        rtf__field(rtf->title, bytes, length);
    else if (group->place == RTF_AUTHOR)
        rtf__field(rtf->author, bytes, length);
}

/* Decodes what stands in bytes; what the code page does not have becomes U+FFFD. */
static void rtf__flush(struct rtf *rtf)
{
    char *in = rtf->bytes;
    size_t left = rtf->byte_count;
    while (left) {
        char out[BYTES_AT_ONCE * 4];
        char *to = out;
        size_t room = sizeof out;
        const size_t result = iconv(rtf->decoder, &in, &left, &to, &room);
        rtf__put(rtf, out, (size_t)(to - out));
        if (result != (size_t)-1 || errno == E2BIG)
            continue;
        if (left) {
            rtf__put(rtf, "\xEF\xBF\xBD", 3);
            in++;
            left--;
        }
        (void)iconv(rtf->decoder, NULL, NULL, NULL, NULL);
    }
    rtf->byte_count = 0;
}

static void rtf__byte(struct rtf *rtf, char byte)
{
    if (rtf->to_skip) {
        rtf->to_skip--;
        return;
    }
    if (rtf->byte_count == BYTES_AT_ONCE)
        rtf__flush(rtf);
    rtf->bytes[rtf->byte_count++] = (unsigned char)byte < ' ' ? ' ' : byte;
}

static void rtf__put_codepoint(struct rtf *rtf, uint32_t c)
{
    char encoded[4];
    rtf__flush(rtf);
    rtf__put(rtf, encoded, utf8_encode(c, encoded));
}

/* \uN: a UTF-16 unit, written with a sign. */
static void rtf__unit(struct rtf *rtf, long number)
{
    const uint32_t unit = (uint32_t)(number < 0 ? number + 65536 : number) & 0xFFFF;
    const bool high = unit >= 0xD800 && unit < 0xDC00, low = unit >= 0xDC00 && unit < 0xE000;
    if (low && rtf->high)
        rtf__put_codepoint(rtf, 0x10000 + ((rtf->high - 0xD800) << 10) + (unit - 0xDC00));
    else if (!high)
        rtf__put_codepoint(rtf, low || unit < 0x20 ? 0xFFFD : unit);
    rtf->high = high ? unit : 0;
    rtf->to_skip = rtf__group(rtf)->replaced;
}

/* ---- control words ------------------------------------------------------------------------------------------------- */

static void rtf__date(struct rtf *rtf, const char *word, int number)
{
    const enum rtf_place place = rtf__group(rtf)->place;
    struct timestamp *const timestamp = place == RTF_CREATED ? &rtf->created : place == RTF_CHANGED ? &rtf->changed : NULL;
    if (!timestamp)
        return;
    const struct { const char *word; int *field; } fields[] = {
        {"yr", &timestamp->year}, {"mo", &timestamp->month}, {"dy", &timestamp->day}, {"hr", &timestamp->hour}, {"min", &timestamp->minute}};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        if (strcmp(word, fields[i].word) == 0)
            *fields[i].field = number;
}

static void rtf__destination(struct rtf *rtf, const char *word)
{
    static const struct { const char *word; enum rtf_place place; } places[] = {
        {"title", RTF_TITLE}, {"author", RTF_AUTHOR}, {"creatim", RTF_CREATED}, {"revtim", RTF_CHANGED},
        {"info", RTF_SKIPPED}, {"fonttbl", RTF_SKIPPED}, {"colortbl", RTF_SKIPPED}, {"stylesheet", RTF_SKIPPED}, {"pict", RTF_SKIPPED}, {"object", RTF_SKIPPED},
        {"header", RTF_SKIPPED}, {"headerl", RTF_SKIPPED}, {"headerr", RTF_SKIPPED}, {"headerf", RTF_SKIPPED}, {"footer", RTF_SKIPPED}, {"footerl", RTF_SKIPPED},
        {"footerr", RTF_SKIPPED}, {"footerf", RTF_SKIPPED}, {"footnote", RTF_SKIPPED}, {"annotation", RTF_SKIPPED}, {"fldinst", RTF_SKIPPED}, {"xe", RTF_SKIPPED},
        {"tc", RTF_SKIPPED}, {"listtable", RTF_SKIPPED}, {"revtbl", RTF_SKIPPED}, {"listtext", RTF_SKIPPED}, {"nonshppict", RTF_SKIPPED}};
    struct rtf_group *const group = rtf__group(rtf);
    const bool inside = rtf->depth > 0 && rtf->groups[rtf->depth - 1].place != RTF_TEXT;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (strcmp(word, places[i].word) == 0 && (places[i].place == RTF_SKIPPED || inside))
            group->place = places[i].place;
    if (rtf->optional && group->place == RTF_TEXT && strcmp(word, "shppict") != 0)
        group->place = RTF_SKIPPED;
}

/* Words that stand for text. True: this is one. */
static bool rtf__symbol(struct rtf *rtf, const char *word)
{
    static const struct { const char *word; uint32_t c; } symbols[] = {
        {"tab", ' '}, {"line", '\n'}, {"emdash", 0x2014}, {"endash", 0x2013}, {"lquote", 0x2018}, {"rquote", 0x2019}, {"ldblquote", 0x201C}, {"rdblquote", 0x201D},
        {"bullet", 0x2022}, {"emspace", ' '}, {"enspace", ' '}};
    static const char *const paragraphs[] = {"par", "sect", "page", "cell", "row", "nestcell", "nestrow"};
    for (size_t i = 0; i < sizeof symbols / sizeof symbols[0]; i++)
        if (strcmp(word, symbols[i].word) == 0) {
            rtf__put_codepoint(rtf, symbols[i].c);
            return true;
        }
    for (size_t i = 0; i < sizeof paragraphs / sizeof paragraphs[0]; i++)
        if (strcmp(word, paragraphs[i]) == 0) {
            rtf__flush(rtf);
            if (rtf__group(rtf)->place == RTF_TEXT)
                passages_break(&rtf->passages);
            return true;
        }
    return false;
}

static void rtf__code_page(struct rtf *rtf, long number)
{
    char name[16];
    (void)snprintf(name, sizeof name, "CP%ld", number);
    const iconv_t decoder = iconv_open("UTF-8", name);
    rtf__flush(rtf);
    if (decoder == (iconv_t)-1)
        return;
    (void)iconv_close(rtf->decoder);
    rtf->decoder = decoder;
}

static void rtf__word(struct rtf *rtf, const char *word, bool told, long number)
{
    struct rtf_group *const group = rtf__group(rtf);
    rtf__flush(rtf);
    rtf->to_skip = 0;
    if (strcmp(word, "u") == 0)
        rtf__unit(rtf, number);
    else if (strcmp(word, "uc") == 0)
        group->replaced = number >= 0 && number < LONGEST_WORD ? (unsigned)number : 1;
    else if (strcmp(word, "ansicpg") == 0)
        rtf__code_page(rtf, number);
    else if (strcmp(word, "v") == 0 || strcmp(word, "deleted") == 0)
        group->hidden = !told || number != 0;
    else if (strcmp(word, "plain") == 0)
        group->hidden = false;
    else if (strcmp(word, "bin") == 0 && number > 0)
        rtf->at += number < rtf->end - rtf->at ? number : rtf->end - rtf->at;
    else if (!rtf__symbol(rtf, word)) {
        rtf__date(rtf, word, (int)number);
        rtf__destination(rtf, word);
    }
    rtf->optional = false;
}

/* Behind the backslash: a word with a number, \'hh, or one sign. */
static void rtf__control(struct rtf *rtf)
{
    char word[LONGEST_WORD];
    size_t length = 0;
    while (rtf->at < rtf->end && isalpha((unsigned char)*rtf->at) && length + 1 < sizeof word)
        word[length++] = *rtf->at++;
    word[length] = '\0';
    if (length) {
        char digits[12] = "";
        size_t count = 0;
        if (rtf->at < rtf->end && *rtf->at == '-')
            digits[count++] = *rtf->at++;
        while (rtf->at < rtf->end && isdigit((unsigned char)*rtf->at) && count + 1 < sizeof digits)
            digits[count++] = *rtf->at++;
        rtf->at += rtf->at < rtf->end && *rtf->at == ' ';
        rtf__word(rtf, word, count > 0, strtol(digits, NULL, 10));
        return;
    }
    const char sign = rtf->at < rtf->end ? *rtf->at++ : '\0';
    if (sign == '\'' && rtf->end - rtf->at >= 2) {
        const char hex[] = {rtf->at[0], rtf->at[1], '\0'};
        rtf->at += 2;
        rtf__byte(rtf, (char)strtol(hex, NULL, 16));
    } else if (sign == '~') {
        rtf__put_codepoint(rtf, 0xA0);
    } else if (sign == '_') {
        rtf__put_codepoint(rtf, '-');
    } else if (sign == '*') {
        rtf->optional = true;
    } else if (sign == '\n' || sign == '\r') {
        rtf__word(rtf, "par", false, 0);
    } else if (sign && sign != '-' && sign != '|' && sign != ':') {
        rtf__byte(rtf, sign);
    }
}

/* False: groups stand too deep in each other. */
static bool rtf__read(struct rtf *rtf, struct laut_error *error)
{
    while (rtf->at < rtf->end) {
        const char c = *rtf->at++;
        if (c == '{') {
            rtf__flush(rtf);
            if (rtf->depth + 1 == GROUPS_AT_MOST)
                return error_set(error, NULL, 0, "save it again in a word processor", "more than %d groups of this RTF file stand in each other", GROUPS_AT_MOST);
            rtf->groups[rtf->depth + 1] = rtf->groups[rtf->depth];
            rtf->depth++;
            rtf->to_skip = 0;
        } else if (c == '}') {
            rtf__flush(rtf);
            rtf->depth -= rtf->depth > 0;
            rtf->to_skip = 0;
        } else if (c == '\\') {
            rtf__control(rtf);
        } else if (c != '\r' && c != '\n' && c != '\0') {
            rtf__byte(rtf, c);
        }
    }
    rtf__flush(rtf);
    return rtf->depth == 0 || error_set(error, NULL, 0, "was it copied whole?", "this RTF file is cut off: %zu groups are open at its end", rtf->depth);
}

/* ---- the report ---------------------------------------------------------------------------------------------------- */

static const char *rtf__written(const struct timestamp *timestamp, struct document *document, struct laut_error *error, bool *failed)
{
    if (timestamp->year == TIMESTAMP_UNTOLD || timestamp->day == TIMESTAMP_UNTOLD || !timestamp_exists(timestamp))
        return NULL;
    const char *const written = timestamp_write(timestamp, document->arena, error);
    *failed |= !written;
    return written;
}

bool rtf_report_read(struct document *document, const struct report_knowledge *knowledge, const char *bytes, size_t length, const char *published_option,
                     struct laut_error *error)
{
    struct rtf *const rtf = arena_take(document->arena, 1, sizeof *rtf, error);
    if (!rtf)
        return false;
    *rtf = (struct rtf){.at = bytes, .end = bytes + length, .passages = {.arena = document->arena, .error = error}, .created = timestamp_none(),
                        .changed = timestamp_none(), .decoder = iconv_open("UTF-8", "CP1252")};
    rtf->groups[0] = (struct rtf_group){.place = RTF_TEXT, .replaced = 1};
    passages_add(&rtf->passages, "", 0);
    if (rtf->decoder == (iconv_t)-1)
        return error_out_of_memory(error);
    bool failed = !rtf__read(rtf, error);
    (void)iconv_close(rtf->decoder);
    if (failed || rtf->passages.failed)
        return false;
    const struct properties properties = {.title = rtf->title, .author = rtf->author, .created = rtf__written(&rtf->created, document, error, &failed),
                                          .changed = rtf__written(&rtf->changed, document, error, &failed)};
    return !failed && properties_finish(document, knowledge, &properties, rtf->passages.text, rtf->passages.length, published_option, error);
}
