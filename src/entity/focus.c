/* entity/focus.c: which country a report is speaking of where it says "die Armee" or "drei Menschen" and nothing more.
 *
 *   Every mention m of a country, of its people, bodies and places gives weight to the country's code c. After n sentences
 *       F(c) = sum over m of w(m) * FADING^(sentences since m) + PRIOR * sum of w over the names of c in the whole report
 *   once with weights for the scene of acts (places and locatives count most), once for those who act (names, subjects), once for
 *   "das Land" (names of countries; fades faster), once for each sector. A bare noun belongs to the c with the largest F of its kind, its
 *   own sentence weighed more, the last sentence's subject a little, where "das Land" is asked much. The place of the date line counts as
 *   named all through; forces, courts and parties lean on the scene too. Centering's idea (Grosz, Joshi & Weinstein 1995) that what was
 *   spoken of last is likeliest, softened to a sum because a report has many countries. */
#include "entity/country.h"
#include "entity/finder.h"

#include "parse/tree.h"

#include <string.h>

static const float FADING = 0.7F, PRIOR = 0.3F, FADING_COUNTRY = 0.6F, PRIOR_COUNTRY = 0.2F, OWN_SENTENCE = 2.0F, SAME_SECTOR = 1.0F, CLEAR_LEAD = 1.4F;
static const float LAST_SUBJECT = 2.0F, LAST_SUBJECT_OFFICE = 1.0F, LAST_SUBJECT_BODY = 0.5F, SCENE_OF_FORCES = 0.4F, SCENE_OF_SENTENCE = 1.0F,
                   OWN_SUBJECT_BODY = 2.0F, LAST_SEAT = 3.0F, STILL_SPEAKS = 2.0F, LAST_OBJECT = 1.0F;

static const struct focus_weight DATELINE = {2.5F, 2.5F, 0.0F};

struct focus_country *focus_told_country(const struct entity_finder *finder, const char *code)
{
    for (size_t i = 0; i < finder->focus.count; i++)
        if (strcmp(finder->focus.countries[i].code, code) == 0)
            return &finder->focus.countries[i];
    return NULL;
}

static struct focus_country *focus__country(struct entity_finder *finder, const char *code)
{
    struct focus *const focus = &finder->focus;
    struct focus_country *const told = focus_told_country(finder, code);
    if (told)
        return told;
    struct focus_country *const made = arena_append(finder->document->arena, &focus->countries, &focus->count, &focus->capacity,
                                                    sizeof *made, finder->error);
    if (made)
        memcpy(made->code, code, strlen(code));
    return made;
}

static const char *focus__code_of(const struct entity *entity)
{
    return entity->code[0] ? entity->code : entity->place_country;
}

/* "iranische Raketen": who made the arms, which says little of whose police found them. */
static bool focus__is_origin(const struct document *document, const struct mention *mention)
{
    const uint32_t noun = tree_head(document, mention->head);
    const uint32_t item = mention->kind != MENTION_ADJECTIVE || noun == DOCUMENT_NONE ? DOCUMENT_NONE : document->token_item[noun];
    return item != DOCUMENT_NONE && strcmp(document->items[item].item_class, "troops") != 0;
}

/* Inside an attribute: "die in Genf ansässige Organisation" does nothing in Switzerland. */
static bool focus__is_attribute(const struct document *document, uint32_t token)
{
    const uint32_t head = tree_head(document, token);
    return head != DOCUMENT_NONE && head > token && document->tokens[head].relation == RELATION_AMOD;
}

/* "die Bundesregierung": the word itself tells of which country it is. */
static bool focus__is_own_body(const struct entity_finder *finder, uint32_t noun)
{
    const struct known_role *const role = entity_role(finder, &finder->document->tokens[noun]);
    return role && role->bare == BARE_CODES && role->sector == SECTOR_GOV && role->kind != ROLE_KIND_GROUP && role->anaphor == ANAPHOR_NONE;
}

/* "Iran verhaftete zwei Franzosen. Die Männer …": people told before say nothing new of a country. */
static bool focus__is_told_again(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    const uint32_t index = document->token_mention[noun];
    const struct mention *const mention = index == DOCUMENT_NONE ? NULL : &document->mentions[index];
    const struct known_role *const role = mention && mention->kind == MENTION_NOMINAL && mention->entity_count ? entity_role(finder, &document->tokens[noun]) : NULL;
    if (!role || !role->is_people)
        return false;
    const char *const name = document->entities[mention->entities[0]].name;          /* that of the first mention, in its words */
    const size_t length = mention->span.end_byte - mention->span.begin_byte;
    return strlen(name) != length || memcmp(name, document->text + mention->span.begin_byte, length) != 0;
}

/* "Ein Sprecher des Ministeriums sagte in Paris, …": where someone of that country tells something is not where it happens. */
static bool focus__is_where_told(const struct entity_finder *finder, const struct mention *mention, const struct entity *seat)
{
    const struct document *const document = finder->document;
    const uint32_t clause = tree_head(document, mention->head);
    const uint32_t subject = clause == DOCUMENT_NONE || seat->sector != SECTOR_GOV ? DOCUMENT_NONE : tree_subject(document, clause);
    const struct entity *const speaker = subject == DOCUMENT_NONE ? NULL : entity_at(finder, subject);
    return speaker && speaker->sector != SECTOR_CVL && strcmp(speaker->code, seat->place_country) == 0 &&
           tree_child(document, clause, RELATION_CCOMP) != DOCUMENT_NONE;
}

/* What one mention says of its country. */
static struct focus_weight focus__weigh(const struct entity_finder *finder, const struct mention *mention, const struct entity *entity)
{
    const struct document *const document = finder->document;
    const bool locative = mention->kind == MENTION_NAME && (entity_preposition(finder, mention->head) & PREPOSITION_IS_PLACE);
    const enum relation relation = document->tokens[mention->head].relation;
    const uint32_t clause = tree_head(document, mention->head);
    const bool aside = clause != DOCUMENT_NONE && document->tokens[clause].relation == RELATION_ACL;       /* in a relative clause */
    const float subject = !aside && (relation == RELATION_NSUBJ || relation == RELATION_NSUBJ_PASS) ? 0.5F : 0.0F;
    struct focus_weight weight;
    if (focus__is_origin(document, mention))
        return (struct focus_weight){.scene = 0};
    if (focus__is_told_again(finder, mention->head))
        return (struct focus_weight){0.1F, 0.1F, 0.1F};
    if (locative && focus__is_attribute(document, mention->head))
        return (struct focus_weight){0.4F, 0.4F, 0.3F};
    if (mention->kind == MENTION_ADJECTIVE || mention->kind == MENTION_MODIFIER)
        weight = (struct focus_weight){0.6F, 0.9F, 0.5F};
    else if (mention->kind == MENTION_PRONOUN)
        weight = (struct focus_weight){0.1F, 0.3F, 0.3F};
    else if (entity->kind == ENTITY_PLACE && locative && focus__is_where_told(finder, mention, entity))
        weight = (struct focus_weight){0.6F, 0.8F, 0.8F};
    else if (entity->kind == ENTITY_PLACE)
        weight = locative || entity->sector != SECTOR_GOV ? (struct focus_weight){2.0F, 0.6F, 0.8F} : (struct focus_weight){0.6F, 1.0F, 1.0F};
    else if (entity->kind == ENTITY_COUNTRY)
        weight = locative ? (struct focus_weight){2.2F, 0.6F, 1.5F} : (struct focus_weight){1.0F, 1.2F, 1.5F};
    else if (mention->kind == MENTION_NOMINAL)
        weight = focus__is_own_body(finder, mention->head) ? (struct focus_weight){0.3F, 1.2F, 0.7F} : (struct focus_weight){0.1F, 0.5F, 0.25F};
    else
        weight = (struct focus_weight){0.4F, 0.8F, 0.35F};
    weight.power += subject;
    return weight;
}

static void focus__increase(struct focus_weight *sum, struct focus_weight weight, float factor)
{
    sum->scene += factor * weight.scene;
    sum->power += factor * weight.power;
    sum->country += factor * weight.country;
}

/* "in Mali", "nahe Gao", "im Norden Malis": the mention tells where something is; but not where someone only speaks. */
static bool focus__is_place(const struct entity_finder *finder, const struct mention *mention, const struct entity *entity)
{
    const struct document *const document = finder->document;
    const uint32_t head = tree_head(document, mention->head);
    const bool part = head != DOCUMENT_NONE && document->tokens[mention->head].relation == RELATION_NMOD &&
                      tree_preposition(document, mention->head) == DOCUMENT_NONE && document->token_mention[head] != DOCUMENT_NONE &&
                      entity_at(finder, head)->kind == ENTITY_PLACE;
    const uint32_t use = entity_preposition(finder, part ? head : mention->head);
    if (mention->kind != MENTION_NAME || (entity->kind != ENTITY_PLACE && entity->kind != ENTITY_COUNTRY))
        return false;
    return (use & PREPOSITION_IS_PLACE) ? !focus__is_where_told(finder, mention, entity) : entity->kind == ENTITY_PLACE && entity->sector != SECTOR_GOV;
}

bool focus_open(struct entity_finder *finder)
{
    const struct document *const document = finder->document;
    for (size_t m = 0; m < document->mention_count; m++)
        for (size_t i = 0; i < document->mentions[m].entity_count; i++) {
            const struct entity *const entity = &document->entities[document->mentions[m].entities[i]];
            if (entity->sector == SECTOR_JRN)
                continue;
            struct focus_country *const country = focus__code_of(entity)[0] ? focus__country(finder, focus__code_of(entity)) : NULL;
            const struct focus_weight weight = focus__weigh(finder, &document->mentions[m], entity);
            if (country) {
                focus__increase(&country->prior, weight, 1);
                country->placed = country->placed || focus__is_place(finder, &document->mentions[m], entity);
                country->named = country->named || (document->mentions[m].kind == MENTION_NAME && (entity->kind == ENTITY_COUNTRY || entity->kind == ENTITY_PLACE));
            } else if (focus__code_of(entity)[0])
                return false;
        }
    for (size_t i = 0; i < finder->focus.dateline_count; i++) {
        struct focus_country *const country = focus__country(finder, finder->focus.datelines[i]);
        if (!country)
            return false;
        focus__increase(&country->prior, DATELINE, 1.0F / (float)(i + 1));
        country->placed = true;
    }
    return true;
}

/* Adds the weights of one mention, times factor, to its countries. */
static bool focus__add_mention(struct entity_finder *finder, uint32_t mention_index, float factor)
{
    const struct document *const document = finder->document;
    const struct mention *const mention = mention_index == DOCUMENT_NONE ? NULL : &document->mentions[mention_index];
    for (size_t i = 0; mention && i < mention->entity_count; i++) {
        const struct entity *const entity = &document->entities[mention->entities[i]];
        if (!focus__code_of(entity)[0] || entity->sector == SECTOR_JRN)
            continue;            /* who tells the news is seldom what it is about */
        struct focus_country *const country = focus__country(finder, focus__code_of(entity));
        if (!country)
            return false;
        const struct focus_weight weight = focus__weigh(finder, mention, entity);
        focus__increase(&country->late, weight, factor);
        if (mention->kind != MENTION_ADJECTIVE && mention->kind != MENTION_MODIFIER)
            country->sectors[entity->sector] += factor;
    }
    return true;
}

/* Does the sentence name another country than that code? */
static bool focus__has_another(const struct entity_finder *finder, const struct sentence *sentence, const char *code)
{
    for (uint32_t token = sentence->tokens.first; token < sentence->tokens.first + sentence->tokens.count; token++) {
        const struct entity *const entity = entity_at(finder, token);
        const char *const other = entity ? focus__code_of(entity) : "";
        if (other[0] && focus_is_country(other) && strcmp(other, code) != 0 && entity->sector != SECTOR_JRN)
            return true;
    }
    return false;
}

/* "Seoul teilte mit, Nordkorea habe eine Rakete getestet": whose the subject of the clause is that the main clause tells; "": it tells none. */
static const char *focus__told_subject(const struct entity_finder *finder, uint32_t main)
{
    const struct document *const document = finder->document;
    for (uint32_t child = tree_first_child(document, main); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const uint32_t subject = document->tokens[child].relation == RELATION_CCOMP ? tree_subject(document, child) : DOCUMENT_NONE;
        const struct entity *const entity = subject == DOCUMENT_NONE ? NULL : entity_at(finder, subject);
        if (entity && focus_is_country(focus__code_of(entity)))
            return focus__code_of(entity);
    }
    return "";
}

/* Whose the subject of a clause is, or what it is part of or told to be: "Boote der chinesischen Küstenwache", "russische Raketen"; "": nobody's. */
static const char *focus__of_phrase(const struct entity_finder *finder, uint32_t subject)
{
    const struct document *const document = finder->document;
    if (entity_at(finder, subject))
        return focus__code_of(entity_at(finder, subject));
    for (uint32_t child = tree_first_child(document, subject); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const struct entity *const entity = entity_tells_whose(document, child) ? entity_at(finder, child) : NULL;
        if (entity && entity->sector != SECTOR_CVL)
            return focus__code_of(entity);
    }
    return "";                   /* "die Zahl der Toten" attacks nobody */
}

/* Notes whose country acts in the sentence: by the clause that its main clause tells, if there is one ("… hätten ein Schiff beschossen, teilte Manila mit"). */
static void focus__note_attacker(struct entity_finder *finder, const struct sentence *sentence, uint32_t main)
{
    const struct document *const document = finder->document;
    uint32_t clause = main;
    for (uint32_t child = tree_first_child(document, main); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        clause = document->tokens[child].relation == RELATION_CCOMP && tree_subject(document, child) != DOCUMENT_NONE ? child : clause;
    const uint32_t subject = tree_subject(document, clause);
    const char *const code = subject != DOCUMENT_NONE && document->tokens[subject].relation == RELATION_NSUBJ ? focus__of_phrase(finder, subject) : "";
    if (code[0] && focus_is_country(code) && !country_suffers(finder, clause) && focus__has_another(finder, sentence, code))
        memcpy(finder->focus.attacker, code, strlen(code) + 1);
}

/* Whose the object of what the sentence says is: of the clause that the main clause tells, if there is one. */
static void focus__note_object(struct entity_finder *finder, uint32_t main)
{
    const struct document *const document = finder->document;
    const uint32_t content = tree_child(document, main, RELATION_CCOMP), told = content != DOCUMENT_NONE ? content : tree_child(document, main, RELATION_CSUBJ);
    const uint32_t clause = told == DOCUMENT_NONE ? main : told;
    const uint32_t object = tree_object(document, clause), dative = tree_dative(document, clause);
    const uint32_t phrase = dative != DOCUMENT_NONE ? dative : object;
    const char *const code = phrase == DOCUMENT_NONE ? "" : focus__of_phrase(finder, phrase);
    if (code[0] && focus_is_country(code))
        memcpy(finder->focus.object, code, strlen(code) + 1);
}

/* Whose the subject of the sentence's main clause is. */
static void focus__note_subject(struct entity_finder *finder, const struct sentence *sentence)
{
    const struct document *const document = finder->document;
    finder->focus.subject[0] = finder->focus.topic[0] = finder->focus.attacker[0] = finder->focus.object[0] = '\0';
    for (uint32_t token = sentence->tokens.first; token < sentence->tokens.first + sentence->tokens.count; token++) {
        const uint32_t subject = document->tokens[token].head == DOCUMENT_NONE ? tree_subject(document, token) : DOCUMENT_NONE;
        const struct entity *const entity = subject == DOCUMENT_NONE ? NULL : entity_at(finder, subject);
        if (subject != DOCUMENT_NONE && !finder->focus.attacker[0])
            focus__note_attacker(finder, sentence, token);
        if (document->tokens[token].head == DOCUMENT_NONE && !finder->focus.object[0])
            focus__note_object(finder, token);
        if (!entity || focus__is_told_again(finder, subject))
            continue;
        memcpy(finder->focus.subject, focus__code_of(entity), sizeof entity->code);
        const char *const told = focus__told_subject(finder, token);
        memcpy(finder->focus.topic, told[0] ? told : finder->focus.subject, sizeof entity->code);
        finder->focus.subject_is_seat = entity->kind == ENTITY_PLACE && entity->sector == SECTOR_GOV;
        finder->focus.subject_is_country = entity->kind == ENTITY_COUNTRY || finder->focus.subject_is_seat;
        finder->focus.subject_is_government = finder->focus.subject_is_seat || (entity->sector == SECTOR_GOV && (entity->kind == ENTITY_GROUP || entity->kind == ENTITY_ORGANISATION));
        finder->focus.subject_is_state = entity->sector == SECTOR_GOV || entity->sector == SECTOR_MIL || entity->sector == SECTOR_LEG;
        return;
    }
}

bool focus_add(struct entity_finder *finder, const struct sentence *sentence)
{
    focus__note_subject(finder, sentence);
    for (size_t i = 0; i < finder->focus.count; i++) {
        struct focus_country *const country = &finder->focus.countries[i];
        country->late = (struct focus_weight){FADING * country->late.scene, FADING * country->late.power, FADING_COUNTRY * country->late.country};
        for (size_t s = 0; s < SECTOR_COUNT; s++)
            country->sectors[s] *= FADING;
    }
    for (uint32_t token = sentence->tokens.first; token < sentence->tokens.first + sentence->tokens.count; token++)
        if (!focus__add_mention(finder, finder->document->token_mention[token], 1) ||
            !focus__add_mention(finder, finder->document->token_modifier[token], 1))
            return false;
    return true;
}

/* ---- asking ---------------------------------------------------------------------------------------------------- */

/* The weight that counts for this role. */
static float focus__asked(const struct known_role *role, const struct focus_weight *weight)
{
    if (role->anaphor == ANAPHOR_COUNTRY)
        return weight->country;
    const bool there = role->bare == BARE_POWER && role->sector != SECTOR_GOV;       /* the army, the police are mostly those of the scene */
    return role->bare == BARE_SCENE ? weight->scene : weight->power + (there ? SCENE_OF_FORCES * weight->scene : 0);
}

/* Does the mention tell which state acts in the sentence: "Washington handelte: Das Finanzministerium …", "Aus Moskau hieß es, das Ministerium …"? */
static bool focus__is_actor(const struct entity_finder *finder, const struct mention *mention, const struct entity *entity)
{
    if (mention->kind != MENTION_NAME && mention->kind != MENTION_NOMINAL)
        return false;
    const bool from = entity->kind == ENTITY_PLACE && (entity_preposition(finder, mention->head) & PREPOSITION_IS_ORIGIN);
    return (entity->kind == ENTITY_COUNTRY || entity->sector == SECTOR_GOV) &&
           (from || finder->document->tokens[mention->head].relation == RELATION_NSUBJ);
}

/* What the noun's own sentence adds for a country: mentions before it, behind it only where something happens. */
static float focus__own_sentence(const struct entity_finder *finder, uint32_t noun, const char *code, const struct known_role *role)
{
    const bool scene = role->bare == BARE_SCENE;
    const struct document *const document = finder->document;
    const struct sentence *const sentence = &document->sentences[document->tokens[noun].sentence];
    float sum = 0;
    for (uint32_t token = sentence->tokens.first; token < sentence->tokens.first + sentence->tokens.count; token++) {
        const uint32_t mentions[] = {document->token_mention[token], document->token_modifier[token]};
        for (size_t k = 0; k < 2 && token != noun; k++) {
            const struct mention *const mention = mentions[k] == DOCUMENT_NONE ? NULL : &document->mentions[mentions[k]];
            if (!mention || !mention->entity_count)
                continue;
            const struct entity *const entity = &document->entities[mention->entities[0]];
            const struct focus_weight weight = focus__weigh(finder, mention, entity);
            if (role->anaphor == ANAPHOR_COUNTRY && (mention->kind == MENTION_ADJECTIVE || mention->kind == MENTION_MODIFIER))
                continue;            /* "nach amerikanischer Zählung hat das Land …": another */
            if (entity->sector == SECTOR_JRN || strcmp(focus__code_of(entity), code) != 0 || (token > noun && !(scene && weight.scene >= 2)))
                continue;
            if (scene && weight.scene < SCENE_OF_SENTENCE)
                continue;            /* who acts in the sentence tells little of where: "Das russische Militär beschoss einen Stützpunkt" */
            sum += focus__asked(role, &weight);
            sum += role->kind == ROLE_KIND_BODY && role->bare == BARE_POWER && role->anaphor == ANAPHOR_NONE && focus__is_actor(finder, mention, entity) &&
                           tree_clause(document, mention->head) != tree_clause(document, noun)      /* "Russland schult die Armee": another's */
                       ? OWN_SUBJECT_BODY : 0;
            sum += entity->sector == role->sector && mention->kind != MENTION_ADJECTIVE ? SAME_SECTOR : 0;
        }
    }
    return sum;
}

bool focus_is_country(const char *code)
{
    static const char *const bodies[] = {"IGO", "NGO", "MNC"};
    for (size_t i = 0; i < 3; i++)
        if (strcmp(code, bodies[i]) == 0)
            return false;
    return true;
}

static bool focus__has(const char *const *codes, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(codes[i], code) == 0)
            return true;
    return false;
}

static bool focus__is_allowed(const struct entity_finder *finder, const struct known_role *role, const struct focus_limits *limits, const char *code)
{
    if (role->sector == SECTOR_MIL && role->kind != ROLE_KIND_SITE && role->kind != ROLE_KIND_CRAFT && string_map_find(finder->knowledge->unarmed, code, strlen(code)).found)
        return false;
    if (role->is_of_coup && string_map_find(finder->knowledge->elected, code, strlen(code)).found)
        return false;
    if (focus__has(limits->excluded, limits->excluded_count, code) ||
        (limits->allowed && !focus__has(limits->allowed, limits->allowed_count, code)))
        return false;
    if (role->bare != BARE_CODES)
        return role->is_mouth || focus_is_country(code);
    return focus__has(role->codes, role->code_count, code);
}

/* What tells for the last subject's country at a body: "Moskau lobte Minsk. Das Außenministerium …" is that of the seat; "Baku teilte mit, armenische
 * Truppen hätten geschossen. Die Armee habe sich gewehrt" that of who still speaks. */
static float focus__of_speaker(const struct entity_finder *finder, uint32_t noun, const struct known_role *role)
{
    const struct document *const document = finder->document;
    const uint32_t clause = tree_clause(document, noun);
    const bool told = tree_mood(document, clause) == MOOD_SUB && document->tokens[clause].head == DOCUMENT_NONE;
    return role->bare != BARE_POWER ? 0 : (finder->focus.subject_is_seat && role->sector == SECTOR_GOV ? LAST_SEAT : 0) + (told ? STILL_SPEAKS : 0);
}

/* The likeliest country, and how much likelier it is than the next: 1 or more; 0 where none is spoken of. */
static const char *focus__best(const struct entity_finder *finder, uint32_t token, const struct known_role *role,
                               const struct focus_limits *limits, float *lead)
{
    const float prior = role->anaphor == ANAPHOR_COUNTRY ? PRIOR_COUNTRY : PRIOR;
    const char *best = role->bare == BARE_CODES && role->anaphor != ANAPHOR_COUNTRY ? role->codes[0] : "";
    float best_weight = 0, next_weight = 0;
    for (size_t i = 0; role->bare != BARE_FREE && i < finder->focus.count; i++) {
        const struct focus_country *const country = &finder->focus.countries[i];
        if (!focus__is_allowed(finder, role, limits, country->code))
            continue;
        const float sectors = role->anaphor == ANAPHOR_COUNTRY ? 0 : SAME_SECTOR * country->sectors[role->sector];
        const char *const last = role->anaphor == ANAPHOR_COUNTRY ? finder->focus.topic : finder->focus.subject;
        const float subject = strcmp(last, country->code) != 0 ? 0
                              : role->anaphor == ANAPHOR_COUNTRY                 ? (finder->focus.subject_is_state && country->named ? LAST_SUBJECT : LAST_SUBJECT_BODY)
                              : role->kind == ROLE_KIND_OFFICE                   ? LAST_SUBJECT_OFFICE
                              : role->kind == ROLE_KIND_BODY                     ? LAST_SUBJECT_BODY + focus__of_speaker(finder, token, role) : 0;
        const bool object = role->anaphor == ANAPHOR_COUNTRY && strcmp(finder->focus.object, country->code) == 0 &&
                            (!finder->focus.topic[0] || !focus__is_allowed(finder, role, limits, finder->focus.topic));
        const float weight = (object ? LAST_OBJECT : 0) + focus__asked(role, &country->late) + prior * focus__asked(role, &country->prior) + sectors + subject +
                             OWN_SENTENCE * focus__own_sentence(finder, token, country->code, role);
        if (weight > best_weight) {
            best = country->code;
            next_weight = best_weight;
            best_weight = weight;
        } else if (weight > next_weight) {
            next_weight = weight;
        }
    }
    *lead = best_weight <= 0 ? 0 : next_weight > 0 ? best_weight / next_weight : best_weight;
    return best;
}

const char *focus_code_within(const struct entity_finder *finder, uint32_t token, const struct known_role *role, const struct focus_limits *limits)
{
    float lead;
    return focus__best(finder, token, role, limits, &lead);
}

bool focus_is_placed(const struct entity_finder *finder, const char *code)
{
    const struct focus_country *const country = focus_told_country(finder, code);
    return country && country->placed;
}

bool focus_is_told(const struct entity_finder *finder, uint32_t token, const char *code)
{
    const struct document *const document = finder->document;
    const struct focus_country *const country = focus_told_country(finder, code);
    if (country && country->late.scene + country->late.power > 0)
        return true;
    const struct token_range own = document->sentences[document->tokens[token].sentence].tokens;
    for (uint32_t beside = own.first; beside < own.first + own.count; beside++) {
        const struct entity *const entity = beside == token ? NULL : entity_at(finder, beside);
        if (entity && strcmp(focus__code_of(entity), code) == 0)
            return true;
    }
    return false;
}

const char *focus_code(const struct entity_finder *finder, uint32_t token, const struct known_role *role)
{
    return focus_code_within(finder, token, role, &(struct focus_limits){.allowed = NULL});
}

const char *focus_clear_code(const struct entity_finder *finder, uint32_t token, const struct known_role *role)
{
    float lead;
    const char *const code = focus__best(finder, token, role, &(struct focus_limits){.allowed = NULL}, &lead);
    return lead >= CLEAR_LEAD ? code : "";
}
