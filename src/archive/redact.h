/* archive/redact.h: a name is taken out of texts. Each of its letters becomes a block, so that every offset stays right.
 *
 *     "Max Muster schoss", "Max Muster"  ->  "██████████ schoss"
 */
#ifndef ARCHIVE_REDACT_H
#define ARCHIVE_REDACT_H

#include "base/arena.h"

#include <jansson.h>

/* U+2588, what stands for a letter of a forgotten name. */
#define REDACT_BLOCK "\xE2\x96\x88"

/* Does the name stand in the text, not as the end of a longer word? It may have an ending of case. */
bool redact_has(const char *text, const char *name);
/* Does it stand in bytes of any kind that a report is read from: in UTF-8 or Latin-1, or with escapes of JSON or entities of HTML? */
bool redact_bytes_have(const char *bytes, size_t length, const char *name);
/* The text without the name; NULL: out of memory. */
const char *redact_text(const char *text, const char *name, struct arena *arena, struct laut_error *error);
/* All strings inside a JSON value, in place. *found: one had the name. */
bool redact_json(json_t *value, const char *name, struct arena *arena, bool *found, struct laut_error *error) __attribute__((warn_unused_result));

#endif
