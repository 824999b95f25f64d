/* engine/positions.h: from bytes of a document's text to code points; the one place where this is done.
 *
 *     positions_open(arena, "für die", 8, &positions, &error);  positions_codepoint(&positions, 5)  ->  4
 */
#ifndef ENGINE_POSITIONS_H
#define ENGINE_POSITIONS_H

#include "base/arena.h"

#include <stdint.h>

struct positions {
    const char *text;
    const uint32_t *marks;           /* code points before every 64th byte */
    size_t length;
};

/* Counts text once, so that every later question looks at fewer than 64 bytes. */
bool positions_open(struct arena *arena, const char *text, size_t length, struct positions *positions,
                    struct laut_error *error) __attribute__((warn_unused_result));

/* Code points before a byte of the text. */
uint32_t positions_codepoint(const struct positions *positions, size_t byte);

#endif
