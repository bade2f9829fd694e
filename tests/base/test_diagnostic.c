#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/diagnostic.h"

static void shows_line_and_caret(void **state)
{
    (void)state;
    const char *text = "a = 1\n\tbé = oops\n";
    Source *source = source_create("x.py", text, strlen(text));
    Diagnostics list = {0};
    Text out = {0};
    diagnostics_add(&list, source, (Span){13, 17}, "what is %s", "oops");
    diagnostics_write(&list, &out);
    assert_string_equal(text_string(&out), "x.py:2:7: what is oops\n"
                                           "     bé = oops\n"
                                           "          ^^^^\n");
    text_done(&out);
    diagnostics_done(&list);
    source_destroy(source);
}

/* A broken line must not garble a terminal. */
static void hides_control_characters(void **state)
{
    (void)state;
    Source *source = source_create("x", "\x1b[31m\xFFz", 7);
    Diagnostics list = {0};
    Text out = {0};
    diagnostics_add(&list, source, (Span){0, 1}, "bad");
    diagnostics_write(&list, &out);
    assert_null(strchr(text_string(&out), '\x1b'));
    assert_non_null(strstr(text_string(&out), "\xEF\xBF\xBD[31m"));
    text_done(&out);
    diagnostics_done(&list);
    source_destroy(source);
}

static void counts_what_is_too_many(void **state)
{
    (void)state;
    Diagnostics list = {0};
    Text out = {0};
    for (int i = 0; i < DIAGNOSTIC_LIMIT + 3; i++)
        diagnostics_add_file(&list, "f", "number %d", i);
    assert_int_equal(list.count, DIAGNOSTIC_LIMIT);
    diagnostics_write(&list, &out);
    assert_non_null(strstr(text_string(&out), "and 3 more\n"));
    text_done(&out);
    diagnostics_done(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_line_and_caret),
        cmocka_unit_test(hides_control_characters),
        cmocka_unit_test(counts_what_is_too_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
