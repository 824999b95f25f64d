/* fetch/http.c: libcurl asks. */
#include "fetch/http.h"

#include "report/http_message.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

enum { CONNECT_MS = 15000, ANSWER_MS = 120000, SLOW_BYTES = 64, SLOW_S = 30, LONGEST_HEADER = 64 << 10 };

struct http {
    struct curl *curl;
    CURL *handle;
    const struct http_options *options;
};

/* One request that runs. */
struct exchange {
    struct http *http;
    struct http_answer *answer;
    size_t most_bytes, capacity, header_capacity;
    bool out_of_memory;
};

struct http *http_open(const struct http_options *options, struct laut_error *error)
{
    struct http *const http = calloc(1, sizeof *http);
    if (!http) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    http->options = options;
    http->curl = curl_open(error);
    http->handle = http->curl ? http->curl->easy_init() : NULL;
    if (http->handle)
        return http;
    if (http->curl)
        (void)error_out_of_memory(error);
    http_free(http);
    return NULL;
}

void http_free(struct http *http)
{
    if (!http)
        return;
    if (http->handle)
        http->curl->easy_cleanup(http->handle);
    curl_close(http->curl);
    free(http);
}

const struct curl *http_curl(const struct http *http)
{
    return http->curl;
}

void http_answer_free(struct http_answer *answer)
{
    free(answer->bytes);
    free(answer->header);
    *answer = (struct http_answer){.status = 0};
}

/* ---- what libcurl calls back ---------------------------------------------------------------------------------------- */

/* Appends to *text, which stays NUL-terminated. */
static bool http__append(char **text, size_t *length, size_t *capacity, const char *bytes, size_t count)
{
    if (*length + count + 1 > *capacity) {
        const size_t larger = (*length + count + 1) * 2;
        char *const grown = realloc(*text, larger);
        if (!grown)
            return false;
        *text = grown;
        *capacity = larger;
    }
    memcpy(*text + *length, bytes, count);
    *length += count;
    (*text)[*length] = '\0';
    return true;
}

static size_t http__take_bytes(char *bytes, size_t size, size_t count, void *context)
{
    struct exchange *const exchange = context;
    struct http_answer *const answer = exchange->answer;
    answer->too_long = size * count > exchange->most_bytes - answer->length;
    if (answer->too_long)
        return 0;
    exchange->out_of_memory = !http__append(&answer->bytes, &answer->length, &exchange->capacity, bytes, size * count);
    return exchange->out_of_memory ? 0 : size * count;
}

/* Seconds, or a date. */
static long http__seconds(const struct curl *curl, const char *value)
{
    char *end;
    const long seconds = strtol(value, &end, 10);
    if (end > value && !*end)
        return seconds < 0 ? 0 : seconds;
    const time_t moment = curl->getdate(value, NULL), now = time(NULL);
    return moment < 0 ? -1 : moment > now ? (long)(moment - now) : 0;
}

static size_t http__take_header(char *line, size_t size, size_t count, void *context)
{
    struct exchange *const exchange = context;
    struct http_answer *const answer = exchange->answer;
    const size_t length = size * count;
    char value[1024];
    if (length > 5 && memcmp(line, "HTTP/", 5) == 0) {          /* what came before was another answer (100 Continue) */
        answer->header_length = 0;
        answer->etag[0] = answer->last_modified[0] = answer->charset[0] = '\0';
        answer->retry_after_s = -1;
    }
    if (answer->header_length + length > LONGEST_HEADER)
        return 0;
    if (http_message_value(line, length, "Content-Type", value, sizeof value)) {
        const char *const charset = strcasestr(value, "charset=");
        (void)snprintf(answer->charset, sizeof answer->charset, "%.60s", charset ? charset + strlen("charset=") : "");
    }
    if (http_message_value(line, length, "Retry-After", value, sizeof value))
        answer->retry_after_s = http__seconds(exchange->http->curl, value);
    (void)(http_message_value(line, length, "ETag", answer->etag, sizeof answer->etag) ||
           http_message_value(line, length, "Last-Modified", answer->last_modified, sizeof answer->last_modified));
    exchange->out_of_memory = !http__append(&answer->header, &answer->header_length, &exchange->header_capacity, line, length);
    return exchange->out_of_memory ? 0 : length;
}

static int http__go_on(void *context, curl_off_t down_all, curl_off_t down, curl_off_t up_all, curl_off_t up)
{
    struct exchange *const exchange = context;
    const struct http_options *const options = exchange->http->options;
    (void)down_all, (void)down, (void)up_all, (void)up;
    exchange->answer->stopped = options->stopped && options->stopped(options->context);
    return exchange->answer->stopped;
}

/* The address that a name led to is looked at here, where it is connected to: a name that leads elsewhere a moment later changes nothing. */
static curl_socket_t http__connect(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct exchange *const exchange = context;
    (void)purpose;
    exchange->answer->local = !exchange->http->options->local && address_is_local(&address->addr);
    return exchange->answer->local ? CURL_SOCKET_BAD : socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* ---- requests --------------------------------------------------------------------------------------------------------- */

static bool http__line(const struct curl *curl, struct curl_slist **lines, const char *name, const char *value)
{
    char line[512];
    if (!value || !value[0])
        return true;
    if ((size_t)snprintf(line, sizeof line, "%s: %s", name, value) >= sizeof line)
        return true;
    struct curl_slist *const longer = curl->slist_append(*lines, line);
    if (longer)
        *lines = longer;
    return longer != NULL;
}

static bool http__set(const struct curl *curl, CURL *handle, const struct http_options *options, const struct http_request *request,
                      struct exchange *exchange)
{
    return curl->easy_setopt(handle, CURLOPT_URL, request->address) == CURLE_OK && curl->easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK &&
           curl->easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK && curl->easy_setopt(handle, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
           curl->easy_setopt(handle, CURLOPT_USERAGENT, options->user_agent) == CURLE_OK &&
           curl->easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "gzip, deflate") == CURLE_OK &&
           curl->easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS) == CURLE_OK &&
           curl->easy_setopt(handle, CURLOPT_TIMEOUT_MS, (long)ANSWER_MS) == CURLE_OK &&
           curl->easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, (long)SLOW_BYTES) == CURLE_OK &&
           curl->easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, (long)SLOW_S) == CURLE_OK &&
           curl->easy_setopt(handle, CURLOPT_WRITEFUNCTION, http__take_bytes) == CURLE_OK && curl->easy_setopt(handle, CURLOPT_WRITEDATA, exchange) == CURLE_OK &&
           curl->easy_setopt(handle, CURLOPT_HEADERFUNCTION, http__take_header) == CURLE_OK && curl->easy_setopt(handle, CURLOPT_HEADERDATA, exchange) == CURLE_OK &&
           curl->easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, http__go_on) == CURLE_OK && curl->easy_setopt(handle, CURLOPT_XFERINFODATA, exchange) == CURLE_OK &&
           curl->easy_setopt(handle, CURLOPT_NOPROGRESS, 0L) == CURLE_OK &&
           curl->easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, http__connect) == CURLE_OK &&
           curl->easy_setopt(handle, CURLOPT_OPENSOCKETDATA, exchange) == CURLE_OK;
}

static bool http__fail(const struct exchange *exchange, CURLcode code, const char *address, struct laut_error *error)
{
    const struct http_answer *const answer = exchange->answer;
    if (exchange->out_of_memory)
        return error_out_of_memory(error);
    if (answer->stopped)
        return error_set(error, address, 0, NULL, "stopped");
    if (answer->too_long)
        return error_set(error, address, 0, "fetch it yourself and add the file", "the answer is longer than %zu MB", exchange->most_bytes >> 20);
    if (answer->local)
        return error_set(error, address, 0, "--local allows it", "leads to this machine or a private network");
    return error_set(error, address, 0, "look whether it opens in a browser", "no answer: %s", exchange->http->curl->easy_strerror(code));
}

bool http_get(struct http *http, const struct http_request *request, struct http_answer *answer, struct laut_error *error)
{
    const struct curl *const curl = http->curl;
    struct exchange exchange = {.http = http, .answer = answer, .most_bytes = request->most_bytes};
    struct curl_slist *lines = NULL;
    const char *redirect = NULL;
    *answer = (struct http_answer){.retry_after_s = -1};
    curl->easy_reset(http->handle);
    bool ready = http__line(curl, &lines, "If-None-Match", request->etag) && http__line(curl, &lines, "If-Modified-Since", request->last_modified) &&
                 http__set(curl, http->handle, http->options, request, &exchange) && http__append(&answer->bytes, &answer->length, &exchange.capacity, "", 0) &&
                 http__append(&answer->header, &answer->header_length, &exchange.header_capacity, "", 0);
    ready = ready && curl->easy_setopt(http->handle, CURLOPT_HTTPHEADER, lines) == CURLE_OK;
    const CURLcode code = ready ? curl->easy_perform(http->handle) : CURLE_OUT_OF_MEMORY;
    (void)curl->easy_getinfo(http->handle, CURLINFO_RESPONSE_CODE, &answer->status);
    if (code == CURLE_OK && curl->easy_getinfo(http->handle, CURLINFO_REDIRECT_URL, &redirect) == CURLE_OK && redirect)
        (void)snprintf(answer->redirect, sizeof answer->redirect, "%s", strlen(redirect) < sizeof answer->redirect ? redirect : "");
    curl->slist_free_all(lines);
    return code == CURLE_OK || http__fail(&exchange, code, request->address, error);
}
