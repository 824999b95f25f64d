/* lexicon/lexicon_test.c: forms whose readings any grammar gives. */
#include "lexicon/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena *arena;
    struct image *image;
    const struct lexicon *lexicon;
    struct laut_error error;
};

static int open_fixture(void **state)
{
    static struct fixture fixture;
    fixture.arena = arena_open(0, &fixture.error);
    fixture.image = image_open(TEST_IMAGE, &fixture.error);
    assert_non_null(fixture.arena);
    assert_non_null(fixture.image);
    const struct table_set set = {fixture.arena, fixture.image, NULL};
    fixture.lexicon = lexicon_open(&set, &fixture.error);
    assert_non_null(fixture.lexicon);
    *state = &fixture;
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *const fixture = *state;
    arena_free(fixture->arena);
    image_free(fixture->image);
    return 0;
}

static bool has_reading(struct fixture *fixture, const char *form, const char *lemma, enum word_class word_class,
                        struct morphology want)
{
    const struct analysis *analyses;
    size_t count;
    assert_true(lexicon_lookup(fixture->lexicon, form, strlen(form), fixture->arena, &analyses, &count, &fixture->error));
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
        assert_true(lexicon_lookup(fixture->lexicon, forms[i], strlen(forms[i]), fixture->arena, &analyses, &count,
                                   &fixture->error));
        assert_int_equal(count, 0);
    }
    assert_true(lexicon_has(fixture->lexicon, "Rakete", 6, WORD_NOUN));
    assert_false(lexicon_has(fixture->lexicon, "Rakete", 6, WORD_VERB));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_readings), cmocka_unit_test(test_unknown)};
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
