#include "lang/compiler.h"

enum { UNPACK_BEFORE_LIMIT = 1 << 8, UNPACK_AFTER_LIMIT = 1 << 23 };

static Access access_of(const Expr *target)
{
    switch (target->context) {
    case CONTEXT_LOAD:
        return ACCESS_LOAD;
    case CONTEXT_STORE:
        return ACCESS_STORE;
    case CONTEXT_DELETE:
        return ACCESS_DELETE;
    }
    return ACCESS_LOAD;
}

/* compile.c, unpack_helper. */
static void unpack(Compiler *compiler, const Expr *target)
{
    ExprList items = target->list;
    size_t star = items.count;
    for (size_t i = 0; i < items.count; i++) {
        if (items.items[i]->kind != EXPR_STARRED)
            continue;
        if (star < items.count)
            compiler_fail(compiler, target->range,
                          "multiple starred expressions in assignment");
        star = i;
    }
    if (star == items.count) {
        compiler_emit(compiler, OP_UNPACK_SEQUENCE, (uint32_t)items.count);
        return;
    }
    size_t after = items.count - star - 1;
    if (star >= UNPACK_BEFORE_LIMIT || after >= UNPACK_AFTER_LIMIT)
        compiler_fail(compiler, target->range,
                      "too many expressions in star-unpacking assignment");
    compiler_emit(compiler, OP_UNPACK_EX, (uint32_t)star | (uint32_t)after << 8);
}

static void item_targets(Compiler *compiler, const Expr *target)
{
    for (size_t i = 0; i < target->list.count; i++) {
        Expr *item = target->list.items[i];
        compile_target(compiler, item->kind == EXPR_STARRED ? item->yield.value : item);
    }
}

static void sequence_target(Compiler *compiler, const Expr *target)
{
    if (target->context == CONTEXT_STORE)
        unpack(compiler, target);
    item_targets(compiler, target);
}

static bool is_plain_sequence(const Expr *expr)
{
    for (size_t i = 0; i < expr->list.count; i++)
        if (expr->list.items[i]->kind == EXPR_STARRED)
            return false;
    return true;
}

bool compile_exchange(Compiler *compiler, Expr *target, Expr *value)
{
    enum { EXCHANGE_MOST = 3 };
    bool sequence = target->kind == EXPR_TUPLE || target->kind == EXPR_LIST;
    if (!sequence || value->kind != EXPR_TUPLE || target->list.count != value->list.count)
        return false;
    uint32_t count = (uint32_t)value->list.count;
    if (!count || count > EXCHANGE_MOST || !is_plain_sequence(target) ||
        !is_plain_sequence(value))
        return false;
    compile_exprs(compiler, value->list);
    compiler_locate(compiler, target->range);
    if (count > 1)
        compiler_emit(compiler, OP_SWAP, count);
    item_targets(compiler, target);
    return true;
}

/* `self.name = …` anywhere in a class, its functions' functions included: __static_attributes__
 * (compiler_maybe_add_static_attribute_to_class). */
static void note_attribute(Compiler *compiler, const Expr *target)
{
    const Expr *value = target->attribute.value;
    if (value->kind != EXPR_NAME || !slice_is(value->name->text, "self"))
        return;
    for (Unit *unit = compiler->unit; unit; unit = unit->outer)
        if (unit->scope->kind == SCOPE_CLASS) {
            name_index_add(&unit->attributes, target->attribute.name);
            return;
        }
}

static void attribute_target(Compiler *compiler, const Expr *target)
{
    compile_expr(compiler, target->attribute.value);
    compiler_locate_attribute(compiler, target->range, target);
    const Name *name = compile_mangled(compiler, target->attribute.name);
    if (slice_is(name->text, "__debug__"))
        compiler_fail(compiler, target->range, "cannot assign to __debug__");
    if (target->context == CONTEXT_STORE)
        note_attribute(compiler, target);
    compiler_emit(compiler, target->context == CONTEXT_STORE ? OP_STORE_ATTR : OP_DELETE_ATTR,
                  compile_name_number(compiler, name));
}

static void subscript_target(Compiler *compiler, const Expr *target)
{
    Expr *index = target->subscript.index;
    bool store = target->context == CONTEXT_STORE;
    compile_expr(compiler, target->subscript.value);
    if (store && compile_is_plain_slice(compiler, index)) {
        compile_slice_parts(compiler, index);
        compiler_locate(compiler, target->range);
        compiler_emit(compiler, OP_STORE_SLICE, 0);
        return;
    }
    compile_expr(compiler, index);
    compiler_locate(compiler, target->range);
    compiler_emit(compiler, store ? OP_STORE_SUBSCR : OP_DELETE_SUBSCR, 0);
}

void compile_target(Compiler *compiler, Expr *target)
{
    compiler_locate(compiler, target->range);
    switch ((int)target->kind) {
    case EXPR_NAME:
        compile_name(compiler, target->name, access_of(target), target->range);
        break;
    case EXPR_ATTRIBUTE:
        attribute_target(compiler, target);
        break;
    case EXPR_SUBSCRIPT:
        subscript_target(compiler, target);
        break;
    case EXPR_LIST:
    case EXPR_TUPLE:
        sequence_target(compiler, target);
        break;
    default:
        compiler_fail(compiler, target->range,
                      "starred assignment target must be in a list or tuple");
        break;
    }
}

static void in_place(Compiler *compiler, const Stmt *stmt)
{
    compile_expr(compiler, stmt->augmented.value);
    compiler_locate(compiler, stmt->range);
    compiler_emit(compiler, OP_BINARY_OP, stmt->augmented.op + BINARY_IN_PLACE);
}

static void augmented_name(Compiler *compiler, const Stmt *stmt)
{
    const Expr *target = stmt->augmented.target;
    compiler_locate(compiler, target->range);
    compile_name(compiler, target->name, ACCESS_LOAD, target->range);
    in_place(compiler, stmt);
    compiler_locate(compiler, target->range);
    compile_name(compiler, target->name, ACCESS_STORE, target->range);
}

static void augmented_attribute(Compiler *compiler, const Stmt *stmt)
{
    const Expr *target = stmt->augmented.target;
    uint32_t name =
        compile_name_number(compiler, compile_mangled(compiler, target->attribute.name));
    compile_expr(compiler, target->attribute.value);
    compiler_locate(compiler, target->range);
    compiler_emit(compiler, OP_COPY, 1);
    compiler_emit(compiler, OP_LOAD_ATTR, name);
    in_place(compiler, stmt);
    compiler_locate(compiler, target->range);
    compiler_emit(compiler, OP_SWAP, 2);
    compiler_emit(compiler, OP_STORE_ATTR, name);
}

static void augmented_slice(Compiler *compiler, const Stmt *stmt)
{
    const Expr *target = stmt->augmented.target;
    compile_slice_parts(compiler, target->subscript.index);
    compiler_locate(compiler, target->range);
    for (int i = 0; i < 3; i++)
        compiler_emit(compiler, OP_COPY, 3);
    compiler_emit(compiler, OP_BINARY_SLICE, 0);
    in_place(compiler, stmt);
    compiler_locate(compiler, target->range);
    for (uint32_t i = 4; i > 1; i--)
        compiler_emit(compiler, OP_SWAP, i);
    compiler_emit(compiler, OP_STORE_SLICE, 0);
}

static void augmented_subscript(Compiler *compiler, const Stmt *stmt)
{
    const Expr *target = stmt->augmented.target;
    compile_expr(compiler, target->subscript.value);
    if (compile_is_plain_slice(compiler, target->subscript.index)) {
        augmented_slice(compiler, stmt);
        return;
    }
    compile_expr(compiler, target->subscript.index);
    compiler_locate(compiler, target->range);
    compiler_emit(compiler, OP_COPY, 2);
    compiler_emit(compiler, OP_COPY, 2);
    compiler_emit(compiler, OP_BINARY_SUBSCR, 0);
    in_place(compiler, stmt);
    compiler_locate(compiler, target->range);
    compiler_emit(compiler, OP_SWAP, 3);
    compiler_emit(compiler, OP_SWAP, 2);
    compiler_emit(compiler, OP_STORE_SUBSCR, 0);
}

void compile_augmented(Compiler *compiler, Stmt *stmt)
{
    switch ((int)stmt->augmented.target->kind) {
    case EXPR_ATTRIBUTE:
        augmented_attribute(compiler, stmt);
        break;
    case EXPR_SUBSCRIPT:
        augmented_subscript(compiler, stmt);
        break;
    default:
        augmented_name(compiler, stmt);
        break;
    }
}

/* Under `from __future__ import annotations` an annotation is its text.
 * Unlike CPython: as it is written, not as ast.unparse would write it. */
void compile_annotation(Compiler *compiler, Expr *annotation)
{
    if (!compiler->tables->future.annotations_are_text) {
        compile_expr(compiler, annotation);
        return;
    }
    compiler_locate(compiler, annotation->range);
    const char *text = compiler->source->bytes + annotation->range.start;
    compiler_load_text(compiler,
                       (Slice){text, annotation->range.end - annotation->range.start});
}

static void evaluate(Compiler *compiler, Expr *expr)
{
    if (!expr)
        return;
    compile_expr(compiler, expr);
    compiler_emit(compiler, OP_POP_TOP, 0);
}

/* Without a value, the parts of `a.b: T` and `a[i]: T` are still evaluated. */
static void evaluate_target(Compiler *compiler, const Expr *target)
{
    if (target->kind == EXPR_ATTRIBUTE) {
        evaluate(compiler, target->attribute.value);
    } else if (target->kind == EXPR_SUBSCRIPT) {
        evaluate(compiler, target->subscript.value);
        const Expr *index = target->subscript.index;
        if (index->kind != EXPR_SLICE) {
            evaluate(compiler, target->subscript.index);
            return;
        }
        evaluate(compiler, index->slice.lower);
        evaluate(compiler, index->slice.upper);
        evaluate(compiler, index->slice.step);
    }
}

void compile_annotated(Compiler *compiler, Stmt *stmt)
{
    Expr *target = stmt->annotated.target;
    bool simple = target->kind == EXPR_NAME && !target->parenthesized;
    bool kept = compiler->unit->scope->kind != SCOPE_FUNCTION;
    const Name *last_name = target->kind == EXPR_NAME        ? target->name
                            : target->kind == EXPR_ATTRIBUTE ? target->attribute.name
                                                             : NULL;
    if (last_name && slice_is(last_name->text, "__debug__"))
        compiler_fail(compiler, target->range, "cannot assign to __debug__");
    if (stmt->annotated.value) {
        compile_expr(compiler, stmt->annotated.value);
        compile_target(compiler, target);
    } else {
        evaluate_target(compiler, target);
    }
    compiler_locate(compiler, stmt->range);
    if (simple && kept) {
        compile_annotation(compiler, stmt->annotated.annotation);
        compiler_locate(compiler, stmt->range);
        compile_name(compiler, name_of(compiler->names, "__annotations__"), ACCESS_LOAD,
                     stmt->range);
        compiler_load_text(compiler, compile_mangled(compiler, target->name)->text);
        compiler_emit(compiler, OP_STORE_SUBSCR, 0);
    } else if (!simple && kept && !compiler->tables->future.annotations_are_text) {
        evaluate(compiler, stmt->annotated.annotation);
    }
}
