/* web/cache.c: a ring of CACHE_PLACES answers behind a lock; a new one takes the place of the oldest. */
#include "web/cache.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { CACHE_PLACES = 256, CACHE_BYTES_AT_MOST = 128 * 1024 };

struct kept {
    uint64_t key;
    char *bytes;                     /* NULL: free */
    size_t length;
};

struct cache {
    pthread_mutex_t lock;
    size_t next;
    struct kept places[CACHE_PLACES];
};

struct cache *cache_open(void)
{
    struct cache *const cache = calloc(1, sizeof *cache);
    if (cache)
        (void)pthread_mutex_init(&cache->lock, NULL);
    return cache;
}

void cache_free(struct cache *cache)
{
    if (!cache)
        return;
    for (size_t i = 0; i < CACHE_PLACES; i++)
        free(cache->places[i].bytes);
    (void)pthread_mutex_destroy(&cache->lock);
    free(cache);
}

static char *cache__copy(const char *bytes, size_t length)
{
    char *const copy = malloc(length + 1);
    if (copy) {
        memcpy(copy, bytes, length);
        copy[length] = '\0';
    }
    return copy;
}

char *cache_get(struct cache *cache, uint64_t key, size_t *length)
{
    char *found = NULL;
    (void)pthread_mutex_lock(&cache->lock);
    for (size_t i = 0; i < CACHE_PLACES && !found; i++)
        if (cache->places[i].bytes && cache->places[i].key == key) {
            *length = cache->places[i].length;
            found = cache__copy(cache->places[i].bytes, *length);
            break;
        }
    (void)pthread_mutex_unlock(&cache->lock);
    return found;
}

void cache_put(struct cache *cache, uint64_t key, const char *bytes, size_t length)
{
    char *const copy = length <= CACHE_BYTES_AT_MOST ? cache__copy(bytes, length) : NULL;
    if (!copy)
        return;
    (void)pthread_mutex_lock(&cache->lock);
    struct kept *const place = &cache->places[cache->next++ % CACHE_PLACES];
    free(place->bytes);
    *place = (struct kept){key, copy, length};
    (void)pthread_mutex_unlock(&cache->lock);
}
