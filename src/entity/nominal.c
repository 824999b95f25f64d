/* entity/nominal.c: people, bodies and places that are named by what they are.
 *
 * A noun of roles.tsv gets its country from what stands with it: the first part of its compound (US-Präsident), an adjective of nationality
 * (russische Soldaten), a genitive or a phrase with von, in, aus (die Regierung in Teheran), a possessive (seine Truppen), a name beside it
 * (Präsident Wladimir Putin, Terrororganisation Hamas): owner.c. Where nothing of this tells whose it is: nominal_bare.c. */
#include "base/utf8.h"
#include "entity/country.h"
#include "entity/nominal.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <stdio.h>
#include <string.h>

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
        if (!nominal_make(finder, nominal, &copy, code, &made[i]))
            return false;
        finder->notes[made[i]].is_told = true;
    }
    uint32_t *const all = arena_take(document->arena, owner->count, sizeof *all, finder->error);
    if (!all)
        return false;
    memcpy(all, made, owner->count * sizeof *all);
    nominal_remember(finder, nominal, made[0]);
    return entity_mention_all(finder, nominal_core(document, nominal->token), nominal->token, MENTION_NOMINAL, all, owner->count);
}

/* "der türkische Hochschulratspräsident": a compound whose first part is no country's presides over something else than the state. */
static bool nominal__is_other_office(const struct document *document, const struct nominal *nominal)
{
    const struct token *const token = &document->tokens[nominal->token];
    return token->compound_head && strcmp(token->compound_head, nominal->role->lemma) == 0 && token->lemma && strcmp(token->lemma, nominal->role->lemma) != 0 &&
           document->token_modifier[nominal->token] == DOCUMENT_NONE;
}

/* The person who holds the office on the day of the report ("der iranische Präsident"), or DOCUMENT_NONE. */
static uint32_t nominal__holder(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct entity_knowledge *const knowledge = finder->knowledge;
    const int32_t day = finder->document->report.published_day;
    char key[PHRASE_BYTES_AT_MOST];
    const int length = snprintf(key, sizeof key, "%s %s", nominal->owner.entities[0]->code, nominal->role->lemma);
    if (day == DAY_NONE || length < 0 || (size_t)length >= sizeof key || nominal__is_other_office(finder->document, nominal))
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
        nominal_inform(finder, nominal, &document->entities[all[i] = found[i]]);
    return entity_mention_all(finder, (struct token_range){nominal->token, 1}, nominal->token, MENTION_NOMINAL, all, count);
}

static bool nominal__pair(struct entity_finder *finder, const struct nominal *nominal)
{
    uint32_t *const both = arena_take(finder->document->arena, 2, sizeof *both, finder->error);
    if (!both)
        return false;
    return !entity_antecedent_pair(finder, nominal->token, both) ||
           entity_mention_all(finder, (struct token_range){nominal->token, 1}, nominal->token, MENTION_NOMINAL, both, both[0] == both[1] ? 1 : 2);
}

/* "Machthaber Alexander Lukaschenko": a word that is the same in the plural, without an article right before one person's name. */
static bool nominal__is_title(const struct entity_finder *finder, const struct nominal *nominal)
{
    const struct document *const document = finder->document;
    const uint32_t name = finder->name_mention[nominal->owner.beside_token];
    return name != DOCUMENT_NONE && document->mentions[name].tokens.first == nominal->token + 1 && document->entities[nominal->owner.beside].kind == ENTITY_PERSON &&
           tree_determiner(document, nominal->token) == DOCUMENT_NONE;
}

static bool nominal__resolve(struct entity_finder *finder, const struct nominal *nominal)
{
    struct document *const document = finder->document;
    const struct known_role *const role = nominal->role;
    const struct owner *const owner = &nominal->owner;
    if (nominal_is_anaphor_only(role) && (owner->beside != DOCUMENT_NONE || (owner->count && role->bare == BARE_FREE)))
        return true;                 /* "die Insel Taiwan": its name says all */
    if (owner->beside != DOCUMENT_NONE && !nominal->plural) {
        nominal_inform(finder, nominal, &document->entities[owner->beside]);
        return nominal_mention(finder, nominal, (struct token_range){nominal->token, 1}, owner->beside);
    }
    if (owner->beside != DOCUMENT_NONE) {
        bool done;
        if (!nominal__list(finder, nominal, &done) || done)
            return done;
        if (nominal__is_title(finder, nominal)) {
            nominal_inform(finder, nominal, &document->entities[owner->beside]);
            return nominal_mention(finder, nominal, (struct token_range){nominal->token, 1}, owner->beside);
        }
    }
    if (owner->is_pair || (role->is_sides && nominal->plural && nominal->definite && !owner->count)) {
        if (!nominal__pair(finder, nominal))
            return false;
        if (document->token_mention[nominal->token] != DOCUMENT_NONE || role->sector == SECTOR_GOV)
            return true;             /* "beide Regierungen" are of two countries, "beide Parteien" of one */
    }
    if (owner->count == 1 && role->kind == ROLE_KIND_OFFICE && !nominal->plural && !nominal->former && !nominal->other && !role->is_mouth &&
        role->bare != BARE_ABROAD) {
        const uint32_t holder = nominal__holder(finder, nominal);
        const uint32_t entity = holder == DOCUMENT_NONE ? DOCUMENT_NONE : entity_of_name(finder, holder);
        if (holder != DOCUMENT_NONE)
            return entity != DOCUMENT_NONE && nominal_mention(finder, nominal, nominal_core(document, nominal->token), entity);
    }
    if (nominal_is_related(nominal))
        return nominal_bare(finder, nominal);
    const uint32_t person = role->is_person && owner->count == 1 ? nominal_person(finder, nominal) : DOCUMENT_NONE;
    if (person != DOCUMENT_NONE)
        return nominal_mention(finder, nominal, nominal_core(document, nominal->token), person);     /* "der SPD-Politiker" */
    if (owner->count && (role->anaphor != ANAPHOR_PAIR || owner->by_adjective))
        return nominal__owned(finder, nominal);
    return role->anaphor == ANAPHOR_PAIR || nominal_bare(finder, nominal);
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
        if (nominal_is_place(nominal->role))
            continue;                /* "im westlichen Bezirk" */
        nominal->several = nominal->several || (hit.found && hit.value == ADJECTIVE_SEVERAL) ||
                           (region.found && (!nominal->region || nominal->plural || !nominal->definite));
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

/* "Die USA ziehen Soldaten aus Deutschland ab": where forces are sent or leave is not whose they are. */
static bool nominal__leave(const struct entity_finder *finder, uint32_t noun, const struct known_role *role)
{
    const struct document *const document = finder->document;
    if (role->sector != SECTOR_MIL || document->token_modifier[noun] != DOCUMENT_NONE || !country_sends(finder, noun))
        return false;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (child > noun && document->tokens[child].relation == RELATION_NMOD && tree_preposition(document, child) == DOCUMENT_NONE)
            return false;            /* "Soldaten der Bundeswehr" */
    return true;
}

/* "zwei Bundestagsabgeordnete der Linken", "Siedler aus dem Westjordanland": the noun itself tells its one country, a party that is of none by its
 * words does not, nor does where its people live. */
static bool nominal__tells_itself(const struct document *document, const struct nominal *nominal)
{
    const enum entity_kind kind = nominal->owner.entities[0]->kind;
    const bool lives = nominal->role->kind == ROLE_KIND_GROUP && nominal->role->sector == SECTOR_CVL && (kind == ENTITY_COUNTRY || kind == ENTITY_PLACE) &&
                       document->token_modifier[nominal->token] == DOCUMENT_NONE;
    return nominal->role->bare == BARE_CODES && nominal->role->code_count == 1 && (kind == ENTITY_GROUP || lives) &&
           focus_is_country(nominal->owner.entities[0]->code) && focus_is_country(nominal->role->codes[0]);
}

/* "zwei Länder der Region": several countries are no one country's. */
static bool nominal__are_several(const struct nominal *nominal)
{
    return nominal->role->anaphor == ANAPHOR_COUNTRY && nominal->plural && !nominal->owner.is_pair && focus_is_country(nominal->owner.entities[0]->code);
}

/* Reads the noun if it is one of those whose words tell whose they are, or (told false) whichever it is. */
static bool nominal__read(struct entity_finder *finder, uint32_t noun, const struct known_role *role, bool told)
{
    const struct document *const document = finder->document;
    struct nominal nominal = {.token = noun, .role = role, .plural = document->tokens[noun].morphology.number == NUMBER_PLUR,
                              .definite = nominal__is_definite(document, noun)};
    owner_find(finder, noun, role, &nominal.owner);
    if (nominal.owner.count && !nominal.owner.by_adjective && (country_is_left(finder, noun) || nominal__are_several(&nominal) || nominal__tells_itself(document, &nominal) || nominal__leave(finder, noun, role)))
        nominal.owner.count = 0;
    if (role->is_named && nominal.owner.beside == DOCUMENT_NONE && !nominal.owner.is_pair &&
        !(nominal_is_place(role) && nominal.owner.count))
        return true;
    if (told && !nominal.owner.count && (nominal.owner.beside == DOCUMENT_NONE || !document->entities[nominal.owner.beside].code[0]))
        return true;
    nominal.own = role->is_own;
    nominal__note_adjectives(finder, &nominal);
    return nominal__resolve(finder, &nominal);
}

/* "das Land" waits for the other nouns of its clause, and what it sends waits for it: "Das Land schickt Soldaten". */
static bool nominal__waits(const struct entity_finder *finder, uint32_t noun, const struct known_role *role)
{
    const struct document *const document = finder->document;
    if (role->anaphor == ANAPHOR_COUNTRY)
        return document->tokens[noun].relation != RELATION_NMOD && !owner_has_pair_word(finder, noun);
    const uint32_t subject = country_sends(finder, noun) ? tree_subject(document, tree_clause(document, noun)) : DOCUMENT_NONE;
    const struct known_role *const sender = subject == DOCUMENT_NONE || document->token_mention[subject] != DOCUMENT_NONE ? NULL
                                                                                                                       : entity_role(finder, &document->tokens[subject]);
    return sender && sender->anaphor == ANAPHOR_COUNTRY;
}

/* Reads the nouns of a range from its end, so that "Sprecher des Nationalen Sicherheitsrats des Weißen Hauses" finds its body coded: a noun's
 * dependents that stand behind it come first. */
static bool nominal__read_range(struct entity_finder *finder, struct token_range range, bool possessed, bool told)
{
    for (uint32_t i = range.count; i-- > 0;) {
        const struct known_role *const role = nominal__unread(finder, range.first + i, possessed);
        if (role && !nominal__waits(finder, range.first + i, role) && !nominal__read(finder, range.first + i, role, told))
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
    for (size_t rest = 0; rest < 2; rest++)
        for (uint32_t noun = end; noun-- > sentence->tokens.first;) {
            const struct known_role *const role = nominal__unread(finder, noun, possessed);
            if (role && (rest || role->anaphor == ANAPHOR_COUNTRY) && !nominal__read(finder, noun, role, false))
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
