/* tools/train/corpus.h: treebanks as the trainer sees them: for every word its features and what it should become.
 *
 *     corpus_add_file(corpus, "de_gsd-ud-dev.conllu", FEATURES_GOLD, lexicon, &error)
 */
#ifndef TRAIN_CORPUS_H
#define TRAIN_CORPUS_H

#include "gradient.h"
#include "words.h"

#include "lexicon/lexicon.h"
#include "parse/features.h"
#include "parse/model.h"
#include "text/segment.h"

/* Sentences of more words are left out. */
enum { CORPUS_LONGEST = 150 };

struct corpus_sentence {
    uint32_t first, count;           /* words of the corpus */
    enum features_source source;
    bool names_only;                 /* GermEval: nothing but names is known */
    bool held_out;
    bool labelled;                   /* its tree is what several networks say */
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
    size_t hold_out_every, hold_out_fold;    /* of sentences that are not silver the fold'th of so many is kept for measuring; 0: none */
    size_t longest;
    struct word_lists lists;
    size_t file_sentences, file_refused;     /* of the file at hand */
};

struct corpus *corpus_open(void);
void corpus_free(struct corpus *corpus);

/* Reads word lists (.xz too). To be called before the other files are added. */
bool corpus_add_words(struct corpus *corpus, const char *path, struct laut_error *error);

/* Reads a treebank (.xz through xz -dc). Test sentences are left out. False: unreadable, or more than
 * a few test sentences are in it. */
bool corpus_add_file(struct corpus *corpus, const char *path, enum features_source source, const struct lexicon *lexicon,
                     struct laut_error *error);

/* Reads sentences with names: number, word, outer name; a blank line after each. */
bool corpus_add_names(struct corpus *corpus, const char *path, const struct lexicon *lexicon, const struct text_knowledge *text,
                      struct laut_error *error);

/* Of all forms and trees: labels belong to one corpus. To be asked before corpus_make_rows. */
uint64_t corpus_fingerprint(const struct corpus *corpus);

/* What several networks say becomes what silver and names' sentences should be, and fills what is not known of the others.
 * soft [word_count] must live as long as the corpus. */
void corpus_take_labels(struct corpus *corpus, const struct soft *soft);

/* The features' rows for all that occur at least minimum times in silver trees, or half as often where people have read the sentences;
 * the slots are the caller's, by free. */
struct model_slot *corpus_make_rows(struct corpus *corpus, size_t minimum, uint32_t *slot_count, uint32_t *row_count);

/* The hash of a sentence's text without its white space, as the list of test sentences has it. */
uint64_t corpus_text_hash(const struct document *document, const struct sentence *sentence);

/* Prints the hashes of the sentences of a treebank, or of names (.tsv), that have at least 20 bytes, as test_hashes.inc has them. */
bool corpus_print_hashes(const char *path, const struct text_knowledge *text, struct laut_error *error);

#endif
