#include "lang/parser.h"

/* simple_stmts: simple_stmt (';' simple_stmt)* [';'] NEWLINE */
void parse_simple_stmts(Parser *parser, PointerBuffer *statements)
{
    do {
        parser_push(statements, parse_simple_stmt(parser));
    } while (parser_accept(parser, TOKEN_SEMI) && parser_peek(parser) != TOKEN_NEWLINE);
    parser_expect(parser, TOKEN_NEWLINE);
}

void parse_statement(Parser *parser, PointerBuffer *statements)
{
    Stmt *compound = parse_compound_stmt(parser);
    if (compound) {
        compound->range = parser_range(parser, compound->range.start);
        parser_push(statements, compound);
    } else {
        parse_simple_stmts(parser, statements);
    }
}
