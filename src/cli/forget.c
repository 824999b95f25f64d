/* cli/forget.c: laut forget: a report or a name out of the archive for good. */
#include "cli/archive.h"
#include "cli/cli.h"

enum { FORGET_ARCHIVE, FORGET_OPTION_COUNT };

static const struct option_form forget__options[FORGET_OPTION_COUNT] = {[FORGET_ARCHIVE] = ARCHIVE_OPTION};

static int forget__run(const struct arguments *arguments)
{
    struct laut_error error = {.line = 0};
    int status = STATUS_DONE;
    if (!arguments->operand_count)
        return arguments_refuse(arguments->command, "name a report (r-… or its address), or a person in quotes");
    struct laut_archive *const archive = archive_for_writing(arguments->values[FORGET_ARCHIVE], false);
    if (!archive)
        return STATUS_REFUSED;
    for (size_t i = 0; i < arguments->operand_count; i++) {
        struct laut_forgotten told = {.reports = 0};
        if (!laut_archive_forget(archive, arguments->operands[i], &told, &error)) {
            cli_print_error(&error);
            status = STATUS_REFUSED;
        } else {
            (void)fprintf(stderr, "laut: forgotten in %zu report%s and %zu review%s\n", told.reports, told.reports == 1 ? "" : "s", told.reviews,
                          told.reviews == 1 ? "" : "s");
        }
    }
    laut_archive_free(archive);
    return status;
}

const struct command command_forget = {
    .name = "forget", .operands = "URI|r-…|NAME …", .summary = "take a report or a name out for good",
    .description =
        "A report (its address, or r-…) goes with its texts, claims, words and kept bytes, and is not added again. A name is blacked out in every text,\n"
        "title, claim and review; write it as it stands there, and once for each form (\"Max Muster\", then \"Muster\"). What stays tells nothing: hashes,\n"
        "public ids, and the entry of the log. The file is written anew, so that no byte of it is left; copies elsewhere (backups, exports, dossiers)\n"
        "are yours to see to. docs/law.md tells when this is asked for.\n",
    .examples = "  laut forget https://example.org/bericht\n  laut forget 'Max Muster' Muster\n",
    .options = forget__options, .option_count = FORGET_OPTION_COUNT, .run = forget__run};
