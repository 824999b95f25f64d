/* web/connections.h: how long a connection may take. A slow asker (one byte a second) would otherwise hold its place for ever:
 * libmicrohttpd's own limit counts from the last byte.
 *
 * Every step has its deadline: CONNECTION_HEADERS from connecting to the end of the headers, CONNECTION_BODY until the body has
 * come, CONNECTION_ANSWER until the answer has gone, CONNECTION_IDLE until the end of the next request's headers. A watch
 * closes what is late.
 */
#ifndef WEB_CONNECTIONS_H
#define WEB_CONNECTIONS_H

#include "laut.h"

enum { CONNECTIONS_AT_MOST = 768 };

enum connection_step { CONNECTION_HEADERS, CONNECTION_BODY, CONNECTION_ANSWER, CONNECTION_IDLE };

struct connections;
struct connection_slot;

/* Starts the watch. */
struct connections *connections_open(struct laut_error *) __attribute__((warn_unused_result));
/* After the last connection is gone. */
void connections_free(struct connections *);

/* NULL: no place. */
struct connection_slot *connections_add(struct connections *, int socket);
void connections_remove(struct connections *, struct connection_slot *);
void connections_step(struct connections *, struct connection_slot *, enum connection_step);
/* Milliseconds of a clock that only goes forward. */
int64_t connections_now_ms(void);
/* How many have been asked something and not yet answered in full. */
size_t connections_busy(struct connections *);

#endif
