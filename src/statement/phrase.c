/* statement/phrase.c: where a noun phrase ends: determiners and adjectives, nouns and names, then what belongs to them ("die Behörden
 * von Gaza", "einer am Dienstag veröffentlichten Mitteilung des Verbandes"). By the words alone, the tree only joins. */
#include "lexicon/lexicon.h"
#include "parse/tree.h"
#include "statement/finder.h"

/* A preposition here, and no conjunction ("während"). */
bool phrase_is_preposition(const struct finder *finder, uint32_t token)
{
    const enum upos upos = finder->document->tokens[token].upos;
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[token]];
    return surface_is(finder->surface, token, WORD_IS_PREPOSITION) && upos != UPOS_SCONJ && upos != UPOS_CCONJ &&
           !(segment->kind == SEGMENT_DEPENDENT && segment->opener == token);
}

/* Ends a noun phrase: verb forms, marks, adverbs, a preposition. */
static bool phrase__is_end(const struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    if (surface_is(surface, token, WORD_IS_NOMINAL) || finder->document->tokens[token].upos == UPOS_DET)
        return false;
    return surface_is(surface, token, WORD_IS_BREAK) || surface_has_role(surface, token, ROLE_REFLEXIVE | ROLE_COORDINATOR) ||
           (surface_is(surface, token, WORD_IS_FINITE) && !surface_is(surface, token, WORD_IS_ADJECTIVE | WORD_IS_DETERMINER)) ||
           (phrase_is_preposition(finder, token) && !surface_is(surface, token, WORD_IS_DETERMINER)) ||
           surface_is(surface, token, WORD_IS_PARTICLE);
}

static bool phrase__is_attributive(const struct finder *finder, uint32_t token)
{
    return surface_is(finder->surface, token, WORD_IS_DETERMINER | WORD_IS_ADJECTIVE | WORD_IS_PARTICIPLE) ||
           surface_has_role(finder->surface, token, ROLE_OBLIQUE | ROLE_GENITIVE | ROLE_NOMINATIVE) ||
           finder->document->tokens[token].upos == UPOS_NUM || finder->document->tokens[token].upos == UPOS_DET;
}

/* "nach Geheimdiensterkenntnissen Raketen": a common noun after another begins a phrase of its own, unless the tree joins them. */
static bool phrase__starts_anew(const struct finder *finder, uint32_t at)
{
    const struct document *const document = finder->document;
    const uint32_t own = finder->token_mention[at], before = finder->token_mention[at - 1];
    if (own != DOCUMENT_NONE && before != DOCUMENT_NONE && own != before && document->mentions[own].kind == MENTION_NAME &&
        document->mentions[before].kind == MENTION_NAME && document->mentions[own].entities[0] != document->mentions[before].entities[0])
        return true;                 /* "laut dem Iran Russland" */
    const struct cue_noun *const saying = document->tokens[at].upos == UPOS_PROPN || document->tokens[at].upos == UPOS_NOUN ? source_noun(finder, at - 1) : NULL;
    if (document->tree && saying && (saying->kind & NOUN_NACH) && tree_head(document, at) != at - 1 && document->tokens[at].morphology.grammatical_case != CASE_GEN)
        return true;                 /* "nach eigenen Angaben Goma" */
    const struct mention *const name = before == DOCUMENT_NONE ? NULL : &document->mentions[before];
    if (document->tree && name && name->kind == MENTION_NAME && name->entity_count && document->entities[name->entities[0]].kind == ENTITY_PERSON &&
        document->tokens[at].upos == UPOS_NOUN && ((own == DOCUMENT_NONE && tree_head(document, at) < name->tokens.first) || (document->token_item && document->token_item[at] != DOCUMENT_NONE)))
        return true;                 /* "laut Justine Greening Sanktionen", "von Minister Pistorius Panzer" */
    return document->tree && document->tokens[at].upos == UPOS_NOUN && document->tokens[at - 1].upos == UPOS_NOUN &&
           tree_head(document, at) != at - 1 && tree_head(document, at - 1) != at &&
           finder->token_mention[at] == DOCUMENT_NONE;
}

/* One past the end of a short quotation that begins at the token and that nobody has taken for speech; 0: none begins. */
static uint32_t phrase__quoted_name(const struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const uint32_t quotation = surface->quotation_of[token];
    if (quotation == DOCUMENT_NONE || surface->quotations[quotation].first != token || surface->quotations[quotation].used ||
        surface->quotations[quotation].end - token > PHRASE_LONGEST_QUOTED_NAME)
        return 0;
    return surface->quotations[quotation].end;
}

/* "einer am Dienstag veröffentlichten Mitteilung", "das für Asien zuständige Kommando": the noun of the article, where a participle or
 * adjective with its own words stands between; else at. */
static uint32_t phrase__noun_of_article(const struct finder *finder, uint32_t article, uint32_t at, uint32_t limit)
{
    const struct document *const document = finder->document;
    const uint32_t noun = document->tokens[article].relation == RELATION_DET ? tree_head(document, article) : DOCUMENT_NONE;
    const bool possible = noun != DOCUMENT_NONE && noun > at && noun < limit && surface_is(finder->surface, noun, WORD_IS_NOMINAL);
    return possible && document->tokens[noun - 1].relation == RELATION_AMOD ? noun : at;
}

/* "nicht genannte Beamte", "namentlich nicht genannte Beamte": an adverb of an attribute that follows. */
static bool phrase__is_of_attribute(const struct finder *finder, uint32_t token, uint32_t limit)
{
    const struct document *const document = finder->document;
    uint32_t head = tree_head(document, token);
    for (unsigned step = 0; step < 2 && head != DOCUMENT_NONE && document->tokens[head].upos == UPOS_ADV; step++)
        head = tree_head(document, head);
    return (document->tokens[token].upos == UPOS_ADV || document->tokens[token].upos == UPOS_PART) && head != DOCUMENT_NONE && head > token &&
           head + 1 < limit && document->tokens[head].relation == RELATION_AMOD && tree_head(document, head) < limit;
}

static bool phrase__may_be_attribute(const struct token *word)
{
    return lexicon_may_be(word, WORD_PARTICIPLE_PERFECT) || lexicon_may_be(word, WORD_ADJECTIVE);
}

/* "auf nicht näher bezeichnete Beamte", where the tagger takes the participle for a verb: its noun, straight behind the denied words; 0: none. */
static uint32_t phrase__denied_attribute(const struct finder *finder, uint32_t token, uint32_t limit)
{
    enum { WORDS_BETWEEN = 3 };
    const struct document *const document = finder->document;
    const uint32_t row = statement_row(finder->knowledge->adverb_rows, document->tokens[token].form);
    if (row == DOCUMENT_NONE || finder->knowledge->adverbs[row].role != ADVERB_NEGATION || document->tokens[token].relation != RELATION_ADVMOD)
        return 0;
    for (uint32_t noun = token + 2; noun < limit && noun <= token + WORDS_BETWEEN; noun++)
        if (surface_is(finder->surface, noun, WORD_IS_NOMINAL))
            return phrase__may_be_attribute(&document->tokens[noun - 1]) ? noun : 0;
    return 0;
}

/* Past determiners and adjectives to the nouns and names, then on over them and over a quoted name. */
uint32_t phrase_core_end(const struct finder *finder, uint32_t token, uint32_t limit)
{
    const struct surface *const surface = finder->surface;
    uint32_t at = token;
    while (at < limit && !surface_is(surface, at, WORD_IS_NOMINAL | WORD_IS_QUOTE) &&
           (phrase__is_of_attribute(finder, at, limit) || (phrase__is_attributive(finder, at) && !phrase__is_end(finder, at))))
        at++;
    if (at < limit && !surface_is(surface, at, WORD_IS_NOMINAL | WORD_IS_QUOTE)) {
        const uint32_t denied = phrase__denied_attribute(finder, at, limit);
        at = denied ? denied : phrase__noun_of_article(finder, token, at, limit);
    }
    bool nominal = false;
    while (at < limit && (surface_is(surface, at, WORD_IS_NOMINAL | WORD_IS_QUOTE) || finder->document->tokens[at].upos == UPOS_PROPN)) {
        if (nominal && phrase__starts_anew(finder, at))
            break;
        const uint32_t quoted = phrase__quoted_name(finder, at);
        if (quoted > limit)
            break;
        nominal = nominal || quoted || !surface_is(surface, at, WORD_IS_QUOTE);
        at = quoted ? quoted : at + 1;
    }
    return nominal ? at : token;
}

/* "Angaben libanesischer Sicherheitskreise": a genitive that only its ending shows, where the parser hangs it on the word before. */
static uint32_t phrase__bare_genitive(const struct finder *finder, uint32_t end, uint32_t limit)
{
    const uint32_t next = surface_is(finder->surface, end, WORD_IS_ADJECTIVE) ? phrase_core_end(finder, end, limit) : end;
    const bool genitive = next > end && finder->document->tokens[end].morphology.grammatical_case == CASE_GEN;
    return next > end && (tree_head(finder->document, next - 1) == end - 1 || genitive) &&
           tree_child(finder->document, next - 1, RELATION_CASE) == DOCUMENT_NONE ? next : end;
}

/* "nach Angaben von Interpol in Korat gefasst", "nach Angaben seiner Partei von Vermummten abgeholt": the tree hangs the place on no word of the phrase. */
static bool phrase__hangs_later(const struct finder *finder, uint32_t noun, uint32_t begin, uint32_t end)
{
    const struct document *const document = finder->document;
    uint32_t head = tree_head(document, noun);
    while (head != DOCUMENT_NONE && head >= end && head <= noun)       /* a name of several words */
        head = tree_head(document, head);
    return document->tree && head != DOCUMENT_NONE && (head < begin || head >= end);
}

/* "ist nach Angaben aus dem Kreml verschoben worden": somebody who speaks, straight behind the noun of saying, wherever the tree hangs him. */
static bool phrase__says(const struct finder *finder, uint32_t saying, uint32_t first, uint32_t end)
{
    const struct cue_noun *const noun = surface_is(finder->surface, saying, WORD_IS_NOMINAL) ? source_noun(finder, saying) : NULL;
    const struct cue_noun *const circle = source_noun(finder, end - 1);
    struct ranges who = {.count = 0};
    ranges_add(&who, first, end);
    return noun && (noun->kind & NOUN_NACH) && ((circle && (circle->kind & NOUN_CIRCLE)) || speaker_can_speak(finder, &who));
}

/* "der" before a noun that is no feminine and no plural. */
bool phrase_is_surely_nominative(const struct finder *finder, uint32_t article)
{
    const uint32_t noun = tree_head(finder->document, article);
    if (noun == DOCUMENT_NONE || noun < article || !surface_has_role(finder->surface, article, ROLE_GENITIVE) || surface_has_role(finder->surface, article, ROLE_OBLIQUE))
        return false;
    const struct token *const word = &finder->document->tokens[noun];
    bool masculine = false;
    for (size_t i = 0; i < word->analysis_count; i++) {
        const struct morphology *const m = &word->analyses[i].morphology;
        if (word->analyses[i].word_class == WORD_NOUN && (m->gender == GENDER_FEM || (m->number == NUMBER_PLUR && m->grammatical_case == CASE_GEN)))
            return false;
        masculine = masculine || (word->analyses[i].word_class == WORD_NOUN && m->gender == GENDER_MASC);
    }
    return masculine;
}

/* "laut Sergei Wosnjak der Sprecher der Opposition": the full name of a person owns nothing and is nobody's. "… der ursprüngliche Plan" is a nominative. */
static bool phrase__is_beside_name(const struct finder *finder, uint32_t article)
{
    const struct document *const document = finder->document;
    const uint32_t mention = article > 1 ? finder->token_mention[article - 1] : DOCUMENT_NONE;
    const struct mention *const name = mention == DOCUMENT_NONE ? NULL : &document->mentions[mention];
    const bool person = name && name->kind == MENTION_NAME && name->entity_count && document->entities[name->entities[0]].kind == ENTITY_PERSON;
    const struct token *const next = article + 1 < document->token_count ? &document->tokens[article + 1] : NULL;
    return (person && surface_is(finder->surface, article - 2, WORD_IS_NOMINAL)) ||
           (next && next->upos == UPOS_ADJ && next->morphology.grammatical_case == CASE_NOM);
}

/* "nach ukrainischen Angaben von Soldaten verschleppt": the adjective tells whose they are, so that "von" tells who did it. */
static bool phrase__has_owner_before(const struct finder *finder, uint32_t noun)
{
    const uint32_t mention = noun > 0 && finder->document->token_mention ? finder->document->token_mention[noun - 1] : DOCUMENT_NONE;
    const struct cue_noun *const saying = surface_is(finder->surface, noun, WORD_IS_NOMINAL) ? source_noun(finder, noun) : NULL;
    return saying && (saying->kind & NOUN_NACH) && mention != DOCUMENT_NONE && finder->document->mentions[mention].kind == MENTION_ADJECTIVE;
}

/* A genitive, or "von X", "aus X", "der Y" straight after the core. */
uint32_t phrase_with_owner(const struct finder *finder, uint32_t end, uint32_t limit)
{
    const struct surface *const surface = finder->surface;
    const uint32_t begin = end > 0 ? end - 1 : 0;
    for (unsigned step = 0; step < 3 && end < limit; step++) {
        const bool preposition = surface_is(surface, end, WORD_IS_PREPOSITION) && !surface_is(surface, end, WORD_IS_DETERMINER);
        const bool genitive = surface_has_role(surface, end, ROLE_GENITIVE) && !phrase_is_surely_nominative(finder, end) &&       /* "laut Bericht der Iran" */
                              !phrase__is_beside_name(finder, end);
        const uint32_t bare = genitive || preposition ? end : phrase__bare_genitive(finder, end, limit);
        if (bare > end) {
            end = bare;
            continue;
        }
        if ((!genitive && !(preposition && (surface_has_role(surface, end, ROLE_AGENT | ROLE_CIRCLE)))) ||
            (preposition && surface_has_role(surface, end, ROLE_AGENT) && phrase__has_owner_before(finder, begin)))
            break;
        const uint32_t next = phrase_core_end(finder, preposition ? end + 1 : end, limit);
        if (next <= (preposition ? end + 1 : end) || (preposition && phrase__hangs_later(finder, next - 1, begin, end) &&
             (surface_has_role(surface, end, ROLE_AGENT) || !phrase__says(finder, end - 1, end + 1, next)) &&
             (!surface_has_role(surface, end, ROLE_AGENT) || tree_is_passive(finder->document, tree_head(finder->document, next - 1)))))
            break;
        end = next;
    }
    return end;
}

bool phrase_at(const struct finder *finder, uint32_t token, uint32_t limit, uint32_t *first, uint32_t *end)
{
    const struct surface *const surface = finder->surface;
    if (token >= limit)
        return false;
    if (surface_has_role(surface, token, ROLE_NOMINATIVE) &&
        (token + 1 >= limit || phrase_core_end(finder, token, limit) == token)) {
        *first = token;
        *end = token + 1;
        return true;
    }
    const uint32_t core = phrase_core_end(finder, token, limit);
    if (core == token)
        return false;
    *first = token;
    *end = phrase_with_owner(finder, core, limit);
    return true;
}

uint32_t phrase_with_joined(const struct finder *finder, uint32_t first, uint32_t end, uint32_t limit)
{
    const struct document *const document = finder->document;
    while (document->tree && end + 1 < limit && surface_has_role(finder->surface, end, ROLE_COORDINATOR)) {
        const uint32_t next = phrase_core_end(finder, end + 1, limit);
        uint32_t head = next - 1;
        while (tree_head(document, head) != DOCUMENT_NONE && tree_head(document, head) > end && tree_head(document, head) < next)
            head = tree_head(document, head);
        const uint32_t conjunct = next > end + 1 ? tree_first_conjunct(document, head) : DOCUMENT_NONE;
        if (conjunct == DOCUMENT_NONE || conjunct < first || conjunct >= end)
            break;
        end = phrase_with_owner(finder, next, limit);
    }
    return end;
}
