/* archive/export_json.c: claims as PLOVER events the way NGEC prints them, as entities of FollowTheMoney, and as W3C Web Annotations. */
#include "archive/export.h"

#include "archive/record.h"
#include "archive/sets.h"
#include "base/hash.h"
#include "base/table.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_BYTES = 4096 };

static const char *json__words(const json_t *event)
{
    const char *const words = record_string(event, "words");
    return words ? words : "";
}

/* Source and certainty in words, then the words of the claim: for forms that have no field for them. */
static void json__text(const json_t *event, char text[TEXT_BYTES])
{
    export_according(event, text, TEXT_BYTES / 2);
    const size_t length = strlen(text);
    (void)snprintf(text + length, TEXT_BYTES - length, "%s", json__words(event));
}

/* ---- PLOVER as NGEC prints it */

static json_t *plover__parties(const json_t *parties)
{
    json_t *const list = json_array();
    size_t index;
    json_t *party;
    json_array_foreach(parties, index, party)
        if (json_array_append_new(list, json_pack("{s:s?,s:s?,s:s?}", "text", record_string(party, "text"), "country",
                                                  record_string(party, "code"), "code_1", record_string(party, "sector"))) != 0)
            return json_decref(list), NULL;
    return list;
}

bool export_plover(struct export *export, const json_t *event)
{
    char text[TEXT_BYTES], review[140], mark[140];
    json_t *const place = json_object_get(event, "place"), *const when = json_object_get(event, "when");
    const char *const begin = record_string(when, "begin"), *const published = record_string(event, "published");
    json__text(event, text);
    json_t *const attributes = json_pack(
        "{s:o,s:o,s:o,s:O?,s:O?,s:s?,s:O?}", "ACTOR", plover__parties(json_object_get(event, "actors")), "RECIP",
        plover__parties(json_object_get(event, "recipients")), "SOURCE", plover__parties(json_object_get(event, "sources")), "LOC",
        json_is_object(place) ? place : NULL, "DATE", json_is_object(when) ? when : NULL, "FACTUALITY", record_string(event, "factuality"), "ITEM",
        json_object_get(event, "items"));
    export_review(event, review, sizeof review);
    export_mark(event, mark, sizeof mark);
    return attributes && export_json(export, json_pack("{s:s?,s:s%,s:s?,s:O?,s:s,s:s?,s:s?,s:s?,s:s?,s:s,s:s,s:s?,s:o}", "id", record_string(event, "id"),
        "date", begin ? begin : published ? published : "", (size_t)(begin || published ? 10 : 0), "event_type", record_string(event, "type"),
        "event_mode", json_object_get(event, "mode"), "event_text", text, "story_id", record_string(event, "report"), "publisher",
        record_string(event, "outlet"), "headline", record_string(event, "title"), "pub_date", published, "version", laut_version(), "review", review,
        "mark", *mark ? mark : NULL, "attributes", attributes));
}

/* ---- FollowTheMoney */

static void entity__country(const struct laut_archive *archive, const char *code, char country[4])
{
    const struct table *const table = archive->countries;
    *country = '\0';
    for (size_t row = 0; code && row < table->row_count; row++)
        if (strcmp(table_cell(table, row, 1), code) == 0)
            (void)snprintf(country, 4, "%.3s", table_cell(table, row, 2));
}

/* A property that is told; value NULL: it is not. False: out of memory. */
static bool entity__property(json_t *properties, const char *name, const char *value)
{
    return properties && (!value || json_object_set_new(properties, name, json_pack("[s]", value)) == 0);
}

/* Only states, their organs and organisations become entities of their own; everybody else stays a name in the event's words. */
static bool entity__party(struct export *export, const json_t *party, const json_t *involved)
{
    static const char *const organs[] = {"GOV", "MIL", "SPY", "LEG", "JUD", "COP"};
    const char *const code = record_string(party, "code"), *const sector = record_string(party, "sector"), *const name = record_string(party, "text");
    char country[4], id[64];
    entity__country(export->archive, code, country);
    if (!name || !*name || !sector || table_term(sector, organs, 6) < 0)
        return true;
    char key[256];
    const int length = snprintf(key, sizeof key, "%s %s %.200s", code ? code : "", sector, name);
    (void)snprintf(id, sizeof id, "laut-%016" PRIx64, hash_bytes(key, strlen(key), (uint64_t)(length > 0)));
    if (!set_add((json_t *)involved, id))
        return false;
    if (json_object_get(export->seen, id))
        return true;
    json_t *const properties = json_pack("{s:[s]}", "name", name);
    if (!entity__property(properties, "country", *country ? country : NULL)) {
        json_decref(properties);
        return false;
    }
    return json_object_set_new(export->seen, id, json_true()) == 0 &&
           export_json(export, json_pack("{s:s,s:s,s:o}", "id", id, "schema", "PublicBody", "properties", properties));
}

static bool entity__article(struct export *export, const json_t *event, const char *id)
{
    static const struct { const char *property, *key; } fields[] = {{"title", "title"}, {"publisher", "outlet"}, {"sourceUrl", "uri"}};
    const char *const published = record_string(event, "published");
    char day[11] = "";
    if (json_object_get(export->seen, id))
        return true;
    json_t *const properties = json_pack("{s:[s]}", "language", "deu");
    bool done = properties != NULL;
    for (size_t i = 0; done && i < sizeof fields / sizeof fields[0]; i++)
        done = entity__property(properties, fields[i].property, record_string(event, fields[i].key));
    if (published && strlen(published) >= 10)
        (void)snprintf(day, sizeof day, "%.10s", published);
    if (!done || !entity__property(properties, "publishedAt", *day ? day : NULL)) {
        json_decref(properties);
        return false;
    }
    return json_object_set_new(export->seen, id, json_true()) == 0 &&
           export_json(export, json_pack("{s:s,s:s,s:o}", "id", id, "schema", "Article", "properties", properties));
}

static bool entity__parties(struct export *export, const json_t *event, const char *role, const json_t *involved)
{
    size_t index;
    json_t *party;
    json_array_foreach(json_object_get(event, role), index, party)
        if (!entity__party(export, party, involved))
            return false;
    return true;
}

static json_t *entity__event_properties(struct export *export, const json_t *event)
{
    char text[TEXT_BYTES], name[TEXT_BYTES / 2], country[4], review[140], mark[140], note[512];
    const json_t *const when = json_object_get(event, "when"), *const place = json_object_get(event, "place");
    json__text(event, text);
    export_according(event, name, sizeof name / 2);
    const size_t length = strlen(name);
    (void)snprintf(name + length, sizeof name - length, "%s", record_string(event, "type"));
    export_review(event, review, sizeof review);
    export_mark(event, mark, sizeof mark);
    (void)snprintf(note, sizeof note, "coded by machine; review: %s; factuality %s%s%s", review, record_string(event, "factuality"), *mark ? "; " : "", mark);
    entity__country(export->archive, record_string(place, "country"), country);
    json_t *const properties = json_pack("{s:[s],s:[s],s:[s],s:[s],s:[s]}", "name", name, "description", text, "notes", note, "recordId",
                                         record_string(event, "id"), "keywords", record_string(event, "type"));
    if (entity__property(properties, "startDate", record_string(when, "begin")) && entity__property(properties, "endDate", record_string(when, "end")) &&
        entity__property(properties, "location", record_string(place, "text")) && entity__property(properties, "country", *country ? country : NULL))
        return properties;
    json_decref(properties);
    return NULL;
}

bool export_entities(struct export *export, const json_t *event)
{
    char article[64], id[96];
    json_t *const involved = json_array();
    (void)snprintf(article, sizeof article, "laut-%.40s", record_string(event, "report"));
    (void)snprintf(id, sizeof id, "laut-%.40s-%.40s", record_string(event, "id"), record_string(event, "report"));
    bool done = involved && entity__article(export, event, article) && entity__parties(export, event, "actors", involved) &&
                entity__parties(export, event, "recipients", involved);
    json_t *const properties = done ? entity__event_properties(export, event) : NULL;
    done = properties && json_object_set_new(properties, "proof", json_pack("[s]", article)) == 0 &&
           (!json_array_size(involved) || json_object_set(properties, "involved", involved) == 0);
    done = done && export_json(export, json_pack("{s:s,s:s,s:O}", "id", id, "schema", "Event", "properties", properties));
    json_decref(properties);
    json_decref(involved);
    return done;
}

/* ---- Web Annotations */

bool export_annotation(struct export *export, const json_t *event)
{
    char text[TEXT_BYTES], id[128], address[128], review[140], mark[140];
    const json_t *const span = json_object_get(event, "evidence");
    const char *const uri = record_string(event, "uri"), *const part = record_string(event, "part");
    json__text(event, text);
    (void)snprintf(id, sizeof id, "urn:laut:%.40s:%.40s", record_string(event, "id"), record_string(event, "report"));
    (void)snprintf(address, sizeof address, "urn:laut:%.40s", record_string(event, "report"));
    json_t *const selectors = json_array();
    bool done = selectors && json_array_append_new(selectors, json_pack("{s:s,s:s}", "type", "TextQuoteSelector", "exact", json__words(event))) == 0;
    if (done && part && strcmp(part, "text") == 0)         /* offsets of a title count in the title, not in the page's text */
        done = json_array_append_new(selectors, json_pack("{s:s,s:O,s:O}", "type", "TextPositionSelector", "start", json_array_get(span, 0),
                                                          "end", json_array_get(span, 1))) == 0;
    json_t *const target = json_pack("{s:s,s:o}", "source", uri ? uri : address, "selector", selectors);
    export_review(event, review, sizeof review);
    json_t *const body = json_pack("[{s:s,s:s,s:s,s:s},{s:s,s:s,s:s},{s:s,s:s,s:s},{s:s,s:s,s:s}]", "type", "TextualBody", "purpose", "describing", "language", "en",
                                   "value", text, "type", "TextualBody", "purpose", "classifying", "value", record_string(event, "type"), "type",
                                   "TextualBody", "purpose", "assessing", "value", record_string(event, "factuality"), "type", "TextualBody", "purpose",
                                   "commenting", "value", review);
    export_mark(event, mark, sizeof mark);
    done = done && (!*mark || json_array_append_new(body, json_pack("{s:s,s:s,s:s}", "type", "TextualBody", "purpose", "tagging", "value", mark)) == 0);
    if (!done || !target || !body) {
        json_decref(target);
        json_decref(body);
        return false;
    }
    return export_json(export, json_pack("{s:s,s:s,s:s,s:s,s:{s:s,s:s},s:o,s:o}", "@context", "http://www.w3.org/ns/anno.jsonld", "id", id,
                                                 "type", "Annotation", "motivation", "classifying", "creator", "type", "Software", "name",
                                                 "laut", "body", body, "target", target));
}
