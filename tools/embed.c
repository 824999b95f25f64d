/* tools/embed.c: a file's bytes as a constant array, for what a program carries in itself.
 *
 *     embed OUT.c NAME FILE  ->  const char NAME[], a NUL behind the bytes, and const char *const NAME_end behind the bytes
 */
#include <stdio.h>
#include <stdlib.h>

static int embed__fail(const char *path)
{
    perror(path);
    return EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        (void)fputs("usage: embed OUT.c NAME FILE\n", stderr);
        return 2;
    }
    FILE *const in = fopen(argv[3], "rb");
    if (!in)
        return embed__fail(argv[3]);
    FILE *const out = fopen(argv[1], "w");
    if (!out)
        return embed__fail(argv[1]);
    size_t count = 0;
    (void)fprintf(out, "extern const char %s[];\nextern const char *const %s_end;\nconst char %s[] = {", argv[2], argv[2], argv[2]);
    for (int byte; (byte = getc(in)) != EOF; count++)
        (void)fprintf(out, "%s%d,", count % 24 ? "" : "\n", byte < 128 ? byte : byte - 256);
    (void)fprintf(out, "0};\nconst char *const %s_end = %s + %zu;\n", argv[2], argv[2], count);
    const int failed = ferror(in);
    (void)fclose(in);
    return fclose(out) != 0 || failed ? embed__fail(argv[1]) : EXIT_SUCCESS;
}
