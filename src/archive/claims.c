/* archive/claims.c: the summary of claims that stand together. */
#include "archive/claims.h"

#include "archive/record.h"
#include "archive/sets.h"

#include <stdio.h>
#include <string.h>

bool claims_add(struct laut_archive *archive, int64_t event, bool words, struct arena *arena, struct claims *claims,
                struct laut_error *error)
{
    struct event_row *const row = arena_append(arena, &claims->items, &claims->count, &claims->capacity, sizeof *row, error);
    return row && (words ? event_row_open(archive, event, NULL, 0, row, error) : event_row_open_without_words(archive, event, row, error));
}

static bool claims__is_withdrawn(const struct claims *claims, size_t index)
{
    const char *const status = record_string(claims->items[index].json, "status");
    return status && strcmp(status, "withdrawn") == 0;
}

bool claims_counts(const struct claims *claims, size_t index)
{
    return claims->all || !claims__is_withdrawn(claims, index);
}

void claims_close(struct claims *claims)
{
    for (size_t i = 0; i < claims->count; i++)
        json_decref(claims->items[i].json);
    claims->count = 0;
}

const char *claims_stance(const json_t *event)
{
    const char *const factuality = record_string(event, "factuality");
    if (!factuality || strcmp(factuality, "Uu") == 0)
        return "open";
    if (factuality[2] == '-')
        return "denied";
    return factuality[0] == 'C' ? "asserted" : factuality[1] == 'R' ? "likely" : "possible";
}

const json_t *claims_origin(const json_t *event)
{
    const json_t *const sources = json_object_get(event, "sources");
    const size_t count = json_array_size(sources);
    return count ? json_array_get(sources, count - 1) : NULL;
}

void claims_origin_key(const struct event_row *row, char *key, size_t size)
{
    const json_t *const origin = claims_origin(row->json);
    const char *const text = record_string(origin, "text"), *const code = record_string(origin, "code");
    if (!origin)
        (void)snprintf(key, size, "report %lld", (long long)row->voice);
    else if (!text || !*text)
        (void)snprintf(key, size, "unnamed %lld", (long long)row->voice);
    else
        (void)snprintf(key, size, "%s %s", code ? code : "?", text);
}

/* {code, sector, name} of each party that is not there yet. */
static bool claims__parties(const json_t *parties, json_t *all)
{
    size_t index, number;
    json_t *party, *known;
    json_array_foreach(parties, index, party) {
        const char *const code = record_string(party, "code"), *const sector = record_string(party, "sector");
        const char *const text = record_string(party, "text");
        bool found = false;
        json_array_foreach(all, number, known) {
            const char *const own = record_string(known, "code"), *const own_sector = record_string(known, "sector");
            const char *const name = record_string(known, "name");
            const bool same_name = name && text && strcmp(name, text) == 0;
            found = found || (code && own && strcmp(code, own) == 0 && sector && own_sector && strcmp(sector, own_sector) == 0) ||
                    (!code && !own && same_name);
        }
        if (!found && json_array_append_new(all, json_pack("{s:s?,s:s?,s:s?}", "code", code, "sector", sector, "name", text)) != 0)
            return false;
    }
    return true;
}

static bool claims__items(const json_t *event, json_t *with)
{
    size_t index;
    json_t *item;
    json_array_foreach(json_object_get(event, "items"), index, item)
        if (!set_add(with, record_string(item, "class")))
            return false;
    return true;
}

/* Widens {begin, end} by another. */
static bool claims__widen(json_t *object, const char *name, const json_t *interval)
{
    const char *const begin = record_string(interval, "begin"), *const end = record_string(interval, "end");
    json_t *const own = json_object_get(object, name);
    if (!begin || !end)
        return true;
    if (!json_is_object(own))
        return json_object_set_new(object, name, json_pack("{s:s,s:s}", "begin", begin, "end", end)) == 0;
    return (strcmp(begin, record_string(own, "begin")) >= 0 || json_object_set_new(own, "begin", json_string(begin)) == 0) &&
           (strcmp(end, record_string(own, "end")) <= 0 || json_object_set_new(own, "end", json_string(end)) == 0);
}

static int claims__precision(const json_t *place)
{
    const char *const precision = record_string(place, "precision");
    static const char *const names[] = {"country", "region", "city", "site"};
    for (int i = 3; precision && i >= 0; i--)
        if (strcmp(precision, names[i]) == 0)
            return i + 1;
    return 0;
}

static bool claims__place(json_t *summary, const json_t *place)
{
    static const char *const fields[] = {"text", "country", "precision", "lat", "lon"};
    if (claims__precision(place) <= claims__precision(json_object_get(summary, "where")))
        return true;
    json_t *const where = json_object();
    bool done = where && json_object_set_new(summary, "where", where) == 0;
    for (size_t i = 0; done && i < 5; i++) {
        json_t *const value = json_object_get(place, fields[i]);
        done = json_object_set_new(where, fields[i], value ? json_incref(value) : json_null()) == 0;
    }
    return done;
}

struct tallies {
    json_t *types, *modes, *who, *whom, *with, *certainty, *reports, *outlets, *voices, *sources;
};

static bool claims__tally(const struct event_row *row, const struct tallies *tallies, json_t *summary)
{
    const json_t *const event = row->json, *const origin = claims_origin(event);
    const char *const named = record_string(origin, "named");
    char key[512];
    claims_origin_key(row, key, sizeof key);
    const bool is_named = origin && (!named || strcmp(named, "unnamed") != 0) && strncmp(key, "unnamed ", 8) != 0;
    const json_t *const said = json_object_get(event, "said");
    const char *const published = record_string(event, "published");
    const bool by_day = !json_is_object(said) && published && strlen(published) >= 10;
    json_t *const day = !by_day ? NULL : json_pack("{s:s%,s:s%}", "begin", published, (size_t)10, "end", published, (size_t)10);
    const bool done =
        (day || !by_day) && set_add(tallies->types, record_string(event, "type")) && set_add_all(tallies->modes, json_object_get(event, "mode")) &&
        claims__parties(json_object_get(event, "actors"), tallies->who) &&
        claims__parties(json_object_get(event, "recipients"), tallies->whom) && claims__items(event, tallies->with) &&
        count_add(tallies->certainty, claims_stance(event), 1) && set_add_number(tallies->reports, row->report) &&
        set_add_number(tallies->outlets, row->outlet) && set_add_number(tallies->voices, row->voice) &&
        (!is_named || set_add(tallies->sources, key)) && claims__widen(summary, "when", json_object_get(event, "when")) &&
        claims__widen(summary, "said", day ? day : said) && claims__place(summary, json_object_get(event, "place"));
    json_decref(day);
    return done;
}

/* The headline of the report that was published first. */
static bool claims__title(const struct claims *claims, json_t *summary)
{
    const char *title = NULL, *first = NULL;
    for (size_t i = 0; i < claims->count; i++) {
        const char *const published = record_string(claims->items[i].json, "published");
        const char *const own = record_string(claims->items[i].json, "title");
        if (own && (!title || (published && first && strcmp(published, first) < 0))) {
            title = own;
            first = published;
        }
    }
    return json_object_set_new(summary, "title", title ? json_string(title) : json_null()) == 0;
}

bool claims_summary(const struct claims *claims, json_t *summary)
{
    static const char *const lists[] = {"types", "modes", "who", "whom", "with"};
    static const char *const stances[] = {"asserted", "likely", "possible", "denied", "open"};
    for (size_t i = 0; i < 5; i++)
        if (json_object_set_new(summary, lists[i], json_array()) != 0)
            return false;
    size_t counted = 0, withdrawn = 0;
    for (size_t i = 0; i < claims->count; i++) {
        counted += claims_counts(claims, i);
        withdrawn += claims__is_withdrawn(claims, i);
    }
    if (json_object_set_new(summary, "when", json_null()) != 0 || json_object_set_new(summary, "where", json_null()) != 0 ||
        json_object_set_new(summary, "claims", json_integer((json_int_t)counted)) != 0 ||
        json_object_set_new(summary, "withdrawn", json_integer((json_int_t)withdrawn)) != 0)
        return false;
    const struct tallies tallies = {
        json_object_get(summary, "types"), json_object_get(summary, "modes"), json_object_get(summary, "who"),
        json_object_get(summary, "whom"), json_object_get(summary, "with"), json_object(), json_array(), json_array(), json_array(),
        json_array()};
    bool done = tallies.certainty && tallies.reports && tallies.outlets && tallies.voices && tallies.sources;
    for (size_t i = 0; done && i < 5; i++)
        done = count_add(tallies.certainty, stances[i], 0);
    if (done)
        done = json_object_set_new(summary, "said", json_null()) == 0;
    for (size_t i = 0; done && i < claims->count; i++)
        done = !claims_counts(claims, i) || claims__tally(&claims->items[i], &tallies, summary);
    const struct { const char *name; json_t *set; } counts[] = {
        {"reports", tallies.reports}, {"outlets", tallies.outlets}, {"voices", tallies.voices}, {"sources", tallies.sources}};
    for (size_t i = 0; i < 4; i++) {
        done = done && json_object_set_new(summary, counts[i].name, json_integer((json_int_t)json_array_size(counts[i].set))) == 0;
        json_decref(counts[i].set);
    }
    return json_object_set_new(summary, "certainty", tallies.certainty) == 0 && done && claims__title(claims, summary);
}
