/* cli/show.c: laut show and laut stats. */
#include "cli/archive.h"
#include "cli/cli.h"

#include <errno.h>

enum { SHOW_ARCHIVE, SHOW_OPTION_COUNT };

static const struct option_form show__options[SHOW_OPTION_COUNT] = {[SHOW_ARCHIVE] = ARCHIVE_OPTION};

static int show__flush(void)
{
    if (fflush(stdout) == 0 || errno == EPIPE)   /* a closed pipe is no error */
        return STATUS_DONE;
    perror("laut: standard output");
    return STATUS_REFUSED;
}

static int show__run(const struct arguments *arguments)
{
    struct laut_error error = {.line = 0};
    int status = STATUS_DONE;
    if (arguments->operand_count == 0)
        return arguments_refuse(arguments->command, "name what to show: r-…, c-…, i-…, t-…, a-… or a country as RUS");
    struct laut_archive *const archive = archive_for_reading(arguments->values[SHOW_ARCHIVE]);
    if (!archive)
        return STATUS_REFUSED;
    for (size_t i = 0; i < arguments->operand_count; i++)
        if (!laut_archive_show(archive, arguments->operands[i], stdout, &error)) {
            cli_print_error(&error);
            status = STATUS_REFUSED;
        }
    laut_archive_free(archive);
    return show__flush() == STATUS_DONE ? status : STATUS_REFUSED;
}

static int stats__run(const struct arguments *arguments)
{
    struct laut_error error = {.line = 0};
    if (arguments->operand_count)
        return arguments_refuse(arguments->command, "stats takes no filter; laut timeline counts with filters");
    struct laut_archive *const archive = archive_for_reading(arguments->values[SHOW_ARCHIVE]);
    if (!archive)
        return STATUS_REFUSED;
    const bool done = laut_archive_stats(archive, stdout, &error);
    if (!done)
        cli_print_error(&error);
    laut_archive_free(archive);
    return done ? show__flush() : STATUS_REFUSED;
}

const struct command command_show = {
    .name = "show", .operands = "ID …", .summary = "one report, claim, incident, transfer or actor whole",
    .description = "Prints all that the archive has about one thing, as JSON. An incident shows its claims by source, where they contradict each\n"
                   "other, and why they were joined; a former id leads to the present one.\n",
    .examples = "  laut show i-0123456789abcdef\n  laut show RUS\n",
    .options = show__options, .option_count = SHOW_OPTION_COUNT, .run = show__run};

const struct command command_stats = {
    .name = "stats", .operands = "", .summary = "how much there is in the archive",
    .description = "Prints how many reports, versions, claims, incidents and outlets there are, as JSON.\n",
    .examples = "  laut stats\n",
    .options = show__options, .option_count = SHOW_OPTION_COUNT, .run = stats__run};
