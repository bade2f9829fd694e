#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <unistd.h>

#include "base/sink.h"
#include "base/source.h"

static void assert_holds(const char *path, const char *expected)
{
    Text error = {0};
    Source *source = source_read(path, &error);
    assert_non_null(source);
    assert_string_equal(source->bytes, expected);
    source_destroy(source);
    text_done(&error);
}

static void writes_whole_or_not_at_all(void **state)
{
    (void)state;
    char folder[] = "/tmp/heapstep-sink-XXXXXX";
    assert_non_null(mkdtemp(folder));
    Text path = {0}, error = {0};
    text_append_format(&path, "%s/a/b", folder);
    assert_true(sink_make_folder(text_string(&path), &error));
    assert_true(sink_make_folder(text_string(&path), &error));
    text_append_string(&path, "/file");
    assert_true(sink_write(text_string(&path), "old", 3, &error));
    assert_true(sink_write(text_string(&path), "newer", 5, &error));
    assert_holds(text_string(&path), "newer");
    assert_int_equal(error.length, 0);
    /* A folder cannot be replaced by a file: it stays, and no part of the file is left behind.
     */
    text_clear(&path);
    text_append_format(&path, "%s/a", folder);
    assert_false(sink_write(text_string(&path), "x", 1, &error));
    assert_true(error.length > 0);
    text_append_string(&path, "/b/file");
    unlink(text_string(&path));
    text_clear(&path);
    text_append_format(&path, "%s/a/b", folder);
    assert_int_equal(rmdir(text_string(&path)), 0);
    path.length -= 2;
    path.bytes[path.length] = '\0';
    assert_int_equal(rmdir(text_string(&path)), 0);
    assert_int_equal(rmdir(folder), 0);
    text_done(&path);
    text_done(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(writes_whole_or_not_at_all)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
