/* archive/minhash.h: how much two texts have in common, told from a few numbers of each.
 *
 *     The similarity of two texts is that of the sets A and B of their shingles, |A and B| / |A or B| (Broder 1997): a shingle is
 *     SHINGLE_WORDS words in a row. For a random order of all shingles the first one of A and of B is the same with just that
 *     probability; signature[i] is the first one of order i.
 *
 *     minhash_similarity(a, b)     share of the MINHASH_COUNT orders in which they agree
 *     minhash_band(a, 3)           two texts of similarity s share band 3 with probability s^2
 */
#ifndef ARCHIVE_MINHASH_H
#define ARCHIVE_MINHASH_H

#include <stdbool.h>
#include <stdint.h>

enum { MINHASH_COUNT = 64, MINHASH_ROWS = 2, MINHASH_BANDS = MINHASH_COUNT / MINHASH_ROWS, SHINGLE_WORDS = 4 };

/* False: the text has fewer words than a shingle. */
bool minhash_of(const char *text, uint32_t signature[MINHASH_COUNT]);
double minhash_similarity(const uint32_t a[MINHASH_COUNT], const uint32_t b[MINHASH_COUNT]);
int64_t minhash_band(const uint32_t signature[MINHASH_COUNT], unsigned band);

#endif
