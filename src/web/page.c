/* web/page.c: the page's files: read at the start, sorted by address, compressed once. Files under assets/ carry a hash of
 * their content in their name and may be kept for ever; all others are asked for again. */
#include "web/page.h"

#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FILE_BYTES_AT_MOST = 16 * 1024 * 1024 };

struct file {
    char *address;                   /* "/assets/index-B3x.js" */
    const char *type;
    char *bytes, *gzip;              /* gzip NULL: is compressed in itself */
    size_t length, gzip_length;
    uint64_t hash;
};

struct page {
    struct file *files;
    size_t count;
};

static const struct { const char *ending, *type; bool compress; } page__types[] = {
    {".html", "text/html; charset=utf-8", true},     {".js", "text/javascript; charset=utf-8", true},
    {".css", "text/css; charset=utf-8", true},       {".json", "application/json", true},
    {".svg", "image/svg+xml", true},                 {".webmanifest", "application/manifest+json", true},
    {".txt", "text/plain; charset=utf-8", true},     {".woff2", "font/woff2", false},
    {".png", "image/png", false},
};

static bool page__failed(struct laut_error *error, const char *path, const char *cause)
{
    *error = (struct laut_error){.remedy = "build the page again with make"};
    (void)snprintf(error->file, sizeof error->file, "%s", path);
    (void)snprintf(error->message, sizeof error->message, "%s", cause);
    return false;
}

static bool page__read(struct file *file, const char *path, size_t length, struct laut_error *error)
{
    FILE *const stream = fopen(path, "rbe");
    if (!stream)
        return page__failed(error, path, strerror(errno));
    file->bytes = malloc(length + 1);
    file->length = length;
    const bool whole = file->bytes && fread(file->bytes, 1, length, stream) == length;
    (void)fclose(stream);
    return whole || page__failed(error, path, "cannot be read as a whole");
}

static bool page__add(struct page *page, const char *path, const char *address, size_t length, struct laut_error *error)
{
    struct file *const files = realloc(page->files, (page->count + 1) * sizeof *files);
    if (!files)
        return page__failed(error, path, "out of memory");
    page->files = files;
    struct file *const file = &files[page->count++];
    *file = (struct file){.address = strdup(address), .type = "application/octet-stream"};
    if (!file->address || length > FILE_BYTES_AT_MOST || !page__read(file, path, length, error))
        return page__failed(error, path, "no memory for it");
    file->hash = reply_hash(file->bytes, length, 0);
    const char *const ending = strrchr(address, '.');
    for (size_t i = 0; ending && i < sizeof page__types / sizeof page__types[0]; i++)
        if (strcmp(ending, page__types[i].ending) == 0) {
            file->type = page__types[i].type;
            if (page__types[i].compress)
                file->gzip = reply_gzip(file->bytes, length, 9, &file->gzip_length);
        }
    return true;
}

static int page__order(const void *left, const void *right)
{
    return strcmp(((const struct file *)left)->address, ((const struct file *)right)->address);
}

struct page *page_open(const char *folder, struct laut_error *error)
{
    struct page *const page = calloc(1, sizeof *page);
    char *const roots[] = {(char *)(uintptr_t)folder, NULL};
    FTS *const walk = page ? fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL) : NULL;
    bool good = walk || page__failed(error, folder, strerror(errno));
    const size_t root = strlen(folder) - (folder[0] && folder[strlen(folder) - 1] == '/');
    for (FTSENT *entry; good && (entry = fts_read(walk));) {
        if (entry->fts_info == FTS_F)
            good = page__add(page, entry->fts_path, entry->fts_path + root, (size_t)entry->fts_statp->st_size, error);
        else if (entry->fts_info == FTS_ERR || entry->fts_info == FTS_DNR || entry->fts_info == FTS_NS)
            good = page__failed(error, entry->fts_path, strerror(entry->fts_errno));
    }
    if (walk)
        (void)fts_close(walk);
    if (good) {
        if (page->count)
            qsort(page->files, page->count, sizeof *page->files, page__order);
        const struct file *const index = bsearch(&(struct file){.address = (char *)(uintptr_t)"/index.html"}, page->files,
                                                 page->count, sizeof *page->files, page__order);
        good = index || page__failed(error, folder, "has no index.html");
    }
    if (good)
        return page;
    page_free(page);
    return NULL;
}

void page_free(struct page *page)
{
    if (!page)
        return;
    for (size_t i = 0; i < page->count; i++) {
        free(page->files[i].address);
        free(page->files[i].bytes);
        free(page->files[i].gzip);
    }
    free(page->files);
    free(page);
}

static const struct file *page__find(const struct page *page, const char *address)
{
    return bsearch(&(struct file){.address = (char *)(uintptr_t)address}, page->files, page->count, sizeof *page->files,
                   page__order);
}

void page_answer(const struct page *page, struct exchange *exchange)
{
    const bool asset = strncmp(exchange->path, "/assets/", 8) == 0;
    const struct file *file = page__find(page, exchange->path);
    if (!file && !asset)
        file = page__find(page, "/index.html");
    if (!file) {
        reply_problem(exchange, MHD_HTTP_NOT_FOUND, "load the page again", "no file has this address");
        return;
    }
    reply_lend(exchange, file->type, file->bytes, file->length);
    exchange->reply.gzip = file->gzip;
    exchange->reply.gzip_length = file->gzip_length;
    exchange->reply.immutable = asset;
    (void)snprintf(exchange->reply.etag, sizeof exchange->reply.etag, "W/\"%016llx\"", (unsigned long long)file->hash);
}
