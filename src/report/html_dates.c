/* report/html_dates.c: when a page was published, from where page-fields.tsv trusts it most. A time in UTC is told in the hours of Central Europe, as
 * its readers count their days. */
#include "report/html_fields.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST_BLOCK = 160, BLOCKS_NEAR_HEADING = 10, BLOCKS_NEAR_END = 6, BEGIN_BYTES = 24, FIRST_YEAR = 1990, LAST_YEAR = 2099 };

/* As programs write it, ISO 8601 at the begin of a value, or a date in words. */
static bool date__read(const struct html_fields *fields, const char *value, struct timestamp *timestamp)
{
    const size_t length = strlen(value);
    struct form_match match;
    if (timestamp_read_machine(value, timestamp) && timestamp->day != TIMESTAMP_UNTOLD)
        return true;
    if (length > 10 && timestamp_read_iso(value, 10, timestamp) == TIMESTAMP_READ && timestamp->day != TIMESTAMP_UNTOLD)
        return true;
    if (!forms_find_date(fields->forms, value, (struct span){0, (uint32_t)length}, &match))
        return false;
    *timestamp = match.timestamp;
    return true;
}

/* 2019/10/18, 2019-10-18, 20191018, 18-10-2019, 18.10.2019 */
static bool date__of_digits(const char *at, int *year, int *month, int *day)
{
    switch (strspn(at, "0123456789")) {
    case 8:
        return sscanf(at, "%4d%2d%2d", year, month, day) == 3;
    case 4:
        return sscanf(at, "%4d/%2d/%2d", year, month, day) == 3 || sscanf(at, "%4d-%2d-%2d", year, month, day) == 3;
    case 2:
        return sscanf(at, "%2d-%2d-%4d", day, month, year) == 3 || sscanf(at, "%2d.%2d.%4d", day, month, year) == 3;
    default:
        return false;
    }
}

/* A date in an address, behind one of its marks. */
static bool date__in_address(const char *address, struct timestamp *timestamp)
{
    for (const char *at = address; *at; at++) {
        int year, month, day;
        const bool begins = at > address && strchr("/-_.", at[-1]);
        if (!begins || !date__of_digits(at, &year, &month, &day) || year < FIRST_YEAR || year > LAST_YEAR)
            continue;
        *timestamp = timestamp_none();
        timestamp->year = year;
        timestamp->month = month;
        timestamp->day = day;
        if (timestamp_exists(timestamp))
            return true;
    }
    return false;
}

/* The block of the heading that holds the title, else one that is the title, else the first of the text; block_count: none. */
static size_t date__heading(const struct html_fields *fields)
{
    const struct html_page *const page = fields->page;
    const char *const title = fields->document->report.title;
    for (size_t i = 0; title && i < page->block_count; i++) {
        const char *const tag = (const char *)page->blocks[i].element->node->name;
        if (tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '3' && strstr(page->blocks[i].text, title))
            return i;
    }
    for (size_t i = 0; title && i < page->block_count; i++)
        if (strcmp(page->blocks[i].text, title) == 0)
            return i;
    size_t first = 0;
    while (first < page->block_count && page->blocks[first].dropped)
        first++;
    return first;
}

/* Whether an element says that something was changed on that day. */
static bool date__is_of_change(const struct html_fields *fields, const struct timestamp *timestamp)
{
    const struct table *const table = html_fields_table(fields->page->knowledge);
    for (size_t row = 0; row < table->row_count; row++) {
        const struct html_told *const told = strcmp(table_cell(table, row, 1), "modified") == 0 && strcmp(table_cell(table, row, 2), "time") == 0
                                                 ? html_fields_told(fields, "time", table_cell(table, row, 3), 0) : NULL;
        struct timestamp changed;
        if (told && date__read(fields, told->value, &changed) && timestamp_day(&changed) == timestamp_day(timestamp))
            return true;
    }
    return false;
}

static bool date__in_block(const struct html_fields *fields, size_t block, bool labelled, struct timestamp *timestamp)
{
    const struct html_block *const at = &fields->page->blocks[block];
    const struct span line = {0, (uint32_t)(at->whole_length < LONGEST_BLOCK ? at->whole_length : LONGEST_BLOCK)};
    struct form_match match;
    if (at->foreign)
        return false;
    if (!labelled) {                                 /* "27.1.2022 - Bei der Erinnerung …": of a long block the begin alone */
        const bool whole = at->whole_length <= LONGEST_BLOCK;
        const struct span begin = {0, whole ? line.end_byte : BEGIN_BYTES};
        const bool found = forms_find_date(fields->forms, at->whole, begin, &match) && (whole || match.span.begin_byte == 0) && match.timestamp.year >= FIRST_YEAR &&
                           !date__is_of_change(fields, &match.timestamp);
        if (found)
            *timestamp = match.timestamp;
        return found;
    }
    for (size_t begin = 0; begin < line.end_byte; begin++)
        if ((begin == 0 || at->whole[begin - 1] == ' ') && forms_find(fields->forms, at->whole, line, begin, &match) &&
            match.form->form_class == FORM_PUBLISHED && match.form->place == FORM_WITHIN && timestamp_day(&match.timestamp) != DAY_NONE) {
            *timestamp = match.timestamp;
            return true;
        }
    return false;
}

/* A date in what is seen: with a label anywhere before the end, or near heading or end without. */
static bool date__seen(const struct html_fields *fields, const char *where, struct timestamp *timestamp)
{
    const size_t count = fields->page->block_count, heading = date__heading(fields);
    size_t last = count;
    while (last > 0 && fields->page->blocks[last - 1].dropped)
        last--;
    if (strcmp(where, "labelled") == 0) {
        const size_t from = heading < count && heading > BLOCKS_NEAR_HEADING ? heading - BLOCKS_NEAR_HEADING : 0;
        for (size_t i = from; i < count && i < last + 2 * BLOCKS_NEAR_HEADING; i++)
            if ((i < heading + 2 * BLOCKS_NEAR_HEADING || i + BLOCKS_NEAR_HEADING > last) && date__in_block(fields, i, true, timestamp))
                return true;
        return false;
    }
    if (strcmp(where, "heading") == 0 && heading < count) {
        for (size_t i = heading + 1; i < count && i <= heading + BLOCKS_NEAR_HEADING; i++)
            if (date__in_block(fields, i, false, timestamp))
                return true;
        for (size_t i = heading; i-- > 0 && i + BLOCKS_NEAR_HEADING / 2 > heading;)
            if (date__in_block(fields, i, false, timestamp))
                return true;
        return false;
    }
    for (size_t i = last > 1 ? last - 2 : 0; strcmp(where, "end") == 0 && i < count && i < last + BLOCKS_NEAR_END; i++)
        if (date__in_block(fields, i, false, timestamp))
            return true;
    return false;
}

/* The first time element behind the heading, or any. */
static bool date__time(const struct html_fields *fields, const char *where, struct timestamp *timestamp)
{
    const size_t heading = date__heading(fields), count = fields->page->block_count;
    const bool any = strcmp(where, "any") == 0;
    const struct html_told *told;
    for (size_t nth = 0; (told = html_fields_told(fields, "time", "time", nth)) != NULL; nth++)
        if ((any || (heading < count && told->block + BLOCKS_NEAR_HEADING / 2 > heading && told->block <= heading + 2 * BLOCKS_NEAR_HEADING)) &&
            date__read(fields, told->value, timestamp))
            return true;
    return false;
}

static bool date__told(const struct html_fields *fields, const char *where, const char *name, struct timestamp *timestamp)
{
    const struct html_told *told;
    for (size_t nth = 0; (told = html_fields_told(fields, where, name, nth)) != NULL; nth++)
        if (date__read(fields, told->value, timestamp))
            return true;
    return false;
}

static bool date__row(const struct html_fields *fields, const struct table *table, size_t row, struct timestamp *timestamp)
{
    const char *const where = table_cell(table, row, 2), *const name = table_cell(table, row, 3);
    if (strcmp(where, "seen") == 0)
        return date__seen(fields, name, timestamp);
    if (strcmp(where, "time") == 0 && (strcmp(name, "heading") == 0 || strcmp(name, "any") == 0))
        return date__time(fields, name, timestamp);
    if (strcmp(where, "address") == 0)
        return fields->document->report.uri && date__in_address(fields->document->report.uri, timestamp);
    return date__told(fields, where, name, timestamp);
}

/* By the table's rows of that field, in their order. *written NULL: none is told. */
static bool date__find(struct html_fields *fields, const char *field, const char **written, const char **basis)
{
    const struct table *const table = html_fields_table(fields->page->knowledge);
    struct timestamp timestamp;
    *written = NULL;
    for (size_t row = 0; row < table->row_count; row++) {
        if (strcmp(table_cell(table, row, 1), field) != 0 || !date__row(fields, table, row, &timestamp))
            continue;
        timestamp_to_central_europe(&timestamp);
        *written = timestamp_write(&timestamp, fields->page->arena, fields->error);
        *basis = table_cell(table, row, 5)[0] ? table_cell(table, row, 5) : "Stand";
        return *written != NULL;
    }
    return true;
}

bool html_dates(struct html_fields *fields)
{
    struct report *const report = &fields->document->report;
    const char *basis;
    return (report->published || date__find(fields, "published", &report->published, &report->published_basis)) &&
           date__find(fields, "modified", &report->modified, &basis);
}
