/* base/utf8.h: UTF-8 as RFC 3629 has it (no surrogates, no overlong forms, nothing above U+10FFFF).
 *
 *     utf8_decode("ü", 2, &length)  ->  U+00FC, length 2
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_INVALID UINT32_MAX      /* beyond what an enumerator may hold */

/* The code point at the begin of bytes; *length its bytes (1 for an invalid byte, with UTF8_INVALID returned).
 * available must be at least 1. */
uint32_t utf8_decode(const char *bytes, size_t available, size_t *length);

/* Writes 1 to 4 bytes, returns how many. */
size_t utf8_encode(uint32_t codepoint, char bytes[4]);

/* Offset of the first byte that is not UTF-8, or length if all is well. */
size_t utf8_first_invalid(const char *bytes, size_t length);

/* Code points in bytes that were checked before. */
size_t utf8_count(const char *bytes, size_t length);

bool utf8_is_letter(uint32_t codepoint);     /* any script that German news meets: Latin, Greek, Cyrillic, others above U+00C0 */
bool utf8_is_upper(uint32_t codepoint);
bool utf8_is_digit(uint32_t codepoint);      /* 0 to 9 */
bool utf8_is_space(uint32_t codepoint);      /* white space, no-break spaces too */
uint32_t utf8_lower(uint32_t codepoint);     /* simple lower case, Latin, Greek and Cyrillic */
uint32_t utf8_upper(uint32_t codepoint);

/* Lower-cases length bytes into out (room for length + 1 bytes is enough, NUL is added); returns the bytes written. */
size_t utf8_lower_string(const char *bytes, size_t length, char *out);

#endif
