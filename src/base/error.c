/* base/error.c: filling an error value; see base/error.h. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

static void error__copy(char *out, size_t size, const char *text)
{
    (void)snprintf(out, size, "%s", text ? text : "");
}

bool error_set(struct laut_error *error, const char *file, size_t line, const char *remedy, const char *format, ...)
{
    if (!error)
        return false;
    error__copy(error->file, sizeof error->file, file);
    error__copy(error->remedy, sizeof error->remedy, remedy);
    error->line = line;
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return false;
}

bool error_out_of_memory(struct laut_error *error)
{
    return error_set(error, NULL, 0, "close other programs or read fewer reports at once (--jobs 1)",
                     "out of memory");
}
