/* web/words.c: see words.h. */
#include "web/words.h"

#include <stdlib.h>
#include <string.h>

/* Copies one word from *query to *out, NUL and all; *query stands behind it then. */
static void words__copy(const char **query, char **out)
{
    const char *in = *query;
    const size_t plain = strcspn(in, " \t\r\n\"");
    const bool is_filter = memchr(in, ':', plain) != NULL;
    bool quoted = false;
    for (; *in && (quoted || !strchr(" \t\r\n", *in)); in++) {
        if (*in == '"')
            quoted = !quoted;
        if (*in != '"' || !is_filter)
            *(*out)++ = *in;
    }
    if (quoted && !is_filter)
        *(*out)++ = '"';                         /* a quotation that was not closed ends with the line */
    *(*out)++ = '\0';
    *query = in;
}

bool words_split(struct words *words, const char *query)
{
    *words = (struct words){.count = 0};
    query = query ? query : "";
    words->bytes = malloc(2 * strlen(query) + 3);
    char *out = words->bytes;
    if (!out)
        return false;
    while (*(query += strspn(query, " \t\r\n"))) {
        if (words->count == WORDS_AT_MOST)
            return false;
        words->items[words->count++] = out;
        words__copy(&query, &out);
    }
    return true;
}

void words_free(struct words *words)
{
    free(words->bytes);
    *words = (struct words){.count = 0};
}
