/* JSON as it is written: what is escaped, what separates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "out/json_text.h"

static void assert_quoted(Slice text, const char *expected)
{
    Text out = {0};
    JsonText json = {.out = &out};
    json_put_string(&json, NULL, text);
    assert_string_equal(text_string(&out), expected);
    text_done(&out);
}

static void strings_are_escaped(void **state)
{
    (void)state;
    assert_quoted((Slice){"", 0}, "\"\"");
    assert_quoted(slice_of("a \"quoted\" \\ b"), "\"a \\\"quoted\\\" \\\\ b\"");
    assert_quoted(slice_of("line\nline\r\ttab"), "\"line\\nline\\u000d\\u0009tab\"");
    assert_quoted((Slice){"\0\x1F\x7F", 3}, "\"\\u0000\\u001f\\u007f\"");
    assert_quoted(slice_of("</script> \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"),
                  "\"</script> \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80\"");
}

/* Python's strings may hold lone surrogates; JSON has them as escapes only. */
static void surrogates_are_escaped(void **state)
{
    (void)state;
    assert_quoted(slice_of("\xED\xA0\x80"), "\"\\ud800\"");
    assert_quoted(slice_of("a\xED\xBF\xBFz"), "\"a\\udfffz\"");
}

static void broken_utf8_is_replaced(void **state)
{
    (void)state;
    assert_quoted(slice_of("a\xFFz"), "\"a\xEF\xBF\xBDz\"");
    assert_quoted(slice_of("\xC3"), "\"\xEF\xBF\xBD\"");
    assert_quoted(slice_of("\xE2\x82"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    assert_quoted((Slice){"\xE2\x82\xAC", 2}, "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    assert_quoted(slice_of("\x80"), "\"\xEF\xBF\xBD\"");
}

static void values_nest(void **state)
{
    (void)state;
    Text out = {0};
    JsonText json = {.out = &out};
    json_open_object(&json, NULL);
    json_open_array(&json, "none");
    json_close_array(&json);
    json_open_array(&json, "all");
    json_put_number(&json, NULL, UINT64_MAX);
    json_open_object(&json, NULL);
    json_close_object(&json);
    json_open_array(&json, NULL);
    json_put_bool(&json, NULL, true);
    json_put_bool(&json, NULL, false);
    json_close_array(&json);
    json_put_null(&json, NULL);
    json_close_array(&json);
    json_put_raw(&json, "raw", slice_of("{\"a\":1}"));
    json_break(&json);
    json_put_string(&json, "a \"key\"", slice_of("x"));
    json_close_object(&json);
    assert_string_equal(text_string(&out),
                        "{\"none\":[],\"all\":[18446744073709551615,{},[true,false],null],"
                        "\"raw\":{\"a\":1}\n,\"a \\\"key\\\"\":\"x\"}");
    text_done(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_are_escaped),
        cmocka_unit_test(surrogates_are_escaped),
        cmocka_unit_test(broken_utf8_is_replaced),
        cmocka_unit_test(values_nest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
