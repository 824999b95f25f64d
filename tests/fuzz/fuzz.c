/* tests/fuzz/fuzz.c: mutates seeds and runs the targets. The same number of runs gives the same inputs: random numbers are splitmix64 from
 * a fixed seed per target. An input that ends a run is left in fuzz-TARGET.input. */
#include "fuzz.h"

#include "base/hash.h"
#include "laut.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST_INPUT = 1 << 16, MOST_MUTATIONS = 12 };

/* What a run that ends badly leaves behind. */
static struct {
    const struct fuzz_target *target;
    char bytes[LONGEST_INPUT];
    size_t length, number;
} running;

static void fuzz__leave_input(void)
{
    char path[128];
    (void)snprintf(path, sizeof path, "fuzz-%s.input", running.target ? running.target->name : "none");
    FILE *const file = fopen(path, "wb");
    if (file) {
        (void)fwrite(running.bytes, 1, running.length, file);
        (void)fclose(file);
    }
    (void)fprintf(stderr, "fuzz: target %s, input %zu, left in %s\n", running.target ? running.target->name : "none", running.number, path);
}

/* The sanitizers call this before they end the program, where there are any. */
void __sanitizer_set_death_callback(void (*callback)(void)) __attribute__((weak));

void fuzz_check(bool holds, const char *what)
{
    if (holds)
        return;
    (void)fprintf(stderr, "fuzz: not so: %s\n", what);
    fuzz__leave_input();
    abort();
}

void fuzz_write(const struct fuzz_context *context, const char *bytes, size_t length)
{
    const bool written = ftruncate(context->file, 0) == 0 && pwrite(context->file, bytes, length, 0) == (ssize_t)length;
    if (!written) {
        perror("fuzz");
        exit(2);
    }
}

/* ---- mutations ------------------------------------------------------------------------------------------------ */

struct random {
    uint64_t state;
};

static uint64_t random__next(struct random *random)
{
    random->state += UINT64_C(0x9E3779B97F4A7C15);
    return hash_mix(random->state);
}

static size_t random__below(struct random *random, size_t limit)
{
    return limit ? (size_t)(random__next(random) % limit) : 0;
}

/* Puts bytes in at a place, as far as there is room. */
static void fuzz__insert(size_t at, const char *bytes, size_t length)
{
    if (length > LONGEST_INPUT - running.length)
        length = LONGEST_INPUT - running.length;
    memmove(running.bytes + at + length, running.bytes + at, running.length - at);
    memcpy(running.bytes + at, bytes, length);
    running.length += length;
}

static void fuzz__insert_word(struct random *random, const struct fuzz_target *target, size_t at)
{
    static const char *const words[] = {"\xC3\xA4", "\xEF\xBB\xBF", "\xE2\x80\x9E", "\xC2\xAD", "a\xCC\x88", "\xF0\x9F\x98\x80", "\n", "\n\n", "\r\n",
                                        " ", "\t", ".", "\xFF", "-1", "0", "999999999999", "Stand: 05.01.2024 04:55 Uhr", "am Dienstag", "„“", "sagte er"};
    size_t count = 0;
    while (target->words && target->words[count])
        count++;
    const size_t pick = random__below(random, count + sizeof words / sizeof words[0]);
    const char *const word = pick < count ? target->words[pick] : words[pick - count];
    fuzz__insert(at, word, strlen(word));
}

/* A part of another seed, or of the input itself. */
static void fuzz__splice(struct random *random, const struct fuzz_target *target, size_t at)
{
    static char part[LONGEST_INPUT];
    const struct fuzz_seed *const seed = &target->seeds[random__below(random, target->seed_count)];
    const bool own = random__below(random, 2) == 0;
    const size_t length = own ? running.length : seed->length, begin = random__below(random, length);
    size_t count = random__below(random, length - begin + 1);
    if (count > LONGEST_INPUT / 4)
        count = LONGEST_INPUT / 4;
    memcpy(part, (own ? running.bytes : seed->bytes) + begin, count);
    fuzz__insert(at, part, count);
}

static void fuzz__mutate(struct random *random, const struct fuzz_target *target)
{
    const size_t at = random__below(random, running.length + 1), left = running.length - at;
    switch (random__below(random, 8)) {
    case 0:
        if (left)
            running.bytes[at] = (char)(running.bytes[at] ^ 1 << random__below(random, 8));
        break;
    case 1:
        if (left)
            running.bytes[at] = (char)random__below(random, 256);
        break;
    case 2: {
        const size_t count = random__below(random, left < 64 ? left + 1 : 64);
        memmove(running.bytes + at, running.bytes + at + count, left - count);
        running.length -= count;
        break;
    }
    case 3:
        if (random__below(random, 4) == 0)
            running.length = at;
        break;
    case 4: {
        const char byte = (char)random__below(random, 256);
        fuzz__insert(at, &byte, 1);
        break;
    }
    case 5:
        fuzz__splice(random, target, at);
        break;
    default:
        fuzz__insert_word(random, target, at);
        break;
    }
}

static void fuzz__make_input(struct random *random, const struct fuzz_target *target)
{
    const struct fuzz_seed *const seed = &target->seeds[random__below(random, target->seed_count)];
    running.length = seed->length < LONGEST_INPUT ? seed->length : LONGEST_INPUT;
    memcpy(running.bytes, seed->bytes, running.length);
    const size_t mutations = 1 + random__below(random, MOST_MUTATIONS);
    for (size_t i = 0; i < mutations; i++)
        fuzz__mutate(random, target);
}

/* ---- runs ----------------------------------------------------------------------------------------------------- */

static double fuzz__now(void)
{
    struct timespec now;
    return clock_gettime(CLOCK_MONOTONIC, &now) == 0 ? (double)now.tv_sec + (double)now.tv_nsec * 1e-9 : 0;
}

/* The target sees a copy of the exact length, so that reading beyond it is seen. */
static void fuzz__run(const struct fuzz_context *context)
{
    char *const copy = malloc(running.length + 1);
    if (!copy)
        exit(2);
    memcpy(copy, running.bytes, running.length);
    copy[running.length] = '\0';
    running.target->run(context, copy, running.length);
    free(copy);
}

static void fuzz__target(const struct fuzz_context *context, const struct fuzz_target *target, double seconds)
{
    const double end = fuzz__now() + seconds;
    struct random random = {hash_bytes(target->name, strlen(target->name), 0)};
    running.target = target;
    for (size_t i = 0; i < target->seed_count; i++) {
        running.length = target->seeds[i].length;
        memcpy(running.bytes, target->seeds[i].bytes, running.length);
        fuzz__run(context);
    }
    for (running.number = 0; fuzz__now() < end; running.number++) {
        fuzz__make_input(&random, target);
        fuzz__run(context);
    }
    (void)printf("%s: %zu inputs\n", target->name, running.number);
}

static int fuzz__files(const struct fuzz_context *context, const struct fuzz_target *target, char **files, size_t count)
{
    running.target = target;
    for (size_t i = 0; i < count; i++) {
        FILE *const file = fopen(files[i], "rb");
        if (!file) {
            perror(files[i]);
            return 2;
        }
        running.length = fread(running.bytes, 1, sizeof running.bytes, file);
        (void)fclose(file);
        fuzz__run(context);
    }
    return 0;
}

static bool fuzz__open(struct fuzz_context *context)
{
    struct laut_error error = {.line = 0};
    const struct laut_engine_options options = {.image_path = TEST_IMAGE};
    context->engine = laut_engine_open(&options, &error);
    context->file = memfd_create("fuzz", MFD_CLOEXEC);
    (void)snprintf(context->path, sizeof context->path, "/proc/self/fd/%d", context->file);
    (void)snprintf(context->folder, sizeof context->folder, "/tmp/laut-fuzz-XXXXXX");
    return context->engine && context->file >= 0 && mkdtemp(context->folder);
}

int main(int argc, char **argv)
{
    static struct fuzz_context context;
    char *end = NULL;
    const double seconds = argc > 1 ? strtod(argv[1], &end) : 0;
    const struct fuzz_target *one = NULL;
    const char *const name = argc < 2 ? NULL : *end ? argv[1] : argv[2];
    for (size_t i = 0; i < fuzz_target_count; i++)
        if (name && strcmp(fuzz_targets[i].name, name) == 0)
            one = &fuzz_targets[i];
    if (argc < 2 || (name && !one) || !fuzz__open(&context)) {
        (void)fprintf(stderr, "usage: fuzz SECONDS [TARGET] | fuzz TARGET FILE …\n");
        return 2;
    }
    if (__sanitizer_set_death_callback)
        __sanitizer_set_death_callback(fuzz__leave_input);
    int status = 0;
    if (*end)
        status = fuzz__files(&context, one, argv + 2, (size_t)argc - 2);
    for (size_t i = 0; i < fuzz_target_count && !*end; i++)
        if (!one || one == &fuzz_targets[i])
            fuzz__target(&context, &fuzz_targets[i], one ? seconds : seconds / (double)fuzz_target_count);
    union { const struct laut_engine *lent; struct laut_engine *owned; } engine = {.lent = context.engine};
    laut_engine_free(engine.owned);
    (void)close(context.file);
    (void)rmdir(context.folder);
    return status;
}
