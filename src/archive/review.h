/* archive/review.h: what people say about claims, beside what the machine coded.
 *
 *     {"verdict": "corrected", "claim": "c-5f3a…", "revision": "0-1b0c…", "reviewer": "Ada", "correction": {"factuality": "CT-"}}
 *         ->  one row of table review; the claim as corrected stands in the views that ask for reviewed claims
 *
 * Reviews hang on a claim's public id and the text's hash, so that they outlive codings. A later one supersedes, one that is undone
 * counts no more; nothing is overwritten.
 */
#ifndef ARCHIVE_REVIEW_H
#define ARCHIVE_REVIEW_H

#include "archive/archive.h"
#include "archive/record.h"
#include "archive/store_events.h"

/* Column views of event: in which views a claim stands. */
enum views {
    VIEW_CODED = 1,                  /* as the machine coded it, or as people added it */
    VIEW_REVIEWED = 2,               /* as people confirmed, corrected or added it */
    VIEW_SPOKEN_OF = 4,              /* there are reviews */
};

enum review_state { REVIEW_NONE, REVIEW_CONFIRMED, REVIEW_CORRECTED, REVIEW_REJECTED, REVIEW_ADDED, REVIEW_STATES };
extern const char *const review_states[REVIEW_STATES];
/* -1: unknown. */
int review_state_of(const char *name);

/* The last word on a claim. The objects are yours to decref with review_close. */
struct review {
    int64_t id, count, last;         /* id 0: none stands; how many there ever were, and the newest one's id */
    enum review_state state;
    bool disputed;                   /* another reviewer's last word differs */
    char *reviewer, *made, *reason;
    json_t *correction, *coding;     /* NULL: none */
};

bool review_find(struct laut_archive *archive, const char *claim, struct review *review, struct laut_error *error)
    __attribute__((warn_unused_result));
void review_close(struct review *review);

/* The claim as people say it is: the event as they saw it with their corrections; yours to decref. NULL: none, or out of memory. */
json_t *review_event(const struct review *review);

/* What a row says of its review. packed: the machine's event of now as it is stored; NULL: it codes none. */
json_t *review_row(struct laut_archive *archive, const char *claim, bool spoken_of, const void *packed, size_t length, struct laut_error *error)
    __attribute__((warn_unused_result));
/* The same of a claim that people spoke of, with what the machine codes now. */
json_t *review_row_now(struct laut_archive *archive, const char *claim, struct laut_error *error) __attribute__((warn_unused_result));

/* Makes the rows of people (corrected, added, and confirmed ones that the machine no longer codes so) of a version that is its report's
 * current one, and marks those of the machine. */
bool review_apply(struct laut_archive *archive, int64_t version, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));
/* Takes the rows of people of a version away. */
bool review_withdraw(struct laut_archive *archive, int64_t version, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Checks fields that a person gives and brings them into the form of the record: "RUS/MIL" becomes a party. event: where offsets are
 * looked for; fields: what may be given. NULL: refused. Yours to decref. */
json_t *review_values(const json_t *given, bool whole, struct laut_error *error) __attribute__((warn_unused_result));
/* Offsets of words that a person gives instead of them, in a text. False: they do not stand there, or twice. */
bool review_locate(json_t *event, const char *field, bool nested, const char *text, const json_t *within, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The public id that the machine would give. */
void review_claim_id(const char *sha256_text, const json_t *event, char claim[LAUT_ID_BYTES]);

/* Who stands with whom is made anew of all reviews of incidents that stand, and the incidents that this concerns are joined again. */
bool review_regroup(struct laut_archive *archive, struct arena *arena, struct laut_error *error) __attribute__((warn_unused_result));
/* What such a review is about, [[claim, …], …]: the claims of each incident that is joined; those that are taken out of one, with what tells the
 * same act in the same report. NULL: refused. Yours to decref. */
json_t *review_joined_claims(struct laut_archive *archive, const json_t *incidents, struct laut_error *error) __attribute__((warn_unused_result));
json_t *review_split_claims(struct laut_archive *archive, const char *incident, const json_t *claims, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
