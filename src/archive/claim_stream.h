/* archive/claim_stream.h: the claims that a filter lets through, in the order of days.
 *
 *     struct claim_stream stream;
 *     if (claim_stream_open(&stream, archive, &filter, false, first, last, error))
 *         while (claim_stream_next(&stream)) use(stream.row.id);
 *     if (!claim_stream_close(&stream)) ...
 */
#ifndef ARCHIVE_CLAIM_STREAM_H
#define ARCHIVE_CLAIM_STREAM_H

#include "archive/filter.h"

struct stream_row {                  /* strings are lent until the next row */
    int64_t id, mention, incident, report, outlet;         /* incident 0: superseded */
    int64_t current;                 /* CURRENT_CLAIM … of archive/standing.h */
    double confidence;               /* below 0: not told */
    int32_t published;
    int views;                       /* enum views */
    const char *type, *modes, *factuality, *who, *whom, *sources, *goods, *country;
};

struct claim_stream {
    struct laut_archive *archive;
    const struct filter *filter;
    struct statement rows;
    bool test_match;                 /* the statement did not use filter->match */
    struct stream_row row;
    struct laut_error *error;
    bool failed;
};

/* Ids between first and last, both inclusive, within those of the filter. False: nothing needs closing. */
bool claim_stream_open(struct claim_stream *stream, struct laut_archive *archive, const struct filter *filter, bool oldest_first, int64_t first,
                 int64_t last, struct laut_error *error) __attribute__((warn_unused_result));
bool claim_stream_next(struct claim_stream *stream);
bool claim_stream_close(struct claim_stream *stream) __attribute__((warn_unused_result));

#endif
