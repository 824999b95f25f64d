/* entity/coreference.c: who is meant by "er", "ihre" and "das Land".
 *
 * Candidates are the mentions before, nearest sentence first; of one sentence subjects come before others, then the nearer
 * one. A pronoun asks for gender and number, a possessive prefers the subject of its own clause (Hobbs 1978 and Lappin & Leass 1994
 * weigh the same signs). */
#include "base/utf8.h"
#include "entity/finder.h"
#include "parse/tree.h"

#include <string.h>

enum { SENTENCES_BACK = 3 };

static bool coreference__is_subject(const struct document *document, uint32_t token)
{
    const enum relation relation = document->tokens[token].relation;
    return relation == RELATION_NSUBJ || relation == RELATION_NSUBJ_PASS;
}

uint32_t entity_antecedent_country(const struct entity_finder *finder, uint32_t token, uint32_t other_than)
{
    const struct document *const document = finder->document;
    const char *const other_code = other_than == DOCUMENT_NONE ? "" : document->entities[other_than].code;
    const uint32_t sentence = document->tokens[token].sentence;
    uint32_t best = DOCUMENT_NONE, best_score = 0;
    for (uint32_t m = 0; m < document->mention_count; m++) {
        const struct mention *const mention = &document->mentions[m];
        const uint32_t at = document->tokens[mention->head].sentence;
        if (mention->head >= token || sentence - at > 2 * SENTENCES_BACK || at > sentence || !mention->entity_count)
            continue;
        const struct entity *const entity = &document->entities[mention->entities[0]];
        if (entity->kind != ENTITY_COUNTRY || strcmp(entity->code, other_code) == 0)
            continue;
        const bool named = mention->kind == MENTION_NAME;
        const uint32_t score = 1000 - (sentence - at) * 100 + (coreference__is_subject(document, mention->head) ? 150 : 0) +
                               (named ? 60 : 0) + mention->head % 50;
        if (score >= best_score) {
            best = mention->entities[0];
            best_score = score;
        }
    }
    return best;
}

/* Gender and number of a mention as far as its head shows them. */
static bool coreference__agrees(const struct document *document, const struct mention *mention, uint8_t gender, uint8_t number)
{
    const struct token *const head = &document->tokens[mention->head];
    const struct entity *const entity = &document->entities[mention->entities[0]];
    const bool person = entity->kind == ENTITY_PERSON || entity->kind == ENTITY_NAME;
    const uint8_t head_number = mention->entity_count > 1 ? NUMBER_PLUR : person ? NUMBER_SING : head->morphology.number;
    if (number && head_number && number != head_number)
        return false;
    if (number == NUMBER_PLUR || !gender)
        return true;
    if (entity->kind == ENTITY_COUNTRY && mention->kind == MENTION_NAME)
        return gender == GENDER_NEUT || head->morphology.gender == gender;
    if (person && mention->kind == MENTION_NAME)
        return gender != GENDER_NEUT;
    return !head->morphology.gender || head->morphology.gender == gender;
}

static uint32_t coreference__antecedent(const struct document *document, uint32_t token, uint8_t gender, uint8_t number,
                                        bool possessive)
{
    const uint32_t sentence = document->tokens[token].sentence, clause = tree_clause(document, token);
    const uint32_t own_subject = tree_subject(document, clause);
    uint32_t best = DOCUMENT_NONE;
    int best_score = -1;
    for (uint32_t m = 0; m < document->mention_count; m++) {
        const struct mention *const mention = &document->mentions[m];
        const uint32_t at = document->tokens[mention->head].sentence;
        const bool after_own_subject = possessive && mention->head == own_subject;
        if ((mention->head >= token && !after_own_subject) || at > sentence || sentence - at > SENTENCES_BACK ||
            !mention->entity_count || mention->kind == MENTION_ADJECTIVE || mention->kind == MENTION_MODIFIER)
            continue;
        const struct entity *const entity = &document->entities[mention->entities[0]];
        const bool same_clause = tree_clause(document, mention->head) == clause;
        if ((entity->kind == ENTITY_PLACE && entity->sector != SECTOR_GOV) || (same_clause && !possessive) ||
            !coreference__agrees(document, mention, gender, number))
            continue;
        const bool person = entity->kind == ENTITY_PERSON || entity->kind == ENTITY_OFFICE || entity->kind == ENTITY_NAME;
        const int score = 1000 - (int)(sentence - at) * 120 + (coreference__is_subject(document, mention->head) ? 150 : 0) +
                          (after_own_subject ? 300 : 0) + (person && gender != GENDER_NEUT ? 60 : 0) + (int)(mention->head % 60);
        if (score > best_score) {
            best = m;
            best_score = score;
        }
    }
    return best;
}

static const struct pronoun *coreference__pronoun(const struct entity_finder *finder, const struct token *token)
{
    enum { LONGEST = 12 };
    char lower[LONGEST + 4];
    const size_t length = strlen(token->form);
    if (length > LONGEST || (token->upos != UPOS_PRON && token->upos != UPOS_DET))
        return NULL;
    const size_t lower_length = utf8_lower_string(token->form, length, lower);
    const struct string_map_hit hit = string_map_find(finder->knowledge->pronoun_forms, lower, lower_length);
    return hit.found ? &finder->knowledge->pronouns[hit.value] : NULL;
}

/* The number that the finite verb shows for a subject (sie sagt, sie sagen). */
static uint8_t coreference__verb_number(const struct document *document, uint32_t token)
{
    const uint32_t finite = coreference__is_subject(document, token) ? tree_finite(document, document->tokens[token].head) : DOCUMENT_NONE;
    return finite == DOCUMENT_NONE ? 0 : document->tokens[finite].morphology.number;
}

bool entity_find_pronouns(struct entity_finder *finder)
{
    struct document *const document = finder->document;
    for (uint32_t token = 0; token < document->token_count; token++) {
        const struct pronoun *const pronoun = coreference__pronoun(finder, &document->tokens[token]);
        if (!pronoun || document->token_mention[token] != DOCUMENT_NONE || document->tokens[token].relation == RELATION_EXPL ||
            (document->tokens[token].upos == UPOS_DET) != pronoun->possessive)
            continue;
        const uint8_t number = pronoun->possessive ? 0 : pronoun->number ? pronoun->number : coreference__verb_number(document, token);
        const uint8_t gender = pronoun->possessive ? 0 : pronoun->gender ? pronoun->gender
                               : number == NUMBER_SING && !pronoun->number ? GENDER_FEM : 0;
        const uint32_t found = coreference__antecedent(document, token, gender, number, pronoun->possessive);
        if (found == DOCUMENT_NONE)
            continue;
        const struct mention antecedent = document->mentions[found];
        if (!entity_mention(finder, (struct token_range){token, 1}, token, MENTION_PRONOUN, antecedent.entities[0]))
            return false;
        struct mention *const mention = &document->mentions[document->token_mention[token]];
        mention->entities = antecedent.entities;
        mention->entity_count = antecedent.entity_count;
    }
    return true;
}
