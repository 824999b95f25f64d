/* report/files.h: the files that were named, one after another, and those in folders that were named.
 *
 *     {"b.txt", "news/"}  ->  "b.txt", "news/2024/a.jsonl", "news/c.txt"       a folder's files in the order of their names
 *
 * Folders are walked to the bottom; names that begin with a dot are left out, and a folder that links back to one above it.
 */
#ifndef REPORT_FILES_H
#define REPORT_FILES_H

#include "base/error.h"

#include <stddef.h>

struct files;

/* paths are lent. NULL: out of memory. */
struct files *files_open(const char *const *paths, size_t count, struct laut_error *error) __attribute__((warn_unused_result));
void files_free(struct files *files);

enum files_state { FILES_NEXT, FILES_REFUSED /* the error says why; go on */, FILES_END };

/* *path is lent until the next call. */
enum files_state files_next(struct files *files, const char **path, struct laut_error *error) __attribute__((warn_unused_result));

#endif
