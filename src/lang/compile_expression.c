#include "lang/compiler.h"
#include "lang/value.h"

void compile_exprs(Compiler *compiler, ExprList list)
{
    for (size_t i = 0; i < list.count; i++)
        compile_expr(compiler, list.items[i]);
}

static void binary(Compiler *compiler, Expr *expr)
{
    compile_expr(compiler, expr->binary.left);
    compile_expr(compiler, expr->binary.right);
    compiler_locate(compiler, expr->range);
    compiler_emit(compiler, OP_BINARY_OP, expr->binary.op);
}

static void unary(Compiler *compiler, Expr *expr)
{
    static const Opcode ops[] = {
        [UNARY_INVERT] = OP_UNARY_INVERT,
        [UNARY_NOT] = OP_UNARY_NOT,
        [UNARY_PLUS] = OP_UNARY_POSITIVE,
        [UNARY_MINUS] = OP_UNARY_NEGATIVE,
    };
    compile_expr(compiler, expr->unary.operand);
    compiler_locate(compiler, expr->range);
    compiler_emit(compiler, ops[expr->unary.op], 0);
}

static void attribute(Compiler *compiler, Expr *expr)
{
    compile_attribute_owner(compiler, expr->attribute.value);
    compiler_locate_attribute(compiler, expr->range, expr);
    compiler_emit(
        compiler, OP_LOAD_ATTR,
        compile_name_number(compiler, compile_mangled(compiler, expr->attribute.name)));
}

static void optional_or_none(Compiler *compiler, Expr *expr, Range range)
{
    if (expr) {
        compile_expr(compiler, expr);
        return;
    }
    compiler_locate(compiler, range);
    compiler_load_none(compiler);
}

void compile_slice_parts(Compiler *compiler, const Expr *slice)
{
    optional_or_none(compiler, slice->slice.lower, slice->range);
    optional_or_none(compiler, slice->slice.upper, slice->range);
}

bool compile_is_plain_slice(const Compiler *compiler, const Expr *index)
{
    return compiler->minor >= 12 && index->kind == EXPR_SLICE && !index->slice.step;
}

static void slice(Compiler *compiler, Expr *expr)
{
    compile_slice_parts(compiler, expr);
    if (expr->slice.step)
        compile_expr(compiler, expr->slice.step);
    compiler_locate(compiler, expr->range);
    compiler_emit(compiler, OP_BUILD_SLICE, expr->slice.step ? 3 : 2);
}

static void subscript(Compiler *compiler, Expr *expr)
{
    Expr *index = expr->subscript.index;
    compile_warn_subscript(compiler, expr);
    compile_expr(compiler, expr->subscript.value);
    if (compile_is_plain_slice(compiler, index)) {
        compile_slice_parts(compiler, index);
        compiler_locate(compiler, expr->range);
        compiler_emit(compiler, OP_BINARY_SLICE, 0);
        return;
    }
    compile_expr(compiler, index);
    compiler_locate(compiler, expr->range);
    compiler_emit(compiler, OP_BINARY_SUBSCR, 0);
}

static void named(Compiler *compiler, Expr *expr)
{
    compile_expr(compiler, expr->named.value);
    compiler_locate(compiler, expr->range);
    compiler_emit(compiler, OP_COPY, 1);
    compile_target(compiler, expr->named.target);
}

static bool in_function(const Compiler *compiler)
{
    return compiler->unit->scope->kind == SCOPE_FUNCTION;
}

static void yield(Compiler *compiler, Expr *expr)
{
    if (!in_function(compiler)) {
        compiler_fail(compiler, expr->range, "'yield' outside function");
        return;
    }
    optional_or_none(compiler, expr->yield.value, expr->range);
    compiler_locate(compiler, expr->range);
    compiler_emit(compiler, OP_YIELD_VALUE, 0);
    compiler_emit(compiler, OP_RESUME, 1);
}

static void yield_from(Compiler *compiler, Expr *expr)
{
    if (!in_function(compiler)) {
        compiler_fail(compiler, expr->range, "'yield' outside function");
        return;
    }
    Label loop = compiler_label(compiler), end = compiler_label(compiler);
    Label thrown = compiler_label(compiler);
    bool cleans = compiler->minor >= 12;
    compile_expr(compiler, expr->yield.value);
    compiler_locate(compiler, expr->range);
    compiler_emit(compiler, OP_GET_YIELD_FROM_ITER, 0);
    compiler_load_none(compiler);
    compiler_place(compiler, loop);
    compiler_emit(compiler, OP_SEND, end);
    if (cleans)
        compiler_emit_pseudo(compiler, PSEUDO_SETUP_FINALLY, thrown);
    compiler_emit(compiler, OP_YIELD_VALUE, 0);
    if (cleans)
        compiler_emit_pseudo(compiler, PSEUDO_POP_BLOCK, 0);
    compiler_emit(compiler, OP_RESUME, 2);
    compiler_emit(compiler, OP_JUMP, loop);
    compiler_place(compiler, thrown);
    if (cleans)
        compiler_emit(compiler, OP_CLEANUP_THROW, 0);
    compiler_place(compiler, end);
}

uint32_t *compile_constants(Compiler *compiler, ExprList list, bool keeps)
{
    uint32_t *numbers = region_allocate(compiler->scratch, (list.count + 1) * sizeof *numbers);
    for (size_t i = 0; i < list.count; i++) {
        numbers[i] = compile_constant(compiler, list.items[i]);
        if (keeps)
            unit_keep(compiler->unit, numbers[i]);
    }
    return numbers;
}

/* What a folded constant was made of; returns the numbers of its items, where it has some. */
static const uint32_t *keep_operands(Compiler *compiler, const Expr *written)
{
    Expr *operands[2];
    switch ((int)written->kind) {
    case EXPR_BINARY:
        operands[0] = written->binary.left, operands[1] = written->binary.right;
        compile_constants(compiler, (ExprList){operands, 2}, true);
        return NULL;
    case EXPR_UNARY:
        operands[0] = written->unary.operand;
        compile_constants(compiler, (ExprList){operands, 1}, true);
        return NULL;
    case EXPR_SUBSCRIPT:
        operands[0] = written->subscript.value, operands[1] = written->subscript.index;
        compile_constants(compiler, (ExprList){operands, 2}, true);
        return NULL;
    case EXPR_TUPLE:
    case EXPR_LIST:
    case EXPR_SET:
        return compile_constants(compiler, written->list, true);
    default:
        return NULL;
    }
}

uint32_t compile_constant(Compiler *compiler, const Expr *expr)
{
    const Profile *profile = compiler->profile;
    ConstantUse use = {
        .items = expr->written ? keep_operands(compiler, expr->written) : NULL,
        .owner = compiler->unit->code->index,
        .literal = !expr->folded || profile->identity.folds_in_ast,
        .fresh = expr->folded && !profile->identity.folds_in_ast,
    };
    return constant_pool_value(&compiler->pool, expr->constant, use);
}

static uint32_t written_pair(const Expr *left, const Expr *right);

/* How deep the stack gets for what the peephole optimizer of 3.6 folds, after that is reckoned.
 */
static uint32_t depth_as_written(const Expr *expr)
{
    const Expr *written = expr->written;
    uint32_t deepest = 1;
    if (!written)
        return deepest;
    switch ((int)written->kind) {
    case EXPR_BINARY:
        return written_pair(written->binary.left, written->binary.right);
    case EXPR_SUBSCRIPT:
        return written_pair(written->subscript.value, written->subscript.index);
    case EXPR_UNARY:
        return depth_as_written(written->unary.operand);
    case EXPR_TUPLE:
    case EXPR_LIST:
    case EXPR_SET:
        for (size_t i = 0; i < written->list.count; i++) {
            uint32_t depth = (uint32_t)i + depth_as_written(written->list.items[i]);
            deepest = depth > deepest ? depth : deepest;
        }
        return deepest;
    default:
        return deepest;
    }
}

static uint32_t written_pair(const Expr *left, const Expr *right)
{
    uint32_t first = depth_as_written(left), second = 1 + depth_as_written(right);
    return first > second ? first : second;
}

static void constant(Compiler *compiler, const Expr *expr)
{
    uint32_t more = depth_as_written(expr) - 1;
    compiler_emit(compiler, OP_LOAD_CONST, compile_constant(compiler, expr));
    if (!more)
        return;
    compiler_emit_pseudo(compiler, PSEUDO_DEEPER, more);
    compiler_emit_pseudo(compiler, PSEUDO_SHALLOWER, more);
}

/* The first one of a function stands where it begins, at its def line; elsewhere it begins no
 * line, and the statement only after it. */
static void placeless_constant(Compiler *compiler, const Expr *expr)
{
    Unit *unit = compiler->unit;
    const UnitInstruction *before = &unit->instructions[unit->count - 1];
    bool first = before->op == OP_RESUME && unit->scope->kind == SCOPE_FUNCTION;
    bool step = unit->step_pending;
    unit->step_pending = step && first;
    compiler_locate(compiler, first ? before->range : (Range){0, 0});
    compiler_emit(compiler, OP_LOAD_CONST, compile_constant(compiler, expr));
    unit->step_pending = step && !first;
}

void compile_expr(Compiler *compiler, Expr *expr)
{
    compiler_locate(compiler, expr->range);
    switch (expr->kind) {
    case EXPR_BOOL_OP:
        compile_bool_op(compiler, expr);
        break;
    case EXPR_NAMED:
        named(compiler, expr);
        break;
    case EXPR_BINARY:
        binary(compiler, expr);
        break;
    case EXPR_UNARY:
        unary(compiler, expr);
        break;
    case EXPR_LAMBDA:
        compile_lambda(compiler, expr);
        break;
    case EXPR_CONDITIONAL:
        compile_conditional(compiler, expr);
        break;
    case EXPR_DICT:
        compile_dict(compiler, expr);
        break;
    case EXPR_SET:
        compile_display(compiler, expr->list, DISPLAY_SET, 0);
        break;
    case EXPR_LIST_COMPREHENSION:
    case EXPR_SET_COMPREHENSION:
    case EXPR_DICT_COMPREHENSION:
    case EXPR_GENERATOR:
        compile_comprehension(compiler, expr);
        break;
    case EXPR_AWAIT:
        compile_expr(compiler, expr->yield.value); /* refused already */
        break;
    case EXPR_YIELD:
        yield(compiler, expr);
        break;
    case EXPR_YIELD_FROM:
        yield_from(compiler, expr);
        break;
    case EXPR_COMPARE:
        compile_compare(compiler, expr);
        break;
    case EXPR_CALL:
        compile_call(compiler, expr);
        break;
    case EXPR_FORMATTED:
        compile_formatted(compiler, expr);
        break;
    case EXPR_JOINED:
        compile_joined(compiler, expr);
        break;
    case EXPR_CONSTANT:
        if (expr->placeless)
            placeless_constant(compiler, expr);
        else
            constant(compiler, expr);
        break;
    case EXPR_ATTRIBUTE:
        attribute(compiler, expr);
        break;
    case EXPR_SUBSCRIPT:
        subscript(compiler, expr);
        break;
    case EXPR_STARRED:
        compiler_fail(compiler, expr->range, "can't use starred expression here");
        break;
    case EXPR_NAME:
        compile_name(compiler, expr->name, ACCESS_LOAD, expr->range);
        break;
    case EXPR_LIST:
        compile_display(compiler, expr->list, DISPLAY_LIST, 0);
        break;
    case EXPR_TUPLE:
        compile_display(compiler, expr->list, DISPLAY_TUPLE, 0);
        break;
    case EXPR_SLICE:
        slice(compiler, expr);
        break;
    }
}
