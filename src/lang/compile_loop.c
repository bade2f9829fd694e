#include "lang/compiler.h"
#include "lang/value.h"

/* The iterable is evaluated in the step of the statement; each return to the header begins a
 * step, which is why the loop goes back to a NOP of its own. */
void compile_for(Compiler *compiler, Stmt *stmt)
{
    Expr *iterable = stmt->for_.iterable;
    Label again = compiler_label(compiler), next = compiler_label(compiler);
    Label exhausted = compiler_label(compiler), end = compiler_label(compiler);
    Range header = compiler->minor < 13 ? stmt->range : iterable->range;
    compile_push_block(compiler, (Block){.kind = BLOCK_FOR, .start = again, .exit = end},
                       stmt->range);
    compile_expr(compiler, iterable);
    compiler_locate(compiler, header);
    compiler_emit(compiler, OP_GET_ITER, 0);
    compiler_emit(compiler, OP_JUMP, next);
    compiler_place(compiler, again);
    compiler_step(compiler);
    compiler_locate(compiler, header);
    compiler_emit(compiler, OP_NOP, 0);
    compiler_place(compiler, next);
    compiler_emit(compiler, OP_FOR_ITER, exhausted);
    compile_target(compiler, stmt->for_.target);
    compile_body(compiler, stmt->for_.body);
    compiler_emit(compiler, OP_JUMP_BACKWARD, again);
    compiler_place(compiler, exhausted);
    compile_pop_block(compiler);
    compile_body(compiler, stmt->for_.otherwise);
    compiler_place(compiler, end);
}

/* A test that is always true is none before 3.10; to 3.7 the loop's SETUP_LOOP has its line. */
static void while_true_before_310(Compiler *compiler, Stmt *stmt)
{
    Label loop = compiler_label(compiler), end = compiler_label(compiler);
    if (compiler->minor < 8)
        compiler_emit(compiler, OP_NOP, 0);
    compiler_place(compiler, loop);
    compile_push_block(compiler, (Block){.kind = BLOCK_WHILE, .start = loop, .exit = end},
                       stmt->range);
    compile_body(compiler, stmt->branch.body);
    compiler_emit(compiler, OP_JUMP_BACKWARD, loop);
    compile_pop_block(compiler);
    compile_body(compiler, stmt->branch.otherwise);
    compiler_place(compiler, end);
}

/* From 3.10 on the test stands twice: before the loop and at its end. */
void compile_while(Compiler *compiler, Stmt *stmt)
{
    const Expr *test = stmt->branch.test;
    if (compiler->minor < 10 && test->kind == EXPR_CONSTANT && value_is_true(test->constant)) {
        while_true_before_310(compiler, stmt);
        return;
    }
    Label loop = compiler_label(compiler), body = compiler_label(compiler);
    Label otherwise = compiler_label(compiler), end = compiler_label(compiler);
    compiler_place(compiler, loop);
    compile_push_block(compiler, (Block){.kind = BLOCK_WHILE, .start = loop, .exit = end},
                       stmt->range);
    compile_jump_if(compiler, stmt->branch.test, otherwise, false);
    compiler_place(compiler, body);
    compile_body(compiler, stmt->branch.body);
    if (compiler->minor >= 10) {
        compiler_step(compiler);
        compile_jump_if(compiler, stmt->branch.test, otherwise, false);
    }
    compiler_emit(compiler, OP_JUMP_BACKWARD, compiler->minor >= 10 ? body : loop);
    compile_pop_block(compiler);
    compiler_place(compiler, otherwise);
    compiler->unit->step_pending = false;
    compile_body(compiler, stmt->branch.otherwise);
    compiler_place(compiler, end);
}

/* The step of a break or a continue begins before what it leaves is cleaned up. */
static void begin_jump(Compiler *compiler)
{
    const Unit *unit = compiler->unit;
    if (unit->block_count && unit->blocks[unit->block_count - 1].kind != BLOCK_FOR &&
        unit->blocks[unit->block_count - 1].kind != BLOCK_WHILE)
        compiler_emit(compiler, OP_NOP, 0);
}

void compile_break(Compiler *compiler, Stmt *stmt)
{
    begin_jump(compiler);
    const Block *loop = compile_unwind(compiler, (Leaving){LEAVING_BREAK, false}, stmt->range);
    if (!loop) {
        compiler_fail(compiler, stmt->range, "'break' outside loop");
        return;
    }
    compile_locate_unwound(compiler, stmt->range, true);
    Label exit = loop->exit;
    compile_unwind_block(compiler, loop, (Leaving){LEAVING_BREAK, false});
    compiler_emit(compiler, OP_JUMP, exit);
}

/* Before 3.8 a continue could not leave a finally clause. */
static void check_finally(Compiler *compiler, Range range)
{
    const Unit *unit = compiler->unit;
    for (size_t i = unit->block_count; i > 0 && compiler->minor < 8; i--) {
        BlockKind kind = unit->blocks[i - 1].kind;
        if (kind == BLOCK_FOR || kind == BLOCK_WHILE)
            return;
        if (kind == BLOCK_FINALLY_END)
            compiler_fail(compiler, range, "'continue' not supported inside 'finally' clause");
    }
}

void compile_continue(Compiler *compiler, Stmt *stmt)
{
    begin_jump(compiler);
    check_finally(compiler, stmt->range);
    const Block *loop =
        compile_unwind(compiler, (Leaving){LEAVING_CONTINUE, false}, stmt->range);
    if (!loop) {
        compiler_fail(compiler, stmt->range, "'continue' not properly in loop");
        return;
    }
    compile_locate_unwound(compiler, stmt->range, true);
    compiler_emit(compiler, OP_JUMP_BACKWARD, loop->start);
}
