/* engine/reading.h: what was read of a report, before anything is coded: for looking whether the right text was taken.
 *
 *     {"file": "a.html", "id": "…", "title": "Öl für Kuba", "published": "2024-01-05", …, "text": "Venezuela liefert Öl."}
 */
#ifndef ENGINE_READING_H
#define ENGINE_READING_H

#include "engine/record.h"

/* For people: title, fields, text with a blank line between paragraphs and ## before headings. */
bool reading_write(const struct document *document, FILE *stream, struct laut_error *error) __attribute__((warn_unused_result));

/* One line of JSON; file is the last part of the input's path. */
bool reading_write_json(const struct document *document, FILE *stream, struct laut_error *error) __attribute__((warn_unused_result));

#endif
