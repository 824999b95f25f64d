/* archive/copies.c: near copies are reports published at most COPY_DAYS days apart whose texts are similar: by LEAST_OF_AGENCY where both
 * credit one agency, else by LEAST. A voice is what near copies connect; its id is that of its first report. */
#include "archive/copies.h"

#include "archive/builder.h"
#include "archive/minhash.h"
#include "archive/rules.h"
#include "base/table.h"
#include "base/utf8.h"

#include <string.h>

enum { COPY_DAYS = 2, CREDIT_BYTES = 64, HEAD_BYTES = 250, TAIL_BYTES = 200 };
enum { CREDIT_COLUMN = 1 };
static const double least_of_agency = 0.25, least = 0.5;

/* ---- agencies */

static void copies__credit(const struct table *table, const char *word, size_t length, struct builder *list)
{
    char lower[2 * CREDIT_BYTES], credit[2 * CREDIT_BYTES];
    if (length == 0 || length >= CREDIT_BYTES)
        return;
    (void)utf8_lower_string(word, length, lower);
    for (size_t row = 0; row < table->row_count; row++) {
        const char *const cell = table_cell(table, row, CREDIT_COLUMN);
        (void)utf8_lower_string(cell, strlen(cell) < CREDIT_BYTES ? strlen(cell) : CREDIT_BYTES - 1, credit);
        if (strcmp(lower, credit) == 0)
            builder_word(list, table_cell(table, row, 0));
    }
}

/* Credits inside brackets: (dpa), (AFP/Reuters). */
static void copies__brackets(const struct table *table, const char *text, size_t length, struct builder *list)
{
    for (const char *at = memchr(text, '(', length); at && at < text + length; at = strchr(at + 1, '(')) {
        const size_t inside = strcspn(at + 1, "()\n");
        for (size_t word = 0; at[1 + inside] == ')' && inside < CREDIT_BYTES && word <= inside;) {
            const size_t end = word + strcspn(at + 1 + word, "/,; )");
            copies__credit(table, at + 1 + word, end - word, list);
            word = end + 1;
        }
    }
}

const char *copies_agencies(const struct laut_archive *archive, const char *text, const char *told, struct arena *arena,
                            struct laut_error *error)
{
    struct builder list = builder_on(arena, error);
    const size_t length = strlen(text);
    for (const char *at = told; *at;) {
        const size_t word = strcspn(at, " ");
        copies__credit(archive->agencies, at, word, &list);
        at += word + (at[word] == ' ');
    }
    copies__brackets(archive->agencies, text, length < HEAD_BYTES ? length : HEAD_BYTES, &list);
    if (length > HEAD_BYTES + TAIL_BYTES)
        copies__brackets(archive->agencies, text + length - TAIL_BYTES, TAIL_BYTES, &list);
    return builder_text(&list);
}

static bool copies__share_agency(const char *a, const char *b)
{
    for (const char *at = a; *at;) {
        char word[CREDIT_BYTES];
        const size_t length = strcspn(at, " ");
        (void)snprintf(word, sizeof word, "%.*s", (int)length, at);
        if (*word && list_has(b, word))
            return true;
        at += length + (at[length] == ' ');
    }
    return false;
}

/* ---- voices */

static bool copies__join(struct laut_archive *archive, int64_t report, int64_t other, struct laut_error *error)
{
    int64_t voice = 0, other_voice = 0;
    if (!statement_number(archive, SQL_REPORT_VOICE_OF, error, &voice, "i", report) ||
        !statement_number(archive, SQL_REPORT_VOICE_OF, error, &other_voice, "i", other))
        return false;
    if (voice == other_voice)
        return true;
    return statement_run(archive, SQL_VOICE_MERGE, error, "ii", voice > other_voice ? voice : other_voice,
                         voice > other_voice ? other_voice : voice);
}

struct candidate {
    int64_t report;
    uint32_t signature[MINHASH_COUNT];
    const char *agencies;
};

struct candidates {
    struct candidate *items;
    size_t count, capacity;
};

static const char *copies__bands(const uint32_t *signature, struct arena *arena, struct laut_error *error)
{
    int64_t bands[MINHASH_BANDS];
    for (unsigned band = 0; band < MINHASH_BANDS; band++)
        bands[band] = minhash_band(signature, band);
    return builder_numbers(bands, MINHASH_BANDS, arena, error);
}

/* Reports near in time that share a band. */
static bool copies__candidates(struct laut_archive *archive, int32_t day, const char *bands, struct arena *arena, struct candidates *candidates,
                               struct laut_error *error)
{
    int64_t days[2 * COPY_DAYS + 1];
    for (int i = 0; i <= 2 * COPY_DAYS; i++)
        days[i] = (int64_t)day - COPY_DAYS + i;
    const char *const near = builder_numbers(days, 2 * COPY_DAYS + 1, arena, error);
    if (!near)
        return false;
    struct statement find = statement_open(archive, SQL_SIGNATURES_NEAR, error);
    bool done = statement_bind(&find, "ss", near, bands);
    while (done && statement_step(&find)) {
        struct candidate *const candidate = arena_append(arena, &candidates->items, &candidates->count, &candidates->capacity,
                                                         sizeof *candidate, error);
        const char *const agencies = column_string(&find, 2);
        if (candidate && sqlite3_column_bytes(find.handle, 1) == (int)sizeof candidate->signature) {
            candidate->report = column_number(&find, 0);
            memcpy(candidate->signature, sqlite3_column_blob(find.handle, 1), sizeof candidate->signature);
            candidate->agencies = arena_format(arena, error, "%s", agencies ? agencies : "");
        }
        done = candidate && candidate->agencies;
    }
    return statement_close(&find) && done;
}

bool copies_add(struct laut_archive *archive, int64_t report, int32_t day, const char *text, const char *agencies, struct arena *arena,
                struct laut_error *error)
{
    uint32_t signature[MINHASH_COUNT];
    struct candidates candidates = {.count = 0};
    if (day == DAY_UNKNOWN || !minhash_of(text, signature))
        return true;
    const char *const bands = copies__bands(signature, arena, error);
    if (!bands || !copies__candidates(archive, day, bands, arena, &candidates, error))
        return false;
    for (size_t i = 0; i < candidates.count; i++) {
        const struct candidate *const other = &candidates.items[i];
        const bool agency = copies__share_agency(agencies, other->agencies);
        const double similarity = minhash_similarity(signature, other->signature);
        if (similarity >= (agency ? least_of_agency : least) &&
            (!statement_run(archive, SQL_COPY_INSERT, error, "iids", report, other->report, similarity, agency ? "agency and words" : "words") ||
             !copies__join(archive, report, other->report, error)))
            return false;
    }
    return statement_run(archive, SQL_SIGNATURE_INSERT, error, "iib", report, (int64_t)day, signature, (int)sizeof signature) &&
           statement_run(archive, SQL_SIGNATURE_BANDS_INSERT, error, "iis", (int64_t)day, report, bands);
}

/* Gives each report of a voice its own again, then joins those that are near copies still. */
static bool copies__rebuild(struct laut_archive *archive, int64_t voice, struct arena *arena, struct laut_error *error)
{
    int64_t *pairs = NULL;
    size_t count = 0, capacity = 0;
    struct statement edges = statement_open(archive, SQL_VOICE_COPIES, error);
    bool done = statement_bind(&edges, "i", voice);
    while (done && statement_step(&edges))
        for (int column = 0; done && column < 2; column++) {
            int64_t *const end = arena_append(arena, &pairs, &count, &capacity, sizeof *end, error);
            done = end != NULL;
            if (done)
                *end = column_number(&edges, column);
        }
    if (!statement_close(&edges) || !done || !statement_run(archive, SQL_VOICE_SPLIT, error, "i", voice))
        return false;
    for (size_t i = 0; i + 1 < count; i += 2)
        if (!copies__join(archive, pairs[i], pairs[i + 1], error))
            return false;
    return true;
}

/* Takes the report's text out of those that copies are looked for among. */
static bool copies__forget(struct laut_archive *archive, int64_t report, struct arena *arena, struct laut_error *error)
{
    uint32_t signature[MINHASH_COUNT];
    const char *bands = NULL;
    int64_t day = 0;
    struct statement find = statement_open(archive, SQL_SIGNATURE_FIND, error);
    bool done = statement_bind(&find, "i", report);
    if (done && statement_step(&find) && sqlite3_column_bytes(find.handle, 1) == (int)sizeof signature) {
        day = column_number(&find, 0);
        memcpy(signature, sqlite3_column_blob(find.handle, 1), sizeof signature);
        bands = copies__bands(signature, arena, error);
        done = bands != NULL;
    }
    if (!statement_close(&find) || !done)
        return false;
    return !bands || (statement_run(archive, SQL_SIGNATURE_BANDS_DELETE, error, "iis", day, report, bands) &&
                      statement_run(archive, SQL_SIGNATURE_DELETE, error, "i", report));
}

bool copies_remove(struct laut_archive *archive, int64_t report, struct arena *arena, struct laut_error *error)
{
    int64_t voice = 0;
    return copies__forget(archive, report, arena, error) && statement_number(archive, SQL_REPORT_VOICE_OF, error, &voice, "i", report) &&
           statement_run(archive, SQL_COPY_DELETE, error, "i", report) && copies__rebuild(archive, voice, arena, error);
}
