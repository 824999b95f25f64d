/* web/pace.c: token buckets: each address has PACE_AT_ONCE tokens, gets PACE_PER_SECOND a second back, and pays one a request. The
 * table is of a fixed size; addresses that fall on one place share its tokens, so that no number of addresses makes it grow. */
#include "web/pace.h"

#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { PACE_PLACES = 4096 };

struct bucket {
    int64_t last_ms;
    double tokens;
};

struct pace {
    pthread_mutex_t lock;
    struct bucket buckets[PACE_PLACES];
};

struct pace *pace_open(void)
{
    struct pace *const pace = calloc(1, sizeof *pace);
    if (!pace)
        return NULL;
    (void)pthread_mutex_init(&pace->lock, NULL);
    for (size_t i = 0; i < PACE_PLACES; i++)
        pace->buckets[i].tokens = PACE_AT_ONCE;
    return pace;
}

void pace_free(struct pace *pace)
{
    if (!pace)
        return;
    (void)pthread_mutex_destroy(&pace->lock);
    free(pace);
}

/* The network of an IPv6 address is one asker: its last 64 bits are the asker's own to choose. False: this machine. */
static bool pace__key(const struct sockaddr *address, uint64_t *key)
{
    *key = 0;
    if (address->sa_family == AF_INET) {
        const struct sockaddr_in *const four = (const struct sockaddr_in *)(const void *)address;
        *key = ntohl(four->sin_addr.s_addr);
        return *key >> 24 != 127;
    }
    const struct sockaddr_in6 *const six = (const struct sockaddr_in6 *)(const void *)address;
    memcpy(key, &six->sin6_addr, sizeof *key);
    if (IN6_IS_ADDR_V4MAPPED(&six->sin6_addr)) {
        uint32_t four;
        memcpy(&four, &six->sin6_addr.s6_addr[12], sizeof four);
        *key = ntohl(four);
        return *key >> 24 != 127;
    }
    return !IN6_IS_ADDR_LOOPBACK(&six->sin6_addr);
}

bool pace_allows(struct pace *pace, const struct sockaddr *address, int64_t now_ms)
{
    uint64_t key;
    if (!pace__key(address, &key))
        return true;
    (void)pthread_mutex_lock(&pace->lock);
    struct bucket *const bucket = &pace->buckets[(key * 0x9e3779b97f4a7c15u) >> 52];
    const int64_t passed_ms = bucket->last_ms && now_ms > bucket->last_ms ? now_ms - bucket->last_ms : 0;
    bucket->tokens += (double)passed_ms * PACE_PER_SECOND / 1000;
    if (bucket->tokens > PACE_AT_ONCE)
        bucket->tokens = PACE_AT_ONCE;
    bucket->last_ms = now_ms;
    const bool allowed = bucket->tokens >= 1;
    bucket->tokens -= allowed;
    (void)pthread_mutex_unlock(&pace->lock);
    return allowed;
}
