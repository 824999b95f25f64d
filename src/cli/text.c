/* cli/text.c: laut text: what would be read of files, for a look before anything is coded. */
#include "cli/cli.h"
#include "cli/jobs.h"
#include "cli/output.h"
#include "cli/values.h"

enum { TEXT_JSON, TEXT_PUBLISHED, TEXT_LANGUAGE, TEXT_TABLES, TEXT_JOBS, TEXT_DATA, TEXT_OPTION_COUNT };

static const struct option_form text__options[TEXT_OPTION_COUNT] = {
    [TEXT_JSON] = {"json", 0, NULL, "one JSON object a line: file, title, published, text …"},
    [TEXT_PUBLISHED] = {"published", 'p', "DATE", "day of publication of reports that do not tell their own"},
    [TEXT_LANGUAGE] = {"language", 'l', "LANG", "only reports in this language (de): others are passed over"},
    [TEXT_TABLES] = {"tables", 't', "DIR", "your own tables, laid over the shipped ones"},
    [TEXT_JOBS] = {"jobs", 'j', "N", "threads; default: all processors. The output is the same"},
    [TEXT_DATA] = {"data", 0, "FILE", "the image of tables, lexicon and model (default: LAUT_DATA,\n"
                   "else as installed)"},
};

static int text__run(const struct arguments *arguments);

const struct command command_text = {
    .name = "text",
    .operands = "FILE|DIR|- …",
    .summary = "print the text, title and date that would be read",
    .description =
        "Prints what 'laut read' would take as a report: of a web page the main text without navigation, teasers and comments,\n"
        "with title, day of publication, publisher and address; of other files their text. Nothing is coded.\n",
    .examples =
        "  laut text page.html                                  look whether the right text is taken\n"
        "  laut text --json pages/ > texts.jsonl                for programs; 'laut read texts.jsonl' reads it again\n",
    .options = text__options,
    .option_count = TEXT_OPTION_COUNT,
    .run = text__run,
};

static int text__run(const struct arguments *arguments)
{
    long count = jobs_processors();
    if (!value_whole(arguments, TEXT_JOBS, 1, 256, &count) || !value_date(arguments, TEXT_PUBLISHED))
        return STATUS_USAGE;
    if (arguments->operand_count == 0)
        return arguments_refuse(arguments->command, "name files or folders to read, or - for standard input");
    struct jobs jobs = {.count = (unsigned)count, .format = arguments->values[TEXT_JSON] ? LAUT_FORMAT_READING_JSON : LAUT_FORMAT_READING};
    const struct output_plan plan = {
        .engine = {.image_path = arguments->values[TEXT_DATA], .tables_folder = arguments->values[TEXT_TABLES]},
        .source = {.published = arguments->values[TEXT_PUBLISHED], .language = arguments->values[TEXT_LANGUAGE]},
        .paths = arguments->operands, .path_count = arguments->operand_count};
    return output_run(&plan, &jobs);
}
