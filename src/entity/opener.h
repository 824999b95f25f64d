/* entity/opener.h: what the files that open the tables of entity/ share. */
#ifndef ENTITY_OPENER_H
#define ENTITY_OPENER_H

#include "entity/knowledge.h"

/* The tables while they are read. */
struct opener {
    const struct table_set *set;
    struct entity_knowledge *knowledge;
    struct known_name *names;
    size_t name_count, name_capacity;
    const char *persons_until;       /* the day until which the shipped terms are known */
    struct string_map *phrases, *loose_phrases, *quoted, *first_words, *adjectives, *holders, *countries;
    struct laut_error *error;
};

/* Lets a phrase be found by its first word. */
bool opener_add_first_word(struct opener *opener, const char *phrase);
/* The sector that a cell names. */
bool opener_sector(const struct opener *opener, const struct table *table, size_t row, size_t column, enum sector *sector);
/* enum naming, or -1. */
int opener_naming(const struct table *table, size_t row, size_t column);

/* "YYYY-MM-DD" as a day, DAY_NONE for an empty cell. */
int32_t opener_day(const char *date);

/* The tables of words: roles, items, pronouns, prepositions (words.c). */
bool opener_words(struct opener *opener);

#endif
