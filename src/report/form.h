/* report/form.h: the forms of knowledge/report/date-lines.tsv and marks.tsv, looked for in one line of text.
 *
 *     form "Stand[:] {date}[{gap}[um ]{clock}]" on "Stand: 05.01.2024 04:55 Uhr"
 *         ->  the whole line, timestamp 2024-01-05 04:55
 *
 * A form is text (letters of any case, a space for any white space), [ ] around what may be missing, and fields:
 *     {day} {month} {monthname} {year} {year2} {hour} {minute} {second} {weekday} {zone} {offset}    parts of a date
 *     {date} {clock}      the first row of that class that fits
 *     {gap}               white space, commas, bars, dots and dashes       {dash}   - – —
 *     {number}            digits                                            {rest}   anything to the end of the line
 *     {place}             one to four words with capitals                   {names}  up to twelve words of names
 *     {agency}            one or more names of agencies.tsv
 */
#ifndef REPORT_FORM_H
#define REPORT_FORM_H

#include "base/table.h"
#include "report/document.h"
#include "report/timestamp.h"

enum form_class { FORM_DATE, FORM_CLOCK, FORM_PUBLISHED, FORM_MODIFIED, FORM_DATELINE, FORM_ENTRY, FORM_MARK, FORM_END, FORM_CLASS_COUNT };
enum form_place { FORM_LINE, FORM_BEGIN, FORM_WITHIN, FORM_HEADING, FORM_PART };

struct form {
    const char *text;
    enum form_class form_class;
    enum form_place place;           /* FORM_PART: a date or clock inside others */
    const char *basis;               /* "" : none */
    char first;                      /* the small letter of ASCII that it begins with; 0: with something else */
};

struct forms;

/* Reads date-lines.tsv, marks.tsv, words.tsv and agencies.tsv of knowledge/report/. NULL: the error says file, line and cause. */
const struct forms *forms_open(const struct table_set *set, struct laut_error *error) __attribute__((warn_unused_result));

enum { FORM_AGENCIES_AT_MOST = 4 };

struct form_match {
    const struct form *form;
    struct span span;
    struct timestamp timestamp;
    const char *agencies[FORM_AGENCIES_AT_MOST];     /* as the table names them */
    size_t agency_count;
};

/* The first date in the line, wherever it stands, with the clock behind it. False: none. */
bool forms_find_date(const struct forms *forms, const char *text, struct span line, struct form_match *match);

/* Whether a line says that what follows it is no longer of the report: "3 Kommentare" over a page's comments, "Pressekontakt:". */
bool forms_ends(const struct forms *forms, const char *text, struct span line, bool heading);

/* The first form that fits text's line at a byte in it; only those for that place. False: none. */
bool forms_find(const struct forms *forms, const char *text, struct span line, size_t at, struct form_match *match);

#endif
