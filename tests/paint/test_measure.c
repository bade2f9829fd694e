#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "paint/measure.h"
#include "paint/shape.h"

static Fonts *fonts;
static TextMeasure *measure;

static double ems(const char *text, FontFace face)
{
    return measure_ems(measure, slice_of(text), face);
}

static void width_is_proportional_to_size(void **state)
{
    (void)state;
    Measure callback = measure_callback(measure);
    Slice text = slice_of("The name a is gone from the module.");
    double one = callback.width(callback.context, text, FONT_SANS, 1);
    assert_true(one > 10 && one < 25);
    for (int size = 2; size < 50; size++)
        assert_true(callback.width(callback.context, text, FONT_SANS, size) == one * size);
}

static void nothing_is_as_wide_as_nothing(void **state)
{
    (void)state;
    assert_true(measure_ems(measure, (Slice){NULL, 0}, FONT_SANS) == 0);
    assert_true(ems("", FONT_MONO) == 0);
}

static void code_stands_in_columns(void **state)
{
    (void)state;
    double column = ems("m", FONT_MONO);
    static const char *const lines[] = {"if a != b:", "x -> y", "__init__", "[[(0, 1)]] ** 3",
                                        "    pass",   "0x7f",   "===",      "\"\"\"a\"\"\""};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_true(fabs(ems(lines[i], FONT_MONO) - column * (double)strlen(lines[i])) < 1e-9);
}

static void words_are_kerned(void **state)
{
    (void)state;
    assert_true(ems("AVAVAV", FONT_SANS) < 3 * (ems("A", FONT_SANS) + ems("V", FONT_SANS)));
}

static void signs_are_not_joined(void **state)
{
    (void)state;
    double apart = ems("-", FONT_SANS) + ems(">", FONT_SANS);
    assert_true(fabs(ems("->", FONT_SANS) - apart) < 0.003);
    Shape shape = {0};
    shape_text(fonts, slice_of("0x7f != 4 x 4"), FONT_SANS, &shape);
    assert_int_equal(shape.count, 4);
    assert_string_equal(shape.bytes.bytes + shape.items[1].start, " x7f !");
    shape_text(fonts, slice_of("a != b"), FONT_MONO, &shape);
    if (fonts_file(fonts, FONT_MONO)->monospace) {
        assert_int_equal(shape.count, 2);
        assert_string_equal(shape.bytes.bytes + shape.items[0].start, " a !   ");
        assert_string_equal(shape.bytes.bytes + shape.items[1].start, "    = b");
        assert_true(shape.items[1].offset == 0);
    }
    shape_done(&shape);
}

static void any_bytes_can_be_measured(void **state)
{
    (void)state;
    char bytes[256];
    for (int i = 0; i < 256; i++)
        bytes[i] = (char)i;
    assert_true(measure_ems(measure, (Slice){bytes, 256}, FONT_SANS) > 0);
    assert_true(measure_ems(measure, (Slice){bytes, 256}, FONT_MONO) > 0);
    assert_true(ems("\xED\xA0\x80", FONT_SANS) > 0);
    assert_true(ems("e\xCC\x81", FONT_SANS) < 1);
    char *line = malloc(100000);
    memset(line, 'w', 100000);
    double most = measure_ems(measure, (Slice){line, 100000}, FONT_SANS);
    assert_true(most > 0 && most < SHAPE_TEXT_LIMIT * 2);
    free(line);
}

static void other_files_stand_in(void **state)
{
    (void)state;
    assert_true(ems("日本語", FONT_MONO) > 1);
    assert_true(ems("a → b ∞ −1 🙂 שלום", FONT_SANS_BOLD) > 1);
    FontFileId chosen = fonts_choose(fonts, FONT_SANS, 0x65E5);
    assert_int_equal(fonts_choose(fonts, FONT_SANS, 0x65E5), chosen);
    assert_int_equal(fonts_choose(fonts, FONT_SANS, 'a'), FONT_SANS);
    assert_non_null(fonts_file(fonts, chosen)->path);
}

/* Two of everything agree: nothing depends on what was measured before. */
static void measuring_again_gives_the_same(void **state)
{
    (void)state;
    TextMeasure *other = measure_create(fonts);
    static const char *const words[] = {"generation 0 · young", "1,704 B", "'a->b'", "日本"};
    for (size_t i = 4; i-- > 0;) {
        for (FontFace face = 0; face < FONT_COUNT; face++) {
            double width = measure_ems(other, slice_of(words[i]), face);
            assert_true(width == ems(words[i], face));
        }
    }
    measure_destroy(other);
}

static void without_fonts_there_is_a_sentence(void **state)
{
    (void)state;
    const char *config = "no-fonts.conf";
    FILE *file = fopen(config, "w");
    assert_non_null(file);
    fputs("<fontconfig></fontconfig>", file);
    fclose(file);
    setenv("FONTCONFIG_FILE", config, 1);
    setenv("FONTCONFIG_PATH", ".", 1);
    Text error = {0};
    Fonts *none = fonts_create(&error);
    unsetenv("FONTCONFIG_FILE");
    unsetenv("FONTCONFIG_PATH");
    remove(config);
    assert_null(none);
    assert_non_null(strstr(text_string(&error), "font"));
    text_done(&error);
}

static int open_fonts(void **state)
{
    (void)state;
    Text error = {0};
    fonts = fonts_create(&error);
    if (!fonts)
        print_error("%s\n", text_string(&error));
    text_done(&error);
    measure = fonts ? measure_create(fonts) : NULL;
    return fonts ? 0 : -1;
}

static int close_fonts(void **state)
{
    (void)state;
    measure_destroy(measure);
    fonts_destroy(fonts);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(width_is_proportional_to_size),
        cmocka_unit_test(nothing_is_as_wide_as_nothing),
        cmocka_unit_test(code_stands_in_columns),
        cmocka_unit_test(words_are_kerned),
        cmocka_unit_test(signs_are_not_joined),
        cmocka_unit_test(any_bytes_can_be_measured),
        cmocka_unit_test(other_files_stand_in),
        cmocka_unit_test(measuring_again_gives_the_same),
        cmocka_unit_test(without_fonts_there_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
