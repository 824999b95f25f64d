/* entity/items.c: arms and goods, their class, origin and quantity (coding guide, section 6).
 *
 * A noun is looked up with its adjective (tragbare Luftabwehrrakete), as its lemma, then by ever shorter ends (Panzer|abwehr|lenkrakete), then by its
 * compound's head; a designation (Leopard 2A6) as the longest phrase. */
#include "base/utf8.h"

#include "entity/entity.h"
#include "entity/finder.h"
#include "entity/item_before.h"
#include "entity/item_model.h"
#include "parse/tree.h"

#include <stdio.h>
#include <string.h>

static const struct known_item *items__word(const struct entity_finder *finder, const char *key, size_t length)
{
    const struct string_map_hit hit = string_map_find(finder->knowledge->item_words, key, length);
    return hit.found ? &finder->knowledge->items[hit.value] : NULL;
}

/* The item that the longest known end of a lemma names: "Mehrzweckkampfflugzeug" by "Kampfflugzeug". */
static const struct known_item *items__by_end(const struct entity_finder *finder, const char *lemma)
{
    const size_t length = strlen(lemma);
    for (size_t begin = 3; begin + 4 <= length && length < PHRASE_BYTES_AT_MOST; begin++) {
        char end[PHRASE_BYTES_AT_MOST + 4];
        size_t step;
        if (((unsigned char)lemma[begin] & 0xC0) == 0x80)
            continue;
        const size_t from = lemma[begin] == '-' ? begin + 1 : begin;
        if (from >= length)
            break;
        const uint32_t first = utf8_decode(lemma + from, length - from, &step);
        const size_t written = utf8_encode(utf8_upper(first), end);
        memcpy(end + written, lemma + from + step, length - from - step);
        const struct known_item *const item = items__word(finder, end, written + length - from - step);
        if (item && length - from >= 5)
            return item;
    }
    return NULL;
}

static const struct known_item *items__with_adjective(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    const char *const lemma = document->tokens[noun].lemma;
    for (uint32_t back = 1; lemma && back <= 2 && back <= noun; back++) {
        const struct token *const adjective = &document->tokens[noun - back];
        char key[PHRASE_BYTES_AT_MOST];
        if (adjective->upos != UPOS_ADJ || adjective->sentence != document->tokens[noun].sentence)
            continue;
        const int length = snprintf(key, sizeof key, "%.*s %s", (int)entity_cut_ending(adjective->form, strlen(adjective->form)),
                                    adjective->form, lemma);
        const struct known_item *const item =
            length > 0 && (size_t)length < sizeof key ? items__word(finder, key, (size_t)length) : NULL;
        if (item)
            return item;
    }
    return NULL;
}

/* Does the lexicon have the word under the lemma that the parser chose? Then it is no form of another: "Reise" not of Reis. */
static bool items__is_settled(const struct token *token)
{
    for (size_t i = 0; token->lemma && i < token->analysis_count; i++)
        if (!(token->analyses[i].flags & ANALYSIS_GUESSED) && token->analyses[i].word_class == WORD_NOUN && strcmp(token->analyses[i].lemma, token->lemma) == 0)
            return true;
    return false;
}

/* The item that a part of a compound names as it stands in it: "Raketen", "Waffen", "Artillerie". */
static const struct known_item *items__bent(const struct entity_finder *finder, const char *part)
{
    size_t length = strlen(part);
    for (size_t step = 0; step < 3 && length >= 3; step++) {
        const struct known_item *const item = items__word(finder, part, length);
        if (item)
            return item;
        length = step == 0 && part[length - 1] == 'n' ? length - 1 : entity_cut_ending(part, strlen(part));
    }
    return NULL;
}

static const struct known_item *items__noun(const struct entity_finder *finder, uint32_t noun)
{
    const struct token *const token = &finder->document->tokens[noun];
    if (token->upos != UPOS_NOUN && token->upos != UPOS_PROPN)
        return NULL;
    const struct known_item *item = items__with_adjective(finder, noun);
    if (!item)
        item = items__word(finder, token->form, strlen(token->form));
    if (!item && token->lemma)
        item = items__word(finder, token->lemma, strlen(token->lemma));
    const bool settled = !item && !token->compound_head && items__is_settled(token);
    for (size_t i = 0; !item && !settled && i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_NOUN)
            item = items__word(finder, token->analyses[i].lemma, strlen(token->analyses[i].lemma));
    if (!item && !settled && token->lemma && strcmp(token->lemma, token->form) == 0)
        item = items__word(finder, token->form, entity_cut_ending(token->form, strlen(token->form)));      /* Kampfjets */
    if (!item && token->lemma && token->compound_head)
        item = items__by_end(finder, token->lemma);
    const char *const hyphen = item ? NULL : strrchr(token->form, '-');
    if (hyphen && hyphen[1])
        item = items__bent(finder, hyphen + 1);          /* "Anti-Personen-Minen" */
    return item && item->is_type ? NULL : item;
}

static bool items__is_type_noun(const struct entity_finder *finder, uint32_t noun)
{
    const struct token *const token = &finder->document->tokens[noun];
    const struct known_item *const item = token->upos == UPOS_NOUN && token->lemma ? items__word(finder, token->lemma, strlen(token->lemma)) : NULL;
    return item && item->is_type;
}

/* Do a word and a name tell of kinds of which no thing is both: craft and vehicles, what flies with people and what is fired? */
static bool items__clash(const char *word, const char *model)
{
    static const char *const kinds[][8] = {
        {"drone"}, {"helicopter"}, {"warship"}, {"combat-aircraft"},
        {"tank", "armoured-vehicle", "artillery", "rocket-artillery", "mortar", "air-defence"},
        {"missile", "ballistic-missile", "cruise-missile", "manpads", "anti-tank-missile", "air-defence", "rocket-artillery"},
    };
    bool known = false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        bool has_word = false, has_model = false;
        for (size_t k = 0; k < 8 && kinds[i][k]; k++) {
            has_word |= strcmp(kinds[i][k], word) == 0;
            has_model |= strcmp(kinds[i][k], model) == 0;
        }
        if (has_word && has_model)
            return false;
        known |= has_word;
    }
    bool other = false;
    for (size_t i = 0; known && i < sizeof kinds / sizeof *kinds; i++)
        for (size_t k = 0; k < 8 && kinds[i][k]; k++)
            other |= strcmp(kinds[i][k], model) == 0;
    return other;
}

/* "Puma-Hubschrauber", "Vampire-Drohnen", "Mistral-Raketen", "Grad-Raketen": names that several kinds have mean the kind that the word tells. */
static bool items__is_other_kind(const struct known_item *head, const struct known_item *model)
{
    const bool rockets = strcmp(head->item_class, "missile") == 0 && strcmp(model->item_class, "rocket-artillery") == 0;
    return rockets || items__clash(head->item_class, model->item_class);
}

/* The model that begins at token, or that the first part of a compound names ("Tor-Raketen", not "Torhüter"); *count its words. */
static struct model_found items__model(const struct entity_finder *finder, uint32_t token, uint32_t *count)
{
    const struct model_found named = item_model_at(finder, token, count);
    const struct token *const at = &finder->document->tokens[token];
    if (named.item || !at->compound_modifier || !strchr(at->form, '-'))
        return named;
    const struct model_found found = item_model_of_name(finder->knowledge, at->compound_modifier, strlen(at->compound_modifier));
    const struct known_item *const head = found.item ? items__noun(finder, token) : NULL;
    const bool beside = head && (strcmp(head->item_class, "ammunition") == 0 || strcmp(head->item_class, "military-equipment") == 0);
    return beside || (head && items__is_other_kind(head, found.item)) ? (struct model_found){NULL, false, false} : found;         /* "Gepard-Munition" is munition */
}

/* "sechs Caesar": names are not counted but designations; "Warschau liefert 40 Marder", soon behind a sentence that tells of arms. */
static bool items__is_numbered(const struct entity_finder *finder, uint32_t token)
{
    enum { SENTENCES_BEFORE = 3 };
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[token].sentence;
    if (token == document->sentences[sentence].tokens.first || document->tokens[token - 1].upos != UPOS_NUM)
        return false;
    if (document->tokens[token].upos == UPOS_PROPN && document->tokens[token - 1].relation == RELATION_NUMMOD && tree_head(document, token - 1) == token)
        return true;
    if (!document->item_count)
        return false;
    const struct item_mention *const last = &document->items[document->item_count - 1];
    return entity_is_arms(last->item_class) && document->tokens[last->head].sentence + SENTENCES_BEFORE >= sentence;
}

/* Whether another word of arms stands within a few words: "Patriot" is then a system, not a patriot. */
static bool items__has_context(const struct entity_finder *finder, uint32_t token, const struct known_item *model)
{
    enum { WORDS_AROUND = 8 };
    const struct document *const document = finder->document;
    for (size_t i = 0; i < document->item_count; i++)
        if (document->items[i].why == model->why)
            return true;             /* the report has named it before */
    const uint32_t first = token > WORDS_AROUND ? token - WORDS_AROUND : 0;
    for (uint32_t i = first; i < document->token_count && i <= token + WORDS_AROUND; i++) {
        if (i == token || document->tokens[i].sentence != document->tokens[token].sentence)
            continue;
        const struct known_item *const item = items__noun(finder, i);
        if (item && !item->needs_context && (!item->is_anaphor || item->is_pointed))
            return true;
    }
    return (document->tokens[token].compound_head && items__noun(finder, token)) || items__is_numbered(finder, token);
}

/* Whether a word stands in the sentence with which this is no item: "wie eine Bombe", "die Mine fördert Kupfer". */
static bool items__is_excluded(const struct entity_finder *finder, uint32_t token, const struct known_item *item)
{
    const struct document *const document = finder->document;
    const struct token_range tokens = document->sentences[document->tokens[token].sentence].tokens;
    for (uint32_t i = tokens.first; item->not_count && i < tokens.first + tokens.count; i++)
        for (size_t n = 0; n < item->not_count; n++) {
            const struct token *const other = &document->tokens[i];
            if ((other->lemma && strcmp(other->lemma, item->not_with[n]) == 0) ||
                (other->compound_head && strcmp(other->compound_head, item->not_with[n]) == 0))
                return true;
        }
    return false;
}

/* The country that made it, as the report says: an adjective, "aus Nordkorea", the first part of the compound. */
static const char *items__told_origin(const struct entity_finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    const uint32_t modifier = document->token_modifier[noun];
    if (modifier != DOCUMENT_NONE)
        return document->entities[document->mentions[modifier].entities[0]].code;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const struct entity *const entity = entity_at(finder, child);
        const enum relation relation = document->tokens[child].relation;
        if (entity && entity->kind != ENTITY_PERSON &&
            (relation == RELATION_AMOD ||
             (relation == RELATION_NMOD && (entity_preposition(finder, child) & PREPOSITION_IS_ORIGIN))))
            return entity->code;
    }
    const uint32_t next = noun + 2;          /* "Raketen aus Nordkorea", whatever the phrase hangs on */
    const struct entity *const behind = next < document->token_count && document->tokens[next].sentence == document->tokens[noun].sentence &&
                                                document->tokens[noun + 1].upos == UPOS_ADP
                                            ? entity_at(finder, next) : NULL;
    return behind && behind->kind == ENTITY_COUNTRY && (entity_preposition(finder, next) & PREPOSITION_IS_ORIGIN) ? behind->code : "";
}

/* One more item like before, at token and with that quantity. */
static bool items__copy(struct entity_finder *finder, const struct item_mention *before, uint32_t token, uint32_t quantity)
{
    struct document *const document = finder->document;
    const struct item_mention copy = *before;                /* the list may move */
    struct item_mention *const mention = arena_append(document->arena, &document->items, &document->item_count,
                                                      &finder->item_capacity, sizeof *mention, finder->error);
    if (!mention)
        return false;
    *mention = copy;
    mention->head = token;
    mention->quantity = quantity;
    return true;
}

/* "zehn beziehungsweise 15 Panzer": the noun at head stands for two items where two numbers count it. */
static bool items__second(struct entity_finder *finder, uint32_t head)
{
    const struct document *const document = finder->document;
    const struct item_mention *const first = &document->items[document->token_item[head]];
    for (uint32_t q = first->quantity + 1; first->quantity != DOCUMENT_NONE && q < document->quantity_count; q++) {
        const struct quantity *const quantity = &document->quantities[q];
        if (quantity->counted == head && !quantity->partitive && !document->quantities[first->quantity].partitive)
            return items__copy(finder, first, head, q);
    }
    return true;
}

/* "37 davon", "28 der Geräte", "30 Stück": before, with the number told here. */
static bool items__again(struct entity_finder *finder, uint32_t token, const struct item_mention *before, uint32_t quantity)
{
    struct document *const document = finder->document;
    if (!items__copy(finder, before, token, quantity))
        return false;
    document->token_item[token] = (uint32_t)document->item_count - 1;
    return items__second(finder, token);
}

/* "ihr einziges Flugabwehrsystem": an adjective that is the number. */
static bool items__is_number(const struct document *document, uint32_t adjective)
{
    for (uint32_t q = 0; q < document->quantity_count; q++)
        if (document->quantities[q].tokens.first == adjective)
            return true;
    return false;
}

static struct span items__span(const struct document *document, uint32_t first, uint32_t last)
{
    const uint32_t own = first;
    while (first > 0 && !items__is_number(document, first - 1) && document->tokens[first - 1].head == last && document->tokens[first - 1].relation == RELATION_AMOD &&
           document->tokens[first - 1].upos == UPOS_ADJ && document->tokens[first - 1].sentence == document->tokens[last].sentence)
        first--;
    if (first > 1 && document->tokens[first - 1].upos == UPOS_CCONJ && document->tokens[first - 2].upos == UPOS_ADJ)
        first = own;             /* "russische und syrische Truppen" */
    return (struct span){document->tokens[first].span.begin_byte, document->tokens[last].span.end_byte};
}

static bool items__add(struct entity_finder *finder, uint32_t first, uint32_t count, const struct known_item *item)
{
    struct document *const document = finder->document;
    struct item_mention *const mention = arena_append(document->arena, &document->items, &document->item_count,
                                                      &finder->item_capacity, sizeof *mention, finder->error);
    if (!mention)
        return false;
    uint32_t head = first;
    for (uint32_t i = first; i < first + count; i++)
        if (document->tokens[i].head == DOCUMENT_NONE || document->tokens[i].head < first || document->tokens[i].head >= first + count)
            head = i;
    const char *const origin = item->is_model && item->origin[0] ? item->origin : items__told_origin(finder, head);      /* "türkische F-16" are Turkey's */
    *mention = (struct item_mention){
        .span = items__span(document, first, first + count - 1), .head = head, .item_class = item->item_class,
        .designation = item->is_model ? item->name : NULL, .unroca = item->unroca, .unroca_count = item->unroca_count,
        .unroca_basis = item->is_model ? "named-model" : item->unroca_count ? "class" : "unknown",
        .quantity = item_quantity_of_class(document, head, item->item_class), .why = item->why};
    (void)snprintf(mention->origin, sizeof mention->origin, "%s", origin);
    for (uint32_t i = first; i < first + count; i++)
        document->token_item[i] = (uint32_t)document->item_count - 1;
    item_take_kind(document, mention);
    return items__second(finder, head);
}

/* The noun that the model behind it names closer: "Panzer vom Typ Leopard 2", "Drohnen des iranischen Typs Schahed-136", "Panzer Leopard 2";
 * *type: the word for its type. DOCUMENT_NONE: none. */
static uint32_t items__noun_of_model(const struct entity_finder *finder, uint32_t model, uint32_t *type)
{
    const struct document *const document = finder->document;
    const uint32_t first = document->sentences[document->tokens[model].sentence].tokens.first;
    uint32_t at = model;
    *type = items__is_type_noun(finder, at) ? at : DOCUMENT_NONE;            /* "U-Boote vom Typ 212": the type is part of the name */
    if (*type == DOCUMENT_NONE && at > first && items__is_type_noun(finder, at - 1))
        *type = --at;
    if (at == first)
        return DOCUMENT_NONE;
    while (*type != DOCUMENT_NONE && at > first + 1 &&
           (document->tokens[at - 1].upos == UPOS_ADP || document->tokens[at - 1].upos == UPOS_DET || document->tokens[at - 1].upos == UPOS_ADJ))
        at--;
    return document->tokens[at - 1].upos == UPOS_NOUN ? at - 1 : DOCUMENT_NONE;
}

/* Gives the noun before it the model's name; *named: the model is told with that noun and is no item of its own. */
static void items__name_noun(struct entity_finder *finder, uint32_t first, uint32_t count, const struct known_item *model, bool *named)
{
    struct document *const document = finder->document;
    uint32_t type;
    const uint32_t noun = items__noun_of_model(finder, first, &type);
    struct item_mention *const mention =
        noun == DOCUMENT_NONE || document->token_item[noun] == DOCUMENT_NONE ? NULL : &document->items[document->token_item[noun]];
    *named = mention && !mention->designation && entity_is_arms(mention->item_class) &&
             strcmp(mention->item_class, "ammunition") != 0 && strcmp(mention->item_class, "military-equipment") != 0;     /* "Munition vom Typ …" is munition */
    if (!*named)
        return;
    const char *const told = model->origin[0] && !items__clash(mention->item_class, model->item_class) ? model->origin
                             : mention->origin[0] || type == DOCUMENT_NONE ? mention->origin
                                                                             : items__told_origin(finder, type);
    char origin[sizeof mention->origin];
    (void)snprintf(origin, sizeof origin, "%s", told);
    mention->designation = model->name;
    memcpy(mention->origin, origin, sizeof origin);
    if (!items__clash(mention->item_class, model->item_class)) {          /* else a namesake: "Panzerfahrzeuge vom Typ Bastion", which is a missile too */
        mention->item_class = model->item_class;
        mention->unroca = model->unroca;
        mention->unroca_count = model->unroca_count;
        mention->unroca_basis = "named-model";
        mention->why = model->why;
    }
    for (uint32_t i = first; i < first + count; i++)
        document->token_item[i] = document->token_item[noun];
}

/* The item that the first part of a compound names: "Raketen", "Boden-Boden-Raketen". */
static const struct known_item *items__of_modifier(const struct entity_finder *finder, const char *modifier)
{
    const struct known_item *const item = items__bent(finder, modifier);
    return item ? item : items__by_end(finder, modifier);
}

static bool items__add_modifier(struct entity_finder *finder, uint32_t token)
{
    struct document *const document = finder->document;
    const struct token *const at = &document->tokens[token];
    const bool noun = (at->upos == UPOS_NOUN || at->upos == UPOS_PROPN) && at->compound_modifier;
    const struct known_item *const item = noun ? items__of_modifier(finder, at->compound_modifier) : NULL;
    if (!item || !item->item_class[0] || item->needs_number || (item->needs_context && !items__has_context(finder, token, item)) || items__is_excluded(finder, token, item))
        return true;
    struct item_mention *const mention = arena_append(document->arena, &document->items, &document->item_count,
                                                      &finder->item_capacity, sizeof *mention, finder->error);
    if (!mention)
        return false;
    *mention = (struct item_mention){
        .span = {at->span.begin_byte, at->span.begin_byte + (uint32_t)strlen(at->compound_modifier)}, .head = token,
        .item_class = item->item_class, .unroca = item->unroca, .unroca_count = item->unroca_count,
        .unroca_basis = item->unroca_count ? "class" : "unknown", .quantity = DOCUMENT_NONE, .why = item->why};
    document->token_item_modifier[token] = (uint32_t)document->item_count - 1;
    return true;
}

static bool items__is_counted(const struct document *document, uint32_t token, const struct known_item *item)
{
    const uint32_t quantity = item_quantity(document, token, false);
    const bool measures = token + 1 < document->token_count && document->tokens[token + 1].upos == UPOS_ADJ;      /* "17.000 Mann stark" */
    return !measures && quantity != DOCUMENT_NONE && document->quantities[quantity].value > 1 && strcmp(document->tokens[token].form, item->name) == 0;
}

/* "Mark Rutte" is no money. */
static bool items__is_of_person(const struct entity_finder *finder, uint32_t token)
{
    const uint32_t name = finder->name_mention[token];
    return name != DOCUMENT_NONE && finder->document->entities[finder->document->mentions[name].entities[0]].kind == ENTITY_PERSON;
}

/* Is the generic word no part of a compound ("Rechtssystem") and not told closer by what follows ("vier Batterien des Raketenwerfers")? */
static bool items__stands_alone(const struct document *document, uint32_t token, const struct known_item *generic)
{
    const struct token *const word = &document->tokens[token], *const next = token + 1 < document->token_count ? word + 1 : NULL;
    const bool closer = next && next->upos == UPOS_DET && next->morphology.grammatical_case == CASE_GEN;
    return word->lemma && strcmp(word->lemma, generic->name) == 0 && !closer;
}

/* "solche Waffen", "derartige Munition" */
static bool items__is_pointed_at(const struct entity_finder *finder, uint32_t token)
{
    const struct document *const document = finder->document;
    for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE && child < token; child = tree_next_sibling(document, child)) {
        const char *const lemma = document->tokens[child].lemma;
        const struct known_item *const word = lemma ? items__word(finder, lemma, strlen(lemma)) : NULL;
        if (word && word->is_pointer)
            return true;
    }
    return false;
}

/* "T-72EA", known by the line of T-72, is told as the text has it. */
static bool items__tell_variant(struct entity_finder *finder, uint32_t token, uint32_t count)
{
    struct document *const document = finder->document;
    const struct token *const first = &document->tokens[token], *const last = &document->tokens[token + count - 1];
    struct item_mention *const mention = document->token_item[token] == DOCUMENT_NONE ? NULL : &document->items[document->token_item[token]];
    if (!mention || !mention->designation || strchr(last->form, '-') != strrchr(last->form, '-'))         /* "F-16V-Kampfjets" */
        return true;
    const size_t length = last->span.end_byte - first->span.begin_byte;
    char *const words = arena_take(document->arena, length + 1, 1, finder->error);
    if (!words)
        return false;
    memcpy(words, document->text + first->span.begin_byte, length);
    mention->designation = words;
    return true;
}

bool entity_find_items(struct entity_finder *finder)
{
    const struct document *const document = finder->document;
    for (uint32_t token = 0; token < document->token_count;) {
        uint32_t count = 1;
        const bool mark = document->sentences[document->tokens[token].sentence].kind == PARAGRAPH_MARK;
        const struct model_found model = mark ? (struct model_found){NULL, false, false} : items__model(finder, token, &count);
        const struct known_item *item = model.item;
        if (item && (item->needs_context || model.is_loose) && !items__has_context(finder, token, item))
            item = NULL;
        if (!mark && !item) {
            count = 1;
            item = items__is_of_person(finder, token) ? NULL : items__noun(finder, token);
        }
        if (item && !item->is_model && item->needs_context && !items__has_context(finder, token, item))
            item = NULL;
        if (item && (items__is_excluded(finder, token, item) || (item->needs_number && !items__is_counted(document, token, item))))
            item = NULL;
        const uint32_t number = item ? DOCUMENT_NONE : item_bare_number(document, token);
        const bool generic = item && item->is_anaphor && items__stands_alone(document, token, item) &&
                             (!item->is_pointed || items__is_pointed_at(finder, token));
        const struct item_mention *const before = generic || number != DOCUMENT_NONE ? item_before(document, token, item) : NULL;
        if (before && !items__again(finder, token, before, generic ? item_quantity(document, token, true) : number))
            return false;
        const bool stands = before || (item && !item->item_class[0]);
        bool named = false;
        if (item && item->is_model)
            items__name_noun(finder, token, count, item, &named);
        if (item && !stands && !named && !items__add(finder, token, count, item))
            return false;
        if (item && model.is_variant && !items__tell_variant(finder, token, count))
            return false;
        if (!mark && !item && !items__add_modifier(finder, token))
            return false;
        token += item ? count : 1;
    }
    return true;
}
