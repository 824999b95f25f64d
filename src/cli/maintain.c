/* cli/maintain.c: laut backup, check, remove. */
#include "cli/archive.h"
#include "cli/cli.h"

enum { MAINTAIN_ARCHIVE, MAINTAIN_OPTION_COUNT };

static const struct option_form maintain__options[MAINTAIN_OPTION_COUNT] = {[MAINTAIN_ARCHIVE] = ARCHIVE_OPTION};

enum { CHECK_HEAD = MAINTAIN_OPTION_COUNT, CHECK_OPTION_COUNT };

static const struct option_form check__options[CHECK_OPTION_COUNT] = {
    [MAINTAIN_ARCHIVE] = ARCHIVE_OPTION,
    [CHECK_HEAD] = {"head", 0, "'NUMBER HASH'", "an entry of the log as it was told once: finds what was cut off"},
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

static int check__told(bool done, size_t problems, const struct laut_error *error)
{
    if (!done)
        return maintain__failed(error);
    if (!problems)
        (void)puts("all right");
    return fflush(stdout) == 0 && !problems ? STATUS_DONE : STATUS_REFUSED;
}

static int check__run(const struct arguments *arguments)
{
    struct laut_error error = {.line = 0};
    size_t problems = 0, others = 0;
    const char *const head = arguments->values[CHECK_HEAD];
    if (arguments->operand_count > 1 || (arguments->operand_count && (head || arguments->values[MAINTAIN_ARCHIVE])))
        return arguments_refuse(arguments->command, "name one dossier, or the archive with --archive FILE");
    if (arguments->operand_count) {
        const bool checked = laut_dossier_check(arguments->operands[0], stdout, &problems, &error);
        return check__told(checked, problems, &error);
    }
    struct laut_archive *const archive = archive_for_writing(arguments->values[MAINTAIN_ARCHIVE], false);
    if (!archive)
        return STATUS_REFUSED;
    const bool done = laut_archive_check(archive, stdout, &problems, &error) && (!head || laut_archive_check_head(archive, head, stdout, &others, &error));
    laut_archive_free(archive);
    return check__told(done, problems + others, &error);
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
    .name = "check", .operands = "[DIR]", .summary = "is the archive whole, or a dossier?",
    .description = "Looks for damage of the file, rows that lead nowhere, incidents that are not what their claims make them (all are joined again and\n"
                   "compared), entries of the log that were changed, put in or taken out, and reviews that are not those it tells of. Of a dossier (DIR) it\n"
                   "checks every file against the manifests, the log against its head, and the texts against their hashes. Nothing is changed. Status 1 where\n"
                   "something is wrong.\n",
    .examples = "  laut check\n  laut check --head '120 9b74c9897bac770ffc029102a200c5de...'\n  laut check dossier/\n",
    .options = check__options, .option_count = CHECK_OPTION_COUNT, .run = check__run};

const struct command command_remove = {
    .name = "remove", .operands = "ID …", .summary = "take a report and its claims out for good",
    .description = "Takes reports out of the archive with all their versions, texts and claims. Incidents that have claims of other reports go on.\n",
    .examples = "  laut remove r-0123456789abcdef\n",
    .options = maintain__options, .option_count = MAINTAIN_OPTION_COUNT, .run = remove__run};
