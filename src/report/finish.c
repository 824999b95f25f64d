/* report/finish.c: layout, title before the text where it does not stand in it, day of publication, language, hashes. */
#include "report/finish.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "report/layout.h"

#include <string.h>

bool report_check_bytes(const char *bytes, size_t length, const char *file, size_t line, struct laut_error *error)
{
    const char *const nul = memchr(bytes, 0, length);
    const size_t invalid = utf8_first_invalid(bytes, nul ? (size_t)(nul - bytes) : length);
    if (!nul && invalid == length)
        return true;
    char place[64];
    (void)snprintf(place, sizeof place, "byte %zu%s", invalid + 1, line ? " of the line" : "");
    if (nul && invalid == (size_t)(nul - bytes))
        return error_set(error, file, line, "is it text? UTF-16 is turned into UTF-8 by: iconv -f UTF-16 -t UTF-8", "NUL byte at %s",
                         place);
    return error_set(error, file, line, "turn it into UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8", "broken UTF-8 at %s", place);
}

const char *report_copy_name(struct document *document, const char *name, struct laut_error *error)
{
    const size_t length = strlen(name);
    char *const copy = arena_take(document->arena, length * 3 + 1, 1, error);
    size_t written = 0;
    for (size_t at = 0, step; copy && at < length; at += step) {
        const uint32_t c = utf8_decode(name + at, length - at, &step);
        written += utf8_encode(c == UTF8_INVALID ? 0xFFFD : c, copy + written);
    }
    return copy;
}

bool report_set_published(struct document *document, const char *date, const char *basis, struct laut_error *error)
{
    struct timestamp timestamp;
    switch (timestamp_read_iso(date, strlen(date), &timestamp)) {
    case TIMESTAMP_READ:
        document->report.published = arena_copy_string(document->arena, date, strlen(date), error);
        document->report.published_basis = basis;
        return document->report.published != NULL;
    case TIMESTAMP_NO_SUCH_DAY:
        return error_set(error, NULL, 0, "mend \"published\"", "\"published\": the date %.40s does not exist", date);
    default:
        return error_set(error, NULL, 0, "write it like 2024-01-05 or 2024-01-05T04:55:00+01:00 (ISO 8601)",
                         "\"published\" is no date: \"%.40s\"", date);
    }
}

static bool report__date(struct document *document, const char *published_option, struct laut_error *error)
{
    struct report *const report = &document->report;
    struct timestamp timestamp;
    report->published_day = DAY_NONE;
    if (!report->published && published_option && !report_set_published(document, published_option, "option", error))
        return false;
    if (report->published && timestamp_read_iso(report->published, strlen(report->published), &timestamp) == TIMESTAMP_READ)
        report->published_day = timestamp_day(&timestamp);
    return true;
}

static bool report__is_empty(const char *text, size_t length)
{
    for (size_t at = 0, step; at < length; at += step)
        if (!utf8_is_space(utf8_decode(text + at, length - at, &step)))
            return false;
    return true;
}

/* Puts the title before the text and moves the paragraphs behind it. */
static bool report__put_title(struct document *document, struct laut_error *error)
{
    const struct report *const report = &document->report;
    if (!report->title || !report->title[0] || report->title_in_text)
        return true;
    const size_t title = strlen(report->title), before = title + 2;
    char *const whole = arena_take(document->arena, before + document->text_bytes + 1, 1, error);
    struct paragraph *const paragraphs = arena_take(document->arena, document->paragraph_count + 1, sizeof *paragraphs, error);
    if (!whole || !paragraphs)
        return false;
    memcpy(whole, report->title, title);
    memcpy(whole + title, "\n\n", 2);
    memcpy(whole + before, document->text, document->text_bytes);
    paragraphs[0] = (struct paragraph){.span = {0, (uint32_t)title}, .kind = PARAGRAPH_TITLE};
    for (size_t i = 0; i < document->paragraph_count; i++) {
        const struct paragraph *const from = &document->paragraphs[i];
        paragraphs[i + 1] = (struct paragraph){
            {from->span.begin_byte + (uint32_t)before, from->span.end_byte + (uint32_t)before}, from->kind, from->entry_day};
    }
    document->text = whole;
    document->text_bytes += before;
    document->body_begin_byte = before;
    document->paragraphs = paragraphs;
    document->paragraph_count++;
    return true;
}

bool report_may_be_empty(const struct report *report)
{
    return report->status && (strcmp(report->status, "withdrawn") == 0 || strcmp(report->status, "withheld") == 0);
}

static bool report__set_text(struct document *document, const char *text, size_t length, struct laut_error *error)
{
    if (report__is_empty(text, length) && !report_may_be_empty(&document->report))
        return error_set(error, NULL, 0, "leave it out, or look whether the right file is named", "the report has no text");
    if (length > REPORT_BYTES_AT_MOST)
        return error_set(error, NULL, 0, "split it into its reports", "a report of %zu bytes is larger than %d allowed", length,
                         REPORT_BYTES_AT_MOST);
    document->text = arena_copy_string(document->arena, text, length, error);
    document->text_bytes = length;
    document->body_begin_byte = 0;
    return document->text != NULL;
}

/* What is told by the text itself, when its paragraphs are known. */
static bool report__complete(struct document *document, const struct report_knowledge *knowledge, const char *published_option,
                             struct laut_error *error)
{
    struct report *const report = &document->report;
    if (!report__date(document, published_option, error))
        return false;
    hash_sha256(document->text, document->text_bytes, report->sha256_text);
    if (!report->sha256_input[0])
        memcpy(report->sha256_input, report->sha256_text, sizeof report->sha256_input);
    report->language = languages_guess(knowledge->languages, document->text, document->text_bytes);
    if (!report->id)
        report->id = arena_format(document->arena, error, "%.16s", report->sha256_text);
    return report->id && report__put_title(document, error);
}

bool report_finish(struct document *document, const struct report_knowledge *knowledge, const char *text, size_t length,
                   enum report_layout layout, const char *published_option, struct laut_error *error)
{
    if (!report__set_text(document, text, length, error))
        return false;
    const bool laid_out = layout == REPORT_LAYOUT_BARE ? layout_bare(document, error) : layout_read(document, knowledge->forms, error);
    return laid_out && report__complete(document, knowledge, published_option, error);
}

bool report_finish_paragraphs(struct document *document, const struct report_knowledge *knowledge, const char *text, size_t length,
                              const struct report_paragraphs *paragraphs, const char *published_option, struct laut_error *error)
{
    if (!report__set_text(document, text, length, error))
        return false;
    document->paragraphs = paragraphs->items;
    document->paragraph_count = paragraphs->count;
    return report__complete(document, knowledge, published_option, error);
}
