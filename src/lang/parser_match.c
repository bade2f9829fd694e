#include <stdlib.h>

#include "base/list.h"
#include "lang/parser.h"

/* subject_expr: star_named_expression ',' [star_named_expressions] | named_expression */
static Expr *subject_expr(Parser *parser)
{
    uint32_t start = parser_start(parser);
    Expr *first = parse_star_named_expression(parser);
    if (parser_peek(parser) != TOKEN_COMMA)
        return first;
    PointerBuffer items = {0};
    parser_push(&items, first);
    while (parser_accept(parser, TOKEN_COMMA))
        if (parser_at_expression(parser) || parser_peek(parser) == TOKEN_STAR)
            parser_push(&items, parse_star_named_expression(parser));
    Expr *tuple = parser_expr(parser, EXPR_TUPLE, parser_range(parser, start));
    tuple->list = parser_take_exprs(parser, &items);
    return tuple;
}

/* Whether `match X`, with X beginning so, can be nothing but a match statement. */
static bool is_no_expression(TokenKind kind)
{
    switch ((int)kind) {
    case TOKEN_NAME:
    case TOKEN_NUMBER:
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
    case TOKEN_LBRACE:
    case TOKEN_TILDE:
    case TOKEN_LAMBDA:
    case TOKEN_NONE:
    case TOKEN_TRUE:
    case TOKEN_FALSE:
    case TOKEN_ELLIPSIS:
        return true;
    default:
        return false;
    }
}

/* Whether "match" at the position begins a match statement: a subject, then ':' and a line's
 * end. */
static bool at_match(Parser *parser)
{
    if (parser->minor < 10 || !parser_at_word(parser, "match"))
        return false;
    ParserMark mark = parser_try(parser);
    parser_advance(parser);
    subject_expr(parser);
    bool subject = !parser->failed;
    TokenKind next = parser_peek(parser);
    bool header = subject && next == TOKEN_COLON && parser_peek_at(parser, 1) == TOKEN_NEWLINE;
    size_t reached = parser->position;
    parser_end_try(parser, mark, false);
    parser_note_furthest(parser, header ? 0 : reached);
    if (subject && next == TOKEN_NEWLINE && is_no_expression(parser_peek_at(parser, 1))) {
        parser->position = reached;
        parser_fail_token(parser, "expected ':'");
    }
    return header;
}

/* case_block: "case" patterns ['if' named_expression] ':' block */
static MatchCase case_block(Parser *parser)
{
    const Token *keyword = parser_token(parser);
    MatchCase match_case = {0};
    parser_advance(parser);
    match_case.pattern = parse_patterns(parser);
    if (parser_accept(parser, TOKEN_IF))
        match_case.guard = parse_named_expression(parser);
    if (parser_peek(parser) == TOKEN_NEWLINE)
        parser_fail_token(parser, "expected ':'");
    parser_expect(parser, TOKEN_COLON);
    match_case.body = parse_block(parser, "'case' statement", keyword);
    return match_case;
}

Stmt *parse_match_stmt(Parser *parser)
{
    if (!at_match(parser))
        return NULL;
    const Token *keyword = parser_token(parser);
    Stmt *stmt = parser_stmt(parser, STMT_MATCH, keyword->start);
    parser_advance(parser);
    stmt->match.subject = subject_expr(parser);
    parser_expect(parser, TOKEN_COLON);
    parser_expect(parser, TOKEN_NEWLINE);
    if (parser_peek(parser) != TOKEN_INDENT && parser_peek(parser) != TOKEN_ERROR)
        parser_fail_indent(parser,
                           "expected an indented block after 'match' statement on line %zu",
                           parser_line(parser, keyword));
    parser_expect(parser, TOKEN_INDENT);
    MatchCase *cases = NULL;
    size_t count = 0, capacity = 0;
    while (parser_at_word(parser, "case")) {
        cases = list_reserve(cases, &capacity, count + 1, sizeof *cases);
        cases[count++] = case_block(parser);
    }
    if (count == 0)
        parser_fail(parser);
    parser_expect(parser, TOKEN_DEDENT);
    stmt->match.cases =
        (MatchCase *)region_copy(parser->region, (char *)cases, count * sizeof *cases);
    stmt->match.count = count;
    free(cases);
    return stmt;
}
