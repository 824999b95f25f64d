/* time/pattern.h: the small pattern language of time/patterns.tsv over the items of a sentence.
 *
 *     pattern  = element …                  all in this order; [ ] around what belongs to the expression
 *     element  = alternatives ["?"] | "!" alternatives      alternatives = name {"|" name}
 *     name     = CLASS | CLASS=value,value | word           a macro's name stands for each of its alternatives
 *
 *     "vor [ AMOUNT CORE ]" on "vor drei Wochen"  ->  bracket 0 is items 1 and 2, slots NUM 3 and UNIT "W"
 */
#ifndef TIME_PATTERN_H
#define TIME_PATTERN_H

#include "time/words.h"

enum { PATTERN_ELEMENTS_AT_MOST = 16, PATTERN_BRACKETS_AT_MOST = 2 };

struct pattern_slot {
    uint8_t class, bracket;          /* bracket PATTERN_BRACKETS_AT_MOST: outside */
    const char *code;
    double number;
    uint16_t item;
};

struct pattern_match {
    uint32_t row;                    /* in the table: id, type, rule */
    uint16_t begin, end;             /* items with the context */
    uint8_t bracket_count, slot_count;
    struct {
        uint16_t begin, end;
    } brackets[PATTERN_BRACKETS_AT_MOST];
    struct pattern_slot slots[PATTERN_ELEMENTS_AT_MOST];
};

struct pattern_set;

const struct pattern_set *pattern_set_open(const struct table_set *set, struct time_words *words, struct laut_error *error)
    __attribute__((warn_unused_result));
const struct table *pattern_set_table(const struct pattern_set *patterns);
/* The classes of the words that may stand between days of a list ("3., 4. und am 5. Mai"): the row of type list. */
const struct class_set *pattern_set_list(const struct pattern_set *patterns, uint32_t *row);

/* The matches in a sentence that do not overlap, in its order; *count how many. NULL: out of memory. */
const struct pattern_match *pattern_set_match(const struct pattern_set *patterns, struct arena *arena,
                                              const struct time_item *items, size_t item_count, size_t *count,
                                              struct laut_error *error) __attribute__((warn_unused_result));

#endif
