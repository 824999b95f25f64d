/* report/tool.c: input and output are files in memory (memfd_create), so that neither side waits for the other and the size of a file limits what is written. */
#include "report/tool.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FILES = 3, NOT_STARTED = 127 };

static bool tool__find(const char *name, const char *package, char path[512], struct laut_error *error)
{
    const char *at = getenv("PATH");
    at = at && *at ? at : "/usr/bin:/bin";
    while (*at) {
        const size_t length = strcspn(at, ":");
        struct stat status;
        (void)snprintf(path, 512, "%.*s/%s", (int)(length < 400 ? length : 400), at, name);
        if (path[0] == '/' && stat(path, &status) == 0 && S_ISREG(status.st_mode) && access(path, X_OK) == 0)
            return true;
        at += length + (at[length] == ':');
    }
    return error_set(error, NULL, 0, package, "this file is read with %s, which is not installed", name);
}

static bool tool__write(int file, const char *bytes, size_t length)
{
    for (size_t done = 0; done < length;) {
        const ssize_t count = write(file, bytes + done, length - done);
        if (count < 0 && errno != EINTR)
            return false;
        done += count > 0 ? (size_t)count : 0;
    }
    return lseek(file, 0, SEEK_SET) == 0;
}

static void tool__limit(int what, rlim_t most)
{
    const struct rlimit limit = {most, most};
    (void)setrlimit(what, &limit);
}

/* In the child: nothing but what may follow fork in a program of many threads. */
static _Noreturn void tool__become(const char *path, const char *const *words, const char *folder, const int files[FILES])
{
    char search[] = "PATH=/usr/bin:/bin", locale[] = "LC_ALL=C.UTF-8", home[] = "HOME=.";
    char *const environment[] = {search, locale, home, NULL};
    union { const char *const *lent; char *const *own; } arguments = {.lent = words};
    (void)setpgid(0, 0);
    for (int i = 0; i < FILES; i++)
        if (dup2(files[i], i) < 0)
            _exit(NOT_STARTED);
    if (chdir(folder) != 0)
        _exit(NOT_STARTED);
    tool__limit(RLIMIT_CPU, TOOL_SECONDS);
    tool__limit(RLIMIT_AS, (rlim_t)TOOL_MEGABYTES << 20);
    tool__limit(RLIMIT_FSIZE, (rlim_t)TOOL_OUTPUT_MEGABYTES << 20);
    tool__limit(RLIMIT_CORE, 0);
    (void)execve(path, arguments.own, environment);
    _exit(NOT_STARTED);
}

/* Waits for it, and ends it with all that it has started when its time is up. */
static int tool__wait(pid_t child)
{
    const int watch = pidfd_open(child, 0);
    struct pollfd poll_watch = {.fd = watch, .events = POLLIN};
    int status = 0;
    if (watch < 0 || poll(&poll_watch, 1, TOOL_SECONDS * 1000) <= 0)
        (void)kill(-child, SIGKILL);
    if (watch >= 0)
        (void)close(watch);
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static bool tool__read(struct arena *arena, int file, struct tool_output *output, struct laut_error *error)
{
    const off_t length = lseek(file, 0, SEEK_END);
    char *const bytes = length >= 0 ? arena_take(arena, (size_t)length + 1, 1, error) : NULL;
    if (!bytes)
        return false;
    output->bytes = bytes;
    while (output->length < (size_t)length) {
        const ssize_t count = pread(file, bytes + output->length, (size_t)length - output->length, (off_t)output->length);
        if (count <= 0 && errno != EINTR)
            return error_set(error, NULL, 0, NULL, "what a program wrote cannot be read: %s", strerror(errno));
        output->length += count > 0 ? (size_t)count : 0;
    }
    return true;
}

static void tool__complaint(int file, struct tool_output *output)
{
    const ssize_t count = pread(file, output->complaint, sizeof output->complaint - 1, 0);
    output->complaint[count > 0 ? count : 0] = '\0';
    output->complaint[strcspn(output->complaint, "\n")] = '\0';
}

bool tool_run(struct arena *arena, const char *const *words, const char *package, const char *bytes, size_t length, struct tool_output *output,
              struct laut_error *error)
{
    char path[512], folder[512];
    const char *const temporary = getenv("TMPDIR");
    int files[FILES];
    *output = (struct tool_output){.status = -1};
    if (!tool__find(words[0], package, path, error))
        return false;
    (void)snprintf(folder, sizeof folder, "%.400s/laut-XXXXXX", temporary && temporary[0] == '/' ? temporary : "/tmp");
    bool done = mkdtemp(folder) != NULL;
    const bool made = done;
    for (int i = 0; i < FILES; i++) {
        files[i] = memfd_create("laut", MFD_CLOEXEC);
        done = done && files[i] > 2;
    }
    done = done && tool__write(files[0], bytes, length);
    const pid_t child = done ? fork() : -1;
    if (child == 0)
        tool__become(path, words, folder, files);
    const int cause = errno;
    if (child > 0) {
        (void)setpgid(child, child);
        output->status = tool__wait(child);
        done = tool__read(arena, files[1], output, error);
        tool__complaint(files[2], output);
    } else {
        done = error_set(error, NULL, 0, "look whether there is room for temporary files (TMPDIR), and whether too many programs run", "%s cannot be run: %s", words[0], strerror(cause));
    }
    for (int i = 0; i < FILES; i++)
        if (files[i] >= 0)
            (void)close(files[i]);
    if (made)
        (void)rmdir(folder);
    return done;
}
