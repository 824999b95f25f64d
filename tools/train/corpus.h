/* tools/train/corpus.h: treebanks as the trainer sees them: for every word its features and what it should become.
 *
 *     corpus_add_file(corpus, "de_gsd-ud-dev.conllu", FEATURES_GOLD, lexicon, &error)
 */
#ifndef TRAIN_CORPUS_H
#define TRAIN_CORPUS_H

#include "gradient.h"

#include "lexicon/lexicon.h"
#include "parse/features.h"
#include "parse/model.h"

/* A form's Brown cluster: its path from the root, first bit lowest. */
struct cluster {
    uint64_t hash;                   /* features_cluster_hash; 0: empty */
    uint32_t path;
};

enum { CLUSTER_LEVELS = 4 };

/* The hash of the feature "a cluster below this node": level 0 the first 4 bits of the path … level 3 all. */
uint64_t cluster_hash(uint32_t path, size_t level);

struct corpus_sentence {
    uint32_t first, count;           /* words of the corpus */
    enum features_source source;
    bool held_out;
};

struct corpus {
    struct arena *arena;
    uint64_t *hashes;                /* [hash_count] features, later rows */
    size_t hash_count, hash_capacity;
    size_t *feature_begin;           /* [word_count + 1] */
    struct target *targets;          /* [word_count] */
    size_t word_count, word_capacity, target_capacity;
    struct corpus_sentence *sentences;
    size_t sentence_count, sentence_capacity;
    size_t hold_out_every;           /* of gold and news sentences one of so many is kept for measuring; 0: none */
    size_t longest;
    struct cluster *clusters;        /* [cluster_slots] by form, open addressing */
    size_t cluster_slots, cluster_count;
    size_t file_sentences, file_refused;     /* of the file at hand */
};

struct corpus *corpus_open(void);
void corpus_free(struct corpus *corpus);

/* Reads lines of FORM <tab> CLUSTER (.xz too). To be called before corpus_add_file. */
bool corpus_add_clusters(struct corpus *corpus, const char *path, struct laut_error *error);

/* Reads a treebank (.xz through xz -dc). Test sentences are left out. False: unreadable, or more than
 * a few test sentences are in it. */
bool corpus_add_file(struct corpus *corpus, const char *path, enum features_source source, const struct lexicon *lexicon,
                     struct laut_error *error);

/* The features' rows for all that occur at least minimum times; the slots are the caller's, by free. */
struct model_slot *corpus_make_rows(struct corpus *corpus, size_t minimum, uint32_t *slot_count, uint32_t *row_count);

/* The hash of a sentence's text without its white space, as the list of test sentences has it. */
uint64_t corpus_text_hash(const struct document *document, const struct sentence *sentence);

/* Prints the hashes of a treebank's sentences of at least 20 bytes, as test_hashes.inc has them. */
bool corpus_print_hashes(const char *path, struct laut_error *error);

#endif
