/* The themes can be read by everybody: WCAG AA for text (4.5 to 1), 3 to 1 for lines and marks.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>

#include "app/theme_file.h"

static const double TEXT = 4.5, MARK = 3;

/* WCAG 2.1: relative luminance of an opaque colour. */
static double luminance(Colour colour)
{
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double channel = (colour >> (24 - 8 * i) & 0xFF) / 255.0;
        sum += weights[i] *
               (channel <= 0.03928 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(Colour a, Colour b)
{
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

static void expect(const Theme *theme, const char *what, Colour ink, Colour ground,
                   double least)
{
    if (contrast(ink, ground) < least)
        fail_msg("%s: %s is %.2f to 1, less than %.1f", theme->name, what,
                 contrast(ink, ground), least);
}

enum { GROUNDS = 7 };

static void list_grounds(const Theme *theme, Colour *ret_grounds)
{
    ret_grounds[0] = theme->page;
    ret_grounds[1] = theme->panel;
    ret_grounds[2] = theme->card;
    ret_grounds[3] = theme->untracked_fill;
    for (int i = 0; i < 3; i++)
        ret_grounds[4 + i] = theme->generation_fill[i];
}

static void check_grounds(const Theme *theme)
{
    Colour grounds[GROUNDS];
    list_grounds(theme, grounds);
    for (int i = 0; i < GROUNDS; i++) {
        expect(theme, "text", theme->text, grounds[i], TEXT);
        expect(theme, "text_dim", theme->text_dim, grounds[i], TEXT);
        expect(theme, "now", theme->now, grounds[i], MARK);
        expect(theme, "arrow", theme->arrow, grounds[i], MARK);
        expect(theme, "arrow_dim", theme->arrow_dim, grounds[i], MARK);
        expect(theme, "loss", theme->loss, grounds[i], MARK);
        expect(theme, "gain", theme->gain, grounds[i], MARK);
        expect(theme, "garbage", theme->garbage, grounds[i], MARK);
    }
}

static void check_code(const Theme *theme)
{
    const Colour inks[] = {theme->text,           theme->text_dim,    theme->code_keyword,
                           theme->code_string,    theme->code_number, theme->code_comment,
                           theme->code_definition};
    for (size_t i = 0; i < sizeof inks / sizeof *inks; i++) {
        expect(theme, "code", inks[i], theme->panel, TEXT);
        expect(theme, "code on the line just run", inks[i], theme->now_fill, TEXT);
    }
}

static void check_marks(const Theme *theme)
{
    expect(theme, "now_text", theme->now_text, theme->panel, TEXT);
    expect(theme, "now_text", theme->now_text, theme->now_fill, TEXT);
    expect(theme, "now_text", theme->now_text, theme->card, TEXT);
    expect(theme, "figure", theme->figure, theme->page, TEXT);
    expect(theme, "figure", theme->figure, theme->panel, TEXT);
    expect(theme, "figure", theme->figure, theme->figure_fill, TEXT);
    expect(theme, "note", theme->text, theme->figure_fill, TEXT);
    expect(theme, "loss", theme->loss, theme->panel, TEXT);
    expect(theme, "loss", theme->loss, theme->card, TEXT);
    expect(theme, "loss", theme->loss, theme->loss_fill, TEXT);
    expect(theme, "gain", theme->gain, theme->card, TEXT);
    expect(theme, "gain", theme->gain, theme->gain_fill, TEXT);
    expect(theme, "garbage", theme->garbage, theme->card, TEXT);
    expect(theme, "badge", theme->badge_text, theme->badge, TEXT);
    for (int i = 0; i < 3; i++) {
        expect(theme, "generation", theme->generation[i], theme->generation_fill[i], TEXT);
        expect(theme, "generation", theme->generation[i], theme->panel, TEXT);
    }
}

static void test_contrast(void **state)
{
    static const char *const names[] = {"light", "dark", "contrast", "print"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Theme theme;
        Diagnostics diagnostics = {0};
        assert_true(theme_read(getenv("HEAPSTEP_TEST_THEMES"), names[i], &theme, &diagnostics));
        assert_int_equal(diagnostics.count, 0);
        check_grounds(&theme);
        check_code(&theme);
        check_marks(&theme);
        diagnostics_done(&diagnostics);
    }
}

static void test_missing_theme(void **state)
{
    (void)state;
    Theme theme;
    Diagnostics diagnostics = {0};
    assert_false(theme_read(getenv("HEAPSTEP_TEST_THEMES"), "no-such", &theme, &diagnostics));
    assert_int_equal(diagnostics.count, 1);
    diagnostics_done(&diagnostics);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contrast),
        cmocka_unit_test(test_missing_theme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
