/* report/files.c: fts(3) walks the folders. */
#include "report/files.h"

#include <errno.h>
#include <fts.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct files {
    const char *const *paths;
    size_t count, next;
    FTS *walk;                       /* through the folder named last, NULL: none */
};

struct files *files_open(const char *const *paths, size_t count, struct laut_error *error)
{
    struct files *const files = calloc(1, sizeof *files);
    if (files)
        *files = (struct files){.paths = paths, .count = count};
    else
        (void)error_out_of_memory(error);
    return files;
}

void files_free(struct files *files)
{
    if (!files)
        return;
    if (files->walk)
        (void)fts_close(files->walk);
    free(files);
}

static int files__compare(const FTSENT **a, const FTSENT **b)
{
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static bool files__begin_walk(struct files *files, const char *folder, struct laut_error *error)
{
    const size_t length = strlen(folder);
    char *const name = strdup(folder);
    if (!name)
        return error_out_of_memory(error);
    if (length > 1 && name[length - 1] == '/')
        name[length - 1] = '\0';
    char *const names[] = {name, NULL};
    files->walk = fts_open(names, FTS_LOGICAL | FTS_NOCHDIR, files__compare);
    const int cause = errno;
    free(name);
    return files->walk || error_set(error, folder, 0, NULL, "cannot be read: %s", strerror(cause));
}

static enum files_state files__refuse(const FTSENT *entry, struct laut_error *error)
{
    const bool rights = entry->fts_errno == EACCES;
    (void)error_set(error, entry->fts_path, 0, rights ? "look at its rights: ls -ld" : NULL, "cannot be read: %s",
                    strerror(entry->fts_errno));
    return FILES_REFUSED;
}

/* FILES_END: this folder has no more. */
static enum files_state files__walk(struct files *files, const char **path, struct laut_error *error)
{
    FTSENT *entry;
    while ((errno = 0, entry = fts_read(files->walk)) != NULL) {
        if (entry->fts_level > 0 && entry->fts_name[0] == '.') {
            if (entry->fts_info == FTS_D)
                (void)fts_set(files->walk, entry, FTS_SKIP);
            continue;
        }
        if (entry->fts_info == FTS_F) {
            *path = entry->fts_path;
            return FILES_NEXT;
        }
        if (entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR || entry->fts_info == FTS_NS || entry->fts_info == FTS_SLNONE)
            return files__refuse(entry, error);
    }
    const int cause = errno;
    (void)fts_close(files->walk);
    files->walk = NULL;
    if (cause == 0)
        return FILES_END;
    (void)error_set(error, files->paths[files->next - 1], 0, NULL, "cannot be read: %s", strerror(cause));
    return FILES_REFUSED;
}

enum files_state files_next(struct files *files, const char **path, struct laut_error *error)
{
    for (;;) {
        if (files->walk) {
            const enum files_state state = files__walk(files, path, error);
            if (state != FILES_END)
                return state;
        }
        if (files->next == files->count)
            return FILES_END;
        *path = files->paths[files->next++];
        struct stat status;
        if (strcmp(*path, "-") == 0 || stat(*path, &status) != 0 || !S_ISDIR(status.st_mode))
            return FILES_NEXT;
        if (!files__begin_walk(files, *path, error))
            return FILES_REFUSED;
    }
}
