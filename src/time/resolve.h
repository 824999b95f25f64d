/* time/resolve.h: the value of a matched expression.
 *
 *     "Mitte Mai" published 2024-06-20, past tense  ->  DATE "2024-05", mod MID, 2024-05-11 to 2024-05-20
 */
#ifndef TIME_RESOLVE_H
#define TIME_RESOLVE_H

#include "time/moment.h"
#include "time/pattern.h"
#include "time/tense.h"

/* What a report has told so far. */
struct resolver {
    struct document *document;
    const struct time_words *words;
    int32_t published;               /* DAY_NONE: unknown */
    const struct time_item *items;   /* of the sentence */
    size_t item_count;
    uint32_t sentence;
    struct moment last;              /* the last absolute time that was told, GRAIN_NONE: none */
    struct moment last_day;          /* … the last one that is a day */
    uint32_t last_sentence, last_day_sentence;
    bool last_year_told;             /* the last time had a year of its own */
    int day_talk;                    /* the report speaks of yesterday, tomorrow, times of day: 1 yes, 0 no, -1 not looked yet */
    struct laut_error *error;
};

struct resolution {
    enum timex_type type;
    const char *value, *mod;
    struct day_interval interval;
    struct day_interval plain;       /* without what stands before it (seit, bis); begin DAY_NONE: as interval */
    struct moment moment;            /* GRAIN_NONE: nothing that later expressions can count from */
    bool relative;
    bool of_noun;                    /* behind "von": of the noun before */
    bool aside;                      /* a look back ("am Tag zuvor"): nothing is counted from it */
    bool rejected;                   /* no time after all */
};

/* Resolves bracket number bracket of a match by the rule of its row. False: out of memory. */
bool resolve_match(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *type,
                   const char *rule, struct resolution *resolution) __attribute__((warn_unused_result));

/* ---- between the files of resolve ---- */

/* The slot of a class in the bracket, else (elsewhere true) outside it; NULL: none. */
const struct pattern_slot *resolve_slot(const struct pattern_match *match, size_t bracket, unsigned class, bool elsewhere);
enum tense_hint resolve_tense(const struct resolver *resolver, const struct pattern_match *match, size_t bracket);
/* "since", "until", "from", "before", "after", "within" before the bracket, else "". */
const char *resolve_lead(const struct resolver *resolver, const struct pattern_match *match, size_t bracket);
/* The moment that the bracket's words name; grain NONE: none. */
struct moment resolve_date(struct resolver *resolver, const struct pattern_match *match, size_t bracket, bool before_christ);
/* A day of a month whose year is not told. */
int resolve_year_of(const struct resolver *resolver, int month, int day, enum tense_hint tense);

/* Sets the value, a copy of it. */
bool resolve_copy(struct resolver *resolver, struct resolution *resolution, const char *value) __attribute__((warn_unused_result));
/* Value and interval of the resolution's moment, with what stands before the expression. */
bool resolve_finish_date(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
    __attribute__((warn_unused_result));

enum { RESOLVE_VALUE_BYTES = 64 };

struct amount {
    bool vague;
    double number;
    const char *unit;
};

/* The amounts in a bracket: one, or two as in "drei Jahre und vier Monate"; returns how many. */
size_t resolve_amounts(const struct pattern_match *match, size_t bracket, struct amount amounts[2]);
void resolve_amount_value(const struct amount *amounts, size_t count, char *text, size_t size);

/* The rules of resolve_duration.c and resolve_clock.c. */
bool resolve_shift(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
                   struct resolution *resolution) __attribute__((warn_unused_result));
bool resolve_same(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
    __attribute__((warn_unused_result));
bool resolve_duration(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
                      struct resolution *resolution) __attribute__((warn_unused_result));
bool resolve_later(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
    __attribute__((warn_unused_result));
bool resolve_vague(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
    __attribute__((warn_unused_result));
bool resolve_clock(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
                   struct resolution *resolution) __attribute__((warn_unused_result));
bool resolve_set(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
    __attribute__((warn_unused_result));

#endif
