/* archive/transfers.c: see archive/transfers.h. */
#include "archive/transfers.h"

#include "archive/builder.h"
#include "base/table.h"

#include <stdio.h>
#include <string.h>

enum { COLUMN_TYPE = 1, COLUMN_MODE, COLUMN_FRAME, COLUMN_FACTUALITY, COLUMN_AUX, COLUMN_STATE, COLUMN_DIRECTION };
enum { COLUMN_WORDS = 1, NAME_BYTES = 128 };           /* COLUMN_WORDS: of routes.tsv */

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

static bool transfers__have_code(const json_t *parties, const char *code)
{
    size_t index;
    json_t *party;
    json_array_foreach(parties, index, party)
        if (record_string(party, "code") && strcmp(record_string(party, "code"), code) == 0)
            return true;
    return false;
}

/* Those who have arms that another state made, where a claim does not tell their transfer: who uses them; of what is shot down or seized, who
 * loses it. Of what is seized from its maker, who seizes it; of what is seized from nobody told, an empty list. NULL: the transfer is not implied. */
static const json_t *transfers__holders(const struct record_event *event, const json_t *item, const char *direction)
{
    const char *const origin = record_string(item, "origin");
    const json_t *const actors = json_object_get(event->json, "actors"), *const losers = json_object_get(event->json, "recipients");
    if (!origin || !transfers__is_arms(record_string(item, "class")))
        return NULL;
    if (strcmp(direction, "use") == 0)                   /* arms of the one who is attacked are its own, no means */
        return json_array_size(actors) && !transfers__have_code(actors, origin) && !transfers__have_code(losers, origin) ? actors : NULL;
    if (json_array_size(losers) && !transfers__have_code(losers, origin))
        return losers;
    if (strcmp(direction, "seizure") != 0 || transfers__have_code(actors, origin))
        return NULL;
    return json_array_size(losers) ? actors : losers;
}

static bool transfers__is_implied(const char *direction)
{
    static const char *const implied[] = {"use", "loss", "seizure"};
    return table_term(direction, implied, 3) >= 0;
}

static bool transfers__has_arms(const struct record_event *event, const char *direction)
{
    size_t index;
    json_t *item;
    json_array_foreach(json_object_get(event->json, "items"), index, item)
        if (transfers__is_implied(direction) ? transfers__holders(event, item, direction) != NULL : transfers__is_arms(record_string(item, "class")))
            return true;
    return false;
}

/* Is the claim's frame ("liefern.1") in the list, or its lemma? */
static bool transfers__is_frame(const struct record_event *event, const char *list)
{
    const char *const frame = record_string(json_object_get(event->json, "why"), "frame");
    const size_t length = frame ? strcspn(frame, ".") : 0;
    for (const char *at = list; *at && length;) {
        const size_t found = strcspn(at, ",");
        if ((found == length || found == strlen(frame)) && memcmp(at, frame, found) == 0)
            return true;
        at += found + (at[found] == ',');
    }
    return !*list;
}

int transfers_row(const struct laut_archive *archive, const struct record_event *event)
{
    const struct table *const table = archive->transfers;
    if (!transfers__has_arms(event, ""))
        return -1;
    for (size_t row = 0; row < table->row_count; row++) {
        const char *const type = table_cell(table, row, COLUMN_TYPE), *const mode = table_cell(table, row, COLUMN_MODE);
        const char *const factuality = table_cell(table, row, COLUMN_FACTUALITY), *const aux = table_cell(table, row, COLUMN_AUX);
        if ((strcmp(type, "*") != 0 && strcmp(type, event->type) != 0) || (*mode && !list_has(event->modes, mode)) ||
            (*factuality && strcmp(factuality, event->factuality) != 0) || (*aux && !list_has(event->aux, aux)) ||
            !transfers__is_frame(event, table_cell(table, row, COLUMN_FRAME)))
            continue;
        return transfers__has_arms(event, table_cell(table, row, COLUMN_DIRECTION)) ? (int)row : -1;
    }
    return -1;
}

const char *transfers_state(const struct laut_archive *archive, int row)
{
    return row < 0 ? NULL : table_cell(archive->transfers, (size_t)row, COLUMN_STATE);
}

/* One claim on its way into the ledger. */
struct delivery {
    struct laut_archive *archive;
    const struct archive_record *record;
    const struct record_event *event;
    int64_t event_id;
    const char *state, *via;         /* via: countries, space separated */
    struct laut_error *error;
};

/* Armed groups are no part of the state in whose country they fight. */
static bool transfers__is_irregular(const char *sector)
{
    static const char *const irregular[] = {"REB", "PRM", "UAF", "CRM"};
    return sector && table_term(sector, irregular, 4) >= 0;
}

static bool transfers__is_organisation(const struct archive_record *record, const json_t *party)
{
    const char *const kind = record_string(record_entity(record, party), "kind");
    return kind && strcmp(kind, "organisation") == 0;
}

/* States by their code, armed groups and others by their name, or by code and sector. */
static void transfers__name(const struct archive_record *record, const json_t *party, char name[NAME_BYTES])
{
    static const char *const bodies[] = {"IGO", "NGO", "MNC"};
    const char *const code = record_string(party, "code"), *const text = record_string(party, "text"), *const sector = record_string(party, "sector");
    const bool country = code && table_term(code, bodies, 3) < 0, group = country && transfers__is_irregular(sector);
    if (group && !transfers__is_organisation(record, party))
        (void)snprintf(name, NAME_BYTES, "%s/%s", code, sector);
    else
        (void)snprintf(name, NAME_BYTES, "%s", country && !group ? code : text && *text ? text : "?");
}

/* "Leopard 2" and "Leopard-2" are one model: a line is known by its letters and digits. */
static void transfers__model(const char *designation, char model[NAME_BYTES])
{
    size_t written = 0;
    for (const char *at = designation ? designation : ""; *at && written + 1 < NAME_BYTES; at++)
        if (*at != '-' && *at != ' ')
            model[written++] = *at;
    model[written] = '\0';
}

static bool transfers__line(const struct delivery *delivery, const char *supplier, const char *recipient, const json_t *item, size_t index)
{
    char model[NAME_BYTES];
    transfers__model(record_string(item, "designation"), model);
    if (strcmp(supplier, recipient) == 0 || (strcmp(supplier, "?") == 0 && strcmp(recipient, "?") == 0))
        return true;
    return statement_run(delivery->archive, SQL_TRANSFER_CLAIM_INSERT, delivery->error, "sssisssi", supplier, recipient,
                         transfers__class(record_string(item, "class")), delivery->event_id, delivery->state, delivery->via, model, (int64_t)index);
}

/* A line for each supplier and recipient; a side that is not told is "?". */
static bool transfers__sides(const struct delivery *delivery, const json_t *suppliers, const json_t *recipients, const json_t *item, size_t index)
{
    const size_t supplier_count = json_array_size(suppliers), recipient_count = json_array_size(recipients);
    for (size_t i = 0; i < (supplier_count ? supplier_count : 1); i++) {
        char supplier[NAME_BYTES], recipient[NAME_BYTES];
        transfers__name(delivery->record, json_array_get(suppliers, i), supplier);
        for (size_t k = 0; k < (recipient_count ? recipient_count : 1); k++) {
            transfers__name(delivery->record, json_array_get(recipients, k), recipient);
            if (!transfers__line(delivery, supplier, recipient, item, index))
                return false;
        }
    }
    return true;
}

/* From who made the arms to each who has them; "?" where nobody tells. */
static bool transfers__implied(const struct delivery *delivery, const json_t *holders, const json_t *item, size_t index)
{
    const size_t count = json_array_size(holders);
    for (size_t i = 0; i < (count ? count : 1); i++) {
        char name[NAME_BYTES];
        transfers__name(delivery->record, json_array_get(holders, i), name);
        if (!transfers__line(delivery, record_string(item, "origin"), name, item, index))
            return false;
    }
    return true;
}

/* ---- via */

/* Do the words stand right before this place of the text? */
static bool transfers__stands_before(const char *text, size_t at, const char *words)
{
    const size_t length = strlen(words);
    return at > length && text[at - 1] == ' ' && memcmp(text + at - 1 - length, words, length) == 0 &&
           (at - 1 == length || text[at - 2 - length] == ' ');
}

static bool transfers__is_route(const struct delivery *delivery, const json_t *mention)
{
    const json_t *const evidence = json_object_get(delivery->event->json, "evidence");
    const json_int_t begin = json_integer_value(json_array_get(mention, 0)), end = json_integer_value(json_array_get(mention, 1));
    if (begin < json_integer_value(json_array_get(evidence, 0)) || end > json_integer_value(json_array_get(evidence, 1)))
        return false;
    const struct table *const routes = delivery->archive->routes;
    const size_t at = record_offset(delivery->record->text, (size_t)begin);
    for (size_t row = 0; row < routes->row_count; row++)
        if (transfers__stands_before(delivery->record->text, at, table_cell(routes, row, COLUMN_WORDS)))
            return true;
    return false;
}

static bool transfers__takes_part(const struct record_event *event, const char *code)
{
    static const char *const roles[] = {"actors", "recipients", "sources"};
    for (size_t i = 0; i < 3; i++)
        if (transfers__have_code(json_object_get(event->json, roles[i]), code))
            return true;
    return false;
}

/* Countries through which the goods went: named in the claim's words behind words of a route, with no part in the claim. */
static const char *transfers__via(const struct delivery *delivery, struct arena *arena)
{
    struct builder via = builder_on(arena, delivery->error);
    const char *const part = record_string(delivery->event->json, "part");
    size_t index, number;
    json_t *entity, *mention;
    if (!part || strcmp(part, "text") == 0)
        json_array_foreach(delivery->record->entities, index, entity) {
            const char *const kind = record_string(entity, "kind"), *const code = record_string(entity, "code");
            if (!kind || !code || (strcmp(kind, "country") != 0 && strcmp(kind, "place") != 0) || transfers__takes_part(delivery->event, code))
                continue;
            json_array_foreach(json_object_get(entity, "mentions"), number, mention)
                if (transfers__is_route(delivery, mention))
                    builder_word(&via, code);
        }
    return builder_text(&via);
}

bool transfers_store(struct laut_archive *archive, const struct archive_record *record, const struct record_event *event, int row, int64_t event_id,
                     struct arena *arena, struct laut_error *error)
{
    struct delivery delivery = {.archive = archive, .record = record, .event = event, .event_id = event_id, .state = transfers_state(archive, row),
                                .via = "", .error = error};
    size_t index;
    json_t *item;
    if (row < 0)
        return true;
    const char *const direction = table_cell(archive->transfers, (size_t)row, COLUMN_DIRECTION);
    const json_t *const actors = json_object_get(event->json, "actors"), *const recipients = json_object_get(event->json, "recipients");
    if (!transfers__is_implied(direction))
        delivery.via = transfers__via(&delivery, arena);
    bool done = delivery.via != NULL;
    json_array_foreach(json_object_get(event->json, "items"), index, item) {
        if (!done || !transfers__is_arms(record_string(item, "class")))
            continue;
        if (strcmp(direction, "actor") == 0)
            done = transfers__sides(&delivery, actors, recipients, item, index);
        else if (strcmp(direction, "recipient") == 0)
            done = transfers__sides(&delivery, recipients, actors, item, index);
        else if (transfers__holders(event, item, direction))
            done = transfers__implied(&delivery, transfers__holders(event, item, direction), item, index);
    }
    return done;
}
