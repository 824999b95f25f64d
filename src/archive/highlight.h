/* archive/highlight.h: where the words that were asked for stand in a text.
 *
 *     highlight_spans("Die Rakete traf", 15, {"rakete"}, 1)     [[4, 10]], in code points
 */
#ifndef ARCHIVE_HIGHLIGHT_H
#define ARCHIVE_HIGHLIGHT_H

#include <jansson.h>
#include <stddef.h>

/* NULL: out of memory. */
json_t *highlight_spans(const char *text, size_t length, const char *const *words, size_t word_count);

#endif
