/* fetch/curl.h: libcurl, loaded when the first address is fetched: with what it brings along it would cost every other command a third of its start.
 *
 *     const struct curl *curl = curl_open(&error);           "libcurl is not installed; apt-get install libcurl4"
 *     CURL *handle = curl->easy_init();
 */
#ifndef FETCH_CURL_H
#define FETCH_CURL_H

#include "base/error.h"

#include <curl/curl.h>

/* libcurl's functions under their own names without curl_. */
struct curl {
    void *library;
    CURLcode (*global_init)(long flags);
    CURL *(*easy_init)(void);
    CURLcode (*easy_setopt)(CURL *handle, CURLoption option, ...);
    CURLcode (*easy_perform)(CURL *handle);
    CURLcode (*easy_getinfo)(CURL *handle, CURLINFO info, ...);
    const char *(*easy_strerror)(CURLcode code);
    void (*easy_reset)(CURL *handle);
    void (*easy_cleanup)(CURL *handle);
    struct curl_slist *(*slist_append)(struct curl_slist *list, const char *line);
    void (*slist_free_all)(struct curl_slist *list);
    CURLU *(*url)(void);
    void (*url_cleanup)(CURLU *url);
    CURLUcode (*url_set)(CURLU *url, CURLUPart part, const char *value, unsigned flags);
    CURLUcode (*url_get)(const CURLU *url, CURLUPart part, char **value, unsigned flags);
    void (*free)(void *string);
    time_t (*getdate)(const char *text, const time_t *unused);
};

/* NULL: the error says why. */
struct curl *curl_open(struct laut_error *error) __attribute__((warn_unused_result));
void curl_close(struct curl *curl);

#endif
