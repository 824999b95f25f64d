/* cli/reviewer.c: see cli/reviewer.h. */
#include "cli/reviewer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *reviewer_of(const char *option, char name[static REVIEWER_BYTES])
{
    const char *const config = getenv("XDG_CONFIG_HOME"), *const home = getenv("HOME"), *const user = getenv("USER");
    char path[1024];
    if (option && *option)
        return option;
    if (config && *config == '/')
        (void)snprintf(path, sizeof path, "%s/laut/reviewer", config);
    else
        (void)snprintf(path, sizeof path, "%s/.config/laut/reviewer", home ? home : "");
    FILE *const file = fopen(path, "r");
    const char *const line = file ? fgets(name, REVIEWER_BYTES, file) : NULL;
    if (file)
        (void)fclose(file);
    if (line)
        name[strcspn(name, "\r\n")] = '\0';
    if (line && *name)
        return name;
    return user && *user ? user : NULL;
}
