/* entity/abbreviation.c: short forms that the report spells out as something else than the tables know: "Thai Rak Thai (TRT)".
 *
 * A short form in brackets whose letters begin the words before it is theirs. Where the tables know it as a body of a country of which the
 * report says nothing else, it is the body of those words, or one whose country the report tells as for any name that no table has. */
#include "base/utf8.h"
#include "entity/finder.h"

#include <string.h>

static uint32_t abbreviation__first(const char *form)
{
    size_t bytes;
    return utf8_lower(utf8_decode(form, strlen(form), &bytes));
}

/* Do the words before the bracket begin with the letters of the short form? */
static bool abbreviation__is_spelt_out(const struct document *document, uint32_t bracket, const char *letters)
{
    const size_t count = strlen(letters);
    if (count < 2 || count > bracket || count != utf8_count(letters, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        const uint32_t word = bracket - (uint32_t)count + (uint32_t)i;
        if (document->tokens[word].sentence != document->tokens[bracket].sentence ||
            abbreviation__first(document->tokens[word].form) != utf8_lower((unsigned char)letters[i]))
            return false;
    }
    return true;
}

/* Is the country named by anything but this body and the words that spell it out? */
static bool abbreviation__is_country_named(const struct document *document, const struct entity *body, const struct entity *whole)
{
    for (size_t m = 0; m < document->mention_count; m++)
        for (size_t i = 0; i < document->mentions[m].entity_count; i++) {
            const struct entity *const entity = &document->entities[document->mentions[m].entities[i]];
            if (entity != body && entity != whole && (strcmp(entity->code, body->code) == 0 || strcmp(entity->place_country, body->code) == 0))
                return true;
        }
    return false;
}

/* The body of a country that stands alone in brackets at the mention, or NULL. */
static struct entity *abbreviation__in_brackets(struct document *document, const struct mention *mention)
{
    const uint32_t at = mention->tokens.first;
    struct entity *const body = mention->entity_count ? &document->entities[mention->entities[0]] : NULL;
    const bool is_short = mention->kind == MENTION_NAME && mention->tokens.count == 1 && at > 1 && at + 1 < document->token_count;
    return body && is_short && body->kind == ENTITY_ORGANISATION && focus_is_country(body->code) && body->code[0] &&
           strcmp(document->tokens[at - 1].form, "(") == 0 && strcmp(document->tokens[at + 1].form, ")") == 0 ? body : NULL;
}

/* A body of which no table tells a country or sector. */
static void abbreviation__forget(struct entity *body)
{
    memset(body->code, 0, sizeof body->code);
    memset(body->place_country, 0, sizeof body->place_country);
    body->sector = SECTOR_NONE;
    body->kind = ENTITY_ORGANISATION;
    body->why = "name";
}

void entity_part_abbreviations(struct entity_finder *finder)
{
    struct document *const document = finder->document;
    for (size_t m = 0; m < document->mention_count; m++) {
        const uint32_t at = document->mentions[m].tokens.first;
        struct entity *const body = abbreviation__in_brackets(document, &document->mentions[m]);
        if (!body || !abbreviation__is_spelt_out(document, at - 1, document->tokens[at].form))
            continue;
        const uint32_t before = finder->name_mention[at - 2];
        struct entity *const whole = before == DOCUMENT_NONE ? NULL : &document->entities[document->mentions[before].entities[0]];
        if (whole == body || abbreviation__is_country_named(document, body, whole))
            continue;
        abbreviation__forget(body);
        if (!whole)
            continue;
        if (strcmp(whole->why, "name") == 0)
            abbreviation__forget(whole);             /* it had learnt from the brackets (people.c) */
        memcpy(body->code, whole->code, sizeof body->code);
        body->sector = whole->sector;
    }
}
