/* tools/train/corpus.c: reads treebanks in blocks of some thousand lines, so that a block's analyses can go as soon as its
 * features are taken; leaves out every sentence of the test files (greetings are said twice) and refuses files with many of them; says what is known of a word's morphology: in gold trees the
 * features themselves, elsewhere the sets that the lexicon's analyses of the given part of speech and the tree leave open. */
#include "corpus.h"

#include "base/hash.h"
#include "parse/conllu.h"
#include "parse/names.h"
#include "parse/tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CORPUS_BLOCK_BYTES = 1 << 20, CORPUS_TEXT_BYTES = 20,
       CORPUS_TEST_SHARE = 50,   /* a file with more than one test sentence in so many is refused */
       CORPUS_READ_BY_PEOPLE = 2 };  /* a feature of such a text counts as often as so many in silver */

static const uint64_t corpus__test_hashes[] = {
#include "test_hashes.inc"
};

struct corpus *corpus_open(void)
{
    struct corpus *const corpus = calloc(1, sizeof *corpus);
    if (corpus)
        corpus->feature_begin = calloc(1, sizeof *corpus->feature_begin);
    return corpus;
}

void corpus_free(struct corpus *corpus)
{
    if (!corpus)
        return;
    free(corpus->hashes);
    free(corpus->feature_begin);
    free(corpus->targets);
    free(corpus->sentences);
    words_free(&corpus->lists);
    free(corpus);
}

static bool corpus__grow(void *pointer, size_t needed, size_t *capacity, size_t size, struct laut_error *error)
{
    if (needed <= *capacity)
        return true;
    void *old;
    memcpy(&old, pointer, sizeof old);
    const size_t larger = needed * 2;
    void *const grown = realloc(old, larger * size);
    if (!grown)
        return error_out_of_memory(error);
    memcpy(pointer, &grown, sizeof grown);
    *capacity = larger;
    return true;
}

static bool corpus__is_test(uint64_t hash)
{
    for (size_t low = 0, high = sizeof corpus__test_hashes / sizeof *corpus__test_hashes; low < high;) {
        const size_t middle = (low + high) / 2;
        if (corpus__test_hashes[middle] == hash)
            return true;
        if (corpus__test_hashes[middle] < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

uint64_t corpus_text_hash(const struct document *document, const struct sentence *sentence)
{
    char letters[4096];
    size_t count = 0;
    for (uint32_t at = sentence->span.begin_byte; at < sentence->span.end_byte && count < sizeof letters; at++)
        if (!memchr(" \t\n\r", document->text[at], 4))
            letters[count++] = document->text[at];
    return count < CORPUS_TEXT_BYTES ? 0 : hash_bytes(letters, count, 0);
}

/* ---- what is known of a word ---------------------------------------------------------------------------------- */

/* Values of an attribute that the fitting analyses leave open; 0: nothing is known. */
static uint32_t corpus__open_values(const struct token *token, enum tags_attribute attribute)
{
    uint32_t values = 0;
    for (size_t i = 0; i < token->analysis_count; i++) {
        const struct analysis *const analysis = &token->analyses[i];
        if (!tags_class_fits(analysis->word_class, token->upos) || (analysis->flags & ANALYSIS_GUESSED && attribute != TAGS_VERB_FORM))
            continue;
        uint8_t value = tags_value(&analysis->morphology, attribute);
        if (attribute == TAGS_VERB_FORM && analysis->word_class == WORD_PARTICIPLE_PERFECT)
            value = VERB_FORM_PART_PERF;
        if (!value && attribute != TAGS_MOOD && attribute != TAGS_TENSE && attribute != TAGS_PERSON && attribute != TAGS_NUMBER)
            return 0;
        values |= 1u << value;
    }
    return values & ~1u;
}

/* Cases that the tree leaves to a nominal: subjects are nominative, objects accusative or dative, others as their preposition says. */
static uint32_t corpus__cases_of_role(const struct document *document, uint32_t index)
{
    const struct token *const token = &document->tokens[index];
    const uint32_t preposition = tree_child(document, index, RELATION_CASE);
    if (preposition != DOCUMENT_NONE) {
        uint32_t cases = 0;
        for (size_t i = 0; i < document->tokens[preposition].analysis_count; i++)
            if (document->tokens[preposition].analyses[i].word_class == WORD_PREPOSITION)
                cases |= 1u << document->tokens[preposition].analyses[i].morphology.grammatical_case;
        return cases & 1u ? 0 : cases;
    }
    switch (token->relation) {
    case RELATION_NSUBJ:
    case RELATION_NSUBJ_PASS:
        return 1u << CASE_NOM;
    case RELATION_OBJ:
        return 1u << CASE_ACC | 1u << CASE_DAT;
    case RELATION_NMOD:
        return token->upos == UPOS_NOUN || token->upos == UPOS_PROPN ? 1u << CASE_GEN : 0;
    default:
        return 0;
    }
}

static uint32_t corpus__narrow(uint32_t values, uint32_t by)
{
    return !values ? by : !by || !(values & by) ? values : values & by;
}

static void corpus__open_targets(const struct document *document, uint32_t index, struct target *target)
{
    const struct token *const token = &document->tokens[index];
    const uint32_t forms = corpus__open_values(token, TAGS_VERB_FORM);
    const uint32_t attributes = tags_attributes_of(token->upos, forms == 1u << VERB_FORM_FIN ? VERB_FORM_FIN : VERB_FORM_NONE);
    for (enum tags_attribute attribute = TAGS_CASE; attribute < TAGS_NAME; attribute++)
        if (attributes >> attribute & 1 && (attribute != TAGS_GENDER || token->upos == UPOS_NOUN) && attribute != TAGS_DEFINITE)
            target->values[attribute] = corpus__open_values(token, attribute);
    const bool leans = token->relation == RELATION_DET || token->relation == RELATION_AMOD || token->relation == RELATION_DET_POSS;
    if (attributes >> TAGS_CASE & 1)
        target->values[TAGS_CASE] = corpus__narrow(target->values[TAGS_CASE],
            corpus__cases_of_role(document, leans && token->head != DOCUMENT_NONE ? token->head : index));
}

static void corpus__gold_targets(const struct token *token, struct target *target)
{
    const uint32_t attributes = tags_attributes_of(token->upos, (enum verb_form)token->morphology.verb_form);
    for (enum tags_attribute attribute = TAGS_CASE; attribute < TAGS_NAME; attribute++)
        if (attributes >> attribute & 1)
            target->values[attribute] = 1u << tags_value(&token->morphology, attribute);
    if (target->values[TAGS_VERB_FORM] & (1u << VERB_FORM_INF | 1u << VERB_FORM_ZU_INF))
        target->values[TAGS_VERB_FORM] = 1u << VERB_FORM_INF | 1u << VERB_FORM_ZU_INF;
}

/* A form's own feature becomes those that the word lists have for it. */
static size_t corpus__resolve_words(const struct corpus *corpus, uint64_t *hashes, size_t count)
{
    size_t kept = 0;
    const struct word *word = NULL;
    for (size_t i = 0; i < count; i++) {
        if (features_kind(hashes[i]) == FEATURE_CLUSTER)
            word = words_find(&corpus->lists, hashes[i]);
        else
            hashes[kept++] = hashes[i];
    }
    return kept + (word ? words_features(word, hashes + kept) : 0);
}

static struct target corpus__target(const struct document *document, const struct sentence *sentence, uint32_t index,
                                    enum features_source source)
{
    const struct token *const token = &document->tokens[index];
    struct target target = {.head = token->head == DOCUMENT_NONE ? 0 : token->head - sentence->tokens.first + 1,
                            .relation = (uint8_t)token->relation, .values = {1u << token->upos}, .weight = 1};
    if (source == FEATURES_GOLD)
        corpus__gold_targets(token, &target);
    else
        corpus__open_targets(document, index, &target);
    return target;
}

static bool corpus__add_word(struct corpus *corpus, const struct token *token, bool first, const struct target *target,
                             struct laut_error *error)
{
    uint64_t hashes[FEATURES_AT_MOST + WORD_FEATURES];
    const size_t count = corpus__resolve_words(corpus, hashes, features_of(token, first, hashes)), word = corpus->word_count;
    if (!corpus__grow(&corpus->hashes, corpus->hash_count + count, &corpus->hash_capacity, sizeof *corpus->hashes, error) ||
        !corpus__grow(&corpus->feature_begin, word + 2, &corpus->word_capacity, sizeof *corpus->feature_begin, error) ||
        !corpus__grow(&corpus->targets, word + 1, &corpus->target_capacity, sizeof *corpus->targets, error))
        return false;
    memcpy(corpus->hashes + corpus->hash_count, hashes, count * sizeof *hashes);
    corpus->feature_begin[word] = corpus->hash_count;
    corpus->hash_count += count;
    corpus->feature_begin[word + 1] = corpus->hash_count;
    corpus->targets[word] = *target;
    corpus->word_count++;
    return true;
}

/* Counts the sentence; false: it is one of a test file. */
static bool corpus__is_allowed(struct corpus *corpus, const struct document *document, const struct sentence *sentence)
{
    const uint64_t hash = corpus_text_hash(document, sentence);
    const bool refused = hash && corpus__is_test(hash);
    corpus->file_sentences++;
    corpus->file_refused += refused;
    return !refused;
}

/* Opens a sentence whose words are to be added next. */
static bool corpus__begin_sentence(struct corpus *corpus, uint32_t count, enum features_source source, bool names_only,
                                   struct laut_error *error)
{
    if (!corpus__grow(&corpus->sentences, corpus->sentence_count + 1, &corpus->sentence_capacity, sizeof *corpus->sentences, error))
        return false;
    const bool held_out = source != FEATURES_SILVER && corpus->hold_out_every &&
                          corpus->sentence_count % corpus->hold_out_every == corpus->hold_out_fold;
    corpus->sentences[corpus->sentence_count++] =
        (struct corpus_sentence){(uint32_t)corpus->word_count, count, source, names_only, held_out, false};
    corpus->longest = count > corpus->longest ? count : corpus->longest;
    return true;
}

static bool corpus__add_sentence(struct corpus *corpus, const struct document *document, const struct sentence *sentence,
                                 enum features_source source, struct laut_error *error)
{
    const uint32_t count = sentence->tokens.count, first = sentence->tokens.first;
    if (!corpus__is_allowed(corpus, document, sentence) || count > CORPUS_LONGEST || (source == FEATURES_SILVER && count < 3))
        return true;
    for (uint32_t i = first; i < first + count; i++)
        if (document->tokens[i].upos == UPOS_NONE)
            return true;
    if (!corpus__begin_sentence(corpus, count, source, false, error))
        return false;
    for (uint32_t i = first; i < first + count; i++) {
        const struct target target = corpus__target(document, sentence, i, source);
        if (!corpus__add_word(corpus, &document->tokens[i], i == first, &target, error))
            return false;
    }
    return true;
}

static bool corpus__add_block(struct corpus *corpus, const char *path, const char *bytes, size_t length, enum features_source source,
                              const struct lexicon *lexicon, struct laut_error *error)
{
    struct document document = {.arena = arena_open(0, error)};
    bool good = document.arena && conllu_read(&document, path, bytes, length, error) &&
                lexicon_analyse(&document, lexicon, error);
    for (size_t i = 0; good && i < document.sentence_count; i++)
        good = corpus__add_sentence(corpus, &document, &document.sentences[i], source, error);
    arena_free(document.arena);
    return good;
}

/* The whole file, unpacked where its name ends in .xz. */
static char *corpus__read_file(const char *path, size_t *length, struct laut_error *error)
{
    const size_t name = strlen(path);
    const bool packed = name > 3 && strcmp(path + name - 3, ".xz") == 0;
    char command[2048];
    if (packed && (strchr(path, '\'') || snprintf(command, sizeof command, "xz -dc -- '%s'", path) >= (int)sizeof command)) {
        (void)error_set(error, path, 0, "use a plain file name", "a file name that xz cannot be given");
        return NULL;
    }
    FILE *const file = packed ? popen(command, "r") : fopen(path, "r");
    char *bytes = NULL;
    size_t capacity = 0;
    *length = 0;
    if (!file) {
        (void)error_set(error, path, 0, NULL, "cannot be opened");
        return NULL;
    }
    for (size_t got = 1; got;) {
        if (!corpus__grow(&bytes, *length + 65536, &capacity, 1, error))
            break;
        got = fread(bytes + *length, 1, 65536, file);
        *length += got;
    }
    if ((packed ? pclose(file) : fclose(file)) != 0 || !*length) {
        (void)error_set(error, path, 0, NULL, "cannot be read");
        free(bytes);
        return NULL;
    }
    return bytes;
}

bool corpus_add_words(struct corpus *corpus, const char *path, struct laut_error *error)
{
    size_t length;
    char *const bytes = corpus__read_file(path, &length, error);
    const bool good = bytes && words_read(&corpus->lists, path, bytes, length, error);
    free(bytes);
    return good;
}

static bool corpus__check_file(const struct corpus *corpus, const char *path, struct laut_error *error)
{
    if (corpus->file_refused * CORPUS_TEST_SHARE > corpus->file_sentences)
        return error_set(error, path, 0, "train on training files only", "%zu of its %zu sentences stand in a test file",
                         corpus->file_refused, corpus->file_sentences);
    if (corpus->file_refused)
        fprintf(stderr, "  %zu sentences left out: they stand in a test file word by word\n", corpus->file_refused);
    return true;
}

bool corpus_add_file(struct corpus *corpus, const char *path, enum features_source source, const struct lexicon *lexicon,
                     struct laut_error *error)
{
    size_t length;
    char *const bytes = corpus__read_file(path, &length, error);
    bool good = bytes != NULL;
    corpus->file_sentences = corpus->file_refused = 0;
    for (size_t at = 0; good && at < length;) {
        size_t end = length - at > CORPUS_BLOCK_BYTES ? at + CORPUS_BLOCK_BYTES : length;
        const char *const blank = end < length ? memmem(bytes + end, length - end, "\n\n", 2) : NULL;
        end = blank ? (size_t)(blank - bytes) + 2 : length;
        good = corpus__add_block(corpus, path, bytes + at, end - at, source, lexicon, error);
        at = end;
    }
    free(bytes);
    return good && corpus__check_file(corpus, path, error);
}

/* ---- names ----------------------------------------------------------------------------------------------------- */

/* The tag of each line with a word, in order: its third column. */
static uint8_t *corpus__name_tags(const char *bytes, size_t length)
{
    size_t lines = 0, count = 0;
    for (size_t i = 0; i < length; i++)
        lines += bytes[i] == '\n';
    uint8_t *const tags = calloc(lines + 2, 1);
    for (const char *at = bytes, *const end = bytes + length; tags && at < end;) {
        const char *const newline = memchr(at, '\n', (size_t)(end - at)), *const stop = newline ? newline : end;
        const char *const first = memchr(at, '\t', (size_t)(stop - at));
        const char *const second = first ? memchr(first + 1, '\t', (size_t)(stop - first - 1)) : NULL;
        if (stop > at && *at != '#') {
            const char *const tag = second ? second + 1 : stop;
            const char *const third = memchr(tag, '\t', (size_t)(stop - tag));
            tags[count++] = (uint8_t)names_tag_find(tag, (size_t)((third ? third : stop) - tag));
        }
        at = stop + 1;
    }
    return tags;
}

/* The second word of a contraction in a name stands inside it. */
static uint32_t corpus__name_value(uint8_t tag, const struct token *token)
{
    const bool begins = tag >= NAME_TAG_BEGIN && tag < NAME_TAG_INSIDE;
    return 1u << (begins && token->contraction_part > 1 ? tag + NAME_KIND_COUNT : tag);
}

static bool corpus__add_named_sentence(struct corpus *corpus, const struct document *document, const struct sentence *sentence,
                                       const uint8_t *tags, struct laut_error *error)
{
    const uint32_t first = sentence->tokens.first, count = sentence->tokens.count;
    if (!corpus__is_allowed(corpus, document, sentence) || count > CORPUS_LONGEST)
        return true;
    if (!corpus__begin_sentence(corpus, count, FEATURES_ANY, true, error))
        return false;
    for (uint32_t i = first; i < first + count; i++) {
        const struct target target = {.values = {[TAGS_NAME] = corpus__name_value(tags[i], &document->tokens[i])}};
        if (!corpus__add_word(corpus, &document->tokens[i], i == first, &target, error))
            return false;
    }
    return true;
}

/* Tags of the words as they were given become tags of the words that contractions are opened to. */
static uint8_t *corpus__spread_tags(const struct document *document, const uint8_t *given)
{
    uint8_t *const tags = calloc(document->token_count + 1, 1);
    for (size_t i = 0, at = 0; tags && i < document->token_count; i++) {
        at += i && document->tokens[i].contraction_part < 2;
        tags[i] = given[at];
    }
    return tags;
}

static bool corpus__read_names(struct document *document, const char *path, const char *bytes, size_t length,
                               const struct text_knowledge *text, struct laut_error *error)
{
    return conllu_read_forms(document, path, bytes, length, error) && text_segment(document, text, error);
}

bool corpus_add_names(struct corpus *corpus, const char *path, const struct lexicon *lexicon, const struct text_knowledge *text,
                      struct laut_error *error)
{
    size_t length;
    char *const bytes = corpus__read_file(path, &length, error);
    struct document document = {.arena = arena_open(0, error)};
    bool good = bytes && document.arena && corpus__read_names(&document, path, bytes, length, text, error) &&
                lexicon_analyse(&document, lexicon, error);
    uint8_t *const given = good ? corpus__name_tags(bytes, length) : NULL;
    uint8_t *const tags = given ? corpus__spread_tags(&document, given) : NULL;
    corpus->file_sentences = corpus->file_refused = 0;
    for (size_t i = 0; tags && good && i < document.sentence_count; i++)
        good = corpus__add_named_sentence(corpus, &document, &document.sentences[i], tags, error);
    arena_free(document.arena);
    free(bytes);
    free(given);
    free(tags);
    return good && corpus__check_file(corpus, path, error);
}

bool corpus_print_hashes(const char *path, const struct text_knowledge *text, struct laut_error *error)
{
    size_t length;
    char *const bytes = corpus__read_file(path, &length, error);
    const size_t name = strlen(path);
    const bool names = name > 4 && strcmp(path + name - 4, ".tsv") == 0;
    struct document document = {.arena = arena_open(0, error)};
    const bool good = bytes && document.arena && (names ? corpus__read_names(&document, path, bytes, length, text, error)
                                                        : conllu_read(&document, path, bytes, length, error));
    for (size_t i = 0; good && i < document.sentence_count; i++) {
        const uint64_t hash = corpus_text_hash(&document, &document.sentences[i]);
        if (hash)
            printf("0x%016llx,\n", (unsigned long long)hash);
    }
    free(bytes);
    arena_free(document.arena);
    return good;
}

/* ---- labels of several networks -------------------------------------------------------------------------------- */

uint64_t corpus_fingerprint(const struct corpus *corpus)
{
    uint64_t sum = corpus->word_count;
    for (size_t i = 0; i < corpus->hash_count; i++)
        sum = features_kind(corpus->hashes[i]) == FEATURE_FORM ? hash_mix(sum ^ corpus->hashes[i]) : sum;
    for (size_t w = 0; w < corpus->word_count; w++)
        sum = hash_mix(sum ^ ((uint64_t)corpus->targets[w].head << 8 | corpus->targets[w].relation));
    return sum;
}

void corpus_take_labels(struct corpus *corpus, const struct soft *soft)
{
    for (size_t s = 0; s < corpus->sentence_count; s++) {
        struct corpus_sentence *const sentence = &corpus->sentences[s];
        const bool replaced = sentence->names_only || sentence->source == FEATURES_SILVER;
        sentence->labelled = replaced && !sentence->held_out;
        for (size_t w = sentence->first; w < (size_t)sentence->first + sentence->count && !sentence->held_out; w++) {
            struct target *const target = &corpus->targets[w];
            const uint32_t name = target->values[TAGS_NAME];
            target->soft = &soft[w];
            if (!replaced)
                continue;
            memset(target->values, 0, sizeof target->values);
            target->values[TAGS_NAME] = name;
            target->soft_tree = true;
            target->head = soft[w].tree_head;
            target->relation = soft[w].relations[0];
            target->weight = 1;
        }
    }
}

/* ---- rows ------------------------------------------------------------------------------------------------------ */

struct corpus__count {
    uint64_t hash;
    uint32_t count, row;
};

static struct corpus__count *corpus__find(struct corpus__count *counts, size_t mask, uint64_t hash)
{
    size_t at = (size_t)(hash >> 4) & mask;
    while (counts[at].count && counts[at].hash != hash)
        at = (at + 1) & mask;
    return &counts[at];
}

struct model_slot *corpus_make_rows(struct corpus *corpus, size_t minimum, uint32_t *slot_count, uint32_t *row_count)
{
    const size_t mask = ((size_t)1 << 22) - 1;
    struct corpus__count *const counts = calloc(mask + 1, sizeof *counts);
    size_t distinct = 0;
    *row_count = 0;
    for (size_t s = 0; counts && s < corpus->sentence_count; s++) {
        const struct corpus_sentence *const sentence = &corpus->sentences[s];
        const size_t end = corpus->feature_begin[sentence->first + sentence->count];
        for (size_t i = corpus->feature_begin[sentence->first]; i < end && distinct < mask; i++) {
            struct corpus__count *const count = corpus__find(counts, mask, corpus->hashes[i]);
            distinct += count->count == 0;
            count->hash = corpus->hashes[i];
            count->count += sentence->source == FEATURES_SILVER ? 1 : CORPUS_READ_BY_PEOPLE;
            if (count->count >= minimum && !count->row)
                count->row = ++*row_count;
        }
    }
    for (enum features_source source = FEATURES_GOLD; counts && source < FEATURES_SOURCE_COUNT; source++) {
        struct corpus__count *const count = corpus__find(counts, mask, features_source_hash(source));
        *count = (struct corpus__count){features_source_hash(source), 1, ++*row_count};
    }
    for (*slot_count = 1024; *slot_count < *row_count * 5 / 4; *slot_count *= 2)
        continue;
    struct model_slot *const slots = calloc(*slot_count, sizeof *slots);
    for (size_t i = 0; counts && slots && i <= mask; i++) {
        if (!counts[i].row)
            continue;
        uint32_t at = (uint32_t)(counts[i].hash >> 4) & (*slot_count - 1);
        while (slots[at].row)
            at = (at + 1) & (*slot_count - 1);
        slots[at] = (struct model_slot){(uint32_t)(counts[i].hash >> 32), counts[i].row};
    }
    for (size_t i = 0; counts && slots && i < corpus->hash_count; i++)
        corpus->hashes[i] = features_kind(corpus->hashes[i]) |
                            (uint64_t)corpus__find(counts, mask, corpus->hashes[i])->row << 4;
    free(counts);
    return slots;
}
