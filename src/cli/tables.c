/* cli/tables.c: laut tables check: own tables, looked at without a text. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

enum { TABLES_DATA, TABLES_OPTION_COUNT };

static const struct option_form tables__options[TABLES_OPTION_COUNT] = {
    [TABLES_DATA] = {"data", 0, "FILE", "the image of tables, lexicon and model (default: LAUT_DATA,\n"
                     "else as installed)"},
};

static int tables__run(const struct arguments *arguments);

const struct command command_tables = {
    .name = "tables",
    .operands = "check DIR",
    .summary = "check a folder of your own tables",
    .description =
        "Looks at the tables of DIR that --tables DIR lays over the shipped ones, and reads no text: files that no table is called,\n"
        "columns, codes, types, functions and fillers that there are not, ids given twice, lines that can never match, that stand\n"
        "behind one that asks for the same, or that remove what is not there. Each is told with its file, line, cause and remedy.\n"
        "docs/tables.md teaches how to write tables.\n",
    .examples =
        "  laut tables check my-tables\n"
        "  laut tables check my-tables && laut read --tables my-tables report.txt\n",
    .options = tables__options,
    .option_count = TABLES_OPTION_COUNT,
    .run = tables__run,
};

static void tables__see(void *context, const struct laut_error *finding)
{
    char line[2048];
    (void)context;
    laut_error_describe(finding, line, sizeof line);
    (void)printf("%s\n", line);
}

static const char *tables__plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static int tables__run(const struct arguments *arguments)
{
    struct laut_tables_summary summary;
    struct laut_error error = {.line = 0};
    if (arguments->operand_count == 0 || strcmp(arguments->operands[0], "check") != 0)
        return arguments_refuse(arguments->command, "say what to do with tables: check DIR");
    if (arguments->operand_count != 2)
        return arguments_refuse(arguments->command, "name one folder of tables to check");
    const struct laut_engine_options options = {.image_path = arguments->values[TABLES_DATA], .tables_folder = arguments->operands[1]};
    if (!laut_tables_check(&options, &summary, tables__see, NULL, &error)) {
        cli_print_error(&error);
        return STATUS_REFUSED;
    }
    (void)printf("%zu table%s, %zu line%s: %zu added, %zu replaced, %zu removed; %zu problem%s\n", summary.tables,
                 tables__plural(summary.tables), summary.entries, tables__plural(summary.entries), summary.added, summary.replaced,
                 summary.removed, summary.problems, tables__plural(summary.problems));
    if (fflush(stdout) != 0) {
        perror("laut: standard output");
        return STATUS_REFUSED;
    }
    return summary.problems ? STATUS_REFUSED : STATUS_DONE;
}
