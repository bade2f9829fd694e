/* The two forms of a scenario, from files beside this one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scenario/scenario.h"

static Scenario *read_fine(const char *path)
{
    Diagnostics diagnostics = {0};
    Scenario *scenario = scenario_read(path, true, &diagnostics);
    if (diagnostics.count)
        print_error("%s: %s\n", path, diagnostics.items[0].message);
    assert_int_equal(diagnostics.count, 0);
    assert_non_null(scenario);
    return scenario;
}

/* Both files say the same. */
static void both_forms_mean_the_same(void **state)
{
    (void)state;
    static const char *const paths[] = {"forms.py", "forms.json"};
    for (int i = 0; i < 2; i++) {
        Scenario *scenario = read_fine(paths[i]);
        assert_true(slice_is(scenario->title, "A title"));
        assert_true(slice_is(scenario->summary, "The summary, on two lines."));
        assert_int_equal(scenario->note_count, 1);
        assert_true(slice_is(scenario->notes[0].text, "This note is about the loop."));
        assert_int_equal(scenario->question_count, 1);
        assert_int_equal(scenario->label_count, 1);
        assert_int_equal(scenario->expectation_count, 3);
        uint32_t loop = scenario->notes[0].line;
        /* The first is about the loop as a whole, else clause included; the second about its
         * body. */
        assert_int_equal(scenario->expectations[0].line, loop + 1);
        assert_int_equal(scenario->expectations[1].line, loop);
        assert_int_equal(scenario->expectations[2].line, loop + (i == 0 ? 8 : 4));
        scenario_destroy(scenario);
    }
}

/* Every mistake of a file is told in one run, each at its line. */
static void tells_all_mistakes(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        size_t lines[12];
    } rows[] = {
        {"wrong.py", {3, 7, 9, 12, 13}},
        {"wrong.json", {2, 1, 4, 8, 9, 9, 10, 13}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Diagnostics diagnostics = {0};
        assert_null(scenario_read(rows[i].path, true, &diagnostics));
        size_t count = 0;
        for (; rows[i].lines[count]; count++) {
            assert_true(count < diagnostics.count);
            assert_int_equal(diagnostics.items[count].position.line, rows[i].lines[count]);
        }
        assert_int_equal(diagnostics.count, count);
        diagnostics_done(&diagnostics);
    }
}

static void markers_inside_of_strings_are_text(void **state)
{
    (void)state;
    Scenario *scenario = read_fine("strings.py");
    assert_int_equal(scenario->note_count, 0);
    assert_int_equal(scenario->expectation_count, 1);
    assert_int_equal(scenario->expectations[0].line, 1);
    assert_true(slice_is(scenario->title, "strings.py"));
    scenario_destroy(scenario);
}

static void run_needs_no_remarks(void **state)
{
    (void)state;
    Diagnostics diagnostics = {0};
    Scenario *scenario = scenario_read("wrong.py", false, &diagnostics);
    assert_non_null(scenario);
    assert_int_equal(diagnostics.count, 0);
    scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_forms_mean_the_same),
        cmocka_unit_test(tells_all_mistakes),
        cmocka_unit_test(markers_inside_of_strings_are_text),
        cmocka_unit_test(run_needs_no_remarks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
