#include "lang/parser.h"

static bool augmented_operator(TokenKind kind, BinaryOp *ret_op)
{
    static const struct {
        TokenKind kind;
        BinaryOp op;
    } rows[] = {
        {TOKEN_PLUSEQUAL, BINARY_ADD},
        {TOKEN_MINEQUAL, BINARY_SUBTRACT},
        {TOKEN_STAREQUAL, BINARY_MULTIPLY},
        {TOKEN_ATEQUAL, BINARY_MATRIX_MULTIPLY},
        {TOKEN_SLASHEQUAL, BINARY_TRUE_DIVIDE},
        {TOKEN_PERCENTEQUAL, BINARY_REMAINDER},
        {TOKEN_AMPEREQUAL, BINARY_AND},
        {TOKEN_VBAREQUAL, BINARY_OR},
        {TOKEN_CIRCUMFLEXEQUAL, BINARY_XOR},
        {TOKEN_LEFTSHIFTEQUAL, BINARY_LSHIFT},
        {TOKEN_RIGHTSHIFTEQUAL, BINARY_RSHIFT},
        {TOKEN_DOUBLESTAREQUAL, BINARY_POWER},
        {TOKEN_DOUBLESLASHEQUAL, BINARY_FLOOR_DIVIDE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].kind == kind) {
            *ret_op = rows[i].op;
            return true;
        }
    }
    return false;
}

static Stmt *expression_stmt(Parser *parser, StmtKind kind, uint32_t start, Expr *value)
{
    Stmt *stmt = parser_stmt(parser, kind, start);
    stmt->value = value;
    return stmt;
}

static bool annotatable(const Expr *target)
{
    return target->kind == EXPR_NAME || target->kind == EXPR_ATTRIBUTE ||
           target->kind == EXPR_SUBSCRIPT;
}

static void invalid_annotation(Parser *parser, const Expr *target)
{
    ParserMark mark = parser_try(parser);
    parser_advance(parser);
    parse_expression(parser);
    bool matches = !parser->failed;
    parser_end_try(parser, mark, false);
    if (!matches)
        parser_fail(parser);
    else if (target->kind == EXPR_LIST || target->kind == EXPR_TUPLE)
        parser_fail_at(parser,
                       target->kind == EXPR_TUPLE && !target->parenthesized &&
                               target->list.count
                           ? target->list.items[0]->range
                           : target->range,
                       "only single target (not %s) can be annotated", expr_name(target));
    else
        parser_fail_at(parser, target->range, "illegal target for annotation");
}

static Stmt *annotated(Parser *parser, uint32_t start, Expr *target)
{
    if (!annotatable(target))
        invalid_annotation(parser, target);
    parser_advance(parser);
    Stmt *stmt = parser_stmt(parser, STMT_ANNOTATED, start);
    stmt->annotated.target = target;
    stmt->annotated.annotation = parse_expression(parser);
    if (parser_accept(parser, TOKEN_EQUAL))
        stmt->annotated.value = parser->minor >= 8 ? parse_yield_or_star_expressions(parser)
                                                   : parse_expression(parser);
    if (!parser->failed)
        target_set_context(target, CONTEXT_STORE);
    return stmt;
}

static Stmt *augmented(Parser *parser, uint32_t start, Expr *target, BinaryOp op)
{
    parser_advance(parser);
    Expr *value = parse_yield_or_star_expressions(parser);
    if (!annotatable(target))
        parser_fail_at(parser, target->range,
                       "'%s' is an illegal expression for augmented assignment",
                       expr_name(target));
    Stmt *stmt = parser_stmt(parser, STMT_AUGMENTED, start);
    stmt->augmented.op = op;
    stmt->augmented.target = target;
    stmt->augmented.value = value;
    if (!parser->failed)
        target_set_context(target, CONTEXT_STORE);
    return stmt;
}

/* A chain of '=' with something in it that cannot be a target. At the first '=' perhaps '==' or
 * ':=' was meant (invalid_assignment tries star_named_expression first). */
static void invalid_assignment(Parser *parser, const Expr *first, size_t first_equal,
                               const Expr *target)
{
    const Expr *last = first;
    bool bare_tuple = first->kind == EXPR_TUPLE && !first->parenthesized;
    if (bare_tuple && first->list.count)
        last = first->list.items[first->list.count - 1];
    bool is_yield = target->kind == EXPR_YIELD || target->kind == EXPR_YIELD_FROM;
    size_t here = parser->position;
    parser->position = first_equal;
    if (last->kind != EXPR_STARRED && (!is_yield || target->parenthesized))
        parse_invalid_equal(parser, last);
    if (parser->failed)
        return;
    parser->position = here;
    const Expr *invalid = target_find_invalid(target, TARGET_STAR);
    if (is_yield && !target->parenthesized)
        parser_fail_at(parser, target->range, "assignment to yield expression not possible");
    else
        parser_fail_at(parser, invalid->range, "cannot assign to %s", expr_name(invalid));
}

/* (star_targets '=')+ (yield_expr | star_expressions) */
static Stmt *assignment(Parser *parser, uint32_t start, Expr *first)
{
    PointerBuffer targets = {0};
    Expr *value = first;
    size_t first_equal = parser->position;
    while (parser_peek(parser) == TOKEN_EQUAL) {
        bool is_yield = value->kind == EXPR_YIELD || value->kind == EXPR_YIELD_FROM;
        if (is_yield || target_find_invalid(value, TARGET_STAR))
            invalid_assignment(parser, first, first_equal, value);
        else
            target_set_context(value, CONTEXT_STORE);
        parser_push(&targets, value);
        if (parser_accept(parser, TOKEN_EQUAL))
            value = parse_yield_or_star_expressions(parser);
    }
    Stmt *stmt = parser_stmt(parser, STMT_ASSIGN, start);
    stmt->assign.targets = parser_take_exprs(parser, &targets);
    stmt->assign.value = value;
    return stmt;
}

static Stmt *assignment_or_expression(Parser *parser, uint32_t start)
{
    Expr *expr = parse_yield_or_star_expressions(parser);
    TokenKind kind = parser_peek(parser);
    BinaryOp op;
    if (kind == TOKEN_COLON)
        return annotated(parser, start, expr);
    if (kind == TOKEN_EQUAL)
        return assignment(parser, start, expr);
    if (augmented_operator(kind, &op))
        return augmented(parser, start, expr, op);
    if (kind == TOKEN_COLONEQUAL && expr->kind != EXPR_NAME && expr->kind != EXPR_TUPLE)
        parser_fail_at(parser, expr->range, "cannot use assignment expressions with %s",
                       expr_name(expr));
    return expression_stmt(parser, STMT_EXPR, start, expr);
}

static bool at_statement_end(const Parser *parser)
{
    return parser_peek(parser) == TOKEN_NEWLINE || parser_peek(parser) == TOKEN_SEMI;
}

static Stmt *return_stmt(Parser *parser, uint32_t start)
{
    Stmt *stmt = parser_stmt(parser, STMT_RETURN, start);
    if (!at_statement_end(parser))
        stmt->value = parse_star_expressions_since(parser, 8);
    return stmt;
}

static Stmt *raise_stmt(Parser *parser, uint32_t start)
{
    Stmt *stmt = parser_stmt(parser, STMT_RAISE, start);
    if (at_statement_end(parser))
        return stmt;
    stmt->raise.exception = parse_expression(parser);
    if (parser_accept(parser, TOKEN_FROM))
        stmt->raise.cause = parse_expression(parser);
    return stmt;
}

static Stmt *names_stmt(Parser *parser, StmtKind kind, uint32_t start)
{
    PointerBuffer names = {0};
    do {
        PointerBuffer *buffer = &names;
        union {
            const Name *name;
            void *pointer;
        } item = {.name = parser_name(parser)};
        parser_push(buffer, item.pointer);
    } while (parser_accept(parser, TOKEN_COMMA));
    Stmt *stmt = parser_stmt(parser, kind, start);
    stmt->names.count = names.count;
    stmt->names.items = parser_take(parser, &names);
    return stmt;
}

static Stmt *del_stmt(Parser *parser, uint32_t start)
{
    uint32_t target_start = parser_start(parser);
    Expr *target = parse_star_expressions(parser);
    if (!parser->failed && !target_make(parser, target, TARGET_DELETE))
        (void)target_start;
    Stmt *stmt = parser_stmt(parser, STMT_DELETE, start);
    if (target->kind == EXPR_TUPLE && !target->parenthesized) {
        stmt->deleted = target->list;
    } else {
        PointerBuffer one = {0};
        parser_push(&one, target);
        stmt->deleted = parser_take_exprs(parser, &one);
    }
    return stmt;
}

static Stmt *assert_stmt(Parser *parser, uint32_t start)
{
    Stmt *stmt = parser_stmt(parser, STMT_ASSERT, start);
    stmt->assert_.test = parse_expression(parser);
    if (parser_accept(parser, TOKEN_COMMA))
        stmt->assert_.message = parse_expression(parser);
    return stmt;
}

/* PEP 695's `type X = …`, from 3.12 on: the word is no name there. */
static bool at_type_alias(Parser *parser)
{
    if (parser->minor < 12 || !parser_at_word(parser, "type") ||
        parser_peek_at(parser, 1) != TOKEN_NAME)
        return false;
    TokenKind third = parser_peek_at(parser, 2);
    parser_note_furthest(parser, parser->position + 2);
    return third == TOKEN_EQUAL || third == TOKEN_LSQB;
}

static Stmt *type_alias(Parser *parser, uint32_t start)
{
    parser_refuse(parser, (Range){start, start + 4},
                  "heapstep does not know the statement `type X = …`");
    parser_advance(parser);
    parser_advance(parser);
    parse_type_params(parser);
    parser_expect(parser, TOKEN_EQUAL);
    return expression_stmt(parser, STMT_EXPR, start, parse_expression(parser));
}

static Stmt *keyword_stmt(Parser *parser, uint32_t start, TokenKind keyword)
{
    if (keyword == TOKEN_IMPORT)
        return parse_import_name(parser);
    if (keyword == TOKEN_FROM)
        return parse_import_from(parser);
    parser_advance(parser);
    switch ((int)keyword) {
    case TOKEN_RETURN:
        return return_stmt(parser, start);
    case TOKEN_RAISE:
        return raise_stmt(parser, start);
    case TOKEN_PASS:
        return parser_stmt(parser, STMT_PASS, start);
    case TOKEN_BREAK:
        return parser_stmt(parser, STMT_BREAK, start);
    case TOKEN_CONTINUE:
        return parser_stmt(parser, STMT_CONTINUE, start);
    case TOKEN_DEL:
        return del_stmt(parser, start);
    case TOKEN_ASSERT:
        return assert_stmt(parser, start);
    case TOKEN_GLOBAL:
        return names_stmt(parser, STMT_GLOBAL, start);
    default:
        return names_stmt(parser, STMT_NONLOCAL, start);
    }
}

Stmt *parse_simple_stmt(Parser *parser)
{
    uint32_t start = parser_start(parser);
    Stmt *stmt;
    TokenKind kind = parser_peek(parser);
    switch (kind) {
    case TOKEN_RETURN:
    case TOKEN_RAISE:
    case TOKEN_PASS:
    case TOKEN_BREAK:
    case TOKEN_CONTINUE:
    case TOKEN_DEL:
    case TOKEN_ASSERT:
    case TOKEN_GLOBAL:
    case TOKEN_NONLOCAL:
    case TOKEN_IMPORT:
    case TOKEN_FROM:
        stmt = keyword_stmt(parser, start, kind);
        break;
    default:
        stmt = at_type_alias(parser) ? type_alias(parser, start)
                                     : assignment_or_expression(parser, start);
        break;
    }
    stmt->range = parser_range(parser, start);
    return stmt;
}
