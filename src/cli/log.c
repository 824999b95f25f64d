/* cli/log.c: laut log: what was done with the archive. */
#include "cli/archive.h"
#include "cli/cli.h"
#include "cli/query.h"

static const struct option_form log__options[QUERY_REVIEWED] = {
    [QUERY_ARCHIVE] = ARCHIVE_OPTION,
    [QUERY_JSON] = {"json", 0, NULL, "one JSON object a line (default in a pipe)"},
    [QUERY_CSV] = {"csv", 0, NULL, "a table for a spreadsheet or R"},
    [QUERY_LIMIT] = {"limit", 'n', "N", "at most N; default: all"},
    [QUERY_WIDTH] = {"width", 0, "N", "columns of the table; default: the terminal's"},
};

static int log__run(const struct arguments *arguments)
{
    struct laut_query query = {.rows = LAUT_ROWS_LOG};
    if (arguments->operand_count)
        return arguments_refuse(arguments->command, "the log takes no filter");
    return query_run(arguments, &query, query_log_columns);
}

const struct command command_log = {
    .name = "log", .operands = "", .summary = "what was done with the archive: additions, codings, reviews, exports, removals",
    .description =
        "Prints what was done, the newest first. Each entry's hash covers the one before, so that laut check finds an entry that was changed, put in or\n"
        "taken out. Keep the first line somewhere else: laut check --head 'NUMBER HASH' then finds entries that were cut off at the end too.\n",
    .examples = "  laut log -n 10\n  laut log --json -n 1\n",
    .options = log__options, .option_count = QUERY_REVIEWED, .run = log__run};
