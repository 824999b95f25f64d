/* cli/score.c: laut score: how right the coding is on one's own texts, and how well people agree on that. */
#include "cli/score.h"

#include "cli/cli.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SCORE_JSON, SCORE_OPTION_COUNT };

static const struct option_form score__options[SCORE_OPTION_COUNT] = {[SCORE_JSON] = {"json", 0, NULL, "one JSON object, for programs"}};

static int score__compare(const void *a, const void *b)
{
    const struct judgement *const left = a, *const right = b;
    const int order = strcmp(left->claim, right->claim);
    return order ? order : strcmp(left->coder, right->coder);
}

static const char *score__name(int field)
{
    return field == JUDGED_FIELDS ? "all of them" : sheet_fields[field];
}

static json_t *score__number(double value)
{
    return isnan(value) ? json_null() : json_real(value);
}

static int score__json(const struct sheet *sheet)
{
    json_t *const fields = json_object(), *const root = json_pack("{s:I,s:o}", "lines", (json_int_t)sheet->count, "fields", fields);
    for (int field = 0; root && field <= JUDGED_FIELDS; field++) {
        const struct share share = score_share(sheet, field);
        const struct agreement agreement = score_agreement(sheet, field);
        (void)json_object_set_new(fields, field == JUDGED_FIELDS ? "all" : sheet_fields[field],
                                  json_pack("{s:I,s:I,s:o,s:o,s:o,s:I,s:o,s:o,s:o}", "judged", (json_int_t)share.judged, "right", (json_int_t)share.right,
                                            "precision", score__number(share.precision), "low", score__number(share.low), "high", score__number(share.high),
                                            "judged_twice", (json_int_t)agreement.claims, "agreement", score__number(agreement.observed), "kappa",
                                            score__number(agreement.kappa), "alpha", score__number(agreement.alpha)));
    }
    const bool done = root && json_dumpf(root, stdout, JSON_COMPACT | JSON_REAL_PRECISION(6)) == 0 && putchar('\n') != EOF;
    json_decref(root);
    return done ? STATUS_DONE : STATUS_REFUSED;
}

static void score__share_line(int field, const struct share *share)
{
    if (share->judged)
        (void)printf("%-12s %6zu %6zu   %5.1f %%   %5.1f to %5.1f\n", score__name(field), share->judged, share->right, 100 * share->precision,
                     100 * share->low, 100 * share->high);
}

static void score__measure(double value)
{
    if (isnan(value))
        (void)printf("       -");
    else
        (void)printf("  %6.2f", value);
}

static int score__table(const struct sheet *sheet)
{
    bool twice = false;
    (void)printf("field        judged  right   precision  95 %% interval\n");
    for (int field = 0; field <= JUDGED_FIELDS; field++) {
        const struct share share = score_share(sheet, field);
        score__share_line(field, &share);
        twice = twice || score_agreement(sheet, field).claims > 0;
    }
    (void)puts(twice ? "\nfield        judged twice  agree   kappa   alpha" : "\nNo claim was judged by two people: agreement cannot be told.");
    for (int field = 0; twice && field <= JUDGED_FIELDS; field++) {
        const struct agreement agreement = score_agreement(sheet, field);
        if (!agreement.claims)
            continue;
        (void)printf("%-12s %12zu %5.1f %%", score__name(field), agreement.claims, 100 * agreement.observed);
        score__measure(agreement.kappa);
        score__measure(agreement.alpha);
        (void)putchar('\n');
    }
    return fflush(stdout) == 0 ? STATUS_DONE : STATUS_REFUSED;
}

static int score__run(const struct arguments *arguments)
{
    struct sheet sheet = {.count = 0};
    bool done = true;
    int status = STATUS_REFUSED;
    if (!arguments->operand_count)
        return arguments_refuse(arguments->command, "name filled sheets; laut sample prints empty ones");
    for (size_t i = 0; i < arguments->operand_count; i++)
        done = sheet_read(&sheet, arguments->operands[i]) && done;
    if (done && sheet.count)
        qsort(sheet.items, sheet.count, sizeof *sheet.items, score__compare);
    if (done && !score_share(&sheet, JUDGED_FIELDS).judged)
        (void)fputs("laut: nothing is judged in these sheets: write y or n into the columns right_…\n", stderr);
    else if (done)
        status = arguments->values[SCORE_JSON] ? score__json(&sheet) : score__table(&sheet);
    sheet_free(&sheet);
    return status;
}

const struct command command_score = {
    .name = "score", .operands = "SHEET …", .summary = "how right the coding is, from filled coding sheets",
    .description =
        "Reads sheets of laut sample that people have filled, and prints for each field how often the machine is right, weighted by what each line\n"
        "stands for, with Wilson's interval at 95 %. Where two people or more judged a claim, it prints how often they agree, Cohen's kappa of the\n"
        "first two (in the order of their names) and Krippendorff's alpha of all. A sheet without names in 'coder' is one person's, its file's.\n"
        "Where right_event is n, what is not judged counts as wrong.\n",
    .examples = "  laut score sheet.csv\n  laut score ada.csv ben.csv --json\n",
    .options = score__options, .option_count = SCORE_OPTION_COUNT, .run = score__run};
