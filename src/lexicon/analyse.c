/* lexicon/analyse.c: the readings of every token.
 *
 * First what the lexicon has for the form as written; at the begin of a sentence also for the form in small letters. Where
 * there is nothing: other spellings (ALL CAPITALS, daß, Strasse, Soldat:innen), then the last part of a compound, then a
 * guess by the ending. Guessed readings carry ANALYSIS_GUESSED. */
#include "base/utf8.h"
#include "lexicon/knowledge.h"

#include <string.h>

enum { LONGEST_FORM_BYTES = 200 };

struct analyser {
    struct document *document;
    const struct lexicon *lexicon;
    struct token *token;
    struct laut_error *error;
};

static uint32_t analyse__first(const char *form)
{
    size_t length;
    return *form ? utf8_decode(form, strlen(form), &length) : 0;
}

static bool analyse__set(struct analyser *analyser, const struct analysis *analyses, size_t count)
{
    analyser->token->analyses = analyses;
    analyser->token->analysis_count = (uint16_t)(count < UINT16_MAX ? count : UINT16_MAX);
    return true;
}

static bool analyse__lookup(struct analyser *analyser, const char *form, size_t length)
{
    const struct analysis *analyses;
    size_t count;
    if (!lexicon_lookup(analyser->lexicon, form, length, analyser->document->arena, &analyses, &count, analyser->error))
        return false;
    return count == 0 || analyse__set(analyser, analyses, count);
}

/* Adds the readings of the form in small letters to those it has. */
static bool analyse__add_small(struct analyser *analyser, const char *form)
{
    struct arena *const arena = analyser->document->arena;
    char small[LONGEST_FORM_BYTES + 1];
    const struct analysis *more;
    size_t count;
    const size_t length = utf8_lower_string(form, strlen(form), small);
    if (!lexicon_lookup(analyser->lexicon, small, length, arena, &more, &count, analyser->error))
        return false;
    if (count == 0)
        return true;
    const size_t before = analyser->token->analysis_count;
    struct analysis *const all = arena_take(arena, before + count, sizeof *all, analyser->error);
    if (!all)
        return false;
    if (before)
        memcpy(all, analyser->token->analyses, before * sizeof *all);
    memcpy(all + before, more, count * sizeof *all);
    return analyse__set(analyser, all, before + count);
}

/* Writes form with every `from` replaced by `to` into out; returns the length, 0 if there is none or no room. */
static size_t analyse__replaced(const char *form, const char *from, const char *to, char *out)
{
    size_t written = 0;
    bool found = false;
    const size_t from_length = strlen(from), to_length = strlen(to);
    while (*form && written + to_length + 1 < LONGEST_FORM_BYTES) {
        if (strncmp(form, from, from_length) == 0) {
            memcpy(out + written, to, to_length);
            written += to_length;
            form += from_length;
            found = true;
        } else {
            out[written++] = *form++;
        }
    }
    out[written] = '\0';
    return found && !*form ? written : 0;
}

/* The form in capitals with only its first letter left large (RUSSLAND -> Russland); 0 if it is not in capitals. */
static size_t analyse__title_case(const char *form, char *out)
{
    const size_t length = strlen(form);
    size_t step, capitals = 0;
    for (size_t at = 0; at < length; at += step) {
        const uint32_t c = utf8_decode(form + at, length - at, &step);
        if (utf8_is_letter(c) && !utf8_is_upper(c))
            return 0;
        capitals += utf8_is_upper(c);
    }
    if (capitals < 4)
        return 0;
    (void)utf8_decode(form, length, &step);
    memcpy(out, form, step);
    return step + utf8_lower_string(form + step, length - step, out + step);
}

/* A form for men and women with its mark taken out (Soldat:innen, SoldatInnen -> Soldatinnen); 0 if it is none. */
static size_t analyse__without_gender_mark(const char *form, char *out)
{
    const size_t length = strlen(form);
    for (size_t at = 2; at + 2 < length; at++) {
        const bool mark = strchr(":*_", form[at]) && (form[at + 1] == 'i' || form[at + 1] == 'I');
        const bool inner_capital = form[at] == 'I' && form[at + 1] == 'n' && form[at - 1] >= 'a' && form[at - 1] <= 'z';
        if (!mark && !inner_capital)
            continue;
        memcpy(out, form, at);
        out[at] = 'i';
        memcpy(out + at + 1, form + at + (mark ? 2 : 1), length - at - (mark ? 2 : 1) + 1);
        return strlen(out);
    }
    return 0;
}

static bool analyse__variants(struct analyser *analyser, const char *form)
{
    char variant[LONGEST_FORM_BYTES + 8];
    size_t (*const ways[])(const char *, char *) = {analyse__title_case, analyse__without_gender_mark};
    for (size_t i = 0; i < 2 && !analyser->token->analysis_count; i++) {
        const size_t length = ways[i](form, variant);
        if (length && !analyse__lookup(analyser, variant, length))
            return false;
    }
    static const char *const spellings[][2] = {{"\xC3\x9F", "ss"}, {"ss", "\xC3\x9F"}, {"ae", "\xC3\xA4"},
                                               {"oe", "\xC3\xB6"}, {"ue", "\xC3\xBC"}};
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings && !analyser->token->analysis_count; i++) {
        const size_t length = analyse__replaced(form, spellings[i][0], spellings[i][1], variant);
        if (length && !analyse__lookup(analyser, variant, length))
            return false;
    }
    return true;
}

/* Readings of the compound `form` from those of its head, which begins at head_begin. */
static bool analyse__from_head(struct analyser *analyser, const char *form, size_t head_begin, const char *head)
{
    struct arena *const arena = analyser->document->arena;
    const struct analysis *of_head;
    size_t count;
    if (!lexicon_lookup(analyser->lexicon, head, strlen(head), arena, &of_head, &count, analyser->error))
        return false;
    struct analysis *const analyses = arena_take(arena, count, sizeof *analyses, analyser->error);
    if (!analyses)
        return false;
    const bool same_case = head[0] == form[head_begin];
    for (size_t i = 0; i < count; i++) {
        analyses[i] = of_head[i];
        analyses[i].flags |= ANALYSIS_GUESSED;
        size_t step;
        const uint32_t first = utf8_lower(utf8_decode(of_head[i].lemma, strlen(of_head[i].lemma), &step));
        char small[4];
        const size_t small_length = utf8_encode(first, small);
        analyses[i].lemma = same_case ? arena_format(arena, analyser->error, "%.*s%s", (int)head_begin, form, of_head[i].lemma)
                                      : arena_format(arena, analyser->error, "%.*s%.*s%s", (int)head_begin, form,
                                                     (int)small_length, small, of_head[i].lemma + step);
        if (!analyses[i].lemma)
            return false;
    }
    return count == 0 || analyse__set(analyser, analyses, count);
}

/* The lemma of a part: of its first noun reading, else the part itself. */
static const char *analyse__part_lemma(struct analyser *analyser, const char *part)
{
    const struct analysis *analyses;
    size_t count;
    if (!lexicon_lookup(analyser->lexicon, part, strlen(part), analyser->document->arena, &analyses, &count, analyser->error))
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (analyses[i].word_class == WORD_NOUN)
            return analyses[i].lemma;
    return count ? analyses[0].lemma : part;
}

static bool analyse__set_parts(struct analyser *analyser, const char *form, size_t modifier_length, const char *head)
{
    struct token *const token = analyser->token;
    token->compound_head = analyse__part_lemma(analyser, head);
    token->compound_modifier = arena_copy_string(analyser->document->arena, form, modifier_length, analyser->error);
    return token->compound_head && token->compound_modifier;
}

/* The word from byte `from` on as a compound: readings from its head where the word has none, and its parts. */
static bool analyse__compound_from(struct analyser *analyser, const char *form, size_t from)
{
    struct token *const token = analyser->token;
    const struct compound_split split =
        lexicon_split(analyser->lexicon, form + from, strlen(form + from), token->analysis_count == 0);
    if (!split.modifier_length)
        return true;
    const size_t begin = from + split.head_begin;
    char head[LONGEST_FORM_BYTES + 8];
    size_t step;
    const uint32_t first = utf8_decode(form + begin, strlen(form + begin), &step);
    const size_t written = utf8_encode(utf8_upper(first), head);
    memcpy(head + written, form + begin + step, strlen(form + begin + step) + 1);
    if (token->analysis_count == 0 && !analyse__from_head(analyser, form, begin, head))
        return false;
    const char *const kept = arena_copy_string(analyser->document->arena, head, strlen(head), analyser->error);
    return kept && analyse__set_parts(analyser, form, from + split.modifier_length, kept);
}

/* "US-Regierung", "14-jähriger": the part behind the last hyphen is the head; where nobody knows it, it may be a compound itself
 * ("US-Geheimdiensterkenntnisse"). */
static bool analyse__hyphens(struct analyser *analyser, const char *form)
{
    const char *const hyphen = strrchr(form, '-');
    if (!hyphen || hyphen == form || !hyphen[1])
        return true;
    const char *const head = hyphen + 1;
    const bool unknown = analyser->token->analysis_count == 0;
    if (unknown && !analyse__from_head(analyser, form, (size_t)(head - form), head))
        return false;
    if (!analyse__set_parts(analyser, form, (size_t)(hyphen - form), head))
        return false;
    return analyser->token->analysis_count || !utf8_is_upper(analyse__first(head)) ||
           analyse__compound_from(analyser, form, (size_t)(head - form));
}

/* An unknown form that is a compound of known parts as Germany spells it ("Strafmassnahme"), spelled so; else the form itself. */
static const char *analyse__compound_spelling(const struct analyser *analyser, const char *form, char *variant)
{
    const size_t length = analyse__replaced(form, "ss", "\xC3\x9F", variant);
    const bool other = analyser->token->analysis_count == 0 && length && !lexicon_split(analyser->lexicon, form, strlen(form), false).modifier_length &&
                       lexicon_split(analyser->lexicon, variant, length, false).modifier_length;
    return other ? variant : form;
}

static bool analyse__compound(struct analyser *analyser, const char *form)
{
    const struct token *const token = analyser->token;
    const bool noun = token->analysis_count == 0 || lexicon_may_be(token, WORD_NOUN);
    char variant[LONGEST_FORM_BYTES + 8];
    return !noun || !utf8_is_upper(analyse__first(form)) ||
           analyse__compound_from(analyser, analyse__compound_spelling(analyser, form, variant), 0);
}

/* The longest ending of the table that the form has, or NULL. */
static const struct ending *analyse__ending(const struct lexicon *lexicon, const char *form, bool capital)
{
    const struct ending *best = NULL;
    const size_t length = strlen(form);
    for (size_t i = 0; i < lexicon->ending_count; i++) {
        const struct ending *const ending = &lexicon->endings[i];
        if (ending->capital == capital && length > ending->length + 2 && (!best || ending->length > best->length) &&
            memcmp(form + length - ending->length, ending->text, ending->length) == 0)
            best = ending;
    }
    return best;
}

static bool analyse__guess(struct analyser *analyser, const char *form)
{
    struct arena *const arena = analyser->document->arena;
    const uint32_t first = analyse__first(form);
    struct analysis *const guess = arena_take(arena, 1, sizeof *guess, analyser->error);
    if (!guess)
        return false;
    *guess = (struct analysis){.lemma = form, .flags = ANALYSIS_GUESSED};
    const bool capital = utf8_is_upper(first);
    const struct ending *const ending = analyse__ending(analyser->lexicon, form, capital);
    if (utf8_is_digit(first)) {
        guess->word_class = WORD_NUMERAL;
    } else if (ending) {
        guess->word_class = ending->word_class;
        guess->morphology.gender = ending->gender;
        guess->lemma = arena_format(arena, analyser->error, "%.*s%s", (int)(strlen(form) - ending->strip), form, ending->add);
    } else if (capital) {
        guess->word_class = WORD_NAME;
    } else {
        return true;                 /* a mark, or a small word of which nothing can be told */
    }
    return guess->lemma && analyse__set(analyser, guess, 1);
}

/* Whether a capital says nothing here: at the begin of a sentence, or behind a mark that begins another. */
static bool analyse__is_begin(const struct document *document, size_t index)
{
    const struct token *const tokens = document->tokens;
    if (index == 0 || tokens[index - 1].sentence != tokens[index].sentence)
        return true;
    const uint32_t before = analyse__first(tokens[index - 1].form);
    return !utf8_is_letter(before) && !utf8_is_digit(before) && before != ',' && before != ')';
}

static bool analyse__token(struct analyser *analyser, size_t index)
{
    struct token *const token = &analyser->document->tokens[index];
    analyser->token = token;
    const char *const form = token->form;
    if (strlen(form) > LONGEST_FORM_BYTES)
        return analyse__guess(analyser, form);
    if (!analyse__lookup(analyser, form, strlen(form)))
        return false;
    const bool capital = utf8_is_upper(analyse__first(form));
    if (capital && (analyse__is_begin(analyser->document, index) || token->contraction_part) &&
        !analyse__add_small(analyser, form))
        return false;
    if (!token->analysis_count && !analyse__variants(analyser, form))
        return false;
    if (strchr(form, '-') ? !analyse__hyphens(analyser, form) : !analyse__compound(analyser, form))
        return false;
    return token->analysis_count || analyse__guess(analyser, form);
}

bool lexicon_analyse(struct document *document, const struct lexicon *lexicon, struct laut_error *error)
{
    struct analyser analyser = {.document = document, .lexicon = lexicon, .error = error};
    for (size_t i = 0; i < document->token_count; i++)
        if (!analyse__token(&analyser, i))
            return false;
    return true;
}

/* ---- what the analyses of a word allow ------------------------------------------------------------------------- */

bool lexicon_may_be(const struct token *token, enum word_class word_class)
{
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == word_class)
            return true;
    return false;
}

bool lexicon_may_be_verb(const struct token *token, enum verb_form form)
{
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_VERB && token->analyses[i].morphology.verb_form == form)
            return true;
    return false;
}

bool lexicon_has_flag(const struct token *token, uint32_t flags)
{
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].flags & flags)
            return true;
    return false;
}
