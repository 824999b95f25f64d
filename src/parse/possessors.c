/* parse/possessors.c: a name in the genitive before its noun (Duden, Grammatik: vorangestelltes Genitivattribut). A preposition before it
 * governs the noun ("in Polens innere Angelegenheiten", "gegen Irans neuen Präsidenten"); parsers hang it on the name. Before an article it
 * is the genitive of the noun before it. Behind a person's name there is none, nor a second one of a noun that has its possessor before it;
 * with an article it belongs to the noun right before, to no verb. */
#include "parse/possessors.h"

#include <string.h>

static bool possessors__is_genitive(const struct token *name)
{
    const size_t length = strlen(name->form), lemma = name->lemma ? strlen(name->lemma) : length;
    return name->upos == UPOS_PROPN && name->morphology.grammatical_case == CASE_GEN && length == lemma + 1 && name->form[length - 1] == 's';
}

/* The noun right behind the name and its adjectives, DOCUMENT_NONE: none. */
static uint32_t possessors__noun(const struct document *document, uint32_t name)
{
    const struct token *const tokens = document->tokens;
    uint32_t at = name + 1;
    while (at < document->token_count && tokens[at].upos == UPOS_ADJ && tokens[at].sentence == tokens[name].sentence)
        at++;
    return at < document->token_count && tokens[at].upos == UPOS_NOUN && tokens[at].sentence == tokens[name].sentence ? at : DOCUMENT_NONE;
}

static bool possessors__has_case(const struct document *document, uint32_t noun, uint32_t begin)
{
    for (uint32_t i = begin; i < noun; i++)
        if (document->tokens[i].head == noun && document->tokens[i].relation == RELATION_CASE)
            return true;
    return false;
}

/* "hat auf Bitten Russlands den Luftraum gesperrt": no genitive stands before an article of its noun, so the name is the noun's before it. */
static void possessors__part_from_article(struct document *document)
{
    struct token *const tokens = document->tokens;
    for (uint32_t name = 1; name + 2 < document->token_count; name++) {
        const uint32_t noun = tokens[name].head, before = name - 1;
        const struct token *const article = &tokens[name + 1];
        if (tokens[name].relation == RELATION_NMOD && possessors__is_genitive(&tokens[name]) && noun != DOCUMENT_NONE && noun > name + 1 &&
            article->upos == UPOS_DET && article->head == noun && article->relation == RELATION_DET && tokens[before].upos == UPOS_NOUN &&
            tokens[before].sentence == tokens[name].sentence && tokens[before].head != name)
            tokens[name].head = before;
    }
}

/* The word that the phrase of a noun with an article begins with; DOCUMENT_NONE: it has none, or a preposition. */
static uint32_t possessors__article(const struct document *document, uint32_t noun)
{
    const struct token *const tokens = document->tokens;
    uint32_t at = noun;
    while (at > 0 && tokens[at - 1].head == noun && (tokens[at - 1].relation == RELATION_AMOD || tokens[at - 1].relation == RELATION_DET))
        at--;
    return at < noun && tokens[at].relation == RELATION_DET && !possessors__has_case(document, noun, at ? at - 1 : 0) ? at : DOCUMENT_NONE;
}

/* "sagte Ministerin Ek der Ukraine Hilfe zu": no genitive follows a person's name, so what the title was said to own is the verb's dative. */
static void possessors__part_from_person(struct document *document)
{
    struct token *const tokens = document->tokens;
    for (uint32_t noun = 2; noun < document->token_count; noun++) {
        const uint32_t article = tokens[noun].relation == RELATION_NMOD ? possessors__article(document, noun) : DOCUMENT_NONE;
        uint32_t title = tokens[noun].head;
        if (title != DOCUMENT_NONE && tokens[title].upos == UPOS_PROPN && tokens[title].relation == RELATION_APPOS)
            title = tokens[title].head;
        if (article == DOCUMENT_NONE || article == 0 || title == DOCUMENT_NONE || title >= article || tokens[title].head == DOCUMENT_NONE)
            continue;
        uint32_t name = article - 1;
        while (name > title && tokens[name].upos == UPOS_PROPN && tokens[name].head != title)
            name--;
        if (name > title && tokens[name].upos == UPOS_PROPN && tokens[name].relation == RELATION_APPOS && tokens[tokens[title].head].upos == UPOS_VERB) {
            tokens[noun].head = tokens[title].head;
            tokens[noun].relation = RELATION_OBL;
        }
    }
}

/* "hat die Diplomaten des Iran aufgefordert": verbs hardly ask for a name in the genitive, nouns do. */
static void possessors__join_noun(struct document *document)
{
    struct token *const tokens = document->tokens;
    for (uint32_t name = 2; name < document->token_count; name++) {
        const struct token *const article = &tokens[name - 1];
        const uint32_t noun = name - 2;
        const bool genitive = article->relation == RELATION_DET && article->head == name && article->morphology.grammatical_case == CASE_GEN &&
                              article->morphology.gender != GENDER_FEM;
        if (genitive && tokens[name].upos == UPOS_PROPN && tokens[name].relation == RELATION_OBL && tokens[noun].upos == UPOS_NOUN &&
            tokens[noun].sentence == tokens[name].sentence && tokens[noun].head == tokens[name].head) {
            tokens[name].head = noun;
            tokens[name].relation = RELATION_NMOD;
        }
    }
}

/* "seine Leibwächter", "deren Anführer" */
static bool possessors__has_possessor(const struct document *document, uint32_t noun)
{
    for (uint32_t at = noun; at > 0 && document->tokens[at - 1].head == noun; at--)
        if (document->tokens[at - 1].relation == RELATION_DET_POSS ||
            (document->tokens[at - 1].relation == RELATION_NMOD && document->tokens[at - 1].upos == UPOS_PRON))
            return true;
    return false;
}

static bool possessors__has_agent(const struct document *document, const struct constructions *constructions, uint32_t verb)
{
    const struct token *const tokens = document->tokens;
    for (uint32_t at = 0; at < document->token_count; at++)
        if (tokens[at].relation == RELATION_CASE && tokens[at].head != DOCUMENT_NONE && tokens[tokens[at].head].head == verb &&
            constructions_tells_agent(constructions, &tokens[at]))
            return true;
    return false;
}

/* "deren Anführer von Polen bezahlt wurden": the subject of a passive that has its possessor has no other, so that the phrase tells the agent. */
static void possessors__part_agent(struct document *document, const struct constructions *constructions)
{
    struct token *const tokens = document->tokens;
    for (uint32_t preposition = 1; preposition + 1 < document->token_count; preposition++) {
        const uint32_t agent = tokens[preposition].head, subject = preposition - 1;
        if (tokens[preposition].relation == RELATION_CASE && agent != DOCUMENT_NONE && agent > preposition && tokens[agent].head == subject &&
            tokens[agent].relation == RELATION_NMOD && tokens[subject].relation == RELATION_NSUBJ_PASS && tokens[subject].head != DOCUMENT_NONE &&
            constructions_tells_agent(constructions, &tokens[preposition]) && possessors__has_possessor(document, subject) &&
            !possessors__has_agent(document, constructions, tokens[subject].head)) {
            tokens[agent].head = tokens[subject].head;
            tokens[agent].relation = RELATION_OBL;
        }
    }
}

void possessors_settle(struct document *document, const struct constructions *constructions)
{
    struct token *const tokens = document->tokens;
    possessors__part_from_article(document);
    possessors__part_from_person(document);
    possessors__join_noun(document);
    possessors__part_agent(document, constructions);
    for (uint32_t at = 0; at + 2 < document->token_count; at++) {
        const uint32_t name = at + 1;
        if (tokens[at].relation != RELATION_CASE || tokens[at].upos != UPOS_ADP || tokens[at].head != name || !possessors__is_genitive(&tokens[name]))
            continue;
        const uint32_t noun = possessors__noun(document, name);
        if (noun == DOCUMENT_NONE || possessors__has_case(document, noun, at))
            continue;
        tokens[at].head = noun;
        if (tokens[noun].head == name) {                 /* the noun hung on its name */
            tokens[noun].head = tokens[name].head;
            tokens[noun].relation = tokens[name].relation;
        }
        if (tokens[noun].relation == RELATION_OBJ || tokens[noun].relation == RELATION_NSUBJ || tokens[noun].relation == RELATION_IOBJ)
            tokens[noun].relation = RELATION_OBL;
        tokens[name].head = noun;
        tokens[name].relation = RELATION_NMOD;
    }
}
