/* cli/dossier.c: laut dossier: a folder for an editor or a court. */
#include "cli/archive.h"
#include "cli/cli.h"

enum { DOSSIER_ARCHIVE, DOSSIER_OUT, DOSSIER_OPTION_COUNT };

static const struct option_form dossier__options[DOSSIER_OPTION_COUNT] = {
    [DOSSIER_ARCHIVE] = ARCHIVE_OPTION, [DOSSIER_OUT] = {"out", 'o', "DIR", "the folder to make; it must not be there"}};

static int dossier__run(const struct arguments *arguments)
{
    struct laut_error error = {.line = 0};
    if (!arguments->operand_count || !arguments->values[DOSSIER_OUT])
        return arguments_refuse(arguments->command, "name an incident (i-…) or filters, and a folder with --out DIR");
    struct laut_archive *const archive = archive_for_writing(arguments->values[DOSSIER_ARCHIVE], false);
    if (!archive)
        return STATUS_REFUSED;
    const struct laut_dossier dossier = {.folder = arguments->values[DOSSIER_OUT], .filters = arguments->operands, .filter_count = arguments->operand_count};
    const bool done = laut_archive_dossier(archive, &dossier, &error);
    laut_archive_free(archive);
    if (done)
        return STATUS_DONE;
    cli_print_error(&error);
    return error.file[0] ? STATUS_REFUSED : STATUS_USAGE;
}

const struct command command_dossier = {
    .name = "dossier", .operands = "INCIDENT|FILTER …", .summary = "reports, claims, reviews and log of an incident, in a folder that others can check",
    .description =
        "Writes a folder after BagIt 1.0 (RFC 8493): the claims with what people said of them, the reports whole with their versions and the bytes that\n"
        "were kept, which laut, tables and model coded them, and the log of the archive, all with SHA-256. 'laut check DIR' looks whether anything in\n"
        "it was changed, put in or taken out, and so does any program for BagIt. The log's head is printed into bag-info.txt.\n",
    .examples = "  laut dossier i-0123456789abcdef --out dossier\n  laut dossier who:RUS with:drone when:2024-01 --out drones-2024-01\n  laut check dossier\n",
    .options = dossier__options, .option_count = DOSSIER_OPTION_COUNT, .run = dossier__run};
