/* report/decode.h: the bytes of a web page into UTF-8.
 *
 *     "<meta charset=iso-8859-1> für \xE4"  ->  "… für ä", 0 repairs
 */
#ifndef REPORT_DECODE_H
#define REPORT_DECODE_H

#include "base/arena.h"

#include <stdint.h>

/* What stands for bytes that mean nothing: U+FFFD. */
extern const char decode_replacement[];

struct decoded {
    const char *text;
    size_t length;
    uint32_t repairs;                /* bytes that meant nothing and were replaced */
};

/* The encoding is that of a byte-order mark, else charset (what the server said; NULL: nothing), else what the page declares, unless the bytes say otherwise: valid UTF-8
 * is UTF-8, invalid UTF-8 is ISO-8859-15 or Windows-1252 where more of it is broken than well. Every other byte NUL: UTF-16. False: out of memory. */
bool decode_page(struct arena *arena, const char *bytes, size_t length, const char *charset, struct decoded *decoded, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
