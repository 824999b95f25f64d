/* tools/train/corpus.c: reads treebanks in blocks of some thousand lines, so that a block's analyses can go as soon as its
 * features are taken; leaves out every sentence of the test files (greetings are said twice) and refuses files with many of them; says what is known of a word's morphology: in gold trees the
 * features themselves, elsewhere the sets that the lexicon's analyses of the given part of speech and the tree leave open. */
#include "corpus.h"

#include "base/hash.h"
#include "parse/conllu.h"
#include "parse/tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CORPUS_BLOCK_BYTES = 1 << 20, CORPUS_TEXT_BYTES = 20, CORPUS_LONGEST = 150,
       CORPUS_TEST_SHARE = 50 };  /* a file with more than one test sentence in so many is refused */

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
    for (enum tags_attribute attribute = TAGS_CASE; attribute < TAGS_ATTRIBUTE_COUNT; attribute++)
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
    for (enum tags_attribute attribute = TAGS_CASE; attribute < TAGS_ATTRIBUTE_COUNT; attribute++)
        if (attributes >> attribute & 1)
            target->values[attribute] = 1u << tags_value(&token->morphology, attribute);
    if (target->values[TAGS_VERB_FORM] & (1u << VERB_FORM_INF | 1u << VERB_FORM_ZU_INF))
        target->values[TAGS_VERB_FORM] = 1u << VERB_FORM_INF | 1u << VERB_FORM_ZU_INF;
}

uint64_t cluster_hash(uint32_t path, size_t level)
{
    static const uint32_t masks[CLUSTER_LEVELS] = {0xF, 0x3F, 0x3FF, UINT32_MAX};
    return (hash_mix(((uint64_t)level << 40) + (path & masks[level]) + 1) & ~(uint64_t)15) | FEATURE_CLUSTER;
}

static const struct cluster *corpus__cluster(const struct corpus *corpus, uint64_t hash)
{
    if (!corpus->cluster_slots)
        return NULL;
    size_t at = (size_t)(hash >> 4) & (corpus->cluster_slots - 1);
    while (corpus->clusters[at].hash && corpus->clusters[at].hash != hash)
        at = (at + 1) & (corpus->cluster_slots - 1);
    return &corpus->clusters[at];
}

/* A form's own cluster feature becomes those of the nodes above its cluster. */
static size_t corpus__resolve_clusters(const struct corpus *corpus, uint64_t *hashes, size_t count)
{
    size_t kept = 0;
    const struct cluster *cluster = NULL;
    for (size_t i = 0; i < count; i++) {
        if (features_kind(hashes[i]) == FEATURE_CLUSTER)
            cluster = corpus__cluster(corpus, hashes[i]);
        else
            hashes[kept++] = hashes[i];
    }
    for (size_t level = 0; cluster && cluster->hash && level < CLUSTER_LEVELS; level++)
        hashes[kept++] = cluster_hash(cluster->path, level);
    return kept;
}

static bool corpus__add_word(struct corpus *corpus, const struct document *document, const struct sentence *sentence,
                             uint32_t index, enum features_source source, struct laut_error *error)
{
    const struct token *const token = &document->tokens[index];
    uint64_t hashes[FEATURES_AT_MOST + CLUSTER_LEVELS];
    const size_t count = corpus__resolve_clusters(corpus, hashes, features_of(token, index == sentence->tokens.first, hashes)),
                 word = corpus->word_count;
    if (!corpus__grow(&corpus->hashes, corpus->hash_count + count, &corpus->hash_capacity, sizeof *corpus->hashes, error) ||
        !corpus__grow(&corpus->feature_begin, word + 2, &corpus->word_capacity, sizeof *corpus->feature_begin, error) ||
        !corpus__grow(&corpus->targets, word + 1, &corpus->target_capacity, sizeof *corpus->targets, error))
        return false;
    memcpy(corpus->hashes + corpus->hash_count, hashes, count * sizeof *hashes);
    corpus->feature_begin[word] = corpus->hash_count;
    corpus->hash_count += count;
    corpus->feature_begin[word + 1] = corpus->hash_count;
    struct target *const target = &corpus->targets[word];
    *target = (struct target){.head = token->head == DOCUMENT_NONE ? 0 : token->head - sentence->tokens.first + 1,
                              .relation = (uint8_t)token->relation, .values = {1u << token->upos}, .weight = 1};
    if (source == FEATURES_GOLD)
        corpus__gold_targets(token, target);
    else
        corpus__open_targets(document, index, target);
    corpus->word_count++;
    return true;
}

static bool corpus__add_sentence(struct corpus *corpus, const struct document *document, const struct sentence *sentence,
                                 enum features_source source, struct laut_error *error)
{
    const uint32_t count = sentence->tokens.count;
    const uint64_t hash = corpus_text_hash(document, sentence);
    corpus->file_sentences++;
    if (hash && corpus__is_test(hash)) {
        corpus->file_refused++;
        return true;
    }
    if (count > CORPUS_LONGEST || (source == FEATURES_SILVER && count < 3))
        return true;
    for (uint32_t i = 0; i < count; i++)
        if (document->tokens[sentence->tokens.first + i].upos == UPOS_NONE)
            return true;
    if (!corpus__grow(&corpus->sentences, corpus->sentence_count + 1, &corpus->sentence_capacity, sizeof *corpus->sentences, error))
        return false;
    const bool held_out = source != FEATURES_SILVER && corpus->hold_out_every &&
                          corpus->sentence_count % corpus->hold_out_every == 0;
    corpus->sentences[corpus->sentence_count++] =
        (struct corpus_sentence){(uint32_t)corpus->word_count, count, source, held_out};
    corpus->longest = count > corpus->longest ? count : corpus->longest;
    for (uint32_t i = 0; i < count; i++)
        if (!corpus__add_word(corpus, document, sentence, sentence->tokens.first + i, source, error))
            return false;
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

bool corpus_add_clusters(struct corpus *corpus, const char *path, struct laut_error *error)
{
    size_t length, lines = 0;
    char *const bytes = corpus__read_file(path, &length, error);
    for (size_t i = 0; bytes && i < length; i++)
        lines += bytes[i] == '\n';
    for (corpus->cluster_slots = 1024; corpus->cluster_slots < 2 * lines; corpus->cluster_slots *= 2)
        continue;
    corpus->clusters = bytes ? calloc(corpus->cluster_slots, sizeof *corpus->clusters) : NULL;
    for (size_t at = 0; corpus->clusters && at < length;) {
        const char *const newline = memchr(bytes + at, '\n', length - at), *const tab = memchr(bytes + at, '\t', length - at);
        if (!newline || !tab || tab > newline)
            break;
        const uint64_t hash = features_cluster_hash(bytes + at, (size_t)(tab - bytes) - at);
        size_t slot = (size_t)(hash >> 4) & (corpus->cluster_slots - 1);
        while (corpus->clusters[slot].hash && corpus->clusters[slot].hash != hash)
            slot = (slot + 1) & (corpus->cluster_slots - 1);
        corpus->cluster_count += !corpus->clusters[slot].hash;
        corpus->clusters[slot] = (struct cluster){hash, (uint32_t)strtoul(tab + 1, NULL, 10)};
        at = (size_t)(newline - bytes) + 1;
    }
    free(bytes);
    return corpus->clusters != NULL;
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
    if (good && corpus->file_refused * CORPUS_TEST_SHARE > corpus->file_sentences)
        return error_set(error, path, 0, "train on training files only", "%zu of its %zu sentences stand in a test file",
                         corpus->file_refused, corpus->file_sentences);
    if (good && corpus->file_refused)
        fprintf(stderr, "  %zu sentences left out: they stand in a test file word by word\n", corpus->file_refused);
    return good;
}

bool corpus_print_hashes(const char *path, struct laut_error *error)
{
    size_t length;
    char *const bytes = corpus__read_file(path, &length, error);
    struct document document = {.arena = arena_open(0, error)};
    const bool good = bytes && document.arena && conllu_read(&document, path, bytes, length, error);
    for (size_t i = 0; good && i < document.sentence_count; i++) {
        const uint64_t hash = corpus_text_hash(&document, &document.sentences[i]);
        if (hash)
            printf("0x%016llx,\n", (unsigned long long)hash);
    }
    free(bytes);
    arena_free(document.arena);
    return good;
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
    for (size_t i = 0; counts && i < corpus->hash_count && distinct < mask; i++) {
        struct corpus__count *const count = corpus__find(counts, mask, corpus->hashes[i]);
        distinct += count->count == 0;
        count->hash = corpus->hashes[i];
        if (++count->count == minimum)
            count->row = ++*row_count;
    }
    for (enum features_source source = FEATURES_GOLD; counts && source <= FEATURES_SILVER; source++) {
        struct corpus__count *const count = corpus__find(counts, mask, features_source_hash(source));
        *count = (struct corpus__count){features_source_hash(source), 1, ++*row_count};
    }
    for (*slot_count = 1024; *slot_count < (*row_count + corpus->cluster_count) * 5 / 4; *slot_count *= 2)
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
