/* The except* clauses of a try statement: compile.c, compiler_try_star_except. While they run
 * the stack holds
 *
 *     previous original raised rest
 *
 * `original` is what the try raised, `rest` what no clause has matched yet (None: all of it
 * is), `raised` the list of what the clauses raised, to which the last rest is added. */
#include "lang/compiler.h"

enum {
    RAISED_BELOW = 3 /* with rest and lasti above it */
};

/* An exception inside a clause joins the list, and the next clause has its turn. */
static void clause_failed(Compiler *compiler, const ExceptHandler *handler)
{
    if (handler->name)
        compile_unbind(compiler, handler->name, handler->range);
    compiler_emit(compiler, OP_LIST_APPEND, RAISED_BELOW);
    compiler_emit(compiler, OP_POP_TOP, 0); /* lasti */
}

/* The clause's body; the matching group is on top. */
static void clause_body(Compiler *compiler, const ExceptHandler *handler, Label done)
{
    Label failed = compiler_label(compiler);
    if (handler->name)
        compile_name(compiler, handler->name, ACCESS_STORE, handler->range);
    else
        compiler_emit(compiler, OP_POP_TOP, 0);
    compiler_emit_pseudo(compiler, PSEUDO_SETUP_CLEANUP, failed);
    compile_push_block(
        compiler,
        (Block){.kind = BLOCK_HANDLER_CLEANUP, .name = handler->name, .range = handler->range},
        handler->range);
    compile_body(compiler, handler->body);
    compile_pop_block(compiler);
    compiler_emit_pseudo(compiler, PSEUDO_POP_BLOCK, 0);
    if (handler->name)
        compile_unbind(compiler, handler->name, handler->range);
    compiler_emit(compiler, OP_JUMP, done);
    compiler_place(compiler, failed);
    clause_failed(compiler, handler);
    compiler_emit(compiler, OP_JUMP, done);
}

static void clause(Compiler *compiler, const ExceptHandler *handler)
{
    Label no_match = compiler_label(compiler), done = compiler_label(compiler);
    compiler_step(compiler);
    compiler_locate(compiler, handler->range);
    compile_expr(compiler, handler->type);
    compiler_locate(compiler, handler->range);
    compiler_emit(compiler, OP_CHECK_EG_MATCH, 0);
    compiler_emit(compiler, OP_COPY, 1);
    compiler_emit(compiler, OP_POP_JUMP_IF_NONE, no_match);
    clause_body(compiler, handler, done);
    compiler_place(compiler, no_match);
    compiler_emit(compiler, OP_POP_TOP, 0);
    compiler_place(compiler, done);
}

/* What is left is raised again, together with what the clauses raised. */
static void raise_rest(Compiler *compiler, Label end)
{
    Label raises = compiler_label(compiler);
    compiler_emit(compiler, OP_LIST_APPEND, 1);
    compiler_emit(compiler, OP_PREP_RERAISE_STAR, 0);
    compiler_emit(compiler, OP_COPY, 1);
    compiler_emit(compiler, OP_POP_JUMP_IF_NOT_NONE, raises);
    compiler_emit(compiler, OP_POP_TOP, 0);
    compiler_emit_pseudo(compiler, PSEUDO_POP_BLOCK, 0);
    compiler_emit(compiler, OP_POP_EXCEPT, 0);
    compiler_emit(compiler, OP_JUMP, end);
    compiler_place(compiler, raises);
    compiler_emit_pseudo(compiler, PSEUDO_POP_BLOCK, 0);
    compiler_emit(compiler, OP_SWAP, 2);
    compiler_emit(compiler, OP_POP_EXCEPT, 0);
    compiler_emit(compiler, OP_RERAISE, 0);
}

void compile_group_handlers(Compiler *compiler, const Stmt *stmt, Label end)
{
    Label cleanup = compiler_label(compiler);
    compiler_emit_pseudo(compiler, PSEUDO_SETUP_CLEANUP, cleanup);
    compiler_emit(compiler, OP_PUSH_EXC_INFO, 0);
    compile_push_block(compiler, (Block){.kind = BLOCK_GROUP_HANDLER}, stmt->range);
    compiler_emit(compiler, OP_BUILD_LIST, 0);
    compiler_emit(compiler, OP_COPY, 2);
    for (size_t i = 0; i < stmt->try_.count; i++)
        if (stmt->try_.handlers[i].type) /* else a mistake has been told */
            clause(compiler, &stmt->try_.handlers[i]);
    compile_pop_block(compiler);
    raise_rest(compiler, end);
    compiler_place(compiler, cleanup);
    compile_reraise_after_cleanup(compiler);
}
