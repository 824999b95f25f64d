/* archive/bag.c: see archive/bag.h. Folders are made with mode 0700, files with 0600. */
#include "archive/bag.h"

#include "archive/builder.h"
#include "base/hash.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_BYTES = 1200 };

struct bag {
    char folder[512];
    struct arena *arena;
    struct builder manifest, tags;   /* lines of the two manifests */
    size_t payload_bytes, payload_files;
    struct laut_error *error;
};

static bool bag__fail(const char *path, struct laut_error *error)
{
    return error_set(error, path, 0, errno == EEXIST ? "name a folder that is not there yet" : "look at the disk and the rights of the folder", "%s", strerror(errno));
}

struct bag *bag_open(const char *folder, struct laut_error *error)
{
    struct bag *const bag = calloc(1, sizeof *bag);
    if (!bag || !(bag->arena = arena_open(0, error))) {
        free(bag);
        (void)error_out_of_memory(error);
        return NULL;
    }
    (void)snprintf(bag->folder, sizeof bag->folder, "%s", folder);
    bag->manifest = builder_on(bag->arena, error);
    bag->tags = builder_on(bag->arena, error);
    if (strlen(folder) < sizeof bag->folder && mkdir(folder, 0700) == 0)
        return bag;
    (void)bag__fail(folder, error);
    bag_free(bag);
    return NULL;
}

void bag_free(struct bag *bag)
{
    if (!bag)
        return;
    arena_free(bag->arena);
    free(bag);
}

static bool bag__folders(const struct bag *bag, const char *name, struct laut_error *error)
{
    char path[PATH_BYTES];
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
        (void)snprintf(path, sizeof path, "%s/%.*s", bag->folder, (int)(slash - name), name);
        if (mkdir(path, 0700) != 0 && errno != EEXIST)
            return bag__fail(path, error);
    }
    return true;
}

static bool bag__write(const struct bag *bag, const char *name, const void *bytes, size_t length, struct laut_error *error)
{
    char path[PATH_BYTES];
    (void)snprintf(path, sizeof path, "%s/%s", bag->folder, name);
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return bag__fail(path, error);
    size_t done = 0;
    while (done < length) {
        const ssize_t wrote = write(file, (const char *)bytes + done, length - done);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            break;
        done += (size_t)wrote;
    }
    return (close(file) == 0 && done == length) || bag__fail(path, error);
}

static void bag__line(struct builder *manifest, const char *name, const void *bytes, size_t length)
{
    char hash[65];
    hash_sha256(bytes, length, hash);
    builder_format(manifest, "%s  %s\n", hash, name);
}

bool bag_add(struct bag *bag, const char *name, const void *bytes, size_t length, struct laut_error *error)
{
    char path[PATH_BYTES];
    (void)snprintf(path, sizeof path, "data/%s", name);
    if (!bag__folders(bag, path, error) || !bag__write(bag, path, bytes, length, error))
        return false;
    bag__line(&bag->manifest, path, bytes, length);
    bag->payload_bytes += length;
    bag->payload_files++;
    return !bag->manifest.failed;
}

bool bag_has(const struct bag *bag, const char *name)
{
    char line[PATH_BYTES];
    (void)snprintf(line, sizeof line, "  data/%s\n", name);
    return bag->manifest.length && strstr(bag->manifest.bytes, line);
}

static bool bag__tag(struct bag *bag, const char *name, const char *text, struct laut_error *error)
{
    bag__line(&bag->tags, name, text, strlen(text));
    return bag__write(bag, name, text, strlen(text), error);
}

bool bag_close(struct bag *bag, const char *info, const char *date, struct laut_error *error)
{
    struct builder text = builder_on(bag->arena, error);
    builder_format(&text, "Bagging-Date: %s\nBag-Software-Agent: laut %s\nPayload-Oxum: %zu.%zu\n", date, laut_version(),
                   bag->payload_bytes, bag->payload_files);
    builder_bytes(&text, info, strlen(info));
    const char *const lines = builder_text(&text), *const manifest = builder_text(&bag->manifest);
    bool done = lines && manifest && bag__tag(bag, "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", error) &&
                bag__tag(bag, "bag-info.txt", lines, error) && bag__tag(bag, "manifest-sha256.txt", manifest, error);
    const char *const tags = builder_text(&bag->tags);
    done = done && tags && bag__write(bag, "tagmanifest-sha256.txt", tags, strlen(tags), error);
    bag_free(bag);
    return done;
}
