/* archive/record.h: a record of `laut read --json`, checked and taken apart.
 *
 *     record.title "Nordkorea beschießt …", record.events[0].type "ASSAULT", .who "PRK/MIL", .happened.begin 14936
 */
#ifndef ARCHIVE_RECORD_H
#define ARCHIVE_RECORD_H

#include "base/arena.h"

#include "archive/day.h"

#include <jansson.h>
#include <stddef.h>

struct record_days {
    int32_t begin, end;              /* DAY_UNKNOWN: not told */
};

struct record_event {
    json_t *json;
    const char *claim, *type, *factuality;
    const char *modes, *aux;         /* space separated */
    const char *who, *whom, *sources;            /* CODE/SECTOR, ? for what is unknown; no sources: "" */
    const char *goods;               /* classes of items */
    const char *country, *place, *precision;     /* NULL: not told */
    struct record_days happened, said;
    double confidence;               /* NAN: not told */
    size_t incident;                 /* number in the record */
    const char *words;               /* the evidence */
    size_t words_bytes;
};

struct archive_record {
    json_t *root;                    /* freed by record_close */
    const char *id, *uri, *title, *published, *publisher, *sha256_input, *sha256_text, *version, *tables, *model;
    const char *text, *agencies;
    const char *status, *embargo, *note;         /* what a newsroom says of it; NULL: nothing */
    int64_t number;                  /* the newsroom's number of this version, 0: none */
    size_t text_bytes;
    bool own_id;                     /* id is the report's own, no hash of its text */
    int32_t published_day;
    struct record_event *events;
    size_t event_count;
    json_t *entities;
};

/* Everything lives in the arena or in record->root. False: the record is refused, error says which field is wrong. */
bool record_open(const char *bytes, size_t length, struct arena *arena, struct archive_record *record, struct laut_error *error)
    __attribute__((warn_unused_result));
/* A record out of whose text a name was taken: the text need not be that of its hash. Takes over root. */
bool record_open_redacted(json_t *root, struct arena *arena, struct archive_record *record, struct laut_error *error)
    __attribute__((warn_unused_result));
void record_close(struct archive_record *record);

/* One event; text and title as in its record. text NULL: its words are not looked for. */
bool record_event_open(json_t *json, struct arena *arena, const char *text, const char *title, struct record_event *event,
                       struct laut_error *error) __attribute__((warn_unused_result));

/* A string of an object, or NULL. */
const char *record_string(const json_t *object, const char *key);

/* The entity that a party is, or NULL; lent. */
const json_t *record_entity(const struct archive_record *record, const json_t *party);

/* Byte offset of a code point; bytes where text ends before. */
size_t record_offset(const char *text, size_t codepoint);

#endif
