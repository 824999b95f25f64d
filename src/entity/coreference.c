/* entity/coreference.c: who is meant by "er" and "ihre"; "beide": pairs.c.
 *
 * Candidates are the mentions before, as far as gender and number allow; nearer sentences first, in one sentence subjects before others,
 * then the nearer one. A pronoun is not someone of its own clause, save a possessive, which prefers the subject of its clause; "dessen" is
 * never that subject, and rather who was named last. (Hobbs
 * 1978 and Lappin & Leass 1994 weigh the same signs.) Where nobody fits well the pronoun stays unresolved. */
#include "base/utf8.h"
#include "entity/finder.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <string.h>

enum { SENTENCES_BACK = 2, SENTENCES_BACK_PERSON = 4 };
/* Points of a candidate. */
enum { POINTS_START = 1000, POINTS_SENTENCE = -170, POINTS_SUBJECT = 120, POINTS_GOVERNOR = 150, POINTS_OWN_SUBJECT = 300, POINTS_PERSON = 70,
       POINTS_OBLIQUE = -60, POINTS_NOT_OFFICE = 400, POINTS_PLACE_MOST = 59, POINTS_SAME_VERB = 300 };

bool entity_is_subject(const struct document *document, uint32_t token)
{
    const enum relation relation = document->tokens[token].relation;
    return relation == RELATION_NSUBJ || relation == RELATION_NSUBJ_PASS;
}

const struct pronoun *entity_pronoun(const struct entity_finder *finder, const struct token *token)
{
    enum { LONGEST = 12 };
    char lower[LONGEST + 4];
    const size_t length = strlen(token->form);
    if (length > LONGEST || (token->upos != UPOS_PRON && token->upos != UPOS_DET && token->upos != UPOS_ADJ))
        return NULL;
    const size_t lower_length = utf8_lower_string(token->form, length, lower);
    const struct string_map *const forms = finder->knowledge->pronoun_forms;
    const bool alone = token->upos == UPOS_PRON && (token->relation == RELATION_OBJ || token->relation == RELATION_IOBJ || token->relation == RELATION_OBL);
    const struct pronoun *first = NULL;
    for (struct string_map_hit hit = string_map_find(forms, lower, lower_length); hit.found; hit = string_map_next(forms, hit)) {
        const struct pronoun *const pronoun = &finder->knowledge->pronouns[hit.value];
        if (alone == (pronoun->kind == PRONOUN_PERSONAL))       /* "warf ihr vor", "ihr Verhalten" */
            return pronoun;
        first = first ? first : pronoun;
    }
    return first;
}

/* ---- gender and number ------------------------------------------------------------------------------------------ */

static uint8_t coreference__bit(uint8_t gender)
{
    return (uint8_t)(1U << gender);
}

/* Does the mention begin a coordination of several ("Paris und Rom")? */
static bool coreference__begins_list(const struct document *document, uint32_t head)
{
    const uint32_t next = tree_first_conjunct(document, head) == head ? tree_next_conjunct(document, head) : DOCUMENT_NONE;
    return next != DOCUMENT_NONE && document->token_mention[next] != DOCUMENT_NONE;
}

/* The number of the verb whose subject the token is; NUMBER_NONE: it is none's, or an infinitive's. */
static enum grammatical_number coreference__verb_number(const struct document *document, uint32_t token)
{
    const uint32_t finite = entity_is_subject(document, token) ? tree_finite(document, document->tokens[token].head) : DOCUMENT_NONE;
    return finite == DOCUMENT_NONE ? NUMBER_NONE : document->tokens[finite].morphology.number;
}

/* What a pronoun can stand for where it stands: its row, and the number of the verb it is the subject of. */
static uint8_t coreference__wanted(const struct document *document, uint32_t token, const struct pronoun *pronoun)
{
    const bool whose = pronoun->kind == PRONOUN_POSSESSIVE || pronoun->kind == PRONOUN_WHOSE;
    const enum grammatical_number number = whose ? NUMBER_NONE : coreference__verb_number(document, token);
    if (number == NUMBER_SING && pronoun->genders != PRONOUN_PLURAL)
        return (uint8_t)(pronoun->genders & ~PRONOUN_PLURAL);
    if (number == NUMBER_PLUR && (pronoun->genders & PRONOUN_PLURAL))
        return PRONOUN_PLURAL;
    return pronoun->genders;
}

/* What the verb of a subject leaves of what it can be: "Amnesty International hat …" is one, "Ärzte ohne Grenzen haben …" are several. */
static uint8_t coreference__by_verb(const struct document *document, uint32_t subject, uint8_t genders)
{
    const bool lone = tree_next_conjunct(document, subject) == DOCUMENT_NONE;
    const enum grammatical_number number = lone ? coreference__verb_number(document, subject) : NUMBER_NONE;
    return number == NUMBER_SING ? (uint8_t)(genders & ~PRONOUN_PLURAL) : number == NUMBER_PLUR ? (uint8_t)(genders & PRONOUN_PLURAL) : genders;
}

/* What pronouns may stand for a mention alone: bits as struct pronoun has them. */
static uint8_t coreference__genders(const struct entity_finder *finder, const struct mention *mention)
{
    enum { ANY_PERSON = 1 << GENDER_MASC | 1 << GENDER_FEM, ANY = ANY_PERSON | 1 << GENDER_NEUT | PRONOUN_PLURAL };
    const struct document *const document = finder->document;
    const struct token *const head = &document->tokens[mention->head];
    const struct entity *const entity = &document->entities[mention->entities[0]];
    const uint8_t own = coreference__bit(head->morphology.gender);
    const struct pronoun *const pronoun = mention->kind == MENTION_PRONOUN ? entity_pronoun(finder, head) : NULL;
    if (mention->entity_count > 1)
        return PRONOUN_PLURAL;
    if (pronoun && pronoun->kind != PRONOUN_PAIR)
        return coreference__wanted(document, mention->head, pronoun);
    if (entity->kind == ENTITY_PERSON)
        return finder->notes[mention->entities[0]].gender ? coreference__bit(finder->notes[mention->entities[0]].gender) : ANY_PERSON;
    if (mention->kind == MENTION_NOMINAL)
        return head->morphology.number == NUMBER_PLUR ? PRONOUN_PLURAL : head->morphology.gender ? own : ANY;
    if (entity->kind == ENTITY_NAME)
        return 0;                /* nobody knows what it is */
    if (head->morphology.number == NUMBER_PLUR)
        return PRONOUN_PLURAL;
    const uint32_t article = tree_determiner(document, mention->head);
    if (article == DOCUMENT_NONE)
        return entity->kind == ENTITY_COUNTRY || entity->kind == ENTITY_PLACE ? coreference__bit(GENDER_NEUT)
                                                                                   : coreference__by_verb(document, mention->head, ANY);
    const uint8_t told = document->tokens[article].morphology.gender;            /* "die ODM": the tables of words know no gender of such names */
    return told ? coreference__bit(told) : head->morphology.gender ? own : ANY;
}

static uint8_t coreference__may_be(const struct entity_finder *finder, const struct mention *mention)
{
    return coreference__genders(finder, mention) | (coreference__begins_list(finder->document, mention->head) ? PRONOUN_PLURAL : 0);
}

/* ---- antecedents ------------------------------------------------------------------------------------------------ */

struct anaphor {
    uint32_t token, clause, own_subject, governing_subject, sentence;
    uint8_t wanted;
    bool possessive, demonstrative;
    const struct known_role *role;   /* of a noun that describes a person named before, NULL: a pronoun */
    const char *code;                /* with a role: of which country that person is, "": any */
};

/* Whether the entity is named or described in the pronoun's own clause, so that a pronoun there is someone else: "er warf dem Präsidenten vor". */
static bool coreference__is_beside(const struct entity_finder *finder, const struct anaphor *anaphor, uint32_t entity)
{
    const struct document *const document = finder->document;
    const struct token_range tokens = document->sentences[anaphor->sentence].tokens;
    for (uint32_t token = tokens.first; token < tokens.first + tokens.count; token++) {
        const uint32_t mention = document->token_mention[token];
        const enum relation relation = document->tokens[token].relation;
        if (mention == DOCUMENT_NONE || token == anaphor->token || document->mentions[mention].entity_count != 1 ||
            document->mentions[mention].entities[0] != entity || document->tokens[token].head != anaphor->clause)
            continue;
        if (relation == RELATION_NSUBJ || relation == RELATION_OBJ || relation == RELATION_IOBJ || relation == RELATION_OBL ||
            relation == RELATION_NSUBJ_PASS)
            return true;
    }
    return false;
}

/* "Ob Putin Raketen liefere, ließ er offen", "Die Armee habe geschossen, sagte sie": who speaks is nobody named in what is said before. */
static bool coreference__is_in_content(const struct entity_finder *finder, const struct anaphor *anaphor, uint32_t token)
{
    const struct document *const document = finder->document;
    uint32_t below = token, head = document->tokens[token].sentence == anaphor->sentence ? tree_head(document, token) : DOCUMENT_NONE;
    while (head != DOCUMENT_NONE && head != anaphor->clause) {
        below = head;
        head = tree_head(document, head);
    }
    if (head == DOCUMENT_NONE || below > anaphor->clause || !entity_is_subject(document, anaphor->token) ||
        tree_head(document, anaphor->token) != anaphor->clause)
        return false;
    const uint32_t mark = document->tokens[below].relation == RELATION_ADVCL ? tree_child(document, below, RELATION_MARK) : DOCUMENT_NONE;
    const char *const word = mark == DOCUMENT_NONE ? NULL : document->tokens[mark].lemma;
    return document->tokens[below].relation == RELATION_CCOMP ||
           (word && string_map_find(finder->knowledge->conjunctions, word, strlen(word)).found);
}

/* Whether the noun can describe the entity, by country and role: "der Politiker" may be one of a government, "der 26-Jährige" anyone. */
static bool coreference__may_describe(const struct anaphor *anaphor, const struct entity *entity)
{
    const struct known_role *const role = anaphor->role;
    const enum sector sector = entity->sector;
    const bool politics = sector == SECTOR_GOV || sector == SECTOR_LEG || sector == SECTOR_PTY || sector == SECTOR_OPP || sector == SECTOR_ELI;
    if ((entity->kind != ENTITY_PERSON && entity->kind != ENTITY_OFFICE) || (anaphor->code[0] && strcmp(anaphor->code, entity->code) != 0))
        return false;
    return role->sector == SECTOR_CVL || role->sector == SECTOR_SOC || sector == role->sector || sector == SECTOR_NONE || sector == SECTOR_UNK ||
           ((role->sector == SECTOR_PTY || role->sector == SECTOR_OPP) && politics);
}

/* "Scholz traf Putin und forderte ihn auf": an object is not the subject of its verb, which a later conjunct shares. */
static bool coreference__is_own_subject(const struct entity_finder *finder, const struct anaphor *anaphor, const struct mention *mention)
{
    const struct document *const document = finder->document;
    const uint32_t subject = anaphor->own_subject, named = subject == DOCUMENT_NONE ? DOCUMENT_NONE : document->token_mention[subject];
    if (anaphor->possessive || anaphor->role || named == DOCUMENT_NONE || subject == anaphor->token || mention->entity_count != 1)
        return false;
    for (size_t i = 0; i < document->mentions[named].entity_count; i++)
        if (document->mentions[named].entities[i] == mention->entities[0])
            return true;
    return false;
}

/* "Die USA erkannten Boluarte an. Auch Chile erkannte sie an": the object of the same verb. */
static bool coreference__is_object_of_same_verb(const struct document *document, const struct anaphor *anaphor, uint32_t described)
{
    const enum relation own = document->tokens[anaphor->token].relation, there = document->tokens[described].relation;
    const uint32_t verb = tree_head(document, described);
    return (own == RELATION_OBJ || own == RELATION_IOBJ) && (there == RELATION_OBJ || there == RELATION_IOBJ) && verb != DOCUMENT_NONE &&
           verb != anaphor->clause && document->tokens[verb].lemma && document->tokens[anaphor->clause].lemma &&
           strcmp(document->tokens[verb].lemma, document->tokens[anaphor->clause].lemma) == 0;
}

/* In a relative clause of an earlier sentence or clause: "nach Moskau, wo ihn Putin empfing. Er …" */
static bool coreference__is_aside(const struct document *document, uint32_t token)
{
    const uint32_t clause = tree_clause(document, token);
    return clause != DOCUMENT_NONE && document->tokens[clause].relation == RELATION_ACL;
}

/* "Minister Maas, der ihn eingeladen hatte": whom a relative pronoun of the pronoun's own clause stands for, by the tree or by the order of the words. */
static bool coreference__is_relative_head(const struct document *document, const struct anaphor *anaphor, const struct mention *mention)
{
    if (document->tokens[anaphor->clause].relation != RELATION_ACL || mention->head > anaphor->token)
        return false;
    for (uint32_t child = tree_first_child(document, anaphor->clause); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const enum relation relation = document->tokens[child].relation;
        if (document->tokens[child].upos != UPOS_PRON || !lexicon_has_flag(&document->tokens[child], ANALYSIS_RELATIVE) || child == anaphor->token ||
            (relation != RELATION_NSUBJ && relation != RELATION_NSUBJ_PASS && relation != RELATION_OBJ && relation != RELATION_IOBJ && relation != RELATION_OBL))
            continue;
        const uint32_t begin = tree_subtree(document, child).first;
        return tree_head(document, anaphor->clause) == mention->head || mention->tokens.first + mention->tokens.count + 1 == begin;
    }
    return false;
}

/* "Amnesty wirft seiner Regierung vor": bodies of states are no organisation's that is of no state, no medium's, no firm's. */
static bool coreference__cannot_have(const struct entity_finder *finder, const struct anaphor *anaphor, const struct entity *entity)
{
    const uint32_t noun = anaphor->possessive ? tree_head(finder->document, anaphor->token) : DOCUMENT_NONE;
    const struct known_role *const role = noun == DOCUMENT_NONE ? NULL : entity_role(finder, &finder->document->tokens[noun]);
    const bool of_state = role && (role->sector == SECTOR_GOV || role->sector == SECTOR_MIL || role->sector == SECTOR_LEG || role->sector == SECTOR_COP) &&
                          (role->kind == ROLE_KIND_BODY || (role->anaphor == ANAPHOR_COUNTRY && role->bare == BARE_POWER)) && !role->is_mouth;
    return of_state && entity->kind == ENTITY_ORGANISATION &&
           (!focus_is_country(entity->code) || entity->sector == SECTOR_JRN || entity->sector == SECTOR_BUS || entity->sector == SECTOR_SOC);
}

static int coreference__points(const struct entity_finder *finder, const struct anaphor *anaphor, const struct mention *mention)
{
    const struct document *const document = finder->document;
    const struct entity *const entity = &document->entities[mention->entities[0]];
    const bool subject_of_clause = mention->head == anaphor->own_subject, own_subject = anaphor->possessive && !anaphor->demonstrative && subject_of_clause;
    if (mention->kind == MENTION_ADJECTIVE || mention->kind == MENTION_MODIFIER || (entity->kind == ENTITY_PLACE && entity->sector != SECTOR_GOV) ||
        !(coreference__may_be(finder, mention) & anaphor->wanted) || (anaphor->role && !coreference__may_describe(anaphor, entity)) ||
        (mention->head >= anaphor->token && !own_subject) || (anaphor->demonstrative && subject_of_clause) ||
        coreference__is_own_subject(finder, anaphor, mention) || coreference__cannot_have(finder, anaphor, entity) ||
        (!anaphor->possessive && (tree_clause(document, mention->head) == anaphor->clause ||
                                  coreference__is_beside(finder, anaphor, mention->entities[0]))) ||
        (!anaphor->possessive && coreference__is_relative_head(document, anaphor, mention)) ||
        (!anaphor->possessive && mention->kind != MENTION_PRONOUN && coreference__is_in_content(finder, anaphor, mention->head)))
        return -1;
    const uint32_t described = document->tokens[mention->head].relation == RELATION_APPOS ? document->tokens[mention->head].head : mention->head;
    const bool subject = entity_is_subject(document, described);
    const bool one_of_group = entity->kind == ENTITY_GROUP && mention->kind == MENTION_NOMINAL && document->tokens[mention->head].morphology.number == NUMBER_SING &&
                              entity->naming != NAMING_OFFICE;       /* "ein Mann", no body */
    const bool person = entity->kind == ENTITY_PERSON || entity->kind == ENTITY_OFFICE || one_of_group;
    const uint32_t back = anaphor->sentence - document->tokens[mention->head].sentence;
    const uint32_t place = mention->head - document->sentences[document->tokens[mention->head].sentence].tokens.first;
    int points = POINTS_START + (int)back * POINTS_SENTENCE + (int)(place < POINTS_PLACE_MOST ? place : POINTS_PLACE_MOST);
    points += !subject ? 0 : anaphor->demonstrative && !anaphor->possessive ? -POINTS_SUBJECT
              : anaphor->demonstrative || coreference__is_aside(document, described) ? 0 : POINTS_SUBJECT;       /* "Dieser": rather the one told last */
    points += own_subject ? POINTS_OWN_SUBJECT : mention->head != anaphor->governing_subject ? 0 : anaphor->demonstrative ? -POINTS_GOVERNOR : POINTS_GOVERNOR;
    points += anaphor->role && anaphor->role->sector == SECTOR_CVL && entity->sector != SECTOR_GOV ? POINTS_NOT_OFFICE : 0;
    points += coreference__is_object_of_same_verb(document, anaphor, described) ? POINTS_SAME_VERB : 0;
    points += person && (anaphor->wanted & (1 << GENDER_MASC | 1 << GENDER_FEM)) ? POINTS_PERSON : 0;
    points += !anaphor->demonstrative && tree_preposition(document, mention->head) != DOCUMENT_NONE ? POINTS_OBLIQUE : 0;
    if (anaphor->wanted == 1 << GENDER_NEUT && !anaphor->possessive && !anaphor->demonstrative && !(subject && back <= 1))
        return -1;               /* "es" mostly stands for nothing */
    return points;
}

/* How well a thing of the same sentence, which is nobody, fits an object: "zeigte sich bestürzt über den Vorfall und verurteilte ihn". */
static int coreference__points_of_thing(const struct document *document, const struct anaphor *anaphor, uint32_t token)
{
    const struct token *const at = &document->tokens[token];
    const uint8_t fits = at->morphology.number == NUMBER_PLUR ? PRONOUN_PLURAL : at->morphology.gender ? coreference__bit(at->morphology.gender) : 0;
    if (at->upos != UPOS_NOUN || !(fits & anaphor->wanted) || at->sentence != anaphor->sentence || token >= anaphor->token || anaphor->possessive ||
        document->tokens[anaphor->token].relation != RELATION_OBJ || tree_clause(document, token) == anaphor->clause)
        return -1;
    const uint32_t place = token - document->sentences[at->sentence].tokens.first;
    return POINTS_START + (int)(place < POINTS_PLACE_MOST ? place : POINTS_PLACE_MOST) + (entity_is_subject(document, token) ? POINTS_SUBJECT : 0) +
           (tree_preposition(document, token) != DOCUMENT_NONE ? POINTS_OBLIQUE : 0);
}

static const struct mention *coreference__antecedent(const struct entity_finder *finder, const struct anaphor *anaphor)
{
    const struct document *const document = finder->document;
    const uint32_t back = anaphor->role ? SENTENCES_BACK_PERSON : SENTENCES_BACK;
    const uint32_t first_sentence = anaphor->sentence > back ? anaphor->sentence - back : 0;
    const struct sentence *const own = &document->sentences[anaphor->sentence];
    const struct mention *best = NULL;
    int best_points = -1;
    for (uint32_t token = document->sentences[first_sentence].tokens.first; token < own->tokens.first + own->tokens.count; token++) {
        const struct mention *const mention = document->token_mention[token] == DOCUMENT_NONE ? NULL
                                                                                              : &document->mentions[document->token_mention[token]];
        const int points = mention && mention->entity_count ? coreference__points(finder, anaphor, mention)
                           : mention || finder->covered[token] ? -1 : coreference__points_of_thing(document, anaphor, token);
        if (points > best_points) {
            best = mention && mention->entity_count ? mention : NULL;
            best_points = points;
        }
    }
    return best;
}

uint32_t entity_antecedent_person(const struct entity_finder *finder, uint32_t token, const struct known_role *role, const char *code)
{
    const struct document *const document = finder->document;
    const uint8_t gender = document->tokens[token].morphology.gender;
    const uint32_t clause = tree_clause(document, token);
    const struct anaphor anaphor = {.token = token, .clause = clause, .own_subject = tree_subject(document, clause),
                                    .governing_subject = DOCUMENT_NONE, .sentence = document->tokens[token].sentence,
                                    .wanted = gender == GENDER_MASC || gender == GENDER_FEM ? coreference__bit(gender) : 1 << GENDER_MASC | 1 << GENDER_FEM,
                                    .role = role, .code = code};
    const struct mention *const found = coreference__antecedent(finder, &anaphor);
    return found && found->entity_count == 1 ? found->entities[0] : DOCUMENT_NONE;
}

static bool coreference__pair(struct entity_finder *finder, uint32_t token)
{
    uint32_t *const both = arena_take(finder->document->arena, 2, sizeof *both, finder->error);
    if (!both)
        return false;
    return !entity_antecedent_pair(finder, token, both) ||
           entity_mention_all(finder, (struct token_range){token, 1}, token, MENTION_PRONOUN, both, 2);
}

/* All that stand in the coordination that the mention begins: "Paris und Rom haben ihre Botschafter abberufen". */
static bool coreference__list(struct entity_finder *finder, uint32_t token, const struct mention *first)
{
    enum { LIST_AT_MOST = 8 };
    struct document *const document = finder->document;
    uint32_t *const all = arena_take(document->arena, LIST_AT_MOST, sizeof *all, finder->error);
    size_t count = 0;
    if (!all)
        return false;
    for (uint32_t next = first->head; next != DOCUMENT_NONE; next = tree_next_conjunct(document, next)) {
        const struct mention *const mention =
            document->token_mention[next] == DOCUMENT_NONE ? NULL : &document->mentions[document->token_mention[next]];
        for (size_t i = 0; mention && i < mention->entity_count && count < LIST_AT_MOST; i++)
            all[count++] = mention->entities[i];
    }
    return entity_mention_all(finder, (struct token_range){token, 1}, token, MENTION_PRONOUN, all, count);
}

/* ---- the sentence ----------------------------------------------------------------------------------------------- */

static bool coreference__resolve(struct entity_finder *finder, uint32_t token, const struct pronoun *pronoun)
{
    const struct document *const document = finder->document;
    const uint32_t clause = tree_clause(document, token), above = tree_governing_clause(document, token);
    const struct anaphor anaphor = {.token = token, .clause = clause, .own_subject = tree_subject(document, clause),
                                    .governing_subject = above == DOCUMENT_NONE ? DOCUMENT_NONE : tree_subject(document, above),
                                    .sentence = document->tokens[token].sentence,
                                    .wanted = coreference__wanted(document, token, pronoun),
                                    .possessive = pronoun->kind == PRONOUN_POSSESSIVE || pronoun->kind == PRONOUN_WHOSE,
                                    .demonstrative = pronoun->kind == PRONOUN_DEMONSTRATIVE || pronoun->kind == PRONOUN_WHOSE};
    const struct mention *const found = coreference__antecedent(finder, &anaphor);
    const bool plural = anaphor.wanted == PRONOUN_PLURAL || (found && found->head == anaphor.own_subject && (anaphor.wanted & PRONOUN_PLURAL));
    if (found && plural && coreference__begins_list(document, found->head))
        return coreference__list(finder, token, found);
    if (found)
        return entity_mention_all(finder, (struct token_range){token, 1}, token, MENTION_PRONOUN, found->entities, found->entity_count);
    uint32_t *const both = anaphor.wanted == PRONOUN_PLURAL ? arena_take(document->arena, 2, sizeof *both, finder->error) : NULL;
    if (anaphor.wanted == PRONOUN_PLURAL && !both)
        return false;
    return !both || !entity_antecedent_statesmen(finder, token, both) ||
           entity_mention_all(finder, (struct token_range){token, 1}, token, MENTION_PRONOUN, both, 2);
}

/* "Wenn Sie das tun, …": a capital letter inside the sentence speaks to someone. */
static bool coreference__is_address(const struct document *document, const struct sentence *sentence, uint32_t token)
{
    const char first = document->tokens[token].form[0];
    const enum upos before = token > sentence->tokens.first ? document->tokens[token - 1].upos : UPOS_PUNCT;
    return first >= 'A' && first <= 'Z' && before != UPOS_PUNCT && before != UPOS_DET;       /* "einer der Ihren" is one of them */
}

bool entity_find_pronouns(struct entity_finder *finder, const struct sentence *sentence)
{
    const struct document *const document = finder->document;
    for (uint32_t token = sentence->tokens.first; token < sentence->tokens.first + sentence->tokens.count; token++) {
        const struct token *const at = &document->tokens[token];
        const struct pronoun *const pronoun = entity_pronoun(finder, at);
        if (!pronoun || document->token_mention[token] != DOCUMENT_NONE || at->relation == RELATION_EXPL || at->upos == UPOS_ADJ ||
            coreference__is_address(document, sentence, token))
            continue;
        const bool possessive = pronoun->kind == PRONOUN_POSSESSIVE || pronoun->kind == PRONOUN_WHOSE;
        const bool before_noun = pronoun->kind == PRONOUN_PAIR
                                     ? at->relation == RELATION_DET || (at->head == token + 1 && document->tokens[token + 1].upos == UPOS_NOUN)
                                     : (at->upos == UPOS_DET && (possessive ? !entity_is_subject(document, token) : at->relation == RELATION_DET)) ||   /* "Dieser sagte" */
                                           (possessive && at->relation == RELATION_NMOD && at->head > token);   /* "deren Sprecher" */
        if (pronoun->kind == PRONOUN_PAIR && !before_noun && !coreference__pair(finder, token))
            return false;
        if (pronoun->kind != PRONOUN_PAIR && before_noun == possessive &&
            !coreference__resolve(finder, token, pronoun))
            return false;
    }
    return true;
}
