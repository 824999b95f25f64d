/* cli/maintain.c: laut backup, check, recode, remove. */
#include "cli/archive.h"
#include "cli/cli.h"

enum { MAINTAIN_ARCHIVE, MAINTAIN_OPTION_COUNT };
enum { RECODE_TABLES = MAINTAIN_OPTION_COUNT, RECODE_DATA, RECODE_OPTION_COUNT };

static const struct option_form maintain__options[MAINTAIN_OPTION_COUNT] = {[MAINTAIN_ARCHIVE] = ARCHIVE_OPTION};
static const struct option_form recode__options[RECODE_OPTION_COUNT] = {
    [MAINTAIN_ARCHIVE] = ARCHIVE_OPTION,
    [RECODE_TABLES] = {"tables", 't', "DIR", "your own tables, laid over the shipped ones"},
    [RECODE_DATA] = {"data", 0, "FILE", "the image of tables, lexicon and model (default: LAUT_DATA,\nelse as installed)"},
};

static int maintain__failed(const struct laut_error *error)
{
    cli_print_error(error);
    return STATUS_REFUSED;
}

static int backup__run(const struct arguments *arguments)
{
    struct laut_error error = {.line = 0};
    if (arguments->operand_count != 1)
        return arguments_refuse(arguments->command, "name one file for the copy");
    struct laut_archive *const archive = archive_for_reading(arguments->values[MAINTAIN_ARCHIVE]);
    if (!archive)
        return STATUS_REFUSED;
    const bool done = laut_archive_backup(archive, arguments->operands[0], &error);
    laut_archive_free(archive);
    return done ? STATUS_DONE : maintain__failed(&error);
}

static int check__run(const struct arguments *arguments)
{
    struct laut_error error = {.line = 0};
    size_t problems = 0;
    if (arguments->operand_count)
        return arguments_refuse(arguments->command, "check takes no operands; name the archive with --archive FILE");
    struct laut_archive *const archive = archive_for_writing(arguments->values[MAINTAIN_ARCHIVE], false);
    if (!archive)
        return STATUS_REFUSED;
    const bool done = laut_archive_check(archive, stdout, &problems, &error);
    laut_archive_free(archive);
    if (!done)
        return maintain__failed(&error);
    if (!problems)
        (void)puts("all right");
    return fflush(stdout) == 0 && !problems ? STATUS_DONE : STATUS_REFUSED;
}

struct recode_sum {
    size_t reports, added, withdrawn, changed, kept;
};

static bool recode__tell(void *context, const struct laut_added *added)
{
    struct recode_sum *const sum = context;
    sum->reports++;
    sum->added += added->added;
    sum->withdrawn += added->withdrawn;
    sum->changed += added->changed;
    sum->kept += added->kept;
    if (added->added || added->withdrawn || added->changed)
        (void)printf("%s  %zu claims added, %zu withdrawn, %zu changed, %zu kept\n", added->report, added->added, added->withdrawn,
                     added->changed, added->kept);
    return true;
}

static int recode__run(const struct arguments *arguments)
{
    struct laut_error error = {.line = 0};
    struct recode_sum sum = {.reports = 0};
    if (arguments->operand_count)
        return arguments_refuse(arguments->command, "recode takes no operands; name the archive with --archive FILE");
    struct laut_archive *const archive = archive_for_writing(arguments->values[MAINTAIN_ARCHIVE], false);
    const struct laut_engine_options options = {.image_path = arguments->values[RECODE_DATA], .tables_folder = arguments->values[RECODE_TABLES]};
    struct laut_engine *const engine = archive ? laut_engine_open(&options, &error) : NULL;
    const bool done = engine && laut_archive_recode(archive, engine, recode__tell, &sum, &error);
    laut_engine_free(engine);
    laut_archive_free(archive);
    if (!archive)
        return STATUS_REFUSED;
    if (!done)
        return maintain__failed(&error);
    (void)fprintf(stderr, "laut: %zu reports read again: %zu claims added, %zu withdrawn, %zu changed, %zu kept\n", sum.reports, sum.added,
                  sum.withdrawn, sum.changed, sum.kept);
    return fflush(stdout) == 0 ? STATUS_DONE : STATUS_REFUSED;
}

static int remove__run(const struct arguments *arguments)
{
    struct laut_error error = {.line = 0};
    int status = STATUS_DONE;
    if (arguments->operand_count == 0)
        return arguments_refuse(arguments->command, "name the reports to remove: r-…");
    struct laut_archive *const archive = archive_for_writing(arguments->values[MAINTAIN_ARCHIVE], false);
    if (!archive)
        return STATUS_REFUSED;
    for (size_t i = 0; i < arguments->operand_count; i++)
        if (!laut_archive_remove(archive, arguments->operands[i], &error))
            status = maintain__failed(&error);
    laut_archive_free(archive);
    return status;
}

const struct command command_backup = {
    .name = "backup", .operands = "FILE", .summary = "copy the archive while others read and write it",
    .description = "Copies the archive into a new file, as it is at one moment, while others read and write it.\n",
    .examples = "  laut backup archive-$(date +%F).sqlite\n",
    .options = maintain__options, .option_count = MAINTAIN_OPTION_COUNT, .run = backup__run};

const struct command command_check = {
    .name = "check", .operands = "", .summary = "is the archive whole?",
    .description = "Looks for damage of the file, rows that lead nowhere, and incidents that are not what their claims make them: all incidents are\n"
                   "joined again and compared. Nothing is changed. Status 1 where something is wrong.\n",
    .examples = "  laut check\n",
    .options = maintain__options, .option_count = MAINTAIN_OPTION_COUNT, .run = check__run};

const struct command command_recode = {
    .name = "recode", .operands = "", .summary = "read the stored texts again with the present tables and model",
    .description = "Reads all texts of the archive again, and prints for each report what became of its claims. A claim keeps its id where text, words\n"
                   "and type stay; claims of before stay in the archive, marked as superseded. Reports that these tables and this model coded\n"
                   "already are left as they are.\n",
    .examples = "  laut recode\n  laut recode --tables my-tables/\n",
    .options = recode__options, .option_count = RECODE_OPTION_COUNT, .run = recode__run};

const struct command command_remove = {
    .name = "remove", .operands = "ID …", .summary = "take a report and its claims out for good",
    .description = "Takes reports out of the archive with all their versions, texts and claims. Incidents that have claims of other reports go on.\n",
    .examples = "  laut remove r-0123456789abcdef\n",
    .options = maintain__options, .option_count = MAINTAIN_OPTION_COUNT, .run = remove__run};
