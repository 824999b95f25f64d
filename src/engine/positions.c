/* engine/positions.c: code points before a byte, by a mark at every 64th byte and counting from there. */
#include "engine/positions.h"

#include "base/utf8.h"

enum { POSITIONS_STEP = 64 };

bool positions_open(struct arena *arena, const char *text, size_t length, struct positions *positions,
                    struct laut_error *error)
{
    const size_t count = length / POSITIONS_STEP + 1;
    uint32_t *const marks = arena_take(arena, count, sizeof *marks, error);
    if (!marks)
        return false;
    for (size_t i = 1; i < count; i++)
        marks[i] = marks[i - 1] + (uint32_t)utf8_count(text + (i - 1) * POSITIONS_STEP, POSITIONS_STEP);
    *positions = (struct positions){.text = text, .marks = marks, .length = length};
    return true;
}

uint32_t positions_codepoint(const struct positions *positions, size_t byte)
{
    const size_t at = byte < positions->length ? byte : positions->length;
    const size_t mark = at / POSITIONS_STEP;
    return positions->marks[mark] + (uint32_t)utf8_count(positions->text + mark * POSITIONS_STEP, at - mark * POSITIONS_STEP);
}
