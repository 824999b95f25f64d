/* cli/ending.h: Ctrl-C and SIGTERM for commands that go on until they are told to end. */
#ifndef CLI_ENDING_H
#define CLI_ENDING_H

#include <stdbool.h>

/* From now on these signals no longer end the process but make the descriptor readable; below 0: failed. */
int ending_open(void);

/* Waits so long, or until one came. False: one came. */
bool ending_wait(int signals, unsigned ms);

#endif
