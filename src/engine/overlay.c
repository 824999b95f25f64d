/* engine/overlay.c: walks FOLDER/ROOM/NAME.tsv in the order of names. */
#include "engine/overlay.h"

#include "base/hash.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int overlay__is_table(const struct dirent *entry)
{
    const size_t length = strlen(entry->d_name);
    return entry->d_name[0] != '.' && length > 4 && strcmp(entry->d_name + length - 4, ".tsv") == 0;
}

static int overlay__is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static bool overlay__hash_file(const char *path, const char *name, char hex[65], struct laut_error *error)
{
    FILE *const file = fopen(path, "rb");
    char *bytes = NULL;
    size_t length = 0;
    FILE *const whole = file ? open_memstream(&bytes, &length) : NULL;
    bool done = whole && fprintf(whole, "%s %s\n", hex, name) > 0;
    char part[1 << 14];
    for (size_t count; done && (count = fread(part, 1, sizeof part, file)) > 0;)
        done = fwrite(part, 1, count, whole) == count;
    done = done && !ferror(file);
    if (whole && fclose(whole) != 0)
        done = false;
    if (done)
        hash_sha256(bytes, length, hex);
    else
        (void)error_set(error, path, 0, "look at its rights", "cannot be read: %s", strerror(errno));
    free(bytes);
    if (file)
        (void)fclose(file);
    return done;
}

static bool overlay__table(const struct image *image, const char *folder, const char *room, const char *file, char hex[65],
                           struct laut_error *error)
{
    char path[PATH_MAX], name[NAME_MAX * 2 + 2];
    (void)snprintf(name, sizeof name, "%s/%s", room, file);
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path)
        return error_set(error, folder, 0, NULL, "too long a path");
    if (!image_find(image, name).bytes)
        return error_set(error, path, 0, "name it like the table that it changes, see docs/tables.md",
                         "there is no table %s in laut", name);
    return overlay__hash_file(path, name, hex, error);
}

static bool overlay__room(const struct image *image, const char *folder, const char *room, char hex[65],
                          struct laut_error *error)
{
    char path[PATH_MAX];
    struct stat status;
    struct dirent **names;
    if (snprintf(path, sizeof path, "%s/%s", folder, room) >= (int)sizeof path)
        return error_set(error, folder, 0, NULL, "too long a path");
    if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
        return true;
    const int count = scandir(path, &names, overlay__is_table, alphasort);
    if (count < 0)
        return error_set(error, path, 0, "look at its rights", "cannot be read: %s", strerror(errno));
    bool done = true;
    for (int i = 0; i < count; i++) {
        done = done && overlay__table(image, folder, room, names[i]->d_name, hex, error);
        free(names[i]);
    }
    free(names);
    return done;
}

bool overlay_check(const struct image *image, const char *folder, char hex[65], struct laut_error *error)
{
    struct dirent **rooms;
    const int count = scandir(folder, &rooms, overlay__is_visible, alphasort);
    if (count < 0)
        return error_set(error, folder, 0, "name a folder that is laid out like knowledge/, see docs/tables.md",
                         "is no folder of tables: %s", strerror(errno));
    bool done = true;
    for (int i = 0; i < count; i++) {
        done = done && overlay__room(image, folder, rooms[i]->d_name, hex, error);
        free(rooms[i]);
    }
    free(rooms);
    return done;
}
