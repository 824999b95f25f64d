/* parse/parse.c: runs the network over batches of sentences, decodes each sentence's tree and chooses each word's reading.
 * Whole sentences are put together to batches of about PARSE_BATCH words. Some sentences are read in pieces (pieces.c), and the later
 * pieces' heads hang on the first one's as parataxis. */
#include "parse/parse.h"

#include "base/utf8.h"
#include "parse/agreement.h"
#include "parse/attributes.h"
#include "parse/brackets.h"
#include "parse/constructions.h"
#include "parse/contents.h"
#include "parse/coordinated.h"
#include "parse/counted.h"
#include "parse/decode.h"
#include "parse/features.h"
#include "parse/finite.h"
#include "parse/function_words.h"
#include "parse/heads.h"
#include "parse/infinitives.h"
#include "parse/inserted.h"
#include "parse/model.h"
#include "parse/names.h"
#include "parse/pieces.h"
#include "parse/possessors.h"
#include "parse/predicatives.h"
#include "parse/pronouns.h"
#include "parse/relations.h"
#include "parse/relatives.h"
#include "parse/second.h"
#include "parse/subjects.h"
#include "parse/surnames.h"
#include "parse/tags.h"
#include "parse/tree.h"
#include "parse/verbs.h"
#include "parse/wellformed.h"

#include <string.h>

enum { PARSE_BATCH = 120 };

struct parser {
    struct model model;
    const struct lemmas *lemmas;
    const struct constructions *constructions;
    const struct function_words *function_words;
    const struct surnames *surnames;
};

/* All room that one document needs, used again for every batch. */
struct parse__room {
    struct network_activations activations;
    struct network_arc_room arcs;
    float *hidden, *labels;
    uint32_t *head;
    void *decode;
    uint32_t begin[PARSE_BATCH + 2];
};

struct parse__work {
    struct document *document;
    const struct parser *parser;
    struct parse__room room;
    struct laut_error *error;
};

const struct parser *parse_knowledge_open(const struct table_set *set, struct laut_error *error)
{
    struct parser *const parser = arena_take(set->arena, 1, sizeof *parser, error);
    const struct image_section section = image_find(set->image, "model");
    return parser && model_open(&parser->model, section.bytes, section.length, error) &&
                   (parser->lemmas = lemmas_open(set, error)) && (parser->constructions = constructions_open(set, error)) &&
                   (parser->function_words = function_words_open(set, error)) && (parser->surnames = surnames_open(set, error)) ? parser : NULL;
}

static bool parse__take_room(struct parse__work *work, size_t batch_tokens, size_t longest)
{
    const struct network_layout *const layout = &work->parser->model.network.layout;
    const size_t width = layout->shape.width, stride = network_stride(longest), layers = layout->shape.layers,
                 rows = integers_rows(batch_tokens);
    const size_t sizes[] = {rows * width, rows * width, rows, rows * 3 * width, rows * width, rows * layout->head_columns, longest * layout->shape.arc_width,
                            stride * layout->shape.arc_width, longest * NETWORK_DISTANCES, longest * stride,
                            longest * layout->shape.label_width, longest * NETWORK_RELATIONS};
    float *places[sizeof sizes / sizeof *sizes];
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (!(places[i] = arena_take(work->document->arena, sizes[i], sizeof(float), work->error)))
            return false;
    struct parse__room *const room = &work->room;
    for (size_t l = 0; l <= layers; l++) {
        room->activations.x[l] = places[0];
        room->activations.normed[l] = places[1];
        room->activations.scale[l] = places[2];
    }
    for (size_t l = 0; l < layers; l++) {
        room->activations.u[l] = places[3];
        room->activations.c[l] = places[4];
    }
    room->activations.heads = places[5];
    room->activations.rounded = arena_take(work->document->arena, rows * width, sizeof *room->activations.rounded, work->error);
    room->activations.rounded_scale = arena_take(work->document->arena, rows, sizeof(float), work->error);
    room->arcs = (struct network_arc_room){places[6], places[7], places[8], places[9]};
    room->hidden = places[10];
    room->labels = places[11];
    room->head = arena_take(work->document->arena, longest, sizeof *room->head, work->error);
    room->decode = arena_take(work->document->arena, decode_room_bytes(longest), 1, work->error);
    return room->activations.rounded && room->activations.rounded_scale && room->head && room->decode;
}

static void parse__embed(const struct parse__work *work, uint32_t first, size_t count)
{
    const struct model *const model = &work->parser->model;
    const size_t width = model->network.layout.shape.width;
    const struct token *const tokens = work->document->tokens;
    float *x = work->room.activations.x[0];
    size_t end = 0;                                      /* of the surname that the word is in, which its last word tells of */
    memset(x, 0, count * width * sizeof *x);
    for (size_t i = 0; i < count; i++, x += width) {
        end = i >= end ? i + surnames_words(work->parser->surnames, &tokens[first], count, i) : end;
        const uint32_t token = first + (uint32_t)(end > i ? end - 1 : i);
        uint64_t hashes[FEATURES_AT_MOST + 1];
        size_t found = features_of(&tokens[token], i + first == 0 || tokens[first + i - 1].sentence != tokens[token].sentence, hashes);
        hashes[found++] = features_source_hash(FEATURES_ANY);
        model_add_rows(model, hashes, found, x);
    }
}

/* The best head of each token, if these are a tree with one root. */
static bool parse__greedy_tree(const float *score, size_t stride, size_t count, uint32_t *head, uint8_t *state)
{
    size_t roots = 0;
    for (size_t d = 0; d < count; d++) {
        const float *const line = score + d * stride;
        uint32_t best = 0;
        for (uint32_t h = 0; h <= count; h++)
            if (h != d + 1 && line[h] > line[best])
                best = h;
        head[d] = best;
        roots += best == 0;
    }
    memset(state, 0, count + 1);
    state[0] = 2;
    for (size_t d = 1; d <= count; d++) {
        size_t at = d;
        for (; state[at] == 0; at = head[at - 1])
            state[at] = 1;
        if (state[at] == 1)
            return false;
        for (at = d; state[at] == 1; at = head[at - 1])
            state[at] = 2;
    }
    return roots == 1;
}

/* A word that the lexicon does not know and that is no name is its own lemma, in lower case. */
static bool parse__lower_lemma(struct parse__work *work, struct token *token)
{
    if (token->lemma != token->form || token->upos == UPOS_NOUN || token->upos == UPOS_PROPN || token->upos == UPOS_X)
        return true;
    size_t step;
    const size_t length = strlen(token->form);
    if (!length || !utf8_is_upper(utf8_decode(token->form, length, &step)))
        return true;
    char *const lower = arena_take(work->document->arena, length + 8, 1, work->error);
    if (lower)
        utf8_lower_string(token->form, length, lower);
    token->lemma = lower;
    return lower != NULL;
}

/* One piece of a sentence: tokens [first, first + count), whose heads stand at work->room's heads + offset lines. */
static bool parse__decode(struct parse__work *work, uint32_t first, size_t count, size_t offset)
{
    struct parse__room *const room = &work->room;
    const struct network *const network = &work->parser->model.network;
    float *const heads = room->activations.heads + offset * network->layout.head_columns;
    const size_t stride = network_stride(count);
    struct token *const tokens = &work->document->tokens[first];
    float *const tags = heads + network->layout.tag_column;
    for (size_t i = 0; i < count; i++)
        tokens[i].upos = tags_best_upos(tags + i * network->layout.head_columns);
    surnames_tag(work->parser->surnames, tokens, count, tags, network->layout.head_columns);
    attributes_tag(tokens, count, tags, network->layout.head_columns);
    pronouns_tag(tokens, count, tags, network->layout.head_columns);
    const size_t verb = second_complete_tags(tokens, count, tags, network->layout.head_columns);
    network_arc_scores(network, heads, count, &room->arcs);
    wellformed_forbid(tokens, count, room->arcs.score, stride);
    heads_forbid(tokens, count, room->arcs.score, stride);
    surnames_forbid(work->parser->surnames, tokens, count, room->arcs.score, stride);
    attributes_forbid(tokens, count, room->arcs.score, stride);
    pronouns_forbid(tokens, count, room->arcs.score, stride);
    counted_forbid(tokens, count, room->arcs.score, stride);
    infinitives_forbid(tokens, count, room->arcs.score, stride);
    inserted_forbid(tokens, count, room->arcs.score, stride);
    second_forbid(tokens, count, verb, room->arcs.score, stride);
    if (!parse__greedy_tree(room->arcs.score, stride, count, room->head, room->decode))
        decode_tree(room->arcs.score, stride, count, room->head, room->decode);
    wellformed_punctuation(tokens, count, room->arcs.score, stride, room->head);
    network_label_scores(network, heads, room->head, count, room->hidden, room->labels);
    if (heads_settle(tokens, count, &(struct head_scores){room->arcs.score, stride, room->labels}, room->head))
        network_label_scores(network, heads, room->head, count, room->hidden, room->labels);
    const struct relation_scores scores = {room->head, room->labels, tags, network->layout.head_columns};
    relations_choose(tokens, count, &scores);
    if (heads_lift_prepositions(tokens, count, room->head)) {
        network_label_scores(network, heads, room->head, count, room->hidden, room->labels);
        relations_choose(tokens, count, &scores);
    }
    surnames_relate(work->parser->surnames, tokens, count);
    attributes_relate(tokens, count, room->head);
    pronouns_relate(tokens, count, room->head);
    inserted_relate(tokens, count);
    agreement_settle(tokens, count, room->head, tags, network->layout.head_columns);
    if (!names_add(work->document, (struct token_range){first, (uint32_t)count},
                   tags + tags_attributes[TAGS_NAME].first, network->layout.head_columns, work->error))
        return false;
    struct sentence *const sentence = &work->document->sentences[tokens[0].sentence];
    for (size_t i = 0; i < count; i++) {
        struct token *const token = &tokens[i];
        token->head = room->head[i] ? first + room->head[i] - 1 : DOCUMENT_NONE;
        tags_choose(token, tags + i * network->layout.head_columns, work->parser->lemmas);
        if (!parse__lower_lemma(work, token))
            return false;
        if (room->head[i])
            continue;
        if (first == sentence->tokens.first) {
            sentence->root = first + (uint32_t)i;
        } else {
            token->head = sentence->root;
            token->relation = RELATION_PARATAXIS;
        }
    }
    return true;
}

/* Pieces of the batch are [begin[i], begin[i + 1]) counted from first. */
static bool parse__run_batch(struct parse__work *work, uint32_t first, size_t pieces)
{
    const uint32_t *const begin = work->room.begin;
    const struct network_batch batch = {begin, pieces, begin[pieces]};
    parse__embed(work, first, batch.token_count);
    network_forward(&work->parser->model.network, &batch, &work->room.activations);
    for (size_t i = 0; i < pieces; i++)
        if (!parse__decode(work, first + begin[i], begin[i + 1] - begin[i], begin[i]))
            return false;
    return true;
}

/* Walks over all pieces in order; calls run for each full batch. Without room only measures the largest sizes. */
static bool parse__batches(struct parse__work *work, bool run, size_t *largest_batch, size_t *longest)
{
    const struct document *const document = work->document;
    uint32_t *const begin = work->room.begin;
    size_t pieces = 0;
    uint32_t first = 0;
    begin[0] = 0;
    for (size_t s = 0; s < document->sentence_count; s++) {
        const struct token_range range = document->sentences[s].tokens;
        for (uint32_t done = 0; done < range.count;) {
            const uint32_t size = pieces_size(document, range, done);
            if (pieces && (begin[pieces] + size > PARSE_BATCH || range.first + done != first + begin[pieces])) {
                if (run && !parse__run_batch(work, first, pieces))
                    return false;
                pieces = 0;
            }
            if (!pieces)
                first = range.first + done;
            begin[pieces + 1] = begin[pieces] + size;
            pieces++;
            done += size;
            *largest_batch = begin[pieces] > *largest_batch ? begin[pieces] : *largest_batch;
            *longest = size > *longest ? size : *longest;
        }
    }
    return !run || !pieces || parse__run_batch(work, first, pieces);
}

bool parse_document(struct document *document, const struct parser *parser, struct laut_error *error)
{
    struct parse__work work = {.document = document, .parser = parser, .error = error};
    size_t largest_batch = 0, longest = 0;
    if (!parse__batches(&work, false, &largest_batch, &longest))
        return false;
    if (longest && (!parse__take_room(&work, largest_batch, longest) || !parse__batches(&work, true, &largest_batch, &longest)))
        return false;
    wellformed_leaves(document);
    wellformed_conjuncts(document);
    brackets_settle(document, parser->constructions);
    relatives_settle(document);
    possessors_settle(document, parser->constructions);
    predicatives_settle(document);
    contents_settle(document);
    coordinated_settle(document, parser->constructions);
    if (!subjects_settle(document, error) || !tree_index(document, error) || !verbs_complete(document, error))
        return false;
    finite_find(document);
    subjects_find(document);
    finite_settle(document);
    constructions_find(document, parser->constructions);
    function_words_tell(document, parser->function_words);
    return true;
}
