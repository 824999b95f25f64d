/* event/content.c: recipients of acts of words that their frame does not find. A demand, refusal, accusation, promise or threat is
 * addressed by its content (coding guide, section 3): the subject of the content clause ("die EU müsse …"), else the nearest
 * party that stands in the clause or noun phrase and is not the one who speaks. */
#include "event/content.h"

#include "event/implicit.h"
#include "event/side.h"
#include "event/subject.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <string.h>

enum { CONTENT_DEEPEST = 2 };

struct content {
    const struct scene *scene;
    const struct candidates *candidates;
    struct candidate *candidate;     /* the act of words whose recipients are looked for */
    const struct candidate *act;     /* what is asked, where a frame names it: to whom it is done is not who shall do it; or NULL */
};

bool content_is_act_of_words(enum event_type type)
{
    switch (type) {
    case EVENT_REQUEST:
    case EVENT_ACCUSE:
    case EVENT_REJECT:
    case EVENT_SUPPORT:
    case EVENT_AGREE:
    case EVENT_THREATEN:
    case EVENT_CONCEDE:
        return true;
    default:
        return false;
    }
}

static bool content__is_actor(const struct candidate *candidate, const struct party *party)
{
    for (size_t i = 0; i < candidate->actors.count; i++) {
        const struct party *const actor = &candidate->actors.items[i];
        if ((actor->entity == party->entity && party->entity != DOCUMENT_NONE) ||
            (party->code[0] && strcmp(actor->code, party->code) == 0))
            return true;
    }
    return false;
}

/* Towns and regions are threatened; in what is asked, blamed or promised they only tell where. */
static bool content__may_be_place(enum event_type type)
{
    return type == EVENT_THREATEN;
}

static bool content__is_place(const struct document *document, const struct party *party)
{
    return party->entity != DOCUMENT_NONE && document->entities[party->entity].kind == ENTITY_PLACE && party->sector != SECTOR_GOV;
}

static bool content__are_places(const struct document *document, const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++)
        if (!content__is_place(document, &parties->items[i]))
            return false;
    return parties->count > 0;
}

static bool content__fits(const struct scene *scene, const struct candidate *candidate, const struct party *party)
{
    return party->code[0] && !content__is_actor(candidate, party) && (!content__is_place(scene->document, party) || content__may_be_place(candidate->type));
}

static bool content__suffers(const struct content *content, const struct party *party)
{
    return content->act && party->entity != DOCUMENT_NONE && roles_have(&content->act->recipients, party->entity) &&
           !roles_have(&content->act->actors, party->entity);
}

/* Who is blamed, praised or asked did or shall do the act; a promise, refusal or threat is made to the one it is done to. */
static bool content__concerns_actor(enum event_type type)
{
    return type == EVENT_ACCUSE || type == EVENT_REQUEST || type == EVENT_SUPPORT;
}

/* Acts done by others as a rule; whom a state convicts or arrests is its own. */
static bool content__is_done_by_others(const struct candidate *act)
{
    return act->match.frame && act->match.frame->kind == FRAME_NOUN &&
           (act->type == EVENT_ASSAULT || (act->type == EVENT_SANCTION && !frame_has_mode(act->match.frame, "convict")));
}

/* "forderte ein Ende der Angriffe auf Israel": a party named beside a noun that tells an act done to it. */
static bool content__suffers_from_noun(const struct content *content, const struct party *party, uint32_t token)
{
    const struct document *const document = content->scene->document;
    for (uint32_t at = token; content__concerns_actor(content->candidate->type) && at != DOCUMENT_NONE; at = tree_head(document, at)) {
        const uint32_t index = content->candidates->of_token[at];
        const struct candidate *const act = index == DOCUMENT_NONE ? NULL : &content->candidates->items[index];
        if (act == content->candidate)
            return false;
        if (act && content__is_done_by_others(act) && side_has(&act->recipients, party, false) && !side_has(&act->actors, party, false))
            return true;
    }
    return false;
}

static bool content__take_fitting(const struct content *content, const struct role_parties *found)
{
    struct candidate *const candidate = content->candidate;
    for (size_t i = 0; i < found->count && candidate->recipients.count < ROLES_MOST; i++)
        if (content__fits(content->scene, candidate, &found->items[i]) && !content__suffers(content, &found->items[i]) &&
            !content__suffers_from_noun(content, &found->items[i], found->tokens[i])) {
            candidate->recipients.tokens[candidate->recipients.count] = found->tokens[i];
            candidate->recipients.items[candidate->recipients.count++] = found->items[i];
        }
    return candidate->recipients.count > 0;
}

static bool content__take_act(const struct content *content, const struct candidate *act)
{
    if (act->type == EVENT_TYPE_COUNT)
        return false;
    const bool actor = content__concerns_actor(content->candidate->type);
    if (act->type == EVENT_SUPPORT && act->match.frame && act->match.frame->kind == FRAME_NOUN && content__take_fitting(content, &act->actors))
        return true;                     /* "blockierte den Beitritt Schwedens zur Nato" */
    return content__take_fitting(content, actor ? &act->actors : &act->recipients) ||
           (!actor && content__take_fitting(content, &act->actors));
}

/* The parties at token that do not speak themselves. */
static bool content__take(const struct content *content, uint32_t token)
{
    const struct scene *const scene = content->scene;
    struct role_parties found = {.count = 0};
    const uint32_t act = content->candidates->of_token[token];
    if (act != DOCUMENT_NONE && content__take_act(content, &content->candidates->items[act]))
        return true;
    roles_add(scene, (struct frame_slot){FUNCTION_AKK, NULL}, token, &found);
    return content__take_fitting(content, &found);
}

/* "auf einem Gipfel in Washington", "in einem Interview mit CNN": where the words were said. */
static bool content__is_setting(const struct content *content, uint32_t token)
{
    const char *const preposition = arguments_is_noun(content->scene, token) ? arguments_preposition(content->scene, token) : NULL;
    return (knowledge_preposition(content->scene->knowledge, preposition) & (PREPOSITION_PLACE | PREPOSITION_OCCASION | PREPOSITION_DURING)) &&
           knowledge_is_setting(content->scene->knowledge, &content->scene->document->tokens[token]);
}

/* "schlug vor, mit dem Kosovo zu verhandeln": with whom something is asked or blamed to be done is not asked. */
static bool content__may_be_meant(const struct content *content, uint32_t verb, uint32_t token)
{
    const char *const preposition =
        content->scene->verb_lemma[verb] && content__concerns_actor(content->candidate->type) ? arguments_preposition(content->scene, token) : NULL;
    const unsigned use = knowledge_preposition(content->scene->knowledge, preposition);
    return !(use & PREPOSITION_MEANS) || (use & PREPOSITION_AGENT);
}

/* "…, was China verurteilte": a comment that the parser hung on the noun before. */
static bool content__is_comment(const struct scene *scene, uint32_t child)
{
    const uint32_t first = tree_subtree(scene->document, child).first;
    const uint32_t pronoun = first + (scene->document->tokens[first].upos == UPOS_PUNCT);
    return scene->verb_lemma[child] && pronoun < child && arguments_is_of_clause(scene, pronoun);
}

/* Who did what the clause before tells. */
static bool content__commented(const struct content *content, uint32_t verb)
{
    const uint32_t act = content->candidates->of_token[verb];
    if (act != DOCUMENT_NONE && content__take_fitting(content, &content->candidates->items[act].actors))
        return true;
    struct arguments arguments;
    arguments_of_verb(content->scene, verb, &arguments);
    const size_t subject = arguments_strong(&arguments, FUNCTION_NOM);
    struct role_parties found = {.count = 0};
    if (subject == SIZE_MAX)
        return false;
    roles_add(content->scene, arguments.items[subject].slot, arguments.items[subject].token, &found);
    return content__take_fitting(content, &found);
}

/* "forderte Zugang für Helfer": for whom something is asked, praised or blamed is not who does it. */
static bool content__is_beneficiary(const struct content *content, uint32_t token)
{
    const char *const preposition = content__concerns_actor(content->candidate->type) ? arguments_preposition(content->scene, token) : NULL;
    return knowledge_preposition(content->scene->knowledge, preposition) & PREPOSITION_PURPOSE;
}

/* Does what hangs on the token belong to what is asked or blamed? */
static bool content__is_inside(const struct content *content, uint32_t token, uint32_t child)
{
    const bool clause = content->candidate->match.frame->mutual && content->scene->verb_lemma[child];       /* "einen Vertrag über Panzer, die Peru baut" */
    return !clause && content__may_be_meant(content, token, child) && !content__is_setting(content, child) && !subject_is_of_next_clause(content->scene, child) &&
           !content__is_comment(content->scene, child) && !content__is_beneficiary(content, child);
}

/* Level by level: a party near the head of the content is meant rather than one deep inside it. */
static bool content__level(const struct content *content, uint32_t token, unsigned level)
{
    if (level == 0)
        return content__take(content, token);
    const struct document *const document = content->scene->document;
    bool found = false;
    for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE && !found;
         child = tree_next_sibling(document, child))
        found = content__is_inside(content, token, child) && content__level(content, child, level - 1);
    return found;
}

static bool content__phrase(const struct content *content, uint32_t token, unsigned from)
{
    for (unsigned level = from; level <= CONTENT_DEEPEST; level++)
        if (content__level(content, token, level))
            return true;
    return false;
}

/* "weigert sich, Munition für Leopard-Panzer an Deutschland zu verkaufen": to whom the act is done is who is refused it. */
static bool content__take_recipients(const struct content *content, uint32_t verb)
{
    const uint32_t act = content->candidates->of_token[verb];
    return act != DOCUMENT_NONE && content->candidates->items[act].type != EVENT_TYPE_COUNT && !content__concerns_actor(content->candidate->type) &&
           content__take_fitting(content, &content->candidates->items[act].recipients);
}

static bool content__clause(const struct content *content, uint32_t verb)
{
    const struct scene *const scene = content->scene;
    if (content__take_recipients(content, verb))
        return true;
    static const enum frame_function order[] = {FUNCTION_NOM, FUNCTION_DAT, FUNCTION_AKK, FUNCTION_PP};
    struct arguments arguments;
    if (scene->verb_lemma[verb]) {
        arguments_of_verb(scene, verb, &arguments);
        for (size_t step = 0; step < sizeof order / sizeof *order; step++)
            for (size_t i = 0; i < arguments.count; i++)
                if (arguments.items[i].slot.function == order[step] && content__may_be_meant(content, verb, arguments.items[i].token) &&
                    !content__is_setting(content, arguments.items[i].token) && content__take(content, arguments.items[i].token))
                    return true;
    }
    return content__phrase(content, verb, 1);
}

/* "verurteilte den Test als Verstoß gegen UN-Resolutionen": what something is called beside an object. */
static bool content__is_label(const struct content *content, const struct argument *argument)
{
    return content__concerns_actor(content->candidate->type) && (knowledge_preposition(content->scene->knowledge, argument->slot.preposition) & PREPOSITION_CLAUSE) &&
           arguments_strong(&content->candidate->arguments, FUNCTION_AKK) != SIZE_MAX;
}

/* Is this companion what the act is about? Of the prepositional phrases only those that the frame asks for, or where it looks for the
 * recipient ("gegen den von Paris eingebrachten Entwurf"). */
static bool content__holds(const struct content *content, const struct argument *argument)
{
    const struct frame *const frame = content->candidate->match.frame;
    switch (argument->slot.function) {
    case FUNCTION_AKK:
    case FUNCTION_DAT:
    case FUNCTION_GEN:
    case FUNCTION_DASS:
    case FUNCTION_INF:
        return !argument->weak;
    case FUNCTION_PP:
        if (content__is_label(content, argument) || content__is_setting(content, argument->token))
            return false;
        for (size_t i = 0; i < frame->condition_count; i++)
            if (frame_slot_equal(frame->conditions[i].slot, argument->slot))
                return true;
        if (!argument->weak && frame_looks_in(frame, ROLE_RECIPIENT, argument->slot))
            return true;
        return !argument->weak && content->candidates->of_token[argument->token] != DOCUMENT_NONE &&
               (knowledge_preposition(content->scene->knowledge, argument->slot.preposition) & PREPOSITION_MATTER);
    default:
        return false;
    }
}

/* The act that a demand's object or infinitive names. */
static const struct candidate *content__demanded(const struct candidates *candidates, const struct candidate *candidate)
{
    for (size_t i = 0; candidate->type == EVENT_REQUEST && i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const uint32_t act = candidates->of_token[argument->token];
        if ((argument->slot.function == FUNCTION_AKK || argument->slot.function == FUNCTION_INF) && act != DOCUMENT_NONE)
            return &candidates->items[act];
    }
    return NULL;
}

/* "verlangte die Freilassung der Frau": she is not asked; nor is Israel in "ein Ende der Angriffe auf Israel". */
static void content__drop_suffering(const struct content *content, bool by_nouns)
{
    struct role_parties *const recipients = &content->candidate->recipients;
    size_t kept = 0;
    for (size_t i = 0; i < recipients->count; i++)
        if (by_nouns ? !content__suffers_from_noun(content, &recipients->items[i], recipients->tokens[i])
                     : !content__suffers(content, &recipients->items[i]))
            roles_keep(recipients, i, &kept);
    recipients->count = kept;
}

/* "wies den Bericht zurück, wonach er Russland Raketen geliefert habe": to whom that would be done is refused nothing. */
static bool content__denies_claim(const struct content *content)
{
    const struct candidate *const candidate = content->candidate;
    for (size_t i = 0; candidate->type == EVENT_REJECT && i < candidate->arguments.count; i++) {
        const struct token *const word = &content->scene->document->tokens[candidate->arguments.items[i].token];
        if (content__holds(content, &candidate->arguments.items[i]) && word->upos == UPOS_NOUN && word->lemma &&
            knowledge_anaphor(content->scene->knowledge, word->lemma) == ANAPHOR_CLAIM)
            return true;
    }
    return false;
}

/* "verurteilte den Anschlag in Kabul", "die Festnahme von Journalisten", "den Verstoß gegen UN-Resolutionen": whoever suffered an act is not blamed for it, and who did it only where that is told. */
static bool content__is_hostile(const struct content *content, uint32_t token)
{
    const uint32_t act = content->candidates->of_token[token];
    const enum event_type type = act == DOCUMENT_NONE ? EVENT_TYPE_COUNT : content->candidates->items[act].type;
    return content__concerns_actor(content->candidate->type) && content->candidate->type != EVENT_REQUEST &&
           (type == EVENT_ASSAULT || type == EVENT_COERCE || type == EVENT_SANCTION || type == EVENT_REJECT) && content->candidates->items[act].match.frame->kind == FRAME_NOUN;
}

static void content__search(const struct content *content)
{
    struct candidate *const candidate = content->candidate;
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        if (!content__holds(content, argument))
            continue;
        const bool clause = argument->slot.function == FUNCTION_DASS || argument->slot.function == FUNCTION_INF;
        if (clause && content->candidate->match.frame->mutual)
            continue;
        if (!clause && content->scene->verb_lemma[argument->token]) {
            if (content__commented(content, argument->token))
                return;
            continue;
        }
        if (content__is_hostile(content, argument->token)) {
            if (content__take_fitting(content, &content->candidates->items[content->candidates->of_token[argument->token]].actors))
                return;
            continue;
        }
        if (clause ? content__clause(content, argument->token) : content__phrase(content, argument->token, 0))
            return;
    }
}

/* "Bei einem Treffen mit Modi sagte er Hilfe zu", "bei seinem Besuch in Kiew": what is promised or asked in talks is so to the other side. */
static bool content__partners(const struct content *content)
{
    const struct scene *const scene = content->scene;
    const struct candidate *const candidate = content->candidate;
    for (size_t i = 0; i < candidate->arguments.count && (candidate->type == EVENT_AGREE || candidate->type == EVENT_REQUEST); i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const uint32_t index = content->candidates->of_token[argument->token];
        const struct candidate *const talks = index == DOCUMENT_NONE ? NULL : &content->candidates->items[index];
        if (argument->slot.function != FUNCTION_PP || argument->weak || !talks || talks->type != EVENT_CONSULT ||
            !(knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_OCCASION))
            continue;
        if (talks->recipients.count ? content__take_fitting(content, &talks->recipients)
                                    : side_overlap(&talks->actors, &candidate->actors, false) && content__take_fitting(content, &talks->actors))
            return true;
    }
    return false;
}

/* "bat vor dem Kongress um Waffen", "verlangte im Sicherheitsrat …": who demands before a parliament or body of states of others asks it. */
static bool content__forum(const struct content *content)
{
    const struct scene *const scene = content->scene;
    const struct candidate *const candidate = content->candidate;
    for (size_t i = 0; candidate->type == EVENT_REQUEST && candidate->match.frame->kind != FRAME_NOUN && i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const struct entity *const forum = argument->slot.function == FUNCTION_PP &&
                                                   (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_PLACE)
                                               ? match_entity(scene, argument->slot, argument->token) : NULL;
        struct role_parties found = {.count = 0};
        if (!forum || forum->kind != ENTITY_ORGANISATION || (forum->sector != SECTOR_LEG && strcmp(forum->code, "IGO") != 0))
            continue;
        roles_add(scene, argument->slot, argument->token, &found);
        if (content__take_fitting(content, &found))
            return true;
    }
    return false;
}

/* "für den Beitritt", "das Abkommen": whose it is was told when the word stood before ("den Beitritt Schwedens"). */
static bool content__told_before(const struct content *content, uint32_t noun)
{
    enum { TOLD_SENTENCES = 12 };
    const struct document *const document = content->scene->document;
    const char *const lemma = document->tokens[noun].lemma;
    if (document->tokens[noun].upos != UPOS_NOUN || !lemma || !implicit_is_definite(content->scene, noun))
        return false;
    for (uint32_t at = noun; at-- > 0;) {
        const struct token *const token = &document->tokens[at];
        struct role_parties found = {.count = 0};
        if (document->tokens[noun].sentence - token->sentence > TOLD_SENTENCES)
            return false;
        if (token->upos != UPOS_NOUN || !token->lemma || strcmp(token->lemma, lemma) != 0)
            continue;
        roles_add(content->scene, (struct frame_slot){FUNCTION_AKK, NULL}, at, &found);
        if (content__take_fitting(content, &found))
            return true;
    }
    return false;
}

static void content__search_before(const struct content *content)
{
    const struct candidate *const candidate = content->candidate;
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        if (content__holds(content, argument) && content->scene->mention[argument->token] == DOCUMENT_NONE && content__told_before(content, argument->token))
            return;
    }
}

/* "ihm", "die beiden"; but not "es ablehnen, …". */
static bool content__may_be_somebody(const struct scene *scene, uint32_t token)
{
    const struct token *const word = &scene->document->tokens[token];
    bool neuter = word->analysis_count > 0;
    for (size_t i = 0; i < word->analysis_count; i++)
        neuter = neuter && word->analyses[i].morphology.gender == GENDER_NEUT && word->analyses[i].morphology.number == NUMBER_SING;
    if (word->upos == UPOS_PRON)
        return !neuter && !lexicon_has_flag(word, ANALYSIS_REFLEXIVE);
    return word->upos == UPOS_NUM || word->upos == UPOS_ADJ || word->upos == UPOS_DET;
}

bool content_is_to_somebody(const struct scene *scene, const struct candidate *candidate)
{
    const struct arguments *const arguments = &candidate->arguments;
    if ((candidate->type != EVENT_ACCUSE && candidate->type != EVENT_REQUEST && candidate->type != EVENT_THREATEN) ||
        !(arguments_has(arguments, FUNCTION_INF) || arguments_has(arguments, FUNCTION_DASS)))
        return false;
    for (size_t i = 0; i < arguments->count; i++) {
        const struct argument *const argument = &arguments->items[i];
        const bool object = argument->slot.function == FUNCTION_DAT || argument->slot.function == FUNCTION_AKK;
        if (object && !argument->weak && frame_looks_in(candidate->match.frame, ROLE_RECIPIENT, argument->slot) &&
            scene->mention[argument->token] == DOCUMENT_NONE && content__may_be_somebody(scene, argument->token))
            return true;
    }
    return false;
}

void content_recipients(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const struct content content = {scene, candidates, candidate, content__demanded(candidates, candidate)};
    content__drop_suffering(&content, true);
    const struct role_parties own = candidate->recipients;
    content__drop_suffering(&content, false);
    if (content__concerns_actor(candidate->type) && content__are_places(scene->document, &candidate->recipients))
        candidate->recipients.count = 0;                 /* "kritisierten die von Israel angeordnete Räumung von Rafah" */
    if (candidate->recipients.count || !content_is_act_of_words(candidate->type) || candidate->match.frame->closed)
        return;
    if (content_is_to_somebody(scene, candidate))
        return;
    if (!content__forum(&content) && !content__denies_claim(&content))
        content__search(&content);
    if (!candidate->recipients.count)
        (void)content__partners(&content);
    if (!candidate->recipients.count)
        content__search_before(&content);
    if (!candidate->recipients.count && own.count && !content__is_actor(candidate, &own.items[0]))
        candidate->recipients = own;                     /* a country holds its own people more often than another's */
}
