/* web/guard.h: who may ask. Without a token only this machine, under one of its own names (a foreign name that leads here is
 * an attack by way of the name service); with a token whoever knows it. What codes a text comes from the page itself or from
 * a program, never from another site's page.
 */
#ifndef WEB_GUARD_H
#define WEB_GUARD_H

#include "web/exchange.h"

/* True: go on. False: the answer says why not, or leads to the same address without its token, with a cookie instead. */
bool guard_admits(struct exchange *exchange, const char *token);

#endif
