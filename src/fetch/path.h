/* fetch/path.h: paths against patterns as robots.txt has them (RFC 9309, 2.2.2 and 2.2.3).
 *
 *     path_matches("/a*.pdf$", 8, "/archiv/b.pdf")  ->  true
 */
#ifndef FETCH_PATH_H
#define FETCH_PATH_H

#include <stdbool.h>
#include <stddef.h>

/* A pattern matches the begin of a path; a star stands for anything, a dollar at the end for the path's end. Letters that need no percent sign are the same with and
 * without one, those that do are too. */
bool path_matches(const char *pattern, size_t length, const char *path);

#endif
