/* engine/engine.c: finds the image and opens the knowledge of all rooms (stages.c). After laut_engine_open nothing in an engine
 * changes, so that threads share it without locks. */
#include "engine/engine.h"

#include "engine/overlay.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REMEDY_DATA "name the file laut.image by --data or the environment's LAUT_DATA, or build the project (make)"

/* ---- the image ----------------------------------------------------------------------------------------------- */

static bool engine__is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* path itself, or path/laut.image where it is a folder. */
static bool engine__named_image(const char *named, char path[PATH_MAX])
{
    struct stat status;
    const bool folder = stat(named, &status) == 0 && S_ISDIR(status.st_mode);
    return snprintf(path, PATH_MAX, folder ? "%s/laut.image" : "%s", named) < PATH_MAX;
}

/* Beside the program (a build folder), then ../share/laut from it (an installed tree that was moved). */
static bool engine__image_near_program(char path[PATH_MAX])
{
    char program[PATH_MAX];
    const ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0)
        return false;
    program[length] = '\0';
    char *const slash = strrchr(program, '/');
    if (!slash)
        return false;
    *slash = '\0';
    static const char *const places[] = {"laut.image", "../laut.image", "../share/laut/laut.image"};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (snprintf(path, PATH_MAX, "%s/%s", program, places[i]) < PATH_MAX && engine__is_file(path))
            return true;
    return false;
}

bool engine_find_image(const struct laut_engine_options *options, char path[PATH_MAX], struct laut_error *error)
{
    const char *named = options ? options->image_path : NULL;
    if (!named || !named[0])
        named = getenv("LAUT_DATA");
    if (named && named[0])
        return engine__named_image(named, path) || error_set(error, named, 0, REMEDY_DATA, "too long a path");
    if (engine__image_near_program(path))
        return true;
    (void)snprintf(path, PATH_MAX, "%s/laut.image", LAUT_DATA_FOLDER);
    return engine__is_file(path) || error_set(error, path, 0, REMEDY_DATA, "laut's tables, lexicon and model are not there");
}

/* ---- opening ------------------------------------------------------------------------------------------------- */

static bool engine__open_knowledge(struct laut_engine *engine, const struct table_set *set, struct laut_error *error)
{
    const void **const knowledge = arena_take(engine->arena, engine_stage_count(), sizeof *knowledge, error);
    engine->report = knowledge ? report_knowledge_open(set, error) : NULL;
    if (!engine->report)
        return false;
    for (size_t i = 0; i < engine_stage_count(); i++) {
        knowledge[i] = engine_stage_open(i, set, knowledge, error);
        if (!knowledge[i])
            return false;
    }
    engine->knowledge = knowledge;
    return true;
}

static bool engine__open(struct laut_engine *engine, const struct laut_engine_options *options, struct laut_error *error)
{
    const char *const overlay = options ? options->tables_folder : NULL;
    char path[PATH_MAX];
    if (!engine_find_image(options, path, error))
        return false;
    engine->image = image_open(path, error);
    if (!engine->image)
        return false;
    const struct table_set set = {engine->arena, engine->image, overlay};
    return image_sections_sha256(engine->image, true, engine->tables_sha256, error) &&
           image_sections_sha256(engine->image, false, engine->model_sha256, error) &&
           (!overlay || overlay_check(engine->image, overlay, engine->tables_sha256, error)) &&
           engine__open_knowledge(engine, &set, error);
}

struct laut_engine *laut_engine_open(const struct laut_engine_options *options, struct laut_error *error)
{
    struct arena *const arena = arena_open(4 << 20, error);
    struct laut_engine *const engine = arena ? arena_take(arena, 1, sizeof *engine, error) : NULL;
    if (!engine) {
        arena_free(arena);
        return NULL;
    }
    engine->arena = arena;
    if (engine__open(engine, options, error))
        return engine;
    laut_engine_free(engine);
    return NULL;
}

void laut_engine_free(struct laut_engine *engine)
{
    if (!engine)
        return;
    image_free(engine->image);
    arena_free(engine->arena);
}

const char *laut_engine_tables_sha256(const struct laut_engine *engine)
{
    return engine->tables_sha256;
}

const char *laut_engine_model_sha256(const struct laut_engine *engine)
{
    return engine->model_sha256;
}
