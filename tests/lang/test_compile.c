#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#include "lang_test.h"

/* The first constant of a kind. */
static const Const *find_const(const Program *program, ConstKind kind)
{
    for (uint32_t i = 0; i < program->const_count; i++)
        if (program->consts[i].kind == kind)
            return &program->consts[i];
    return NULL;
}

static size_t count_consts(const char *text, int minor, ConstKind kind)
{
    Compilation compilation = lang_test_compile(text, minor);
    assert_int_equal(compilation.status, LANG_OK);
    size_t count = 0;
    for (uint32_t i = 0; i < compilation.program->const_count; i++)
        count += compilation.program->consts[i].kind == kind;
    lang_test_done(&compilation);
    return count;
}

static void test_merging(void **state)
{
    (void)state;
    const char *shared = "a = 1.5\ndef f(): return 1.5\n";
    assert_int_equal(count_consts(shared, 7, CONST_FLOAT), 2);
    assert_int_equal(count_consts(shared, 8, CONST_FLOAT), 1);
    assert_int_equal(count_consts("a = 0.0, -0.0, 0.0\n", 12, CONST_FLOAT), 2);
    const char *folded = "a = 300\nb = 299 + 1\n";
    assert_int_equal(count_consts(folded, 12, CONST_INT), 1);
    assert_int_equal(count_consts(folded, 6, CONST_INT), 4); /* 299 and 1 stay */
    const char *items = "a = 'x y'\nb = ('x y', 1.5, 'x y')\n";
    assert_int_equal(count_consts(items, 12, CONST_STR), 3); /* with the names a and b */
}

static void test_literals(void **state)
{
    (void)state;
    Compilation compilation = lang_test_compile("a = 1.5\nb = [7000, 8, 9]\nc = 'a b'\n", 12);
    const Program *program = compilation.program;
    assert_true(find_const(program, CONST_FLOAT)->literal);
    assert_true(find_const(program, CONST_INT)->literal);
    assert_false(find_const(program, CONST_TUPLE)->literal);
    assert_false(find_const(program, CONST_NONE)->literal);
    lang_test_done(&compilation);
}

static void test_handlers(void **state)
{
    (void)state;
    Compilation compilation = lang_test_compile("try:\n    a\nexcept:\n    b\n", 12);
    const Code *code = compilation.program->codes[0];
    assert_int_equal(code_find_handler(code, 0), -1);
    int handler = code_find_handler(code, 2);
    assert_int_equal(handler, 0);
    assert_int_equal(code->handlers[handler].depth, 0);
    lang_test_done(&compilation);
}

static void test_locations(void **state)
{
    (void)state;
    Compilation compilation = lang_test_compile("x = \xC3\xA9 +\\\n  b\n", 12);
    const Code *code = compilation.program->codes[0];
    const Location *add = &code->locations[3];
    assert_int_equal(code->instructions[3].op, OP_BINARY_OP);
    assert_int_equal(add->line, 1);
    assert_int_equal(add->column, 4);
    assert_int_equal(add->end_line, 2);
    assert_int_equal(add->end_column, 3);
    lang_test_done(&compilation);
}

static void test_split(void **state)
{
    (void)state;
    const char *text = "x = 1; y = 2\n@d\ndef f():\n    pass\n\n# end\nf()\n";
    Source *source = source_create("test.py", text, strlen(text));
    Profile profile = lang_test_profile(12);
    Region region = {0};
    StatementSpans spans;
    SyntaxProblem problem;
    Diagnostics diagnostics = {0};
    assert_int_equal(lang_split(source, (Span){0, strlen(text)}, &profile, &region, &spans,
                                &problem, &diagnostics),
                     LANG_OK);
    assert_int_equal(spans.count, 3);
    assert_int_equal(spans.items[0].end, strlen("x = 1; y = 2"));
    assert_int_equal(spans.items[1].start, strlen("x = 1; y = 2\n"));
    assert_memory_equal(text + spans.items[2].start, "f()", 3);
    region_done(&region);
    source_destroy(source);
}

static void test_colours(void **state)
{
    (void)state;
    const char *text = "def f(): # c\n  'unclosed\n  return f'{1}', 0x1F\n";
    Source *source = source_create("test.py", text, strlen(text));
    Region region = {0};
    ColouredSource coloured = lang_colours(source, &region);
    static const TokenClass expected[] = {
        TOKEN_CLASS_KEYWORD, TOKEN_CLASS_DEFINITION, TOKEN_CLASS_COMMENT,
        TOKEN_CLASS_KEYWORD, TOKEN_CLASS_STRING,     TOKEN_CLASS_NUMBER,
    };
    assert_int_equal(coloured.count, 6);
    for (size_t i = 0; i < coloured.count; i++)
        assert_int_equal(coloured.items[i].kind, expected[i]);
    region_done(&region);
    source_destroy(source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_merging),  cmocka_unit_test(test_literals),
        cmocka_unit_test(test_handlers), cmocka_unit_test(test_locations),
        cmocka_unit_test(test_split),    cmocka_unit_test(test_colours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
