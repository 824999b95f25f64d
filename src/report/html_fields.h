/* report/html_fields.h: what a page tells of its report, gathered first, then weighed.
 *
 *     <meta property="og:title" content="Öl für Kuba">  ->  told {"meta", "og:title", "Öl für Kuba"}
 */
#ifndef REPORT_HTML_FIELDS_H
#define REPORT_HTML_FIELDS_H

#include "report/form.h"
#include "report/html.h"

enum { HTML_TOLD_AT_MOST = 200 };

/* One thing that the page tells. */
struct html_told {
    const char *where, *name, *value;            /* where and name as in page-fields.tsv */
    size_t block;                                /* of the page, before which it stands */
};

struct html_fields {
    const struct html_page *page;
    struct document *document;
    const struct forms *forms;
    const struct table *reservations;
    struct html_told told[HTML_TOLD_AT_MOST];
    size_t count;
    size_t block;                                /* the walk's place among the page's blocks */
    const char *body;                            /* the longest text of an article that JSON-LD holds; NULL: none */
    struct laut_error *error;
    bool failed;                                 /* memory ended, the error says so */
};

/* What is told in one place, the nth time from 0; NULL: not so often. */
const struct html_told *html_fields_told(const struct html_fields *fields, const char *where, const char *name, size_t nth);

/* The value of a field that is trusted most. */
const char *html_fields_best(const struct html_fields *fields, const char *field, size_t rank);

/* Copies in the page's arena; folded: white space made one space each, none around. NULL: out of memory. */
const char *html_fields_copy(struct html_fields *fields, const char *text, size_t length);
const char *html_fields_folded(struct html_fields *fields, const char *text);

/* The report's title, NULL: none (or fields->failed). */
const char *html_title(struct html_fields *fields);

/* Published and modified into the report. */
bool html_dates(struct html_fields *fields) __attribute__((warn_unused_result));

#endif
