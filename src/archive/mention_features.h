/* archive/mention_features.h: what the rules compare of a mention: the claims of one report that tell one act.
 *
 *     "Russland hat am Dienstag Charkiw mit Drohnen angegriffen", published 2024-03-13
 *         family attack, who "RUS", whom "UKR", places "c:charkiw", goods "drone", modes "drone", day 2024-03-12, dated
 */
#ifndef ARCHIVE_MENTION_FEATURES_H
#define ARCHIVE_MENTION_FEATURES_H

#include "archive/builder.h"
#include "archive/record.h"

struct features {
    const char *family, *who, *whom, *places, *goods, *modes;    /* space separated, sorted */
    const char *topics;              /* hashes of the names that its report tells most often */
    int64_t day;                     /* on which it happened; not dated: on which it was published, DAY_UNKNOWN if that is not told */
    bool dated;                      /* the report tells a day, or two */
    int64_t begin, end;              /* the days between which the report tells that it happened; DAY_UNKNOWN: not told */
    const char *words;               /* hash of the first claim's words */
    const char *claim;               /* the first claim's id, for an order that no order of adding changes */
};

/* Hashes of the names that the report tells most often: the same for all its mentions. NULL: out of memory. */
const char *features_topics(const struct archive_record *record, struct arena *arena, struct laut_error *error);

/* Of the events with this number in the record. */
bool features_of_mention(const struct archive_record *record, const size_t *events, size_t count, const char *family, const char *topics,
                         struct arena *arena, struct features *features, struct laut_error *error) __attribute__((warn_unused_result));

/* As one line, and back; the line is cut in place. */
const char *features_write(const struct features *features, struct arena *arena, struct laut_error *error);
bool features_read(char *line, struct features *features) __attribute__((warn_unused_result));

#endif
