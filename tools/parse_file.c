/* tools/parse_file.c: text in, CoNLL-U out, for measuring parse/ by itself; `laut parse` is the command for users.
 *
 *     parse_file IMAGE [--pretokenized] [--times N] FILE
 *
 * FILE is bare text, a blank line ends paragraph and sentence; with --pretokenized its columns 1 and 2 are read as CoNLL-U.
 * --times N parses N times and prints words a second of lexicon and parser on standard error. */
#include "base/image.h"
#include "lexicon/lexicon.h"
#include "parse/conllu.h"
#include "parse/parse.h"
#include "text/segment.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct parse_file {
    struct arena *arena;
    const struct lexicon *lexicon;
    const struct parser *parser;
    const struct text_knowledge *text;
    bool pretokenized;
    char *bytes;
    size_t length;
};

static bool parse_file__read(struct parse_file *file, const char *path, struct laut_error *error)
{
    FILE *const stream = fopen(path, "rb");
    if (!stream)
        return error_set(error, path, 0, NULL, "cannot be opened");
    size_t capacity = 1 << 16;
    file->bytes = malloc(capacity + 1);
    for (size_t got = 1; file->bytes && got;) {
        if (file->length == capacity)
            file->bytes = realloc(file->bytes, (capacity *= 2) + 1);
        got = file->bytes ? fread(file->bytes + file->length, 1, capacity - file->length, stream) : 0;
        file->length += got;
    }
    fclose(stream);
    if (!file->bytes)
        return error_out_of_memory(error);
    file->bytes[file->length] = '\0';
    return true;
}

/* Blocks of lines between blank lines. */
static bool parse_file__paragraphs(const struct parse_file *file, struct document *document, struct laut_error *error)
{
    struct paragraph *paragraphs = NULL;
    size_t count = 0, capacity = 0;
    for (size_t at = 0; at < file->length;) {
        const char *const blank = memmem(file->bytes + at, file->length - at, "\n\n", 2);
        const size_t end = blank ? (size_t)(blank - file->bytes) : file->length;
        if (end > at) {
            struct paragraph *const paragraph = arena_append(document->arena, &paragraphs, &count, &capacity, sizeof *paragraph, error);
            if (!paragraph)
                return false;
            paragraph->span = (struct span){(uint32_t)at, (uint32_t)end};
        }
        at = blank ? end + 2 : file->length;
    }
    document->text = file->bytes;
    document->text_bytes = file->length;
    document->paragraphs = paragraphs;
    document->paragraph_count = count;
    return true;
}

static bool parse_file__run(const struct parse_file *file, struct document *document, clock_t *parse_time, struct laut_error *error)
{
    const bool tokens = file->pretokenized
                            ? conllu_read_forms(document, "input", file->bytes, file->length, error)
                            : parse_file__paragraphs(file, document, error) && text_segment(document, file->text, error);
    const clock_t start = clock();
    if (!tokens || !lexicon_analyse(document, file->lexicon, error))
        return false;
    const clock_t middle = clock();
    const bool good = parse_document(document, file->parser, error);
    parse_time[0] += middle - start;
    parse_time[1] += clock() - middle;
    return good;
}

int main(int argc, char **argv)
{
    struct laut_error error = {0};
    struct parse_file file = {.arena = arena_open(0, &error)};
    const char *path = NULL;
    int times = 1;
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--pretokenized") == 0)
            file.pretokenized = true;
        else if (strcmp(argv[i], "--times") == 0 && i + 1 < argc)
            times = atoi(argv[++i]);
        else
            path = argv[i];
    }
    struct image *const image = path && file.arena ? image_open(argv[1], &error) : NULL;
    const struct table_set set = {.arena = file.arena, .image = image};
    bool good = image && (file.lexicon = lexicon_open(&set, &error)) && (file.parser = parse_knowledge_open(&set, &error)) &&
                (file.text = text_knowledge_open(&set, &error)) && parse_file__read(&file, path, &error);
    clock_t spent[2] = {0};
    size_t words = 0;
    for (int run = 0; good && run < times; run++) {
        struct document document = {.arena = arena_open(0, &error)};
        good = document.arena && parse_file__run(&file, &document, spent, &error);
        words += document.token_count;
        if (good && run + 1 == times)
            good = conllu_write(&document, stdout, &error);
        arena_free(document.arena);
    }
    if (good && times > 1)
        fprintf(stderr, "words a second: lexicon %.0f, parser %.0f\n", (double)words * CLOCKS_PER_SEC / (double)(spent[0] + 1),
                (double)words * CLOCKS_PER_SEC / (double)(spent[1] + 1));
    if (!good)
        fprintf(stderr, "parse_file: %s:%zu: %s; %s\n", error.file, error.line, error.message, error.remedy);
    if (image)
        image_free(image);
    arena_free(file.arena);
    free(file.bytes);
    return good ? 0 : 1;
}
