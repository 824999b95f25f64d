/* archive/day.h: days, and ids that follow them.
 *
 *     day_read("2024-01-05T04:55", &day)    true, 19727 days after 1970-01-01
 *     day_first_id(19727)                   the first id of that day: (19727 + 3000000) * 2^24
 */
#ifndef ARCHIVE_DAY_H
#define ARCHIVE_DAY_H

#include <stdbool.h>
#include <stdint.h>

#define DAY_UNKNOWN INT32_MIN

enum { DAY_BYTES = 16 };

/* The day at the begin of a date; false: none. text may be NULL. */
bool day_read(const char *text, int32_t *day);
void day_write(int32_t day, char text[DAY_BYTES]);

int64_t day_first_id(int32_t day);               /* DAY_UNKNOWN: those before all days */
int32_t day_of_id(int64_t id);

/* A day and 39 bits of a hash in one number that follows the days, as ids do. */
int64_t day_key(int64_t day, int64_t hash);

#endif
