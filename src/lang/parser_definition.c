#include "lang/parser.h"

/* type_params, PEP 695: `[T, *Ts, **P]`. */
void parse_type_params(Parser *parser)
{
    const Token *token = parser_token(parser);
    if (parser->minor < 12 || !parser_accept(parser, TOKEN_LSQB))
        return;
    parser_refuse(parser, (Range){token->start, token->end},
                  "heapstep does not know type parameters in brackets");
    do {
        if (!parser_accept(parser, TOKEN_STAR))
            parser_accept(parser, TOKEN_DOUBLESTAR);
        parser_name(parser);
        if (parser_accept(parser, TOKEN_COLON))
            parse_expression(parser);
    } while (parser_accept(parser, TOKEN_COMMA) && parser_peek(parser) != TOKEN_RSQB);
    parser_expect(parser, TOKEN_RSQB);
}

/* function_def_raw: 'def' NAME '(' [params] ')' ['->' expression] ':' block */
Stmt *parse_function_def(Parser *parser, ExprList decorators, uint32_t start)
{
    const Token *keyword = parser_token(parser);
    Stmt *stmt = parser_stmt(parser, STMT_FUNCTION, start);
    parser_expect(parser, TOKEN_DEF);
    stmt->function.name = parser_name(parser);
    parse_type_params(parser);
    parser_force(parser, TOKEN_LPAR);
    stmt->function.parameters = parse_parameters(parser, TOKEN_RPAR);
    parser_expect(parser, TOKEN_RPAR);
    if (parser_accept(parser, TOKEN_RARROW))
        stmt->function.returns = parse_expression(parser);
    parser_force(parser, TOKEN_COLON);
    stmt->function.body = parse_block(parser, "function definition", keyword);
    stmt->function.decorators = decorators;
    return stmt;
}

/* class_def_raw: 'class' NAME ['(' [arguments] ')'] ':' block */
Stmt *parse_class_def(Parser *parser, ExprList decorators, uint32_t start)
{
    const Token *keyword = parser_token(parser);
    Stmt *stmt = parser_stmt(parser, STMT_CLASS, start);
    parser_expect(parser, TOKEN_CLASS);
    stmt->class_.name = parser_name(parser);
    parse_type_params(parser);
    if (parser_accept(parser, TOKEN_LPAR)) {
        parse_arguments(parser, false, &stmt->class_.bases, &stmt->class_.keywords);
    }
    if (parser_peek(parser) == TOKEN_NEWLINE)
        parser_fail_token(parser, "expected ':'");
    parser_expect(parser, TOKEN_COLON);
    stmt->class_.body = parse_block(parser, "class definition", keyword);
    stmt->class_.decorators = decorators;
    return stmt;
}

/* Before 3.9 a decorator was a dotted name, perhaps called. */
static bool old_decorator(const Expr *expr)
{
    if (expr->kind == EXPR_CALL)
        expr = expr->call.function;
    while (expr->kind == EXPR_ATTRIBUTE)
        expr = expr->attribute.value;
    return expr->kind == EXPR_NAME && !expr->parenthesized;
}

static Expr *decorator(Parser *parser)
{
    parser_advance(parser);
    uint32_t start = parser_start(parser);
    Expr *expr = parse_named_expression(parser);
    if (parser->minor < 9 && !parser->failed && !old_decorator(expr))
        parser_fail_at(parser, (Range){start, start + 1}, "invalid syntax");
    parser_expect(parser, TOKEN_NEWLINE);
    return expr;
}

Stmt *parse_decorated(Parser *parser)
{
    PointerBuffer items = {0};
    while (parser_peek(parser) == TOKEN_AT)
        parser_push(&items, decorator(parser));
    ExprList decorators = parser_take_exprs(parser, &items);
    const Token *token = parser_token(parser);
    if (parser_peek(parser) == TOKEN_ASYNC && parser_peek_at(parser, 1) == TOKEN_DEF) {
        parser_refuse(parser, (Range){token->start, token->end},
                      "heapstep does not run async and await");
        parser_advance(parser);
    }
    if (parser_peek(parser) == TOKEN_CLASS)
        return parse_class_def(parser, decorators, parser_start(parser));
    if (parser_peek(parser) != TOKEN_DEF)
        parser_fail(parser);
    return parse_function_def(parser, decorators, parser_start(parser));
}
