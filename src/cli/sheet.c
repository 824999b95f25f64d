/* cli/sheet.c: see cli/sheet.h. CSV is read after RFC 4180. */
#include "cli/sheet.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { CELLS_AT_MOST = 64 };

const char *const sheet_fields[JUDGED_FIELDS] = {"event", "type", "actors", "recipients", "items", "when", "place", "sources", "factuality"};

struct reading {
    const char *path;
    char *at;                        /* the rest of the file; cells are cut in place */
    size_t line;
    char mark;                       /* between cells */
    char *cells[CELLS_AT_MOST];
    size_t cell_count;
    int id, coder, stratum, weight, fields[JUDGED_FIELDS];         /* columns; -1: none */
};

static bool sheet__refuse(const struct reading *reading, const char *message)
{
    (void)fprintf(stderr, "laut: %s:%zu: %s\n", reading->path, reading->line, message);
    return false;
}

/* One cell in place; *end: it was the line's last. */
static char *sheet__cell(struct reading *reading, bool *end)
{
    char *const begin = reading->at, *to = begin;
    bool quoted = *reading->at == '"';
    reading->at += quoted;
    while (*reading->at && (quoted || (*reading->at != reading->mark && *reading->at != '\n'))) {
        if (quoted && *reading->at == '"' && reading->at[1] != '"') {
            quoted = false;
            reading->at++;
            continue;
        }
        reading->at += quoted && *reading->at == '"';
        reading->line += *reading->at == '\n';
        *to++ = *reading->at++;
    }
    *end = *reading->at != reading->mark;
    reading->line += *reading->at == '\n';
    reading->at += *reading->at != '\0';
    if (to > begin && to[-1] == '\r')
        to--;
    *to = '\0';
    return begin;
}

/* False: the file's end. */
static bool sheet__line(struct reading *reading)
{
    bool end = !*reading->at;
    reading->cell_count = 0;
    while (!end) {
        char *const cell = sheet__cell(reading, &end);
        if (reading->cell_count < CELLS_AT_MOST)
            reading->cells[reading->cell_count++] = cell;
    }
    return reading->cell_count > 0;
}

static int sheet__column(const struct reading *reading, const char *name)
{
    for (size_t i = 0; i < reading->cell_count; i++)
        if (strcasecmp(reading->cells[i], name) == 0)
            return (int)i;
    return -1;
}

static bool sheet__head(struct reading *reading)
{
    size_t length = strcspn(reading->at, ",;\t\n");
    reading->mark = reading->at[length] ? reading->at[length] : ',';
    if (!sheet__line(reading) || (reading->id = sheet__column(reading, "id")) < 0)
        return sheet__refuse(reading, "the first line names no column 'id'; fill sheets that laut sample prints");
    reading->coder = sheet__column(reading, "coder");
    reading->stratum = sheet__column(reading, "stratum");
    reading->weight = sheet__column(reading, "weight");
    for (int i = 0; i < JUDGED_FIELDS; i++) {
        char name[32];
        (void)snprintf(name, sizeof name, "right_%s", sheet_fields[i]);
        reading->fields[i] = sheet__column(reading, name);
    }
    return true;
}

static const char *sheet__text(const struct reading *reading, int column)
{
    return column >= 0 && (size_t)column < reading->cell_count ? reading->cells[column] : "";
}

static bool sheet__judged(const struct reading *reading, int column, signed char *judged)
{
    static const char *const yes[] = {"y", "yes", "j", "ja", "1", "x", "true", "wahr", "richtig"}, *const no[] = {"n", "no", "nein", "0", "false", "falsch"};
    const char *const text = sheet__text(reading, column);
    *judged = -1;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (strcasecmp(text, yes[i]) == 0)
            *judged = 1;
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (strcasecmp(text, no[i]) == 0)
            *judged = 0;
    if (*judged >= 0 || !*text)
        return true;
    char message[128];
    (void)snprintf(message, sizeof message, "'%.40s' is neither y nor n; leave empty what was not judged", text);
    return sheet__refuse(reading, message);
}

static bool sheet__row(struct reading *reading, struct sheet *sheet)
{
    char number[64];
    if (!*sheet__text(reading, reading->id))
        return true;
    if (sheet->count == sheet->capacity) {
        const size_t capacity = sheet->capacity ? 2 * sheet->capacity : 256;
        struct judgement *const items = realloc(sheet->items, capacity * sizeof *items);
        if (!items)
            return sheet__refuse(reading, "out of memory");
        sheet->items = items;
        sheet->capacity = capacity;
    }
    struct judgement *const one = &sheet->items[sheet->count];
    *one = (struct judgement){.claim = strdup(sheet__text(reading, reading->id)), .stratum = strdup(sheet__text(reading, reading->stratum)),
                              .coder = strdup(*sheet__text(reading, reading->coder) ? sheet__text(reading, reading->coder) : reading->path)};
    sheet->count++;
    if (!one->claim || !one->stratum || !one->coder)
        return sheet__refuse(reading, "out of memory");
    (void)snprintf(number, sizeof number, "%s", sheet__text(reading, reading->weight));
    for (char *at = number; *at; at++)           /* a German spreadsheet writes a comma */
        *at = *at == ',' ? '.' : *at;
    one->weight = strtod(number, NULL);
    one->weight = one->weight > 0 ? one->weight : 1;
    for (int i = 0; i < JUDGED_FIELDS; i++)
        if (!sheet__judged(reading, reading->fields[i], &one->judged[i]))
            return false;
    for (int i = 1; i < JUDGED_FIELDS; i++)      /* where nothing of the kind stands, no field of it is right */
        if (one->judged[JUDGED_EVENT] == 0 && one->judged[i] < 0)
            one->judged[i] = 0;
    return true;
}

static char *sheet__file(const char *path)
{
    FILE *const file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    char *bytes = NULL;
    size_t length = 0, capacity = 0, got = 1;
    if (!file) {
        (void)fprintf(stderr, "laut: %s: %s\n", path, strerror(errno));
        return NULL;
    }
    while (got) {
        if (length + 65536 > capacity) {
            capacity = 2 * capacity + 131072;
            char *const more = realloc(bytes, capacity);
            if (!more)
                break;
            bytes = more;
        }
        got = fread(bytes + length, 1, 65535, file);
        length += got;
        bytes[length] = '\0';
    }
    const bool failed = ferror(file) != 0 || got;
    if (file != stdin)
        (void)fclose(file);
    if (!failed)
        return bytes;
    (void)fprintf(stderr, "laut: %s: cannot be read\n", path);
    free(bytes);
    return NULL;
}

bool sheet_read(struct sheet *sheet, const char *path)
{
    char *const bytes = sheet__file(path);
    struct reading reading = {.path = path, .at = bytes, .line = 1};
    if (!bytes)
        return false;
    if (strncmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        reading.at += 3;
    bool done = sheet__head(&reading);
    while (done && sheet__line(&reading))
        done = sheet__row(&reading, sheet);
    free(bytes);
    return done;
}

void sheet_free(struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->count; i++) {
        free(sheet->items[i].claim);
        free(sheet->items[i].coder);
        free(sheet->items[i].stratum);
    }
    free(sheet->items);
}
