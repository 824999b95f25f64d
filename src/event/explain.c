/* event/explain.c: finds the triggers of a coded document once more and prints what event/candidate.c saw and decided. */
#include "event/explain.h"

#include "base/utf8.h"
#include "event/likely.h"
#include "parse/labels.h"

#include <string.h>


enum { EXPLAIN_LABEL = 15, EXPLAIN_WORD = 24, EXPLAIN_FRAME = 22 };      /* columns of labels, words, lines of tables */

struct explainer {
    const struct document *document;
    const struct scene *scene;
    const struct candidates *candidates;
    const struct candidate *candidate;   /* the one at hand, NULL: a word of which no sense fits */
    const struct arguments *arguments;   /* of the word at hand */
    FILE *stream;
    bool labelled;                       /* the first line of frames has its label */
};

static const char *const explain__factualities[FACTUALITY_COUNT] = {"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"};

static void explain__label(const struct explainer *explainer, const char *label)
{
    (void)fprintf(explainer->stream, "  %-*s", EXPLAIN_LABEL, label);
}

/* text and spaces up to so many columns, at least one. */
static void explain__padded(const struct explainer *explainer, const char *text, size_t columns)
{
    const size_t characters = utf8_count(text, strlen(text));
    (void)fprintf(explainer->stream, "%s%*s", text, characters < columns ? (int)(columns - characters) : 1, "");
}

static void explain__span(const struct explainer *explainer, struct span span)
{
    for (uint32_t i = span.begin_byte; i < span.end_byte; i++)
        (void)fputc(explainer->document->text[i] == '\n' ? ' ' : explainer->document->text[i], explainer->stream);
}

/* ---- the sentence ---------------------------------------------------------------------------------------------- */

static void explain__tree(const struct explainer *explainer, const struct sentence *sentence)
{
    static const char *const cases[] = {"", "Nom", "Gen", "Dat", "Acc"};
    const struct document *const document = explainer->document;
    for (uint32_t i = sentence->tokens.first; i < sentence->tokens.first + sentence->tokens.count; i++) {
        const struct token *const token = &document->tokens[i];
        (void)fprintf(explainer->stream, "  %3u  ", i - sentence->tokens.first + 1);
        explain__padded(explainer, token->form, EXPLAIN_WORD);
        explain__padded(explainer, token->lemma ? token->lemma : "_", EXPLAIN_WORD);
        (void)fprintf(explainer->stream, "%-6s %-4s %-12s %s\n", labels_upos_name(token->upos), cases[token->morphology.grammatical_case],
                      labels_relation_name(token->relation),
                      token->head == DOCUMENT_NONE ? "" : document->tokens[token->head].form);
    }
}

/* ---- companions and frames -------------------------------------------------------------------------------------- */

static void explain__slot(const struct explainer *explainer, struct frame_slot slot)
{
    (void)fputs(frame_function_name(slot.function), explainer->stream);
    if (slot.preposition)
        (void)fprintf(explainer->stream, ":%s", slot.preposition);
}

static void explain__companions(const struct explainer *explainer)
{
    const struct arguments *const arguments = explainer->arguments;
    explain__label(explainer, "companions");
    for (size_t i = 0; i < arguments->count; i++) {
        (void)fputs(i ? ", " : "", explainer->stream);
        explain__slot(explainer, arguments->items[i].slot);
        (void)fprintf(explainer->stream, " %s%s", explainer->document->tokens[arguments->items[i].token].form,
                      arguments->items[i].weak ? " (perhaps)" : "");
    }
    (void)fputs(arguments->count ? "\n" : "none\n", explainer->stream);
}

static const char *explain__file(enum frame_kind kind)
{
    static const char *const files[] = {[FRAME_VERB] = "verbs.tsv", [FRAME_NOUN] = "nouns.tsv", [FRAME_LIGHT] = "light.tsv",
                                        [FRAME_MODAL] = "modals.tsv"};
    return files[kind];
}

static void explain__frame(void *context, const struct frame *frame, size_t lacks, int points)
{
    struct explainer *const explainer = context;
    const struct frame *const best = explainer->candidate ? explainer->candidate->match.frame : NULL;
    if (frame->kind == FRAME_LIGHT && lacks != SIZE_MAX)                 /* light verbs have dozens of nouns that are not there */
        return;
    explain__label(explainer, explainer->labelled ? "" : "frames");
    explainer->labelled = true;
    (void)fprintf(explainer->stream, "%-9s  ", explain__file(frame->kind));
    explain__padded(explainer, frame->id, EXPLAIN_FRAME);
    (void)fprintf(explainer->stream, "%-9s ", frame->type == EVENT_TYPE_COUNT ? "no act" : event_type_name(frame->type));
    if (frame == best)
        (void)fputs("taken", explainer->stream);
    else if (lacks == SIZE_MAX)
        (void)fprintf(explainer->stream, "fits with %d points, but the taken one %s", points,
                      best && best->kind == FRAME_LIGHT && frame->kind != FRAME_LIGHT
                          ? "names the noun" : "fits better or comes first");
    else {
        (void)fputs("not here: nothing fits ", explainer->stream);
        explain__slot(explainer, frame->conditions[lacks].slot);
    }
    (void)fprintf(explainer->stream, "%s%s\n", frame->text[0] ? "   · " : "", frame->text);
}

/* ---- roles and fate ---------------------------------------------------------------------------------------------- */

static void explain__parties(const struct explainer *explainer, const char *label, const struct role_parties *parties, enum role_path path)
{
    static const char *const paths[] = {[PATH_NONE] = "", [PATH_OWN] = "a companion", [PATH_CLAUSE] = "told in the same sentence",
                                        [PATH_CONTENT] = "named in what is asked, promised or blamed", [PATH_REPORT] = "told by another act of the report",
                                        [PATH_LIKELY] = "likely: no word tells"};
    explain__label(explainer, label);
    for (size_t i = 0; i < parties->count; i++)
        (void)fprintf(explainer->stream, "%s%s %s", i ? ", " : "", parties->items[i].code[0] ? parties->items[i].code : "?",
                      parties->items[i].text);
    (void)fprintf(explainer->stream, parties->count ? "  (%s)\n" : "none\n", paths[path]);
}

/* The index of the event that the candidate became, SIZE_MAX: none. */
static size_t explain__event(const struct explainer *explainer)
{
    for (size_t i = 0; i < explainer->document->event_count; i++)
        if (explainer->document->events[i].trigger_token == explainer->candidate->token)
            return i;
    return SIZE_MAX;
}

static void explain__fate(const struct explainer *explainer)
{
    const struct candidate *const candidate = explainer->candidate;
    const struct document *const document = explainer->document;
    const size_t event = explain__event(explainer);
    if (!candidate->dropped && event != SIZE_MAX)
        (void)fprintf(explainer->stream, "%s, coded as E%zu\n", event_type_name(document->events[event].type), event + 1);
    else if (candidate->match.frame->type == EVENT_TYPE_COUNT)
        (void)fputs("in this sense no act\n", explainer->stream);
    else if (candidate->holder)
        (void)fprintf(explainer->stream, "part of what '%s' asks, promises, threatens or refuses: no event of its own\n",
                      document->tokens[candidate->holder->token].form);
    else if (candidate->used)
        (void)fputs("told by its verb already: no event of its own\n", explainer->stream);
    else
        (void)fputs("no party of public life stands with it: no event\n", explainer->stream);
}

static void explain__source(const struct explainer *explainer, const struct event *event)
{
    const struct stance *const stance = &explainer->document->token_stance[explainer->candidate->token];
    explain__label(explainer, "according to");
    for (size_t i = 0; i < event->source_count; i++)
        (void)fprintf(explainer->stream, "%s%s %s", i ? ", who cites " : "", event->sources[i].code[0] ? event->sources[i].code : "?",
                      event->sources[i].text);
    if (!event->source_count)
        (void)fputs("the report itself", explainer->stream);
    (void)fprintf(explainer->stream, "%s%s%s\n", event->why_attribution && event->source_count ? "  (" : "",
                  event->why_attribution && event->source_count ? event->why_attribution : "",
                  event->why_attribution && event->source_count ? ")" : "");
    explain__label(explainer, "how sure");
    (void)fprintf(explainer->stream, "%s", explain__factualities[event->factuality]);
    for (size_t i = 0; i < sizeof stance->why / sizeof *stance->why && stance->why[i]; i++)
        (void)fprintf(explainer->stream, "%s%s", i ? ", " : "  (", stance->why[i]);
    (void)fputs(stance->why[0] ? ")\n" : "\n", explainer->stream);
    explain__label(explainer, "confidence");
    (void)fprintf(explainer->stream, "%.2f ", event->confidence);
    for (size_t i = 0; i < event->why_confidence_count; i++)
        (void)fprintf(explainer->stream, " %s", event->why_confidence[i]);
    (void)fputc('\n', explainer->stream);
}

static void explain__candidate(struct explainer *explainer, const struct candidate *candidate)
{
    explainer->candidate = candidate;
    explainer->arguments = &candidate->arguments;
    explainer->labelled = false;
    const char *const verb = explainer->scene->verb_lemma[candidate->token];
    const struct token *const token = &explainer->document->tokens[candidate->token];
    (void)fprintf(explainer->stream, "\n%s (%s): ", token->form, verb ? verb : token->lemma ? token->lemma : token->form);
    explain__fate(explainer);
    explain__companions(explainer);
    if (candidate->match.frame->kind == FRAME_MODAL)
        explain__frame(explainer, candidate->match.frame, SIZE_MAX, 0);
    match_each(explainer->scene, candidate->token, &candidate->arguments, explain__frame, explainer);
    explain__parties(explainer, "actors", &candidate->actors, candidate->actor_path);
    explain__parties(explainer, "recipients", &candidate->recipients, candidate->recipient_path);
    const size_t event = explain__event(explainer);
    if (!candidate->dropped && event != SIZE_MAX)
        explain__source(explainer, &explainer->document->events[event]);
}

/* ---- words of which no sense fits ----------------------------------------------------------------------------------- */

static void explain__note_act(void *context, const struct frame *frame, size_t lacks, int points)
{
    bool *const act = context;
    (void)lacks, (void)points;
    *act = *act || (frame->kind != FRAME_LIGHT && frame->type != EVENT_TYPE_COUNT);
}

/* A verb or noun that names an act in other company; its companions are filled in. */
static bool explain__is_unfitting(const struct explainer *explainer, uint32_t token, struct arguments *arguments)
{
    const struct scene *const scene = explainer->scene;
    bool act = false;
    arguments->count = 0;
    arguments->agentless = false;
    if (explainer->candidates->of_token[token] != DOCUMENT_NONE || (!scene->verb_lemma[token] && !arguments_is_noun(scene, token)))
        return false;
    if (scene->verb_lemma[token])
        arguments_of_verb(scene, token, arguments);
    else
        arguments_of_noun(scene, token, arguments);
    match_each(scene, token, arguments, explain__note_act, &act);
    return act;
}

static void explain__unfitting(struct explainer *explainer, uint32_t token, const struct arguments *arguments)
{
    const char *const verb = explainer->scene->verb_lemma[token];
    const struct token *const word = &explainer->document->tokens[token];
    explainer->candidate = NULL;
    explainer->arguments = arguments;
    explainer->labelled = false;
    (void)fprintf(explainer->stream, "\n%s (%s): no line of the tables fits: no event\n", word->form,
                  verb ? verb : word->lemma ? word->lemma : word->form);
    explain__companions(explainer);
    match_each(explainer->scene, token, arguments, explain__frame, explainer);
}

/* ---- all ---------------------------------------------------------------------------------------------------------- */

static void explain__sentence(struct explainer *explainer, size_t index, uint32_t only)
{
    const struct sentence *const sentence = &explainer->document->sentences[index];
    const struct candidates *const candidates = explainer->candidates;
    bool begun = false;
    for (uint32_t token = sentence->tokens.first; token < sentence->tokens.first + sentence->tokens.count; token++) {
        const uint32_t candidate = candidates->of_token[token];
        struct arguments arguments;
        if (only != DOCUMENT_NONE ? token != only
                                  : candidate == DOCUMENT_NONE && !explain__is_unfitting(explainer, token, &arguments))
            continue;
        if (!begun) {
            explain__span(explainer, sentence->span);
            (void)fputs("\n\n", explainer->stream);
            explain__tree(explainer, sentence);
            begun = true;
        }
        if (candidate != DOCUMENT_NONE)
            explain__candidate(explainer, &candidates->items[candidate]);
        else
            explain__unfitting(explainer, token, &arguments);
    }
    if (begun)
        (void)fputs("\n\n", explainer->stream);
}

bool event_explain(const struct document *document, const struct event_knowledge *knowledge, size_t event, FILE *stream,
                   struct laut_error *error)
{
    struct document copy = *document;            /* its layers are lent, what is found here goes to an arena of its own */
    struct scene scene;
    struct candidates candidates;
    copy.arena = arena_open(0, error);
    const bool found = copy.arena && scene_open(&scene, &copy, knowledge, error) &&
                       candidates_find(&scene, copy.arena, &candidates, error) &&
                       likely_fill(&scene, &candidates, copy.arena, error);
    if (found) {
        struct explainer explainer = {.document = document, .scene = &scene, .candidates = &candidates, .stream = stream};
        const uint32_t only = event < document->event_count ? document->events[event].trigger_token : DOCUMENT_NONE;
        for (size_t i = 0; i < document->sentence_count; i++)
            explain__sentence(&explainer, i, only);
    }
    arena_free(copy.arena);
    return found && (!ferror(stream) || error_set(error, NULL, 0, "look whether the disk is full", "the output could not be written"));
}
