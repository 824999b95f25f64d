/* fetch/curl.c: dlopen(3). The library stays in memory once it was there, for what it loads in turn does not come out again cleanly. */
#include "fetch/curl.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const char curl__remedy[] = "install it, on Debian: apt-get install libcurl4";

/* The function of that name into *place, a pointer to a function; POSIX has them of one size. */
static bool curl__find(void *library, const char *name, void *place)
{
    void *const symbol = dlsym(library, name);
    memcpy(place, &symbol, sizeof symbol);
    return symbol != NULL;
}

static bool curl__bind(struct curl *curl)
{
    const struct { const char *name; void *place; } functions[] = {
        {"curl_global_init", &curl->global_init}, {"curl_easy_init", &curl->easy_init}, {"curl_easy_setopt", &curl->easy_setopt},
        {"curl_easy_perform", &curl->easy_perform}, {"curl_easy_getinfo", &curl->easy_getinfo}, {"curl_easy_strerror", &curl->easy_strerror},
        {"curl_easy_reset", &curl->easy_reset}, {"curl_easy_cleanup", &curl->easy_cleanup}, {"curl_slist_append", &curl->slist_append},
        {"curl_slist_free_all", &curl->slist_free_all}, {"curl_url", &curl->url}, {"curl_url_cleanup", &curl->url_cleanup},
        {"curl_url_set", &curl->url_set}, {"curl_url_get", &curl->url_get}, {"curl_free", &curl->free}, {"curl_getdate", &curl->getdate}};
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
        if (!curl__find(curl->library, functions[i].name, functions[i].place))
            return false;
    return true;
}

struct curl *curl_open(struct laut_error *error)
{
    struct curl *const curl = calloc(1, sizeof *curl);
    if (!curl) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    curl->library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (curl->library && curl__bind(curl) && curl->global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK)
        return curl;
    (void)error_set(error, NULL, 0, curl__remedy, curl->library ? "libcurl is too old, or does not start" : "libcurl is not installed");
    curl_close(curl);
    return NULL;
}

void curl_close(struct curl *curl)
{
    if (curl && curl->library)
        (void)dlclose(curl->library);
    free(curl);
}
