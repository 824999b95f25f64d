/* web/shelf.c: a stack of open archives behind a lock. Each request takes at most one, so there are never more than threads. */
#include "web/shelf.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHELF_AT_MOST = 64 };

struct shelf {
    pthread_mutex_t lock;
    char *path;                      /* NULL: the usual one */
    bool writable;
    struct laut_archive *free[SHELF_AT_MOST];
    size_t free_count;
};

struct shelf *shelf_open(const char *path, bool writable, struct laut_error *error)
{
    struct shelf *const shelf = calloc(1, sizeof *shelf);
    if (!shelf || (path && !(shelf->path = strdup(path)))) {
        free(shelf);
        *error = (struct laut_error){.message = "out of memory", .remedy = "free some, then start again"};
        return NULL;
    }
    shelf->writable = writable;
    (void)pthread_mutex_init(&shelf->lock, NULL);
    struct laut_archive *const first = shelf_take(shelf, error);
    if (first) {
        shelf_return(shelf, first);
        return shelf;
    }
    shelf_free(shelf);
    return NULL;
}

void shelf_free(struct shelf *shelf)
{
    if (!shelf)
        return;
    for (size_t i = 0; i < shelf->free_count; i++)
        laut_archive_free(shelf->free[i]);
    (void)pthread_mutex_destroy(&shelf->lock);
    free(shelf->path);
    free(shelf);
}

struct laut_archive *shelf_take(struct shelf *shelf, struct laut_error *error)
{
    (void)pthread_mutex_lock(&shelf->lock);
    struct laut_archive *const kept = shelf->free_count ? shelf->free[--shelf->free_count] : NULL;
    (void)pthread_mutex_unlock(&shelf->lock);
    return kept ? kept : laut_archive_open(shelf->path, &(struct laut_archive_options){.read_only = !shelf->writable}, error);
}

void shelf_return(struct shelf *shelf, struct laut_archive *archive)
{
    (void)pthread_mutex_lock(&shelf->lock);
    const bool kept = shelf->free_count < SHELF_AT_MOST;
    if (kept)
        shelf->free[shelf->free_count++] = archive;
    (void)pthread_mutex_unlock(&shelf->lock);
    if (!kept)
        laut_archive_free(archive);
}
