/* archive/json_text.h: JSON as text.
 *
 *     char *const text = json_text(event, JSON_COMPACT);       yours to free; NULL: out of memory
 *
 * Where a buffer of json_dumps cannot grow, it leaves bytes out and goes on; here such a text is none.
 */
#ifndef ARCHIVE_JSON_TEXT_H
#define ARCHIVE_JSON_TEXT_H

#include <jansson.h>

/* flags: those of json_dumps. */
char *json_text(const json_t *value, size_t flags);

#endif
