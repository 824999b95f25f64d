/* event/likely_report.h: the countries and bodies of states that a report speaks of, and where.
 *
 *     "In Minsk wurden Demonstranten verhaftet."  ->  countries {BLR, 2 mentions, scene}, mentions {Minsk 1, Demonstranten 3}
 */
#ifndef EVENT_LIKELY_REPORT_H
#define EVENT_LIKELY_REPORT_H

#include "event/scene.h"

struct likely_country {
    const char *code;
    uint32_t mentions, places;       /* how many in all, how many of them tell where something is */
    bool title, beginning;           /* in the headline, in the first sentence */
};

struct likely_mention {
    uint32_t token, mention, entity, country;            /* country: index of likely_report.countries */
    bool subject;
};

struct likely_report {
    struct likely_country *countries;
    size_t country_count, country_capacity;
    struct likely_mention *mentions;                     /* in the order of the text */
    size_t mention_count, mention_capacity;
    uint32_t first, second, scene;                       /* the country spoken of most, next to it, as a place; DOCUMENT_NONE */
};

/* Media are left out: who tells the news is seldom what it is about. False: out of memory. */
bool likely_report_open(const struct scene *scene, struct arena *arena, struct likely_report *report, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The code that a party of this entity has: a place's is its country's. */
const char *likely_code(const struct entity *entity);

#endif
