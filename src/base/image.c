/* base/image.c: one file of named sections, mapped read-only; see base/image.h for the layout. */
#include "base/image.h"

#include "base/hash.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { IMAGE_NAME_BYTES = 48 };

struct image_entry {
    char name[IMAGE_NAME_BYTES];
    uint64_t offset, length;
};

struct image {
    const char *bytes;
    size_t length;
    const struct image_entry *entries;
    uint64_t entry_count;
};

static const char image__magic[8] = {'L', 'A', 'U', 'T', 'I', 'M', 'G', '1'};

static bool image__map(struct image *image, const char *path, struct laut_error *error)
{
    const char *const remedy = "build the project, or name the file by --data or LAUT_DATA";
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return error_set(error, path, 0, remedy, "cannot be opened: %s", strerror(errno));
    struct stat status;
    const bool sized = fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size >= 16;
    if (sized) {
        image->length = (size_t)status.st_size;
        void *const bytes = mmap(NULL, image->length, PROT_READ, MAP_PRIVATE, file, 0);
        image->bytes = bytes == MAP_FAILED ? NULL : bytes;
    }
    (void)close(file);
    if (!sized)
        return error_set(error, path, 0, remedy, "is no image of tables, lexicon and model");
    return image->bytes ? true : error_set(error, path, 0, remedy, "cannot be mapped: %s", strerror(errno));
}

static bool image__check(struct image *image, const char *path, struct laut_error *error)
{
    const char *const remedy = "build the project again: the image is of another version or damaged";
    uint64_t count;
    memcpy(&count, image->bytes + 8, sizeof count);
    if (memcmp(image->bytes, image__magic, sizeof image__magic) != 0 ||
        count > (image->length - 16) / sizeof(struct image_entry))
        return error_set(error, path, 0, remedy, "is no image of tables, lexicon and model");
    image->entry_count = count;
    image->entries = (const struct image_entry *)(const void *)(image->bytes + 16);
    for (uint64_t i = 0; i < count; i++) {
        const struct image_entry *const entry = &image->entries[i];
        if (!memchr(entry->name, 0, sizeof entry->name) || entry->offset > image->length ||
            entry->length > image->length - entry->offset)
            return error_set(error, path, 0, remedy, "section %llu lies outside the file", (unsigned long long)i);
    }
    return true;
}

struct image *image_open(const char *path, struct laut_error *error)
{
    struct image *const image = calloc(1, sizeof *image);
    if (!image) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    if (image__map(image, path, error) && image__check(image, path, error))
        return image;
    image_free(image);
    return NULL;
}

void image_free(struct image *image)
{
    if (!image)
        return;
    if (image->bytes) {
        union { const char *lent; void *owned; } bytes = {.lent = image->bytes};
        (void)munmap(bytes.owned, image->length);
    }
    free(image);
}

struct image_section image_find(const struct image *image, const char *name)
{
    for (uint64_t i = 0; i < image->entry_count; i++)
        if (strcmp(image->entries[i].name, name) == 0)
            return (struct image_section){image->bytes + image->entries[i].offset, image->entries[i].length};
    return (struct image_section){NULL, 0};
}

bool image_sections_sha256(const struct image *image, bool tables, char hex[65], struct laut_error *error)
{
    const struct image_section taken = image_find(image, IMAGE_DIGESTS);
    if (taken.bytes && taken.length == IMAGE_DIGESTS_BYTES && taken.bytes[0]) {
        memcpy(hex, taken.bytes + (tables ? 0 : 64), 64);
        hex[64] = '\0';
        return true;
    }
    char *const digests = malloc(image->entry_count * 64 + 1);
    if (!digests)
        return error_out_of_memory(error);
    size_t length = 0;
    for (uint64_t i = 0; i < image->entry_count; i++) {
        const struct image_entry *const entry = &image->entries[i];
        if ((strchr(entry->name, '/') != NULL) != tables || strcmp(entry->name, IMAGE_DIGESTS) == 0)
            continue;
        char section[65];
        hash_sha256(image->bytes + entry->offset, entry->length, section);
        memcpy(digests + length, section, 64);
        length += 64;
    }
    hash_sha256(digests, length, hex);
    free(digests);
    return true;
}
