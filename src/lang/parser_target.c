#include "lang/parser.h"

static const Expr *first_invalid(ExprList list, TargetKind kind)
{
    for (size_t i = 0; i < list.count; i++) {
        const Expr *invalid = target_find_invalid(list.items[i], kind);
        if (invalid)
            return invalid;
    }
    return NULL;
}

/* Parser/pegen.c, _PyPegen_get_invalid_target. */
const Expr *target_find_invalid(const Expr *expr, TargetKind kind)
{
    switch ((int)expr->kind) {
    case EXPR_LIST:
    case EXPR_TUPLE:
        return first_invalid(expr->list, kind);
    case EXPR_STARRED:
        return kind == TARGET_DELETE ? expr : target_find_invalid(expr->yield.value, kind);
    case EXPR_COMPARE:
        if (kind != TARGET_FOR)
            return expr;
        return expr->compare.ops[0] == COMPARISON_IN
                   ? target_find_invalid(expr->compare.left, kind)
                   : NULL;
    case EXPR_NAME:
    case EXPR_SUBSCRIPT:
    case EXPR_ATTRIBUTE:
        return NULL;
    default:
        return expr;
    }
}

void target_set_context(Expr *expr, ExprContext context)
{
    expr->context = context;
    if (expr->kind == EXPR_LIST || expr->kind == EXPR_TUPLE)
        for (size_t i = 0; i < expr->list.count; i++)
            target_set_context(expr->list.items[i], context);
    else if (expr->kind == EXPR_STARRED)
        target_set_context(expr->yield.value, context);
}

bool target_make(Parser *parser, Expr *expr, TargetKind kind)
{
    const Expr *invalid = target_find_invalid(expr, kind);
    if (invalid) {
        parser_fail_at(parser, invalid->range, "cannot %s %s",
                       kind == TARGET_DELETE ? "delete" : "assign to", expr_name(invalid));
        return false;
    }
    target_set_context(expr, kind == TARGET_DELETE ? CONTEXT_DELETE : CONTEXT_STORE);
    return true;
}

static Expr *star_target(Parser *parser)
{
    if (parser_peek(parser) != TOKEN_STAR)
        return parse_bitwise_or(parser);
    return parse_star_named_expression(parser);
}

/* No 'in' behind the targets of a for: what stands there is perhaps an expression with a
 * mistake of its own, or no target (invalid_for_target). */
static void invalid_for_target(Parser *parser, size_t first)
{
    size_t here = parser->position;
    parser->position = first;
    Expr *expr = parse_star_expressions(parser);
    if (parser->failed)
        return;
    target_make(parser, expr, TARGET_FOR);
    parser->position = here;
}

Expr *parse_star_targets(Parser *parser)
{
    uint32_t start = parser_start(parser);
    size_t first = parser->position;
    Expr *target = star_target(parser);
    if (parser_peek(parser) == TOKEN_COMMA) {
        PointerBuffer items = {0};
        parser_push(&items, target);
        while (parser_accept(parser, TOKEN_COMMA))
            if (parser_at_expression(parser) || parser_peek(parser) == TOKEN_STAR)
                parser_push(&items, star_target(parser));
        target = parser_expr(parser, EXPR_TUPLE, parser_range(parser, start));
        target->list = parser_take_exprs(parser, &items);
    }
    if (!parser->failed && parser_peek(parser) != TOKEN_IN && !parser->speculating)
        invalid_for_target(parser, first);
    if (!parser->failed)
        target_make(parser, target, TARGET_FOR);
    return target;
}
