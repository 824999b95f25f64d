/* tools/embed_sql.c: makes a C header of SQL files.
 *
 *     embed_sql OUT.h FILE.sql …
 *
 * In a file each statement follows a line "-- name: event_insert" and becomes enum constant SQL_EVENT_INSERT and entry
 * [SQL_EVENT_INSERT] of the array sql_text; a file without such a line becomes one entry under its own name. Comments stay: SQLite
 * skips them.
 */
#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { LINE_BYTES = 4096, NAME_BYTES = 64 };

static const char mark[] = "-- name: ";

static bool embed__fail(const char *path)
{
    (void)fprintf(stderr, "embed_sql: %s: %s\n", path, strerror(errno));
    return false;
}

static void embed__constant(FILE *out, const char *name)
{
    (void)fputs("SQL_", out);
    for (const char *at = name; *at; at++)
        (void)fputc(toupper((unsigned char)*at), out);
}

static void embed__string(FILE *out, const char *line)
{
    (void)fputs("    \"", out);
    for (const char *at = line; *at; at++) {
        if (*at == '"' || *at == '\\')
            (void)fputc('\\', out);
        if (*at != '\n')
            (void)fputc(*at, out);
    }
    (void)fputs("\\n\"\n", out);
}

/* The file's name without folder and ending. */
static void embed__base(const char *path, char name[NAME_BYTES])
{
    const char *const slash = strrchr(path, '/');
    (void)snprintf(name, NAME_BYTES, "%s", slash ? slash + 1 : path);
    name[strcspn(name, ".")] = '\0';
}

/* Writes names (text false) or texts (true) of all statements of one file. */
static bool embed__file(FILE *out, const char *path, bool text)
{
    char line[LINE_BYTES], name[NAME_BYTES] = "";
    FILE *const file = fopen(path, "r");
    if (!file)
        return embed__fail(path);
    while (fgets(line, sizeof line, file)) {
        const bool named = strncmp(line, mark, sizeof mark - 1) == 0;
        if (named || !name[0]) {
            if (name[0] && text)
                (void)fputs("    ,\n", out);
            if (named)
                (void)snprintf(name, sizeof name, "%.*s", (int)strcspn(line + sizeof mark - 1, " \n"), line + sizeof mark - 1);
            else
                embed__base(path, name);
            (void)fputs(text ? "    [" : "    ", out);
            embed__constant(out, name);
            (void)fputs(text ? "] =\n" : ",\n", out);
        }
        if (text && !named)
            embed__string(out, line);
    }
    if (text && name[0])
        (void)fputs("    ,\n", out);
    return fclose(file) == 0 || embed__fail(path);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        (void)fputs("usage: embed_sql OUT.h FILE.sql …\n", stderr);
        return 2;
    }
    FILE *const out = fopen(argv[1], "w");
    bool done = out || embed__fail(argv[1]);
    if (done)
        (void)fputs("/* made by tools/embed_sql */\nenum sql {\n", out);
    for (int i = 2; done && i < argc; i++)
        done = embed__file(out, argv[i], false);
    if (done)
        (void)fputs("    SQL_COUNT\n};\n#ifdef SQL_TEXT\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\nstatic const char *const sql_text[SQL_COUNT] = {\n", out);
    for (int i = 2; done && i < argc; i++)
        done = embed__file(out, argv[i], true);
    if (done)
        (void)fputs("};\n#endif\n", out);
    if (out && fclose(out) != 0)
        done = embed__fail(argv[1]);
    return done ? 0 : 1;
}
