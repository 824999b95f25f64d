/* cli/parse.c: laut parse: tokens and trees as CoNLL-U, for linguists and for measuring. */
#include "cli/cli.h"
#include "cli/jobs.h"
#include "cli/output.h"
#include "cli/values.h"

enum { PARSE_CONLLU, PARSE_PRETOKENIZED, PARSE_TABLES, PARSE_JOBS, PARSE_DATA, PARSE_OPTION_COUNT };

static const struct option_form parse__options[PARSE_OPTION_COUNT] = {
    [PARSE_CONLLU] = {"conllu", 0, NULL, "print CoNLL-U (there is no other format yet)"},
    [PARSE_PRETOKENIZED] = {"pretokenized", 0, NULL, "FILE is CoNLL-U: keep its sentences and words"},
    [PARSE_TABLES] = {"tables", 't', "DIR", "your own tables, laid over the shipped ones"},
    [PARSE_JOBS] = {"jobs", 'j', "N", "threads; default: all processors. The output is the same"},
    [PARSE_DATA] = {"data", 0, "FILE", "the image of tables, lexicon and model (default: LAUT_DATA,\n"
                    "else as installed)"},
};

static int parse__run(const struct arguments *arguments);

const struct command command_parse = {
    .name = "parse",
    .operands = "FILE|- …",
    .summary = "print tokens, tags and dependency trees as CoNLL-U",
    .description =
        "Prints the words of plain texts with lemma, part of speech, features and dependency tree, in the conventions of the\n"
        "treebank UD German GSD. In a FILE a blank line ends a paragraph; a sentence never goes beyond one.\n",
    .examples =
        "  laut parse --conllu text.txt > text.conllu\n"
        "  laut parse --conllu --pretokenized gold.conllu       only tags and trees are laut's own\n"
        "  echo 'Er rief die Armee auf.' | laut parse --conllu -\n",
    .options = parse__options,
    .option_count = PARSE_OPTION_COUNT,
    .run = parse__run,
};

static int parse__run(const struct arguments *arguments)
{
    long count = jobs_processors();
    if (!value_whole(arguments, PARSE_JOBS, 1, 256, &count))
        return STATUS_USAGE;
    if (arguments->operand_count == 0)
        return arguments_refuse(arguments->command, "name files to parse, or - for standard input");
    struct jobs jobs = {.count = (unsigned)count, .format = LAUT_FORMAT_CONLLU};
    const struct output_plan plan = {
        .engine = {.image_path = arguments->values[PARSE_DATA], .tables_folder = arguments->values[PARSE_TABLES]},
        .source = {.input = arguments->values[PARSE_PRETOKENIZED] ? LAUT_INPUT_CONLLU : LAUT_INPUT_BARE_TEXT},
        .paths = arguments->operands, .path_count = arguments->operand_count};
    return output_run(&plan, &jobs);
}
