/* base/table_fixture.h: for tests of what reads tables: the built image, an arena, and what a room makes of its tables. */
#ifndef BASE_TABLE_FIXTURE_H
#define BASE_TABLE_FIXTURE_H

#include "base/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

struct fixture {
    struct arena *arena;
    struct image *image;
    const void *knowledge;           /* the test's own type */
    struct laut_error error;
};

static inline struct table_set fixture_tables(const struct fixture *fixture, const char *overlay_folder)
{
    return (struct table_set){fixture->arena, fixture->image, overlay_folder};
}

static inline int fixture_open(void **state)
{
    struct fixture *const fixture = calloc(1, sizeof *fixture);
    assert_non_null(fixture);
    fixture->arena = arena_open(0, &fixture->error);
    fixture->image = image_open(TEST_IMAGE, &fixture->error);
    assert_non_null(fixture->arena);
    assert_non_null(fixture->image);
    *state = fixture;
    return 0;
}

/* Says why, where a room's tables could not be read. */
static inline int fixture_keep(struct fixture *fixture, const void *knowledge)
{
    if (!knowledge)
        fail_msg("%s:%zu: %s", fixture->error.file, fixture->error.line, fixture->error.message);
    fixture->knowledge = knowledge;
    return 0;
}

static inline int fixture_close(void **state)
{
    struct fixture *const fixture = *state;
    arena_free(fixture->arena);
    image_free(fixture->image);
    free(fixture);
    return 0;
}

#endif
