/* parse/labels.c: closed lists of Universal Dependencies v2 (UPOS, relations of German GSD, FEATS) and the STTS tags of verbs
 * and the open classes (Schiller, Teufel, Stöckert, Thielen: Guidelines für das Tagging deutscher Textcorpora mit STTS, 1999). */
#include "parse/labels.h"

#include <string.h>

static const char *const labels__upos[UPOS_COUNT] = {
    "_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X"};

static const char *const labels__relations[RELATION_COUNT] = {
    "_", "acl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp", "compound", "compound:prt",
    "conj", "cop", "csubj", "csubj:pass", "dep", "det", "det:poss", "discourse", "dislocated", "expl", "fixed", "flat",
    "goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nsubj:pass", "nummod", "obj", "obl", "orphan", "parataxis",
    "punct", "reparandum", "root", "vocative", "xcomp"};

/* Features in alphabetical order of their names, values by the enums of report/document.h. */
struct labels__feature {
    const char *name;
    size_t offset;
    const char *values[6];
};

static const struct labels__feature labels__features[] = {
    {"Case", offsetof(struct morphology, grammatical_case), {NULL, "Nom", "Gen", "Dat", "Acc"}},
    {"Definite", offsetof(struct morphology, definite), {NULL, "Def", "Ind"}},
    {"Degree", offsetof(struct morphology, degree), {NULL, "Pos", "Cmp", "Sup"}},
    {"Gender", offsetof(struct morphology, gender), {NULL, "Masc", "Fem", "Neut"}},
    {"Mood", offsetof(struct morphology, mood), {NULL, "Ind", "Sub", "Imp"}},
    {"Number", offsetof(struct morphology, number), {NULL, "Sing", "Plur"}},
    {"Person", offsetof(struct morphology, person), {NULL, "1", "2", "3"}},
    {"Tense", offsetof(struct morphology, tense), {NULL, "Pres", "Past"}},
    {"VerbForm", offsetof(struct morphology, verb_form), {NULL, "Fin", "Inf", "Inf", "Part", "Part"}},
};

enum { LABELS_FEATURES = sizeof labels__features / sizeof *labels__features };

static int labels__lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter;
}

static size_t labels__find(const char *name, size_t length, const char *const *names, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (names[i] && strlen(names[i]) == length && memcmp(names[i], name, length) == 0)
            return i;
    return 0;
}

const char *labels_upos_name(enum upos upos)
{
    return upos < UPOS_COUNT ? labels__upos[upos] : labels__upos[0];
}

enum upos labels_upos_find(const char *name, size_t length)
{
    return (enum upos)labels__find(name, length, labels__upos, UPOS_COUNT);
}

const char *labels_relation_name(enum relation relation)
{
    return relation < RELATION_COUNT ? labels__relations[relation] : labels__relations[0];
}

enum relation labels_relation_find(const char *name, size_t length)
{
    const size_t whole = labels__find(name, length, labels__relations, RELATION_COUNT);
    const char *const colon = whole ? NULL : memchr(name, ':', length);
    return (enum relation)(colon ? labels__find(name, (size_t)(colon - name), labels__relations, RELATION_COUNT) : whole);
}

size_t labels_write_features(const struct morphology *morphology, char text[LABELS_FEATURES_BYTES])
{
    size_t length = 0;
    for (size_t i = 0; i < LABELS_FEATURES; i++) {
        const struct labels__feature *const feature = &labels__features[i];
        const uint8_t value = *((const uint8_t *)morphology + feature->offset);
        if (!value || value >= 6 || !feature->values[value])
            continue;
        const char *const pieces[] = {length ? "|" : "", feature->name, "=", feature->values[value]};
        for (size_t k = 0; k < 4; k++) {
            const size_t bytes = strlen(pieces[k]);
            memcpy(text + length, pieces[k], bytes);
            length += bytes;
        }
    }
    if (!length)
        text[length++] = '_';
    text[length] = '\0';
    return length;
}

/* Whether the feature at *left* comes before the one at *right*, by the letters of their names; 0: they have the same name. */
static int labels__compare(const char *left, const char *right)
{
    for (; *left && *left != '=' && labels__lower(*left) == labels__lower(*right); left++)
        right++;
    const int a = *left == '=' ? 0 : labels__lower(*left), b = *right == '=' ? 0 : labels__lower(*right);
    return a - b;
}

static const char *labels__append(char *text, size_t *length, const char *feature)
{
    const size_t bytes = strcspn(feature, "|");
    if (*length && *length + 1 < LABELS_FEATURES_BYTES)
        text[(*length)++] = '|';
    if (*length + bytes < LABELS_FEATURES_BYTES) {
        memcpy(text + *length, feature, bytes);
        *length += bytes;
    }
    text[*length] = '\0';
    return feature + bytes + (feature[bytes] == '|');
}

size_t labels_write_all_features(const struct token *token, char text[LABELS_FEATURES_BYTES])
{
    char own[LABELS_FEATURES_BYTES];
    size_t length = labels_write_features(&token->morphology, text);
    if (!token->closed_features)
        return length;
    memcpy(own, text, length + 1);
    const char *left = strcmp(own, "_") == 0 ? "" : own, *right = token->closed_features;
    length = 0;
    while (*left || *right) {
        const int order = !*left ? 1 : !*right ? -1 : labels__compare(left, right);
        if (order == 0)
            right += strcspn(right, "|") + (right[strcspn(right, "|")] == '|');
        else if (order < 0)
            left = labels__append(text, &length, left);
        else
            right = labels__append(text, &length, right);
    }
    return length;
}

static void labels__read_feature(const char *name, size_t name_length, const char *value, size_t value_length,
                                 struct morphology *morphology)
{
    for (size_t i = 0; i < LABELS_FEATURES; i++)
        if (strlen(labels__features[i].name) == name_length && memcmp(labels__features[i].name, name, name_length) == 0)
            *((uint8_t *)morphology + labels__features[i].offset) =
                (uint8_t)labels__find(value, value_length, labels__features[i].values, 6);
}

struct morphology labels_read_features(const char *text, size_t length)
{
    struct morphology morphology = {0};
    const char *const end = text + length;
    for (const char *at = text; at < end;) {
        const char *const bar = memchr(at, '|', (size_t)(end - at));
        const char *const stop = bar ? bar : end;
        const char *const equals = memchr(at, '=', (size_t)(stop - at));
        if (equals)
            labels__read_feature(at, (size_t)(equals - at), equals + 1, (size_t)(stop - equals - 1), &morphology);
        at = stop + 1;
    }
    if (morphology.verb_form == VERB_FORM_PART_PRES)         /* GSD's participles of verbs are perfect ones */
        morphology.verb_form = VERB_FORM_PART_PERF;
    return morphology;
}

static bool labels__has(const struct token *token, uint32_t flags)
{
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_VERB && (token->analyses[i].flags & flags))
            return true;
    return false;
}

static const char *labels__stts_verb(const struct token *token)
{
    static const char *const tags[3][6] = {{"VVFIN", "VVFIN", "VVINF", "VVIZU", "VVPP", "VVPP"},
                                           {"VAFIN", "VAFIN", "VAINF", "VAINF", "VAPP", "VAPP"},
                                           {"VMFIN", "VMFIN", "VMINF", "VMINF", "VMPP", "VMPP"}};
    const bool modal = labels__has(token, ANALYSIS_MODAL);
    const size_t kind = modal ? 2 : labels__has(token, ANALYSIS_AUXILIARY) || token->upos == UPOS_AUX ? 1 : 0;
    if (token->morphology.mood == MOOD_IMP && kind < 2)
        return kind ? "VAIMP" : "VVIMP";
    if (!kind && token->morphology.verb_form == VERB_FORM_ZU_INF && !labels__has(token, ANALYSIS_PARTICLE_ATTACHED))
        return "VVINF";
    return tags[kind][token->morphology.verb_form < 6 ? token->morphology.verb_form : 0];
}

const char *labels_stts(const struct token *token)
{
    static const char *const tags[UPOS_COUNT] = {
        [UPOS_ADP] = "APPR", [UPOS_ADV] = "ADV", [UPOS_CCONJ] = "KON", [UPOS_DET] = "ART", [UPOS_INTJ] = "ITJ",
        [UPOS_NOUN] = "NN", [UPOS_NUM] = "CARD", [UPOS_PROPN] = "NE", [UPOS_PRON] = "PPER", [UPOS_SCONJ] = "KOUS",
        [UPOS_PUNCT] = "$(", [UPOS_X] = "FM"};
    if (token->xpos)
        return token->xpos;
    switch (token->upos) {
    case UPOS_VERB:
    case UPOS_AUX:
        return labels__stts_verb(token);
    case UPOS_ADJ:
        return token->morphology.grammatical_case ? "ADJA" : "ADJD";
    case UPOS_PART:
        return token->relation == RELATION_MARK ? "PTKZU" : "PTKNEG";
    case UPOS_ADP:
    case UPOS_ADV:
        return token->relation == RELATION_COMPOUND_PRT ? "PTKVZ" : tags[token->upos];
    case UPOS_PUNCT:
        return strcmp(token->form, ",") == 0 ? "$," : strchr(".!?;:", token->form[0]) && token->form[0] ? "$." : "$(";
    default:
        return token->upos < UPOS_COUNT && tags[token->upos] ? tags[token->upos] : "_";
    }
}
