/* statement/finder.h: what the files of statement/ share while one document is read: drafts of statements in tokens.
 *
 *     "Am Montag kündigte Kim an, Raketen zu bauen."
 *         ->  cue {verb kündigen+an, parts kündigte an, first_segment = last_segment = 0}, draft {quote "Raketen zu bauen" …}
 */
#ifndef STATEMENT_FINDER_H
#define STATEMENT_FINDER_H

#include "statement/surface.h"

enum { RANGES_MOST = 4, CUE_PARTS_MOST = 4 };

struct ranges {
    struct token_range items[RANGES_MOST];
    uint32_t count;
};

/* A verb of the table in its clause. */
struct cue {
    const struct cue_verb *verb;
    uint32_t token;                  /* the verb itself */
    uint32_t finite;                 /* its finite verb, maybe itself; DOCUMENT_NONE for infinitives and bare participles */
    uint32_t parts[CUE_PARTS_MOST];  /* verb, auxiliary, particle, companion, in the order of the words */
    uint32_t part_count;
    uint32_t first_segment, last_segment;
    bool passive;
};

struct draft {
    enum statement_type type;
    const char *medium, *why;
    struct ranges quote, cue, speaker, addressee;
    struct ranges told;              /* what of the quote is the content, where not all of it is (Reported); empty: all */
    struct ranges meant;             /* who is meant, where the speaker's words stand for somebody told before (demnach) */
    uint32_t cue_token, sentence;
    uint32_t same_speaker;           /* draft whose speaker this one has; itself: the voice of the text goes on; DOCUMENT_NONE */
    const struct draft *goes_on;     /* whose speaker this one has, after voice.c; its time is the claim's; NULL: none */
    uint32_t noun;                   /* the noun of saying ("Angaben") whose owner speaks, DOCUMENT_NONE */
    bool attributes, unnamed;
    bool unspoken;                   /* who is meant has no words of his own here (hieß es weiter) */
    bool near;                       /* … and is only who speaks in the sentence before */
    bool aside;                      /* the speaker stands beside the content, in a phrase that has no other part in it */
    const struct effect *effect;     /* what the cue does to its content, NULL: nothing */
};

struct finder {
    struct document *document;
    const struct statement_knowledge *knowledge;
    const struct surface *surface;
    struct laut_error *error;
    struct draft *drafts;
    size_t draft_count, draft_capacity;
    struct cue *cues;                /* all cue verbs of the document, also those without a statement: stance.c reads them */
    size_t cue_count, cue_capacity;
    uint32_t *token_mention;         /* [token_count] the mention in whose words the token stands, DOCUMENT_NONE */
    uint32_t *token_cue;             /* [token_count] cue whose verb the token is, DOCUMENT_NONE */
    uint32_t *statement_draft;       /* [statement_count] the draft that the document's statement was made of */
};

/* A new draft, empty but for its kind; NULL: out of memory. */
struct draft *finder_add(struct finder *finder, enum statement_type type, const char *medium, const char *why, uint32_t sentence)
    __attribute__((warn_unused_result));

void ranges_add(struct ranges *ranges, uint32_t first, uint32_t end);
/* Is the token in one of the ranges? */
bool ranges_hold(const struct ranges *ranges, uint32_t token);
/* The first word of the range that hangs on none in it ("der Fall des Unternehmers": Fall); DOCUMENT_NONE: the range is empty. */
uint32_t ranges_head(const struct document *document, const struct token_range *range);

/* verb_cue.c: all cue verbs. */
bool cue_find_all(struct finder *finder) __attribute__((warn_unused_result));
/* content.c, content_place.c: indirect speech after and around verbs, and the quotations that are their content. */
bool content_find_all(struct finder *finder) __attribute__((warn_unused_result));
/* reported.c: the noun under one of the cue's words behind a preposition of the verb, DOCUMENT_NONE; a verb's content in a noun phrase. */
uint32_t reported_noun(const struct finder *finder, const struct cue *cue);
bool reported_find(struct finder *finder, const struct cue *cue, uint32_t sentence) __attribute__((warn_unused_result));
/* headline.c: headlines with a colon. */
bool headline_find_all(struct finder *finder) __attribute__((warn_unused_result));
/* source_phrase.c: laut, zufolge, nach Angaben; source_again.c: demnach; source_so.c: so X; then source_inside.c: unter Berufung auf. */
bool source_phrase_find_all(struct finder *finder) __attribute__((warn_unused_result));
bool source_inside_find_all(struct finder *finder) __attribute__((warn_unused_result));
/* noun_cue.c: die Behauptung Moskaus, dass …. */
bool noun_cue_find_all(struct finder *finder) __attribute__((warn_unused_result));
/* Who says what the noun tells, into the draft's speaker: "die Behauptung Moskaus", "der Vorwurf von X", "die russische Behauptung"; false: nobody beside it. */
bool noun_cue_owner(const struct finder *finder, uint32_t token, struct draft *draft);
/* direct.c: quotations that no cue has taken. */
bool direct_find_all(struct finder *finder) __attribute__((warn_unused_result));
/* run.c: sentences in the Konjunktiv; sollen, wollen, angeblich. */
bool run_find_konjunktiv(struct finder *finder) __attribute__((warn_unused_result));
bool run_find_modal(struct finder *finder) __attribute__((warn_unused_result));

/* prune.c, after all drafts are there: those that say nothing of their own lose their quote. */
void prune_drafts(struct finder *finder);
/* voice.c, after all drafts are there: the speaker of those that go on with another's. */
void voice_settle(struct finder *finder);

/* who.c */
/* The mention of the one whom the speaker's words name, DOCUMENT_NONE. */
uint32_t who_mention(const struct finder *finder, const struct draft *draft);
/* The same for a document whose owner was told before ("dem Bericht"), where who_mention knows none. */
uint32_t who_of_document(const struct finder *finder, const struct draft *draft);
/* Whose the document at noun is: the mention in the first part of its compound, an adjective, a genitive or "von X", else who brought it out; DOCUMENT_NONE. */
uint32_t who_owner(const struct finder *finder, uint32_t noun);
/* Sayings of whoever spoke before ("den Angaben zufolge", "der Mitteilung zufolge", "in einer Erklärung")? */
bool who_is_saying_of_before(const struct finder *finder, const struct ranges *speaker);
/* "veröffentlichte eine Erklärung, in der es heißt, …", "…, in der behauptet wird, …": the text that the cue's relative clause tells of as the speaker, and
 * whose it is; false: it tells of none. */
bool who_wrote(const struct finder *finder, const struct cue *cue, struct draft *draft);
/* A text that nobody beside it is the author of ("einem Bericht")? */
bool who_is_text_of_nobody(const struct finder *finder, const struct ranges *speaker);
/* … of the medium that spoke before ("dem Bericht zufolge")? */
bool who_is_of_outlet_before(const struct finder *finder, const struct ranges *speaker);
enum naming who_naming(const struct finder *finder, const struct draft *draft, uint32_t mention, uint32_t entity);

/* phrase.c */
enum { PHRASE_LONGEST_QUOTED_NAME = 6 };      /* tokens in quotation marks that can be a name ("Reuters") rather than speech */
/* The noun phrase that begins at token (or a little later), one past its end in *end; false: none. */
bool phrase_at(const struct finder *finder, uint32_t token, uint32_t limit, uint32_t *first, uint32_t *end);
/* One past the nouns of the phrase at token; token: none is there. */
uint32_t phrase_core_end(const struct finder *finder, uint32_t token, uint32_t limit);
/* One past the genitives and "von X" that follow a core's end. */
uint32_t phrase_with_owner(const struct finder *finder, uint32_t end, uint32_t limit);
/* One past the phrases that the tree joins to [first, end) with "und". */
uint32_t phrase_with_joined(const struct finder *finder, uint32_t first, uint32_t end, uint32_t limit);
/* "der" before a noun that is no feminine and no plural. */
bool phrase_is_surely_nominative(const struct finder *finder, uint32_t article);
/* A preposition here, and no conjunction. */
bool phrase_is_preposition(const struct finder *finder, uint32_t token);

/* speaker.c */
/* "von X" at the verb, where X can speak. */
bool speaker_agent(const struct finder *finder, uint32_t verb, struct draft *draft);
void speaker_of_clause(const struct finder *finder, uint32_t verb, struct draft *draft);
/* The noun before the comma of a relative clause. */
void speaker_antecedent(const struct finder *finder, const struct segment *segment, struct ranges *speaker);
/* Does the token stand in a time expression? */
bool speaker_is_time(const struct finder *finder, uint32_t token);
bool speaker_is_pronoun(const struct finder *finder, const struct ranges *speaker);
bool speaker_is_named(const struct finder *finder, const struct ranges *speaker);
bool speaker_can_speak(const struct finder *finder, const struct ranges *speaker);
void speaker_cited(const struct finder *finder, const struct cue *cue, struct draft *draft);
void speaker_of_verb(const struct finder *finder, const struct cue *cue, struct draft *draft);

/* source_reach.c: a source without a verb. */
struct source_phrase {
    const struct source_word *word;
    uint32_t cue;                    /* the word itself */
    struct token_range words, speaker;       /* all of the phrase; who it names in it, none: count 0 */
    uint32_t noun;                   /* the noun of saying in it, DOCUMENT_NONE */
};
/* A draft with the clause around the phrase as its quote; false: out of memory. */
bool source_make(struct finder *finder, const struct source_phrase *source) __attribute__((warn_unused_result));
/* source_again.c, source_so.c: what the word at the token may open. */
bool source_again_find(struct finder *finder, uint32_t token) __attribute__((warn_unused_result));
bool source_so_find(struct finder *finder, uint32_t token) __attribute__((warn_unused_result));

/* source_word.c: the entry of a noun, by its lemma or the last part of a compound; NULL: none. */
const struct cue_noun *source_noun(const struct finder *finder, uint32_t token);
/* The row of prepositions.tsv that the word is in this position; NULL: none. */
const struct source_word *source_word_at(const struct finder *finder, uint32_t token, enum source_position position);
/* The first noun in [first, end) if it is one of saying, of these NOUN_ kinds; DOCUMENT_NONE: it is not. */
uint32_t source_saying_noun(const struct finder *finder, uint32_t first, uint32_t end, unsigned kind);
/* Is the word a preposition of sources (laut, nach)? */
bool source_opens_phrase(const struct finder *finder, uint32_t token);
/* A capital letter that makes no noun: "nach Teheraner Darstellung", "aus Moskauer Sicht". */
bool source_is_city_adjective(const struct finder *finder, uint32_t token);
/* The word by which a source is inserted ("so"). */
bool source_is_so(const struct finder *finder, uint32_t token);
/* Does the word open an inserted source ("…, so der Minister")? */
bool source_opens_so(const struct finder *finder, uint32_t token);
/* run.c: is there an infinitive perfect ("geliefert haben") among the tokens? */
bool run_has_perfect_infinitive(const struct finder *finder, uint32_t first, uint32_t end);

/* stance.c, after the drafts have become statements. */
bool stance_fill(struct finder *finder) __attribute__((warn_unused_result));

/* The token range of a segment's sentence, segment indexes [first, end). */
static inline uint32_t finder_segment_begin(const struct finder *finder, uint32_t sentence)
{
    return finder->surface->sentence_segment[sentence];
}

static inline uint32_t finder_segment_end(const struct finder *finder, uint32_t sentence)
{
    return finder->surface->sentence_segment[sentence + 1];
}

static inline uint32_t finder_sentence_end(const struct finder *finder, uint32_t sentence)
{
    const struct token_range *const tokens = &finder->document->sentences[sentence].tokens;
    return tokens->first + tokens->count;
}

/* Without the marks at the end of [first, end). */
static inline uint32_t finder_trim(const struct finder *finder, uint32_t first, uint32_t end)
{
    while (end > first && surface_is(finder->surface, end - 1, WORD_IS_BREAK))
        end--;
    return end;
}

#endif
