/* entity/people.c: names that the tables do not have: people, and places after a preposition of place.
 *
 * A run of words that the parser calls names is one name; whether it is a place or a body the tagger tells (document.names); particles
 * inside it (Ursula von der Leyen, Jassir al-Atta) belong to it. A later surname alone is the person whose name ends with it. Code and
 * sector come from the office beside the name (nominal.c), or from a party or country in brackets behind it: Jürgen Trittin (Grüne). */
#include "base/utf8.h"
#include "entity/finder.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <string.h>

static bool people__is_capital(const char *form)
{
    size_t length;
    return *form && utf8_is_upper(utf8_decode(form, strlen(form), &length));
}

/* A word that the lexicon knows as a noun and as nobody's name: sentences and headlines begin with many that the parser takes for names. */
static bool people__is_common(const struct token *token)
{
    bool noun = false;
    for (size_t i = 0; i < token->analysis_count; i++) {
        const struct analysis *const analysis = &token->analyses[i];
        if (analysis->word_class == WORD_NAME || (analysis->flags & (ANALYSIS_FIRST_NAME | ANALYSIS_SURNAME)))
            return false;
        noun = noun || (analysis->word_class != WORD_NONE && (!(analysis->flags & ANALYSIS_GUESSED) || token->compound_head));
    }
    return noun;
}

/* "Selenskyj", "al-Atta" */
static bool people__is_name_word(const struct entity_finder *finder, uint32_t token)
{
    const struct token *const at = &finder->document->tokens[token];
    const char *const hyphen = strchr(at->form, '-');
    return at->upos == UPOS_PROPN && strlen(at->form) > 1 && !finder->covered[token] && !finder->measured[token] &&
           finder->document->token_item[token] == DOCUMENT_NONE && finder->document->token_mention[token] == DOCUMENT_NONE && !entity_role(finder, at) &&
           (people__is_capital(at->form) || (hyphen && people__is_capital(hyphen + 1)));
}

/* Whether a run of names may begin here, or go on after its first word: common nouns are surnames only after another word of the name. */
static bool people__begins(const struct entity_finder *finder, uint32_t token)
{
    return people__is_name_word(finder, token) && !people__is_common(&finder->document->tokens[token]);
}

static bool people__goes_on(const struct entity_finder *finder, uint32_t token)
{
    const struct token *const at = &finder->document->tokens[token];
    return people__is_name_word(finder, token) &&
           (!people__is_common(at) || lexicon_has_flag(at - 1, ANALYSIS_FIRST_NAME) || at[-1].analysis_count == 0);
}

/* "von", "der", "al" between two words of a name. */
static bool people__is_particle(const struct entity_finder *finder, uint32_t token, uint32_t first)
{
    const struct token *const at = &finder->document->tokens[token];
    return token > first && !finder->covered[token] && (at->upos == UPOS_PROPN || at->relation == RELATION_FLAT) &&
           at->contraction_part == 0 && utf8_is_letter((unsigned char)at->form[0]);
}

/* How many words from token on the tagger takes for one person, 0 if they are anything else too: "Adel Abdel Mahdi", whose first word is a noun. */
static uint32_t people__tagged_length(const struct entity_finder *finder, uint32_t token)
{
    const struct document *const document = finder->document;
    const struct name *const tagged = entity_tagged(finder, token);
    if (!tagged || tagged->kind != NAME_PERSON || tagged->tokens.first != token || tagged->tokens.count < 2)
        return 0;
    for (uint32_t i = token; i < token + tagged->tokens.count; i++)
        if (finder->covered[i] || finder->measured[i] || document->token_item[i] != DOCUMENT_NONE || document->token_mention[i] != DOCUMENT_NONE ||
            entity_role(finder, &document->tokens[i]) || document->tokens[i].upos == UPOS_PUNCT)
            return 0;
    return people__is_capital(document->tokens[token].form) ? tagged->tokens.count : 0;
}

/* How many words of a name begin here. */
static uint32_t people__length(const struct entity_finder *finder, uint32_t token, uint32_t end)
{
    enum { PARTICLES_AT_MOST = 2 };
    const uint32_t tagged = people__tagged_length(finder, token);
    if (!tagged && !people__begins(finder, token))
        return 0;
    uint32_t count = tagged ? tagged : 1;
    while (token + count < end) {
        uint32_t next = token + count;
        while (next < end && next < token + count + PARTICLES_AT_MOST && !people__is_name_word(finder, next) &&
               people__is_particle(finder, next, token))
            next++;
        if (next >= end || !people__goes_on(finder, next))
            break;
        count = next + 1 - token;
    }
    return count;
}

/* Whether the rest of a name is that of one whose surname comes first: "Ching-te" of Lai Ching-te, "Tae Yul" of Cho Tae Yul. */
static bool people__is_given_name(const char *rest)
{
    enum { LONGEST_SYLLABLE = 5 };
    const char *const hyphen = strchr(rest, '-'), *const space = strchr(rest, ' ');
    if (hyphen)
        return hyphen[1] >= 'a' && hyphen[1] <= 'z';
    return space && space - rest <= LONGEST_SYLLABLE && strlen(space + 1) <= LONGEST_SYLLABLE && people__is_capital(rest) && people__is_capital(space + 1);
}

/* Whether a name of the report is this word alone or, for people, ends with it; an s of the genitive aside. */
static bool people__is_called(const struct entity *entity, const char *text, size_t length, bool whole)
{
    const size_t name_length = strlen(entity->name);
    for (size_t cut = 0; cut < 2; cut++) {
        const size_t key = cut && length > 3 && text[length - 1] == 's' ? length - 1 : length;
        if (!whole && entity->kind == ENTITY_PERSON && name_length > key && entity->name[key] == ' ' && memcmp(entity->name, text, key) == 0 &&
            people__is_given_name(entity->name + key + 1))
            return true;
        if (name_length < key || memcmp(entity->name + name_length - key, text, key) != 0)
            continue;
        if (name_length == key || (!whole && entity->kind == ENTITY_PERSON && entity->name[name_length - key - 1] == ' '))
            return true;
    }
    return false;
}

/* An earlier entity of this name, or the person whose surname it is, or DOCUMENT_NONE. */
static uint32_t people__earlier(const struct document *document, struct token_range range)
{
    const struct token *const last = &document->tokens[range.first + range.count - 1];
    const uint32_t begin = document->tokens[range.first].span.begin_byte;
    for (size_t i = document->entity_count; i-- > 0;) {
        const struct entity *const entity = &document->entities[i];
        const bool unknown = strcmp(entity->why, "name") == 0;
        const bool may_be_same = range.count == 1 || entity->name[0] == document->text[begin];     /* not Herta Müller for Angela Müller */
        if ((unknown && people__is_called(entity, document->text + begin, last->span.end_byte - begin, true)) ||
            (may_be_same && entity->kind == ENTITY_PERSON && people__is_called(entity, last->form, strlen(last->form), false)))
            return (uint32_t)i;
    }
    return DOCUMENT_NONE;
}

static const char *people__text(struct entity_finder *finder, struct token_range range)
{
    const struct document *const document = finder->document;
    const struct token *const last = &document->tokens[range.first + range.count - 1];
    const uint32_t begin = document->tokens[range.first].span.begin_byte;
    size_t length = last->span.end_byte - begin;
    if (length > 4 && document->text[last->span.end_byte - 1] == 's' && last->morphology.grammatical_case == CASE_GEN)
        length--;
    return arena_copy_string(document->arena, document->text + begin, length, finder->error);
}

/* Whether the tagger sees one name of this kind in all of the words. */
static bool people__is_all(const struct entity_finder *finder, struct token_range range, enum name_kind kind)
{
    for (uint32_t i = range.first; i < range.first + range.count; i++) {
        const struct name *const name = entity_tagged(finder, i);
        if (!name || name->kind != kind)
            return false;
    }
    return true;
}

/* "in Askalon", but not "in Müller"; what the tagger calls a place, unless a noun before it tells what it is ("Sender Al-Hadath"). */
static bool people__is_place(const struct entity_finder *finder, struct token_range range)
{
    const struct document *const document = finder->document;
    const struct token *const before = range.first > 0 ? &document->tokens[range.first - 1] : NULL;
    const bool described = before && before->sentence == document->tokens[range.first].sentence && before->upos == UPOS_NOUN;
    if (!described && people__is_all(finder, range, NAME_LOCATION))
        return true;
    if (!before || !before->lemma || before->upos != UPOS_ADP || before->sentence != document->tokens[range.first].sentence)
        return false;
    const struct string_map_hit hit = string_map_find(finder->knowledge->prepositions, before->lemma, strlen(before->lemma));
    return hit.found && (hit.value & PREPOSITION_IS_PLACE) &&
           !lexicon_has_flag(&document->tokens[range.first], ANALYSIS_FIRST_NAME | ANALYSIS_SURNAME);
}

static bool people__new(struct entity_finder *finder, struct token_range range, uint32_t *index)
{
    const char *const name = people__text(finder, range);
    struct entity *const made = name ? entity_add(finder, index) : NULL;
    if (!made)
        return false;
    const bool place = people__is_place(finder, range);
    const bool body = !place && range.count != 2 && people__is_all(finder, range, NAME_ORGANISATION);     /* two words are mostly a person */
    made->kind = place ? ENTITY_PLACE : body ? ENTITY_ORGANISATION : range.count > 1 ? ENTITY_PERSON : ENTITY_NAME;
    made->sector = place ? SECTOR_UNK : SECTOR_NONE;
    made->precision = place ? PRECISION_CITY : PRECISION_NONE;
    made->naming = place || body ? NAMING_OFFICE : NAMING_PERSON;
    made->why = "name";
    made->name = name;
    return true;
}

/* "(CDU)", "(Russland)" behind a name. */
static void people__bracket(struct entity_finder *finder, uint32_t after, uint32_t entity)
{
    const struct document *const document = finder->document;
    struct entity *const person = &document->entities[entity];
    if (after + 2 >= document->token_count || strcmp(document->tokens[after].form, "(") != 0 || person->kind == ENTITY_PLACE ||
        strcmp(document->tokens[after + 2].form, ")") != 0 || document->tokens[after + 2].sentence != document->tokens[after].sentence)
        return;
    const struct entity *const told = entity_at(finder, after + 1);
    if (!told || person->code[0])
        return;
    memcpy(person->code, told->code, sizeof person->code);
    if (person->sector == SECTOR_NONE && told->kind == ENTITY_ORGANISATION)
        person->sector = told->sector;
}

/* "John Sifton von Human Rights Watch" */
static void people__of_body(struct entity_finder *finder, uint32_t after, uint32_t entity)
{
    const struct document *const document = finder->document;
    struct entity *const person = &document->entities[entity];
    const struct token *const at = after + 1 < document->token_count ? &document->tokens[after] : NULL;
    if (!at || at->upos != UPOS_ADP || !at->lemma || person->code[0] || person->kind != ENTITY_PERSON)
        return;
    const struct string_map_hit hit = string_map_find(finder->knowledge->prepositions, at->lemma, strlen(at->lemma));
    const uint32_t name = after + (document->tokens[after + 1].upos == UPOS_DET ? 2 : 1);
    if (!hit.found || !(hit.value & PREPOSITION_IS_OWNER) || name >= document->token_count || document->tokens[name].sentence != at->sentence)
        return;
    const struct entity *const body = finder->name_mention[name] == DOCUMENT_NONE
                                          ? NULL : &document->entities[document->mentions[finder->name_mention[name]].entities[0]];
    if (!body || body->kind != ENTITY_ORGANISATION)
        return;
    memcpy(person->code, body->code, sizeof person->code);
    person->sector = person->sector == SECTOR_NONE ? body->sector : person->sector;
}

/* "Jemaah Islamiyah (JI)": a short form in brackets is of the body that is named right before. */
static void people__short_form(struct entity_finder *finder, struct token_range range, uint32_t entity)
{
    const struct document *const document = finder->document;
    const uint32_t after = range.first + range.count;
    if (range.first < 2 || after >= document->token_count || document->tokens[range.first - 2].sentence != document->tokens[range.first].sentence ||
        strcmp(document->tokens[range.first - 1].form, "(") != 0 || strcmp(document->tokens[after].form, ")") != 0)
        return;
    const uint32_t mention = finder->name_mention[range.first - 2];
    struct entity *const made = &document->entities[entity];
    const struct entity *const body = mention == DOCUMENT_NONE ? NULL : &document->entities[document->mentions[mention].entities[0]];
    if (!body || body->kind != ENTITY_ORGANISATION || made->code[0] || made->kind == ENTITY_PLACE || made->kind == ENTITY_PERSON)
        return;
    memcpy(made->code, body->code, sizeof made->code);
    made->kind = body->kind;
    made->sector = body->sector;
    made->naming = body->naming;
}

static bool people__mention(struct entity_finder *finder, struct token_range range, uint32_t entity)
{
    const struct document *const document = finder->document;
    uint32_t head = range.first;
    for (uint32_t i = range.first; i < range.first + range.count; i++) {
        const struct token *const token = &document->tokens[i];
        if (token->head == DOCUMENT_NONE || token->head < range.first || token->head >= range.first + range.count)
            head = i;
    }
    people__bracket(finder, range.first + range.count, entity);
    people__short_form(finder, range, entity);
    people__of_body(finder, range.first + range.count, entity);
    return entity_mention(finder, range, head, MENTION_NAME, entity);
}

/* Words right before a surname of the tables: another spelling of the first name (Wladimir, Vladimir), else someone else (Jeb Bush). */
static bool people__before_surname(struct entity_finder *finder, struct token_range range, uint32_t surname)
{
    struct document *const document = finder->document;
    struct mention *const mention = &document->mentions[surname];
    const uint32_t known = mention->entities[0];
    const bool alone = mention->tokens.count == 1 && document->tokens[range.first].form[0] != document->entities[known].name[0];
    if (!alone)
        return people__mention(finder, range, known);
    const struct token_range whole = {range.first, range.count + 1};
    uint32_t *const other = arena_take(document->arena, 1, sizeof *other, finder->error);
    if (!other)
        return false;
    *other = people__earlier(document, whole);
    if (*other == DOCUMENT_NONE && !people__new(finder, whole, other))
        return false;
    mention->entities = other;
    return people__mention(finder, range, *other);
}

static bool people__name(struct entity_finder *finder, struct token_range range)
{
    const struct document *const document = finder->document;
    const uint32_t after = range.first + range.count;
    uint32_t entity = people__earlier(document, range);
    const uint32_t known = after < document->token_count && document->tokens[after].sentence == document->tokens[range.first].sentence
                               ? finder->name_mention[after] : DOCUMENT_NONE;
    if (known != DOCUMENT_NONE && document->mentions[known].tokens.first == after &&
        document->entities[document->mentions[known].entities[0]].kind == ENTITY_PERSON)
        return people__before_surname(finder, range, known);
    if (entity == DOCUMENT_NONE && !people__new(finder, range, &entity))
        return false;
    return people__mention(finder, range, entity);
}
/* By a first name's analyses; GENDER_NONE: it is none, or anyone's. */
static uint8_t people__gender(const struct analysis *analyses, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if ((analyses[i].flags & ANALYSIS_FIRST_NAME) && analyses[i].morphology.gender)
            return analyses[i].morphology.gender;
    return GENDER_NONE;
}

/* Gender of the people in this name by its first name, of those that the tables know by that of their whole name: "Merkel" is Angela Merkel. */
static bool people__note_gender(struct entity_finder *finder, const struct mention *mention)
{
    const struct entity *const person = &finder->document->entities[mention->entities[0]];
    const struct token *const first = &finder->document->tokens[mention->tokens.first];
    const size_t length = person->name ? strcspn(person->name, " ") : 0;
    const struct analysis *analyses = NULL;
    size_t count = 0;
    if (person->kind != ENTITY_PERSON)
        return true;
    entity_set_gender(finder, mention->entities[0], people__gender(first->analyses, first->analysis_count));
    if (finder->notes[mention->entities[0]].gender || !length || !person->name[length])
        return true;
    if (!lexicon_lookup(finder->knowledge->lexicon, person->name, length, finder->document->arena, &analyses, &count, finder->error))
        return false;
    entity_set_gender(finder, mention->entities[0], people__gender(analyses, count));
    return true;
}

bool entity_find_people(struct entity_finder *finder)
{
    const struct document *const document = finder->document;
    for (size_t s = 0; s < document->sentence_count; s++) {
        const struct sentence *const sentence = &document->sentences[s];
        const uint32_t end = sentence->tokens.first + sentence->tokens.count;
        if (sentence->kind == PARAGRAPH_MARK)
            continue;
        for (uint32_t token = sentence->tokens.first; token < end;) {
            const uint32_t count = people__length(finder, token, end);
            if (count && !people__name(finder, (struct token_range){token, count}))
                return false;
            token += count ? count : 1;
        }
    }
    for (size_t m = 0; m < document->mention_count; m++)
        if (document->mentions[m].kind == MENTION_NAME && !people__note_gender(finder, &document->mentions[m]))
            return false;
    return true;
}
