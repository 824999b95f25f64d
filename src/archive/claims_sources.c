/* archive/claims_sources.c: who says what, how surely, when and in which outlets; and the numbers of each source as a range. */
#include "archive/claims.h"
#include "archive/record.h"
#include "archive/sets.h"

#include <stdio.h>
#include <string.h>

/* The range that a quantity tells: "mehr als 1000" has no upper end. */
static json_t *quantities__range(const json_t *quantity, const char *class)
{
    const char *const relation = record_string(quantity, "relation");
    json_t *const value = json_object_get(quantity, "value"), *const to = json_object_get(quantity, "to");
    const bool least = relation && relation[0] == '>', most = relation && relation[0] == '<';
    return json_pack("{s:s?,s:s?,s:s?,s:s?,s:O?,s:O?}", "class", class, "unit", record_string(quantity, "unit"), "scope",
                     record_string(quantity, "scope"), "relation", relation, "from", most ? NULL : value, "to",
                     least ? NULL : json_is_number(to) ? to : value);
}

static bool quantities__same(const json_t *a, const json_t *b, const char *name)
{
    return json_equal(json_object_get(a, name), json_object_get(b, name)) == 1;
}

/* Widens range by another of the same class, unit and scope. */
static bool quantities__widen(json_t *range, const json_t *other)
{
    static const struct { const char *name; int sign; } ends[] = {{"from", -1}, {"to", 1}};
    for (size_t i = 0; i < 2; i++) {
        json_t *const own = json_object_get(range, ends[i].name), *const its = json_object_get(other, ends[i].name);
        const bool further = json_is_null(its) || (json_is_number(own) && ends[i].sign * json_number_value(its) > ends[i].sign * json_number_value(own));
        if (json_is_number(own) && further && json_object_set(range, ends[i].name, its) != 0)
            return false;
    }
    return quantities__same(range, other, "relation") || json_object_set_new(range, "relation", json_null()) == 0;
}

bool claims_quantities(const json_t *event, json_t *quantities)
{
    size_t index, number;
    json_t *item, *known;
    json_array_foreach(json_object_get(event, "items"), index, item) {
        const json_t *const quantity = json_object_get(item, "quantity");
        if (!json_is_object(quantity) || !json_is_number(json_object_get(quantity, "value")))
            continue;
        json_t *const range = quantities__range(quantity, record_string(item, "class"));
        json_t *found = NULL;
        json_array_foreach(quantities, number, known)
            if (quantities__same(known, range, "class") && quantities__same(known, range, "unit") && quantities__same(known, range, "scope"))
                found = known;
        if (!range || (found ? !quantities__widen(found, range) : json_array_append(quantities, range) != 0)) {
            json_decref(range);
            return false;
        }
        json_decref(range);
    }
    return true;
}

static json_t *sources__group(const struct event_row *row, const char *key, const char *stance)
{
    const json_t *const origin = claims_origin(row->json);
    json_t *const source = origin ? json_pack("{s:s?,s:s?,s:s?,s:s?}", "text", record_string(origin, "text"), "code",
                                              record_string(origin, "code"), "sector", record_string(origin, "sector"), "named",
                                              record_string(origin, "named"))
                                  : json_null();
    return json_pack("{s:s,s:o,s:s?,s:s,s:n,s:[],s:[],s:[],s:[]}", "key", key, "source", source, "party",
                     record_string(origin, "party"), "stance", stance, "said", "outlets", "voices", "claims", "quantities");
}

static bool sources__add(const struct event_row *row, json_t *group)
{
    const json_t *const said = json_object_get(row->json, "said");
    const char *const published = record_string(row->json, "published");
    const char *const day = json_is_object(said) ? record_string(said, "begin") : published, *const first = record_string(group, "said");
    if (day && (!first || strncmp(day, first, 10) < 0) &&
        json_object_set_new(group, "said", json_stringn(day, strlen(day) < 10 ? strlen(day) : 10)) != 0)
        return false;
    return set_add(json_object_get(group, "outlets"), record_string(row->json, "outlet")) &&
           set_add_number(json_object_get(group, "voices"), row->voice) &&
           set_add(json_object_get(group, "claims"), record_string(row->json, "id")) &&
           claims_quantities(row->json, json_object_get(group, "quantities"));
}

json_t *claims_by_source(const struct claims *claims)
{
    json_t *const groups = json_array();
    bool done = groups != NULL;
    for (size_t i = 0; done && i < claims->count; i++) {
        if (!claims_counts(claims, i))
            continue;
        const struct event_row *const row = &claims->items[i];
        const char *const stance = claims_stance(row->json);
        char key[600];
        size_t index;
        json_t *group, *found = NULL;
        claims_origin_key(row, key, sizeof key);
        json_array_foreach(groups, index, group)
            if (strcmp(record_string(group, "key"), key) == 0 && strcmp(record_string(group, "stance"), stance) == 0)
                found = group;
        if (!found) {
            found = sources__group(row, key, stance);
            done = json_array_append_new(groups, found) == 0;
        }
        done = done && sources__add(row, found);
    }
    size_t index;
    json_t *group;
    json_array_foreach(groups, index, group) {
        (void)json_object_del(group, "key");
        done = done && json_object_set_new(group, "voices", json_integer((json_int_t)json_array_size(json_object_get(group, "voices")))) == 0;
    }
    if (!done)
        json_decref(groups);
    return done ? groups : NULL;
}
