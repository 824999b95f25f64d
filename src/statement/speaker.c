/* statement/speaker.c: who speaks: the subject of the cue. The tree's subject is taken where it lies in the cue's clause and may be
 * a nominative; else the noun phrase after a verb that opens its clause, or before a verb in second place. Nobody who stands in
 * the words that are told is the one who tells them. */
#include "parse/tree.h"
#include "statement/finder.h"

#include <string.h>

bool speaker_is_time(const struct finder *finder, uint32_t token)
{
    for (size_t i = 0; i < finder->document->time_count; i++) {
        const struct token_range *const time = &finder->document->times[i].tokens;
        if (token >= time->first && token < time->first + time->count)
            return true;
    }
    return false;
}

/* Could it be a subject: no preposition before it, no oblique determiner at its head. */
static bool speaker__may_be_subject(const struct finder *finder, uint32_t first, uint32_t end)
{
    const struct surface *const surface = finder->surface;
    if (surface_has_role(surface, first, ROLE_OBLIQUE))
        return false;
    if (first > 0 && phrase_is_preposition(finder, first - 1) && !surface_is(surface, first - 1, WORD_IS_PARTICLE))
        return false;
    for (size_t i = 0; i < finder->document->time_count; i++) {
        const struct token_range *const time = &finder->document->times[i].tokens;
        if (first >= time->first && end <= time->first + time->count)
            return false;
    }
    return true;
}

/* Does the token lie outside the quote, and outside quotations in which the cue does not stand? */
static bool speaker__is_outside(const struct finder *finder, const struct cue *cue, const struct ranges *quote, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    for (uint32_t i = 0; i < quote->count; i++) {
        const uint32_t first = quote->items[i].first, end = first + quote->items[i].count;
        if (token >= first && token < end && !(cue->token >= first && cue->token < end))
            return false;
    }
    const uint32_t quotation = surface->quotation_of[token];
    return quotation == DOCUMENT_NONE || quotation == surface->quotation_of[cue->token] ||
           (surface->quotations[quotation].end - surface->quotations[quotation].first <= PHRASE_LONGEST_QUOTED_NAME &&
            !surface->quotations[quotation].used);
}

/* "ist der Ansicht" */
static bool speaker__holds_cue(const struct cue *cue, uint32_t first, uint32_t end)
{
    for (uint32_t i = 0; i < cue->part_count; i++)
        if (cue->parts[i] >= first && cue->parts[i] < end)
            return true;
    return false;
}

/* The first phrase in [from, limit) that may be a subject. */
static bool speaker__search(const struct finder *finder, const struct cue *cue, const struct ranges *quote, uint32_t from,
                            uint32_t limit, struct ranges *speaker)
{
    const struct surface *const surface = finder->surface;
    for (uint32_t token = from; token < limit; token++) {
        uint32_t first, end;
        if (!speaker__is_outside(finder, cue, quote, token))
            continue;
        if (phrase_is_preposition(finder, token) && !surface_is(surface, token, WORD_IS_DETERMINER | WORD_IS_RELATIVE)) {
            const uint32_t core = phrase_core_end(finder, token + 1, limit);     /* a prepositional phrase: past it */
            token = core > token + 1 ? phrase_with_owner(finder, core, limit) - 1 : token;
            continue;
        }
        if (!phrase_at(finder, token, limit, &first, &end))
            continue;
        if (speaker__may_be_subject(finder, first, end) && !speaker__holds_cue(cue, first, end)) {
            ranges_add(speaker, first, end);
            return true;
        }
        token = end - 1;
    }
    return false;
}

/* A name that the range cuts in two belongs to it whole. */
static void speaker__complete_name(const struct finder *finder, uint32_t *first, uint32_t *end)
{
    const uint32_t begins = finder->token_mention[*first], ends = finder->token_mention[*end - 1];
    if (begins != DOCUMENT_NONE && finder->document->mentions[begins].tokens.first < *first)
        *first = finder->document->mentions[begins].tokens.first;
    if (ends != DOCUMENT_NONE) {
        const struct token_range *const tokens = &finder->document->mentions[ends].tokens;
        *end = tokens->first + tokens->count > *end ? tokens->first + tokens->count : *end;
    }
}

/* "warf der Regierung vor": the parser's subject has an article that no nominative of the word can have. */
static bool speaker__is_oblique(const struct finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    const uint32_t article = tree_child(document, noun, RELATION_DET);
    const struct token *const word = &document->tokens[noun];
    if (article == DOCUMENT_NONE || !surface_has_role(finder->surface, article, ROLE_GENITIVE) || surface_has_role(finder->surface, article, ROLE_OBLIQUE))
        return article != DOCUMENT_NONE && surface_has_role(finder->surface, article, ROLE_OBLIQUE) &&
               !surface_has_role(finder->surface, article, ROLE_NOMINATIVE) && word->morphology.grammatical_case != CASE_NOM;
    bool feminine = word->analysis_count > 0;      /* "der", "seiner", "dieser" before a feminine singular: genitive or dative */
    for (size_t i = 0; i < word->analysis_count; i++)
        if (word->analyses[i].word_class == WORD_NOUN)
            feminine = feminine && word->analyses[i].morphology.gender == GENDER_FEM && word->analyses[i].morphology.number != NUMBER_PLUR;
        else
            feminine = feminine && word->analyses[i].word_class != WORD_NAME;
    return feminine;
}

/* "X erklärte, Y sei feige, und kündigte an": the parser joins a verb in the indicative to what is said in the Konjunktiv. */
static bool speaker__is_of_other_mood(const struct finder *finder, const struct cue *cue, uint32_t subject)
{
    const uint32_t clause = tree_head(finder->document, subject);
    const uint32_t finite = clause == DOCUMENT_NONE || clause == cue->token ? DOCUMENT_NONE : tree_finite(finder->document, clause);
    return finite != DOCUMENT_NONE && cue->finite != DOCUMENT_NONE && finite != cue->finite &&
           surface_is(finder->surface, finite, WORD_IS_KONJUNKTIV) && !surface_is(finder->surface, cue->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2);
}

/* „netz online“: the marks are the name's own. */
static bool speaker__is_quoted_whole(const struct surface *surface, uint32_t first, uint32_t end)
{
    const uint32_t quotation = surface->quotation_of[first];
    return quotation != DOCUMENT_NONE && surface->quotations[quotation].first == first && surface->quotations[quotation].end == end;
}

static bool speaker__by_tree(const struct finder *finder, const struct cue *cue, const struct ranges *quote, struct ranges *speaker)
{
    const struct document *const document = finder->document;
    uint32_t subject = tree_subject(document, cue->token);
    if (subject != DOCUMENT_NONE && speaker__is_oblique(finder, subject))
        subject = document->tokens[cue->token].relation == RELATION_CONJ ? tree_subject(document, tree_head(document, cue->token)) : DOCUMENT_NONE;
    if (subject == DOCUMENT_NONE || speaker__is_of_other_mood(finder, cue, subject) || surface_has_role(finder->surface, subject, ROLE_ES | ROLE_THIS) ||
        (surface_has_role(finder->surface, subject, ROLE_OBLIQUE) && document->tokens[subject].morphology.grammatical_case != CASE_NOM) ||
        !speaker__is_outside(finder, cue, quote, subject))
        return false;
    if (surface_is(finder->surface, subject, WORD_IS_RELATIVE) && document->tokens[subject].upos == UPOS_PRON)
        return false;
    const uint32_t segment = finder->surface->segment_of[subject];
    if (segment > cue->last_segment + 1)
        return false;
    struct token_range range = tree_subtree(document, subject);
    uint32_t end = range.first + range.count;
    for (uint32_t token = subject + 1; token < end; token++)     /* without relative clauses and appositions after a comma */
        if (surface_is(finder->surface, token, WORD_IS_BREAK))
            end = token;
    while (range.first < subject && surface_is(finder->surface, range.first, WORD_IS_PUNCTUATION) &&
           !speaker__is_quoted_whole(finder->surface, range.first, end))
        range.first++;
    if (cue->token >= range.first && cue->token < end)
        return false;
    if ((subject > 0 && phrase_is_preposition(finder, subject - 1)) || speaker_is_time(finder, subject))
        return false;
    speaker__complete_name(finder, &range.first, &end);
    ranges_add(speaker, range.first, end);
    return true;
}

/* "von X", "durch X" in a passive clause: what the parser hangs on the verb, else somebody who can speak. */
static void speaker__of_passive(const struct finder *finder, const struct cue *cue, struct ranges *speaker)
{
    const struct surface *const surface = finder->surface;
    const struct document *const document = finder->document;
    struct ranges other = {.count = 0};
    for (uint32_t segment = cue->first_segment; segment <= cue->last_segment; segment++)
        for (uint32_t token = surface->segments[segment].first; token + 1 < surface->segments[segment].end; token++) {
            uint32_t first, end;
            if (!surface_has_role(surface, token, ROLE_AGENT) || document->tokens[token + 1].upos == UPOS_NUM ||
                !phrase_at(finder, token + 1, surface->segments[segment].end, &first, &end))
                continue;
            struct ranges found = {.count = 0};
            ranges_add(&found, first, end);
            if (!document->tree || tree_head(document, tree_head(document, token)) == cue->token) {
                if (!surface_has_role(surface, token, ROLE_CIRCUMSTANCE) || speaker_can_speak(finder, &found) || speaker_is_named(finder, &found))
                    *speaker = found;        /* "wurden durch die Gebühren abgeschreckt": nobody */
                return;
            }
            const uint32_t noun = tree_head(document, token), above = noun == DOCUMENT_NONE ? DOCUMENT_NONE : tree_head(document, noun);
            const bool owns = above != DOCUMENT_NONE && document->tokens[noun].relation == RELATION_NMOD && surface_is(surface, above, WORD_IS_NOMINAL);
            if (!other.count && !owns && speaker_can_speak(finder, &found))       /* "unter der Führung von X": no agent */
                other = found;
        }
    *speaker = other;
}

/* One past the noun that the relative clause tells of: the tree's, else the last one before the comma ("war X anwesend, der …"). */
static uint32_t speaker__antecedent_end(const struct finder *finder, const struct segment *segment)
{
    enum { WORDS_BETWEEN = 3 };
    const struct document *const document = finder->document;
    const uint32_t clause = document->tree && segment->finite != DOCUMENT_NONE ? tree_clause(document, segment->finite) : DOCUMENT_NONE;
    uint32_t end = segment->first, noun = clause != DOCUMENT_NONE && document->tokens[clause].relation == RELATION_ACL ? tree_head(document, clause) : DOCUMENT_NONE;
    while (end > 0 && surface_is(finder->surface, end - 1, WORD_IS_PUNCTUATION))
        end--;
    if (end > 0 && surface_is(finder->surface, end - 1, WORD_IS_NOMINAL))
        return end;
    if (noun != DOCUMENT_NONE && noun < segment->first && surface_is(finder->surface, noun, WORD_IS_NOMINAL))
        return noun + 1;
    for (uint32_t step = 0; step < WORDS_BETWEEN && end > step + 1; step++)
        if (surface_is(finder->surface, end - 2 - step, WORD_IS_NOMINAL))
            return finder->token_mention[end - 2 - step] != DOCUMENT_NONE ? end - 1 - step : end;
    return end;
}

void speaker_antecedent(const struct finder *finder, const struct segment *segment, struct ranges *speaker)
{
    const uint32_t end = speaker__antecedent_end(finder, segment);
    uint32_t first = end;
    while (first > 0 && surface_is(finder->surface, first - 1, WORD_IS_NOMINAL))
        first--;
    while (first > 0 && surface_is(finder->surface, first - 1, WORD_IS_DETERMINER | WORD_IS_ADJECTIVE) &&
           !surface_is(finder->surface, first - 1, WORD_IS_NOMINAL))
        first--;
    if (first < end)
        ranges_add(speaker, first, end);
}

static bool speaker__has_saying_noun(const struct finder *finder, uint32_t first, uint32_t end)
{
    for (uint32_t token = first; token < end; token++)
        if (surface_is(finder->surface, token, WORD_IS_NOMINAL) && source_noun(finder, token))
            return true;
    return false;
}

/* "Aus Kreisen hieß es", "in einem Bericht wurde gefordert": the phrase after such a preposition in [from, limit). */
static bool speaker__circle(const struct finder *finder, const struct cue *cue, const struct ranges *quote, struct token_range where,
                            bool nouns_only, struct ranges *speaker)
{
    const uint32_t limit = where.first + where.count;
    const bool far = where.first < finder->surface->segments[cue->first_segment].first;
    for (uint32_t token = where.first; token + 1 < limit; token++) {
        uint32_t first, end;
        if (!surface_has_role(finder->surface, token, ROLE_CIRCLE) || (far && surface_has_role(finder->surface, token, ROLE_AGENT)) ||
            !speaker__is_outside(finder, cue, quote, token) ||
            !phrase_at(finder, token + 1, limit, &first, &end) || speaker_is_time(finder, first) ||
            (end == first + 1 && surface_has_role(finder->surface, first, ROLE_NOMINATIVE)) ||
            (nouns_only && !speaker__has_saying_noun(finder, first, end)))
            continue;
        while (end > first && (speaker_is_time(finder, end - 1) || surface_has_role(finder->surface, end - 1, ROLE_AGENT | ROLE_OBLIQUE)))
            end--;                   /* "in einer Erklärung vom Dienstag" */
        ranges_add(speaker, first, end);
        return true;
    }
    return false;
}

/* First in the cue's clause, then anywhere in its sentence. */
static bool speaker__by_circle(const struct finder *finder, const struct cue *cue, const struct ranges *quote, bool nouns_only,
                               struct ranges *speaker)
{
    const struct segment *const first = &finder->surface->segments[cue->first_segment];
    const struct segment *const last = &finder->surface->segments[cue->last_segment];
    const struct token_range *const sentence = &finder->document->sentences[finder->document->tokens[cue->token].sentence].tokens;
    return speaker__circle(finder, cue, quote, (struct token_range){first->first, last->end - first->first}, nouns_only, speaker) ||
           speaker__circle(finder, cue, quote, *sentence, nouns_only, speaker);
}

/* "X erklärte, Y sei …, und kündigte an": the subject of the last main clause before that is in the indicative. */
static void speaker__of_verb_before(const struct finder *finder, const struct segment *segment, struct ranges *speaker)
{
    const struct surface *const surface = finder->surface;
    const uint32_t begin = finder_segment_begin(finder, finder->document->tokens[segment->word].sentence);
    for (uint32_t at = surface->segment_of[segment->word]; at-- > begin;) {
        const struct segment *const before = &surface->segments[at];
        if (before->kind != SEGMENT_MAIN || surface_is(surface, before->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2))
            continue;
        const uint32_t verb = tree_clause(finder->document, before->finite);
        struct draft found = {.noun = DOCUMENT_NONE};
        if (verb != DOCUMENT_NONE)
            speaker_of_clause(finder, verb, &found);
        *speaker = found.speaker;
        return;
    }
}

/* "Wie X, der dort war, mitteilte": the clause that a relative one has cut in two. */
static void speaker__before_relative(const struct finder *finder, const struct cue *cue, const struct ranges *quote, struct ranges *speaker)
{
    const struct surface *const surface = finder->surface;
    const uint32_t begin = finder_segment_begin(finder, finder->document->tokens[cue->token].sentence);
    uint32_t at = cue->first_segment;
    while (at > begin && surface->segments[at - 1].kind == SEGMENT_RELATIVE)
        at--;
    if (at > begin && at < cue->first_segment && surface->segments[at - 1].finite == DOCUMENT_NONE)
        (void)speaker__search(finder, cue, quote, surface->segments[at - 1].first, surface->segments[at - 1].end, speaker);
}

static void speaker__by_order(const struct finder *finder, const struct cue *cue, const struct ranges *quote, struct ranges *speaker)
{
    const struct surface *const surface = finder->surface;
    const struct segment *const segment = &surface->segments[cue->finite == DOCUMENT_NONE ? cue->first_segment
                                                                                           : surface->segment_of[cue->finite]];
    const uint32_t finite = cue->finite == DOCUMENT_NONE ? segment->end : cue->finite;
    if (segment->kind == SEGMENT_RELATIVE && phrase_is_preposition(finder, segment->word) &&
        surface_is(surface, segment->word + 1, WORD_IS_RELATIVE | WORD_IS_DETERMINER)) {       /* "ein Video, in dem X zugibt": he speaks in the clause */
        (void)speaker__search(finder, cue, quote, segment->word + 2, segment->end, speaker);
        return;
    }
    if (segment->kind == SEGMENT_RELATIVE) {       /* "ein Mann, der behauptete": both words name him */
        speaker_antecedent(finder, segment, speaker);
        if (surface_is(surface, segment->word, WORD_IS_RELATIVE))
            ranges_add(speaker, segment->word, segment->word + 1);
        return;
    }
    if (segment->kind == SEGMENT_DEPENDENT) {
        (void)speaker__search(finder, cue, quote, segment->opener + 1, segment->end, speaker);
        if (!speaker->count && segment->opener > 0)
            (void)speaker__search(finder, cue, quote, segment->first, segment->end, speaker);
        return;
    }
    if (finite == segment->word) {
        uint32_t first = finite, begin = finder_segment_begin(finder, finder->document->tokens[finite].sentence), at = cue->first_segment;
        if (speaker__search(finder, cue, quote, finite + 1, segment->end, speaker))
            return;
        while (at > begin && surface->segments[at - 1].kind != SEGMENT_MAIN)       /* "X, der Chef von Y, sagte" */
            first = surface->segments[--at].first;
        if (!speaker__search(finder, cue, quote, first, finite, speaker))
            speaker__of_verb_before(finder, segment, speaker);
        return;
    }
    if (speaker__search(finder, cue, quote, segment->first, finite, speaker) ||
        speaker__search(finder, cue, quote, finite + 1, surface->segments[cue->last_segment].end, speaker))
        return;
    if (surface_has_role(surface, segment->word, ROLE_COORDINATOR))
        speaker__of_verb_before(finder, segment, speaker);
    else
        speaker__before_relative(finder, cue, quote, speaker);
}

/* Can somebody in the ranges speak: any entity but a mere place? */
bool speaker_can_speak(const struct finder *finder, const struct ranges *speaker)
{
    const struct document *const document = finder->document;
    for (uint32_t i = 0; document->token_mention && i < speaker->count; i++)
        for (uint32_t token = speaker->items[i].first; token < speaker->items[i].first + speaker->items[i].count; token++) {
            const uint32_t mention = document->token_mention[token];
            if (mention == DOCUMENT_NONE || !document->mentions[mention].entity_count || document->mentions[mention].kind == MENTION_ADJECTIVE)
                continue;
            const struct entity *const entity = &document->entities[document->mentions[mention].entities[0]];
            return entity->kind != ENTITY_PLACE || entity->sector == SECTOR_GOV;       /* "Moskau" */
        }
    return false;
}

/* A name that no entity is known for ("Dekan Berg"), or a document that speaks ("der Bericht"). */
bool speaker_is_named(const struct finder *finder, const struct ranges *speaker)
{
    for (uint32_t i = 0; i < speaker->count; i++) {
        const uint32_t first = speaker->items[i].first, end = first + speaker->items[i].count;
        for (uint32_t token = first; token < end; token++)
            if (finder->document->tokens[token].upos == UPOS_PROPN && finder->token_mention[token] == DOCUMENT_NONE)
                return true;
        for (uint32_t token = first; token < end; token++) {       /* "der Bericht", but no "Verdacht" */
            const struct cue_noun *const noun = surface_is(finder->surface, token, WORD_IS_NOMINAL) ? source_noun(finder, token) : NULL;
            if (noun && noun->effect.factuality == FACTUALITY_CT_PLUS)
                return true;
        }
    }
    return false;
}

bool speaker_is_pronoun(const struct finder *finder, const struct ranges *speaker)
{
    return speaker->count == 1 && speaker->items[0].count == 1 && surface_has_role(finder->surface, speaker->items[0].first, ROLE_NOMINATIVE);
}

/* "Die Anwendung der Richtlinie stellte der Parteichef in Frage": the parser takes the object in front for the subject. Somebody
 * who stands right after the verb, and may be a nominative, is preferred to a thing. */
static void speaker__prefer_person(const struct finder *finder, const struct cue *cue, struct draft *draft)
{
    uint32_t first, end;
    const struct token_range *const subject = &draft->speaker.items[0];
    if (speaker__has_saying_noun(finder, subject->first, subject->first + subject->count) || phrase_is_surely_nominative(finder, subject->first))
        return;                      /* "Der Bericht wirft Ruanda vor" */
    if (cue->finite == DOCUMENT_NONE || !phrase_at(finder, cue->finite + 1, finder_sentence_end(finder, draft->sentence), &first, &end) ||
        draft->speaker.items[0].first > cue->finite || !speaker__may_be_subject(finder, first, end) ||
        !speaker__is_outside(finder, cue, &draft->quote, first))
        return;
    struct ranges person = {.count = 0};
    ranges_add(&person, first, end);
    if (surface_has_role(finder->surface, first, ROLE_NOMINATIVE) || speaker_can_speak(finder, &person))
        draft->speaker = person;
}

/* "X schwieg, ohne zu sagen, ob …": an infinitive has the subject of the clause that it hangs on, unless somebody is told there to do it. */
static void speaker__of_governing(const struct finder *finder, const struct cue *cue, struct draft *draft)
{
    const struct document *const document = finder->document;
    const uint32_t clause = tree_governing_clause(document, cue->token);
    const bool beside = surface_is(finder->surface, finder->surface->segments[cue->first_segment].word, WORD_IS_PREPOSITION) ||
                        document->tokens[cue->token].relation == RELATION_ADVCL;       /* um, ohne, statt */
    if (clause == DOCUMENT_NONE || (!beside && (tree_object(document, clause) != DOCUMENT_NONE || tree_dative(document, clause) != DOCUMENT_NONE)))
        return;
    struct draft found = {.noun = DOCUMENT_NONE};
    speaker_of_clause(finder, clause, &found);
    if (found.speaker.count && (speaker_can_speak(finder, &found.speaker) || speaker_is_pronoun(finder, &found.speaker)))
        draft->speaker = found.speaker;
}

void speaker_of_verb(const struct finder *finder, const struct cue *cue, struct draft *draft)
{
    if ((cue->passive || (cue->verb->content & CONTENT_CIRCLE)) && who_wrote(finder, cue, draft))
        return;
    if (cue->verb->content & CONTENT_CIRCLE) {
        const bool found = speaker__by_circle(finder, cue, &draft->quote, false, &draft->speaker);
        if (found || !cue->verb->statement || cue->verb->companion_count)
            return;
    }
    if (cue->passive) {
        speaker__of_passive(finder, cue, &draft->speaker);
        if (!draft->speaker.count)
            (void)speaker__by_circle(finder, cue, &draft->quote, true, &draft->speaker);
        return;
    }
    if (!speaker__by_tree(finder, cue, &draft->quote, &draft->speaker))
        speaker__by_order(finder, cue, &draft->quote, &draft->speaker);
    else if (!speaker_can_speak(finder, &draft->speaker) && !speaker_is_pronoun(finder, &draft->speaker))
        speaker__prefer_person(finder, cue, draft);
    if (!draft->speaker.count && cue->finite == DOCUMENT_NONE)
        speaker__of_governing(finder, cue, draft);
}

/* "X wird zitiert", "Y zitiert X": whose words are told. */
void speaker_cited(const struct finder *finder, const struct cue *cue, struct draft *draft)
{
    const struct document *const document = finder->document;
    if (cue->passive) {
        if (!speaker__by_tree(finder, cue, &draft->quote, &draft->speaker))
            speaker__by_order(finder, cue, &draft->quote, &draft->speaker);
        return;
    }
    uint32_t object = tree_object(document, cue->token);
    for (uint32_t child = tree_first_child(document, cue->token); object == DOCUMENT_NONE && child != DOCUMENT_NONE;
         child = tree_next_sibling(document, child))       /* a name, which the parser takes for a second subject */
        if (document->tokens[child].relation == RELATION_NSUBJ && child != tree_subject(document, cue->token))
            object = child;
    if (object == DOCUMENT_NONE || !speaker__is_outside(finder, cue, &draft->quote, object) || finder->token_mention[object] == DOCUMENT_NONE)
        return;
    const struct token_range range = tree_subtree(document, object);
    uint32_t first = range.first, end = object + 1;
    while (end < range.first + range.count && !surface_is(finder->surface, end, WORD_IS_BREAK | WORD_IS_QUOTE))
        end++;
    speaker__complete_name(finder, &first, &end);
    ranges_add(&draft->speaker, first, end);
}

bool speaker_agent(const struct finder *finder, uint32_t verb, struct draft *draft)
{
    const struct document *const document = finder->document;
    for (uint32_t child = tree_first_child(document, verb); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const uint32_t preposition = tree_child(document, child, RELATION_CASE);
        if (!surface_has_role(finder->surface, preposition, ROLE_AGENT))
            continue;
        struct ranges found = {.count = 0};
        uint32_t first = preposition + 1, end = child + 1;
        speaker__complete_name(finder, &first, &end);
        ranges_add(&found, first, end);
        if (speaker_can_speak(finder, &found)) {
            draft->speaker = found;
            return true;
        }
    }
    return false;
}

/* The same for any verb, by the tree alone: its subject, in the passive the one by whom. */
void speaker_of_clause(const struct finder *finder, uint32_t verb, struct draft *draft)
{
    static const struct cue_verb none = {.companion_count = 0};
    const uint32_t finite = tree_finite(finder->document, verb), segment = finder->surface->segment_of[verb];
    const uint32_t other = finite == DOCUMENT_NONE ? segment : finder->surface->segment_of[finite];
    const struct cue cue = {.verb = &none, .token = verb, .finite = finite, .first_segment = other < segment ? other : segment,
                            .last_segment = other < segment ? segment : other, .passive = tree_is_passive(finder->document, verb)};
    if (cue.passive)
        speaker__of_passive(finder, &cue, &draft->speaker);
    else if (speaker__by_tree(finder, &cue, &draft->quote, &draft->speaker) && !speaker_can_speak(finder, &draft->speaker) &&
             !speaker_is_pronoun(finder, &draft->speaker))
        speaker__prefer_person(finder, &cue, draft);
}
