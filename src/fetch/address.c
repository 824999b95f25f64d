/* fetch/address.c: libcurl takes addresses apart; networks by the registries of RFC 6890. */
#include "fetch/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static bool address__part(const struct curl *curl, const CURLU *url, CURLUPart part, unsigned flags, char *value, size_t size)
{
    char *text = NULL;
    if (curl->url_get(url, part, &text, flags) != CURLUE_OK)
        return false;
    const bool fits = (size_t)snprintf(value, size, "%s", text) < size;
    curl->free(text);
    return fits;
}

static bool address__take_apart(const struct curl *curl, CURLU *url, struct address *address)
{
    char scheme[16], port[8], query[ADDRESS_BYTES] = "?", path[ADDRESS_BYTES];
    if (!address__part(curl, url, CURLUPART_SCHEME, 0, scheme, sizeof scheme) || !address__part(curl, url, CURLUPART_HOST, 0, address->host, sizeof address->host) ||
        !address__part(curl, url, CURLUPART_PORT, CURLU_DEFAULT_PORT, port, sizeof port) || !address__part(curl, url, CURLUPART_PATH, 0, path, sizeof path))
        return false;
    for (char *c = address->host; *c; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + ('a' - 'A') : *c);
    (void)curl->url_set(url, CURLUPART_HOST, address->host, 0);
    const bool asks = address__part(curl, url, CURLUPART_QUERY, 0, query + 1, sizeof query - 1);
    return (size_t)snprintf(address->path, sizeof address->path, "%s%s", path, asks ? query : "") < sizeof address->path &&
           (size_t)snprintf(address->origin, sizeof address->origin, "%s://%s:%s", scheme, address->host, port) < sizeof address->origin &&
           address__part(curl, url, CURLUPART_URL, 0, address->whole, sizeof address->whole);
}

bool address_read(const struct curl *curl, const char *text, const char *base, struct address *address, struct laut_error *error)
{
    CURLU *const url = curl->url();
    char scheme[16];
    if (!url)
        return error_out_of_memory(error);
    const bool based = !base || curl->url_set(url, CURLUPART_URL, base, 0) == CURLUE_OK;
    const CURLUcode code = based ? curl->url_set(url, CURLUPART_URL, text, CURLU_NON_SUPPORT_SCHEME | CURLU_DISALLOW_USER | CURLU_URLENCODE) : CURLUE_MALFORMED_INPUT;
    const bool known = code == CURLUE_OK && address__part(curl, url, CURLUPART_SCHEME, 0, scheme, sizeof scheme);
    const bool web = known && (strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0);
    (void)curl->url_set(url, CURLUPART_FRAGMENT, NULL, 0);
    const bool done = web && address__take_apart(curl, url, address);
    curl->url_cleanup(url);
    if (done)
        return true;
    if (known && !web)
        return error_set(error, NULL, 0, "only http and https are fetched", "%.300s is no address of the web", text);
    return error_set(error, NULL, 0, code == CURLUE_USER_NOT_ALLOWED ? "leave out the name and password" : "look at how it is written", "%.300s cannot be asked for",
                     text);
}

static bool address__ends(const char *text, const char *ending)
{
    const size_t length = strlen(text), end = strlen(ending);
    return length >= end && strcasecmp(text + length - end, ending) == 0;
}

bool address_names_local(const char *host)
{
    static const char *const endings[] = {".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa", ".corp", ".home"};
    char name[256];
    (void)snprintf(name, sizeof name, "%s", host);
    const size_t length = strlen(name);
    if (length && name[length - 1] == '.')
        name[length - 1] = '\0';
    if (strcasecmp(name, "localhost") == 0 || !name[0] || (!strchr(name, '.') && !strchr(name, ':')))        /* one word alone is a name of the own network */
        return true;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (address__ends(name, endings[i]))
            return true;
    return false;
}

static bool address__is_local_4(uint32_t number)
{
    static const struct { uint32_t network; unsigned bits; } networks[] = {
        {0x00000000, 8}, {0x0a000000, 8}, {0x64400000, 10}, {0x7f000000, 8}, {0xa9fe0000, 16}, {0xac100000, 12}, {0xc0000000, 24}, {0xc0000200, 24},
        {0xc0586300, 24}, {0xc0a80000, 16}, {0xc6120000, 15}, {0xc6336400, 24}, {0xcb007100, 24}, {0xe0000000, 4}, {0xf0000000, 4}};
    for (size_t i = 0; i < sizeof networks / sizeof networks[0]; i++)
        if ((number ^ networks[i].network) >> (32 - networks[i].bits) == 0)
            return true;
    return false;
}

static uint32_t address__number(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static bool address__is_local_6(const uint8_t bytes[16])
{
    static const uint8_t zero[12] = {0}, mapped[12] = {[10] = 0xff, [11] = 0xff}, translated[12] = {0x00, 0x64, 0xff, 0x9b};
    if (memcmp(bytes, zero, 12) == 0 || memcmp(bytes, mapped, 12) == 0 || memcmp(bytes, translated, 12) == 0)         /* ::, ::1 and IPv4 inside */
        return memcmp(bytes, zero, 12) == 0 || address__is_local_4(address__number(bytes + 12));
    if (bytes[0] == 0x20 && bytes[1] == 0x02)                                                                          /* 6to4 */
        return address__is_local_4(address__number(bytes + 2));
    if (bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] < 0x02 || (bytes[2] == 0x0d && bytes[3] == 0xb8)))            /* Teredo, examples */
        return true;
    return (bytes[0] & 0xe0) != 0x20;                                                                                  /* only 2000::/3 is public */
}

bool address_is_local(const struct sockaddr *socket)
{
    if (socket->sa_family == AF_INET) {
        struct sockaddr_in v4;
        memcpy(&v4, socket, sizeof v4);
        return address__is_local_4(ntohl(v4.sin_addr.s_addr));
    }
    if (socket->sa_family == AF_INET6) {
        struct sockaddr_in6 v6;
        memcpy(&v6, socket, sizeof v6);
        return address__is_local_6(v6.sin6_addr.s6_addr);
    }
    return true;
}
