#include "lang/parser.h"

bool parser_at_expression(const Parser *parser)
{
    switch (parser_peek(parser)) {
    case TOKEN_NAME:
    case TOKEN_NUMBER:
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
    case TOKEN_LPAR:
    case TOKEN_LSQB:
    case TOKEN_LBRACE:
    case TOKEN_MINUS:
    case TOKEN_PLUS:
    case TOKEN_TILDE:
    case TOKEN_NOT:
    case TOKEN_LAMBDA:
    case TOKEN_AWAIT:
    case TOKEN_NONE:
    case TOKEN_TRUE:
    case TOKEN_FALSE:
    case TOKEN_ELLIPSIS:
        return true;
    default:
        return false;
    }
}

/* Comma-separated items: a lone one is itself, several or a trailing comma make a tuple. */
static Expr *tuple_of(Parser *parser, Expr *(*item)(Parser *))
{
    uint32_t start = parser_start(parser);
    Expr *first = item(parser);
    if (parser_peek(parser) != TOKEN_COMMA)
        return first;
    PointerBuffer items = {0};
    parser_push(&items, first);
    while (parser_accept(parser, TOKEN_COMMA)) {
        if (!parser_at_expression(parser) && parser_peek(parser) != TOKEN_STAR)
            break;
        parser_push(&items, item(parser));
    }
    Expr *tuple = parser_expr(parser, EXPR_TUPLE, parser_range(parser, start));
    for (size_t i = 0; i < items.count; i++)
        parser_adopt(parser, tuple, items.items[i]);
    tuple->list = parser_take_exprs(parser, &items);
    return tuple;
}

Expr *parse_star_expressions(Parser *parser)
{
    return tuple_of(parser, parse_star_expression);
}

Expr *parse_star_expressions_since(Parser *parser, int since)
{
    Expr *expr = parse_star_expressions(parser);
    bool bare = expr->kind == EXPR_TUPLE && !expr->parenthesized;
    for (size_t i = 0; bare && parser->minor < since && i < expr->list.count; i++) {
        uint32_t start = expr->list.items[i]->range.start;
        if (expr->list.items[i]->kind == EXPR_STARRED)
            parser_fail_at(parser, (Range){start, start + 1}, "invalid syntax");
    }
    return expr;
}

static Expr *starred(Parser *parser)
{
    uint32_t start = parser_start(parser);
    parser_advance(parser);
    Expr *value = parse_bitwise_or(parser);
    Expr *expr = parser_expr(parser, EXPR_STARRED, parser_range(parser, start));
    expr->yield.value = value;
    parser_adopt(parser, expr, value);
    return expr;
}

Expr *parse_star_expression(Parser *parser)
{
    return parser_peek(parser) == TOKEN_STAR ? starred(parser) : parse_expression(parser);
}

Expr *parse_star_named_expression(Parser *parser)
{
    return parser_peek(parser) == TOKEN_STAR ? starred(parser) : parse_named_expression(parser);
}

Expr *parse_yield_expr(Parser *parser)
{
    uint32_t start = parser_start(parser);
    parser_expect(parser, TOKEN_YIELD);
    bool from = parser_accept(parser, TOKEN_FROM);
    Expr *value = NULL;
    if (from)
        value = parse_expression(parser);
    else if (parser_at_expression(parser) || parser_peek(parser) == TOKEN_STAR)
        value = parse_star_expressions_since(parser, 8);
    Expr *expr =
        parser_expr(parser, from ? EXPR_YIELD_FROM : EXPR_YIELD, parser_range(parser, start));
    expr->yield.value = value;
    return expr;
}

Expr *parse_yield_or_star_expressions(Parser *parser)
{
    return parser_peek(parser) == TOKEN_YIELD ? parse_yield_expr(parser)
                                              : parse_star_expressions(parser);
}

/* `x = y` where only an expression may stand: what was meant? (invalid_named_expression) */
void parse_invalid_equal(Parser *parser, const Expr *expr)
{
    bool display =
        expr->kind == EXPR_LIST || expr->kind == EXPR_TUPLE || expr->kind == EXPR_GENERATOR;
    bool constant = expr->kind == EXPR_CONSTANT &&
                    (expr->constant->kind == CONST_NONE || expr->constant->kind == CONST_TRUE ||
                     expr->constant->kind == CONST_FALSE);
    bool loose = expr->kind == EXPR_COMPARE || expr->kind == EXPR_BOOL_OP ||
                 expr->kind == EXPR_CONDITIONAL || expr->kind == EXPR_LAMBDA ||
                 (expr->kind == EXPR_UNARY && expr->unary.op == UNARY_NOT);
    if (parser->minor < 10 || parser->speculating > 1) /* or trials within trials would take
                                                          exponential time */
        return;
    if (display || constant || (loose && !expr->parenthesized))
        return;
    Range right;
    ParserMark mark = parser_try(parser);
    parser_advance(parser);
    bool matches = parser_at_compared(parser, &right);
    parser_end_try(parser, mark, false);
    if (!matches)
        return;
    if (expr->kind == EXPR_NAME && !expr->parenthesized)
        parser_fail_at(parser, (Range){expr->range.start, right.end},
                       "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    else
        parser_fail_at(parser, expr->range,
                       "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                       expr_name(expr));
}

/* named_expression: NAME ':=' expression | expression !':=' */
Expr *parse_named_expression(Parser *parser)
{
    uint32_t start = parser_start(parser);
    Expr *left = parse_expression(parser);
    if (parser_peek(parser) == TOKEN_EQUAL && parser->minor >= 8)
        parse_invalid_equal(parser, left);
    if (!parser_accept(parser, TOKEN_COLONEQUAL))
        return left;
    Expr *value = parse_expression(parser);
    if (left->kind != EXPR_NAME || left->parenthesized)
        parser_fail_at(parser, left->range, "cannot use assignment expressions with %s",
                       expr_name(left));
    left->context = CONTEXT_STORE;
    Expr *expr = parser_expr(parser, EXPR_NAMED, parser_range(parser, start));
    expr->named.target = left;
    expr->named.value = value;
    parser_adopt(parser, expr, value);
    return expr;
}

static bool is_legacy_statement(const Parser *parser, size_t position)
{
    const Token *token = &parser->lexer->tokens[position];
    Slice text = parser_text(parser, token);
    return token->kind == TOKEN_NAME && (slice_is(text, "print") || slice_is(text, "exec"));
}

static bool is_soft_keyword(Slice text)
{
    return slice_is(text, "match") || slice_is(text, "case") || slice_is(text, "type") ||
           slice_is(text, "_");
}

/* `print x`: Python 2's statement (invalid_legacy_expression). */
static void legacy_statement(Parser *parser, size_t first)
{
    const Token *name = &parser->lexer->tokens[first];
    Slice text = parser_text(parser, name);
    ParserMark mark = parser_try(parser);
    parser->position = first + 1;
    const Expr *rest = parse_star_expressions(parser);
    bool matches = !parser->failed;
    parser_end_try(parser, mark, false);
    if (matches)
        parser_fail_at(parser, (Range){name->start, rest->range.end},
                       "Missing parentheses in call to '%.*s'. Did you mean %.*s(...)?",
                       (int)text.length, text.bytes, (int)text.length, text.bytes);
}

/* Two expressions side by side (invalid_expression): inside brackets a comma is missing. */
static void adjacent_expression(Parser *parser, size_t first, const Expr *left)
{
    const Token *start = &parser->lexer->tokens[first];
    if (parser->minor < 10)
        return;
    if (is_legacy_statement(parser, first) && start[1].kind != TOKEN_LPAR &&
        parser->position == first + 1) {
        legacy_statement(parser, first);
        return;
    }
    bool prefix = start->kind == TOKEN_NAME &&
                  (start[1].kind == TOKEN_STRING || start[1].kind == TOKEN_FSTRING_START ||
                   is_soft_keyword(parser_text(parser, start)));
    ParserMark mark = parser_try(parser);
    const Expr *right = parse_expression(parser);
    bool broken = parser_token(parser)->kind == TOKEN_ERROR;
    bool matches = !prefix && !parser->failed && parser_previous(parser)->level > 0;
    size_t reached = parser->position;
    parser_end_try(parser, mark, false);
    if (broken) {
        parser->position = reached;
        parser_fail(parser);
    } else if (matches)
        parser_fail_at(parser, (Range){left->range.start, right->range.end},
                       "invalid syntax. Perhaps you forgot a comma?");
}

static Expr *conditional(Parser *parser, uint32_t start, Expr *then)
{
    parser_advance(parser);
    Expr *test = parse_disjunction(parser);
    TokenKind next = parser_peek(parser);
    if (next != TOKEN_ELSE && next != TOKEN_COLON && !parser->failed)
        parser_fail_at(parser, (Range){start, test->range.end},
                       "expected 'else' after 'if' expression");
    parser_expect(parser, TOKEN_ELSE);
    Expr *otherwise = parse_expression(parser);
    Expr *expr = parser_expr(parser, EXPR_CONDITIONAL, parser_range(parser, start));
    expr->conditional.test = test;
    expr->conditional.then = then;
    expr->conditional.otherwise = otherwise;
    parser_adopt(parser, expr, test);
    parser_adopt(parser, expr, then);
    parser_adopt(parser, expr, otherwise);
    return expr;
}

static Expr *lambdef(Parser *parser)
{
    uint32_t start = parser_start(parser);
    parser_advance(parser);
    Parameters *parameters = parse_parameters(parser, TOKEN_COLON);
    const Token *colon = parser_token(parser);
    parser_expect(parser, TOKEN_COLON);
    TokenKind next = parser_peek(parser);
    if (next == TOKEN_FSTRING_MIDDLE || (next == TOKEN_RBRACE && colon->level == 1))
        parser_fail_at(parser, (Range){start, colon->end},
                       "f-string: lambda expressions are not allowed without parentheses");
    Expr *body = parse_expression(parser);
    Expr *expr = parser_expr(parser, EXPR_LAMBDA, parser_range(parser, start));
    expr->lambda.parameters = parameters;
    expr->lambda.body = body;
    parser_adopt(parser, expr, body);
    return expr;
}

/* expression: disjunction ['if' disjunction 'else' expression] | lambdef */
Expr *parse_expression_alone(Parser *parser)
{
    uint32_t start = parser_start(parser);
    Expr *expr;
    if (!parser_enter(parser)) {
        expr = parser_constant(parser, CONST_NONE, (Range){start, start});
    } else if (parser_peek(parser) == TOKEN_LAMBDA) {
        expr = lambdef(parser);
    } else {
        expr = parse_disjunction(parser);
        if (parser_peek(parser) == TOKEN_IF)
            expr = conditional(parser, start, expr);
    }
    parser_leave(parser);
    return expr;
}

Expr *parse_expression(Parser *parser)
{
    size_t first = parser->position;
    Expr *expr = parse_expression_alone(parser);
    bool whole = expr->kind == EXPR_CONDITIONAL || expr->kind == EXPR_LAMBDA;
    if (!whole && !parser->failed && !parser->speculating && parser_at_expression(parser))
        adjacent_expression(parser, first, expr);
    return expr;
}

static Expr *bool_op(Parser *parser, TokenKind word, Expr *(*operand)(Parser *))
{
    uint32_t start = parser_start(parser);
    Expr *first = operand(parser);
    if (parser_peek(parser) != word)
        return first;
    PointerBuffer values = {0};
    parser_push(&values, first);
    while (parser_accept(parser, word))
        parser_push(&values, operand(parser));
    Expr *expr = parser_expr(parser, EXPR_BOOL_OP, parser_range(parser, start));
    expr->bool_op.is_or = word == TOKEN_OR;
    for (size_t i = 0; i < values.count; i++)
        parser_adopt(parser, expr, values.items[i]);
    expr->bool_op.values = parser_take_exprs(parser, &values);
    return expr;
}

static Expr *unary(Parser *parser, UnaryOp op, Expr *(*operand)(Parser *))
{
    uint32_t start = parser_start(parser);
    parser_advance(parser);
    Expr *value = parser_enter(parser)
                      ? operand(parser)
                      : parser_constant(parser, CONST_NONE, (Range){start, start});
    parser_leave(parser);
    Expr *expr = parser_expr(parser, EXPR_UNARY, parser_range(parser, start));
    expr->unary.op = op;
    expr->unary.operand = value;
    parser_adopt(parser, expr, value);
    return expr;
}

/* The comparison operator at the position, taken; false where there is none. */
static bool comparison_operator(Parser *parser, uint8_t *ret_op)
{
    static const struct {
        TokenKind kind;
        uint8_t op;
    } rows[] = {
        {TOKEN_LESS, COMPARE_LT},    {TOKEN_LESSEQUAL, COMPARE_LE},
        {TOKEN_EQEQUAL, COMPARE_EQ}, {TOKEN_NOTEQUAL, COMPARE_NE},
        {TOKEN_GREATER, COMPARE_GT}, {TOKEN_GREATEREQUAL, COMPARE_GE},
        {TOKEN_IS, COMPARISON_IS},   {TOKEN_IN, COMPARISON_IN},
    };
    TokenKind kind = parser_peek(parser);
    if (kind == TOKEN_NOT)
        parser_note_furthest(parser, parser->position + 1);
    if (kind == TOKEN_NOT && parser_peek_at(parser, 1) == TOKEN_IN) {
        parser_advance(parser);
        parser_advance(parser);
        *ret_op = COMPARISON_NOT_IN;
        return true;
    }
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].kind != kind)
            continue;
        parser_advance(parser);
        *ret_op = rows[i].op;
        if (kind == TOKEN_IS && parser_accept(parser, TOKEN_NOT))
            *ret_op = COMPARISON_IS_NOT;
        return true;
    }
    return false;
}

static Expr *comparison(Parser *parser)
{
    uint32_t start = parser_start(parser);
    Expr *left = parse_bitwise_or(parser);
    uint8_t op;
    if (!comparison_operator(parser, &op))
        return left;
    PointerBuffer others = {0};
    Text ops = {0};
    do {
        text_append_char(&ops, (char)op);
        parser_push(&others, parse_bitwise_or(parser));
    } while (comparison_operator(parser, &op));
    Expr *expr = parser_expr(parser, EXPR_COMPARE, parser_range(parser, start));
    expr->compare.left = left;
    expr->compare.ops = (uint8_t *)region_copy(parser->region, ops.bytes, ops.length);
    parser_adopt(parser, expr, left);
    for (size_t i = 0; i < others.count; i++)
        parser_adopt(parser, expr, others.items[i]);
    expr->compare.others = parser_take_exprs(parser, &others);
    text_done(&ops);
    return expr;
}

static Expr *inversion(Parser *parser)
{
    return parser_peek(parser) == TOKEN_NOT ? unary(parser, UNARY_NOT, inversion)
                                            : comparison(parser);
}

static Expr *conjunction(Parser *parser)
{
    return bool_op(parser, TOKEN_AND, inversion);
}

Expr *parse_disjunction(Parser *parser)
{
    return bool_op(parser, TOKEN_OR, conjunction);
}

enum { NO_OPERATOR = 0, LOOSEST = 1, TERM = 6 };

/* How tightly a binary operator binds, from '|' to '*'; 0 for other tokens. */
static int precedence(TokenKind kind, BinaryOp *ret_op)
{
    static const struct {
        TokenKind kind;
        int precedence;
        BinaryOp op;
    } rows[] = {
        {TOKEN_VBAR, 1, BINARY_OR},
        {TOKEN_CIRCUMFLEX, 2, BINARY_XOR},
        {TOKEN_AMPER, 3, BINARY_AND},
        {TOKEN_LEFTSHIFT, 4, BINARY_LSHIFT},
        {TOKEN_RIGHTSHIFT, 4, BINARY_RSHIFT},
        {TOKEN_PLUS, 5, BINARY_ADD},
        {TOKEN_MINUS, 5, BINARY_SUBTRACT},
        {TOKEN_STAR, TERM, BINARY_MULTIPLY},
        {TOKEN_SLASH, TERM, BINARY_TRUE_DIVIDE},
        {TOKEN_DOUBLESLASH, TERM, BINARY_FLOOR_DIVIDE},
        {TOKEN_PERCENT, TERM, BINARY_REMAINDER},
        {TOKEN_AT, TERM, BINARY_MATRIX_MULTIPLY},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].kind == kind) {
            *ret_op = rows[i].op;
            return rows[i].precedence;
        }
    }
    return NO_OPERATOR;
}

static Expr *binary(Parser *parser, uint32_t start, BinaryOp op, Expr *left, Expr *right)
{
    Expr *expr = parser_expr(parser, EXPR_BINARY, parser_range(parser, start));
    expr->binary.op = op;
    expr->binary.left = left;
    expr->binary.right = right;
    parser_adopt(parser, expr, left);
    parser_adopt(parser, expr, right);
    return expr;
}

static Expr *factor(Parser *parser);

/* power: primary ['**' factor] */
static Expr *power(Parser *parser)
{
    uint32_t start = parser_start(parser);
    Expr *base = parse_primary(parser);
    if (!parser_accept(parser, TOKEN_DOUBLESTAR))
        return base;
    Expr *exponent = parser_enter(parser) ? factor(parser) : base;
    parser_leave(parser);
    return binary(parser, start, BINARY_POWER, base, exponent);
}

static Expr *factor(Parser *parser)
{
    switch (parser_peek(parser)) {
    case TOKEN_PLUS:
        return unary(parser, UNARY_PLUS, factor);
    case TOKEN_MINUS:
        return unary(parser, UNARY_MINUS, factor);
    case TOKEN_TILDE:
        return unary(parser, UNARY_INVERT, factor);
    default:
        return power(parser);
    }
}

/* bitwise_or … term of the grammar, by precedence climbing. */
static Expr *binary_operators(Parser *parser, int loosest)
{
    uint32_t start = parser_start(parser);
    Expr *left = factor(parser);
    for (;;) {
        BinaryOp op;
        int binds = precedence(parser_peek(parser), &op);
        if (binds == NO_OPERATOR || binds < loosest)
            return left;
        parser_advance(parser);
        Expr *right = binary_operators(parser, binds + 1);
        left = binary(parser, start, op, left, right);
    }
}

Expr *parse_bitwise_or(Parser *parser)
{
    return binary_operators(parser, LOOSEST);
}
