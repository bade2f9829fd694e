#include "lang/compiler.h"

static void setup(Compiler *compiler, uint8_t kind, Label handler)
{
    compiler_emit_pseudo(compiler, kind, handler);
}

static void pop_block(Compiler *compiler)
{
    compiler_emit_pseudo(compiler, PSEUDO_POP_BLOCK, 0);
}

void compile_unbind(Compiler *compiler, const Name *name, Range range)
{
    compiler_load_none(compiler);
    compile_name(compiler, name, ACCESS_STORE, range);
    compile_name(compiler, name, ACCESS_DELETE, range);
}

static void named_handler(Compiler *compiler, const ExceptHandler *handler, Label end)
{
    Label cleanup = compiler_label(compiler);
    bool triple = compiler->minor <= 10;
    if (triple) /* the type */
        compiler_emit(compiler, OP_POP_TOP, 0);
    compile_name(compiler, handler->name, ACCESS_STORE, handler->range);
    if (triple) /* the traceback */
        compiler_emit(compiler, OP_POP_TOP, 0);
    setup(compiler, PSEUDO_SETUP_CLEANUP, cleanup);
    compile_push_block(
        compiler,
        (Block){.kind = BLOCK_HANDLER_CLEANUP, .name = handler->name, .range = handler->range},
        handler->range);
    compile_body(compiler, handler->body);
    compile_pop_block(compiler);
    pop_block(compiler);
    pop_block(compiler);
    bool unbinds_first = compiler->minor == 7 || compiler->minor == 8;
    if (unbinds_first)
        compile_unbind(compiler, handler->name, handler->range);
    compiler_emit(compiler, OP_POP_EXCEPT, 0);
    if (!unbinds_first)
        compile_unbind(compiler, handler->name, handler->range);
    compiler_emit(compiler, OP_JUMP, end);
    compiler_place(compiler, cleanup);
    if (triple) /* what is raised counts as handled */
        compiler_emit(compiler, OP_PUSH_EXC_INFO, 0);
    compile_unbind(compiler, handler->name, handler->range);
    compiler_emit(compiler, OP_RERAISE, 1);
}

static void nameless_handler(Compiler *compiler, const ExceptHandler *handler, Label end)
{
    compile_push_block(compiler,
                       (Block){.kind = BLOCK_HANDLER_CLEANUP, .range = handler->range},
                       handler->range);
    compile_pop_exception(compiler);
    compile_body(compiler, handler->body);
    compile_pop_block(compiler);
    pop_block(compiler);
    compiler_emit(compiler, OP_POP_EXCEPT, 0);
    compiler_emit(compiler, OP_JUMP, end);
}

static void handler(Compiler *compiler, const ExceptHandler *handler, Label end)
{
    Label next = compiler_label(compiler);
    compiler_step(compiler);
    compiler_locate(compiler, handler->range);
    if (handler->type) {
        if (compiler->minor <= 10) /* there the match takes a copy of the type away */
            compiler_emit_pseudo(compiler, PSEUDO_DEEPER, 1);
        compile_expr(compiler, handler->type);
        if (compiler->minor <= 10)
            compiler_emit_pseudo(compiler, PSEUDO_SHALLOWER, 1);
        compiler_locate(compiler, handler->range);
        compiler_emit(compiler, OP_CHECK_EXC_MATCH, 0);
        compiler_emit(compiler, OP_POP_JUMP_IF_FALSE, next);
    }
    compiler_locate(compiler, handler->range);
    if (handler->name)
        named_handler(compiler, handler, end);
    else
        nameless_handler(compiler, handler, end);
    compiler_place(compiler, next);
}

static void handlers(Compiler *compiler, const Stmt *stmt, Label end)
{
    Label cleanup = compiler_label(compiler);
    setup(compiler, PSEUDO_SETUP_CLEANUP, cleanup);
    compiler_emit(compiler, OP_PUSH_EXC_INFO, 0);
    compile_push_block(compiler, (Block){.kind = BLOCK_EXCEPTION_HANDLER}, stmt->range);
    for (size_t i = 0; i < stmt->try_.count; i++) {
        const ExceptHandler *one = &stmt->try_.handlers[i];
        if (!one->type && i + 1 < stmt->try_.count)
            compiler_fail(compiler, one->range, "default 'except:' must be last");
        handler(compiler, one, end);
    }
    compile_pop_block(compiler);
    compiler_emit(compiler, OP_RERAISE, 0);
    compiler_place(compiler, cleanup);
    compile_reraise_after_cleanup(compiler);
}

/* compile.c, compiler_try_except. */
void compile_try_except(Compiler *compiler, const Stmt *stmt)
{
    Label except = compiler_label(compiler), end = compiler_label(compiler);
    setup(compiler, PSEUDO_SETUP_FINALLY, except);
    compile_push_block(compiler, (Block){.kind = BLOCK_TRY_EXCEPT}, stmt->range);
    compile_body(compiler, stmt->try_.body);
    compile_pop_block(compiler);
    pop_block(compiler);
    compile_body(compiler, stmt->try_.otherwise);
    compiler_emit(compiler, OP_JUMP, end);
    compiler_place(compiler, except);
    if (stmt->try_.of_groups)
        compile_group_handlers(compiler, stmt, end);
    else
        handlers(compiler, stmt, end);
    compiler_place(compiler, end);
}

void compile_try(Compiler *compiler, Stmt *stmt)
{
    compiler_emit(compiler, OP_NOP, 0);
    if (stmt->try_.finally.count)
        compile_try_finally(compiler, stmt);
    else
        compile_try_except(compiler, stmt);
}

/* An exception in the body: __exit__ is asked whether it swallows it. */
static void with_failed(Compiler *compiler, Label end)
{
    Label cleanup = compiler_label(compiler), swallowed = compiler_label(compiler);
    setup(compiler, PSEUDO_SETUP_CLEANUP, cleanup);
    compiler_emit(compiler, OP_PUSH_EXC_INFO, 0);
    compiler_emit(compiler, OP_WITH_EXCEPT_START, 0);
    compiler_emit(compiler, OP_POP_JUMP_IF_TRUE, swallowed);
    compiler_emit(compiler, OP_RERAISE, 2);
    compiler_place(compiler, swallowed);
    compile_pop_exception(compiler);
    pop_block(compiler);
    compiler_emit(compiler, OP_POP_EXCEPT, 0);
    if (compiler->minor >= 11) /* lasti */
        compiler_emit(compiler, OP_POP_TOP, 0);
    compiler_emit(compiler, OP_POP_TOP, 0);
    compiler_emit(compiler, OP_JUMP, end);
    compiler_place(compiler, cleanup);
    compile_reraise_after_cleanup(compiler);
}

/* compile.c, compiler_with: one item and, inside it, those after it. */
static void with_item(Compiler *compiler, const Stmt *stmt, size_t number)
{
    const WithItem *item = &stmt->with.items[number];
    Range range = compiler->minor < 13 ? stmt->range : item->manager->range;
    Label failed = compiler_label(compiler), end = compiler_label(compiler);
    compile_expr(compiler, item->manager);
    compiler_locate(compiler, range);
    compiler_emit(compiler, OP_BEFORE_WITH, 0);
    setup(compiler, PSEUDO_SETUP_WITH, failed);
    compile_push_block(compiler, (Block){.kind = BLOCK_WITH, .range = range}, stmt->range);
    if (item->target)
        compile_target(compiler, item->target);
    else
        compiler_emit(compiler, OP_POP_TOP, 0);
    bool has_inner = number + 1 < stmt->with.count && !compiler->problems->failed;
    if (has_inner)
        with_item(compiler, stmt, number + 1);
    else
        compile_body(compiler, stmt->with.body);
    pop_block(compiler);
    compile_pop_block(compiler);
    if (has_inner && compiler->minor == 10) {
        compiler_locate(compiler, NO_RANGE); /* the end of the block has no line */
        compiler_emit(compiler, OP_NOP, 0);
    }
    if (compiler->minor >= 10) /* before, __exit__ is called from the body's last line */
        compiler_locate(compiler, range);
    compiler_step(compiler);
    compile_exit_call(compiler);
    compiler_emit(compiler, OP_POP_TOP, 0);
    compiler_emit(compiler, OP_JUMP, end);
    compiler_place(compiler, failed);
    with_failed(compiler, end);
    compiler_place(compiler, end);
}

void compile_with(Compiler *compiler, Stmt *stmt)
{
    with_item(compiler, stmt, 0);
}
