/* cli/sample.c: laut sample: a coding sheet. */
#include "cli/archive.h"
#include "cli/cli.h"
#include "cli/values.h"

enum { SAMPLE_ARCHIVE, SAMPLE_SIZE, SAMPLE_SEED, SAMPLE_BY, SAMPLE_JSON, SAMPLE_EXCEL, SAMPLE_OPTION_COUNT };

static const struct option_form sample__options[SAMPLE_OPTION_COUNT] = {
    [SAMPLE_ARCHIVE] = ARCHIVE_OPTION,
    [SAMPLE_SIZE] = {"size", 'n', "N", "claims to draw, default 100"},
    [SAMPLE_SEED] = {"seed", 0, "N", "the same seed draws the same claims; default 1"},
    [SAMPLE_BY] = {"by", 0, "STRATA", "type (default), certainty, outlet, month, confidence or nothing"},
    [SAMPLE_JSON] = {"json", 0, NULL, "one JSON object, for programs"},
    [SAMPLE_EXCEL] = {"excel", 0, NULL, "for a German Excel"},
};

static int sample__run(const struct arguments *arguments)
{
    struct laut_error error = {.line = 0};
    long size = 100, seed = 1;
    if (!value_whole(arguments, SAMPLE_SIZE, 1, 1000000, &size) || !value_whole(arguments, SAMPLE_SEED, 0, 2147483647, &seed))
        return STATUS_USAGE;
    struct laut_archive *const archive = archive_for_reading(arguments->values[SAMPLE_ARCHIVE]);
    if (!archive)
        return STATUS_REFUSED;
    const struct laut_sample sample = {.filters = arguments->operands, .filter_count = arguments->operand_count, .size = (size_t)size,
                                       .seed = (uint64_t)seed, .by = arguments->values[SAMPLE_BY], .json = arguments->values[SAMPLE_JSON] != NULL,
                                       .excel = arguments->values[SAMPLE_EXCEL] != NULL};
    const bool done = laut_archive_sample(archive, &sample, stdout, &error);
    laut_archive_free(archive);
    if (done)
        return fflush(stdout) == 0 ? STATUS_DONE : STATUS_REFUSED;
    cli_print_error(&error);
    return error.file[0] ? STATUS_REFUSED : STATUS_USAGE;
}

const struct command command_sample = {
    .name = "sample", .operands = "[FILTER …]", .summary = "a coding sheet: claims drawn at random, for people to judge",
    .description =
        "Draws claims at random from each stratum and prints a sheet, one claim a line: what the machine coded, then a column right_… for each\n"
        "field. Whoever judges writes y or n into them (empty: not judged) and a name into 'coder'; right_event is n where nothing of the kind\n"
        "stands in the words. 'laut score' reads the filled sheets. 'weight' is how many claims of its stratum a line stands for.\n",
    .examples = "  laut sample -n 200 --seed 7 > sheet.csv\n  laut sample with:drone --by certainty --excel > sheet.csv\n",
    .options = sample__options, .option_count = SAMPLE_OPTION_COUNT, .run = sample__run};
