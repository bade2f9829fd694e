#include "lang/parser.h"

/* slice: [expression] ':' [expression] [':' [expression]] | named_expression */
static Expr *slice(Parser *parser)
{
    uint32_t start = parser_start(parser);
    if (parser_peek(parser) == TOKEN_STAR && parser->minor >= 11)
        return parse_star_named_expression(parser);
    Expr *parts[3] = {NULL, NULL, NULL};
    if (parser_peek(parser) != TOKEN_COLON) {
        parts[0] =
            parser->minor < 10 ? parse_expression(parser) : parse_named_expression(parser);
        if (parser_peek(parser) != TOKEN_COLON)
            return parts[0];
    }
    for (int i = 1; i < 3 && parser_accept(parser, TOKEN_COLON); i++)
        if (parser_at_expression(parser))
            parts[i] = parse_expression(parser);
    Expr *expr = parser_expr(parser, EXPR_SLICE, parser_range(parser, start));
    expr->slice.lower = parts[0];
    expr->slice.upper = parts[1];
    expr->slice.step = parts[2];
    return expr;
}

Expr *parse_slices(Parser *parser)
{
    uint32_t start = parser_start(parser);
    Expr *first = slice(parser);
    if (parser_peek(parser) != TOKEN_COMMA && first->kind != EXPR_STARRED)
        return first;
    PointerBuffer items = {0};
    parser_push(&items, first);
    while (parser_accept(parser, TOKEN_COMMA) && parser_peek(parser) != TOKEN_RSQB)
        parser_push(&items, slice(parser));
    Expr *tuple = parser_expr(parser, EXPR_TUPLE, parser_range(parser, start));
    for (size_t i = 0; i < items.count; i++)
        parser_adopt(parser, tuple, items.items[i]);
    tuple->list = parser_take_exprs(parser, &items);
    return tuple;
}

static Expr *call(Parser *parser, uint32_t start, Expr *function)
{
    ExprList arguments;
    KeywordList keywords;
    parse_arguments(parser, true, &arguments, &keywords);
    Expr *expr = parser_expr(parser, EXPR_CALL, parser_range(parser, start));
    expr->call.function = function;
    expr->call.arguments = arguments;
    expr->call.keywords = keywords;
    parser_adopt(parser, expr, function);
    for (size_t i = 0; i < arguments.count; i++)
        parser_adopt(parser, expr, arguments.items[i]);
    for (size_t i = 0; i < keywords.count; i++)
        parser_adopt(parser, expr, keywords.items[i].value);
    return expr;
}

static Expr *attribute(Parser *parser, uint32_t start, Expr *value)
{
    const Name *name = parser_name(parser);
    Expr *expr = parser_expr(parser, EXPR_ATTRIBUTE, parser_range(parser, start));
    expr->attribute.value = value;
    expr->attribute.name = name;
    parser_adopt(parser, expr, value);
    return expr;
}

static Expr *subscript(Parser *parser, uint32_t start, Expr *value)
{
    Expr *index = parse_slices(parser);
    parser_expect(parser, TOKEN_RSQB);
    Expr *expr = parser_expr(parser, EXPR_SUBSCRIPT, parser_range(parser, start));
    expr->subscript.value = value;
    expr->subscript.index = index;
    parser_adopt(parser, expr, value);
    parser_adopt(parser, expr, index);
    return expr;
}

static Expr *await_primary(Parser *parser)
{
    uint32_t start = parser_start(parser);
    parser_refuse(parser, (Range){start, start + 5}, "heapstep does not run async and await");
    parser_advance(parser);
    Expr *value = parse_primary(parser);
    Expr *expr = parser_expr(parser, EXPR_AWAIT, parser_range(parser, start));
    expr->yield.value = value;
    return expr;
}

/* `x []` is no subscript but perhaps two items without a comma. */
static bool at_empty_brackets(Parser *parser)
{
    bool empty = parser_peek(parser) == TOKEN_LSQB && parser_peek_at(parser, 1) == TOKEN_RSQB;
    if (empty)
        parser_note_furthest(parser, parser->position + 1);
    return empty;
}

/* await_primary and primary: atom ('.' NAME | '(' arguments ')' | '[' slices ']')* */
Expr *parse_primary(Parser *parser)
{
    uint32_t start = parser_start(parser);
    if (parser_peek(parser) == TOKEN_AWAIT)
        return await_primary(parser);
    Expr *expr = parse_atom(parser);
    for (;;) {
        if (parser_accept(parser, TOKEN_DOT))
            expr = attribute(parser, start, expr);
        else if (parser_accept(parser, TOKEN_LPAR))
            expr = call(parser, start, expr);
        else if (!at_empty_brackets(parser) && parser_accept(parser, TOKEN_LSQB))
            expr = subscript(parser, start, expr);
        else
            return expr;
    }
}
