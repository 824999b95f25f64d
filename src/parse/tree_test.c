/* parse/tree_test.c: walks on trees written for this test, and CoNLL-U read and written again. */
#include "parse/conllu.h"
#include "parse/labels.h"
#include "parse/subjects.h"
#include "parse/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char test_trees[] =
    "# sent_id = 1\n"
    "# text = Die Drohnen sollen nicht vom Heer geliefert worden sein.\n"
    "1\tDie\tder\tDET\tART\tCase=Nom|Definite=Def|Number=Plur\t2\tdet\t_\t_\n"
    "2\tDrohnen\tDrohne\tNOUN\tNN\tCase=Nom|Gender=Fem|Number=Plur\t8\tnsubj:pass\t_\t_\n"
    "3\tsollen\tsollen\tAUX\tVMFIN\tMood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin\t8\taux\t_\t_\n"
    "4\tnicht\tnicht\tPART\tPTKNEG\tPolarity=Neg\t8\tadvmod\t_\t_\n"
    "5-6\tvom\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "5\tvon\tvon\tADP\tAPPR\t_\t7\tcase\t_\t_\n"
    "6\tdem\tder\tDET\tART\tCase=Dat|Definite=Def|Gender=Neut|Number=Sing\t7\tdet\t_\t_\n"
    "7\tHeer\tHeer\tNOUN\tNN\tCase=Dat|Gender=Neut|Number=Sing\t8\tobl:agent\t_\t_\n"
    "8\tgeliefert\tliefern\tVERB\tVVPP\tVerbForm=Part\t0\troot\t_\t_\n"
    "9\tworden\twerden\tAUX\tVAPP\tVerbForm=Part\t8\taux:pass\t_\t_\n"
    "10\tsein\tsein\tAUX\tVAINF\tVerbForm=Inf\t8\taux\t_\tSpaceAfter=No\n"
    "11\t.\t.\tPUNCT\t$.\t_\t8\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tEr\ter\tPRON\tPPER\tCase=Nom|Number=Sing|Person=3\t2\tnsubj\t_\t_\n"
    "2\trief\trufen\tVERB\tVVFIN\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
    "3\tRat\tRat\tNOUN\tNN\tCase=Acc|Gender=Masc|Number=Sing\t2\tobj\t_\t_\n"
    "4\tund\tund\tCCONJ\tKON\t_\t5\tcc\t_\t_\n"
    "5\tVolk\tVolk\tNOUN\tNN\tCase=Acc|Gender=Neut|Number=Sing\t3\tconj\t_\t_\n"
    "6\tauf\tauf\tADP\tPTKVZ\t_\t2\tcompound:prt\t_\tSpaceAfter=No\n"
    "7\t,\t,\tPUNCT\t$,\t_\t9\tpunct\t_\t_\n"
    "8\tzu\tzu\tPART\tPTKZU\t_\t9\tmark\t_\t_\n"
    "9\thelfen\thelfen\tVERB\tVVINF\tVerbForm=Inf\t2\txcomp\t_\tSpaceAfter=No\n"
    "10\t.\t.\tPUNCT\t$.\t_\t2\tpunct\t_\t_\n"
    "\n";

struct test_document {
    struct document document;
    struct laut_error error;
};

static int test_open(void **state)
{
    struct test_document *const test = calloc(1, sizeof *test);
    assert_non_null(test);
    test->document.arena = arena_open(0, &test->error);
    *state = test;
    return test->document.arena ? 0 : -1;
}

static int test_close(void **state)
{
    struct test_document *const test = *state;
    arena_free(test->document.arena);
    free(test);
    return 0;
}

static uint32_t test_word(const struct document *document, const char *form)
{
    for (uint32_t i = 0; i < document->token_count; i++)
        if (strcmp(document->tokens[i].form, form) == 0)
            return i;
    fail_msg("no word %s", form);
    return DOCUMENT_NONE;
}

static void test_read_and_walk(void **state)
{
    struct test_document *const test = *state;
    struct document *const d = &test->document;
    assert_true(conllu_read(d, "test", test_trees, sizeof test_trees - 1, &test->error));
    assert_int_equal(d->sentence_count, 2);
    assert_int_equal(d->paragraph_count, 2);
    assert_string_equal(d->text, "Die Drohnen sollen nicht vom Heer geliefert worden sein.\n\nEr rief Rat und Volk auf, zu helfen.");
    const uint32_t delivered = test_word(d, "geliefert"), army = test_word(d, "Heer");
    assert_int_equal(tree_subject(d, delivered), test_word(d, "Drohnen"));
    assert_int_equal(tree_finite(d, delivered), test_word(d, "sollen"));
    assert_int_equal(tree_modal(d, delivered), test_word(d, "sollen"));
    assert_int_equal(tree_mood(d, delivered), MOOD_IND);
    assert_true(tree_is_passive(d, delivered));
    assert_int_equal(tree_negation(d, delivered), test_word(d, "nicht"));
    assert_int_equal(tree_preposition(d, army), test_word(d, "von"));
    assert_int_equal(tree_subtree(d, army).first, test_word(d, "von"));
    assert_int_equal(tree_subtree(d, army).count, 3);
    assert_true(tree_is_inside(d, test_word(d, "dem"), delivered));
    assert_int_equal(d->tokens[test_word(d, "dem")].contraction_part, 2);
    const uint32_t called = test_word(d, "rief");
    assert_string_equal(d->tokens[called].verb_lemma, "aufrufen");
    assert_int_equal(tree_particle(d, called), test_word(d, "auf"));
    assert_int_equal(tree_object(d, called), test_word(d, "Rat"));
    assert_int_equal(tree_next_conjunct(d, test_word(d, "Rat")), test_word(d, "Volk"));
    assert_int_equal(tree_next_conjunct(d, test_word(d, "Volk")), DOCUMENT_NONE);
    assert_int_equal(tree_first_conjunct(d, test_word(d, "Volk")), test_word(d, "Rat"));
    const uint32_t help = test_word(d, "helfen");
    assert_int_equal(d->tokens[help].morphology.verb_form, VERB_FORM_ZU_INF);
    assert_int_equal(tree_clause(d, test_word(d, "Volk")), called);
    assert_int_equal(tree_governing_clause(d, help), called);
    assert_false(tree_is_passive(d, called));
    assert_int_equal(tree_modal(d, called), DOCUMENT_NONE);
    assert_int_equal(tree_subject(d, DOCUMENT_NONE), DOCUMENT_NONE);
}

/* What is written is read again as the same document, and written again as the same bytes. */
static void test_round_trip(void **state)
{
    struct test_document *const test = *state;
    assert_true(conllu_read(&test->document, "test", test_trees, sizeof test_trees - 1, &test->error));
    char *first, *second;
    size_t first_bytes, second_bytes;
    FILE *stream = open_memstream(&first, &first_bytes);
    assert_true(conllu_write(&test->document, stream, &test->error));
    fclose(stream);
    assert_non_null(strstr(first, "5-6\tvom\t_"));
    assert_non_null(strstr(first, "# text = Er rief Rat und Volk auf, zu helfen.\n"));
    assert_non_null(strstr(first, "VerbLemma=aufrufen"));
    struct document again = {.arena = test->document.arena};
    if (!conllu_read(&again, "again", first, first_bytes, &test->error))
        fail_msg("line %zu: %s in\n%s", test->error.line, test->error.message, first);
    assert_int_equal(again.token_count, test->document.token_count);
    for (size_t i = 0; i < again.token_count; i++) {
        assert_int_equal(again.tokens[i].head, test->document.tokens[i].head);
        assert_int_equal(again.tokens[i].relation, test->document.tokens[i].relation);
        assert_memory_equal(&again.tokens[i].morphology, &test->document.tokens[i].morphology, sizeof(struct morphology));
    }
    stream = open_memstream(&second, &second_bytes);
    assert_true(conllu_write(&again, stream, &test->error));
    fclose(stream);
    assert_string_equal(first, second);
    free(first);
    free(second);
}

/* Words with hyphens are whole inside and apart in the file; given words stay as they are. */
static void test_hyphens(void **state)
{
    struct test_document *const test = *state;
    static const char trees[] =
        "1\tDie\tder\tDET\tART\t_\t4\tdet\t_\t_\n"
        "2\tUS\tUS\tPROPN\tNE\t_\t4\tcompound\t_\tSpaceAfter=No\n"
        "3\t-\t-\tPUNCT\t$(\t_\t2\tpunct\t_\tSpaceAfter=No\n"
        "4\tSanktionen\tSanktion\tNOUN\tNN\t_\t5\tnsubj\t_\t_\n"
        "5\tenden\tenden\tVERB\tVVFIN\tMood=Ind|VerbForm=Fin\t0\troot\t_\t_\n\n";
    struct document *const d = &test->document;
    assert_true(conllu_read(d, "test", trees, sizeof trees - 1, &test->error));
    assert_int_equal(d->token_count, 3);
    assert_string_equal(d->tokens[1].form, "US-Sanktionen");
    assert_string_equal(d->tokens[1].lemma, "US-Sanktion");
    assert_int_equal(d->tokens[0].head, 1);
    assert_int_equal(d->tokens[1].head, 2);
    for (int given = 0; given < 2; given++) {
        char *out;
        size_t bytes;
        FILE *const stream = open_memstream(&out, &bytes);
        d->tokens_given = given;
        assert_true(conllu_write(d, stream, &test->error));
        fclose(stream);
        assert_int_equal(strstr(out, "2\tUS-Sanktionen\tUS-Sanktion\t") != NULL, given);
        assert_int_equal(strstr(out, "4\tSanktionen\tSanktion\tNOUN\tNN\t_\t5\tnsubj") != NULL, !given);
        assert_int_equal(strstr(out, "2\tUS\tUS\tPROPN\tNE\t_\t4\tcompound\t_\tSpaceAfter=No") != NULL, !given);
        free(out);
    }
    struct document forms = {.arena = d->arena};
    assert_true(conllu_read_forms(&forms, "test", trees, sizeof trees - 1, &test->error));
    assert_int_equal(forms.token_count, 5);
    assert_true(forms.tokens_given);
}

static void test_bad_input(void **state)
{
    struct test_document *const test = *state;
    static const char *const bad[] = {"1\tx\n", "2\tx\tx\tX\t_\t_\t0\troot\t_\t_\n", "1\tx\tx\tX\t_\t_\t7\troot\t_\t_\n\n",
                                      "3-2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n", "1\t\tx\tX\t_\t_\t0\troot\t_\t_\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct document document = {.arena = test->document.arena};
        assert_false(conllu_read(&document, "bad", bad[i], strlen(bad[i]), &test->error));
        assert_int_not_equal(test->error.message[0], 0);
    }
    struct document empty = {.arena = test->document.arena};
    assert_true(conllu_read(&empty, "empty", "\n\n# newpar\n", 11, &test->error));
    assert_int_equal(empty.token_count, 0);
}

/* Two subjects of an active clause: the passive one is its object; a passive clause keeps what it has. */
static void test_subjects(void **state)
{
    static const char trees[] = "1\tLand\tLand\tNOUN\t_\t_\t4\tnsubj\t_\t_\n"
                                "2\thabe\thaben\tAUX\t_\t_\t4\taux\t_\t_\n"
                                "3\tWaffen\tWaffe\tNOUN\t_\t_\t4\tnsubj:pass\t_\t_\n"
                                "4\tgeliefert\tliefern\tVERB\t_\t_\t0\troot\t_\t_\n\n"
                                "1\tMunition\tMunition\tNOUN\t_\t_\t3\tnsubj:pass\t_\t_\n"
                                "2\twird\twerden\tAUX\t_\t_\t3\taux:pass\t_\t_\n"
                                "3\tgebraucht\tbrauchen\tVERB\t_\t_\t0\troot\t_\t_\n\n";
    struct test_document *const test = *state;
    struct document *const d = &test->document;
    assert_true(conllu_read(d, "test", trees, sizeof trees - 1, &test->error));
    assert_true(subjects_settle(d, &test->error));
    assert_int_equal(d->tokens[test_word(d, "Land")].relation, RELATION_NSUBJ);
    assert_int_equal(d->tokens[test_word(d, "Waffen")].relation, RELATION_OBJ);
    assert_int_equal(d->tokens[test_word(d, "Munition")].relation, RELATION_NSUBJ_PASS);
}

/* Heads in a circle or outside: every walk ends. */
static void test_circles(void **state)
{
    struct test_document *const test = *state;
    struct document *const d = &test->document;
    for (unsigned seed = 0; seed < 2000; seed++) {
        struct token tokens[5];
        struct sentence sentence = {.tokens = {0, 5}};
        memset(tokens, 0, sizeof tokens);
        unsigned rest = seed * 7919u;
        for (size_t i = 0; i < 5; i++, rest /= 7)
            tokens[i] = (struct token){.form = "x", .head = rest % 7, .relation = rest % 2 ? RELATION_CONJ : RELATION_NSUBJ};
        d->tokens = tokens;
        d->token_count = 5;
        d->sentences = &sentence;
        d->sentence_count = 1;
        assert_true(tree_index(d, &test->error));
        for (uint32_t i = 0; i < 5; i++) {
            assert_true(tree_subtree(d, i).count >= 1 && tree_subtree(d, i).count <= 5);
            (void)tree_clause(d, i);
            (void)tree_next_conjunct(d, i);
            assert_true(tree_first_conjunct(d, i) < 5);
            for (uint32_t up = i, steps = 0; up != DOCUMENT_NONE; up = tree_head(d, up))
                assert_true(++steps <= 5);
        }
    }
}

static void test_labels(void **state)
{
    (void)state;
    for (size_t i = 1; i < RELATION_COUNT; i++) {
        const char *const name = labels_relation_name((enum relation)i);
        assert_int_equal(labels_relation_find(name, strlen(name)), i);
    }
    for (size_t i = 1; i < UPOS_COUNT; i++) {
        const char *const name = labels_upos_name((enum upos)i);
        assert_int_equal(labels_upos_find(name, strlen(name)), i);
    }
    assert_int_equal(labels_relation_find("obl:arg", 7), RELATION_OBL);
    assert_int_equal(labels_relation_find("nonsense", 8), RELATION_NONE);
    static const char features[] = "Case=Dat|Definite=Ind|Degree=Cmp|Gender=Neut|Mood=Sub|Number=Plur|Person=2|Tense=Past|VerbForm=Fin";
    const struct morphology morphology = labels_read_features(features, sizeof features - 1);
    char text[LABELS_FEATURES_BYTES];
    labels_write_features(&morphology, text);
    assert_string_equal(text, features);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_read_and_walk, test_open, test_close),
        cmocka_unit_test_setup_teardown(test_round_trip, test_open, test_close),
        cmocka_unit_test_setup_teardown(test_hyphens, test_open, test_close),
        cmocka_unit_test_setup_teardown(test_bad_input, test_open, test_close),
        cmocka_unit_test_setup_teardown(test_subjects, test_open, test_close),
        cmocka_unit_test_setup_teardown(test_circles, test_open, test_close),
        cmocka_unit_test(test_labels),
    };
    return cmocka_run_group_tests_name("parse_tree", tests, NULL, NULL);
}
