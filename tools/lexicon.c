/* tools/lexicon.c: compiles a morphological dictionary into the lexicon section of the image (lexicon/format.h).
 *
 *     xz -dc german-pos-dict.tsv.xz | lexicon OUT.bin          lines of FORM <tab> LEMMA <tab> TAG, # comments
 *
 * The tags are those of german-pos-dict (tags.txt there). The automaton is built from the sorted forms: the states of the
 * path that the next form leaves are finished, each replaced by an equal one if there is one.
 */
#include "base/arena.h"
#include "base/hash.h"
#include "lexicon/format.h"
#include "report/document.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FORM_BYTES_AT_MOST = 250, ARCS_AT_MOST = 256, READINGS_AT_MOST = 512 };

struct entry {
    const char *form, *lemma, *tag;
};

struct growing_ids {                 /* strings of bytes that get numbers in the order in which they first come */
    struct string_map *map;
    size_t count;
};

struct arc {
    uint32_t label, target;
};

struct state {                       /* a state of the path that is still open */
    struct arc arcs[ARCS_AT_MOST];
    size_t count;
};

struct compiler {
    struct arena *arena;
    struct entry *entries;
    size_t entry_count, entry_capacity;
    struct growing_ids tag_ids, script_ids, set_ids, state_ids, suffix_ids;
    struct lexicon_tag *tags;
    size_t tag_capacity;
    struct lemma_script *scripts;
    size_t script_capacity;
    uint32_t *readings, *set_begins, *arcs;
    size_t reading_count, reading_capacity, set_begin_count, set_capacity, arc_count, arc_capacity;
    char *text;
    size_t text_count, text_capacity;
    struct string_map *tag_names;    /* tag string -> tag id */
    struct state *path;              /* [FORM_BYTES_AT_MOST + 2] */
    struct laut_error error;
};

static void fail(const struct compiler *compiler)
{
    (void)fprintf(stderr, "lexicon: %s\n", compiler->error.message);
    exit(1);
}

/* The number of a byte string; *is_new if it comes for the first time. The bytes are copied. */
static uint32_t number_of(struct compiler *compiler, struct growing_ids *ids, const void *bytes, size_t length,
                          bool *is_new)
{
    const struct string_map_hit hit = string_map_find(ids->map, bytes, length);
    *is_new = !hit.found;
    if (hit.found)
        return hit.value;
    const char *const copy = arena_copy_string(compiler->arena, bytes, length, &compiler->error);
    if (!copy || !string_map_add(ids->map, copy, length, (uint32_t)ids->count, &compiler->error))
        fail(compiler);
    return (uint32_t)ids->count++;
}

static const struct { const char *name; uint8_t field, value; } tag_parts[] = {
    {"NOM", 1, CASE_NOM}, {"GEN", 1, CASE_GEN}, {"DAT", 1, CASE_DAT}, {"AKK", 1, CASE_ACC},
    {"MAS", 2, GENDER_MASC}, {"FEM", 2, GENDER_FEM}, {"NEU", 2, GENDER_NEUT},
    {"SIN", 3, NUMBER_SING}, {"PLU", 3, NUMBER_PLUR}, {"1", 4, 1}, {"2", 4, 2}, {"3", 4, 3},
    {"INF", 5, VERB_FORM_INF}, {"EIZ", 5, VERB_FORM_ZU_INF}, {"PA1", 5, VERB_FORM_PART_PRES},
    {"PA2", 5, VERB_FORM_PART_PERF}, {"IMP", 6, MOOD_IMP},
    {"GRU", 8, DEGREE_POS}, {"KOM", 8, DEGREE_CMP}, {"SUP", 8, DEGREE_SUP}, {"DEF", 9, DEFINITE_DEF},
    {"IND", 9, DEFINITE_IND}};

static const struct { const char *name; uint16_t flag; } tag_flags[] = {
    {"AUX", ANALYSIS_AUXILIARY}, {"MOD", ANALYSIS_MODAL}, {"VOR", ANALYSIS_FIRST_NAME}, {"NAC", ANALYSIS_SURNAME},
    {"COU", ANALYSIS_COUNTRY}, {"STD", ANALYSIS_TOWN}, {"GEB", ANALYSIS_REGION}, {"NEB", ANALYSIS_PARTICLE_ATTACHED},
    {"RIN", ANALYSIS_RELATIVE}, {"REL", ANALYSIS_RELATIVE}, {"POS", ANALYSIS_POSSESSIVE}, {"REF", ANALYSIS_REFLEXIVE},
    {"PER", ANALYSIS_PERSONAL}, {"DEM", ANALYSIS_DEMONSTRATIVE}, {"INV", ANALYSIS_INDEFINITE}};

static const struct { const char *name; uint8_t word_class; } tag_classes[] = {
    {"SUB", WORD_NOUN}, {"EIG", WORD_NAME}, {"VER", WORD_VERB}, {"ADJ", WORD_ADJECTIVE}, {"PA1", WORD_PARTICIPLE_PRESENT},
    {"PA2", WORD_PARTICIPLE_PERFECT}, {"PRO", WORD_PRONOUN}, {"ART", WORD_ARTICLE}, {"ADV", WORD_ADVERB},
    {"PRP", WORD_PREPOSITION}, {"KON", WORD_CONJUNCTION}, {"ZUS", WORD_PARTICLE}, {"NEG", WORD_NEGATION},
    {"ZAL", WORD_NUMERAL}, {"INJ", WORD_INTERJECTION}, {"ABK", WORD_ABBREVIATION}};

static void apply_part(struct lexicon_tag *tag, const char *part)
{
    uint8_t *const fields[] = {&tag->word_class, &tag->grammatical_case, &tag->gender, &tag->number, &tag->person,
                               &tag->verb_form, &tag->mood, &tag->tense, &tag->degree, &tag->definite};
    for (size_t i = 0; i < sizeof tag_parts / sizeof *tag_parts; i++)
        if (strcmp(part, tag_parts[i].name) == 0)
            *fields[tag_parts[i].field] = tag_parts[i].value;
    for (size_t i = 0; i < sizeof tag_flags / sizeof *tag_flags; i++)
        if (strcmp(part, tag_flags[i].name) == 0)
            tag->flags |= tag_flags[i].flag;
    const bool present = strcmp(part, "PR\xC3\x84") == 0, past = strcmp(part, "PRT") == 0;
    const bool konjunktiv_1 = strcmp(part, "KJ1") == 0, konjunktiv_2 = strcmp(part, "KJ2") == 0;
    if (present || past || konjunktiv_1 || konjunktiv_2) {
        tag->tense = present || konjunktiv_1 ? TENSE_PRES : TENSE_PAST;
        tag->mood = present || past ? MOOD_IND : MOOD_SUB;
    }
}

static uint16_t tag_number(struct compiler *compiler, const char *name)
{
    const struct string_map_hit hit = string_map_find(compiler->tag_names, name, strlen(name));
    if (hit.found)
        return (uint16_t)hit.value;
    struct lexicon_tag tag = {0};
    char copy[128];
    (void)snprintf(copy, sizeof copy, "%s", name);
    char *next = copy;
    for (char *part = copy; part; part = next) {
        next = strchr(part, ':');
        if (next)
            *next++ = '\0';
        for (size_t i = 0; part == copy && i < sizeof tag_classes / sizeof *tag_classes; i++)
            if (strcmp(part, tag_classes[i].name) == 0)
                tag.word_class = tag_classes[i].word_class;
        if (part != copy)
            apply_part(&tag, part);
    }
    if (tag.word_class == WORD_VERB && !tag.verb_form && (tag.mood || tag.person))
        tag.verb_form = VERB_FORM_FIN;
    if (tag.word_class == WORD_PARTICIPLE_PERFECT)
        tag.verb_form = VERB_FORM_PART_PERF;
    if (tag.word_class == WORD_PARTICIPLE_PRESENT)
        tag.verb_form = VERB_FORM_PART_PRES;
    bool is_new;
    const uint32_t id = number_of(compiler, &compiler->tag_ids, &tag, sizeof tag, &is_new);
    if (is_new) {
        size_t count = id;
        struct lexicon_tag *const place = arena_append(compiler->arena, &compiler->tags, &count,
                                                       &compiler->tag_capacity, sizeof *place, &compiler->error);
        if (!place)
            fail(compiler);
        *place = tag;
    }
    const char *const key = arena_copy_string(compiler->arena, name, strlen(name), &compiler->error);
    if (!key || !string_map_add(compiler->tag_names, key, strlen(key), id, &compiler->error))
        fail(compiler);
    return (uint16_t)id;
}

static size_t common_prefix(const char *a, const char *b)
{
    size_t length = 0;
    while (a[length] && a[length] == b[length])
        length++;
    return length;
}

static uint32_t script_number(struct compiler *compiler, const char *form, const char *lemma)
{
    const size_t form_length = strlen(form), lemma_length = strlen(lemma);
    size_t shared = common_prefix(form, lemma), at = 0, cut = 0;
    static const char *const infixes[] = {"ge", "zu"};      /* the marks of participle and infinitive after a particle */
    for (size_t i = 0; i < 2; i++) {
        for (size_t place = 0; place <= common_prefix(form, lemma) && place + 2 < form_length; place++) {
            if (strncmp(form + place, infixes[i], 2) != 0)
                continue;
            const size_t gained = place + common_prefix(form + place + 2, lemma + place);
            if (gained > shared + 1) {
                shared = gained;
                at = place;
                cut = 2;
            }
        }
    }
    struct {
        struct lemma_script script;
        char suffix[FORM_BYTES_AT_MOST];
    } key;
    memset(&key, 0, sizeof key);
    const size_t suffix_length = lemma_length - shared;
    key.script = (struct lemma_script){0, (uint8_t)suffix_length, (uint8_t)(form_length - cut - shared), (uint8_t)at,
                                       (uint8_t)cut};
    memcpy(key.suffix, lemma + shared, suffix_length);
    bool is_new, suffix_new;
    const uint32_t id = number_of(compiler, &compiler->script_ids, &key, sizeof key, &is_new);
    if (!is_new)
        return id;
    const char *const suffix = lemma + shared;
    const uint32_t known = number_of(compiler, &compiler->suffix_ids, suffix, suffix_length, &suffix_new);
    static uint32_t begins[LEXICON_SCRIPTS_AT_MOST];
    if (suffix_new) {
        begins[known] = (uint32_t)compiler->text_count;
        for (size_t i = 0; i < suffix_length; i++) {
            char *const byte = arena_append(compiler->arena, &compiler->text, &compiler->text_count,
                                            &compiler->text_capacity, 1, &compiler->error);
            if (!byte)
                fail(compiler);
            *byte = suffix[i];
        }
    }
    key.script.suffix_begin = begins[known];
    size_t count = id;
    struct lemma_script *const place = arena_append(compiler->arena, &compiler->scripts, &count,
                                                    &compiler->script_capacity, sizeof *place, &compiler->error);
    if (!place)
        fail(compiler);
    *place = key.script;
    return id;
}

static int compare_numbers(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void put_number(struct compiler *compiler, uint32_t **list, size_t *count, size_t *capacity, uint32_t number)
{
    uint32_t *const place = arena_append(compiler->arena, list, count, capacity, sizeof *place, &compiler->error);
    if (!place)
        fail(compiler);
    *place = number;
}

/* The set of readings of entries [begin, end), all of one form. */
static uint32_t set_number(struct compiler *compiler, size_t begin, size_t end)
{
    uint32_t readings[READINGS_AT_MOST];
    size_t count = 0;
    for (size_t i = begin; i < end && count < READINGS_AT_MOST; i++) {
        const struct entry *const entry = &compiler->entries[i];
        const uint32_t script = script_number(compiler, entry->form, entry->lemma);
        readings[count++] = tag_number(compiler, entry->tag) | script << LEXICON_READING_TAG_BITS;
    }
    qsort(readings, count, sizeof *readings, compare_numbers);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!kept || readings[kept - 1] != readings[i])
            readings[kept++] = readings[i];
    bool is_new;
    const uint32_t id = number_of(compiler, &compiler->set_ids, readings, kept * sizeof *readings, &is_new);
    if (is_new) {
        put_number(compiler, &compiler->set_begins, &compiler->set_begin_count, &compiler->set_capacity,
                   (uint32_t)compiler->reading_count);
        for (size_t i = 0; i < kept; i++)
            put_number(compiler, &compiler->readings, &compiler->reading_count, &compiler->reading_capacity,
                       readings[i]);
    }
    return id;
}

/* Gives an open state its place among the arcs, or that of an equal one. */
static uint32_t finish_state(struct compiler *compiler, struct state *state)
{
    static uint32_t first_arcs[1 << 23];
    bool is_new;
    const uint32_t id = number_of(compiler, &compiler->state_ids, state->arcs, state->count * sizeof *state->arcs, &is_new);
    if (is_new) {
        first_arcs[id] = (uint32_t)compiler->arc_count;
        for (size_t i = 0; i < state->count; i++)
            put_number(compiler, &compiler->arcs, &compiler->arc_count, &compiler->arc_capacity,
                       state->arcs[i].label | (i + 1 == state->count ? LEXICON_ARC_LAST : 0) |
                           state->arcs[i].target << LEXICON_ARC_TARGET_SHIFT);
    }
    state->count = 0;
    return first_arcs[id];
}

/* Closes the path below depth: state d hangs on the last arc of state d - 1. */
static void close_path(struct compiler *compiler, size_t from, size_t to)
{
    for (size_t depth = from; depth > to; depth--) {
        struct state *const above = &compiler->path[depth - 1];
        above->arcs[above->count - 1].target = finish_state(compiler, &compiler->path[depth]);
    }
}

static uint32_t build_automaton(struct compiler *compiler)
{
    const char *previous = "";
    for (size_t begin = 0, end; begin < compiler->entry_count; begin = end) {
        const char *const form = compiler->entries[begin].form;
        for (end = begin; end < compiler->entry_count && strcmp(compiler->entries[end].form, form) == 0;)
            end++;
        const size_t shared = common_prefix(previous, form), length = strlen(form);
        close_path(compiler, strlen(previous), shared);
        for (size_t depth = shared; depth < length; depth++) {
            struct state *const state = &compiler->path[depth];
            state->arcs[state->count++] = (struct arc){(unsigned char)form[depth], 0};
        }
        struct state *const last = &compiler->path[length];
        last->arcs[last->count++] = (struct arc){0, set_number(compiler, begin, end)};
        previous = form;
    }
    close_path(compiler, strlen(previous), 0);
    return finish_state(compiler, &compiler->path[0]);
}

static int compare_entries(const void *a, const void *b)
{
    return strcmp(((const struct entry *)a)->form, ((const struct entry *)b)->form);
}

static void read_entries(struct compiler *compiler)
{
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    while ((length = getline(&line, &capacity, stdin)) > 0) {
        if (line[length - 1] == '\n')
            line[--length] = '\0';
        char *const lemma = strchr(line, '\t');
        char *const tag = lemma ? strchr(lemma + 1, '\t') : NULL;
        if (line[0] == '#' || !tag || lemma - line >= FORM_BYTES_AT_MOST || tag - lemma > FORM_BYTES_AT_MOST)
            continue;
        char *const copy = arena_copy_string(compiler->arena, line, (size_t)length, &compiler->error);
        struct entry *const entry = copy ? arena_append(compiler->arena, &compiler->entries, &compiler->entry_count,
                                                        &compiler->entry_capacity, sizeof *entry, &compiler->error)
                                         : NULL;
        if (!entry)
            fail(compiler);
        copy[lemma - line] = copy[tag - line] = '\0';
        *entry = (struct entry){copy, copy + (lemma - line) + 1, copy + (tag - line) + 1};
    }
    free(line);
    qsort(compiler->entries, compiler->entry_count, sizeof *compiler->entries, compare_entries);
}

static bool write_part(FILE *out, const void *bytes, size_t count, size_t size)
{
    return count == 0 || fwrite(bytes, size, count, out) == count;
}

static bool write_lexicon(struct compiler *compiler, const char *path, uint32_t root)
{
    FILE *const out = fopen(path, "wb");
    if (!out)
        return false;
    put_number(compiler, &compiler->set_begins, &compiler->set_begin_count, &compiler->set_capacity,
               (uint32_t)compiler->reading_count);
    const struct lexicon_header header = {
        "LAUTLEX1", (uint32_t)compiler->tag_ids.count, (uint32_t)compiler->script_ids.count,
        (uint32_t)compiler->set_ids.count, (uint32_t)compiler->reading_count, (uint32_t)compiler->arc_count,
        (uint32_t)compiler->text_count, root, 0};
    const bool written = write_part(out, &header, 1, sizeof header) &&
                         write_part(out, compiler->tags, header.tag_count, sizeof *compiler->tags) &&
                         write_part(out, compiler->scripts, header.script_count, sizeof *compiler->scripts) &&
                         write_part(out, compiler->set_begins, header.set_count + 1, 4) &&
                         write_part(out, compiler->readings, header.reading_count, 4) &&
                         write_part(out, compiler->arcs, header.arc_count, 4) &&
                         write_part(out, compiler->text, header.text_bytes, 1);
    (void)fprintf(stderr, "lexicon: %zu entries, %u tags, %u lemma scripts, %u sets of %u readings, %u arcs\n",
                  compiler->entry_count, header.tag_count, header.script_count, header.set_count,
                  header.reading_count, header.arc_count);
    return fclose(out) == 0 && written;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        (void)fputs("usage: lexicon OUT.bin < FORM-LEMMA-TAG.tsv\n", stderr);
        return 2;
    }
    static struct compiler compiler;
    compiler.arena = arena_open(1 << 20, &compiler.error);
    if (!compiler.arena)
        fail(&compiler);
    struct growing_ids *const all[] = {&compiler.tag_ids, &compiler.script_ids, &compiler.set_ids, &compiler.state_ids,
                                       &compiler.suffix_ids};
    for (size_t i = 0; i < 5; i++)
        all[i]->map = string_map_open(compiler.arena, 1024, &compiler.error);
    compiler.tag_names = string_map_open(compiler.arena, 4096, &compiler.error);
    compiler.path = arena_take(compiler.arena, FORM_BYTES_AT_MOST + 2, sizeof *compiler.path, &compiler.error);
    if (!compiler.suffix_ids.map || !compiler.tag_names || !compiler.path)
        fail(&compiler);
    read_entries(&compiler);
    const uint32_t root = build_automaton(&compiler);
    if (!write_lexicon(&compiler, argv[1], root)) {
        (void)fprintf(stderr, "lexicon: %s cannot be written\n", argv[1]);
        return 1;
    }
    arena_free(compiler.arena);
    return 0;
}
