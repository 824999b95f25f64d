/* statement/content_place.c: where the content of a verb of saying lies, found from its clause outwards (coding guide, section 4):
 *   forwards   "X sagte, dass …", "X sagte, er habe …", "X drohte, … zu …", "X sagte: …"
 *   backwards  "…, sagte X", "…, sagte X, und …", "Dass …, bestreitet X"
 *   around     "Die Truppen, sagte X, seien …"
 * Behind or before "wie X mitteilte": content_wie.c. */
#include "lexicon/lexicon.h"
#include "parse/tree.h"
#include "statement/content.h"

bool content_is_konjunktiv(const struct finder *finder, const struct segment *segment)
{
    return segment->finite != DOCUMENT_NONE &&
           surface_is(finder->surface, segment->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2);
}

static bool content__is_verb_final(const struct finder *finder, const struct segment *segment)
{
    uint32_t end = segment->end;
    while (end > segment->first && surface_is(finder->surface, end - 1, WORD_IS_PUNCTUATION))
        end--;
    return segment->finite != DOCUMENT_NONE && segment->finite + 1 == end && segment->finite > segment->word + 1;
}

/* "die Stadt bombardiert zu haben", which can look like a clause with a finite verb. */
static bool content__is_infinitive(const struct finder *finder, const struct segment *segment)
{
    for (uint32_t token = segment->word; token < segment->end; token++)
        if (surface_is(finder->surface, token, WORD_IS_ZU_INFINITIVE) ||
            (surface_has_role(finder->surface, token, ROLE_ZU) && token + 1 < segment->end && surface_is(finder->surface, token + 1, WORD_IS_INFINITIVE)))
            return true;
    return false;
}

/* Has the verb an object in its clause, of which it tells: one that takes its content as an object too any, another a thing in the accusative? */
static bool content__has_object(const struct finder *finder, const struct cue *cue)
{
    const uint32_t object = tree_object(finder->document, cue->token);
    if (object == DOCUMENT_NONE || !surface_is(finder->surface, object, WORD_IS_NOMINAL) || finder->surface->segment_of[object] > cue->last_segment ||
        speaker_is_time(finder, object))
        return false;                /* "verlas sechs Stunden lang, was …" */
    struct ranges words = {.count = 0};
    ranges_add(&words, object, object + 1);
    return (cue->verb->content & CONTENT_OBJECT) ||
           (finder->document->tokens[object].morphology.grammatical_case == CASE_ACC && !source_noun(finder, object) && !speaker_can_speak(finder, &words));
}

/* "meldete die Einnahme, der Generalstab erwähnte …", "hatte Hilfe zugesagt, die Herausgabe verweigert er": a clause of its own in the indicative
 * behind a verb that has its object, or whose subject is told again behind its verb. */
static bool content__is_another(const struct finder *finder, const struct cue *cue, const struct segment *segment)
{
    const uint32_t next = segment->finite + 1;
    const bool again = next < segment->end && segment->finite > segment->word && surface_has_role(finder->surface, next, ROLE_NOMINATIVE) &&
                       finder->document->tokens[next].upos == UPOS_PRON && !surface_has_role(finder->surface, next, ROLE_FIRST);
    return !(segment->before & WORD_IS_COLON) && !content__is_infinitive(finder, segment) && (again || content__has_object(finder, cue));
}

/* "kündigte Manöver an, was der Nachbar als Drohung auffasste": a remark on all that, behind a verb that has its object. */
static bool content__is_remark(const struct finder *finder, const struct cue *cue, const struct segment *segment)
{
    return content__has_object(finder, cue) &&
           !surface_has_role(finder->surface, segment->opener, ROLE_CONTENT) && !content_is_konjunktiv(finder, segment);
}

/* "Deutlicher wurde Washington: Das Ministerium setzte …": to become something is no saying of what follows in the indicative. */
static bool content__is_state(const struct finder *finder, const struct cue *cue)
{
    return cue->verb->companion_count && surface_has_role(finder->surface, cue->token, ROLE_PASSIVE);
}

bool content_is_consequence(const struct finder *finder, const struct segment *segment)
{
    return segment->opener > segment->word && surface_has_role(finder->surface, segment->opener, ROLE_CONTENT) && source_is_so(finder, segment->word);
}

/* "schildert die Fehler, welche …", "in die Niederlande, wo …": a clause that the tree hangs on a noun which tells nothing itself. */
static bool content__is_of_noun(const struct finder *finder, const struct segment *segment)
{
    const uint32_t clause = segment->finite == DOCUMENT_NONE ? DOCUMENT_NONE : tree_clause(finder->document, segment->finite);
    if (clause == DOCUMENT_NONE || finder->document->tokens[clause].relation != RELATION_ACL || surface_has_role(finder->surface, segment->opener, ROLE_CONTENT))
        return false;
    const uint32_t noun = tree_head(finder->document, clause);
    return noun != DOCUMENT_NONE && noun < segment->first && surface_is(finder->surface, noun, WORD_IS_NOMINAL) && !source_noun(finder, noun);
}

/* "hatte um Vergebung gebeten, am Ende aber seine Freilassung beantragt", "traf den Chef, der zum Streik aufrief, in Minsk und forderte ihn auf": the
 * clause goes on with a second participle; the one that a relative clause has cut goes on. */
static bool content__is_second(const struct finder *finder, const struct cue *cue, const struct segment *segment)
{
    const struct surface *const surface = finder->surface;
    if ((segment->before & WORD_IS_COLON) || content_is_konjunktiv(finder, segment) || content__is_infinitive(finder, segment))
        return false;
    return surface->segments[cue->last_segment].kind == SEGMENT_RELATIVE ||
           (content__is_verb_final(finder, segment) && surface_is(surface, segment->finite, WORD_IS_WEAK) && surface_is(surface, segment->finite, WORD_IS_PARTICIPLE));
}

/* Is segment (after the cue's clause) of a kind that the verb takes? */
static bool content__accepts(const struct finder *finder, const struct cue *cue, const struct segment *segment)
{
    const unsigned content = cue->verb->content;
    if (segment->before & WORD_IS_COLON)
        return surface_is(finder->surface, segment->first, WORD_IS_QUOTE) ? (content & (CONTENT_DIRECT | CONTENT_MAIN | CONTENT_DASS)) != 0
                                                                          : (content & CONTENT_MAIN) && segment->finite != DOCUMENT_NONE &&
                                                                                ((!cue->passive && !content__is_state(finder, cue)) || content_is_konjunktiv(finder, segment));
    if (segment->kind == SEGMENT_DEPENDENT && surface_has_role(finder->surface, segment->opener, ROLE_CONTENT | ROLE_QUESTION))
        return (content & CONTENT_DASS) != 0 && !content__is_remark(finder, cue, segment) && !content_is_consequence(finder, segment) &&
               !content__is_of_noun(finder, segment);
    if (segment->kind == SEGMENT_INFINITIVE)
        return (content & CONTENT_INFINITIVE) != 0 && !surface_has_role(finder->surface, segment->word, ROLE_PURPOSE) &&
               segment->opener == DOCUMENT_NONE;
    if (segment->kind == SEGMENT_MAIN && !content_is_konjunktiv(finder, segment) && reported_noun(finder, cue) != DOCUMENT_NONE)
        return false;                /* "spricht von einem Massaker, die Klinik ist geschlossen" */
    if (segment->kind == SEGMENT_MAIN && !content_is_konjunktiv(finder, segment) &&
        (content__is_another(finder, cue, segment) || (segment->finite > segment->word + 1 && content__is_of_noun(finder, segment))))
        return false;
    if (segment->kind == SEGMENT_MAIN && content__is_second(finder, cue, segment))
        return false;
    if (segment->kind == SEGMENT_MAIN)
        return (content & CONTENT_MAIN) != 0 && segment->finite != segment->word &&
               !surface_has_role(finder->surface, segment->word, ROLE_COORDINATOR) && (segment->before & WORD_IS_COMMA);
    return false;
}

/* Segments that may stand between the cue's clause and its content. */
static bool content__skips(const struct finder *finder, const struct segment *segment)
{
    return segment->kind == SEGMENT_RELATIVE || segment->kind == SEGMENT_FRAGMENT ||
           (segment->kind == SEGMENT_DEPENDENT && !surface_has_role(finder->surface, segment->opener, ROLE_CONTENT));
}

/* "…, was die Regierung bestreitet": what another says of all that. */
static bool content__is_answer(const struct finder *finder, const struct segment *segment)
{
    const uint32_t cue = segment->finite == DOCUMENT_NONE ? DOCUMENT_NONE : finder->token_cue[segment->finite];
    return cue != DOCUMENT_NONE && (segment->before & WORD_IS_COMMA) && surface_has_role(finder->surface, segment->word, ROLE_QUESTION) &&
           segment->finite > segment->word + 1 && finder->cues[cue].verb->effect.factuality == FACTUALITY_CT_MINUS && !content_is_konjunktiv(finder, segment);
}

/* "… zu lassen - gemeint war Frankreich": the report's own words behind a dash. */
static bool content__is_insertion(const struct finder *finder, const struct segment *segment, const struct segment *start)
{
    const bool dash = segment->before && !(segment->before & (WORD_IS_COMMA | WORD_IS_COLON | WORD_IS_SEMICOLON));
    return dash && segment->kind == SEGMENT_MAIN && !content_is_konjunktiv(finder, segment) &&
           finder->surface->quotation_of[segment->word] == DOCUMENT_NONE &&
           (start->kind == SEGMENT_INFINITIVE || content__is_infinitive(finder, start) || content_is_konjunktiv(finder, start));
}

/* "…, wie Präsident Lula sagte.": who tells the whole sentence. */
static bool content__is_last_parenthesis(const struct finder *finder, uint32_t segment)
{
    const struct segment *const here = &finder->surface->segments[segment];
    const uint32_t cue = here->finite == DOCUMENT_NONE ? DOCUMENT_NONE : finder->token_cue[here->finite];
    return cue != DOCUMENT_NONE && here->kind == SEGMENT_DEPENDENT && surface_has_role(finder->surface, here->word, ROLE_PARENTHESIS) && finder->cues[cue].verb->statement &&
           (finder->cues[cue].verb->content & CONTENT_PARENTHESIS) && !content_is_konjunktiv(finder, here) &&
           segment + 1 == finder_segment_end(finder, finder->document->tokens[here->word].sentence);
}

/* "forderte X auf, sich zurückzuziehen, nachdem Soldaten … beschossen hatten": why somebody wants something, in the indicative. */
static bool content__is_occasion(const struct finder *finder, const struct cue *cue, const struct segment *segment)
{
    return cue->verb->effect.factuality == FACTUALITY_UU && segment->kind == SEGMENT_DEPENDENT && !content_is_konjunktiv(finder, segment) &&
           surface_has_role(finder->surface, segment->opener, ROLE_CIRCUMSTANCE) && finder->surface->quotation_of[segment->finite] == DOCUMENT_NONE;
}

/* Does the content end before this segment: the cue's clause goes on in the indicative ("…, und reiste ab"), the main clause follows
 * after a cue in a dependent one ("Als er ankündigte, … zu prüfen, stellte sich …"), an inserted source, a quotation of its own? */
static bool content__ends_before(const struct finder *finder, const struct cue *cue, uint32_t segment, uint32_t first)
{
    const struct surface *const surface = finder->surface;
    const struct segment *const here = &surface->segments[segment], *const start = &surface->segments[first];
    if (here->before & WORD_IS_SEMICOLON)
        return !content_is_konjunktiv(finder, here);
    if ((here->before & WORD_IS_COLON) && surface_is(surface, here->first, WORD_IS_QUOTE))
        return true;
    if (segment != first && (content__is_answer(finder, here) || content__is_occasion(finder, cue, here) || content__is_insertion(finder, here, start) || content__is_last_parenthesis(finder, segment)))
        return true;
    if (here->kind != SEGMENT_MAIN || segment == first || content_is_konjunktiv(finder, here))
        return here->kind == SEGMENT_FRAGMENT && source_opens_so(finder, here->word) &&
               segment + 1 == finder_segment_end(finder, finder->document->tokens[here->word].sentence);
    const bool coordinated = surface_has_role(surface, here->word, ROLE_COORDINATOR);
    if (coordinated && start->kind == SEGMENT_DEPENDENT && content__is_verb_final(finder, here))
        return false;                /* "dass X Steine warf und Autos in Brand steckte" */
    const bool cued = finder->token_cue[here->finite] != DOCUMENT_NONE;
    const bool turns = content_is_konjunktiv(finder, start) && (cued || here->finite == here->word + 1);       /* "sagte, man sei …, und stellte …" */
    if (coordinated && (start->kind != SEGMENT_MAIN || turns))
        return true;
    if (here->finite != here->word)
        return false;
    const enum segment_kind own = surface->segments[cue->first_segment].kind;
    return cued || own == SEGMENT_DEPENDENT || own == SEGMENT_RELATIVE || cue->finite == DOCUMENT_NONE;        /* "…, sagte Y" */
}

static uint32_t content__end(const struct finder *finder, const struct cue *cue, uint32_t sentence, uint32_t first_segment)
{
    const uint32_t last = finder_segment_end(finder, sentence);
    uint32_t segment = first_segment + 1;
    while (segment < last && !content__ends_before(finder, cue, segment, first_segment))
        segment++;
    const uint32_t end = segment < last ? finder->surface->segments[segment].first : finder_sentence_end(finder, sentence);
    return finder_trim(finder, finder->surface->segments[first_segment].first, end);
}

/* "X fürchtet, sobald er zustimme, werde …": a subordinate clause begins what is said. */
static bool content__begins_subordinate(const struct finder *finder, const struct cue *cue, uint32_t segment)
{
    const struct segment *const here = &finder->surface->segments[segment];
    return (cue->verb->content & CONTENT_MAIN) && segment > cue->last_segment + 1 && here->kind == SEGMENT_MAIN &&
           here->finite == here->word && content_is_konjunktiv(finder, here) && (here->before & WORD_IS_COMMA) &&
           here[-1].kind == SEGMENT_DEPENDENT;
}

/* "übermittelte Glückwünsche, während X erklärte, man …": a verb that has its object leaves what follows to the verb of saying between. */
static bool content__is_others(const struct finder *finder, const struct cue *cue, const struct segment *between)
{
    const uint32_t object = tree_object(finder->document, cue->token);
    if (between->kind != SEGMENT_DEPENDENT || (object == DOCUMENT_NONE && reported_noun(finder, cue) == DOCUMENT_NONE))
        return false;
    for (uint32_t token = between->first; token < between->end; token++) {
        const uint32_t other = finder->token_cue[token];
        if (other != DOCUMENT_NONE && finder->cues[other].verb->statement && (finder->cues[other].verb->content & (CONTENT_MAIN | CONTENT_DASS)))
            return true;
    }
    return false;
}

static bool content__forward(const struct finder *finder, const struct cue *cue, uint32_t sentence, struct content_place *place)
{
    const uint32_t last = finder_segment_end(finder, sentence);
    uint32_t segment = cue->last_segment + 1, fragment = DOCUMENT_NONE;
    for (uint32_t step = 0; segment < last && step <= SKIP_SEGMENTS; segment++, step++) {
        const struct segment *const here = &finder->surface->segments[segment];
        if (content__accepts(finder, cue, here)) {
            const bool starts_early = fragment != DOCUMENT_NONE && here->kind == SEGMENT_MAIN && !(here->before & WORD_IS_COLON) &&
                                      cue->finite != DOCUMENT_NONE &&
                                      cue->finite != finder->surface->segments[cue->first_segment].word;
            place->first = finder->surface->segments[starts_early ? fragment : segment].first;
            place->end = content__end(finder, cue, sentence, segment);
            return place->end > place->first;
        }
        const bool fronted = fragment != DOCUMENT_NONE && (here[-1].kind == SEGMENT_RELATIVE || here[-1].kind == SEGMENT_FRAGMENT) && here->kind == SEGMENT_MAIN &&
                             content_is_konjunktiv(finder, here) && here->finite == here->word && (cue->verb->content & CONTENT_MAIN);
        if (fronted || content__begins_subordinate(finder, cue, segment)) {       /* "sagte, in Ländern, in denen …, sei …" */
            place->first = fronted ? finder->surface->segments[fragment].first : here[-1].first;
            place->end = content__end(finder, cue, sentence, segment);
            return place->end > place->first;
        }
        if (!content__skips(finder, here) || content__is_others(finder, cue, here) ||
            (here->kind == SEGMENT_FRAGMENT && here->opener != DOCUMENT_NONE &&      /* "wurde geschrieben, nachdem die Polizei den Versuch, … zu sprengen, vereitelt hatte" */
             !surface_has_role(finder->surface, here->opener, ROLE_CONTENT | ROLE_QUESTION | ROLE_ALS)))
            return false;
        if (here->kind == SEGMENT_FRAGMENT && fragment == DOCUMENT_NONE)
            fragment = segment;
    }
    return false;
}

/* "X droht Y anzugreifen": an infinitive with zu in the cue's own segment. */
static bool content__same_segment(const struct finder *finder, const struct cue *cue, struct content_place *place)
{
    const struct surface *const surface = finder->surface;
    const struct segment *const segment = &surface->segments[cue->last_segment];
    if (!(cue->verb->content & CONTENT_INFINITIVE))
        return false;
    for (uint32_t token = cue->token + 1; token < segment->end; token++) {
        const bool zu = surface_has_role(surface, token - 1, ROLE_ZU) && surface_is(surface, token, WORD_IS_INFINITIVE);
        if (!zu && !surface_is(surface, token, WORD_IS_ZU_INFINITIVE))
            continue;
        const uint32_t after = cue->parts[cue->part_count - 1] + 1;
        place->first = after <= token ? after : cue->token + 1;
        place->end = finder_trim(finder, place->first, segment->end);
        return place->end > place->first;
    }
    return false;
}

/* A small word that can be a verb, though the tagger took it for an adjective ("ermutigten"). */
static bool content__may_have_verb(const struct finder *finder, const struct segment *segment)
{
    for (uint32_t token = segment->first; token < segment->end; token++) {
        const struct token *const word = &finder->document->tokens[token];
        if (surface_is(finder->surface, token, WORD_IS_PARTICIPLE) && word->upos == UPOS_ADJ && lexicon_may_be_verb(word, VERB_FORM_FIN))
            return true;
    }
    return false;
}

/* Is there something before the cue's clause that can be its content? */
static bool content__before(const struct finder *finder, const struct cue *cue, uint32_t sentence)
{
    const bool is_last = cue->last_segment + 1 == finder_segment_end(finder, sentence) && (cue->verb->content & CONTENT_PARENTHESIS);
    bool possible = false;
    for (uint32_t i = finder_segment_begin(finder, sentence); i < cue->first_segment; i++) {
        const struct segment *const segment = &finder->surface->segments[i];
        if (segment->kind == SEGMENT_MAIN && (cue->verb->content & (CONTENT_PARENTHESIS | CONTENT_MAIN)))
            possible = true;
        if (segment->kind == SEGMENT_FRAGMENT && is_last && content__may_have_verb(finder, segment))
            possible = true;
        if (segment->kind == SEGMENT_DEPENDENT && surface_has_role(finder->surface, segment->opener, ROLE_CONTENT))
            possible = (cue->verb->content & CONTENT_DASS) != 0;
        if (segment->kind == SEGMENT_INFINITIVE && !surface_has_role(finder->surface, segment->word, ROLE_PURPOSE))
            possible = possible || (cue->verb->content & CONTENT_INFINITIVE);
        if (segment->first > 0 && finder->surface->quotation_of[segment->end - 1] != DOCUMENT_NONE)
            possible = possible || (cue->verb->content & CONTENT_DIRECT);
    }
    return possible;
}

/* After an inserted clause the content may go on: "…, sagte X, und seien …". */
static void content__after(const struct finder *finder, const struct cue *cue, uint32_t sentence, bool around, struct content_place *place)
{
    const uint32_t last = finder_segment_end(finder, sentence);
    uint32_t segment = cue->last_segment + 1;
    while (segment < last && !around && content__skips(finder, &finder->surface->segments[segment]) &&
           segment < cue->last_segment + SKIP_SEGMENTS)
        segment++;
    if (segment >= last)
        return;
    const struct segment *const here = &finder->surface->segments[segment];
    const bool more = around || content_is_konjunktiv(finder, here) ||
                      (here->kind == SEGMENT_DEPENDENT && surface_has_role(finder->surface, here->opener, ROLE_CONTENT)) ||
                      surface_is(finder->surface, here->first, WORD_IS_QUOTE) ||
                      (segment == cue->last_segment + 1 && here->kind == SEGMENT_FRAGMENT &&
                       surface_has_role(finder->surface, here->word, ROLE_COORDINATOR));
    if (!more || here->finite == here->word ? !around && !content_is_konjunktiv(finder, here) : false)
        return;
    if (more) {
        place->more_first = here->first;
        place->more_end = finder_trim(finder, here->first, finder_sentence_end(finder, sentence));
    }
}

/* "Teheran bestritt das: Es gebe keine Belege, erklärte X": what is said begins behind the colon where the mood changes there; else first. */
static uint32_t content__behind_colon(const struct finder *finder, const struct cue *cue, uint32_t begin, uint32_t first)
{
    const struct segment *const segments = finder->surface->segments;
    for (uint32_t at = cue->first_segment; at-- > begin + 1;)
        if (segments[at].before & WORD_IS_COLON) {
            const struct segment *const before = &segments[at - 1];
            const bool told = segments[at].kind == SEGMENT_MAIN && content_is_konjunktiv(finder, &segments[at]);
            return told && before->finite != DOCUMENT_NONE && !content_is_konjunktiv(finder, before) ? segments[at].first : first;
        }
    return first;
}

/* "Die Zeitung schreibt, X sei fort; Y sei tot, sagte Z": behind a semicolon another begins, where the clauses before it are told already. */
uint32_t content_behind_semicolon(const struct finder *finder, const struct cue *cue, uint32_t begin, uint32_t first)
{
    const struct segment *const segments = finder->surface->segments;
    for (uint32_t at = cue->first_segment; at-- > begin + 1;)
        if (segments[at].before & WORD_IS_SEMICOLON) {
            bool told = false;
            for (uint32_t before = begin; before < at; before++)
                told = told || (segments[before].kind == SEGMENT_MAIN && !content_is_konjunktiv(finder, &segments[before]));
            return told ? segments[at].first : first;
        }
    return first;
}

/* The clause of the verb in first place after a mark: its content is before it. */
static bool content__backward(const struct finder *finder, const struct cue *cue, uint32_t sentence, struct content_place *place)
{
    const struct surface *const surface = finder->surface;
    const uint32_t begin = finder_segment_begin(finder, sentence);
    const struct segment *const segment = &surface->segments[cue->first_segment];
    if (!content_is_inserted(finder, cue))
        return false;
    const uint32_t first = surface->segments[begin].first;
    const uint32_t stop = finder_trim(finder, first, segment->first);
    if (content__before(finder, cue, sentence)) {
        place->first = content_behind_semicolon(finder, cue, begin, content__behind_colon(finder, cue, begin, first));
        place->end = stop;
        content__after(finder, cue, sentence, false, place);
        return stop > first;
    }
    const uint32_t next = cue->last_segment + 1;
    const bool around = (cue->verb->content & CONTENT_PARENTHESIS) && next < finder_segment_end(finder, sentence) &&
                        surface->segments[next].finite != DOCUMENT_NONE &&
                        surface->segments[next].finite == surface->segments[next].word &&
                        (content_is_konjunktiv(finder, &surface->segments[next]) || !content_follows_thing(finder, cue));
    if (!around)
        return false;
    place->first = first;
    place->end = stop;
    content__after(finder, cue, sentence, true, place);
    return stop > first;
}

/* "In einer Botschaft, die gestern kam, sagte er, man werde kämpfen": only what follows is in the Konjunktiv. */
static bool content__turns_konjunktiv(const struct finder *finder, const struct cue *cue, uint32_t sentence)
{
    for (uint32_t segment = finder_segment_begin(finder, sentence); segment < cue->first_segment; segment++)
        if (finder->surface->segments[segment].kind == SEGMENT_MAIN ||
            surface_is(finder->surface, finder->surface->segments[segment].first, WORD_IS_QUOTE))
            return false;
    return content_is_konjunktiv(finder, &finder->surface->segments[cue->last_segment + 1]);
}

/* "X zögerte, sagte aber, die Partei müsse …": a verb in first place without its subject, which stands in the clause before. */
static bool content__lacks_subject(const struct finder *finder, const struct cue *cue)
{
    const struct surface *const surface = finder->surface;
    const struct segment *const segment = &surface->segments[cue->first_segment];
    if (cue->finite == DOCUMENT_NONE || cue->finite != segment->word || !content_is_konjunktiv(finder, &surface->segments[cue->last_segment + 1]))
        return false;
    bool coordinated = false;        /* "sagte aber, …" */
    for (uint32_t token = cue->finite + 1; token < segment->end; token++) {
        if (surface_is(surface, token, WORD_IS_NOMINAL) || surface_has_role(surface, token, ROLE_NOMINATIVE))
            return false;
        coordinated = coordinated || surface_has_role(surface, token, ROLE_COORDINATOR);
    }
    return coordinated;
}

bool content_find_place(const struct finder *finder, const struct cue *cue, uint32_t sentence, struct content_place *place)
{
    const uint32_t next = cue->last_segment + 1;
    const struct segment *const then = &finder->surface->segments[next];
    const bool comes_first = next < finder_segment_end(finder, sentence) && content__accepts(finder, cue, then) &&
                             (then->kind != SEGMENT_MAIN || (then->before & WORD_IS_COLON) ||
                              content__turns_konjunktiv(finder, cue, sentence) || content__lacks_subject(finder, cue));
    if (content_is_contrast(finder, cue))
        return false;
    return content_find_wie(finder, cue, sentence, place) || (!comes_first && content__backward(finder, cue, sentence, place)) ||
           content__forward(finder, cue, sentence, place) || content__same_segment(finder, cue, place);
}
