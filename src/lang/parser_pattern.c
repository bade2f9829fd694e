#include <stdlib.h>

#include "lang/parser.h"

static Pattern *pattern(Parser *parser);
static Pattern *or_pattern(Parser *parser);

static Pattern *new_pattern(Parser *parser, PatternKind kind, uint32_t start)
{
    Pattern *result = region_allocate(parser->region, sizeof *result);
    result->kind = kind;
    result->range = parser_range(parser, start);
    return result;
}

static PatternList take_patterns(Parser *parser, PointerBuffer *buffer)
{
    size_t count = buffer->count;
    return (PatternList){parser_take(parser, buffer), count};
}

/* star_pattern: '*' NAME */
static Pattern *star_pattern(Parser *parser)
{
    uint32_t start = parser_start(parser);
    parser_advance(parser);
    bool wildcard = parser_at_word(parser, "_");
    const Name *name = parser_name(parser);
    Pattern *result = new_pattern(parser, PATTERN_STAR, start);
    result->name = wildcard ? NULL : name;
    return result;
}

static Pattern *maybe_star_pattern(Parser *parser)
{
    return parser_peek(parser) == TOKEN_STAR ? star_pattern(parser) : pattern(parser);
}

/* signed_number ['+' or '-' imaginary]: -1, 2+3j */
static Expr *number(Parser *parser)
{
    uint32_t start = parser_start(parser);
    bool negative = parser_accept(parser, TOKEN_MINUS);
    if (parser_peek(parser) != TOKEN_NUMBER) {
        parser_fail(parser);
        return parser_constant(parser, CONST_NONE, (Range){start, start});
    }
    Expr *value = parse_number(parser);
    if (!negative)
        return value;
    Expr *expr = parser_expr(parser, EXPR_UNARY, parser_range(parser, start));
    expr->unary.op = UNARY_MINUS;
    expr->unary.operand = value;
    return expr;
}

static bool is_imaginary(const Expr *expr)
{
    return expr->kind == EXPR_CONSTANT && expr->constant->kind == CONST_COMPLEX;
}

static Expr *complex_number(Parser *parser)
{
    uint32_t start = parser_start(parser);
    Expr *left = number(parser);
    TokenKind kind = parser_peek(parser);
    if (kind != TOKEN_PLUS && kind != TOKEN_MINUS)
        return left;
    const Expr *real = left->kind == EXPR_UNARY ? left->unary.operand : left;
    if (is_imaginary(real))
        parser_fail_at(parser, real->range, "real number required in complex literal");
    parser_advance(parser);
    Expr *right = number(parser);
    if (!is_imaginary(right))
        parser_fail_at(parser, right->range, "imaginary number required in complex literal");
    Expr *expr = parser_expr(parser, EXPR_BINARY, parser_range(parser, start));
    expr->binary.op = kind == TOKEN_PLUS ? BINARY_ADD : BINARY_SUBTRACT;
    expr->binary.left = left;
    expr->binary.right = right;
    return expr;
}

/* The value of a literal pattern and of a mapping's key; NULL where neither begins. */
static Expr *literal_expr(Parser *parser)
{
    Expr *expr;
    switch (parser_peek(parser)) {
    case TOKEN_MINUS:
    case TOKEN_NUMBER:
        return complex_number(parser);
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
        expr = parse_strings(parser);
        if (expr->kind == EXPR_JOINED)
            parser_fail_at(parser, expr->range,
                           "patterns may only match literals and attribute lookups");
        return expr;
    case TOKEN_NONE:
    case TOKEN_TRUE:
    case TOKEN_FALSE:
        return parse_atom(parser);
    default:
        return NULL;
    }
}

static bool is_singleton(const Expr *expr)
{
    return expr->kind == EXPR_CONSTANT &&
           (expr->constant->kind == CONST_NONE || expr->constant->kind == CONST_TRUE ||
            expr->constant->kind == CONST_FALSE);
}

/* name_or_attr */
static Expr *name_or_attr(Parser *parser)
{
    uint32_t start = parser_start(parser);
    Expr *expr = parse_atom(parser);
    while (parser_accept(parser, TOKEN_DOT)) {
        const Name *name = parser_name(parser);
        Expr *attribute = parser_expr(parser, EXPR_ATTRIBUTE, parser_range(parser, start));
        attribute->attribute.value = expr;
        attribute->attribute.name = name;
        parser_adopt(parser, attribute, expr);
        expr = attribute;
    }
    return expr;
}

/* class_pattern, behind its name: '(' patterns, then NAME '=' patterns ')' */
static Pattern *class_pattern(Parser *parser, uint32_t start, Expr *class_)
{
    PointerBuffer positional = {0}, keywords = {0}, names = {0};
    parser_advance(parser);
    while (!parser->failed && parser_peek(parser) != TOKEN_RPAR) {
        if (parser_peek(parser) == TOKEN_NAME && parser_peek_at(parser, 1) == TOKEN_EQUAL) {
            union {
                const Name *name;
                void *pointer;
            } item = {.name = parser_name(parser)};
            parser_push(&names, item.pointer);
            parser_advance(parser);
            parser_push(&keywords, pattern(parser));
        } else {
            Pattern *item = pattern(parser);
            if (names.count)
                parser_fail_at(parser, item->range,
                               "positional patterns follow keyword patterns");
            parser_push(&positional, item);
        }
        if (!parser_accept(parser, TOKEN_COMMA))
            break;
    }
    parser_expect(parser, TOKEN_RPAR);
    Pattern *result = new_pattern(parser, PATTERN_CLASS, start);
    result->value = class_;
    result->patterns = take_patterns(parser, &positional);
    result->keyword_patterns = take_patterns(parser, &keywords);
    result->keyword_names.count = names.count;
    result->keyword_names.items = parser_take(parser, &names);
    return result;
}

/* capture_pattern | wildcard_pattern | value_pattern | class_pattern */
static Pattern *name_pattern(Parser *parser)
{
    uint32_t start = parser_start(parser);
    bool wildcard = parser_at_word(parser, "_");
    Expr *expr = name_or_attr(parser);
    if (parser_peek(parser) == TOKEN_LPAR)
        return class_pattern(parser, start, expr);
    Pattern *result = new_pattern(parser, PATTERN_VALUE, start);
    result->value = expr;
    if (expr->kind == EXPR_NAME) {
        result->kind = PATTERN_AS;
        result->value = NULL;
        result->name = wildcard ? NULL : expr->name;
    }
    return result;
}

/* Items up to `closing`, which is taken; `*ret_comma` tells whether there was a comma. */
static PatternList sequence_items(Parser *parser, TokenKind closing, bool *ret_comma)
{
    PointerBuffer items = {0};
    *ret_comma = false;
    while (!parser->failed && parser_peek(parser) != closing) {
        parser_push(&items, maybe_star_pattern(parser));
        if (!parser_accept(parser, TOKEN_COMMA))
            break;
        *ret_comma = true;
    }
    parser_expect(parser, closing);
    return take_patterns(parser, &items);
}

/* group_pattern | sequence_pattern */
static Pattern *bracketed_pattern(Parser *parser, TokenKind closing)
{
    uint32_t start = parser_start(parser);
    bool comma;
    parser_advance(parser);
    PatternList items = sequence_items(parser, closing, &comma);
    if (closing == TOKEN_RPAR && items.count == 1 && !comma) {
        if (items.items[0]->kind == PATTERN_STAR)
            parser_fail(parser);
        return items.items[0];
    }
    Pattern *result = new_pattern(parser, PATTERN_SEQUENCE, start);
    result->patterns = items;
    return result;
}

/* key_value_pattern: (literal_expr | attr) ':' pattern */
static void key_value_pattern(Parser *parser, PointerBuffer *keys, PointerBuffer *values)
{
    Expr *key = literal_expr(parser);
    if (!key) {
        key = name_or_attr(parser);
        if (key->kind == EXPR_NAME)
            parser_fail(parser);
    }
    parser_push(keys, key);
    parser_expect(parser, TOKEN_COLON);
    parser_push(values, pattern(parser));
}

/* mapping_pattern: '{' key ':' pattern, … ['**' NAME] '}' */
static Pattern *mapping_pattern(Parser *parser)
{
    uint32_t start = parser_start(parser);
    PointerBuffer keys = {0}, values = {0};
    const Name *rest = NULL;
    parser_advance(parser);
    while (!parser->failed && parser_peek(parser) != TOKEN_RBRACE && !rest) {
        if (parser_accept(parser, TOKEN_DOUBLESTAR)) {
            if (parser_at_word(parser, "_"))
                parser_fail(parser);
            rest = parser_name(parser);
        } else {
            key_value_pattern(parser, &keys, &values);
        }
        if (!parser_accept(parser, TOKEN_COMMA))
            break;
    }
    parser_expect(parser, TOKEN_RBRACE);
    Pattern *result = new_pattern(parser, PATTERN_MAPPING, start);
    result->name = rest;
    result->keys = parser_take_exprs(parser, &keys);
    result->patterns = take_patterns(parser, &values);
    return result;
}

static Pattern *closed_pattern(Parser *parser)
{
    uint32_t start = parser_start(parser);
    Expr *literal;
    switch (parser_peek(parser)) {
    case TOKEN_NAME:
        return name_pattern(parser);
    case TOKEN_LPAR:
        return bracketed_pattern(parser, TOKEN_RPAR);
    case TOKEN_LSQB:
        return bracketed_pattern(parser, TOKEN_RSQB);
    case TOKEN_LBRACE:
        return mapping_pattern(parser);
    default:
        literal = literal_expr(parser);
        break;
    }
    if (!literal) {
        parser_fail(parser);
        return new_pattern(parser, PATTERN_AS, start);
    }
    Pattern *result =
        new_pattern(parser, is_singleton(literal) ? PATTERN_SINGLETON : PATTERN_VALUE, start);
    result->value = literal;
    return result;
}

static Pattern *or_pattern(Parser *parser)
{
    uint32_t start = parser_start(parser);
    Pattern *first = closed_pattern(parser);
    if (parser_peek(parser) != TOKEN_VBAR)
        return first;
    PointerBuffer items = {0};
    parser_push(&items, first);
    while (parser_accept(parser, TOKEN_VBAR))
        parser_push(&items, closed_pattern(parser));
    Pattern *result = new_pattern(parser, PATTERN_OR, start);
    result->patterns = take_patterns(parser, &items);
    return result;
}

/* What follows a pattern's 'as' (invalid_as_pattern). */
static const Name *pattern_target(Parser *parser)
{
    const Token *token = parser_token(parser);
    if (parser_at_word(parser, "_"))
        parser_fail_at(parser, (Range){token->start, token->end}, "cannot use '_' as a target");
    if (parser_peek(parser) != TOKEN_NAME && parser_at_expression(parser)) {
        ParserMark mark = parser_try(parser);
        const Expr *expr = parse_expression(parser);
        bool matches = !parser->failed;
        parser_end_try(parser, mark, false);
        if (matches)
            parser_fail_at(parser, expr->range, "invalid pattern target");
    }
    return parser_name(parser);
}

/* pattern: or_pattern ['as' NAME] */
static Pattern *pattern(Parser *parser)
{
    uint32_t start = parser_start(parser);
    if (!parser_enter(parser)) {
        parser_leave(parser);
        return new_pattern(parser, PATTERN_AS, start);
    }
    Pattern *inner = or_pattern(parser);
    parser_leave(parser);
    if (!parser_accept(parser, TOKEN_AS))
        return inner;
    const Name *name = pattern_target(parser);
    Pattern *result = new_pattern(parser, PATTERN_AS, start);
    result->pattern = inner;
    result->name = name;
    return result;
}

/* patterns: open_sequence_pattern | pattern */
Pattern *parse_patterns(Parser *parser)
{
    uint32_t start = parser_start(parser);
    Pattern *first = maybe_star_pattern(parser);
    if (parser_peek(parser) != TOKEN_COMMA) {
        if (first->kind == PATTERN_STAR)
            parser_fail(parser);
        return first;
    }
    PointerBuffer items = {0};
    parser_push(&items, first);
    while (parser_accept(parser, TOKEN_COMMA)) {
        if (parser_peek(parser) == TOKEN_COLON || parser_peek(parser) == TOKEN_IF)
            break;
        parser_push(&items, maybe_star_pattern(parser));
    }
    Pattern *result = new_pattern(parser, PATTERN_SEQUENCE, start);
    result->patterns = take_patterns(parser, &items);
    return result;
}
