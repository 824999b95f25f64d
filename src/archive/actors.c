/* archive/actors.c: a party with a country's code is a deed of that state where an organ of the state acts; its entity is an
 * actor of its own if it is an organisation or a person in office. */
#include "archive/actors.h"

#include "archive/redact.h"

#include "archive/builder.h"
#include "base/hash.h"
#include "base/table.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char *const actors__organs[] = {"GOV", "MIL", "SPY", "LEG", "JUD", "COP"};          /* of a state */
static const char *const actors__offices[] = {"GOV", "MIL", "SPY", "LEG", "JUD", "PTY"};         /* in which a person is public */

enum { CODE_LETTERS = 3, NAME_BYTES = 256 };

static bool actors__is_state(const char *code, const char *sector)
{
    static const char *const bodies[] = {"IGO", "NGO", "MNC"};
    return code && strlen(code) == CODE_LETTERS && table_term(code, bodies, 3) < 0 &&
           (!sector || table_term(sector, actors__organs, 6) >= 0);
}

static const json_t *actors__entity(const struct archive_record *record, const char *id)
{
    size_t index;
    json_t *entity;
    if (id)
        json_array_foreach(record->entities, index, entity) {
            const char *const own = record_string(entity, "id");
            if (own && strcmp(own, id) == 0)
                return entity;
        }
    return NULL;
}

const char *actors_name(const struct laut_archive *archive, const char *code, const char *name)
{
    enum { CODE = 1, NAME = 3 };
    const struct table *const table = archive->countries;
    for (size_t row = 0; strlen(code) == CODE_LETTERS && row < table->row_count; row++)
        if (strcmp(table_cell(table, row, CODE), code) == 0)
            return table_cell(table, row, NAME);
    return name;
}

static bool actors__id(struct laut_archive *archive, const char *public, const char *name, const char *kind, const char *code,
                       const char *sector, int64_t *id, struct laut_error *error)
{
    *id = 0;
    if (!statement_number(archive, SQL_ACTOR_FIND, error, id, "s", public))
        return false;
    if (*id)
        return true;
    const bool done = statement_run(archive, SQL_ACTOR_INSERT, error, "sssss", public, actors_name(archive, public, name), kind, code, sector);
    *id = sqlite3_last_insert_rowid(archive->database);
    return done;
}

static bool actors__deeds(struct laut_archive *archive, int64_t actor, enum deed_part part, const struct record_event *event,
                          int64_t event_id, struct laut_error *error)
{
    const bool denied = part == DEED_SAID && event->factuality[2] == '-';
    return statement_run(archive, SQL_DEED_INSERT, error, "iii", actor, (int64_t)part, event_id) &&
           (!denied || statement_run(archive, SQL_DEED_INSERT, error, "iii", actor, (int64_t)DEED_DENIED, event_id));
}

/* The actor that an organisation or a person in office is; 0: none. */
static bool actors__named(struct laut_archive *archive, const json_t *entity, int64_t *actor, struct laut_error *error)
{
    const char *const kind = record_string(entity, "kind"), *const name = record_string(entity, "name");
    const char *const code = record_string(entity, "code"), *const sector = record_string(entity, "sector");
    *actor = 0;
    if (!kind || !name || !*name || strlen(name) >= NAME_BYTES || strstr(name, REDACT_BLOCK))
        return true;
    const bool person = strcmp(kind, "person") == 0;
    if (strcmp(kind, "organisation") != 0 && !(person && code && sector && table_term(sector, actors__offices, 6) >= 0))
        return true;
    char lower[2 * NAME_BYTES + 4], public[24];
    const size_t length = utf8_lower_string(name, strlen(name), lower);
    (void)snprintf(public, sizeof public, "a-%012" PRIx64, hash_bytes(lower, length, person) >> 16);
    return actors__id(archive, public, name, kind, code, sector, actor, error);
}

static bool actors__party(struct laut_archive *archive, const struct archive_record *record, const struct record_event *event,
                          const json_t *party, enum deed_part part, int64_t event_id, struct laut_error *error)
{
    const char *const code = record_string(party, "code");
    const json_t *const entity = actors__entity(record, record_string(party, "entity"));
    int64_t actor = 0;
    if (actors__is_state(code, record_string(party, "sector")) &&
        (!actors__id(archive, code, code, "country", code, "GOV", &actor, error) ||
         !actors__deeds(archive, actor, part, event, event_id, error)))
        return false;
    return actors__named(archive, entity, &actor, error) &&
           (!actor || actors__deeds(archive, actor, part, event, event_id, error));
}

bool actors_store(struct laut_archive *archive, const struct archive_record *record, const struct record_event *event,
                  int64_t event_id, struct laut_error *error)
{
    static const struct { const char *key; enum deed_part part; } roles[] = {
        {"actors", DEED_DID}, {"recipients", DEED_RECEIVED}, {"sources", DEED_SAID}};
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        size_t index;
        json_t *party;
        json_array_foreach(json_object_get(event->json, roles[i].key), index, party)
            if (!actors__party(archive, record, event, party, roles[i].part, event_id, error))
                return false;
    }
    return true;
}
