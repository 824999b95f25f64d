/* tools/train/train.c: makes data/model.bin from treebanks and names, in two steps.
 *
 *     train teach --out labels.bin FILES             several networks of different seeds learn from the files and label all of them
 *     train learn --labels labels.bin --out model.bin FILES      one network learns from gold trees and names and from these labels
 *     train hashes FILE …                            the list of test sentences, tools/train/test_hashes.inc (sort -u it)
 *
 * FILES: --image build/laut.image --words FILE --gold FILE … --news FILE … --silver FILE … --names FILE …; .xz is unpacked. The same
 * files and options give the same bytes, however many threads. --hold-out N keeps one sentence of N for measuring; without
 * --labels the one network learns from the files alone. All options: train__set_number. */
#include "ensemble.h"
#include "measure.h"
#include "save.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct train {
    bool teaches;
    const char *image, *out, *words, *labels;
    size_t minimum, networks, threads, hold_out_every, hold_out_fold;
    struct learner_options options;
    struct corpus *corpus;
    struct feature_rows features;
    struct soft *soft;
    uint64_t fingerprint;
    struct ensemble ensemble;
};

/* ---- one network ----------------------------------------------------------------------------------------------- */

struct train__bar {
    size_t epoch, epochs;
    clock_t start;
};

static void train__show(void *context, double done, const struct loss *loss)
{
    const struct train__bar *const bar = context;
    char line[128];
    (void)snprintf(line, sizeof line, "\repoch %zu/%zu  %3.0f %%  %.0f s", bar->epoch + 1, bar->epochs, 100 * done,
                   (double)(clock() - bar->start) / CLOCKS_PER_SEC);
    if (done < 1)
        fputs(line, stderr);
    else
        measure_print_loss(line, loss);
}

static bool train__student(struct train *train, struct laut_error *error)
{
    struct learner *const learner = &train->ensemble.learners[0];
    train->ensemble.count = 1;
    if (!learner_open(learner, train->corpus, &train->features, &train->options))
        return error_set(error, NULL, 0, "give treebanks with --gold, --news, --silver", "nothing to learn from, or no memory for it");
    fprintf(stderr, "%zu words an epoch, %u features, %zu parameters\n", learner->epoch_words, train->features.row_count,
            learner->network.layout.parameter_count);
    struct train__bar bar = {.epochs = train->options.epochs, .start = clock()};
    for (; bar.epoch < bar.epochs; bar.epoch++) {
        (void)learner_epoch(learner, train__show, &bar);
        if (train->hold_out_every && !ensemble_measure(&train->ensemble, train->corpus, error))
            return false;
    }
    learner_finish(learner);
    return save_model(learner, train->out, error);
}

/* ---- several --------------------------------------------------------------------------------------------------- */

static bool train__teachers(struct train *train, struct laut_error *error)
{
    struct ensemble *const ensemble = &train->ensemble;
    ensemble->count = train->networks < ENSEMBLE_AT_MOST ? train->networks : ENSEMBLE_AT_MOST;
    ensemble->threads = train->threads;
    struct soft *const soft = calloc(train->corpus->word_count + 1, sizeof *soft);
    if (!soft)
        return error_out_of_memory(error);
    const bool good = ensemble_learn(ensemble, train->corpus, &train->features, &train->options, error) &&
                      (!train->hold_out_every || ensemble_measure(ensemble, train->corpus, error)) &&
                      ensemble_label(ensemble, train->corpus, soft, error) &&
                      soft_write(train->out, soft, train->corpus->word_count, train->fingerprint, error);
    free(soft);
    return good;
}

/* ---- the command line ------------------------------------------------------------------------------------------ */

static bool train__set_number(struct train *train, const char *name, const char *value)
{
    struct learner_options *const options = &train->options;
    const double number = strtod(value, NULL);
    const struct { const char *name; double *place; } reals[] = {
        {"--rate", &options->rate}, {"--dropout", &options->dropout}, {"--head-dropout", &options->head_dropout},
        {"--word-dropout", &options->word_dropout}, {"--source-dropout", &options->source_dropout},
        {"--silver-weight", &options->silver_weight}, {"--tag-weight", &options->tag_weight}};
    const struct { const char *name; size_t *place; } sizes[] = {
        {"--epochs", &options->epochs}, {"--minimum", &train->minimum}, {"--batch", &options->batch_words},
        {"--hold-out", &train->hold_out_every}, {"--fold", &train->hold_out_fold}, {"--gold-times", &options->gold_times},
        {"--news-times", &options->news_times}, {"--names-times", &options->names_times}, {"--networks", &train->networks},
        {"--threads", &train->threads}, {"--parts", &options->silver_parts}};
    const struct { const char *name; uint32_t *place; } widths[] = {
        {"--width", &options->shape.width}, {"--layers", &options->shape.layers}, {"--arc-width", &options->shape.arc_width},
        {"--label-width", &options->shape.label_width}};
    for (size_t i = 0; i < sizeof reals / sizeof *reals; i++)
        if (strcmp(name, reals[i].name) == 0)
            return *reals[i].place = number, true;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (strcmp(name, sizes[i].name) == 0)
            return *sizes[i].place = (size_t)number, true;
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        if (strcmp(name, widths[i].name) == 0)
            return *widths[i].place = (uint32_t)number, true;
    if (strcmp(name, "--seed") == 0)
        return options->seed = (uint64_t)number, true;
    return false;
}

static bool train__set_path(struct train *train, const char *name, const char *value)
{
    const struct { const char *name; const char **place; } paths[] = {
        {"--image", &train->image}, {"--out", &train->out}, {"--words", &train->words}, {"--labels", &train->labels}};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (strcmp(name, paths[i].name) == 0)
            return *paths[i].place = value, true;
    return false;
}

/* Sets the options, and reads no file yet. */
static bool train__read_options(struct train *train, int argc, char **argv, struct laut_error *error)
{
    static const char *const lists[] = {"--gold", "--news", "--silver", "--names"};
    for (int i = 2; i < argc; i++) {
        if (table_term(argv[i], lists, 4) >= 0 || strncmp(argv[i], "--", 2) != 0)
            continue;
        if (i + 1 == argc || (!train__set_number(train, argv[i], argv[i + 1]) && !train__set_path(train, argv[i], argv[i + 1])))
            return error_set(error, NULL, 0, "see the top of tools/train/train.c", "no option %s, or no value for it", argv[i]);
        i++;
    }
    return true;
}

static bool train__read_files(struct train *train, int argc, char **argv, const struct lexicon *lexicon,
                              const struct text_knowledge *text, struct laut_error *error)
{
    static const char *const lists[] = {"--gold", "--news", "--silver", "--names"};
    int list = -1;
    for (int i = 2; i < argc; i++) {
        const int found = table_term(argv[i], lists, 4);
        if (found >= 0) {
            list = found;
        } else if (strncmp(argv[i], "--", 2) == 0) {
            list = -1;
            i++;
        } else if (list >= 0) {
            fprintf(stderr, "reading %s\n", argv[i]);
            if (list == 3 ? !corpus_add_names(train->corpus, argv[i], lexicon, text, error)
                          : !corpus_add_file(train->corpus, argv[i], (enum features_source)list, lexicon, error))
                return false;
        }
    }
    return true;
}

static bool train__take_labels(struct train *train, struct laut_error *error)
{
    train->fingerprint = corpus_fingerprint(train->corpus);
    if (!train->labels)
        return true;
    train->soft = soft_read(train->labels, train->corpus->word_count, train->fingerprint, error);
    if (train->soft)
        corpus_take_labels(train->corpus, train->soft);
    return train->soft != NULL;
}

/* Reads the files and teaches or learns. */
static bool train__work(struct train *train, int argc, char **argv, const struct lexicon *lexicon, const struct text_knowledge *text,
                        struct laut_error *error)
{
    struct corpus *const corpus = train->corpus;
    struct feature_rows *const features = &train->features;
    corpus->hold_out_every = train->hold_out_every;
    corpus->hold_out_fold = train->hold_out_fold;
    if ((train->words && !corpus_add_words(corpus, train->words, error)) ||
        !train__read_files(train, argc, argv, lexicon, text, error) || !train__take_labels(train, error))
        return false;
    features->slots = corpus_make_rows(corpus, train->minimum, &features->slot_count, &features->row_count);
    if (!features->slots)
        return error_out_of_memory(error);
    return train->teaches ? train__teachers(train, error) : train__student(train, error);
}

static bool train__all(struct train *train, int argc, char **argv, struct laut_error *error)
{
    struct image *const image = image_open(train->image, error);
    struct arena *const arena = arena_open(0, error);
    const struct table_set set = {.arena = arena, .image = image};
    const struct lexicon *const lexicon = image && arena ? lexicon_open(&set, error) : NULL;
    const struct text_knowledge *const text = lexicon ? text_knowledge_open(&set, error) : NULL;
    train->corpus = corpus_open();
    bool good = text && train->corpus;
    if (good && strcmp(argv[1], "hashes") == 0) {
        for (int i = 2; i < argc && good; i++)
            good = corpus_print_hashes(argv[i], text, error);
    } else if (good) {
        good = train__work(train, argc, argv, lexicon, text, error);
    }
    for (size_t i = 0; i < train->ensemble.count; i++)
        learner_free(&train->ensemble.learners[i]);
    free(train->features.slots);
    free(train->soft);
    if (train->corpus)
        corpus_free(train->corpus);
    arena_free(arena);
    if (image)
        image_free(image);
    return good;
}

/* What turned out best, see docs/parser.md. */
static struct train train__defaults(bool teaches)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    struct train train = {
        .teaches = teaches, .image = "build/laut.image", .out = "data/model.bin", .minimum = 5, .networks = 8,
        .threads = processors > 0 ? (size_t)processors : 1,
        .options = {.shape = {256, 4, 128, 128}, .epochs = 6, .batch_words = 500, .gold_times = 4, .news_times = 4, .names_times = 3,
                    .rate = 0.002, .dropout = 0.25, .word_dropout = 0.15, .source_dropout = 0.3, .silver_weight = 0.7,
                    .tag_weight = 0.5, .seed = 1}};
    if (teaches) {
        train.options.shape = (struct network_shape){192, 3, 128, 128};
        train.options.epochs = 6;
        train.options.names_times = 2;
        train.options.dropout = train.options.source_dropout = 0.2;
        train.options.silver_weight = 0.4;
        train.options.silver_parts = 2;
        train.options.seed = 11;
    }
    return train;
}

int main(int argc, char **argv)
{
    static const char *const commands[] = {"teach", "learn", "hashes"};
    struct laut_error error = {0};
    const int command = argc > 1 ? table_term(argv[1], commands, 3) : -1;
    struct train train = train__defaults(command == 0);
    bool good = command >= 0 || error_set(&error, NULL, 0, "see the top of tools/train/train.c", "say teach, learn or hashes");
    good = good && (command == 2 || train__read_options(&train, argc, argv, &error)) && train__all(&train, argc, argv, &error);
    if (!good)
        fprintf(stderr, "train: %s%s%s; %s\n", error.file, error.file[0] ? ": " : "", error.message, error.remedy);
    return good ? 0 : 1;
}
