#include <stdlib.h>

#include "base/list.h"
#include "base/memory.h"
#include "lang/parser.h"

bool parser_at_comprehension(const Parser *parser)
{
    TokenKind kind = parser_peek(parser);
    return kind == TOKEN_FOR || (kind == TOKEN_ASYNC && parser_peek_at(parser, 1) == TOKEN_FOR);
}

/* for_if_clause: 'for' star_targets 'in' disjunction ('if' disjunction)* */
static void for_if_clause(Parser *parser, Comprehension *clause)
{
    const Token *token = parser_token(parser);
    if (parser_accept(parser, TOKEN_ASYNC))
        parser_refuse(parser, (Range){token->start, token->end},
                      "heapstep does not run async and await");
    parser_expect(parser, TOKEN_FOR);
    clause->target = parse_star_targets(parser);
    if (parser_peek(parser) != TOKEN_IN && parser_peek(parser) != TOKEN_ERROR)
        parser_fail_token(parser, "'in' expected after for-loop variables");
    parser_expect(parser, TOKEN_IN);
    clause->iterable = parse_disjunction(parser);
    PointerBuffer conditions = {0};
    while (parser_accept(parser, TOKEN_IF))
        parser_push(&conditions, parse_disjunction(parser));
    clause->conditions = parser_take_exprs(parser, &conditions);
}

void parse_for_if_clauses(Parser *parser, Expr *comprehension)
{
    Comprehension *clauses = NULL;
    size_t count = 0, capacity = 0;
    while (parser_at_comprehension(parser)) {
        clauses = list_reserve(clauses, &capacity, count + 1, sizeof *clauses);
        for_if_clause(parser, &clauses[count++]);
    }
    size_t size = count * sizeof *clauses;
    comprehension->comprehension.clauses =
        (Comprehension *)region_copy(parser->region, (char *)clauses, size);
    comprehension->comprehension.count = count;
    for (size_t i = 0; i < count; i++)
        parser_adopt(parser, comprehension, clauses[i].iterable);
    free(clauses);
}

/* Behind the element: the clauses and the closing bracket. */
static Expr *comprehension(Parser *parser, ExprKind kind, uint32_t start, Expr *element,
                           TokenKind closing)
{
    if (element->kind == EXPR_STARRED)
        parser_fail_at(parser, element->range,
                       "iterable unpacking cannot be used in comprehension");
    Expr *expr = parser_expr(parser, kind, (Range){start, start});
    expr->comprehension.element = element;
    parse_for_if_clauses(parser, expr);
    parser_expect(parser, closing);
    expr->range = parser_range(parser, start);
    parser_adopt(parser, expr, element);
    return expr;
}

/* `[x, y for …]`: the clauses follow a list, not an element. */
static void check_comprehension_target(Parser *parser, const PointerBuffer *items)
{
    if (!parser_at_comprehension(parser) || parser->speculating || parser->failed)
        return;
    const Expr *first = items->items[0], *last = items->items[items->count - 1];
    const Token *previous = parser_previous(parser);
    Range range = {first->range.start, items->count > 1 ? last->range.end : previous->end};
    ParserMark mark = parser_try(parser);
    Expr *probe = parser_expr(parser, EXPR_GENERATOR, range);
    parse_for_if_clauses(parser, probe);
    bool matches = !parser->failed;
    parser_end_try(parser, mark, false);
    if (matches)
        parser_fail_at(parser, range,
                       "did you forget parentheses around the comprehension target?");
}

/* Behind the first item: the others, up to and with the closing bracket. */
static ExprList rest_of_items(Parser *parser, Expr *first, TokenKind closing)
{
    PointerBuffer items = {0};
    parser_push(&items, first);
    while (parser_accept(parser, TOKEN_COMMA) && parser_peek(parser) != closing) {
        if (closing != TOKEN_RPAR && parser_at_comprehension(parser))
            check_comprehension_target(parser, &items);
        parser_push(&items, parse_star_named_expression(parser));
    }
    if (closing != TOKEN_RPAR && items.count > 1)
        check_comprehension_target(parser, &items);
    parser_expect(parser, closing);
    return parser_take_exprs(parser, &items);
}

static Expr *display(Parser *parser, ExprKind kind, uint32_t start, Expr *first,
                     TokenKind closing)
{
    ExprList items = rest_of_items(parser, first, closing);
    Expr *expr = parser_expr(parser, kind, parser_range(parser, start));
    expr->list = items;
    for (size_t i = 0; i < items.count; i++)
        parser_adopt(parser, expr, items.items[i]);
    return expr;
}

static Expr *empty(Parser *parser, ExprKind kind, uint32_t start)
{
    parser_advance(parser);
    return parser_expr(parser, kind, parser_range(parser, start));
}

/* `(*x)` and `(**x)` (invalid_group). */
static void invalid_group(Parser *parser, uint32_t start)
{
    ParserMark mark = parser_try(parser);
    parser_advance(parser);
    const Expr *value = parse_expression(parser);
    bool matches = !parser->failed && parser_peek(parser) == TOKEN_RPAR;
    parser_end_try(parser, mark, false);
    (void)value;
    if (matches)
        parser_fail_at(parser, (Range){start, parser_token(parser)->end},
                       "cannot use double starred expression here");
}

/* tuple | group | genexp */
static Expr *parenthesized(Parser *parser)
{
    uint32_t start = parser_start(parser);
    parser_advance(parser);
    Expr *expr;
    if (parser_peek(parser) == TOKEN_RPAR)
        return empty(parser, EXPR_TUPLE, start);
    if (parser_peek(parser) == TOKEN_YIELD) {
        expr = parse_yield_expr(parser);
        parser_expect(parser, TOKEN_RPAR);
        expr->parenthesized = true;
        return expr;
    }
    if (parser_peek(parser) == TOKEN_DOUBLESTAR)
        invalid_group(parser, parser_start(parser));
    expr = parse_star_named_expression(parser);
    if (parser_at_comprehension(parser))
        return comprehension(parser, EXPR_GENERATOR, start, expr, TOKEN_RPAR);
    if (parser_peek(parser) == TOKEN_COMMA)
        expr = display(parser, EXPR_TUPLE, start, expr, TOKEN_RPAR);
    else if (parser_expect(parser, TOKEN_RPAR) && expr->kind == EXPR_STARRED)
        parser_fail_at(parser, expr->range, "cannot use starred expression here");
    expr->parenthesized = true;
    return expr;
}

static Expr *list(Parser *parser)
{
    uint32_t start = parser_start(parser);
    parser_advance(parser);
    if (parser_peek(parser) == TOKEN_RSQB)
        return empty(parser, EXPR_LIST, start);
    Expr *first = parse_star_named_expression(parser);
    if (parser_at_comprehension(parser))
        return comprehension(parser, EXPR_LIST_COMPREHENSION, start, first, TOKEN_RSQB);
    return display(parser, EXPR_LIST, start, first, TOKEN_RSQB);
}

/* What stands behind a key's ':' (invalid_kvpair). */
static Expr *dict_value(Parser *parser, const Token *colon)
{
    const Token *token = parser_token(parser);
    if (parser_peek(parser) == TOKEN_STAR)
        parser_fail_at(parser, (Range){token->start, token->end},
                       "cannot use a starred expression in a dictionary value");
    else if (parser_peek(parser) == TOKEN_RBRACE || parser_peek(parser) == TOKEN_COMMA)
        parser_fail_at(parser, (Range){colon->start, colon->end},
                       "expression expected after dictionary key and ':'");
    return parse_expression(parser);
}

/* double_starred_kvpair; `*ret_key` is NULL for **value. */
static Expr *dict_item(Parser *parser, Expr **ret_key)
{
    if (parser_accept(parser, TOKEN_DOUBLESTAR)) {
        *ret_key = NULL;
        return parse_bitwise_or(parser);
    }
    Expr *key = parse_expression_alone(parser);
    const Token *colon = parser_token(parser);
    if (!parser_accept(parser, TOKEN_COLON)) {
        uint32_t end = key->range.end;
        if (parser_peek(parser) != TOKEN_ERROR)
            parser_fail_at(parser, (Range){end - 1, end}, "':' expected after dictionary key");
        else
            parser_fail(parser);
    }
    *ret_key = key;
    return dict_value(parser, colon);
}

static Expr *dict_comprehension(Parser *parser, uint32_t start, Expr *key, Expr *value,
                                const Token *first)
{
    if (!key)
        parser_fail_at(parser, (Range){first->start, first->end},
                       "dict unpacking cannot be used in dict comprehension");
    Expr *expr = parser_expr(parser, EXPR_DICT_COMPREHENSION, (Range){start, start});
    expr->comprehension.element = key;
    expr->comprehension.value = value;
    parse_for_if_clauses(parser, expr);
    parser_expect(parser, TOKEN_RBRACE);
    expr->range = parser_range(parser, start);
    if (key)
        parser_adopt(parser, expr, key);
    parser_adopt(parser, expr, value);
    return expr;
}

/* Behind the first pair: the others. */
static Expr *dict(Parser *parser, uint32_t start, Expr *key, Expr *value)
{
    PointerBuffer keys = {0}, values = {0};
    parser_push(&keys, key);
    parser_push(&values, value);
    while (parser_accept(parser, TOKEN_COMMA) && parser_peek(parser) != TOKEN_RBRACE) {
        value = dict_item(parser, &key);
        parser_push(&keys, key);
        parser_push(&values, value);
    }
    parser_expect(parser, TOKEN_RBRACE);
    Expr *expr = parser_expr(parser, EXPR_DICT, parser_range(parser, start));
    for (size_t i = 0; i < values.count; i++) {
        if (keys.items[i])
            parser_adopt(parser, expr, keys.items[i]);
        parser_adopt(parser, expr, values.items[i]);
    }
    expr->dict.values = parser_take_exprs(parser, &values);
    expr->dict.keys = parser_take(parser, &keys);
    return expr;
}

/* dict | set | dictcomp | setcomp */
static Expr *braces(Parser *parser)
{
    uint32_t start = parser_start(parser);
    parser_advance(parser);
    Expr *key = NULL, *value;
    const Token *first = parser_token(parser);
    if (parser_peek(parser) == TOKEN_RBRACE)
        return empty(parser, EXPR_DICT, start);
    if (parser_peek(parser) == TOKEN_DOUBLESTAR) {
        value = dict_item(parser, &key);
    } else {
        value = parse_star_named_expression(parser);
        const Token *colon = parser_token(parser);
        bool unparenthesized_walrus = value->kind == EXPR_NAMED && !value->parenthesized;
        if (value->kind == EXPR_STARRED || unparenthesized_walrus ||
            !parser_accept(parser, TOKEN_COLON)) {
            if (parser_at_comprehension(parser))
                return comprehension(parser, EXPR_SET_COMPREHENSION, start, value,
                                     TOKEN_RBRACE);
            if (unparenthesized_walrus && parser->minor < 9)
                parser_fail_at(parser, (Range){value->range.start, value->range.end},
                               "invalid syntax");
            return display(parser, EXPR_SET, start, value, TOKEN_RBRACE);
        }
        key = value;
        value = dict_value(parser, colon);
    }
    if (parser_at_comprehension(parser))
        return dict_comprehension(parser, start, key, value, first);
    return dict(parser, start, key, value);
}

static Expr *word(Parser *parser)
{
    Range range = {parser_start(parser), parser_token(parser)->end};
    const Name *name = parser_name(parser);
    Expr *expr = parser_expr(parser, EXPR_NAME, range);
    expr->name = name;
    return expr;
}

static Expr *constant(Parser *parser, ConstKind kind)
{
    const Token *token = parser_token(parser);
    parser_advance(parser);
    return parser_constant(parser, kind, (Range){token->start, token->end});
}

Expr *parse_atom(Parser *parser)
{
    switch (parser_peek(parser)) {
    case TOKEN_NAME:
        return word(parser);
    case TOKEN_TRUE:
        return constant(parser, CONST_TRUE);
    case TOKEN_FALSE:
        return constant(parser, CONST_FALSE);
    case TOKEN_NONE:
        return constant(parser, CONST_NONE);
    case TOKEN_ELLIPSIS:
        return constant(parser, CONST_ELLIPSIS);
    case TOKEN_NUMBER:
        return parse_number(parser);
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
        return parse_strings(parser);
    case TOKEN_LPAR:
        return parenthesized(parser);
    case TOKEN_LSQB:
        return list(parser);
    case TOKEN_LBRACE:
        return braces(parser);
    default:
        parser_fail(parser);
        return parser_constant(parser, CONST_NONE,
                               (Range){parser_start(parser), parser_start(parser)});
    }
}
