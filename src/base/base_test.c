/* base/base_test.c: each tool of base/ by itself. */
#include "base/arena.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/table.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void test_arena(void **state)
{
    (void)state;
    struct laut_error error;
    struct arena *const arena = arena_open(32, &error);
    assert_non_null(arena);
    assert_string_equal(arena_copy_string(arena, "abcdef", 3, &error), "abc");
    assert_string_equal(arena_format(arena, &error, "%d-%s", 7, "x"), "7-x");
    unsigned *numbers = NULL;
    size_t count = 0, capacity = 0;
    for (unsigned i = 0; i < 1000; i++) {
        unsigned *const place = arena_append(arena, &numbers, &count, &capacity, sizeof *place, &error);
        assert_non_null(place);
        *place = i;
    }
    for (unsigned i = 0; i < 1000; i++)
        assert_int_equal(numbers[i], i);
    assert_null(arena_take(arena, SIZE_MAX / 2, 3, &error));
    assert_string_equal(error.message, "out of memory");
    arena_free(arena);
}

static void test_utf8(void **state)
{
    (void)state;
    static const struct { const char *bytes; size_t first_invalid; } cases[] = {
        {"Gr\xC3\xBC\xC3\x9F" "e", 7}, {"a\xC3", 1}, {"\xC0\x80", 0}, {"ab\xED\xA0\x80", 2}, {"\xF4\x90\x80\x80", 0},
        {"\xF0\x9F\x98\x80", 4}, {"x\x80", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(utf8_first_invalid(cases[i].bytes, strlen(cases[i].bytes)), cases[i].first_invalid);
    for (uint32_t codepoint = 0; codepoint < 0x110000; codepoint += codepoint < 0x3000 ? 1 : 97) {
        char bytes[4];
        size_t length;
        if (codepoint >= 0xD800 && codepoint <= 0xDFFF)
            continue;
        const size_t written = utf8_encode(codepoint, bytes);
        assert_int_equal(utf8_decode(bytes, written, &length), codepoint);
        assert_int_equal(length, written);
        assert_int_equal(utf8_lower(utf8_lower(codepoint)), utf8_lower(codepoint));
    }
    char lower[32];
    assert_int_equal(utf8_lower_string("\xC3\x84RGER \xC5\xA0", 9, lower), 9);
    assert_string_equal(lower, "\xC3\xA4rger \xC5\xA1");
    assert_int_equal(utf8_count("\xC3\x84RG", 4), 3);
    assert_true(utf8_is_upper(0xC4) && !utf8_is_upper(0xE4) && utf8_is_letter(0xDF) && !utf8_is_letter('-'));
}

static void test_string_map(void **state)
{
    (void)state;
    struct laut_error error;
    struct arena *const arena = arena_open(0, &error);
    struct string_map *const map = string_map_open(arena, 4, &error);
    static char keys[2000][8];
    for (uint32_t i = 0; i < 2000; i++) {
        (void)snprintf(keys[i], sizeof keys[i], "k%u", i % 1000);
        assert_true(string_map_add(map, keys[i], strlen(keys[i]), i, &error));
    }
    for (uint32_t i = 0; i < 1000; i++) {
        struct string_map_hit hit = string_map_find(map, keys[i], strlen(keys[i]));
        assert_true(hit.found);
        assert_int_equal(hit.value, i);
        hit = string_map_next(map, hit);
        assert_int_equal(hit.value, i + 1000);
        assert_false(string_map_next(map, hit).found);
    }
    assert_false(string_map_find(map, "nothing", 7).found);
    arena_free(arena);
}

static void test_sha256(void **state)
{
    (void)state;
    char hex[65];
    hash_sha256("abc", 3, hex);          /* FIPS 180-2, example B.1 */
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void test_json(void **state)
{
    (void)state;
    char *text = NULL;
    size_t length = 0;
    FILE *const stream = open_memstream(&text, &length);
    struct json_writer json = json_writer_on(stream);
    json_write_object_open(&json, NULL);
    json_write_string(&json, "a\"b", "line\n\x01 \xC3\xBC\\");
    json_write_array_open(&json, "list");
    json_write_integer(&json, NULL, -3);
    json_write_number(&json, NULL, 0.1);
    json_write_number(&json, NULL, 1500000);
    json_write_boolean(&json, NULL, true);
    json_write_string(&json, NULL, NULL);
    json_write_array_close(&json);
    json_write_object_open(&json, "empty");
    json_write_object_close(&json);
    json_write_object_close(&json);
    struct laut_error error;
    assert_true(json_write_finish(&json, &error));
    assert_int_equal(fclose(stream), 0);
    assert_string_equal(text, "{\"a\\\"b\": \"line\\n\\u0001 \xC3\xBC\\\\\", \"list\": [-3, 0.1, 1500000, true, null], \"empty\": {}}");
    free(text);
}

/* Writes an image with one table "room/words.tsv" and returns its path; NULL: error says what is wrong with the table. */
static const char *test__image(struct arena *arena, const char *table, struct laut_error *error)
{
    static char path[64];
    size_t prepared_length;
    const void *const prepared = table_prepare(arena, "knowledge/room/words.tsv", table, strlen(table), &prepared_length, error);
    if (!prepared)
        return NULL;
    (void)snprintf(path, sizeof path, "/tmp/laut-base-test-%ld.image", (long)getpid());
    FILE *const out = fopen(path, "wb");
    const uint64_t count = 1, offset = 128, length = prepared_length;
    char head[128] = "LAUTIMG1";
    memcpy(head + 8, &count, 8);
    memcpy(head + 16, "room/words.tsv", 15);
    memcpy(head + 64, &offset, 8);
    memcpy(head + 72, &length, 8);
    assert_int_equal(fwrite(head, 1, sizeof head, out), sizeof head);
    assert_int_equal(fwrite(prepared, 1, prepared_length, out), prepared_length);
    assert_int_equal(fclose(out), 0);
    return path;
}

static const char *const test__columns[] = {"id", "word", "source", "checked"};

/* The error message a table gives, "" if it is read. */
static void test__table_message(const char *text, char *message, size_t size)
{
    struct laut_error error = {{0}, 0, {0}, {0}};
    struct arena *const arena = arena_open(0, &error);
    const char *const path = test__image(arena, text, &error);
    struct image *const image = path ? image_open(path, &error) : NULL;
    const struct table_set set = {arena, image, NULL};
    const struct table *const table = image ? table_open(&set, "room/words.tsv", test__columns, 4, &error) : NULL;
    (void)snprintf(message, size, "%s:%zu: %s", error.file, error.line, table ? "" : error.message);
    arena_free(arena);
    image_free(image);
}

static void test_table_errors(void **state)
{
    (void)state;
    static const struct { const char *table, *message; } cases[] = {
        {"id\tword\tsource\tchecked\na.1\tx\tDuden\n", "knowledge/room/words.tsv:2: 4 columns expected, 3 found"},
        {"# c\nid\twort\tsource\tchecked\n", "knowledge/room/words.tsv:2: column 2 is \"wort\", \"word\" expected"},
        {"id\tword\tsource\tchecked\na\tx\t-\t2026\n", "knowledge/room/words.tsv:2: \"source\" is empty"},
        {"id\tword\tsource\tchecked\na\tx\ts\t2026\na\ty\ts\t2026\n", "knowledge/room/words.tsv:3: id \"a\" stands in line 2 already"},
        {"id\tword\tsource\tchecked\na\t\xFF\ts\t2026\n", "knowledge/room/words.tsv:2: broken UTF-8"},
        {"id\tword\tsource\n", "knowledge/room/words.tsv:1: no column is \"checked\""},
        {"# nothing\n", "knowledge/room/words.tsv:1: no line names the columns"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char message[1200];
        test__table_message(cases[i].table, message, sizeof message);
        assert_string_equal(message, cases[i].message);
    }
}

static void test_table_overlay(void **state)
{
    (void)state;
    struct laut_error error;
    struct arena *const arena = arena_open(0, &error);
    struct image *const image = image_open(test__image(arena,
        "id\tword\tsource\tchecked\n\n# comment\na\teins\ts\t2026\nb\tzwei\ts\t2026\nc\t-\ts\t2026\n", &error), &error);
    char folder[] = "/tmp/laut-base-test-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/room", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    (void)snprintf(path, sizeof path, "%s/room/words.tsv", folder);
    FILE *const out = fopen(path, "w");
    (void)fputs("id\tword\tsource\tchecked\na\tuno\tmine\t2026\nb\t!\nd\tvier\tmine\t2026\n", out);
    assert_int_equal(fclose(out), 0);
    const struct table_set set = {arena, image, folder};
    const struct table *const table = table_open(&set, "room/words.tsv", test__columns, 4, &error);
    assert_non_null(table);
    assert_int_equal(table->row_count, 3);
    assert_string_equal(table_cell(table, 0, 1), "");
    assert_string_equal(table_cell(table, 1, 1), "uno");
    assert_string_equal(table_cell(table, 2, 1), "vier");
    assert_int_equal(table->shipped_rows, 1);
    assert_false(table_error(table, 1, &error, "none", "wrong"));
    assert_string_equal(error.file, path);
    assert_int_equal(error.line, 2);
    assert_int_equal(table->lines[2], 4);
    size_t count;
    const char *const *const words = table_words(arena, "nom  dat akk", ' ', &count, &error);
    assert_int_equal(count, 3);
    assert_string_equal(words[2], "akk");
    arena_free(arena);
    image_free(image);
    (void)unlink(path);
    (void)snprintf(path, sizeof path, "%s/room", folder);
    (void)rmdir(path);
    (void)rmdir(folder);
}

static void test_image_errors(void **state)
{
    (void)state;
    struct laut_error error;
    assert_null(image_open("/nonexistent/laut.image", &error));
    assert_string_equal(error.file, "/nonexistent/laut.image");
    assert_null(image_open("/dev/null", &error));
    assert_string_equal(error.message, "is no image of tables, lexicon and model");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena), cmocka_unit_test(test_utf8), cmocka_unit_test(test_string_map),
        cmocka_unit_test(test_sha256), cmocka_unit_test(test_json), cmocka_unit_test(test_table_errors),
        cmocka_unit_test(test_table_overlay), cmocka_unit_test(test_image_errors)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
