/* cli/show.c: laut show and laut stats. */
#include "cli/archive.h"
#include "cli/cli.h"
#include "cli/output.h"
#include "cli/query.h"
#include "cli/show_text.h"
#include "cli/values.h"

#include <errno.h>
#include <stdlib.h>

enum { SHOW_ARCHIVE, SHOW_JSON, SHOW_CSV, SHOW_WIDTH, SHOW_OPTION_COUNT, STATS_OPTION_COUNT = SHOW_WIDTH };

static const struct option_form show__options[SHOW_OPTION_COUNT] = {
    [SHOW_ARCHIVE] = ARCHIVE_OPTION, [SHOW_JSON] = {"json", 0, NULL, "one JSON object a line (default in a pipe)"},
    [SHOW_CSV] = {"csv", 0, NULL, "its claims, for a spreadsheet or R"}, [SHOW_WIDTH] = {"width", 0, "N", "columns of the tables; default: the terminal's"}};
static const struct option_form stats__options[STATS_OPTION_COUNT] = {
    [SHOW_ARCHIVE] = ARCHIVE_OPTION, [SHOW_JSON] = {"json", 0, NULL, "one JSON object (default in a pipe)"},
    [SHOW_CSV] = {"csv", 0, NULL, "name, part, value: for a spreadsheet or R"}};

static int show__flush(void)
{
    if (fflush(stdout) == 0 || errno == EPIPE)   /* a closed pipe is no error */
        return STATUS_DONE;
    perror("laut: standard output");
    return STATUS_REFUSED;
}

/* As JSON, or read back and handed to one of the others; width of tables. */
static bool show__as(const struct arguments *arguments, const char *json, unsigned width, void (*csv)(const json_t *), void (*text)(const json_t *, unsigned))
{
    const bool table = !arguments->values[SHOW_JSON] && output_is_terminal();
    if (!arguments->values[SHOW_CSV] && !table) {
        (void)fputs(json, stdout);
        return true;
    }
    json_t *const thing = json_loads(json, 0, NULL);
    if (thing && arguments->values[SHOW_CSV])
        csv(thing);
    else if (thing)
        text(thing, width);
    json_decref(thing);
    return thing != NULL;
}

static bool show__one(struct laut_archive *archive, const struct arguments *arguments, const char *id, unsigned width)
{
    struct laut_error error = {.line = 0};
    char *json = NULL;
    size_t length = 0;
    FILE *const stream = open_memstream(&json, &length);
    bool done = stream && laut_archive_show(archive, id, stream, &error);
    if (stream && fclose(stream) != 0)
        done = false;
    if (!done)
        cli_print_error(&error);
    done = done && show__as(arguments, json, width, show_csv, show_text);
    free(json);
    return done;
}

static int show__run(const struct arguments *arguments)
{
    int status = STATUS_DONE;
    long width = (long)output_width();
    if (!value_whole(arguments, SHOW_WIDTH, 20, 1000, &width))
        return STATUS_USAGE;
    if (arguments->operand_count == 0)
        return arguments_refuse(arguments->command, "name what to show: r-…, c-…, i-…, t-…, a-… or a country as RUS");
    if (arguments->values[SHOW_JSON] && arguments->values[SHOW_CSV])
        return arguments_refuse(arguments->command, "--json and --csv do not go together");
    struct laut_archive *const archive = archive_for_reading(arguments->values[SHOW_ARCHIVE]);
    if (!archive)
        return STATUS_REFUSED;
    if (arguments->values[SHOW_CSV])
        query_write_csv(query_event_columns, NULL, stdout);
    for (size_t i = 0; i < arguments->operand_count; i++)
        status = show__one(archive, arguments, arguments->operands[i], (unsigned)width) ? status : STATUS_REFUSED;
    laut_archive_free(archive);
    return show__flush() == STATUS_DONE ? status : STATUS_REFUSED;
}

static int stats__run(const struct arguments *arguments)
{
    struct laut_error error = {.line = 0};
    char *json = NULL;
    size_t length = 0;
    if (arguments->operand_count)
        return arguments_refuse(arguments->command, "stats takes no filter; laut timeline counts with filters");
    struct laut_archive *const archive = archive_for_reading(arguments->values[SHOW_ARCHIVE]);
    if (!archive)
        return STATUS_REFUSED;
    FILE *const stream = open_memstream(&json, &length);
    bool done = stream && laut_archive_stats(archive, stream, &error);
    if (stream && fclose(stream) != 0)
        done = false;
    if (!done)
        cli_print_error(&error);
    done = done && show__as(arguments, json, 0, show_stats_csv, show_stats);
    free(json);
    laut_archive_free(archive);
    return done ? show__flush() : STATUS_REFUSED;
}

const struct command command_show = {
    .name = "show", .operands = "ID …", .summary = "one report, claim, incident, transfer or actor whole",
    .description = "Prints all that the archive has about one thing. An incident shows its claims by source, where they contradict each other, and\n"
                   "why they were joined; a report its versions and copies; a claim what coded it and what became of it. A former id leads to the\n"
                   "present one.\n",
    .examples = "  laut show i-0123456789abcdef\n  laut show RUS\n  laut show --json r-0123456789abcdef                  with the whole record\n",
    .options = show__options, .option_count = SHOW_OPTION_COUNT, .run = show__run};

const struct command command_stats = {
    .name = "stats", .operands = "", .summary = "how much there is in the archive",
    .description = "Prints how many reports, versions, claims, incidents and outlets there are, claims by type and certainty, and the largest outlets.\n",
    .examples = "  laut stats\n",
    .options = stats__options, .option_count = STATS_OPTION_COUNT, .run = stats__run};
