/* report/unpack.h: what is inside compressed files and archives: gzip, zstd, xz, bzip2; tar and zip of any of them.
 *
 *     "news.tar.gz"  ->  entries "a.jsonl", "2024/b.html"; links, folders and devices are passed over, nothing is written anywhere
 */
#ifndef REPORT_UNPACK_H
#define REPORT_UNPACK_H

#include "report/stream.h"

#include <stdbool.h>

enum { UNPACK_PEEK_BYTES = 512 };

/* Whether a file begins like one. */
bool unpack_is_packed(const char *bytes, size_t length);

struct unpack;

/* outer and name are lent. within: whose entry outer is, and lives longer; NULL: outer is a file. All that comes out of a file counts against its size. NULL: the error says
 * why. */
struct unpack *unpack_open(struct stream *outer, struct unpack *within, const char *name, struct laut_error *error) __attribute__((warn_unused_result));
void unpack_free(struct unpack *unpack);

/* Whether nothing more can be read of it, and an error said so. */
bool unpack_is_spent(const struct unpack *unpack);

/* The next entry that is a file: its name (NULL: a compressed file alone) and bytes, both lent until the next call. STREAM_END: no more;
 * STREAM_FAILED: nothing more can be read. */
enum stream_state unpack_next(struct unpack *unpack, const char **name, struct stream **entry, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
