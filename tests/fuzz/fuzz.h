/* tests/fuzz/fuzz.h: a reader under bytes that nobody meant.
 *
 *     fuzz SECONDS [TARGET]          all targets, or one, that long in all
 *     fuzz TARGET FILE …             the target on files, for looking at what a run found
 *
 * A target is run on mutations of its seeds. Nothing may crash, leak or be undefined (the sanitizers watch); what a target itself
 * holds true it checks with fuzz_check.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>

struct laut_engine;

struct fuzz_seed {
    const char *bytes;
    size_t length;
};

#define FUZZ_SEED(text) {text, sizeof text - 1}

struct fuzz_context {
    const struct laut_engine *engine;
    int file;                        /* of a path that begins anew with each run */
    char path[64];
    char folder[64];                 /* an empty folder */
};

struct fuzz_target {
    const char *name;
    void (*run)(const struct fuzz_context *context, const char *bytes, size_t length);
    const struct fuzz_seed *seeds;
    size_t seed_count;
    const char *const *words;        /* of the format, for mutations to put in; NULL-terminated */
};

extern const struct fuzz_target fuzz_targets[];
extern const size_t fuzz_target_count;

/* Ends the run where a thing is not true that must be. */
void fuzz_check(bool holds, const char *what);

/* Puts the bytes into the context's file. */
void fuzz_write(const struct fuzz_context *context, const char *bytes, size_t length);

#endif
