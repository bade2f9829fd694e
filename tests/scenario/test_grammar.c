#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "scenario/grammar.h"

typedef struct Case {
    Region region;
    Source *source;
    Diagnostics diagnostics;
    Written written;
} Case;

static void open_case(Case *c, const char *text)
{
    *c = (Case){.source = source_create("x.py", text, strlen(text))};
    c->written = (Written){.source = c->source,
                           .text = slice_of(text),
                           .width = strlen(text),
                           .is_exact = true,
                           .region = &c->region,
                           .diagnostics = &c->diagnostics};
}

static void close_case(Case *c)
{
    diagnostics_done(&c->diagnostics);
    region_done(&c->region);
    source_destroy(c->source);
}

static void reads_expectations(void **state)
{
    (void)state;
    Case c;
    Test test;
    open_case(&c, "count(a.friend[0]['k']) >= -2");
    assert_true(grammar_expectation(&c.written, &test));
    assert_int_equal(test.kind, TEST_COUNT);
    assert_int_equal(test.comparison, COMPARISON_GE);
    assert_int_equal(test.number, -2);
    assert_int_equal(test.a.count, 4);
    assert_int_equal(test.a.parts[2].kind, PATH_INDEX);
    assert_int_equal(test.a.parts[3].kind, PATH_KEY);
    assert_true(slice_is(test.a.parts[3].text, "k"));
    close_case(&c);
    open_case(&c, "not same( a , xs[-1] )");
    assert_true(grammar_expectation(&c.written, &test));
    assert_true(test.negated && test.kind == TEST_SAME);
    assert_int_equal(test.b.parts[1].index, -1);
    close_case(&c);
    open_case(&c, "prints 'it\\'s\\n'");
    assert_true(grammar_expectation(&c.written, &test));
    assert_true(slice_is(test.text, "it's\n"));
    close_case(&c);
}

static void points_at_mistakes(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t column;
    } rows[] = {
        {"cuont(a) == 1", 1},
        {"count a == 1", 7},
        {"count(a) = 1", 10},
        {"count(a) == x", 13},
        {"count(a) == 1 2", 15},
        {"same(a)", 7},
        {"alive(a)", 7},
        {"prints 3", 8},
        {"count(a[) == 1", 9},
        {"count(a.) == 1", 9},
        {"deaths", 1},
        {"prints 'a", 8},
        {"count(1a) == 1", 7},
        {"", 1},
        {"count(a) == 99999999999999999999", 13},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Case c;
        Test test;
        open_case(&c, rows[i].text);
        assert_false(grammar_expectation(&c.written, &test));
        assert_int_equal(c.diagnostics.count, 1);
        assert_int_equal(c.diagnostics.items[0].position.column, rows[i].column);
        close_case(&c);
    }
}

static void reads_questions_and_labels(void **state)
{
    (void)state;
    Case c;
    Test test;
    Slice text;
    open_case(&c, "deaths How many lists die? ");
    assert_true(grammar_question(&c.written, true, &test, &text));
    assert_int_equal(test.kind, TEST_DEATHS);
    assert_true(slice_is(text, "How many lists die?"));
    assert_false(grammar_question(&c.written, false, &test, &text));
    close_case(&c);
    Path path;
    open_case(&c, "label \"hero\" a.b");
    assert_true(grammar_label(&c.written, &text, &path));
    assert_true(slice_is(text, "hero"));
    assert_int_equal(path.count, 2);
    close_case(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_expectations),
        cmocka_unit_test(points_at_mistakes),
        cmocka_unit_test(reads_questions_and_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
