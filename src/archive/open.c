/* archive/open.c: opens, makes and migrates archives.
 *
 * An archive is made with mode 0600. Writers keep a write-ahead log (WAL), so that readers see one consistent state while somebody
 * adds. synchronous=NORMAL: a killed process loses nothing that was told to be added; a power cut may take the last reports,
 * never the archive (docs/archive.md). */
#include "archive/archive.h"

#include "archive/rejoin.h"
#include "archive/rules.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WAIT_MS = 30000, PAUSE_MS = 20 };

static bool open__join(char *path, size_t size, const char *first, const char *second, struct laut_error *error)
{
    return (size_t)snprintf(path, size, "%s%s", first, second) < size ||
           error_set(error, first, 0, "name the archive with --archive FILE", "the path is too long");
}

bool laut_archive_path(char *path, size_t size, struct laut_error *error)
{
    const char *const own = getenv("LAUT_ARCHIVE"), *const data = getenv("XDG_DATA_HOME"), *const home = getenv("HOME");
    if (own && *own)
        return open__join(path, size, own, "", error);
    if (data && *data == '/')                    /* the base directory rules: a relative path is to be ignored */
        return open__join(path, size, data, "/laut/archive.sqlite", error);
    if (home && *home)
        return open__join(path, size, home, "/.local/share/laut/archive.sqlite", error);
    return error_set(error, NULL, 0, "name it with --archive FILE", "no place for an archive: HOME is not set");
}

/* Makes the folders above the file, for this user alone. */
static bool open__folders(const char *path, struct laut_error *error)
{
    char folder[512];
    (void)snprintf(folder, sizeof folder, "%s", path);
    for (char *slash = strchr(folder + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(folder, 0700) != 0 && errno != EEXIST)
            return error_set(error, folder, 0, "make it yourself, or name another file with --archive FILE",
                             "the folder cannot be made: %s", strerror(errno));
        *slash = '/';
    }
    return true;
}

/* The file is there, as far as it may be made. */
static bool open__file(const struct laut_archive *archive, const struct laut_archive_options *options, struct laut_error *error)
{
    struct stat status;
    if (stat(archive->path, &status) == 0)
        return S_ISREG(status.st_mode) || error_set(error, archive->path, 0, "name a file with --archive FILE", "is no file");
    if (errno != ENOENT)
        return error_set(error, archive->path, 0, "look at its rights, or name another with --archive FILE", "%s", strerror(errno));
    if (!options->create)
        return error_set(error, archive->path, 0, "make it with laut add FILES, or name another with --archive FILE",
                         "there is no archive");
    if (!open__folders(archive->path, error))
        return false;
    const int file = open(archive->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0 || close(file) != 0)
        return error_set(error, archive->path, 0, "look at the rights of the folder, or name another with --archive FILE",
                         "the archive cannot be made: %s", strerror(errno));
    return true;
}

static bool open__execute(struct laut_archive *archive, const char *sql, struct laut_error *error)
{
    return sqlite3_exec(archive->database, sql, NULL, NULL, NULL) == SQLITE_OK || archive_fail(archive, error);
}

static bool open__pragma(struct laut_archive *archive, const char *sql, int64_t *value, struct laut_error *error)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(archive->database, sql, -1, &statement, NULL) != SQLITE_OK)
        return archive_fail(archive, error);
    const int code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        *value = sqlite3_column_int64(statement, 0);
    (void)sqlite3_finalize(statement);
    return code == SQLITE_ROW || archive_fail(archive, error);
}

/* Is this an archive, and of which version? 0: an empty file. */
static bool open__version(struct laut_archive *archive, int64_t *version, struct laut_error *error)
{
    int64_t application = 0, objects = 0;
    if (!open__pragma(archive, "select count(*) from sqlite_master", &objects, error) ||
        !open__pragma(archive, "pragma application_id", &application, error) ||
        !open__pragma(archive, "pragma user_version", version, error))
        return false;
    if (objects && application != ARCHIVE_APPLICATION_ID)
        return error_set(error, archive->path, 0, "name the right file with --archive FILE", "is no archive of laut");
    if (*version > ARCHIVE_SCHEMA)
        return error_set(error, archive->path, 0, "install the newer laut; nothing was changed",
                         "was made by a newer laut (archive version %d, this one knows %d)", (int)*version, ARCHIVE_SCHEMA);
    if (!objects)
        *version = 0;
    return true;
}

/* Brings the schema to ARCHIVE_SCHEMA, step by step. */
static bool open__migrate(struct laut_archive *archive, struct laut_error *error)
{
    char sql[96];
    int64_t version = 0;
    if (!open__execute(archive, "begin immediate", error))
        return false;
    bool done = open__version(archive, &version, error);
    while (done && version < ARCHIVE_SCHEMA)
        done = open__execute(archive, archive_schema((int)++version), error);
    (void)snprintf(sql, sizeof sql, "pragma application_id = %d; pragma user_version = %d", ARCHIVE_APPLICATION_ID, ARCHIVE_SCHEMA);
    done = done && open__execute(archive, sql, error) && open__execute(archive, "commit", error);
    if (!done && !sqlite3_get_autocommit(archive->database))
        (void)open__execute(archive, "rollback", NULL);
    return done;
}

/* Two programs that make one archive at once: SQLite does not wait for this change of mode by itself. */
static bool open__log(struct laut_archive *archive, unsigned wait_ms, struct laut_error *error)
{
    for (unsigned waited = 0;; waited += PAUSE_MS) {
        const int code = sqlite3_exec(archive->database, "pragma journal_mode = wal", NULL, NULL, NULL);
        if (code == SQLITE_OK)
            return true;
        if (((code & 0xff) != SQLITE_BUSY && (code & 0xff) != SQLITE_LOCKED) || waited >= wait_ms)
            return archive_fail(archive, error);
        (void)sqlite3_sleep(PAUSE_MS);
    }
}

static bool open__write(struct laut_archive *archive, unsigned wait_ms, struct laut_error *error)
{
    int64_t version = 0;
    if (!open__version(archive, &version, error))
        return false;
    if (sqlite3_db_readonly(archive->database, "main") == 1)
        return error_set(error, archive->path, 0, "look at its rights, or name another with --archive FILE", "may not be written");
    return open__log(archive, wait_ms, error) && open__execute(archive, "pragma synchronous = normal", error) &&
           open__execute(archive, "pragma journal_size_limit = 67108864; pragma wal_autocheckpoint = 16000", error) &&
           (version == ARCHIVE_SCHEMA || open__migrate(archive, error)) &&
           open__execute(archive, "create temp table gone (public text primary key) without rowid", error) &&      /* archive/incidents.h */
           rejoin_if_outdated(archive, error);
}

/* An empty file, as a kill may leave it, reads like an archive without reports; the file itself is left alone. */
static bool open__empty(struct laut_archive *archive, struct laut_error *error)
{
    (void)sqlite3_close(archive->database);
    archive->database = NULL;
    if (sqlite3_open_v2(":memory:", &archive->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        return archive->database ? archive_fail(archive, error) : error_out_of_memory(error);
    return open__migrate(archive, error);
}

static bool open__read(struct laut_archive *archive, struct laut_error *error)
{
    int64_t version = 0;
    if (!open__version(archive, &version, error))
        return false;
    if (version == 0)
        return open__empty(archive, error);
    return version == ARCHIVE_SCHEMA ||
           error_set(error, archive->path, 0, "run laut check as its owner, which brings it up to date", "was made by an older laut");
}

/* A log that nobody may write beside a file that nobody may write: SQLite reads such a file only where told that it does not
 * change. */
static bool open__connect(struct laut_archive *archive, bool immutable, struct laut_error *error)
{
    char uri[3 * sizeof archive->path + 32] = "file:";
    size_t length = strlen(uri);
    for (const char *at = archive->path; *at; at++)
        length += (size_t)snprintf(uri + length, sizeof uri - length, strchr("%?#", *at) ? "%%%02x" : "%c", (unsigned char)*at);
    (void)snprintf(uri + length, sizeof uri - length, "%s", immutable ? "?immutable=1" : "");
    const int flags = (archive->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                      SQLITE_OPEN_PRIVATECACHE;
    if (sqlite3_open_v2(uri, &archive->database, flags, NULL) != SQLITE_OK)
        return archive->database ? archive_fail(archive, error) : error_out_of_memory(error);
    return true;
}

static bool open__settings(struct laut_archive *archive, const struct laut_archive_options *options, struct laut_error *error)
{
    (void)sqlite3_busy_timeout(archive->database, options->wait_ms ? (int)options->wait_ms : WAIT_MS);
    return open__execute(archive, "pragma foreign_keys = on", error) && open__execute(archive, "pragma cache_size = -65536", error) &&
           open__execute(archive, "pragma temp_store = memory", error) && open__execute(archive, "pragma trusted_schema = off", error);
}

static bool open__unchanging(const struct laut_archive *archive)
{
    char log[sizeof archive->path + 8];
    struct stat status;
    (void)snprintf(log, sizeof log, "%s-wal", archive->path);
    return archive->read_only && (stat(log, &status) != 0 || status.st_size == 0);
}

static bool open__archive(struct laut_archive *archive, const struct laut_archive_options *options, struct laut_error *error)
{
    if (!open__file(archive, options, error) || !open__connect(archive, false, error))
        return false;
    if (!archive->read_only)
        return open__settings(archive, options, error) && open__write(archive, options->wait_ms ? options->wait_ms : WAIT_MS, error);
    if (open__settings(archive, options, error) && open__read(archive, error))
        return true;
    const int code = sqlite3_errcode(archive->database) & 0xff;
    if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || !open__unchanging(archive))
        return false;
    (void)sqlite3_close(archive->database);
    archive->database = NULL;
    return open__connect(archive, true, error) && open__settings(archive, options, error) && open__read(archive, error);
}

struct laut_archive *laut_archive_open(const char *path, const struct laut_archive_options *options, struct laut_error *error)
{
    static const struct laut_archive_options usual = {.read_only = false};
    struct laut_archive *const archive = calloc(1, sizeof *archive);
    if (!archive) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    if (!options)
        options = &usual;
    archive->read_only = options->read_only;
    const bool named = path ? open__join(archive->path, sizeof archive->path, path, "", error)
                            : laut_archive_path(archive->path, sizeof archive->path, error);
    archive->arena = arena_open(0, error);
    archive->rules = archive->arena ? rules_open(archive->arena, error) : NULL;
    archive->agencies = archive->rules ? rules_agencies(archive->arena, error) : NULL;
    archive->countries = archive->agencies ? rules_countries(archive->arena, error) : NULL;
    archive->transfers = archive->countries ? rules_transfers(archive->arena, error) : NULL;
    archive->routes = archive->transfers ? rules_routes(archive->arena, error) : NULL;
    if (named && archive->routes && open__archive(archive, options, error))
        return archive;
    laut_archive_free(archive);
    return NULL;
}

void laut_archive_free(struct laut_archive *archive)
{
    if (!archive)
        return;
    for (size_t i = 0; i < SQL_COUNT; i++)
        (void)sqlite3_finalize(archive->statements[i]);
    (void)sqlite3_close(archive->database);
    arena_free(archive->arena);
    free(archive);
}

uint64_t laut_archive_change(struct laut_archive *archive)
{
    int64_t version = 0;
    return statement_number(archive, SQL_CHANGE_NUMBER, NULL, &version, "") ? (uint64_t)version : 0;
}
