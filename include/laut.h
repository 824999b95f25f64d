/* laut.h: the public interface of laut, which reads German news and codes who did what to whom, with which arms, when,
 * where, according to whom, and how sure they are.
 *
 *     struct laut_error error;
 *     struct laut_engine *engine = laut_engine_open(NULL, &error);
 *     struct laut_document *document = laut_document_read(engine, &(struct laut_report_given){
 *         .text = "Teheran dementiert, Drohnen geliefert zu haben.", .published = "2024-01-05"}, &error);
 *     for (size_t i = 0; i < laut_document_event_count(document); i++)
 *         puts(laut_document_event(document, i)->type);                                            AID
 *     laut_document_free(document);
 *     laut_engine_free(engine);
 *
 * Ownership, the whole rule: what a function ending in _open or _read returns is yours, and goes back once through the
 * _free of its noun. Only _free frees; NULL is allowed there. Every other pointer is lent and lives as long as the object
 * it came from; a document lives no longer than its engine.
 *
 * Errors: what can fail returns false, NULL or LAUT_READING_REFUSED and fills the struct laut_error that it is given last
 * (NULL: the caller does not want to know why). Nothing prints, exits or aborts.
 *
 * Threads: an engine is constant once it is open, any number of threads may use it. Everything else belongs to one thread
 * at a time.
 *
 * Text is UTF-8. Offsets are [begin, end) in Unicode code points of the report's own text. A title that does not stand in
 * the text has events of its own, with part "title"; their offsets count in the title. The meaning of every field is that
 * of the record, docs/record.md; what the report does not tell is NULL (the text of an unnamed source alone is "").
 */
#ifndef LAUT_H
#define LAUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define LAUT_API __attribute__((visibility("default")))
#define LAUT_CHECKED LAUT_API __attribute__((warn_unused_result))
#else
#define LAUT_API
#define LAUT_CHECKED
#endif

/* ---- errors and version -------------------------------------------------------------------------------------- */

/* What went wrong, where, and what to do. Empty strings and line 0 where unknown. */
struct laut_error {
    char file[512];
    size_t line;
    char message[512];
    char remedy[256];
};

/* The error as one line, "FILE:LINE: MESSAGE; REMEDY" without what is unknown, into size bytes, always NUL-terminated. */
LAUT_API void laut_error_describe(const struct laut_error *, char *line, size_t size);

LAUT_API const char *laut_version(void);                 /* "0.1.0" */

/* ---- the engine: lexicon, model and tables --------------------------------------------------------------------- */

struct laut_engine;

struct laut_engine_options {
    const char *image_path;          /* file of tables, lexicon and model; NULL: the environment's LAUT_DATA, else beside
                                        the program, else where it was installed */
    const char *tables_folder;       /* your own tables, laid over the shipped ones (docs/tables.md); NULL: none */
};

/* options may be NULL. */
LAUT_CHECKED struct laut_engine *laut_engine_open(const struct laut_engine_options *, struct laut_error *);
LAUT_API void laut_engine_free(struct laut_engine *);

/* How many tables and lines a folder of own tables holds, and what was found wrong. */
struct laut_tables_summary {
    size_t tables, entries, added, replaced, removed, problems;
};

/* Takes one thing that is wrong: a file, mostly a line, the cause and the remedy. */
typedef void laut_tables_see(void *context, const struct laut_error *finding);

/* Looks at the own tables of options->tables_folder without reading a text: what an engine would refuse (all of it, not only the first), and
 * lines that can never match or stand behind one that asks for the same. False: the folder could not be looked at. */
LAUT_CHECKED bool laut_tables_check(const struct laut_engine_options *, struct laut_tables_summary *, laut_tables_see *see, void *context,
                                    struct laut_error *);

/* Which knowledge coded a record: SHA-256 in hexadecimal over all tables, and over lexicon and model. */
LAUT_API const char *laut_engine_tables_sha256(const struct laut_engine *);
LAUT_API const char *laut_engine_model_sha256(const struct laut_engine *);

/* The line with that id of the first of these tables (event/verbs.tsv, event/nouns.tsv, event/light.tsv, statement/verbs.tsv) that ships one, cells
 * separated by tabs, with another value in one column (column NULL: as it is). False: none has it, or it is longer than size. */
LAUT_CHECKED bool laut_engine_table_line(const struct laut_engine *, const char *const *tables, size_t table_count, const char *id,
                                         const char *column, const char *value, const char **table, char *line, size_t size);

/* ---- one report in memory -------------------------------------------------------------------------------------- */

struct laut_document;

/* A report as the caller has it. Only text is needed; what is NULL is unknown. The source of a web page is read as a page. */
struct laut_report_given {
    const char *text;
    size_t text_bytes;               /* 0: text ends with its NUL */
    const char *id, *title, *published, *uri, *publisher;
};

/* Reads and codes one report. NULL: refused, the error says why. */
LAUT_CHECKED struct laut_document *laut_document_read(const struct laut_engine *, const struct laut_report_given *,
                                                      struct laut_error *);
LAUT_API void laut_document_free(struct laut_document *);

/* ---- many reports: files, folders, standard input -------------------------------------------------------------- */

/* A source hands out reports one after another; coding them is a step of its own, so that one thread may read and others
 * code:
 *
 *     while ((reading = laut_source_read(source, &document, &error)) != LAUT_READING_END)
 *         if (reading == LAUT_READING_DONE && laut_document_code(document, &error)) ...
 */
struct laut_source;

enum laut_input {
    LAUT_INPUT_REPORTS,              /* JSON Lines, plain text, TimeML: told from the file itself */
    LAUT_INPUT_BARE_TEXT,            /* paragraphs between blank lines, no title or date looked for */
    LAUT_INPUT_CONLLU,               /* CoNLL-U whose sentences and words are kept */
    LAUT_INPUT_WORDS,                /* number, tab, word; a blank line ends a sentence: kept, but "im" is read as "in dem" */
};

struct laut_source_options {
    const char *published;           /* ISO 8601, for reports that do not tell their own date; NULL: none. Lent, as paths */
    enum laut_input input;
    const char *language;            /* ISO 639-1: reports in another language are passed over; NULL: none are */
    bool keep_bytes;                 /* documents keep what they were read from, for laut_document_original */
};

enum laut_reading {
    LAUT_READING_DONE,               /* the document is yours */
    LAUT_READING_REFUSED,            /* this report could not be read, the error says why; read on */
    LAUT_READING_END,                /* no more reports */
    LAUT_READING_PASSED,             /* laut_source_read_taken alone: it is in another language than the one that was asked for */
};

/* paths: JSON Lines, plain text, web pages, WARC or TimeML files, compressed or in archives too, folders of such files, "-" for standard input. options may be NULL.
 * A path that cannot be opened is refused when its turn comes. */
LAUT_CHECKED struct laut_source *laut_source_open(const struct laut_engine *, const char *const *paths,
                                                  size_t path_count, const struct laut_source_options *,
                                                  struct laut_error *);
/* The same of bytes in memory, of any kind that a file may have; name as messages and the record have it. All is lent until the source is freed; published may be NULL. */
LAUT_CHECKED struct laut_source *laut_source_open_bytes(const struct laut_engine *, const char *bytes, size_t length, const char *name, const char *published,
                                                        struct laut_error *);
LAUT_CHECKED enum laut_reading laut_source_read(struct laut_source *, struct laut_document **, struct laut_error *);
/* The same in two steps, so that many threads share a source: taking a report's bytes, one thread at a time, which is quick; and reading them, by any number at once.
 * A document that is not LAUT_READING_DONE is only good for laut_document_free. */
LAUT_CHECKED enum laut_reading laut_source_take(struct laut_source *, struct laut_document **, struct laut_error *);
LAUT_CHECKED enum laut_reading laut_source_read_taken(const struct laut_source *, struct laut_document *, struct laut_error *);
/* What a report was read from: a page, a line of JSON Lines, an entry of a feed, an item of a newsroom's message, a member of an archive, the page in a WARC record. */
struct laut_original {
    const char *bytes;               /* NULL: they are not there */
    size_t length;
};

/* The bytes whose SHA-256 is the record's sha256_input, lent until the document is freed; of a document that a source with keep_bytes has read. */
LAUT_API struct laut_original laut_document_original(const struct laut_document *);
/* How far the source has read, 0 to 1; below 0 where that cannot be told (standard input). */
LAUT_API double laut_source_progress(const struct laut_source *);
LAUT_API void laut_source_free(struct laut_source *);

/* Codes a document that a source handed out. */
LAUT_CHECKED bool laut_document_code(struct laut_document *, struct laut_error *);
/* Only its words, trees and names, for LAUT_FORMAT_CONLLU and LAUT_FORMAT_NAMES. */
LAUT_CHECKED bool laut_document_parse(struct laut_document *, struct laut_error *);

/* ---- the record, field by field --------------------------------------------------------------------------------- */

struct laut_span {
    uint32_t begin, end;
};

/* A set of spans, for parts that may be torn ("setzt … ein"). */
struct laut_spans {
    const struct laut_span *items;
    size_t count;
};

struct laut_strings {
    const char *const *items;
    size_t count;
};

struct laut_interval {
    const char *begin, *end;         /* YYYY-MM-DD, both inclusive; NULL: unknown */
};

/* What the publisher says of text and data mining, where a page, its server or tdmrep.json told it (docs/record.md). */
struct laut_rights {
    const char *reservation;         /* "reserved", "free"; NULL: nothing was told */
    const char *basis;               /* where it was told: an entry of knowledge/report/reservations.tsv */
    const char *policy;              /* address of the publisher's terms */
    const char *robots;              /* what robots.txt said: "allowed", "none" (there is none), "disallowed" (the page was not asked for); NULL: not asked */
};

struct laut_report {
    const char *id, *uri, *title, *published, *published_basis, *modified, *publisher, *author, *lead, *language, *input;
    struct laut_strings agencies;    /* news agencies that it names as where it has its news from */
    uint32_t input_line;             /* line in a JSON Lines file, else 0 */
    bool title_in_text;              /* the title's words stand in the text itself */
    const char *sha256_input, *sha256_text;
    const char *retrieved, *warc_record;         /* when and in which record of an archive of the web it was kept */
    uint32_t repairs;                /* bytes that were mended in decoding */
    struct laut_rights rights;
    const char *status, *embargo, *note;         /* of newsrooms: usable, corrected, withheld or withdrawn; not before (ISO 8601); a note on this version */
    uint32_t version;                /* the newsroom's number of this version, 0: none */
    const char *text;
};

struct laut_entity {
    const char *id;                  /* N1 */
    const char *name, *kind, *code, *sector, *geonames;
    struct laut_spans mentions;
};

struct laut_time {                   /* TIMEX3 */
    const char *id;                  /* T1 */
    struct laut_span span;
    const char *type, *value, *mod;
    struct laut_interval interval;
    const char *why;
};

struct laut_quantity {
    const char *id;                  /* Q1 */
    struct laut_span span;
    double value, to;                /* to: upper end of a range, else NAN */
    const char *relation, *unit, *scope, *why;
};

struct laut_statement {
    const char *id;                  /* S1 */
    const char *type, *medium;
    struct laut_spans quote, cue, speaker, addressee, frame;
    const char *entity, *inside, *time;          /* ids */
    const char *why;
};

/* An actor, a recipient or a source. */
struct laut_party {
    const char *text;
    bool has_span;
    struct laut_span span;
    const char *entity, *code, *sector;
    const char *named, *party;       /* sources only, else NULL */
};

struct laut_parties {
    const struct laut_party *items;
    size_t count;
};

struct laut_item {
    const char *text;
    struct laut_span span;
    const char *item_class, *designation, *unroca_basis, *origin;
    struct laut_strings unroca;
    const struct laut_quantity *quantity;        /* NULL: not told */
    const char *why;
};

struct laut_items {
    const struct laut_item *items;
    size_t count;
};

struct laut_place {
    const char *text;                /* NULL: the report tells no place */
    bool has_span;
    struct laut_span span;
    const char *country, *precision;
    double latitude, longitude;      /* NAN: none */
};

struct laut_event {
    const char *id;                  /* E1, in this record */
    const char *claim;               /* the public id, c-…: the same in every version that codes it so */
    const char *part;                /* "text" or "title" */
    const char *type;                /* PLOVER */
    struct laut_strings modes;
    struct laut_spans trigger;
    uint32_t sentence;               /* index; UINT32_MAX for events of a title */
    uint32_t incident;               /* events of one report with the same number tell the same act */
    struct laut_parties actors, recipients, sources;     /* sources outermost first */
    struct laut_items items;
    struct laut_interval when, said; /* when it happened; when it was claimed */
    const char *when_time;           /* id of the time expression */
    const char *when_basis;          /* "explicit" or "relative"; NULL with when unknown */
    bool when_inherited;
    struct laut_place place;
    const char *statement;           /* id */
    const char *factuality;          /* FactBank: CT+ CT- PR+ PR- PS+ PS- Uu */
    struct laut_strings aux;
    struct laut_span evidence;
    double confidence;               /* NAN: not known */
    const char *why_frame, *why_attribution;     /* entries of the tables */
    struct laut_strings why_confidence;          /* what the confidence rests on: entries of event/confidence.tsv */
    struct laut_strings why_notes;               /* entries that may no longer hold: "sergej-lawrow.1: known until 2025-12-31" */
};

/* Before laut_document_code has coded a document, it has its report and nothing else. Indexes at or beyond the count give
 * NULL. */
LAUT_API const struct laut_report *laut_document_report(const struct laut_document *);
LAUT_API size_t laut_document_sentence_count(const struct laut_document *);
LAUT_API const struct laut_span *laut_document_sentence(const struct laut_document *, size_t index);
LAUT_API size_t laut_document_entity_count(const struct laut_document *);
LAUT_API const struct laut_entity *laut_document_entity(const struct laut_document *, size_t index);
LAUT_API size_t laut_document_time_count(const struct laut_document *);
LAUT_API const struct laut_time *laut_document_time(const struct laut_document *, size_t index);
LAUT_API size_t laut_document_quantity_count(const struct laut_document *);
LAUT_API const struct laut_quantity *laut_document_quantity(const struct laut_document *, size_t index);
LAUT_API size_t laut_document_statement_count(const struct laut_document *);
LAUT_API const struct laut_statement *laut_document_statement(const struct laut_document *, size_t index);
LAUT_API size_t laut_document_event_count(const struct laut_document *);
LAUT_API const struct laut_event *laut_document_event(const struct laut_document *, size_t index);

/* ---- the record, written ---------------------------------------------------------------------------------------- */

enum laut_format {
    LAUT_FORMAT_JSON,                /* the record, one line */
    LAUT_FORMAT_CSV,                 /* one line per event, RFC 4180 */
    LAUT_FORMAT_LEDGER,              /* for people */
    LAUT_FORMAT_TIMEML,              /* the text with TIMEX3 tags */
    LAUT_FORMAT_CONLLU,              /* tokens and trees */
    LAUT_FORMAT_NAMES,               /* a word a line with B-PER, I-LOC, B-ORG, O … */
    LAUT_FORMAT_READING,             /* what was read: title, fields, text; the document need not be coded */
    LAUT_FORMAT_READING_JSON,        /* the same as one line of JSON */
    LAUT_FORMAT_EXPLANATION,         /* why each act was coded so, or not: trees, frames tried, how roles were found */
};

struct laut_style {                  /* of the ledger; zeroed: 80 columns, no colour, everything */
    unsigned width;                  /* columns of the terminal, 0: 80 */
    bool colour;
    double min_confidence;           /* events below are left out; of CSV too */
    const char *event;               /* of explanations: the id of the only event wanted ("E3"); NULL: all */
};

/* What stands once above all records of a format: CSV's names of columns, the ledger's remark that it was coded by machine. */
LAUT_CHECKED bool laut_format_begin(enum laut_format, const struct laut_style *, FILE *, struct laut_error *);
/* One document. style may be NULL. */
LAUT_CHECKED bool laut_document_write(const struct laut_document *, enum laut_format, const struct laut_style *, FILE *,
                                      struct laut_error *);

/* ---- the archive: many reports, claims side by side -------------------------------------------------------------- */

/* One SQLite file. An archive belongs to one thread at a time; a program with several threads opens it once per thread. Any number of
 * readers and one writer at a time work on one file, a second writer waits. */
struct laut_archive;

struct laut_archive_options {
    bool read_only;
    bool create;                     /* make it where there is none */
    unsigned wait_ms;                /* how long to wait for another writer; 0: 30 seconds */
};

enum { LAUT_ID_BYTES = 32 };         /* room for a public id and its NUL */

/* path NULL: laut_archive_path. options may be NULL. */
LAUT_CHECKED struct laut_archive *laut_archive_open(const char *path, const struct laut_archive_options *, struct laut_error *);
LAUT_API void laut_archive_free(struct laut_archive *);

/* The usual file: the environment's LAUT_ARCHIVE, else laut/archive.sqlite below XDG_DATA_HOME or ~/.local/share. */
LAUT_CHECKED bool laut_archive_path(char *path, size_t size, struct laut_error *);

/* A number that differs after every change that anybody made; 0 where it cannot be told. */
LAUT_API uint64_t laut_archive_change(struct laut_archive *);

enum laut_adding {
    LAUT_ADDING_NEW,                 /* a report that was not there */
    LAUT_ADDING_VERSION,             /* another text of a report that was */
    LAUT_ADDING_SAME,                /* nothing was changed */
    LAUT_ADDING_REFUSED,             /* nothing was changed, the error says why */
};

struct laut_added {
    char report[LAUT_ID_BYTES];      /* r-… */
    unsigned version;                /* number of the report's current version */
    size_t added, withdrawn, changed, kept;      /* claims, against the version before */
};

/* Adds a record as LAUT_FORMAT_JSON writes it, in one transaction; and what it was read from, which may be NULL: it is kept where a version of the
 * report was read from these very bytes, and refused where they are not those of sha256_input. added may be NULL. */
LAUT_CHECKED enum laut_adding laut_archive_add(struct laut_archive *, const char *record, size_t bytes, const struct laut_original *,
                                               struct laut_added *, struct laut_error *);

/* ---- feeds: reports from the web, again and again ------------------------------------------------------------------ */

/* Asks feeds by their addresses and adds what is new to an archive, as a guest of their servers: robots.txt and reservations of text and data mining are heeded, one
 * request at a time goes to a host with a pause between, errors are answered by asking less often; what was asked and answered is kept in the archive
 * (docs/feeds.md). Belongs to one thread at a time, as its archive does. */
struct laut_feeds;

struct laut_feeds_options {
    const char *user_agent;          /* NULL: "laut/VERSION"; its name up to a slash is the one that robots.txt is read for */
    unsigned pause_ms;               /* between two requests to a host, at least */
    unsigned interval_s;             /* how often a feed is asked; after errors less often, doubling up to a day */
    bool follow;                     /* ask for the pages of entries, too */
    bool research;                   /* reservations are recorded and keep nothing out (section 60d UrhG) */
    bool local;                      /* addresses of this machine and of private networks are allowed */
    bool keep_bytes;                 /* the bytes of entries and pages are kept, too */
    bool (*wait)(void *context, unsigned ms);    /* waits; false: stop now. 0 ms: only asks. NULL: never stop, do not wait */
    void (*refused)(void *context, const struct laut_error *);      /* an entry that could not be read or added; NULL: nobody wants to know */
    void *context;
};

/* What came of one look at a feed. */
struct laut_poll {
    long status;                     /* HTTP's; 0: it was not asked, or did not answer */
    bool asked, stopped;
    size_t reports, versions, same, refused;     /* entries that are new, have another text, have not changed, could not be read */
    size_t reserved, disallowed, gone, later;    /* … are reserved, whose page robots.txt does not allow, is gone (404, 410), is to be asked for again */
    size_t claims;                   /* new ones */
    long again_s;                    /* not to be asked again before so many seconds; 0: as usual */
    char moved[512];                 /* where the feed was moved for good; "": it was not */
};

/* Engine and archive are lent until the feeds are freed; options are copied. NULL: the error says why. */
LAUT_CHECKED struct laut_feeds *laut_feeds_open(const struct laut_engine *, struct laut_archive *, const struct laut_feeds_options *, struct laut_error *);
/* Takes in an address (http or https), a file that lists addresses (one a line, or OPML as feed readers export it; "-": standard input), or a feed that is saved
 * on disk. */
LAUT_CHECKED bool laut_feeds_add(struct laut_feeds *, const char *named, struct laut_error *);
/* Those that were taken in, in their order, each once. */
LAUT_API size_t laut_feeds_count(const struct laut_feeds *);
LAUT_API const char *laut_feeds_name(const struct laut_feeds *, size_t index);
LAUT_API bool laut_feeds_is_saved(const struct laut_feeds *, size_t index);      /* a file, which need not be looked at again */
/* False: nothing could be had of it, the error says why; what did come of it stands in the poll. index is below the count. */
LAUT_CHECKED bool laut_feeds_poll(struct laut_feeds *, size_t index, struct laut_poll *, struct laut_error *);
LAUT_API void laut_feeds_free(struct laut_feeds *);

enum laut_rows {
    LAUT_ROWS_EVENTS,
    LAUT_ROWS_INCIDENTS,
    LAUT_ROWS_TRANSFERS,
    LAUT_ROWS_REPORTS,
    LAUT_ROWS_ACTORS,
    LAUT_ROWS_TIMELINE,
    LAUT_ROWS_FACETS,
    LAUT_ROWS_PLACES,
    LAUT_ROWS_FLOWS,
    LAUT_ROWS_LOG,                   /* what was done with the archive, newest first; filters do not count */
    LAUT_ROWS_REVIEWS,               /* what people said, newest first; of one claim with a filter claim:c-… */
};

struct laut_query {
    enum laut_rows rows;
    const char *const *filters;      /* words as of `laut find`, docs/archive.md */
    size_t filter_count;
    size_t limit;                    /* 0: all */
    const char *cursor;              /* of the page before; NULL: the first page */
    const char *by;                  /* timeline: day, month, year; NULL: month. facets: the one that is wanted; NULL: all */
    bool claims;                     /* transfers: with their claims */
    bool oldest_first;               /* else the newest come first */
};

struct laut_answer;

/* Rows one after another, each a JSON object (docs/archive.md). What the query points to is copied. */
LAUT_CHECKED struct laut_answer *laut_answer_open(struct laut_archive *, const struct laut_query *, struct laut_error *);
/* The next row, lent until the next call; NULL: no more, or failed: then the error has a message. */
LAUT_CHECKED const char *laut_answer_read(struct laut_answer *, struct laut_error *);
/* Once laut_answer_read has given NULL: where the next page begins; NULL: there is none. */
LAUT_API const char *laut_answer_cursor(const struct laut_answer *);
LAUT_API void laut_answer_free(struct laut_answer *);

/* One thing whole, as one JSON object and a newline: a report r-…, claim c-…, incident i-…, transfer t-…, actor a-… or RUS. */
LAUT_CHECKED bool laut_archive_show(struct laut_archive *, const char *id, FILE *, struct laut_error *);
/* How much there is, as one JSON object and a newline. */
LAUT_CHECKED bool laut_archive_stats(struct laut_archive *, FILE *, struct laut_error *);

enum laut_reviewing {
    LAUT_REVIEWING_DONE,
    LAUT_REVIEWING_CONFLICT,         /* the claim was reviewed or coded anew since its revision was seen: nothing was changed */
    LAUT_REVIEWING_REFUSED,          /* nothing was changed, the error says why */
};

/* What a person says of a claim or an incident, as JSON (docs/review.md). Into answer goes one JSON object and a newline: what was stored;
 * on a conflict the review that stands. */
LAUT_CHECKED enum laut_reviewing laut_archive_review(struct laut_archive *, const char *review, size_t bytes, FILE *answer,
                                                     struct laut_error *);

struct laut_queue {
    const char *reviewer;
    const char *const *filters;
    size_t filter_count;
    size_t limit;                    /* 0: 20 */
    bool release;                    /* let go what this reviewer holds, and ask for nothing */
};

/* What to review first, and how much is left, as one JSON object and a newline. The claims are this reviewer's for ten minutes: others are
 * given the next ones. */
LAUT_CHECKED bool laut_archive_queue(struct laut_archive *, const struct laut_queue *, FILE *, struct laut_error *);

struct laut_sample {
    const char *const *filters;
    size_t filter_count;
    size_t size;                     /* claims to draw; 0: 100 */
    uint64_t seed;                   /* the same seed draws the same claims from the same archive */
    const char *by;                  /* strata: type, certainty, outlet, month, confidence, nothing; NULL: type */
    bool json;                       /* one JSON object; else a coding sheet in CSV (docs/review.md) */
    bool excel;                      /* the sheet for a German Excel */
};

/* Claims drawn at random from each stratum, with how many each stands for. */
LAUT_CHECKED bool laut_archive_sample(struct laut_archive *, const struct laut_sample *, FILE *, struct laut_error *);

/* Lines that tables lack or have wrong, by what at least so many reviews say alike: one JSON object a line (docs/review.md). */
LAUT_CHECKED bool laut_archive_propose(struct laut_archive *, size_t least, FILE *, struct laut_error *);

enum laut_export_form {
    LAUT_EXPORT_RECORDS,             /* JSON Lines, as LAUT_FORMAT_JSON */
    LAUT_EXPORT_CSV,                 /* one claim a line, all fields */
    LAUT_EXPORT_CONFLICT,            /* CSV in the manner of UCDP GED and ACLED */
    LAUT_EXPORT_PLOVER,              /* JSON as NGEC prints it */
    LAUT_EXPORT_ENTITIES,            /* FollowTheMoney */
    LAUT_EXPORT_ANNOTATIONS,         /* W3C Web Annotations */
};

enum laut_export_text {
    LAUT_TEXT_EVIDENCE,              /* the words that a claim rests on, and titles: what is quoted */
    LAUT_TEXT_NONE,                  /* no word of a report */
    LAUT_TEXT_FULL,                  /* whole texts, as records that laut add --records takes back */
};

struct laut_export {
    enum laut_export_form form;
    const char *const *filters;
    size_t filter_count;
    enum laut_export_text text;
    bool excel;                      /* CSV for a German Excel */
    bool all;                        /* denied and uncommitted claims too, in forms that have no field for certainty */
    bool codebook;                   /* what the columns of CSV mean, instead of claims */
};

/* Where the archive may be written, its log is told. A wrong filter gives an error that names no file. */
LAUT_CHECKED bool laut_archive_export(struct laut_archive *, const struct laut_export *, FILE *, struct laut_error *);

struct laut_dossier {
    const char *folder;              /* to be made */
    const char *const *filters;      /* or the id of one incident, i-… */
    size_t filter_count;
};

/* Reports, claims, reviews, versions and log in a folder after BagIt 1.0 (RFC 8493; docs/evidence.md). */
LAUT_CHECKED bool laut_archive_dossier(struct laut_archive *, const struct laut_dossier *, struct laut_error *);
/* Looks for files that were changed, put in or taken out, for breaks of the log and texts that are not those of their hashes; a line for each into the
 * stream. False: it cannot be checked at all. */
LAUT_CHECKED bool laut_dossier_check(const char *folder, FILE *, size_t *problems, struct laut_error *);

/* A copy in a new file, made while others read and write. */
LAUT_CHECKED bool laut_archive_backup(struct laut_archive *, const char *path, struct laut_error *);
/* Looks for damage, orphans and incidents that are not what their claims make them; a line for each into the stream. */
LAUT_CHECKED bool laut_archive_check(struct laut_archive *, FILE *, size_t *problems, struct laut_error *);
/* Does the log have the entry of that number with that hash ("12 5e88…", as laut log or a dossier told once)? A line into the stream where not. */
LAUT_CHECKED bool laut_archive_check_head(struct laut_archive *, const char *head, FILE *, size_t *problems, struct laut_error *);

/* Told after each report; false: stop. */
typedef bool laut_archive_told(void *context, const struct laut_added *);
/* Told of each claim that was added, withdrawn or changed, as a JSON object (docs/archive.md); lent. False: stop. */
typedef bool laut_archive_differs(void *context, const char *difference);

struct laut_recode {
    bool dry_run;                    /* nothing is kept */
    laut_archive_told *tell;         /* both may be NULL */
    laut_archive_differs *differs;
    void *context;
};

/* Reads all texts again with this engine, one report in one transaction; those that it coded already stay as they are. */
LAUT_CHECKED bool laut_archive_recode(struct laut_archive *, const struct laut_engine *, const struct laut_recode *, struct laut_error *);
/* Takes a report, r-…, out for good. */
LAUT_CHECKED bool laut_archive_remove(struct laut_archive *, const char *id, struct laut_error *);

struct laut_forgotten {
    size_t reports, claims, reviews; /* out of which something was taken */
};
/* Takes a report (r-… or its address) or a name out for good: text, words and indexes; hashes and the entry of the log stay (docs/law.md).
 * told may be NULL. */
LAUT_CHECKED bool laut_archive_forget(struct laut_archive *, const char *what, struct laut_forgotten *told, struct laut_error *);

#ifdef __cplusplus
}
#endif

#endif
