/* event/implicit_noun.c: "der Angriff", "diese Entscheidung": a noun whose sides no word tells means an act told before, the last one that is
 * told alike, else the last that it may name; "die Proteste" are theirs who were dealt with for protesting.
 */
#include "event/implicit.h"

#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <string.h>

bool implicit_is_definite(const struct scene *scene, uint32_t noun)
{
    const uint32_t determiner = tree_determiner(scene->document, noun);
    if (determiner == DOCUMENT_NONE)
        return false;
    const struct token *const word = &scene->document->tokens[determiner];
    return word->morphology.definite == DEFINITE_DEF || lexicon_has_flag(word, ANALYSIS_DEMONSTRATIVE);
}

/* An attack is named in many ways, other acts by a word of the same lemma or mode ("wurde festgenommen" … "die Festnahme"). */
static bool implicit__may_be_named(const struct candidate *earlier, const struct candidate *noun)
{
    const struct frame *const a = earlier->match.frame, *const b = noun->match.frame;
    if (strcmp(a->lemma, b->lemma) == 0 || (noun->type == EVENT_ASSAULT && (!a->mode_count || !b->mode_count)))
        return true;
    if (noun->type == EVENT_CONSULT)                                      /* who takes part in a summit is not all who meet there */
        return false;
    return frame_shares_mode(a, b);
}

/* "der Angriff": the one that was told last, alike or any. */
static bool implicit__anaphor(const struct scene *scene, const struct candidates *candidates, size_t index, bool alike)
{
    struct candidate *const candidate = &candidates->items[index];
    if (candidate->match.frame->kind != FRAME_NOUN || !implicit_is_definite(scene, candidate->token))
        return false;
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (earlier->type != candidate->type || earlier->actors.count + earlier->recipients.count == 0 ||
            (frame_has_mode(earlier->match.frame, "destroy") && !frame_has_mode(candidate->match.frame, "destroy")) ||   /* drones shot down */
            (earlier->type == EVENT_ASSAULT && scene->document->token_stance[earlier->token].factuality == FACTUALITY_UU) ||         /* "um Angriffe auf Schiffe zu rechtfertigen" */
            !implicit__may_be_named(earlier, candidate) || (alike && !frame_is_alike(earlier->match.frame, candidate->match.frame)) || implicit_is_denied(scene, earlier))
            continue;
        if (!earlier->accuser || implicit_is_agreed(scene, earlier, candidate))       /* "macht X für den Angriff verantwortlich": says who accuses */
            candidate->actors = earlier->actors;
        candidate->recipients = earlier->recipients;
        return true;
    }
    return false;
}

/* "nahm 3000 Demonstranten fest … die Proteste": theirs who were dealt with for protesting. */
static bool implicit__protesters(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    if (candidate->type != EVENT_PROTEST || candidate->match.frame->kind != FRAME_NOUN || !implicit_is_definite(scene, candidate->token))
        return false;
    for (size_t i = index; i-- > 0;) {
        const struct role_parties *const met = &candidates->items[i].recipients;
        const bool force = candidates->items[i].type == EVENT_COERCE || candidates->items[i].type == EVENT_ASSAULT;
        for (size_t j = 0; force && j < met->count; j++) {
            if (met->tokens[j] == DOCUMENT_NONE || !met->items[j].code[0] || !knowledge_is_protester(scene->knowledge, arguments_lemma(scene, met->tokens[j])))
                continue;
            candidate->actors = (struct role_parties){.tokens = {met->tokens[j]}, .items = {met->items[j]}, .count = 1};
            return true;
        }
    }
    return false;
}

bool implicit_noun(const struct scene *scene, struct candidates *candidates, size_t index)
{
    return implicit__anaphor(scene, candidates, index, true) || implicit__anaphor(scene, candidates, index, false) ||
           implicit__protesters(scene, candidates, index);
}
