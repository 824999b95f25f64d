/* report/packed.h: the files that are packed in a file, however deep.
 *
 *     "news.zip" with "a.jsonl.gz" and "2024.tar.zst" in it  ->  "news.zip:a.jsonl.gz", "news.zip:2024.tar.zst:b.html", each with its bytes
 */
#ifndef REPORT_PACKED_H
#define REPORT_PACKED_H

#include "report/files.h"
#include "report/stream.h"

enum { PACKED_DEPTH_AT_MOST = 4 };   /* archives and compressed files in each other; what stands deeper is refused */

struct packed;

/* file and name are lent. NULL: the error says why. */
struct packed *packed_open(struct stream *file, const char *name, struct laut_error *error) __attribute__((warn_unused_result));
void packed_free(struct packed *packed);

/* The next file that is not packed itself: its bytes and the name that messages call it by, both lent until the next call. A file in which there is none at all is refused. */
enum files_state packed_next(struct packed *packed, const char **name, struct stream **stream, struct laut_error *error) __attribute__((warn_unused_result));

#endif
