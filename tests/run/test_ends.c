/* How a run ends: statuses, limits, what heapstep refuses, the prompt. */
#include "run_fixture.h"

static void test_finishes(void **state)
{
    (void)state;
    assert_prints("print(1 + 2)\n", "3\n");
    assert_prints("", "");
}

static void test_exit_statuses(void **state)
{
    (void)state;
    Ran ran = run_program_text("raise SystemExit(3)\n", NULL);
    assert_int_equal(ran.end, RUN_EXIT);
    assert_int_equal(ran.exit_status, 3);
    assert_string_equal(text_string(&ran.err), "");
    ran_done(&ran);
    ran = run_program_text("raise SystemExit('bye')\n", NULL);
    assert_int_equal(ran.exit_status, 1);
    assert_string_equal(text_string(&ran.err), "bye\n");
    ran_done(&ran);
    ran = run_program_text("raise SystemExit\n", NULL);
    assert_int_equal(ran.exit_status, 0);
    ran_done(&ran);
}

static void test_syntax_error(void **state)
{
    (void)state;
    Ran ran = run_program_text("x = (1,\n", NULL);
    assert_int_equal(ran.end, RUN_SYNTAX);
    assert_int_equal(ran.exit_status, 1);
    assert_string_equal(text_string(&ran.err),
                        "  File \"t.py\", line 1\n    x = (1,\n        ^\n"
                        "SyntaxError: '(' was never closed\n");
    assert_string_equal(text_string(&ran.diagnostics), "");
    ran_done(&ran);
}

static void test_statement_limit(void **state)
{
    (void)state;
    RunHow how = {.limits.statements = 50};
    Ran ran = run_program_text("n = 0\nwhile True:\n    n += 1\n", &how);
    assert_int_equal(ran.end, RUN_LIMIT);
    assert_string_equal(text_string(&ran.message),
                        "the program has reached the limit of 50 statements");
    ran_done(&ran);
}

static void test_limit_ends_handlers(void **state)
{
    (void)state;
    RunHow how = {.limits.statements = 50};
    Ran ran = run_program_text("class A:\n"
                               "    def __eq__(self, other):\n"
                               "        while True: pass\n"
                               "try:\n    A() == 1\nfinally:\n    print('never')\n",
                               &how);
    assert_int_equal(ran.end, RUN_LIMIT);
    assert_string_equal(text_string(&ran.out), "");
    ran_done(&ran);
}

static void test_output_limit(void **state)
{
    (void)state;
    RunHow how = {.limits.output_bytes = 10};
    Ran ran = run_program_text("while True: print('abc')\n", &how);
    assert_int_equal(ran.end, RUN_LIMIT);
    assert_int_equal(ran.out.length, 10);
    ran_done(&ran);
}

static void test_journal_limit(void **state)
{
    (void)state;
    RunHow how = {.limits.journal_bytes = 2 << 20};
    Ran ran = run_program_text("while True: x = [1, 2]\n", &how);
    assert_int_equal(ran.end, RUN_LIMIT);
    ran_done(&ran);
}

static void test_unsupported_module(void **state)
{
    (void)state;
    Ran ran = run_program_text("print('before')\nimport socket\n", NULL);
    assert_int_equal(ran.end, RUN_UNSUPPORTED);
    assert_int_equal(ran.exit_status, 2);
    assert_string_equal(text_string(&ran.out), "before\n");
    assert_string_equal(
        text_string(&ran.diagnostics),
        "t.py:2:1: heapstep has no module 'socket'\n    import socket\n    ^^^^^^^^^^^^^\n");
    ran_done(&ran);
}

static void test_prompt(void **state)
{
    (void)state;
    RunHow how = {.repl = true};
    Ran ran = run_program_text("x = 1000\nx + 1\nNone\n1 / 0\n'after'\n", &how);
    assert_string_equal(text_string(&ran.out), "1001\n'after'\n");
    assert_string_equal(text_string(&ran.err), "Traceback (most recent call last):\n"
                                               "  File \"<stdin>\", line 1, in <module>\n"
                                               "ZeroDivisionError: division by zero\n");
    ran_done(&ran);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_finishes),
        cmocka_unit_test(test_exit_statuses),
        cmocka_unit_test(test_syntax_error),
        cmocka_unit_test(test_statement_limit),
        cmocka_unit_test(test_limit_ends_handlers),
        cmocka_unit_test(test_output_limit),
        cmocka_unit_test(test_journal_limit),
        cmocka_unit_test(test_unsupported_module),
        cmocka_unit_test(test_prompt),
    };
    return cmocka_run_group_tests_name("ends", tests, NULL, NULL);
}
