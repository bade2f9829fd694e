#include "lang/fold.h"

#include "lang/fold_arithmetic.h"
#include "lang/fold_format.h"

static void fold_expr(const Folder *folder, Expr *expr);
static void fold_body(const Folder *folder, StmtList body);

static void fold_optional(const Folder *folder, Expr *expr)
{
    if (expr)
        fold_expr(folder, expr);
}

static void fold_list(const Folder *folder, ExprList list)
{
    for (size_t i = 0; i < list.count; i++)
        fold_optional(folder, list.items[i]);
}

/* `expr` becomes the constant `value`; nothing happens when that is NULL. The peephole
 * optimizer of 3.6 has loaded the operands before. */
static void become(const Folder *folder, Expr *expr, const Value *value)
{
    if (!value)
        return;
    if (!folder->profile->identity.folds_in_ast) {
        Expr *written = region_allocate(folder->region, sizeof *written);
        *written = *expr;
        expr->written = written;
    }
    expr->kind = EXPR_CONSTANT;
    expr->constant = value;
    expr->folded = true;
    expr->depth = 0;
}

static bool is_constant(const Expr *expr)
{
    return expr->kind == EXPR_CONSTANT;
}

static const Value *constant_items(const Folder *folder, ExprList list, ConstKind kind)
{
    const Value **items = region_allocate(folder->region, (list.count + 1) * sizeof *items);
    for (size_t i = 0; i < list.count; i++) {
        if (!is_constant(list.items[i]))
            return NULL;
        items[i] = list.items[i]->constant;
    }
    Value *value = region_allocate(folder->region, sizeof *value);
    value->kind = kind;
    value->tuple.items = items;
    value->tuple.count = list.count;
    return value;
}

static bool has_star(ExprList list)
{
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i]->kind == EXPR_STARRED)
            return true;
    return false;
}

/* ast_opt.c, fold_iter: what is only iterated or searched needs no new list or set. */
static void fold_iterable(const Folder *folder, Expr *expr)
{
    if (expr->kind == EXPR_LIST && !has_star(expr->list)) {
        const Value *value = constant_items(folder, expr->list, CONST_TUPLE);
        if (value)
            become(folder, expr, value);
        else if (folder->profile->minor >= 8)
            expr->kind = EXPR_TUPLE;
    } else if (expr->kind == EXPR_SET) {
        become(folder, expr, constant_items(folder, expr->list, CONST_FROZENSET));
    }
}

static void fold_not(const Folder *folder, Expr *expr)
{
    static const uint8_t opposite[] = {
        [COMPARISON_IS] = COMPARISON_IS_NOT,
        [COMPARISON_IS_NOT] = COMPARISON_IS,
        [COMPARISON_IN] = COMPARISON_NOT_IN,
        [COMPARISON_NOT_IN] = COMPARISON_IN,
    };
    const Expr *operand = expr->unary.operand;
    if (is_constant(operand)) {
        become(folder, expr, fold_unary(folder, UNARY_NOT, operand->constant));
        return;
    }
    if (operand->kind != EXPR_COMPARE || operand->compare.others.count != 1 ||
        operand->compare.ops[0] < COMPARISON_IS)
        return;
    operand->compare.ops[0] = opposite[operand->compare.ops[0]];
    expr->kind = EXPR_COMPARE;
    expr->range = operand->range;
    expr->compare = operand->compare;
}

static void fold_unary_expr(const Folder *folder, Expr *expr)
{
    fold_expr(folder, expr->unary.operand);
    if (expr->unary.op == UNARY_NOT)
        fold_not(folder, expr);
    else if (is_constant(expr->unary.operand))
        become(folder, expr, fold_unary(folder, expr->unary.op, expr->unary.operand->constant));
}

static void fold_binary_expr(const Folder *folder, Expr *expr)
{
    fold_expr(folder, expr->binary.left);
    fold_expr(folder, expr->binary.right);
    if (folder->profile->minor >= 11 && fold_format(folder->region, expr))
        return;
    if (is_constant(expr->binary.left) && is_constant(expr->binary.right))
        become(folder, expr,
               fold_binary(folder, expr->binary.op, expr->binary.left->constant,
                           expr->binary.right->constant));
}

static void fold_compare(const Folder *folder, Expr *expr)
{
    fold_expr(folder, expr->compare.left);
    fold_list(folder, expr->compare.others);
    size_t last = expr->compare.others.count - 1;
    if (expr->compare.ops[last] == COMPARISON_IN ||
        expr->compare.ops[last] == COMPARISON_NOT_IN)
        fold_iterable(folder, expr->compare.others.items[last]);
}

static void fold_subscript_expr(const Folder *folder, Expr *expr)
{
    fold_expr(folder, expr->subscript.value);
    fold_expr(folder, expr->subscript.index);
    if (expr->context == CONTEXT_LOAD && is_constant(expr->subscript.value) &&
        is_constant(expr->subscript.index))
        become(folder, expr,
               fold_subscript(folder, expr->subscript.value->constant,
                              expr->subscript.index->constant));
}

static void fold_comprehension(const Folder *folder, Expr *expr)
{
    fold_expr(folder, expr->comprehension.element);
    fold_optional(folder, expr->comprehension.value);
    for (size_t i = 0; i < expr->comprehension.count; i++) {
        Comprehension *clause = &expr->comprehension.clauses[i];
        fold_expr(folder, clause->target);
        fold_expr(folder, clause->iterable);
        fold_list(folder, clause->conditions);
        fold_iterable(folder, clause->iterable);
    }
}

static void fold_parameters(const Folder *folder, const Parameters *parameters)
{
    for (size_t i = 0; i < parameters->positional + parameters->keyword_only; i++) {
        fold_optional(folder, parameters->items[i].annotation);
        fold_optional(folder, parameters->items[i].default_);
    }
    if (parameters->rest)
        fold_optional(folder, parameters->rest->annotation);
    if (parameters->keywords)
        fold_optional(folder, parameters->keywords->annotation);
}

static void fold_call(const Folder *folder, const Expr *expr)
{
    fold_expr(folder, expr->call.function);
    fold_list(folder, expr->call.arguments);
    for (size_t i = 0; i < expr->call.keywords.count; i++)
        fold_expr(folder, expr->call.keywords.items[i].value);
}

static void fold_dict(const Folder *folder, const Expr *expr)
{
    fold_list(folder, (ExprList){expr->dict.keys, expr->dict.values.count});
    fold_list(folder, expr->dict.values);
}

static void fold_tuple(const Folder *folder, Expr *expr)
{
    fold_list(folder, expr->list);
    bool built = !expr->list.count && folder->profile->minor == 6; /* (), and what it is in */
    if (expr->context == CONTEXT_LOAD && !built)
        become(folder, expr, constant_items(folder, expr->list, CONST_TUPLE));
}

static void fold_slice(const Folder *folder, const Expr *expr)
{
    fold_optional(folder, expr->slice.lower);
    fold_optional(folder, expr->slice.upper);
    fold_optional(folder, expr->slice.step);
}

static void fold_conditional(const Folder *folder, const Expr *expr)
{
    fold_expr(folder, expr->conditional.test);
    fold_expr(folder, expr->conditional.then);
    fold_expr(folder, expr->conditional.otherwise);
}

static void fold_name(const Folder *folder, Expr *expr)
{
    if (expr->context == CONTEXT_LOAD && slice_is(expr->name->text, "__debug__"))
        become(folder, expr, fold_bool(folder, true));
}

static void fold_expr(const Folder *folder, Expr *expr)
{
    switch (expr->kind) {
    case EXPR_BOOL_OP:
        fold_list(folder, expr->bool_op.values);
        break;
    case EXPR_NAMED:
        fold_expr(folder, expr->named.value);
        break;
    case EXPR_BINARY:
        fold_binary_expr(folder, expr);
        break;
    case EXPR_UNARY:
        fold_unary_expr(folder, expr);
        break;
    case EXPR_LAMBDA:
        fold_parameters(folder, expr->lambda.parameters);
        fold_expr(folder, expr->lambda.body);
        break;
    case EXPR_CONDITIONAL:
        fold_conditional(folder, expr);
        break;
    case EXPR_DICT:
        fold_dict(folder, expr);
        break;
    case EXPR_LIST_COMPREHENSION:
    case EXPR_SET_COMPREHENSION:
    case EXPR_DICT_COMPREHENSION:
    case EXPR_GENERATOR:
        fold_comprehension(folder, expr);
        break;
    case EXPR_AWAIT:
    case EXPR_YIELD:
    case EXPR_YIELD_FROM:
    case EXPR_STARRED:
        fold_optional(folder, expr->yield.value);
        break;
    case EXPR_COMPARE:
        fold_compare(folder, expr);
        break;
    case EXPR_CALL:
        fold_call(folder, expr);
        break;
    case EXPR_FORMATTED:
        fold_expr(folder, expr->formatted.value);
        fold_optional(folder, expr->formatted.spec);
        break;
    case EXPR_CONSTANT:
        break;
    case EXPR_ATTRIBUTE:
        fold_expr(folder, expr->attribute.value);
        break;
    case EXPR_SUBSCRIPT:
        fold_subscript_expr(folder, expr);
        break;
    case EXPR_NAME:
        fold_name(folder, expr);
        break;
    case EXPR_SET:
    case EXPR_JOINED:
    case EXPR_LIST:
        fold_list(folder, expr->list);
        break;
    case EXPR_TUPLE:
        fold_tuple(folder, expr);
        break;
    case EXPR_SLICE:
        fold_slice(folder, expr);
        break;
    }
}

static void fold_pattern(const Folder *folder, const Pattern *pattern)
{
    fold_optional(folder, pattern->value);
    fold_list(folder, pattern->keys);
    if (pattern->pattern)
        fold_pattern(folder, pattern->pattern);
    for (size_t i = 0; i < pattern->patterns.count; i++)
        fold_pattern(folder, pattern->patterns.items[i]);
    for (size_t i = 0; i < pattern->keyword_patterns.count; i++)
        fold_pattern(folder, pattern->keyword_patterns.items[i]);
}

static void fold_match(const Folder *folder, const Stmt *stmt)
{
    fold_expr(folder, stmt->match.subject);
    for (size_t i = 0; i < stmt->match.count; i++) {
        fold_pattern(folder, stmt->match.cases[i].pattern);
        fold_optional(folder, stmt->match.cases[i].guard);
        fold_body(folder, stmt->match.cases[i].body);
    }
}

static void fold_try(const Folder *folder, const Stmt *stmt)
{
    fold_body(folder, stmt->try_.body);
    for (size_t i = 0; i < stmt->try_.count; i++) {
        fold_optional(folder, stmt->try_.handlers[i].type);
        fold_body(folder, stmt->try_.handlers[i].body);
    }
    fold_body(folder, stmt->try_.otherwise);
    fold_body(folder, stmt->try_.finally);
}

static void fold_function(const Folder *folder, const Stmt *stmt)
{
    fold_list(folder, stmt->function.decorators);
    fold_parameters(folder, stmt->function.parameters);
    fold_optional(folder, stmt->function.returns);
    fold_body(folder, stmt->function.body);
}

static void fold_class(const Folder *folder, const Stmt *stmt)
{
    fold_list(folder, stmt->class_.decorators);
    fold_list(folder, stmt->class_.bases);
    for (size_t i = 0; i < stmt->class_.keywords.count; i++)
        fold_expr(folder, stmt->class_.keywords.items[i].value);
    fold_body(folder, stmt->class_.body);
}

static void fold_for(const Folder *folder, const Stmt *stmt)
{
    fold_expr(folder, stmt->for_.target);
    fold_expr(folder, stmt->for_.iterable);
    fold_iterable(folder, stmt->for_.iterable);
    fold_body(folder, stmt->for_.body);
    fold_body(folder, stmt->for_.otherwise);
}

static void fold_with(const Folder *folder, const Stmt *stmt)
{
    for (size_t i = 0; i < stmt->with.count; i++) {
        fold_expr(folder, stmt->with.items[i].manager);
        fold_optional(folder, stmt->with.items[i].target);
    }
    fold_body(folder, stmt->with.body);
}

/* IF and WHILE; an elif chain in a loop. */
static void fold_branch(const Folder *folder, const Stmt *stmt)
{
    for (;;) {
        fold_expr(folder, stmt->branch.test);
        fold_body(folder, stmt->branch.body);
        StmtList otherwise = stmt->branch.otherwise;
        if (otherwise.count != 1 || otherwise.items[0]->kind != STMT_IF) {
            fold_body(folder, otherwise);
            return;
        }
        stmt = otherwise.items[0];
    }
}

static void fold_annotated(const Folder *folder, const Stmt *stmt)
{
    fold_expr(folder, stmt->annotated.target);
    fold_expr(folder, stmt->annotated.annotation);
    fold_optional(folder, stmt->annotated.value);
}

static void fold_stmt(const Folder *folder, Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_FUNCTION:
        fold_function(folder, stmt);
        break;
    case STMT_CLASS:
        fold_class(folder, stmt);
        break;
    case STMT_RETURN:
    case STMT_EXPR:
        fold_optional(folder, stmt->value);
        break;
    case STMT_DELETE:
        fold_list(folder, stmt->deleted);
        break;
    case STMT_ASSIGN:
        fold_list(folder, stmt->assign.targets);
        fold_expr(folder, stmt->assign.value);
        break;
    case STMT_AUGMENTED:
        fold_expr(folder, stmt->augmented.target);
        fold_expr(folder, stmt->augmented.value);
        break;
    case STMT_ANNOTATED:
        fold_annotated(folder, stmt);
        break;
    case STMT_FOR:
        fold_for(folder, stmt);
        break;
    case STMT_WHILE:
    case STMT_IF:
        fold_branch(folder, stmt);
        break;
    case STMT_WITH:
        fold_with(folder, stmt);
        break;
    case STMT_MATCH:
        fold_match(folder, stmt);
        break;
    case STMT_RAISE:
        fold_optional(folder, stmt->raise.exception);
        fold_optional(folder, stmt->raise.cause);
        break;
    case STMT_TRY:
        fold_try(folder, stmt);
        break;
    case STMT_ASSERT:
        fold_expr(folder, stmt->assert_.test);
        fold_optional(folder, stmt->assert_.message);
        break;
    case STMT_IMPORT:
    case STMT_IMPORT_FROM:
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE:
        break;
    }
}

static void fold_body(const Folder *folder, StmtList body)
{
    for (size_t i = 0; i < body.count; i++)
        fold_stmt(folder, body.items[i]);
}

void fold_module(Module *module, Region *region, const Profile *profile)
{
    Folder folder = {region, profile};
    fold_body(&folder, module->body);
}
