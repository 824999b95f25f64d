/* archive/export_csv.c: one line per claim, with all its fields, or with those that users of UCDP GED and ACLED know. The German form
 * for Excel has a byte order mark, semicolons and decimal commas, and no cell that Excel would take for a formula. */
#include "archive/export.h"

#include "archive/day.h"
#include "archive/record.h"

#include <stdlib.h>
#include <string.h>

enum { CELL_BYTES = 2048 };

typedef void csv_cell(const json_t *event, char cell[CELL_BYTES]);

struct csv_column {
    const char *name, *meaning;
    csv_cell *fill;                  /* NULL: the string, number or list of that key */
    const char *key, *field;         /* field: of each entry of a list */
};

/* ---- cells */

void export_cell(const struct export *export, const char *text, bool last)
{
    const bool german = export->plan->excel;
    const bool formula = german && *text && strchr("=+-@\t\r", *text);
    if (formula || strpbrk(text, german ? ";\"\r\n" : ",\"\r\n")) {
        (void)fprintf(export->stream, "\"%s", formula ? "'" : "");
        for (; *text; text++) {
            if (*text == '"')
                (void)fputc('"', export->stream);
            (void)fputc(*text, export->stream);
        }
        (void)fputc('"', export->stream);
    } else {
        (void)fputs(text, export->stream);
    }
    (void)fputs(last ? "\r\n" : german ? ";" : ",", export->stream);
}

static void csv__append(char cell[CELL_BYTES], const char *more)
{
    const size_t length = strlen(cell);
    if (length + strlen(more) + 3 < CELL_BYTES)
        (void)snprintf(cell + length, CELL_BYTES - length, "%s%s", length ? "; " : "", more);
}

static void csv__value(const json_t *value, char cell[CELL_BYTES])
{
    char number[40];
    if (json_is_string(value))
        (void)snprintf(cell, CELL_BYTES, "%s", json_string_value(value));
    else if (json_is_integer(value))
        (void)snprintf(cell, CELL_BYTES, "%lld", (long long)json_integer_value(value));
    else if (json_is_number(value)) {
        (void)snprintf(number, sizeof number, "%.9g", json_number_value(value));
        (void)snprintf(cell, CELL_BYTES, "%s", number);
    }
}

static void csv__list(const json_t *list, const char *field, char cell[CELL_BYTES])
{
    size_t index;
    json_t *entry;
    json_array_foreach(list, index, entry) {
        char one[CELL_BYTES] = "";
        csv__value(field ? json_object_get(entry, field) : entry, one);
        csv__append(cell, *one ? one : "-");
    }
}

static void cell__happened_begin(const json_t *event, char cell[CELL_BYTES])
{
    csv__value(json_object_get(json_object_get(event, "when"), "begin"), cell);
}

static void cell__happened_end(const json_t *event, char cell[CELL_BYTES])
{
    csv__value(json_object_get(json_object_get(event, "when"), "end"), cell);
}

static void cell__said_begin(const json_t *event, char cell[CELL_BYTES])
{
    csv__value(json_object_get(json_object_get(event, "said"), "begin"), cell);
}

static void cell__said_end(const json_t *event, char cell[CELL_BYTES])
{
    csv__value(json_object_get(json_object_get(event, "said"), "end"), cell);
}

static void cell__place(const json_t *event, const char *key, char cell[CELL_BYTES])
{
    csv__value(json_object_get(json_object_get(event, "place"), key), cell);
}

static void cell__place_text(const json_t *event, char cell[CELL_BYTES])
{
    cell__place(event, "text", cell);
}

static void cell__place_country(const json_t *event, char cell[CELL_BYTES])
{
    cell__place(event, "country", cell);
}

static void cell__place_precision(const json_t *event, char cell[CELL_BYTES])
{
    cell__place(event, "precision", cell);
}

static void cell__latitude(const json_t *event, char cell[CELL_BYTES])
{
    cell__place(event, "lat", cell);
}

static void cell__longitude(const json_t *event, char cell[CELL_BYTES])
{
    cell__place(event, "lon", cell);
}

static void cell__quantities(const json_t *event, char cell[CELL_BYTES])
{
    size_t index;
    json_t *item;
    json_array_foreach(json_object_get(event, "items"), index, item) {
        const json_t *const quantity = json_object_get(item, "quantity");
        char one[160] = "-", to[48] = "";
        const char *const relation = record_string(quantity, "relation"), *const unit = record_string(quantity, "unit");
        if (json_is_number(json_object_get(quantity, "to")))
            (void)snprintf(to, sizeof to, " to %.9g", json_number_value(json_object_get(quantity, "to")));
        if (json_is_number(json_object_get(quantity, "value")))
            (void)snprintf(one, sizeof one, "%s %.9g%s%s%.60s", relation ? relation : "=", json_number_value(json_object_get(quantity, "value")), to,
                           unit ? " " : "", unit ? unit : "");
        csv__append(cell, one);
    }
}

static void cell__according(const json_t *event, char cell[CELL_BYTES])
{
    export_according(event, cell, CELL_BYTES);
    const size_t length = strlen(cell);
    if (length > 2)
        cell[length - 2] = '\0';
}

/* UCDP: 1 the day is known, 2 two to six days, 3 a week, 4 up to a month, 5 more. */
static void cell__date_precision(const json_t *event, char cell[CELL_BYTES])
{
    int32_t begin, end;
    const json_t *const when = json_object_get(event, "when");
    if (!day_read(record_string(when, "begin"), &begin) || !day_read(record_string(when, "end"), &end))
        return;
    const int32_t days = end - begin + 1;
    (void)snprintf(cell, CELL_BYTES, "%d", days == 1 ? 1 : days < 7 ? 2 : days == 7 ? 3 : days <= 31 ? 4 : 5);
}

/* UCDP: 1 the very place, 4 a region of the first order, 6 the country alone. */
static void cell__where_precision(const json_t *event, char cell[CELL_BYTES])
{
    const char *const precision = record_string(json_object_get(event, "place"), "precision");
    if (precision)
        (void)snprintf(cell, CELL_BYTES, "%d", strcmp(precision, "country") == 0 ? 6 : strcmp(precision, "region") == 0 ? 4 : 1);
}

static void cell__year(const json_t *event, char cell[CELL_BYTES])
{
    const char *const begin = record_string(json_object_get(event, "when"), "begin"), *const published = record_string(event, "published");
    (void)snprintf(cell, CELL_BYTES, "%.4s", begin ? begin : published ? published : "");
}

static void cell__notes(const json_t *event, char cell[CELL_BYTES])
{
    export_according(event, cell, CELL_BYTES / 2);
    const size_t length = strlen(cell);
    (void)snprintf(cell + length, CELL_BYTES - length, "%s", record_string(event, "words") ? record_string(event, "words") : "");
}

static void cell__status(const json_t *event, char cell[CELL_BYTES])
{
    export_mark(event, cell, CELL_BYTES);
    if (!*cell)
        (void)snprintf(cell, CELL_BYTES, "current");
}

static void cell__review(const json_t *event, char cell[CELL_BYTES])
{
    export_review(event, cell, CELL_BYTES);
}

static void cell__review_fields(const json_t *event, char cell[CELL_BYTES])
{
    const char *name;
    json_t *value;
    size_t length = 0;
    json_object_foreach(json_object_get(json_object_get(event, "review"), "correction"), name, value)
        if (length + strlen(name) + 3 < CELL_BYTES)
            length += (size_t)snprintf(cell + length, CELL_BYTES - length, "%s%s", length ? "; " : "", name);
}

/* ---- tables */

static const struct csv_column csv__columns[] = {
    {"id", "public id of the claim; the same text in several outlets has the same", NULL, "id", NULL},
    {"review", "what people said of the coding: 'machine, unreviewed', or confirmed, corrected, rejected, added and by whom", cell__review, NULL, NULL},
    {"review_fields", "corrected: which fields people coded otherwise; the line itself is the machine's, or with reviewed:yes theirs", cell__review_fields, NULL, NULL},
    {"incident", "public id of the incident", NULL, "incident", NULL},
    {"type", "what was done (PLOVER 2.0)", NULL, "type", NULL},
    {"mode", "how (PLOVER 2.0)", NULL, "mode", NULL},
    {"aux", "future, hypothetical, negation, historical", NULL, "aux", NULL},
    {"actor", "who did it, as the report names it; several are separated by '; ', in the same order in all columns of a kind, '-' for what is not told of one", NULL, "actors", "text"},
    {"actor_code", "country of the actor (ISO 3166-1 alpha-3; XKX, IGO, NGO, MNC)", NULL, "actors", "code"},
    {"actor_sector", "sector of the actor (PLOVER)", NULL, "actors", "sector"},
    {"recipient", "to whom it was done", NULL, "recipients", "text"},
    {"recipient_code", "country of the recipient", NULL, "recipients", "code"},
    {"recipient_sector", "sector of the recipient", NULL, "recipients", "sector"},
    {"item", "arms or goods", NULL, "items", "text"},
    {"item_class", "their class", NULL, "items", "class"},
    {"item_model", "named model", NULL, "items", "designation"},
    {"item_origin", "country that made them", NULL, "items", "origin"},
    {"item_quantity", "number with its relation and unit, one per item", cell__quantities, NULL, NULL},
    {"happened_begin", "first day on which it happened, where the report tells it", cell__happened_begin, NULL, NULL},
    {"happened_end", "last day", cell__happened_end, NULL, NULL},
    {"said_begin", "first day on which it was claimed", cell__said_begin, NULL, NULL},
    {"said_end", "last day", cell__said_end, NULL, NULL},
    {"place", "where", cell__place_text, NULL, NULL},
    {"place_country", "country of the place", cell__place_country, NULL, NULL},
    {"place_precision", "site, city, region or country", cell__place_precision, NULL, NULL},
    {"latitude", "degrees; none for a mere country", cell__latitude, NULL, NULL},
    {"longitude", "degrees", cell__longitude, NULL, NULL},
    {"source", "who says so, from the outermost to the innermost; empty: the report itself", NULL, "sources", "text"},
    {"source_code", "country of the source", NULL, "sources", "code"},
    {"source_sector", "sector of the source", NULL, "sources", "sector"},
    {"source_named", "person, office, circle or unnamed", NULL, "sources", "named"},
    {"source_party", "is the source itself actor or recipient, or a third", NULL, "sources", "party"},
    {"factuality", "how sure the innermost source is (FactBank): CT certain, PR probable, PS possible, + so, - not so, Uu not committed", NULL, "factuality", NULL},
    {"confidence", "how often codings like this one were right, 0 to 1; not how sure the source is", NULL, "confidence", NULL},
    {"state", "of a transfer of arms: delivered, used, seized, licensed, promised, planned, requested, stopped, refused", NULL, "state", NULL},
    {"words", "the words it rests on", NULL, "words", NULL},
    {"report", "public id of the report", NULL, "report", NULL},
    {"version", "which of its versions", NULL, "version", NULL},
    {"outlet", "publisher", NULL, "outlet", NULL},
    {"published", "when the report was published", NULL, "published", NULL},
    {"status", "current; superseded by another version or coding; withdrawn: its report was", NULL, "status", NULL},
    {"report_status", "what the newsroom says of the report: usable, corrected, withheld, withdrawn", NULL, "report_status", NULL},
    {"embargo", "the report is not to be published before", NULL, "embargo", NULL},
    {"title", "its headline", NULL, "title", NULL},
    {"uri", "its address", NULL, "uri", NULL}};

static const struct csv_column conflict__columns[] = {
    {"id", "public id of the claim", NULL, "id", NULL},
    {"incident", "public id of the incident; several claims can tell of one", NULL, "incident", NULL},
    {"year", "of the act, else of publication", cell__year, NULL, NULL},
    {"date_start", "first day of the act, as claimed", cell__happened_begin, NULL, NULL},
    {"date_end", "last day of the act, as claimed", cell__happened_end, NULL, NULL},
    {"date_prec", "1 the day is known, 2 two to six days, 3 a week, 4 up to a month, 5 more (UCDP); empty: not told", cell__date_precision, NULL, NULL},
    {"event_type", "PLOVER type", NULL, "type", NULL},
    {"sub_event_type", "PLOVER mode", NULL, "mode", NULL},
    {"side_a", "who did it, as claimed", NULL, "actors", "text"},
    {"side_a_code", "country", NULL, "actors", "code"},
    {"side_b", "to whom, as claimed", NULL, "recipients", "text"},
    {"side_b_code", "country", NULL, "recipients", "code"},
    {"where_description", "place, as claimed", cell__place_text, NULL, NULL},
    {"country", "ISO 3166-1 alpha-3", cell__place_country, NULL, NULL},
    {"latitude", "none for a mere country", cell__latitude, NULL, NULL},
    {"longitude", "none for a mere country", cell__longitude, NULL, NULL},
    {"where_prec", "1 the very place, 4 a region, 6 the country alone (UCDP); empty: not told", cell__where_precision, NULL, NULL},
    {"source_original", "by whose word, how sure", cell__according, NULL, NULL},
    {"factuality", "FactBank", NULL, "factuality", NULL},
    {"source_office", "outlet", NULL, "outlet", NULL},
    {"source_date", "publication", NULL, "published", NULL},
    {"source_headline", "headline", NULL, "title", NULL},
    {"source_article", "address", NULL, "uri", NULL},
    {"review", "what people said of the coding", cell__review, NULL, NULL},
    {"status", "current; superseded by another version or coding; withdrawn: its report was; an embargo", cell__status, NULL, NULL},
    {"notes", "the words it rests on, with source and certainty before them; no fatalities are coded", cell__notes, NULL, NULL}};

static void csv__line(struct export *export, const struct csv_column *columns, size_t count, const json_t *event)
{
    for (size_t i = 0; i < count; i++) {
        char cell[CELL_BYTES] = "";
        const json_t *const value = columns[i].key ? json_object_get(event, columns[i].key) : NULL;
        if (columns[i].fill)
            columns[i].fill(event, cell);
        else if (json_is_array(value))
            csv__list(value, columns[i].field, cell);
        else
            csv__value(value, cell);
        char *const point = export->plan->excel && json_is_real(value) ? strchr(cell, '.') : NULL;
        const bool degrees = export->plan->excel && (columns[i].fill == cell__latitude || columns[i].fill == cell__longitude);
        char *const comma = point ? point : degrees ? strchr(cell, '.') : NULL;
        if (comma)
            *comma = ',';
        export_cell(export, cell, i + 1 == count);
    }
}

static void csv__head(const struct export *export, const struct csv_column *columns, size_t count)
{
    if (export->plan->excel)
        (void)fputs("\xEF\xBB\xBF", export->stream);
    for (size_t i = 0; i < count; i++)
        export_cell(export, columns[i].name, i + 1 == count);
}

void export_csv_head(const struct export *export)
{
    csv__head(export, csv__columns, sizeof csv__columns / sizeof csv__columns[0]);
}

void export_conflict_head(const struct export *export)
{
    csv__head(export, conflict__columns, sizeof conflict__columns / sizeof conflict__columns[0]);
}

bool export_csv(struct export *export, const json_t *event)
{
    csv__line(export, csv__columns, sizeof csv__columns / sizeof csv__columns[0], event);
    return true;
}

bool export_conflict(struct export *export, const json_t *event)
{
    csv__line(export, conflict__columns, sizeof conflict__columns / sizeof conflict__columns[0], event);
    return true;
}

bool export_codebook(enum laut_export_form form, FILE *stream)
{
    const bool all = form == LAUT_EXPORT_CSV;
    const struct csv_column *const columns = all ? csv__columns : conflict__columns;
    const size_t count = all ? sizeof csv__columns / sizeof csv__columns[0] : sizeof conflict__columns / sizeof conflict__columns[0];
    (void)fputs("Every line is a claim: what one source says in one report, coded by machine, unreviewed unless its review says otherwise. It does not say that it is true.\n"
                "Claims of one incident are not to be counted as several acts, and their numbers are not to be added.\n\n", stream);
    for (size_t i = 0; i < count; i++)
        (void)fprintf(stream, "%-18s %s\n", columns[i].name, columns[i].meaning);
    return !ferror(stream);
}
