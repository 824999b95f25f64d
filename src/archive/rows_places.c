/* archive/rows_places.c: where incidents are said to have happened: a row per country, and one per place that a report names. Countries
 * are counted over all claims that the filter lets through; the names of places stand in the record of a claim, of which only the
 * newest PLACE_CLAIMS with a country are opened. */
#include "archive/answer.h"
#include "archive/layers.h"
#include "archive/sets.h"

#include <stdio.h>
#include <string.h>

enum { PLACE_CLAIMS = 2000, PLACE_NAMES = 300, COUNTRY_CODES = 26 * 26 * 26 };

/* A number below COUNTRY_CODES for a code of three letters. */
static int64_t place__code(const char *country)
{
    int64_t number = 0;
    for (size_t i = 0; i < 3 && country[i]; i++)
        number = number * 26 + (country[i] >= 'A' && country[i] <= 'Z' ? country[i] - 'A' : 0);
    return number;
}

/* The row under key, made if it is not there. NULL: out of memory. */
static json_t *place__row(json_t *rows, const char *key, const char *country, const json_t *place)
{
    json_t *row = json_object_get(rows, key);
    if (row)
        return row;
    row = json_pack("{s:s,s:O?,s:O?,s:O?,s:O?,s:i,s:i,s:[]}", "country", country, "text", json_object_get(place, "text"), "precision",
                    json_object_get(place, "precision"), "lat", json_object_get(place, "lat"), "lon", json_object_get(place, "lon"),
                    "incidents", 0, "events", 0, "known");
    return row && json_object_set_new(rows, key, row) == 0 ? row : NULL;
}

static bool place__country(struct laut_answer *answer, json_t *rows, struct laut_error *error)
{
    const struct stream_row *const claim = &answer->stream.row;
    json_t *const row = place__row(rows, claim->country, claim->country, NULL);
    bool seen;
    if (!row)
        return error_out_of_memory(error);
    if (!answer_seen(answer, claim->incident * COUNTRY_CODES + place__code(claim->country) + 1, &seen, error))
        return false;
    return (count_add(row, "events", 1) && count_add(row, "incidents", !seen)) || error_out_of_memory(error);
}

static bool place__count_named(json_t *rows, const char *country, const json_t *place, int64_t incident)
{
    char key[256];
    const char *const text = json_string_value(json_object_get(place, "text"));
    (void)snprintf(key, sizeof key, "%s %.200s", country, text);
    if (!json_object_get(rows, key) && json_object_size(rows) >= PLACE_NAMES)
        return true;
    json_t *const row = place__row(rows, key, country, place), *const known = json_object_get(row, "known");
    return row && set_add_number(known, incident) && count_add(row, "events", 1) &&
           json_object_set_new(row, "incidents", json_integer((json_int_t)json_array_size(known))) == 0;
}

static bool place__named(struct laut_answer *answer, json_t *rows, struct laut_error *error)
{
    const struct stream_row *const claim = &answer->stream.row;
    struct statement find = statement_open(answer->archive, SQL_EVENT_RECORD_OF, error);
    bool done = statement_bind(&find, "i", claim->id);
    if (done && statement_step(&find)) {
        json_t *const record = event_unpack(sqlite3_column_blob(find.handle, 0), (size_t)sqlite3_column_bytes(find.handle, 0), error), *const place = json_object_get(record, "place");
        const char *const precision = json_string_value(json_object_get(place, "precision"));
        done = record != NULL;
        if (precision && strcmp(precision, "country") != 0 && json_string_value(json_object_get(place, "text")))
            done = place__count_named(rows, claim->country, place, claim->incident) || error_out_of_memory(error);
        json_decref(record);
    }
    return statement_close(&find) && done;
}

static bool place__all(struct laut_answer *answer, json_t *countries, json_t *names, struct laut_error *error)
{
    size_t opened = 0;
    bool done = answer_stream(answer, error);
    while (done && claim_stream_next(&answer->stream)) {
        if (!answer->stream.row.country || !answer->stream.row.incident)
            continue;
        done = place__country(answer, countries, error) && (opened++ >= PLACE_CLAIMS || place__named(answer, names, error));
    }
    return done && !answer_failed(answer);
}

bool rows_places(struct laut_answer *answer, struct laut_error *error)
{
    json_t *const countries = json_object(), *const names = json_object();
    const int64_t page = answer->after;
    const char *key;
    json_t *row;
    answer->after = -1;
    bool done = (countries && names) || error_out_of_memory(error);
    done = done && place__all(answer, countries, names, error);
    answer->after = page;
    json_object_foreach(names, key, row)
        done = done && (json_object_set(countries, key, row) == 0 || error_out_of_memory(error));
    json_object_foreach(countries, key, row) {
        (void)json_object_del(row, "known");
        done = done && (json_array_append(answer->all, row) == 0 || error_out_of_memory(error));
    }
    json_decref(countries);
    json_decref(names);
    return done;
}
