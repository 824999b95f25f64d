/* entity/role.c: which row of roles.tsv a noun is: by its form, its lemma, its compound's head, with its adjective ("bewaffnete Gruppe"). */
#include "base/utf8.h"
#include "entity/finder.h"

#include <string.h>

static const struct known_role *role__role_of(const struct entity_knowledge *knowledge, const char *word, bool whole)
{
    const struct string_map_hit hit = word ? string_map_find(knowledge->role_lemmas, word, strlen(word)) : (struct string_map_hit){0};
    const struct known_role *const role = hit.found ? &knowledge->roles[hit.value] : NULL;
    return role && (whole || !role->is_whole) ? role : NULL;
}

/* A noun with the adjective before it: "bewaffnete Gruppe". */
static const struct known_role *role__role_with_adjective(const struct entity_finder *finder, const struct token *token)
{
    const struct token *const before = token > finder->document->tokens && token[-1].sentence == token->sentence ? token - 1 : NULL;
    char key[PHRASE_BYTES_AT_MOST];
    if (!before || (before->upos != UPOS_ADJ && before->relation != RELATION_AMOD) || (token->upos != UPOS_NOUN && token->upos != UPOS_PROPN) || !token->lemma)
        return NULL;
    const size_t kept = entity_cut_ending(before->form, strlen(before->form)), noun = strlen(token->lemma);
    if (kept + noun + 2 > sizeof key)
        return NULL;
    const size_t lower = utf8_lower_string(before->form, kept, key);
    key[lower] = ' ';
    memcpy(key + lower + 1, token->lemma, noun + 1);
    const struct known_role *role = role__role_of(finder->knowledge, key, true);
    if (!role && lower + strlen(token->form) + 2 <= sizeof key && strcmp(token->lemma, token->form) != 0) {
        memcpy(key + lower + 1, token->form, strlen(token->form) + 1);          /* "die staatlichen Medien", whatever their lemma */
        role = role__role_of(finder->knowledge, key, true);
    }
    if (role || strcmp(token->lemma, token->form) != 0 || key[lower + noun] != 's')
        return role;
    key[lower + noun] = '\0';        /* a genitive whose lemma the dictionary does not have: "des Nationalen Sicherheitsrats" */
    return role__role_of(finder->knowledge, key, true);
}

bool entity_has_adjective_role(const struct entity_finder *finder, const struct token *token)
{
    return role__role_with_adjective(finder, token) != NULL;
}

/* A plural that the dictionary does not have: "die Kopten". */
static const struct known_role *role__role_of_plural(const struct entity_knowledge *knowledge, const struct token *token)
{
    char singular[PHRASE_BYTES_AT_MOST];
    const size_t length = strlen(token->form);
    if (token->upos != UPOS_NOUN || !token->lemma || strcmp(token->lemma, token->form) != 0 || length >= sizeof singular)
        return NULL;
    for (size_t row = 0; row < knowledge->plurals->row_count; row++) {
        const char *const plural = table_cell(knowledge->plurals, row, 1);
        const size_t ending = strlen(plural);
        if (length < ending + 4 || strcmp(token->form + length - ending, plural) != 0)
            continue;
        memcpy(singular, token->form, length - ending);
        singular[length - ending] = '\0';
        const struct known_role *const role = role__role_of(knowledge, singular, true);
        if (role)
            return role;
    }
    return NULL;
}

/* "Tausende Soldaten", "Tausende junge Leute". */
static bool role__tells_of_whom(const struct entity_finder *finder, const struct token *token)
{
    const struct token *const next = token + 1 < finder->document->tokens + finder->document->token_count ? token + 1 : NULL;
    return next && next->sentence == token->sentence && (next->upos == UPOS_NOUN || next->upos == UPOS_PROPN || next->upos == UPOS_ADJ);
}

/* "das EU-Land": what is no head of compounds elsewhere ("Ausland") is one behind an organisation. */
static bool role__is_of_organisation(const struct entity_finder *finder, const struct token *token)
{
    const uint32_t modifier = finder->document->token_modifier ? finder->document->token_modifier[token - finder->document->tokens] : DOCUMENT_NONE;
    return modifier != DOCUMENT_NONE &&
           finder->document->entities[finder->document->mentions[modifier].entities[0]].kind == ENTITY_ORGANISATION;
}

const struct known_role *entity_role(const struct entity_finder *finder, const struct token *token)
{
    const struct entity_knowledge *const knowledge = finder->knowledge;
    if (token->upos != UPOS_NOUN && token->upos != UPOS_PROPN && token->upos != UPOS_ADJ)
        return NULL;
    const struct known_role *role = role__role_with_adjective(finder, token);
    if (!role)
        role = role__role_of(knowledge, token->form, true);
    if (!role)
        role = role__role_of(knowledge, token->lemma, true);
    if (!role)
        role = role__role_of(knowledge, token->compound_head, role__is_of_organisation(finder, token));
    for (size_t i = 0; !role && i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_NOUN)
            role = role__role_of(knowledge, token->analyses[i].lemma, true);
    if (!role)
        role = role__role_of_plural(knowledge, token);
    return role && role->is_alone && role__tells_of_whom(finder, token) ? NULL : role;
}
