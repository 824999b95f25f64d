/* archive/transfers.c: see archive/transfers.h. */
#include "archive/transfers.h"

#include "archive/builder.h"
#include "base/table.h"

#include <stdio.h>
#include <string.h>

enum { COLUMN_TYPE = 1, COLUMN_MODE, COLUMN_FRAME, COLUMN_FACTUALITY, COLUMN_AUX, COLUMN_STATE, COLUMN_DIRECTION };
enum { NAME_BYTES = 128 };

/* Arms are what is not money, goods of daily use or people. */
static bool transfers__is_arms(const char *class)
{
    static const char *const others[] = {"money", "goods", "troops"};
    return class && table_term(class, others, 3) < 0;
}

/* Claims of arms whose kind is not told are too general for one delivery: they stand on the line of the two states. */
static const char *transfers__class(const char *class)
{
    static const char *const general[] = {"weapon", "military-equipment"};
    return table_term(class, general, 2) >= 0 ? "" : class;
}

static bool transfers__is_foreign(const json_t *item, const json_t *parties)
{
    const char *const origin = record_string(item, "origin");
    size_t index;
    json_t *party;
    if (!origin || !transfers__is_arms(record_string(item, "class")))
        return false;
    json_array_foreach(parties, index, party) {
        const char *const code = record_string(party, "code");
        if (code && strcmp(code, origin) == 0)
            return false;
    }
    return json_array_size(parties) > 0;
}

/* Those who have the arms where the transfer is implied: who uses them, or from whom they are seized. */
static const json_t *transfers__holders(const struct record_event *event)
{
    return json_object_get(event->json, strcmp(event->type, "COERCE") == 0 ? "recipients" : "actors");
}

static bool transfers__has_arms(const struct record_event *event, bool foreign)
{
    size_t index;
    json_t *item;
    json_array_foreach(json_object_get(event->json, "items"), index, item)
        if (foreign ? transfers__is_foreign(item, transfers__holders(event)) : transfers__is_arms(record_string(item, "class")))
            return true;
    return false;
}

/* Is the lemma of the claim's frame ("liefern.1") in the list? */
static bool transfers__is_frame(const struct record_event *event, const char *list)
{
    const char *const frame = record_string(json_object_get(event->json, "why"), "frame");
    const size_t length = frame ? strcspn(frame, ".") : 0;
    for (const char *at = list; *at && length;) {
        const size_t found = strcspn(at, ",");
        if (found == length && memcmp(at, frame, length) == 0)
            return true;
        at += found + (at[found] == ',');
    }
    return !*list;
}

int transfers_row(const struct laut_archive *archive, const struct record_event *event)
{
    const struct table *const table = archive->transfers;
    for (size_t row = 0; row < table->row_count && transfers__has_arms(event, false); row++) {
        const char *const type = table_cell(table, row, COLUMN_TYPE), *const mode = table_cell(table, row, COLUMN_MODE);
        const char *const factuality = table_cell(table, row, COLUMN_FACTUALITY), *const aux = table_cell(table, row, COLUMN_AUX);
        if ((strcmp(type, "*") != 0 && strcmp(type, event->type) != 0) || (*mode && !list_has(event->modes, mode)) ||
            (*factuality && strcmp(factuality, event->factuality) != 0) || (*aux && !list_has(event->aux, aux)) ||
            !transfers__is_frame(event, table_cell(table, row, COLUMN_FRAME)))
            continue;
        if (strcmp(table_cell(table, row, COLUMN_DIRECTION), "origin") != 0 || transfers__has_arms(event, true))
            return (int)row;
    }
    return -1;
}

const char *transfers_state(const struct laut_archive *archive, int row)
{
    return row < 0 ? NULL : table_cell(archive->transfers, (size_t)row, COLUMN_STATE);
}

/* States by their code, others by their name. */
static void transfers__name(const json_t *party, char name[NAME_BYTES])
{
    static const char *const bodies[] = {"IGO", "NGO", "MNC"};
    const char *const code = record_string(party, "code"), *const text = record_string(party, "text");
    const bool state = code && table_term(code, bodies, 3) < 0;
    (void)snprintf(name, NAME_BYTES, "%s", state ? code : text && *text ? text : "?");
}

static bool transfers__line(struct laut_archive *archive, const char *supplier, const char *recipient, const json_t *item, size_t index,
                            int64_t event_id, const char *state, struct laut_error *error)
{
    const char *const model = record_string(item, "designation");
    if (strcmp(supplier, recipient) == 0 || (strcmp(supplier, "?") == 0 && strcmp(recipient, "?") == 0))
        return true;
    return statement_run(archive, SQL_TRANSFER_CLAIM_INSERT, error, "sssisssi", supplier, recipient,
                         transfers__class(record_string(item, "class")), event_id, state, "", model ? model : "", (int64_t)index);
}

/* A line for each supplier and recipient; a side that is not told is "?". */
static bool transfers__sides(struct laut_archive *archive, const json_t *suppliers, const json_t *recipients, const json_t *item,
                             size_t index, int64_t event_id, const char *state, struct laut_error *error)
{
    const size_t supplier_count = json_array_size(suppliers), recipient_count = json_array_size(recipients);
    for (size_t i = 0; i < (supplier_count ? supplier_count : 1); i++) {
        char supplier[NAME_BYTES], recipient[NAME_BYTES];
        transfers__name(json_array_get(suppliers, i), supplier);
        for (size_t k = 0; k < (recipient_count ? recipient_count : 1); k++) {
            transfers__name(json_array_get(recipients, k), recipient);
            if (!transfers__line(archive, supplier, recipient, item, index, event_id, state, error))
                return false;
        }
    }
    return true;
}

static bool transfers__implied(struct laut_archive *archive, const json_t *holders, const json_t *item, size_t index, int64_t event_id,
                               const char *state, struct laut_error *error)
{
    size_t number;
    json_t *holder;
    json_array_foreach(holders, number, holder) {
        char name[NAME_BYTES];
        transfers__name(holder, name);
        if (!transfers__line(archive, record_string(item, "origin"), name, item, index, event_id, state, error))
            return false;
    }
    return true;
}

bool transfers_store(struct laut_archive *archive, const struct record_event *event, int row, int64_t event_id, struct laut_error *error)
{
    size_t index;
    json_t *item;
    if (row < 0)
        return true;
    const char *const direction = table_cell(archive->transfers, (size_t)row, COLUMN_DIRECTION), *const state = transfers_state(archive, row);
    const json_t *const actors = json_object_get(event->json, "actors"), *const recipients = json_object_get(event->json, "recipients");
    json_array_foreach(json_object_get(event->json, "items"), index, item) {
        bool done = true;
        if (!transfers__is_arms(record_string(item, "class")))
            continue;
        if (strcmp(direction, "actor") == 0)
            done = transfers__sides(archive, actors, recipients, item, index, event_id, state, error);
        else if (strcmp(direction, "recipient") == 0)
            done = transfers__sides(archive, recipients, actors, item, index, event_id, state, error);
        else if (transfers__is_foreign(item, transfers__holders(event)))
            done = transfers__implied(archive, transfers__holders(event), item, index, event_id, state, error);
        if (!done)
            return false;
    }
    return true;
}
