/* archive/store_events.h: the events of one coding go into the archive. */
#ifndef ARCHIVE_STORE_EVENTS_H
#define ARCHIVE_STORE_EVENTS_H

#include "archive/archive.h"
#include "archive/record.h"

struct stored_report {
    int64_t report, version, coding, outlet;
    const char *outlet_name;
};

/* Mentions, events, their words and parts. The mentions stand in no incident yet. */
bool store_events(struct laut_archive *archive, const struct stored_report *stored, const struct archive_record *record,
                  struct arena *arena, struct laut_error *error) __attribute__((warn_unused_result));

/* The event at index of record in a mention that is there; mention 0: in one of its own. stored->coding is one of people. */
bool store_event_of_people(struct laut_archive *archive, const struct stored_report *stored, const struct archive_record *record, size_t index,
                           int64_t mention, int64_t *event, struct arena *arena, struct laut_error *error) __attribute__((warn_unused_result));

/* The next free id of a day in a table; last is the statement that finds the day's last one. */
bool store_next_id(struct laut_archive *archive, enum sql last, int32_t day, int64_t *id, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
