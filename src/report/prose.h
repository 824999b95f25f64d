/* report/prose.h: how text reads.
 *
 *     prose_last("„Das ist so.“", …)  ->  '.'      prose_ends_sentence: true
 */
#ifndef REPORT_PROSE_H
#define REPORT_PROSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The last code point before marks that close (quotation marks, brackets); 0 for an empty text. */
uint32_t prose_last(const char *text, size_t length);

bool prose_ends_sentence(const char *text, size_t length);

#endif
