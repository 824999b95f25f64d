/* statement/surface.c: segments between commas and other marks, their finite verbs and kinds; quotations by their marks. A
 * segment with the finite verb at its end after a conjunction or relative pronoun is dependent (the sentence bracket of German
 * grammar); one with zu and no finite verb is an infinitive clause. */
#include "statement/surface.h"

#include "parse/tree.h"
#include "statement/words.h"

#include <string.h>

enum { NAME_LONGEST = 6 };           /* tokens of a name in quotation marks, with the marks */

struct surface_work {
    const struct document *document;
    const struct statement_knowledge *knowledge;
    struct surface *surface;
};

/* ---- words --------------------------------------------------------------------------------------------------- */

static void surface__fill_words(struct surface_work *work)
{
    const struct document *const document = work->document;
    for (uint32_t token = 0; token < document->token_count; token++) {
        const uint32_t row = statement_row_lower(work->knowledge->role_rows, document->tokens[token].form);
        work->surface->bits[token] = word_bits(document, token);
        work->surface->roles[token] = row == DOCUMENT_NONE ? 0 : work->knowledge->roles[row];
    }
}

/* ---- segments ------------------------------------------------------------------------------------------------ */

/* Stands the token in a few quoted words inside [first, end) ("die „Aktion Nachbar hilft“")? */
static bool surface__is_in_name(const struct surface *surface, uint32_t token, uint32_t first, uint32_t end)
{
    const uint32_t quotation = surface->quotation_of[token];
    return quotation != DOCUMENT_NONE && surface->quotations[quotation].first > first && surface->quotations[quotation].end < end &&
           surface->quotations[quotation].end - surface->quotations[quotation].first <= NAME_LONGEST;
}

/* A strong finite verb before a weak one; of the strong ones the first. */
static uint32_t surface__finite(const struct surface *surface, uint32_t first, uint32_t end)
{
    uint32_t weak = DOCUMENT_NONE;
    for (uint32_t token = first; token < end; token++) {
        if (!surface_is(surface, token, WORD_IS_FINITE) || surface__is_in_name(surface, token, first, end))
            continue;
        if (!surface_is(surface, token, WORD_IS_WEAK))
            return token;
        const bool before_modal = token + 1 < end && surface_has_role(surface, token, ROLE_PERFECT) && surface_is(surface, token + 1, WORD_IS_MODAL) &&
                                  surface_is(surface, token + 1, WORD_IS_FINITE) && token > first && surface_is(surface, token - 1, WORD_IS_PARTICIPLE);
        if (before_modal)
            return token + 1;        /* "die sie geliefert haben sollen": both look finite */
        const bool after_zu = token > first && surface_has_role(surface, token - 1, ROLE_ZU);
        const bool before_zu = token + 2 < end && surface_is(surface, token, WORD_IS_PARTICIPLE) && surface_has_role(surface, token + 1, ROLE_ZU) &&
                               surface_is(surface, token + 2, WORD_IS_INFINITIVE);      /* "Kiew beschossen zu haben" */
        if (weak == DOCUMENT_NONE && !after_zu && !before_zu && !(token + 1 < end && surface_is(surface, token + 1, WORD_IS_NOMINAL) &&
                                                    surface_is(surface, token, WORD_IS_ADJECTIVE)))
            weak = token;
    }
    return weak;
}

static bool surface__has_zu_infinitive(const struct surface *surface, uint32_t first, uint32_t end)
{
    for (uint32_t token = first; token < end; token++)
        if (surface_is(surface, token, WORD_IS_ZU_INFINITIVE) ||
            (token > first && surface_is(surface, token, WORD_IS_INFINITIVE) && surface_has_role(surface, token - 1, ROLE_ZU)))
            return true;
    return false;
}

/* The last word of [first, end) that is no mark. */
static uint32_t surface__last_word(const struct surface *surface, uint32_t first, uint32_t end)
{
    while (end > first && surface_is(surface, end - 1, WORD_IS_PUNCTUATION))
        end--;
    return end > first ? end - 1 : DOCUMENT_NONE;
}

/* The finite verb at the end: nothing after it but marks. */
static bool surface__is_verb_final(const struct surface *surface, const struct segment *segment)
{
    return segment->finite != DOCUMENT_NONE && segment->finite > segment->word &&
           surface__last_word(surface, segment->first, segment->end) == segment->finite;
}

bool surface_is_of_number(const struct document *document, uint32_t token)
{
    for (size_t i = 0; i < document->quantity_count; i++)
        if (token >= document->quantities[i].tokens.first && token < document->quantities[i].tokens.first + document->quantities[i].tokens.count)
            return true;
    return false;
}

static uint32_t surface__conjunction(const struct surface_work *work, uint32_t token)
{
    return surface_is_of_number(work->document, token) ? DOCUMENT_NONE
                                                       : statement_row_lower(work->knowledge->conjunction_rows, work->document->tokens[token].form);
}

/* The word that opens a dependent clause: the first, or the second after "und", "nur", "auch". */
static uint32_t surface__opener(const struct surface_work *work, const struct segment *segment)
{
    const struct surface *const surface = work->surface;
    for (uint32_t token = segment->word; token < segment->end && token < segment->word + 3; token++) {
        if (surface_has_role(surface, token, ROLE_CONTENT))
            return token;
        if (surface__conjunction(work, token) != DOCUMENT_NONE)
            return token;
        if (!surface_has_role(surface, token, ROLE_COORDINATOR) && !surface_is(surface, token, WORD_IS_ADVERB))
            break;
    }
    return DOCUMENT_NONE;
}

static bool surface__is_relative(const struct surface *surface, const struct segment *segment)
{
    if (!(segment->before & WORD_IS_COMMA) || !surface__is_verb_final(surface, segment))
        return false;
    const uint32_t first = segment->word;
    if (surface_is(surface, first, WORD_IS_RELATIVE))
        return !(surface_is(surface, segment->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2) && segment->finite <= first + 2);
    return first + 1 < segment->end && surface_is(surface, first, WORD_IS_PREPOSITION) &&
           surface_is(surface, first + 1, WORD_IS_RELATIVE);
}

/* What the tree calls a relative clause, whatever its words can be. */
static bool surface__hangs_on_noun(const struct surface_work *work, const struct segment *segment)
{
    const struct document *const document = work->document;
    const uint32_t clause = document->tree ? tree_clause(document, segment->finite) : DOCUMENT_NONE;
    const bool article = segment->word + 1 < segment->end && document->tokens[segment->word].morphology.definite == DEFINITE_DEF;
    const bool two = article && (document->tokens[segment->word + 1].upos == UPOS_DET ||      /* "…, den ein Gericht verurteilt hatte": no article */
                                 (clause != DOCUMENT_NONE && tree_subject(document, clause) == DOCUMENT_NONE) ||      /* "…, die Berichten zufolge flohen" */
                                 (clause != DOCUMENT_NONE && document->tokens[segment->word].relation != RELATION_DET &&
                                  tree_head(document, segment->word) == clause && surface__is_verb_final(work->surface, segment)));       /* "…, der weitere Ausweisungen untersagte" */
    return clause != DOCUMENT_NONE && (segment->before & WORD_IS_COMMA) && segment->finite != segment->word &&
           document->tokens[clause].relation == RELATION_ACL &&
           (surface_is(work->surface, segment->word, WORD_IS_RELATIVE) || document->tokens[segment->word].upos == UPOS_ADP || two);
}

static void surface__classify(const struct surface_work *work, struct segment *segment)
{
    const struct surface *const surface = work->surface;
    segment->finite = surface__finite(surface, segment->word, segment->end);
    segment->opener = surface__opener(work, segment);
    const bool infinitive = surface__has_zu_infinitive(surface, segment->word, segment->end);
    if (segment->finite == DOCUMENT_NONE) {
        segment->kind = infinitive ? SEGMENT_INFINITIVE : SEGMENT_FRAGMENT;
        if (segment->opener != DOCUMENT_NONE && surface_has_role(surface, segment->opener, ROLE_CONTENT))
            segment->kind = SEGMENT_DEPENDENT;
        return;
    }
    const bool strong_opener = segment->opener != DOCUMENT_NONE &&
        (surface_has_role(surface, segment->opener, ROLE_CONTENT) || !surface_is(surface, segment->opener, WORD_IS_PREPOSITION | WORD_IS_ADVERB));
    if (segment->opener != DOCUMENT_NONE && segment->finite != segment->opener + 1 &&
        (strong_opener || surface__is_verb_final(surface, segment)))
        segment->kind = SEGMENT_DEPENDENT;
    else if (surface__is_relative(surface, segment) || surface__hangs_on_noun(work, segment))
        segment->kind = SEGMENT_RELATIVE;
    else if (infinitive && surface_is(surface, segment->finite, WORD_IS_WEAK) && surface__is_verb_final(surface, segment))
        segment->kind = SEGMENT_INFINITIVE;
    else
        segment->kind = SEGMENT_MAIN;
}

/* "nannte", "erklärte": what can be a participle too, and is none for the tagger. */
static bool surface__is_tagged_finite(const struct surface_work *work, uint32_t token)
{
    const struct token *const word = &work->document->tokens[token];
    return word->upos == UPOS_VERB && word->morphology.verb_form == VERB_FORM_FIN;
}

/* "… und hat …": a coordinator between two finite verbs begins a segment of its own. */
static bool surface__splits_at(const struct surface_work *work, uint32_t first, uint32_t token, uint32_t end)
{
    const struct surface *const surface = work->surface;
    if (!surface_has_role(surface, token, ROLE_COORDINATOR) || token == first || surface_is(surface, token, WORD_IS_NOMINAL))
        return false;
    const uint32_t left = surface__finite(surface, first, token);
    uint32_t stop = token + 1;
    while (stop < end && !surface_is(surface, stop, WORD_IS_BREAK))
        stop++;
    const uint32_t right = surface__finite(surface, token + 1, stop);
    return left != DOCUMENT_NONE && right != DOCUMENT_NONE && (!surface_is(surface, left, WORD_IS_WEAK) || surface__is_tagged_finite(work, left)) &&
           (!surface_is(surface, right, WORD_IS_WEAK) || right == token + 1);
}

/* "„Das ist falsch“ sagte X": the verb after quoted words with a verb of their own, without the comma. */
static bool surface__splits_after_quote(const struct surface *surface, uint32_t token)
{
    const uint32_t quotation = token > 0 ? surface->quotation_of[token - 1] : DOCUMENT_NONE;
    if (quotation == DOCUMENT_NONE || surface->quotations[quotation].end != token || !surface_is(surface, token, WORD_IS_FINITE))
        return false;
    const uint32_t finite = surface__finite(surface, surface->quotations[quotation].first, token);
    return finite != DOCUMENT_NONE && !surface_is(surface, finite, WORD_IS_WEAK);
}

static void surface__add_segment(struct surface_work *work, uint32_t first, uint32_t end, uint32_t before)
{
    struct surface *const surface = work->surface;
    struct segment *const segment = &surface->segments[surface->segment_count];
    *segment = (struct segment){first, end, first, DOCUMENT_NONE, DOCUMENT_NONE, before, SEGMENT_FRAGMENT};
    while (segment->word + 1 < end && surface_is(surface, segment->word, WORD_IS_PUNCTUATION))
        segment->word++;
    for (uint32_t token = first; token < end; token++)
        surface->segment_of[token] = (uint32_t)surface->segment_count;
    surface__classify(work, segment);
    surface->segment_count++;
}

static void surface__cut_sentence(struct surface_work *work, const struct token_range *tokens)
{
    struct surface *const surface = work->surface;
    const uint32_t end = tokens->first + tokens->count;
    uint32_t first = tokens->first, before = 0;
    for (uint32_t token = tokens->first; token < end; token++) {
        const bool breaks = surface_is(surface, token, WORD_IS_BREAK);
        if (breaks && first == token) {
            surface->segment_of[token] = surface->segment_count ? (uint32_t)surface->segment_count - 1 : 0;
            before |= surface->bits[token];
            first = token + 1;
        } else if (breaks || surface__splits_at(work, first, token, end) || surface__splits_after_quote(surface, token)) {
            const uint32_t quoted = surface__splits_after_quote(surface, token) ? WORD_IS_COMMA : 0;
            surface__add_segment(work, first, token, before);
            surface->segment_of[token] = (uint32_t)surface->segment_count - 1;
            before = breaks ? surface->bits[token] : quoted;
            first = breaks ? token + 1 : token;
        }
    }
    if (first < end)
        surface__add_segment(work, first, end, before);
}

/* ---- quotations ---------------------------------------------------------------------------------------------- */

/* The marks that may close what this one opens; NULL: it opens nothing. Both French directions, Swiss and German, and the
 * English and straight marks of web text. */
static const char *const *surface__closers(const char *form)
{
    static const char *const low[] = {"“", "”", "\"", "‟", NULL}, *const outward[] = {"«", NULL}, *const inward[] = {"»", NULL},
                      *const straight[] = {"\"", NULL}, *const english[] = {"”", "\"", NULL}, *const tex[] = {"''", NULL};
    const struct { const char *mark; const char *const *closers; } pairs[] = {
        {"„", low}, {"»", outward}, {"«", inward}, {"\"", straight}, {"“", english}, {"``", tex}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        if (strcmp(form, pairs[i].mark) == 0)
            return pairs[i].closers;
    return NULL;
}

/* Where the quotation opened at first ends, or DOCUMENT_NONE. A mark of the same kind that opens a paragraph goes on quoting; more
 * than two paragraphs without a closing mark are a mistake of the text. */
static uint32_t surface__close(const struct surface *surface, const struct document *document, uint32_t first)
{
    const char *const *const closers = surface__closers(document->tokens[first].form);
    uint32_t paragraph = document->sentences[document->tokens[first].sentence].paragraph;
    for (uint32_t token = first + 1; closers && token < document->token_count; token++) {
        const uint32_t here = document->sentences[document->tokens[token].sentence].paragraph;
        if (here != paragraph && strcmp(document->tokens[token].form, document->tokens[first].form) != 0)
            return DOCUMENT_NONE;
        if (here != paragraph) {
            paragraph = here;
            continue;
        }
        for (size_t i = 0; surface_is(surface, token, WORD_IS_QUOTE) && closers[i]; i++)
            if (strcmp(document->tokens[token].form, closers[i]) == 0)
                return token + 1;
    }
    return DOCUMENT_NONE;
}

static bool surface__find_quotations(struct surface *surface, const struct document *document, struct arena *arena,
                                     struct laut_error *error)
{
    size_t capacity = 0;
    for (uint32_t token = 0; token < document->token_count; token++)
        surface->quotation_of[token] = DOCUMENT_NONE;
    for (uint32_t token = 0; token < document->token_count; token++) {
        const uint32_t end = surface_is(surface, token, WORD_IS_QUOTE) ? surface__close(surface, document, token) : DOCUMENT_NONE;
        if (end == DOCUMENT_NONE || end - token < 3)
            continue;
        struct quotation *const quotation = arena_append(arena, &surface->quotations, &surface->quotation_count, &capacity,
                                                         sizeof *quotation, error);
        if (!quotation)
            return false;
        *quotation = (struct quotation){token, end, false};
        for (uint32_t inside = token; inside < end; inside++)
            surface->quotation_of[inside] = (uint32_t)surface->quotation_count - 1;
        token = end - 1;
    }
    return true;
}

const struct surface *surface_open(const struct document *document, const struct statement_knowledge *knowledge,
                                   struct laut_error *error)
{
    struct surface *const surface = arena_take(document->arena, 1, sizeof *surface, error);
    uint32_t *const numbers = arena_take(document->arena, 4 * document->token_count + document->sentence_count + 2,
                                         sizeof *numbers, error);
    struct segment *const segments = arena_take(document->arena, document->token_count + 1, sizeof *segments, error);
    if (!surface || !numbers || !segments)
        return NULL;
    surface->bits = numbers;
    surface->roles = numbers + document->token_count;
    surface->segment_of = numbers + 2 * document->token_count;
    surface->quotation_of = numbers + 3 * document->token_count;
    surface->sentence_segment = numbers + 4 * document->token_count;
    surface->segments = segments;
    struct surface_work work = {document, knowledge, surface};
    surface__fill_words(&work);
    if (!surface__find_quotations(surface, document, document->arena, error))
        return NULL;
    for (size_t i = 0; i < document->sentence_count; i++) {
        surface->sentence_segment[i] = (uint32_t)surface->segment_count;
        surface__cut_sentence(&work, &document->sentences[i].tokens);
    }
    surface->sentence_segment[document->sentence_count] = (uint32_t)surface->segment_count;
    return surface;
}
