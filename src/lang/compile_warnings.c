/* What CPython warns of while it compiles, and runs all the same: Python/compile.c,
 * check_compare, check_caller, check_subscripter, check_index. */
#include "lang/compiler.h"

/* infer_type: the type that the expression has in any case; NULL where that is not known. */
static const char *known_type(const Expr *expr)
{
    static const char *const of_kind[] = {
        [EXPR_TUPLE] = "tuple",
        [EXPR_LIST] = "list",
        [EXPR_LIST_COMPREHENSION] = "list",
        [EXPR_DICT] = "dict",
        [EXPR_DICT_COMPREHENSION] = "dict",
        [EXPR_SET] = "set",
        [EXPR_SET_COMPREHENSION] = "set",
        [EXPR_GENERATOR] = "generator",
        [EXPR_LAMBDA] = "function",
        [EXPR_JOINED] = "str",
        [EXPR_FORMATTED] = "str",
        [EXPR_SLICE] = NULL,
    };
    static const char *const of_constant[] = {
        [CONST_NONE] = "NoneType",
        [CONST_ELLIPSIS] = "ellipsis",
        [CONST_FALSE] = "bool",
        [CONST_TRUE] = "bool",
        [CONST_INT] = "int",
        [CONST_FLOAT] = "float",
        [CONST_COMPLEX] = "complex",
        [CONST_STR] = "str",
        [CONST_BYTES] = "bytes",
        [CONST_TUPLE] = "tuple",
        [CONST_FROZENSET] = "frozenset",
        [CONST_CODE] = "code",
    };
    return expr->kind == EXPR_CONSTANT ? of_constant[expr->constant->kind]
                                       : of_kind[expr->kind];
}

static bool is_constant(const Expr *expr, ConstKind kind)
{
    return expr->kind == EXPR_CONSTANT && expr->constant->kind == kind;
}

/* Constants that "is" is meant for. */
static bool is_singleton(const Expr *expr)
{
    return is_constant(expr, CONST_NONE) || is_constant(expr, CONST_ELLIPSIS) ||
           is_constant(expr, CONST_FALSE) || is_constant(expr, CONST_TRUE);
}

static bool is_literal(const Expr *expr)
{
    return expr->kind == EXPR_CONSTANT && !is_singleton(expr);
}

static void warn_identity(Compiler *compiler, const Expr *expr, const Expr *literal,
                          bool negated)
{
    const char *word = negated ? "is not" : "is", *other = negated ? "!=" : "==";
    if (compiler->minor >= 12)
        problems_warn(compiler->problems, expr->range.start,
                      "\"%s\" with '%s' literal. Did you mean \"%s\"?", word,
                      known_type(literal), other);
    else
        problems_warn(compiler->problems, expr->range.start,
                      "\"%s\" with a literal. Did you mean \"%s\"?", word, other);
}

void compile_warn_compare(Compiler *compiler, const Expr *expr)
{
    const Expr *left = expr->compare.left;
    for (size_t i = 0; compiler->minor >= 8 && i < expr->compare.others.count; i++) {
        const Expr *right = expr->compare.others.items[i];
        uint8_t op = expr->compare.ops[i];
        bool identity = op == COMPARISON_IS || op == COMPARISON_IS_NOT;
        if (identity && (is_literal(left) || is_literal(right))) {
            warn_identity(compiler, expr, is_literal(left) ? left : right,
                          op == COMPARISON_IS_NOT);
            return;
        }
        left = right;
    }
}

void compile_warn_call(Compiler *compiler, const Expr *function)
{
    const char *type = function->kind == EXPR_LAMBDA ? NULL : known_type(function);
    if (compiler->minor >= 8 && type)
        problems_warn(compiler->problems, function->range.start,
                      "'%s' object is not callable; perhaps you missed a comma?", type);
}

static bool never_subscriptable(const Expr *expr)
{
    return expr->kind == EXPR_SET || expr->kind == EXPR_SET_COMPREHENSION ||
           expr->kind == EXPR_GENERATOR || expr->kind == EXPR_LAMBDA || is_singleton(expr) ||
           is_constant(expr, CONST_INT) || is_constant(expr, CONST_FLOAT) ||
           is_constant(expr, CONST_COMPLEX);
}

static bool is_sequence(const Expr *expr)
{
    return expr->kind == EXPR_TUPLE || expr->kind == EXPR_LIST ||
           expr->kind == EXPR_LIST_COMPREHENSION || expr->kind == EXPR_JOINED ||
           expr->kind == EXPR_FORMATTED || is_constant(expr, CONST_STR) ||
           is_constant(expr, CONST_BYTES) || is_constant(expr, CONST_TUPLE);
}

void compile_warn_subscript(Compiler *compiler, const Expr *expr)
{
    const Expr *value = expr->subscript.value, *index = expr->subscript.index;
    if (compiler->minor < 8)
        return;
    if (never_subscriptable(value))
        problems_warn(compiler->problems, value->range.start,
                      "'%s' object is not subscriptable; perhaps you missed a comma?",
                      known_type(value));
    bool number = is_constant(index, CONST_INT) || is_constant(index, CONST_FALSE) ||
                  is_constant(index, CONST_TRUE);
    if (is_sequence(value) && known_type(index) && !number)
        problems_warn(
            compiler->problems, value->range.start,
            "%s indices must be integers or slices, not %s; perhaps you missed a comma?",
            known_type(value), known_type(index));
}

void compile_warn_assert(Compiler *compiler, const Stmt *stmt)
{
    const Expr *test = stmt->assert_.test;
    bool items = test->kind == EXPR_TUPLE && test->list.count;
    if (items || (is_constant(test, CONST_TUPLE) && test->constant->tuple.count))
        problems_warn(compiler->problems, stmt->range.start,
                      "assertion is always true, perhaps remove parentheses?");
}
