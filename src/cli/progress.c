/* cli/progress.c: how far the reading is, told at most ten times a second. */
#include "cli/progress.h"

#include <time.h>
#include <unistd.h>

enum { BAR_COLUMNS = 30 };

static double progress__clock(void)
{
    struct timespec now;
    return clock_gettime(CLOCK_MONOTONIC, &now) == 0 ? (double)now.tv_sec + (double)now.tv_nsec * 1e-9 : 0;
}

struct progress progress_begin(const struct laut_source *source)
{
    const bool wanted = isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) != 1;
    return (struct progress){.source = wanted ? source : NULL, .begin_s = progress__clock()};
}

void progress_show(struct progress *progress)
{
    progress->reports++;
    if (!progress->source)
        return;
    const double now = progress__clock(), share = laut_source_progress(progress->source);
    if (now - progress->begin_s < 1 || now - progress->shown_s < 0.1)
        return;
    progress->shown_s = now;
    if (share < 0) {
        (void)fprintf(stderr, "\r\033[Klaut: %zu reports", progress->reports);
        return;
    }
    char bar[BAR_COLUMNS + 1];
    for (int i = 0; i < BAR_COLUMNS; i++)
        bar[i] = i < (int)(share * BAR_COLUMNS) ? '=' : ' ';
    bar[BAR_COLUMNS] = '\0';
    (void)fprintf(stderr, "\r\033[Klaut: [%s] %3.0f %%  %zu reports", bar, share * 100, progress->reports);
}

void progress_clear(struct progress *progress)
{
    if (progress->shown_s > 0)
        (void)fputs("\r\033[K", stderr);
    progress->shown_s = 0;
}
