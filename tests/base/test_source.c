#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/source.h"

static Source *of(const char *text)
{
    return source_create("x.py", text, strlen(text));
}

static void finds_lines_of_every_kind(void **state)
{
    (void)state;
    Source *source = of("a\nbc\r\nd\re");
    assert_int_equal(source->line_count, 4);
    static const char *const lines[] = {"a", "bc", "d", "e"};
    for (size_t i = 0; i < 4; i++)
        assert_true(slice_is(source_line(source, i + 1), lines[i]));
    assert_int_equal(source_line(source, 0).length, 0);
    assert_int_equal(source_line(source, 5).length, 0);
    source_destroy(source);
}

/* Columns count code points, not bytes. */
static void positions(void **state)
{
    (void)state;
    Source *source = of("é = 1\nx");
    Position at = source_position(source, 3);
    assert_int_equal(at.line, 1);
    assert_int_equal(at.column, 3);
    at = source_position(source, source->length);
    assert_int_equal(at.line, 2);
    assert_int_equal(at.column, 2);
    at = source_position(source, 1000);
    assert_int_equal(at.line, 2);
    source_destroy(source);
}

static void bad_bytes(void **state)
{
    (void)state;
    Source *source = of("ok \xFF");
    assert_int_equal(source_find_bad_byte(source), 3);
    source_destroy(source);
    source = source_create("x", "a\0b", 3);
    assert_int_equal(source_find_bad_byte(source), 1);
    source_destroy(source);
    source = of("fine €");
    assert_int_equal(source_find_bad_byte(source), source->length);
    source_destroy(source);
}

static void says_why_it_cannot_read(void **state)
{
    (void)state;
    Text error = {0};
    assert_null(source_read("/no/such/file.py", &error));
    assert_true(error.length > 0);
    text_clear(&error);
    assert_null(source_read(".", &error));
    assert_non_null(strstr(text_string(&error), "directory"));
    text_done(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_lines_of_every_kind),
        cmocka_unit_test(positions),
        cmocka_unit_test(bad_bytes),
        cmocka_unit_test(says_why_it_cannot_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
