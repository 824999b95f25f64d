/* statement/statement_test.c: runs statement.test, parts.test and stance.test through the whole path.
 *
 *     statement.test   all statements, in the order of the words: type | quote | cue | speaker = whom it means, how it is named
 *         Teheran dementiert, Drohnen geliefert zu haben.
 *         2024-01-05
 *         Indirect | Drohnen geliefert zu haben | dementiert | Teheran = Iran office
 *
 *     parts.test       of each statement: type | medium | addressee | frame (cue and speaker together)
 *         Selenskyj sagte dem Sender CNN, Russland greife an.
 *         2024-01-05
 *         Indirect | SW | - | Selenskyj sagte
 *
 *     stance.test      of the words asked for: word | factuality | aux | codes of the sources, outermost first
 *         Teheran dementiert, Drohnen geliefert zu haben.
 *         2024-01-05
 *         geliefert | CT- | negation | IRN */
#include "engine/names.h"
#include "engine/text_cases.h"
#include "statement/statement.h"

enum { FEWEST_STATEMENTS = 60, FEWEST_PARTS = 8, FEWEST_STANCES = 80 };

static void show_spans(const struct document *document, struct span_list spans, struct text_cases_buffer *found)
{
    if (!spans.count)
        text_cases_print(found, "-");
    for (size_t i = 0; i < spans.count; i++)
        text_cases_print(found, "%s%.*s", i ? " … " : "", (int)(spans.items[i].end_byte - spans.items[i].begin_byte),
                         document->text + spans.items[i].begin_byte);
}

static void show_statements(const struct laut_document *read, const struct text_case *asked, struct text_cases_buffer *found)
{
    const struct document *const document = &read->document;
    (void)asked;
    for (size_t i = 0; i < document->statement_count; i++) {
        const struct statement *const statement = &document->statements[i];
        text_cases_print(found, "%s%s | ", i ? "\n" : "", name_statement_type(statement->type));
        show_spans(document, statement->quote, found);
        text_cases_print(found, " | ");
        show_spans(document, statement->cue, found);
        text_cases_print(found, " | ");
        show_spans(document, statement->speaker, found);
        if (statement->entity != DOCUMENT_NONE)
            text_cases_print(found, " = %s", document->entities[statement->entity].name);
        text_cases_print(found, " %s", name_naming(statement->naming));
    }
    if (!document->statement_count)
        text_cases_print(found, "none");
}

static void show_parts(const struct laut_document *read, const struct text_case *asked, struct text_cases_buffer *found)
{
    const struct document *const document = &read->document;
    (void)asked;
    for (size_t i = 0; i < document->statement_count; i++) {
        const struct statement *const statement = &document->statements[i];
        text_cases_print(found, "%s%s | %s | ", i ? "\n" : "", name_statement_type(statement->type), statement->medium ? statement->medium : "-");
        show_spans(document, statement->addressee, found);
        text_cases_print(found, " | ");
        show_spans(document, statement->frame, found);
    }
    if (!document->statement_count)
        text_cases_print(found, "none");
}

static void show_sources(const struct document *document, uint32_t statement, struct text_cases_buffer *found)
{
    uint32_t chain[STATEMENT_CHAIN_LONGEST];
    const size_t count = statement_chain(document, statement, chain);
    if (!count)
        text_cases_print(found, "-");
    for (size_t i = 0; i < count; i++) {
        const uint32_t entity = document->statements[chain[i]].entity;
        const char *const code = entity == DOCUMENT_NONE ? "" : document->entities[entity].code;
        text_cases_print(found, "%s%s", i ? " > " : "", code[0] ? code : entity == DOCUMENT_NONE ? "?" : document->entities[entity].name);
    }
}

static void show_stance(const struct document *document, const char *word, struct text_cases_buffer *found)
{
    for (uint32_t token = 0; token < document->token_count; token++) {
        if (strcmp(document->tokens[token].form, word) != 0)
            continue;
        const struct stance *const stance = &document->token_stance[token];
        const char *names[4];
        const size_t count = names_aux(stance->aux, names);
        text_cases_print(found, "%s | %s | ", word, name_factuality(stance->factuality));
        for (size_t i = 0; i < count; i++)
            text_cases_print(found, "%s%s", i ? "," : "", names[i]);
        text_cases_print(found, "%s | ", count ? "" : "-");
        show_sources(document, stance->statement, found);
        return;
    }
    text_cases_print(found, "%s | no such word", word);
}

static void show_stances(const struct laut_document *read, const struct text_case *asked, struct text_cases_buffer *found)
{
    const struct document *const document = &read->document;
    char word[128];
    for (const char *line = asked->expected.text; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
        (void)snprintf(word, sizeof word, "%.*s", (int)strcspn(line, " |"), line);
        text_cases_print(found, "%s", found->length ? "\n" : "");
        show_stance(document, word, found);
    }
}

static void test_statements(void **state)
{
    text_cases_run(*state, "statement/statement.test", FEWEST_STATEMENTS, show_statements);
}

static void test_parts(void **state)
{
    text_cases_run(*state, "statement/parts.test", FEWEST_PARTS, show_parts);
}

static void test_stances(void **state)
{
    text_cases_run(*state, "statement/stance.test", FEWEST_STANCES, show_stances);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_statements), cmocka_unit_test(test_parts), cmocka_unit_test(test_stances)};
    return cmocka_run_group_tests(tests, text_cases_open_engine, text_cases_close_engine);
}
