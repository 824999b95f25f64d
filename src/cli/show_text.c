/* cli/show_text.c: see cli/show_text.h. The fields of a thing are the columns of its row in a list, one a line; what else it has follows as tables. */
#include "cli/show_text.h"

#include "cli/query.h"

#include <string.h>

static const char *text__string(const json_t *object, const char *key)
{
    const char *const text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

static void text__put(char text[QUERY_CELL_BYTES], const char *format, const char *value)
{
    (void)snprintf(text, QUERY_CELL_BYTES, format, value);
}

/* ---- cells of the tables below a thing */

#define CELL_OF(function, key)                                                   \
    static void function(const json_t *row, char text[QUERY_CELL_BYTES])         \
    {                                                                            \
        text__put(text, "%s", text__string(row, key));                           \
    }
#define CELL_OF_COUNT(function, key)                                             \
    static void function(const json_t *row, char text[QUERY_CELL_BYTES])         \
    {                                                                            \
        (void)snprintf(text, QUERY_CELL_BYTES, "%lld", (long long)json_integer_value(json_object_get(row, key))); \
    }
#define CELL_OF_LIST(function, key)                                              \
    static void function(const json_t *row, char text[QUERY_CELL_BYTES])         \
    {                                                                            \
        text__list(json_object_get(row, key), text);                             \
    }

static void text__list(const json_t *list, char text[QUERY_CELL_BYTES])
{
    size_t index, length = 0;
    json_t *entry;
    json_array_foreach(list, index, entry) {
        const char *const one = json_string_value(entry);
        if (one && *one && length + strlen(one) + 3 < QUERY_CELL_BYTES)
            length += (size_t)snprintf(text + length, QUERY_CELL_BYTES - length, "%s%s", length ? "; " : "", one);
    }
}

CELL_OF(cell_stance, "stance")
CELL_OF(cell_party, "party")
CELL_OF(cell_said, "said")
CELL_OF(cell_value, "value")
CELL_OF(cell_claim, "claim")
CELL_OF(cell_with, "with")
CELL_OF(cell_rule, "rule")
CELL_OF(cell_reason, "reason")
CELL_OF(cell_kind, "kind")
CELL_OF(cell_published, "published")
CELL_OF(cell_added, "added")
CELL_OF(cell_sha256_text, "sha256_text")
CELL_OF(cell_report, "report")
CELL_OF(cell_outlet, "outlet")
CELL_OF(cell_method, "method")
CELL_OF(cell_former, "former")
CELL_OF(cell_present, "present")
CELL_OF(cell_fields, "fields")
CELL_OF(cell_coded, "coded")
CELL_OF(cell_id, "id")
CELL_OF(cell_name, "name")
CELL_OF(cell_about, "about")
CELL_OF_COUNT(cell_version, "version")
CELL_OF_COUNT(cell_added_claims, "added_claims")
CELL_OF_COUNT(cell_withdrawn_claims, "withdrawn_claims")
CELL_OF_COUNT(cell_changed_claims, "changed_claims")
CELL_OF_COUNT(cell_claim_count, "claims")
CELL_OF_COUNT(cell_voices, "voices")
CELL_OF_COUNT(cell_did, "did")
CELL_OF_COUNT(cell_received, "received")
CELL_OF_LIST(cell_outlets, "outlets")
CELL_OF_LIST(cell_sources, "sources")
CELL_OF_LIST(cell_claims, "claims")

static void cell_source(const json_t *row, char text[QUERY_CELL_BYTES])
{
    const json_t *const source = json_object_get(row, "source");
    const char *const name = text__string(source, "text"), *const code = text__string(source, "code");
    if (!json_is_object(source))
        text__put(text, "%s", "the report");
    else
        (void)snprintf(text, QUERY_CELL_BYTES, *code ? "%.300s (%.20s)" : "%.300s%.20s", *name ? name : "unnamed", code);
}

/* "200 ballistic-missile; at least 5 tank" */
static void cell_numbers(const json_t *row, char text[QUERY_CELL_BYTES])
{
    size_t index, length = 0;
    json_t *range;
    json_array_foreach(json_object_get(row, "quantities"), index, range) {
        const json_t *const from = json_object_get(range, "from"), *const to = json_object_get(range, "to");
        const double least = json_number_value(from), most = json_number_value(to);
        char ends[80];
        if (json_is_number(from) && json_is_number(to) && most > least)
            (void)snprintf(ends, sizeof ends, "%.10g to %.10g", least, most);
        else
            (void)snprintf(ends, sizeof ends, "%s%.10g", json_is_number(from) && json_is_number(to) ? "" : json_is_number(from) ? "at least " : "at most ",
                           json_is_number(from) ? least : most);
        if (length + 200 < QUERY_CELL_BYTES)
            length += (size_t)snprintf(text + length, QUERY_CELL_BYTES - length, "%s%s %.60s%s%.60s", length ? "; " : "", ends, text__string(range, "unit"),
                                       *text__string(range, "unit") ? " " : "", text__string(range, "class"));
    }
}

static void cell_similarity(const json_t *row, char text[QUERY_CELL_BYTES])
{
    (void)snprintf(text, QUERY_CELL_BYTES, "%.2f", json_number_value(json_object_get(row, "similarity")));
}

static const struct query_column text__by_source[] = {
    {"stance", cell_stance, 8, 0, true}, {"source", cell_source, 12, 3, true}, {"itself a party", cell_party, 14, 0, true}, {"said", cell_said, 10, 0, true},
    {"outlets", cell_outlets, 8, 2, true}, {"voices", cell_voices, 6, 0, true}, {"number", cell_numbers, 8, 2, true}, {"claims", cell_claims, 18, 1, true}, {.name = NULL}};
static const struct query_column text__sides[] = {
    {"about", cell_about, 8, 0, true}, {"value", cell_value, 12, 2, true}, {"sources", cell_sources, 12, 3, true}, {"claims", cell_claims, 18, 1, true}, {.name = NULL}};
static const struct query_column text__joined[] = {
    {"claim", cell_claim, 18, 0, true}, {"with", cell_with, 18, 0, true}, {"rule", cell_rule, 12, 0, true}, {"reason", cell_reason, 20, 1, true}, {.name = NULL}};
static const struct query_column text__history[] = {
    {"version", cell_version, 7, 0, true}, {"kind", cell_kind, 10, 0, true}, {"published", cell_published, 10, 1, true}, {"added", cell_added, 20, 0, true},
    {"claims", cell_claim_count, 6, 0, true}, {"new", cell_added_claims, 4, 0, true}, {"withdrawn", cell_withdrawn_claims, 9, 0, true},
    {"changed", cell_changed_claims, 7, 0, true}, {"hash of the text", cell_sha256_text, 16, 2, true}, {.name = NULL}};
static const struct query_column text__copies[] = {
    {"report", cell_report, 18, 0, true}, {"outlet", cell_outlet, 12, 1, true}, {"similarity", cell_similarity, 10, 0, true}, {"method", cell_method, 10, 1, true}, {.name = NULL}};
static const struct query_column text__changes[] = {
    {"kind", cell_kind, 9, 0, true}, {"former", cell_former, 18, 0, true}, {"present", cell_present, 18, 0, true}, {"fields", cell_fields, 12, 1, true},
    {"coded", cell_coded, 20, 0, true}, {.name = NULL}};
static const struct query_column text__others[] = {
    {"id", cell_id, 14, 0, true}, {"name", cell_name, 16, 1, true}, {"did", cell_did, 7, 0, true}, {"received", cell_received, 8, 0, true}, {.name = NULL}};

/* ---- parts of a thing */

/* Each column of the row that has a value, one a line. */
static void text__fields_of(const struct query_column *columns, const json_t *row)
{
    for (size_t i = 0; columns[i].name; i++) {
        char text[QUERY_CELL_BYTES] = "";
        columns[i].cell(row, text);
        if (text[0] && strcmp(columns[i].name, "id") != 0)
            (void)printf("%-18.*s  %s\n", (int)strcspn(columns[i].name, "("), columns[i].name, text);
    }
}

static void text__table(const char *head, const struct query_column *columns, const json_t *rows, unsigned width)
{
    if (!json_array_size(rows))
        return;
    (void)printf("\n%s\n", head);
    query_write_table(columns, rows, width);
}

/* The sides of all contradictions, each with what it is about. */
static void text__contradictions(const json_t *contradictions, unsigned width)
{
    json_t *const sides = json_array();
    size_t index, number;
    json_t *one, *side;
    json_array_foreach(contradictions, index, one)
        json_array_foreach(json_object_get(one, "sides"), number, side) {
            json_t *const copy = json_copy(side);
            (void)json_object_set(copy, "about", json_object_get(one, "about"));
            (void)json_array_append_new(sides, copy);
        }
    text__table("where they contradict each other", text__sides, sides, width);
    json_decref(sides);
}

static void text__types(const json_t *types)
{
    const char *part, *type;
    json_t *counts, *count;
    json_object_foreach((json_t *)(uintptr_t)types, part, counts) {
        (void)printf("%-18s ", part);
        json_object_foreach(counts, type, count)
            (void)printf(" %s %lld", type, (long long)json_integer_value(count));
        (void)putchar('\n');
    }
}

/* The claims that the thing has, whatever it is. */
static const json_t *text__claims(const json_t *thing)
{
    static const char *const keys[] = {"events", "recent", "also"};
    const json_t *const record = json_object_get(json_object_get(thing, "record"), "events");
    for (size_t i = 0; !record && i < 3; i++)
        if (json_is_array(json_object_get(thing, keys[i])))
            return json_object_get(thing, keys[i]);
    return record;
}

static const struct query_column *text__columns(const char *id)
{
    static const struct { const char *prefix; const struct query_column *columns; } kinds[] = {
        {"i-", query_incident_columns}, {"c-", query_event_columns}, {"r-", query_report_columns}, {"t-", query_transfer_columns}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strncmp(id, kinds[i].prefix, 2) == 0)
            return kinds[i].columns;
    return query_actor_columns;
}

void show_text(const json_t *thing, unsigned width)
{
    const char *const id = text__string(thing, "id"), *const former = text__string(thing, "forwarded_from");
    const json_t *const coder = json_object_get(thing, "coder");
    (void)printf("%s%s%s%s\n\n", id, *former ? " (was " : "", former, *former ? ")" : "");
    text__fields_of(text__columns(id), thing);
    if (coder)
        (void)printf("%-18s  laut %s, tables %.19s…, model %.19s…\n", "coded by", text__string(coder, "laut"), text__string(coder, "tables"), text__string(coder, "model"));
    text__types(json_is_object(json_object_get(json_object_get(thing, "types"), "did")) ? json_object_get(thing, "types") : NULL);
    text__table("by whose word", text__by_source, json_object_get(thing, "by_source"), width);
    text__contradictions(json_object_get(thing, "contradicting"), width);
    text__table("versions", text__history, json_object_get(thing, "history"), width);
    text__table("near copies", text__copies, json_object_get(thing, "copies_of"), width);
    text__table("what became of it", text__changes, json_object_get(thing, "changes"), width);
    if (json_object_get(thing, "recent"))
        text__table("with whom", text__others, json_object_get(thing, "with"), width);
    text__table(json_object_get(thing, "also") ? "the same claim elsewhere" : "claims", query_event_columns, text__claims(thing), width);
    if (json_object_get(thing, "events"))        /* what it rests on, word for word */
        (void)putchar('\n');
    query_write_claims(json_object_get(thing, "events"));
    text__table("why they stand together", text__joined, json_object_get(thing, "joined"), width);
}

void show_csv(const json_t *thing)
{
    size_t index;
    json_t *claim;
    if (json_object_get(thing, "also"))          /* a claim: itself before its others */
        query_write_csv(query_event_columns, thing, stdout);
    json_array_foreach(text__claims(thing), index, claim)
        query_write_csv(query_event_columns, claim, stdout);
}

/* ---- numbers of the archive */

static void stats__each(const json_t *stats, void (*put)(const char *name, const char *part, const json_t *value))
{
    const char *name, *part;
    json_t *value, *count;
    json_object_foreach((json_t *)(uintptr_t)stats, name, value)
        if (json_is_object(value)) {
            json_object_foreach(value, part, count)
                put(name, part, count);
        } else {
            put(name, "", value);
        }
}

static void stats__value(const json_t *value, char text[QUERY_CELL_BYTES])
{
    if (json_is_integer(value))
        (void)snprintf(text, QUERY_CELL_BYTES, "%lld", (long long)json_integer_value(value));
    else
        text__put(text, "%s", json_is_string(value) ? json_string_value(value) : "");
}

static void stats__line(const char *name, const char *part, const json_t *value)
{
    char text[QUERY_CELL_BYTES];
    stats__value(value, text);
    (void)printf("%-16s %-12s %s\n", name, part, text);
}

static void stats__csv(const char *name, const char *part, const json_t *value)
{
    char text[QUERY_CELL_BYTES];
    stats__value(value, text);
    const bool quoted = strpbrk(part, ",\"") || strpbrk(text, ",\"");
    (void)printf(quoted ? "%s,\"%s\",\"%s\"\r\n" : "%s,%s,%s\r\n", name, part, text);
}

void show_stats(const json_t *stats, unsigned width)
{
    (void)width;
    stats__each(stats, stats__line);
}

void show_stats_csv(const json_t *stats)
{
    (void)fputs("name,part,value\r\n", stdout);
    stats__each(stats, stats__csv);
}
