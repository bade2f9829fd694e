/* What is printed for an exception that nobody catches, as CPython 3.12 prints it. */
#include "run_fixture.h"

#define HEAD "Traceback (most recent call last):\n"

static void test_operator_markers(void **state)
{
    (void)state;
    assert_fails("a = 1\nx = (a + 2) * (a / 0)\n",
                 HEAD "  File \"t.py\", line 2, in <module>\n"
                      "    x = (a + 2) * (a / 0)\n"
                      "                   ~~^~~\n"
                      "ZeroDivisionError: division by zero\n");
    assert_fails("x = 1+(\"a\")\n",
                 HEAD "  File \"t.py\", line 1, in <module>\n"
                      "    x = 1+(\"a\")\n"
                      "        ~^^~~~~\n"
                      "TypeError: unsupported operand type(s) for +: 'int' and "
                      "'str'\n");
}

static void test_subscript_markers(void **state)
{
    (void)state;
    assert_fails("d = {'a': 1}\nx = d['a'] ['b'] + 1\n",
                 HEAD "  File \"t.py\", line 2, in <module>\n"
                      "    x = d['a'] ['b'] + 1\n"
                      "        ~~~~~~~^^^^^\n"
                      "TypeError: 'int' object is not subscriptable\n");
}

static void test_wide_characters(void **state)
{
    (void)state;
    assert_fails("x = '\u65e5\u672c' + 3\n", HEAD "  File \"t.py\", line 1, in <module>\n"
                                                  "    x = '\u65e5\u672c' + 3\n"
                                                  "        ~~~~~~~^~~\n"
                                                  "TypeError: can only concatenate str (not "
                                                  "\"int\") to str\n");
}

static void test_whole_line_has_no_markers(void **state)
{
    (void)state;
    assert_fails("def f():\n    raise ValueError('x')\nf()\n",
                 HEAD "  File \"t.py\", line 3, in <module>\n"
                      "    f()\n"
                      "  File \"t.py\", line 2, in f\n"
                      "    raise ValueError('x')\n"
                      "ValueError: x\n");
}

static void test_several_lines(void **state)
{
    (void)state;
    assert_fails("f(1,\n  2)\n", HEAD "  File \"t.py\", line 1, in <module>\n"
                                      "    f(1,\n"
                                      "    ^\n"
                                      "NameError: name 'f' is not defined\n");
}

static void test_recursion(void **state)
{
    (void)state;
    assert_fails("def f(n): return f(n + 1)\nf(0)\n",
                 HEAD "  File \"t.py\", line 2, in <module>\n"
                      "    f(0)\n"
                      "  File \"t.py\", line 1, in f\n"
                      "    def f(n): return f(n + 1)\n"
                      "                     ^^^^^^^^\n"
                      "  File \"t.py\", line 1, in f\n"
                      "    def f(n): return f(n + 1)\n"
                      "                     ^^^^^^^^\n"
                      "  File \"t.py\", line 1, in f\n"
                      "    def f(n): return f(n + 1)\n"
                      "                     ^^^^^^^^\n"
                      "  [Previous line repeated 996 more times]\n"
                      "RecursionError: maximum recursion depth exceeded\n");
}

static void test_chains(void **state)
{
    (void)state;
    assert_fails(
        "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise KeyError('k') from e\n",
        HEAD "  File \"t.py\", line 2, in <module>\n"
             "    1 / 0\n"
             "    ~~^~~\n"
             "ZeroDivisionError: division by zero\n"
             "\n"
             "The above exception was the direct cause of the following exception:\n"
             "\n" HEAD "  File \"t.py\", line 4, in <module>\n"
             "    raise KeyError('k') from e\n"
             "KeyError: 'k'\n");
    assert_fails("try:\n    1 / 0\nfinally:\n    [][0]\n",
                 HEAD "  File \"t.py\", line 2, in <module>\n"
                      "    1 / 0\n"
                      "    ~~^~~\n"
                      "ZeroDivisionError: division by zero\n"
                      "\n"
                      "During handling of the above exception, another exception occurred:\n"
                      "\n" HEAD "  File \"t.py\", line 4, in <module>\n"
                      "    [][0]\n"
                      "    ~~^^^\n"
                      "IndexError: list index out of range\n");
}

static void test_suggestions(void **state)
{
    (void)state;
    assert_fails("prnt(3)\n",
                 HEAD "  File \"t.py\", line 1, in <module>\n"
                      "    prnt(3)\n"
                      "    ^^^^\n"
                      "NameError: name 'prnt' is not defined. Did you mean: 'print'?\n");
    assert_fails("x = sys.argv\n",
                 HEAD "  File \"t.py\", line 1, in <module>\n"
                      "    x = sys.argv\n"
                      "        ^^^\n"
                      "NameError: name 'sys' is not defined. Did you forget to "
                      "import 'sys'?\n");
}

static void test_ignored_in_del(void **state)
{
    (void)state;
    Ran ran = run_program_text(
        "class A:\n    def __del__(self): [][0]\na = A()\ndel a\nprint('on')\n", NULL);
    assert_string_equal(text_string(&ran.out), "on\n");
    assert_int_equal(ran.exit_status, 0);
    assert_memory_equal(text_string(&ran.err),
                        "Exception ignored in: <function A.__del__ at 0x", 43);
    ran_done(&ran);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_operator_markers),
        cmocka_unit_test(test_subscript_markers),
        cmocka_unit_test(test_wide_characters),
        cmocka_unit_test(test_whole_line_has_no_markers),
        cmocka_unit_test(test_several_lines),
        cmocka_unit_test(test_recursion),
        cmocka_unit_test(test_chains),
        cmocka_unit_test(test_suggestions),
        cmocka_unit_test(test_ignored_in_del),
    };
    return cmocka_run_group_tests_name("tracebacks", tests, NULL, NULL);
}
