/* entity/nominal.c: people and bodies that are named by what they are.
 *
 * A noun of roles.tsv gets its country from what stands with it: the first part of its compound (US-Präsident), an adjective of nationality
 * (russische Soldaten), a genitive or a phrase with von, in, aus (die Regierung in Teheran), an office holder beside it
 * (Präsident Wladimir Putin); without any of these, when definite, from an earlier mention of the same noun. */
#include "base/utf8.h"
#include "entity/finder.h"
#include "parse/tree.h"

#include <string.h>

const struct known_role *entity_role(const struct entity_finder *finder, const struct token *token)
{
    const char *const keys[] = {token->form, token->lemma, token->compound_head};
    if (token->upos != UPOS_NOUN && token->upos != UPOS_PROPN && token->upos != UPOS_ADJ)
        return NULL;
    for (size_t i = 0; i < 3; i++) {
        const struct string_map_hit hit =
            keys[i] ? string_map_find(finder->knowledge->role_lemmas, keys[i], strlen(keys[i])) : (struct string_map_hit){0};
        if (hit.found)
            return &finder->knowledge->roles[hit.value];
    }
    for (size_t i = 0; i < token->analysis_count; i++) {
        if (token->analyses[i].word_class != WORD_NOUN)
            continue;
        const char *const lemma = token->analyses[i].lemma;
        const struct string_map_hit hit = string_map_find(finder->knowledge->role_lemmas, lemma, strlen(lemma));
        if (hit.found)
            return &finder->knowledge->roles[hit.value];
    }
    return NULL;
}

const struct entity *entity_at(const struct entity_finder *finder, uint32_t token)
{
    const struct document *const document = finder->document;
    const uint32_t mention = document->token_mention[token];
    if (mention == DOCUMENT_NONE || document->mentions[mention].entity_count == 0)
        return NULL;
    return &document->entities[document->mentions[mention].entities[0]];
}

/* ---- people whom the tables do not know ---- */

static bool nominal__is_name_word(const struct document *document, uint32_t token)
{
    const struct token *const at = &document->tokens[token];
    size_t length;
    return at->upos == UPOS_PROPN && utf8_is_upper(utf8_decode(at->form, strlen(at->form), &length)) && strlen(at->form) > 1;
}

/* An earlier person whose name ends with this word, or DOCUMENT_NONE. */
static uint32_t nominal__same_surname(const struct document *document, const char *surname)
{
    const size_t length = strlen(surname);
    for (size_t i = document->entity_count; i-- > 0;) {
        const struct entity *const entity = &document->entities[i];
        const size_t name_length = strlen(entity->name);
        for (size_t cut = 0; cut < 2; cut++) {
            const size_t key = cut && length > 3 && surname[length - 1] == 's' ? length - 1 : length;
            if (entity->kind == ENTITY_PERSON && name_length >= key &&
                memcmp(entity->name + name_length - key, surname, key) == 0 &&
                (name_length == key || entity->name[name_length - key - 1] == ' '))
                return (uint32_t)i;
        }
    }
    return DOCUMENT_NONE;
}

static const char *nominal__name_text(struct entity_finder *finder, struct token_range range)
{
    const struct document *const document = finder->document;
    const struct token *const last = &document->tokens[range.first + range.count - 1];
    const uint32_t begin = document->tokens[range.first].span.begin_byte;
    size_t length = last->span.end_byte - begin;
    if (length > 4 && document->text[last->span.end_byte - 1] == 's' && last->morphology.grammatical_case == CASE_GEN)
        length--;
    return arena_copy_string(document->arena, document->text + begin, length, finder->error);
}

bool entity_find_people(struct entity_finder *finder)
{
    const struct document *const document = finder->document;
    for (uint32_t token = 0; token < document->token_count;) {
        const struct sentence *const sentence = &document->sentences[document->tokens[token].sentence];
        const uint32_t end = sentence->tokens.first + sentence->tokens.count;
        uint32_t count = 0;
        while (sentence->kind != PARAGRAPH_MARK && token + count < end && !finder->covered[token + count] &&
               document->token_mention[token + count] == DOCUMENT_NONE && !entity_role(finder, &document->tokens[token + count]) &&
               nominal__is_name_word(document, token + count))
            count++;
        if (count == 0) {
            token++;
            continue;
        }
        const struct token_range range = {token, count};
        uint32_t entity = nominal__same_surname(document, document->tokens[token + count - 1].form);
        if (entity == DOCUMENT_NONE) {
            struct entity *const made = entity_add(finder, &entity);
            if (!made)
                return false;
            made->kind = count > 1 ? ENTITY_PERSON : ENTITY_NAME;
            made->naming = NAMING_PERSON;
            made->why = "name";
            made->name = nominal__name_text(finder, range);
            if (!made->name)
                return false;
        }
        uint32_t head = token;
        for (uint32_t i = token; i < token + count; i++)
            if (document->tokens[i].head == DOCUMENT_NONE || document->tokens[i].head < token || document->tokens[i].head >= token + count)
                head = i;
        if (!entity_mention(finder, range, head, MENTION_NAME, entity))
            return false;
        token += count;
    }
    return true;
}

/* ---- nouns of roles.tsv ---- */

/* What stands beside a role noun and says whose it is. */
struct owner {
    const struct entity *entity;     /* NULL: nothing */
    uint32_t person;                 /* the person named beside it, or DOCUMENT_NONE */
};

/* Whether a mention's country may be handed on to the noun it stands with. */
static bool nominal__gives_code(const struct entity *entity)
{
    return entity && entity->code[0] && entity->kind != ENTITY_PERSON;
}

static struct owner nominal__owner(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    struct owner owner = {NULL, DOCUMENT_NONE};
    const uint32_t modifier = document->token_modifier[noun];
    if (modifier != DOCUMENT_NONE)
        owner.entity = &document->entities[document->mentions[modifier].entities[0]];
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const struct entity *const entity = entity_at(finder, child);
        const enum relation relation = document->tokens[child].relation;
        const bool beside = relation == RELATION_APPOS || relation == RELATION_FLAT || relation == RELATION_COMPOUND;
        if (!entity)
            continue;
        if (beside && (entity->kind == ENTITY_PERSON || entity->kind == ENTITY_NAME))
            owner.person = document->mentions[document->token_mention[child]].entities[0];
        else if (!owner.entity && nominal__gives_code(entity) &&
                 (relation == RELATION_AMOD || relation == RELATION_NMOD || relation == RELATION_COMPOUND ||
                  relation == RELATION_FLAT || relation == RELATION_APPOS || relation == RELATION_DET || relation == RELATION_OBL))
            owner.entity = entity;
    }
    const uint32_t head = document->tokens[noun].head;
    const enum relation relation = document->tokens[noun].relation;
    const struct entity *const above = head != DOCUMENT_NONE ? entity_at(finder, head) : NULL;
    if (owner.person == DOCUMENT_NONE && above && (above->kind == ENTITY_PERSON || above->kind == ENTITY_NAME) &&
        (relation == RELATION_APPOS || relation == RELATION_FLAT || relation == RELATION_COMPOUND || relation == RELATION_NMOD))
        owner.person = document->mentions[document->token_mention[head]].entities[0];
    const uint32_t next = noun + 1;
    if (owner.person == DOCUMENT_NONE && next < document->token_count && document->tokens[next].sentence == document->tokens[noun].sentence) {
        const struct entity *const follows = document->token_mention[next] != DOCUMENT_NONE ? entity_at(finder, next) : NULL;
        if (follows && (follows->kind == ENTITY_PERSON || follows->kind == ENTITY_NAME))
            owner.person = document->mentions[document->token_mention[next]].entities[0];
    }
    if (!owner.entity && noun > 0 && document->token_mention[noun - 1] != DOCUMENT_NONE &&
        document->mentions[document->token_mention[noun - 1]].kind == MENTION_ADJECTIVE)
        owner.entity = entity_at(finder, noun - 1);
    return owner;
}

static bool nominal__is_definite(const struct document *document, uint32_t noun)
{
    const uint32_t determiner = tree_determiner(document, noun);
    return determiner != DOCUMENT_NONE && (document->tokens[determiner].morphology.definite == DEFINITE_DEF ||
                                           document->tokens[determiner].morphology.definite == DEFINITE_NONE);
}

/* The entity of an earlier mention headed by the same noun, preferably one with a country. */
static uint32_t nominal__earlier(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    const char *const lemma = document->tokens[noun].lemma;
    uint32_t found = DOCUMENT_NONE;
    for (uint32_t m = (uint32_t)document->mention_count; lemma && m-- > 0;) {
        const struct mention *const mention = &document->mentions[m];
        const struct token *const head = &document->tokens[mention->head];
        if (mention->kind != MENTION_NOMINAL || mention->head >= noun || !head->lemma || !mention->entity_count)
            continue;
        const bool same = strcmp(head->lemma, lemma) == 0 || (head->compound_head && strcmp(head->compound_head, lemma) == 0);
        if (same && document->entities[mention->entities[0]].code[0])
            return mention->entities[0];
        if (same && found == DOCUMENT_NONE)
            found = mention->entities[0];
    }
    return found;
}

static struct token_range nominal__core(const struct document *document, uint32_t noun)
{
    uint32_t first = noun;
    while (first > 0 && document->tokens[first - 1].head == noun && document->tokens[first - 1].relation == RELATION_AMOD &&
           document->tokens[first - 1].sentence == document->tokens[noun].sentence)
        first--;
    return (struct token_range){first, noun + 1 - first};
}

/* A person beside an office has its code and sector, if its own are not known. */
static void nominal__inform(struct entity *person, const struct known_role *role, const struct entity *owner)
{
    if (person->kind == ENTITY_NAME)
        person->kind = ENTITY_PERSON;
    if (!person->code[0] && owner)
        memcpy(person->code, owner->code, sizeof person->code);
    if (person->sector == SECTOR_NONE || person->sector == SECTOR_UNK)
        person->sector = role->is_mouth && owner && owner->sector != SECTOR_NONE && owner->kind != ENTITY_COUNTRY ? owner->sector : role->sector;
}

static bool nominal__new(struct entity_finder *finder, uint32_t noun, const struct known_role *role, const struct entity *owner)
{
    struct document *const document = finder->document;
    const struct token_range core = nominal__core(document, noun);
    const uint32_t begin = document->tokens[core.first].span.begin_byte;
    const char *const text = arena_copy_string(document->arena, document->text + begin,
                                               document->tokens[noun].span.end_byte - begin, finder->error);
    char code[4] = "";
    const bool body = owner && owner->kind != ENTITY_COUNTRY && owner->kind != ENTITY_PLACE && owner->sector != SECTOR_NONE;
    const enum sector sector = role->is_mouth && (body || role->sector == SECTOR_UNK) && owner
                                   ? (owner->sector == SECTOR_UNK ? SECTOR_GOV : owner->sector) : role->sector;
    if (owner)
        memcpy(code, owner->code, sizeof code);
    uint32_t index;
    struct entity *const entity = text ? entity_add(finder, &index) : NULL;
    if (!entity)
        return false;
    entity->name = text;
    entity->kind = role->is_office ? ENTITY_OFFICE : ENTITY_GROUP;
    entity->sector = sector;
    entity->naming = role->naming;
    entity->why = role->why;
    memcpy(entity->code, code, sizeof code);
    return entity_mention(finder, core, noun, MENTION_NOMINAL, index);
}

/* The person who holds the office on the day of the report ("der iranische Präsident"), or DOCUMENT_NONE. */
static uint32_t nominal__holder(const struct entity_finder *finder, const struct token *noun, const char *code)
{
    const struct entity_knowledge *const knowledge = finder->knowledge;
    const int32_t day = finder->document->report.published_day;
    const char *const office = noun->compound_head ? noun->compound_head : noun->lemma;
    for (uint32_t i = 0; day != DAY_NONE && office && i < knowledge->name_count; i++) {
        const struct known_name *const name = &knowledge->names[i];
        if (name->kind == ENTITY_PERSON && name->office[0] && strcmp(name->code, code) == 0 &&
            name->from_day != DAY_NONE && name->from_day <= day && (name->to_day == DAY_NONE || day <= name->to_day) &&
            (strcmp(name->office, office) == 0 || (noun->lemma && strcmp(name->office, noun->lemma) == 0)))
            return i;
    }
    return DOCUMENT_NONE;
}

static bool nominal__pair(struct entity_finder *finder, uint32_t noun)
{
    struct document *const document = finder->document;
    const uint32_t first = entity_antecedent_country(finder, noun, DOCUMENT_NONE);
    const uint32_t second = first == DOCUMENT_NONE ? DOCUMENT_NONE : entity_antecedent_country(finder, noun, first);
    if (second == DOCUMENT_NONE)
        return true;
    uint32_t *const both = arena_take(document->arena, 2, sizeof *both, finder->error);
    if (!both || !entity_mention(finder, (struct token_range){noun, 1}, noun, MENTION_NOMINAL, first))
        return false;
    both[0] = second;
    both[1] = first;
    struct mention *const mention = &document->mentions[document->token_mention[noun]];
    mention->entities = both;
    mention->entity_count = 2;
    return true;
}

static bool nominal__role(struct entity_finder *finder, uint32_t noun, const struct known_role *role)
{
    struct document *const document = finder->document;
    const struct token *const token = &document->tokens[noun];
    const struct owner owner = nominal__owner(finder, noun);
    const bool plural = token->morphology.number == NUMBER_PLUR;
    if (owner.person != DOCUMENT_NONE && !plural) {
        struct entity *const person = &document->entities[owner.person];
        nominal__inform(person, role, owner.entity);
        return entity_mention(finder, (struct token_range){noun, 1}, noun, MENTION_NOMINAL, owner.person);
    }
    if (owner.entity && role->is_office && !plural && role->sector == SECTOR_GOV) {
        const uint32_t holder = nominal__holder(finder, token, owner.entity->code);
        const uint32_t entity = holder == DOCUMENT_NONE ? DOCUMENT_NONE : entity_of_name(finder, holder);
        if (holder != DOCUMENT_NONE)
            return entity != DOCUMENT_NONE && entity_mention(finder, nominal__core(document, noun), noun, MENTION_NOMINAL, entity);
    }
    if (owner.entity)
        return nominal__new(finder, noun, role, owner.entity);
    if (plural && (role->anaphor == ANAPHOR_PAIR || role->anaphor == ANAPHOR_COUNTRY))
        return nominal__pair(finder, noun);
    const bool definite = nominal__is_definite(document, noun);
    if (role->anaphor == ANAPHOR_PAIR)
        return true;
    uint32_t earlier = definite || plural ? nominal__earlier(finder, noun) : DOCUMENT_NONE;
    if (earlier == DOCUMENT_NONE && definite && !plural && role->anaphor == ANAPHOR_COUNTRY)
        earlier = entity_antecedent_country(finder, noun, DOCUMENT_NONE);
    if (earlier != DOCUMENT_NONE)
        return entity_mention(finder, nominal__core(document, noun), noun, MENTION_NOMINAL, earlier);
    const uint32_t country = definite && role->sector != SECTOR_CVL && role->sector != SECTOR_JRN && role->sector != SECTOR_REB &&
                                     role->naming == NAMING_OFFICE
                                 ? entity_antecedent_country(finder, noun, DOCUMENT_NONE) : DOCUMENT_NONE;
    return nominal__new(finder, noun, role, country == DOCUMENT_NONE ? NULL : &document->entities[country]);
}

/* From the inside out, so that "Sprecher des Nationalen Sicherheitsrats des Weißen Hauses" finds its body coded: a noun's
 * dependents that stand behind it come first. */
bool entity_find_nominals(struct entity_finder *finder)
{
    const struct document *const document = finder->document;
    for (size_t s = 0; s < document->sentence_count; s++) {
        const struct sentence *const sentence = &document->sentences[s];
        if (sentence->kind == PARAGRAPH_MARK)
            continue;
        for (uint32_t i = sentence->tokens.count; i-- > 0;) {
            const uint32_t noun = sentence->tokens.first + i;
            const struct known_role *const role = finder->covered[noun] || document->token_mention[noun] != DOCUMENT_NONE
                                                      ? NULL : entity_role(finder, &document->tokens[noun]);
            if (role && document->tokens[noun].upos != UPOS_ADJ && !nominal__role(finder, noun, role))
                return false;
        }
    }
    return true;
}
