/* event/reaction.c: praise, blame, a refusal or a consent concerns whoever did what it speaks of (coding guide, section 3), also where the words
 * name only that: "bedauerte den Schritt", "nannte das Urteil falsch", "winkte ab". The acts before are asked:
 *   - a noun that names an act ("die Strafzölle", "die Razzia") means who is told beside it, else the last act like it or of its type;
 *   - "der Vorwurf" means the last accusation, or the last who said something;
 *   - "das Urteil" means what a court did last, "das Gesetz" what a parliament, "die Resolution" what an organisation of states did;
 *   - "die Entscheidung", "der Schritt" means what someone on another side did, not said, and the report began with: everybody speaks of that; who blames means rather what was
 *     done right before;
 *   - "der Vorstoß" means what someone proposed last;
 *   - "der Beitritt" concerns who is to join, as told before;
 *   - "die Haltung" means what someone on another side said or did last;
 *   - a pronoun means the last act, and if that is a reaction itself, the same as it.
 */
#include "event/reaction.h"

#include "event/implicit.h"
#include "event/side.h"
#include "event/told.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <string.h>

/* ---- what is reacted to ------------------------------------------------------------------------------------------ */

/* "stimmte dem Beschluss zu": a yes to what someone else decided; "einigten sich auf den Beschluss" is none. */
static bool reaction__is_consent(enum event_type type, enum frame_function object)
{
    return (type == EVENT_AGREE || type == EVENT_CONCEDE) && (object == FUNCTION_DAT || object == FUNCTION_AKK);
}

/* What kind of told thing the word means. */
static enum anaphor reaction__anaphor(const struct scene *scene, uint32_t token)
{
    const struct token *const word = &scene->document->tokens[token];
    const bool pronoun = word->upos == UPOS_PRON;                             /* "das" has the lemma of the article */
    const enum anaphor anaphor = knowledge_anaphor(scene->knowledge, word->lemma && !pronoun ? word->lemma : word->form);
    return anaphor != ANAPHOR_NONE || !word->compound_head ? anaphor : knowledge_anaphor(scene->knowledge, word->compound_head);
}

/* "den Angriff", "die Strafzölle": no anaphor, but a word for an act. */
static bool reaction__names_act(const struct scene *scene, uint32_t token)
{
    return scene->document->tokens[token].upos == UPOS_NOUN && match_noun_has_type(scene, token, EVENT_TYPE_COUNT);
}

/* "von Willkür sprechen", "von illegalem Vorgehen": a phrase that makes the frame; what stands as object is what is blamed or refused. */
static bool reaction__is_asked_for(const struct frame *frame, struct frame_slot slot)
{
    if (slot.function == FUNCTION_AKK || slot.function == FUNCTION_DAT || slot.function == FUNCTION_DASS || slot.function == FUNCTION_INF)
        return false;
    for (size_t i = 0; i < frame->condition_count; i++)
        if (frame_slot_equal(frame->conditions[i].slot, slot))
            return true;
    return false;
}

/* Objects, and phrases that the frame asks for or that tell what the act is about: no "wegen des Verdachts". */
static bool reaction__may_hold(const struct scene *scene, const struct candidate *candidate, struct frame_slot slot)
{
    if (slot.function == FUNCTION_NOM)                   /* "die Starts seien nicht hinnehmbar, sagte Tokio" */
        return frame_looks_in(candidate->match.frame, ROLE_ACTOR, (struct frame_slot){FUNCTION_SAID, NULL});
    if (slot.function != FUNCTION_PP)
        return true;
    return reaction__is_asked_for(candidate->match.frame, slot) || frame_looks_in(candidate->match.frame, ROLE_RECIPIENT, slot) ||
           (knowledge_preposition(scene->knowledge, slot.preposition) & PREPOSITION_MATTER);
}

/* Does the word stand for what was told before? What is refused or agreed to need not have been done. */
static bool reaction__may_mean(const struct scene *scene, const struct candidate *candidate, const struct argument *argument)
{
    if (scene->mention[argument->token] != DOCUMENT_NONE)
        return false;
    const enum anaphor anaphor = reaction__anaphor(scene, argument->token);
    const bool protest = candidate->type == EVENT_PROTEST && argument->slot.function == FUNCTION_PP && anaphor != ANAPHOR_VERDICT;      /* that is one's own court's */
    if (anaphor != ANAPHOR_NONE)
        return protest || told_is_reaction(candidate->type) || reaction__is_consent(candidate->type, argument->slot.function);
    const bool court = candidate->type == EVENT_REJECT && candidate->actors.count && candidate->actors.items[0].sector == SECTOR_JUD;
    return reaction__names_act(scene, argument->token) && (protest || candidate->type == EVENT_ACCUSE || candidate->type == EVENT_SUPPORT || court);
}

uint32_t reaction_matter(const struct scene *scene, const struct candidate *candidate)
{
    const bool told = arguments_has(&candidate->arguments, FUNCTION_DASS) || arguments_has(&candidate->arguments, FUNCTION_INF);
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        if (argument->weak || !reaction__may_hold(scene, candidate, argument->slot) || !reaction__may_mean(scene, candidate, argument))
            continue;
        if (scene->document->tokens[argument->token].upos != UPOS_NOUN && !told)         /* but not "lehnte es ab, … zu verhandeln" */
            return argument->token;
        const bool claim = argument->slot.function != FUNCTION_PP && reaction__anaphor(scene, argument->token) == ANAPHOR_CLAIM;      /* "alle Vorwürfe" */
        const bool asked = reaction__is_asked_for(candidate->match.frame, argument->slot) &&
                           reaction__anaphor(scene, argument->token) != ANAPHOR_NONE;           /* but not "sprach von Provokation" */
        if (claim || implicit_is_definite(scene, argument->token) || asked)
            return argument->token;
    }
    return DOCUMENT_NONE;
}

bool reaction_is_to_claim(const struct scene *scene, const struct candidate *candidate)
{
    const uint32_t matter = reaction_matter(scene, candidate);
    return matter != DOCUMENT_NONE && scene->document->tokens[matter].upos == UPOS_NOUN && reaction__anaphor(scene, matter) == ANAPHOR_CLAIM;
}

/* The types of act that the noun names, with those under which the same may be told. */
static uint32_t reaction__types(const struct scene *scene, uint32_t noun)
{
    static const uint32_t also[EVENT_TYPE_COUNT] = {
        [EVENT_SANCTION] = TOLD_TYPE(THREATEN) | TOLD_TYPE(COERCE), [EVENT_COERCE] = TOLD_TYPE(SANCTION),
        [EVENT_MOBILIZE] = TOLD_TYPE(ASSAULT), [EVENT_RETREAT] = TOLD_TYPE(CONCEDE), [EVENT_CONCEDE] = TOLD_TYPE(RETREAT)};
    const uint32_t dealings = TOLD_TYPE(AGREE) | TOLD_TYPE(SUPPORT) | TOLD_TYPE(COOPERATE) | TOLD_TYPE(CONSULT);
    uint32_t types = 0;
    for (int type = 0; type < EVENT_TYPE_COUNT; type++)
        if (match_noun_has_type(scene, noun, (enum event_type)type))
            types |= UINT32_C(1) << type | also[type];
    if (types & TOLD_TYPE(MOBILIZE))                     /* "die Übungen": alone or with others */
        return types & (TOLD_TYPE(MOBILIZE) | TOLD_TYPE(ASSAULT) | TOLD_TYPE(COOPERATE));
    return types & dealings ? 0 : types;
}

/* ---- whom the word for it means ------------------------------------------------------------------------------------ */

/* "verurteilte den Putsch": who did it is told beside the noun or by the last act like it, else by the last of its types; power is seized by
 * nobody from abroad. */
static const struct role_parties *reaction__of_noun(const struct reaction *reaction, uint32_t matter)
{
    const uint32_t index = reaction->candidates->of_token[matter], types = reaction__types(reaction->scene, matter);
    const struct candidate *const noun = index == DOCUMENT_NONE ? NULL : &reaction->candidates->items[index];
    if (noun && types && noun->actors.count && !told_is_own(reaction, &noun->actors))
        return &noun->actors;
    const struct frame *const named = noun ? noun->match.frame : match_noun_frame(reaction->scene, matter, types);
    const struct frame *const kind = noun || (named && frame_has_mode(named, "weapons")) ? named : NULL;      /* "die Starts"; exercises are told in many ways */
    const struct role_parties *const like = kind ? told_named(reaction, types, kind) : NULL;
    const struct role_parties *const meant = like ? like : told_named(reaction, types, NULL);
    const bool power = noun && noun->type == EVENT_COERCE && frame_has_mode(noun->match.frame, "seize");
    return meant && !like && power && !strcmp(meant->items[0].code, "IGO") ? NULL : meant;
}

/* Does the statement tell an act of those who answer? */
static bool reaction__speaks_of(const struct reaction *reaction, size_t statement)
{
    for (size_t i = 0; i < reaction->index; i++) {
        const struct candidate *const told = &reaction->candidates->items[i];
        if (reaction->scene->document->token_stance[told->token].statement == statement && side_overlap(&told->actors, &reaction->candidate->actors, false))
            return true;
    }
    return false;
}

/* The one who said something last before the trigger; about: of those who answer. */
static bool reaction__claimant(const struct reaction *reaction, bool about, struct role_parties *found)
{
    const struct document *const document = reaction->scene->document;
    const struct candidate *const candidate = reaction->candidate;
    const uint32_t trigger = document->tokens[candidate->token].span.begin_byte;
    uint32_t latest = 0;
    for (size_t i = 0; i < document->statement_count; i++) {
        const struct statement *const statement = &document->statements[i];
        const uint32_t end = statement->quote.count ? statement->quote.items[statement->quote.count - 1].end_byte : 0;
        if (!end || end > trigger || end < latest || statement->entity == DOCUMENT_NONE || (about && !reaction__speaks_of(reaction, i)))
            continue;
        const struct role_parties speaker = roles_speaker(document, statement->entity, candidate->token);
        if (!speaker.items[0].code[0] || side_overlap(&speaker, &candidate->actors, false))
            continue;
        *found = speaker;
        latest = end;
    }
    return latest > 0;
}

/* "die Aufnahme Schwedens in die Nato … stimmte dem Beitritt zu": whose accession a word told last before the matter. */
static bool reaction__joiner(const struct reaction *reaction, uint32_t matter, struct role_parties *found)
{
    const struct scene *const scene = reaction->scene;
    const struct document *const document = scene->document;
    for (uint32_t noun = matter; noun-- > 0;) {
        if (document->tokens[noun].upos != UPOS_NOUN || reaction__anaphor(scene, noun) != ANAPHOR_ACCESSION)
            continue;
        for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
            const uint32_t mention = document->tokens[child].relation == RELATION_NMOD && tree_preposition(document, child) == DOCUMENT_NONE
                                         ? document->token_mention[child] : DOCUMENT_NONE;
            if (mention == DOCUMENT_NONE)
                continue;
            *found = (struct role_parties){.count = 1};
            found->items[0] = roles_party(document, document->mentions[mention].entities[0], document->mentions[mention].span);
            found->tokens[0] = child;
            if (found->items[0].code[0] && !side_overlap(found, &reaction->candidate->actors, false))
                return true;
        }
    }
    return false;
}

/* Do those who answer do it, or do they get or trade what it gives? */
static bool reaction__takes_part(const struct reaction *reaction, const struct candidate *told)
{
    const bool deal = told->type == EVENT_AID || told->type == EVENT_COOPERATE || told->type == EVENT_AGREE;
    return side_overlap(&told->actors, &reaction->candidate->actors, false) || (deal && side_overlap(&told->recipients, &reaction->candidate->actors, false));
}

/* "Laut Kiew beschoss Russland die Stadt. Moskau wies das zurück": who claimed what was told last, if that is of those who react. */
static bool reaction__teller(const struct reaction *reaction, struct role_parties *found)
{
    const struct document *const document = reaction->scene->document;
    const struct candidate *earlier = NULL;
    for (size_t i = reaction->index; i-- > 0 && !earlier;)
        if (reaction->candidates->items[i].type != EVENT_TYPE_COUNT && reaction->candidates->items[i].match.frame->kind != FRAME_NOUN &&
            reaction->candidates->items[i].actors.count)
            earlier = &reaction->candidates->items[i];
    const uint32_t statement = earlier ? document->token_stance[earlier->token].statement : DOCUMENT_NONE;
    if (statement == DOCUMENT_NONE || document->statements[statement].entity == DOCUMENT_NONE || !reaction__takes_part(reaction, earlier))
        return false;
    *found = roles_speaker(document, document->statements[statement].entity, reaction->candidate->token);
    return found->items[0].code[0] && !side_overlap(found, &reaction->candidate->actors, false);
}

static const struct role_parties *reaction__meant(const struct reaction *reaction, uint32_t matter, struct role_parties *claimant)
{
    const struct scene *const scene = reaction->scene;
    const enum anaphor anaphor = reaction__anaphor(scene, matter);
    const struct role_parties *meant = NULL;
    if (scene->document->tokens[matter].upos != UPOS_NOUN && reaction__teller(reaction, claimant))
        return claimant;
    if (scene->document->tokens[matter].upos != UPOS_NOUN)
        return told_of_pronoun(reaction, lexicon_has_flag(&scene->document->tokens[matter], ANALYSIS_PERSONAL) &&
                                             !lexicon_has_flag(&scene->document->tokens[matter], ANALYSIS_DEMONSTRATIVE));
    switch (anaphor) {
    case ANAPHOR_NONE:
        meant = reaction__of_noun(reaction, matter);
        return meant ? meant : told_helper(reaction);
    case ANAPHOR_CLAIM:
        meant = told_last(reaction, TOLD_TYPE(ACCUSE), TOLD_SENTENCES_OF_WORDS);
        if (!meant && (reaction__claimant(reaction, true, claimant) || reaction__claimant(reaction, false, claimant)))
            return claimant;
        return meant;
    case ANAPHOR_RESOLUTION:
    case ANAPHOR_VERDICT:
        meant = told_last_body(reaction, anaphor);
        break;
    case ANAPHOR_LAW:
        return told_last_body(reaction, anaphor);
    case ANAPHOR_ATTACK:
        return told_named(reaction, TOLD_TYPE(ASSAULT), NULL);
    case ANAPHOR_ACCESSION:
        return reaction__joiner(reaction, matter, claimant) ? claimant : told_applicant(reaction);
    case ANAPHOR_STANCE:
        return told_last(reaction, ~TOLD_TYPE(CONSULT), TOLD_SENTENCES_OF_WORDS);
    case ANAPHOR_PROPOSAL:
        return told_last(reaction, TOLD_TYPE(REQUEST) | TOLD_TYPE(AGREE), TOLD_SENTENCES_OF_WORDS);
    case ANAPHOR_ACT:
        break;
    }
    if (!meant && (reaction->candidate->type == EVENT_ACCUSE || reaction->candidate->type == EVENT_PROTEST))
        meant = told_last(reaction, TOLD_DECISIONS, 1);                 /* blame follows at once; what is praised is what the report is about */
    meant = meant ? meant : told_first(reaction, TOLD_DECISIONS);
    return meant ? meant : told_last(reaction, TOLD_TYPE(SUPPORT) | TOLD_TYPE(REQUEST), TOLD_SENTENCES_OF_NOTHING);      /* a resolution passed, a plan laid before others */
}

/* ---- what is protested against ------------------------------------------------------------------------------------ */

/* "gegen ein Gesetz, das die Regierung beschlossen hat": who does what a clause tells of the word. */
static bool reaction__doer(const struct reaction *reaction, uint32_t matter, struct role_parties *found)
{
    const struct document *const document = reaction->scene->document;
    for (uint32_t child = tree_first_child(document, matter); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        if (document->tokens[child].relation != RELATION_ACL || !reaction->scene->verb_lemma[child])
            continue;
        struct arguments arguments;
        arguments_of_verb(reaction->scene, child, &arguments);
        const size_t subject = arguments_strong(&arguments, FUNCTION_NOM);
        *found = (struct role_parties){.count = 0};
        if (subject != SIZE_MAX)
            roles_add(reaction->scene, arguments.items[subject].slot, arguments.items[subject].token, found);
        if (found->count && found->items[0].code[0])
            return true;
    }
    return false;
}

/* "Vor der Botschaft verbrannten Studenten Fahnen und warfen mit Steinen": what stands before the first of two verbs is the second's too. */
static const struct role_parties *reaction__before_both(const struct reaction *reaction)
{
    const uint32_t first = tree_first_conjunct(reaction->scene->document, reaction->candidate->token);
    const uint32_t index = first == reaction->candidate->token ? DOCUMENT_NONE : reaction->candidates->of_token[first];
    const struct candidate *const before = index == DOCUMENT_NONE ? NULL : &reaction->candidates->items[index];
    const bool leads = before && before->type == EVENT_PROTEST && before->recipients.count && before->recipients.tokens[0] < first;
    return leads && side_overlap(&before->actors, &reaction->candidate->actors, true) ? &before->recipients : NULL;
}

/* "gegen die Ausweisung", "gegen Steuern, mit denen die Regierung …": who took the measure. */
static const struct role_parties *reaction__protested(const struct reaction *reaction, uint32_t matter, struct role_parties *doer)
{
    const struct candidate *const candidate = reaction->candidate;
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        if (argument->slot.function == FUNCTION_PP && frame_looks_in(candidate->match.frame, ROLE_RECIPIENT, argument->slot) &&
            reaction__doer(reaction, argument->token, doer))
            return doer;
    }
    if (matter == DOCUMENT_NONE)
        return reaction__before_both(reaction);
    if (reaction__anaphor(reaction->scene, matter) != ANAPHOR_NONE)
        return reaction__meant(reaction, matter, doer);
    const uint32_t act = reaction->candidates->of_token[matter];        /* only one like it: "gegen die Aufrüstung" is not that of somebody else */
    const uint32_t types = reaction__types(reaction->scene, matter) & ~TOLD_TYPE(MOBILIZE);
    return act == DOCUMENT_NONE ? NULL : told_named(reaction, types, reaction->candidates->items[act].match.frame);
}

/* ---- where no word tells it ---------------------------------------------------------------------------------------- */

/* "winkte ab", "sprach von Willkür", "aus Rom kam Lob": what is reacted to stands in no word of the clause. */
static bool reaction__tells_nothing(const struct reaction *reaction)
{
    const struct candidate *const candidate = reaction->candidate;
    const uint32_t subject = tree_subject(reaction->scene->document, candidate->token);
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const bool name = subject != DOCUMENT_NONE && argument->weak && argument->slot.function != FUNCTION_PP && tree_is_inside(reaction->scene->document, argument->token, subject);
        const bool reflexive = lexicon_has_flag(&reaction->scene->document->tokens[argument->token], ANALYSIS_REFLEXIVE);
        const bool own = name || (argument->weak && reflexive) || argument->token == candidate->match.noun || argument->slot.function == FUNCTION_NOM ||
                         argument->slot.function == FUNCTION_REFL || argument->slot.function == FUNCTION_NEG || argument->slot.function == FUNCTION_CEASES;
        const unsigned use = argument->slot.function == FUNCTION_PP ? knowledge_preposition(reaction->scene->knowledge, argument->slot.preposition) : 0;
        const bool matter = argument->slot.function == FUNCTION_PP && (!use || (use & PREPOSITION_MATTER));
        if (!own && (matter || argument->weak || argument->slot.function != FUNCTION_PP) &&
            (matter || !reaction__is_asked_for(candidate->match.frame, argument->slot)))
            return false;
    }
    return true;
}

/* "sprach von Willkür", "reagierte mit Protest": the frame asks for the word that blames. */
static bool reaction__is_labelled(const struct frame *frame)
{
    bool phrase = false;
    for (size_t i = 0; i < frame->condition_count; i++)
        phrase = phrase || frame->conditions[i].slot.function == FUNCTION_PP;
    return (phrase || frame->kind == FRAME_LIGHT) && !frame_has_mode(frame, "investigate");
}

/* Blame, praise and threats answer what was done just before, a refusal what was asked, offered or imposed. A treaty that is signed answers nobody. */
static const struct role_parties *reaction__of_nothing(const struct reaction *reaction)
{
    const enum event_type type = reaction->candidate->type;
    const uint32_t refused = (TOLD_DECISIONS | TOLD_TYPE(REQUEST)) & ~(TOLD_TYPE(REJECT) | TOLD_TYPE(ASSAULT));
    const bool praise = type == EVENT_SUPPORT && reaction->candidate->match.frame->kind == FRAME_LIGHT;
    const bool blame = type == EVENT_ACCUSE && reaction__is_labelled(reaction->candidate->match.frame);
    if (type == EVENT_THREATEN && !frame_has_mode(reaction->candidate->match.frame, "arrest"))
        return told_target(reaction);
    if ((!blame && type != EVENT_REJECT && !praise) || !reaction__tells_nothing(reaction))
        return NULL;
    const struct role_parties *const done = told_last(reaction, type == EVENT_REJECT ? refused : TOLD_DECISIONS, TOLD_SENTENCES_OF_NOTHING);
    if (done || !blame)
        return done;
    const struct role_parties *const accuser = told_accuser(reaction);
    return accuser ? accuser : told_blamed(reaction);
}

/* Does the pronoun go with the noun in gender and number? */
static bool reaction__goes_with(const struct token *pronoun, const struct token *noun)
{
    for (size_t i = 0; i < pronoun->analysis_count; i++) {
        const struct morphology *const m = &pronoun->analyses[i].morphology;
        if (m->number == noun->morphology.number && (m->number == NUMBER_PLUR || m->gender == noun->morphology.gender))
            return true;
    }
    return false;
}

/* "Der Rat verhängte Sanktionen. Iran nannte sie illegal": an object is rather the thing that was the object before than who did it. */
static const struct role_parties *reaction__of_thing(const struct reaction *reaction)
{
    const struct document *const document = reaction->scene->document;
    const struct role_parties *const told = &reaction->candidate->recipients;
    const size_t object = arguments_strong(&reaction->candidate->arguments, FUNCTION_AKK);
    const uint32_t pronoun = object == SIZE_MAX ? DOCUMENT_NONE : reaction->candidate->arguments.items[object].token;
    if (pronoun == DOCUMENT_NONE || document->tokens[pronoun].upos != UPOS_PRON || told->count == 0 || told->tokens[0] != pronoun ||
        !lexicon_has_flag(&document->tokens[pronoun], ANALYSIS_PERSONAL))
        return NULL;
    for (size_t i = reaction->index; i-- > 0;) {
        const struct candidate *const earlier = &reaction->candidates->items[i];
        if (document->tokens[pronoun].sentence - document->tokens[earlier->token].sentence > 1)
            return NULL;
        const size_t before = arguments_strong(&earlier->arguments, FUNCTION_AKK);
        const uint32_t thing = before == SIZE_MAX || earlier->match.frame->kind == FRAME_NOUN ? DOCUMENT_NONE : earlier->arguments.items[before].token;
        if (thing == DOCUMENT_NONE || earlier->type == EVENT_TYPE_COUNT)
            continue;
        const bool goes = document->tokens[thing].upos == UPOS_NOUN && reaction->scene->mention[thing] == DOCUMENT_NONE &&
                          reaction__goes_with(&document->tokens[pronoun], &document->tokens[thing]);
        const struct role_parties *const meant = told_is_reaction(earlier->type) ? &earlier->recipients : &earlier->actors;
        return goes && meant->count && !told_is_own(reaction, meant) ? meant : NULL;
    }
    return NULL;
}

void reaction_fill(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const struct reaction reaction = {scene, candidates, candidate, index};
    struct role_parties claimant = {.count = 0};
    const struct role_parties *const thing = candidate->type == EVENT_ACCUSE || candidate->type == EVENT_SUPPORT ? reaction__of_thing(&reaction) : NULL;
    if (thing)
        candidate->recipients = *thing;
    const bool protest = candidate->type == EVENT_PROTEST;
    if (candidate->type == EVENT_TYPE_COUNT || candidate->recipients.count || frame_is_closed(candidate->match.frame) ||
        (!protest && (!candidate->actors.count || candidate->match.frame->kind == FRAME_NOUN)))
        return;
    const uint32_t matter = reaction_matter(scene, candidate);
    const struct role_parties *const meant = candidate->type == EVENT_REQUEST ? told_holder(&reaction)
                                             : protest                        ? reaction__protested(&reaction, matter, &claimant)
                                             : matter == DOCUMENT_NONE        ? reaction__of_nothing(&reaction)
                                                                              : reaction__meant(&reaction, matter, &claimant);
    if (!meant || !meant->items[0].code[0] || (candidate->type == EVENT_SUPPORT && told_is_own(&reaction, meant)))
        return;
    candidate->recipients = *meant;
}
