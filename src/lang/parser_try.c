#include <stdlib.h>

#include "base/list.h"
#include "lang/parser.h"

/* `except A, B:`, Python 2's way or forgotten parentheses. */
static void several_types(Parser *parser, const Expr *first)
{
    ParserMark mark = parser_try(parser);
    parser_advance(parser);
    const Expr *others = parse_star_expressions(parser);
    Range range = {first->range.start, others->range.end};
    if (parser_accept(parser, TOKEN_AS))
        parser_name(parser);
    bool matches = !parser->failed && parser_peek(parser) == TOKEN_COLON;
    parser_end_try(parser, mark, false);
    if (matches)
        parser_fail_at(parser, range, "multiple exception types must be parenthesized");
}

static bool except_star(Parser *parser)
{
    if (parser->minor < 11 || !parser_accept(parser, TOKEN_STAR))
        return false;
    if (parser_peek(parser) == TOKEN_COLON || parser_peek(parser) == TOKEN_NEWLINE)
        parser_fail_token(parser, "expected one or more exception types");
    return true;
}

/* except_block: 'except' ['*'] [expression ['as' NAME]] ':' block
 * `of_groups` is what the clauses before were; the first one (`number` 0) sets it. */
static ExceptHandler except_block(Parser *parser, size_t number, bool *of_groups)
{
    const Token *keyword = parser_token(parser);
    ExceptHandler handler = {.range = {keyword->start, keyword->end}};
    parser_advance(parser);
    bool star = except_star(parser);
    if (number && star != *of_groups)
        parser_fail_at(parser, handler.range,
                       "cannot have both 'except' and 'except*' on the same 'try'");
    *of_groups = star;
    if (parser_at_expression(parser)) {
        handler.type = parse_expression(parser);
        if (parser_peek(parser) == TOKEN_COMMA)
            several_types(parser, handler.type);
        if (parser_accept(parser, TOKEN_AS))
            handler.name = parser_name(parser);
    }
    if (parser_peek(parser) == TOKEN_NEWLINE)
        parser_fail_token(parser, "expected ':'");
    parser_expect(parser, TOKEN_COLON);
    handler.body =
        parse_block(parser, star ? "'except*' statement" : "'except' statement", keyword);
    handler.range = parser_range(parser, keyword->start);
    return handler;
}

static StmtList labelled_block(Parser *parser, TokenKind keyword, const char *what)
{
    const Token *token = parser_token(parser);
    if (!parser_accept(parser, keyword))
        return (StmtList){NULL, 0};
    parser_force(parser, TOKEN_COLON);
    return parse_block(parser, what, token);
}

/* try_stmt: 'try' ':' block (finally_block | except_block+ [else_block] [finally_block]) */
Stmt *parse_try_stmt(Parser *parser)
{
    const Token *keyword = parser_token(parser);
    Stmt *stmt = parser_stmt(parser, STMT_TRY, keyword->start);
    parser_advance(parser);
    parser_force(parser, TOKEN_COLON);
    stmt->try_.body = parse_block(parser, "'try' statement", keyword);
    if (parser_peek(parser) != TOKEN_EXCEPT && parser_peek(parser) != TOKEN_FINALLY &&
        !parser->failed)
        parser_fail_token(parser, "expected 'except' or 'finally' block");
    ExceptHandler *handlers = NULL;
    size_t count = 0, capacity = 0;
    while (parser_peek(parser) == TOKEN_EXCEPT) {
        handlers = list_reserve(handlers, &capacity, count + 1, sizeof *handlers);
        handlers[count] = except_block(parser, count, &stmt->try_.of_groups);
        count++;
    }
    stmt->try_.handlers = (ExceptHandler *)region_copy(parser->region, (char *)handlers,
                                                       count * sizeof *handlers);
    stmt->try_.count = count;
    free(handlers);
    if (count)
        stmt->try_.otherwise = labelled_block(parser, TOKEN_ELSE, "'else' statement");
    stmt->try_.finally = labelled_block(parser, TOKEN_FINALLY, "'finally' statement");
    return stmt;
}
