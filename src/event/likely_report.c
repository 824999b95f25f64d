/* event/likely_report.c: counts once what event/likely.c asks for every act. */
#include "event/likely_report.h"

#include "parse/tree.h"

#include <stdlib.h>
#include <string.h>

const char *likely_code(const struct entity *entity)
{
    return entity->code[0] || entity->kind != ENTITY_PLACE ? entity->code : entity->place_country;
}

/* Index of the country, DOCUMENT_NONE: not spoken of. */
static uint32_t likely__country(const struct likely_report *report, const char *code)
{
    for (uint32_t i = 0; i < report->country_count; i++)
        if (strcmp(report->countries[i].code, code) == 0)
            return i;
    return DOCUMENT_NONE;
}

/* A phrase that tells where something is: "in Minsk". */
static bool likely__is_place(const struct scene *scene, const struct mention *mention, const struct entity *entity)
{
    const uint32_t preposition = tree_preposition(scene->document, mention->head);
    const struct token *const word = preposition == DOCUMENT_NONE ? NULL : &scene->document->tokens[preposition];
    return mention->kind == MENTION_NAME && (entity->kind == ENTITY_PLACE || entity->kind == ENTITY_COUNTRY) && word &&
           (knowledge_preposition(scene->knowledge, word->lemma ? word->lemma : word->form) & PREPOSITION_PLACE);
}

static bool likely__add(const struct scene *scene, struct arena *arena, uint32_t mention_index, uint32_t entity_index,
                        struct likely_report *report, struct laut_error *error)
{
    const struct document *const document = scene->document;
    const struct mention *const mention = &document->mentions[mention_index];
    const struct entity *const entity = &document->entities[entity_index];
    const struct token *const head = &document->tokens[mention->head];
    if (!likely_code(entity)[0] || entity->sector == SECTOR_JRN)
        return true;
    uint32_t index = likely__country(report, likely_code(entity));
    if (index == DOCUMENT_NONE) {
        struct likely_country *const made = arena_append(arena, &report->countries, &report->country_count, &report->country_capacity,
                                                         sizeof *made, error);
        if (!made)
            return false;
        made->code = likely_code(entity);
        index = (uint32_t)report->country_count - 1;
    }
    struct likely_mention *const added = arena_append(arena, &report->mentions, &report->mention_count, &report->mention_capacity,
                                                      sizeof *added, error);
    if (!added)
        return false;
    *added = (struct likely_mention){mention->head, mention_index, entity_index, index,
                                     head->relation == RELATION_NSUBJ || head->relation == RELATION_NSUBJ_PASS};
    struct likely_country *const country = &report->countries[index];
    const enum paragraph_kind kind = document->sentences[head->sentence].kind;
    country->mentions++;
    country->places += likely__is_place(scene, mention, entity);
    country->title = country->title || kind == PARAGRAPH_TITLE;
    return true;
}

static int likely__compare(const void *a, const void *b)
{
    const struct likely_mention *const left = a, *const right = b;
    return left->token != right->token     ? (left->token < right->token ? -1 : 1)
           : left->mention != right->mention ? (left->mention < right->mention ? -1 : 1)
                                             : (left->entity > right->entity) - (left->entity < right->entity);
}

/* The first sentence of the report's own text. */
static uint32_t likely__beginning(const struct document *document)
{
    uint32_t sentence = 0;
    while (sentence < document->sentence_count &&
           (document->sentences[sentence].kind == PARAGRAPH_TITLE || document->sentences[sentence].kind == PARAGRAPH_MARK ||
            document->sentences[sentence].kind == PARAGRAPH_KICKER))
        sentence++;
    return sentence;
}

static void likely__rank(struct likely_report *report)
{
    report->first = report->second = report->scene = DOCUMENT_NONE;
    for (uint32_t i = 0; i < report->country_count; i++) {
        const struct likely_country *const country = &report->countries[i];
        if (report->first == DOCUMENT_NONE || country->mentions > report->countries[report->first].mentions) {
            report->second = report->first;
            report->first = i;
        } else if (report->second == DOCUMENT_NONE || country->mentions > report->countries[report->second].mentions) {
            report->second = i;
        }
        if (country->places && (report->scene == DOCUMENT_NONE || country->places > report->countries[report->scene].places))
            report->scene = i;
    }
}

bool likely_report_open(const struct scene *scene, struct arena *arena, struct likely_report *report, struct laut_error *error)
{
    const struct document *const document = scene->document;
    const uint32_t beginning = likely__beginning(document);
    *report = (struct likely_report){.first = DOCUMENT_NONE};
    for (uint32_t i = 0; i < document->mention_count; i++)
        for (size_t k = 0; k < document->mentions[i].entity_count; k++)
            if (!likely__add(scene, arena, i, document->mentions[i].entities[k], report, error))
                return false;
    if (report->mention_count)
        qsort(report->mentions, report->mention_count, sizeof *report->mentions, likely__compare);
    for (size_t i = 0; i < report->mention_count; i++)
        if (document->tokens[report->mentions[i].token].sentence == beginning)
            report->countries[report->mentions[i].country].beginning = true;
    likely__rank(report);
    return true;
}
