#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "lang_test.h"

/* What CPython 3.12 says about a text, recorded from it. Lines and columns count from 1. */
typedef struct Recorded {
    const char *text, *type, *message;
    size_t line, column;
} Recorded;

static const Recorded recorded[] = {
    {"x = 1 +\n", "SyntaxError", "invalid syntax", 1, 8},
    {"f(a b)\n", "SyntaxError", "invalid syntax. Perhaps you forgot a comma?", 1, 3},
    {"if x = 3: pass\n", "SyntaxError",
     "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", 1, 4},
    {"1abc\n", "SyntaxError", "invalid decimal literal", 1, 1},
    {"0777\n", "SyntaxError",
     "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
     "integers",
     1, 1},
    {"0b12\n", "SyntaxError", "invalid digit '2' in binary literal", 1, 4},
    {"1__0\n", "SyntaxError", "invalid decimal literal", 1, 2},
    {"x = (\n", "SyntaxError", "'(' was never closed", 1, 5},
    {"x = )\n", "SyntaxError", "unmatched ')'", 1, 5},
    {"(]\n", "SyntaxError", "closing parenthesis ']' does not match opening parenthesis '('", 1,
     2},
    {"'abc\n", "SyntaxError", "unterminated string literal (detected at line 1)", 1, 1},
    {"\"\"\"abc\n", "SyntaxError",
     "unterminated triple-quoted string literal (detected at line 1)", 1, 1},
    {"f'{a b}'\n", "SyntaxError", "invalid syntax. Perhaps you forgot a comma?", 1, 4},
    {"f'{'\n", "SyntaxError", "f-string: expecting '}'", 1, 4},
    {"f'}'\n", "SyntaxError", "f-string: single '}' is not allowed", 1, 3},
    {"f'{a!x}'\n", "SyntaxError",
     "f-string: invalid conversion character 'x': expected 's', 'r', or 'a'", 1, 6},
    {"f'{}'\n", "SyntaxError", "f-string: valid expression required before '}'", 1, 4},
    {"f'{lambda x: 1}'\n", "SyntaxError",
     "f-string: lambda expressions are not allowed without parentheses", 1, 4},
    {"a $ b\n", "SyntaxError", "invalid syntax", 1, 3},
    {"x = 1 \\ 2\n", "SyntaxError", "unexpected character after line continuation character", 1,
     8},
    {"  a\n", "IndentationError", "unexpected indent", 1, 2},
    {"if 1:\n    a\n  b\n", "IndentationError",
     "unindent does not match any outer indentation level", 3, 4},
    {"if 1:\n\ta\n        b\n", "TabError",
     "inconsistent use of tabs and spaces in indentation", 3, 1},
    {"if 1:\na\n", "IndentationError",
     "expected an indented block after 'if' statement on line 1", 2, 1},
    {"for x in y:\na\n", "IndentationError",
     "expected an indented block after 'for' statement on line 1", 2, 1},
    {"def f():\na\n", "IndentationError",
     "expected an indented block after function definition on line 1", 2, 1},
    {"class A:\na\n", "IndentationError",
     "expected an indented block after class definition on line 1", 2, 1},
    {"try:\n    a\nb\n", "SyntaxError", "expected 'except' or 'finally' block", 3, 1},
    {"if x\n    y\n", "SyntaxError", "expected ':'", 1, 5},
    {"while x\n    y\n", "SyntaxError", "expected ':'", 1, 8},
    {"class A\n    y\n", "SyntaxError", "expected ':'", 1, 8},
    {"def f()\n    y\n", "SyntaxError", "expected ':'", 1, 8},
    {"def f:\n    y\n", "SyntaxError", "expected '('", 1, 6},
    {"else: pass\n", "SyntaxError", "invalid syntax", 1, 1},
    {"1 = x\n", "SyntaxError",
     "cannot assign to literal here. Maybe you meant '==' instead of '='?", 1, 1},
    {"x + 1 = 2\n", "SyntaxError",
     "cannot assign to expression here. Maybe you meant '==' instead of '='?", 1, 1},
    {"f() = 1\n", "SyntaxError",
     "cannot assign to function call here. Maybe you meant '==' instead of '='?", 1, 1},
    {"None = 1\n", "SyntaxError", "cannot assign to None", 1, 1},
    {"1 = x = y\n", "SyntaxError", "cannot assign to literal", 1, 1},
    {"(a, 1) = b\n", "SyntaxError", "cannot assign to literal", 1, 5},
    {"[a, b()] = 1\n", "SyntaxError", "cannot assign to function call", 1, 5},
    {"x = yield = 1\n", "SyntaxError", "assignment to yield expression not possible", 1, 5},
    {"f() += 1\n", "SyntaxError",
     "'function call' is an illegal expression for augmented assignment", 1, 1},
    {"(a, b) += 1\n", "SyntaxError",
     "'tuple' is an illegal expression for augmented assignment", 1, 1},
    {"del f()\n", "SyntaxError", "cannot delete function call", 1, 5},
    {"del 1, a\n", "SyntaxError", "cannot delete literal", 1, 5},
    {"for 1 in x: pass\n", "SyntaxError", "cannot assign to literal", 1, 5},
    {"for f() in x: pass\n", "SyntaxError", "cannot assign to function call", 1, 5},
    {"with a as 1: pass\n", "SyntaxError", "cannot assign to literal", 1, 11},
    {"[x for 1 in y]\n", "SyntaxError", "cannot assign to literal", 1, 8},
    {"(a, b): int\n", "SyntaxError", "only single target (not tuple) can be annotated", 1, 1},
    {"f(): int\n", "SyntaxError", "illegal target for annotation", 1, 1},
    {"f(a=1, b)\n", "SyntaxError", "positional argument follows keyword argument", 1, 9},
    {"f(**a, b)\n", "SyntaxError", "positional argument follows keyword argument unpacking", 1,
     9},
    {"f(**a, *b)\n", "SyntaxError",
     "iterable argument unpacking follows keyword argument unpacking", 1, 8},
    {"f(a=1, a=2)\n", "SyntaxError", "keyword argument repeated: a", 1, 8},
    {"f(True=1)\n", "SyntaxError", "cannot assign to True", 1, 3},
    {"f(a.b=1)\n", "SyntaxError",
     "expression cannot contain assignment, perhaps you meant \"==\"?", 1, 3},
    {"f(a=)\n", "SyntaxError", "expected argument value expression", 1, 3},
    {"f(x for x in y, 1)\n", "SyntaxError", "Generator expression must be parenthesized", 1, 3},
    {"def f(a, a): pass\n", "SyntaxError", "duplicate argument 'a' in function definition", 1,
     10},
    {"def f(a=1, b): pass\n", "SyntaxError",
     "parameter without a default follows parameter with a default", 1, 12},
    {"def f(*): pass\n", "SyntaxError", "named arguments must follow bare *", 1, 7},
    {"def f(**k, a): pass\n", "SyntaxError", "arguments cannot follow var-keyword argument", 1,
     12},
    {"def f(*a, *b): pass\n", "SyntaxError", "* argument may appear only once", 1, 11},
    {"def f(a, (b)): pass\n", "SyntaxError", "Function parameters cannot be parenthesized", 1,
     10},
    {"lambda *: 0\n", "SyntaxError", "named arguments must follow bare *", 1, 9},
    {"print 'hello'\n", "SyntaxError",
     "Missing parentheses in call to 'print'. Did you mean print(...)?", 1, 1},
    {"print x, y\n", "SyntaxError",
     "Missing parentheses in call to 'print'. Did you mean print(...)?", 1, 1},
    {"exec \"x\"\n", "SyntaxError",
     "Missing parentheses in call to 'exec'. Did you mean exec(...)?", 1, 1},
    {"x = [1, 2 3]\n", "SyntaxError", "invalid syntax. Perhaps you forgot a comma?", 1, 9},
    {"x = {1: 2, 3}\n", "SyntaxError", "':' expected after dictionary key", 1, 12},
    {"{1: *a}\n", "SyntaxError", "cannot use a starred expression in a dictionary value", 1, 5},
    {"{1:}\n", "SyntaxError", "expression expected after dictionary key and ':'", 1, 3},
    {"{**a for a in b}\n", "SyntaxError", "dict unpacking cannot be used in dict comprehension",
     1, 2},
    {"[*a for a in b]\n", "SyntaxError", "iterable unpacking cannot be used in comprehension",
     1, 2},
    {"[x, y for x in z]\n", "SyntaxError",
     "did you forget parentheses around the comprehension target?", 1, 2},
    {"(*a)\n", "SyntaxError", "cannot use starred expression here", 1, 2},
    {"(**a)\n", "SyntaxError", "cannot use double starred expression here", 1, 2},
    {"x = *a\n", "SyntaxError", "can't use starred expression here", 1, 5},
    {"*a = b\n", "SyntaxError", "starred assignment target must be in a list or tuple", 1, 1},
    {"*a, *b = c\n", "SyntaxError", "multiple starred expressions in assignment", 1, 1},
    {"a if b\n", "SyntaxError", "expected 'else' after 'if' expression", 1, 1},
    {"x = (a if b)\n", "SyntaxError", "expected 'else' after 'if' expression", 1, 6},
    {"return 1\n", "SyntaxError", "'return' outside function", 1, 1},
    {"yield 1\n", "SyntaxError", "'yield' outside function", 1, 1},
    {"class A: return 1\n", "SyntaxError", "'return' outside function", 1, 10},
    {"break\n", "SyntaxError", "'break' outside loop", 1, 1},
    {"continue\n", "SyntaxError", "'continue' not properly in loop", 1, 1},
    {"def f():\n    break\n", "SyntaxError", "'break' outside loop", 2, 5},
    {"def f(a):\n    global a\n", "SyntaxError", "name 'a' is parameter and global", 2, 5},
    {"def f():\n    x = 1\n    global x\n", "SyntaxError",
     "name 'x' is assigned to before global declaration", 3, 5},
    {"def f():\n    print(x)\n    global x\n", "SyntaxError",
     "name 'x' is used prior to global declaration", 3, 5},
    {"nonlocal x\n", "SyntaxError", "nonlocal declaration not allowed at module level", 1, 1},
    {"def f():\n    nonlocal x\n", "SyntaxError", "no binding for nonlocal 'x' found", 2, 5},
    {"def f():\n    global x\n    nonlocal x\n", "SyntaxError",
     "name 'x' is nonlocal and global", 2, 5},
    {"def f():\n    from a import *\n", "SyntaxError", "import * only allowed at module level",
     2, 19},
    {"import a.b from c\n", "SyntaxError", "Did you mean to use 'from ... import ...' instead?",
     1, 1},
    {"from a import b,\n", "SyntaxError",
     "trailing comma not allowed without surrounding parentheses", 1, 17},
    {"from __future__ import nope\n", "SyntaxError", "future feature nope is not defined", 1,
     1},
    {"x = 1\nfrom __future__ import division\n", "SyntaxError",
     "from __future__ imports must occur at the beginning of the file", 2, 1},
    {"try: pass\nexcept: pass\nexcept A: pass\n", "SyntaxError",
     "default 'except:' must be last", 2, 1},
    {"try: pass\nexcept A, B: pass\n", "SyntaxError",
     "multiple exception types must be parenthesized", 2, 8},
    {"try: pass\n", "SyntaxError", "expected 'except' or 'finally' block", 1, 10},
    {"(x := 1) = 2\n", "SyntaxError",
     "cannot assign to named expression here. Maybe you meant '==' instead of '='?", 1, 2},
    {"x.y := 1\n", "SyntaxError", "cannot use assignment expressions with attribute", 1, 1},
    {"[x := 1 for x in y]\n", "SyntaxError",
     "assignment expression cannot rebind comprehension iteration variable 'x'", 1, 2},
    {"[y for x in (y := z)]\n", "SyntaxError",
     "assignment expression cannot be used in a comprehension iterable expression", 1, 14},
    {"class A: [y := 1 for x in z]\n", "SyntaxError",
     "assignment expression within a comprehension cannot be used in a class body", 1, 11},
    {"[(yield x) for x in y]\n", "SyntaxError", "'yield' inside list comprehension", 1, 3},
    {"b'\303\251'\n", "SyntaxError", "bytes can only contain ASCII literal characters", 1, 1},
    {"'\\x1'\n", "SyntaxError",
     "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated "
     "\\xXX escape",
     1, 1},
    {"'\\u12'\n", "SyntaxError",
     "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated "
     "\\uXXXX escape",
     1, 1},
    {"b'\\x1'\n", "SyntaxError", "(value error) invalid \\x escape at position 0", 1, 1},
    {"'a' b'b'\n", "SyntaxError", "cannot mix bytes and nonbytes literals", 1, 9},
    {"\342\200\234a\342\200\235\n", "SyntaxError", "invalid character '\342\200\234' (U+201C)",
     1, 1},
    {"a\302\240b\n", "SyntaxError", "invalid non-printable character U+00A0", 1, 2},
    {"__debug__ = 1\n", "SyntaxError", "cannot assign to __debug__", 1, 1},
    {"def f(__debug__): pass\n", "SyntaxError", "cannot assign to __debug__", 1, 7},
    {"match x:\n    case a: pass\n    case b: pass\n", "SyntaxError",
     "name capture 'a' makes remaining patterns unreachable", 2, 10},
    {"match x:\n    case 1 | a: pass\n", "SyntaxError",
     "alternative patterns bind different names", 2, 10},
    {"match x:\n    case a as _: pass\n", "SyntaxError", "cannot use '_' as a target", 2, 15},
    {"match x:\n    case {1: a, 1: b}: pass\n", "SyntaxError",
     "mapping pattern checks duplicate key (1)", 2, 10},
    {"match x:\n    case [a, a]: pass\n", "SyntaxError",
     "multiple assignments to name 'a' in pattern", 2, 14},
    {"match x:\n    case A(b=1, 2): pass\n", "SyntaxError",
     "positional patterns follow keyword patterns", 2, 17},
    {"match x\n    case 1: pass\n", "SyntaxError", "expected ':'", 1, 8},
    {"match x:\ncase 1: pass\n", "IndentationError",
     "expected an indented block after 'match' statement on line 1", 2, 1},
    {"import not\n", "SyntaxError", "invalid syntax", 1, 8},
    {"x not y\n", "SyntaxError", "invalid syntax", 1, 7},
    {"f(a, b\n", "SyntaxError", "'(' was never closed", 1, 2},
};

static void test_recorded_errors(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof recorded / sizeof recorded[0]; i++) {
        const Recorded *row = &recorded[i];
        Compilation compilation = lang_test_compile(row->text, 12);
        if (compilation.status != LANG_SYNTAX_ERROR)
            print_error("no error: %s", row->text);
        assert_int_equal(compilation.status, LANG_SYNTAX_ERROR);
        assert_string_equal(compilation.problem.message, row->message);
        assert_string_equal(compilation.problem.type, row->type);
        assert_int_equal(compilation.problem.start.line, row->line);
        assert_int_equal(compilation.problem.start.column, row->column);
        assert_int_equal(compilation.diagnostics.count, 1);
        lang_test_done(&compilation);
    }
}

static void test_refused(void **state)
{
    static const char *const texts[] = {
        "async def f(): pass\n",
        "type X = int\n",
        "def f[T](x): pass\n",
        "x = [y async for y in z]\n",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        Compilation compilation = lang_test_compile(texts[i], 12);
        assert_int_equal(compilation.status, LANG_UNSUPPORTED);
        assert_true(compilation.diagnostics.count > 0);
        lang_test_done(&compilation);
    }
    Compilation two =
        lang_test_compile("async def f(): pass\ntype X = int\n", 12);
    assert_int_equal(two.diagnostics.count, 2);
    lang_test_done(&two);
}

/* Syntax that came with a version: the one before refuses it. */
static void test_versions(void **state)
{
    static const struct {
        const char *text;
        int first;
    } rows[] = {
        {"(x := 1)\n", 8},
        {"def f(a, /): pass\n", 8},
        {"f'{x=}'\n", 8},
        {"@a[0]\ndef f(): pass\n", 9},
        {"with (a as b, c as d): pass\n", 9},
        {"match x:\n    case 1: pass\n", 10},
        {"f'{a['k']}'\n", 12},
        {"async = 1\n", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (int minor = 6; minor <= 13; minor++) {
            Compilation compilation = lang_test_compile(rows[i].text, minor);
            bool fits = rows[i].first ? minor >= rows[i].first : minor < 7;
            assert_int_equal(compilation.status, fits ? LANG_OK : LANG_SYNTAX_ERROR);
            lang_test_done(&compilation);
        }
    }
}

/* No text is too deep or too long to be answered. */
static void test_extremes(void **state)
{
    static const struct {
        const char *before, *part, *after;
        size_t count;
        LangStatus status;
    } rows[] = {
        {"x = ", "(", "", 150, LANG_UNSUPPORTED},
        {"x = ", "(", "", 250, LANG_SYNTAX_ERROR},
        {"x = 1", " + y", "\n", 1000, LANG_OK},
        {"x = 1", " + y", "\n", 100000, LANG_UNSUPPORTED},
        {"x = ", "-", "1\n", 5000, LANG_UNSUPPORTED},
        {"if a: pass\n", "elif a: pass\n", "", 20000, LANG_OK},
        {"", "\\\n", "x\n", 50000, LANG_OK},
        {"x = ", "(a=", "\n", 90, LANG_SYNTAX_ERROR},
        {"x = [", "1, ", "]\n", 50000, LANG_OK},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Text text = {0};
        text_append_string(&text, rows[i].before);
        for (size_t k = 0; k < rows[i].count; k++)
            text_append_string(&text, rows[i].part);
        text_append_string(&text, rows[i].after);
        Compilation compilation = lang_test_compile(text_string(&text), 12);
        assert_int_equal(compilation.status, rows[i].status);
        lang_test_done(&compilation);
        text_done(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_recorded_errors),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_versions),
        cmocka_unit_test(test_extremes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
