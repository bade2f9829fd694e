#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#include "lang/lexer.h"

/* The tokens as text: names of kinds for the invisible ones, else their spelling. */
static void describe(const char *text, int minor, Text *ret_text)
{
    static const char *const kinds[] = {"END", "NEWLINE", "INDENT", "DEDENT", "ERROR"};
    Source *source = source_create("test.py", text, strlen(text));
    Lexer lexer;
    lexer_run(&lexer, source, (Span){0, source->length}, minor);
    for (size_t i = 0; i < lexer.count; i++) {
        const Token *token = &lexer.tokens[i];
        if (i)
            text_append_char(ret_text, ' ');
        if (token->kind <= TOKEN_ERROR)
            text_append_string(ret_text, kinds[token->kind]);
        else
            text_append(ret_text, source->bytes + token->start, token->end - token->start);
    }
    lexer_done(&lexer);
    source_destroy(source);
}

static void check(const char *text, const char *expected)
{
    Text tokens = {0};
    describe(text, 12, &tokens);
    assert_string_equal(text_string(&tokens), expected);
    text_done(&tokens);
}

static void test_lines(void **state)
{
    (void)state;
    check("", "END");
    check("x", "x NEWLINE END");
    check("\xEF\xBB\xBFx = 1\r\n\r\n# comment\r\ny\n", "x = 1 NEWLINE y NEWLINE END");
    check("(a,\n  b) # c\n", "( a , b ) NEWLINE END");
    check("a \\\n  + b\n", "a + b NEWLINE END");
}

static void test_indentation(void **state)
{
    (void)state;
    check("if a:\n  b\n\n  # c\n  d\ne\n",
          "if a : NEWLINE INDENT b NEWLINE d NEWLINE DEDENT e NEWLINE END");
    check("if a:\n\tb", "if a : NEWLINE INDENT b NEWLINE DEDENT END");
    check("if a:\n\tb\n        c\n", "if a : NEWLINE INDENT b NEWLINE ERROR");
    check("if a:\n    b\n  c\n", "if a : NEWLINE INDENT b NEWLINE ERROR");
}

static void test_operators(void **state)
{
    (void)state;
    check("a**=b//c->d:=...!=e<<=f", "a **= b // c -> d := ... != e <<= f NEWLINE END");
    check("1_000 0xFF .5e-3j 1if x", "1_000 0xFF .5e-3j 1 if x NEWLINE END");
}

static void test_strings(void **state)
{
    (void)state;
    check("Rb'\\'' '''a\n'b''' \"\"", "Rb'\\'' '''a\n'b''' \"\" NEWLINE END");
    check("f'a{b!r:>{c}}{{d' f\"{'x'}\"",
          "f' a { b ! r : > { c } } { d ' f\" { 'x' } \" NEWLINE END");
    check("f'{f'{x}'}'", "f' { f' { x } ' } ' NEWLINE END");
    check("f'{x:=5}'", "f' { x : =5 } ' NEWLINE END");
}

static void test_quotes_before_3_12(void **state)
{
    (void)state;
    Text tokens = {0};
    describe("f'{a[\"k\"]}'", 11, &tokens);
    assert_string_equal(text_string(&tokens), "f' { a [ \"k\" ] } ' NEWLINE END");
    text_clear(&tokens);
    describe("f'{f'{x}'}'", 11, &tokens);
    assert_string_equal(text_string(&tokens), "f' { f ERROR");
    text_done(&tokens);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_indentation),
        cmocka_unit_test(test_operators),
        cmocka_unit_test(test_strings),
        cmocka_unit_test(test_quotes_before_3_12),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
