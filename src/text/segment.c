/* text/segment.c: sentences and syntactic words.
 *
 * A sentence ends after . ! ? or … and the quotation marks and brackets that close right behind it, if white space and
 * then a capital, a digit or an opening mark follow; it always ends with its paragraph. Contractions are opened by a table.
 */
#include "text/segment.h"

#include "base/utf8.h"
#include "text/knowledge.h"
#include "text/tokenize.h"

#include <string.h>

struct segmenter {
    struct document *document;
    const struct text_knowledge *knowledge;
    struct raw_tokens raw;
    size_t sentence_capacity, token_capacity;
    struct laut_error *error;
};

static uint32_t segment__first(const struct segmenter *segmenter, const struct raw_token *token)
{
    size_t length;
    return utf8_decode(segmenter->document->text + token->span.begin_byte,
                       token->span.end_byte - token->span.begin_byte, &length);
}

static bool segment__is_final(const struct segmenter *segmenter, const struct raw_token *token)
{
    const uint32_t first = segment__first(segmenter, token);
    if (token->kind == RAW_MARK)
        return first == '.' || first == '!' || first == '?' || first == 0x2026;
    if (!token->own_stop)
        return false;
    const uint32_t row = text_row(segmenter->knowledge->abbreviation_rows,
                                  segmenter->document->text + token->span.begin_byte,
                                  token->span.end_byte - token->span.begin_byte);
    return row != DOCUMENT_NONE &&
           strcmp(table_cell(segmenter->knowledge->abbreviations, row, ABBREVIATION_POSITION), "either") == 0;
}

static bool segment__closes(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xAB || c == 0xBB || c == 0x2018 || c == 0x2019 ||
           c == 0x201C || c == 0x201D || c == 0x2039 || c == 0x203A;
}

static bool segment__opens(uint32_t c)
{
    return utf8_is_upper(c) || utf8_is_digit(c) || c == '"' || c == '\'' || c == '`' || c == '(' || c == '[' ||
           c == '-' || c == 0xAB || c == 0xBB || c == 0x201A || c == 0x201E || c == 0x2013 || c == 0x2014 ||
           c == 0x201C || c == 0x2018 || c == 0x2039 || c == 0x203A || c == 0x2026;
}

/* The number of raw tokens from begin to the end of the sentence. */
static size_t segment__sentence_length(const struct segmenter *segmenter, size_t begin, size_t end)
{
    const struct raw_token *const raw = segmenter->raw.items;
    for (size_t i = begin; i < end; i++) {
        if (!segment__is_final(segmenter, &raw[i]))
            continue;
        while (i + 1 < end && !raw[i].space_after && raw[i + 1].kind == RAW_MARK &&
               (segment__closes(segment__first(segmenter, &raw[i + 1])) || segment__is_final(segmenter, &raw[i + 1])))
            i++;
        if (i + 1 < end && raw[i].space_after && segment__opens(segment__first(segmenter, &raw[i + 1])))
            return i + 1 - begin;
    }
    return end - begin;
}

/* The letter that base and a combining mark make together (Unicode NFC, the marks of European names), or 0. */
static uint32_t segment__composed(uint32_t base, uint32_t mark)
{
    static const struct { uint32_t mark; const char *bases; const uint32_t composed[20]; } pairs[] = {
        {0x308, "aouAOUeiEI", {0xE4, 0xF6, 0xFC, 0xC4, 0xD6, 0xDC, 0xEB, 0xEF, 0xCB, 0xCF}},
        {0x301, "aeiouyAEIOUcnsz", {0xE1, 0xE9, 0xED, 0xF3, 0xFA, 0xFD, 0xC1, 0xC9, 0xCD, 0xD3, 0xDA, 0x107, 0x144, 0x15B, 0x17A}},
        {0x300, "aeiouAEIOU", {0xE0, 0xE8, 0xEC, 0xF2, 0xF9, 0xC0, 0xC8, 0xCC, 0xD2, 0xD9}},
        {0x302, "aeiouAEIOU", {0xE2, 0xEA, 0xEE, 0xF4, 0xFB, 0xC2, 0xCA, 0xCE, 0xD4, 0xDB}},
        {0x303, "anoANO", {0xE3, 0xF1, 0xF5, 0xC3, 0xD1, 0xD5}},
        {0x30A, "aAuU", {0xE5, 0xC5, 0x16F, 0x16E}},
        {0x327, "cCsS", {0xE7, 0xC7, 0x15F, 0x15E}},
        {0x30C, "cszCSZer", {0x10D, 0x161, 0x17E, 0x10C, 0x160, 0x17D, 0x11B, 0x159}},
        {0x306, "gG", {0x11F, 0x11E}}};
    for (size_t i = 0; base && base < 0x80 && i < sizeof pairs / sizeof *pairs; i++) {
        const char *const at = pairs[i].mark == mark ? strchr(pairs[i].bases, (int)base) : NULL;
        if (at)
            return pairs[i].composed[at - pairs[i].bases];
    }
    return 0;
}

/* The word as dictionaries write it: soft hyphens and invisible marks gone, letters composed. */
static const char *segment__form(const struct segmenter *segmenter, struct span span)
{
    const size_t length = span.end_byte - span.begin_byte;
    const char *const bytes = segmenter->document->text + span.begin_byte;
    char *const form = arena_take(segmenter->document->arena, length + 1, 1, segmenter->error);
    size_t written = 0, step, last_begin = 0;
    uint32_t last = 0;
    for (size_t at = 0; form && at < length; at += step) {
        uint32_t c = utf8_decode(bytes + at, length - at, &step);
        if (c == 0xAD)
            continue;
        const uint32_t composed = c >= 0x300 && c <= 0x36F ? segment__composed(last, c) : 0;
        if (composed) {
            written = last_begin;
            c = composed;
        }
        last_begin = written;
        last = c;
        written += utf8_encode(c, form + written);
    }
    return form;
}

static struct token *segment__add_token(struct segmenter *segmenter, const struct raw_token *raw, const char *form)
{
    struct document *const document = segmenter->document;
    struct token *const token = arena_append(document->arena, &document->tokens, &document->token_count,
                                             &segmenter->token_capacity, sizeof *token, segmenter->error);
    if (token)
        *token = (struct token){.span = raw->span, .form = form, .space_after = raw->space_after,
                                .sentence = (uint32_t)document->sentence_count - 1, .head = DOCUMENT_NONE,
                                .particle = DOCUMENT_NONE};
    return token;
}

/* The contraction's row, looked up in small letters, or DOCUMENT_NONE. */
static uint32_t segment__contraction(const struct text_knowledge *knowledge, const char *form)
{
    enum { LONGEST_CONTRACTION = 12 };
    char lower[LONGEST_CONTRACTION + 1];
    const size_t length = strlen(form);
    if (length > LONGEST_CONTRACTION)
        return DOCUMENT_NONE;
    const size_t lower_length = utf8_lower_string(form, length, lower);
    return text_row(knowledge->contraction_rows, lower, lower_length);
}

/* first with a capital where the contraction has one. */
static const char *segment__cased(struct arena *arena, const char *first, const char *contraction, struct laut_error *error)
{
    size_t length, contraction_length;
    const uint32_t c = utf8_decode(first, strlen(first), &length);
    if (!utf8_is_upper(utf8_decode(contraction, strlen(contraction), &contraction_length)))
        return first;
    char capital[4];
    const size_t capital_length = utf8_encode(utf8_upper(c), capital);
    return arena_format(arena, error, "%.*s%s", (int)capital_length, capital, first + length);
}

static bool segment__word(struct segmenter *segmenter, const struct raw_token *raw)
{
    const char *const form = segment__form(segmenter, raw->span);
    const uint32_t row = form && raw->kind == RAW_WORD ? segment__contraction(segmenter->knowledge, form) : DOCUMENT_NONE;
    if (!form || row == DOCUMENT_NONE)
        return form && segment__add_token(segmenter, raw, form);
    const struct table *const table = segmenter->knowledge->contractions;
    const char *const first = segment__cased(segmenter->document->arena, table_cell(table, row, CONTRACTION_FIRST), form,
                                             segmenter->error);
    struct token *token = first ? segment__add_token(segmenter, raw, first) : NULL;
    if (!token)
        return false;
    token->contraction_part = 1;
    token->space_after = false;
    token = segment__add_token(segmenter, raw, table_cell(table, row, CONTRACTION_SECOND));
    if (token)
        token->contraction_part = 2;
    return token != NULL;
}

static bool segment__sentence(struct segmenter *segmenter, size_t begin, size_t count, size_t paragraph)
{
    struct document *const document = segmenter->document;
    const struct raw_token *const raw = segmenter->raw.items;
    struct sentence *const sentence = arena_append(document->arena, &document->sentences, &document->sentence_count,
                                                   &segmenter->sentence_capacity, sizeof *sentence, segmenter->error);
    if (!sentence)
        return false;
    const uint32_t first = (uint32_t)document->token_count;
    *sentence = (struct sentence){.span = {raw[begin].span.begin_byte, raw[begin + count - 1].span.end_byte},
                                  .paragraph = (uint32_t)paragraph, .kind = document->paragraphs[paragraph].kind,
                                  .root = DOCUMENT_NONE};
    for (size_t i = begin; i < begin + count; i++)
        if (!segment__word(segmenter, &raw[i]))
            return false;
    sentence->tokens = (struct token_range){first, (uint32_t)document->token_count - first};
    return true;
}

/* One given word, or the two that it is; returns how many. 0: out of memory. */
static uint32_t segment__open(const struct document *document, const struct text_knowledge *knowledge, const struct token *token,
                              struct token *into, struct laut_error *error)
{
    const uint32_t row = token->contraction_part ? DOCUMENT_NONE : segment__contraction(knowledge, token->form);
    into[0] = *token;
    if (row == DOCUMENT_NONE)
        return 1;
    into[1] = *token;
    into[0].contraction_part = 1;
    into[0].space_after = false;
    into[1].contraction_part = 2;
    into[0].form = segment__cased(document->arena, table_cell(knowledge->contractions, row, CONTRACTION_FIRST), token->form, error);
    into[1].form = table_cell(knowledge->contractions, row, CONTRACTION_SECOND);
    return into[0].form ? 2 : 0;
}

static bool segment__open_given(struct document *document, const struct text_knowledge *knowledge, struct laut_error *error)
{
    struct token *const tokens = arena_take(document->arena, 2 * document->token_count + 1, sizeof *tokens, error);
    uint32_t written = 0;
    if (!tokens)
        return false;
    for (size_t s = 0; s < document->sentence_count; s++) {
        struct token_range *const range = &document->sentences[s].tokens;
        const uint32_t first = written;
        for (uint32_t i = range->first; i < range->first + range->count; i++) {
            const uint32_t count = segment__open(document, knowledge, &document->tokens[i], tokens + written, error);
            if (!count)
                return false;
            written += count;
        }
        *range = (struct token_range){first, written - first};
    }
    document->tokens = tokens;
    document->token_count = written;
    return true;
}

bool text_segment(struct document *document, const struct text_knowledge *knowledge, struct laut_error *error)
{
    struct segmenter segmenter = {.document = document, .knowledge = knowledge, .error = error};
    if (document->token_count)
        return segment__open_given(document, knowledge, error);
    for (size_t paragraph = 0; paragraph < document->paragraph_count; paragraph++) {
        segmenter.raw.count = 0;
        if (!text_tokenize(document, document->paragraphs[paragraph].span, knowledge, &segmenter.raw, error))
            return false;
        for (size_t begin = 0; begin < segmenter.raw.count;) {
            const size_t count = segment__sentence_length(&segmenter, begin, segmenter.raw.count);
            if (!segment__sentence(&segmenter, begin, count, paragraph))
                return false;
            begin += count;
        }
    }
    return true;
}
