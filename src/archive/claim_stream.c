/* archive/claim_stream.c: chooses the statement that leads to the fewest claims (one incident, one report, one actor, the full-text index,
 * or all) and tests what it does not test itself. */
#include "archive/claim_stream.h"

#include "archive/review.h"
#include "archive/standing.h"

static bool claim_stream__matches(struct laut_archive *archive, const char *match, int64_t id, bool *matches, struct laut_error *error)
{
    int64_t found = 0;
    const bool done = statement_number(archive, SQL_EVENT_MATCHES, error, &found, "si", match, id);
    *matches = found != 0;
    return done;
}

bool claim_stream_open(struct claim_stream *stream, struct laut_archive *archive, const struct filter *filter, bool oldest_first, int64_t first,
                 int64_t last, struct laut_error *error)
{
    const struct { const char *id; enum sql sql; } narrow[] = {
        {filter->incident, SQL_STREAM_INCIDENT}, {filter->report, SQL_STREAM_REPORT}, {filter->claim, SQL_STREAM_CLAIM},
        {filter->actor, SQL_STREAM_ACTOR}};
    size_t way = 0;
    while (way < sizeof narrow / sizeof narrow[0] && !narrow[way].id)
        way++;
    *stream = (struct claim_stream){.archive = archive, .filter = filter, .error = error};
    first = first > filter->first_id ? first : filter->first_id;
    last = last < filter->last_id ? last : filter->last_id;
    if (way < sizeof narrow / sizeof narrow[0]) {
        stream->test_match = filter->match != NULL;
        stream->rows = statement_open(archive, narrow[way].sql, error);
        return statement_bind(&stream->rows, "iisi", first, last, narrow[way].id, (int64_t)(oldest_first ? 1 : -1));
    }
    if (filter->match) {
        stream->rows = statement_open(archive, oldest_first ? SQL_STREAM_MATCH_OLDEST : SQL_STREAM_MATCH_NEWEST, error);
        return statement_bind(&stream->rows, "iis", first, last, filter->match);
    }
    stream->rows = statement_open(archive, oldest_first ? SQL_STREAM_OLDEST : SQL_STREAM_NEWEST, error);
    return statement_bind(&stream->rows, "ii", first, last);
}

static void claim_stream__row(struct claim_stream *stream)
{
    const struct statement *const rows = &stream->rows;
    stream->row = (struct stream_row){
        .id = column_number(rows, 0), .mention = column_number(rows, 1), .incident = column_number(rows, 2),
        .report = column_number(rows, 3), .current = column_number(rows, 4),
        .confidence = column_is_null(rows, 5) ? -1 : sqlite3_column_double(rows->handle, 5),
        .published = column_is_null(rows, 6) ? DAY_UNKNOWN : (int32_t)column_number(rows, 6), .type = column_string(rows, 7),
        .modes = column_string(rows, 8), .factuality = column_string(rows, 9), .who = column_string(rows, 10),
        .whom = column_string(rows, 11), .sources = column_string(rows, 12), .goods = column_string(rows, 13),
        .country = column_string(rows, 14), .outlet = column_number(rows, 15), .views = sqlite3_column_int(rows->handle, 16)};
}

/* Does what people say of the claim meet a filter review:…? */
static bool claim_stream__reviewed(struct claim_stream *stream, bool *accepts)
{
    const struct filter_review *const asked = &stream->filter->review;
    struct review review = {.id = 0};
    struct statement find = statement_open(stream->archive, SQL_EVENT_CLAIM, stream->error);
    bool done = statement_bind(&find, "i", stream->row.id) && statement_step(&find);
    if (done && stream->row.views & VIEW_SPOKEN_OF)
        done = review_find(stream->archive, column_string(&find, 0), &review, stream->error);
    const bool meets = (asked->states >> review.state & 1) || (asked->disputed && review.disputed) ||
                       (asked->changed && review.state != REVIEW_NONE && review.state != REVIEW_REJECTED && !(stream->row.views & VIEW_REVIEWED) &&
                        review.state != REVIEW_CORRECTED);
    *accepts = meets != asked->negative;
    review_close(&review);
    return statement_close(&find) && done;
}

/* Which event.current a filter lets through, one bit each. */
static const unsigned claim_stream__standings[] = {
    [FILTER_CURRENT] = 1u << CURRENT_CLAIM, [FILTER_SUPERSEDED] = 1u << CURRENT_SUPERSEDED, [FILTER_WITHDRAWN] = 1u << CURRENT_WITHDRAWN, [FILTER_ALL] = ~0u,
    [FILTER_STANDING] = 1u << CURRENT_CLAIM | 1u << CURRENT_WITHDRAWN};

static bool claim_stream__accepts(struct claim_stream *stream, bool *accepts)
{
    const struct filter *const filter = stream->filter;
    const struct stream_row *const row = &stream->row;
    *accepts = false;
    if (!(row->views & filter->views))
        return true;
    if (!(claim_stream__standings[filter->status] >> row->current & 1))
        return true;
    if (filter->confidence >= 0 && row->confidence < filter->confidence)
        return true;
    if (!filter_ranges_have(&filter->published, row->published) || !filter_ranges_have(&filter->when, day_of_id(row->id)))
        return true;
    *accepts = true;
    if (filter->review.any && !claim_stream__reviewed(stream, accepts))
        return false;
    if (!*accepts)
        return true;
    return !stream->test_match || claim_stream__matches(stream->archive, filter->match, row->id, accepts, stream->error);
}

bool claim_stream_next(struct claim_stream *stream)
{
    while (statement_step(&stream->rows)) {
        bool accepts;
        claim_stream__row(stream);
        if (!claim_stream__accepts(stream, &accepts)) {
            stream->failed = true;
            return false;
        }
        if (accepts)
            return true;
    }
    return false;
}

bool claim_stream_close(struct claim_stream *stream)
{
    return statement_close(&stream->rows) && !stream->failed;
}
