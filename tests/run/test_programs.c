/* A program prints what CPython printed for it, with a journal and without; the journal is
 * sound. */
#include "run_fixture.h"

#include <string.h>

static char *program, *expected;

static char *read_text(const char *path)
{
    Text error = {0};
    Source *source = source_read(path, &error);
    if (!source)
        fail_msg("%s", text_string(&error));
    text_done(&error);
    Text text = {0};
    text_append(&text, source->bytes, source->length);
    source_destroy(source);
    return text_take(&text);
}

static void test_program(void **state)
{
    (void)state;
    assert_prints(program, expected);
}

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    program = read_text(arguments[1]);
    expected = read_text(arguments[2]);
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_program)};
    return cmocka_run_group_tests_name(arguments[1], tests, NULL, NULL);
}
