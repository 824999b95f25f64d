/* cli/archive.h: what the commands that work on an archive share. */
#ifndef CLI_ARCHIVE_H
#define CLI_ARCHIVE_H

#include "cli/arguments.h"
#include "laut.h"

/* The option every such command has. */
#define ARCHIVE_OPTION {"archive", 'a', "FILE", "the archive (default: LAUT_ARCHIVE, else\n~/.local/share/laut/archive.sqlite)"}

/* path NULL: the usual one. NULL: a message was printed. */
struct laut_archive *archive_for_reading(const char *path);
struct laut_archive *archive_for_writing(const char *path, bool create);

#endif
