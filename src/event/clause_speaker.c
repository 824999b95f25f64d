/* event/clause_speaker.c: who speaks in the clause does what it tells of "man", of a pronoun that stands for nobody else, or in a passive of what bodies
 * like his do ("sieben Drohnen seien abgefangen worden, so die Armee"). */
#include "event/clause.h"

#include "event/content.h"
#include "event/said.h"
#include "event/side.h"
#include "entity/entity.h"
#include "lexicon/lexicon.h"

#include <string.h>

static uint32_t clause__statement(const struct scene *scene, const struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t statement = document->token_stance[candidate->token].statement;
    return statement != DOCUMENT_NONE && document->statements[statement].entity != DOCUMENT_NONE ? statement : DOCUMENT_NONE;
}

/* Is the subject "man", or a pronoun that stands for nobody told before? */
static bool clause__subject_speaks(const struct scene *scene, const struct candidate *candidate)
{
    const size_t subject = match_argument(&candidate->arguments, (struct frame_slot){FUNCTION_NOM, NULL}, 0);
    const struct token *const word =
        subject == SIZE_MAX ? NULL : &scene->document->tokens[candidate->arguments.items[subject].token];
    if (!word || word->upos != UPOS_PRON)
        return false;
    return knowledge_is_speaker(scene->knowledge, arguments_lemma(scene, candidate->arguments.items[subject].token)) ||
           (lexicon_has_flag(word, ANALYSIS_PERSONAL) && !lexicon_has_flag(word, ANALYSIS_RELATIVE) &&
            scene->mention[candidate->arguments.items[subject].token] == DOCUMENT_NONE);
}

static bool clause__role_is_subject(const struct frame *frame)
{
    const struct frame_role *const role = &frame->roles[ROLE_ACTOR];
    return role->count && role->groups[0].count && role->groups[0].terms[0].slot.function == FUNCTION_NOM;
}

/* The statement that holds what is asked or blamed: "wird gefordert, dass …", in a letter of someone. */
static uint32_t clause__content_statement(const struct scene *scene, const struct candidate *candidate)
{
    const struct document *const document = scene->document;
    for (size_t i = 0; i < candidate->arguments.count && content_is_act_of_words(candidate->type); i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const uint32_t statement = document->token_stance[argument->token].statement;
        if ((argument->slot.function == FUNCTION_DASS || argument->slot.function == FUNCTION_INF) && argument->token > candidate->token &&
            statement != DOCUMENT_NONE && document->statements[statement].entity != DOCUMENT_NONE)
            return statement;
    }
    return DOCUMENT_NONE;
}

static bool clause__is_authority(enum sector sector)
{
    return sector == SECTOR_GOV || sector == SECTOR_MIL || sector == SECTOR_COP || sector == SECTOR_SPY || sector == SECTOR_JUD;
}

/* "Nach Angaben der Luftwaffe in Kiew wurden 40 russische Drohnen abgeschossen": the arms of another that forces tell to have been hit. */
static bool clause__hits_arms(const struct scene *scene, const struct candidate *candidate, const struct party *speaker)
{
    const size_t object = match_argument(&candidate->arguments, (struct frame_slot){FUNCTION_AKK, NULL}, 0);
    uint32_t items[1];
    return speaker->sector == SECTOR_MIL && frame_has_mode(candidate->match.frame, "destroy") && object != SIZE_MAX && candidate->recipients.count &&
           candidate->recipients.items[0].code[0] && strcmp(candidate->recipients.items[0].code, speaker->code) != 0 &&
           match_items(scene, candidate->arguments.items[object].token, items, 1) > 0 && entity_is_arms(scene->document->items[items[0]].item_class);
}

/* "200 Menschen seien festgenommen worden, teilte die Polizei mit": what an authority tells of its own country's repression and forces,
 * of rebels killed and of arms shot down, it did itself. */
static bool clause__tells_own_deed(const struct scene *scene, const struct candidate *candidate, const struct party *speaker)
{
    if (!arguments_is_passive(scene, candidate->token) || !clause__is_authority(speaker->sector) || !speaker->code[0])
        return false;
    const bool own = !candidate->recipients.count || strcmp(candidate->recipients.items[0].code, speaker->code) == 0;
    if (candidate->type == EVENT_SANCTION && !frame_has_mode(candidate->match.frame, "convict") && speaker->sector == SECTOR_GOV)
        return !own;                 /* "die Zusammenarbeit mit Niger sei ausgesetzt, sagte Pistorius" */
    return ((candidate->type == EVENT_COERCE || candidate->type == EVENT_MOBILIZE) && own) ||
           (candidate->type == EVENT_ASSAULT && (side_have_rebels(&candidate->recipients) || clause__hits_arms(scene, candidate, speaker)));
}

/* "Nordkorea testete Raketen. Zwei seien am Morgen gestartet worden, teilte Seoul mit": launches that go on are whose the last was. */
static bool clause__goes_on(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate, const struct party *speaker)
{
    enum { SENTENCES_OF_LAUNCH = 3 };
    const struct token *const tokens = scene->document->tokens;
    if (!frame_has_mode(candidate->match.frame, "weapons"))
        return false;
    for (size_t i = (size_t)(candidate - candidates->items); i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (tokens[candidate->token].sentence - tokens[earlier->token].sentence > SENTENCES_OF_LAUNCH)
            return false;
        const bool launch = earlier->type == EVENT_MOBILIZE ? frame_has_mode(earlier->match.frame, "weapons")
                                                            : earlier->type == EVENT_ASSAULT && earlier->items.count > 0;
        if (launch && earlier->actors.count)
            return strcmp(earlier->actors.items[0].code, speaker->code) != 0;
    }
    return false;
}

/* "man habe Drohnen abgefeuert", "Israel wurde aufgefordert, … zu öffnen", in what someone says. */
void clause_speaker(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t content = clause__content_statement(scene, candidate);
    const uint32_t statement = content != DOCUMENT_NONE ? content : clause__statement(scene, candidate);
    if (candidate->actors.count || candidate->match.frame->kind == FRAME_NOUN || scene->participle[candidate->token] ||
        statement == DOCUMENT_NONE)
        return;
    const struct statement *const said = &document->statements[statement];
    const struct span span = said->speaker_mention != DOCUMENT_NONE ? document->mentions[said->speaker_mention].span : (struct span){0, 0};
    const struct party speaker = roles_party(document, said->entity, span);
    const bool subject = clause__subject_speaks(scene, candidate) && clause__role_is_subject(candidate->match.frame);
    if (roles_have(&candidate->recipients, said->entity) ||                  /* "sie seien aufgefordert worden, sagten die Leute" */
        !(content != DOCUMENT_NONE || candidate->type == EVENT_REQUEST || subject || said_by_actor(candidate->match.frame) ||
          (clause__tells_own_deed(scene, candidate, &speaker) && !clause__goes_on(scene, candidates, candidate, &speaker))))
        return;
    candidate->actors.items[0] = speaker;
    candidate->actors.tokens[0] = candidate->token;
    candidate->actors.count = 1;
}
