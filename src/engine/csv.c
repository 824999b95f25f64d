/* engine/csv.c: one line per event after RFC 4180: CR LF at the end, cells in quotes where they hold a comma, a quote or a
 * line's end. A cell that a spreadsheet would take for a formula (=, +, -, @ first) gets an apostrophe before it, as OWASP
 * advises ("CSV Injection"); only words of the report can begin so. */
#include "engine/csv.h"

#include "base/error.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char csv__columns[] =
    "review,report_id,uri,publisher,title,published,report_status,embargo,claim,part,type,mode,incident,actor_text,actor_code,actor_sector,"
    "recipient_text,recipient_code,recipient_sector,item_text,item_class,item_designation,item_unroca,item_origin,"
    "quantity_relation,quantity_value,quantity_to,quantity_unit,quantity_scope,when_begin,when_end,when_basis,when_inherited,"
    "said_begin,said_end,place_text,place_country,place_precision,place_lat,place_lon,source_text,source_code,source_sector,"
    "source_named,source_party,factuality,aux,confidence,evidence_text,evidence_begin,evidence_end,trigger_text,frame,attribution";

/* A cell is gathered from parts; it is put into quotes and mended when it ends. */
struct csv {
    FILE *stream;
    char *cell;                      /* open_memstream's */
    size_t length;
    FILE *part;
    bool first;                      /* no cell of the line yet */
    bool failed;
};

static void csv__end_cell(struct csv *csv, bool words)
{
    if (fflush(csv->part) != 0)
        csv->failed = true;
    const size_t length = (size_t)ftello(csv->part);
    if (!csv->first)
        (void)fputc(',', csv->stream);
    csv->first = false;
    const bool formula = words && length && strchr("=+-@\t\r", csv->cell[0]);
    bool quoted = formula;
    for (size_t i = 0; i < length; i++)
        quoted = quoted || strchr(",\"\r\n", csv->cell[i]);
    if (quoted)
        (void)fputc('"', csv->stream);
    if (formula)
        (void)fputc('\'', csv->stream);
    for (size_t i = 0; i < length; i++) {
        if (csv->cell[i] == '"')
            (void)fputc('"', csv->stream);
        (void)fputc(csv->cell[i], csv->stream);
    }
    if (quoted)
        (void)fputc('"', csv->stream);
    rewind(csv->part);
}

static void csv__string(struct csv *csv, const char *value)
{
    (void)fputs(value ? value : "", csv->part);
    csv__end_cell(csv, true);
}

static void csv__number(struct csv *csv, double value)
{
    if (isfinite(value))
        (void)fprintf(csv->part, "%.15g", value);
    csv__end_cell(csv, false);
}

static void csv__between(struct csv *csv, size_t index)
{
    if (index)
        (void)fputs("; ", csv->part);
}

static void csv__strings(struct csv *csv, struct laut_strings strings)
{
    for (size_t i = 0; i < strings.count; i++) {
        csv__between(csv, i);
        (void)fputs(strings.items[i], csv->part);
    }
    csv__end_cell(csv, false);
}

enum csv_party_column { PARTY_TEXT, PARTY_CODE, PARTY_SECTOR, PARTY_NAMED, PARTY_PARTY, PARTY_COLUMNS };

static void csv__parties(struct csv *csv, struct laut_parties parties, size_t columns)
{
    for (size_t column = 0; column < columns; column++) {
        for (size_t i = 0; i < parties.count; i++) {
            const struct laut_party *const party = &parties.items[i];
            const char *const values[PARTY_COLUMNS] = {party->text, party->code, party->sector, party->named, party->party};
            csv__between(csv, i);
            (void)fputs(values[column] ? values[column] : "", csv->part);
        }
        csv__end_cell(csv, true);
    }
}

static void csv__item_words(struct csv *csv, struct laut_items items)
{
    enum { TEXT, CLASS, DESIGNATION, UNROCA, ORIGIN, COLUMNS };
    for (size_t column = 0; column < COLUMNS; column++) {
        for (size_t i = 0; i < items.count; i++) {
            const struct laut_item *const item = &items.items[i];
            const char *const values[COLUMNS] = {item->text, item->item_class, item->designation, NULL, item->origin};
            csv__between(csv, i);
            (void)fputs(values[column] ? values[column] : "", csv->part);
            for (size_t k = 0; column == UNROCA && k < item->unroca.count; k++)
                (void)fprintf(csv->part, "%s%s", k ? "|" : "", item->unroca.items[k]);
        }
        csv__end_cell(csv, true);
    }
}

static void csv__item_quantities(struct csv *csv, struct laut_items items)
{
    enum { RELATION, VALUE, TO, UNIT, SCOPE, COLUMNS };
    for (size_t column = 0; column < COLUMNS; column++) {
        for (size_t i = 0; i < items.count; i++) {
            const struct laut_quantity *const quantity = items.items[i].quantity;
            csv__between(csv, i);
            if (!quantity)
                continue;
            const char *const words[COLUMNS] = {quantity->relation, NULL, NULL, quantity->unit, quantity->scope};
            const double number = column == VALUE ? quantity->value : column == TO ? quantity->to : (double)NAN;
            if (isfinite(number))
                (void)fprintf(csv->part, "%.15g", number);
            (void)fputs(words[column] ? words[column] : "", csv->part);
        }
        csv__end_cell(csv, column != RELATION);
    }
}

/* The words of a span of text (code points). */
static void csv__words(struct csv *csv, const char *text, struct laut_span span)
{
    uint32_t begun = 0;              /* code points that have begun up to c */
    for (const char *c = text; *c && begun <= span.end; c++) {
        begun += ((unsigned char)*c & 0xC0) != 0x80;
        if (begun > span.begin && begun <= span.end)
            (void)fputc(*c == '\n' ? ' ' : *c, csv->part);
    }
}

static void csv__event(struct csv *csv, const struct laut_report *report, const struct laut_event *event)
{
    const char *const text = strcmp(event->part, "title") == 0 && report->title ? report->title : report->text;
    csv->first = true;
    csv__string(csv, "machine, unreviewed");
    const char *const fields[] = {report->id, report->uri, report->publisher, report->title, report->published, report->status, report->embargo, event->claim,
                                  event->part, event->type};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        csv__string(csv, fields[i]);
    csv__strings(csv, event->modes);
    csv__number(csv, event->incident);
    csv__parties(csv, event->actors, PARTY_NAMED);
    csv__parties(csv, event->recipients, PARTY_NAMED);
    csv__item_words(csv, event->items);
    csv__item_quantities(csv, event->items);
    csv__string(csv, event->when.begin);
    csv__string(csv, event->when.end);
    csv__string(csv, event->when_basis);
    csv__string(csv, event->when.begin ? event->when_inherited ? "true" : "false" : NULL);
    csv__string(csv, event->said.begin);
    csv__string(csv, event->said.end);
    csv__string(csv, event->place.text);
    csv__string(csv, event->place.country);
    csv__string(csv, event->place.precision);
    csv__number(csv, event->place.text ? event->place.latitude : (double)NAN);
    csv__number(csv, event->place.text ? event->place.longitude : (double)NAN);
    csv__parties(csv, event->sources, PARTY_COLUMNS);
    csv__string(csv, event->factuality);
    csv__strings(csv, event->aux);
    csv__number(csv, event->confidence);
    csv__words(csv, text, event->evidence);
    csv__end_cell(csv, true);
    csv__number(csv, event->evidence.begin);
    csv__number(csv, event->evidence.end);
    for (size_t i = 0; i < event->trigger.count; i++) {
        if (i)
            (void)fputs(" … ", csv->part);
        csv__words(csv, text, event->trigger.items[i]);
    }
    csv__end_cell(csv, true);
    csv__string(csv, event->why_frame);
    csv__string(csv, event->why_attribution);
    (void)fputs("\r\n", csv->stream);
}

static bool csv__done(bool written, struct laut_error *error)
{
    return written || error_set(error, NULL, 0, "look whether the disk is full", "the output could not be written");
}

bool csv_write_header(FILE *stream, struct laut_error *error)
{
    return csv__done(fprintf(stream, "%s\r\n", csv__columns) > 0, error);
}

bool csv_write(const struct record *record, double min_confidence, FILE *stream, struct laut_error *error)
{
    struct csv csv = {.stream = stream};
    csv.part = open_memstream(&csv.cell, &csv.length);
    if (!csv.part)
        return error_out_of_memory(error);
    for (size_t i = 0; i < record->event_count; i++)
        if (!(record->events[i].confidence < min_confidence))
            csv__event(&csv, &record->report, &record->events[i]);
    if (fclose(csv.part) != 0)
        csv.failed = true;
    free(csv.cell);
    return csv__done(!csv.failed && !ferror(stream), error);
}
