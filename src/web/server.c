/* web/server.c: libmicrohttpd's daemon, its limits, and the life of a request: begin (admitted or not), body, answer.
 *
 * A few threads wait with epoll for many connections. What one request may cost is bounded: CONNECTION_BYTES of headers,
 * BODY_BYTES_AT_MOST of body, the deadlines of web/connections.h; and per address of other machines a part of the connections. */
#include "web/server.h"

#include "web/guard.h"

#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { CONNECTION_BYTES = 32 * 1024, WAIT_FOR_ANSWERS_MS = 5000, BACKLOG = 512 };

static const char server__default_address[] = "127.0.0.1";

static void *server__slot(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *const info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

static void server__connection(void *context, struct MHD_Connection *connection, void **slot,
                               enum MHD_ConnectionNotificationCode code)
{
    struct web_server *const server = context;
    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
        if (*slot)
            connections_remove(server->connections, *slot);
        return;
    }
    const union MHD_ConnectionInfo *const info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    *slot = info ? connections_add(server->connections, info->connect_fd) : NULL;
}

/* A body that is somewhat too large is taken and thrown away, so that the asker gets to read why it is refused; a larger one is
 * refused at once. */
static bool server__body_is_small(struct exchange *exchange)
{
    const char *const length = exchange_header(exchange, MHD_HTTP_HEADER_CONTENT_LENGTH);
    const size_t most = exchange_body_limit(exchange);
    if (!length || strtoull(length, NULL, 10) <= most + 7 * BODY_BYTES_AT_MOST)
        return true;
    reply_problem(exchange, MHD_HTTP_CONTENT_TOO_LARGE, "paste one report at a time; 'laut read' reads files of any size",
                   "the text is larger than %zu KiB", most / 1024);
    return false;
}

static bool server__pace(struct exchange *exchange)
{
    const union MHD_ConnectionInfo *const info = MHD_get_connection_info(exchange->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (!info || !info->client_addr || pace_allows(exchange->server->pace, info->client_addr, connections_now_ms()))
        return true;
    reply_problem(exchange, MHD_HTTP_TOO_MANY_REQUESTS, "wait a second; whole results come in one request with format=jsonl",
                  "more than %d requests a second from one address", PACE_PER_SECOND);
    return false;
}

/* First sight of a request: its headers are there, its body is not. */
static enum MHD_Result server__begin(struct web_server *server, struct MHD_Connection *connection, const char *url,
                                     const char *method, void **request)
{
    struct exchange *const exchange = calloc(1, sizeof *exchange);
    if (!exchange)
        return MHD_NO;
    *request = exchange;
    exchange->server = server;
    exchange->connection = connection;
    exchange->slot = server__slot(connection);
    if (!exchange->slot)
        return MHD_NO;
    connections_step(server->connections, exchange->slot, CONNECTION_BODY);
    if (exchange_begin(exchange, url, method) && server__pace(exchange) && guard_admits(exchange, server->token) &&
        (exchange->method != METHOD_POST || (route_takes_body(exchange) && server__body_is_small(exchange))))
        return MHD_YES;
    exchange->refused = true;
    return reply_send(exchange);
}

static enum MHD_Result server__request(void *context, struct MHD_Connection *connection, const char *url, const char *method,
                                       const char *version, const char *bytes, size_t *byte_count, void **request)
{
    struct web_server *const server = context;
    (void)version;
    if (!*request)
        return server__begin(server, connection, url, method, request);
    struct exchange *const exchange = *request;
    if (*byte_count > 0) {
        if (!exchange->refused && exchange->method == METHOD_POST && !exchange_take(exchange, bytes, *byte_count))
            exchange->refused = true;
        *byte_count = 0;
        return MHD_YES;
    }
    connections_step(server->connections, exchange->slot, CONNECTION_ANSWER);
    if (!exchange->refused)
        route_answer(exchange);
    return reply_send(exchange);
}

static void server__completed(void *context, struct MHD_Connection *connection, void **request,
                              enum MHD_RequestTerminationCode code)
{
    struct web_server *const server = context;
    struct exchange *const exchange = *request;
    (void)connection;
    (void)code;
    if (exchange && exchange->slot)
        connections_step(server->connections, exchange->slot, CONNECTION_IDLE);
    exchange_free(exchange);
    *request = NULL;
}

static int server__refuse(struct laut_error *error, const char *address, const char *port, const char *cause, const char *remedy)
{
    *error = (struct laut_error){.line = 0};
    (void)snprintf(error->message, sizeof error->message, "cannot serve at %s, port %s: %s", address, port, cause);
    (void)snprintf(error->remedy, sizeof error->remedy, "%s", remedy);
    return -1;
}

/* A listening socket, or -1. */
static int server__listen(const char *address, const char *port, struct laut_error *error)
{
    const struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICSERV};
    struct addrinfo *found = NULL;
    const int status = getaddrinfo(address, port, &hints, &found);
    if (status != 0)
        return server__refuse(error, address, port, gai_strerror(status), "give an address of this machine with --address");
    int cause = 0;
    int listener = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    if (listener < 0 || setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
        bind(listener, found->ai_addr, found->ai_addrlen) != 0 || listen(listener, BACKLOG) != 0) {
        cause = errno;
        if (listener >= 0)
            (void)close(listener);
        listener = server__refuse(error, address, port, strerror(cause),
                                  cause == EADDRINUSE ? "choose another with --port, or --port 0 for any that is free"
                                                      : "choose another with --port or --address");
    }
    freeaddrinfo(found);
    return listener;
}

static unsigned server__threads(void)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors < 2 ? 2 : processors > 8 ? 8 : (unsigned)processors;
}

static bool server__start(struct web_server *server, const struct web_options *options, struct laut_error *error)
{
    const char *const address = options->address ? options->address : server__default_address;
    char port[8];
    (void)snprintf(port, sizeof port, "%u", (unsigned)options->port);
    const int listener = server__listen(address, port, error);
    if (listener < 0)
        return false;
    const unsigned per_address = web_address_is_loopback(address) ? CONNECTIONS_AT_MOST : CONNECTIONS_AT_MOST / 4;
    server->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC, 0, NULL, NULL, server__request, server, MHD_OPTION_LISTEN_SOCKET, listener,
        MHD_OPTION_THREAD_POOL_SIZE, server__threads(), MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_AT_MOST,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, per_address, MHD_OPTION_CONNECTION_TIMEOUT, 30u,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_BYTES, MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_NOTIFY_COMPLETED, server__completed, server, MHD_OPTION_NOTIFY_CONNECTION, server__connection, server,
        MHD_OPTION_END);
    if (!server->daemon) {
        (void)close(listener);
        return server__refuse(error, address, port, "libmicrohttpd does not start", "see 'ulimit -n' and free memory") == 0;
    }
    const union MHD_DaemonInfo *const info = MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_LISTEN_FD);
    struct sockaddr_storage bound = {.ss_family = AF_UNSPEC};
    socklen_t size = sizeof bound;
    if (info && getsockname(info->listen_fd, (struct sockaddr *)&bound, &size) == 0)
        (void)getnameinfo((struct sockaddr *)&bound, size, NULL, 0, port, sizeof port, NI_NUMERICSERV);
    const bool six = strchr(address, ':') != NULL;
    if (asprintf(&server->url, "http://%s%s%s:%s/%s%s", six ? "[" : "", address, six ? "]" : "", port,
                 server->token ? "?token=" : "", server->token ? server->token : "") < 0)
        server->url = NULL;
    return server->url || server__refuse(error, address, port, "out of memory", "free some, then start again") == 0;
}

struct web_server *web_server_open(const struct web_options *options, struct laut_error *error)
{
    struct laut_error unwanted;
    error = error ? error : &unwanted;
    struct web_server *const server = calloc(1, sizeof *server);
    if (!server) {
        (void)server__refuse(error, "", "", "out of memory", "free some, then start again");
        return NULL;
    }
    server->engine = options->engine;
    server->demo = options->demo;
    server->token = options->token ? strdup(options->token) : NULL;
    bool good = !options->token || server->token ||
                server__refuse(error, "", "", "out of memory", "free some, then start again") == 0;
    good = good && (!options->page_folder || (server->page = page_open(options->page_folder, error)));
    good = good && (!options->archive || (server->shelf = shelf_open(options->archive, false, error)));
    good = good && (!options->archive || !options->review || (server->writers = shelf_open(options->archive, true, error)));
    good = good && (!options->reviewer || (server->reviewer = strdup(options->reviewer)) ||
                    server__refuse(error, "", "", "out of memory", "free some, then start again") == 0);
    good = good && (((server->pace = pace_open()) && (server->cache = cache_open())) || server__refuse(error, "", "", "out of memory", "free some, then start again") == 0);
    good = good && (server->connections = connections_open(error)) && server__start(server, options, error);
    if (good)
        return server;
    web_server_free(server);
    return NULL;
}

const char *web_server_url(const struct web_server *server)
{
    return server->url;
}

bool web_server_has_page(const struct web_server *server)
{
    return server->page != NULL;
}

/* Waits until what has been asked is answered. */
static void server__drain(struct connections *connections)
{
    for (int waited_ms = 0; waited_ms < WAIT_FOR_ANSWERS_MS && connections_busy(connections) > 0; waited_ms += 20)
        (void)nanosleep(&(struct timespec){.tv_nsec = 20000000}, NULL);
}

void web_server_free(struct web_server *server)
{
    if (!server)
        return;
    if (server->daemon) {
        const int listener = MHD_quiesce_daemon(server->daemon);
        server__drain(server->connections);
        MHD_stop_daemon(server->daemon);
        if (listener >= 0)
            (void)close(listener);
    }
    connections_free(server->connections);
    pace_free(server->pace);
    cache_free(server->cache);
    page_free(server->page);
    shelf_free(server->shelf);
    shelf_free(server->writers);
    free(server->reviewer);
    free(server->token);
    free(server->url);
    free(server);
}
