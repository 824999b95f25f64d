/* cli/adding.c: see cli/adding.h. */
#include "cli/adding.h"

#include "cli/cli.h"
#include "cli/progress.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { ERRORS_IN_A_ROW = 3 };

struct adder {
    struct laut_archive *archive;
    const struct adding_plan *plan;
    struct adding_sum *sum;
    struct progress progress;
    size_t failures;                 /* writes in a row that failed */
};

static void adder__line(const char *input, unsigned line, enum laut_adding adding, const struct laut_added *added)
{
    static const char *const words[] = {"new", "new version", "no change"};
    (void)printf("%s", added->report);
    (void)printf("  %s", words[adding]);
    if (adding == LAUT_ADDING_NEW)
        (void)printf(", %zu claims", added->added);
    if (adding == LAUT_ADDING_VERSION)
        (void)printf(" %u: %zu claims added, %zu withdrawn, %zu changed, %zu kept", added->version, added->added, added->withdrawn,
                     added->changed, added->kept);
    (void)printf(line ? "  %s:%u\n" : "  %s\n", input, line);
    (void)fflush(stdout);
}

/* False: go on no more. */
static bool adder__add(struct adder *adder, const char *record, size_t length, const struct laut_original *original, const char *input, unsigned line)
{
    struct laut_added added;
    struct laut_error error = {.line = 0};
    const enum laut_adding adding = laut_archive_add(adder->archive, record, length, original, &added, &error);
    struct adding_sum *const sum = adder->sum;
    sum->new += adding == LAUT_ADDING_NEW;
    sum->versions += adding == LAUT_ADDING_VERSION;
    sum->same += adding == LAUT_ADDING_SAME;
    sum->refused += adding == LAUT_ADDING_REFUSED;
    sum->claims += added.added;
    if (adding != LAUT_ADDING_REFUSED) {
        adder->failures = 0;
        if (adder->plan->verbose)
            adder__line(input, line, adding, &added);
        return true;
    }
    progress_clear(&adder->progress);
    sum->broken = error.file[0] && ++adder->failures == ERRORS_IN_A_ROW;      /* the error names the archive: no fault of the record */
    if (!error.file[0]) {
        (void)snprintf(error.file, sizeof error.file, "%s", input);
        error.line = line;
    }
    cli_print_error(&error);
    return !sum->broken;
}

static bool adder__emit(void *context, const struct job_result *result)
{
    struct adder *const adder = context;
    bool going = true;
    if (result->failed) {
        progress_clear(&adder->progress);
        cli_print_error(&result->error);
        adder->sum->refused++;
    } else {
        going = adder__add(adder, result->bytes, result->length, result->original.bytes ? &result->original : NULL, result->input, result->input_line);
    }
    progress_show(&adder->progress);
    return going;
}

bool adding_coded(struct laut_archive *archive, const struct laut_engine *engine, const struct adding_plan *plan, struct adding_sum *sum)
{
    struct laut_error error = {.line = 0};
    struct laut_source *const source = laut_source_open(engine, plan->paths, plan->path_count, &plan->source, &error);
    struct adder adder = {.archive = archive, .plan = plan, .sum = sum};
    if (!source) {
        cli_print_error(&error);
        return false;
    }
    adder.progress = progress_begin(source);
    const struct jobs jobs = {.count = plan->jobs, .format = LAUT_FORMAT_JSON, .keep_bytes = plan->source.keep_bytes, .emit = adder__emit, .context = &adder};
    const bool done = jobs_run(source, &jobs, &error);
    progress_clear(&adder.progress);
    if (!done && error.message[0])
        cli_print_error(&error);
    laut_source_free(source);
    return done;
}

void adding_tell(const struct adding_sum *sum)
{
    (void)fprintf(stderr, "laut: %zu new reports, %zu new versions, %zu without change, %zu refused; %zu new claims\n", sum->new, sum->versions,
                  sum->same, sum->refused, sum->claims);
}

int adding_reports(struct laut_archive *archive, const struct adding_plan *plan)
{
    struct laut_error error = {.line = 0};
    struct adding_sum sum = {.new = 0};
    struct laut_engine *const engine = laut_engine_open(&plan->engine, &error);
    if (!engine) {
        cli_print_error(&error);
        return STATUS_REFUSED;
    }
    const bool done = adding_coded(archive, engine, plan, &sum);
    laut_engine_free(engine);
    adding_tell(&sum);
    return done && !sum.refused ? STATUS_DONE : STATUS_REFUSED;
}

static bool adding__stream(struct adder *adder, FILE *stream, const char *name)
{
    char *line = NULL;
    size_t capacity = 0;
    bool going = true;
    ssize_t length;
    for (unsigned number = 1; going && (length = getline(&line, &capacity, stream)) >= 0; number++)
        if (length > 0 && line[strspn(line, " \t\r\n")])
            going = adder__add(adder, line, (size_t)length, NULL, name, number);
    free(line);
    return going;
}

int adding_records(struct laut_archive *archive, const struct adding_plan *plan)
{
    struct adding_sum sum = {.new = 0};
    struct adder adder = {.archive = archive, .plan = plan, .sum = &sum};
    bool going = true;
    for (size_t i = 0; going && i < plan->path_count; i++) {
        const bool input = strcmp(plan->paths[i], "-") == 0;
        FILE *const file = input ? stdin : fopen(plan->paths[i], "r");
        if (!file) {
            (void)fprintf(stderr, "laut: %s: cannot be read: %s\n", plan->paths[i], strerror(errno));
            sum.refused++;
            continue;
        }
        going = adding__stream(&adder, file, plan->paths[i]);
        if (!input)
            (void)fclose(file);
    }
    adding_tell(&sum);
    return going && !sum.refused ? STATUS_DONE : STATUS_REFUSED;
}
