/* web/words.h: the search line, cut into the words of `laut find`.
 *
 *     who:RUS source:"John Kirby" "chemische Waffen"  ->  who:RUS, source:John Kirby, "chemische Waffen"
 *
 * Quotes keep words together; of a filter they are taken away, of free words they stay, for they say that the words stand so.
 */
#ifndef WEB_WORDS_H
#define WEB_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum { WORDS_AT_MOST = 32 };

struct words {
    const char *items[WORDS_AT_MOST];
    size_t count;
    char *bytes;                     /* what items point into */
};

/* False: more than WORDS_AT_MOST, or out of memory (then bytes is NULL). query may be NULL. */
bool words_split(struct words *words, const char *query);
void words_free(struct words *words);

#endif
