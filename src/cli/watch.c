/* cli/watch.c: a file counts as arrived when its writer has closed it or it was moved here (inotify); what was there before comes first.
 * Names that begin with a dot or end in .part, .tmp or ~ are being written. A file that is only half there gives a message, and is
 * added when it is closed again. */
#include "cli/watch.h"

#include "cli/cli.h"
#include "cli/ending.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { PATH_BYTES = 4096, EVENT_BYTES = 16384 };

struct watch {
    struct laut_archive *archive;
    struct laut_engine *engine;
    const struct adding_plan *plan;
    const char *folder;
    int inotify, signals;
};

static bool watch__is_whole(const char *name)
{
    static const char *const unfinished[] = {".part", ".tmp", "~"};
    const size_t length = strlen(name);
    for (size_t i = 0; i < sizeof unfinished / sizeof unfinished[0]; i++) {
        const size_t ending = strlen(unfinished[i]);
        if (length >= ending && strcmp(name + length - ending, unfinished[i]) == 0)
            return false;
    }
    return name[0] != '.' && name[0] != '\0';
}

/* One line: when, which file, what became of it. False: the archive cannot be written. */
static bool watch__add(struct watch *watch, const char *name)
{
    char path[PATH_BYTES], moment[32];
    struct stat status;
    struct adding_sum sum = {.new = 0};
    const char *const paths[] = {path};
    struct adding_plan plan = *watch->plan;
    if (!watch__is_whole(name) || (size_t)snprintf(path, sizeof path, "%s/%s", watch->folder, name) >= sizeof path ||
        stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return true;
    plan.paths = paths;
    plan.path_count = 1;
    plan.jobs = 1;
    (void)adding_coded(watch->archive, watch->engine, &plan, &sum);
    const time_t now = time(NULL);
    struct tm date;
    (void)strftime(moment, sizeof moment, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &date));
    (void)printf("%s  %s  %zu new reports, %zu new versions, %zu without change, %zu refused; %zu new claims\n", moment, path, sum.new,
                 sum.versions, sum.same, sum.refused, sum.claims);
    return fflush(stdout) == 0 && !sum.broken;
}

static int watch__by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool watch__before(struct watch *watch)
{
    struct dirent **entries;
    const int count = scandir(watch->folder, &entries, NULL, watch__by_name);
    bool going = count >= 0;
    for (int i = 0; i < count; i++) {
        going = going && watch__add(watch, entries[i]->d_name);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    return going;
}

static bool watch__events(struct watch *watch)
{
    _Alignas(struct inotify_event) char events[EVENT_BYTES];
    const ssize_t length = read(watch->inotify, events, sizeof events);
    for (ssize_t at = 0; at < length;) {
        const struct inotify_event *const event = (const struct inotify_event *)(const void *)(events + at);
        if (event->mask & IN_Q_OVERFLOW) {       /* more arrived than the system remembers: look at all of it */
            if (!watch__before(watch))
                return false;
        } else if (event->mask & IN_IGNORED) {
            (void)fprintf(stderr, "laut: %s: the folder is gone\n", watch->folder);
            return false;
        } else if (event->len && !watch__add(watch, event->name)) {
            return false;
        }
        at += (ssize_t)(sizeof *event + event->len);
    }
    return length > 0 || errno == EINTR || errno == EAGAIN;
}

/* False: the archive or the folder failed; true: told to end. */
static bool watch__loop(struct watch *watch)
{
    struct pollfd sides[] = {{.fd = watch->inotify, .events = POLLIN}, {.fd = watch->signals, .events = POLLIN}};
    if (!watch__before(watch))
        return false;
    for (;;) {
        if (poll(sides, 2, -1) < 0 && errno != EINTR)
            return false;
        if (sides[1].revents)
            return true;
        if (sides[0].revents && !watch__events(watch))
            return false;
    }
}

static bool watch__open(struct watch *watch)
{
    watch->inotify = inotify_init1(IN_CLOEXEC);
    watch->signals = ending_open();
    return watch->inotify >= 0 && watch->signals >= 0 &&
           inotify_add_watch(watch->inotify, watch->folder, IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR) >= 0;
}

int watch_folder(struct laut_archive *archive, const struct adding_plan *plan, const char *folder)
{
    struct laut_error error = {.line = 0};
    struct watch watch = {.archive = archive, .plan = plan, .folder = folder, .engine = laut_engine_open(&plan->engine, &error),
                          .inotify = -1, .signals = -1};
    bool done = false;
    if (!watch.engine) {
        cli_print_error(&error);
    } else if (!watch__open(&watch)) {
        (void)fprintf(stderr, "laut: %s: cannot be watched: %s; name a folder\n", folder, strerror(errno));
    } else {
        (void)fprintf(stderr, "laut: watching %s; end with Ctrl-C\n", folder);
        done = watch__loop(&watch);
    }
    if (watch.inotify >= 0)
        (void)close(watch.inotify);
    if (watch.signals >= 0)
        (void)close(watch.signals);
    laut_engine_free(watch.engine);
    return done ? STATUS_DONE : STATUS_REFUSED;
}
