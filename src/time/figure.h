/* time/figure.h: what the figures of a token are by themselves.
 *
 *     "14.30"  ->  clock 1430        "13.4.14"  ->  date 20140413        "1990-1995"  ->  split at 5, joiner at 4
 */
#ifndef TIME_FIGURE_H
#define TIME_FIGURE_H

#include <stdbool.h>
#include <stddef.h>

bool figure_is_digit(char byte);
/* How many digits begin the text. */
size_t figure_digits(const char *text);
/* "14.30" or "14:30"; the number is hours * 100 + minutes. */
bool figure_clock(const char *form, double *number);
/* "13.04.2014", "13.4.14", "13.4.", "2014-04-13"; the number is year * 10000 + month * 100 + day, year 0 unknown. */
bool figure_date(const char *form, double *number);
/* "1990-1995", "10-18", "9.30/12.30": where the second part begins, 0: no such token. */
size_t figure_split(const char *form, size_t *joiner_at);

#endif
