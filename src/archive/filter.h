/* archive/filter.h: words of a filter become bound values.
 *
 *     {"who:RUS,BLR", "what:ASSAULT", "when:2024-01", "Rakete"}
 *         ->  match  "terms : (arus OR ablr) AND terms : (tassault) AND words : (\"Rakete\")"
 *             first_id, last_id  the ids of January 2024
 */
#ifndef ARCHIVE_FILTER_H
#define ARCHIVE_FILTER_H

#include "archive/archive.h"
#include "archive/day.h"
#include "base/arena.h"

struct filter_range {
    int32_t begin, end;              /* days, both inclusive */
};

struct filter_ranges {
    struct filter_range *items;      /* NULL: any day */
    size_t count, capacity;
};

/* FILTER_STANDING, where nothing is asked: what is current, and what was withdrawn, marked. */
enum filter_status { FILTER_CURRENT, FILTER_SUPERSEDED, FILTER_WITHDRAWN, FILTER_ALL, FILTER_STANDING };

struct filter_review {               /* what people say of the claim */
    bool any, negative;
    unsigned states;                 /* bit REVIEW_CONFIRMED … of enum review_state */
    bool disputed, changed;
};

struct filter_outlet {               /* words of a publisher's name; a comma means "or" */
    const char *value;
    bool negative;
};

struct filter {
    int views;                       /* in which of them the claim must stand: VIEW_CODED unless reviewed claims are asked for */
    struct filter_review review;
    const char *match;               /* for event_index; NULL: no words and no terms */
    const char *report_match;        /* the words alone, for report_index; NULL: none */
    const char *report_unmatch;      /* those that are not to be found there; NULL: none */
    struct filter_outlet *outlets;
    size_t outlet_count, outlet_capacity;
    bool only_words;                 /* nothing is asked that only claims have */
    struct filter_ranges when, published;
    int64_t first_id, last_id;       /* hull of when */
    double confidence;               /* least; below 0: any */
    enum filter_status status;
    const char *report, *incident, *claim, *actor;       /* public ids; NULL: any */
    const char *const *words;        /* as they were typed, for highlights; ends with NULL */
    size_t word_count;
};

bool filter_read(const char *const *words, size_t count, struct arena *arena, struct filter *filter, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Whether the filter lets through reports of this publisher. False with a message: memory ended. */
bool filter_has_outlet(const struct filter *filter, const char *name, struct arena *arena, bool *has, struct laut_error *error)
    __attribute__((warn_unused_result));

bool filter_ranges_have(const struct filter_ranges *ranges, int32_t day);

#endif
