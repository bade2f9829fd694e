/* Every option, and every way to get one wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/options.h"

enum { WORDS_MOST = 32 };

/* Reads a command line given as one string with blanks. The words live in `words`. */
typedef struct Line {
    char text[256];
    const char *words[WORDS_MOST];
    Options options;
    Diagnostics diagnostics;
    bool fine;
} Line;

static void line_read(Line *line, const char *text)
{
    int count = 0;
    *line = (Line){0};
    assert_true(strlen(text) < sizeof line->text);
    strcpy(line->text, text);
    for (char *word = strtok(line->text, " "); word; word = strtok(NULL, " "))
        line->words[count++] = word;
    line->fine = options_read(count, line->words, &line->options, &line->diagnostics);
    assert_int_equal(line->fine, line->diagnostics.count == 0);
}

static void line_done(Line *line)
{
    options_done(&line->options);
    diagnostics_done(&line->diagnostics);
}

static void check_refused(const char *text, const char *named)
{
    Line line;
    line_read(&line, text);
    assert_false(line.fine);
    Text said = {0};
    diagnostics_write(&line.diagnostics, &said);
    if (!strstr(text_string(&said), named))
        fail_msg("'%s' is refused with '%s', which does not name '%s'", text,
                 text_string(&said), named);
    text_done(&said);
    line_done(&line);
}

static void test_file_alone_is_shown(void **state)
{
    (void)state;
    Line line;
    line_read(&line, "a.py");
    assert_true(line.fine);
    assert_int_equal(line.options.command, COMMAND_SHOW);
    assert_string_equal(line.options.files[0], "a.py");
    line_done(&line);
}

static void test_all_export_options(void **state)
{
    (void)state;
    Line line;
    line_read(&line, "export a.py -o out --format=svg --size 1280x720 --scale 1.5 --theme dark "
                     "--steps 1,3-5 --python 3.8 --repl -q");
    const Options *options = &line.options;
    assert_true(line.fine);
    assert_int_equal(options->command, COMMAND_EXPORT);
    assert_string_equal(options->output, "out");
    assert_string_equal(options->format, "svg");
    assert_int_equal(options->width, 1280);
    assert_int_equal(options->height, 720);
    assert_true(options->scale == 1.5);
    assert_string_equal(options->theme, "dark");
    assert_string_equal(options->python, "3.8");
    assert_true(options->repl && options->quiet);
    assert_int_equal(options->step_count, 2);
    line_done(&line);
}

static void test_values_may_be_joined(void **state)
{
    (void)state;
    Line line;
    line_read(&line, "export -oout a.py --max-steps=17");
    assert_true(line.fine);
    assert_string_equal(line.options.output, "out");
    assert_int_equal(line.options.max_steps, 17);
    line_done(&line);
}

static void test_two_dashes_end_options(void **state)
{
    (void)state;
    Line line;
    line_read(&line, "run -- --odd.py");
    assert_true(line.fine);
    assert_string_equal(line.options.files[0], "--odd.py");
    line_done(&line);
    line_read(&line, "-- run");
    assert_true(line.fine);
    assert_int_equal(line.options.command, COMMAND_SHOW);
    assert_string_equal(line.options.files[0], "run");
    line_done(&line);
}

static void test_dash_is_a_file(void **state)
{
    (void)state;
    Line line;
    line_read(&line, "check - a.py");
    assert_true(line.fine);
    assert_int_equal(line.options.file_count, 2);
    assert_string_equal(line.options.files[0], "-");
    line_done(&line);
}

static void test_help_needs_no_file(void **state)
{
    (void)state;
    Line line;
    line_read(&line, "export --help");
    assert_true(line.fine && line.options.help);
    line_done(&line);
    line_read(&line, "-V");
    assert_true(line.fine && line.options.version);
    line_done(&line);
}

static void test_steps_are_clamped(void **state)
{
    (void)state;
    Line line;
    line_read(&line, "show a.py --steps 2-3,90");
    assert_true(line.fine);
    static const bool wanted[] = {false, false, true, true, false, true};
    for (uint32_t step = 0; step < 6; step++)
        assert_int_equal(options_has_step(&line.options, step, 5), wanted[step]);
    line_done(&line);
    line_read(&line, "show a.py");
    assert_true(options_has_step(&line.options, 3, 5));
    line_done(&line);
}

static void test_wrong_words_are_named(void **state)
{
    (void)state;
    static const char *const lines[][2] = {
        {"", "--help"},
        {"run", "which file"},
        {"frobnicate a.py", "frobnicate"},
        {"run a.py --frobnicate", "--frobnicate"},
        {"run a.py -z", "-z"},
        {"run a.py b.py", "b.py"},
        {"list a.py", "a.py"},
        {"run a.py --repl=yes", "--repl"},
        {"run a.py --size 640x480", "--size"},
        {"run a.py --python", "--python"},
        {"run a.py --python 2.7", "2.7"},
        {"run a.py --python ../3.12", "../3.12"},
        {"run a.py --python 3.123", "3.123"},
        {"run a.py --max-steps 0", "'0'"},
        {"run a.py --max-steps -5", "-5"},
        {"run a.py --max-steps 99999999999999999999", "99999999999999999999"},
        {"show a.py --max-journal none", "none"},
        {"export a.py", "-o"},
        {"export a.py -o", "-o"},
        {"export a.py -o o --size 0x0", "0x0"},
        {"export a.py -o o --size 12", "12"},
        {"export a.py -o o --size -800x600", "-800x600"},
        {"export a.py -o o --size 99999999999x600", "99999999999x600"},
        {"export a.py -o o --size 1280x720x3", "1280x720x3"},
        {"export a.py -o o --size 1280X720", "1280X720"},
        {"export a.py -o o --size 7680x4320 --scale 2", "15360x8640"},
        {"export a.py -o o --scale 0", "scale"},
        {"export a.py -o o --scale nan", "nan"},
        {"export a.py -o o --scale 0x1", "0x1"},
        {"export a.py -o o --scale 1,5", "1,5"},
        {"export a.py -o o --theme ../light", "../light"},
        {"export a.py -o o --format bmp", "bmp"},
        {"export a.py -o o --view 9", "9"},
        {"export a.py -o o --steps x-y", "x-y"},
        {"export a.py -o o --steps 5-", "5-"},
        {"export a.py -o o --steps 5-3", "5-3"},
        {"export a.py -o o --steps 1,,2", "1,,2"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        check_refused(lines[i][0], lines[i][1]);
}

static void test_every_mistake_is_told(void **state)
{
    (void)state;
    Line line;
    line_read(&line, "export --size 1x1 --theme 7 --what a.py");
    assert_int_equal(line.diagnostics.count, 4); /* and -o is missing */
    line_done(&line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_file_alone_is_shown),
        cmocka_unit_test(test_all_export_options),
        cmocka_unit_test(test_values_may_be_joined),
        cmocka_unit_test(test_two_dashes_end_options),
        cmocka_unit_test(test_dash_is_a_file),
        cmocka_unit_test(test_help_needs_no_file),
        cmocka_unit_test(test_steps_are_clamped),
        cmocka_unit_test(test_wrong_words_are_named),
        cmocka_unit_test(test_every_mistake_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
