/* event/scene.c: the verbs behind participles and forms that the lexicon does not have ("gelieferten" has the lemma "geliefert", whose own reading is
 * the verb's participle), and the names behind each of their words. */
#include "event/scene.h"

#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <string.h>

enum { SCENE_LONGEST_VERB = 100 };

static const struct analysis *scene__reading(const struct token *token, enum word_class word_class)
{
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == word_class)
            return &token->analyses[i];
    return NULL;
}

/* "gelieferten" has the lemma "geliefert", whose own reading is the verb's participle. */
static bool scene__verb_of_participle(const struct scene *scene, struct arena *arena, const struct analysis *participle,
                                      const char **verb, struct laut_error *error)
{
    const struct analysis *readings = NULL;
    size_t count = 0;
    if (!lexicon_lookup(scene->knowledge->lexicon, participle->lemma, strlen(participle->lemma), arena, &readings, &count, error))
        return false;
    for (size_t i = 0; i < count && !*verb; i++)
        if (readings[i].word_class == WORD_VERB && (readings[i].morphology.verb_form == VERB_FORM_PART_PERF ||
                                                    readings[i].morphology.verb_form == VERB_FORM_PART_PRES))
            *verb = readings[i].lemma;
    return true;
}

/* "Polen verlegte Truppen": a finite verb that the parser took for an adjective of its object; no adjective has a subject. */
static bool scene__is_finite(const struct scene *scene, uint32_t index)
{
    const struct token *const token = &scene->document->tokens[index];
    const uint32_t subject = tree_child(scene->document, index, RELATION_NSUBJ);
    return token->relation == RELATION_AMOD && lexicon_may_be_verb(token, VERB_FORM_FIN) && subject != DOCUMENT_NONE && subject < index;
}

static bool scene__adjective(struct scene *scene, struct arena *arena, uint32_t index, struct laut_error *error)
{
    const struct token *const token = &scene->document->tokens[index];
    const struct analysis *const perfect = scene__reading(token, WORD_PARTICIPLE_PERFECT);
    const struct analysis *const reading = perfect ? perfect : scene__reading(token, WORD_PARTICIPLE_PRESENT);
    if (!reading)
        return true;
    if (!scene__verb_of_participle(scene, arena, reading, &scene->verb_lemma[index], error))
        return false;
    if (scene->verb_lemma[index] && !scene__is_finite(scene, index))
        scene->participle[index] = perfect ? VERB_FORM_PART_PERF : VERB_FORM_PART_PRES;
    return true;
}

static void scene__mentions(struct scene *scene)
{
    const struct document *const document = scene->document;
    memcpy(scene->mention, document->token_mention, document->token_count * sizeof *scene->mention);
    for (uint32_t i = 0; i < document->mention_count; i++) {
        const struct mention *const mention = &document->mentions[i];
        const uint32_t end = mention->tokens.first + mention->tokens.count;
        for (uint32_t token = mention->tokens.first; mention->kind == MENTION_NAME && token < end; token++)
            if (scene->mention[token] == DOCUMENT_NONE && document->tokens[token].upos == UPOS_PROPN)
                scene->mention[token] = i;
    }
}

static void scene__times(struct scene *scene)
{
    const struct document *const document = scene->document;
    for (size_t i = 0; i < document->time_count; i++) {
        const struct token_range range = document->times[i].tokens;
        for (uint32_t token = range.first; token < range.first + range.count && token < document->token_count; token++)
            scene->is_time[token] = true;
    }
}

/* The first token that begins at the byte or behind it; tokens stand in the order of the text. */
static uint32_t scene__token_at(const struct document *document, size_t byte)
{
    size_t low = 0, high = document->token_count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (document->tokens[middle].span.begin_byte < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

/* The words of speakers that have no part in what is told ("laut dem Ministerium"). */
static void scene__sources(struct scene *scene)
{
    const struct document *const document = scene->document;
    for (size_t i = 0; i < document->statement_count; i++) {
        const struct span_list *const speaker = &document->statements[i].speaker;
        for (size_t part = 0; document->statements[i].aside && part < speaker->count; part++)
            for (uint32_t token = scene__token_at(document, speaker->items[part].begin_byte);
                 token < document->token_count && document->tokens[token].span.begin_byte < speaker->items[part].end_byte; token++)
                scene->is_source[token] = true;
    }
}

/* The tables' lemma of a verb made of two parts ("auf" + "rufen"), NULL: no frame has it. */
static const char *scene__lemma_of_parts(const struct scene *scene, const char *first, size_t first_length, const char *second)
{
    char joined[SCENE_LONGEST_VERB];
    const size_t length = strlen(second);
    if (first_length + length >= sizeof joined)
        return NULL;
    memcpy(joined, first, first_length);
    memcpy(joined + first_length, second, length);
    const struct frame_table *const tables[] = {&scene->knowledge->verbs, &scene->knowledge->light};
    for (size_t i = 0; i < 2; i++) {
        const struct string_map_hit hit = string_map_find(tables[i]->by_lemma, joined, first_length + length);
        if (hit.found)
            return tables[i]->frames[hit.value].lemma;
    }
    return NULL;
}

/* "paraphiert": the tables' lemma of a verb that ends so, NULL: none. */
static const char *scene__lemma_of_ending(const struct scene *scene, const char *form, size_t length)
{
    enum { SHORTEST_STEM = 2 };
    const char *lemma = NULL;
    for (size_t stem = SHORTEST_STEM; !lemma && stem < length; stem++) {
        const char *const infinitive = knowledge_verb_mark(scene->knowledge, form + stem, length - stem);
        lemma = infinitive && *infinitive == '-' ? scene__lemma_of_parts(scene, form, stem, infinitive + 1) : NULL;
    }
    return lemma;
}

/* "hinausgeworfen", "dichtzumachen", "zurückbeordert", which the lexicon does not have: what stands behind the prefix is a form of a verb
 * that it has. Sets verb_lemma where the tables have the verb. */
static bool scene__unknown_verb(struct scene *scene, struct arena *arena, uint32_t verb, struct laut_error *error)
{
    enum { SHORTEST_PREFIX = 2, SHORTEST_REST = 5, MARK_BYTES = 2 };
    const char *const form = scene->document->tokens[verb].form;
    const size_t length = strlen(form);
    const char *lemma = scene__lemma_of_ending(scene, form, length);
    for (size_t prefix = SHORTEST_PREFIX; !lemma && prefix + SHORTEST_REST <= length; prefix++) {
        const struct analysis *readings = NULL;
        size_t count = 0;
        const char *const rest = form + prefix, *const mark = knowledge_verb_mark(scene->knowledge, rest, MARK_BYTES);
        const bool infinitive = mark && strcmp(mark, "infinitive") == 0;     /* its mark is no part of the verb's form, a participle's is */
        const char *const inner = infinitive ? rest + MARK_BYTES : rest;
        if (!lexicon_lookup(scene->knowledge->lexicon, inner, strlen(inner), arena, &readings, &count, error))
            return false;
        for (size_t i = 0; i < count && !lemma; i++)
            if (readings[i].word_class == WORD_VERB && readings[i].morphology.verb_form == (infinitive ? VERB_FORM_INF : VERB_FORM_PART_PERF))
                lemma = scene__lemma_of_parts(scene, form, prefix, readings[i].lemma);
    }
    if (lemma)
        scene->verb_lemma[verb] = lemma;
    return true;
}

/* A mark apart from the word before it and joined to the one behind opens a quotation or a bracket. */
static bool scene__opens(const struct document *document, uint32_t mark)
{
    const struct token *const tokens = document->tokens;
    return tokens[mark].upos == UPOS_PUNCT && mark + 1 < document->token_count && tokens[mark - 1].span.end_byte < tokens[mark].span.begin_byte &&
           tokens[mark].span.end_byte == tokens[mark + 1].span.begin_byte;
}

/* Does the clause end behind token? */
static bool scene__ends_clause(const struct document *document, uint32_t token)
{
    const struct token_range sentence = document->sentences[document->tokens[token].sentence].tokens;
    if (token + 1 == sentence.first + sentence.count)
        return true;
    const enum upos next = document->tokens[token + 1].upos;
    return (next == UPOS_PUNCT && !scene__opens(document, token + 1)) || next == UPOS_CCONJ || next == UPOS_SCONJ;
}

/* "rief zu einer Ausweitung auf – in Vorbereitung …", "stellt Armenien zehn Millionen Euro bereit": parsers hang the particle elsewhere. */
static void scene__find_particle(struct scene *scene, uint32_t verb)
{
    const struct document *const document = scene->document;
    const struct token_range sentence = document->sentences[document->tokens[verb].sentence].tokens;
    if (document->tokens[verb].morphology.verb_form != VERB_FORM_FIN)
        return;
    for (uint32_t at = verb + 1; at < sentence.first + sentence.count; at++) {
        const struct token *const word = &document->tokens[at];
        if ((word->upos == UPOS_VERB && word->morphology.verb_form != VERB_FORM_PART_PERF) || word->upos == UPOS_AUX || word->upos == UPOS_SCONJ)
            return;                                                      /* but "lehne das entschieden ab" */
        if ((word->upos != UPOS_ADP && word->upos != UPOS_ADV && word->upos != UPOS_ADJ) || !scene__ends_clause(document, at) ||
            tree_first_child(document, at) != DOCUMENT_NONE)
            continue;
        const char *const lemma = scene__lemma_of_parts(scene, word->form, strlen(word->form), scene->verb_lemma[verb]);
        if (lemma) {
            scene->verb_lemma[verb] = lemma;
            scene->particle[verb] = at;
            return;
        }
    }
}

/* "eingefroren" is einfrieren's as well as eingefrieren's: of a form's verbs the one that has a frame. */
static bool scene__verb_with_frame(struct scene *scene, uint32_t verb)
{
    const struct token *const token = &scene->document->tokens[verb];
    for (size_t i = 0; i < token->analysis_count; i++) {
        const struct analysis *const reading = &token->analyses[i];
        if (reading->word_class == WORD_VERB && reading->lemma && reading->morphology.verb_form == token->morphology.verb_form &&
            scene__lemma_of_parts(scene, "", 0, reading->lemma)) {
            scene->verb_lemma[verb] = reading->lemma;
            return true;
        }
    }
    return false;
}

static bool scene__may_be_adjective(const struct token *token)
{
    return token->upos == UPOS_ADJ || lexicon_may_be(token, WORD_ADJECTIVE);
}

/* "zeigte sich bereit": an adjective beside a verb is a particle only where the tables have the verb of both ("sich bereiterklären"). */
static void scene__part_adjective(struct scene *scene, uint32_t verb)
{
    const struct token *const token = &scene->document->tokens[verb];
    const uint32_t particle = scene->particle[verb];
    if (particle == DOCUMENT_NONE || !scene__may_be_adjective(&scene->document->tokens[particle]) || !scene->verb_lemma[verb] || !token->lemma ||
        scene__lemma_of_parts(scene, "", 0, scene->verb_lemma[verb]) || !scene__lemma_of_parts(scene, "", 0, token->lemma))
        return;
    scene->verb_lemma[verb] = token->lemma;
    scene->particle[verb] = DOCUMENT_NONE;
}

/* "beschoss ein weiteres Boot": an article that parsers take for a particle, which stands last, makes no other verb. */
static void scene__leave_particle(struct scene *scene, uint32_t verb)
{
    const struct token *const token = &scene->document->tokens[verb];
    if (scene->particle[verb] == DOCUMENT_NONE || !token->lemma || scene__ends_clause(scene->document, scene->particle[verb]) ||
        scene__lemma_of_parts(scene, "", 0, scene->verb_lemma[verb]) || !scene__lemma_of_parts(scene, "", 0, token->lemma))
        return;
    scene->verb_lemma[verb] = token->lemma;
    scene->particle[verb] = DOCUMENT_NONE;
}

static bool scene__verb(struct scene *scene, struct arena *arena, uint32_t verb, struct laut_error *error)
{
    const struct token *const token = &scene->document->tokens[verb];
    scene->verb_lemma[verb] = token->verb_lemma ? token->verb_lemma : token->lemma;
    scene->particle[verb] = tree_particle(scene->document, verb);
    scene__part_adjective(scene, verb);
    if (scene->verb_lemma[verb] && scene->particle[verb] == DOCUMENT_NONE)
        scene__find_particle(scene, verb);
    else if (scene->verb_lemma[verb])
        scene__leave_particle(scene, verb);
    return (scene->verb_lemma[verb] && scene__lemma_of_parts(scene, "", 0, scene->verb_lemma[verb])) ||
           (scene->particle[verb] == DOCUMENT_NONE && scene__verb_with_frame(scene, verb)) || scene__unknown_verb(scene, arena, verb, error);
}

/* "will, dass …", "muss hinter Gitter": what helps no other verb is one itself. */
static bool scene__is_verb(const struct token *token)
{
    return token->upos == UPOS_VERB || (token->upos == UPOS_AUX && token->relation != RELATION_AUX && token->relation != RELATION_AUX_PASS &&
                                        token->relation != RELATION_COP);
}

/* "Ein Rechtsbruch", schrieb er: a noun without a verb that is all that someone says; parsers take it for the object too. */
static bool scene__is_exclaimed(const struct document *document, uint32_t token)
{
    const enum relation relation = document->tokens[token].relation;
    const uint32_t at = document->token_stance[token].statement, head = tree_head(document, token);
    if (at == DOCUMENT_NONE || document->statements[at].type != STATEMENT_DIRECT || tree_child(document, token, RELATION_NSUBJ) != DOCUMENT_NONE)
        return false;
    return relation == RELATION_ROOT || relation == RELATION_CCOMP || relation == RELATION_PARATAXIS ||
           (head != DOCUMENT_NONE && head == document->statements[at].cue_token);
}

/* "ist bereit", "war zu Gast": an adjective that is predicate, or a noun of which the tables have such a frame. */
static bool scene__is_predicate(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const struct token *const word = &document->tokens[token];
    const bool noun = word->upos == UPOS_NOUN, copula = tree_child(document, token, RELATION_COP) != DOCUMENT_NONE;
    if (scene->verb_lemma[token] || !word->lemma || !(copula || (noun && scene__is_exclaimed(document, token))))
        return false;
    return word->upos == UPOS_ADJ || (noun && scene__lemma_of_parts(scene, "", 0, word->lemma));
}

bool scene_open(struct scene *scene, struct document *document, const struct event_knowledge *knowledge,
                struct laut_error *error)
{
    *scene = (struct scene){document, knowledge,
                            arena_take(document->arena, document->token_count + 1, sizeof *scene->verb_lemma, error),
                            arena_take(document->arena, document->token_count + 1, 1, error),
                            arena_take(document->arena, document->token_count + 1, sizeof *scene->mention, error),
                            arena_take(document->arena, document->token_count + 1, sizeof *scene->is_time, error),
                            arena_take(document->arena, document->token_count + 1, sizeof *scene->is_source, error),
                            arena_take(document->arena, document->token_count + 1, sizeof *scene->particle, error)};
    if (!scene->verb_lemma || !scene->participle || !scene->mention || !scene->is_time || !scene->is_source || !scene->particle)
        return false;
    memset(scene->particle, 0xFF, document->token_count * sizeof *scene->particle);
    scene__mentions(scene);
    scene__times(scene);
    scene__sources(scene);
    for (uint32_t i = 0; i < document->token_count; i++) {
        const struct token *const token = &document->tokens[i];
        if (scene__is_verb(token) && !scene__verb(scene, document->arena, i, error))
            return false;
        else if (token->upos == UPOS_ADJ && !scene__adjective(scene, document->arena, i, error))
            return false;
        else if (scene__is_predicate(scene, i))
            scene->verb_lemma[i] = token->lemma;         /* "ist bereit" governs companions as a verb does */
    }
    return true;
}
