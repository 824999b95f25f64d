/* base/image.h: tables, lexicon and model in one file, mapped read-only.
 *
 *     laut.image = "LAUTIMG1", uint64 count, count times {char name[48], uint64 offset, uint64 length}, then the sections,
 *     each at a multiple of 64 bytes. Little endian. tools/pack writes it, the build calls tools/pack.
 *     Sections: "lexicon", "model", each table as base/table.c lays it out, under its path in knowledge/ ("event/verbs.tsv"), and "digests": 64 digits over
 *     all tables and 64 over lexicon and model, taken when the image was made, for hashing all of it would slow every start.
 */
#ifndef BASE_IMAGE_H
#define BASE_IMAGE_H

#include "base/arena.h"

struct image;

#define IMAGE_DIGESTS "digests"
enum { IMAGE_DIGESTS_BYTES = 128 };

struct image_section {
    const char *bytes;               /* NULL: there is no such section */
    size_t length;
};

/* Maps path. NULL: error says why (missing, too short, another version). */
struct image *image_open(const char *path, struct laut_error *error) __attribute__((warn_unused_result));
void image_free(struct image *image);
struct image_section image_find(const struct image *image, const char *name);

/* SHA-256 over the digests of all table sections (tables true), or of lexicon and model (false), in the image's order; read off
 * the section "digests" where it is filled. */
bool image_sections_sha256(const struct image *image, bool tables, char hex[65], struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
