#include "lang/compiler.h"

/* Displays know by the depth of the loops where their result lies on the stack. */
typedef struct Loops {
    Expr *expr;
    bool iterator_pushed; /* the first clause's iterator lies on the stack already */
} Loops;

static void compile_clause(Compiler *compiler, const Loops *loops, size_t number,
                           uint32_t depth);

static void compile_element(Compiler *compiler, const Expr *expr, uint32_t depth)
{
    Expr *element = expr->comprehension.element, *value = expr->comprehension.value;
    switch ((int)expr->kind) {
    case EXPR_GENERATOR:
        compile_expr(compiler, element);
        compiler_locate(compiler, element->range);
        compiler_emit(compiler, OP_YIELD_VALUE, 0);
        compiler_emit(compiler, OP_RESUME, 1);
        compiler_emit(compiler, OP_POP_TOP, 0);
        break;
    case EXPR_LIST_COMPREHENSION:
        compile_expr(compiler, element);
        compiler_locate(compiler, element->range);
        compiler_emit(compiler, OP_LIST_APPEND, depth);
        break;
    case EXPR_SET_COMPREHENSION:
        compile_expr(compiler, element);
        compiler_locate(compiler, element->range);
        compiler_emit(compiler, OP_SET_ADD, depth);
        break;
    default:
        /* Before 3.8 the value came first. */
        compile_expr(compiler, compiler->minor >= 8 ? element : value);
        compile_expr(compiler, compiler->minor >= 8 ? value : element);
        compiler_locate(compiler, (Range){element->range.start, value->range.end});
        if (compiler->minor < 8)
            compiler_emit(compiler, OP_SWAP, 2);
        compiler_emit(compiler, OP_MAP_ADD, depth);
        break;
    }
}

/* `for y in [x]` inside a comprehension is an assignment (3.9+). */
static Expr *assigned_item(const Compiler *compiler, const Expr *iterable)
{
    bool display = iterable->kind == EXPR_LIST || iterable->kind == EXPR_TUPLE;
    if (compiler->minor < 9 || !display || iterable->list.count != 1 ||
        iterable->list.items[0]->kind == EXPR_STARRED)
        return NULL;
    return iterable->list.items[0];
}

static void compile_inside(Compiler *compiler, const Loops *loops, size_t number,
                           uint32_t depth, Label next)
{
    const Comprehension *clause = &loops->expr->comprehension.clauses[number];
    compile_target(compiler, clause->target);
    for (size_t i = 0; i < clause->conditions.count; i++)
        compile_jump_if(compiler, clause->conditions.items[i], next, false);
    if (number + 1 < loops->expr->comprehension.count)
        compile_clause(compiler, loops, number + 1, depth);
    else
        compile_element(compiler, loops->expr, depth);
}

/* Where tracebacks see a clause ask its iterable. */
static Range iteration_place(const Compiler *compiler, const Expr *expr, size_t number)
{
    return compiler->minor < 13 ? expr->range
                                : expr->comprehension.clauses[number].iterable->range;
}

static void compile_clause(Compiler *compiler, const Loops *loops, size_t number,
                           uint32_t depth)
{
    const Comprehension *clause = &loops->expr->comprehension.clauses[number];
    Label start = compiler_label(compiler), next = compiler_label(compiler);
    Label end = compiler_label(compiler);
    Range place = iteration_place(compiler, loops->expr, number);
    Expr *item = number ? assigned_item(compiler, clause->iterable) : NULL;
    if (item) {
        compile_expr(compiler, item);
        compile_inside(compiler, loops, number, depth, next);
        compiler_place(compiler, next);
        return;
    }
    if (number > 0) {
        compile_expr(compiler, clause->iterable);
        compiler_locate(compiler, place);
        compiler_emit(compiler, OP_GET_ITER, 0);
    } else if (!loops->iterator_pushed) {
        compiler_locate(compiler, clause->iterable->range);
        compiler_emit(compiler, OP_LOAD_FAST, 0);
    }
    compiler_locate(compiler, place);
    compiler_place(compiler, start);
    compiler_emit(compiler, OP_FOR_ITER, end);
    compile_inside(compiler, loops, number, depth + 1, next);
    compiler_place(compiler, next);
    compiler_locate(compiler, loops->expr->comprehension.element->range);
    compiler_emit(compiler, OP_JUMP_BACKWARD, start);
    compiler_place(compiler, end);
}

static void build_empty(Compiler *compiler, const Expr *expr)
{
    compiler_locate(compiler, expr->range);
    if (expr->kind == EXPR_LIST_COMPREHENSION)
        compiler_emit(compiler, OP_BUILD_LIST, 0);
    else if (expr->kind == EXPR_SET_COMPREHENSION)
        compiler_emit(compiler, OP_BUILD_SET, 0);
    else
        compiler_emit(compiler, OP_BUILD_MAP, 0);
}

static void compile_first_iterator(Compiler *compiler, const Expr *expr)
{
    Expr *iterable = expr->comprehension.clauses[0].iterable;
    compile_expr(compiler, iterable);
    compiler_locate(compiler, iteration_place(compiler, expr, 0));
    compiler_emit(compiler, OP_GET_ITER, 0);
}

/* As a function of its own, called at once: generator expressions, and all of them before 3.12.
 */
static void compile_as_function(Compiler *compiler, Expr *expr)
{
    Scope *scope = expr->comprehension.scope;
    Unit unit;
    compiler_enter(compiler, &unit, scope, scope->name, expr->range);
    unit.code->argument_count = 1;
    name_index_add(&unit.variables, name_of(compiler->names, ".0"));
    compiler_step(compiler);
    Loops loops = {.expr = expr};
    if (expr->kind != EXPR_GENERATOR)
        build_empty(compiler, expr);
    compile_clause(compiler, &loops, 0, 1);
    if (expr->kind == EXPR_GENERATOR)
        compiler_load_none(compiler);
    compiler_emit(compiler, OP_RETURN_VALUE, 0);
    const Code *code = compiler_leave(compiler);
    compiler_locate(compiler, expr->range);
    compile_make_function(compiler, code, &unit.frees, 0);
    unit_done(&unit);
    compile_first_iterator(compiler, expr);
    compiler_locate(compiler, expr->range);
    compiler_emit(compiler, OP_CALL, 0);
}

/* The fast locals that an inlined comprehension borrows: their values wait on the stack. */
static size_t borrow_locals(Compiler *compiler, const Scope *scope, uint32_t *ret_variables)
{
    size_t count = 0;
    for (size_t i = 0; i < scope->symbol_count; i++) {
        const Symbol *symbol = &scope->symbols[i];
        bool own = symbol->flags & SYMBOL_BOUND &&
                   !(symbol->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL));
        if (!own)
            continue;
        uint32_t variable = name_index_add(&compiler->unit->variables, symbol->name);
        compiler_emit(compiler, OP_LOAD_FAST_AND_CLEAR, variable);
        uint32_t cell;
        if (symbol->binding == BINDING_CELL &&
            name_index_find(&compiler->unit->cells, symbol->name, &cell))
            compiler_emit(compiler, OP_MAKE_CELL, cell);
        ret_variables[count++] = variable;
    }
    return count;
}

static void give_locals_back(Compiler *compiler, const uint32_t *variables, size_t count)
{
    compiler_emit(compiler, OP_SWAP, (uint32_t)count + 1);
    while (count > 0)
        compiler_emit(compiler, OP_STORE_FAST, variables[--count]);
}

/* Part of the code around it (3.12+; compile.c, push_inlined_comprehension_state). */
static void compile_inlined(Compiler *compiler, Expr *expr)
{
    Scope *scope = expr->comprehension.scope, *outer = compiler->scope;
    Label cleanup = compiler_label(compiler), end = compiler_label(compiler);
    uint32_t *variables =
        region_allocate(compiler->scratch, (scope->symbol_count + 1) * sizeof *variables);
    compile_first_iterator(compiler, expr);
    compiler_locate(compiler, expr->range);
    size_t count = borrow_locals(compiler, scope, variables);
    compiler_emit(compiler, OP_SWAP, (uint32_t)count + 1);
    compiler_emit_pseudo(compiler, PSEUDO_SETUP_FINALLY, cleanup);
    build_empty(compiler, expr);
    compiler_emit(compiler, OP_SWAP, 2);
    compiler->scope = scope;
    Loops loops = {.expr = expr, .iterator_pushed = true};
    compile_clause(compiler, &loops, 0, 1);
    compiler->scope = outer;
    compiler_locate(compiler, expr->range);
    compiler_emit_pseudo(compiler, PSEUDO_POP_BLOCK, 0);
    compiler_emit(compiler, OP_JUMP, end);
    compiler_place(compiler, cleanup);
    compiler_emit(compiler, OP_SWAP, 2);
    compiler_emit(compiler, OP_POP_TOP, 0);
    give_locals_back(compiler, variables, count);
    compiler_emit(compiler, OP_RERAISE, 0);
    compiler_place(compiler, end);
    give_locals_back(compiler, variables, count);
}

void compile_comprehension(Compiler *compiler, Expr *expr)
{
    if (expr->comprehension.scope->inlined)
        compile_inlined(compiler, expr);
    else
        compile_as_function(compiler, expr);
}
