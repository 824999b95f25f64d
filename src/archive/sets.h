/* archive/sets.h: JSON arrays as sets, and objects as counters, in the order in which things come. */
#ifndef ARCHIVE_SETS_H
#define ARCHIVE_SETS_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* Adds a string where it is not there yet. NULL or "" add nothing. False: out of memory. */
bool set_add(json_t *array, const char *word);
/* Each word of a space-separated list. */
bool set_add_list(json_t *array, const char *list);
/* Each string of another array. */
bool set_add_all(json_t *array, const json_t *others);
bool set_has(const json_t *array, const char *word);
/* Adds a number where it is not there yet. */
bool set_add_number(json_t *array, json_int_t number);
/* Do two arrays of strings share a string? */
bool sets_meet(const json_t *a, const json_t *b);
/* False: out of memory. */
bool set_sort(json_t *array);

/* Adds by to the number under key. */
bool count_add(json_t *object, const char *key, json_int_t by);
json_int_t count_of(const json_t *object, const char *key);

#endif
