/* tests/failures/failing.h: memory and output that fail when a test says so.
 *
 *     failing_begin(3); ... failing_end()     the fourth allocation fails; true: it came to that
 *
 * The linker (--wrap) leads the library's calls of malloc, calloc, realloc, aligned_alloc, strdup, open_memstream and of the
 * arena's functions here; the library itself has no hook. Calls inside system libraries go their own way.
 */
#ifndef TESTS_FAILING_H
#define TESTS_FAILING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* From now on allocation number *number*, counted from 0, fails, and only that one. */
void failing_begin(size_t number);
/* Whether it came to that. */
bool failing_end(void);

/* A stream on which write number *number*, counted from 0, and all later ones fail; each character written is a write. */
FILE *failing_stream(size_t number);
/* Whether the stream made last came to that. */
bool failing_stream_failed(void);

#endif
