/* event/knowledge.c: opens the tables of event/ and indexes them. */
#include "event/knowledge.h"

#include "event/event.h"

#include <string.h>

struct words_form {                  /* a table of words: id, word, value, source, checked */
    const char *file, *word, *value;
    const char *const *terms;        /* what a value is made of; NULL: any text */
    size_t term_count;
};

static const char *const knowledge__controls[] = {"nom", "akk", "dat", "causative"};
static const char *const knowledge__uses[] = {"agent", "genitive", "place", "direction", "content", "matter", "behind", "means", "occasion",
                                             "clause", "during", "outer", "receiver", "joining", "prompt", "origin", "purpose", "around", "between", "company"};
static const char *const knowledge__meanings[] = {"reciprocal", "speaker", "negative", "passive", "target", "receiving", "occasion", "example", "joining", "clause", "together", "dispute", "sides", "teller", "part",
                                                 "ceasing", "protester"};
static const char *const knowledge__circumstances[] = {"there", "held", "area", "often", "earlier", "setting", "thereby"};
static const char *const knowledge__deeds[] = {"harm", "strike", "fight", "defence", "taking", "burning", "abduction", "abuse"};
static const char *const knowledge__anaphors[] = {"act", "claim", "resolution", "verdict", "law", "attack", "stance", "accession", "proposal"};

enum { USES_NAMED = sizeof knowledge__uses / sizeof *knowledge__uses };

static const struct words_form knowledge__forms[WORDS_COUNT] = {
    [WORDS_ADVERBS] = {"event/adverbs.tsv", "adverb", "preposition", NULL, 0},
    [WORDS_ANAPHORS] = {"event/anaphors.tsv", "word", "meaning", knowledge__anaphors, sizeof knowledge__anaphors / sizeof *knowledge__anaphors},
    [WORDS_CONFIDENCE] = {"event/confidence.tsv", "feature", "points", NULL, 0},
    [WORDS_CONTROLS] = {"event/controls.tsv", "verb", "function", knowledge__controls, 4},
    [WORDS_INTRANSITIVES] = {"event/intransitives.tsv", "verb", "perfect", NULL, 0},
    [WORDS_ITEM_MODES] = {"event/item-modes.tsv", "word", "mode", NULL, 0},
    [WORDS_CIRCUMSTANCES] = {"event/circumstances.tsv", "word", "meaning", knowledge__circumstances, sizeof knowledge__circumstances / sizeof *knowledge__circumstances},
    [WORDS_DEEDS] = {"event/deeds.tsv", "word", "class", knowledge__deeds, DEED_COUNT},
    [WORDS_PHASES] = {"event/phases.tsv", "verb", "function", NULL, 0},
    [WORDS_PREPOSITIONS] = {"event/prepositions.tsv", "preposition", "use", knowledge__uses, USES_NAMED},
    [WORDS_PRONOUNS] = {"event/pronouns.tsv", "word", "meaning", knowledge__meanings, sizeof knowledge__meanings / sizeof *knowledge__meanings},
    [WORDS_VERB_MARKS] = {"event/verb-marks.tsv", "mark", "form", NULL, 0},
};

static bool knowledge__check(const struct table_set *set, const struct table *table, size_t row, const struct words_form *form,
                             struct laut_error *error)
{
    size_t count = 0;
    const char *const *const words = table_words(set->arena, table_cell(table, row, 2), ' ', &count, error);
    for (size_t i = 0; words && i < count; i++)
        if (table_term(words[i], form->terms, form->term_count) < 0)
            return table_error(table, row, error, "see docs/tables.md", "unknown term \"%s\"", words[i]);
    return words != NULL;
}

static bool knowledge__words(const struct table_set *set, const struct words_form *form, struct word_table *words,
                             struct laut_error *error)
{
    const char *const columns[] = {"id", form->word, form->value, "source", "checked"};
    const struct table *const table = table_open(set, form->file, columns, 5, error);
    struct string_map *const rows = table ? string_map_open(set->arena, table->row_count + 1, error) : NULL;
    if (!rows)
        return false;
    for (size_t row = 0; row < table->row_count; row++) {
        const char *const key = table_cell(table, row, 1);
        if (!string_map_add(rows, key, strlen(key), (uint32_t)row, error) ||
            (form->terms && !knowledge__check(set, table, row, form, error)))
            return false;
    }
    *words = (struct word_table){table, rows};
    return true;
}

static bool knowledge__modals(const struct table_set *set, struct modal_table *modals, struct laut_error *error)
{
    static const char *const columns[] = {"id", "modal", "condition", "type", "mode", "source", "checked"};
    static const char *const conditions[] = {"any", "subjunctive", "negated", "receiving", "refusing", "permitting"};
    const struct table *const table = table_open(set, "event/modals.tsv", columns, 7, error);
    if (!table)
        return false;
    modals->count = table->row_count;
    modals->frames = arena_take(set->arena, table->row_count + 1, sizeof *modals->frames, error);
    modals->conditions = arena_take(set->arena, table->row_count + 1, sizeof *modals->conditions, error);
    for (size_t row = 0; modals->frames && modals->conditions && row < table->row_count; row++) {
        const int condition = table_term(table_cell(table, row, 2), conditions, 6);
        if (condition < 0)
            return table_error(table, row, error, "see docs/tables.md", "unknown condition \"%s\"", table_cell(table, row, 2));
        modals->conditions[row] = (enum modal_condition)condition;
        if (!frame_modal(set, table, row, &modals->frames[row], error))
            return false;
    }
    return modals->frames && modals->conditions;
}

/* The bits of each line of prepositions.tsv. */
static const unsigned *knowledge__uses_of(const struct table_set *set, const struct table *table, struct laut_error *error)
{
    unsigned *const bits = arena_take(set->arena, table->row_count + 1, sizeof *bits, error);
    for (size_t row = 0; bits && row < table->row_count; row++) {
        bits[row] = 0;
        for (size_t i = 0; i < USES_NAMED; i++)
            bits[row] |= strstr(table_cell(table, row, 2), knowledge__uses[i]) ? 1U << i : 0;
    }
    return bits;
}

const struct event_knowledge *event_knowledge_open(const struct table_set *set, const struct lexicon *lexicon, struct laut_error *error)
{
    struct event_knowledge *const knowledge = arena_take(set->arena, 1, sizeof *knowledge, error);
    if (!knowledge || !filler_groups_open(set, &knowledge->groups, error) ||
        !frame_table_open(set, &knowledge->groups, "verbs.tsv", FRAME_VERB, &knowledge->verbs, error) ||
        !frame_table_open(set, &knowledge->groups, "nouns.tsv", FRAME_NOUN, &knowledge->nouns, error) ||
        !frame_table_open(set, &knowledge->groups, "light.tsv", FRAME_LIGHT, &knowledge->light, error))
        return NULL;
    knowledge->lexicon = lexicon;
    knowledge->likely = likely_points_open(set, error);
    knowledge->incident = incident_points_open(set, error);
    if (!knowledge->likely || !knowledge->incident)
        return NULL;
    for (size_t i = 0; i < WORDS_COUNT; i++)
        if (!knowledge__words(set, &knowledge__forms[i], &knowledge->words[i], error))
            return NULL;
    knowledge->uses = knowledge__uses_of(set, knowledge->words[WORDS_PREPOSITIONS].table, error);
    return knowledge->uses && knowledge__modals(set, &knowledge->modals, error) ? knowledge : NULL;
}

/* The value in the first line of the word of so many bytes, or NULL. */
static const char *knowledge__value_of(const struct event_knowledge *knowledge, enum knowledge_words words, const char *word, size_t length)
{
    const struct word_table *const table = &knowledge->words[words];
    const struct string_map_hit hit = string_map_find(table->rows, word, length);
    return hit.found ? table_cell(table->table, hit.value, 2) : NULL;
}

static const char *knowledge__value(const struct event_knowledge *knowledge, enum knowledge_words words, const char *word)
{
    return word ? knowledge__value_of(knowledge, words, word, strlen(word)) : NULL;
}

const char *knowledge_verb_mark(const struct event_knowledge *knowledge, const char *mark, size_t length)
{
    return knowledge__value_of(knowledge, WORDS_VERB_MARKS, mark, length);
}

bool knowledge_is_intransitive(const struct event_knowledge *knowledge, const char *verb_lemma)
{
    return knowledge__value(knowledge, WORDS_INTRANSITIVES, verb_lemma) != NULL;
}

const char *knowledge_item_mode(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__value(knowledge, WORDS_ITEM_MODES, word);
}

const char *knowledge_confidence(const struct event_knowledge *knowledge, const char *feature)
{
    return knowledge__value(knowledge, WORDS_CONFIDENCE, feature);
}

const char *knowledge_adverb(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__value(knowledge, WORDS_ADVERBS, word);
}

enum frame_function knowledge_control(const struct event_knowledge *knowledge, const char *verb_lemma)
{
    const char *const function = knowledge__value(knowledge, WORDS_CONTROLS, verb_lemma);
    return !function || strcmp(function, "nom") == 0 ? FUNCTION_NOM
           : strcmp(function, "dat") == 0            ? FUNCTION_DAT
                                                     : FUNCTION_AKK;
}

/* Has the verb a line of phases.tsv whose function is the prefix and what is wanted behind it ("PP:" and "mit")? */
static bool knowledge__has_phase(const struct event_knowledge *knowledge, const char *verb_lemma, const char *prefix, const char *wanted)
{
    const struct word_table *const phases = &knowledge->words[WORDS_PHASES];
    const size_t length = strlen(prefix);
    for (struct string_map_hit hit = string_map_find(phases->rows, verb_lemma, strlen(verb_lemma)); hit.found; hit = string_map_next(phases->rows, hit)) {
        const char *const function = table_cell(phases->table, hit.value, 2);
        if (strncmp(function, prefix, length) == 0 && strcmp(function + length, wanted) == 0)
            return true;
    }
    return false;
}

bool knowledge_is_phase(const struct event_knowledge *knowledge, const char *verb_lemma, const char *preposition)
{
    return preposition ? knowledge__has_phase(knowledge, verb_lemma, "PP:", preposition) : knowledge__has_phase(knowledge, verb_lemma, "", "akk");
}

bool knowledge_tells_deed(const struct event_knowledge *knowledge, const char *verb_lemma)
{
    return knowledge__has_phase(knowledge, verb_lemma, "", "deed");
}

bool knowledge_is_claim(const struct event_knowledge *knowledge, const char *verb_lemma)
{
    return knowledge__has_phase(knowledge, verb_lemma, "", "claim");
}

/* Does pronouns.tsv say this of the word? */
static bool knowledge__means(const struct event_knowledge *knowledge, const char *word, const char *meaning)
{
    const char *const told = knowledge__value(knowledge, WORDS_PRONOUNS, word);
    return told && strcmp(told, meaning) == 0;
}

bool knowledge_is_reciprocal(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "reciprocal");
}

bool knowledge_is_speaker(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "speaker");
}

bool knowledge_is_negative(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "negative");
}

bool knowledge_is_ceasing(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "ceasing");
}

bool knowledge_is_passive(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "passive");
}

bool knowledge_is_target(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "target");
}

bool knowledge_is_part(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "part");
}

bool knowledge_is_protester(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "protester");
}

bool knowledge_is_occasion(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "occasion");
}

bool knowledge_is_example(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "example");
}

bool knowledge_is_together(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "together");
}

bool knowledge_is_of_clause(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "clause");
}

bool knowledge_is_joining(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "joining");
}

bool knowledge_is_dispute(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "dispute");
}

bool knowledge_is_teller(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "teller");
}

bool knowledge_is_sides(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "sides");
}

/* Does circumstances.tsv say this of the word? */
static bool knowledge__is_circumstance(const struct event_knowledge *knowledge, const char *word, const char *meaning)
{
    const char *const told = knowledge__value(knowledge, WORDS_CIRCUMSTANCES, word);
    return told && strcmp(told, meaning) == 0;
}

bool knowledge_is_there(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__is_circumstance(knowledge, word, "there");
}

bool knowledge_is_often(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__is_circumstance(knowledge, word, "often");
}

bool knowledge_is_earlier(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__is_circumstance(knowledge, word, "earlier");
}

bool knowledge_is_thereby(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__is_circumstance(knowledge, word, "thereby");
}

enum deed knowledge_deed(const struct event_knowledge *knowledge, const char *word)
{
    const char *const deed = knowledge__value(knowledge, WORDS_DEEDS, word);
    return deed ? (enum deed)table_term(deed, knowledge__deeds, DEED_COUNT) : DEED_NONE;
}

bool knowledge_is_area(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__is_circumstance(knowledge, word, "area");
}

bool knowledge_is_setting(const struct event_knowledge *knowledge, const struct token *noun)
{
    return knowledge__is_circumstance(knowledge, noun->lemma, "setting") || knowledge__is_circumstance(knowledge, noun->compound_head, "setting");
}

bool knowledge_is_held(const struct event_knowledge *knowledge, const char *verb_lemma)
{
    return knowledge__is_circumstance(knowledge, verb_lemma, "held");
}

bool knowledge_is_receiving(const struct event_knowledge *knowledge, const char *word)
{
    return knowledge__means(knowledge, word, "receiving");
}

enum anaphor knowledge_anaphor(const struct event_knowledge *knowledge, const char *word)
{
    const char *const meaning = knowledge__value(knowledge, WORDS_ANAPHORS, word);
    return meaning ? (enum anaphor)(ANAPHOR_ACT + table_term(meaning, knowledge__anaphors, sizeof knowledge__anaphors / sizeof *knowledge__anaphors)) : ANAPHOR_NONE;
}

bool knowledge_is_causative(const struct event_knowledge *knowledge, const char *verb_lemma)
{
    const char *const function = knowledge__value(knowledge, WORDS_CONTROLS, verb_lemma);
    return function && strcmp(function, "causative") == 0;
}

unsigned knowledge_preposition(const struct event_knowledge *knowledge, const char *preposition)
{
    const struct string_map *const rows = knowledge->words[WORDS_PREPOSITIONS].rows;
    const struct string_map_hit hit = preposition ? string_map_find(rows, preposition, strlen(preposition)) : (struct string_map_hit){.found = false};
    return hit.found ? knowledge->uses[hit.value] : 0;
}

bool knowledge_is_von(const struct event_knowledge *knowledge, const char *preposition)
{
    const unsigned of = PREPOSITION_GENITIVE | PREPOSITION_CONTENT;
    return (knowledge_preposition(knowledge, preposition) & of) == of;
}
