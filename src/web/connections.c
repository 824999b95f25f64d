/* web/connections.c: a table of open sockets with deadlines, and a thread that looks at it every half second. It only shuts
 * late sockets down; libmicrohttpd sees their end and cleans up. A slot is freed before its socket is closed, under the
 * same lock, so that a number given anew is never shut by mistake. */
#include "web/connections.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

struct connection_slot {
    bool used, busy;
    int socket;
    int64_t deadline_ms;
};

struct connections {
    pthread_mutex_t lock;
    pthread_cond_t stopping;
    pthread_t watch;
    bool stop;
    struct connection_slot slots[CONNECTIONS_AT_MOST];
};

int64_t connections_now_ms(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int64_t connections__deadline_ms(enum connection_step step)
{
    static const int allowed_ms[] = {[CONNECTION_HEADERS] = 8000, [CONNECTION_BODY] = 15000, [CONNECTION_ANSWER] = 300000,
                                     [CONNECTION_IDLE] = 30000};
    return connections_now_ms() + allowed_ms[step];
}

static void *connections__watch(void *context)
{
    struct connections *const connections = context;
    (void)pthread_mutex_lock(&connections->lock);
    while (!connections->stop) {
        const int64_t now = connections_now_ms();
        for (size_t i = 0; i < CONNECTIONS_AT_MOST; i++)
            if (connections->slots[i].used && connections->slots[i].deadline_ms < now)
                (void)shutdown(connections->slots[i].socket, SHUT_RDWR);
        struct timespec until;
        (void)clock_gettime(CLOCK_REALTIME, &until);
        until.tv_nsec += 500000000;
        until.tv_sec += until.tv_nsec / 1000000000;
        until.tv_nsec %= 1000000000;
        (void)pthread_cond_timedwait(&connections->stopping, &connections->lock, &until);
    }
    (void)pthread_mutex_unlock(&connections->lock);
    return NULL;
}

struct connections *connections_open(struct laut_error *error)
{
    struct connections *const connections = calloc(1, sizeof *connections);
    if (connections) {
        (void)pthread_mutex_init(&connections->lock, NULL);
        (void)pthread_cond_init(&connections->stopping, NULL);
        if (pthread_create(&connections->watch, NULL, connections__watch, connections) == 0)
            return connections;
        free(connections);
    }
    *error = (struct laut_error){.message = "no memory or thread to watch connections", .remedy = "free some, then start again"};
    return NULL;
}

void connections_free(struct connections *connections)
{
    if (!connections)
        return;
    (void)pthread_mutex_lock(&connections->lock);
    connections->stop = true;
    (void)pthread_cond_signal(&connections->stopping);
    (void)pthread_mutex_unlock(&connections->lock);
    (void)pthread_join(connections->watch, NULL);
    (void)pthread_cond_destroy(&connections->stopping);
    (void)pthread_mutex_destroy(&connections->lock);
    free(connections);
}

struct connection_slot *connections_add(struct connections *connections, int socket)
{
    struct connection_slot *slot = NULL;
    (void)pthread_mutex_lock(&connections->lock);
    for (size_t i = 0; i < CONNECTIONS_AT_MOST && !slot; i++)
        if (!connections->slots[i].used)
            slot = &connections->slots[i];
    if (slot)
        *slot = (struct connection_slot){true, false, socket, connections__deadline_ms(CONNECTION_HEADERS)};
    (void)pthread_mutex_unlock(&connections->lock);
    return slot;
}

void connections_remove(struct connections *connections, struct connection_slot *slot)
{
    (void)pthread_mutex_lock(&connections->lock);
    slot->used = false;
    (void)pthread_mutex_unlock(&connections->lock);
}

void connections_step(struct connections *connections, struct connection_slot *slot, enum connection_step step)
{
    (void)pthread_mutex_lock(&connections->lock);
    slot->deadline_ms = connections__deadline_ms(step);
    slot->busy = step == CONNECTION_BODY || step == CONNECTION_ANSWER;
    (void)pthread_mutex_unlock(&connections->lock);
}

size_t connections_busy(struct connections *connections)
{
    size_t busy = 0;
    (void)pthread_mutex_lock(&connections->lock);
    for (size_t i = 0; i < CONNECTIONS_AT_MOST; i++)
        busy += connections->slots[i].used && connections->slots[i].busy;
    (void)pthread_mutex_unlock(&connections->lock);
    return busy;
}
