/* event/check.c: a frame is never taken where it asks for what never stands with its word, where its word is written as no lemma is, or
 * where a line before it asks for the same. */
#include "event/check.h"

#include "base/utf8.h"
#include "event/knowledge.h"

#include <stdio.h>
#include <string.h>

/* Does a word of this kind ever have a companion of this function (event/arguments.c, event/arguments_noun.c)? */
static bool check__stands(enum frame_kind kind, enum frame_function function)
{
    switch (function) {
    case FUNCTION_POSS:
    case FUNCTION_ADJ:
    case FUNCTION_MOD:
        return kind == FRAME_NOUN;
    case FUNCTION_NOM:
    case FUNCTION_AKK:
    case FUNCTION_DAT:
    case FUNCTION_REFL:
    case FUNCTION_NEG:
    case FUNCTION_CEASES:
    case FUNCTION_FUT:
    case FUNCTION_SAID:
    case FUNCTION_PRED:
        return kind != FRAME_NOUN;
    case FUNCTION_NOUN:
        return kind == FRAME_LIGHT;
    default:
        return true;
    }
}

static bool check__refuse(struct laut_error *error, const char *remedy, const char *format, const char *a, const char *b)
{
    (void)snprintf(error->message, sizeof error->message, format, a, b);
    (void)snprintf(error->remedy, sizeof error->remedy, "%s", remedy);
    return true;
}

static const char *check__kind(enum frame_kind kind)
{
    return kind == FRAME_NOUN ? "noun" : "verb";
}

static bool check__conditions(const struct frame *frame, struct laut_error *error)
{
    for (size_t i = 0; i < frame->condition_count; i++) {
        const struct frame_term *const term = &frame->conditions[i];
        if (!term->optional && !check__stands(frame->kind, term->slot.function))
            return check__refuse(error, "take a function that docs/tables.md names for such words", "\"%s\" never stands with a %s",
                                 frame_function_name(term->slot.function), check__kind(frame->kind));
    }
    return false;
}

static bool check__roles(const struct frame *frame, struct laut_error *error)
{
    for (size_t role = 0; role < ROLE_COUNT; role++)
        for (size_t i = 0; i < frame->roles[role].count; i++)
            for (size_t j = 0; j < frame->roles[role].groups[i].count; j++) {
                const struct frame_slot slot = frame->roles[role].groups[i].terms[j].slot;
                if (!check__stands(frame->kind, slot.function))
                    return check__refuse(error, "take a function that docs/tables.md names for such words",
                                         "a role is \"%s\", which never stands with a %s", frame_function_name(slot.function),
                                         check__kind(frame->kind));
            }
    return false;
}

/* Nouns are written with a capital, verbs and adjectives without. */
static bool check__spelling(const struct frame *frame, struct laut_error *error)
{
    size_t bytes = 0;
    const bool capital = utf8_is_upper(utf8_decode(frame->lemma, strlen(frame->lemma), &bytes));
    if (frame->kind == FRAME_NOUN && !capital)
        return check__refuse(error, "write it with a capital", "no text has the noun \"%s\"%s", frame->lemma, "");
    if (frame->kind != FRAME_NOUN && capital)
        return check__refuse(error, "write it small, nouns stand in nouns.tsv", "no text has the verb \"%s\"%s", frame->lemma, "");
    return false;
}

/* ---- lines that ask for the same --------------------------------------------------------------------------------- */

/* The words of a cell in any order: does each of a stand in b? */
static bool check__holds(const char *a, const char *b)
{
    for (const char *word = a; *word;) {
        const size_t length = strcspn(word, " ");
        bool found = false;
        for (const char *other = b; *other && !found;) {
            const size_t other_length = strcspn(other, " ");
            found = other_length == length && strncmp(word, other, length) == 0;
            other += other_length + (other[other_length] == ' ');
        }
        if (!found)
            return false;
        word += length + (word[length] == ' ');
    }
    return true;
}

static bool check__asks_the_same(const struct frame *a, const struct frame *b)
{
    if (strcmp(a->lemma, b->lemma) != 0 || a->condition_count != b->condition_count || (!a->exact && b->exact))
        return false;
    if (a->kind == FRAME_LIGHT)
        return strcmp(a->noun, b->noun) == 0 && frame_slot_equal(a->noun_slot, b->noun_slot);
    return check__holds(a->text, b->text) && check__holds(b->text, a->text);
}

static bool check__shadow(const struct frame_table *table, size_t index, struct laut_error *error)
{
    for (size_t i = 0; i < index; i++)
        if (check__asks_the_same(&table->frames[index], &table->frames[i]))
            return check__refuse(error, "give it that id to replace the line, or one more condition to stand beside it",
                                 "never taken: line %s of \"%s\" comes first and asks for the same", table->frames[i].id,
                                 table->frames[i].lemma);
    return false;
}

bool event_check_entry(const struct event_knowledge *knowledge, const char *name, const char *id, struct laut_error *error)
{
    const struct { const char *name; const struct frame_table *table; } tables[] = {
        {"verbs.tsv", &knowledge->verbs}, {"nouns.tsv", &knowledge->nouns}, {"light.tsv", &knowledge->light}};
    for (size_t k = 0; k < sizeof tables / sizeof *tables; k++) {
        const struct frame_table *const table = tables[k].table;
        for (size_t i = 0; strcmp(tables[k].name, name) == 0 && i < table->count; i++)
            if (strcmp(table->frames[i].id, id) == 0)
                return check__spelling(&table->frames[i], error) || check__conditions(&table->frames[i], error) ||
                       check__roles(&table->frames[i], error) || check__shadow(table, i, error);
    }
    return false;
}
