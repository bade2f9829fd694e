/* Captions of real recordings: what is told of a step, word for word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "../recorded.h"
#include "view/caption.h"
#include "view/caption_flow.h"

typedef struct Recording {
    Profile profile;
    Source *source;
    RunResult result;
    Trace *trace;
    Cursor cursor, back;
    Caption caption;
} Recording;

static void record_as(Recording *recording, const char *program, bool repl)
{
    *recording = (Recording){0};
    recording->trace = recorded_make(program, "3.12", repl, &recording->profile,
                                     &recording->source, &recording->result);
    cursor_init(&recording->cursor, recording->trace);
    cursor_init(&recording->back, recording->trace);
}

static void record(Recording *recording, const char *program)
{
    record_as(recording, program, false);
}

static void forget(Recording *recording)
{
    caption_done(&recording->caption);
    cursor_done(&recording->cursor);
    cursor_done(&recording->back);
    recorded_free(recording->trace, recording->source, &recording->result);
}

/* All sentences of a caption, one a line, decisive ones behind a star, without unbreakable
 * spaces. */
static void write_lines(const Caption *caption, Text *ret_text)
{
    for (uint32_t i = 0; i < caption->count; i++) {
        const CaptionLine *line = &caption->lines[i];
        text_append_string(ret_text, line->strong ? "*" : "");
        for (size_t k = 0; k < line->text.length; k++) {
            bool hard =
                k + 1 < line->text.length && memcmp(line->text.bytes + k, "\u00A0", 2) == 0;
            text_append_char(ret_text, hard ? ' ' : line->text.bytes[k]);
            k += hard;
        }
        text_append_char(ret_text, '\n');
    }
}

/* The last step in which a line was run. */
static uint32_t step_on(const Recording *recording, uint32_t line)
{
    for (uint32_t i = recording->trace->step_count; i-- > 0;)
        if (recording->trace->steps[i].line == line)
            return i;
    fail_msg("no step on line %u", line);
    return 0;
}

static void caption_at(Recording *recording, uint32_t step)
{
    const Trace *trace = recording->trace;
    cursor_seek_step(&recording->cursor, step);
    Moment moment = {.cursor = &recording->cursor,
                     .since = step ? trace->steps[step - 1].change : 0,
                     .step = step};
    caption_write(&recording->caption, &recording->back, &moment);
}

/* The caption of the last step on the program's line must be exactly this. */
static void expect(const char *program, uint32_t line, const char *expected)
{
    Recording recording;
    Text text = {0};
    record(&recording, program);
    caption_at(&recording, step_on(&recording, line));
    write_lines(&recording.caption, &text);
    assert_string_equal(text_string(&text), expected);
    text_done(&text);
    forget(&recording);
}

static void test_names(void **state)
{
    (void)state;
    expect("x = 10\npass\n", 1,
           "x is bound to int 10, which already existed: it is cached, and immortal.\n");
    expect("x = 10\ny = x\npass\n", 2,
           "y is bound to the same int 10 as x: it is cached, and immortal.\n");
    expect("x = 10\nx = 11\npass\n", 2,
           "*x is now bound to int 11, no longer to int 10.\n"
           "int 11 already existed: it is cached, and immortal.\n");
    expect(
        "x = 1000\npass\n", 1,
        "x is bound to int 1000 #1, which already existed: it is a constant of the program.\n"
        "*int 1000 #1: 2 → 3 references.\n");
    expect("x = None\npass\n", 1, "x is bound to None.\n");
}

static void test_lists(void **state)
{
    (void)state;
    expect("a = [1, 2, 3]\npass\n", 1,
           "A new list #1 is made (88 bytes) and bound to a.\n"
           "*list #1: 1 reference.\n");
    expect("a = []\nb = a\npass\n", 2,
           "b is bound to the same list #1 as a.\n"
           "*list #1: 1 → 2 references.\n");
    expect("a = []\nb = a\ndel a\npass\n", 3,
           "The name a is gone from the module.\n"
           "*list #1: 2 → 1 reference.\n"
           "It lives: the name b still refers to it.\n");
    expect(
        "a = []\ndel a\npass\n", 2,
        "The name a is gone from the module.\n"
        "*list #1 has no reference left: it dies, and its memory is kept for the next list.\n");
    expect("a = b = []\npass\n", 1,
           "A new list #1 is made (56 bytes) and bound to a and b.\n"
           "*list #1: 2 references.\n");
    expect("a = [1]\na[0] = None\npass\n", 2,
           "Item 0 of list #1 is now None, no longer int 1.\n");
}

static void test_settings(void **state)
{
    (void)state;
    expect("import gc\ngc.set_threshold(3, 2, 2)\npass\n", 2,
           "The collector's thresholds are now 3, 2 and 2.\n");
    expect("import gc\ngc.disable()\npass\n", 2, "The collector no longer starts by itself.\n");
}

static void test_cascade(void **state)
{
    (void)state;
    expect(
        "a = []\nb = [a]\ndel a\ndel b\npass\n", 4,
        "The name b is gone from the module.\n"
        "*list #2 has no reference left: it dies, and its header is kept for the next list.\n"
        "With it dies list #1, which nothing else held.\n");
}

static void test_garbage(void **state)
{
    (void)state;
    expect("a = [None]\nb = [a]\na[0] = b\ndel a\ndel b\npass\n", 4,
           "The name a is gone from the module.\n"
           "*list #1: 2 → 1 reference.\n"
           "It lives: list #3 still holds it through its item 0.\n");
    expect(
        "a = [None]\nb = [a]\na[0] = b\ndel a\ndel b\npass\n", 5,
        "The name b is gone from the module.\n"
        "list #3: 2 → 1 reference.\n"
        "*Nothing refers to list #1 and list #3 from outside any more, but a cycle keeps their "
        "counts above 0: they are garbage until the collector comes.\n");
}

static void test_conditions(void **state)
{
    (void)state;
    expect("i = 0\nwhile i < 2:\n    i += 1\npass\n", 2,
           "*The condition is false: the loop is over.\n");
    expect("i = 0\nif i == 0:\n    i = 1\npass\n", 2,
           "*The condition is true: its block runs.\n");
    expect("i = 0\nif i:\n    i = 1\npass\n", 2,
           "*The condition is false: its block is skipped.\n");
    expect("for i in [7]:\n    pass\npass\n", 1,
           "There is no further item: the loop is over.\n");
}

static void test_calls(void **state)
{
    (void)state;
    const char *program = "def f(a):\n"
                          "    b = a\n"
                          "    return b\n"
                          "x = []\n"
                          "y = f(x)\n"
                          "pass\n";
    expect(program, 5,
           "f has returned; its names a and b are gone.\n"
           "y is bound to the same list #2 as x.\n"
           "*list #2: 4 → 2 references.\n"
           "function f: 2 → 1 reference.\n"
           "list #2 lives: the name x still refers to it.\n");
}

/* The body ends behind its last statement: first what that did, then the return. */
static void test_end_of_body(void **state)
{
    (void)state;
    expect("def f(box):\n    box[0] = None\nf([7])\n", 2,
           "Item 0 of list #2 is now None, no longer int 7.\n"
           "*f is about to return None.\n");
}

static void test_growing_string(void **state)
{
    (void)state;
    expect(
        "def f(s):\n    for i in range(3):\n        s += 'x'\n    return s\nf(str(12))\n", 3,
        "str '12xxx' #4 has grown where it is: the name was its only reference, so that it is "
        "still the same object.\n");
}

static void test_attributes(void **state)
{
    (void)state;
    const char *program = "class P:\n"
                          "    pass\n"
                          "p = P()\n"
                          "p.friend = None\n"
                          "p.friend = p\n"
                          "del p.friend\n"
                          "pass\n";
    expect(program, 4, "P #2 gets the attribute friend: None.\n");
    expect(program, 5,
           "The attribute friend of P #2 is now P #2, no longer None.\n"
           "*P #2: 1 → 2 references.\n");
    expect(program, 6,
           "P #2 loses the attribute friend.\n"
           "*P #2: 2 → 1 reference.\n"
           "It lives: the name p still refers to it.\n");
}

static void test_collector(void **state)
{
    (void)state;
    expect("import gc\na = []\na.append(a)\ndel a\ngc.collect()\npass\n", 4,
           "The name a is gone from the module.\n"
           "list #1: 2 → 1 reference.\n"
           "*Nothing refers to list #1 from outside any more, but in its cycle its count is "
           "not 0: "
           "it is garbage until the collector comes.\n");
    Recording recording;
    Text text = {0};
    record(&recording, "import gc\na = []\na.append(a)\ndel a\ngc.collect()\npass\n");
    caption_at(&recording, step_on(&recording, 5));
    write_lines(&recording.caption, &text);
    assert_non_null(strstr(text_string(&text), "A full collection looks at "));
    assert_non_null(
        strstr(text_string(&text), "*1 of them can't be reached and is freed: list #1.\n"));
    text_done(&text);
    forget(&recording);
}

/* At a prompt each statement has a frame of its own; the names are the same ones. */
static void test_prompt(void **state)
{
    (void)state;
    Recording recording;
    Text text = {0};
    record_as(&recording, "a = [1]\nb = a\ndel a\npass\n", true);
    caption_at(&recording, step_on(&recording, 2));
    write_lines(&recording.caption, &text);
    assert_string_equal(text_string(&text), "b is bound to the same list #1 as a.\n"
                                            "*list #1: 1 → 2 references.\n");
    text_clear(&text);
    caption_at(&recording, step_on(&recording, 3));
    write_lines(&recording.caption, &text);
    assert_string_equal(text_string(&text), "The name a is gone from the module.\n"
                                            "*list #1: 2 → 1 reference.\n"
                                            "It lives: the name b still refers to it.\n");
    text_done(&text);
    forget(&recording);
}

/* Every single Change has a sentence, and what it says of counts is so. */
static void test_single_changes(void **state)
{
    (void)state;
    Recording recording;
    record(
        &recording,
        "def f(n):\n    return [n]\na = f(1.5)\nb = {'k': a}\ndel a\nb['k'][0] = b\ndel b\n");
    const Trace *trace = recording.trace;
    for (uint32_t change = 1; change <= trace->end; change++) {
        cursor_seek(&recording.cursor, change);
        Moment moment = {.cursor = &recording.cursor,
                         .since = change - 1,
                         .step = trace_step_at(trace, change)};
        caption_write(&recording.caption, &recording.back, &moment);
        assert_true(recording.caption.count > 0);
        for (uint32_t i = 0; i < recording.caption.count; i++)
            assert_true(recording.caption.lines[i].text.length > 3);
    }
    forget(&recording);
}

/* Stretches of any length and place tell something; going back tells the same as going forth.
 */
static void test_same_both_ways(void **state)
{
    (void)state;
    Recording recording;
    record(&recording, "a = [[1], [2]]\nfor x in a:\n    y = x\ndel a, x\ny = 0\n");
    uint32_t count = recording.trace->step_count;
    Text *forth = calloc(count, sizeof *forth), back = {0};
    for (uint32_t i = 0; i < count; i++) {
        caption_at(&recording, i);
        write_lines(&recording.caption, &forth[i]);
    }
    for (uint32_t i = count; i-- > 0;) {
        caption_at(&recording, i);
        text_clear(&back);
        write_lines(&recording.caption, &back);
        assert_string_equal(text_string(&back), text_string(&forth[i]));
        text_done(&forth[i]);
    }
    free(forth);
    text_done(&back);
    forget(&recording);
}

static void test_headings(void **state)
{
    (void)state;
    const char *program = "x = [1,  # one\n     2]\nif x:  # so\n    pass\ns = '#no'\n";
    Source *source = source_create("test.py", program, strlen(program));
    Region region = {0};
    assert_true(slice_is(flow_statement(source, 1, 2, &region), "x = [1, …"));
    assert_true(slice_is(flow_statement(source, 3, 3, &region), "if x:"));
    assert_true(slice_is(flow_statement(source, 5, 5, &region), "s = '#no'"));
    region_done(&region);
    source_destroy(source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headings),       cmocka_unit_test(test_names),
        cmocka_unit_test(test_lists),          cmocka_unit_test(test_cascade),
        cmocka_unit_test(test_garbage),        cmocka_unit_test(test_conditions),
        cmocka_unit_test(test_calls),          cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_collector),      cmocka_unit_test(test_single_changes),
        cmocka_unit_test(test_same_both_ways), cmocka_unit_test(test_settings),
        cmocka_unit_test(test_prompt),         cmocka_unit_test(test_end_of_body),
        cmocka_unit_test(test_growing_string),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
