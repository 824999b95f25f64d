/* event/modal.c: "solle", "müsse", "dürfe nicht" in what someone says are demands of the speaker (coding guide, section 2: asking);
 * event/modals.tsv lists them. What the clause says is then part of the demand. */
#include "event/modal.h"

#include "event/said.h"
#include "parse/tree.h"

#include <string.h>

static const struct frame *modal__frame(const struct scene *scene, const char *lemma, enum modal_condition *condition)
{
    const struct modal_table *const table = &scene->knowledge->modals;
    for (size_t i = 0; lemma && i < table->count; i++)
        if (table->conditions[i] < MODAL_RECEIVING && strcmp(table->frames[i].lemma, lemma) == 0) {
            *condition = table->conditions[i];
            return &table->frames[i];
        }
    return NULL;
}

/* "geliefert haben" beside the modal: an infinitive auxiliary and a perfect participle. */
static bool modal__has_perfect(const struct scene *scene, uint32_t verb)
{
    const struct document *const document = scene->document;
    if (document->tokens[verb].morphology.verb_form != VERB_FORM_PART_PERF)
        return false;
    for (uint32_t child = tree_first_child(document, verb); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (document->tokens[child].relation == RELATION_AUX && document->tokens[child].morphology.verb_form == VERB_FORM_INF)
            return true;
    return false;
}

/* A modal that the speaker says of itself or of nobody in public life demands nothing. */
static bool modal__addresses_party(const struct scene *scene, const struct arguments *arguments, uint32_t speaker)
{
    struct role_parties subjects = {.count = 0};
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].slot.function == FUNCTION_NOM &&
            scene->mention[arguments->items[i].token] != DOCUMENT_NONE)
            roles_add(scene, arguments->items[i].slot, arguments->items[i].token, &subjects);
    for (size_t i = 0; i < subjects.count; i++)
        if (subjects.items[i].code[0] && subjects.items[i].entity != speaker)
            return true;
    return false;
}

/* "Die Geiseln müssten freigelassen werden, sagte die Ministerin": an act that the passive leaves to others ("mussten verlegt werden, laut dem
 * Ministerium" tells of none, "solle verlegt werden" of a plan). match: of the verb itself. */
static bool modal__demands_act(const struct document *document, const struct arguments *arguments, const struct frame_match *match, uint32_t speaker)
{
    return arguments->agentless && match->frame && match->frame->type != EVENT_TYPE_COUNT && said_is_public(document->entities[speaker].sector);
}

/* Does the frame's subject receive ("erhalten", "bekommen")? */
static bool modal__subject_receives(const struct frame *frame)
{
    const struct frame_role *const role = &frame->roles[ROLE_RECIPIENT];
    return role->count == 1 && role->groups[0].count == 1 && role->groups[0].terms[0].slot.function == FUNCTION_NOM;
}

/* The frame of the verb's modal under this condition, or NULL. */
static const struct frame *modal__under(const struct scene *scene, uint32_t verb, enum modal_condition condition)
{
    const struct modal_table *const table = &scene->knowledge->modals;
    const uint32_t modal = tree_modal(scene->document, verb);
    for (size_t i = 0; modal != DOCUMENT_NONE && i < table->count; i++)
        if (table->conditions[i] == condition && strcmp(table->frames[i].lemma, scene->document->tokens[modal].lemma) == 0 &&
            !modal__has_perfect(scene, verb))
            return &table->frames[i];
    return NULL;
}

const struct frame *modal_wish(const struct scene *scene, uint32_t verb, const struct frame *frame)
{
    return modal__subject_receives(frame) ? modal__under(scene, verb, MODAL_RECEIVING) : NULL;
}

bool modal_plans(const struct scene *scene, uint32_t verb)
{
    return modal__under(scene, verb, MODAL_RECEIVING) != NULL;
}

bool modal_refuses(const struct scene *scene, uint32_t verb)
{
    return modal__under(scene, verb, MODAL_REFUSING) != NULL;
}

bool modal_permits(const struct scene *scene, uint32_t verb)
{
    return modal__under(scene, verb, MODAL_PERMITTING) != NULL;
}

/* "Sollte er liefern, werde …", "Sollte er liefern?": a condition or a question demands nothing. */
static bool modal__opens_clause(const struct document *document, uint32_t verb, uint32_t modal)
{
    for (uint32_t child = tree_first_child(document, verb); child != DOCUMENT_NONE && child < modal; child = tree_next_sibling(document, child))
        if (document->tokens[child].upos != UPOS_PUNCT)
            return false;
    return modal < verb;
}

bool modal_demand(const struct scene *scene, uint32_t verb, const struct arguments *arguments, struct frame_match *match,
                  struct role_parties *actors)
{
    const struct document *const document = scene->document;
    const uint32_t modal = tree_modal(document, verb), statement = document->token_stance[verb].statement;
    enum modal_condition condition = MODAL_ANY;
    if (modal == DOCUMENT_NONE || statement == DOCUMENT_NONE || document->statements[statement].entity == DOCUMENT_NONE ||
        modal__has_perfect(scene, verb) || modal__opens_clause(document, verb, modal))
        return false;
    const uint32_t speaker = document->statements[statement].entity;
    const struct frame *const frame = modal__frame(scene, document->tokens[modal].lemma, &condition);
    const bool subjunctive = document->tokens[modal].morphology.mood == MOOD_SUB ||
                             document->statements[statement].type == STATEMENT_DIRECT;
    if (!frame || (condition == MODAL_SUBJUNCTIVE && !subjunctive) ||
        (condition == MODAL_NEGATED && tree_negation(document, verb) == DOCUMENT_NONE) ||
        !(modal__addresses_party(scene, arguments, speaker) ||
          (condition != MODAL_SUBJUNCTIVE && subjunctive && !document->statements[statement].aside && modal__demands_act(document, arguments, match, speaker))))
        return false;
    const uint32_t mention = document->statements[statement].speaker_mention;
    actors->items[0] = roles_party(document, speaker, mention != DOCUMENT_NONE ? document->mentions[mention].span : (struct span){0, 0});
    actors->tokens[0] = verb;
    actors->count = 1;
    *match = (struct frame_match){frame, modal};
    return true;
}
