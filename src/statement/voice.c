/* statement/voice.c: who goes on speaking. A sentence in the Konjunktiv and a quotation that stands alone name nobody; they belong to
 * the voice that the text has at that place (coding guide, section 4: the last source goes on speaking):
 *   - who has spoken earlier in the same sentence, or is the subject of the clause before;
 *   - else the voice of the sentence before, up to four back: whose statement fills it, else the subject of its main clause, where
 *     that is somebody who can speak ("Das Ministerium wies das zurück. Man sei …").
 * Whom that statement cites goes on within it ("Laut CNN sagte X, …. Man habe …": X, as CNN tells). */
#include "statement/finder.h"

#include "parse/tree.h"

enum { SENTENCES_BACK = 4 };

static uint32_t voice__begin(const struct draft *draft)
{
    return draft->quote.items[0].first;
}

static uint32_t voice__end(const struct draft *draft)
{
    const struct token_range *const last = &draft->quote.items[draft->quote.count - 1];
    return last->first + last->count;
}

static uint32_t voice__words(const struct draft *draft)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < draft->quote.count; i++)
        words += draft->quote.items[i].count;
    return words;
}

static bool voice__is_known(const struct finder *finder, const struct draft *draft)
{
    return draft->quote.count && draft->speaker.count && !draft->unnamed &&
           (draft->same_speaker == DOCUMENT_NONE || draft->meant.count || who_is_saying_of_before(finder, &draft->speaker));
}

static bool voice__is_outlet(const struct finder *finder, const struct draft *draft)
{
    const struct document *const document = finder->document;
    const uint32_t mention = who_mention(finder, draft);
    return mention != DOCUMENT_NONE && document->entities[document->mentions[mention].entities[0]].sector == SECTOR_JRN;
}

/* Of the statements in the sentence that end before limit the one with the most words; outlets: only those of media. */
static const struct draft *voice__statement(const struct finder *finder, uint32_t sentence, uint32_t limit, bool outlets)
{
    const struct token *const tokens = finder->document->tokens;
    const struct draft *best = NULL;
    for (size_t i = 0; i < finder->draft_count; i++) {
        const struct draft *const draft = &finder->drafts[finder->statement_draft[i]];
        if (!voice__is_known(finder, draft) || tokens[voice__begin(draft)].sentence > sentence || tokens[voice__end(draft) - 1].sentence < sentence ||
            voice__end(draft) > limit || (outlets && !voice__is_outlet(finder, draft)))
            continue;
        if (!best || voice__words(draft) > voice__words(best))
            best = draft;
    }
    return best;
}

/* All words of outer but inner's own cue and speaker are inner's. */
static bool voice__fills(const struct finder *finder, const struct draft *inner, const struct draft *outer)
{
    uint32_t own = 0;
    for (uint32_t i = 0; i < outer->quote.count; i++)
        for (uint32_t token = outer->quote.items[i].first; token < outer->quote.items[i].first + outer->quote.items[i].count; token++)
            own += !surface_is(finder->surface, token, WORD_IS_PUNCTUATION);
    for (uint32_t i = 0; i < inner->quote.count; i++)
        for (uint32_t token = inner->quote.items[i].first; token < inner->quote.items[i].first + inner->quote.items[i].count; token++)
            own -= own && !surface_is(finder->surface, token, WORD_IS_PUNCTUATION);
    uint32_t aside = inner->cue.count;
    for (uint32_t i = 0; i < inner->speaker.count; i++)
        aside += inner->speaker.items[i].count;
    return own <= aside;
}

/* Whom the statement cites with all that it says, by a cue in the indicative; itself: nobody. */
static const struct draft *voice__cited(const struct finder *finder, const struct draft *outer)
{
    const struct draft *cited = outer;
    for (size_t i = 0; i < finder->draft_count; i++) {
        const struct draft *const draft = &finder->drafts[finder->statement_draft[i]];
        if (draft == outer || draft->sentence != outer->sentence || !voice__is_known(finder, draft) || !draft->attributes || draft->type == STATEMENT_REPORTED ||
            voice__begin(draft) < voice__begin(outer) || voice__end(draft) > voice__end(outer) || draft->cue_token == outer->cue_token ||
            surface_has_role(finder->surface, draft->speaker.items[0].first, ROLE_INDEFINITE) || !voice__fills(finder, draft, outer))
            continue;
        const uint32_t cue = draft->cue_token == DOCUMENT_NONE ? DOCUMENT_NONE : finder->token_cue[draft->cue_token];
        const bool reference = surface_is(finder->surface, draft->cue_token, WORD_IS_NOMINAL);       /* unter Berufung auf X */
        if (cue == DOCUMENT_NONE ? reference : !surface_is(finder->surface, finder->cues[cue].finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2))
            cited = draft;
    }
    return cited;
}

/* Civilians without a name. */
static bool voice__are_people(const struct finder *finder, const struct ranges *speaker)
{
    const struct document *const document = finder->document;
    for (uint32_t i = 0; document->token_mention && i < speaker->count; i++)
        for (uint32_t token = speaker->items[i].first; token < speaker->items[i].first + speaker->items[i].count; token++) {
            const uint32_t mention = document->token_mention[token];
            if (mention != DOCUMENT_NONE && document->mentions[mention].entity_count && document->mentions[mention].kind == MENTION_NOMINAL)
                return document->entities[document->mentions[mention].entities[0]].sector == SECTOR_CVL;
        }
    return false;
}

/* "der Fall des Unternehmers", "die Festnahme des Ministers": a thing or an act, whoever's it is. */
static bool voice__is_thing(const struct finder *finder, const struct ranges *speaker)
{
    const struct document *const document = finder->document;
    const uint32_t head = speaker->count ? ranges_head(document, &speaker->items[0]) : DOCUMENT_NONE;
    return head != DOCUMENT_NONE && document->tokens[head].upos == UPOS_NOUN && finder->token_mention[head] == DOCUMENT_NONE && !source_noun(finder, head);
}

/* Who acts in the main clause that begins the sentence, other than the draft's own words. */
static bool voice__subject(const struct finder *finder, uint32_t sentence, uint32_t limit, const struct draft *draft, struct draft *found)
{
    const uint32_t root = finder->document->sentences[sentence].root;
    if (root == DOCUMENT_NONE || !finder->document->tree)
        return false;
    *found = (struct draft){.noun = DOCUMENT_NONE};
    if (finder->token_cue[root] != DOCUMENT_NONE)
        speaker_of_verb(finder, &finder->cues[finder->token_cue[root]], found);
    else
        speaker_of_clause(finder, root, found);
    if (voice__is_thing(finder, &found->speaker))
        return false;
    if (finder->token_cue[root] == DOCUMENT_NONE && voice__are_people(finder, &found->speaker))
        return false;                /* "Alle Opfer stammen aus der Umgebung.": people who are only told of */
    return found->speaker.count && found->speaker.items[0].first < limit &&
           !(draft->speaker.count && found->speaker.items[0].first == draft->speaker.items[0].first) &&       /* "In einer Erklärung hieß es" */
           (speaker_can_speak(finder, &found->speaker) || speaker_is_pronoun(finder, &found->speaker) || speaker_is_named(finder, &found->speaker));
}

/* Is the verb of the sentence one of saying ("Amnesty kritisierte das Vorgehen")? */
static bool voice__tells(const struct finder *finder, uint32_t sentence)
{
    const uint32_t root = finder->document->sentences[sentence].root, cue = root == DOCUMENT_NONE ? DOCUMENT_NONE : finder->token_cue[root];
    return cue != DOCUMENT_NONE && finder->cues[cue].verb->statement && finder->cues[cue].verb->medium;
}

/* Words that stand for the source ("demnach") stay the speaker; the source is who is meant. */
static void voice__take(struct draft *draft, const struct draft *from)
{
    draft->meant = from->meant.count ? from->meant : from->speaker;
    if (!draft->speaker.count && !draft->unspoken)
        draft->speaker = draft->meant;
    draft->noun = from->noun;
    draft->goes_on = from->goes_on ? from->goes_on : from;
    if (!draft->medium)
        draft->medium = from->medium;
}

/* "Der Mann gebe die Tat zu", "Deutschland wolle das nicht": a verb of saying or wanting in the Konjunktiv, whose subject has not spoken
 * in the sentence before, tells what he says himself. */
static bool voice__is_own(const struct finder *finder, const struct draft *draft, struct draft *found)
{
    const struct document *const document = finder->document;
    const uint32_t first = voice__begin(draft), sentence = document->tokens[first].sentence, root = document->sentences[sentence].root;
    if (draft->type != STATEMENT_INDIRECT_FREE_INDIRECT || root == DOCUMENT_NONE || first != document->sentences[sentence].tokens.first ||
        (sentence > 0 && voice__statement(finder, sentence - 1, UINT32_MAX, false)))
        return false;
    const uint32_t cue = finder->token_cue[root], finite = tree_finite(document, root);
    const bool wants = finite != DOCUMENT_NONE && surface_has_role(finder->surface, finite, ROLE_WANTS);
    if (!wants && (cue == DOCUMENT_NONE || !finder->cues[cue].verb->statement || (finder->cues[cue].verb->effect.aux & AUX_FUTURE)))
        return false;
    *found = (struct draft){.noun = DOCUMENT_NONE};
    speaker_of_clause(finder, root, found);
    return found->speaker.count && speaker_can_speak(finder, &found->speaker) && !speaker_is_pronoun(finder, &found->speaker);
}

/* "X soll verhaftet worden sein. Auch Y sei verhaftet worden", "Ihr wird vorgeworfen, …. Sie habe …": who is unnamed in the sentence before goes on. */
static bool voice__is_unnamed(const struct finder *finder, uint32_t sentence)
{
    for (size_t i = 0; i < finder->draft_count; i++) {
        const struct draft *const draft = &finder->drafts[finder->statement_draft[i]];
        const bool nobody = draft->unnamed || (!draft->speaker.count && draft->type == STATEMENT_INDIRECT && draft->cue_token != DOCUMENT_NONE);
        if (nobody && !draft->meant.count && draft->sentence == sentence && draft->quote.count)
            return true;
    }
    return false;
}

static void voice__of(const struct finder *finder, struct draft *draft)
{
    const struct document *const document = finder->document;
    const uint32_t first = voice__begin(draft);
    struct draft subject;
    uint32_t sentence = document->tokens[first].sentence;
    uint32_t limit = first;
    const bool outlets = who_is_of_outlet_before(finder, &draft->speaker);
    if (voice__is_own(finder, draft, &subject)) {
        voice__take(draft, &subject);
        draft->goes_on = NULL;
        return;
    }
    for (unsigned step = 0; step <= SENTENCES_BACK; step++) {
        const struct draft *const statement = voice__statement(finder, sentence, limit, outlets);
        if (statement) {
            voice__take(draft, voice__cited(finder, statement));
            return;
        }
        if (sentence < document->tokens[first].sentence && draft->type == STATEMENT_INDIRECT_FREE_INDIRECT && voice__is_unnamed(finder, sentence))
            return;
        const bool speaks = !draft->near || (limit == UINT32_MAX && voice__tells(finder, sentence));
        if (!draft->unnamed && speaks && !outlets && first > document->sentences[sentence].tokens.first && voice__subject(finder, sentence, limit, draft, &subject)) {
            voice__take(draft, &subject);
            draft->goes_on = NULL;
            return;
        }
        if (sentence == 0 || document->sentences[sentence - 1].kind == PARAGRAPH_TITLE ||
            (draft->near && (step > 0 || document->sentences[sentence].paragraph != document->sentences[sentence - 1].paragraph)))
            return;
        sentence--;
        limit = UINT32_MAX;
    }
}

void voice_settle(struct finder *finder)
{
    for (size_t i = 0; i < finder->draft_count; i++) {
        struct draft *const draft = &finder->drafts[finder->statement_draft[i]];
        if (draft->same_speaker == DOCUMENT_NONE || draft->meant.count)
            continue;
        if (draft->same_speaker != finder->statement_draft[i])
            voice__take(draft, &finder->drafts[draft->same_speaker]);      /* the words around it, which are settled */
        else
            voice__of(finder, draft);
    }
}
