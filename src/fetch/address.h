/* fetch/address.h: addresses of the web, taken apart, and which of them are nobody's business.
 *
 *     "HTTPS://Example.org/a/../b?c#d"  ->  whole "https://example.org/b?c", origin "https://example.org:443", host "example.org", path "/b?c"
 */
#ifndef FETCH_ADDRESS_H
#define FETCH_ADDRESS_H

#include "fetch/curl.h"

#include <sys/socket.h>

enum { ADDRESS_BYTES = 2048, ORIGIN_BYTES = 300 };

struct address {
    char whole[ADDRESS_BYTES];       /* without a fragment */
    char origin[ORIGIN_BYTES], host[256];
    char path[ADDRESS_BYTES];        /* with its query */
};

/* text may be told from base on (NULL: it may not). False: it is none of http or https, has a password in it, or is too long; the error says what. */
bool address_read(const struct curl *curl, const char *text, const char *base, struct address *address, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Whether a host is named as one of this machine or of a network of its own (localhost, .local, .internal …). */
bool address_names_local(const char *host);
/* Whether a socket's address is one: this machine, private networks, link-local, multicast, and what else is not the public Internet (RFC 6890), in IPv4 and
 * IPv6, also where an IPv6 address holds an IPv4 one. What is neither is local too. */
bool address_is_local(const struct sockaddr *socket);

#endif
