/* archive/backup.c: a copy of an archive while others read and write it (SQLite's online backup). */
#include "archive/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PAGES_A_STEP = 4096, PAUSE_MS = 20 };

static bool backup__copy(struct laut_archive *archive, sqlite3 *target, const char *path, struct laut_error *error)
{
    sqlite3_backup *const backup = sqlite3_backup_init(target, "main", archive->database, "main");
    int code = backup ? SQLITE_OK : SQLITE_ERROR;
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        if (code != SQLITE_OK)
            (void)sqlite3_sleep(PAUSE_MS);
        code = sqlite3_backup_step(backup, PAGES_A_STEP);
    }
    (void)sqlite3_backup_finish(backup);
    return code == SQLITE_DONE ||
           error_set(error, path, 0, "make room on the disk, or write elsewhere", "the copy cannot be made: %s", sqlite3_errstr(code));
}

bool laut_archive_backup(struct laut_archive *archive, const char *path, struct laut_error *error)
{
    sqlite3 *target = NULL;
    const int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return error_set(error, path, 0, errno == EEXIST ? "name another file" : "look at the rights of the folder", "%s", strerror(errno));
    (void)close(file);
    bool done = sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK && backup__copy(archive, target, path, error);
    if (!target)
        done = error_out_of_memory(error);
    (void)sqlite3_close(target);
    if (!done)
        (void)unlink(path);
    return done;
}
