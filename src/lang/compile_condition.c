#include "lang/compiler.h"
#include "lang/value.h"

/* Jumps with the value where its truth is `when`; else goes on without it. */
static void jump_keeping(Compiler *compiler, bool when, Label target)
{
    if (compiler->minor < 12) {
        compiler_emit(compiler, when ? OP_JUMP_IF_TRUE_OR_POP : OP_JUMP_IF_FALSE_OR_POP,
                      target);
        return;
    }
    compiler_emit(compiler, OP_COPY, 1);
    compiler_emit(compiler, when ? OP_POP_JUMP_IF_TRUE : OP_POP_JUMP_IF_FALSE, target);
    compiler_emit(compiler, OP_POP_TOP, 0);
}

void compile_bool_op(Compiler *compiler, Expr *expr)
{
    ExprList values = expr->bool_op.values;
    Label end = compiler_label(compiler);
    for (size_t i = 0; i + 1 < values.count; i++) {
        compile_expr(compiler, values.items[i]);
        compiler_locate(compiler, expr->range);
        jump_keeping(compiler, expr->bool_op.is_or, end);
    }
    compile_expr(compiler, values.items[values.count - 1]);
    compiler_place(compiler, end);
}

static void comparison(Compiler *compiler, uint8_t op)
{
    if (op == COMPARISON_IS || op == COMPARISON_IS_NOT)
        compiler_emit(compiler, OP_IS_OP, op == COMPARISON_IS_NOT);
    else if (op == COMPARISON_IN || op == COMPARISON_NOT_IN)
        compiler_emit(compiler, OP_CONTAINS_OP, op == COMPARISON_NOT_IN);
    else
        compiler_emit(compiler, OP_COMPARE_OP, op);
}

/* One operand of a chain `a < b < c`: the comparison's result, the operand kept below it. */
static void chain_link(Compiler *compiler, Expr *expr, size_t i)
{
    compile_expr(compiler, expr->compare.others.items[i]);
    compiler_locate(compiler, expr->range);
    compiler_emit(compiler, OP_SWAP, 2);
    compiler_emit(compiler, OP_COPY, 2);
    comparison(compiler, expr->compare.ops[i]);
}

static void last_comparison(Compiler *compiler, Expr *expr)
{
    size_t last = expr->compare.others.count - 1;
    compile_expr(compiler, expr->compare.others.items[last]);
    compiler_locate(compiler, expr->range);
    comparison(compiler, expr->compare.ops[last]);
}

void compile_compare(Compiler *compiler, Expr *expr)
{
    size_t last = expr->compare.others.count - 1;
    compile_warn_compare(compiler, expr);
    compile_expr(compiler, expr->compare.left);
    if (last == 0) {
        last_comparison(compiler, expr);
        return;
    }
    Label cleanup = compiler_label(compiler), end = compiler_label(compiler);
    for (size_t i = 0; i < last; i++) {
        chain_link(compiler, expr, i);
        jump_keeping(compiler, false, cleanup);
    }
    last_comparison(compiler, expr);
    compiler_emit(compiler, OP_JUMP, end);
    compiler_place(compiler, cleanup);
    compiler_emit(compiler, OP_SWAP, 2);
    compiler_emit(compiler, OP_POP_TOP, 0);
    compiler_place(compiler, end);
}

void compile_conditional(Compiler *compiler, Expr *expr)
{
    Label otherwise = compiler_label(compiler), end = compiler_label(compiler);
    compile_jump_if(compiler, expr->conditional.test, otherwise, false);
    compile_expr(compiler, expr->conditional.then);
    compiler_emit(compiler, OP_JUMP, end);
    compiler_place(compiler, otherwise);
    compile_expr(compiler, expr->conditional.otherwise);
    compiler_place(compiler, end);
}

static void jump_if_bool_op(Compiler *compiler, Expr *test, Label target, bool when)
{
    bool is_or = test->bool_op.is_or;
    ExprList values = test->bool_op.values;
    Label early = is_or == when ? target : compiler_label(compiler);
    for (size_t i = 0; i + 1 < values.count; i++)
        compile_jump_if(compiler, values.items[i], early, is_or);
    compile_jump_if(compiler, values.items[values.count - 1], target, when);
    if (early != target)
        compiler_place(compiler, early);
}

static void jump_if_conditional(Compiler *compiler, Expr *test, Label target, bool when)
{
    Label end = compiler_label(compiler), otherwise = compiler_label(compiler);
    compile_jump_if(compiler, test->conditional.test, otherwise, false);
    compile_jump_if(compiler, test->conditional.then, target, when);
    compiler_emit(compiler, OP_JUMP, end);
    compiler_place(compiler, otherwise);
    compile_jump_if(compiler, test->conditional.otherwise, target, when);
    compiler_place(compiler, end);
}

static void jump_on_top(Compiler *compiler, Label target, bool when)
{
    compiler_emit(compiler, when ? OP_POP_JUMP_IF_TRUE : OP_POP_JUMP_IF_FALSE, target);
}

static void jump_if_chain(Compiler *compiler, Expr *test, Label target, bool when)
{
    Label cleanup = compiler_label(compiler), end = compiler_label(compiler);
    compile_warn_compare(compiler, test);
    compile_expr(compiler, test->compare.left);
    for (size_t i = 0; i + 1 < test->compare.others.count; i++) {
        chain_link(compiler, test, i);
        compiler_emit(compiler, OP_POP_JUMP_IF_FALSE, cleanup);
    }
    last_comparison(compiler, test);
    jump_on_top(compiler, target, when);
    compiler_emit(compiler, OP_JUMP, end);
    compiler_place(compiler, cleanup);
    compiler_emit(compiler, OP_POP_TOP, 0);
    if (!when)
        compiler_emit(compiler, OP_JUMP, target);
    compiler_place(compiler, end);
}

/* `x is None` and `x is not None`: one instruction from 3.11 on. */
static bool jump_if_none(Compiler *compiler, Expr *test, Label target, bool when)
{
    const Expr *right = test->compare.others.items[0];
    uint8_t op = test->compare.ops[0];
    bool identity = op == COMPARISON_IS || op == COMPARISON_IS_NOT;
    if (compiler->minor < 11 || !identity || right->kind != EXPR_CONSTANT ||
        right->constant->kind != CONST_NONE)
        return false;
    compile_warn_compare(compiler, test);
    compile_expr(compiler, test->compare.left);
    compiler_locate(compiler, test->range);
    bool on_none = (op == COMPARISON_IS) == when;
    compiler_emit(compiler, on_none ? OP_POP_JUMP_IF_NONE : OP_POP_JUMP_IF_NOT_NONE, target);
    return true;
}

static void jump_if_constant(Compiler *compiler, const Expr *test, Label target, bool when)
{
    if (value_is_true(test->constant) == when)
        compiler_emit(compiler, OP_JUMP, target);
    else if (compiler->unit->step_pending)
        compiler_emit(compiler, OP_NOP, 0);
}

void compile_jump_if(Compiler *compiler, Expr *test, Label target, bool when)
{
    compiler_locate(compiler, test->range);
    if (test->kind == EXPR_UNARY && test->unary.op == UNARY_NOT) {
        compile_jump_if(compiler, test->unary.operand, target, !when);
    } else if (test->kind == EXPR_BOOL_OP) {
        jump_if_bool_op(compiler, test, target, when);
    } else if (test->kind == EXPR_CONDITIONAL) {
        jump_if_conditional(compiler, test, target, when);
    } else if (test->kind == EXPR_COMPARE && test->compare.others.count > 1) {
        jump_if_chain(compiler, test, target, when);
    } else if (test->kind == EXPR_CONSTANT) {
        jump_if_constant(compiler, test, target, when);
    } else if (test->kind != EXPR_COMPARE || !jump_if_none(compiler, test, target, when)) {
        compile_expr(compiler, test);
        compiler_locate(compiler, test->range);
        jump_on_top(compiler, target, when);
    }
}
