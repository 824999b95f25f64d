/* cli/query_csv.c: rows as CSV (RFC 4180), for the commands and for downloads of the page. */
#include "cli/query.h"

#include <string.h>

static void csv__cell(const char *text, bool last, FILE *stream)
{
    if (strpbrk(text, ",\"\r\n")) {
        (void)putc('"', stream);
        for (; *text; text++) {
            if (*text == '"')
                (void)putc('"', stream);
            (void)putc(*text, stream);
        }
        (void)putc('"', stream);
    } else {
        (void)fputs(text, stream);
    }
    (void)fputs(last ? "\r\n" : ",", stream);
}

void query_write_csv(const struct query_column *columns, const json_t *row, FILE *stream)
{
    char text[QUERY_CELL_BYTES];
    for (size_t i = 0; columns[i].name; i++) {
        text[0] = '\0';
        if (row)
            columns[i].cell(row, text);
        csv__cell(row ? text : columns[i].name, !columns[i + 1].name, stream);
    }
}
