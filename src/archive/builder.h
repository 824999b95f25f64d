/* archive/builder.h: a string that grows in an arena.
 *
 *     struct builder list = builder_on(arena, error);
 *     builder_word(&list, "RUS/MIL"); builder_word(&list, "RUS/GOV");
 *     builder_text(&list)                                    "RUS/MIL RUS/GOV"; NULL: memory ended on the way
 */
#ifndef ARCHIVE_BUILDER_H
#define ARCHIVE_BUILDER_H

#include "base/arena.h"

#include <stdint.h>

struct builder {
    struct arena *arena;
    struct laut_error *error;
    char *bytes;
    size_t length, capacity;
    bool failed;
};

struct builder builder_on(struct arena *arena, struct laut_error *error);
void builder_bytes(struct builder *builder, const char *bytes, size_t length);
void builder_format(struct builder *builder, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The word, a space before it where it is not the first; a word that stands in the list already is not added again. */
void builder_word(struct builder *builder, const char *word);
const char *builder_text(const struct builder *builder);

/* [1,2,3] for a statement that takes many numbers at once (json_each). NULL: out of memory. */
const char *builder_numbers(const int64_t *numbers, size_t count, struct arena *arena, struct laut_error *error);

/* Is word among the space-separated words of list? */
bool list_has(const char *list, const char *word);

#endif
