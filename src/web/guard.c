/* web/guard.c: see guard.h. Tokens are compared in constant time. */
#include "web/guard.h"

#include "web/web.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool web_address_is_loopback(const char *address)
{
    struct in_addr four;
    struct in6_addr six;
    if (strcasecmp(address, "localhost") == 0)
        return true;
    if (inet_pton(AF_INET, address, &four) == 1)
        return ntohl(four.s_addr) >> 24 == 127;
    return inet_pton(AF_INET6, address, &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

/* "127.0.0.1:8021" and "[::1]:8021" without port and brackets. */
static bool guard__host(const char *header, char *name, size_t size)
{
    const char *const bracket = header[0] == '[' ? strchr(header, ']') : NULL;
    const char *const begin = header + (bracket ? 1 : 0);
    const size_t length = bracket ? (size_t)(bracket - begin) : strcspn(begin, ":");
    if (length == 0 || length >= size)
        return false;
    memcpy(name, begin, length);
    name[length] = '\0';
    return true;
}

static bool guard__is_equal(const char *given, size_t length, const char *token)
{
    const size_t wanted = strlen(token);
    unsigned char difference = length != wanted;
    for (size_t i = 0; i < wanted; i++)
        difference |= (unsigned char)(token[i] ^ (i < length ? given[i] : 0));
    return difference == 0;
}

static bool guard__knows_token(const struct exchange *exchange, const char *token)
{
    const char *const bearer = exchange_header(exchange, MHD_HTTP_HEADER_AUTHORIZATION);
    if (bearer && strncasecmp(bearer, "Bearer ", 7) == 0)
        return guard__is_equal(bearer + 7, strlen(bearer + 7), token);
    const char *const cookie = MHD_lookup_connection_value(exchange->connection, MHD_COOKIE_KIND, "laut-token");
    return cookie && guard__is_equal(cookie, strlen(cookie), token);
}

/* The address without its token. Other arguments stay out: a link with a token leads to the start of a view. */
static void guard__remember(struct exchange *exchange, const char *token)
{
    char *cookie = NULL, *location = NULL;
    char path[512];
    size_t length = 0;
    for (const char *byte = exchange->path; *byte && length + 4 < sizeof path; byte++) {
        const bool plain = (*byte >= 'a' && *byte <= 'z') || (*byte >= 'A' && *byte <= 'Z') || (*byte >= '0' && *byte <= '9') ||
                           strchr("/-._~", *byte);
        if (plain && !(*byte == '/' && length > 0 && path[length - 1] == '/'))
            path[length++] = *byte;
        else if (!plain)
            length += (size_t)snprintf(path + length, sizeof path - length, "%%%02X", (unsigned char)*byte);
    }
    path[length] = '\0';
    if (asprintf(&cookie, "laut-token=%s; Path=/; HttpOnly; SameSite=Strict", token) < 0)
        cookie = NULL;
    if (asprintf(&location, "%s", path) < 0)
        location = NULL;
    reply_lend(exchange, "text/plain; charset=utf-8", "", 0);
    exchange->reply.status = MHD_HTTP_SEE_OTHER;
    exchange->reply.cookie = cookie;
    exchange->reply.location = location;
}

static bool guard__admits_stranger(struct exchange *exchange, const char *token)
{
    const char *const given = exchange_argument(exchange, "token");
    if (given && guard__is_equal(given, strlen(given), token)) {
        guard__remember(exchange, token);
        return false;
    }
    if (guard__knows_token(exchange, token))
        return true;
    reply_problem(exchange, MHD_HTTP_UNAUTHORIZED,
                   "open the address that 'laut serve' printed, or send 'Authorization: Bearer TOKEN'",
                   "this server wants its token");
    return false;
}

static bool guard__admits_host(struct exchange *exchange)
{
    char name[256];
    const char *const host = exchange_header(exchange, MHD_HTTP_HEADER_HOST);
    if (!host || (guard__host(host, name, sizeof name) && web_address_is_loopback(name)))
        return true;
    reply_problem(exchange, MHD_HTTP_MISDIRECTED_REQUEST, "ask http://127.0.0.1 or http://localhost",
                   "without a token this server answers under its own names only");
    return false;
}

bool guard_admits(struct exchange *exchange, const char *token)
{
    if (token ? !guard__admits_stranger(exchange, token) : !guard__admits_host(exchange))
        return false;
    const char *const site = exchange_header(exchange, "Sec-Fetch-Site");
    if (exchange->method == METHOD_POST && site && strcmp(site, "same-origin") != 0 && strcmp(site, "none") != 0) {
        reply_problem(exchange, MHD_HTTP_FORBIDDEN, "send the text from the page or from a program", "asked by another site's page");
        return false;
    }
    return true;
}
