/* cli/archive.c: see cli/archive.h. */
#include "cli/archive.h"

#include "cli/cli.h"

static struct laut_archive *archive__open(const char *path, const struct laut_archive_options *options)
{
    struct laut_error error = {.line = 0};
    struct laut_archive *const archive = laut_archive_open(path, options, &error);
    if (!archive)
        cli_print_error(&error);
    return archive;
}

struct laut_archive *archive_for_reading(const char *path)
{
    return archive__open(path, &(struct laut_archive_options){.read_only = true});
}

struct laut_archive *archive_for_writing(const char *path, bool create)
{
    return archive__open(path, &(struct laut_archive_options){.create = create});
}
