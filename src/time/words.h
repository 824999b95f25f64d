/* time/words.h: which classes of time words a token belongs to, after time/words.tsv and what its figures show.
 *
 *     "Dienstagabend"  ->  WDPART with value "2~EV"        "25."  ->  ORD and DAY with number 25
 *     "zum Dienstag"   ->  items "zu", "Dienstag": the article of a contraction is no item of its own
 */
#ifndef TIME_WORDS_H
#define TIME_WORDS_H

#include "time/number.h"

/* The classes that rules and figures refer to by name; words.tsv may have others, patterns may ask for those too. */
#define TIME_CLASSES(X)                                                                                                  \
    X(NONE) X(NUM) X(ONE) X(ORD) X(DAY) X(YEAR) X(OLDYEAR) X(YEARSPAN) X(CLOCK) X(DATENUM) X(DECADENUM) X(NUMUNIT)       \
    X(NUMLENGTH) X(NUMYEARS) X(WDPART) X(ANY) X(ANYNOUN) X(ADJECTIVE) X(UNIT) X(UNITS) X(WEEKDAY) X(WEEKDAYS)            \
    X(WEEKDAYPL) X(WEEKDAYSHORT) X(MONTH) X(SEASON) X(PART) X(PARTLOW) X(PARTS) X(REL) X(THIS) X(FIRST) X(FOLLOWING)     \
    X(DAYREL) X(YEARADV) X(PRIOR) X(PRIOREVE) X(PRIORPUB) X(POS) X(POSADJ) X(POSUNIT) X(APPROX) X(VAGUE) X(PAAR)         \
    X(HALF) X(HALB) X(VIERTEL) X(BOTH) X(HALFNOUN) X(HOLIDAY) X(TURNOFYEAR) X(AFTERWORD) X(LENGTHENDING) X(DECADEWORD)   \
    X(DECADENOUN) X(DECADEEND) X(CLOCKNAME) X(ZONE) X(YEARKIND) X(LEAD) X(PERFECT) X(PASTVERB) X(FUTUREVERB)             \
    X(MODALVERB) X(STATIVE) X(HABIT) X(ART) X(BC) X(EVERY) X(ENDING) X(LEADSKIP) X(SUBJUNCTIVE) X(UHR) X(LINK)             \
    X(RANGEBEGIN) X(DAYBEFORE) X(DAYADJ) X(NUMBERED) X(SPANNOUN) X(SAME) X(SAMEDET)

enum time_class {
#define TIME_CLASS_ENUMERATOR(name) TIME_##name,
    TIME_CLASSES(TIME_CLASS_ENUMERATOR)
#undef TIME_CLASS_ENUMERATOR
    TIME_NAMED_COUNT,
    TIME_CLASSES_AT_MOST = 256,
};

struct class_set {
    uint64_t bits[TIME_CLASSES_AT_MOST / 64];
};

static inline void class_set_add(struct class_set *set, unsigned class)
{
    set->bits[class / 64] |= UINT64_C(1) << class % 64;
}

static inline bool class_set_has(const struct class_set *set, unsigned class)
{
    return (set->bits[class / 64] >> class % 64 & 1) != 0;
}

/* The first class from *class* on that is in the set; TIME_CLASSES_AT_MOST: none. */
static inline unsigned class_set_next(const struct class_set *set, unsigned class)
{
    for (; class < TIME_CLASSES_AT_MOST; class = (class / 64 + 1) * 64) {
        const uint64_t rest = set->bits[class / 64] >> class % 64;
        if (rest)
            return class + (unsigned)__builtin_ctzll(rest);
    }
    return TIME_CLASSES_AT_MOST;
}

static inline bool class_set_meet(const struct class_set *a, const struct class_set *b)
{
    return ((a->bits[0] & b->bits[0]) | (a->bits[1] & b->bits[1]) | (a->bits[2] & b->bits[2]) | (a->bits[3] & b->bits[3])) != 0;
}

struct time_reading {
    uint8_t class;
    const char *code;                /* the table's value, "" for figures */
    double number;
};

enum { TIME_READINGS_AT_MOST = 12 };

/* One word, or one number of several tokens, of a sentence. */
struct time_item {
    uint32_t first, last;            /* tokens */
    uint16_t part_begin, part_end;   /* bytes of the token where it is only a part of one ("1990-1995"), else 0 */
    struct class_set classes;
    uint8_t reading_count;
    struct time_reading readings[TIME_READINGS_AT_MOST];
};

struct time_words;

/* Reads words.tsv; the patterns may then add their literals, after which nothing changes any more. */
struct time_words *time_words_open(const struct table_set *set, const struct number_words *numbers, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The id of a class by name; 0 (TIME_NONE): no such class. */
unsigned time_words_class(const struct time_words *words, const char *name);
/* A small word that a pattern names: a class of its own, made when first asked for. 0: out of memory or too many. */
unsigned time_words_literal(struct time_words *words, const char *word, struct laut_error *error);

/* Does the table list the form in this class? Capitals do not matter. */
bool time_words_form_has(const struct time_words *words, const char *form, unsigned class);

/* The items of one sentence into items, which has room for capacity, its tokens at least; returns how many. */
size_t time_words_items(const struct time_words *words, const struct document *document, uint32_t sentence,
                        struct time_item *items, size_t capacity);

/* The reading of that class, NULL: the item has none. */
const struct time_reading *time_item_reading(const struct time_item *item, unsigned class);

#endif
