/* cli/values.h: values of options that are numbers or dates.
 *
 *     value_whole(arguments, READ_JOBS, 1, 256, &count)    --jobs 0  ->  "laut: --jobs is a whole number from 1 to 256, not '0'"
 */
#ifndef CLI_VALUES_H
#define CLI_VALUES_H

#include "cli/arguments.h"

/* True with *value left as it is where the option was not given; false after a message. */
bool value_whole(const struct arguments *arguments, size_t option, long least, long most, long *value);
bool value_number(const struct arguments *arguments, size_t option, double least, double most, double *value);

/* A number and s, m, h or d ("30m") into seconds. */
bool value_duration(const struct arguments *arguments, size_t option, long least_s, long most_s, long *seconds);

/* YYYY-MM-DD of a day that exists, perhaps with T and a time behind. */
bool value_date(const struct arguments *arguments, size_t option);

#endif
