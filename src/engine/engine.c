/* engine/engine.c: finds the image, opens the knowledge of all rooms, runs them in the order of docs/architecture.md. After
 * laut_engine_open nothing in an engine changes, so that threads share it without locks. */
#include "engine/engine.h"

#include "engine/overlay.h"
#include "lexicon/lexicon.h"
#include "parse/parse.h"
#include "text/segment.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REMEDY_DATA "name the file laut.image by --data or the environment's LAUT_DATA, or build the project (make)"

/* ---- the rooms ----------------------------------------------------------------------------------------------- */

/* A stage opens its knowledge once and runs on each document. A room's own functions are typed; these two lines per room
 * bring them to one form. */
struct stage {
    const char *name;
    const void *(*open)(const struct table_set *, struct laut_error *);
    bool (*run)(struct document *, const void *knowledge, struct laut_error *);
};

static const void *stage__open_text(const struct table_set *set, struct laut_error *error)
{
    return text_knowledge_open(set, error);
}

static bool stage__text(struct document *document, const void *knowledge, struct laut_error *error)
{
    return text_segment(document, knowledge, error);
}

static const void *stage__open_lexicon(const struct table_set *set, struct laut_error *error)
{
    return lexicon_open(set, error);
}

static bool stage__lexicon(struct document *document, const void *knowledge, struct laut_error *error)
{
    return lexicon_analyse(document, knowledge, error);
}

static const void *stage__open_parse(const struct table_set *set, struct laut_error *error)
{
    return parse_knowledge_open(set, error);
}

static bool stage__parse(struct document *document, const void *knowledge, struct laut_error *error)
{
    return parse_document(document, knowledge, error);
}

static const struct stage stages[] = {
    {"text", stage__open_text, stage__text},
    {"lexicon", stage__open_lexicon, stage__lexicon},
    {"parse", stage__open_parse, stage__parse},
};

enum { STAGE_COUNT = sizeof stages / sizeof stages[0] };

size_t engine_stage_count(void)
{
    return STAGE_COUNT;
}

const char *engine_stage_name(size_t stage)
{
    return stages[stage].name;
}

bool engine_stage_run(const struct laut_engine *engine, size_t stage, struct document *document, struct laut_error *error)
{
    return stages[stage].run(document, engine->knowledge[stage], error);
}

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

static bool engine__find_image(const struct laut_engine_options *options, char path[PATH_MAX], struct laut_error *error)
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
    const void **const knowledge = arena_take(engine->arena, STAGE_COUNT, sizeof *knowledge, error);
    if (!knowledge)
        return false;
    for (size_t i = 0; i < STAGE_COUNT; i++) {
        knowledge[i] = stages[i].open(set, error);
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
    if (!engine__find_image(options, path, error))
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
    struct arena *const arena = arena_open(1 << 20, error);
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
