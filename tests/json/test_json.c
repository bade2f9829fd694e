#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "json/json.h"

static size_t problems_of(const char *text, size_t length, size_t *ret_column)
{
    Source *source = source_create("x.json", text, length);
    Diagnostics list = {0};
    JsonDocument document;
    bool fine = json_open(&document, source, &list);
    assert_true(fine == (list.count == 0));
    size_t count = list.count;
    if (count)
        *ret_column = list.items[0].position.column;
    json_close(&document);
    diagnostics_done(&list);
    source_destroy(source);
    return count;
}

static void refuses_what_cjson_lets_through(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t column;
    } rows[] = {
        {"{} x", 4},
        {"{\"a\": 1, \"a\": 2}", 11},
        {"[\"\xFF\"]", 3},
        {"[\"a\tb\"]", 4},
        {"[\"\\u0000\"]", 5},
        {"[0123]", 2},
        {"[1.]", 4},
        {"[1e400]", 2},
        {"[1,]", 4},
        {"{\"a\" 1}", 6},
        {"{a: 1}", 2},
        {"[\"abc]", 2},
        {"", 1},
        {"[1 2]", 4},
        {"nul", 1},
        {"[\"\\x\"]", 4},
        {"[+1]", 2},
        {"[.5]", 2},
        {"{\"a\\u0062\": 1}", 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t column = 0;
        assert_int_equal(problems_of(rows[i].text, strlen(rows[i].text), &column), 1);
        assert_int_equal(column, rows[i].column);
    }
    size_t column = 0;
    assert_int_equal(problems_of("[1\0]", 4, &column), 1);
}

static void accepts_all_of_json(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "0",
        "-1.5e+3",
        "\"\\u00e9 \\\" \\n\"",
        "[]",
        "{}",
        " [true, false, null] ",
        "{\"a\": {\"a\": [1, {\"b\": \"\"}]}}",
    };
    size_t column = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(problems_of(rows[i], strlen(rows[i]), &column), 0);
}

static void limits_nesting(void **state)
{
    (void)state;
    char text[2 * JSON_NESTING_LIMIT + 4] = "";
    size_t column = 0;
    memset(text, '[', JSON_NESTING_LIMIT + 1);
    memset(text + JSON_NESTING_LIMIT + 1, ']', JSON_NESTING_LIMIT + 1);
    assert_int_equal(problems_of(text, strlen(text), &column), 1);
    assert_int_equal(problems_of(text + 1, strlen(text) - 2, &column), 0);
}

static void reads_members_with_places(void **state)
{
    (void)state;
    static const char *const known[] = {"name", "n", "on", "list", ""};
    const char *text =
        "{\"name\": \"é\", \"n\": 7, \"on\": true, \"list\": [1, 2], \"odd\": 0}";
    Source *source = source_create("x.json", text, strlen(text));
    Diagnostics list = {0};
    JsonDocument document;
    assert_true(json_open(&document, source, &list));
    assert_false(json_object(&document, document.root, known));
    assert_int_equal(list.count, 1); /* "odd" */
    Slice name;
    long long n = 0;
    bool on = false, exact = false;
    const cJSON *member = json_member(&document, document.root, "name", true);
    assert_true(json_text(&document, member, 1, 1, &name));
    assert_true(slice_is(name, "é"));
    assert_int_equal(json_span(&document, member, &exact).start, 10);
    assert_true(exact);
    assert_true(
        json_integer(&document, json_member(&document, document.root, "n", true), 0, 9, &n));
    assert_int_equal(n, 7);
    assert_true(json_bool(&document, json_member(&document, document.root, "on", true), &on));
    assert_true(on);
    assert_false(
        json_array(&document, json_member(&document, document.root, "list", true), 0, 1));
    assert_null(json_member(&document, document.root, "gone", true));
    assert_false(
        json_integer(&document, json_member(&document, document.root, "n", true), 8, 9, &n));
    assert_int_equal(list.count, 4);
    json_close(&document);
    diagnostics_done(&list);
    source_destroy(source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_what_cjson_lets_through),
        cmocka_unit_test(accepts_all_of_json),
        cmocka_unit_test(limits_nesting),
        cmocka_unit_test(reads_members_with_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
