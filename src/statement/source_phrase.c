/* statement/source_phrase.c: sources without a verb (coding guide, section 4): "laut X", "X zufolge", "nach Angaben von X",
 * "demnach", "…, so X". Whom these have it from: source_inside.c. The clause around the phrase, without it, is the content. */
#include "parse/tree.h"
#include "statement/finder.h"

#include <string.h>

#include "base/utf8.h"

const struct source_word *source_word_at(const struct finder *finder, uint32_t token, enum source_position position)
{
    char lower[64];
    const char *const form = finder->document->tokens[token].form;
    const size_t length = strlen(form);
    if (length >= sizeof lower)
        return NULL;
    utf8_lower_string(form, length, lower);
    for (unsigned round = 0; round < 2; round++) {       /* nouns stand with their capital in the table */
        const char *const key = round ? form : lower;
        for (struct string_map_hit hit = string_map_find(finder->knowledge->source_rows, key, length); hit.found;
             hit = string_map_next(finder->knowledge->source_rows, hit))
            if (finder->knowledge->sources[hit.value].position == position)
                return &finder->knowledge->sources[hit.value];
    }
    return NULL;
}

const struct cue_noun *source_noun(const struct finder *finder, uint32_t token)
{
    const struct token *const word = &finder->document->tokens[token];
    uint32_t row = word->lemma ? statement_row(finder->knowledge->noun_rows, word->lemma) : DOCUMENT_NONE;
    for (size_t i = 0; row == DOCUMENT_NONE && i < word->analysis_count; i++)
        if (word->analyses[i].word_class == WORD_NOUN)
            row = statement_row(finder->knowledge->noun_rows, word->analyses[i].lemma);
    if (row == DOCUMENT_NONE && word->compound_head)
        row = statement_row(finder->knowledge->noun_rows, word->compound_head);
    return row == DOCUMENT_NONE ? NULL : &finder->knowledge->nouns[row];
}

bool source_opens_phrase(const struct finder *finder, uint32_t token)
{
    return source_word_at(finder, token, SOURCE_BEFORE) != NULL;
}

/* A capital letter that makes no noun: "nach Teheraner Darstellung", "aus Moskauer Sicht". */
static bool source__is_city_adjective(const struct finder *finder, uint32_t token)
{
    const struct token *const word = &finder->document->tokens[token];
    return word->upos == UPOS_ADJ && (word->relation == RELATION_AMOD || surface_is(finder->surface, token, WORD_IS_ADJECTIVE));
}

/* The noun of saying in [first, end), the first one. */
uint32_t source_saying_noun(const struct finder *finder, uint32_t first, uint32_t end, unsigned kind)
{
    for (uint32_t token = first; token < end; token++) {
        const struct cue_noun *const noun = surface_is(finder->surface, token, WORD_IS_NOMINAL) ? source_noun(finder, token) : NULL;
        if (noun && (noun->kind & kind))
            return token;
        if (surface_is(finder->surface, token, WORD_IS_NOMINAL) && !surface_is(finder->surface, token, WORD_IS_PUNCTUATION) &&
            finder->document->tokens[token].upos != UPOS_PROPN && !source__is_city_adjective(finder, token) && !noun)
            break;
    }
    return DOCUMENT_NONE;
}

/* Relative, adverbial and content clauses, and later main clauses with a subject of their own, are a phrase's whole reach. */
static bool source__is_own_clause(const struct document *document, uint32_t clause)
{
    switch (document->tokens[clause].relation) {
    case RELATION_ACL:
    case RELATION_ADVCL:
    case RELATION_CCOMP:
        return tree_finite(document, clause) != DOCUMENT_NONE;
    case RELATION_CONJ:
    case RELATION_PARATAXIS:
        return tree_child(document, clause, RELATION_NSUBJ) != DOCUMENT_NONE || tree_child(document, clause, RELATION_NSUBJ_PASS) != DOCUMENT_NONE ||
               tree_child(document, clause, RELATION_CSUBJ) != DOCUMENT_NONE || tree_child(document, clause, RELATION_EXPL) != DOCUMENT_NONE;
    default:
        return false;
    }
}

/* "Die Partei hat zugestimmt, so sollen die Gespräche laut X am Mittwoch beginnen": a main clause of its own behind another, with its verb in the
 * first or second place. */
static bool source__is_later_main(const struct finder *finder, uint32_t begin, uint32_t own)
{
    const struct segment *const segments = finder->surface->segments;
    if (segments[own].kind != SEGMENT_MAIN || !(segments[own].before & WORD_IS_COMMA) || segments[own].finite > segments[own].word + 1)
        return false;
    for (uint32_t at = own; at-- > begin;)
        if (segments[at].kind == SEGMENT_MAIN)
            return segments[at].finite > segments[at].word;
    return false;
}

/* The clause in whose reach the phrase stands, in tokens: the sentence, or the clause of the tree that it stands in. */
static void source__clause(const struct finder *finder, uint32_t token, uint32_t *first, uint32_t *end)
{
    const struct surface *const surface = finder->surface;
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[token].sentence;
    const uint32_t begin = finder_segment_begin(finder, sentence), last = finder_segment_end(finder, sentence);
    const uint32_t segment = surface->segment_of[token];
    *first = surface->segments[begin].first;
    *end = finder_sentence_end(finder, sentence);
    uint32_t clause = tree_clause(document, token);
    while (clause != DOCUMENT_NONE && !source__is_own_clause(document, clause))
        clause = tree_governing_clause(document, clause);
    if (clause != DOCUMENT_NONE) {
        const struct token_range range = tree_subtree(document, clause);
        *first = range.first > *first ? range.first : *first;
        *end = range.first + range.count < *end ? range.first + range.count : *end;
        while (*first < token && surface_is(surface, *first, WORD_IS_BREAK))
            ++*first;
    } else if (surface->segments[segment].kind == SEGMENT_RELATIVE || surface->segments[segment].kind == SEGMENT_DEPENDENT) {
        *first = surface->segments[segment].first;       /* a clause whose verb the tree takes for an infinitive */
        *end = surface->segments[segment].end;
    }
    const uint32_t own = tree_clause(document, token);       /* "hatten X überfallen und dabei eigenen Angaben zufolge Y getötet" */
    if (own != DOCUMENT_NONE && own != clause && document->tokens[own].relation == RELATION_CONJ && document->tokens[own].upos == UPOS_VERB &&
        tree_subtree(document, own).first < token && tree_subtree(document, own).first > *first)
        *first = tree_subtree(document, own).first;
    if (source__is_later_main(finder, begin, segment) && surface->segments[segment].first > *first)
        *first = surface->segments[segment].first;
    for (uint32_t i = begin + 1; i <= segment; i++)
        if ((surface->segments[i].before & WORD_IS_SEMICOLON) && surface->segments[i].first > *first)
            *first = surface->segments[i].first;
    for (uint32_t i = segment + 1; i < last; i++)
        if ((surface->segments[i].before & WORD_IS_SEMICOLON) && surface->segments[i].first < *end)
            *end = surface->segments[i].first;
    for (size_t i = 0; i < finder->draft_count; i++)       /* inside what somebody says: "X erklärte, das Land besitze seiner Meinung nach …" */
        for (uint32_t part = 0; part < finder->drafts[i].quote.count; part++) {
            const struct token_range *const range = &finder->drafts[i].quote.items[part];
            if (token < range->first || token >= range->first + range->count || finder->drafts[i].sentence != sentence)
                continue;
            *first = range->first > *first ? range->first : *first;
            *end = range->first + range->count < *end ? range->first + range->count : *end;
        }
    while (*end > *first && surface_is(surface, *end - 1, WORD_IS_BREAK))
        --*end;
}

/* "X hat eigenen Angaben zufolge …": the subject of the clause is meant. */
static void source__own(const struct finder *finder, uint32_t cue, struct draft *draft)
{
    const struct document *const document = finder->document;
    uint32_t subject = tree_subject(document, tree_clause(document, cue));
    for (uint32_t token = draft->quote.count ? draft->quote.items[0].first : cue; subject == DOCUMENT_NONE && token < cue; token++)
        if (document->tokens[token].relation == RELATION_NSUBJ)
            subject = token;
    if (subject != DOCUMENT_NONE)
        ranges_add(&draft->meant, subject, subject + 1);
}

/* "Das Komitee spricht von …, Unicef zufolge sind …": the phrase stands first in a main clause after another. */
static bool source__opens_later_clause(const struct finder *finder, struct token_range phrase)
{
    const struct surface *const surface = finder->surface;
    const uint32_t own = surface->segment_of[phrase.first];
    const struct segment *const segment = &surface->segments[own];
    if (segment->kind != SEGMENT_MAIN || segment->word != phrase.first || segment->finite != phrase.first + phrase.count)
        return false;
    for (uint32_t at = finder_segment_begin(finder, finder->document->tokens[phrase.first].sentence); at < own; at++)
        if (surface->segments[at].kind == SEGMENT_MAIN)
            return true;
    return false;
}

/* "die laut Armee mit Raketen beschossene Stadt": one past the participle of the article's noun, which alone the phrase is said of; DOCUMENT_NONE:
 * the phrase stands in no attribute. */
static uint32_t source__attribute_end(const struct finder *finder, struct token_range phrase)
{
    const struct document *const document = finder->document;
    const uint32_t article = phrase.first > 0 ? phrase.first - 1 : DOCUMENT_NONE, after = phrase.first + phrase.count;
    const uint32_t noun = article != DOCUMENT_NONE && document->tokens[article].relation == RELATION_DET ? tree_head(document, article) : DOCUMENT_NONE;
    if (noun == DOCUMENT_NONE || noun <= after || document->tokens[noun].sentence != document->tokens[article].sentence)
        return DOCUMENT_NONE;
    for (uint32_t at = noun; at-- > after;)
        if (document->tokens[at].relation == RELATION_AMOD && tree_head(document, at) == noun && surface_is(finder->surface, at, WORD_IS_PARTICIPLE | WORD_IS_ADJECTIVE))
            return at + 1;
    return DOCUMENT_NONE;
}

static bool source__make(struct finder *finder, const struct source_word *word, uint32_t cue, struct token_range phrase,
                         struct token_range speaker, uint32_t noun)
{
    uint32_t first, end;
    const uint32_t sentence = finder->document->tokens[cue].sentence;
    source__clause(finder, cue, &first, &end);
    if (source__opens_later_clause(finder, phrase))
        first = phrase.first > first ? phrase.first : first;
    struct draft *const draft = finder_add(finder, STATEMENT_INDIRECT, word->medium, word->id, sentence);
    if (!draft)
        return false;
    uint32_t after = phrase.first + phrase.count;
    while (after < end && surface_is(finder->surface, after, WORD_IS_COMMA))
        after++;
    const uint32_t attribute = source__attribute_end(finder, phrase);
    if (attribute != DOCUMENT_NONE) {
        first = phrase.first;
        end = attribute;
    }
    if (phrase.first > first)
        ranges_add(&draft->quote, first, phrase.first);
    if (after < end)
        ranges_add(&draft->quote, after, end);
    ranges_add(&draft->cue, cue, cue + 1);
    if (speaker.count)
        ranges_add(&draft->speaker, speaker.first, speaker.first + speaker.count);
    draft->cue_token = cue;
    draft->aside = true;
    draft->noun = noun;
    for (uint32_t token = speaker.first; token < speaker.first + speaker.count; token++)
        if (surface_has_role(finder->surface, token, ROLE_OWN))
            source__own(finder, cue, draft);
    if (!draft->meant.count && who_is_saying_of_before(finder, &draft->speaker))
        draft->same_speaker = (uint32_t)(draft - finder->drafts);
    return true;
}

/* "nach palästinensischen Medien", "nach BBC": an outlet, which can stand for what it says. */
static bool source__is_outlet(const struct finder *finder, uint32_t first, uint32_t end)
{
    const struct document *const document = finder->document;
    const uint32_t mention = end > first ? finder->token_mention[end - 1] : DOCUMENT_NONE;
    return mention != DOCUMENT_NONE && document->mentions[mention].entity_count && document->mentions[mention].tokens.first <= first + 1 &&
           document->entities[document->mentions[mention].entities[0]].sector == SECTOR_JRN &&
           document->entities[document->mentions[mention].entities[0]].kind != ENTITY_PERSON;
}

/* laut X, nach Angaben X, gemäß X; "laut" as an adjective or noun has no phrase after it. */
static bool source__before(struct finder *finder, uint32_t token)
{
    const struct source_word *const word = source_word_at(finder, token, SOURCE_BEFORE);
    const uint32_t limit = finder->surface->segments[finder->surface->segment_of[token]].end;
    uint32_t first, end;
    if (!word || !phrase_at(finder, token + 1, limit, &first, &end))
        return true;
    end = phrase_with_joined(finder, first, end, limit);
    const uint32_t noun = source_saying_noun(finder, first, end, NOUN_NACH);
    if (word->noun_only && noun == DOCUMENT_NONE && !source__is_outlet(finder, first, end))
        return true;
    const uint32_t about = word->noun_only && end < limit && surface_has_role(finder->surface, end, ROLE_ABOUT) ? tree_head(finder->document, end) : DOCUMENT_NONE;
    if (about != DOCUMENT_NONE && noun != DOCUMENT_NONE && tree_head(finder->document, about) == noun)
        return true;                 /* "hat nach Berichten über Folter Ermittlungen eingeleitet": when, not who */
    return source__make(finder, word, token, (struct token_range){token, end - token}, (struct token_range){first, end - first}, noun);
}

/* Where the owner of "Sicht" begins: "Sicht der Regierung", "Sicht von X", "Sicht Moskaus"; DOCUMENT_NONE: it has none behind it. */
static uint32_t source__owner_behind(const struct finder *finder, uint32_t token, uint32_t limit)
{
    const uint32_t next = token + 1;
    if (next >= limit)
        return DOCUMENT_NONE;
    if (surface_has_role(finder->surface, next, ROLE_AGENT))
        return next + 1;
    const bool name = surface_is(finder->surface, next, WORD_IS_NOMINAL) && finder->token_mention[next] != DOCUMENT_NONE &&
                      finder->document->tokens[next].morphology.grammatical_case != CASE_NOM;
    return surface_has_role(finder->surface, next, ROLE_GENITIVE) || name ? next : DOCUMENT_NONE;
}

/* aus Sicht der Regierung, aus seiner Sicht, in den Augen Pekings */
static bool source__noun(struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const struct source_word *const word = source_word_at(finder, token, SOURCE_NOUN);
    const uint32_t limit = surface->segments[surface->segment_of[token]].end;
    uint32_t begin = token, first, end;
    if (!word || token == 0)
        return true;
    while (begin > 0 && ((surface_is(surface, begin - 1, WORD_IS_DETERMINER | WORD_IS_ADJECTIVE) && !surface_is(surface, begin - 1, WORD_IS_NOMINAL)) ||
                         source__is_city_adjective(finder, begin - 1)))
        begin--;
    if (begin == 0 || !surface_has_role(surface, begin - 1, ROLE_CIRCLE))
        return true;
    const uint32_t owner = source__owner_behind(finder, token, limit);
    if (owner != DOCUMENT_NONE && phrase_at(finder, owner, limit, &first, &end))
        return source__make(finder, word, token, (struct token_range){begin - 1, end - begin + 1}, (struct token_range){first, end - first}, DOCUMENT_NONE);
    return begin == token ||
           source__make(finder, word, token, (struct token_range){begin - 1, token + 2 - begin}, (struct token_range){begin, token + 1 - begin}, token);
}

/* "des Verbandes (VDL) zufolge": the words before a short form in brackets straight before the word; else the word itself. */
static uint32_t source__before_bracket(const struct finder *finder, uint32_t token)
{
    const struct document *const document = finder->document;
    if (token < 3 || strcmp(document->tokens[token - 1].form, ")") != 0)
        return token;
    for (uint32_t open = token - 1; open-- > 0 && open + 4 > token - 1;)
        if (strcmp(document->tokens[open].form, "(") == 0)
            return open;
    return token;
}

/* "die Rebellen, die Schätzungen zufolge …": the word that begins the relative clause, before a plural without an article. */
static bool source__opens_relative(const struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const struct segment *const segment = &surface->segments[surface->segment_of[token]];
    return segment->kind == SEGMENT_RELATIVE && segment->word == token;
}

/* "dem Sprecher der Armee, Daniel Hagari, zufolge": the first of the two commas around a name straight before the word; else the word itself. */
static uint32_t source__before_apposition(const struct finder *finder, uint32_t token)
{
    enum { WORDS_OF_NAME = 6 };
    const uint32_t close = token > 0 ? token - 1 : 0;
    if (!surface_is(finder->surface, close, WORD_IS_COMMA))
        return token;
    for (uint32_t open = close; open-- > 0 && open + WORDS_OF_NAME > close;) {
        if (surface_is(finder->surface, open, WORD_IS_COMMA))
            return open + 1 < close ? open : token;
        if (finder->token_mention[open] == DOCUMENT_NONE && finder->document->tokens[open].upos != UPOS_PROPN)
            return token;
    }
    return token;
}

/* X zufolge, seiner Ansicht nach: the phrase that ends before the word. */
static bool source__after(struct finder *finder, uint32_t token)
{
    const struct source_word *const word = source_word_at(finder, token, SOURCE_AFTER);
    if (!word)
        return true;
    const uint32_t stop = source__before_apposition(finder, source__before_bracket(finder, token));
    const uint32_t begin = finder->surface->segments[finder->surface->segment_of[stop > 0 ? stop - 1 : 0]].first;
    for (uint32_t from = begin; from < stop; from++) {
        uint32_t first, end;
        const bool two = surface_has_role(finder->surface, from + 1, ROLE_OBLIQUE | ROLE_GENITIVE) && surface_is(finder->surface, from, WORD_IS_DETERMINER) &&
                         surface_is(finder->surface, from + 1, WORD_IS_DETERMINER);      /* "die seiner Ansicht nach …" */
        if (two || source__opens_relative(finder, from) || !phrase_at(finder, from, stop, &first, &end) || end != stop)
            continue;
        const uint32_t noun = source_saying_noun(finder, first, end, NOUN_NACH);
        if (word->noun_only && noun == DOCUMENT_NONE)
            return true;
        return source__make(finder, word, token, (struct token_range){first, token + 1 - first},
                            (struct token_range){first, end - first}, noun);
    }
    return true;
}

/* "wies Berichte zurück, wonach …": the noun of saying in the clause before the comma, where it does not stand right before it. */
static void source__report_before(const struct finder *finder, const struct segment *segment, struct ranges *speaker)
{
    const struct surface *const surface = finder->surface;
    const uint32_t begin = finder_segment_begin(finder, finder->document->tokens[segment->first].sentence), own = surface->segment_of[segment->first];
    if (own == begin)
        return;
    for (uint32_t token = segment[-1].end; token-- > segment[-1].first;) {
        const struct cue_noun *const noun = surface_is(surface, token, WORD_IS_NOMINAL) ? source_noun(finder, token) : NULL;
        uint32_t first = token;
        if (!noun || !(noun->kind & NOUN_CONTENT))
            continue;
        while (first > segment[-1].first && surface_is(surface, first - 1, WORD_IS_DETERMINER | WORD_IS_ADJECTIVE) && !surface_is(surface, first - 1, WORD_IS_NOMINAL))
            first--;
        ranges_add(speaker, first, token + 1);
        return;
    }
}

/* "Berichte, nach denen …": a relative clause of a noun of saying. */
static bool source__is_relative(const struct finder *finder, const struct segment *segment, uint32_t token)
{
    struct ranges before = {.count = 0};
    if (segment->kind != SEGMENT_RELATIVE || token + 1 >= segment->end || !surface_is(finder->surface, token + 1, WORD_IS_RELATIVE))
        return false;
    speaker_antecedent(finder, segment, &before);
    const uint32_t noun = before.count ? before.items[0].first + before.items[0].count - 1 : DOCUMENT_NONE;
    return noun != DOCUMENT_NONE && source_noun(finder, noun) && (source_noun(finder, noun)->kind & NOUN_CONTENT);
}

/* "dementierte Berichte, wonach …", "bestätigte Berichte, wonach …": who denies or confirms the report is the source. */
static void source__denied(const struct finder *finder, struct draft *draft)
{
    const uint32_t noun = draft->speaker.count ? draft->speaker.items[0].first + draft->speaker.items[0].count - 1 : DOCUMENT_NONE;
    const uint32_t head = noun == DOCUMENT_NONE ? DOCUMENT_NONE : tree_head(finder->document, noun);
    const uint32_t cue = head == DOCUMENT_NONE ? DOCUMENT_NONE : finder->token_cue[head];
    const struct cue_verb *const verb = cue == DOCUMENT_NONE ? NULL : finder->cues[cue].verb;
    const bool confirms = verb && (verb->content & CONTENT_KNOWN) && verb->statement;
    if (!verb || !source_noun(finder, noun) || !(confirms || verb->effect.factuality == FACTUALITY_CT_MINUS))
        return;
    draft->effect = &finder->cues[cue].verb->effect;
    draft->speaker.count = 0;
    draft->aside = false;
    speaker_of_verb(finder, &finder->cues[cue], draft);
}

/* demnach, danach, wonach: the last source once more. */
static bool source__again(struct finder *finder, uint32_t token)
{
    const struct source_word *word = source_word_at(finder, token, SOURCE_AGAIN);
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[token]];
    const uint32_t next = token + 1;
    if (!word && token == finder->document->sentences[finder->document->tokens[token].sentence].tokens.first) {
        word = source_word_at(finder, token, SOURCE_FIRST);
        if (word && segment->finite != DOCUMENT_NONE && !surface_is(finder->surface, segment->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2))
            word = NULL;             /* "danach" of time goes with the indicative */
    }
    const bool relative = token == segment->word && source__is_relative(finder, segment, token);
    if (!word && token == segment->word && (relative || (segment->kind == SEGMENT_DEPENDENT && segment->opener == token)))
        word = source_word_at(finder, token, SOURCE_CLAUSE);
    if (!word || next >= finder->document->token_count)
        return true;
    const size_t before = finder->draft_count;
    if (!source__make(finder, word, token, (struct token_range){token, 1}, (struct token_range){0, 0}, DOCUMENT_NONE))
        return false;
    struct draft *const draft = &finder->drafts[before];
    if (word->position == SOURCE_CLAUSE) {
        draft->quote.count = 0;
        ranges_add(&draft->quote, relative ? next + 1 : next, segment->end);
        speaker_antecedent(finder, segment, &draft->speaker);
        if (!draft->speaker.count)
            source__report_before(finder, segment, &draft->speaker);
        source__denied(finder, draft);
        if (draft->speaker.count)
            return true;             /* "ein Bericht, wonach …" */
    }
    if (draft->speaker.count == 0)
        ranges_add(&draft->speaker, token, next);
    draft->same_speaker = (uint32_t)before;          /* settled once all drafts are there, see voice.c */
    return true;
}

bool source_is_so(const struct finder *finder, uint32_t token)
{
    return source_word_at(finder, token, SOURCE_SO) != NULL;
}

bool source_opens_so(const struct finder *finder, uint32_t token)
{
    uint32_t first, end;
    return source_word_at(finder, token, SOURCE_SO) && token + 1 < finder->document->token_count &&
           phrase_at(finder, token + 1, finder->surface->segments[finder->surface->segment_of[token]].end, &first, &end);
}

/* Does the clause before the inserted source go on after it: no finite main verb of its own stands after, but its verb's rest? */
static bool source__is_cut(const struct finder *finder, uint32_t segment)
{
    const struct surface *const surface = finder->surface;
    const uint32_t next = segment + 1;
    return next < finder_segment_end(finder, finder->document->tokens[surface->segments[segment].word].sentence) &&
           surface->segments[next].finite == DOCUMENT_NONE && surface->segments[next].kind == SEGMENT_FRAGMENT &&
           (surface->segments[next].before & WORD_IS_COMMA) &&
           surface_is(surface, surface->segments[next].word, WORD_IS_PARTICIPLE | WORD_IS_INFINITIVE | WORD_IS_ZU_INFINITIVE);
}

/* "Die Stadt sei, so X, noch einmal beschossen worden": words without a finite verb that end with the clause's participle or infinitive. */
static bool source__ends_clause(const struct finder *finder, const struct segment *segment)
{
    const uint32_t end = finder_trim(finder, segment->first, segment->end);
    return end > segment->first && surface_is(finder->surface, end - 1, WORD_IS_PARTICIPLE | WORD_IS_INFINITIVE | WORD_IS_AUXILIARY) &&
           !surface_is(finder->surface, end - 1, WORD_IS_NOMINAL);
}

/* "…, so X": a segment without a verb that "so" begins. */
static bool source__so(struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const struct segment *const segment = &surface->segments[surface->segment_of[token]];
    const struct source_word *const word = token == segment->word ? source_word_at(finder, token, SOURCE_SO) : NULL;
    const uint32_t sentence = finder->document->tokens[token].sentence;
    const uint32_t sentence_first = surface->segments[finder_segment_begin(finder, sentence)].first;
    if (!word || segment->finite != DOCUMENT_NONE || segment->first == sentence_first)
        return true;
    uint32_t from = token + 1, first, end;
    while (from < segment->end && surface_has_role(surface, from, ROLE_AGAIN))
        from++;
    const uint32_t before = surface->segment_of[token] - 1, told = surface->segments[before].finite;
    if (from > token + 1 && surface->quotation_of[surface->segments[before].end - 1] == DOCUMENT_NONE &&
        !(told != DOCUMENT_NONE && surface_is(surface, told, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2)))
        return true;                 /* "wurden viele verschleppt, so auch X": an example */
    if (!phrase_at(finder, from, segment->end, &first, &end) || surface_is(surface, first, WORD_IS_ADVERB))
        return true;
    if (surface_is(surface, first, WORD_IS_ADJECTIVE) && !surface_is(surface, first, WORD_IS_NOMINAL | WORD_IS_DETERMINER))
        return true;
    uint32_t stop = segment->first;
    while (stop > sentence_first && surface_is(surface, stop - 1, WORD_IS_BREAK))
        stop--;
    const uint32_t quotation = stop > 0 ? surface->quotation_of[stop - 1] : DOCUMENT_NONE;
    /* "wurden als „Verräter“, so der Minister, verhaftet": of a clause that goes on only the quotation is told */
    const bool cut = quotation != DOCUMENT_NONE && segment->end < finder_trim(finder, sentence_first, finder_sentence_end(finder, sentence)) &&
                     source__is_cut(finder, surface->segment_of[token]);
    const bool direct = quotation != DOCUMENT_NONE && (cut || surface->quotations[quotation].first <= sentence_first);
    struct draft *const draft = finder_add(finder, direct ? STATEMENT_DIRECT : STATEMENT_INDIRECT, word->medium, word->id, sentence);
    if (!draft)
        return false;
    if (direct)
        surface->quotations[quotation].used = true;
    ranges_add(&draft->quote, direct ? surface->quotations[quotation].first : sentence_first,
               direct ? surface->quotations[quotation].end : stop);
    const uint32_t next = surface->segment_of[token] + 1;
    if (!direct && next < finder_segment_end(finder, sentence) && surface->segments[next].kind != SEGMENT_RELATIVE &&
        (surface->segments[next].finite != DOCUMENT_NONE || source__ends_clause(finder, &surface->segments[next])))
        ranges_add(&draft->quote, surface->segments[next].first, surface->segments[finder_segment_end(finder, sentence) - 1].end);
    ranges_add(&draft->cue, token, token + 1);
    ranges_add(&draft->speaker, first, end);
    draft->cue_token = token;
    draft->aside = true;
    return true;
}

bool source_phrase_find_all(struct finder *finder)
{
    for (uint32_t token = 0; token < finder->document->token_count; token++)
        if (!surface_is(finder->surface, token, WORD_IS_PUNCTUATION) &&
            (!source__before(finder, token) || !source__after(finder, token) || !source__again(finder, token) ||
             !source__so(finder, token) || !source__noun(finder, token)))
            return false;
    return source_inside_find_all(finder);
}
