/* report/taken.c: hands a report's bytes to what reads their kind. */
#include "report/taken.h"

#include "base/hash.h"
#include "report/html_report.h"
#include "report/json_report.h"
#include "report/office_report.h"
#include "report/pdf_report.h"
#include "report/rtf_report.h"
#include "report/timeml_report.h"

#include <stdio.h>
#include <string.h>

static const char taken__mark[] = "\xEF\xBB\xBF";

bool taken_copy(struct taken *taken, struct document *document, enum file_kind kind, const char *bytes, size_t length, struct laut_error *error)
{
    *taken = (struct taken){.kind = kind, .bytes = arena_copy_string(document->arena, bytes, length, error), .length = length};
    return taken->bytes != NULL;
}

bool taken_note(struct taken *taken, struct document *document, const char *bytes, size_t length, bool keep, struct laut_error *error)
{
    hash_sha256(bytes, length, document->report.sha256_input);
    if (!keep)
        return true;
    taken->bytes = arena_copy_string(document->arena, bytes, length, error);
    taken->length = length;
    return taken->bytes != NULL;
}

static bool taken__text(const struct taken *taken, struct document *document, const struct report_knowledge *knowledge,
                        const struct report_reader_options *options, struct laut_error *error)
{
    const size_t mark = taken->length >= sizeof taken__mark - 1 && memcmp(taken->bytes, taken__mark, sizeof taken__mark - 1) == 0 ? sizeof taken__mark - 1 : 0;
    const char *const bytes = taken->bytes + mark;
    const size_t length = taken->length - mark;
    if (!report_check_bytes(taken->bytes, taken->length, document->report.input, 0, error))
        return false;
    if (options->input == REPORT_INPUT_BYTES) {
        document->text = bytes;
        document->text_bytes = length;
        return true;
    }
    if (taken->kind == FILE_NINJS)
        return json_report_read(document, knowledge, bytes, length, options->published, error);
    if (taken->kind == FILE_TIMEML)
        return timeml_report_read(document, knowledge, bytes, length, options->published, error);
    return report_finish(document, knowledge, bytes, length, options->input == REPORT_INPUT_BARE ? REPORT_LAYOUT_BARE : REPORT_LAYOUT_NEWS,
                         options->published, error);
}

static bool taken__report(const struct taken *taken, struct document *document, const struct report_knowledge *knowledge,
                          const struct report_reader_options *options, struct laut_error *error)
{
    if (taken->read)
        return true;
    hash_sha256(taken->bytes, taken->length, document->report.sha256_input);
    switch (taken->kind) {
    case FILE_JSON_LINES:
        return json_report_read(document, knowledge, taken->bytes, taken->length, options->published, error);
    case FILE_HTML:
        return html_report_read(document, knowledge, taken->bytes, taken->length, taken->charset, options->published, error);
    case FILE_OFFICE:
        return office_report_read(document, knowledge, taken->bytes, taken->length, options->published, error);
    case FILE_RTF:
        return rtf_report_read(document, knowledge, taken->bytes, taken->length, options->published, error);
    case FILE_PDF:
        return pdf_report_read(document, knowledge, taken->bytes, taken->length, options->published, error);
    default:
        return taken__text(taken, document, knowledge, options, error);
    }
}

enum report_reading taken_read(const struct taken *taken, struct document *document, const struct report_knowledge *knowledge,
                               const struct report_reader_options *options, struct laut_error *error)
{
    const struct report *const report = &document->report;
    const bool done = taken__report(taken, document, knowledge, options, error);
    if (!done && error && !error->file[0]) {
        (void)snprintf(error->file, sizeof error->file, "%s", report->input ? report->input : "");
        error->line = error->line ? error->line : report->input_line;
    }
    if (!done)
        return REPORT_REFUSED;
    const bool other = options->language && report->language && strcmp(report->language, options->language) != 0;
    return other ? REPORT_PASSED : REPORT_READ;
}
