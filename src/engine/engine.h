/* engine/engine.h: the rooms in their order, behind the opaque types of laut.h.
 *
 *     for (size_t i = 0; i < engine_stage_count(); i++)
 *         if (!engine_stage_run(engine, i, &document->document, &error)) ...        what laut_document_code does
 */
#ifndef ENGINE_ENGINE_H
#define ENGINE_ENGINE_H

#include "base/image.h"
#include "base/table.h"
#include "engine/record.h"
#include "report/reader.h"

#include <limits.h>

struct event_knowledge;

struct laut_engine {
    struct arena *arena;
    struct image *image;
    char tables_sha256[65], model_sha256[65];
    const struct report_knowledge *report;
    const void *const *knowledge;    /* [engine_stage_count()], what each stage's room opened */
};

struct laut_document {
    const struct laut_engine *engine;
    bool segmented;                  /* came with its sentences and words: the first stage has nothing to do */
    struct taken taken;              /* of a document that a source handed out by laut_source_take */
    struct document document;        /* its arena holds everything, this struct too */
    struct record record;
};

/* The stages after report/: text, lexicon, parse … event. */
size_t engine_stage_count(void);
const char *engine_stage_name(size_t stage);
/* What the last stage opened, for event/check.h. */
const struct event_knowledge *engine_event_knowledge(const struct laut_engine *engine);
/* The path of the image that the options or the environment name, else of the one that is installed. */
bool engine_find_image(const struct laut_engine_options *options, char path[PATH_MAX], struct laut_error *error)
    __attribute__((warn_unused_result));
/* Opens a stage's knowledge; earlier: that of the stages before it. NULL: failed. */
const void *engine_stage_open(size_t stage, const struct table_set *set, const void *const *earlier, struct laut_error *error)
    __attribute__((warn_unused_result));
bool engine_stage_run(const struct laut_engine *engine, size_t stage, struct document *document, struct laut_error *error)
    __attribute__((warn_unused_result));

/* An empty document with an arena of its own. laut_document_free frees it. */
struct laut_document *engine_document_open(const struct laut_engine *engine, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Reports out of bytes in memory. What given points to, its strings and those of the options are lent until the source is freed. */
struct laut_source *source_open_given(const struct laut_engine *engine, const struct report_given *given, const struct report_reader_options *options,
                                      struct laut_error *error) __attribute__((warn_unused_result));

#endif
