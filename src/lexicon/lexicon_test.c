/* lexicon/lexicon_test.c: forms whose readings any grammar gives. */
#include "base/table_fixture.h"
#include "lexicon/knowledge.h"

#include <string.h>

static int open_fixture(void **state)
{
    (void)fixture_open(state);
    struct fixture *const fixture = *state;
    const struct table_set set = fixture_tables(fixture, NULL);
    return fixture_keep(fixture, lexicon_open(&set, &fixture->error));
}

static bool has_reading(struct fixture *fixture, const char *form, const char *lemma, enum word_class word_class,
                        struct morphology want)
{
    const struct analysis *analyses;
    size_t count;
    assert_true(lexicon_lookup(fixture->knowledge, form, strlen(form), fixture->arena, &analyses, &count, &fixture->error));
    for (size_t i = 0; i < count; i++)
        if (strcmp(analyses[i].lemma, lemma) == 0 && analyses[i].word_class == word_class &&
            memcmp(&analyses[i].morphology, &want, sizeof want) == 0)
            return true;
    return false;
}

static void test_readings(void **state)
{
    const struct morphology konjunktiv = {.number = NUMBER_SING, .person = 3, .verb_form = VERB_FORM_FIN, .mood = MOOD_SUB,
                                          .tense = TENSE_PRES};
    assert_true(has_reading(*state, "habe", "haben", WORD_VERB, konjunktiv));
    assert_false(has_reading(*state, "hat", "haben", WORD_VERB, konjunktiv));
    assert_true(has_reading(*state, "aufgerufen", "aufrufen", WORD_VERB, (struct morphology){.verb_form = VERB_FORM_PART_PERF}));
    assert_true(has_reading(*state, "aufzurufen", "aufrufen", WORD_VERB, (struct morphology){.verb_form = VERB_FORM_ZU_INF}));
    const struct morphology genitive = {.grammatical_case = CASE_GEN, .gender = GENDER_NEUT, .number = NUMBER_SING};
    assert_true(has_reading(*state, "Russlands", "Russland", WORD_NAME, genitive));
    const struct morphology dative = {.grammatical_case = CASE_DAT, .gender = GENDER_NEUT, .number = NUMBER_PLUR};
    assert_true(has_reading(*state, "H\xC3\xA4usern", "Haus", WORD_NOUN, dative));
}

static void test_unknown(void **state)
{
    struct fixture *const fixture = *state;
    const struct analysis *analyses;
    size_t count;
    static const char *const forms[] = {"", "Xyzzy", "Lieferunge", "\xFF\xFE"};
    for (size_t i = 0; i < 4; i++) {
        assert_true(lexicon_lookup(fixture->knowledge, forms[i], strlen(forms[i]), fixture->arena, &analyses, &count,
                                   &fixture->error));
        assert_int_equal(count, 0);
    }
    assert_true(lexicon_has(fixture->knowledge, "Rakete", 6, WORD_NOUN));
    assert_false(lexicon_has(fixture->knowledge, "Rakete", 6, WORD_VERB));
}

static void test_compounds(void **state)
{
    struct fixture *const fixture = *state;
    static const struct { const char *word, *modifier, *head; } cases[] = {
        {"Waffenlieferung", "Waffen", "lieferung"}, {"Luftangriff", "Luft", "angriff"},
        {"Sicherheitsrat", "Sicherheit", "rat"}, {"Kurzstreckenrakete", "Kurzstrecken", "rakete"},
        {"Panzerabwehrraketen", "Panzerabwehr", "raketen"}, {"Geheimdienstkreise", "Geheimdienst", "kreise"},
        {"Gegenangriff", "Gegen", "angriff"}, {"Hilfslieferung", "Hilfs", "lieferung"}, {"Unterzeichnung", NULL, NULL}, {"Abstimmung", NULL, NULL},
        {"Regierung", NULL, NULL}, {"Minister", NULL, NULL}, {"Angriff", NULL, NULL}, {"Lieferung", NULL, NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const word = cases[i].word;
        const struct compound_split split = lexicon_split(fixture->knowledge, word, strlen(word), false);
        if (!cases[i].modifier) {
            assert_int_equal(split.modifier_length, 0);
            continue;
        }
        if (split.modifier_length != strlen(cases[i].modifier) || strcmp(word + split.head_begin, cases[i].head) != 0)
            fail_msg("%s: %.*s + %s", word, (int)split.modifier_length, word, word + split.head_begin);
    }
}

/* Of words that the lexicon lacks the first part may be unknown; no prefix is cut off a known head. */
static void test_loose_compounds(void **state)
{
    struct fixture *const fixture = *state;
    static const struct { const char *word, *head; } cases[] = {
        {"Mittelstandsvereinigung", "vereinigung"}, {"Xanthuwaffenlieferung", "lieferung"}, {"Xanthuverhandlungen", "verhandlungen"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const word = cases[i].word;
        const struct compound_split split = lexicon_split(fixture->knowledge, word, strlen(word), true);
        assert_string_equal(word + split.head_begin, cases[i].head);
    }
    assert_int_equal(lexicon_split(fixture->knowledge, "Xanthuxyz", 9, true).modifier_length, 0);
}

/* The readings that lexicon_analyse gives to one word in the middle of a sentence. */
static void test_analyse(void **state)
{
    struct fixture *const fixture = *state;
    static const struct { const char *form, *lemma; enum word_class word_class; const char *head; } cases[] = {
        {"US-Sanktionen", "US-Sanktion", WORD_NOUN, "Sanktion"}, {"RUSSLAND", "Russland", WORD_NAME, NULL},
        {"da\xC3\x9F", "da\xC3\x9F", WORD_CONJUNCTION, NULL}, {"Strassen", "Stra\xC3\x9F" "e", WORD_NOUN, NULL},
        {"Soldat:innen", "Soldatin", WORD_NOUN, NULL}, {"Soldat*innen", "Soldatin", WORD_NOUN, NULL},
        {"J\xC3\xA4nner", "J\xC3\xA4nner", WORD_NOUN, NULL}, {"Drohnenlieferungen", "Drohnenlieferung", WORD_NOUN, "Lieferung"},
        {"Xyzistan", "Xyzistan", WORD_NAME, NULL}, {"xyzistanischen", "xyzistanisch", WORD_ADJECTIVE, NULL},
        {"Strafmassnahmen", "Strafma\xC3\x9Fnahme", WORD_NOUN, "Ma\xC3\x9Fnahme"},
        {"paraphierten", "paraphieren", WORD_VERB, NULL}, {"1.000", "1.000", WORD_NUMERAL, NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct token tokens[] = {{.form = "und"}, {.form = cases[i].form}};
        struct document document = {.arena = fixture->arena, .tokens = tokens, .token_count = 2};
        assert_true(lexicon_analyse(&document, fixture->knowledge, &fixture->error));
        bool found = false;
        for (size_t k = 0; k < tokens[1].analysis_count; k++)
            found |= strcmp(tokens[1].analyses[k].lemma, cases[i].lemma) == 0 &&
                     tokens[1].analyses[k].word_class == cases[i].word_class;
        if (!found)
            fail_msg("%s: %s", cases[i].form, tokens[1].analysis_count ? tokens[1].analyses[0].lemma : "no reading");
        if (cases[i].head)
            assert_string_equal(tokens[1].compound_head, cases[i].head);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_readings), cmocka_unit_test(test_unknown),
                                       cmocka_unit_test(test_compounds), cmocka_unit_test(test_loose_compounds),
                                       cmocka_unit_test(test_analyse)};
    return cmocka_run_group_tests(tests, open_fixture, fixture_close);
}
