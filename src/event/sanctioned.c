/* event/sanctioned.c: firms, officials and envoys that sanctions hit are named by what they are alone ("den Hersteller", "zwei Diplomaten"): their country is that
 * of those who are hit beside them, else that of whoever the same side sanctioned last. A pronoun in the reason that is given for it is who is punished, not who
 * punishes. */
#include "event/sanctioned.h"

#include "event/content.h"
#include "event/side.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <string.h>

static const struct party *sanctioned__with_code(const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++)
        if (parties->items[i].code[0])
            return &parties->items[i];
    return NULL;
}

/* May the party be anyone's? Rebels, parties and people without a country stay without one. */
static bool sanctioned__is_open(const struct party *party)
{
    return !party->code[0] && party->entity != DOCUMENT_NONE &&
           (party->sector == SECTOR_BUS || party->sector == SECTOR_GOV || party->sector == SECTOR_MIL);
}

static const struct party *sanctioned__before(const struct candidates *candidates, size_t index)
{
    const struct candidate *const candidate = &candidates->items[index];
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (earlier->type == EVENT_SANCTION && side_overlap(&earlier->actors, &candidate->actors, false) && sanctioned__with_code(&earlier->recipients))
            return sanctioned__with_code(&earlier->recipients);
    }
    return NULL;
}

void sanctioned_name(struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    if (candidate->type != EVENT_SANCTION || !candidate->actors.count)
        return;
    const struct party *const beside = sanctioned__with_code(&candidate->recipients);
    const struct party *const known = beside ? beside : sanctioned__before(candidates, index);
    for (size_t i = 0; known && i < candidate->recipients.count; i++)
        if (sanctioned__is_open(&candidate->recipients.items[i]) && !side_has(&candidate->actors, known, true))
            memcpy(candidate->recipients.items[i].code, known->code, sizeof known->code);
}

/* An act against somebody that has its reason in what he did; land that is closed need not have done it. */
static bool sanctioned__punishes(const struct candidate *answer)
{
    const bool arrest = answer->type == EVENT_COERCE && frame_has_mode(answer->match.frame, "arrest");
    return answer->recipients.count && (answer->type == EVENT_SANCTION || answer->type == EVENT_ACCUSE || arrest || answer->type == EVENT_THREATEN);
}

/* The verb whose act the clause gives the reason of ("weil", "nachdem"); NULL: none. */
static const struct candidate *sanctioned__for_reason(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t mark = document->tokens[candidate->token].relation == RELATION_ADVCL ? tree_mark(document, candidate->token) : DOCUMENT_NONE;
    const uint32_t verb = mark == DOCUMENT_NONE ? DOCUMENT_NONE : tree_head(document, candidate->token);
    const uint32_t above = verb == DOCUMENT_NONE ? DOCUMENT_NONE : candidates->of_token[verb];
    if (above == DOCUMENT_NONE || !knowledge_is_occasion(scene->knowledge, arguments_lemma(scene, mark)))
        return NULL;
    return sanctioned__punishes(&candidates->items[above]) ? &candidates->items[above] : NULL;
}

/* "Sanktionen gegen Libyen wegen der Verletzung von Menschenrechten beim Vorgehen gegen Demonstranten": the act for whose reason the noun stands. */
static const struct candidate *sanctioned__for_phrase(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate)
{
    enum { PHRASES_MOST = 3 };
    uint32_t at = candidate->token;
    bool reason = false;
    for (int step = 0; step < PHRASES_MOST && at != DOCUMENT_NONE; step++) {
        reason = reason || knowledge_is_occasion(scene->knowledge, arguments_preposition(scene, at));
        at = tree_head(scene->document, at);
        const uint32_t above = at == DOCUMENT_NONE ? DOCUMENT_NONE : candidates->of_token[at];
        if (reason && above != DOCUMENT_NONE && sanctioned__punishes(&candidates->items[above]))
            return &candidates->items[above];
    }
    return NULL;
}

static bool sanctioned__is_pronoun(const struct scene *scene, const struct candidate *candidate)
{
    const size_t subject = arguments_strong(&candidate->arguments, FUNCTION_NOM);
    const struct token *const word = subject == SIZE_MAX ? NULL : arguments_token(scene, candidate->arguments.items[subject].token);
    return word && word->upos == UPOS_PRON && lexicon_has_flag(word, ANALYSIS_PERSONAL);
}

/* "bestrafte Belarus wegen der Gewalt gegen Demonstranten": whom no word names did it. */
static void sanctioned__blame(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate)
{
    const bool act = candidate->match.frame->kind == FRAME_NOUN && candidate->type != EVENT_ACCUSE && candidate->type != EVENT_PROTEST;
    const struct candidate *const answer = act && !candidate->actors.count ? sanctioned__for_phrase(scene, candidates, candidate) : NULL;
    if (answer && answer != candidate)
        candidate->actors = answer->recipients;
}

void sanctioned_culprit(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate)
{
    sanctioned__blame(scene, candidates, candidate);
    const struct candidate *const answer = sanctioned__for_reason(scene, candidates, candidate);
    if (!answer || !sanctioned__is_pronoun(scene, candidate) || !side_share_country(&candidate->actors, &answer->actors) ||
        side_share_country(&candidate->actors, &answer->recipients) ||
        (content_is_act_of_words(candidate->type) && side_share_country(&candidate->recipients, &answer->recipients)))      /* "weil sie Iran verdächtigen" */
        return;
    candidate->actors = answer->recipients;
}
