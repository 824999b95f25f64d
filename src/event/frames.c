/* event/frames.c: reads verbs.tsv, nouns.tsv and light.tsv into frames (docs/tables.md) and refuses what they cannot mean:
 * unknown functions, fillers, types and modes. The cells' syntax:
 *     frame   term term …           term   function[.function][?][=filler,filler]
 *     role    group group …         group  term|term
 */
#include "event/frames.h"

#include <string.h>

static const char frames__remedy[] = "see docs/tables.md";

static const char *const frames__types[EVENT_TYPE_COUNT] = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"};

static const char *const frames__functions[FUNCTION_COUNT] = {"nom", "akk", "dat", "gen", "refl", "dass", "inf", "poss", "adj", "mod",
                                                              "neg", "ceases", "fut", "pred", "said", "PP", "n"};

static const char *const frames__fillers[] = {"arms", "goods", "troops", "money", "actor", "person", "politician", "several", "country",
                                              "organisation", "place", "town", "people", "event"};

/* PLOVER 2.0 modes, coding guide section 2. */
static const char *const frames__modes[] = {
    "visit", "third-party", "multilateral", "phone", "withdraw", "release", "disarm", "ceasefire", "access", "resign", "assist",
    "change", "yield", "meet", "disapprove", "investigate", "allege", "restrict", "arrest", "relations", "expel", "territory",
    "violence", "demo", "riot", "strike", "hunger", "boycott", "obstruct", "convict", "discontinue", "troops", "weapons",
    "police", "militia", "seize", "censor", "curfew", "martial-law", "deport", "withhold", "misinformation", "cyber", "abduct",
    "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial",
    "drone", "heavy-weapons", "crowd-control", "unconventional"};

enum { FIELDS_MOST = 250,                       /* lines of fields.tsv */
       FIELDS_OF_A_TERM = 16,                   /* the first of them count */
       FUNCTIONS_NAMED = FUNCTION_PP,           /* those that a cell can name; a PP is written by its preposition */
       FILLERS_NAMED = sizeof frames__fillers / sizeof *frames__fillers,
       MODES_NAMED = sizeof frames__modes / sizeof *frames__modes };

/* Cells that many rows have are read once. */
struct frame_cells {
    struct string_map *by_cell;              /* -> roles */
    struct frame_role *roles;
    size_t count, capacity;
};

/* The row that is read. */
struct frame_reader {
    struct arena *arena;
    const struct table *table;
    size_t row;
    const struct filler_groups *groups;      /* NULL: none may be named */
    struct frame_cells *cells;               /* NULL: none are kept */
    struct laut_error *error;
};

const char *event_type_name(enum event_type type)
{
    return type < EVENT_TYPE_COUNT ? frames__types[type] : "-";
}

int event_type_term(const char *cell)
{
    return cell[0] ? table_term(cell, frames__types, EVENT_TYPE_COUNT) : EVENT_TYPE_COUNT;
}

const char *frame_function_name(enum frame_function function)
{
    return frames__functions[function];
}

bool frame_is_closed(const struct frame *frame)
{
    return frame->closed || frame->mutual;
}

bool frame_has_mode(const struct frame *frame, const char *mode)
{
    for (size_t i = 0; i < frame->mode_count; i++)
        if (strcmp(frame->modes[i], mode) == 0)
            return true;
    return false;
}

bool frame_shares_mode(const struct frame *a, const struct frame *b)
{
    for (size_t i = 0; i < a->mode_count; i++)
        if (frame_has_mode(b, a->modes[i]))
            return true;
    return false;
}

bool frame_is_alike(const struct frame *a, const struct frame *b)
{
    return frame_shares_mode(a, b) || strcmp(a->lemma, b->lemma) == 0;
}

bool frame_slot_equal(struct frame_slot a, struct frame_slot b)
{
    return a.function == b.function && (a.function != FUNCTION_PP || strcmp(a.preposition, b.preposition) == 0);
}

bool frame_looks_in(const struct frame *frame, enum frame_role_name role, struct frame_slot slot)
{
    const struct frame_role *const wanted = &frame->roles[role];
    for (size_t i = 0; i < wanted->count; i++)
        for (size_t j = 0; j < wanted->groups[i].count; j++)
            if (frame_slot_equal(wanted->groups[i].terms[j].slot, slot))
                return true;
    return false;
}

static bool frames__slot(const struct frame_reader *reader, const char *word, struct frame_slot *slot)
{
    if (strncmp(word, "PP:", 3) == 0 && word[3]) {
        *slot = (struct frame_slot){FUNCTION_PP, word + 3};
        return true;
    }
    if (strcmp(word, "n") == 0) {
        *slot = (struct frame_slot){FUNCTION_NOUN, NULL};
        return true;
    }
    const int function = table_term(word, frames__functions, FUNCTIONS_NAMED);
    if (function < 0)
        return table_error(reader->table, reader->row, reader->error, frames__remedy, "unknown function \"%s\"", word);
    *slot = (struct frame_slot){(enum frame_function)function, NULL};
    return true;
}

static bool frames__is_capital(const char *word)
{
    return (word[0] >= 'A' && word[0] <= 'Z') || (unsigned char)word[0] >= 0x80;
}

static bool frames__group(const struct frame_reader *reader, const char *name, struct frame_filler *filler)
{
    const struct string_map_hit hit =
        reader->groups ? string_map_find(reader->groups->by_name, name, strlen(name)) : (struct string_map_hit){0};
    if (!hit.found)
        return table_error(reader->table, reader->row, reader->error, frames__remedy, "unknown group \"%s\"", name);
    filler->kind = FILLER_GROUP;
    filler->group = &reader->groups->groups[hit.value];
    return true;
}

static bool frames__filler(const struct frame_reader *reader, const char *word, struct frame_filler *filler)
{
    filler->negated = word[0] == '!';
    word += filler->negated;
    filler->word = word;
    const int kind = table_term(word, frames__fillers, FILLERS_NAMED);
    if (kind >= 0) {
        filler->kind = (enum filler_kind)kind;
        return true;
    }
    if (strncmp(word, "item:", 5) == 0 && word[5]) {
        filler->kind = FILLER_ITEM_CLASS;
        filler->word = word + 5;
        return true;
    }
    if (strncmp(word, "adj:", 4) == 0 && word[4]) {
        filler->kind = FILLER_ADJECTIVE;
        filler->word = word + 4;
        return true;
    }
    if (strncmp(word, "group:", 6) == 0)
        return frames__group(reader, word + 6, filler);
    if (strncmp(word, "event:", 6) == 0) {
        const int type = table_term(word + 6, frames__types, EVENT_TYPE_COUNT);
        if (type < 0)
            return table_error(reader->table, reader->row, reader->error, frames__remedy, "unknown type \"%s\"", word + 6);
        filler->kind = FILLER_EVENT_TYPE;
        filler->type = (enum event_type)type;
        return true;
    }
    filler->kind = FILLER_LEMMA;
    return frames__is_capital(word) || table_error(reader->table, reader->row, reader->error, frames__remedy,
                                                   "\"%s\" is neither a class of fillers nor a noun", word);
}

/* Writes NUL over separator in text and returns what follows, or NULL. */
static char *frames__cut(char *text, char separator)
{
    char *const at = strchr(text, separator);
    if (!at)
        return NULL;
    *at = '\0';
    return at + 1;
}

static bool frames__fillers_of(const struct frame_reader *reader, const char *cell, const struct frame_filler **result,
                               size_t *count)
{
    const char *const *const words = table_words(reader->arena, cell, ',', count, reader->error);
    struct frame_filler *const fillers = words ? arena_take(reader->arena, *count + 1, sizeof *fillers, reader->error) : NULL;
    if (!fillers)
        return false;
    for (size_t i = 0; i < *count; i++)
        if (!frames__filler(reader, words[i], &fillers[i]))
            return false;
    *result = fillers;
    return *count > 0 || table_error(reader->table, reader->row, reader->error, frames__remedy, "no fillers");
}

static bool frames__is_noun(const struct frame_filler *filler)
{
    return filler->kind == FILLER_LEMMA && !filler->negated;
}

/* Two nouns of a field that are at least half of the nouns named stand for the whole field: "Vertrag,Pakt" for "Bündnis" too. */
static bool frames__fields_of(const struct frame_reader *reader, struct frame_term *term)
{
    uint8_t named[FIELDS_MOST] = {0};
    const struct noun_field *fields[FIELDS_OF_A_TERM];
    size_t nouns = 0, count = 0;
    for (size_t i = 0; i < term->filler_count; i++)
        nouns += frames__is_noun(&term->fillers[i]);
    const size_t needed = nouns < 4 ? 2 : (nouns + 1) / 2;
    for (size_t i = 0; i < term->filler_count && nouns >= needed; i++) {
        const char *const noun = frames__is_noun(&term->fillers[i]) ? term->fillers[i].word : "";
        for (struct string_map_hit hit = string_map_find(reader->groups->by_noun, noun, strlen(noun)); hit.found;
             hit = string_map_next(reader->groups->by_noun, hit))
            if (++named[hit.value] == needed && count < FIELDS_OF_A_TERM)
                fields[count++] = &reader->groups->fields[hit.value];
    }
    const struct noun_field **const kept = arena_take(reader->arena, count + 1, sizeof *kept, reader->error);
    if (!kept)
        return false;
    memcpy(kept, fields, count * sizeof *kept);
    term->fields = kept;
    term->field_count = count;
    return true;
}

static bool frames__term(const struct frame_reader *reader, const char *word, struct frame_term *term)
{
    char *const text = arena_copy_string(reader->arena, word, strlen(word), reader->error);
    if (!text)
        return false;
    const char *const fillers = frames__cut(text, '=');
    const size_t length = strlen(text);
    if (length > 1 && text[length - 1] == '?') {
        term->optional = true;
        text[length - 1] = '\0';
    }
    const char *const inner = frames__cut(text, '.');
    term->has_inner = inner != NULL;
    if (!frames__slot(reader, text, &term->slot) || (inner && !frames__slot(reader, inner, &term->inner)))
        return false;
    return !fillers || (frames__fillers_of(reader, fillers, &term->fillers, &term->filler_count) && (!reader->groups || frames__fields_of(reader, term)));
}

static bool frames__terms(const struct frame_reader *reader, const char *cell, char separator, const struct frame_term **result,
                          size_t *count)
{
    const char *const *const words = table_words(reader->arena, cell, separator, count, reader->error);
    struct frame_term *const terms = words ? arena_take(reader->arena, *count + 1, sizeof *terms, reader->error) : NULL;
    if (!terms)
        return false;
    for (size_t i = 0; i < *count; i++)
        if (!frames__term(reader, words[i], &terms[i]))
            return false;
    *result = terms;
    return true;
}

static bool frames__read_role(const struct frame_reader *reader, const char *cell, struct frame_role *role)
{
    const char *const *const words = table_words(reader->arena, cell, ' ', &role->count, reader->error);
    struct frame_group *const groups = words ? arena_take(reader->arena, role->count + 1, sizeof *groups, reader->error) : NULL;
    if (!groups)
        return false;
    for (size_t i = 0; i < role->count; i++)
        if (!frames__terms(reader, words[i], '|', &groups[i].terms, &groups[i].count))
            return false;
    role->groups = groups;
    return true;
}

static bool frames__role(const struct frame_reader *reader, const char *cell, struct frame_role *role)
{
    struct frame_cells *const cells = reader->cells;
    if (!cells)
        return frames__read_role(reader, cell, role);
    const struct string_map_hit hit = string_map_find(cells->by_cell, cell, strlen(cell));
    if (hit.found) {
        *role = cells->roles[hit.value];
        return true;
    }
    if (!frames__read_role(reader, cell, role) ||
        !string_map_add(cells->by_cell, cell, strlen(cell), (uint32_t)cells->count, reader->error))
        return false;
    struct frame_role *const kept = arena_append(reader->arena, &cells->roles, &cells->count, &cells->capacity, sizeof *kept, reader->error);
    if (kept)
        *kept = *role;
    return kept != NULL;
}

static bool frames__type(const struct frame_reader *reader, const char *cell, struct frame *frame)
{
    const int type = event_type_term(cell);
    if (type < 0)
        return table_error(reader->table, reader->row, reader->error, frames__remedy, "unknown type \"%s\"", cell);
    frame->type = (enum event_type)type;
    return true;
}

static bool frames__modes_of(const struct frame_reader *reader, const char *cell, struct frame *frame)
{
    frame->modes = table_words(reader->arena, cell, ' ', &frame->mode_count, reader->error);
    for (size_t i = 0; frame->modes && i < frame->mode_count; i++)
        if (table_term(frame->modes[i], frames__modes, MODES_NAMED) < 0)
            return table_error(reader->table, reader->row, reader->error, frames__remedy, "unknown mode \"%s\"",
                               frame->modes[i]);
    return frame->modes != NULL;
}

/* A noun without own entries in the role columns: who does it is told by its own companions. */
static bool frames__default_roles(const struct frame_reader *reader, struct frame *frame)
{
    if (frame->kind != FRAME_NOUN || frame->roles[ROLE_ACTOR].count || frame->roles[ROLE_RECIPIENT].count)
        return true;
    return frames__role(reader, "PP:durch|gen|poss|adj|mod", &frame->roles[ROLE_ACTOR]);
}

static bool frames__read(const struct frame_reader *reader, enum frame_kind kind, struct frame *frame)
{
    const struct table *const table = reader->table;
    const size_t row = reader->row, shift = kind == FRAME_LIGHT ? 1 : 0;
    frame->kind = kind;
    frame->id = table_cell(table, row, 0);
    frame->text = table_cell(table, row, 2 + shift);
    frame->lemma = table_cell(table, row, 1);
    frame->exact = frame->lemma[0] == '=';
    frame->lemma += frame->exact;
    if (!frame->lemma[0])
        return table_error(table, row, reader->error, frames__remedy, "no lemma");
    if (kind == FRAME_LIGHT) {
        frame->noun = table_cell(table, row, 2);
        if (!frame->noun[0] || !frames__slot(reader, table_cell(table, row, 3), &frame->noun_slot))
            return frame->noun[0] ? false : table_error(table, row, reader->error, frames__remedy, "no noun");
    } else if (!frames__terms(reader, table_cell(table, row, 2), ' ', &frame->conditions, &frame->condition_count)) {
        return false;
    }
    if (!frames__type(reader, table_cell(table, row, 3 + shift), frame) ||
        !frames__modes_of(reader, table_cell(table, row, 4 + shift), frame))
        return false;
    const char *const recipient = table_cell(table, row, 5 + shift + ROLE_RECIPIENT);
    const bool closed = recipient[0] == '!';
    for (size_t role = 0; role < ROLE_COUNT; role++)
        if (!frames__role(reader, role == ROLE_RECIPIENT ? recipient + closed : table_cell(table, row, 5 + shift + role), &frame->roles[role]))
            return false;
    frame->closed = closed;
    frame->mutual = kind != FRAME_NOUN && frame->roles[ROLE_ACTOR].count > 1 && !recipient[0] &&
                    (frame->type == EVENT_AGREE || frame->type == EVENT_SUPPORT || frame->type == EVENT_CONSULT || frame->type == EVENT_COOPERATE);
    return frames__default_roles(reader, frame);
}

static bool frames__open_fields(const struct table_set *set, struct filler_groups *result, struct laut_error *error)
{
    static const char *const columns[] = {"id", "field", "nouns", "source", "checked"};
    const struct table *const table = table_open(set, "event/fields.tsv", columns, 5, error);
    struct noun_field *const fields = table ? arena_take(set->arena, table->row_count + 1, sizeof *fields, error) : NULL;
    struct string_map *const by_noun = fields ? string_map_open(set->arena, 8192, error) : NULL;
    if (!by_noun)
        return false;
    if (table->row_count > FIELDS_MOST)
        return table_error(table, FIELDS_MOST, error, "join two of them", "more than %d fields", FIELDS_MOST);
    for (size_t row = 0; row < table->row_count; row++) {
        fields[row].nouns = table_words(set->arena, table_cell(table, row, 2), ',', &fields[row].count, error);
        if (!fields[row].nouns)
            return false;
        for (size_t i = 0; i < fields[row].count; i++)
            if (!string_map_add(by_noun, fields[row].nouns[i], strlen(fields[row].nouns[i]), (uint32_t)row, error))
                return false;
    }
    result->fields = fields;
    result->by_noun = by_noun;
    return true;
}

bool filler_groups_open(const struct table_set *set, struct filler_groups *result, struct laut_error *error)
{
    static const char *const columns[] = {"id", "group", "fillers", "source", "checked"};
    const struct table *const table = table_open(set, "event/groups.tsv", columns, 5, error);
    struct filler_group *const groups = table ? arena_take(set->arena, table->row_count + 1, sizeof *groups, error) : NULL;
    struct string_map *const by_name = groups ? string_map_open(set->arena, table->row_count + 1, error) : NULL;
    if (!by_name)
        return false;
    for (size_t row = 0; row < table->row_count; row++) {
        const struct frame_reader reader = {.arena = set->arena, .table = table, .row = row, .error = error};
        const char *const name = table_cell(table, row, 1);
        if (!frames__fillers_of(&reader, table_cell(table, row, 2), &groups[row].fillers, &groups[row].count) ||
            !string_map_add(by_name, name, strlen(name), (uint32_t)row, error))
            return false;
    }
    *result = (struct filler_groups){.groups = groups, .by_name = by_name};
    return frames__open_fields(set, result, error);
}

bool frame_table_open(const struct table_set *set, const struct filler_groups *groups, const char *file, enum frame_kind kind,
                      struct frame_table *result, struct laut_error *error)
{
    static const char *const plain[] = {"id", "lemma", "frame", "type", "mode", "actor", "recipient", "item", "source",
                                        "checked"};
    static const char *const light[] = {"id", "verb", "noun", "function", "type", "mode", "actor", "recipient", "item",
                                        "source", "checked"};
    char *const name = arena_format(set->arena, error, "event/%s", file);
    const struct table *const table =
        !name ? NULL : kind == FRAME_LIGHT ? table_open(set, name, light, 11, error) : table_open(set, name, plain, 10, error);
    struct frame *const frames = table ? arena_take(set->arena, table->row_count + 1, sizeof *frames, error) : NULL;
    struct string_map *const by_lemma = frames ? string_map_open(set->arena, table->row_count + 1, error) : NULL;
    struct frame_cells cells = {.by_cell = by_lemma ? string_map_open(set->arena, 512, error) : NULL};
    if (!cells.by_cell)
        return false;
    for (size_t row = 0; row < table->row_count; row++) {
        const struct frame_reader reader = {set->arena, table, row, groups, &cells, error};
        if (!frames__read(&reader, kind, &frames[row]) ||
            !string_map_add(by_lemma, frames[row].lemma, strlen(frames[row].lemma), (uint32_t)row, error))
            return false;
    }
    *result = (struct frame_table){frames, table->row_count, by_lemma};
    return true;
}

bool frame_modal(const struct table_set *set, const struct table *table, size_t row, struct frame *frame,
                 struct laut_error *error)
{
    const struct frame_reader reader = {.arena = set->arena, .table = table, .row = row, .error = error};
    *frame = (struct frame){.id = table_cell(table, row, 0), .text = "", .lemma = table_cell(table, row, 1), .kind = FRAME_MODAL};
    return frames__type(&reader, table_cell(table, row, 3), frame) && frames__modes_of(&reader, table_cell(table, row, 4), frame) &&
           frames__role(&reader, "nom", &frame->roles[ROLE_RECIPIENT]);
}
