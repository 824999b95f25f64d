/* cli/ending.c: signalfd(2). */
#include "cli/ending.h"

#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>

int ending_open(void)
{
    sigset_t ending;
    (void)sigemptyset(&ending);
    (void)sigaddset(&ending, SIGINT);
    (void)sigaddset(&ending, SIGTERM);
    return sigprocmask(SIG_BLOCK, &ending, NULL) == 0 ? signalfd(-1, &ending, SFD_CLOEXEC) : -1;
}

bool ending_wait(int signals, unsigned ms)
{
    struct pollfd side = {.fd = signals, .events = POLLIN};
    return poll(&side, 1, (int)ms) <= 0;
}
