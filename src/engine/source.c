/* engine/source.c: reports one after another, out of JSON Lines and plain text files. Gives way to report/ as soon as that room
 * is there. */
#include "engine/engine.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "parse/conllu.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct laut_source {
    const struct laut_engine *engine;
    const char *const *paths;
    size_t path_count, next_path;
    const char *published;
    enum laut_input input;
    FILE *file;
    char *line;
    size_t capacity, line_number;
};

static const char *source__copy(struct arena *arena, const char *bytes, struct laut_error *error)
{
    return bytes ? arena_copy_string(arena, bytes, strlen(bytes), error) : NULL;
}

static bool source__paragraphs(struct document *document, struct laut_error *error)
{
    size_t count = 0, capacity = 0;
    struct paragraph *paragraphs = NULL;
    for (size_t at = 0; at < document->text_bytes;) {
        size_t end = at;
        while (end < document->text_bytes && document->text[end] != '\n')
            end++;
        if (end > at) {
            struct paragraph *const paragraph = arena_append(document->arena, &paragraphs, &count, &capacity, sizeof *paragraph,
                                                             error);
            if (!paragraph)
                return false;
            *paragraph = (struct paragraph){{(uint32_t)at, (uint32_t)end},
                                            at < document->body_begin_byte ? PARAGRAPH_TITLE : PARAGRAPH_BODY};
        }
        at = end + 1;
    }
    document->paragraphs = paragraphs;
    document->paragraph_count = count;
    return true;
}

static bool source__fill(struct document *document, const char *text, size_t length, struct laut_error *error)
{
    struct report *const report = &document->report;
    const size_t title_bytes = report->title ? strlen(report->title) + 2 : 0;
    char *const whole = arena_take(document->arena, title_bytes + length + 1, 1, error);
    if (!whole)
        return false;
    if (title_bytes)
        (void)sprintf(whole, "%s\n\n", report->title);
    memcpy(whole + title_bytes, text, length);
    document->text = whole;
    document->text_bytes = title_bytes + length;
    document->body_begin_byte = title_bytes;
    hash_sha256(text, length, report->sha256_text);
    hash_sha256(text, length, report->sha256_input);
    int year, month, day;
    report->published_day = DAY_NONE;
    if (report->published && sscanf(report->published, "%4d-%2d-%2d", &year, &month, &day) == 3) {
        const int64_t y = month <= 2 ? year - 1 : year, era = y / 400, yoe = y - era * 400;
        const int64_t doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        report->published_day = (int32_t)(era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468);
        report->published_basis = "field";
    }
    if (!report->id)
        report->id = arena_format(document->arena, error, "%.16s", report->sha256_text);
    return report->id && source__paragraphs(document, error);
}

static bool source__json(struct laut_document *document, const char *path, const char *line, size_t length, size_t number,
                         struct laut_error *error)
{
    json_error_t why;
    json_t *const root = json_loadb(line, length, 0, &why);
    if (!root)
        return error_set(error, path, number, NULL, "%s", why.text);
    struct arena *const arena = document->document.arena;
    struct report *const report = &document->document.report;
    report->id = source__copy(arena, json_string_value(json_object_get(root, "id")), error);
    report->title = source__copy(arena, json_string_value(json_object_get(root, "title")), error);
    report->published = source__copy(arena, json_string_value(json_object_get(root, "published")), error);
    report->uri = source__copy(arena, json_string_value(json_object_get(root, "uri")), error);
    report->publisher = source__copy(arena, json_string_value(json_object_get(root, "publisher")), error);
    report->input = source__copy(arena, path, error);
    report->input_line = (uint32_t)number;
    const json_t *const text = json_object_get(root, "text");
    const bool done = text && json_is_string(text)
                          ? source__fill(&document->document, json_string_value(text), json_string_length(text), error)
                          : error_set(error, path, number, NULL, "no text");
    json_decref(root);
    return done;
}

/* Stop-gap: the day of creation and the text without its tags. */
static bool source__timeml(struct document *document, const char *bytes, const char *published, struct laut_error *error)
{
    const char *const creation = strstr(bytes, "CREATION_TIME"), *dct = strstr(bytes, "<DCT>");
    const char *value = dct ? strstr(dct, " value=\"") : NULL;
    const char *text = strstr(bytes, "<TEXT>");
    const char *const end = text ? strstr(text, "</TEXT>") : NULL;
    if (!creation || !end)
        return error_set(error, document->report.input, 0, NULL, "no TimeML");
    document->report.published = value ? arena_copy_string(document->arena, value + 8, strcspn(value + 8, "\""), error) : published;
    char *const plain = arena_take(document->arena, (size_t)(end - text) + 1, 1, error);
    static const struct { const char *name; char byte; } names[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'},
                                                                    {"&apos;", '\''}};
    size_t length = 0;
    for (text += 6; plain && text < end;) {
        if (*text == '<') {
            text += strcspn(text, ">") + 1;
            continue;
        }
        size_t step = 1;
        plain[length] = *text;
        for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
            if (strncmp(text, names[i].name, strlen(names[i].name)) == 0) {
                plain[length] = names[i].byte;
                step = strlen(names[i].name);
            }
        length++;
        text += step;
    }
    return plain && source__fill(document, plain, length, error);
}

struct laut_source *laut_source_open(const struct laut_engine *engine, const char *const *paths, size_t path_count,
                                     const struct laut_source_options *options, struct laut_error *error)
{
    struct laut_source *const source = calloc(1, sizeof *source);
    if (!source) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    source->engine = engine;
    source->paths = paths;
    source->path_count = path_count;
    source->published = options ? options->published : NULL;
    source->input = options ? options->input : LAUT_INPUT_REPORTS;
    return source;
}

enum laut_reading laut_source_read(struct laut_source *source, struct laut_document **document, struct laut_error *error)
{
    for (;;) {
        if (!source->file) {
            if (source->next_path == source->path_count)
                return LAUT_READING_END;
            const char *const path = source->paths[source->next_path++];
            source->line_number = 0;
            source->file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
            if (!source->file) {
                (void)error_set(error, path, 0, NULL, "%s", strerror(errno));
                return LAUT_READING_REFUSED;
            }
        }
        const char *const path = source->paths[source->next_path - 1];
        const ssize_t length = getline(&source->line, &source->capacity, source->file);
        if (length < 0) {
            if (source->file != stdin)
                (void)fclose(source->file);
            source->file = NULL;
            continue;
        }
        source->line_number++;
        *document = engine_document_open(source->engine, error);
        if (!*document)
            return LAUT_READING_REFUSED;
        bool done;
        if (source->input == LAUT_INPUT_REPORTS && source->line[0] == '{') {
            done = source__json(*document, path, source->line, (size_t)length, source->line_number, error);
        } else {
            size_t all = (size_t)length;
            ssize_t more;
            char *next = NULL, *whole = strdup(source->line);
            size_t next_capacity = 0;
            while (whole && (more = getline(&next, &next_capacity, source->file)) >= 0) {
                whole = realloc(whole, all + (size_t)more + 1);
                if (whole)
                    memcpy(whole + all, next, (size_t)more + 1);
                all += (size_t)more;
            }
            free(next);
            (*document)->document.report.published =
                source__copy((*document)->document.arena, source->published, error);
            (*document)->document.report.input = source__copy((*document)->document.arena, path, error);
            if (source->input == LAUT_INPUT_CONLLU) {
                (*document)->segmented = true;
                done = whole && conllu_read_forms(&(*document)->document, path, whole, all, error);
            } else if (whole && source->input == LAUT_INPUT_REPORTS && strncmp(whole, "<?xml", 5) == 0) {
                done = source__timeml(&(*document)->document, whole, source->published, error);
            } else {
                done = whole && source__fill(&(*document)->document, whole, all, error);
            }
            free(whole);
        }
        if (done) {
            record_report(&(*document)->document, &(*document)->record.report);
            return LAUT_READING_DONE;
        }
        laut_document_free(*document);
        *document = NULL;
        return LAUT_READING_REFUSED;
    }
}

double laut_source_progress(const struct laut_source *source)
{
    return source->path_count ? (double)source->next_path / (double)source->path_count : 1;
}

void laut_source_free(struct laut_source *source)
{
    if (!source)
        return;
    free(source->line);
    free(source);
}

struct laut_document *laut_document_read(const struct laut_engine *engine, const struct laut_report_given *given,
                                         struct laut_error *error)
{
    struct laut_document *const document = engine_document_open(engine, error);
    if (!document)
        return NULL;
    struct report *const report = &document->document.report;
    report->id = source__copy(document->document.arena, given->id, error);
    report->title = source__copy(document->document.arena, given->title, error);
    report->published = source__copy(document->document.arena, given->published, error);
    if (source__fill(&document->document, given->text, given->text_bytes ? given->text_bytes : strlen(given->text), error) &&
        laut_document_code(document, error))
        return document;
    laut_document_free(document);
    return NULL;
}
