/* archive/rows_reports.c: reports, the newest first; with filters for claims, those that have such a claim. */
#include "archive/answer.h"
#include "archive/highlight.h"
#include "archive/report_row.h"

#include <string.h>

enum { SNIPPET_BYTES = 240 };

/* The part of the text around the first word that was asked for. */
static json_t *report__snippet(const char *text, const char *const *words, size_t word_count)
{
    const size_t length = strlen(text);
    json_t *const all = highlight_spans(text, length < 65536 ? length : 65536, words, word_count);
    const size_t point = (size_t)json_integer_value(json_array_get(json_array_get(all, 0), 0));
    size_t begin = record_offset(text, point);
    json_decref(all);
    begin = begin > SNIPPET_BYTES / 3 ? begin - SNIPPET_BYTES / 3 : 0;
    while (begin && text[begin] != ' ' && text[begin] != '\n')
        begin--;
    begin += begin > 0;
    size_t end = begin + SNIPPET_BYTES < length ? begin + SNIPPET_BYTES : length;
    while (end < length && text[end] != ' ' && text[end] != '\n')
        end++;
    return json_pack("{s:o,s:o}", "text", json_stringn(text + begin, end - begin), "highlights",
                     highlight_spans(text + begin, end - begin, words, word_count));
}

json_t *report_row_open(struct laut_archive *archive, int64_t version, const char *const *words, size_t word_count, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_REPORT_OF_VERSION, error);
    json_t *row = NULL;
    bool done = false;
    if (statement_bind(&find, "i", version) && statement_step(&find)) {
        const int copies = sqlite3_column_int(find.handle, 8);
        row = json_pack("{s:s,s:s?,s:s,s:s?,s:s?,s:i,s:i,s:s?,s:i}", "id", column_string(&find, 0), "uri", column_string(&find, 1), "outlet",
                        column_string(&find, 2), "title", column_string(&find, 3), "published", column_string(&find, 4), "versions",
                        sqlite3_column_int(find.handle, 5), "events", sqlite3_column_int(find.handle, 6), "voice",
                        copies ? column_string(&find, 7) : NULL, "copies", copies);
        static const struct { const char *name; int column; } said[] = {{"status", 10}, {"embargo", 11}, {"note", 12}};
        done = row != NULL;
        for (size_t i = 0; done && i < sizeof said / sizeof said[0]; i++)
            done = json_object_set_new(row, said[i].name, column_is_null(&find, said[i].column) ? json_null() : json_string(column_string(&find, said[i].column))) == 0;
        if (done && word_count)
            done = json_object_set_new(row, "snippet", report__snippet(column_string(&find, 9), words, word_count)) == 0;
    }
    if (statement_close(&find) && done)
        return row;
    json_decref(row);
    return NULL;
}

/* Reports that are asked for by nothing but words, outlet, id and days need no look at their claims. */
static bool report__open(struct laut_answer *answer, struct laut_error *error)
{
    const bool match = answer->filter.report_match != NULL;
    const int64_t last = answer->after >= 0 ? answer->after - 1 : INT64_MAX;
    struct claim_stream *const stream = &answer->stream;
    *stream = (struct claim_stream){.archive = answer->archive, .filter = &answer->filter, .error = error,
                              .rows = statement_open(answer->archive, match ? SQL_STREAM_REPORTS_MATCH : SQL_STREAM_REPORTS_NEWEST, error)};
    answer->streaming = match ? statement_bind(&stream->rows, "iis", (int64_t)0, last, answer->filter.report_match)
                              : statement_bind(&stream->rows, "ii", (int64_t)0, last);
    return answer->streaming;
}

static enum row_found report__give(struct laut_answer *answer, int64_t version, json_t **row, struct laut_error *error)
{
    if (!row)
        return ROW_FOUND;
    *row = report_row_open(answer->archive, version, answer->filter.words, answer->filter.word_count, error);
    return *row ? ROW_FOUND : ROW_FAILED;
}

/* Does the filter let through the report that the stream stands at? */
static bool report__passes(struct laut_answer *answer, bool *passes, struct laut_error *error)
{
    const struct filter *const filter = &answer->filter;
    const struct statement *const rows = &answer->stream.rows;
    const int64_t version = column_number(rows, 0);
    int64_t unwanted = 0;
    *passes = filter_ranges_have(&filter->published, day_of_id(version)) && (!filter->report || strcmp(filter->report, column_string(rows, 1)) == 0);
    if (!*passes)
        return true;
    struct arena *const arena = filter->outlet_count ? arena_open(0, error) : NULL;
    const bool done = !filter->outlet_count || (arena && filter_has_outlet(filter, column_string(rows, 2), arena, passes, error));
    arena_free(arena);
    if (!done ||
        (filter->report_unmatch && !statement_number(answer->archive, SQL_REPORT_MATCHES, error, &unwanted, "si", filter->report_unmatch, version)))
        return false;
    *passes = *passes && !unwanted;
    return true;
}

static enum row_found report__direct(struct laut_answer *answer, json_t **row, struct laut_error *error)
{
    if (!answer->streaming && !report__open(answer, error))
        return ROW_FAILED;
    while (statement_step(&answer->stream.rows)) {
        const int64_t version = column_number(&answer->stream.rows, 0);
        bool passes;
        if (!report__passes(answer, &passes, error))
            return ROW_FAILED;
        if (!passes)
            continue;
        if (row)
            answer->at = version;
        return report__give(answer, version, row, error);
    }
    return answer->stream.rows.failed ? ROW_FAILED : ROW_NONE;
}

enum row_found rows_reports(struct laut_answer *answer, json_t **row, struct laut_error *error)
{
    if (answer->filter.only_words)
        return report__direct(answer, row, error);
    if (!answer_stream(answer, error))
        return ROW_FAILED;
    while (claim_stream_next(&answer->stream)) {
        const struct stream_row found = answer->stream.row;
        int64_t version = 0;
        bool seen;
        if (!answer_seen(answer, found.report, &seen, error))
            return ROW_FAILED;
        if (seen)
            continue;
        if (!statement_number(answer->archive, SQL_REPORT_VERSION, error, &version, "i", found.report))
            return ROW_FAILED;
        if (row)
            answer->at = found.id;
        return report__give(answer, version, row, error);
    }
    return answer_failed(answer) ? ROW_FAILED : ROW_NONE;
}
