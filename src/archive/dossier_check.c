/* archive/dossier_check.c: is a dossier what its manifests say, is every file in them, is its log whole, are texts those of their hashes? No archive is
 * needed for that. */
#include "archive/log.h"
#include "archive/record.h"
#include "base/hash.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_BYTES = 1200 };

struct checking {
    const char *folder;
    FILE *stream;
    size_t problems;
    json_t *listed;                  /* files that the manifests name */
    struct laut_error *error;
};

static void checking__problem(struct checking *checking, const char *name, const char *what)
{
    checking->problems++;
    (void)fprintf(checking->stream, "%s: %s\n", name, what);
}

/* A file's bytes with a NUL behind; NULL: it cannot be read, and the problem is told. Yours to free. */
static char *checking__read(struct checking *checking, const char *name, size_t *length)
{
    char path[PATH_BYTES];
    struct stat status;
    (void)snprintf(path, sizeof path, "%s/%s", checking->folder, name);
    FILE *const file = fopen(path, "rb");
    char *const bytes = file && fstat(fileno(file), &status) == 0 && S_ISREG(status.st_mode) ? malloc((size_t)status.st_size + 1) : NULL;
    *length = bytes ? fread(bytes, 1, (size_t)status.st_size, file) : 0;
    if (bytes)
        bytes[*length] = '\0';
    if (file)
        (void)fclose(file);
    if (!bytes)
        checking__problem(checking, name, "is missing, or cannot be read");
    return bytes;
}

static bool checking__is_safe(const char *name)
{
    return name[0] != '/' && !strstr(name, "..") && name[0];
}

static void checking__file(struct checking *checking, const char *name, const char *wanted)
{
    char hash[65];
    size_t length;
    if (!checking__is_safe(name)) {
        checking__problem(checking, name, "leads out of the folder");
        return;
    }
    (void)json_object_set_new(checking->listed, name, json_string(wanted));
    char *const bytes = checking__read(checking, name, &length);
    if (!bytes)
        return;
    hash_sha256(bytes, length, hash);
    if (strcmp(hash, wanted) != 0)
        checking__problem(checking, name, "is not what its manifest says: it was changed");
    free(bytes);
}

/* Lines of HASH, two spaces, NAME. */
static void checking__manifest(struct checking *checking, const char *manifest)
{
    size_t length;
    char *const bytes = checking__read(checking, manifest, &length);
    for (char *at = bytes; at && *at;) {
        char *const end = strchr(at, '\n');
        if (end)
            *end = '\0';
        if (strlen(at) > 66 && at[64] == ' ') {
            at[64] = '\0';
            checking__file(checking, at + 65 + strspn(at + 65, " *"), at);
        } else {
            checking__problem(checking, manifest, "has a line that is no hash and name");
        }
        at = end ? end + 1 : NULL;
    }
    free(bytes);
}

/* Every file below a folder stands in a manifest. */
static void checking__folder(struct checking *checking, const char *name)
{
    char path[PATH_BYTES];
    (void)snprintf(path, sizeof path, "%s/%s", checking->folder, name);
    DIR *const folder = opendir(path);
    const struct dirent *entry;
    while (folder && (entry = readdir(folder))) {
        char own[PATH_BYTES], whole[2 * PATH_BYTES];
        struct stat status;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        (void)snprintf(own, sizeof own, "%.800s/%.255s", name, entry->d_name);
        (void)snprintf(whole, sizeof whole, "%s/%s", checking->folder, own);
        if (stat(whole, &status) == 0 && S_ISDIR(status.st_mode))
            checking__folder(checking, own);
        else if (!json_object_get(checking->listed, own))
            checking__problem(checking, own, "stands in no manifest: it was put in");
    }
    if (folder)
        (void)closedir(folder);
}

static void checking__log(struct checking *checking)
{
    struct log_checker checker = {.stream = checking->stream};
    size_t length, info_length;
    char *const bytes = checking__read(checking, "data/log.txt", &length), *const info = checking__read(checking, "bag-info.txt", &info_length);
    for (char *at = bytes; at && *at;) {
        char *const end = strchr(at, '\n');
        if (end)
            *end = '\0';
        const bool whole = strlen(at) > 65 && at[64] == ' ';
        if (whole)
            at[64] = '\0';
        json_t *const entry = whole ? json_loads(at + 65, 0, NULL) : NULL;
        log_check_entry(&checker, entry ? (int64_t)json_integer_value(json_object_get(entry, "number")) : checker.number + 1, whole ? at + 65 : at,
                        whole ? at : "");
        json_decref(entry);
        at = end ? end + 1 : NULL;
    }
    char *const head = info ? strstr(info, "Laut-Log-Head: ") : NULL;
    if (head)
        head[15 + strcspn(head + 15, "\r\n")] = '\0';
    log_check_head(&checker, head ? head + 15 : "", "bag-info.txt");
    checking->problems += checker.problems;
    free(bytes);
    free(info);
}

/* The text of each report is that of the hash in its record. */
static void checking__texts(struct checking *checking)
{
    const char *name;
    json_t *listed;
    json_object_foreach(checking->listed, name, listed) {
        char text[PATH_BYTES];
        size_t length;
        const size_t size = strlen(name);
        if (strncmp(name, "data/reports/", 13) != 0 || size < 18 || strcmp(name + size - 5, ".json") != 0)
            continue;
        char *const bytes = checking__read(checking, name, &length);
        json_t *const report = bytes ? json_loadb(bytes, length, 0, NULL) : NULL;
        const char *const own = record_string(json_object_get(json_object_get(report, "record"), "doc"), "sha256_text");
        (void)snprintf(text, sizeof text, "%.*s.txt", (int)(size - 5), name);
        const char *const hash = json_string_value(json_object_get(checking->listed, text));
        if (!own || !hash || (strcmp(own, hash) != 0 && !strstr(bytes, "\xE2\x96\x88")))
            checking__problem(checking, text, "is not the text of the hash in its record");
        json_decref(report);
        free(bytes);
    }
}

/* What a report was read from has its hash as its name. */
static void checking__originals(struct checking *checking)
{
    static const char folder[] = "data/originals/";
    const char *name;
    json_t *listed;
    json_object_foreach(checking->listed, name, listed)
        if (strncmp(name, folder, sizeof folder - 1) == 0 && strcmp(name + sizeof folder - 1, json_string_value(listed)) != 0)
            checking__problem(checking, name, "is not the original of the hash that it is named after");
}

bool laut_dossier_check(const char *folder, FILE *stream, size_t *problems, struct laut_error *error)
{
    struct checking checking = {.folder = folder, .stream = stream, .listed = json_object(), .error = error};
    size_t length;
    if (strlen(folder) > 500 || !checking.listed) {
        json_decref(checking.listed);
        return error_set(error, folder, 0, "move it to a shorter path", "cannot be checked");
    }
    char *const declaration = checking__read(&checking, "bagit.txt", &length);
    if (declaration && !strstr(declaration, "BagIt-Version: 1.0"))
        checking__problem(&checking, "bagit.txt", "is no declaration of BagIt 1.0");
    free(declaration);
    checking__manifest(&checking, "manifest-sha256.txt");
    checking__manifest(&checking, "tagmanifest-sha256.txt");
    checking__folder(&checking, "data");
    checking__log(&checking);
    checking__texts(&checking);
    checking__originals(&checking);
    json_decref(checking.listed);
    *problems = checking.problems;
    return true;
}
