/* entity/nominal_bare.c: nouns of roles.tsv that do not tell whose they are. A definite one is who was called so before ("die Stadt", "das
 * Gremium", "der Minister"); "die baltischen Staaten" are all of them, "die Mitglieder" those of the body named last, "das dortige Ministerium"
 * that of the place. Else it belongs to the country that the report speaks of (focus.c), as the role's column "bare" says. */
#include "base/utf8.h"
#include "entity/country.h"
#include "entity/nominal.h"
#include "parse/tree.h"

#include <string.h>

enum { SENTENCES_REMEMBERED = 8, SENTENCES_OF_CITY = 3, SENTENCES_OF_BODY = 4, SENTENCES_OF_ARMED = 5, SENTENCES_OF_PART = 3, SENTENCES_OF_SHORT_NAME = 20 };

/* The city named last, for "die Stadt"; the region, for "die Halbinsel". */
static uint32_t nominal__place(const struct entity_finder *finder, uint32_t noun, enum place_precision precision)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[noun].sentence;
    for (uint32_t token = noun; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_CITY;) {
        const struct entity *const entity = entity_at(finder, token);
        if (entity && entity->kind == ENTITY_PLACE && entity->precision == precision && (entity->code[0] || precision == PRECISION_CITY) &&
            document->mentions[document->token_mention[token]].kind == MENTION_NAME)
            return document->mentions[document->token_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

bool nominal_is_related(const struct nominal *nominal)
{
    const struct owner *const owner = &nominal->owner;
    return nominal->role->anaphor == ANAPHOR_COUNTRY && owner->count && !owner->by_adjective && !owner->by_name && !nominal->plural &&
           (nominal->role->bare == BARE_ABROAD || !focus_is_country(owner->entities[0]->code));
}

/* The countries of an adjective: "das westafrikanische Land" is one of these. Whose neighbour or ally it is it is not. */
static struct focus_limits nominal__limits(const struct nominal *nominal)
{
    struct focus_limits limits = {.allowed = nominal->region ? nominal->region->codes : NULL,
                                  .allowed_count = nominal->region ? nominal->region->code_count : 0};
    for (size_t i = 0; nominal_is_related(nominal) && i < nominal->owner.count && limits.excluded_count < FOCUS_CODES_MOST; i++)
        limits.excluded[limits.excluded_count++] = nominal->owner.entities[i]->code;
    return limits;
}

/* "das Nachbarland", "der Verbündete": the likeliest country that borders on, or is an ally of, one of those whose it can be; "": none is spoken of. */
static const char *nominal__related(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, const struct focus_limits *limits)
{
    enum { COUNTRIES_MOST = 128 };
    const struct entity_knowledge *const knowledge = finder->knowledge;
    const char *codes[COUNTRIES_MOST];
    struct focus_limits near = *limits;
    size_t count = 0;
    for (size_t i = 0; i < limits->excluded_count; i++) {
        const struct string_map_hit hit = string_map_find(role->is_ally ? knowledge->ally_rows : knowledge->neighbour_rows, limits->excluded[i],
                                                          strlen(limits->excluded[i]));
        const struct known_region *const list = hit.found ? &(role->is_ally ? knowledge->allies : knowledge->neighbours)[hit.value] : NULL;
        for (size_t k = 0; list && k < list->code_count && count < COUNTRIES_MOST; k++)
            codes[count++] = list->codes[k];
    }
    near.allowed = codes;
    near.allowed_count = count;
    return count ? focus_code_within(finder, noun, role, &near) : "";
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
    const char *code = (role.is_neighbour || role.is_ally) && !limits.allowed ? nominal__related(finder, nominal->token, &role, &limits) : "";
    code = code[0] || role.is_ally ? code : focus_code_within(finder, nominal->token, &role, &limits);
    const struct string_map_hit hit = string_map_find(finder->knowledge->countries, code, strlen(code));
    return code[0] && hit.found ? entity_of_name(finder, hit.value) : DOCUMENT_NONE;
}

/* Whether a body can be called so: by its sector; "die Gruppe" is one of fighters or citizens, "das Gremium" is any of states, "die Organisation" any that is no firm or medium. */
static bool nominal__may_be_called(const struct known_role *role, const struct entity *body)
{
    const enum sector sector = body->sector;
    if (sector == role->sector)
        return role->sector != SECTOR_GOV || role->anaphor == ANAPHOR_BODY;
    if ((role->sector == SECTOR_REB || role->sector == SECTOR_PRM) && (sector == SECTOR_REB || sector == SECTOR_PRM))
        return true;
    if (role->sector == SECTOR_UNK)
        return sector == SECTOR_REB || sector == SECTOR_PRM || sector == SECTOR_CRM || sector == SECTOR_SOC || sector == SECTOR_OPP;
    if (role->anaphor != ANAPHOR_BODY)
        return false;
    return role->sector == SECTOR_GOV ? sector == SECTOR_MIL || sector == SECTOR_LEG || sector == SECTOR_JUD
                                      : sector != SECTOR_JRN && sector != SECTOR_BUS && sector != SECTOR_LEG && sector != SECTOR_NONE;
}

/* Does the name as it was written end with the noun, "der Ministerrat" after EU-Ministerrat, or begin with it, "die Allianz" after Allianz der drei
 * Bruderschaften? The first letter may be small where it ends so. */
static bool nominal__ends_name(const struct entity_finder *finder, const struct known_role *role, uint32_t token)
{
    const struct token_range range = finder->document->mentions[finder->name_mention[token]].tokens;
    const struct token *const last = &finder->document->tokens[range.first + range.count - 1];
    const char *const word = last->lemma ? last->lemma : last->form;
    const size_t length = strlen(word), noun = strlen(role->lemma);
    size_t first;
    (void)utf8_decode(role->lemma, noun, &first);
    if ((range.count > 1 && strcmp(finder->document->tokens[range.first].form, role->lemma) == 0) ||
        (last->compound_head && strcmp(last->compound_head, role->lemma) == 0))
        return true;
    return length >= noun && noun > first + 2 && strcmp(word + length - (noun - first), role->lemma + first) == 0;
}

/* "die Mission": the word is a body only where one is named, else what is to be done. */
static bool nominal__is_task(const struct known_role *role)
{
    return role->is_whole && role->anaphor == ANAPHOR_BODY && role->bare == BARE_CODES;
}

/* "Der UN-Sicherheitsrat … Der Rat solle helfen, sagte Chinas Botschafter": the body named last whose name ends with the noun, however long ago and
 * whoever speaks. */
static uint32_t nominal__short_name(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    const bool whose = nominal->former || nominal->other || nominal->several || nominal->international || nominal->region || nominal->local || nominal->own;
    if (nominal->role->kind != ROLE_KIND_BODY || nominal->role->anaphor != ANAPHOR_BODY || nominal->plural || !nominal->definite || whose)
        return DOCUMENT_NONE;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_SHORT_NAME;) {
        const struct entity *const entity = finder->name_mention[token] == DOCUMENT_NONE ? NULL : entity_at(finder, token);
        if (entity && entity->code[0] && entity->kind == ENTITY_ORGANISATION && nominal__ends_name(finder, nominal->role, token))
            return document->mentions[finder->name_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

/* The body named last that "die Organisation", "das Blatt" can stand for, or that has the noun in its name. */
static uint32_t nominal__body(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    if (nominal->role->kind != ROLE_KIND_BODY || nominal->plural)
        return DOCUMENT_NONE;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_REMEMBERED;) {
        const bool named = finder->name_mention[token] != DOCUMENT_NONE, near = sentence - document->tokens[token].sentence <= SENTENCES_OF_BODY;
        const struct entity *const entity = document->tokens[token].sentence == sentence && tree_head(document, token) == tree_clause(document, nominal->token)
                                                ? NULL : entity_at(finder, token);       /* "Die OAS warf der Behörde vor": another */
        const bool fighters = entity && !named && entity->kind == ENTITY_GROUP && (entity->sector == SECTOR_REB || entity->sector == SECTOR_PRM) &&
                              document->token_modifier[token] != DOCUMENT_NONE;       /* "die Huthi-Rebellen … Die Gruppe" */
        if (!entity || !entity->code[0] || !(fighters || (named && entity->kind == ENTITY_ORGANISATION)) ||
            (nominal->role->bare == BARE_CODES && !focus_is_country(nominal->role->codes[0]) && strcmp(entity->code, nominal->role->codes[0]) != 0))
            continue;            /* "die Mission" is one of an organisation of states */
        if ((named && nominal__ends_name(finder, nominal->role, token)) || (near && nominal__may_be_called(nominal->role, entity)))
            return document->mentions[document->token_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

/* "Der Internationale Strafgerichtshof … die Richter": those of the court named last. */
static uint32_t nominal__court(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    if (nominal->role->sector != SECTOR_JUD || nominal->role->kind != ROLE_KIND_GROUP || !nominal->plural)
        return DOCUMENT_NONE;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_BODY;) {
        const struct entity *const entity = entity_at(finder, token);
        if (entity && entity->sector == SECTOR_JUD && entity->code[0] && (entity->kind == ENTITY_ORGANISATION || entity->kind == ENTITY_GROUP))
            return document->mentions[document->token_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

/* "ein Überfall mutmaßlicher Islamisten … Die Angreifer": the armed group that acted last; whom it attacked stands behind a preposition. */
static uint32_t nominal__armed(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    if (nominal->role->sector != SECTOR_UAF || !nominal->plural)
        return DOCUMENT_NONE;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_ARMED;) {
        const struct entity *const entity = entity_at(finder, token);
        const enum relation relation = document->tokens[token].relation;
        if (entity && entity->code[0] && (entity->sector == SECTOR_REB || entity->sector == SECTOR_PRM || entity->sector == SECTOR_UAF) &&
            (entity->kind == ENTITY_ORGANISATION || entity->kind == ENTITY_GROUP) && document->tokens[token].sentence != sentence &&
            (relation == RELATION_NSUBJ || relation == RELATION_NMOD) && tree_preposition(document, token) == DOCUMENT_NONE)
            return document->mentions[document->token_mention[token]].entities[0];
        if (entity && entity->kind == ENTITY_GROUP && entity->sector == SECTOR_CVL && entity->code[0] && document->tokens[token].sentence != sentence && relation == RELATION_NSUBJ &&
            country_attacks(finder, tree_clause(document, token)))       /* "Dreißig Serben griffen einen Posten an. Die Angreifer …" */
            return document->mentions[document->token_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

/* "der russische Frachter „Ursa“ … Das Schiff": the ship or plane told last with whose it is. */
static uint32_t nominal__craft(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    if (nominal->role->kind != ROLE_KIND_CRAFT || nominal->plural)
        return DOCUMENT_NONE;
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_REMEMBERED;) {
        const struct entity *const entity = entity_at(finder, token);
        const struct known_role *const role = entity ? entity_role(finder, &document->tokens[token]) : NULL;
        if (role && role->kind == ROLE_KIND_CRAFT && entity->code[0] && document->tokens[token].morphology.number != NUMBER_PLUR)
            return document->mentions[document->token_mention[token]].entities[0];
    }
    return DOCUMENT_NONE;
}

/* "brachte einen iranischen Frachter auf und nahm die Besatzung fest": the crew is of whose the ship is that was told last; "": none was told so. */
static const char *nominal__crew_code(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    for (uint32_t token = nominal->token; nominal->role->is_crew && token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_BODY;) {
        const struct entity *const entity = entity_at(finder, token);
        const struct known_role *const role = entity && entity->code[0] ? entity_role(finder, &document->tokens[token]) : NULL;
        if (role && role->kind == ROLE_KIND_CRAFT)
            return entity->code;
    }
    return "";
}

static bool nominal__is_named(const struct entity_finder *finder, const char *code)
{
    for (size_t i = 0; i < finder->focus.count; i++)
        if (strcmp(finder->focus.countries[i].code, code) == 0)
            return finder->focus.countries[i].named;
    return false;
}

/* "Der Norden feuerte Raketen ab": one of two countries in conflict, where the report names both; but no place ("im Norden", "der Norden Malis"). */
static bool nominal__is_side(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct entity_knowledge *const knowledge = finder->knowledge;
    const char *const code = nominal->role->codes[0];
    if (entity_preposition(finder, nominal->token) != 0 || tree_child(finder->document, nominal->token, RELATION_NMOD) != DOCUMENT_NONE)
        return false;
    for (size_t i = 0; i < knowledge->conflict_count; i++) {
        const char *const *const sides = knowledge->conflicts[i].sides;
        if ((strcmp(sides[0], code) == 0 || strcmp(sides[1], code) == 0) && nominal__is_named(finder, sides[0]) && nominal__is_named(finder, sides[1]))
            return true;
    }
    return false;
}

/* "Die Taliban nahmen Kabul ein … die Islamisten", "die Gruppe": the one armed body that the report has named by then; DOCUMENT_NONE: none, or several. */
static uint32_t nominal__fighters(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    uint32_t found = DOCUMENT_NONE;
    const enum sector sector = nominal->role->sector;
    const bool people = sector == SECTOR_REB && nominal->role->kind == ROLE_KIND_GROUP && nominal->plural && !nominal->role->is_mouth;
    const bool group = nominal->role->kind == ROLE_KIND_BODY && !nominal->plural &&
                       (sector == SECTOR_REB || sector == SECTOR_PRM || (sector == SECTOR_UNK && nominal->role->is_mouth));
    if (!people && !group)
        return DOCUMENT_NONE;
    for (uint32_t token = 0; token < nominal->token; token++) {
        const uint32_t mention = finder->name_mention[token];
        const struct entity *const entity = mention == DOCUMENT_NONE ? NULL : entity_at(finder, token);
        const bool fits = entity && (entity->sector == SECTOR_REB || (entity->sector == SECTOR_PRM && !people));      /* "die Rebellen" are no paid troops */
        if (!fits || !entity->code[0] || entity->kind != ENTITY_ORGANISATION)
            continue;
        if (found != DOCUMENT_NONE && found != document->mentions[mention].entities[0])
            return DOCUMENT_NONE;
        found = document->mentions[mention].entities[0];
    }
    return found;
}

/* A definite noun that stands for someone named before, DOCUMENT_NONE: nobody. */
static uint32_t nominal__earlier(struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const struct remembered known = finder->role_entity[nominal->role - finder->knowledge->roles];
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    if (!nominal->definite || (nominal__is_task(nominal->role) && !entity_is_subject(document, nominal->token)))
        return DOCUMENT_NONE;        /* "an der Mission teilnehmen" */
    const uint32_t person = nominal_person(finder, nominal);
    if (person != DOCUMENT_NONE)
        return person;
    if (nominal->role->kind == ROLE_KIND_REGION && nominal->role->code_count == 1 && !nominal__is_side(finder, nominal))
        return DOCUMENT_NONE;
    if (nominal->role->anaphor == ANAPHOR_COUNTRY)
        return nominal->plural ? DOCUMENT_NONE : nominal__country(finder, nominal);
    if ((nominal->role->kind == ROLE_KIND_CITY || nominal->role->kind == ROLE_KIND_REGION) && !nominal->plural &&
        (nominal->role->kind == ROLE_KIND_REGION || !document->tokens[nominal->token].compound_head)) {
        const uint32_t place = nominal__place(finder, nominal->token, nominal->role->kind == ROLE_KIND_CITY ? PRECISION_CITY : PRECISION_REGION);
        if (place != DOCUMENT_NONE)
            return place;
    }
    const uint32_t body = nominal__body(finder, nominal);
    if (body != DOCUMENT_NONE)
        return body;
    const uint32_t craft = nominal__craft(finder, nominal);
    if (craft != DOCUMENT_NONE)
        return craft;
    const uint32_t armed = nominal__armed(finder, nominal);
    if (armed != DOCUMENT_NONE)
        return armed;
    const uint32_t fighters = nominal__fighters(finder, nominal);
    if (fighters != DOCUMENT_NONE)
        return fighters;
    const uint32_t court = nominal__court(finder, nominal);
    if (court != DOCUMENT_NONE)
        return court;
    const bool fresh = known.entity != DOCUMENT_NONE && sentence - known.sentence <= SENTENCES_REMEMBERED;
    return fresh && document->entities[known.entity].code[0] && !nominal->region ? known.entity : nominal__fighters(finder, nominal);
}

/* "der gestürzte Staatschef": who was told last to have lost such an office; DOCUMENT_NONE: nobody was. */
static uint32_t nominal__former(const struct entity_finder *finder, const struct nominal *nominal)
{
    const uint32_t sentence = finder->document->tokens[nominal->token].sentence;
    const bool fresh = finder->former.entity != DOCUMENT_NONE && sentence - finder->former.sentence <= SENTENCES_REMEMBERED;
    return fresh && nominal->former && nominal->definite && !nominal->plural && nominal->role->is_single ? finder->former.entity : DOCUMENT_NONE;
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
    const struct token_range core = nominal_core(finder->document, nominal->token);
    return !*done || (all && entity_mention_all(finder, core, nominal->token, MENTION_NOMINAL, all, count));
}

/* The country of the place told last, in this sentence or the one before: "In Addis Abeba … das dortige Außenministerium", "in der türkischen Hauptstadt",
 * "nach Kenia"; "": none. */
static const char *nominal__place_before(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    for (uint32_t token = noun; token-- > 0 && document->tokens[noun].sentence - document->tokens[token].sentence <= 1;) {
        const struct entity *const at = entity_at(finder, token);
        const bool town = at && at->kind == ENTITY_PLACE && at->precision == PRECISION_CITY && (entity_preposition(finder, token) & PREPOSITION_IS_PLACE);
        const struct entity *const place = finder->name_mention[token] != DOCUMENT_NONE || town ? at : NULL;      /* "in der türkischen Hauptstadt" */
        if (place && (place->kind == ENTITY_PLACE || place->kind == ENTITY_COUNTRY) && place->code[0] &&
            (place->kind == ENTITY_PLACE || (entity_preposition(finder, token) & (PREPOSITION_IS_PLACE | PREPOSITION_IS_GOAL))))
            return place->code;
    }
    return "";
}

/* Whose its own a noun is: the subject's, or of who was spoken of last; "": it is nobody's own. */
static const char *nominal__own_code(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const bool acts = !nominal_is_place(nominal->role) && nominal->role->bare != BARE_FREE && nominal->role->bare != BARE_CODES &&
                      nominal->role->sector != SECTOR_CVL;
    if (nominal->local)
        return nominal__place_before(finder, nominal->token);
    if (!nominal->own && !(acts && country_sends(finder, nominal->token)))
        return "";
    const uint32_t subject = tree_subject(document, tree_clause(document, nominal->token));
    const bool is_subject = subject == DOCUMENT_NONE || tree_is_inside(document, nominal->token, subject);
    const struct entity *const owner = is_subject ? NULL : entity_at(finder, subject);
    return owner ? owner->code : is_subject && nominal->own ? finder->focus.subject : "";
}

/* "Boliviens Präsident … Die peruanische Opposition warf dem Präsidenten vor": an opposition and unions speak of their own government; "": nobody such does. */
static const char *nominal__home_code(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const struct known_role *const role = nominal->role;
    if (role->sector != SECTOR_GOV || !role->is_single || nominal->plural || !nominal->definite || nominal__is_new(nominal) || nominal->local)
        return "";
    const uint32_t subject = tree_subject(document, tree_clause(document, nominal->token));
    const struct entity *const speaker = subject == DOCUMENT_NONE || tree_is_inside(document, nominal->token, subject) ? NULL : entity_at(finder, subject);
    const bool domestic = speaker && (speaker->sector == SECTOR_OPP || speaker->sector == SECTOR_LAB) && focus_is_country(speaker->code);
    return domestic ? speaker->code : "";
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

/* "Erdogan traf Putin. Die Präsidenten …" are the two; *done false: nobody tells so. */
static bool nominal__statesmen(struct entity_finder *finder, const struct nominal *nominal, bool *done)
{
    uint32_t pair[2];
    *done = nominal->definite && nominal->role->is_single && nominal->role->sector == SECTOR_GOV && !nominal->several && !nominal->region &&
            tree_child(finder->document, nominal->token, RELATION_NMOD) == DOCUMENT_NONE && entity_antecedent_statesmen(finder, nominal->token, pair);
    uint32_t *const both = *done ? arena_take(finder->document->arena, 2, sizeof *both, finder->error) : NULL;
    if (!both)
        return !*done;
    memcpy(both, pair, sizeof pair);
    return entity_mention_all(finder, nominal_core(finder->document, nominal->token), nominal->token, MENTION_NOMINAL, both, 2);
}

/* "ein russisches Kriegsschiff … Der Kreuzer": a ship or plane of the kind named before is of whose that was; "": none was named so. */
static const char *nominal__unit_before(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t own = document->token_item[nominal->token], sentence = document->tokens[nominal->token].sentence;
    if (nominal->role->kind != ROLE_KIND_UNIT || !nominal->definite || own == DOCUMENT_NONE)
        return "";
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_BODY;) {
        const uint32_t item = document->token_item[token];
        if (item != DOCUMENT_NONE && item != own && document->items[item].origin[0] &&
            strcmp(document->items[item].item_class, document->items[own].item_class) == 0)
            return document->items[item].origin;
    }
    return "";
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
    return nominal_make(finder, nominal, body == DOCUMENT_NONE ? NULL : &owner, code, &index) &&
           nominal_mention(finder, nominal, nominal_core(document, nominal->token), index);
}

bool nominal_is_anaphor_only(const struct known_role *role)
{
    return (role->kind == ROLE_KIND_REGION && role->anaphor == ANAPHOR_COUNTRY) ||
           (role->kind == ROLE_KIND_BODY && role->is_mouth && role->bare == BARE_FREE);
}

/* "ein Junta-Sprecher" speaks for who was called "die Junta" last; "": nobody was called as the noun's first part. */
static const char *nominal__part_code(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const char *const part = document->tokens[nominal->token].compound_modifier;
    const struct string_map_hit hit = part && nominal->role->kind != ROLE_KIND_SITE
                                          ? string_map_find(finder->knowledge->role_lemmas, part, strlen(part)) : (struct string_map_hit){0};
    const struct known_role *const role = hit.found ? &finder->knowledge->roles[hit.value] : NULL;
    if (!role || role->kind != ROLE_KIND_BODY || role->sector == SECTOR_JRN || role->anaphor != ANAPHOR_NONE)
        return "";
    const struct remembered known = finder->role_entity[hit.value];
    const bool fresh = known.entity != DOCUMENT_NONE && document->tokens[nominal->token].sentence - known.sentence <= SENTENCES_OF_PART;
    return fresh ? document->entities[known.entity].code : "";
}

/* The likeliest country within the limits, unless nobody has spoken of it yet: then they lead astray. */
static const char *nominal__code(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, const struct focus_limits *limits)
{
    const char *const code = focus_code_within(finder, noun, role, limits);
    return !role->is_harmful && limits->excluded_count && code[0] && !focus_is_told(finder, noun, code) ? focus_code(finder, noun, role) : code;
}

/* "muslimische Männer und Jungen", "des taiwanischen Präsidialamts und des Außenministeriums": what is joined to a noun of its kind is of the
 * same country; "": it is joined to none. */
static const char *nominal__joined_code(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t first = tree_first_conjunct(document, nominal->token);
    const struct entity *const entity = first == nominal->token ? NULL : entity_at(finder, first);
    const struct known_role *const role = entity ? entity_role(finder, &document->tokens[first]) : NULL;
    if (!role || role->sector != nominal->role->sector || role->kind != nominal->role->kind || nominal->role->bare == BARE_FREE)
        return "";
    const bool ministries = role->kind == ROLE_KIND_BODY && role->sector == SECTOR_GOV && role->bare == BARE_POWER && nominal->role->bare == BARE_POWER;
    return tree_determiner(document, nominal->token) == DOCUMENT_NONE || ministries ? entity->code : "";
}

bool nominal_bare(struct entity_finder *finder, const struct nominal *nominal)
{
    bool done;
    if (nominal->plural && (!nominal__statesmen(finder, nominal, &done) || done))
        return done;
    if (nominal->role->is_member || (nominal->role->is_single && nominal->plural))
        return nominal__shared(finder, nominal);
    const uint32_t body = nominal__short_name(finder, nominal);
    if (body != DOCUMENT_NONE)
        return nominal_mention(finder, nominal, nominal_core(finder->document, nominal->token), body);
    const char *own = nominal__own_code(finder, nominal);
    own = own[0] ? own : country_of_scene(finder, nominal->token, nominal->role);
    own = own[0] ? own : nominal__unit_before(finder, nominal);
    own = own[0] ? own : nominal__joined_code(finder, nominal);
    own = own[0] ? own : nominal__crew_code(finder, nominal);
    own = own[0] || (nominal->plural && nominal->role->naming != NAMING_CIRCLE) || nominal__part_code(finder, nominal)[0] ? own : country_of_teller(finder, nominal->token, nominal->role);
    own = own[0] ? own : country_of_rival(finder, nominal->token, nominal->role);
    char code_of_own[4] = "";
    if (focus_is_country(own))
        memcpy(code_of_own, own, strlen(own));

    if (!nominal__region(finder, nominal, &done) || done)
        return done;
    const uint32_t earlier = nominal->former ? nominal__former(finder, nominal)
                             : nominal__is_new(nominal) || code_of_own[0] || nominal->local ? DOCUMENT_NONE : nominal__earlier(finder, nominal);
    const char *const home = nominal__home_code(finder, nominal);
    if (earlier != DOCUMENT_NONE && (!home[0] || strcmp(home, finder->document->entities[earlier].code) == 0))
        return nominal_mention(finder, nominal, nominal_core(finder->document, nominal->token), earlier);
    if (home[0])
        memcpy(code_of_own, home, strlen(home) + 1);
    if (nominal_is_anaphor_only(nominal->role) || nominal__is_task(nominal->role))
        return true;
    const bool some = nominal->plural && !nominal->definite && nominal->role->kind == ROLE_KIND_BODY && nominal->role->sector == SECTOR_GOV;
    struct focus_limits limits = nominal__limits(nominal);
    const enum sector sector = nominal->role->sector;
    if (sector == SECTOR_GOV || sector == SECTOR_MIL || sector == SECTOR_JUD || sector == SECTOR_LEG)
        country_limit_dative(finder, nominal->token, &limits);
    country_limit_victims(finder, nominal->token, &limits);
    country_limit_teller(finder, nominal->token, sector, &limits);
    country_limit_actor(finder, nominal->token, nominal->role, &limits);
    if (nominal->role->is_harmful)
        country_limit_hit(finder, nominal->token, &limits);
    country_limit_speaker(finder, nominal->token, nominal->role, &limits);
    const bool ally = nominal->role->kind == ROLE_KIND_GROUP && nominal_is_related(nominal);       /* "ihr Verbündeter": which of them? */
    const bool named_kind = nominal->role->anaphor == ANAPHOR_COUNTRY && (nominal->plural || !nominal->definite || ally);
    struct known_role role = *nominal->role;
    if (nominal->local && role.bare != BARE_CODES)
        role.bare = BARE_SCENE;
    if (country_limit_envoy(finder, nominal->token, &role, &limits))
        role.bare = BARE_ABROAD;
    const bool in_common = nominal->several || nominal->international;
    const char *const part = nominal__part_code(finder, nominal);
    if (!code_of_own[0] && focus_is_country(part))
        memcpy(code_of_own, part, strlen(part));
    const char *const code = code_of_own[0] ? code_of_own : named_kind || some ? "" : in_common ? nominal__shared_code(nominal)
                             : nominal__code(finder, nominal->token, &role, &limits);
    uint32_t index;
    if (!nominal_make(finder, nominal, NULL, code, &index))
        return false;
    const bool told = code_of_own[0] || named_kind || some || in_common || nominal->local || nominal->role->bare == BARE_CODES;
    struct entity *const made = &finder->document->entities[index];
    made->untold = !told && code[0];
    made->supposed = made->untold && !focus_is_placed(finder, code);
    made->may_be_foes = made->supposed && country_is_in_conflict(finder, code);
    return nominal_mention(finder, nominal, nominal_core(finder->document, nominal->token), index);
}
