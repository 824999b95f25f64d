/* cli/export.c: laut export. */
#include "cli/archive.h"
#include "cli/cli.h"

#include <errno.h>
#include <string.h>

enum { EXPORT_ARCHIVE, EXPORT_FORMAT, EXPORT_EXCEL, EXPORT_ALL, EXPORT_CODEBOOK, EXPORT_TEXT, EXPORT_REVIEWED, EXPORT_OPTION_COUNT };

static const struct option_form export__options[EXPORT_OPTION_COUNT] = {
    [EXPORT_ARCHIVE] = ARCHIVE_OPTION,
    [EXPORT_FORMAT] = {"format", 'f', "FORMAT",
                       "jsonl     whole records, one report a line (default)\n"
                       "csv       one claim a line, all fields\n"
                       "conflict  CSV in the manner of UCDP GED and ACLED\n"
                       "plover    PLOVER events in JSON, as NGEC prints them\n"
                       "ftm       entities of FollowTheMoney\n"
                       "w3c       W3C Web Annotations"},
    [EXPORT_EXCEL] = {"excel", 0, NULL, "with csv and conflict: for a German Excel (semicolons,\ndecimal commas, no cell is taken for a formula)"},
    [EXPORT_ALL] = {"all", 0, NULL, "denied and uncommitted claims too; csv, jsonl and w3c have\nthem anyway, each with its certainty"},
    [EXPORT_CODEBOOK] = {"codebook", 0, NULL, "what the columns of csv or conflict mean, instead of claims"},
    [EXPORT_TEXT] = {"text", 0, "WORDS", "evidence  the words that claims rest on, and titles (default)\n"
                                         "none      no word of a report\n"
                                         "full      whole texts, with jsonl; laut add --records takes them back"},
    [EXPORT_REVIEWED] = {"reviewed", 0, NULL, "only what people confirmed, corrected or added, as they\ncorrected it; the same as reviewed:yes"},
};

static bool export__form(const struct arguments *arguments, enum laut_export_form *form)
{
    static const char *const names[] = {"jsonl", "csv", "conflict", "plover", "ftm", "w3c"};
    static const enum laut_export_form forms[] = {LAUT_EXPORT_RECORDS, LAUT_EXPORT_CSV, LAUT_EXPORT_CONFLICT,
                                                  LAUT_EXPORT_PLOVER, LAUT_EXPORT_ENTITIES, LAUT_EXPORT_ANNOTATIONS};
    const char *const name = arguments->values[EXPORT_FORMAT] ? arguments->values[EXPORT_FORMAT] : "jsonl";
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], name) == 0) {
            *form = forms[i];
            return true;
        }
    const char *const nearest = arguments_nearest(name, names, sizeof names / sizeof names[0]);
    (void)arguments_refuse(arguments->command, "no format '%s'; %s%s%sthere are jsonl, csv, conflict, plover, ftm and w3c", name,
                           nearest ? "did you mean '" : "", nearest ? nearest : "", nearest ? "'? " : "");
    return false;
}

static bool export__text(const struct arguments *arguments, enum laut_export_text *text)
{
    static const char *const names[] = {"evidence", "none", "full"};
    const char *const name = arguments->values[EXPORT_TEXT];
    for (size_t i = 0; name && i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], name) == 0) {
            *text = (enum laut_export_text)i;
            return true;
        }
    return !name || arguments_refuse(arguments->command, "--text is none, evidence or full, not '%s'", name) == STATUS_DONE;
}

/* The log of the archive is told of exports; of one that may not be written nothing can be told. */
static struct laut_archive *export__archive(const struct arguments *arguments)
{
    const char *const path = arguments->values[EXPORT_ARCHIVE];
    struct laut_error error = {.line = 0};
    struct laut_archive *const archive = laut_archive_open(path, &(struct laut_archive_options){.read_only = false}, &error);
    if (archive)
        return archive;
    struct laut_archive *const reader = archive_for_reading(path);
    if (reader)
        (void)fputs("laut: the archive may not be written: its log does not tell of this export\n", stderr);
    return reader;
}

static int export__run(const struct arguments *arguments)
{
    struct laut_error error = {.line = 0};
    struct laut_export plan = {.filters = arguments->operands, .filter_count = arguments->operand_count,
                               .excel = arguments->values[EXPORT_EXCEL] != NULL, .all = arguments->values[EXPORT_ALL] != NULL,
                               .codebook = arguments->values[EXPORT_CODEBOOK] != NULL};
    if (!export__form(arguments, &plan.form) || !export__text(arguments, &plan.text))
        return STATUS_USAGE;
    if (arguments->values[EXPORT_REVIEWED])      /* there is room for one operand more */
        arguments->operands[plan.filter_count++] = "reviewed:yes";
    const bool table = plan.form == LAUT_EXPORT_CSV || plan.form == LAUT_EXPORT_CONFLICT;
    if ((plan.excel || plan.codebook) && !table)
        return arguments_refuse(arguments->command, "--excel and --codebook go with --format csv and --format conflict");
    struct laut_archive *const archive = plan.codebook ? NULL : export__archive(arguments);
    if (!archive && !plan.codebook)
        return STATUS_REFUSED;
    const bool done = laut_archive_export(archive, &plan, stdout, &error);
    laut_archive_free(archive);
    if (fflush(stdout) != 0 || ferror(stdout))
        return errno == EPIPE ? STATUS_DONE : (perror("laut: standard output"), STATUS_REFUSED);
    if (done)
        return STATUS_DONE;
    cli_print_error(&error);
    return error.file[0] ? STATUS_REFUSED : STATUS_USAGE;
}

const struct command command_export = {
    .name = "export", .operands = "[FILTER …]", .summary = "the archive for other programs",
    .description =
        "Writes what the filters let through (those of 'laut find') in the form of others. No form drops source and certainty: where it has no\n"
        "field for them they stand in its texts, 'according to USA, certain: …'. What was withdrawn, superseded or has an embargo is marked in every\n"
        "form; conflict, plover and ftm have withdrawn claims only where status:all or status:withdrawn asks for them.\n",
    .examples = "  laut export --text full > archive.jsonl              records, for laut add --records\n"
                "  laut export --format csv --excel who:RUS > russland.csv\n"
                "  laut export --format csv --codebook\n"
                "  laut export --format ftm with:drone > drones.ftm.json\n",
    .options = export__options, .option_count = EXPORT_OPTION_COUNT, .run = export__run};
