/* holds.py has expectations that are all true, fails.py ones that are all false. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "judge/judge.h"
#include "run/run.h"

static JudgeReport judge_file(const char *path, Diagnostics *diagnostics)
{
    Profile profile;
    RunResult result;
    assert_true(profile_read(getenv("HEAPSTEP_TEST_PROFILES"), "3.12", &profile, diagnostics));
    Scenario *scenario = scenario_read(path, true, diagnostics);
    assert_non_null(scenario);
    RunOptions options = {.profile = &profile,
                          .keeps_journal = true,
                          .thresholds = {UINT32_MAX, UINT32_MAX, UINT32_MAX},
                          .script_name = path};
    run_source(scenario->program, &options, diagnostics, &result);
    assert_int_equal(diagnostics->count, 0);
    Trace *trace = trace_create(result.model, &result.start, scenario->program, result.programs,
                                result.program_count);
    JudgeReport report = judge_expectations(scenario, trace, diagnostics);
    trace_destroy(trace);
    run_result_done(&result);
    scenario_destroy(scenario);
    return report;
}

static void true_ones_hold(void **state)
{
    (void)state;
    Diagnostics diagnostics = {0};
    JudgeReport report = judge_file("holds.py", &diagnostics);
    for (size_t i = 0; i < diagnostics.count; i++)
        print_error("line %zu: %s\n", diagnostics.items[i].position.line,
                    diagnostics.items[i].message);
    assert_int_equal(report.failed, 0);
    assert_int_equal(diagnostics.count, 0);
    assert_true(report.expectations >= 20);
    assert_true(report.judged > report.expectations); /* the loop's are judged each time */
    diagnostics_done(&diagnostics);
}

static void false_ones_fail(void **state)
{
    (void)state;
    Diagnostics diagnostics = {0};
    JudgeReport report = judge_file("fails.py", &diagnostics);
    assert_true(report.expectations >= 10);
    assert_int_equal(report.failed, report.expectations);
    assert_int_equal(diagnostics.count, report.expectations);
    diagnostics_done(&diagnostics);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(true_ones_hold),
        cmocka_unit_test(false_ones_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
