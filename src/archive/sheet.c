/* archive/sheet.c: see archive/sheet.h. */
#include "archive/sheet.h"

#include "archive/record.h"

#include <string.h>

enum { SHEET_CELL = 2000 };

static const char *const sheet__judged[] = {"event", "type", "actors", "recipients", "items", "when", "place", "sources", "factuality"};

static void sheet__cell(const char *text, bool excel, bool first, FILE *stream)
{
    if (!first)
        (void)fputc(excel ? ';' : ',', stream);
    if (!text[strcspn(text, ",;\"\r\n")]) {
        (void)fputs(text, stream);
        return;
    }
    (void)fputc('"', stream);
    for (const char *at = text; *at; at++) {
        if (*at == '"')
            (void)fputc('"', stream);
        (void)fputc(*at, stream);
    }
    (void)fputc('"', stream);
}

/* "Russland (RUS/MIL); NATO" */
static void sheet__parties(const json_t *parties, char cell[SHEET_CELL])
{
    size_t index, length = 0;
    json_t *party;
    json_array_foreach(parties, index, party) {
        const char *const text = record_string(party, "text"), *const code = record_string(party, "code"), *const sector = record_string(party, "sector");
        if (length + 200 > SHEET_CELL)
            break;
        length += (size_t)snprintf(cell + length, SHEET_CELL - length, "%s%.120s", length ? "; " : "", text ? text : "");
        if (code || sector)
            length += (size_t)snprintf(cell + length, SHEET_CELL - length, " (%.3s%s%.3s)", code ? code : "", sector ? "/" : "", sector ? sector : "");
    }
}

static void sheet__items(const json_t *items, char cell[SHEET_CELL])
{
    size_t index, length = 0;
    json_t *item;
    json_array_foreach(items, index, item) {
        const json_t *const value = json_object_get(json_object_get(item, "quantity"), "value");
        const char *const text = record_string(item, "text"), *const class = record_string(item, "class");
        if (length + 200 > SHEET_CELL)
            break;
        length += (size_t)snprintf(cell + length, SHEET_CELL - length, "%s%.100s (%.40s)", length ? "; " : "", text ? text : "", class ? class : "");
        if (json_is_number(value))
            length += (size_t)snprintf(cell + length, SHEET_CELL - length, " x %g", json_number_value(value));
    }
}

static void sheet__value(const json_t *row, const char *name, char cell[SHEET_CELL])
{
    const json_t *const value = json_object_get(row, name);
    cell[0] = '\0';
    if (strcmp(name, "actors") == 0 || strcmp(name, "recipients") == 0 || strcmp(name, "sources") == 0) {
        sheet__parties(value, cell);
    } else if (strcmp(name, "items") == 0) {
        sheet__items(value, cell);
    } else if (strcmp(name, "mode") == 0) {
        for (size_t i = 0, length = 0; i < json_array_size(value) && length + 60 < SHEET_CELL; i++)
            length += (size_t)snprintf(cell + length, SHEET_CELL - length, "%s%.50s", i ? "; " : "", json_string_value(json_array_get(value, i)));
    } else if (strcmp(name, "when") == 0 && json_is_object(value)) {
        (void)snprintf(cell, SHEET_CELL, "%.10s..%.10s", record_string(value, "begin"), record_string(value, "end"));
    } else if (strcmp(name, "place") == 0 && json_is_object(value)) {
        const char *const text = record_string(value, "text"), *const country = record_string(value, "country");
        (void)snprintf(cell, SHEET_CELL, "%.100s%s%.3s", text ? text : "", country ? ", " : "", country ? country : "");
    } else if (json_is_real(value)) {
        (void)snprintf(cell, SHEET_CELL, "%.6g", json_real_value(value));
    } else if (json_is_string(value)) {
        (void)snprintf(cell, SHEET_CELL, "%.1900s", json_string_value(value));
    }
}

bool sheet_write(const json_t *items, bool excel, FILE *stream)
{
    static const char *const columns[] = {"id", "report", "outlet", "published", "stratum", "weight", "title", "words", "type", "mode", "actors",
                                          "recipients", "items", "when", "place", "sources", "factuality"};
    size_t index;
    json_t *row;
    char cell[SHEET_CELL];
    if (excel)
        (void)fputs("\xEF\xBB\xBF", stream);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        sheet__cell(columns[i], excel, i == 0, stream);
    for (size_t i = 0; i < sizeof sheet__judged / sizeof *sheet__judged; i++) {
        (void)snprintf(cell, sizeof cell, "right_%s", sheet__judged[i]);
        sheet__cell(cell, excel, false, stream);
    }
    sheet__cell("coder", excel, false, stream);
    sheet__cell("note", excel, false, stream);
    (void)fputs("\r\n", stream);
    json_array_foreach(items, index, row) {
        for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
            sheet__value(row, columns[i], cell);
            char *const point = excel && strcmp(columns[i], "weight") == 0 ? strchr(cell, '.') : NULL;
            if (point)
                *point = ',';
            sheet__cell(cell, excel, i == 0, stream);
        }
        for (size_t i = 0; i < sizeof sheet__judged / sizeof *sheet__judged + 2; i++)
            sheet__cell("", excel, false, stream);
        (void)fputs("\r\n", stream);
    }
    return !ferror(stream);
}
