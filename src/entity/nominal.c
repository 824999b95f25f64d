/* entity/nominal.c: people, bodies and places that are named by what they are.
 *
 * A noun of roles.tsv gets its country from what stands with it: the first part of its compound (US-Präsident), an adjective of nationality
 * (russische Soldaten), a genitive or a phrase with von, in, aus (die Regierung in Teheran), a possessive (seine Truppen), a name beside it
 * (Präsident Wladimir Putin, Terrororganisation Hamas). Without any of these a definite one is who was called so before, else it belongs
 * to the country that the report speaks of (focus.c), as the role's column "bare" says. */
#include "base/utf8.h"
#include "entity/country.h"
#include "entity/finder.h"
#include "entity/owner.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <stdio.h>
#include <string.h>

enum { SENTENCES_REMEMBERED = 8, SENTENCES_OF_CITY = 3, SENTENCES_OF_BODY = 4 };

/* A noun that is being resolved. */
struct nominal {
    uint32_t token;
    const struct known_role *role;
    struct owner owner;
    bool plural, definite, former, other;    /* former: "der frühere"; other: "der künftige", "der stellvertretende" */
    bool several, international;             /* "westliche", "internationale" */
    bool own, local;                         /* "eigene", "dortige" */
    const struct known_region *region;       /* "westafrikanische", NULL: none */
};

static bool nominal__is_place(const struct known_role *role)
{
    return role->kind == ROLE_KIND_CITY || role->kind == ROLE_KIND_REGION || role->kind == ROLE_KIND_SITE;
}

static enum place_precision nominal__precision(const struct known_role *role)
{
    return role->kind == ROLE_KIND_CITY ? PRECISION_CITY : role->kind == ROLE_KIND_REGION ? PRECISION_REGION : PRECISION_SITE;
}

/* Notes who is now called so, by the whole word and by its head (Außenminister, Minister). */
static void nominal__remember(struct entity_finder *finder, const struct nominal *nominal, uint32_t entity)
{
    const struct entity_knowledge *const knowledge = finder->knowledge;
    const struct token *const token = &finder->document->tokens[nominal->token];
    if (nominal->plural && nominal->role->kind == ROLE_KIND_OFFICE)
        return;
    finder->role_entity[nominal->role - knowledge->roles] = (struct remembered){entity, token->sentence};
    const struct string_map_hit hit = token->compound_head ? string_map_find(knowledge->role_lemmas, token->compound_head,
                                                                             strlen(token->compound_head))
                                                           : (struct string_map_hit){0};
    if (hit.found)
        finder->role_entity[hit.value] = (struct remembered){entity, token->sentence};
}

static bool nominal__mention(struct entity_finder *finder, const struct nominal *nominal, struct token_range range, uint32_t entity)
{
    nominal__remember(finder, nominal, entity);
    return entity_mention(finder, range, nominal->token, MENTION_NOMINAL, entity);
}

static struct token_range nominal__core(const struct document *document, uint32_t noun)
{
    uint32_t first = noun;
    while (first > 0 && document->tokens[first - 1].head == noun && document->tokens[first - 1].relation == RELATION_AMOD &&
           tree_first_child(document, first - 1) == DOCUMENT_NONE && document->tokens[first - 1].sentence == document->tokens[noun].sentence)
        first--;
    return (struct token_range){first, noun + 1 - first};
}

/* The sector of a new one: who speaks for a body has the body's. */
static enum sector nominal__sector(const struct known_role *role, const struct entity *owner)
{
    const bool body = owner && owner->kind != ENTITY_COUNTRY && owner->kind != ENTITY_PLACE && owner->sector != SECTOR_NONE;
    if (!role->is_mouth || !owner || (!body && role->sector != SECTOR_UNK))
        return role->sector;
    return owner->sector == SECTOR_UNK || owner->sector == SECTOR_NONE ? SECTOR_GOV : owner->sector;
}

/* What a name beside the noun learns from it. */
static void nominal__inform(struct entity_finder *finder, const struct nominal *nominal, struct entity *named)
{
    const struct known_role *const role = nominal->role;
    const struct entity *const owner = nominal->owner.count ? nominal->owner.entities[0] : NULL;
    const char *const code = owner ? owner->code : named->code[0] ? "" : focus_code(finder, nominal->token, role);
    const bool is_body = role->kind == ROLE_KIND_BODY && strcmp(named->why, "name") == 0 &&
                         !finder->notes[named - finder->document->entities].gender;           /* no first name */
    if (named->kind == ENTITY_NAME || is_body) {
        named->kind = nominal__is_place(role) ? ENTITY_PLACE : role->kind == ROLE_KIND_BODY ? ENTITY_ORGANISATION : ENTITY_PERSON;
        named->naming = role->kind == ROLE_KIND_BODY || nominal__is_place(role) ? NAMING_OFFICE : NAMING_PERSON;
    }
    if (!named->code[0] && strcmp(named->why, "name") == 0)         /* the tables know of others that they are nobody's */
        (void)snprintf(named->code, sizeof named->code, "%s", code);
    if (named->kind == ENTITY_PLACE && !named->place_country[0]) {
        memcpy(named->place_country, named->code, sizeof named->place_country);
        named->precision = nominal__precision(role);
    }
    if (named->sector == SECTOR_NONE || named->sector == SECTOR_UNK)
        named->sector = nominal__is_place(role) ? SECTOR_UNK : nominal__sector(role, owner);
    if (named->kind == ENTITY_PERSON)
        entity_set_gender(finder, (uint32_t)(named - finder->document->entities),
                          finder->document->tokens[nominal->token].morphology.gender);
}

static bool nominal__make(struct entity_finder *finder, const struct nominal *nominal, const struct entity *owner, const char *code,
                          uint32_t *index)
{
    struct document *const document = finder->document;
    const struct known_role *const role = nominal->role;
    const struct token_range core = nominal__core(document, nominal->token);
    const uint32_t begin = document->tokens[core.first].span.begin_byte;
    const enum sector sector = nominal__sector(role, owner);
    const char *const text = arena_copy_string(document->arena, document->text + begin,
                                               document->tokens[nominal->token].span.end_byte - begin, finder->error);
    struct entity *const entity = text ? entity_add(finder, index) : NULL;
    if (!entity)
        return false;
    entity->name = text;
    entity->kind = nominal__is_place(role) ? ENTITY_PLACE : role->kind == ROLE_KIND_OFFICE ? ENTITY_OFFICE : ENTITY_GROUP;
    entity->sector = nominal->former && sector == SECTOR_GOV ? SECTOR_ELI : sector;
    entity->naming = role->naming;
    entity->why = role->why;
    (void)snprintf(entity->code, sizeof entity->code, "%s", code);
    if (nominal__is_place(role)) {
        memcpy(entity->place_country, entity->code, sizeof entity->place_country);
        entity->precision = nominal__precision(role);
    }
    return true;
}

/* One new entity for each owner: "russische und syrische Truppen". */
static bool nominal__owned(struct entity_finder *finder, const struct nominal *nominal)
{
    struct document *const document = finder->document;
    const struct owner *const owner = &nominal->owner;
    uint32_t made[OWNERS_MOST];
    for (size_t i = 0; i < owner->count; i++) {
        char code[4];
        const struct entity copy = *owner->entities[i];          /* the list may move */
        memcpy(code, copy.code, sizeof code);
        if (!nominal__make(finder, nominal, &copy, code, &made[i]))
            return false;
    }
    uint32_t *const all = arena_take(document->arena, owner->count, sizeof *all, finder->error);
    if (!all)
        return false;
    memcpy(all, made, owner->count * sizeof *all);
    nominal__remember(finder, nominal, made[0]);
    return entity_mention_all(finder, nominal__core(document, nominal->token), nominal->token, MENTION_NOMINAL, all, owner->count);
}

/* The person who holds the office on the day of the report ("der iranische Präsident"), or DOCUMENT_NONE. */
static uint32_t nominal__holder(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct entity_knowledge *const knowledge = finder->knowledge;
    const int32_t day = finder->document->report.published_day;
    char key[PHRASE_BYTES_AT_MOST];
    const int length = snprintf(key, sizeof key, "%s %s", nominal->owner.entities[0]->code, nominal->role->lemma);
    if (day == DAY_NONE || length < 0 || (size_t)length >= sizeof key)
        return DOCUMENT_NONE;
    if (!focus_is_country(nominal->owner.entities[0]->code))
        return DOCUMENT_NONE;    /* organisations have one code in common */
    for (struct string_map_hit hit = string_map_find(knowledge->holders, key, (size_t)length); hit.found;
         hit = string_map_next(knowledge->holders, hit)) {
        const struct known_name *const name = &knowledge->names[hit.value];
        if (name->from_day != DAY_NONE && name->from_day <= day && (name->to_day == DAY_NONE || day <= name->to_day))
            return hit.value;
    }
    return DOCUMENT_NONE;
}

/* "die Organisationen Campact und Attac": all whose names stand beside the noun; *done false: they are not several. */
static bool nominal__list(struct entity_finder *finder, const struct nominal *nominal, bool *done)
{
    struct document *const document = finder->document;
    uint32_t found[OWNERS_MOST];
    size_t count = 0;
    const uint32_t first = tree_first_conjunct(document, nominal->owner.beside_token);
    for (uint32_t next = first; next != DOCUMENT_NONE && count < OWNERS_MOST;
         next = next == first ? tree_next_conjunct(document, first) : tree_next_conjunct(document, next)) {
        const struct entity *const entity = entity_at(finder, next);
        if (entity && document->mentions[document->token_mention[next]].kind == MENTION_NAME && owner_describes(nominal->role, entity))
            found[count++] = document->mentions[document->token_mention[next]].entities[0];
    }
    *done = count > 1;
    uint32_t *const all = *done ? arena_take(document->arena, count, sizeof *all, finder->error) : NULL;
    if (!all)
        return !*done;
    for (size_t i = 0; i < count; i++)
        nominal__inform(finder, nominal, &document->entities[all[i] = found[i]]);
    return entity_mention_all(finder, (struct token_range){nominal->token, 1}, nominal->token, MENTION_NOMINAL, all, count);
}

static bool nominal__pair(struct entity_finder *finder, const struct nominal *nominal)
{
    uint32_t *const both = arena_take(finder->document->arena, 2, sizeof *both, finder->error);
    if (!both)
        return false;
    return !entity_antecedent_pair(finder, nominal->token, both) ||
           entity_mention_all(finder, (struct token_range){nominal->token, 1}, nominal->token, MENTION_NOMINAL, both, 2);
}

/* The city named last, for "die Stadt". */
static uint32_t nominal__city(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[noun].sentence;
    for (uint32_t token = noun; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_CITY;) {
        const struct entity *const entity = entity_at(finder, token);
        if (entity && entity->kind == ENTITY_PLACE && entity->precision == PRECISION_CITY &&
            document->mentions[document->token_mention[token]].kind == MENTION_NAME)
            return document->mentions[document->token_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

/* The countries of an adjective: "das westafrikanische Land" is one of these. */
static struct focus_limits nominal__limits(const struct nominal *nominal)
{
    return (struct focus_limits){.allowed = nominal->region ? nominal->region->codes : NULL,
                                 .allowed_count = nominal->region ? nominal->region->code_count : 0};
}

/* The country of "das Land", made known if the report has not named it itself. */
static uint32_t nominal__country(struct entity_finder *finder, const struct nominal *nominal)
{
    struct focus_limits limits = nominal__limits(nominal);
    country_limit(finder, nominal->token, nominal->role->bare == BARE_ABROAD, &limits);
    struct known_role role = *nominal->role;
    if (country_is_scene(finder, nominal->token) && role.bare == BARE_POWER) {
        role.anaphor = ANAPHOR_NONE;
        role.bare = BARE_SCENE;
    }
    const char *const code = focus_code_within(finder, nominal->token, &role, &limits);
    const struct string_map_hit hit = string_map_find(finder->knowledge->countries, code, strlen(code));
    return code[0] && hit.found ? entity_of_name(finder, hit.value) : DOCUMENT_NONE;
}

/* Whether a body can be called so: by its sector; "das Gremium" is any of states, "die Organisation" any that is no firm or medium. */
static bool nominal__may_be_called(const struct known_role *role, const struct entity *body)
{
    const enum sector sector = body->sector;
    if (sector == role->sector)
        return role->sector != SECTOR_GOV || role->anaphor == ANAPHOR_BODY;
    if ((role->sector == SECTOR_REB || role->sector == SECTOR_PRM) && (sector == SECTOR_REB || sector == SECTOR_PRM))
        return true;
    if (role->anaphor != ANAPHOR_BODY)
        return false;
    return role->sector == SECTOR_GOV ? sector == SECTOR_MIL || sector == SECTOR_LEG || sector == SECTOR_JUD
                                      : sector != SECTOR_JRN && sector != SECTOR_BUS && sector != SECTOR_LEG && sector != SECTOR_NONE;
}

/* Does the name as it was written end with the noun: "der Ministerrat" after EU-Ministerrat? The first letter may be small there. */
static bool nominal__ends_name(const struct entity_finder *finder, const struct known_role *role, uint32_t token)
{
    const struct token_range range = finder->document->mentions[finder->name_mention[token]].tokens;
    const struct token *const last = &finder->document->tokens[range.first + range.count - 1];
    const char *const word = last->lemma ? last->lemma : last->form;
    const size_t length = strlen(word), noun = strlen(role->lemma);
    size_t first;
    (void)utf8_decode(role->lemma, noun, &first);
    return length >= noun && noun > first + 2 && strcmp(word + length - (noun - first), role->lemma + first) == 0;
}

/* The body named last that "die Organisation", "das Blatt" can stand for, or that has the noun in its name. */
static uint32_t nominal__body(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    if (nominal->role->kind != ROLE_KIND_BODY || nominal->plural)
        return DOCUMENT_NONE;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_REMEMBERED;) {
        const struct entity *const entity = finder->name_mention[token] == DOCUMENT_NONE ? NULL : entity_at(finder, token);
        const bool near = sentence - document->tokens[token].sentence <= SENTENCES_OF_BODY;
        if (entity && entity->kind == ENTITY_ORGANISATION && entity->code[0] &&
            (nominal__ends_name(finder, nominal->role, token) || (near && nominal__may_be_called(nominal->role, entity))))
            return document->mentions[finder->name_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

/* A definite noun that stands for someone named before, DOCUMENT_NONE: nobody. */
static uint32_t nominal__earlier(struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const struct remembered known = finder->role_entity[nominal->role - finder->knowledge->roles];
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    if (!nominal->definite)
        return DOCUMENT_NONE;
    if (nominal->role->anaphor == ANAPHOR_COUNTRY)
        return nominal->plural ? DOCUMENT_NONE : nominal__country(finder, nominal);
    if (nominal->role->kind == ROLE_KIND_CITY && !nominal->plural && !document->tokens[nominal->token].compound_head) {
        const uint32_t city = nominal__city(finder, nominal->token);
        if (city != DOCUMENT_NONE)
            return city;
    }
    const uint32_t body = nominal__body(finder, nominal);
    if (body != DOCUMENT_NONE)
        return body;
    const bool fresh = known.entity != DOCUMENT_NONE && sentence - known.sentence <= SENTENCES_REMEMBERED;
    return fresh && document->entities[known.entity].code[0] && !nominal->region ? known.entity : DOCUMENT_NONE;
}

/* Nobody who was called so before: the adjective tells of others. */
static bool nominal__is_new(const struct nominal *nominal)
{
    return nominal->former || nominal->other || nominal->several || nominal->international;
}

/* Whose is what several countries have in common: "internationale Truppen" are of an organisation of states, "internationale Medien" nobody's. */
static const char *nominal__shared_code(const struct nominal *nominal)
{
    const enum sector sector = nominal->role->sector;
    const bool of_states = sector == SECTOR_GOV || sector == SECTOR_MIL || sector == SECTOR_JUD;
    return nominal->role->bare == BARE_CODES ? nominal->role->codes[0] : nominal->international && of_states ? "IGO" : "";
}

/* "die baltischen Staaten": all of them; *done false: the adjective does not tell so. */
static bool nominal__region(struct entity_finder *finder, const struct nominal *nominal, bool *done)
{
    const struct known_region *const region = nominal->region;
    *done = region && region->is_all && nominal->plural && nominal->role->anaphor == ANAPHOR_COUNTRY;
    uint32_t *const all = *done ? arena_take(finder->document->arena, region->code_count, sizeof *all, finder->error) : NULL;
    size_t count = 0;
    for (size_t i = 0; all && i < region->code_count; i++) {
        const struct string_map_hit hit = string_map_find(finder->knowledge->countries, region->codes[i], strlen(region->codes[i]));
        if (hit.found && (all[count++] = entity_of_name(finder, hit.value)) == DOCUMENT_NONE)
            return false;
    }
    return !*done || (all && entity_mention_all(finder, nominal__core(finder->document, nominal->token), nominal->token, MENTION_NOMINAL, all, count));
}

/* Is the noun, or what it is part of ("zwei Flugzeuge der Luftwaffe"), what a verb of senders.tsv has its subject send? */
static bool nominal__is_sent(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    while (document->tokens[noun].relation == RELATION_NMOD && tree_head(document, noun) != DOCUMENT_NONE && !tree_is_clause(document, noun))
        noun = tree_head(document, noun);
    const enum relation relation = document->tokens[noun].relation;
    const bool second = relation == RELATION_NSUBJ && tree_subject(document, tree_head(document, noun)) != noun;     /* an object that the parse takes for one */
    const uint32_t verb = relation == RELATION_OBJ || second ? tree_head(document, noun) : DOCUMENT_NONE;
    const char *const lemma = verb == DOCUMENT_NONE ? NULL : document->tokens[verb].verb_lemma;
    const struct string_map_hit hit = lemma ? string_map_find(finder->knowledge->senders, lemma, strlen(lemma)) : (struct string_map_hit){0};
    return hit.found && hit.value == VERB_SENDS;
}

/* The country of the place named last, in this sentence or the one before: "In Addis Abeba … das dortige Außenministerium"; "": none. */
static const char *nominal__place_before(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    for (uint32_t token = noun; token-- > 0 && document->tokens[noun].sentence - document->tokens[token].sentence <= 1;) {
        const struct entity *const place = finder->name_mention[token] == DOCUMENT_NONE ? NULL : entity_at(finder, token);
        if (place && (place->kind == ENTITY_PLACE || place->kind == ENTITY_COUNTRY) && place->code[0] &&
            (place->kind == ENTITY_PLACE || (entity_preposition(finder, token) & PREPOSITION_IS_PLACE)))
            return place->code;
    }
    return "";
}

/* Whose its own a noun is: the subject's, or of who was spoken of last; "": it is nobody's own. */
static const char *nominal__own_code(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const bool acts = nominal->role->kind != ROLE_KIND_CITY && nominal->role->kind != ROLE_KIND_REGION && nominal->role->kind != ROLE_KIND_SITE &&
                      nominal->role->bare != BARE_FREE && nominal->role->bare != BARE_CODES && nominal->role->sector != SECTOR_CVL;
    if (nominal->local)
        return nominal__place_before(finder, nominal->token);
    if (!nominal->own && !(acts && nominal__is_sent(finder, nominal->token)))
        return "";
    const uint32_t subject = tree_subject(document, tree_clause(document, nominal->token));
    const bool is_subject = subject == DOCUMENT_NONE || tree_is_inside(document, nominal->token, subject);
    const struct entity *const owner = is_subject ? NULL : entity_at(finder, subject);
    return owner ? owner->code : is_subject && nominal->own ? finder->focus.subject : "";
}

/* The body named last, if it is an organisation of states (of_states) or any but a medium; DOCUMENT_NONE: none is near. */
static uint32_t nominal__last_body(const struct entity_finder *finder, uint32_t noun, bool of_states)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[noun].sentence;
    for (uint32_t token = noun; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_REMEMBERED;) {
        const struct entity *const entity = finder->name_mention[token] == DOCUMENT_NONE ? NULL : entity_at(finder, token);
        if (entity && entity->kind == ENTITY_ORGANISATION && entity->sector != SECTOR_JRN && entity->sector != SECTOR_NONE &&
            (!of_states || strcmp(entity->code, "IGO") == 0))
            return document->mentions[finder->name_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

/* "Die Mitglieder" are those of the body named last, "die Außenminister" those of the organisation of states; else of no one country. */
static bool nominal__shared(struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const bool of_another = tree_child(document, nominal->token, RELATION_NMOD) != DOCUMENT_NONE ||
                            (nominal->role->is_member && document->tokens[nominal->token].compound_head);
    const uint32_t body = of_another ? DOCUMENT_NONE : nominal__last_body(finder, nominal->token, nominal->role->is_single);
    const char *code = nominal->role->is_single ? "" : focus_code(finder, nominal->token, nominal->role);
    struct entity owner;
    if (body != DOCUMENT_NONE) {
        owner = document->entities[body];                /* the list may move */
        code = owner.code;
    }
    uint32_t index;
    return nominal__make(finder, nominal, body == DOCUMENT_NONE ? NULL : &owner, code, &index) &&
           nominal__mention(finder, nominal, nominal__core(document, nominal->token), index);
}

static bool nominal__bare(struct entity_finder *finder, const struct nominal *nominal)
{
    if (nominal->role->is_member || (nominal->role->is_single && nominal->plural))
        return nominal__shared(finder, nominal);
    const char *const own = nominal__own_code(finder, nominal);
    char code_of_own[4] = "";
    if (focus_is_country(own))
        memcpy(code_of_own, own, strlen(own));

    bool done;
    if (!nominal__region(finder, nominal, &done) || done)
        return done;
    const uint32_t earlier = nominal__is_new(nominal) || code_of_own[0] || nominal->local ? DOCUMENT_NONE : nominal__earlier(finder, nominal);
    if (earlier != DOCUMENT_NONE)
        return nominal__mention(finder, nominal, nominal__core(finder->document, nominal->token), earlier);
    const bool some = nominal->plural && !nominal->definite && nominal->role->kind == ROLE_KIND_BODY && nominal->role->sector == SECTOR_GOV;
    struct focus_limits limits = nominal__limits(nominal);
    const enum sector sector = nominal->role->sector;
    if (sector == SECTOR_GOV || sector == SECTOR_MIL || sector == SECTOR_JUD || sector == SECTOR_LEG)
        country_limit_dative(finder, nominal->token, &limits);
    const bool named_kind = nominal->role->anaphor == ANAPHOR_COUNTRY && (nominal->plural || !nominal->definite);
    struct known_role role = *nominal->role;
    if (nominal->local && role.bare != BARE_CODES)
        role.bare = BARE_SCENE;
    const char *const code = code_of_own[0] ? code_of_own : named_kind || some ? "" : nominal->several || nominal->international ? nominal__shared_code(nominal)
                             : focus_code_within(finder, nominal->token, &role, &limits);
    uint32_t index;
    return nominal__make(finder, nominal, NULL, code, &index) &&
           nominal__mention(finder, nominal, nominal__core(finder->document, nominal->token), index);
}

static bool nominal__resolve(struct entity_finder *finder, const struct nominal *nominal)
{
    struct document *const document = finder->document;
    const struct known_role *const role = nominal->role;
    const struct owner *const owner = &nominal->owner;
    if (owner->beside != DOCUMENT_NONE && !nominal->plural) {
        nominal__inform(finder, nominal, &document->entities[owner->beside]);
        return nominal__mention(finder, nominal, (struct token_range){nominal->token, 1}, owner->beside);
    }
    if (owner->beside != DOCUMENT_NONE) {
        bool done;
        if (!nominal__list(finder, nominal, &done) || done)
            return done;
    }
    if (owner->is_pair) {
        if (!nominal__pair(finder, nominal))
            return false;
        if (document->token_mention[nominal->token] != DOCUMENT_NONE || role->sector == SECTOR_GOV)
            return true;             /* "beide Regierungen" are of two countries, "beide Parteien" of one */
    }
    if (owner->count == 1 && role->kind == ROLE_KIND_OFFICE && !nominal->plural && !nominal->former && !nominal->other && !role->is_mouth && role->bare != BARE_ABROAD) {
        const uint32_t holder = nominal__holder(finder, nominal);
        const uint32_t entity = holder == DOCUMENT_NONE ? DOCUMENT_NONE : entity_of_name(finder, holder);
        if (holder != DOCUMENT_NONE)
            return entity != DOCUMENT_NONE && nominal__mention(finder, nominal, nominal__core(document, nominal->token), entity);
    }
    if (owner->count && (role->anaphor != ANAPHOR_PAIR || owner->by_adjective))
        return nominal__owned(finder, nominal);
    return role->anaphor == ANAPHOR_PAIR || nominal__bare(finder, nominal);
}

static bool nominal__is_definite(const struct document *document, uint32_t noun)
{
    const uint32_t index = tree_determiner(document, noun);
    const struct token *const determiner = index == DOCUMENT_NONE ? NULL : &document->tokens[index];
    return determiner && (determiner->morphology.definite == DEFINITE_DEF || lexicon_has_flag(determiner, ANALYSIS_DEMONSTRATIVE | ANALYSIS_POSSESSIVE));
}

/* What an adjective of the noun says of the office. */
static void nominal__note_adjectives(const struct entity_finder *finder, struct nominal *nominal)
{
    const struct document *const document = finder->document;
    for (uint32_t child = tree_first_child(document, nominal->token); child != DOCUMENT_NONE && child < nominal->token;
         child = tree_next_sibling(document, child)) {
        const char *const form = document->tokens[child].form;
        const size_t length = strlen(form);
        char lower[PHRASE_BYTES_AT_MOST];
        if (document->tokens[child].upos != UPOS_ADJ || length >= sizeof lower)
            continue;
        const size_t kept = utf8_lower_string(form, entity_cut_ending(form, length), lower);
        const struct string_map_hit hit = string_map_find(finder->knowledge->role_adjectives, lower, kept);
        nominal->former = nominal->former || (hit.found && hit.value == ADJECTIVE_FORMER);
        nominal->other = nominal->other || (hit.found && hit.value == ADJECTIVE_OTHER);
        nominal->own = nominal->own || (hit.found && hit.value == ADJECTIVE_OWN);
        nominal->local = nominal->local || (hit.found && hit.value == ADJECTIVE_LOCAL);
        const struct string_map_hit region = string_map_find(finder->knowledge->region_adjectives, lower, kept);
        if (region.found && nominal->role->anaphor == ANAPHOR_COUNTRY)
            nominal->region = &finder->knowledge->regions[region.value];
        if (nominal__is_place(nominal->role))
            continue;                /* "im westlichen Bezirk" */
        nominal->several = nominal->several || (region.found && (!nominal->region || nominal->plural || !nominal->definite)) || (hit.found && hit.value == ADJECTIVE_SEVERAL);
        nominal->international = nominal->international || (hit.found && hit.value == ADJECTIVE_INTERNATIONAL);
    }
}

/* The roles that an office names, by the whole word and by its ends: Außenminister, Minister. */
static void nominal__remember_office(struct entity_finder *finder, const char *office, const struct remembered *who)
{
    const struct entity_knowledge *const knowledge = finder->knowledge;
    const size_t length = strlen(office);
    for (size_t begin = 0; begin + 4 < length; begin++) {
        char word[PHRASE_BYTES_AT_MOST];
        if (length - begin >= sizeof word || ((unsigned char)office[begin] & 0xC0) == 0x80)
            continue;
        memcpy(word, office + begin, length - begin + 1);
        word[0] = (char)(word[0] >= 'a' && word[0] <= 'z' ? word[0] - 'a' + 'A' : word[0]);
        const struct string_map_hit hit = string_map_find(knowledge->role_lemmas, word, length - begin);
        if (hit.found && knowledge->roles[hit.value].kind == ROLE_KIND_OFFICE && finder->role_entity[hit.value].sentence != who->sentence)
            finder->role_entity[hit.value] = *who;
    }
}

/* Who was named in the sentence and holds an office that day may be called by it from now on: "Dmytro Kuleba … Der Minister". Who is called
 * so there comes before others, the subject next. */
static void nominal__remember_holders(struct entity_finder *finder, const struct sentence *sentence, bool subjects)
{
    const struct document *const document = finder->document;
    const int32_t day = document->report.published_day;
    for (uint32_t token = sentence->tokens.first; token < sentence->tokens.first + sentence->tokens.count; token++) {
        const uint32_t mention = finder->name_mention[token];
        if (mention == DOCUMENT_NONE || document->mentions[mention].head != token || day == DAY_NONE)
            continue;
        const uint32_t entity = document->mentions[mention].entities[0], row = finder->notes[entity].name;
        const struct known_name *const name = row == DOCUMENT_NONE ? NULL : &finder->knowledge->names[row];
        const enum relation relation = document->tokens[token].relation;
        if (!name || (relation == RELATION_NSUBJ) != subjects || (name->from_day != DAY_NONE && day < name->from_day) ||
            (name->to_day != DAY_NONE && day > name->to_day))
            continue;
        for (size_t i = 0; i < name->office_count; i++)
            nominal__remember_office(finder, name->offices[i], &(struct remembered){entity, document->tokens[token].sentence});
    }
}

/* A noun that waits to be read, with its role; NULL: it is none, or read. */
static const struct known_role *nominal__unread(const struct entity_finder *finder, uint32_t noun, bool possessed)
{
    const struct document *const document = finder->document;
    const struct token *const token = &document->tokens[noun];
    if (finder->covered[noun] || document->token_mention[noun] != DOCUMENT_NONE || token->upos == UPOS_ADJ ||
        owner_has_possessive(finder, noun) != possessed)
        return NULL;
    return entity_role(finder, token);
}

/* Reads the noun if it is one of those whose words tell whose they are, or (told false) whichever it is. */
static bool nominal__read(struct entity_finder *finder, uint32_t noun, const struct known_role *role, bool told)
{
    const struct document *const document = finder->document;
    struct nominal nominal = {.token = noun, .role = role, .plural = document->tokens[noun].morphology.number == NUMBER_PLUR,
                              .definite = nominal__is_definite(document, noun)};
    owner_find(finder, noun, role, &nominal.owner);
    if (told && !nominal.owner.count && (nominal.owner.beside == DOCUMENT_NONE || !document->entities[nominal.owner.beside].code[0]))
        return true;
    nominal__note_adjectives(finder, &nominal);
    return nominal__resolve(finder, &nominal);
}

/* Reads the nouns of a range from its end, so that "Sprecher des Nationalen Sicherheitsrats des Weißen Hauses" finds its body coded: a noun's
 * dependents that stand behind it come first. */
static bool nominal__read_range(struct entity_finder *finder, struct token_range range, bool possessed, bool told)
{
    for (uint32_t i = range.count; i-- > 0;) {
        const struct known_role *const role = nominal__unread(finder, range.first + i, possessed);
        const bool waits = role && role->anaphor == ANAPHOR_COUNTRY && finder->document->tokens[range.first + i].relation != RELATION_NMOD;
        if (role && !waits && !nominal__read(finder, range.first + i, role, told))
            return false;
    }
    return true;
}

/* First the nouns whose words tell whose they are, then those that lean on the others, in the order of the words, each with what
 * depends on it; "das Land" in a role of its clause waits for the other roles, which it is none of. Nouns with a possessive wait for the
 * pronouns (possessed). */
static bool nominal__sentence(struct entity_finder *finder, const struct sentence *sentence, bool possessed)
{
    const struct document *const document = finder->document;
    const uint32_t end = sentence->tokens.first + sentence->tokens.count;
    if (!nominal__read_range(finder, sentence->tokens, possessed, true))
        return false;
    for (uint32_t noun = sentence->tokens.first; noun < end; noun++) {
        const struct token_range below = tree_subtree(document, noun);
        const struct token_range phrase = {noun, below.first + below.count > noun ? below.first + below.count - noun : 1};
        if (nominal__unread(finder, noun, possessed) && !nominal__read_range(finder, phrase, possessed, false))
            return false;
    }
    for (uint32_t noun = end; noun-- > sentence->tokens.first;) {
        const struct known_role *const role = nominal__unread(finder, noun, possessed);
        if (role && !nominal__read(finder, noun, role, false))
            return false;
    }
    return true;
}

bool entity_find_nominals(struct entity_finder *finder, const struct sentence *sentence, bool possessed)
{
    if (!nominal__sentence(finder, sentence, possessed))
        return false;
    nominal__remember_holders(finder, sentence, true);
    nominal__remember_holders(finder, sentence, false);
    return true;
}
