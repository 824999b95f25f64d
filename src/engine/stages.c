/* engine/stages.c: the rooms in the order in which a report passes through them. A stage opens its knowledge once and runs on
 * each document; a room's own functions are typed, the two functions per room here bring them to one form. */
#include "engine/engine.h"

#include "entity/entity.h"
#include "entity/genitives.h"
#include "event/event.h"
#include "lexicon/lexicon.h"
#include "parse/halves.h"
#include "parse/parse.h"
#include "quantity/quantity.h"
#include "statement/statement.h"
#include "text/segment.h"
#include "time/time_expression.h"

struct stage {
    const char *name;
    const void *(*open)(const struct table_set *, const void *const *earlier, struct laut_error *);
    bool (*run)(struct document *, const void *knowledge, struct laut_error *);
};

/* The order is that of the places in stages[]. */
enum { STAGE_TEXT, STAGE_LEXICON, STAGE_PARSE, STAGE_TIME, STAGE_QUANTITY, STAGE_ENTITY, STAGE_STATEMENT, STAGE_EVENT, STAGE_COUNT };

static const void *stage__open_text(const struct table_set *set, const void *const *earlier, struct laut_error *error)
{
    (void)earlier;
    return text_knowledge_open(set, error);
}

static bool stage__text(struct document *document, const void *knowledge, struct laut_error *error)
{
    return text_segment(document, knowledge, error);
}

static const void *stage__open_lexicon(const struct table_set *set, const void *const *earlier, struct laut_error *error)
{
    (void)earlier;
    return lexicon_open(set, error);
}

static bool stage__lexicon(struct document *document, const void *knowledge, struct laut_error *error)
{
    return lexicon_analyse(document, knowledge, error);
}

static const void *stage__open_parse(const struct table_set *set, const void *const *earlier, struct laut_error *error)
{
    (void)earlier;
    return parse_knowledge_open(set, error);
}

static bool stage__parse(struct document *document, const void *knowledge, struct laut_error *error)
{
    return parse_document(document, knowledge, error);
}

static const void *stage__open_time(const struct table_set *set, const void *const *earlier, struct laut_error *error)
{
    (void)earlier;
    return time_knowledge_open(set, error);
}

/* What `laut parse` tells keeps to the treebanks' custom: the halves change places behind it. */
static bool stage__time(struct document *document, const void *knowledge, struct laut_error *error)
{
    return halves_settle(document, error) && time_find(document, knowledge, error);
}

/* Shares the number words of time/. */
static const void *stage__open_quantity(const struct table_set *set, const void *const *earlier, struct laut_error *error)
{
    return quantity_knowledge_open(set, time_knowledge_numbers(earlier[STAGE_TIME]), error);
}

static bool stage__quantity(struct document *document, const void *knowledge, struct laut_error *error)
{
    return quantity_find(document, knowledge, error);
}

static const void *stage__open_entity(const struct table_set *set, const void *const *earlier, struct laut_error *error)
{
    return entity_knowledge_open(set, earlier[STAGE_LEXICON], error);
}

static bool stage__entity(struct document *document, const void *knowledge, struct laut_error *error)
{
    return entity_find(document, knowledge, error) && genitives_settle(document, error);
}

static const void *stage__open_statement(const struct table_set *set, const void *const *earlier, struct laut_error *error)
{
    (void)earlier;
    return statement_knowledge_open(set, error);
}

static bool stage__statement(struct document *document, const void *knowledge, struct laut_error *error)
{
    return statement_find(document, knowledge, error);
}

static const void *stage__open_event(const struct table_set *set, const void *const *earlier, struct laut_error *error)
{
    return event_knowledge_open(set, earlier[STAGE_LEXICON], error);
}

static bool stage__event(struct document *document, const void *knowledge, struct laut_error *error)
{
    return event_code(document, knowledge, error);
}

static const struct stage stages[STAGE_COUNT] = {
    [STAGE_TEXT] = {"text", stage__open_text, stage__text},
    [STAGE_LEXICON] = {"lexicon", stage__open_lexicon, stage__lexicon},
    [STAGE_PARSE] = {"parse", stage__open_parse, stage__parse},
    [STAGE_TIME] = {"time", stage__open_time, stage__time},
    [STAGE_QUANTITY] = {"quantity", stage__open_quantity, stage__quantity},
    [STAGE_ENTITY] = {"entity", stage__open_entity, stage__entity},
    [STAGE_STATEMENT] = {"statement", stage__open_statement, stage__statement},
    [STAGE_EVENT] = {"event", stage__open_event, stage__event},
};

size_t engine_stage_count(void)
{
    return STAGE_COUNT;
}

const char *engine_stage_name(size_t stage)
{
    return stages[stage].name;
}

const struct event_knowledge *engine_event_knowledge(const struct laut_engine *engine)
{
    return engine->knowledge[STAGE_EVENT];
}

const void *engine_stage_open(size_t stage, const struct table_set *set, const void *const *earlier, struct laut_error *error)
{
    return stages[stage].open(set, earlier, error);
}

bool engine_stage_run(const struct laut_engine *engine, size_t stage, struct document *document, struct laut_error *error)
{
    return stages[stage].run(document, engine->knowledge[stage], error);
}
