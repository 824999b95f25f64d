/* cli/explain.c: laut explain: why words were coded as they were, or not. */
#include "cli/cli.h"
#include "cli/jobs.h"
#include "cli/output.h"
#include "cli/values.h"

#include <stdio.h>

enum { EXPLAIN_TEXT, EXPLAIN_EVENT, EXPLAIN_PUBLISHED, EXPLAIN_TABLES, EXPLAIN_DATA, EXPLAIN_OPTION_COUNT };

static const struct option_form explain__options[EXPLAIN_OPTION_COUNT] = {
    [EXPLAIN_TEXT] = {"text", 0, "WORDS", "explain these words instead of a file"},
    [EXPLAIN_EVENT] = {"event", 'e', "ID", "this event alone: an id as laut read --json gives it (E3)"},
    [EXPLAIN_PUBLISHED] = {"published", 'p', "DATE", "day of publication, for reports that do not tell it"},
    [EXPLAIN_TABLES] = {"tables", 't', "DIR", "your own tables, laid over the shipped ones"},
    [EXPLAIN_DATA] = {"data", 0, "FILE", "the image of tables, lexicon and model (default: LAUT_DATA,\n"
                      "else as installed)"},
};

static int explain__run(const struct arguments *arguments);

const struct command command_explain = {
    .name = "explain",
    .operands = "FILE|DIR|- …",
    .summary = "tell why acts were coded as they were, or not",
    .description =
        "For every sentence with a word that may name an act: the tree; what hangs on the word; the lines of the tables that were\n"
        "tried, which was taken and what the others lack; how actors and recipients were found; who says so and how sure it is;\n"
        "and if nothing was coded, why. The way to find the line that a wrong coding comes from.\n",
    .examples =
        "  laut explain --text 'Teheran dementiert, Drohnen geliefert zu haben.'\n"
        "  laut explain --event E3 report.txt\n"
        "  laut explain --tables my-tables report.txt | less\n",
    .options = explain__options,
    .option_count = EXPLAIN_OPTION_COUNT,
    .run = explain__run,
};

static int explain__words(const struct arguments *arguments, const struct laut_style *style)
{
    struct laut_error error = {.line = 0};
    const struct laut_engine_options options = {.image_path = arguments->values[EXPLAIN_DATA],
                                                .tables_folder = arguments->values[EXPLAIN_TABLES]};
    const struct laut_report_given given = {.text = arguments->values[EXPLAIN_TEXT],
                                            .published = arguments->values[EXPLAIN_PUBLISHED]};
    struct laut_engine *const engine = laut_engine_open(&options, &error);
    struct laut_document *const document = engine ? laut_document_read(engine, &given, &error) : NULL;
    const bool done = document && laut_document_write(document, LAUT_FORMAT_EXPLANATION, style, stdout, &error) && fflush(stdout) == 0;
    if (!done)
        cli_print_error(&error);
    laut_document_free(document);
    laut_engine_free(engine);
    return done ? STATUS_DONE : STATUS_REFUSED;
}

static int explain__run(const struct arguments *arguments)
{
    struct jobs jobs = {.count = 1, .format = LAUT_FORMAT_EXPLANATION, .style = {.event = arguments->values[EXPLAIN_EVENT]}};
    if (!value_date(arguments, EXPLAIN_PUBLISHED))
        return STATUS_USAGE;
    if (arguments->values[EXPLAIN_TEXT] && arguments->operand_count > 0)
        return arguments_refuse(arguments->command, "explain either --text or files");
    if (arguments->values[EXPLAIN_TEXT])
        return explain__words(arguments, &jobs.style);
    if (arguments->operand_count == 0)
        return arguments_refuse(arguments->command, "name files or folders, - for standard input, or --text WORDS");
    const struct output_plan plan = {
        .engine = {.image_path = arguments->values[EXPLAIN_DATA], .tables_folder = arguments->values[EXPLAIN_TABLES]},
        .source = {.published = arguments->values[EXPLAIN_PUBLISHED]},
        .paths = arguments->operands, .path_count = arguments->operand_count};
    return output_run(&plan, &jobs);
}
