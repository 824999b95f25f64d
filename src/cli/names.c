/* cli/names.c: laut names: words with the names that they belong to, in columns. */
#include "cli/cli.h"
#include "cli/jobs.h"
#include "cli/output.h"
#include "cli/values.h"

enum { NAMES_TSV, NAMES_PRETOKENIZED, NAMES_TABLES, NAMES_JOBS, NAMES_DATA, NAMES_OPTION_COUNT };

static const struct option_form names__options[NAMES_OPTION_COUNT] = {
    [NAMES_TSV] = {"tsv", 0, NULL, "print columns separated by tabs (there is no other format yet)"},
    [NAMES_PRETOKENIZED] = {"pretokenized", 0, NULL, "FILE has a word a line, number and word, a blank line after\n"
                            "each sentence: keep them"},
    [NAMES_TABLES] = {"tables", 't', "DIR", "your own tables, laid over the shipped ones"},
    [NAMES_JOBS] = {"jobs", 'j', "N", "threads; default: all processors. The output is the same"},
    [NAMES_DATA] = {"data", 0, "FILE", "the image of tables, lexicon and model (default: LAUT_DATA,\n"
                    "else as installed)"},
};

static int names__run(const struct arguments *arguments);

const struct command command_names = {
    .name = "names",
    .operands = "FILE|- …",
    .summary = "print the names of persons, places and organisations",
    .description =
        "Prints the words of plain texts, one a line, each with B-PER, B-LOC, B-ORG, B-OTH where a name begins, I-PER, … where\n"
        "it goes on, and O elsewhere, as the GermEval 2014 task has its outer names. A blank line ends a sentence.\n",
    .examples =
        "  laut names --tsv text.txt > names.tsv\n"
        "  laut names --tsv --pretokenized words.tsv            columns after number and word are left aside\n"
        "  echo 'Mark Rutte reiste nach Tel Aviv.' | laut names --tsv -\n",
    .options = names__options,
    .option_count = NAMES_OPTION_COUNT,
    .run = names__run,
};

static int names__run(const struct arguments *arguments)
{
    long count = jobs_processors();
    if (!value_whole(arguments, NAMES_JOBS, 1, 256, &count))
        return STATUS_USAGE;
    if (arguments->operand_count == 0)
        return arguments_refuse(arguments->command, "name files to look for names in, or - for standard input");
    struct jobs jobs = {.count = (unsigned)count, .format = LAUT_FORMAT_NAMES};
    const struct output_plan plan = {
        .engine = {.image_path = arguments->values[NAMES_DATA], .tables_folder = arguments->values[NAMES_TABLES]},
        .source = {.input = arguments->values[NAMES_PRETOKENIZED] ? LAUT_INPUT_WORDS : LAUT_INPUT_BARE_TEXT},
        .paths = arguments->operands, .path_count = arguments->operand_count};
    return output_run(&plan, &jobs);
}
