/* tools/pack.c: packs all tables, the lexicon and the model into one image (base/image.h tells the layout).
 *
 *     pack OUT.image OUT.d KNOWLEDGE_FOLDER DATA_FOLDER
 *
 * Sections: KNOWLEDGE_FOLDER's ROOM/NAME.tsv under that name, sorted, read and checked (base/table.h); then "lexicon" and "model" out of DATA_FOLDER's
 * lexicon.bin and model.bin where they are; last "digests", which names all of it. OUT.d lists the inputs for the build.
 */
#include "base/table.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { NAME_BYTES = 48, SECTIONS_AT_MOST = 256, ALIGNMENT = 64 };

struct section {
    char name[NAME_BYTES];
    char path[4096];
    const void *prepared;                        /* a table's bytes; NULL: the file's own */
    uint64_t offset, length;
};

struct pack {
    struct arena *arena;
    struct section sections[SECTIONS_AT_MOST];
    size_t count;
    char folders[SECTIONS_AT_MOST][4096];        /* inputs too: a new table changes its folder's time */
    size_t folder_count;
};

static bool pack__fail(const char *path, const char *cause)
{
    (void)fprintf(stderr, "pack: %s: %s\n", path, cause);
    return false;
}

static bool pack__add(struct pack *pack, const char *name, const char *path)
{
    if (pack->count == SECTIONS_AT_MOST || strlen(name) >= NAME_BYTES || strlen(path) >= sizeof pack->sections[0].path)
        return pack__fail(path, "too many sections or too long a name");
    struct stat status;
    if (stat(path, &status) != 0)
        return pack__fail(path, strerror(errno));
    struct section *const section = &pack->sections[pack->count++];
    (void)snprintf(section->name, sizeof section->name, "%s", name);
    (void)snprintf(section->path, sizeof section->path, "%s", path);
    section->length = (uint64_t)status.st_size;
    return true;
}

/* Reads the table that was added last. */
static bool pack__prepare(struct pack *pack)
{
    struct laut_error error = {.line = 0};
    struct section *const section = &pack->sections[pack->count - 1];
    char *const text = arena_take(pack->arena, section->length + 1, 1, &error);
    FILE *const in = text ? fopen(section->path, "rb") : NULL;
    const bool read = in && fread(text, 1, section->length, in) == section->length;
    if (in)
        (void)fclose(in);
    if (!read)
        return pack__fail(section->path, "cannot be read to its end");
    size_t length = 0;
    section->prepared = table_prepare(pack->arena, section->path, text, section->length, &length, &error);
    section->length = length;
    if (section->prepared)
        return true;
    (void)fprintf(stderr, "pack: %s:%zu: %s; %s\n", error.file, error.line, error.message, error.remedy);
    return false;
}

static bool pack__add_folder(struct pack *pack, const char *path)
{
    if (pack->folder_count == SECTIONS_AT_MOST)
        return pack__fail(path, "too many folders");
    (void)snprintf(pack->folders[pack->folder_count++], sizeof pack->folders[0], "%s", path);
    return true;
}

static bool pack__ends_with(const char *text, const char *end)
{
    const size_t length = strlen(text), end_length = strlen(end);
    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

static bool pack__room(struct pack *pack, const char *knowledge, const char *room)
{
    char folder[4096];
    (void)snprintf(folder, sizeof folder, "%s/%s", knowledge, room);
    struct dirent **names;
    const int count = scandir(folder, &names, NULL, alphasort);
    if (count < 0)
        return errno == ENOTDIR ? true : pack__fail(folder, strerror(errno));
    bool done = pack__add_folder(pack, folder);
    for (int i = 0; i < count; i++) {
        if (done && pack__ends_with(names[i]->d_name, ".tsv")) {
            char name[512], path[8192];
            (void)snprintf(name, sizeof name, "%s/%s", room, names[i]->d_name);
            (void)snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
            done = pack__add(pack, name, path) && pack__prepare(pack);
        }
        free(names[i]);
    }
    free(names);
    return done;
}

static bool pack__rooms(struct pack *pack, const char *knowledge)
{
    struct dirent **names;
    const int count = scandir(knowledge, &names, NULL, alphasort);
    if (count < 0)
        return pack__fail(knowledge, strerror(errno));
    bool done = pack__add_folder(pack, knowledge);
    for (int i = 0; i < count; i++) {
        if (done && names[i]->d_name[0] != '.')
            done = pack__room(pack, knowledge, names[i]->d_name);
        free(names[i]);
    }
    free(names);
    return done;
}

static bool pack__data(struct pack *pack, const char *data)
{
    static const struct { const char *file, *name; } parts[] = {{"lexicon.bin", "lexicon"}, {"model.bin", "model"}};
    for (size_t i = 0; i < 2; i++) {
        char path[4096];
        struct stat status;
        (void)snprintf(path, sizeof path, "%s/%s", data, parts[i].file);
        if (stat(path, &status) == 0 && !pack__add(pack, parts[i].name, path))
            return false;
    }
    return true;
}

static uint64_t pack__copy_file(FILE *out, const char *path)
{
    FILE *const in = fopen(path, "rb");
    char buffer[1 << 16];
    uint64_t copied = 0;
    size_t part;
    while (in && (part = fread(buffer, 1, sizeof buffer, in)) > 0 && fwrite(buffer, 1, part, out) == part)
        copied += part;
    if (in)
        (void)fclose(in);
    return copied;
}

static bool pack__copy(FILE *out, const struct section *section)
{
    uint64_t copied = section->prepared ? fwrite(section->prepared, 1, section->length, out) : pack__copy_file(out, section->path);
    if (copied != section->length)
        return pack__fail(section->path, "changed or not copied to its end");
    for (; copied % ALIGNMENT; copied++)
        if (fputc(0, out) == EOF)
            return false;
    return true;
}

/* Room for the digests, which are known when all else is written. */
static bool pack__add_digests(struct pack *pack)
{
    if (pack->count == SECTIONS_AT_MOST)
        return pack__fail(IMAGE_DIGESTS, "too many sections");
    struct section *const section = &pack->sections[pack->count++];
    (void)snprintf(section->name, sizeof section->name, "%s", IMAGE_DIGESTS);
    section->length = IMAGE_DIGESTS_BYTES;
    return true;
}

static bool pack__fill_digests(const struct pack *pack, const char *path)
{
    struct laut_error error;
    char tables[65], model[65];
    struct image *const image = image_open(path, &error);
    const bool known = image && image_sections_sha256(image, true, tables, &error) &&
                       image_sections_sha256(image, false, model, &error);
    image_free(image);
    if (!known)
        return pack__fail(path, error.message);
    FILE *const out = fopen(path, "r+b");
    bool done = out && fseek(out, (long)pack->sections[pack->count - 1].offset, SEEK_SET) == 0 &&
                fwrite(tables, 64, 1, out) == 1 && fwrite(model, 64, 1, out) == 1;
    done = (!out || fclose(out) == 0) && done;
    return done ? true : pack__fail(path, "cannot be written");
}

static bool pack__write(struct pack *pack, FILE *out)
{
    const uint64_t count = pack->count;
    const size_t head = 16 + pack->count * (NAME_BYTES + 16);
    uint64_t offset = (head + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    bool done = fwrite("LAUTIMG1", 1, 8, out) == 8 && fwrite(&count, 8, 1, out) == 1;
    for (size_t i = 0; done && i < pack->count; i++) {
        struct section *const section = &pack->sections[i];
        section->offset = offset;
        offset += (section->length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        done = fwrite(section->name, NAME_BYTES, 1, out) == 1 && fwrite(&section->offset, 8, 1, out) == 1 &&
               fwrite(&section->length, 8, 1, out) == 1;
    }
    for (size_t at = head; done && at % ALIGNMENT; at++)
        done = fputc(0, out) != EOF;
    for (size_t i = 0; done && i + 1 < pack->count; i++)
        done = pack__copy(out, &pack->sections[i]);
    static const char no_digests[IMAGE_DIGESTS_BYTES];
    return done && fwrite(no_digests, sizeof no_digests, 1, out) == 1;
}

static bool pack__dependencies(const struct pack *pack, const char *image, const char *path)
{
    FILE *const out = fopen(path, "w");
    bool done = out && fprintf(out, "%s:", image) > 0;
    for (size_t i = 0; done && i + 1 < pack->count; i++)
        done = fprintf(out, " \\\n  %s", pack->sections[i].path) > 0;
    for (size_t i = 0; done && i < pack->folder_count; i++)
        done = fprintf(out, " \\\n  %s", pack->folders[i]) > 0;
    done = done && fputc('\n', out) != EOF;
    return (!out || fclose(out) == 0) && done ? true : pack__fail(path, "cannot be written");
}

static bool pack__run(struct pack *pack, char *const *names)
{
    if (!pack__rooms(pack, names[2]) || !pack__data(pack, names[3]) || !pack__add_digests(pack) ||
        !pack__dependencies(pack, names[0], names[1]))
        return false;
    FILE *const out = fopen(names[0], "wb");
    const bool written = out && pack__write(pack, out);
    if (!out || fclose(out) != 0 || !written)
        return pack__fail(names[0], "cannot be written");
    return pack__fill_digests(pack, names[0]);
}

int main(int argc, char **argv)
{
    static struct pack pack;
    if (argc != 5) {
        (void)fputs("usage: pack OUT.image OUT.d KNOWLEDGE_FOLDER DATA_FOLDER\n", stderr);
        return 2;
    }
    struct laut_error error;
    pack.arena = arena_open(0, &error);
    const bool done = pack.arena && pack__run(&pack, argv + 1);
    arena_free(pack.arena);
    return done ? 0 : 1;
}
