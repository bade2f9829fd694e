#include "lang/parser.h"

/* The ':' behind a header: at the line's end CPython misses just that; elsewhere something else
 * is wrong. */
static void header_colon(Parser *parser)
{
    if (parser_peek(parser) == TOKEN_NEWLINE)
        parser_fail_token(parser, "expected ':'");
    parser_expect(parser, TOKEN_COLON);
}

/* block: NEWLINE INDENT statements DEDENT | simple_stmts */
StmtList parse_block(Parser *parser, const char *what, const Token *keyword)
{
    PointerBuffer statements = {0};
    if (parser_accept(parser, TOKEN_NEWLINE)) {
        bool ended = parser->minor < 9 && parser_token(parser)->start >= parser->source->length;
        if (parser_peek(parser) != TOKEN_INDENT && parser_peek(parser) != TOKEN_ERROR && !ended)
            parser_fail_indent(parser, "expected an indented block after %s on line %zu", what,
                               parser_line(parser, keyword));
        parser_expect(parser, TOKEN_INDENT);
        while (!parser->failed && parser_peek(parser) != TOKEN_DEDENT &&
               parser_peek(parser) != TOKEN_END)
            parse_statement(parser, &statements);
        parser_expect(parser, TOKEN_DEDENT);
    } else {
        parse_simple_stmts(parser, &statements);
    }
    StmtList block;
    block.count = statements.count;
    block.items = parser_take(parser, &statements);
    return block;
}

static StmtList else_block(Parser *parser)
{
    const Token *keyword = parser_token(parser);
    if (!parser_accept(parser, TOKEN_ELSE))
        return (StmtList){NULL, 0};
    parser_force(parser, TOKEN_COLON);
    return parse_block(parser, "'else' statement", keyword);
}

/* if_stmt and elif_stmt. A chain of elif is a tree as deep as it is long, so it is built in a
 * loop: each elif is the only statement of the else before it. */
static Stmt *if_stmt(Parser *parser)
{
    Stmt *first = NULL;
    StmtList *place = NULL;
    const Token *keyword = parser_token(parser);
    do {
        Stmt *stmt = parser_stmt(parser, STMT_IF, keyword->start);
        parser_advance(parser);
        stmt->branch.test = parse_named_expression(parser);
        header_colon(parser);
        stmt->branch.body = parse_block(
            parser, keyword->kind == TOKEN_IF ? "'if' statement" : "'elif' statement", keyword);
        stmt->range = parser_range(parser, keyword->start);
        if (place) {
            PointerBuffer one = {0};
            parser_push(&one, stmt);
            *place = (StmtList){parser_take(parser, &one), 1};
        } else {
            first = stmt;
        }
        place = &stmt->branch.otherwise;
        keyword = parser_token(parser);
    } while (parser_peek(parser) == TOKEN_ELIF);
    *place = else_block(parser);
    return first;
}

static Stmt *while_stmt(Parser *parser)
{
    const Token *keyword = parser_token(parser);
    Stmt *stmt = parser_stmt(parser, STMT_WHILE, keyword->start);
    parser_advance(parser);
    stmt->branch.test = parse_named_expression(parser);
    header_colon(parser);
    stmt->branch.body = parse_block(parser, "'while' statement", keyword);
    stmt->branch.otherwise = else_block(parser);
    return stmt;
}

static Stmt *for_stmt(Parser *parser)
{
    const Token *keyword = parser_token(parser);
    Stmt *stmt = parser_stmt(parser, STMT_FOR, keyword->start);
    parser_advance(parser);
    stmt->for_.target = parse_star_targets(parser);
    parser_expect(parser, TOKEN_IN);
    stmt->for_.iterable = parse_star_expressions_since(parser, 9);
    header_colon(parser);
    stmt->for_.body = parse_block(parser, "'for' statement", keyword);
    stmt->for_.otherwise = else_block(parser);
    return stmt;
}

static Stmt *async_stmt(Parser *parser)
{
    const Token *token = parser_token(parser);
    TokenKind next = parser_peek_at(parser, 1);
    if (next == TOKEN_DEF || next == TOKEN_FOR || next == TOKEN_WITH)
        parser_refuse(parser, (Range){token->start, token->end},
                      "heapstep does not run async and await");
    parser_advance(parser);
    if (next != TOKEN_DEF && next != TOKEN_FOR && next != TOKEN_WITH)
        parser_fail(parser);
    Stmt *stmt = parser->failed ? NULL : parse_compound_stmt(parser);
    return stmt ? stmt : parser_stmt(parser, STMT_PASS, token->start);
}

static Stmt *compound_stmt(Parser *parser, TokenKind keyword)
{
    uint32_t start = parser_start(parser);
    switch (keyword) {
    case TOKEN_IF:
        return if_stmt(parser);
    case TOKEN_WHILE:
        return while_stmt(parser);
    case TOKEN_FOR:
        return for_stmt(parser);
    case TOKEN_TRY:
        return parse_try_stmt(parser);
    case TOKEN_WITH:
        return parse_with_stmt(parser);
    case TOKEN_DEF:
        return parse_function_def(parser, (ExprList){NULL, 0}, start);
    case TOKEN_CLASS:
        return parse_class_def(parser, (ExprList){NULL, 0}, start);
    case TOKEN_AT:
        return parse_decorated(parser);
    case TOKEN_ASYNC:
        return async_stmt(parser);
    case TOKEN_NAME:
        return parse_match_stmt(parser);
    default:
        return NULL;
    }
}

Stmt *parse_compound_stmt(Parser *parser)
{
    return compound_stmt(parser, parser_peek(parser));
}
