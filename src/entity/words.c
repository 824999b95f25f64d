/* entity/words.c: opens the tables of words: roles, items, pronouns, prepositions, adjectives. */
#include "entity/opener.h"

#include <string.h>

/* "power", "DEU AUT" … */
static bool words__bare(struct opener *opener, const struct table *table, size_t row, size_t column, struct known_role *role)
{
    static const char *const terms[] = {"scene", "power", "abroad", "free"};
    const char *const cell = table_cell(table, row, column);
    const int term = table_term(cell, terms, 4);
    role->bare = term < 0 ? BARE_CODES : (enum role_bare)term;
    if (term >= 0)
        return true;
    role->codes = table_words(opener->set->arena, cell, ' ', &role->code_count, opener->error);
    for (size_t i = 0; role->codes && i < role->code_count; i++)
        if (strlen(role->codes[i]) != 3)
            return table_error(table, row, opener->error, "write scene, power, abroad, free or codes of three letters",
                               "bare \"%s\" is unknown", cell);
    if (role->codes && !role->code_count)
        return table_error(table, row, opener->error, "write scene, power, abroad, free or codes of three letters", "bare is empty");
    return role->codes != NULL;
}

static bool words__role(struct opener *opener, const struct table *table, size_t row, struct known_role *role)
{
    enum { LEMMA = 1, SECTOR, KIND, NAMING, NEEDS, BARE };
    static const char *const needs[] = {"", "country", "pair", "body", "mouth", "member", "single", "alone", "sides", "named", "person", "people", "neighbour", "own", "ally", "harms", "coup", "crew"};
    enum { MOUTH = 4, MEMBER, SINGLE, ALONE, SIDES, NAMED, PERSON, PEOPLE, NEIGHBOUR, OWN, ALLY, HARMS, COUP, CREW, NEED_COUNT };
    static const char *const kinds[] = {"office", "group", "body", "city", "region", "site", "unit", "craft"};
    const int naming = opener_naming(table, row, NAMING), kind = table_term(table_cell(table, row, KIND), kinds, ROLE_KIND_COUNT);
    const int need = table_term(table_cell(table, row, NEEDS), needs, NEED_COUNT);
    if (naming < 0 || need < 0 || kind < 0)
        return table_error(table, row, opener->error, "see docs/entities.md", "kind, naming or needs is unknown");
    const char *const lemma = table_cell(table, row, LEMMA);
    *role = (struct known_role){.lemma = lemma + (lemma[0] == '='), .is_whole = lemma[0] == '=', .kind = (enum role_kind)kind,
                                .naming = (enum naming)naming, .anaphor = need < MOUTH ? (enum role_anaphor)need : need == NEIGHBOUR || need == ALLY ? ANAPHOR_COUNTRY : ANAPHOR_NONE,
                                .is_mouth = need == MOUTH || need == MEMBER, .is_member = need == MEMBER, .is_single = need == SINGLE, .is_alone = need == ALONE,
                                .is_sides = need == SIDES, .is_named = need == NAMED, .is_person = need == PERSON, .is_people = need == PEOPLE, .is_neighbour = need == NEIGHBOUR, .is_ally = need == ALLY, .is_own = need == OWN, .is_harmful = need == HARMS, .is_of_coup = need == COUP, .is_crew = need == CREW,
                                .why = table_cell(table, row, 0)};
    return opener_sector(opener, table, row, SECTOR, &role->sector) && words__bare(opener, table, row, BARE, role);
}

/* "schwere Waffe" -> "schwer Waffe" */
static const char *words__key(struct opener *opener, const char *name)
{
    const char *const space = strchr(name, ' ');
    if (!space)
        return name;
    const size_t first = (size_t)(space - name);
    return arena_format(opener->set->arena, opener->error, "%.*s%s", (int)entity_cut_ending(name, first), name, space);
}

static bool words__roles(struct opener *opener)
{
    static const char *const columns[] = {"id", "lemma", "sector", "kind", "naming", "needs", "bare", "source", "checked"};
    struct arena *const arena = opener->set->arena;
    const struct table *const table = table_open(opener->set, "entity/roles.tsv", columns, 9, opener->error);
    struct known_role *const roles = table ? arena_take(arena, table->row_count, sizeof *roles, opener->error) : NULL;
    struct string_map *const lemmas = roles ? string_map_open(arena, table->row_count, opener->error) : NULL;
    for (size_t row = 0; lemmas && row < table->row_count; row++) {
        const char *const key = words__role(opener, table, row, &roles[row]) ? words__key(opener, roles[row].lemma) : NULL;
        if (!key || !string_map_add(lemmas, key, strlen(key), (uint32_t)row, opener->error))
            return false;
    }
    opener->knowledge->roles = roles;
    opener->knowledge->role_count = table ? table->row_count : 0;
    opener->knowledge->role_lemmas = lemmas;
    return lemmas != NULL;
}

static bool words__items(struct opener *opener)
{
    enum { NAME = 1, KIND, CLASS, UNROCA, ORIGIN, CONTEXT };
    static const char *const columns[] = {"id", "name", "kind", "class", "unroca", "origin", "context", "source", "checked"};
    struct arena *const arena = opener->set->arena;
    const struct table *const table = table_open(opener->set, "entity/items.tsv", columns, 9, opener->error);
    struct known_item *const items = table ? arena_take(arena, table->row_count, sizeof *items, opener->error) : NULL;
    struct string_map *const words = items ? string_map_open(arena, table->row_count, opener->error) : NULL;
    struct string_map *const models = words ? string_map_open(arena, table->row_count, opener->error) : NULL;
    for (size_t row = 0; models && row < table->row_count; row++) {
        struct known_item *const item = &items[row];
        *item = (struct known_item){.name = table_cell(table, row, NAME), .item_class = table_cell(table, row, CLASS),
                                    .origin = table_cell(table, row, ORIGIN), .why = table_cell(table, row, 0),
                                    .is_model = strcmp(table_cell(table, row, KIND), "model") == 0,
                                    .is_anaphor = strcmp(table_cell(table, row, KIND), "anaphor") == 0 || strcmp(table_cell(table, row, KIND), "pointed") == 0,
                                    .is_pointed = strcmp(table_cell(table, row, KIND), "pointed") == 0,
                                    .is_pointer = strcmp(table_cell(table, row, KIND), "pointer") == 0,
                                    .is_type = strcmp(table_cell(table, row, KIND), "type") == 0,
                                    .needs_number = strcmp(table_cell(table, row, CONTEXT), "counted") == 0,
                                    .needs_context = strcmp(table_cell(table, row, CONTEXT), "arms") == 0};
        if (table_cell(table, row, CONTEXT)[0] == '!')
            item->not_with = table_words(arena, table_cell(table, row, CONTEXT) + 1, ' ', &item->not_count, opener->error);
        if (table_cell(table, row, CONTEXT)[0] == '=')
            item->stands_for = table_words(arena, table_cell(table, row, CONTEXT) + 1, ' ', &item->stands_for_count, opener->error);
        if ((table_cell(table, row, CONTEXT)[0] == '!' && !item->not_with) || (table_cell(table, row, CONTEXT)[0] == '=' && !item->stands_for))
            return false;
        item->unroca = table_words(arena, table_cell(table, row, UNROCA), ' ', &item->unroca_count, opener->error);
        const char *const key = item->is_model ? item->name : words__key(opener, item->name);
        if (!item->unroca || !key ||
            !string_map_add(item->is_model ? models : words, key, strlen(key), (uint32_t)row, opener->error) ||
            (item->is_model && !opener_add_first_word(opener, key)))
            return false;
    }
    opener->knowledge->items = items;
    opener->knowledge->item_words = words;
    opener->knowledge->item_models = models;
    return models != NULL;
}

/* "masc neut", "fem plur" … */
static bool words__genders(struct opener *opener, const struct table *table, size_t row, size_t column, uint8_t *genders)
{
    static const char *const names[] = {"plur", "masc", "fem", "neut"};
    size_t count;
    const char *const *const words = table_words(opener->set->arena, table_cell(table, row, column), ' ', &count, opener->error);
    for (size_t i = 0; words && i < count; i++) {
        const int term = table_term(words[i], names, 4);
        if (term < 0)
            return table_error(table, row, opener->error, "write masc, fem, neut, plur", "\"%s\" is unknown", words[i]);
        *genders = (uint8_t)(*genders | 1U << term);
    }
    return words != NULL;
}

static bool words__pronouns(struct opener *opener)
{
    enum { FORM = 1, STANDS_FOR, KIND };
    static const char *const columns[] = {"id", "form", "stands_for", "kind", "source", "checked"};
    static const char *const kinds[] = {"personal", "possessive", "demonstrative", "pair", "whose"};
    struct arena *const arena = opener->set->arena;
    const struct table *const table = table_open(opener->set, "entity/pronouns.tsv", columns, 6, opener->error);
    struct pronoun *const pronouns = table ? arena_take(arena, table->row_count, sizeof *pronouns, opener->error) : NULL;
    struct string_map *const forms = pronouns ? string_map_open(arena, table->row_count, opener->error) : NULL;
    for (size_t row = 0; forms && row < table->row_count; row++) {
        struct pronoun *const pronoun = &pronouns[row];
        const int kind = table_term(table_cell(table, row, KIND), kinds, PRONOUN_KIND_COUNT);
        if (kind < 0)
            return table_error(table, row, opener->error, "write personal, possessive, demonstrative, pair or whose", "kind is unknown");
        *pronoun = (struct pronoun){.form = table_cell(table, row, FORM), .kind = (enum pronoun_kind)kind, .why = table_cell(table, row, 0)};
        if (!words__genders(opener, table, row, STANDS_FOR, &pronoun->genders) ||
            !string_map_add(forms, pronoun->form, strlen(pronoun->form), (uint32_t)row, opener->error))
            return false;
    }
    opener->knowledge->pronouns = pronouns;
    opener->knowledge->pronoun_forms = forms;
    return forms != NULL;
}

static bool words__prepositions(struct opener *opener)
{
    enum { PREPOSITION = 1, USE };
    static const char *const columns[] = {"id", "preposition", "use", "source", "checked"};
    static const char *const uses[] = {"place", "origin", "owner", "teller", "circle", "goal"};
    static const uint32_t bits[] = {PREPOSITION_IS_PLACE, PREPOSITION_IS_ORIGIN, PREPOSITION_IS_OWNER, PREPOSITION_IS_TELLER,
                                    PREPOSITION_IS_PLACE | PREPOSITION_IS_CIRCLE, PREPOSITION_IS_TELLER | PREPOSITION_IS_GOAL};
    struct arena *const arena = opener->set->arena;
    const struct table *const table = table_open(opener->set, "entity/prepositions.tsv", columns, 5, opener->error);
    struct string_map *const map = table ? string_map_open(arena, table->row_count, opener->error) : NULL;
    for (size_t row = 0; map && row < table->row_count; row++) {
        const char *const word = table_cell(table, row, PREPOSITION);
        const int use = table_term(table_cell(table, row, USE), uses, sizeof uses / sizeof uses[0]);
        if (use < 0)
            return table_error(table, row, opener->error, "write place, origin, owner, teller, circle or goal", "use is unknown");
        if (!string_map_add(map, word, strlen(word), bits[use], opener->error))
            return false;
    }
    opener->knowledge->prepositions = map;
    return map != NULL;
}

/* Adjectives that say whether someone holds an office now ("der frühere Präsident"), or whose a noun is: nobody's country ("westliche"). */
static bool words__adjectives(struct opener *opener)
{
    enum { ADJECTIVE = 1, USE };
    static const char *const columns[] = {"id", "adjective", "use", "source", "checked"};
    static const char *const uses[] = {"former", "other", "several", "international", "own", "local", "led"};
    const struct table *const table = table_open(opener->set, "entity/adjectives.tsv", columns, 5, opener->error);
    struct string_map *const map = table ? string_map_open(opener->set->arena, table->row_count, opener->error) : NULL;
    for (size_t row = 0; map && row < table->row_count; row++) {
        const char *const word = table_cell(table, row, ADJECTIVE);
        const int use = table_term(table_cell(table, row, USE), uses, ADJECTIVE_USE_COUNT);
        if (use < 0)
            return table_error(table, row, opener->error, "write former, other, several, international, own, local or led", "use is unknown");
        if (!string_map_add(map, word, strlen(word), (uint32_t)use, opener->error))
            return false;
    }
    opener->knowledge->role_adjectives = map;
    return map != NULL;
}

/* Verbs by whose subject it is known whose a noun is. */
static bool words__senders(struct opener *opener)
{
    static const char *const columns[] = {"id", "verb", "use", "source", "checked"}, *const uses[] = {"sends", "expels", "suffers", "answers", "summons", "attacks", "offends", "judges"};
    const struct table *const table = table_open(opener->set, "entity/senders.tsv", columns, 5, opener->error);
    struct string_map *const map = table ? string_map_open(opener->set->arena, table->row_count, opener->error) : NULL;
    for (size_t row = 0; map && row < table->row_count; row++) {
        const int use = table_term(table_cell(table, row, 2), uses, sizeof uses / sizeof *uses);
        if (use < 0)
            return table_error(table, row, opener->error, "write sends, expels, suffers, answers, summons, attacks, offends or judges", "use is unknown");
        if (!string_map_add(map, table_cell(table, row, 1), strlen(table_cell(table, row, 1)), (uint32_t)use, opener->error))
            return false;
    }
    opener->knowledge->senders = map;
    return map != NULL;
}

/* A table of words alone. NULL: error is set. */
static const struct string_map *words__set(const struct opener *opener, const char *file, const char *column)
{
    const char *const columns[] = {"id", column, "source", "checked"};
    const struct table *const table = table_open(opener->set, file, columns, 4, opener->error);
    struct string_map *const map = table ? string_map_open(opener->set->arena, table->row_count, opener->error) : NULL;
    for (size_t row = 0; map && row < table->row_count; row++)
        if (!string_map_add(map, table_cell(table, row, 1), strlen(table_cell(table, row, 1)), (uint32_t)row, opener->error))
            return NULL;
    return map;
}

static bool words__sets(struct opener *opener)
{
    static const char *const ending[] = {"id", "ending", "source", "checked"};
    opener->knowledge->unarmed = words__set(opener, "entity/unarmed.tsv", "code");
    opener->knowledge->elected = opener->knowledge->unarmed ? words__set(opener, "entity/elected.tsv", "code") : NULL;
    opener->knowledge->descent = opener->knowledge->elected ? words__set(opener, "entity/descent.tsv", "noun") : NULL;
    opener->knowledge->conjunctions = opener->knowledge->descent ? words__set(opener, "entity/conjunctions.tsv", "conjunction") : NULL;
    opener->knowledge->plurals = opener->knowledge->conjunctions ? table_open(opener->set, "entity/plurals.tsv", ending, 4, opener->error) : NULL;
    return opener->knowledge->plurals != NULL;
}

static bool words__regions(struct opener *opener)
{
    enum { ADJECTIVE = 1, COUNTRIES, PLURAL };
    static const char *const columns[] = {"id", "adjective", "countries", "plural", "source", "checked"};
    static const char *const plurals[] = {"several", "all"};
    struct arena *const arena = opener->set->arena;
    const struct table *const table = table_open(opener->set, "entity/regions.tsv", columns, 6, opener->error);
    struct known_region *const regions = table ? arena_take(arena, table->row_count, sizeof *regions, opener->error) : NULL;
    struct string_map *const map = regions ? string_map_open(arena, table->row_count, opener->error) : NULL;
    for (size_t row = 0; map && row < table->row_count; row++) {
        const char *const word = table_cell(table, row, ADJECTIVE);
        const int plural = table_term(table_cell(table, row, PLURAL), plurals, 2);
        if (plural < 0)
            return table_error(table, row, opener->error, "write several or all", "plural is unknown");
        regions[row].is_all = plural == 1;
        regions[row].codes = table_words(arena, table_cell(table, row, COUNTRIES), ' ', &regions[row].code_count, opener->error);
        if (!regions[row].codes || !string_map_add(map, word, strlen(word), (uint32_t)row, opener->error))
            return false;
    }
    opener->knowledge->regions = regions;
    opener->knowledge->region_adjectives = map;
    return map != NULL;
}

static bool words__conflicts(struct opener *opener)
{
    enum { SIDES = 1, KIND, FROM, TO };
    static const char *const kinds[] = {"war", "civil", "dispute"};
    static const char *const columns[] = {"id", "sides", "kind", "from", "to", "source", "checked"};
    struct arena *const arena = opener->set->arena;
    const struct table *const table = table_open(opener->set, "entity/conflicts.tsv", columns, 7, opener->error);
    struct known_conflict *const conflicts = table ? arena_take(arena, table->row_count + 1, sizeof *conflicts, opener->error) : NULL;
    for (size_t row = 0; conflicts && row < table->row_count; row++) {
        size_t count = 0;
        const int kind = table_term(table_cell(table, row, KIND), kinds, 3);
        conflicts[row] = (struct known_conflict){table_words(arena, table_cell(table, row, SIDES), ' ', &count, opener->error), (enum conflict_kind)kind,
                                                 opener_day(table_cell(table, row, FROM)), opener_day(table_cell(table, row, TO))};
        if (!conflicts[row].sides)
            return false;
        if (count != 2 || kind < 0 || conflicts[row].from_day == DAY_NONE)
            return table_error(table, row, opener->error, "write two codes, war, civil or dispute, and YYYY-MM-DD", "two sides, a kind and a day are expected");
    }
    opener->knowledge->conflicts = conflicts;
    opener->knowledge->conflict_count = table ? table->row_count : 0;
    return conflicts != NULL;
}

/* A table of the countries that stand in one relation to each: lists, and the row of each code. */
static bool words__countries_of(struct opener *opener, const char *file, const char *column, const struct known_region **lists,
                                const struct string_map **rows)
{
    enum { COUNTRY = 1, COUNTRIES };
    const char *const columns[] = {"id", "country", column, "source", "checked"};
    struct arena *const arena = opener->set->arena;
    const struct table *const table = table_open(opener->set, file, columns, 5, opener->error);
    struct known_region *const made = table ? arena_take(arena, table->row_count, sizeof *made, opener->error) : NULL;
    struct string_map *const map = made ? string_map_open(arena, table->row_count, opener->error) : NULL;
    for (size_t row = 0; map && row < table->row_count; row++) {
        const char *const code = table_cell(table, row, COUNTRY);
        made[row].is_all = false;
        made[row].codes = table_words(arena, table_cell(table, row, COUNTRIES), ' ', &made[row].code_count, opener->error);
        if (!made[row].codes || !string_map_add(map, code, strlen(code), (uint32_t)row, opener->error))
            return false;
    }
    *lists = made;
    *rows = map;
    return map != NULL;
}

static bool words__relations(struct opener *opener)
{
    struct entity_knowledge *const knowledge = opener->knowledge;
    return words__countries_of(opener, "entity/neighbours.tsv", "neighbours", &knowledge->neighbours, &knowledge->neighbour_rows) &&
           words__countries_of(opener, "entity/allies.tsv", "allies", &knowledge->allies, &knowledge->ally_rows);
}

bool opener_words(struct opener *opener)
{
    return words__senders(opener) && words__sets(opener) && words__regions(opener) && words__relations(opener) && words__conflicts(opener) && words__roles(opener) && words__items(opener) && words__pronouns(opener) &&
           words__prepositions(opener) && words__adjectives(opener);
}
