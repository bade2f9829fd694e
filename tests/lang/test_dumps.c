#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lang/dump.h"
#include "lang_test.h"

static void check_version(int minor, const char *text, const char *expected)
{
    Compilation compilation = lang_test_compile(text, minor);
    assert_int_equal(compilation.status, LANG_OK);
    Text dump = {0};
    code_dump(compilation.program, &dump);
    assert_string_equal(text_string(&dump), expected);
    text_done(&dump);
    lang_test_done(&compilation);
}

static void test_assignment(void **state)
{
    (void)state;
    check_version(12,
                  "a = b = [1, 2, 3]\n"
                  "c, *d = a[1:2]\n"
                  "a[0] += 1\n"
                  "x: int = 5\n",
                  "<module>: stack 4, flags 0x0\n"
                  "    0   0 RESUME               0\n"
                  "    0   1 SETUP_ANNOTATIONS    0\n"
                  "*   1   2 BUILD_LIST           0\n"
                  "    1   3 LOAD_CONST           (1, 2, 3)\n"
                  "    1   4 LIST_EXTEND          1\n"
                  "    1   5 COPY                 1\n"
                  "    1   6 STORE_NAME           a\n"
                  "    1   7 STORE_NAME           b\n"
                  "*   2   8 LOAD_NAME            a\n"
                  "    2   9 LOAD_CONST           1\n"
                  "    2  10 LOAD_CONST           2\n"
                  "    2  11 BINARY_SLICE         0\n"
                  "    2  12 UNPACK_EX            1\n"
                  "    2  13 STORE_NAME           c\n"
                  "    2  14 STORE_NAME           d\n"
                  "*   3  15 LOAD_NAME            a\n"
                  "    3  16 LOAD_CONST           0\n"
                  "    3  17 COPY                 2\n"
                  "    3  18 COPY                 2\n"
                  "    3  19 BINARY_SUBSCR        0\n"
                  "    3  20 LOAD_CONST           1\n"
                  "    3  21 BINARY_OP            +=\n"
                  "    3  22 SWAP                 3\n"
                  "    3  23 SWAP                 2\n"
                  "    3  24 STORE_SUBSCR         0\n"
                  "*   4  25 LOAD_CONST           5\n"
                  "    4  26 STORE_NAME           x\n"
                  "    4  27 LOAD_NAME            int\n"
                  "    4  28 LOAD_NAME            __annotations__\n"
                  "    4  29 LOAD_CONST           'x'\n"
                  "    4  30 STORE_SUBSCR         0\n"
                  "    4  31 RETURN_CONST         None\n");
}

static void test_control(void **state)
{
    (void)state;
    check_version(12,
                  "for i in range(3):\n"
                  "    if i and not j: continue\n"
                  "    break\n"
                  "else:\n"
                  "    pass\n"
                  "while x is None:\n"
                  "    del x\n",
                  "<module>: stack 3, flags 0x0\n"
                  "    0   0 RESUME               0\n"
                  "*   1   1 PUSH_NULL            0\n"
                  "    1   2 LOAD_NAME            range\n"
                  "    1   3 LOAD_CONST           3\n"
                  "    1   4 CALL                 1\n"
                  "    1   5 GET_ITER             0\n"
                  "    1   6 JUMP                 -> 8\n"
                  "*   1   7 NOP                  0\n"
                  "    1   8 FOR_ITER             -> 17\n"
                  "    1   9 STORE_NAME           i\n"
                  "*   2  10 LOAD_NAME            i\n"
                  "    2  11 POP_JUMP_IF_FALSE    -> 15\n"
                  "    2  12 LOAD_NAME            j\n"
                  "    2  13 POP_JUMP_IF_TRUE     -> 15\n"
                  "*   2  14 JUMP_BACKWARD        -> 7\n"
                  "*   3  15 POP_TOP              0\n"
                  "    3  16 JUMP                 -> 18\n"
                  "*   5  17 NOP                  0\n"
                  "*   6  18 LOAD_NAME            x\n"
                  "    6  19 POP_JUMP_IF_NOT_NONE -> 24\n"
                  "*   7  20 DELETE_NAME          x\n"
                  "*   6  21 LOAD_NAME            x\n"
                  "    6  22 POP_JUMP_IF_NOT_NONE -> 24\n"
                  "    6  23 JUMP_BACKWARD        -> 20\n"
                  "    6  24 RETURN_CONST         None\n");
}

static void test_functions(void **state)
{
    (void)state;
    check_version(12,
                  "def f(a, b=1, *c, d=2, **e):\n"
                  "    \"\"\"doc\"\"\"\n"
                  "    def g():\n"
                  "        nonlocal a\n"
                  "        a += b\n"
                  "    return g(*c, d=d, **e)\n",
                  "<module>: stack 3, flags 0x0\n"
                  "    0   0 RESUME               0\n"
                  "*   1   1 LOAD_CONST           (1,)\n"
                  "    1   2 LOAD_CONST           2\n"
                  "    1   3 LOAD_CONST           ('d',)\n"
                  "    1   4 BUILD_CONST_KEY_MAP  1\n"
                  "    1   5 LOAD_CONST           <code f>\n"
                  "    1   6 MAKE_FUNCTION        3\n"
                  "    1   7 STORE_NAME           f\n"
                  "    1   8 RETURN_CONST         None\n"
                  "f: stack 5, flags 0xf\n"
                  "variables: a b d c e g\n"
                  "    0   0 MAKE_CELL            a\n"
                  "    0   1 MAKE_CELL            b\n"
                  "    0   2 RESUME               0\n"
                  "*   3   3 LOAD_CLOSURE         a\n"
                  "    3   4 LOAD_CLOSURE         b\n"
                  "    3   5 BUILD_TUPLE          2\n"
                  "    3   6 LOAD_CONST           <code g>\n"
                  "    3   7 MAKE_FUNCTION        8\n"
                  "    3   8 STORE_FAST           g\n"
                  "*   6   9 PUSH_NULL            0\n"
                  "    6  10 LOAD_FAST            g\n"
                  "    6  11 LOAD_FAST            c\n"
                  "    6  12 LOAD_CONST           'd'\n"
                  "    6  13 LOAD_FAST            d\n"
                  "    6  14 BUILD_MAP            1\n"
                  "    6  15 LOAD_FAST            e\n"
                  "    6  16 DICT_MERGE           1\n"
                  "    6  17 CALL_FUNCTION_EX     1\n"
                  "    6  18 RETURN_VALUE         0\n"
                  "f.<locals>.g: stack 2, flags 0x13\n"
                  "free: a b\n"
                  "    3   0 COPY_FREE_VARS       2\n"
                  "    3   1 RESUME               0\n"
                  "*   5   2 LOAD_DEREF           a\n"
                  "    5   3 LOAD_DEREF           b\n"
                  "    5   4 BINARY_OP            +=\n"
                  "    5   5 STORE_DEREF          a\n"
                  "    5   6 RETURN_CONST         None\n");
}

static void test_classes(void **state)
{
    (void)state;
    check_version(12,
                  "@dec\n"
                  "class C(B, k=1):\n"
                  "    __x = 1\n"
                  "    def m(self):\n"
                  "        return super().m()\n",
                  "<module>: stack 7, flags 0x0\n"
                  "    0   0 RESUME               0\n"
                  "*   1   1 LOAD_NAME            dec\n"
                  "*   2   2 PUSH_NULL            0\n"
                  "    2   3 LOAD_BUILD_CLASS     0\n"
                  "    2   4 LOAD_CONST           <code C>\n"
                  "    2   5 MAKE_FUNCTION        0\n"
                  "    2   6 LOAD_CONST           'C'\n"
                  "    2   7 LOAD_NAME            B\n"
                  "    2   8 LOAD_CONST           1\n"
                  "    2   9 KW_NAMES             ('k',)\n"
                  "    2  10 CALL                 4\n"
                  "    1  11 CALL                 0\n"
                  "    2  12 STORE_NAME           C\n"
                  "    2  13 RETURN_CONST         None\n"
                  "C: stack 2, flags 0x0\n"
                  "cells: __class__\n"
                  "    1   0 MAKE_CELL            __class__\n"
                  "    1   1 RESUME               0\n"
                  "*   2   2 LOAD_NAME            __name__\n"
                  "    2   3 STORE_NAME           __module__\n"
                  "    2   4 LOAD_CONST           'C'\n"
                  "    2   5 STORE_NAME           __qualname__\n"
                  "*   3   6 LOAD_CONST           1\n"
                  "    3   7 STORE_NAME           _C__x\n"
                  "*   4   8 LOAD_CLOSURE         __class__\n"
                  "    4   9 BUILD_TUPLE          1\n"
                  "    4  10 LOAD_CONST           <code m>\n"
                  "    4  11 MAKE_FUNCTION        8\n"
                  "    4  12 STORE_NAME           m\n"
                  "    4  13 LOAD_CLOSURE         __class__\n"
                  "    4  14 COPY                 1\n"
                  "    4  15 STORE_NAME           __classcell__\n"
                  "    4  16 RETURN_VALUE         0\n"
                  "C.m: stack 2, flags 0x3\n"
                  "variables: self\n"
                  "free: __class__\n"
                  "    4   0 COPY_FREE_VARS       1\n"
                  "    4   1 RESUME               0\n"
                  "*   5   2 PUSH_NULL            0\n"
                  "    5   3 LOAD_GLOBAL          super\n"
                  "    5   4 CALL                 0\n"
                  "    5   5 LOAD_METHOD          m\n"
                  "    5   6 CALL                 0\n"
                  "    5   7 RETURN_VALUE         0\n");
}

static void test_exceptions(void **state)
{
    (void)state;
    check_version(12,
                  "def f():\n"
                  "    try:\n"
                  "        with a as b:\n"
                  "            return c\n"
                  "    except E as e:\n"
                  "        raise X from e\n"
                  "    finally:\n"
                  "        d()\n",
                  "<module>: stack 1, flags 0x0\n"
                  "    0   0 RESUME               0\n"
                  "*   1   1 LOAD_CONST           <code f>\n"
                  "    1   2 MAKE_FUNCTION        0\n"
                  "    1   3 STORE_NAME           f\n"
                  "    1   4 RETURN_CONST         None\n"
                  "f: stack 6, flags 0x3\n"
                  "variables: b e\n"
                  "    0   0 RESUME               0\n"
                  "*   2   1 NOP                  0\n"
                  "*   3   2 LOAD_GLOBAL          a\n"
                  "    3   3 BEFORE_WITH          0\n"
                  "    3   4 STORE_FAST           b\n"
                  "*   4   5 LOAD_GLOBAL          c\n"
                  "    3   6 SWAP                 2\n"
                  "*   3   7 LOAD_CONST           None\n"
                  "    3   8 LOAD_CONST           None\n"
                  "    3   9 LOAD_CONST           None\n"
                  "    3  10 CALL                 2\n"
                  "    3  11 POP_TOP              0\n"
                  "*   8  12 PUSH_NULL            0\n"
                  "    8  13 LOAD_GLOBAL          d\n"
                  "    8  14 CALL                 0\n"
                  "    8  15 POP_TOP              0\n"
                  "    0  16 RETURN_VALUE         0\n"
                  "    3  17 PUSH_EXC_INFO        0\n"
                  "    3  18 WITH_EXCEPT_START    0\n"
                  "    3  19 POP_JUMP_IF_TRUE     -> 21\n"
                  "    3  20 RERAISE              2\n"
                  "    3  21 POP_TOP              0\n"
                  "    3  22 POP_EXCEPT           0\n"
                  "    3  23 POP_TOP              0\n"
                  "    3  24 POP_TOP              0\n"
                  "    3  25 JUMP                 -> 29\n"
                  "    3  26 COPY                 3\n"
                  "    3  27 POP_EXCEPT           0\n"
                  "    3  28 RERAISE              1\n"
                  "    3  29 JUMP                 -> 46\n"
                  "    3  30 PUSH_EXC_INFO        0\n"
                  "*   5  31 LOAD_GLOBAL          E\n"
                  "    5  32 CHECK_EXC_MATCH      0\n"
                  "    5  33 POP_JUMP_IF_FALSE    -> 42\n"
                  "    5  34 STORE_FAST           e\n"
                  "*   6  35 LOAD_GLOBAL          X\n"
                  "    6  36 LOAD_FAST            e\n"
                  "    6  37 RAISE_VARARGS        2\n"
                  "    6  38 LOAD_CONST           None\n"
                  "    6  39 STORE_FAST           e\n"
                  "    6  40 DELETE_FAST          e\n"
                  "    6  41 RERAISE              1\n"
                  "    6  42 RERAISE              0\n"
                  "    6  43 COPY                 3\n"
                  "    6  44 POP_EXCEPT           0\n"
                  "    6  45 RERAISE              1\n"
                  "*   8  46 PUSH_NULL            0\n"
                  "    8  47 LOAD_GLOBAL          d\n"
                  "    8  48 CALL                 0\n"
                  "    8  49 POP_TOP              0\n"
                  "    0  50 JUMP                 -> 60\n"
                  "    0  51 PUSH_EXC_INFO        0\n"
                  "*   8  52 PUSH_NULL            0\n"
                  "    8  53 LOAD_GLOBAL          d\n"
                  "    8  54 CALL                 0\n"
                  "    8  55 POP_TOP              0\n"
                  "    0  56 RERAISE              0\n"
                  "    0  57 COPY                 3\n"
                  "    0  58 POP_EXCEPT           0\n"
                  "    0  59 RERAISE              1\n"
                  "    0  60 RETURN_CONST         None\n"
                  "handler 2 to 4 -> 30 [0]\n"
                  "handler 4 to 6 -> 17 [1] lasti\n"
                  "handler 6 to 12 -> 30 [0]\n"
                  "handler 17 to 22 -> 26 [3] lasti\n"
                  "handler 22 to 29 -> 30 [0]\n"
                  "handler 29 to 30 -> 51 [0]\n"
                  "handler 30 to 35 -> 43 [1] lasti\n"
                  "handler 35 to 38 -> 38 [1] lasti\n"
                  "handler 38 to 43 -> 43 [1] lasti\n"
                  "handler 43 to 46 -> 51 [0]\n"
                  "handler 51 to 57 -> 57 [1] lasti\n");
}

static void test_comprehension(void **state)
{
    (void)state;
    check_version(12,
                  "def f(x):\n"
                  "    return [lambda: (i, x) for i in x if i]\n",
                  "<module>: stack 1, flags 0x0\n"
                  "    0   0 RESUME               0\n"
                  "*   1   1 LOAD_CONST           <code f>\n"
                  "    1   2 MAKE_FUNCTION        0\n"
                  "    1   3 STORE_NAME           f\n"
                  "    1   4 RETURN_CONST         None\n"
                  "f: stack 5, flags 0x3\n"
                  "variables: x i\n"
                  "    0   0 MAKE_CELL            i\n"
                  "    0   1 MAKE_CELL            x\n"
                  "    0   2 RESUME               0\n"
                  "*   2   3 LOAD_DEREF           x\n"
                  "    2   4 GET_ITER             0\n"
                  "    2   5 LOAD_FAST_AND_CLEAR  i\n"
                  "    2   6 MAKE_CELL            i\n"
                  "    2   7 SWAP                 2\n"
                  "    2   8 BUILD_LIST           0\n"
                  "    2   9 SWAP                 2\n"
                  "    2  10 FOR_ITER             -> 21\n"
                  "    2  11 STORE_DEREF          i\n"
                  "    2  12 LOAD_DEREF           i\n"
                  "    2  13 POP_JUMP_IF_FALSE    -> 20\n"
                  "    2  14 LOAD_CLOSURE         i\n"
                  "    2  15 LOAD_CLOSURE         x\n"
                  "    2  16 BUILD_TUPLE          2\n"
                  "    2  17 LOAD_CONST           <code <lambda>>\n"
                  "    2  18 MAKE_FUNCTION        8\n"
                  "    2  19 LIST_APPEND          2\n"
                  "    2  20 JUMP_BACKWARD        -> 10\n"
                  "    2  21 JUMP                 -> 27\n"
                  "    2  22 SWAP                 2\n"
                  "    2  23 POP_TOP              0\n"
                  "    2  24 SWAP                 2\n"
                  "    2  25 STORE_FAST           i\n"
                  "    2  26 RERAISE              0\n"
                  "    2  27 SWAP                 2\n"
                  "    2  28 STORE_FAST           i\n"
                  "    2  29 RETURN_VALUE         0\n"
                  "handler 8 to 21 -> 22 [2]\n"
                  "f.<locals>.<lambda>: stack 2, flags 0x13\n"
                  "free: i x\n"
                  "    2   0 COPY_FREE_VARS       2\n"
                  "    2   1 RESUME               0\n"
                  "*   2   2 LOAD_DEREF           i\n"
                  "    2   3 LOAD_DEREF           x\n"
                  "    2   4 BUILD_TUPLE          2\n"
                  "    2   5 RETURN_VALUE         0\n");
}

static void test_comprehension_before_3_12(void **state)
{
    (void)state;
    check_version(11, "a = {i: j for i in x for j in [i]}\n",
                  "<module>: stack 2, flags 0x0\n"
                  "    0   0 RESUME               0\n"
                  "*   1   1 LOAD_CONST           <code <dictcomp>>\n"
                  "    1   2 MAKE_FUNCTION        0\n"
                  "    1   3 LOAD_NAME            x\n"
                  "    1   4 GET_ITER             0\n"
                  "    1   5 CALL                 0\n"
                  "    1   6 STORE_NAME           a\n"
                  "    1   7 LOAD_CONST           None\n"
                  "    1   8 RETURN_VALUE         0\n"
                  "<dictcomp>: stack 4, flags 0x3\n"
                  "variables: .0 i j\n"
                  "    1   0 RESUME               0\n"
                  "*   1   1 BUILD_MAP            0\n"
                  "    1   2 LOAD_FAST            .0\n"
                  "    1   3 FOR_ITER             -> 11\n"
                  "    1   4 STORE_FAST           i\n"
                  "    1   5 LOAD_FAST            i\n"
                  "    1   6 STORE_FAST           j\n"
                  "    1   7 LOAD_FAST            i\n"
                  "    1   8 LOAD_FAST            j\n"
                  "    1   9 MAP_ADD              2\n"
                  "    1  10 JUMP_BACKWARD        -> 3\n"
                  "    1  11 RETURN_VALUE         0\n");
}

static void test_generator(void **state)
{
    (void)state;
    check_version(12,
                  "def g():\n"
                  "    y = yield\n"
                  "    yield from y\n",
                  "<module>: stack 1, flags 0x0\n"
                  "    0   0 RESUME               0\n"
                  "*   1   1 LOAD_CONST           <code g>\n"
                  "    1   2 MAKE_FUNCTION        0\n"
                  "    1   3 STORE_NAME           g\n"
                  "    1   4 RETURN_CONST         None\n"
                  "g: stack 3, flags 0x23\n"
                  "variables: y\n"
                  "    0   0 RETURN_GENERATOR     0\n"
                  "    0   1 RESUME               0\n"
                  "*   2   2 LOAD_CONST           None\n"
                  "    2   3 YIELD_VALUE          0\n"
                  "    2   4 RESUME               1\n"
                  "    2   5 STORE_FAST           y\n"
                  "*   3   6 LOAD_FAST            y\n"
                  "    3   7 GET_YIELD_FROM_ITER  0\n"
                  "    3   8 LOAD_CONST           None\n"
                  "    3   9 SEND                 -> 14\n"
                  "    3  10 YIELD_VALUE          0\n"
                  "    3  11 RESUME               2\n"
                  "    3  12 JUMP                 -> 9\n"
                  "    3  13 CLEANUP_THROW        0\n"
                  "    3  14 POP_TOP              0\n"
                  "    3  15 RETURN_CONST         None\n"
                  "handler 10 to 11 -> 13 [2]\n");
}

static void test_match(void **state)
{
    (void)state;
    check_version(12,
                  "match x:\n"
                  "    case [1, *_] | {\"k\": 2}: a\n"
                  "    case C(y=b) if b: c\n"
                  "    case _: d\n",
                  "<module>: stack 7, flags 0x0\n"
                  "    0   0 RESUME               0\n"
                  "*   1   1 LOAD_NAME            x\n"
                  "*   2   2 COPY                 1\n"
                  "    2   3 COPY                 1\n"
                  "    2   4 MATCH_SEQUENCE       0\n"
                  "    2   5 POP_JUMP_IF_FALSE    -> 18\n"
                  "    2   6 GET_LEN              0\n"
                  "    2   7 LOAD_CONST           1\n"
                  "    2   8 COMPARE_OP           >=\n"
                  "    2   9 POP_JUMP_IF_FALSE    -> 18\n"
                  "    2  10 COPY                 1\n"
                  "    2  11 LOAD_CONST           0\n"
                  "    2  12 BINARY_SUBSCR        0\n"
                  "    2  13 LOAD_CONST           1\n"
                  "    2  14 COMPARE_OP           ==\n"
                  "    2  15 POP_JUMP_IF_FALSE    -> 18\n"
                  "    2  16 POP_TOP              0\n"
                  "    2  17 JUMP                 -> 45\n"
                  "    2  18 POP_TOP              0\n"
                  "    2  19 COPY                 1\n"
                  "    2  20 MATCH_MAPPING        0\n"
                  "    2  21 POP_JUMP_IF_FALSE    -> 42\n"
                  "    2  22 GET_LEN              0\n"
                  "    2  23 LOAD_CONST           1\n"
                  "    2  24 COMPARE_OP           >=\n"
                  "    2  25 POP_JUMP_IF_FALSE    -> 42\n"
                  "    2  26 LOAD_CONST           'k'\n"
                  "    2  27 BUILD_TUPLE          1\n"
                  "    2  28 MATCH_KEYS           0\n"
                  "    2  29 COPY                 1\n"
                  "    2  30 LOAD_CONST           None\n"
                  "    2  31 IS_OP                1\n"
                  "    2  32 POP_JUMP_IF_FALSE    -> 40\n"
                  "    2  33 UNPACK_SEQUENCE      1\n"
                  "    2  34 LOAD_CONST           2\n"
                  "    2  35 COMPARE_OP           ==\n"
                  "    2  36 POP_JUMP_IF_FALSE    -> 41\n"
                  "    2  37 POP_TOP              0\n"
                  "    2  38 POP_TOP              0\n"
                  "    2  39 JUMP                 -> 45\n"
                  "    2  40 POP_TOP              0\n"
                  "    2  41 POP_TOP              0\n"
                  "    2  42 POP_TOP              0\n"
                  "    2  43 POP_TOP              0\n"
                  "    2  44 JUMP                 -> 50\n"
                  "    2  45 POP_TOP              0\n"
                  "    2  46 POP_TOP              0\n"
                  "*   2  47 LOAD_NAME            a\n"
                  "    2  48 POP_TOP              0\n"
                  "    2  49 JUMP                 -> 68\n"
                  "*   3  50 LOAD_NAME            C\n"
                  "    3  51 LOAD_CONST           ('y',)\n"
                  "    3  52 MATCH_CLASS          0\n"
                  "    3  53 COPY                 1\n"
                  "    3  54 LOAD_CONST           None\n"
                  "    3  55 IS_OP                1\n"
                  "    3  56 POP_JUMP_IF_FALSE    -> 64\n"
                  "    3  57 UNPACK_SEQUENCE      1\n"
                  "    3  58 STORE_NAME           b\n"
                  "    3  59 LOAD_NAME            b\n"
                  "    3  60 POP_JUMP_IF_FALSE    -> 65\n"
                  "*   3  61 LOAD_NAME            c\n"
                  "    3  62 POP_TOP              0\n"
                  "    3  63 JUMP                 -> 68\n"
                  "    3  64 POP_TOP              0\n"
                  "*   4  65 NOP                  0\n"
                  "*   4  66 LOAD_NAME            d\n"
                  "    4  67 POP_TOP              0\n"
                  "    4  68 RETURN_CONST         None\n");
}

static void test_folding(void **state)
{
    (void)state;
    check_version(12,
                  "a = 2 ** 10, 'ab' * 2, -1.5, 1 if 0 else 'x'\n"
                  "if x in [1, 2]: pass\n",
                  "<module>: stack 4, flags 0x0\n"
                  "    0   0 RESUME               0\n"
                  "*   1   1 LOAD_CONST           1024\n"
                  "    1   2 LOAD_CONST           'abab'\n"
                  "    1   3 LOAD_CONST           -1.5\n"
                  "    1   4 LOAD_CONST           'x'\n"
                  "    1   5 BUILD_TUPLE          4\n"
                  "    1   6 STORE_NAME           a\n"
                  "*   2   7 LOAD_NAME            x\n"
                  "    2   8 LOAD_CONST           (1, 2)\n"
                  "    2   9 CONTAINS_OP          0\n"
                  "    2  10 POP_JUMP_IF_FALSE    -> 12\n"
                  "*   2  11 NOP                  0\n"
                  "    2  12 RETURN_CONST         None\n");
}

static void test_formatting(void **state)
{
    (void)state;
    check_version(12, "f'{a!r:>{w}} {b=}'\n",
                  "<module>: stack 3, flags 0x0\n"
                  "    0   0 RESUME               0\n"
                  "*   1   1 LOAD_NAME            a\n"
                  "    1   2 LOAD_CONST           '>'\n"
                  "    1   3 LOAD_NAME            w\n"
                  "    1   4 FORMAT_VALUE         0\n"
                  "    1   5 BUILD_STRING         2\n"
                  "    1   6 FORMAT_VALUE         6\n"
                  "    1   7 LOAD_CONST           ' b='\n"
                  "    1   8 LOAD_NAME            b\n"
                  "    1   9 FORMAT_VALUE         2\n"
                  "    1  10 BUILD_STRING         3\n"
                  "    1  11 POP_TOP              0\n"
                  "    1  12 RETURN_CONST         None\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_assignment),
        cmocka_unit_test(test_control),
        cmocka_unit_test(test_functions),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_exceptions),
        cmocka_unit_test(test_comprehension),
        cmocka_unit_test(test_comprehension_before_3_12),
        cmocka_unit_test(test_generator),
        cmocka_unit_test(test_match),
        cmocka_unit_test(test_folding),
        cmocka_unit_test(test_formatting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
