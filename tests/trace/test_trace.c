/* Recordings of real programs: steps, numbers, and going back and forth. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "run/run.h"
#include "trace/cursor.h"

typedef struct Recording {
    Profile profile;
    Source *source, *library;
    RunResult result;
    Trace *trace;
} Recording;

/* The one module of the library that programs here may import. */
static const Source *find_module(void *context, ModulePlace place, Slice name,
                                 bool *ret_is_package)
{
    *ret_is_package = false;
    return place == MODULE_LIBRARY && slice_is(name, "helper") ? context : NULL;
}

static const char *const helper = "def twice(function):\n"
                                  "    held = [function()]\n"
                                  "    held.append(function())\n"
                                  "    return held\n";

static void record(Recording *recording, const char *program)
{
    Diagnostics diagnostics = {0};
    *recording = (Recording){.source = source_create("test.py", program, strlen(program)),
                             .library = source_create("helper.py", helper, strlen(helper))};
    assert_true(profile_read(getenv("HEAPSTEP_TEST_PROFILES"), "3.12", &recording->profile,
                             &diagnostics));
    RunOptions options = {.profile = &recording->profile,
                          .keeps_journal = true,
                          .thresholds = {UINT32_MAX, UINT32_MAX, UINT32_MAX},
                          .script_name = "test.py",
                          .find_module = find_module,
                          .find_context = recording->library};
    run_source(recording->source, &options, &diagnostics, &recording->result);
    assert_int_equal(diagnostics.count, 0);
    const RunResult *result = &recording->result;
    recording->trace = trace_create(result->model, &result->start, recording->source,
                                    result->programs, result->program_count);
}

static void forget(Recording *recording)
{
    trace_destroy(recording->trace);
    run_result_done(&recording->result);
    source_destroy(recording->source);
    source_destroy(recording->library);
}

static const char *const program = "a = [1, 2]\n"
                                   "def f(n):\n"
                                   "    m = [n]\n"
                                   "    return m\n"
                                   "b = f(a)\n"
                                   "for i in range(2):\n"
                                   "    b.append(i)\n"
                                   "del a\n"
                                   "print(len(b))\n";

static void steps_are_line_events(void **state)
{
    (void)state;
    static const struct {
        uint8_t event;
        uint32_t line, next;
    } expected[] = {
        {STEP_START, 0, 1}, {STEP_LINE, 1, 2},   {STEP_LINE, 2, 5}, {STEP_LINE, 5, 3},
        {STEP_LINE, 3, 4},  {STEP_RETURN, 4, 5}, {STEP_LINE, 5, 6}, {STEP_LINE, 6, 7},
        {STEP_LINE, 7, 6},  {STEP_LINE, 6, 7},   {STEP_LINE, 7, 6}, {STEP_LINE, 6, 8},
        {STEP_LINE, 8, 9},  {STEP_END, 9, 0},
    };
    Recording recording;
    record(&recording, program);
    const Trace *trace = recording.trace;
    size_t count = sizeof expected / sizeof *expected;
    for (size_t i = 0; i < count && i < trace->step_count; i++) {
        assert_int_equal(trace->steps[i].event, expected[i].event);
        assert_int_equal(trace->steps[i].line, expected[i].line);
        assert_int_equal(trace->steps[i].next_line, expected[i].next);
    }
    assert_int_equal(trace->step_count, count);
    assert_int_equal(trace->call_count, 1);
    forget(&recording);
}

/* Any way to a step gives the same state, bit for bit, and every state is whole. */
static void back_and_forth(void **state)
{
    (void)state;
    Recording recording;
    record(&recording, program);
    const Trace *trace = recording.trace;
    Cursor here, there;
    Text error = {0};
    cursor_init(&here, trace);
    cursor_init(&there, trace);
    for (uint32_t change = 0; change <= trace->end; change++) {
        cursor_seek(&here, change);
        if (!state_check(&here.state, &error))
            fail_msg("after %u changes: %s", change, text_string(&error));
    }
    for (uint32_t step = trace->step_count; step-- > 0;) {
        cursor_seek_step(&here, step);
        cursor_seek_step(&there, step * 7 % trace->step_count);
        cursor_seek_step(&there, step);
        assert_true(state_equal(&here.state, &there.state));
    }
    cursor_seek(&here, 0);
    assert_true(state_equal(&here.state, trace->start));
    text_done(&error);
    cursor_done(&here);
    cursor_done(&there);
    forget(&recording);
}

static ObjectId bound(const Cursor *cursor, const char *name)
{
    ObjectId frames[4];
    Binding binding;
    uint32_t count = cursor_frames(cursor, frames, 4);
    for (uint32_t i = 0; count && cursor_binding(cursor, frames[0], i, &binding); i++)
        if (slice_is(binding.name, name))
            return binding.value;
    return 0;
}

static void names_numbers_and_references(void **state)
{
    (void)state;
    Recording recording;
    record(&recording, program);
    Cursor cursor;
    cursor_init(&cursor, recording.trace);
    cursor_seek_step(&cursor, 1);
    ObjectId a = bound(&cursor, "a");
    assert_int_equal(trace_number(recording.trace, a), 1);
    assert_int_equal(state_object(&cursor.state, a)->refcount, 1);
    assert_int_equal(cursor_reference_count(&cursor, a), 2);
    Reference reference;
    assert_true(cursor_reference(&cursor, a, 1, &reference));
    assert_string_equal(reference.label, "1");
    Text text = {0};
    cursor_value(&cursor, reference.target, 10, &text);
    assert_string_equal(text_string(&text), "2");
    text_clear(&text);
    cursor_title(&cursor, a, &text);
    assert_string_equal(text_string(&text), "list");
    cursor_seek_step(&cursor, recording.trace->step_count - 1);
    assert_int_equal(bound(&cursor, "a"), 0);
    assert_int_equal(state_object(&cursor.state, a)->refcount, 1); /* b[0] */
    text_done(&text);
    cursor_done(&cursor);
    forget(&recording);
}

static void garbage_is_drawn_as_garbage(void **state)
{
    (void)state;
    Recording recording;
    record(&recording, "a = []\na.append(a)\nkept = [3000]\ndel a\nx = 1\n");
    Cursor cursor;
    cursor_init(&cursor, recording.trace);
    uint8_t *marks = malloc(recording.trace->object_end);
    cursor_seek_step(&cursor, 3);
    ObjectId a = bound(&cursor, "a"), kept = bound(&cursor, "kept");
    cursor_drawn(&cursor, marks);
    assert_int_equal(marks[a], DRAWN_REACHED);
    cursor_seek_step(&cursor, 4);
    cursor_drawn(&cursor, marks);
    assert_int_equal(marks[a], DRAWN_GARBAGE);
    assert_int_equal(marks[kept], DRAWN_REACHED);
    free(marks);
    cursor_done(&cursor);
    forget(&recording);
}

/* Stepping passes over the library: only what it calls back is seen, under the caller's frame.
 */
static void library_is_passed_over(void **state)
{
    (void)state;
    static const struct {
        uint8_t event;
        uint32_t line;
    } expected[] = {
        {STEP_START, 0},  {STEP_LINE, 1}, {STEP_LINE, 2},   {STEP_LINE, 4},
        {STEP_RETURN, 3}, {STEP_LINE, 3}, {STEP_RETURN, 3}, {STEP_END, 4},
    };
    Recording recording;
    record(&recording, "from helper import twice\n"
                       "def f():\n"
                       "    return [1]\n"
                       "made = twice(f)\n");
    const Trace *trace = recording.trace;
    assert_int_equal(trace->step_count, sizeof expected / sizeof *expected);
    for (uint32_t i = 0; i < trace->step_count; i++) {
        assert_int_equal(trace->steps[i].event, expected[i].event);
        assert_int_equal(trace->steps[i].line, expected[i].line);
        assert_false(trace_is_library(trace, trace->steps[i].code));
    }
    for (uint32_t i = 0; i < trace->call_count; i++)
        assert_false(trace_is_library(trace, trace->calls[i].code));
    forget(&recording);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_are_line_events),
        cmocka_unit_test(back_and_forth),
        cmocka_unit_test(names_numbers_and_references),
        cmocka_unit_test(garbage_is_drawn_as_garbage),
        cmocka_unit_test(library_is_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
