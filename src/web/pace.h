/* web/pace.h: how many requests a second one address of another machine may send: PACE_PER_SECOND for long, PACE_AT_ONCE in a burst.
 * This machine is not counted.
 */
#ifndef WEB_PACE_H
#define WEB_PACE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>

enum { PACE_PER_SECOND = 50, PACE_AT_ONCE = 200 };

struct pace;

/* NULL: out of memory. */
struct pace *pace_open(void) __attribute__((warn_unused_result));
void pace_free(struct pace *);

/* Whether a request that comes now from this address may be answered; counts it. now_ms: of a clock that only goes forward. */
bool pace_allows(struct pace *, const struct sockaddr *, int64_t now_ms);

#endif
