/* archive/propose.c: corrections that people made again and again, as lines that tables lack or have wrong.
 *
 *     actor   a name that people gave another code or sector       entity/organisations.tsv
 *     frame   a frame whose claims people rejected, or gave another type      event/verbs.tsv, nouns.tsv, light.tsv
 *     cue     a word of saying whose claims people made surer or less sure    statement/verbs.tsv
 *
 * Each has the claims that speak for it and those against: reviewed claims with the same name, frame or cue that people left as they are. */
#include "archive/answer.h"

#include "archive/record.h"

#include <stdlib.h>
#include <string.h>

struct proposing {
    struct laut_archive *archive;
    json_t *found;                   /* key: {kind, subject, value, for, against} */
    json_t *kept;                    /* kind and subject: what speaks against a change */
    struct laut_error *error;
};

static json_t *propose__sentence(const json_t *row)
{
    return json_pack("{s:s?,s:s?,s:s?}", "claim", record_string(row, "id"), "words", record_string(row, "words"), "reviewer",
                     record_string(json_object_get(row, "review"), "reviewer"));
}

static bool propose__note(struct proposing *proposing, const char *kind, const char *subject, const char *value, const json_t *row)
{
    char key[600];
    (void)snprintf(key, sizeof key, "%s\t%.300s\t%.100s", kind, subject, value ? value : "");
    json_t *const into = value ? proposing->found : proposing->kept;
    if (!value)
        key[strlen(key) - 1] = '\0';
    json_t *entry = json_object_get(into, key);
    if (!entry) {
        entry = json_pack("{s:s,s:s,s:s,s:[]}", "kind", kind, "subject", subject, "value", value ? value : "", "for");
        if (json_object_set_new(into, key, entry) != 0)
            return error_out_of_memory(proposing->error);
    }
    return json_array_append_new(json_object_get(entry, "for"), propose__sentence(row)) == 0 || error_out_of_memory(proposing->error);
}

static const json_t *propose__named(const json_t *parties, const char *text)
{
    size_t index;
    json_t *party;
    json_array_foreach(parties, index, party) {
        const char *const own = record_string(party, "text");
        if (own && strcmp(own, text) == 0)
            return party;
    }
    return NULL;
}

static void propose__code(const json_t *party, char code[16])
{
    const char *const own = record_string(party, "code"), *const sector = record_string(party, "sector");
    (void)snprintf(code, 16, "%.3s/%.3s", own ? own : "", sector ? sector : "");
}

/* Parties of the same name in what the machine coded and in what people say. */
static bool propose__actors(struct proposing *proposing, const json_t *row, const char *role, const json_t *corrected)
{
    size_t index;
    json_t *party;
    bool done = true;
    json_array_foreach(json_object_get(row, role), index, party) {
        const char *const text = record_string(party, "text");
        const json_t *const other = text && corrected ? propose__named(corrected, text) : NULL;
        char before[16], after[16];
        propose__code(party, before);
        propose__code(other ? other : party, after);
        if (done && text && *text)
            done = propose__note(proposing, "actor", text, other && strcmp(before, after) != 0 ? after : NULL, row);
    }
    return done;
}

static bool propose__row(struct proposing *proposing, const json_t *row)
{
    static const char *const roles[] = {"actors", "recipients", "sources"};
    const json_t *const review = json_object_get(row, "review"), *const correction = json_object_get(review, "correction"), *const why = json_object_get(row, "why");
    const char *const state = record_string(review, "state"), *const frame = record_string(why, "frame"), *const cue = record_string(why, "attribution");
    const char *const type = record_string(correction, "type"), *const factuality = record_string(correction, "factuality");
    const bool rejected = strcmp(state, "rejected") == 0;
    bool done = true;
    for (size_t i = 0; done && !rejected && i < 3; i++)
        done = propose__actors(proposing, row, roles[i], json_object_get(correction, roles[i]));
    if (done && frame)
        done = propose__note(proposing, "frame", frame, rejected ? "!" : type, row);
    if (done && cue && !rejected)
        done = propose__note(proposing, "cue", cue, factuality, row);
    return done;
}

static bool propose__collect(struct proposing *proposing)
{
    static const char *const filters[] = {"review:confirmed,corrected,rejected"};
    const char *line;
    const struct laut_query query = {.rows = LAUT_ROWS_EVENTS, .filters = filters, .filter_count = 1, .oldest_first = true};
    struct laut_answer *const answer = laut_answer_open(proposing->archive, &query, proposing->error);
    json_t *const seen = json_object();
    bool done = answer && seen;
    while (done && (line = laut_answer_read(answer, proposing->error))) {
        json_t *const row = json_loads(line, 0, NULL);
        const char *const claim = record_string(row, "id");
        if (claim && !json_object_get(seen, claim))
            done = json_object_set_new(seen, claim, json_true()) == 0 && propose__row(proposing, row);
        json_decref(row);
    }
    done = done && !proposing->error->message[0];
    laut_answer_free(answer);
    json_decref(seen);
    return done;
}

bool laut_archive_propose(struct laut_archive *archive, size_t least, FILE *stream, struct laut_error *error)
{
    struct laut_error unasked;
    error = error ? error : &unasked;
    *error = (struct laut_error){.line = 0};
    struct proposing proposing = {.archive = archive, .found = json_object(), .kept = json_object(), .error = error};
    bool done = proposing.found && proposing.kept && propose__collect(&proposing);
    const char *key;
    json_t *entry;
    json_object_foreach(proposing.found, key, entry) {
        char kept[500];
        if (!done || json_array_size(json_object_get(entry, "for")) < least)
            continue;
        (void)snprintf(kept, sizeof kept, "%s\t%.300s", record_string(entry, "kind"), record_string(entry, "subject"));
        json_t *const against = json_object_get(json_object_get(proposing.kept, kept), "for");
        done = json_object_set_new(entry, "against", against ? json_incref(against) : json_array()) == 0;
        char *const text = done ? json_dumps(entry, JSON_COMPACT) : NULL;
        done = text && fprintf(stream, "%s\n", text) > 0;
        free(text);
    }
    json_decref(proposing.found);
    json_decref(proposing.kept);
    return done || error->message[0] ? done : error_out_of_memory(error);
}
