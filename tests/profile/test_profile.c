/* Reading profiles: all of them, and every kind of mistake in a copy of one, told with its
 * place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sink.h"
#include "profile/profile.h"

static const char *folder; /* to write in */

static const char *profiles(void)
{
    return getenv("HEAPSTEP_TEST_PROFILES");
}

static void test_all_versions(void **state)
{
    (void)state;
    const char *versions[] = {"3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13"};
    for (int i = 0; i < 8; i++) {
        Diagnostics diagnostics = {0};
        Profile profile;
        assert_true(profile_read(profiles(), versions[i], &profile, &diagnostics));
        assert_string_equal(profile.version, versions[i]);
        assert_int_equal(profile.minor, 6 + i);
        assert_int_equal(profile.sizes.gc_header, i < 2 ? 32 : 16);
        assert_int_equal(profile.gc.threshold[0], i < 7 ? 700 : 2000);
        assert_int_equal(profile.identity.small_int_least, -5);
        assert_int_equal(diagnostics.count, 0);
        diagnostics_done(&diagnostics);
    }
}

/* The layout that older articles quote, by the sizes that they print. */
static void test_old_layout(void **state)
{
    (void)state;
    Diagnostics diagnostics = {0};
    Profile profile;
    assert_true(profile_read(profiles(), "3.7.0", &profile, &diagnostics));
    assert_string_equal(profile.full, "3.7.0");
    assert_int_equal(profile.minor, 7);
    assert_int_equal(profile.sizes.gc_header, 24);
    assert_int_equal(profile.sizes.list, 64);
    assert_int_equal(profile.sizes.set, 224);
    assert_int_equal(profile.sizes.int_zero, 24);
    diagnostics_done(&diagnostics);
}

/* What is told about the 3.12 profile after `old` in it has become `new_text`. The first
 * diagnostic. */
static void read_changed(const char *old, const char *new_text, Diagnostics *ret_diagnostics)
{
    Text path = {0}, error = {0}, changed = {0};
    text_append_format(&path, "%s/3.12.json", profiles());
    Source *source = source_read(text_string(&path), &error);
    assert_non_null(source);
    char *place = strstr(source->bytes, old);
    assert_non_null(place);
    text_append(&changed, source->bytes, (size_t)(place - source->bytes));
    text_append_string(&changed, new_text);
    text_append_string(&changed, place + strlen(old));
    text_clear(&path);
    text_append_format(&path, "%s/3.12.json", folder);
    assert_true(sink_write(text_string(&path), changed.bytes, changed.length, &error));
    Profile profile = {.minor = -1};
    assert_false(profile_read(folder, "3.12", &profile, ret_diagnostics));
    assert_int_equal(profile.minor, -1);
    source_destroy(source);
    text_done(&changed);
    text_done(&error);
    text_done(&path);
}

typedef struct MistakeRow {
    const char *old, *changed;
    size_t line, column; /* 0: not looked at */
    const char *said;    /* a part of the message */
} MistakeRow;

static const MistakeRow mistakes[] = {
    {"\"gc_header\": 16", "\"gc_header\": \"16\"", 9, 0, "whole number"},
    {"\"gc_header\": 16", "\"gc_header\": -1", 9, 18, "0"},
    {"\"gc_header\": 16", "\"gc_header\": 16.5", 9, 18, "whole number"},
    {"\"gc_header\": 16", "\"gc_header\": 016", 9, 0, ""},
    {"\"gc_header\": 16", "\"gc_header\": 1e400", 9, 0, ""},
    {"\"gc_header\": 16,", "", 0, 0, "gc_header"},
    {"\"gc_header\": 16", "\"gc_headers\": 16, \"gc_header\": 16", 9, 0, "gc_headers"},
    {"\"gc_header\": 16", "\"gc_header\": 16, \"gc_header\": 16", 9, 0, "twice"},
    {"\"gc_header\": 16", "\"gc_header\": 16, \"GC_header\": 16", 9, 0, "GC_header"},
    {"\"gc_header\": 16,", "\"gc_header\": 16", 10, 0, ""},
    {"\"from_sized\": \"even\"", "\"from_sized\": \"odd\"", 0, 0, "exact"},
    {"\"from_sized\": \"even\"", "\"from_sized\": 1", 0, 0, "exact"},
    {"[700, 10, 10]", "[700, 10]", 0, 0, "3"},
    {"[700, 10, 10]", "[700, 10, true]", 0, 0, "whole number"},
    {"[700, 10, 10]", "700", 0, 0, "list"},
    {"\"siphash13\": true", "\"siphash13\": 1", 0, 0, "true or false"},
    {"\"version\": \"3.12\"", "\"version\": \"3.11\"", 3, 0, "3.12"},
    {"\"version\": \"3.12\"", "\"version\": \"3.12.1.2.3\"", 3, 0, ""},
    {"\"comment\": \"What", "\"comment\": \"\xff", 2, 0, ""},
    {"\"comment\": \"What", "\"comment\": \"\\u0000", 2, 0, ""},
    {"\"pool\": 16384", "\"pool\": 16", 0, 0, "fit together"},
    {"\"alignment\": 16", "\"alignment\": 0", 0, 0, "fit together"},
    {"    ]\n  }\n}\n", "    ]\n  }\n}\n}\n", 0, 0, ""},
    {"\"counts\": [", "\"counts\": [1, ", 0, 0, "3"},
    {"\"tuples\": [", "\"tuples\": [-1, ", 0, 0, "20"},
    {"\"pending\": 0,", "", 0, 0, "pending"},
    {"\"imports\"", "\"import\"", 0, 0, "import"},
    {"{\"module\": \"copy\",", "{\"module\": \"weakref\",", 0, 0, "twice"},
    {"{\"module\": \"copy\",", "{\"modul\": \"copy\",", 0, 0, "modul"},
    {"[\"weakref\"]", "[\"nothing\"]", 0, 0, "before this one"},
    {"[\"weakref\"]", "\"weakref\"", 0, 0, "list"},
    {"\"hashes\": {", "\"hashes\": 1, \"hash\": {", 0, 0, "hash"},
};

static void test_mistakes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        const MistakeRow *row = &mistakes[i];
        Diagnostics diagnostics = {0};
        read_changed(row->old, row->changed, &diagnostics);
        assert_true(diagnostics.count > 0);
        const Diagnostic *first = &diagnostics.items[0];
        if (row->line)
            assert_int_equal(first->position.line, row->line);
        if (row->column)
            assert_int_equal(first->position.column, row->column);
        assert_true(first->position.line > 0);
        if (!strstr(first->message, row->said))
            fail_msg("%s: %s", row->changed, first->message);
        diagnostics_done(&diagnostics);
    }
}

/* One run tells them all. */
static void test_many_mistakes(void **state)
{
    (void)state;
    Diagnostics diagnostics = {0};
    read_changed("\"none\": 16,\n    \"object\": 16,", "\"none\": false,\n    \"objekt\": 16,",
                 &diagnostics);
    assert_int_equal(diagnostics.count, 3);
    diagnostics_done(&diagnostics);
}

static void test_missing(void **state)
{
    (void)state;
    const char *versions[] = {"3.5",   "2.7",  "3.12/../3.12", "",      "3.",   "3.x",
                              "3.123", "3.7.", "3.7.0.0",      "3.7.1", "3.7/0"};
    for (int i = 0; i < 11; i++) {
        Diagnostics diagnostics = {0};
        Profile profile;
        assert_false(profile_read(profiles(), versions[i], &profile, &diagnostics));
        assert_int_equal(diagnostics.count, 1);
        diagnostics_done(&diagnostics);
    }
}

int main(int argc, char **argv)
{
    folder = argc > 1 ? argv[1] : ".";
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_versions), cmocka_unit_test(test_old_layout),
        cmocka_unit_test(test_mistakes),     cmocka_unit_test(test_many_mistakes),
        cmocka_unit_test(test_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
