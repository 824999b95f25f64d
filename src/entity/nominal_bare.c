/* entity/nominal_bare.c: whose a noun of roles.tsv is that does not tell so. A definite one may be who was called so before: nominal_earlier.c. "Die
 * baltischen Staaten" are all of them, "die Mitglieder" those of the body named last, "das dortige Ministerium" that of the place. Else it is of
 * whom its clause and the words before it tell ("seine eigene Partei", the crew of a ship), or of the country that the report speaks of (focus.c),
 * as the role's column "bare" says. */
#include "entity/country.h"
#include "entity/nominal.h"
#include "parse/tree.h"

#include <string.h>

enum { SENTENCES_OF_MEMBERS = 8, SENTENCES_OF_CRAFT = 4, SENTENCES_OF_PART = 3 };

/* "brachte einen iranischen Frachter auf und nahm die Besatzung fest": the crew is of whose the ship is that was told last; "": none was told so. */
static const char *nominal__crew_code(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[nominal->token].sentence;
    for (uint32_t token = nominal->token; nominal->role->is_crew && token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_CRAFT;) {
        const struct entity *const entity = entity_at(finder, token);
        const struct known_role *const role = entity && entity->code[0] ? entity_role(finder, &document->tokens[token]) : NULL;
        if (role && role->kind == ROLE_KIND_CRAFT)
            return entity->code;
    }
    return "";
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
    for (uint32_t token = noun; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_MEMBERS;) {
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
    for (uint32_t token = nominal->token; token-- > 0 && sentence - document->tokens[token].sentence <= SENTENCES_OF_CRAFT;) {
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

/* The country that nothing beside the noun tells: the likeliest of those that its clause leaves. */
static const char *nominal__likeliest(const struct entity_finder *finder, const struct nominal *nominal)
{
    const enum sector sector = nominal->role->sector;
    struct focus_limits limits = nominal_limits(nominal);
    struct known_role role = *nominal->role;
    if (sector == SECTOR_GOV || sector == SECTOR_MIL || sector == SECTOR_JUD || sector == SECTOR_LEG)
        country_limit_dative(finder, nominal->token, &limits);
    country_limit_victims(finder, nominal->token, &limits);
    country_limit_teller(finder, nominal->token, sector, &limits);
    country_limit_actor(finder, nominal->token, nominal->role, &limits);
    if (role.is_harmful)
        country_limit_hit(finder, nominal->token, &limits);
    country_limit_speaker(finder, nominal->token, nominal->role, &limits);
    if (nominal->local && role.bare != BARE_CODES)
        role.bare = BARE_SCENE;
    if (country_limit_envoy(finder, nominal->token, &role, &limits))
        role.bare = BARE_ABROAD;
    return nominal__code(finder, nominal->token, &role, &limits);
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
    const uint32_t body = nominal_short_name(finder, nominal);
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
    const uint32_t earlier = nominal->former ? nominal_former(finder, nominal)
                             : nominal__is_new(nominal) || code_of_own[0] || nominal->local ? DOCUMENT_NONE : nominal_earlier(finder, nominal);
    const char *const home = nominal__home_code(finder, nominal);
    if (earlier != DOCUMENT_NONE && (!home[0] || strcmp(home, finder->document->entities[earlier].code) == 0))
        return nominal_mention(finder, nominal, nominal_core(finder->document, nominal->token), earlier);
    if (home[0])
        memcpy(code_of_own, home, strlen(home) + 1);
    if (nominal_is_anaphor_only(nominal->role) || nominal_is_task(nominal->role))
        return true;
    const bool some = nominal->plural && !nominal->definite && nominal->role->kind == ROLE_KIND_BODY && nominal->role->sector == SECTOR_GOV;
    const bool ally = nominal->role->kind == ROLE_KIND_GROUP && nominal_is_related(nominal);       /* "ihr Verbündeter": which of them? */
    const bool named_kind = nominal->role->anaphor == ANAPHOR_COUNTRY && (nominal->plural || !nominal->definite || ally);
    const bool in_common = nominal->several || nominal->international;
    const char *const part = nominal__part_code(finder, nominal);
    if (!code_of_own[0] && focus_is_country(part))
        memcpy(code_of_own, part, strlen(part));
    const char *const code = code_of_own[0] ? code_of_own : named_kind || some ? "" : in_common ? nominal__shared_code(nominal)
                             : nominal__likeliest(finder, nominal);
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
