#ifndef TESTS_RECORDED_H
#define TESTS_RECORDED_H
/* Runs a program and records it, for tests that look at recordings. Include it behind
 * <cmocka.h>.
 */
#include <stdlib.h>
#include <string.h>

#include "run/run.h"
#include "trace/trace.h"

/* What a recording is made of; recorded_free releases it, the trace included. */
static inline Trace *recorded_make(const char *program, const char *version, bool repl,
                                   Profile *ret_profile, Source **ret_source,
                                   RunResult *ret_result)
{
    Diagnostics diagnostics = {0};
    *ret_source = source_create("test.py", program, strlen(program));
    assert_true(
        profile_read(getenv("HEAPSTEP_TEST_PROFILES"), version, ret_profile, &diagnostics));
    RunOptions options = {.profile = ret_profile,
                          .keeps_journal = true,
                          .repl = repl,
                          .thresholds = {UINT32_MAX, UINT32_MAX, UINT32_MAX},
                          .script_name = "test.py"};
    run_source(*ret_source, &options, &diagnostics, ret_result);
    assert_int_equal(diagnostics.count, 0);
    return trace_create(ret_result->model, &ret_result->start, *ret_source,
                        ret_result->programs, ret_result->program_count);
}

static inline void recorded_free(Trace *trace, Source *source, RunResult *result)
{
    trace_destroy(trace);
    run_result_done(result);
    source_destroy(source);
}

#endif
