/* cli/query_columns.c: what stands in the columns of tables and CSV. */
#include "cli/query.h"

#include <stdio.h>
#include <string.h>

static const char *cell__string(const json_t *object, const char *key)
{
    const char *const text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

static void cell__append(char text[QUERY_CELL_BYTES], const char *between, const char *more)
{
    const size_t length = strlen(text);
    if (*more && length + strlen(between) + strlen(more) + 1 < QUERY_CELL_BYTES)
        (void)snprintf(text + length, QUERY_CELL_BYTES - length, "%s%s", length ? between : "", more);
}

static void cell__strings(const json_t *array, const char *key, char text[QUERY_CELL_BYTES])
{
    size_t index;
    json_t *entry;
    json_array_foreach(array, index, entry)
        cell__append(text, "; ", key ? cell__string(entry, key) : json_string_value(entry) ? json_string_value(entry) : "");
}

/* The name, and the country's code where the name does not tell it. */
static void cell__parties(const json_t *parties, const char *name, char text[QUERY_CELL_BYTES])
{
    size_t index;
    json_t *party;
    json_array_foreach(parties, index, party) {
        char one[256];
        const char *const code = cell__string(party, "code"), *const own = cell__string(party, name);
        (void)snprintf(one, sizeof one, *code && *own ? "%.200s (%.20s)" : "%.200s%.20s", *own ? own : *code ? "" : "unnamed", code);
        cell__append(text, "; ", one);
    }
}

static void cell__interval(const json_t *interval, char text[QUERY_CELL_BYTES])
{
    const char *const begin = cell__string(interval, "begin"), *const end = cell__string(interval, "end");
    (void)snprintf(text, QUERY_CELL_BYTES, strcmp(begin, end) == 0 ? "%s" : "%s..%s", begin, end);
}

static void cell__number(const json_t *row, const char *key, char text[QUERY_CELL_BYTES])
{
    const json_t *const number = json_object_get(row, key);
    if (json_is_integer(number))
        (void)snprintf(text, QUERY_CELL_BYTES, "%lld", (long long)json_integer_value(number));
    else if (json_is_real(number))
        (void)snprintf(text, QUERY_CELL_BYTES, "%.3g", json_real_value(number));
}

#define CELL_OF_STRING(function, key)                                            \
    static void function(const json_t *row, char text[QUERY_CELL_BYTES])         \
    {                                                                            \
        (void)snprintf(text, QUERY_CELL_BYTES, "%s", cell__string(row, key));    \
    }
#define CELL_OF_NUMBER(function, key)                                            \
    static void function(const json_t *row, char text[QUERY_CELL_BYTES])         \
    {                                                                            \
        cell__number(row, key, text);                                            \
    }
#define CELL_OF_STRINGS(function, key, field)                                    \
    static void function(const json_t *row, char text[QUERY_CELL_BYTES])         \
    {                                                                            \
        cell__strings(json_object_get(row, key), field, text);                   \
    }
#define CELL_OF_PARTIES(function, key, name)                                     \
    static void function(const json_t *row, char text[QUERY_CELL_BYTES])         \
    {                                                                            \
        cell__parties(json_object_get(row, key), name, text);                    \
    }
#define CELL_OF_INTERVAL(function, key)                                          \
    static void function(const json_t *row, char text[QUERY_CELL_BYTES])         \
    {                                                                            \
        cell__interval(json_object_get(row, key), text);                         \
    }

CELL_OF_STRING(cell_id, "id")
CELL_OF_STRING(cell_incident, "incident")
CELL_OF_STRING(cell_report, "report")
CELL_OF_STRING(cell_outlet, "outlet")
CELL_OF_STRING(cell_published, "published")
CELL_OF_STRING(cell_title, "title")
CELL_OF_STRING(cell_uri, "uri")
CELL_OF_STRING(cell_type, "type")
CELL_OF_STRING(cell_factuality, "factuality")
CELL_OF_STRING(cell_status, "status")
CELL_OF_STRING(cell_report_status, "report_status")
CELL_OF_STRING(cell_embargo, "embargo")
CELL_OF_STRING(cell_note, "note")
CELL_OF_STRING(cell_state, "state")
CELL_OF_STRING(cell_words, "words")
CELL_OF_STRING(cell_name, "name")
CELL_OF_STRING(cell_kind, "kind")
CELL_OF_STRING(cell_code, "code")
CELL_OF_STRING(cell_sector, "sector")
CELL_OF_STRING(cell_period, "period")
CELL_OF_STRING(cell_family, "family")
CELL_OF_NUMBER(cell_confidence, "confidence")
CELL_OF_NUMBER(cell_claims, "claims")
CELL_OF_NUMBER(cell_withdrawn_count, "withdrawn")
CELL_OF_NUMBER(cell_reports, "reports")
CELL_OF_NUMBER(cell_outlets, "outlets")
CELL_OF_NUMBER(cell_voices, "voices")
CELL_OF_NUMBER(cell_source_count, "sources")
CELL_OF_NUMBER(cell_events, "events")
CELL_OF_NUMBER(cell_incidents, "incidents")
CELL_OF_NUMBER(cell_versions, "versions")
CELL_OF_NUMBER(cell_copies, "copies")
CELL_OF_NUMBER(cell_did, "did")
CELL_OF_NUMBER(cell_received, "received")
CELL_OF_NUMBER(cell_said_count, "said")
CELL_OF_NUMBER(cell_denied, "denied")
CELL_OF_STRINGS(cell_modes, "mode", NULL)
CELL_OF_STRINGS(cell_all_modes, "modes", NULL)
CELL_OF_STRINGS(cell_types, "types", NULL)
CELL_OF_STRINGS(cell_aux, "aux", NULL)
CELL_OF_STRINGS(cell_items, "items", "text")
CELL_OF_STRINGS(cell_classes, "items", "class")
CELL_OF_STRINGS(cell_with, "with", NULL)
CELL_OF_STRINGS(cell_contradictions, "contradictions", NULL)
CELL_OF_PARTIES(cell_actors, "actors", "text")
CELL_OF_PARTIES(cell_recipients, "recipients", "text")
CELL_OF_PARTIES(cell_who, "who", "name")
CELL_OF_PARTIES(cell_whom, "whom", "name")
CELL_OF_INTERVAL(cell_when, "when")
CELL_OF_INTERVAL(cell_said, "said")

/* "machine, unreviewed", "corrected by Ada" */
static void cell_review(const json_t *row, char text[QUERY_CELL_BYTES])
{
    const json_t *const review = json_object_get(row, "review");
    const char *const reviewer = cell__string(review, "reviewer");
    (void)snprintf(text, QUERY_CELL_BYTES, *reviewer ? "%s by %.100s" : "machine, unreviewed", cell__string(review, "state"), reviewer);
}

static void cell_what(const json_t *row, char text[QUERY_CELL_BYTES])
{
    cell_type(row, text);
    char modes[QUERY_CELL_BYTES] = "";
    cell_modes(row, modes);
    cell__append(text, " ", modes);
}

static void cell_sources(const json_t *row, char text[QUERY_CELL_BYTES])
{
    cell__parties(json_object_get(row, "sources"), "text", text);
    if (!text[0])
        (void)snprintf(text, QUERY_CELL_BYTES, "%s", "the report");
}

static void cell_place(const json_t *row, char text[QUERY_CELL_BYTES])
{
    (void)snprintf(text, QUERY_CELL_BYTES, "%s", cell__string(json_object_get(row, "place"), "text"));
}

static void cell_country(const json_t *row, char text[QUERY_CELL_BYTES])
{
    (void)snprintf(text, QUERY_CELL_BYTES, "%s", cell__string(json_object_get(row, "place"), "country"));
}

static void cell_where(const json_t *row, char text[QUERY_CELL_BYTES])
{
    (void)snprintf(text, QUERY_CELL_BYTES, "%s", cell__string(json_object_get(row, "where"), "text"));
}

/* "3 asserted, 1 denied" */
static void cell_certainty(const json_t *row, char text[QUERY_CELL_BYTES])
{
    const char *key;
    json_t *number;
    json_object_foreach(json_object_get(row, "certainty"), key, number) {
        char one[64];
        (void)snprintf(one, sizeof one, "%lld %.30s", (long long)json_integer_value(number), key);
        if (json_integer_value(number))
            cell__append(text, ", ", one);
    }
}

static void cell_type_counts(const json_t *row, char text[QUERY_CELL_BYTES])
{
    const char *key;
    json_t *number;
    json_object_foreach(json_object_get(row, "types"), key, number) {
        char one[64];
        (void)snprintf(one, sizeof one, "%.30s %lld", key, (long long)json_integer_value(number));
        cell__append(text, ", ", one);
    }
}

/* What must be seen beside a claim or a report: that it was withdrawn, is held back, was corrected. */
static void cell__mark(const char *status, const json_t *row, char text[QUERY_CELL_BYTES])
{
    const char *const embargo = cell__string(row, "embargo");
    if (strcmp(status, "usable") != 0 && strcmp(status, "current") != 0)
        (void)snprintf(text, QUERY_CELL_BYTES, "%.40s", status);
    if (*embargo)
        cell__append(text, "; ", "embargo ");
    if (*embargo)
        cell__append(text, "", embargo);
}

static void cell_mark(const json_t *row, char text[QUERY_CELL_BYTES])
{
    const char *const status = cell__string(row, "status"), *const said = cell__string(row, "report_status");
    cell__mark(strcmp(status, "current") == 0 && *said ? said : status, row, text);
}

static void cell_report_mark(const json_t *row, char text[QUERY_CELL_BYTES])
{
    cell__mark(cell__string(row, "status"), row, text);
}

/* "2 withdrawn": claims that are not counted. */
static void cell_left_out(const json_t *row, char text[QUERY_CELL_BYTES])
{
    cell_withdrawn_count(row, text);
    if (strcmp(text, "0") == 0)
        text[0] = '\0';
    if (text[0])
        cell__append(text, "", " withdrawn");
}

const struct query_column query_event_columns[] = {
    {"happened", cell_when, 10, 0, true}, {"what", cell_what, 9, 2, true}, {"who", cell_actors, 10, 3, true},
    {"whom", cell_recipients, 10, 3, true}, {"with", cell_items, 6, 2, true}, {"certainty", cell_factuality, 9, 0, true},
    {"source", cell_sources, 10, 3, true}, {"mark", cell_mark, 9, 1, true}, {"id", cell_id, 18, 0, true}, {"review", cell_review, 0, 0, false},
    {"incident", cell_incident, 0, 0, false}, {"report", cell_report, 0, 0, false}, {"outlet", cell_outlet, 0, 0, false},
    {"published", cell_published, 0, 0, false}, {"uri", cell_uri, 0, 0, false}, {"aux", cell_aux, 0, 0, false},
    {"classes", cell_classes, 0, 0, false}, {"place", cell_place, 0, 0, false}, {"country", cell_country, 0, 0, false},
    {"said", cell_said, 0, 0, false}, {"state", cell_state, 0, 0, false}, {"status", cell_status, 0, 0, false},
    {"report_status", cell_report_status, 0, 0, false}, {"embargo", cell_embargo, 0, 0, false},
    {"confidence", cell_confidence, 0, 0, false}, {"words", cell_words, 0, 0, false}, {.name = NULL}};

const struct query_column query_incident_columns[] = {
    {"when", cell_when, 10, 0, true}, {"what", cell_types, 9, 1, true}, {"who", cell_who, 10, 3, true}, {"whom", cell_whom, 10, 3, true},
    {"with", cell_with, 6, 1, true}, {"claims", cell_claims, 6, 0, true}, {"sources", cell_source_count, 7, 0, true},
    {"certainty", cell_certainty, 12, 2, true}, {"against each other", cell_contradictions, 8, 1, true}, {"mark", cell_left_out, 11, 0, true}, {"id", cell_id, 18, 0, true},
    {"family", cell_family, 0, 0, false}, {"modes", cell_all_modes, 0, 0, false}, {"where", cell_where, 0, 0, false},
    {"reports", cell_reports, 0, 0, false}, {"outlets", cell_outlets, 0, 0, false}, {"voices", cell_voices, 0, 0, false},
    {"said", cell_said, 0, 0, false}, {"title", cell_title, 0, 0, false}, {.name = NULL}};

const struct query_column query_report_columns[] = {
    {"published", cell_published, 10, 0, true}, {"outlet", cell_outlet, 12, 1, true}, {"title", cell_title, 20, 4, true},
    {"claims", cell_events, 6, 0, true}, {"versions", cell_versions, 8, 0, true}, {"copies", cell_copies, 6, 0, true},
    {"mark", cell_report_mark, 9, 1, true}, {"id", cell_id, 18, 0, true}, {"uri", cell_uri, 0, 0, false}, {"status", cell_status, 0, 0, false},
    {"embargo", cell_embargo, 0, 0, false}, {"note", cell_note, 0, 0, false}, {.name = NULL}};

const struct query_column query_actor_columns[] = {
    {"id", cell_id, 14, 0, true}, {"name", cell_name, 16, 2, true}, {"kind", cell_kind, 12, 0, true}, {"code", cell_code, 4, 0, true},
    {"sector", cell_sector, 6, 0, true}, {"did", cell_did, 7, 0, true}, {"received", cell_received, 8, 0, true},
    {"said", cell_said_count, 7, 0, true}, {"denied", cell_denied, 6, 0, true}, {.name = NULL}};

const struct query_column query_timeline_columns[] = {
    {"period", cell_period, 10, 0, true}, {"claims", cell_events, 8, 0, true}, {"incidents", cell_incidents, 9, 0, true},
    {"types", cell_type_counts, 20, 1, true}, {.name = NULL}};

/* "delivered (asserted: USA, John Kirby); delivered (denied: Teheran)", "used, transfer implied (asserted: the report)" */
static void cell_states(const json_t *row, char text[QUERY_CELL_BYTES])
{
    const char *const implied = json_is_true(json_object_get(row, "implied")) ? ", transfer implied" : "";
    size_t index;
    json_t *state;
    json_array_foreach(json_object_get(row, "states"), index, state) {
        char one[QUERY_CELL_BYTES], sources[QUERY_CELL_BYTES] = "";
        size_t number;
        json_t *source;
        json_array_foreach(json_object_get(state, "sources"), number, source)
            cell__append(sources, ", ", json_string_value(source));
        (void)snprintf(one, sizeof one, "%.30s%s (%.20s: %.300s)", cell__string(state, "state"), implied, cell__string(state, "certainty"), sources);
        cell__append(text, "; ", one);
    }
}

/* "200 (John Kirby); >= 200 (USA)" */
static void cell_quantities(const json_t *row, char text[QUERY_CELL_BYTES])
{
    size_t index;
    json_t *quantity;
    json_array_foreach(json_object_get(row, "quantities"), index, quantity) {
        char one[QUERY_CELL_BYTES], to[32] = "";
        const char *const relation = cell__string(quantity, "relation"), *const unit = cell__string(quantity, "unit");
        if (json_is_number(json_object_get(quantity, "to")))
            (void)snprintf(to, sizeof to, "-%.10g", json_number_value(json_object_get(quantity, "to")));
        (void)snprintf(one, sizeof one, "%s%s%.10g%s%s%.60s (%.200s)", strcmp(relation, "=") == 0 ? "" : relation,
                       *relation && strcmp(relation, "=") != 0 ? " " : "", json_number_value(json_object_get(quantity, "value")), to,
                       *unit ? " " : "", unit, cell__string(quantity, "source"));
        cell__append(text, "; ", one);
    }
}

CELL_OF_STRING(cell_supplier, "supplier")
CELL_OF_STRING(cell_recipient, "recipient")
CELL_OF_STRING(cell_class, "class")
CELL_OF_STRINGS(cell_via, "via", NULL)
CELL_OF_STRINGS(cell_designations, "designations", NULL)
CELL_OF_STRINGS(cell_unroca, "unroca", NULL)
CELL_OF_STRINGS(cell_incident_ids, "incidents", NULL)
CELL_OF_INTERVAL(cell_happened, "happened")

static void cell_goods(const json_t *row, char text[QUERY_CELL_BYTES])
{
    cell_class(row, text);
    if (!text[0])
        (void)snprintf(text, QUERY_CELL_BYTES, "%s", "arms, kind not told");
    char models[QUERY_CELL_BYTES] = "";
    cell_designations(row, models);
    cell__append(text, " ", models);
}

static void cell_implied(const json_t *row, char text[QUERY_CELL_BYTES])
{
    (void)snprintf(text, QUERY_CELL_BYTES, "%s", json_is_true(json_object_get(row, "implied")) ? "implied" : "");
}

const struct query_column query_transfer_columns[] = {
    {"supplier", cell_supplier, 9, 1, true}, {"recipient", cell_recipient, 9, 1, true}, {"goods", cell_goods, 12, 2, true},
    {"UN Register", cell_unroca, 11, 0, true}, {"number", cell_quantities, 8, 2, true}, {"happened", cell_happened, 10, 1, true},
    {"state (how sure: by whose word)", cell_states, 20, 4, true}, {"reports", cell_reports, 7, 0, true}, {"mark", cell_left_out, 11, 0, true}, {"id", cell_id, 18, 0, true},
    {"via", cell_via, 0, 0, false}, {"implied", cell_implied, 0, 0, false}, {"said", cell_said, 0, 0, false},
    {"outlets", cell_outlets, 0, 0, false}, {"named sources", cell_source_count, 0, 0, false}, {"claims", cell_claims, 0, 0, false},
    {"incidents", cell_incident_ids, 0, 0, false}, {.name = NULL}};

CELL_OF_STRING(cell_verdict, "verdict")
CELL_OF_STRING(cell_claim, "claim")
CELL_OF_STRING(cell_reviewer, "reviewer")
CELL_OF_STRING(cell_made, "made")
CELL_OF_STRING(cell_reason, "reason")

/* The fields that were corrected, as JSON. */
static void cell_correction(const json_t *row, char text[QUERY_CELL_BYTES])
{
    const json_t *const correction = json_object_get(row, "correction");
    char *const json = json_is_object(correction) ? json_dumps(correction, JSON_COMPACT) : NULL;
    (void)snprintf(text, QUERY_CELL_BYTES, "%s", json ? json : "");
    free(json);
}

static void cell_undone(const json_t *row, char text[QUERY_CELL_BYTES])
{
    (void)snprintf(text, QUERY_CELL_BYTES, "%s", json_is_true(json_object_get(row, "undone")) ? "undone" : "");
}

static void cell_number(const json_t *row, char text[QUERY_CELL_BYTES])
{
    (void)snprintf(text, QUERY_CELL_BYTES, "%lld", (long long)json_integer_value(json_object_get(row, "id")));
}

const struct query_column query_review_columns[] = {
    {"id", cell_number, 5, 0, true}, {"verdict", cell_verdict, 9, 0, true}, {"claim", cell_claim, 18, 0, true},
    {"reviewer", cell_reviewer, 8, 1, true}, {"made", cell_made, 20, 0, true}, {"undone", cell_undone, 6, 0, true},
    {"reason", cell_reason, 6, 2, true}, {"correction", cell_correction, 10, 3, true}, {.name = NULL}};

CELL_OF_STRING(cell_at, "at")
CELL_OF_STRING(cell_done, "what")
CELL_OF_STRING(cell_about, "about")
CELL_OF_STRING(cell_hash, "hash")

static void cell_entry(const json_t *row, char text[QUERY_CELL_BYTES])
{
    (void)snprintf(text, QUERY_CELL_BYTES, "%lld", (long long)json_integer_value(json_object_get(row, "number")));
}

const struct query_column query_log_columns[] = {
    {"number", cell_entry, 6, 0, true}, {"at", cell_at, 20, 0, true}, {"what", cell_done, 7, 0, true}, {"about", cell_about, 18, 1, true},
    {"reviewer", cell_reviewer, 8, 1, true}, {"hash", cell_hash, 12, 3, true}, {.name = NULL}};
