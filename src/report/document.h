/* report/document.h: everything laut knows about one report, layer by layer.
 *
 * A stage fills its own layer and reads those above it; it never changes another's. All memory is the document's arena.
 * Indexes (token, sentence, entity, statement …) count from 0 over the whole document; DOCUMENT_NONE means none.
 * All offsets are bytes of `text`; the record's writer converts them to code points of the report's text.
 *
 *     "Russland hat laut USA Raketen eingesetzt."  ->  token 3 is {form "USA", upos PROPN, head 5 …},
 *     token_stance[5] is {statement 0, factuality CT+}, event 0 has trigger {5}, actors {entity Russland} …
 */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H

#include "base/arena.h"

#include <stdint.h>

#define DOCUMENT_NONE UINT32_MAX     /* beyond what an enumerator may hold */

/* A day as days since 1970-01-01 in the proleptic Gregorian calendar. */
enum { DAY_NONE = INT32_MIN };

struct span {
    uint32_t begin_byte, end_byte;
};

/* Words of one token range, [first, first + count). */
struct token_range {
    uint32_t first, count;
};

/* A set of spans, for parts that may be torn ("setzt … ein"). */
struct span_list {
    const struct span *items;
    size_t count;
};

/* ---- report/ ------------------------------------------------------------------------------------------------- */

enum { REPORT_AGENCIES_AT_MOST = 8 };

/* What a publisher says of text and data mining (report/rights.h), and what robots.txt said when the report was asked for. */
enum reservation { RESERVATION_UNTOLD, RESERVATION_NONE /* mining is allowed */, RESERVATION_MADE };

struct rights {
    enum reservation reservation;
    const char *basis;               /* entry of reservations.tsv; NULL with RESERVATION_UNTOLD */
    const char *policy;              /* address of the publisher's terms; NULL: not told */
    const char *robots;              /* "allowed", "none" (there is no robots.txt), "disallowed" (the page, so that only its feed was read); NULL: not asked */
    uint32_t rank, policy_rank;      /* rows that basis and policy come from, from 1; 0: none */
};

struct report {
    const char *id;                  /* the report's own, else a hash of its text */
    const char *uri, *publisher, *author, *lead;     /* NULL: unknown */
    const char *input;               /* the file as it was named, "-" for standard input */
    uint32_t input_line;             /* line in a JSON Lines file, else 0 */
    const char *title;               /* NULL: none */
    bool title_in_text;              /* the title's words stand in the text itself (plain text files) */
    const char *published;           /* ISO 8601, as exact as the report gives it; NULL: unknown */
    const char *published_basis;     /* Stand, dateline, option, field, timeml, newsroom …; NULL with published NULL */
    int32_t published_day;           /* DAY_NONE: unknown */
    const char *modified;            /* ISO 8601; NULL: unknown */
    const char *agencies[REPORT_AGENCIES_AT_MOST];   /* news agencies that datelines and signatures name */
    size_t agency_count;
    uint32_t repairs;                /* bytes that were mended in decoding */
    const char *retrieved, *warc_record;             /* of reports out of a WARC file: its date and record id; NULL: others */
    struct rights rights;
    const char *status;              /* what its newsroom says of it: usable, corrected, withheld, withdrawn; NULL: nothing */
    const char *embargo;             /* ISO 8601: not to be published before; NULL: none */
    const char *note;                /* the newsroom's note on this version, NULL: none */
    uint32_t version;                /* the newsroom's number of this version, 0: none */
    const char *language;            /* "de", or what the text seems to be; NULL: too little text to tell */
    char sha256_input[65], sha256_text[65];
};

/* What a paragraph is, as far as the report's form tells; report/ finds it, text/ copies it to sentences. */
enum paragraph_kind {
    PARAGRAPH_BODY,
    PARAGRAPH_TITLE,                 /* the headline, also when its words stand in the text */
    PARAGRAPH_KICKER,                /* the words above the headline */
    PARAGRAPH_LEAD,
    PARAGRAPH_HEADING,               /* between paragraphs */
    PARAGRAPH_MARK,                  /* date lines, "Stand: …", bylines, picture credits: nothing in it is coded */
};

struct paragraph {
    struct span span;
    enum paragraph_kind kind;
    int32_t entry_day;               /* of the entry of a live ticker that it stands in, see report/ticker.h; 0: the report's day */
};

/* ---- text/ --------------------------------------------------------------------------------------------------- */

struct sentence {
    struct span span;
    struct token_range tokens;
    uint32_t paragraph;
    enum paragraph_kind kind;
    uint32_t root;                   /* parse/: the token without a head */
};

/* The universal parts of speech (UD v2). */
enum upos {
    UPOS_NONE, UPOS_ADJ, UPOS_ADP, UPOS_ADV, UPOS_AUX, UPOS_CCONJ, UPOS_DET, UPOS_INTJ, UPOS_NOUN, UPOS_NUM,
    UPOS_PART, UPOS_PRON, UPOS_PROPN, UPOS_PUNCT, UPOS_SCONJ, UPOS_SYM, UPOS_VERB, UPOS_X,
    UPOS_COUNT
};

/* The universal relations of UD German GSD, subtypes only where later rooms read them. */
enum relation {
    RELATION_NONE, RELATION_ACL, RELATION_ADVCL, RELATION_ADVMOD, RELATION_AMOD, RELATION_APPOS, RELATION_AUX,
    RELATION_AUX_PASS, RELATION_CASE, RELATION_CC, RELATION_CCOMP, RELATION_COMPOUND, RELATION_COMPOUND_PRT,
    RELATION_CONJ, RELATION_COP, RELATION_CSUBJ, RELATION_CSUBJ_PASS, RELATION_DEP, RELATION_DET, RELATION_DET_POSS,
    RELATION_DISCOURSE, RELATION_DISLOCATED, RELATION_EXPL, RELATION_FIXED, RELATION_FLAT, RELATION_GOESWITH,
    RELATION_IOBJ, RELATION_LIST, RELATION_MARK, RELATION_NMOD, RELATION_NSUBJ, RELATION_NSUBJ_PASS, RELATION_NUMMOD,
    RELATION_OBJ, RELATION_OBL, RELATION_ORPHAN, RELATION_PARATAXIS, RELATION_PUNCT, RELATION_REPARANDUM,
    RELATION_ROOT, RELATION_VOCATIVE, RELATION_XCOMP,
    RELATION_COUNT
};

/* Morphological features; 0 is "not told" everywhere. */
enum grammatical_case { CASE_NONE, CASE_NOM, CASE_GEN, CASE_DAT, CASE_ACC };
enum grammatical_gender { GENDER_NONE, GENDER_MASC, GENDER_FEM, GENDER_NEUT };
enum grammatical_number { NUMBER_NONE, NUMBER_SING, NUMBER_PLUR };
enum verb_form { VERB_FORM_NONE, VERB_FORM_FIN, VERB_FORM_INF, VERB_FORM_ZU_INF, VERB_FORM_PART_PRES, VERB_FORM_PART_PERF };
enum mood { MOOD_NONE, MOOD_IND, MOOD_SUB, MOOD_IMP };
enum tense { TENSE_NONE, TENSE_PRES, TENSE_PAST };        /* with MOOD_SUB: PRES is Konjunktiv I, PAST Konjunktiv II */
enum degree { DEGREE_NONE, DEGREE_POS, DEGREE_CMP, DEGREE_SUP };
enum definite { DEFINITE_NONE, DEFINITE_DEF, DEFINITE_IND };

struct morphology {
    uint8_t grammatical_case, gender, number, person, verb_form, mood, tense, degree, definite;
};

/* ---- lexicon/ ------------------------------------------------------------------------------------------------ */

/* The word classes of german-pos-dict (tags.txt). */
enum word_class {
    WORD_NONE, WORD_NOUN /* SUB */, WORD_NAME /* EIG */, WORD_VERB /* VER */, WORD_ADJECTIVE /* ADJ */,
    WORD_PARTICIPLE_PRESENT /* PA1 */, WORD_PARTICIPLE_PERFECT /* PA2 */, WORD_PRONOUN /* PRO */, WORD_ARTICLE /* ART */,
    WORD_ADVERB /* ADV */, WORD_PREPOSITION /* PRP */, WORD_CONJUNCTION /* KON */, WORD_PARTICLE /* ZUS: separable prefix */,
    WORD_NEGATION /* NEG */, WORD_NUMERAL /* ZAL */, WORD_INTERJECTION /* INJ */, WORD_ABBREVIATION /* ABK */,
    WORD_CLASS_COUNT
};

/* Bits of analysis.flags. */
enum {
    ANALYSIS_AUXILIARY = 1,          /* haben, sein, werden as auxiliary (AUX) */
    ANALYSIS_MODAL = 2,              /* MOD */
    ANALYSIS_FIRST_NAME = 4, ANALYSIS_SURNAME = 8, ANALYSIS_COUNTRY = 16, ANALYSIS_TOWN = 32, ANALYSIS_REGION = 64,
    ANALYSIS_GUESSED = 128,          /* not in the lexicon: from its compound head, an ending, or its shape */
    ANALYSIS_PARTICLE_ATTACHED = 256,/* a verb form that carries its separable particle ("aufruft", NEB) */
    ANALYSIS_RELATIVE = 512, ANALYSIS_POSSESSIVE = 1024, ANALYSIS_REFLEXIVE = 2048, ANALYSIS_PERSONAL = 4096,
    ANALYSIS_DEMONSTRATIVE = 8192, ANALYSIS_INDEFINITE = 16384, ANALYSIS_INTERROGATIVE = 32768,
};

struct analysis {
    const char *lemma;
    enum word_class word_class;
    struct morphology morphology;
    uint32_t flags;
};

/* Bits of token.constructions, see parse/constructions.h. */
enum { CONSTRUCTION_PASSIVE = 1, CONSTRUCTION_CAUSED = 2 /* lässt liefern */, CONSTRUCTION_TO_BE_DONE = 4 /* ist zu prüfen */,
       CONSTRUCTION_MODAL_PERFECT = 8 /* soll geliefert haben */ };

struct token {
    struct span span;                /* the two words of a contraction ("zum" = "zu" "dem") share one span */
    const char *form;                /* the syntactic word, NUL-terminated, soft hyphens gone, composed (NFC) */
    bool space_after;
    uint8_t contraction_part;        /* 0: none; 1, 2: first, second word of a contraction */
    uint32_t sentence;

    const struct analysis *analyses; /* lexicon/ */
    uint16_t analysis_count;
    const char *compound_head;       /* "Lieferung" for "Waffenlieferung": lemma of the last part; NULL: no compound */
    const char *compound_modifier;   /* "Waffen": the first part(s) as written, without a linking s or hyphen; NULL: none */

    enum upos upos;                  /* parse/ from here on */
    const char *lemma;
    struct morphology morphology;
    uint32_t head;                   /* token; DOCUMENT_NONE: the root of its sentence */
    enum relation relation;
    const char *verb_lemma;          /* verbs: with its separated particle ("rief … auf": aufrufen), else the lemma; else NULL */
    uint32_t particle;               /* verbs: the token of the separated particle, else DOCUMENT_NONE */
    uint8_t constructions;           /* verbs: CONSTRUCTION_ bits */
    const char *xpos;                /* STTS; NULL where only part of speech and features tell it */
    const char *closed_features;     /* of words of closed classes, as CoNLL-U has them ("PronType=Dem"); NULL: none */
};

enum name_kind { NAME_PERSON, NAME_LOCATION, NAME_ORGANISATION, NAME_OTHER, NAME_KIND_COUNT };

struct name {                        /* an outermost name as GermEval 2014 counts them; see parse/names.h */
    struct span span;
    struct token_range tokens;
    enum name_kind kind;
};

/* ---- time/ --------------------------------------------------------------------------------------------------- */

enum timex_type { TIMEX_DATE, TIMEX_TIME, TIMEX_DURATION, TIMEX_SET };

struct time_expression {             /* TIMEX3 */
    struct span span;
    struct token_range tokens;
    enum timex_type type;
    const char *value;               /* TIMEX3 value, e.g. 2024-01-02, 2023-FA, P3D, PRESENT_REF, XXXX-WXX-1 */
    const char *mod;                 /* START, MID, END, APPROX, BEFORE, AFTER …; NULL: none */
    int32_t begin_day, end_day;      /* both inclusive, as coding guide section 7 counts; DAY_NONE: no interval */
    bool relative;                   /* counted from the day of publication or another time */
    bool of_noun;                    /* tells when it was what the noun before it names (die Resolution von 2015) */
    const char *why;                 /* table entry */
};

/* ---- quantity/ ----------------------------------------------------------------------------------------------- */

enum quantity_scope { SCOPE_SINGLE, SCOPE_ADDITIONAL, SCOPE_CUMULATIVE, SCOPE_UNCLEAR };

struct quantity {
    struct span span;
    struct token_range tokens;
    uint32_t counted;                /* token of the noun that is counted ("Raketen", or the unit "Container") */
    const char *relation;            /* "=", ">=", ">", "<=", "<", "~" */
    double value, to;                /* to: upper end of a range, else NAN */
    const char *unit;                /* measure, container or currency noun ("Container", "Tonne", "EUR"); NULL: none */
    enum quantity_scope scope;
    bool partitive;                  /* some of those named before: "37 davon" */
    bool ratio;                      /* a share (20 Prozent), which counts no goods */
    bool money;                      /* its unit is a currency */
    bool each;                       /* of each of the nouns joined: "je 30 Panzer und Haubitzen" */
    bool article;                    /* the article alone ("eine Rakete"): a number only of what is counted by the piece, see entity/items.c */
    const char *why;
};

/* ---- entity/ ------------------------------------------------------------------------------------------------- */

enum sector {                        /* PLOVER, coding guide section 3 */
    SECTOR_NONE, SECTOR_GOV, SECTOR_MIL, SECTOR_SPY, SECTOR_LEG, SECTOR_JUD, SECTOR_COP, SECTOR_PTY, SECTOR_OPP,
    SECTOR_REB, SECTOR_PRM, SECTOR_UAF, SECTOR_CVL, SECTOR_REF, SECTOR_BUS, SECTOR_JRN, SECTOR_REL, SECTOR_EDU,
    SECTOR_MED, SECTOR_LAB, SECTOR_SOC, SECTOR_CRM, SECTOR_ELI, SECTOR_UNK,
    SECTOR_COUNT
};

enum entity_kind {
    ENTITY_COUNTRY, ENTITY_PLACE /* city, region, site */, ENTITY_ORGANISATION, ENTITY_PERSON, ENTITY_OFFICE /* "der Präsident" */,
    ENTITY_GROUP /* "Soldaten", "Demonstranten", "US-Geheimdienste" */, ENTITY_NAME /* a name not known further */,
    ENTITY_KIND_COUNT
};

enum place_precision { PRECISION_NONE, PRECISION_COUNTRY, PRECISION_REGION, PRECISION_CITY, PRECISION_SITE };

enum naming { NAMING_PERSON, NAMING_OFFICE, NAMING_CIRCLE, NAMING_UNNAMED };

struct entity {                      /* one real-world party, however often it is mentioned */
    const char *name;                /* its fullest name in the report, else the table's */
    enum entity_kind kind;
    char code[4];                    /* ISO 3166-1 alpha-3, IGO, NGO, MNC; "" : cannot be told */
    enum sector sector;
    enum naming naming;              /* as a source: a named person, an office or body, a circle, someone unnamed */
    char place_country[4];           /* where it lies, for places and countries; "" : nowhere */
    enum place_precision precision;
    double latitude, longitude;      /* NAN: none */
    const char *geonames;            /* id, NULL: none */
    const char *why;                 /* table entry, or the pattern that made it */
    bool untold;                     /* no word tells whose it is */
    bool supposed;                   /* no word tells whose it is, and the report names no place in the country that it was given */
    bool may_be_foes;                /* the same, and that country is in a conflict with another that day */
    const char *known_until;         /* the report is later than this day, until which the entry is known to hold; NULL: it is not */
};

enum mention_kind { MENTION_NAME, MENTION_NOMINAL /* "das Land", "Soldaten" */, MENTION_PRONOUN, MENTION_ADJECTIVE /* russische */,
                    MENTION_MODIFIER /* the first part of a compound: US-Sanktionen, Ukraine-Hilfe */ };

struct mention {
    struct span span;                /* the noun phrase's core: name, or noun with its adjectives */
    struct token_range tokens;
    uint32_t head;                   /* token; a noun phrase's head, or the adjective, pronoun or compound itself */
    const uint32_t *entities;        /* [entity_count]: one, or more for "beide Staaten" */
    uint16_t entity_count;
    enum mention_kind kind;
};

struct item_mention {                /* arms, goods, troops, money: coding guide section 6 */
    struct span span;                /* the head noun phrase without its number */
    uint32_t head;                   /* token */
    const char *item_class;          /* "ballistic-missile" … */
    const char *designation;         /* a named model, NULL: none */
    const char *const *unroca;       /* [unroca_count] categories that are possible */
    size_t unroca_count;
    const char *unroca_basis;        /* "named-model", "class", "unknown" */
    char origin[4];                  /* country that made or first supplied it, "" : not told */
    uint32_t quantity;               /* quantity, or DOCUMENT_NONE */
    const char *why;
};

/* ---- statement/ ---------------------------------------------------------------------------------------------- */

enum statement_type { STATEMENT_DIRECT, STATEMENT_INDIRECT, STATEMENT_FREE_INDIRECT, STATEMENT_INDIRECT_FREE_INDIRECT,
                      STATEMENT_REPORTED };

struct statement {
    enum statement_type type;
    const char *medium;              /* Speech, Thought, Writing, ST, SW, TW, or NULL */
    struct span_list quote, cue, speaker, addressee, frame;
    uint32_t speaker_mention;        /* mention of the speaker, DOCUMENT_NONE: none or not resolved */
    uint32_t entity;                 /* who speaks, DOCUMENT_NONE: unnamed (sollen, angeblich) or not known */
    enum naming naming;              /* a named person, an office or body, a circle, someone unnamed */
    uint32_t inside;                 /* statement that this one stands in, DOCUMENT_NONE */
    uint32_t time;                   /* time expression of the claim, DOCUMENT_NONE */
    uint32_t cue_token;              /* the verb, noun or preposition that tells of it, DOCUMENT_NONE */
    bool aside;                      /* its speaker's words stand beside what is told, with no part in it (laut X, a headline's X:) */
    bool attributes;                 /* counts as a source of what stands in it (coding guide section 4): a medium that someone only speaks to does not */
    const char *why;                 /* table entry of the cue */
};

enum factuality { FACTUALITY_CT_PLUS, FACTUALITY_CT_MINUS, FACTUALITY_PR_PLUS, FACTUALITY_PR_MINUS, FACTUALITY_PS_PLUS,
                  FACTUALITY_PS_MINUS, FACTUALITY_UU, FACTUALITY_COUNT };

enum { AUX_FUTURE = 1, AUX_HYPOTHETICAL = 2, AUX_NEGATION = 4, AUX_HISTORICAL = 8 };   /* PLOVER aux, bits */

/* For every token, as if it were a trigger: in which statement it stands and how sure the innermost source is of it. */
struct stance {
    uint32_t statement;              /* innermost attributing statement, DOCUMENT_NONE: the report itself */
    enum factuality factuality;
    uint8_t aux;                     /* AUX_ bits */
    bool plans;                      /* a verb of planning (plant, bereitet vor): what it names is wanted, nothing is promised */
    const char *why[3];              /* table entries that set it, NULL where fewer */
};

/* ---- event/ -------------------------------------------------------------------------------------------------- */

enum event_type {                    /* PLOVER */
    EVENT_AGREE, EVENT_CONSULT, EVENT_SUPPORT, EVENT_CONCEDE, EVENT_COOPERATE, EVENT_AID, EVENT_RETREAT, EVENT_REQUEST,
    EVENT_ACCUSE, EVENT_REJECT, EVENT_THREATEN, EVENT_PROTEST, EVENT_SANCTION, EVENT_MOBILIZE, EVENT_COERCE,
    EVENT_ASSAULT,
    EVENT_TYPE_COUNT
};

struct party {                       /* an actor, a recipient or a source */
    const char *text;
    struct span span;                /* 0, 0: not in the text (an unnamed source) */
    uint32_t entity;                 /* DOCUMENT_NONE: unnamed */
    char code[4];
    enum sector sector;
    enum naming naming;              /* sources only */
    const char *is_party;            /* sources only: "actor", "recipient", "third" */
    bool guessed;                    /* the likeliest, which no word tells (event/likely.h) */
};

struct event {
    enum event_type type;
    const char *const *modes;
    size_t mode_count;
    struct span_list trigger;
    uint32_t trigger_token, sentence, incident;        /* incident counts from 1 in the report */
    const struct party *actors, *recipients, *sources; /* sources outermost first */
    size_t actor_count, recipient_count, source_count;
    const uint32_t *items;                             /* item mentions */
    size_t item_count;
    uint32_t time;                                     /* time expression, DOCUMENT_NONE */
    int32_t begin_day, end_day;                        /* DAY_NONE: when is null */
    bool time_inherited;
    int32_t said_begin_day, said_end_day;              /* DAY_NONE: no claim, or its time is unknown */
    uint32_t place_entity, place_mention;              /* DOCUMENT_NONE: place is null */
    uint32_t statement;                                /* DOCUMENT_NONE: the report itself */
    enum factuality factuality;
    uint8_t aux;
    struct span evidence;
    double confidence;
    const char *why_frame, *why_attribution;           /* table entries */
    const char *const *why_confidence;                 /* features, lines of event/confidence.tsv */
    size_t why_confidence_count;
};

/* ---- the document -------------------------------------------------------------------------------------------- */

struct tree;

struct document {
    struct arena *arena;

    /* The title, two newlines and the report's text; only the text where title_in_text or title NULL. NUL-terminated. */
    const char *text;
    size_t text_bytes;
    size_t body_begin_byte;          /* where the report's own text begins */

    struct report report;
    const struct paragraph *paragraphs;
    size_t paragraph_count;

    struct sentence *sentences;
    size_t sentence_count;
    struct token *tokens;
    size_t token_count;
    bool tokens_given;               /* words as the user gave them (--pretokenized): CoNLL-U writes them as they are */
    const struct tree *tree;         /* parse/: children and subtrees of every token, see parse/tree.h */
    struct name *names;              /* in the order of the text */
    size_t name_count, name_capacity;

    struct time_expression *times;
    size_t time_count;
    struct quantity *quantities;
    size_t quantity_count;

    struct entity *entities;
    size_t entity_count;
    struct mention *mentions;
    size_t mention_count;
    uint32_t *token_mention;         /* [token_count] the mention whose head the token is (MENTION_MODIFIER left out) */
    uint32_t *token_modifier;        /* [token_count] the MENTION_MODIFIER mention inside this compound */
    struct item_mention *items;
    size_t item_count;
    uint32_t *token_item;            /* [token_count] the item whose head the token is */
    uint32_t *token_item_modifier;   /* [token_count] the item that the first part of this compound names: Raketenangriff */

    struct statement *statements;
    size_t statement_count;
    struct stance *token_stance;     /* [token_count] */

    struct event *events;
    size_t event_count;
};

#endif
