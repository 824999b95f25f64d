/* engine/ledger.c: the ledger of one report. Claims of one incident stand together, the first with the incident's number, so
 * that two sources that contradict each other are read side by side. What happened and what was said keep a date each, at the
 * right. Colour tells how sure the source is; nothing is told by colour alone. */
#include "engine/ledger.h"

#include "base/error.h"
#include "engine/columns.h"
#include "engine/evidence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_COLUMNS = 5, PARTIES_AT_MOST = 30, TYPE_AT_MOST = 30, CELL_BYTES = 1024 };

#define MARK_OFF "\033[0m"
#define MARK_BOLD "\033[1m"
#define MARK_DIM "\033[2m"

struct ledger {
    const struct record *record;
    const struct laut_style *style;
    FILE *stream;
    size_t width, parties_columns, type_columns;
};

/* A cell's text, cut at a whole character if it is too long. */
struct cell {
    char text[CELL_BYTES];
    size_t length;
};

static void cell__add(struct cell *cell, const char *text)
{
    const size_t length = strlen(text), room = CELL_BYTES - 1 - cell->length;
    size_t taken = length <= room ? length : room;
    while (taken < length && taken > 0 && ((unsigned char)text[taken] & 0xC0) == 0x80)
        taken--;
    memcpy(cell->text + cell->length, text, taken);
    cell->length += taken;
    cell->text[cell->length] = '\0';
}

static size_t cell__columns(const struct cell *cell)
{
    return columns_of(cell->text, cell->length);
}

/* Prints a cell in exactly columns (0: as wide as it is), cut with an ellipsis or filled with spaces. */
static void ledger__print(const struct ledger *ledger, const struct cell *cell, size_t columns, const char *mark)
{
    const size_t own = cell__columns(cell);
    const bool marked = ledger->style->colour && mark[0];
    if (marked)
        (void)fputs(mark, ledger->stream);
    if (columns && own > columns) {
        columns_print(cell->text, columns_fitting(cell->text, cell->length, columns - 1), ledger->stream);
        (void)fputs("…", ledger->stream);
    } else {
        columns_print(cell->text, cell->length, ledger->stream);
    }
    if (marked)
        (void)fputs(MARK_OFF, ledger->stream);
    for (size_t i = own; i < columns; i++)
        (void)fputc(' ', ledger->stream);
}

static void ledger__spaces(const struct ledger *ledger, size_t count)
{
    (void)fprintf(ledger->stream, "%*s", (int)count, "");
}

/* ---- cells --------------------------------------------------------------------------------------------------- */

/* PRK, RUS MIL; what has no code by its words. Sector GOV is what a code alone says. */
static void cell__party(struct cell *cell, const struct laut_party *party)
{
    if (party->code) {
        cell__add(cell, party->code);
        if (party->sector && strcmp(party->sector, "GOV") != 0) {
            cell__add(cell, " ");
            cell__add(cell, party->sector);
        }
    } else if (party->text[0]) {
        cell__add(cell, party->text);
    } else {
        cell__add(cell, party->sector ? party->sector : "?");
    }
}

static void cell__parties(struct cell *cell, struct laut_parties parties)
{
    if (parties.count == 0)
        cell__add(cell, "?");
    for (size_t i = 0; i < parties.count; i++) {
        if (i)
            cell__add(cell, ", ");
        cell__party(cell, &parties.items[i]);
    }
}

static struct cell cell__who(const struct laut_event *event)
{
    struct cell cell = {.length = 0};
    cell__parties(&cell, event->actors);
    if (event->recipients.count) {
        cell__add(&cell, " > ");
        cell__parties(&cell, event->recipients);
    }
    return cell;
}

static struct cell cell__type(const struct laut_event *event)
{
    struct cell cell = {.length = 0};
    cell__add(&cell, event->type);
    for (size_t i = 0; i < event->modes.count; i++) {
        cell__add(&cell, i ? ", " : " ");
        cell__add(&cell, event->modes.items[i]);
    }
    return cell;
}

/* "at least 1 more", "about 300 to 400 tonnes in all". */
static void cell__quantity(struct cell *cell, const struct laut_quantity *quantity)
{
    static const struct { const char *relation, *words; } relations[] = {
        {">=", "at least "}, {">", "more than "}, {"<=", "at most "}, {"<", "less than "}, {"~", "about "}};
    static const struct { const char *scope, *words; } scopes[] = {{"additional", " more"}, {"cumulative", " in all"}};
    char number[64];
    for (size_t i = 0; i < sizeof relations / sizeof relations[0]; i++)
        if (quantity->relation && strcmp(quantity->relation, relations[i].relation) == 0)
            cell__add(cell, relations[i].words);
    (void)snprintf(number, sizeof number, "%.15g", quantity->value);
    cell__add(cell, number);
    if (isfinite(quantity->to)) {
        (void)snprintf(number, sizeof number, " to %.15g", quantity->to);
        cell__add(cell, number);
    }
    if (quantity->unit) {
        cell__add(cell, " ");
        cell__add(cell, quantity->unit);
    }
    for (size_t i = 0; i < sizeof scopes / sizeof scopes[0]; i++)
        if (quantity->scope && strcmp(quantity->scope, scopes[i].scope) == 0)
            cell__add(cell, scopes[i].words);
}

/* "ballistic-missile KN-23 from PRK: at least 1". */
static struct cell cell__items(const struct laut_event *event)
{
    struct cell cell = {.length = 0};
    for (size_t i = 0; i < event->items.count; i++) {
        const struct laut_item *const item = &event->items.items[i];
        if (i)
            cell__add(&cell, "; ");
        cell__add(&cell, item->item_class ? item->item_class : item->text);
        if (item->designation) {
            cell__add(&cell, " ");
            cell__add(&cell, item->designation);
        }
        if (item->origin) {
            cell__add(&cell, " from ");
            cell__add(&cell, item->origin);
        }
        if (item->quantity && isfinite(item->quantity->value)) {
            cell__add(&cell, ": ");
            cell__quantity(&cell, item->quantity);
        }
    }
    return cell;
}

/* "happened 2024-01-02", "said 2023-11-01..30": an end tells only what differs from the begin. */
static struct cell cell__interval(const char *word, const struct laut_interval *interval, bool inherited)
{
    struct cell cell = {.length = 0};
    if (!interval->begin)
        return cell;
    cell__add(&cell, word);
    cell__add(&cell, inherited ? " ~" : " ");
    cell__add(&cell, interval->begin);
    if (interval->end && strcmp(interval->begin, interval->end) != 0) {
        const bool same_year = strncmp(interval->begin, interval->end, 5) == 0;
        const bool same_month = strncmp(interval->begin, interval->end, 8) == 0;
        cell__add(&cell, "..");
        cell__add(&cell, interval->end + (same_month ? 8 : same_year ? 5 : 0));
    }
    return cell;
}

/* When and where it happened; "in Kiew", as far as either is told. */
static struct cell cell__happened(const struct laut_event *event)
{
    struct cell cell = cell__interval("happened", &event->when, event->when_inherited);
    if (!event->place.text)
        return cell;
    cell__add(&cell, cell.length ? " in " : "happened in ");
    cell__add(&cell, event->place.text);
    return cell;
}

static void cell__source(struct cell *cell, const struct laut_party *source)
{
    if (!source->text[0]) {
        cell__add(cell, "someone unnamed");
        return;
    }
    cell__add(cell, source->text);
    if (source->code && strcmp(source->code, source->text) != 0) {
        cell__add(cell, " (");
        cell__add(cell, source->code);
        cell__add(cell, ")");
    }
    if (source->party && strcmp(source->party, "third") != 0) {
        cell__add(cell, ", itself the ");
        cell__add(cell, source->party);
    }
}

static struct cell cell__sources(const struct laut_event *event)
{
    struct cell cell = {.length = 0};
    cell__add(&cell, event->sources.count ? "according to " : "stated by the report");
    for (size_t i = 0; i < event->sources.count; i++) {
        if (i)
            cell__add(&cell, ", citing ");
        cell__source(&cell, &event->sources.items[i]);
    }
    return cell;
}

/* ---- certainty ----------------------------------------------------------------------------------------------- */

static bool ledger__has_aux(const struct laut_event *event, const char *name)
{
    for (size_t i = 0; i < event->aux.count; i++)
        if (strcmp(event->aux.items[i], name) == 0)
            return true;
    return false;
}

const char *ledger_certainty(const struct laut_event *event)
{
    static const struct { const char *factuality, *words; } certainties[] = {
        {"CT+", "certain"}, {"PR+", "probable"}, {"PR-", "improbable"}, {"PS+", "possible"}, {"PS-", "possibly not"}};
    const struct laut_party *const source = event->sources.count ? &event->sources.items[event->sources.count - 1] : NULL;
    for (size_t i = 0; i < sizeof certainties / sizeof certainties[0]; i++)
        if (strcmp(event->factuality, certainties[i].factuality) == 0)
            return certainties[i].words;
    if (strcmp(event->factuality, "CT-") == 0)
        return source && source->party && strcmp(source->party, "third") != 0 ? "denied" : "not so";
    return ledger__has_aux(event, "future") ? "planned" : ledger__has_aux(event, "hypothetical") ? "conditional" : "uncertain";
}

static const char *ledger__colour(const char *factuality)
{
    static const struct { const char *factuality, *colour; } colours[] = {
        {"CT+", "\033[32m"}, {"CT-", "\033[31m"}, {"PR+", "\033[33m"}, {"PR-", "\033[33m"}, {"PS+", "\033[36m"},
        {"PS-", "\033[36m"}};
    for (size_t i = 0; i < sizeof colours / sizeof colours[0]; i++)
        if (strcmp(factuality, colours[i].factuality) == 0)
            return colours[i].colour;
    return "\033[35m";
}

/* ---- lines --------------------------------------------------------------------------------------------------- */

/* left, then right so that it ends at the last column; left is cut if need be. Ends the line. */
static void ledger__between(const struct ledger *ledger, size_t used, const struct cell *left, const char *left_mark,
                            const struct cell *right)
{
    const size_t right_columns = cell__columns(right), room = ledger->width > used ? ledger->width - used : 1;
    if (!right->length) {
        ledger__print(ledger, left, cell__columns(left) > room ? room : 0, left_mark);
    } else {
        ledger__print(ledger, left, room > right_columns + 1 ? room - right_columns - 1 : 1, left_mark);
        (void)fputc(' ', ledger->stream);
        ledger__print(ledger, right, 0, "");
    }
    (void)fputc('\n', ledger->stream);
}

/* Who, what, with what, when and where; items that have no room get a line of their own. */
static void ledger__act(const struct ledger *ledger, const struct laut_event *event)
{
    const struct cell who = cell__who(event), type = cell__type(event), happened = cell__happened(event), none = {.length = 0};
    const struct cell items = cell__items(event);
    const size_t indent = NUMBER_COLUMNS + ledger->parties_columns + 2, used = indent + ledger->type_columns + 2;
    const bool beside = used + cell__columns(&items) + cell__columns(&happened) + 1 <= ledger->width;
    ledger__print(ledger, &who, ledger->parties_columns, MARK_BOLD);
    (void)fputs("  ", ledger->stream);
    if (items.length && beside) {
        ledger__print(ledger, &type, ledger->type_columns, "");
        (void)fputs("  ", ledger->stream);
        ledger__between(ledger, used, &items, "", &happened);
        return;
    }
    ledger__between(ledger, indent, &type, "", &happened);
    if (items.length) {
        ledger__spaces(ledger, indent);
        ledger__between(ledger, indent, &items, "", &none);
    }
}

/* How sure, according to whom, since when said. */
static void ledger__claim(const struct ledger *ledger, const struct laut_event *event)
{
    const struct cell sources = cell__sources(event), said = cell__interval("said", &event->said, false);
    struct cell certainty = {.length = 0};
    ledger__spaces(ledger, NUMBER_COLUMNS);
    cell__add(&certainty, ledger_certainty(event));
    ledger__print(ledger, &certainty, ledger->parties_columns, ledger__colour(event->factuality));
    (void)fputs("  ", ledger->stream);
    ledger__between(ledger, NUMBER_COLUMNS + ledger->parties_columns + 2, &sources, "", &said);
}

static void ledger__words(const struct ledger *ledger, const struct laut_event *event)
{
    const struct laut_report *const report = &ledger->record->report;
    const bool title = strcmp(event->part, "title") == 0 && report->title;
    const size_t indent = NUMBER_COLUMNS + ledger->parties_columns + 2, taken = indent + (title ? 9 : 2);
    ledger__spaces(ledger, indent);
    (void)fputs(title ? "title: “" : "“", ledger->stream);
    evidence_print(event, title ? report->title : report->text, ledger->width > taken ? ledger->width - taken : 1,
                   ledger->style->colour ? MARK_BOLD : "", ledger->style->colour ? MARK_OFF : "", ledger->stream);
    (void)fputs("”\n", ledger->stream);
}

static void ledger__event(const struct ledger *ledger, const struct laut_event *event, bool first_of_incident)
{
    if (first_of_incident)
        (void)fprintf(ledger->stream, "%3u  ", event->incident);
    else
        (void)fputs("  +  ", ledger->stream);
    ledger__act(ledger, event);
    ledger__claim(ledger, event);
    ledger__words(ledger, event);
}

/* What its newsroom says of the report. */
static void ledger__standing(const struct ledger *ledger, const struct laut_report *report)
{
    const bool told = report->status && strcmp(report->status, "usable") != 0;
    struct cell line = {.length = 0};
    if (!told && !report->embargo)
        return;
    cell__add(&line, told ? report->status : "");
    if (report->embargo) {
        cell__add(&line, told ? "; not to be published before " : "not to be published before ");
        cell__add(&line, report->embargo);
    }
    if (report->note) {
        cell__add(&line, ": ");
        cell__add(&line, report->note);
    }
    ledger__print(ledger, &line, 0, MARK_BOLD);
    (void)fputc('\n', ledger->stream);
}

static void ledger__head(const struct ledger *ledger)
{
    const struct laut_report *const report = &ledger->record->report;
    struct cell title = {.length = 0}, published = {.length = 0}, origin = {.length = 0};
    const char *const parts[] = {report->id, report->publisher, report->uri};
    char day[11];
    (void)snprintf(day, sizeof day, "%s", report->published ? report->published : "unknown");
    cell__add(&title, report->title ? report->title : "(no title)");
    cell__add(&published, "published ");
    cell__add(&published, day);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (parts[i] && origin.length)
            cell__add(&origin, " · ");
        cell__add(&origin, parts[i] ? parts[i] : "");
    }
    if (cell__columns(&title) + cell__columns(&published) + 2 > ledger->width) {
        ledger__print(ledger, &title, 0, MARK_BOLD);
        (void)fputc('\n', ledger->stream);
        title = (struct cell){.length = 0};
    }
    ledger__between(ledger, 0, &title, MARK_BOLD, &published);
    ledger__print(ledger, &origin, 0, MARK_DIM);
    (void)fputc('\n', ledger->stream);
    ledger__standing(ledger, report);
}

/* ---- order --------------------------------------------------------------------------------------------------- */

struct ledger_entry {
    size_t event, incident_begin;    /* indexes; incident_begin: of the incident's first event */
};

static int ledger__compare(const void *a, const void *b)
{
    const struct ledger_entry *const x = a, *const y = b;
    if (x->incident_begin != y->incident_begin)
        return x->incident_begin < y->incident_begin ? -1 : 1;
    return x->event < y->event ? -1 : x->event > y->event;
}

/* Entries of the events to show, incidents in the order of their first claim; *count how many. NULL: out of memory. */
static struct ledger_entry *ledger__order(const struct record *record, double min_confidence, size_t *count)
{
    uint32_t highest = 0;
    for (size_t i = 0; i < record->event_count; i++)
        if (record->events[i].incident > highest)
            highest = record->events[i].incident;
    struct ledger_entry *const entries = calloc(record->event_count + 1, sizeof *entries);
    size_t *const begins = calloc((size_t)highest + 1, sizeof *begins);
    *count = 0;
    if (entries && begins) {
        for (size_t i = 0; i < record->event_count; i++) {
            const struct laut_event *const event = &record->events[i];
            if (event->confidence < min_confidence)
                continue;
            if (!begins[event->incident])
                begins[event->incident] = i + 1;
            entries[(*count)++] = (struct ledger_entry){i, begins[event->incident]};
        }
        qsort(entries, *count, sizeof *entries, ledger__compare);
    }
    free(begins);
    if (begins)
        return entries;
    free(entries);
    return NULL;
}

static void ledger__measure(struct ledger *ledger, const struct ledger_entry *entries, size_t count)
{
    ledger->parties_columns = 12;                /* "possibly not" */
    ledger->type_columns = 8;
    for (size_t i = 0; i < count; i++) {
        const struct laut_event *const event = &ledger->record->events[entries[i].event];
        const struct cell who = cell__who(event), type = cell__type(event);
        if (cell__columns(&who) > ledger->parties_columns)
            ledger->parties_columns = cell__columns(&who);
        if (cell__columns(&type) > ledger->type_columns)
            ledger->type_columns = cell__columns(&type);
    }
    const size_t parties_at_most = ledger->width / 4 < PARTIES_AT_MOST ? ledger->width / 4 : PARTIES_AT_MOST;
    const size_t type_at_most = ledger->width / 4 < TYPE_AT_MOST ? ledger->width / 4 : TYPE_AT_MOST;
    if (ledger->parties_columns > parties_at_most)
        ledger->parties_columns = parties_at_most;
    if (ledger->type_columns > type_at_most)
        ledger->type_columns = type_at_most;
}

static bool ledger__done(FILE *stream, struct laut_error *error)
{
    return !ferror(stream) || error_set(error, NULL, 0, "look whether the disk is full", "the output could not be written");
}

bool ledger_write_header(const struct laut_style *style, FILE *stream, struct laut_error *error)
{
    (void)fprintf(stream, "%sCoded by machine, unreviewed. A claim says who makes it, not that it is true.%s\n\n",
                  style->colour ? MARK_DIM : "", style->colour ? MARK_OFF : "");
    return ledger__done(stream, error);
}

bool ledger_write(const struct record *record, const struct laut_style *style, FILE *stream, struct laut_error *error)
{
    struct ledger ledger = {.record = record, .style = style, .stream = stream, .width = style->width ? style->width : 80};
    size_t count;
    struct ledger_entry *const entries = ledger__order(record, style->min_confidence, &count);
    if (!entries)
        return error_out_of_memory(error);
    ledger__measure(&ledger, entries, count);
    ledger__head(&ledger);
    if (record->report.language && strcmp(record->report.language, "de") != 0)
        (void)fprintf(stream, "     not coded: the text is not German, but %s\n", record->report.language);
    else if (count == 0)
        (void)fputs("     no claims coded\n", stream);
    for (size_t i = 0; i < count; i++) {
        const bool first = i == 0 || entries[i].incident_begin != entries[i - 1].incident_begin;
        if (first)
            (void)fputc('\n', stream);
        ledger__event(&ledger, &record->events[entries[i].event], first);
    }
    (void)fputc('\n', stream);
    free(entries);
    return ledger__done(stream, error);
}
