/* laut.h: the public interface of laut. */
#ifndef LAUT_H
#define LAUT_H

#include <stddef.h>

/* What went wrong, where, and what to do. Empty strings and line 0 where unknown. */
struct laut_error {
    char file[512];
    size_t line;
    char message[512];
    char remedy[256];
};

#endif
