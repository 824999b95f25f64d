/* engine/tables_check.c: own tables are read like any, from a copy in which each line that is refused is emptied, so that the next can be
 * told too; then each line that is left is asked whether it can ever be taken. */
#include "engine/engine.h"
#include "event/check.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHECK_FINDINGS_AT_MOST = 1000, CHECK_CELLS = 32 };

static const char check__name_remedy[] = "name it like the table that it changes, see docs/tables.md";

struct checking {
    const struct laut_engine_options *options;
    const struct image *image;
    const struct laut_engine *engine;        /* with the lines that were not refused */
    struct arena *arena;
    char copy[PATH_MAX];             /* a folder of our own */
    struct laut_error *findings;
    size_t finding_capacity;
    struct laut_tables_summary *summary;
    struct laut_error *error;
};

static bool check__tell(struct checking *checking, const struct laut_error *finding)
{
    struct laut_error *const told = arena_append(checking->arena, &checking->findings, &checking->summary->problems,
                                                 &checking->finding_capacity, sizeof *told, checking->error);
    if (told)
        *told = *finding;
    return told != NULL;
}

static bool check__tell_of_file(struct checking *checking, const char *path, const char *remedy, const char *message)
{
    struct laut_error finding = {.line = 0};
    (void)error_set(&finding, path, 0, remedy, "%s", message);
    return check__tell(checking, &finding);
}

static int check__compare(const void *a, const void *b)
{
    const struct laut_error *const x = a, *const y = b;
    const int files = strcmp(x->file, y->file);
    return files ? files : x->line < y->line ? -1 : x->line > y->line;
}

/* ---- files ------------------------------------------------------------------------------------------------------ */

static bool check__path(struct checking *checking, const char *folder, const char *name, char path[PATH_MAX])
{
    return snprintf(path, PATH_MAX, "%s/%s", folder, name) < PATH_MAX || error_set(checking->error, folder, 0, NULL, "too long a path");
}

/* A file's bytes and a NUL, in the arena; NULL: told in the error. */
static char *check__bytes(struct checking *checking, const char *path, size_t *length)
{
    FILE *const file = fopen(path, "rbe");
    struct stat status;
    if (!file || fstat(fileno(file), &status) != 0 || !S_ISREG(status.st_mode)) {
        (void)error_set(checking->error, path, 0, "look at its rights", "cannot be read: %s", file ? "no regular file" : strerror(errno));
        if (file)
            (void)fclose(file);
        return NULL;
    }
    char *const bytes = arena_take(checking->arena, (size_t)status.st_size + 1, 1, checking->error);
    *length = bytes ? fread(bytes, 1, (size_t)status.st_size, file) : 0;
    (void)fclose(file);
    return bytes;
}

static bool check__write(struct checking *checking, const char *path, const char *bytes, size_t length)
{
    FILE *const file = fopen(path, "wbe");
    const bool written = file && fwrite(bytes, 1, length, file) == length;
    if ((!file || fclose(file) == 0) && written)
        return true;
    return error_set(checking->error, path, 0, "make room, or name another folder by TMPDIR", "cannot be written: %s", strerror(errno));
}

static int check__is_table(const struct dirent *entry)
{
    const size_t length = strlen(entry->d_name);
    return entry->d_name[0] != '.' && length > 4 && strcmp(entry->d_name + length - 4, ".tsv") == 0;
}

static int check__is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* What is done with ROOM/FILE of a folder. */
typedef bool check_table(struct checking *checking, const char *name);

static bool check__each_of_room(struct checking *checking, const char *folder, const char *room, check_table *visit)
{
    char path[PATH_MAX], name[PATH_MAX];
    struct stat status;
    struct dirent **files;
    if (!check__path(checking, folder, room, path))
        return false;
    if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
        return true;
    const int count = scandir(path, &files, check__is_table, alphasort);
    bool done = count >= 0 || error_set(checking->error, path, 0, "look at its rights", "cannot be read: %s", strerror(errno));
    for (int i = 0; i < count; i++) {
        done = done && check__path(checking, room, files[i]->d_name, name) && visit(checking, name);
        free(files[i]);
    }
    if (count >= 0)
        free(files);
    return done;
}

/* In the order of names. */
static bool check__each(struct checking *checking, const char *folder, check_table *visit)
{
    struct dirent **rooms;
    const int count = scandir(folder, &rooms, check__is_visible, alphasort);
    if (count < 0)
        return error_set(checking->error, folder, 0, "name a folder that is laid out like knowledge/, see docs/tables.md",
                         "is no folder of tables: %s", strerror(errno));
    bool done = true;
    for (int i = 0; i < count; i++) {
        done = done && check__each_of_room(checking, folder, rooms[i]->d_name, visit);
        free(rooms[i]);
    }
    free(rooms);
    return done;
}

static bool check__copy(struct checking *checking, const char *name)
{
    char path[PATH_MAX], copy[PATH_MAX];
    size_t length = 0;
    if (!check__path(checking, checking->options->tables_folder, name, path) || !check__path(checking, checking->copy, name, copy))
        return false;
    if (!image_find(checking->image, name).bytes)
        return check__tell_of_file(checking, path, check__name_remedy, "there is no such table in laut");
    const char *const bytes = check__bytes(checking, path, &length);
    char *const slash = strrchr(copy, '/');
    if (!bytes)
        return false;
    *slash = '\0';
    if (mkdir(copy, 0700) != 0 && errno != EEXIST)
        return error_set(checking->error, copy, 0, "name another folder by TMPDIR", "cannot be made: %s", strerror(errno));
    *slash = '/';
    checking->summary->tables++;
    return check__write(checking, copy, bytes, length);
}

static bool check__remove(struct checking *checking, const char *name)
{
    char path[PATH_MAX];
    return check__path(checking, checking->copy, name, path) && unlink(path) == 0;
}

/* The copy and its rooms. */
static void check__remove_copy(struct checking *checking)
{
    struct dirent **rooms;
    struct laut_error unheard = {.line = 0};
    char path[PATH_MAX];
    checking->error = &unheard;
    (void)check__each(checking, checking->copy, check__remove);
    const int count = scandir(checking->copy, &rooms, check__is_visible, NULL);
    for (int i = 0; i < count; i++) {
        if (check__path(checking, checking->copy, rooms[i]->d_name, path))
            (void)rmdir(path);
        free(rooms[i]);
    }
    if (count >= 0)
        free(rooms);
    (void)rmdir(checking->copy);
}

/* ---- what the rooms refuse -------------------------------------------------------------------------------------- */

/* Empties a line of a copy, or all of it: line 0, or the one that names the columns, without which the others mean nothing. */
static bool check__empty(struct checking *checking, const char *path, size_t line)
{
    size_t length = 0, number = 1;
    bool header = true;
    char *const bytes = check__bytes(checking, path, &length);
    if (!bytes)
        return false;
    for (char *at = bytes; at < bytes + length; number++) {
        char *const end = memchr(at, '\n', (size_t)(bytes + length - at));
        char *const next = end ? end + 1 : bytes + length;
        const bool counts = *at != '#' && *at != '\n' && *at != '\r';
        if (number == line && !(header && counts)) {
            memset(at, '#', (size_t)(next - at) - (end ? 1 : 0));
            return check__write(checking, path, bytes, length);
        }
        header = header && !counts;
        at = next;
    }
    return unlink(path) == 0 || error_set(checking->error, path, 0, NULL, "cannot be removed: %s", strerror(errno));
}

/* Opens an engine with the copy as often as something is refused. NULL: the error says why. */
static struct laut_engine *check__open(struct checking *checking)
{
    const struct laut_engine_options options = {.image_path = checking->options->image_path, .tables_folder = checking->copy};
    const size_t folder = strlen(checking->copy);
    for (size_t i = 0; i < CHECK_FINDINGS_AT_MOST; i++) {
        struct laut_error refused = {.line = 0};
        struct laut_engine *const engine = laut_engine_open(&options, &refused);
        if (engine)
            return engine;
        if (strncmp(refused.file, checking->copy, folder) != 0) {
            *checking->error = refused;
            return NULL;
        }
        struct laut_error told = refused;
        (void)snprintf(told.file, sizeof told.file, "%s%s", checking->options->tables_folder, refused.file + folder);
        if (!check__tell(checking, &told) || !check__empty(checking, refused.file, refused.line))
            return NULL;
    }
    (void)error_set(checking->error, checking->options->tables_folder, 0, "mend these first", "more than %d lines are wrong",
                    CHECK_FINDINGS_AT_MOST);
    return NULL;
}

/* ---- lines that change nothing ----------------------------------------------------------------------------------- */

static size_t check__cells(char *line, const char *cells[CHECK_CELLS])
{
    size_t count = 0;
    for (char *at = line; at && count < CHECK_CELLS;) {
        char *const tab = strchr(at, '\t');
        cells[count++] = at;
        if (tab)
            *tab = '\0';
        at = tab ? tab + 1 : NULL;
    }
    return count;
}

static bool check__has_id(const struct table *table, size_t id_column, const char *id)
{
    for (size_t row = 0; row < table->row_count; row++)
        if (strcmp(table_cell(table, row, id_column), id) == 0)
            return true;
    return false;
}

static bool check__entry(struct checking *checking, const char *name, const char *id, bool removal, bool shipped, size_t line)
{
    struct laut_error finding = {.line = line};
    bool wrong = removal && !shipped;
    (void)snprintf(finding.file, sizeof finding.file, "%s/%s", checking->options->tables_folder, name);
    if (wrong) {
        (void)snprintf(finding.message, sizeof finding.message, "removes nothing: no shipped line has the id \"%s\"", id);
        (void)snprintf(finding.remedy, sizeof finding.remedy, "look the id up in knowledge/%.200s", name);
    } else if (!removal && strncmp(name, "event/", 6) == 0) {
        wrong = event_check_entry(engine_event_knowledge(checking->engine), name + 6, id, &finding);
    }
    checking->summary->entries++;
    checking->summary->removed += removal && shipped;
    checking->summary->replaced += !removal && shipped;
    checking->summary->added += !removal && !shipped;
    return !wrong || check__tell(checking, &finding);
}

static bool check__entries(struct checking *checking, const char *name)
{
    const struct table_set shipped_set = {checking->arena, checking->image, NULL};
    const struct table *shipped = NULL;
    const char *cells[CHECK_CELLS];
    char path[PATH_MAX];
    size_t length = 0, line = 0, id = 0, columns = 0;
    char *const bytes = check__path(checking, checking->copy, name, path) ? check__bytes(checking, path, &length) : NULL;
    if (!bytes)
        return false;
    bytes[length] = '\0';
    for (char *at = bytes; *at;) {
        char *const end = at + strcspn(at, "\r\n");
        char *const next = *end ? end + (*end == '\r' && end[1] == '\n' ? 2 : 1) : end;
        line++;
        *end = '\0';
        const size_t count = *at && *at != '#' ? check__cells(at, cells) : 0;
        if (count && !shipped) {
            columns = count;
            shipped = table_open(&shipped_set, name, cells, columns, checking->error);
            for (id = 0; id + 1 < columns && strcmp(cells[id], "id") != 0; id++)
                continue;
            if (!shipped)
                return false;
        } else if (count > id && !check__entry(checking, name, cells[id], count > 1 && strcmp(cells[1], "!") == 0,
                                               check__has_id(shipped, id, cells[id]), line)) {
            return false;
        }
        at = next;
    }
    return true;
}

/* ---- all --------------------------------------------------------------------------------------------------------- */

/* "DIR/verbs.tsv" is read by nobody: tables lie in the folder of their room. */
static bool check__tables_beside_rooms(struct checking *checking)
{
    struct dirent **files;
    const char *const folder = checking->options->tables_folder;
    const int count = scandir(folder, &files, check__is_table, alphasort);
    if (count < 0)
        return error_set(checking->error, folder, 0, "name a folder that is laid out like knowledge/, see docs/tables.md",
                         "is no folder of tables: %s", strerror(errno));
    bool done = true;
    for (int i = 0; i < count; i++) {
        char path[PATH_MAX];
        done = done && check__path(checking, folder, files[i]->d_name, path) &&
               check__tell_of_file(checking, path, "move it into the folder of its room (event/, entity/ …), see docs/tables.md",
                                   "is not read here");
        free(files[i]);
    }
    free(files);
    return done;
}

static bool check__run(struct checking *checking)
{
    if (!check__tables_beside_rooms(checking) || !check__each(checking, checking->options->tables_folder, check__copy))
        return false;
    if (!checking->summary->tables && !checking->summary->problems)
        return error_set(checking->error, checking->options->tables_folder, 0, "name a folder that is laid out like knowledge/, see docs/tables.md",
                         "holds no table");
    struct laut_engine *const engine = check__open(checking);
    checking->engine = engine;
    const bool done = engine && check__each(checking, checking->copy, check__entries);
    laut_engine_free(engine);
    return done;
}

bool laut_tables_check(const struct laut_engine_options *options, struct laut_tables_summary *summary, laut_tables_see *see, void *context,
                       struct laut_error *error)
{
    char path[PATH_MAX];
    const char *const temporary = getenv("TMPDIR");
    struct checking checking = {.options = options, .summary = summary, .error = error};
    *summary = (struct laut_tables_summary){.tables = 0};
    if (!engine_find_image(options, path, error))
        return false;
    struct image *const image = image_open(path, error);
    checking.image = image;
    checking.arena = image ? arena_open(0, error) : NULL;
    bool done = checking.arena && snprintf(checking.copy, PATH_MAX, "%s/laut-tables-XXXXXX",
                                                temporary && *temporary ? temporary : "/tmp") < PATH_MAX;
    if (done && !mkdtemp(checking.copy))
        done = error_set(error, checking.copy, 0, "name another folder by TMPDIR", "cannot be made: %s", strerror(errno));
    if (done) {
        done = check__run(&checking);
        check__remove_copy(&checking);
    }
    if (done && summary->problems)
        qsort(checking.findings, summary->problems, sizeof *checking.findings, check__compare);
    for (size_t i = 0; done && i < summary->problems; i++)
        see(context, &checking.findings[i]);
    arena_free(checking.arena);
    image_free(image);
    return done;
}
