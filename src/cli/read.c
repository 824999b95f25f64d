/* cli/read.c: laut read: reports in; a ledger, records, a table or TimeML out. */
#include "cli/cli.h"
#include "cli/jobs.h"
#include "cli/output.h"
#include "cli/values.h"

#include <stdlib.h>
#include <string.h>

enum { READ_JSON, READ_FORMAT, READ_OUT, READ_PUBLISHED, READ_LANGUAGE, READ_TABLES, READ_JOBS, READ_MIN_CONFIDENCE, READ_COLOR, READ_WIDTH,
       READ_DATA, READ_OPTION_COUNT };

static const struct option_form read__options[READ_OPTION_COUNT] = {
    [READ_JSON] = {"json", 0, NULL, "one JSON record a line: the same as --format jsonl"},
    [READ_FORMAT] = {"format", 'f', "FORMAT",
                     "text    a ledger of claims for people (default on a terminal)\n"
                     "jsonl   one JSON record per report (default in a pipe)\n"
                     "csv     one line per event, for a spreadsheet or R\n"
                     "timeml  the text with TIMEX3 tags"},
    [READ_OUT] = {"out", 'o', "DIR", "with timeml: write a file per report there, under its name"},
    [READ_PUBLISHED] = {"published", 'p', "DATE",
                        "day of publication (YYYY-MM-DD) of reports that do not tell\n"
                        "their own; 'am Dienstag' is counted from it"},
    [READ_LANGUAGE] = {"language", 'l', "LANG", "only reports in this language (de): others are passed over"},
    [READ_TABLES] = {"tables", 't', "DIR", "your own tables, laid over the shipped ones"},
    [READ_JOBS] = {"jobs", 'j', "N", "threads; default: all processors. The output is the same"},
    [READ_MIN_CONFIDENCE] = {"min-confidence", 0, "X", "leave out events below X, 0 to 1 (see the manual)"},
    [READ_COLOR] = {"color", 0, "WHEN", "always, never or auto; auto heeds NO_COLOR"},
    [READ_WIDTH] = {"width", 0, "N", "columns of the ledger; default: the terminal's"},
    [READ_DATA] = {"data", 0, "FILE", "the image of tables, lexicon and model (default: LAUT_DATA,\n"
                   "else as installed)"},
};

static int read__run(const struct arguments *arguments);

const struct command command_read = {
    .name = "read",
    .operands = "FILE|DIR|- …",
    .summary = "code reports: files, folders or '-' for standard input",
    .description =
        "Codes German news reports. A FILE holds JSON Lines (id, title, published, text, uri, publisher), the plain text of\n"
        "one report as a news site gives it, a web page, a feed, a newsroom's file (NewsML-G2, NITF, ninjs), a document\n"
        "(DOCX, ODT, RTF, PDF), a crawl (WARC) or TimeML, compressed or in an archive too; a DIR any of these. Each event says\n"
        "who did what to whom, with which arms, when and where, according to whom, and how sure that source is. A report that\n"
        "cannot be read gets a message, the others are still read.\n",
    .examples =
        "  laut read examples/reports.jsonl                     a ledger, for reading\n"
        "  laut read --json reports/ > records.jsonl            records, for programs\n"
        "  laut read --format csv reports/ > events.csv         a table of events\n"
        "  laut read --published 2024-01-05 report.txt          the text does not tell its date\n"
        "  echo 'Teheran liefert Drohnen.' | laut read -        a sentence\n",
    .options = read__options,
    .option_count = READ_OPTION_COUNT,
    .run = read__run,
};

static bool read__format(const struct arguments *arguments, enum laut_format *format)
{
    static const struct { const char *name; enum laut_format format; } formats[] = {
        {"text", LAUT_FORMAT_LEDGER}, {"jsonl", LAUT_FORMAT_JSON}, {"csv", LAUT_FORMAT_CSV}, {"timeml", LAUT_FORMAT_TIMEML},
        {"json", LAUT_FORMAT_JSON}};
    const char *const name = arguments->values[READ_JSON] ? "jsonl" : arguments->values[READ_FORMAT];
    *format = output_is_terminal() ? LAUT_FORMAT_LEDGER : LAUT_FORMAT_JSON;
    if (!name)
        return true;
    const char *names[4];
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (strcmp(formats[i].name, name) == 0) {
            *format = formats[i].format;
            return true;
        }
        if (i < 4)
            names[i] = formats[i].name;
    }
    const char *const nearest = arguments_nearest(name, names, 4);
    (void)arguments_refuse(arguments->command, "no format '%s'; %s%s%sthere are text, jsonl, csv and timeml", name,
                           nearest ? "did you mean '" : "", nearest ? nearest : "", nearest ? "'? " : "");
    return false;
}

static bool read__colour(const struct arguments *arguments, bool *colour)
{
    const char *const when = arguments->values[READ_COLOR] ? arguments->values[READ_COLOR] : "auto";
    const char *const refused = getenv("NO_COLOR"), *const terminal = getenv("TERM");
    if (strcmp(when, "always") == 0)
        *colour = true;
    else if (strcmp(when, "never") == 0)
        *colour = false;
    else if (strcmp(when, "auto") == 0)
        *colour = output_is_terminal() && !(refused && refused[0]) && !(terminal && strcmp(terminal, "dumb") == 0);
    else
        return arguments_refuse(arguments->command, "--color is always, never or auto, not '%s'", when) == STATUS_DONE;
    return true;
}

/* Options into jobs; false: a message was printed. */
static bool read__settings(const struct arguments *arguments, struct jobs *jobs)
{
    const char *const *const values = arguments->values;
    double confidence = 0;
    long count = jobs_processors(), width = (long)output_width();
    if (!read__format(arguments, &jobs->format) || !read__colour(arguments, &jobs->style.colour) ||
        !value_number(arguments, READ_MIN_CONFIDENCE, 0, 1, &confidence) ||
        !value_whole(arguments, READ_JOBS, 1, 256, &count) || !value_whole(arguments, READ_WIDTH, 20, 1000, &width) ||
        !value_date(arguments, READ_PUBLISHED))
        return false;
    jobs->count = (unsigned)count;
    jobs->style.width = (unsigned)width;
    jobs->style.min_confidence = confidence;
    if (values[READ_OUT] && jobs->format != LAUT_FORMAT_TIMEML)
        return arguments_refuse(arguments->command, "--out goes with --format timeml; write other formats with > FILE") == 0;
    if (arguments->operand_count == 0)
        return arguments_refuse(arguments->command, "name files or folders to read, or - for standard input") == 0;
    return true;
}

static int read__run(const struct arguments *arguments)
{
    struct jobs jobs = {.count = 1};
    if (!read__settings(arguments, &jobs))
        return STATUS_USAGE;
    const struct output_plan plan = {
        .engine = {.image_path = arguments->values[READ_DATA], .tables_folder = arguments->values[READ_TABLES]},
        .source = {.published = arguments->values[READ_PUBLISHED], .language = arguments->values[READ_LANGUAGE]},
        .paths = arguments->operands, .path_count = arguments->operand_count, .folder = arguments->values[READ_OUT]};
    return output_run(&plan, &jobs);
}
