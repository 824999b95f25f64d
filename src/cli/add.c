/* cli/add.c: laut add: reports in, coded and kept in the archive. */
#include "cli/adding.h"
#include "cli/archive.h"
#include "cli/cli.h"
#include "cli/values.h"
#include "cli/watch.h"

enum { ADD_ARCHIVE, ADD_RECORDS, ADD_PUBLISHED, ADD_TABLES, ADD_JOBS, ADD_VERBOSE, ADD_WATCH, ADD_DATA, ADD_OPTION_COUNT };

static const struct option_form add__options[ADD_OPTION_COUNT] = {
    [ADD_ARCHIVE] = ARCHIVE_OPTION,
    [ADD_RECORDS] = {"records", 0, NULL, "the files hold records as 'laut read --json' prints them: add\nthem without reading again"},
    [ADD_PUBLISHED] = {"published", 'p', "DATE", "day of publication (YYYY-MM-DD) of reports that do not tell\ntheir own"},
    [ADD_TABLES] = {"tables", 't', "DIR", "your own tables, laid over the shipped ones"},
    [ADD_JOBS] = {"jobs", 'j', "N", "threads that code; default: all processors"},
    [ADD_VERBOSE] = {"verbose", 'v', NULL, "a line for each report"},
    [ADD_WATCH] = {"watch", 'w', "DIR", "add what is and what arrives in a folder, until it is ended\n(Ctrl-C); one line a file"},
    [ADD_DATA] = {"data", 0, "FILE", "the image of tables, lexicon and model (default: LAUT_DATA,\nelse as installed)"},
};

static int add__run(const struct arguments *arguments);

const struct command command_add = {
    .name = "add",
    .operands = "FILE|DIR|- …",
    .summary = "code reports and keep them in the archive",
    .description =
        "Codes reports as 'laut read' does and keeps text and claims in the archive, one report in one transaction. A report that\n"
        "is there already changes nothing; one with the same address (or id and outlet) and another text becomes a new version,\n"
        "and the claims of the version before stay, marked as superseded.\n",
    .examples =
        "  laut add reports/                                    what is new in a folder\n"
        "  laut add --archive syria.sqlite reports.jsonl        an archive of its own\n"
        "  laut read --json reports/ | laut add --records -     records made elsewhere\n"
        "  laut add --watch inbox/                              whatever comes\n",
    .options = add__options,
    .option_count = ADD_OPTION_COUNT,
    .run = add__run,
};

static int add__run(const struct arguments *arguments)
{
    long count = jobs_processors();
    if (!value_whole(arguments, ADD_JOBS, 1, 256, &count) || !value_date(arguments, ADD_PUBLISHED))
        return STATUS_USAGE;
    if (arguments->values[ADD_WATCH] && (arguments->operand_count || arguments->values[ADD_RECORDS]))
        return arguments_refuse(arguments->command, "--watch DIR takes no files and no --records");
    if (arguments->operand_count == 0 && !arguments->values[ADD_WATCH])
        return arguments_refuse(arguments->command, "name files or folders to add, or - for standard input");
    struct laut_archive *const archive = archive_for_writing(arguments->values[ADD_ARCHIVE], true);
    if (!archive)
        return STATUS_REFUSED;
    const struct adding_plan plan = {
        .engine = {.image_path = arguments->values[ADD_DATA], .tables_folder = arguments->values[ADD_TABLES]},
        .source = {.published = arguments->values[ADD_PUBLISHED]}, .jobs = (unsigned)count,
        .paths = arguments->operands, .path_count = arguments->operand_count, .verbose = arguments->values[ADD_VERBOSE] != NULL};
    const int status = arguments->values[ADD_WATCH]     ? watch_folder(archive, &plan, arguments->values[ADD_WATCH])
                       : arguments->values[ADD_RECORDS] ? adding_records(archive, &plan) : adding_reports(archive, &plan);
    laut_archive_free(archive);
    return status;
}
