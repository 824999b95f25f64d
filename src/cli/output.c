/* cli/output.c: prints results in order. A pipe that its reader closed ends the run without an error; a disk that is full ends
 * it with one. */
#include "cli/output.h"

#include "cli/cli.h"
#include "cli/progress.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

struct output {
    const struct output_plan *plan;
    struct progress progress;
    bool closed;                     /* the reader has closed the pipe */
    bool broken;                     /* the output cannot be written */
    bool refused;                    /* a report could not be read */
};

bool output_is_terminal(void)
{
    return isatty(STDOUT_FILENO) == 1;
}

unsigned output_width(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
        return size.ws_col;
    const char *const columns = getenv("COLUMNS");
    const long number = columns ? strtol(columns, NULL, 10) : 0;
    return number >= 20 && number <= 1000 ? (unsigned)number : 100;
}

/* After a failed write to standard output. Returns false. */
static bool output__failed(struct output *output, const char *name)
{
    output->closed = errno == EPIPE;
    output->broken = !output->closed;
    progress_clear(&output->progress);
    if (output->broken)
        (void)fprintf(stderr, "laut: %s: cannot be written: %s; make room on the disk, or write elsewhere\n", name,
                      strerror(errno));
    return false;
}

/* DIR/NAME for a report: its file's own name, or its id with .tml. */
static bool output__file_name(const struct output *output, const struct job_result *result, char *path, size_t size)
{
    const char *const slash = strrchr(result->input, '/');
    const char *const name = slash ? slash + 1 : result->input;
    const size_t length = strlen(name);
    if (result->input_line == 0 && length > 4 && strcmp(name + length - 4, ".tml") == 0)
        return (size_t)snprintf(path, size, "%s/%s", output->plan->folder, name) < size;
    char id[sizeof result->id];
    (void)snprintf(id, sizeof id, "%s", result->id);
    for (char *c = id; *c; c++)
        if (*c == '/')
            *c = '_';
    return (size_t)snprintf(path, size, "%s/%s.tml", output->plan->folder, id[0] && id[0] != '.' ? id : "report") < size;
}

static bool output__file(struct output *output, const struct job_result *result)
{
    char path[4096];
    if (!output__file_name(output, result, path, sizeof path)) {
        errno = ENAMETOOLONG;
        return output__failed(output, output->plan->folder);
    }
    FILE *const file = fopen(path, "wb");
    if (!file)
        return output__failed(output, path);
    const bool written = fwrite(result->bytes, 1, result->length, file) == result->length;
    return (fclose(file) == 0 && written) || output__failed(output, path);
}

static bool output__emit(void *context, const struct job_result *result)
{
    struct output *const output = context;
    if (result->failed) {
        progress_clear(&output->progress);
        cli_print_error(&result->error);
        output->refused = true;
    } else if (output->plan->folder) {
        if (!output__file(output, result))
            return false;
    } else if (fwrite(result->bytes, 1, result->length, stdout) != result->length || fflush(stdout) != 0) {
        return output__failed(output, "standard output");
    }
    progress_show(&output->progress);
    return true;
}

static bool output__begin(struct output *output, const struct jobs *jobs)
{
    const char *const folder = output->plan->folder;
    if (folder) {
        if (mkdir(folder, 0777) == 0 || errno == EEXIST)
            return true;
        return output__failed(output, folder);
    }
    struct laut_error error = {.line = 0};
    errno = 0;
    return (laut_format_begin(jobs->format, &jobs->style, stdout, &error) && fflush(stdout) == 0) ||
           output__failed(output, "standard output");
}

static int output__source(struct output *output, const struct laut_engine *engine, struct jobs *jobs)
{
    const struct output_plan *const plan = output->plan;
    struct laut_error error = {.line = 0};
    struct laut_source *const source = laut_source_open(engine, plan->paths, plan->path_count, &plan->source, &error);
    if (!source) {
        cli_print_error(&error);
        return STATUS_REFUSED;
    }
    output->progress = progress_begin(source);
    if (output__begin(output, jobs) && !jobs_run(source, jobs, &error) && !output->closed && !output->broken) {
        cli_print_error(&error);
        output->broken = true;
    }
    progress_clear(&output->progress);
    laut_source_free(source);
    return output->broken || (output->refused && !output->closed) ? STATUS_REFUSED : STATUS_DONE;
}

int output_run(const struct output_plan *plan, struct jobs *jobs)
{
    struct output output = {.plan = plan};
    struct laut_error error = {.line = 0};
    jobs->emit = output__emit;
    jobs->context = &output;
    struct laut_engine *const engine = laut_engine_open(&plan->engine, &error);
    if (!engine) {
        cli_print_error(&error);
        return STATUS_REFUSED;
    }
    const int status = output__source(&output, engine, jobs);
    laut_engine_free(engine);
    return status;
}
