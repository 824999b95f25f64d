/* event/frames_test.c: the shipped frame tables read well, and lines that mean nothing are refused with file, line and cause. */
#include "base/table_fixture.h"
#include "base/utf8.h"
#include "event/event.h"
#include "event/frames.h"
#include "event/knowledge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads verbs.tsv with one more line. */
static bool read_with(struct fixture *fixture, const char *cells, struct frame_table *table)
{
    char folder[] = "/tmp/laut-frames-XXXXXX", room[64], path[96];
    assert_non_null(mkdtemp(folder));
    (void)snprintf(room, sizeof room, "%s/event", folder);
    (void)snprintf(path, sizeof path, "%s/verbs.tsv", room);
    assert_int_equal(mkdir(room, 0700), 0);
    FILE *const file = fopen(path, "w");
    assert_non_null(file);
    (void)fprintf(file, "id\tlemma\tframe\ttype\tmode\tactor\trecipient\titem\tsource\tchecked\n%s\ttest\t2026-11-24\n", cells);
    assert_int_equal(fclose(file), 0);
    const struct table_set set = fixture_tables(fixture, folder);
    struct filler_groups groups;
    assert_true(filler_groups_open(&set, &groups, &fixture->error));
    const bool read = frame_table_open(&set, &groups, "verbs.tsv", FRAME_VERB, table, &fixture->error);
    (void)unlink(path);
    (void)rmdir(room);
    (void)rmdir(folder);
    return read;
}

static void test_shipped_tables(void **state)
{
    struct fixture *const fixture = *state;
    const struct table_set set = fixture_tables(fixture, NULL);
    const struct lexicon *const lexicon = lexicon_open(&set, &fixture->error);
    if (!lexicon || !event_knowledge_open(&set, lexicon, &fixture->error))
        fail_msg("%s:%zu: %s", fixture->error.file, fixture->error.line, fixture->error.message);
}

static void test_line(void **state)
{
    struct frame_table table;
    assert_true(read_with(*state, "foltern.9\tXfoltern\takk=person,!troops PP:mit?\tASSAULT\ttorture\tnom\takk.gen|akk=actor\t-",
                          &table));
    const struct string_map_hit hit = string_map_find(table.by_lemma, "Xfoltern", 8);
    assert_true(hit.found);
    const struct frame *const frame = &table.frames[hit.value];
    assert_int_equal(frame->condition_count, 2);
    assert_int_equal(frame->conditions[0].slot.function, FUNCTION_AKK);
    assert_int_equal(frame->conditions[0].filler_count, 2);
    assert_true(frame->conditions[0].fillers[1].negated);
    assert_true(frame->conditions[1].optional);
    assert_string_equal(frame->conditions[1].slot.preposition, "mit");
    assert_int_equal(frame->type, EVENT_ASSAULT);
    assert_int_equal(frame->roles[ROLE_RECIPIENT].count, 1);
    assert_int_equal(frame->roles[ROLE_RECIPIENT].groups[0].count, 2);
    assert_true(frame->roles[ROLE_RECIPIENT].groups[0].terms[0].has_inner);
    assert_int_equal(frame->roles[ROLE_ITEM].count, 0);
}

/* For how many fields the nouns stand. */
static size_t fields_of(struct fixture *fixture, const char *nouns)
{
    char cells[200];
    (void)snprintf(cells, sizeof cells, "x.1\tXx\takk=%s\tAGREE\t-\tnom\t-\t-", nouns);
    struct frame_table table;
    assert_true(read_with(fixture, cells, &table));
    const struct string_map_hit hit = string_map_find(table.by_lemma, "Xx", 2);
    assert_true(hit.found);
    return table.frames[hit.value].conditions[0].field_count;
}

static void test_fields(void **state)
{
    assert_true(fields_of(*state, "Vertrag,Pakt") > 0);
    assert_int_equal(fields_of(*state, "Vertrag"), 0);                        /* one noun says nothing of its field */
    assert_int_equal(fields_of(*state, "Vertrag,Hund"), 0);
    assert_int_equal(fields_of(*state, "Vertrag,!Pakt"), 0);
    assert_true(fields_of(*state, "Vertrag,Pakt,Hund,Kreide") > 0);
    assert_int_equal(fields_of(*state, "Vertrag,Pakt,Hund,Kreide,Fernrohr"), 0);     /* fewer than half */
}

static void test_bad_lines(void **state)
{
    static const char *const bad[] = {
        "x.1\tx\takkusativ\tAID\t-\tnom\takk\t-",           /* no such function */
        "x.1\tx\takk=waffen\tAID\t-\tnom\takk\t-",          /* neither a class nor a noun */
        "x.1\tx\takk=\tAID\t-\tnom\takk\t-",                /* nothing after = */
        "x.1\tx\t-\tHELP\t-\tnom\takk\t-",                  /* no such type */
        "x.1\tx\t-\tAID\tkindly\tnom\takk\t-",              /* no such mode */
        "x.1\tx\t-\tAID\t-\tnom\takk.von\t-",               /* no such inner function */
        "x.1\tx\takk=group:nonsense\tAID\t-\tnom\takk\t-",     /* no such group */
        "x.1\tx\takk=event:HELP\tAID\t-\tnom\takk\t-",      /* no such type in a filler */
        "x.1\t-\t-\tAID\t-\tnom\takk\t-",                   /* no lemma */
        "x.1\tx\t-\tAID\t-\tnom\takk",                      /* a column short */
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct fixture *const fixture = *state;
        struct frame_table table;
        memset(&fixture->error, 0, sizeof fixture->error);
        assert_false(read_with(fixture, bad[i], &table));
        assert_non_null(strstr(fixture->error.file, "verbs.tsv"));
        assert_int_equal(fixture->error.line, 2);
        assert_true(fixture->error.message[0] != '\0');
    }
}

/* ---- the shipped lines --------------------------------------------------------------------------------------- */

enum { LONGEST_WORD = 200, MOST_CONDITIONS = 2048 };

/* Does the lexicon have the word as a lemma? */
static bool is_lemma(struct fixture *fixture, const struct lexicon *lexicon, const char *word)
{
    const struct analysis *readings = NULL;
    size_t count = 0;
    assert_true(lexicon_lookup(lexicon, word, strlen(word), fixture->arena, &readings, &count, &fixture->error));
    for (size_t i = 0; i < count; i++)
        if (strcmp(readings[i].lemma, word) == 0)
            return true;
    return false;
}

/* Words of German that the lexicon does not have. */
static const char *const words_beside_the_lexicon[] = {
    "Bombardement", "Desertion", "Gemetzel", "Heimkehr", "Ja", "Kidnapping", "Rangelei", "Rebellion", "Spionage",
    "alimentieren", "bestücken", "brandschatzen", "chartern", "denuklearisieren", "dämonisieren", "entrechten", "erbost", "höhnen", "koalieren", "kollektivieren", "lynchen",
    "meucheln", "paktieren", "paraphieren", "provokant", "provokativ", "revoltieren", "rüffeln", "sekundieren", "zeihen"};

/* The lexicon's, a noun that its ending tells ("Heimholung"), or one of those above. */
static bool is_known(struct fixture *fixture, const struct lexicon *lexicon, const char *word)
{
    const size_t length = strlen(word), count = sizeof words_beside_the_lexicon / sizeof *words_beside_the_lexicon;
    return is_lemma(fixture, lexicon, word) || table_term(word, words_beside_the_lexicon, count) >= 0 ||
           (length > 5 && strcmp(word + length - 3, "ung") == 0);
}

/* A known word, or ending in one that is at least three letters long ("Raketen" + "hagel", "vorbei" + "schicken"). */
static bool is_word(struct fixture *fixture, const struct lexicon *lexicon, const char *word)
{
    const size_t length = strlen(word);
    const bool noun = utf8_is_upper(utf8_decode(word, length, &(size_t){0}));
    for (size_t begin = 0; begin == 0 || begin + 3 <= length; begin++) {
        char part[LONGEST_WORD];
        size_t bytes = 0, written = 0;
        if (((unsigned char)word[begin] & 0xC0) == 0x80)
            continue;
        const uint32_t letter = utf8_decode(word + begin, length - begin, &bytes);
        written = utf8_encode(noun ? utf8_upper(letter) : letter, part);
        (void)snprintf(part + written, sizeof part - written, "%s", word + begin + bytes);
        if (is_known(fixture, lexicon, part))
            return true;
    }
    return false;
}

static void check_words(struct fixture *fixture, const struct lexicon *lexicon, const struct frame_table *table)
{
    unsigned unknown = 0;
    for (size_t i = 0; i < table->count; i++) {
        const struct frame *const frame = &table->frames[i];
        if (is_word(fixture, lexicon, frame->lemma) && (!frame->noun || is_word(fixture, lexicon, frame->noun)))
            continue;
        unknown++;
        (void)fprintf(stderr, "%s: the lexicon has no %s %s\n", frame->id, frame->lemma, frame->noun ? frame->noun : "");
    }
    assert_int_equal(unknown, 0);
}

static void test_words(void **state)
{
    struct fixture *const fixture = *state;
    const struct table_set set = fixture_tables(fixture, NULL);
    const struct lexicon *const lexicon = lexicon_open(&set, &fixture->error);
    assert_non_null(lexicon);
    const struct event_knowledge *const knowledge = event_knowledge_open(&set, lexicon, &fixture->error);
    assert_non_null(knowledge);
    check_words(fixture, knowledge->lexicon, &knowledge->verbs);
    check_words(fixture, knowledge->lexicon, &knowledge->nouns);
    check_words(fixture, knowledge->lexicon, &knowledge->light);
}

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "akk PP:mit" and "PP:mit akk" ask for the same. */
static const char *sorted_conditions(struct fixture *fixture, const char *lemma, const char *cell)
{
    size_t count = 0;
    const char *const *const words = table_words(fixture->arena, cell, ' ', &count, &fixture->error);
    const char **const sorted = arena_take(fixture->arena, count + 1, sizeof *sorted, &fixture->error);
    assert_true(words && sorted && count < 16);
    memcpy(sorted, words, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare_words);
    char text[MOST_CONDITIONS];
    int length = snprintf(text, sizeof text, "%s", lemma);
    for (size_t i = 0; i < count; i++)
        length += snprintf(text + length, sizeof text - (size_t)length, " %s", sorted[i]);
    assert_true((size_t)length < sizeof text);
    return arena_copy_string(fixture->arena, text, (size_t)length, &fixture->error);
}

static void check_conditions(struct fixture *fixture, const char *name, size_t columns, const char *const *names, size_t keys)
{
    const struct table_set set = fixture_tables(fixture, NULL);
    const struct table *const table = table_open(&set, name, names, columns, &fixture->error);
    assert_non_null(table);
    struct string_map *const seen = string_map_open(fixture->arena, table->row_count, &fixture->error);
    assert_non_null(seen);
    unsigned same = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        char lemma[LONGEST_WORD];
        (void)snprintf(lemma, sizeof lemma, "%s %s", table_cell(table, row, 1), keys == 3 ? table_cell(table, row, 2) : "");
        const char *const key = sorted_conditions(fixture, lemma, table_cell(table, row, keys));
        const struct string_map_hit hit = string_map_find(seen, key, strlen(key));
        same += hit.found;
        if (hit.found)
            (void)fprintf(stderr, "%s: %s asks for the same as %s\n", name, table_cell(table, row, 0), table_cell(table, hit.value, 0));
        assert_true(string_map_add(seen, key, strlen(key), (uint32_t)row, &fixture->error));
    }
    assert_int_equal(same, 0);
}

static void test_conditions(void **state)
{
    static const char *const plain[] = {"id", "lemma", "frame", "type", "mode", "actor", "recipient", "item", "source", "checked"};
    static const char *const light[] = {"id", "verb", "noun", "function", "type", "mode", "actor", "recipient", "item", "source",
                                        "checked"};
    check_conditions(*state, "event/verbs.tsv", 10, plain, 2);
    check_conditions(*state, "event/nouns.tsv", 10, plain, 2);
    check_conditions(*state, "event/light.tsv", 11, light, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_shipped_tables), cmocka_unit_test(test_line),
                                       cmocka_unit_test(test_fields), cmocka_unit_test(test_bad_lines), cmocka_unit_test(test_words),
                                       cmocka_unit_test(test_conditions)};
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
