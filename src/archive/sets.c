/* archive/sets.c: see archive/sets.h. */
#include "archive/sets.h"

#include <stdlib.h>
#include <string.h>

bool set_has(const json_t *array, const char *word)
{
    size_t index;
    json_t *entry;
    json_array_foreach(array, index, entry) {
        const char *const own = json_string_value(entry);
        if (own && strcmp(own, word) == 0)
            return true;
    }
    return false;
}

bool set_add(json_t *array, const char *word)
{
    return !word || !*word || set_has(array, word) || json_array_append_new(array, json_string(word)) == 0;
}

bool set_add_list(json_t *array, const char *list)
{
    for (const char *at = list; at && *at;) {
        char word[128];
        size_t length = strcspn(at, " ");
        const size_t kept = length < sizeof word ? length : sizeof word - 1;
        memcpy(word, at, kept);
        word[kept] = '\0';
        if (!set_add(array, word))
            return false;
        length += at[length] == ' ';
        at += length;
    }
    return true;
}

bool set_add_all(json_t *array, const json_t *others)
{
    size_t index;
    json_t *entry;
    json_array_foreach(others, index, entry)
        if (!set_add(array, json_string_value(entry)))
            return false;
    return true;
}

bool set_add_number(json_t *array, json_int_t number)
{
    size_t index;
    json_t *entry;
    json_array_foreach(array, index, entry)
        if (json_integer_value(entry) == number)
            return true;
    return json_array_append_new(array, json_integer(number)) == 0;
}

bool sets_meet(const json_t *a, const json_t *b)
{
    size_t index;
    json_t *entry;
    json_array_foreach(a, index, entry)
        if (json_string_value(entry) && set_has(b, json_string_value(entry)))
            return true;
    return false;
}

static int set__compare(const void *a, const void *b)
{
    return strcmp(json_string_value(*(json_t *const *)a), json_string_value(*(json_t *const *)b));
}

bool set_sort(json_t *array)
{
    const size_t count = json_array_size(array);
    json_t **const entries = calloc(count + 1, sizeof(json_t *));
    for (size_t i = 0; entries && i < count; i++)
        entries[i] = json_incref(json_array_get(array, i));
    if (entries) {
        qsort(entries, count, sizeof(json_t *), set__compare);
        for (size_t i = 0; i < count; i++)
            (void)json_array_set_new(array, i, entries[i]);
    }
    free(entries);
    return entries != NULL;
}

json_int_t count_of(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

bool count_add(json_t *object, const char *key, json_int_t by)
{
    json_t *const number = json_object_get(object, key);
    if (number)
        return json_integer_set(number, json_integer_value(number) + by) == 0;
    return json_object_set_new(object, key, json_integer(by)) == 0;
}
