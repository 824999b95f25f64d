/* lexicon/format.h: the compiled lexicon.
 *
 * Forms are paths of a minimal acyclic automaton (Daciuk, Mihov, Watson & Watson: Incremental Construction of Minimal
 * Acyclic Finite-State Automata, Computational Linguistics 26, 2000). A path ends in an arc labelled 0, whose target is not
 * a state but the number of the form's analysis set: the list of its readings, shared by all forms with the same ones.
 * A reading is a way from the form to its lemma (lemma_script) and a tag (struct lexicon_tag).
 *
 *     header, tags[tag_count], scripts[script_count], set_begins[set_count + 1], readings[reading_count],
 *     arcs[arc_count], script_text[text_bytes]
 *
 * An arc is 32 bits: label 8, last of its state 1, target 23 (index of the target state's first arc, or a set).
 */
#ifndef LEXICON_FORMAT_H
#define LEXICON_FORMAT_H

#include <stdint.h>

enum { LEXICON_ARC_LABEL_BITS = 8, LEXICON_ARC_LAST = 1 << 8, LEXICON_ARC_TARGET_SHIFT = 9 };

struct lexicon_header {
    char magic[8];                   /* "LAUTLEX1" */
    uint32_t tag_count, script_count, set_count, reading_count, arc_count, text_bytes, root, reserved;
};

/* The parts of struct analysis that a tag decides. */
struct lexicon_tag {
    uint8_t word_class, grammatical_case, gender, number, person, verb_form, mood, tense, degree, definite;
    uint16_t flags;
};

/* lemma = form, from byte `at` on `cut` bytes removed, then `strip` bytes taken from the end and a suffix added. */
struct lemma_script {
    uint32_t suffix_begin;
    uint8_t suffix_length, strip, at, cut;
};

/* A reading is 32 bits: tag 12, script 20. */
enum { LEXICON_READING_TAG_BITS = 12, LEXICON_TAGS_AT_MOST = 1 << 12, LEXICON_SCRIPTS_AT_MOST = 1 << 20 };

#endif
