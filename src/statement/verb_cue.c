/* statement/verb_cue.c: the verbs of the table in their clauses, with separated particles, auxiliaries and companions. The
 * particle is looked for at the end of a segment, where German puts it, when the parser has not found it. */
#include "parse/tree.h"
#include "statement/finder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CUE_REACH_SEGMENTS = 4, LEMMA_BYTES = 96 };

/* The particle that ends the verb's segment, or one of the next few ("kündigte X, der Chef, an"). */
static uint32_t cue__particle(const struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const uint32_t sentence = finder->document->tokens[token].sentence;
    const uint32_t last = finder_segment_end(finder, sentence);
    uint32_t segment = surface->segment_of[token];
    for (uint32_t step = 0; segment < last && step < CUE_REACH_SEGMENTS; segment++, step++) {
        uint32_t end = surface->segments[segment].end;
        while (end > token + 1 && surface_is(surface, end - 1, WORD_IS_PUNCTUATION))
            end--;
        if (end <= token + 1 || end <= surface->segments[segment].first)
            continue;
        if (surface_is(surface, end - 1, WORD_IS_PARTICLE | WORD_IS_PREPOSITION) && !surface_is(surface, end - 1, WORD_IS_NOMINAL))
            return end - 1;
        if (step > 0 && surface->segments[segment].kind == SEGMENT_MAIN)
            break;
    }
    return DOCUMENT_NONE;
}

static bool cue__matches_companion(const struct token *token, const char *companion)
{
    if (token->contraction_part)
        return false;                /* "gab am Dienstag zurück" holds no "gab an" */
    if (strcmp(token->form, companion) == 0 || (token->lemma && strcmp(token->lemma, companion) == 0) ||
        (token->compound_head && strcmp(token->compound_head, companion) == 0))      /* "ein AFP-Reporter beobachtete" */
        return true;
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_NOUN && strcmp(token->analyses[i].lemma, companion) == 0)
            return true;
    return false;
}

/* The companion's token in the verb's segment. "Nach Auffassung von X sei es …": a noun behind a preposition of sources is none. */
static uint32_t cue__companion(const struct finder *finder, const struct cue_verb *verb, uint32_t token)
{
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[token]];
    for (uint32_t at = segment->first; at < segment->end; at++)
        for (size_t i = 0; i < verb->companion_count; i++)
            if (at != token && cue__matches_companion(&finder->document->tokens[at], verb->companions[i]) &&
                !(at > segment->first && source_opens_phrase(finder, at - 1)))
                return at;
    return DOCUMENT_NONE;
}

/* "bezeichnete Vorwürfe, es gebe …, als haltlos": the words that "als" begins behind a clause between; DOCUMENT_NONE: none of the verb's is there. */
static uint32_t cue__companion_behind(const struct finder *finder, const struct cue_verb *verb, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const uint32_t own = surface->segment_of[token], last = finder_segment_end(finder, finder->document->tokens[token].sentence);
    for (uint32_t segment = own + 1; (verb->content & CONTENT_ALS) && segment < last && segment <= own + CUE_REACH_SEGMENTS; segment++) {
        const struct segment *const here = &surface->segments[segment];
        for (uint32_t at = here->first; here->finite == DOCUMENT_NONE && surface_has_role(surface, here->word, ROLE_ALS) && at < here->end; at++)
            for (size_t i = 0; i < verb->companion_count; i++)
                if (cue__matches_companion(&finder->document->tokens[at], verb->companions[i]))
                    return at;
    }
    return DOCUMENT_NONE;
}

/* The entry of a lemma that fits the clause: with a companion before without. */
static const struct cue_verb *cue__entry(const struct finder *finder, const char *lemma, uint32_t token, uint32_t *companion)
{
    const struct cue_verb *plain = NULL;
    for (struct string_map_hit hit = string_map_find(finder->knowledge->verb_rows, lemma, strlen(lemma)); hit.found;
         hit = string_map_next(finder->knowledge->verb_rows, hit)) {
        const struct cue_verb *const verb = &finder->knowledge->verbs[hit.value];
        if (!verb->companion_count) {
            plain = plain ? plain : verb;
            continue;
        }
        *companion = cue__companion(finder, verb, token);
        if (*companion == DOCUMENT_NONE)
            *companion = cue__companion_behind(finder, verb, token);
        if (*companion != DOCUMENT_NONE)
            return verb;
    }
    *companion = DOCUMENT_NONE;
    return plain;
}

static bool cue__is_verb_reading(const struct analysis *reading)
{
    return reading->word_class == WORD_VERB ||
           (reading->word_class == WORD_PARTICIPLE_PERFECT && reading->morphology.grammatical_case == CASE_NONE);
}

static const struct cue_verb *cue__entry_of_lemma(const struct finder *finder, const char *lemma, uint32_t token,
                                                  uint32_t particle, uint32_t *used, uint32_t *companion)
{
    char joined[LEMMA_BYTES];
    *used = DOCUMENT_NONE;
    if (particle != DOCUMENT_NONE &&
        snprintf(joined, sizeof joined, "%s%s", finder->document->tokens[particle].form, lemma) < (int)sizeof joined) {
        const struct cue_verb *const verb = cue__entry(finder, joined, token, companion);
        if (verb) {
            *used = particle;
            return verb;
        }
        if (finder->surface->segment_of[particle] == finder->surface->segment_of[token] &&
            surface_is(finder->surface, particle, WORD_IS_PARTICLE) && !surface_is(finder->surface, particle, WORD_IS_ADVERB) &&
            !surface_has_role(finder->surface, particle, ROLE_AGAIN))       /* "sagte sie weiter" */
            return NULL;
    }
    return cue__entry(finder, lemma, token, companion);
}

static const struct cue_verb *cue__verb(const struct finder *finder, uint32_t token, uint32_t *particle, uint32_t *companion)
{
    const struct token *const word = &finder->document->tokens[token];
    const uint32_t separated = surface_is(finder->surface, token, WORD_IS_FINITE) ? cue__particle(finder, token) : DOCUMENT_NONE;
    if (word->verb_lemma) {
        const struct cue_verb *const verb = cue__entry(finder, word->verb_lemma, token, companion);
        *particle = word->particle;
        if (verb)
            return verb;
    }
    for (size_t i = 0; i < word->analysis_count; i++) {
        if (!cue__is_verb_reading(&word->analyses[i]))
            continue;
        const struct cue_verb *const verb =
            cue__entry_of_lemma(finder, word->analyses[i].lemma, token, separated, particle, companion);
        if (verb)
            return verb;
    }
    return NULL;
}

/* The finite verb of a participle or infinitive: in its segment, else the last main or dependent one before without verb of its
 * own ("hat X, der Chef, angekündigt"). */
static uint32_t cue__auxiliary(const struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const uint32_t begin = finder_segment_begin(finder, finder->document->tokens[token].sentence);
    uint32_t segment = surface->segment_of[token];
    for (uint32_t step = 0; step < CUE_REACH_SEGMENTS; step++) {
        const uint32_t finite = surface->segments[segment].finite;
        if (finite != DOCUMENT_NONE && finite != token && surface_is(surface, finite, WORD_IS_AUXILIARY | WORD_IS_MODAL) &&
            (step == 0 || surface->segments[segment].kind == SEGMENT_MAIN))
            return finite;
        if ((finite != DOCUMENT_NONE && finite != token && surface->segments[segment].kind == SEGMENT_MAIN) || segment == begin)
            break;
        segment--;
    }
    return DOCUMENT_NONE;
}

static int cue__compare_tokens(const void *left, const void *right)
{
    const uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static void cue__add_part(struct cue *cue, uint32_t token)
{
    for (uint32_t i = 0; i < cue->part_count; i++)
        if (cue->parts[i] == token)
            return;
    if (token != DOCUMENT_NONE && cue->part_count < CUE_PARTS_MOST)
        cue->parts[cue->part_count++] = token;
}

static void cue__settle(const struct finder *finder, struct cue *cue, uint32_t particle, uint32_t companion)
{
    const struct surface *const surface = finder->surface;
    cue__add_part(cue, cue->token);
    cue__add_part(cue, cue->finite);
    cue__add_part(cue, particle);
    const bool near = companion != DOCUMENT_NONE && surface->segment_of[companion] == surface->segment_of[cue->token];
    if (near && surface->quotation_of[companion] == surface->quotation_of[cue->token])       /* "nannte das „haltlos“" */
        cue__add_part(cue, companion);
    qsort(cue->parts, cue->part_count, sizeof cue->parts[0], cue__compare_tokens);
    cue->first_segment = surface->segment_of[cue->parts[0]];
    cue->last_segment = surface->segment_of[cue->parts[cue->part_count - 1]];
    cue->passive = cue->finite != DOCUMENT_NONE && cue->finite != cue->token && surface_is(surface, cue->token, WORD_IS_PARTICIPLE) &&
                   surface_has_role(surface, cue->finite, ROLE_PASSIVE);
    const uint32_t end = surface->segments[cue->last_segment].end;
    for (uint32_t token = cue->token + 1; token < end && !cue->passive; token++)
        cue->passive = surface_has_role(surface, token, ROLE_PASSIVE) && surface_is(surface, cue->token, WORD_IS_PARTICIPLE) &&
                       surface_is(surface, token - 1, WORD_IS_PARTICIPLE);
}

/* "ist wiederholt zu Streit gekommen": the last participle of the clause is its verb, the one before an adverb. */
static bool cue__has_later_participle(const struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const uint32_t end = surface->segments[surface->segment_of[token]].end;
    for (uint32_t later = token + 1; later < end && !surface_has_role(surface, later, ROLE_COORDINATOR); later++)
        if (surface_is(surface, later, WORD_IS_PARTICIPLE) && !surface_is(surface, later, WORD_IS_NOMINAL) &&
            !surface_has_role(surface, later, ROLE_PASSIVE) && finder->document->tokens[later].upos == UPOS_VERB &&
            finder->document->tokens[later].relation != RELATION_AMOD)
            return true;
    return false;
}

/* Attributive participles ("die berichteten Verluste") and bare ones without an auxiliary are no cues. */
static bool cue__is_verbal(const struct finder *finder, uint32_t token, uint32_t finite)
{
    const struct surface *const surface = finder->surface;
    const enum upos upos = finder->document->tokens[token].upos;
    const bool perfect = upos == UPOS_ADJ && surface_is(surface, token, WORD_IS_PARTICIPLE) && tree_child(finder->document, token, RELATION_AUX) != DOCUMENT_NONE &&
                         tree_child(finder->document, token, RELATION_COP) == DOCUMENT_NONE;       /* "hat sich dazu bekannt" */
    if ((upos == UPOS_ADJ && !perfect) || upos == UPOS_NOUN || upos == UPOS_ADV)
        return false;
    if (surface_is(surface, token, WORD_IS_PARTICIPLE) && finite != token && cue__has_later_participle(finder, token))
        return false;
    if (finite != DOCUMENT_NONE)
        return true;
    return surface_is(surface, token, WORD_IS_ZU_INFINITIVE) ||
           (surface_is(surface, token, WORD_IS_INFINITIVE) && token > 0 && surface_has_role(surface, token - 1, ROLE_ZU));
}

/* "…, monierte der Minister": in the first place behind a comma, before a noun phrase, no participle can stand. */
static bool cue__opens_clause(const struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const struct segment *const segment = &surface->segments[surface->segment_of[token]];
    uint32_t first, end;
    return segment->word == token && segment->finite == token && (segment->before & WORD_IS_COMMA) &&
           phrase_at(finder, token + 1, segment->end, &first, &end);
}

/* "wie von den Behörden behauptet": a passive without its finite verb. */
static bool cue__is_elliptic(const struct finder *finder, uint32_t token)
{
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[token]];
    const bool weak = segment->finite == token && segment->word + 1 < segment->end && surface_has_role(finder->surface, segment->word + 1, ROLE_AGENT);       /* "wie von X behauptet" */
    return (segment->finite == DOCUMENT_NONE || weak) && segment->first != token && surface_has_role(finder->surface, segment->word, ROLE_PARENTHESIS) &&
           surface_is(finder->surface, token, WORD_IS_PARTICIPLE) && token + 1 == finder_trim(finder, token, segment->end);
}

static bool cue__try(struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    if (!surface_is(surface, token, WORD_IS_FINITE | WORD_IS_PARTICIPLE | WORD_IS_INFINITIVE | WORD_IS_ZU_INFINITIVE) ||
        surface_is(surface, token, WORD_IS_NOMINAL))
        return true;
    uint32_t particle = DOCUMENT_NONE, companion = DOCUMENT_NONE;
    const struct cue_verb *const verb = cue__verb(finder, token, &particle, &companion);
    if (!verb)
        return true;
    const uint32_t own = surface->segments[surface->segment_of[token]].finite;
    uint32_t finite = surface_is(surface, token, WORD_IS_FINITE) && own == token ? token : cue__auxiliary(finder, token);
    if (finite == DOCUMENT_NONE && surface_is(surface, token, WORD_IS_FINITE) && own == token)
        finite = token;
    const bool surely_finite = finder->document->tokens[token].morphology.verb_form == VERB_FORM_FIN;      /* "…, berichtet X" */
    const enum segment_kind kind = surface->segments[surface->segment_of[token]].kind;
    const bool ends_clause = own == token && (kind == SEGMENT_DEPENDENT || kind == SEGMENT_RELATIVE);       /* "…, anders als X behauptet, …" */
    if (surface_is(surface, token, WORD_IS_WEAK) && finite == token && surface_is(surface, token, WORD_IS_PARTICIPLE) && !surely_finite && !ends_clause &&
        !cue__opens_clause(finder, token)) {
        const uint32_t auxiliary = cue__auxiliary(finder, token);
        finite = auxiliary != DOCUMENT_NONE ? auxiliary : token;
    }
    const bool elliptic = cue__is_elliptic(finder, token);
    if (elliptic)
        finite = DOCUMENT_NONE;
    if (!elliptic && !cue__is_verbal(finder, token, finite))
        return true;
    struct cue *const cue = arena_append(finder->document->arena, &finder->cues, &finder->cue_count, &finder->cue_capacity,
                                         sizeof *cue, finder->error);
    if (!cue)
        return false;
    *cue = (struct cue){.verb = verb, .token = token, .finite = finite};
    cue__settle(finder, cue, particle, companion);
    cue->passive = cue->passive || elliptic;
    finder->token_cue[token] = (uint32_t)finder->cue_count - 1;
    if (companion != DOCUMENT_NONE && tree_head(finder->document, token) == companion && finder->token_cue[companion] == DOCUMENT_NONE)
        finder->token_cue[companion] = finder->token_cue[token];       /* "ist unklar": the tree hangs the clause on the predicate */
    return true;
}

bool cue_find_all(struct finder *finder)
{
    for (uint32_t token = 0; token < finder->document->token_count; token++)
        if (!cue__try(finder, token))
            return false;
    return true;
}
