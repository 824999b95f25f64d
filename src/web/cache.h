/* web/cache.h: answers that took long and may be asked for again: sums over a whole archive. The key holds the archive's number of changes,
 * so that what is old is never found again.
 */
#ifndef WEB_CACHE_H
#define WEB_CACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cache;

/* NULL: out of memory. */
struct cache *cache_open(void) __attribute__((warn_unused_result));
void cache_free(struct cache *);

/* A copy (malloc) of what is kept under key; NULL: nothing is. */
char *cache_get(struct cache *, uint64_t key, size_t *length);
/* Keeps a copy. What is too large, or finds no memory, is not kept. */
void cache_put(struct cache *, uint64_t key, const char *bytes, size_t length);

#endif
