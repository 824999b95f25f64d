/* statement/run.c: sources without cue and phrase in the sentence itself:
 *   - sentences whose finite verb is Konjunktiv I, or II in its place, go on with the last source until the mood returns
 *     (coding guide, section 4; IndirectFreeIndirect in the quotation corpus);
 *   - sollen with an infinitive perfect, angeblich: someone unnamed; wollen with an infinitive perfect: its subject. */
#include "statement/finder.h"
#include "statement/modality.h"

#include "parse/tree.h"

/* Is the token in the quote of a draft of its sentence (or in a quotation that is one)? */
static bool run__is_covered(const struct finder *finder, uint32_t token)
{
    for (size_t i = finder->draft_count; i-- > 0;) {
        const struct draft *const draft = &finder->drafts[i];
        if (draft->type != STATEMENT_REPORTED && ranges_hold(&draft->quote, token))
            return true;
    }
    return false;
}

/* Does a phrase that somebody speaks of hold the token ("sprach von einem Mann, der … habe")? */
static bool run__is_told(const struct finder *finder, uint32_t token)
{
    for (size_t i = 0; i < finder->draft_count; i++)
        if (ranges_hold(&finder->drafts[i].told, token))
            return true;
    return false;
}

static bool run__is_conditional(const struct finder *finder, uint32_t sentence)
{
    for (uint32_t i = finder_segment_begin(finder, sentence); i < finder_segment_end(finder, sentence); i++) {
        const struct segment *const segment = &finder->surface->segments[i];
        if (segment->kind != SEGMENT_DEPENDENT)
            continue;
        const uint32_t row = statement_row(finder->knowledge->conjunction_rows, finder->document->tokens[segment->opener].form);
        if (row != DOCUMENT_NONE && (finder->knowledge->conjunctions[row].aux & AUX_HYPOTHETICAL) &&
            surface_is(finder->surface, segment->finite, WORD_IS_KONJUNKTIV_2))
            return true;
    }
    return false;
}

/* Moods of the sentence's main clauses outside quotations and drafts. */
struct moods {
    unsigned konjunktiv, konjunktiv_2, other;
    uint32_t first, end;             /* tokens of the clauses in Konjunktiv */
    uint32_t clause;                 /* the last of them */
    bool answers;                    /* a perfect in Konjunktiv II behind a semicolon or colon and a clause in the indicative */
};

/* Where the segment's clause hangs: on nothing or beside the first clause (true), or on a word of another clause. */
static bool run__is_top(const struct document *document, uint32_t clause)
{
    const enum relation relation = document->tokens[tree_first_conjunct(document, clause)].relation;
    return relation == RELATION_ROOT || relation == RELATION_PARATAXIS || relation == RELATION_CONJ || relation == RELATION_NONE;
}

static bool run__depends(const struct document *document, uint32_t clause)
{
    const enum relation relation = document->tokens[tree_first_conjunct(document, clause)].relation;
    return relation == RELATION_ACL || relation == RELATION_ADVCL;
}

/* "ich habe" and "er möchte" look like a Konjunktiv of indirect speech and are none. */
static bool run__is_plain(const struct finder *finder, const struct segment *segment)
{
    for (uint32_t token = segment->first; token < segment->end; token++)
        if ((surface_has_role(finder->surface, token, ROLE_FIRST) && surface_has_role(finder->surface, token, ROLE_NOMINATIVE)) ||
            (token == segment->finite && surface_has_role(finder->surface, token, ROLE_PLAIN)))
            return true;
    return false;
}

/* A main clause in Konjunktiv I that nobody has taken yet. */
static bool run__has_konjunktiv(const struct finder *finder, uint32_t sentence)
{
    for (uint32_t i = finder_segment_begin(finder, sentence); i < finder_segment_end(finder, sentence); i++) {
        const struct segment *const segment = &finder->surface->segments[i];
        if (segment->kind == SEGMENT_MAIN && surface_is(finder->surface, segment->finite, WORD_IS_KONJUNKTIV) && !run__is_covered(finder, segment->finite) &&
            finder->surface->quotation_of[segment->finite] == DOCUMENT_NONE)
            return true;
    }
    return false;
}

/* running: somebody speaks in the sentence before; goes_on: … in sentences of his own in the Konjunktiv. */
static struct moods run__moods(const struct finder *finder, uint32_t sentence, bool running, bool goes_on)
{
    const bool either = running && run__has_konjunktiv(finder, sentence);       /* "Die Grenzen blieben zu, nachts gelte eine Ausgangssperre" */
    const struct surface *const surface = finder->surface;
    const struct document *const document = finder->document;
    struct moods moods = {.clause = DOCUMENT_NONE};
    bool told = false;               /* a clause before is somebody's already */
    for (uint32_t i = finder_segment_begin(finder, sentence); i < finder_segment_end(finder, sentence); i++) {
        const struct segment *const segment = &surface->segments[i];
        told = told || (segment->kind == SEGMENT_MAIN && run__is_covered(finder, segment->finite));
        if (segment->kind != SEGMENT_MAIN || run__is_covered(finder, segment->finite) || surface->quotation_of[segment->finite] != DOCUMENT_NONE)
            continue;
        const uint32_t clause = tree_clause(document, segment->finite);
        if (moods.end && clause != DOCUMENT_NONE && clause == moods.clause)
            continue;                /* "sei 18 Jahre alt, groß, … und werde gesucht": still the same clause */
        const bool plain = run__is_plain(finder, segment);
        const bool one = surface_is(surface, segment->finite, WORD_IS_KONJUNKTIV) && !plain;
        const bool two = surface_is(surface, segment->finite, WORD_IS_KONJUNKTIV_2 | (either ? WORD_IS_EITHER_MOOD : 0)) && !plain &&
                         (goes_on || !surface_is(surface, segment->finite, WORD_IS_MODAL));      /* "könnte" is mostly the report's own */
        if (clause != DOCUMENT_NONE && (one || two ? run__depends(document, clause) : !run__is_top(document, clause)))
            continue;
        moods.answers = moods.answers || (two && moods.other > 0 && (segment->before & (WORD_IS_SEMICOLON | WORD_IS_COLON)) &&
                                          surface_is(surface, clause, WORD_IS_PARTICIPLE) && document->tokens[clause].upos == UPOS_VERB);
        moods.konjunktiv += one;
        moods.konjunktiv_2 += two && !one;
        moods.other += !one && !two;
        if ((one || two) && moods.end == 0)
            moods.first = moods.other || told ? segment->first : surface->segments[finder_segment_begin(finder, sentence)].first;
        if (one || two) {
            uint32_t last = i;       /* with the clauses that hang on it */
            while (last + 1 < finder_segment_end(finder, sentence) && surface->segments[last + 1].kind != SEGMENT_MAIN &&
                   surface->segments[last + 1].kind != SEGMENT_FRAGMENT)
                last++;
            moods.end = surface->segments[last].end;
            moods.clause = clause;
        }
    }
    return moods;
}

/* Whole sentences in the Konjunktiv that follow each other in a paragraph are one statement. */
static bool run__goes_on(struct finder *finder, uint32_t sentence, uint32_t first, uint32_t end)
{
    struct draft *const last = finder->draft_count ? &finder->drafts[finder->draft_count - 1] : NULL;
    const struct sentence *const here = &finder->document->sentences[sentence];
    if (!last || last->type != STATEMENT_INDIRECT_FREE_INDIRECT || sentence == 0 || first != here->tokens.first ||
        last->quote.items[0].first + last->quote.items[0].count != first || here->paragraph != here[-1].paragraph)
        return false;
    last->quote.items[0].count += end - first;
    return true;
}

/* "Man werde nicht weichen, blaffte der Minister": behind words in the Konjunktiv, a clause in the indicative that its verb begins names the
 * one who says them, whatever the verb. The verb, DOCUMENT_NONE: there is no such clause behind the words that end before end. */
static uint32_t run__inserted(const struct finder *finder, uint32_t sentence, uint32_t end, struct ranges *speaker)
{
    const struct surface *const surface = finder->surface;
    const uint32_t next = surface->segment_of[end - 1] + 1;
    uint32_t first, limit;
    if (next >= finder_segment_end(finder, sentence))
        return DOCUMENT_NONE;
    const struct segment *const segment = &surface->segments[next];
    if (segment->kind != SEGMENT_MAIN || segment->finite != segment->word || !(segment->before & WORD_IS_COMMA) ||
        surface_is(surface, segment->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2 | WORD_IS_AUXILIARY | WORD_IS_MODAL) ||
        !phrase_at(finder, segment->finite + 1, segment->end, &first, &limit))
        return DOCUMENT_NONE;
    ranges_add(speaker, first, limit);
    const bool speaks = !surface_has_role(surface, first, ROLE_OBLIQUE) &&
                        (speaker_can_speak(finder, speaker) || speaker_is_pronoun(finder, speaker) || speaker_is_named(finder, speaker));
    return speaks ? segment->finite : DOCUMENT_NONE;
}

static bool run__add(struct finder *finder, uint32_t sentence, uint32_t first, uint32_t end)
{
    struct ranges speaker = {.count = 0};
    const uint32_t inserted = run__inserted(finder, sentence, end, &speaker);
    if (inserted == DOCUMENT_NONE && run__goes_on(finder, sentence, first, end))
        return true;
    struct draft *const draft = finder_add(finder, inserted == DOCUMENT_NONE ? STATEMENT_INDIRECT_FREE_INDIRECT : STATEMENT_INDIRECT, NULL, "konjunktiv", sentence);
    if (!draft)
        return false;
    ranges_add(&draft->quote, first, end);
    if (inserted == DOCUMENT_NONE) {
        draft->same_speaker = (uint32_t)(draft - finder->drafts);
        return true;
    }
    draft->speaker = speaker;
    draft->cue_token = inserted;
    ranges_add(&draft->cue, inserted, inserted + 1);
    return true;
}

/* "Das Ministerium wies die Vorwürfe zurück.": a verb of saying in the main clause, though nothing of its content is told. */
static bool run__speaks(const struct finder *finder, uint32_t sentence)
{
    const uint32_t root = finder->document->sentences[sentence].root;
    const uint32_t cue = root == DOCUMENT_NONE ? DOCUMENT_NONE : finder->token_cue[root];
    return cue != DOCUMENT_NONE && finder->cues[cue].verb->statement;
}

/* "…, weil sie Rebellen bewaffnet hätten": a reason in Konjunktiv II, where the plural has no other. */
static bool run__is_reason(const struct finder *finder, const struct segment *segment)
{
    const struct document *const document = finder->document;
    const uint32_t clause = segment->finite == DOCUMENT_NONE ? DOCUMENT_NONE : tree_clause(document, segment->finite);
    return segment->kind == SEGMENT_DEPENDENT && surface_has_role(finder->surface, segment->opener, ROLE_CIRCUMSTANCE) && surface_is(finder->surface, segment->finite, WORD_IS_KONJUNKTIV_2) &&
           document->tokens[segment->finite].morphology.number == NUMBER_PLUR && surface_is(finder->surface, clause, WORD_IS_PARTICIPLE);
}

/* Somebody says the words, and not only that of the report's own clause around them ("Laut dpa rief Ankara den Botschafter zurück, weil …"). */
static bool run__is_others(const struct finder *finder, uint32_t token)
{
    for (size_t i = finder->draft_count; i-- > 0;) {
        const struct draft *const draft = &finder->drafts[i];
        if (draft->type == STATEMENT_REPORTED || !ranges_hold(&draft->quote, token))
            continue;
        const uint32_t above = draft->aside ? tree_governing_clause(finder->document, tree_clause(finder->document, token)) : DOCUMENT_NONE;
        const uint32_t finite = above == DOCUMENT_NONE ? DOCUMENT_NONE : tree_finite(finder->document, above);
        if (finite == DOCUMENT_NONE || surface_is(finder->surface, finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2))
            return true;
    }
    return false;
}

/* "…, weil er krank sei", "gegen einen Passus, der das verbiete": a dependent clause in Konjunktiv I tells what somebody says, and
 * that is the subject of the sentence or the voice before. "als sei nichts geschehen" is a comparison. */
static bool run__find_dependent(struct finder *finder, uint32_t sentence)
{
    const struct surface *const surface = finder->surface;
    for (uint32_t i = finder_segment_begin(finder, sentence); i < finder_segment_end(finder, sentence); i++) {
        const struct segment *const segment = &surface->segments[i];
        const bool dependent = segment->kind == SEGMENT_RELATIVE || (segment->kind == SEGMENT_DEPENDENT &&
                               !surface_has_role(surface, segment->opener, ROLE_ALS | ROLE_CONTENT));
        const bool mood = dependent && ((surface_is(surface, segment->finite, WORD_IS_KONJUNKTIV) && !surface_is(surface, segment->finite, WORD_IS_WEAK)) ||
                                        run__is_reason(finder, segment));
        if (!mood || run__is_plain(finder, segment) || surface->quotation_of[segment->finite] != DOCUMENT_NONE || run__is_others(finder, segment->finite) ||
            run__is_told(finder, segment->finite))
            continue;
        struct draft *const draft = finder_add(finder, STATEMENT_INDIRECT, NULL, "konjunktiv", sentence);
        if (!draft)
            return false;
        uint32_t last = i;           /* "…, weil X nicht aufgehört habe, Y zu beliefern" */
        while (last + 1 < finder_segment_end(finder, sentence) &&
               (surface->segments[last + 1].kind == SEGMENT_INFINITIVE || (surface->segments[last + 1].kind == SEGMENT_DEPENDENT &&
                                                                           surface_has_role(surface, surface->segments[last + 1].opener, ROLE_CONTENT))))
            last++;
        ranges_add(&draft->quote, segment->first, surface->segments[last].end);
        draft->same_speaker = (uint32_t)(draft - finder->drafts);
    }
    return true;
}

bool run_find_konjunktiv(struct finder *finder)
{
    const struct document *const document = finder->document;
    bool running = false, goes_on = false;
    for (uint32_t sentence = 0; sentence < document->sentence_count; sentence++) {
        const struct sentence *const here = &document->sentences[sentence];
        if (here->kind == PARAGRAPH_MARK)
            continue;
        const struct moods moods = run__moods(finder, sentence, running, goes_on);
        bool drafted = false;
        for (size_t i = 0; i < finder->draft_count; i++)
            drafted = drafted || finder->drafts[i].sentence == sentence;
        const bool carries = moods.konjunktiv > 0 || (moods.konjunktiv_2 > 0 && (running || drafted || moods.answers) && !run__is_conditional(finder, sentence));
        if (carries) {
            const uint32_t last = finder_sentence_end(finder, sentence);
            if (!run__add(finder, sentence, moods.first, moods.other ? moods.end : last))
                return false;
        }
        if (!carries && !run__find_dependent(finder, sentence))
            return false;
        running = carries || drafted || run__speaks(finder, sentence);
        goes_on = carries;
    }
    return true;
}

/* ---- sollen, wollen, angeblich -------------------------------------------------------------------------------------- */

static uint32_t run__modal(const struct finder *finder, uint32_t token)
{
    return surface_is(finder->surface, token, WORD_IS_MODAL) ? modality_row(finder, token) : DOCUMENT_NONE;
}

/* A participle with the infinitive haben or sein at the end of the clause: infinitive perfect. */
bool run_has_perfect_infinitive(const struct finder *finder, uint32_t first, uint32_t end)
{
    for (uint32_t token = first; token + 1 < end; token++)
        if (surface_is(finder->surface, token, WORD_IS_PARTICIPLE) && !surface_is(finder->surface, token, WORD_IS_NOMINAL) &&
            surface_has_role(finder->surface, token + 1, ROLE_PERFECT))
            return true;
    return false;
}

/* The subject of wollen: the parser hangs it on the modal or on the verb below. */
static void run__claimant(const struct finder *finder, uint32_t segment_index, struct draft *draft)
{
    static const struct cue_verb none = {.companion_count = 0};
    const struct document *const document = finder->document;
    const uint32_t finite = finder->surface->segments[segment_index].finite, clause = tree_clause(document, finite);
    speaker_of_clause(finder, clause, draft);
    if (!draft->speaker.count && tree_child(document, clause, RELATION_XCOMP) != DOCUMENT_NONE)
        speaker_of_clause(finder, tree_child(document, clause, RELATION_XCOMP), draft);
    const struct cue cue = {.verb = &none, .token = finite, .finite = finite, .first_segment = segment_index, .last_segment = segment_index};
    if (!draft->speaker.count)
        speaker_of_verb(finder, &cue, draft);
}

/* "sollen Iran, Russland und China … geholfen haben": the words after a comma end with the infinitive of the perfect, which looks finite. */
static bool run__is_rest(const struct finder *finder, uint32_t index)
{
    const struct segment *const segment = &finder->surface->segments[index];
    return segment->kind == SEGMENT_MAIN && (segment->before & WORD_IS_COMMA) && segment->finite + 1 == segment->end && segment->finite > segment->first + 1 &&
           surface_has_role(finder->surface, segment->finite, ROLE_PERFECT) && surface_is(finder->surface, segment->finite - 1, WORD_IS_PARTICIPLE);
}

/* "Bei einem Gefecht, das folgte, soll X getötet worden sein": with the phrase in front that a relative clause has cut off. */
static uint32_t run__begin_of_clause(const struct finder *finder, uint32_t segment_index)
{
    const struct segment *const segments = finder->surface->segments;
    const uint32_t begin = finder_segment_begin(finder, finder->document->tokens[segments[segment_index].first].sentence);
    uint32_t first = segment_index;
    if (segments[first].kind != SEGMENT_MAIN || segments[first].finite != segments[first].word)
        return segments[first].first;
    while (first > begin && segments[first - 1].kind == SEGMENT_RELATIVE)
        first--;
    return first < segment_index && first > begin && segments[first - 1].kind == SEGMENT_FRAGMENT ? segments[first - 1].first : segments[segment_index].first;
}

static bool run__sollen(struct finder *finder, uint32_t segment_index)
{
    const struct surface *const surface = finder->surface;
    const struct segment *const segment = &surface->segments[segment_index];
    const bool opens = segment_index == finder_segment_begin(finder, finder->document->tokens[segment->first].sentence) || (segment->before & WORD_IS_COLON);
    const bool conditional = segment->kind == SEGMENT_MAIN && segment->finite == segment->word && opens;       /* "Sollte sich …, so …" */
    const uint32_t modal = segment->finite == DOCUMENT_NONE || conditional ? DOCUMENT_NONE : run__modal(finder, segment->finite);
    if (modal == DOCUMENT_NONE || surface_is(surface, segment->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2))
        return true;
    const struct effect *const perfect = &finder->knowledge->modals[modal].uses[MODAL_PERFECT];
    uint32_t end = segment->end;
    const uint32_t last = finder_segment_end(finder, finder->document->tokens[segment->finite].sentence);
    for (uint32_t next = segment_index + 1; next < last && (surface->segments[next].finite == DOCUMENT_NONE || run__is_rest(finder, next)); next++)
        end = surface->segments[next].end;       /* "sollen gelandet und … gebracht worden sein" */
    const uint32_t after = end < finder->document->token_count ? surface->segment_of[end > segment->first ? end - 1 : end] + 1 : last;
    const bool told = after < last && surface->segments[after].kind == SEGMENT_DEPENDENT &&
                      surface_has_role(surface, surface->segments[after].opener, perfect->unnamed ? ROLE_CONTENT : ROLE_CONTENT | ROLE_QUESTION);       /* "gesehen haben, wie …" */
    const uint32_t sentence_end = finder_sentence_end(finder, finder->document->tokens[segment->finite].sentence);
    const uint32_t told_end = told ? finder_trim(finder, surface->segments[after].first, sentence_end) : end;
    if (!perfect->id || perfect->factuality != FACTUALITY_CT_PLUS || !run_has_perfect_infinitive(finder, segment->first, end))
        return true;
    struct draft *const draft = finder_add(finder, STATEMENT_FREE_INDIRECT, NULL, perfect->id,
                                           finder->document->tokens[segment->finite].sentence);
    if (!draft)
        return false;
    ranges_add(&draft->quote, run__begin_of_clause(finder, segment_index), told ? told_end : end);       /* "will erfahren haben, dass …" */
    draft->unnamed = perfect->unnamed;
    draft->cue_token = segment->finite;
    draft->same_speaker = perfect->unnamed ? (uint32_t)(draft - finder->drafts) : DOCUMENT_NONE;
    if (!perfect->unnamed)                       /* wollen: its subject claims it */
        run__claimant(finder, segment_index, draft);
    return true;
}

static bool run__angeblich(struct finder *finder, uint32_t token)
{
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[token]];
    const uint32_t row = statement_row_lower(finder->knowledge->adverb_rows, finder->document->tokens[token].form);
    if (row == DOCUMENT_NONE || finder->knowledge->adverbs[row].role != ADVERB_UNNAMED)
        return true;
    struct draft *const draft = finder_add(finder, STATEMENT_FREE_INDIRECT, NULL, finder->knowledge->adverbs[row].effect.id,
                                           finder->document->tokens[token].sentence);
    if (!draft)
        return false;
    ranges_add(&draft->quote, segment->first, segment->end);
    draft->unnamed = true;
    draft->cue_token = token;
    return true;
}

bool run_find_modal(struct finder *finder)
{
    for (uint32_t segment = 0; segment < finder->surface->segment_count; segment++)
        if (!run__sollen(finder, segment))
            return false;
    for (uint32_t token = 0; token < finder->document->token_count; token++)
        if (!surface_is(finder->surface, token, WORD_IS_PUNCTUATION | WORD_IS_NOMINAL) && !run__angeblich(finder, token))
            return false;
    return true;
}
