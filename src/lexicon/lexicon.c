/* lexicon/lexicon.c: looking forms up in the compiled lexicon, straight in the mapped image; lexicon/format.h tells the
 * layout. A look-up walks one arc a byte; arcs of a state are sorted by label. */
#include "lexicon/lexicon.h"

#pragma GCC optimize("O3")
#include "lexicon/format.h"
#include "lexicon/knowledge.h"

#include <string.h>

static const char lexicon__remedy[] = "make the lexicon again (make lexicon) and build the project";

/* Cuts count elements of size bytes off the section; NULL: the section is too short. */
static const void *lexicon__part(struct image_section *rest, size_t count, size_t size)
{
    const void *const part = rest->bytes;
    if (count > rest->length / size)
        return NULL;
    rest->bytes += count * size;
    rest->length -= count * size;
    return part;
}

/* All arcs are looked at without a branch, several at once: this is every start's longest loop. */
static bool lexicon__check_arcs(const uint32_t *arcs, uint32_t arc_count, uint32_t set_count)
{
    uint32_t wrong = 0;
    for (uint32_t i = 0; i < arc_count; i++) {
        const uint32_t limit = (arcs[i] & 0xFF) ? arc_count : set_count;
        wrong |= (arcs[i] >> LEXICON_ARC_TARGET_SHIFT) >= limit;
    }
    return !wrong;
}

/* Every index of the section is checked once here, so that a look-up need not. */
static bool lexicon__check(const struct lexicon *lexicon, const struct lexicon_header *header)
{
    if (!lexicon__check_arcs(lexicon->arcs, header->arc_count, header->set_count))
        return false;
    for (uint32_t i = 0; i < header->set_count; i++)
        if (lexicon->set_begins[i] > lexicon->set_begins[i + 1])
            return false;
    for (uint32_t i = 0; i < header->reading_count; i++)
        if ((lexicon->readings[i] & (LEXICON_TAGS_AT_MOST - 1)) >= header->tag_count ||
            lexicon->readings[i] >> LEXICON_READING_TAG_BITS >= header->script_count)
            return false;
    for (uint32_t i = 0; i < header->script_count; i++)
        if (lexicon->scripts[i].suffix_length > header->text_bytes ||
            lexicon->scripts[i].suffix_begin > header->text_bytes - lexicon->scripts[i].suffix_length)
            return false;
    return header->arc_count > 0 && header->root < header->arc_count &&
           (lexicon->arcs[header->arc_count - 1] & LEXICON_ARC_LAST) &&
           lexicon->set_begins[header->set_count] <= header->reading_count;
}

static bool lexicon__map(struct lexicon *lexicon, const struct image *image, struct laut_error *error)
{
    struct image_section rest = image_find(image, "lexicon");
    const struct lexicon_header *const header = rest.bytes ? lexicon__part(&rest, 1, sizeof *header) : NULL;
    if (!header || memcmp(header->magic, "LAUTLEX1", sizeof header->magic) != 0)
        return error_set(error, "lexicon", 0, lexicon__remedy, "the image has no lexicon of this version");
    lexicon->tags = lexicon__part(&rest, header->tag_count, sizeof *lexicon->tags);
    lexicon->scripts = lexicon__part(&rest, header->script_count, sizeof *lexicon->scripts);
    lexicon->set_begins = lexicon__part(&rest, (size_t)header->set_count + 1, 4);
    lexicon->readings = lexicon__part(&rest, header->reading_count, 4);
    lexicon->arcs = lexicon__part(&rest, header->arc_count, 4);
    lexicon->text = lexicon__part(&rest, header->text_bytes, 1);
    lexicon->root = header->root;
    if (!lexicon->tags || !lexicon->scripts || !lexicon->set_begins || !lexicon->readings || !lexicon->arcs ||
        !lexicon->text || !lexicon__check(lexicon, header))
        return error_set(error, "lexicon", 0, lexicon__remedy, "the lexicon is cut off or damaged");
    return true;
}

const struct lexicon *lexicon_open(const struct table_set *set, struct laut_error *error)
{
    struct lexicon *const lexicon = arena_take(set->arena, 1, sizeof *lexicon, error);
    if (!lexicon || !lexicon__map(lexicon, set->image, error) || !lexicon_tables_open(lexicon, set, error))
        return NULL;
    return lexicon;
}

/* The arc of the state that begins at first, or NULL. */
static const uint32_t *lexicon__arc(const struct lexicon *lexicon, uint32_t first, unsigned char label)
{
    for (const uint32_t *arc = &lexicon->arcs[first];; arc++) {
        if ((*arc & 0xFF) == label)
            return arc;
        if ((*arc & LEXICON_ARC_LAST) || (*arc & 0xFF) > label)
            return NULL;
    }
}

/* The form's analysis set, or -1. */
static int64_t lexicon__set(const struct lexicon *lexicon, const char *form, size_t length)
{
    uint32_t state = lexicon->root;
    for (size_t i = 0; i <= length; i++) {
        if (i < length && !form[i])
            return -1;
        const uint32_t *const arc = lexicon__arc(lexicon, state, i < length ? (unsigned char)form[i] : 0);
        if (!arc)
            return -1;
        state = *arc >> LEXICON_ARC_TARGET_SHIFT;
    }
    return state;
}

static const char *lexicon__lemma(const struct lexicon *lexicon, const char *form, size_t length, uint32_t script_index,
                                  struct arena *arena, struct laut_error *error)
{
    const struct lemma_script *const script = &lexicon->scripts[script_index];
    if ((size_t)script->at + script->cut + script->strip > length)
        return arena_copy_string(arena, form, length, error);
    const size_t kept = length - script->cut - script->strip;
    char *const lemma = arena_take(arena, kept + script->suffix_length + 1, 1, error);
    if (!lemma)
        return NULL;
    const size_t before = script->at < kept ? script->at : kept;
    memcpy(lemma, form, before);
    memcpy(lemma + before, form + before + script->cut, kept - before);
    memcpy(lemma + kept, lexicon->text + script->suffix_begin, script->suffix_length);
    return lemma;
}

static struct analysis lexicon__analysis(const struct lexicon_tag *tag, const char *lemma)
{
    return (struct analysis){
        .lemma = lemma, .word_class = tag->word_class, .flags = tag->flags,
        .morphology = {.grammatical_case = tag->grammatical_case, .gender = tag->gender, .number = tag->number,
                       .person = tag->person, .verb_form = tag->verb_form, .mood = tag->mood, .tense = tag->tense,
                       .degree = tag->degree, .definite = tag->definite}};
}

bool lexicon_lookup(const struct lexicon *lexicon, const char *form, size_t length, struct arena *arena,
                    const struct analysis **analyses, size_t *count, struct laut_error *error)
{
    *count = 0;
    *analyses = NULL;
    const int64_t set = lexicon__set(lexicon, form, length);
    if (set < 0)
        return true;
    const uint32_t begin = lexicon->set_begins[set], end = lexicon->set_begins[set + 1];
    struct analysis *const found = arena_take(arena, end - begin, sizeof *found, error);
    if (!found)
        return false;
    uint32_t last_script = UINT32_MAX;
    const char *lemma = NULL;
    for (uint32_t i = begin; i < end; i++) {      /* sorted by script: equal lemmas stand together */
        const uint32_t script = lexicon->readings[i] >> LEXICON_READING_TAG_BITS;
        if (script != last_script) {
            lemma = lexicon__lemma(lexicon, form, length, script, arena, error);
            if (!lemma)
                return false;
        }
        last_script = script;
        found[i - begin] = lexicon__analysis(&lexicon->tags[lexicon->readings[i] & (LEXICON_TAGS_AT_MOST - 1)], lemma);
    }
    *analyses = found;
    *count = end - begin;
    return true;
}

bool lexicon_has(const struct lexicon *lexicon, const char *form, size_t length, enum word_class word_class)
{
    const int64_t set = lexicon__set(lexicon, form, length);
    for (uint32_t i = set < 0 ? 0 : lexicon->set_begins[set]; set >= 0 && i < lexicon->set_begins[set + 1]; i++)
        if (lexicon->tags[lexicon->readings[i] & (LEXICON_TAGS_AT_MOST - 1)].word_class == word_class)
            return true;
    return false;
}
