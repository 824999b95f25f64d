/* cli/query.c: rows as JSON, as a table for people, or as CSV. */
#include "cli/query.h"

#include "cli/archive.h"
#include "cli/cli.h"
#include "cli/output.h"
#include "cli/values.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum query_form { FORM_JSON, FORM_TABLE, FORM_CSV };

struct query_output {
    enum query_form form;
    const struct query_column *columns;
    unsigned widths[QUERY_COLUMNS];
    size_t rows;
    int why;                         /* errno of a write that failed */
};

/* How many columns of a terminal the text takes, a code point each, and how many bytes these are; at most so many. */
static unsigned query__columns(const char *text, size_t *bytes, unsigned most)
{
    unsigned columns = 0;
    size_t at = 0;
    while (text[at]) {
        size_t next = at + 1;
        while (((unsigned char)text[next] & 0xc0) == 0x80)
            next++;
        if (columns == most)
            break;
        columns++;
        at = next;
    }
    *bytes = at;
    return columns;
}

static void query__cell(const char *text, unsigned width, bool last)
{
    size_t bytes;
    const unsigned columns = query__columns(text, &bytes, width);
    if (text[bytes]) {                           /* longer than its column: cut, and say so */
        (void)query__columns(text, &bytes, width - 1);
        (void)printf("%.*s…%s", (int)bytes, text, last ? "" : "  ");
        return;
    }
    (void)printf("%s", text);
    if (!last)
        (void)printf("%*s", (int)(width - columns + 2), "");
}

/* Gives each column its least width, and what is left of the line by shares. */
static void query__widths(struct query_output *output, unsigned total)
{
    unsigned least = 0, shares = 0;
    for (size_t i = 0; output->columns[i].name; i++) {
        const struct query_column *const column = &output->columns[i];
        least += column->table ? column->width + 2 : 0;
        shares += column->table ? column->share : 0;
    }
    const unsigned left = total > least ? total - least + 2 : 0;
    for (size_t i = 0; output->columns[i].name; i++)
        output->widths[i] = output->columns[i].width + (shares ? left * output->columns[i].share / shares : 0);
}

static bool query__is_last(const struct query_column *column)
{
    do
        column++;
    while (column->name && !column->table);
    return !column->name;
}

static void query__table_line(const struct query_output *output, const json_t *row)
{
    char text[QUERY_CELL_BYTES];
    for (size_t i = 0; output->columns[i].name; i++) {
        const struct query_column *const column = &output->columns[i];
        if (!column->table)
            continue;
        text[0] = '\0';
        if (row)
            column->cell(row, text);
        query__cell(row ? text : column->name, output->widths[i], query__is_last(column));
    }
    (void)putchar('\n');
}

void query_write_claims(const json_t *claims)
{
    size_t index;
    json_t *claim;
    json_array_foreach(claims, index, claim) {
        const json_t *const sources = json_object_get(claim, "sources");
        const char *const source = json_string_value(json_object_get(json_array_get(sources, json_array_size(sources) - 1), "text"));
        const char *const status = json_string_value(json_object_get(claim, "status"));
        (void)printf("    %s%s  %s  %s: %s\n", status && strcmp(status, "withdrawn") == 0 ? "withdrawn  " : "", json_string_value(json_object_get(claim, "factuality")),
                     json_string_value(json_object_get(claim, "id")), source && *source ? source : "the report",
                     json_string_value(json_object_get(claim, "words")));
    }
}

/* The row, and where it carries claims a line for each of them. */
static void query__table_row(const struct query_output *output, const json_t *row)
{
    query__table_line(output, row);
    query_write_claims(json_object_get(row, "events"));
}

static bool query__row(struct query_output *output, const char *line)
{
    if (output->form == FORM_JSON) {
        (void)puts(line);
    } else {
        json_t *const row = json_loads(line, 0, NULL);
        if (!row) {
            output->why = ENOMEM;
            return false;
        }
        if (output->form == FORM_CSV)
            query_write_csv(output->columns, row, stdout);
        else
            query__table_row(output, row);
        json_decref(row);
    }
    output->rows++;
    if (ferror(stdout))
        output->why = errno;
    return !ferror(stdout);
}

static void query__begin(struct query_output *output)
{
    if (output->form == FORM_CSV)
        query_write_csv(output->columns, NULL, stdout);
    if (output->form == FORM_TABLE) {
        if (output->columns != query_review_columns && output->columns != query_log_columns)
            (void)puts("Coded by machine, unreviewed: a claim says who makes it, never that it is true.\n");
        query__table_line(output, NULL);
    }
}

void query_write_table(const struct query_column *columns, const json_t *rows, unsigned width)
{
    struct query_output output = {.form = FORM_TABLE, .columns = columns};
    size_t index;
    json_t *row;
    query__widths(&output, width);
    query__table_line(&output, NULL);
    json_array_foreach(rows, index, row)
        query__table_line(&output, row);
}

static int query__failed(int why)
{
    if (why == EPIPE)                            /* a closed pipe is no error */
        return STATUS_DONE;
    (void)fprintf(stderr, "laut: standard output: cannot be written: %s; make room on the disk, or write elsewhere\n", strerror(why));
    return STATUS_REFUSED;
}

static int query__rows(struct laut_archive *archive, const struct laut_query *query, struct query_output *output)
{
    struct laut_error error = {.line = 0};
    struct laut_answer *const answer = laut_answer_open(archive, query, &error);
    const char *line;
    bool going = true;
    if (!answer) {
        cli_print_error(&error);
        return error.file[0] ? STATUS_REFUSED : STATUS_USAGE;
    }
    query__begin(output);
    while (going && (line = laut_answer_read(answer, &error)))
        going = query__row(output, line);
    const bool more = laut_answer_cursor(answer) != NULL;
    laut_answer_free(answer);
    if (!going || fflush(stdout) != 0)
        return query__failed(output->why ? output->why : errno);
    if (error.message[0]) {
        cli_print_error(&error);
        return STATUS_REFUSED;
    }
    if (output->form == FORM_TABLE && !output->rows)
        (void)fputs("nothing found\n", stderr);
    if (more && output->form == FORM_TABLE)
        (void)fprintf(stderr, "%zu shown, there are more: --limit N\n", output->rows);
    return STATUS_DONE;
}

int query_run(const struct arguments *arguments, struct laut_query *query, const struct query_column *columns)
{
    const char *const *const values = arguments->values;
    struct query_output output = {.columns = columns};
    long limit = 0, width = (long)output_width();
    if (!value_whole(arguments, QUERY_LIMIT, 1, 1000000000, &limit) || !value_whole(arguments, QUERY_WIDTH, 20, 1000, &width))
        return STATUS_USAGE;
    if (values[QUERY_JSON] && values[QUERY_CSV])
        return arguments_refuse(arguments->command, "--json and --csv do not go together");
    output.form = values[QUERY_JSON] ? FORM_JSON : values[QUERY_CSV] ? FORM_CSV : output_is_terminal() ? FORM_TABLE : FORM_JSON;
    query__widths(&output, (unsigned)width);
    query->limit = (size_t)limit;
    if (arguments->command->option_count > QUERY_REVIEWED && values[QUERY_REVIEWED])                  /* there is room for one operand more */
        arguments->operands[arguments->operand_count] = "reviewed:yes";
    query->filters = arguments->operands;
    query->filter_count = arguments->operand_count + (values[QUERY_REVIEWED] != NULL);
    struct laut_archive *const archive = archive_for_reading(values[QUERY_ARCHIVE]);
    if (!archive)
        return STATUS_REFUSED;
    const int status = query__rows(archive, query, &output);
    laut_archive_free(archive);
    return status;
}
