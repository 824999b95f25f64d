/* archive/claims_contradictions.c: where claims that stand together contradict each other: whether it happened at all, how many, when,
 * who. Each contradiction has its sides, each side its sources and claims; none is called right. */
#include "archive/claims.h"
#include "archive/record.h"
#include "archive/sets.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VALUE_BYTES = 256 };

/* What a claim says on a question, or "" where it says nothing. */
/* False: out of memory. */
typedef bool contradiction_value(const json_t *event, char value[VALUE_BYTES]);

static bool value__whether(const json_t *event, char value[VALUE_BYTES])
{
    const char *const stance = claims_stance(event);
    const bool so = strcmp(stance, "asserted") == 0 || strcmp(stance, "likely") == 0;
    (void)snprintf(value, VALUE_BYTES, "%s", so ? "so" : strcmp(stance, "denied") == 0 ? "not so" : "");
    return true;
}

static bool value__is_denied(const json_t *event)
{
    return strcmp(claims_stance(event), "denied") == 0;
}

/* The number of the first item that has one. */
static bool value__number(const json_t *event, char value[VALUE_BYTES])
{
    json_t *const quantities = json_array();
    *value = '\0';
    const bool done = quantities && (value__is_denied(event) || claims_quantities(event, quantities));
    if (done && json_array_size(quantities)) {
        const json_t *const range = json_array_get(quantities, 0);
        const char *const class = record_string(range, "class"), *const unit = record_string(range, "unit");
        const json_t *const from = json_object_get(range, "from"), *const to = json_object_get(range, "to");
        char ends[64];
        if (json_is_number(from) && json_is_number(to) && json_number_value(from) == json_number_value(to))
            (void)snprintf(ends, sizeof ends, "%.10g", json_number_value(from));
        else if (json_is_number(from) && json_is_number(to))
            (void)snprintf(ends, sizeof ends, "%.10g to %.10g", json_number_value(from), json_number_value(to));
        else
            (void)snprintf(ends, sizeof ends, json_is_number(from) ? "at least %.10g" : "at most %.10g",
                           json_number_value(json_is_number(from) ? from : to));
        (void)snprintf(value, VALUE_BYTES, "%s%s%.100s %.60s", ends, unit ? " " : "", unit ? unit : "", class ? class : "");
    }
    json_decref(quantities);
    return done;
}

static bool value__date(const json_t *event, char value[VALUE_BYTES])
{
    const json_t *const when = json_object_get(event, "when");
    const char *const begin = record_string(when, "begin"), *const end = record_string(when, "end");
    *value = '\0';
    if (begin && end && !value__is_denied(event))
        (void)snprintf(value, VALUE_BYTES, strcmp(begin, end) == 0 ? "%s" : "%s to %s", begin, end);
    return true;
}

/* The codes of those who did it, sorted. */
static bool value__who(const json_t *event, char value[VALUE_BYTES])
{
    json_t *const codes = json_array();
    size_t index, length = 0;
    json_t *entry;
    bool done = codes != NULL;
    *value = '\0';
    json_array_foreach(json_object_get(event, "actors"), index, entry) {
        const char *const code = record_string(entry, "code");
        done = done && set_add(codes, code ? code : record_string(entry, "text"));
    }
    done = done && set_sort(codes);
    json_array_foreach(codes, index, entry)
        if (!value__is_denied(event) && length + strlen(json_string_value(entry)) + 2 < VALUE_BYTES)
            length += (size_t)snprintf(value + length, VALUE_BYTES - length, "%s%s", length ? " " : "", json_string_value(entry));
    json_decref(codes);
    return done;
}

static bool side__add(json_t *sides, const struct event_row *row, const char *value)
{
    size_t index;
    json_t *side, *found = NULL;
    json_array_foreach(sides, index, side)
        if (strcmp(record_string(side, "value"), value) == 0)
            found = side;
    if (!found) {
        found = json_pack("{s:s,s:[],s:[]}", "value", value, "sources", "claims");
        if (json_array_append_new(sides, found) != 0)
            return false;
    }
    const json_t *const origin = claims_origin(row->json);
    const char *const text = record_string(origin, "text"), *const outlet = record_string(row->json, "outlet");
    return set_add(json_object_get(found, "sources"), text && *text ? text : origin ? "unnamed" : outlet) &&
           set_add(json_object_get(found, "claims"), record_string(row->json, "id"));
}

struct range {
    double from, to;
    const char *of;                  /* unit and class */
};

/* "5 tank", "5 to 7 tank", "at least 5 tank", "at most 5 tank" */
static struct range side__range(const char *value)
{
    char *end;
    struct range range = {-INFINITY, INFINITY, value};
    if (strncmp(value, "at least ", 9) == 0) {
        range.from = strtod(value + 9, &end);
    } else if (strncmp(value, "at most ", 8) == 0) {
        range.to = strtod(value + 8, &end);
    } else {
        range.from = range.to = strtod(value, &end);
        if (strncmp(end, " to ", 4) == 0)
            range.to = strtod(end + 4, &end);
    }
    range.of = end;
    return range;
}

/* Numbers of other things do not contradict each other, nor do those that can both be right. */
static bool side__numbers_compatible(const char *a, const char *b)
{
    const struct range first = side__range(a), second = side__range(b);
    return strcmp(first.of, second.of) != 0 || (first.from <= second.to && second.from <= first.to);
}

/* Two values are compatible where one is a part of the other: two days of a month, RUS of RUS BLR. */
static bool side__compatible(const char *about, const char *a, const char *b)
{
    if (strcmp(about, "date") == 0) {
        const char *const a_end = strstr(a, " to "), *const b_end = strstr(b, " to ");
        return strncmp(a, b_end ? b_end + 4 : b, 10) <= 0 && strncmp(b, a_end ? a_end + 4 : a, 10) <= 0;
    }
    if (strcmp(about, "number") == 0)
        return side__numbers_compatible(a, b);
    if (strcmp(about, "who") != 0)
        return strcmp(a, b) == 0;
    json_t *const first = json_array(), *const second = json_array();
    const bool meet = set_add_list(first, a) && set_add_list(second, b) && sets_meet(first, second);
    json_decref(first);
    json_decref(second);
    return meet;
}

static bool side__contradict(const char *about, const json_t *sides)
{
    for (size_t i = 0; i < json_array_size(sides); i++)
        for (size_t k = 0; k < i; k++)
            if (!side__compatible(about, record_string(json_array_get(sides, i), "value"), record_string(json_array_get(sides, k), "value")))
                return true;
    return false;
}

static bool contradiction__find(const struct claims *claims, const char *about, contradiction_value *tell, json_t *all)
{
    json_t *const sides = json_array();
    bool done = sides != NULL;
    for (size_t i = 0; done && i < claims->count; i++) {
        char value[VALUE_BYTES];
        done = tell(claims->items[i].json, value);
        done = done && (!*value || !claims_counts(claims, i) || side__add(sides, &claims->items[i], value));
    }
    if (done && side__contradict(about, sides))
        done = json_array_append_new(all, json_pack("{s:s,s:O}", "about", about, "sides", sides)) == 0;
    json_decref(sides);
    return done;
}

json_t *claims_contradictions(const struct claims *claims)
{
    static const struct { const char *about; contradiction_value *tell; } questions[] = {
        {"whether", value__whether}, {"number", value__number}, {"date", value__date}, {"who", value__who}};
    json_t *const all = json_array();
    bool done = all != NULL;
    for (size_t i = 0; done && i < sizeof questions / sizeof questions[0]; i++)
        done = contradiction__find(claims, questions[i].about, questions[i].tell, all);
    if (!done)
        json_decref(all);
    return done ? all : NULL;
}
