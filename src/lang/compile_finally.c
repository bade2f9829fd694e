/* try … finally: compile.c, compiler_try_finally. To 3.8 CPython has the clause once, and it
 * starts with what says why it runs on top of the stack:
 *
 *                     to 3.7                3.8
 *     at the end      None                  NULL
 *     break           why                   an address
 *     continue        an address, why       an address
 *     return          the value, why        the value, an address
 *     an exception    what 3.9 has
 *
 * heapstep has the clause once for each way, as CPython from 3.9 on, with these entries below
 * it. */
#include "lang/compiler.h"

/* Python/ceval.c of 3.7, enum why_code. */
static uint32_t why_of(Leaving leaving)
{
    static const uint32_t why[] = {
        [LEAVING_RETURN] = 0x8, [LEAVING_BREAK] = 0x10, [LEAVING_CONTINUE] = 0x20};
    return why[leaving.how];
}

/* --- does a clause end in other ways than at its end? --- */

static bool leaves(StmtList body, bool in_loop);

static bool statement_leaves(const Stmt *stmt, bool in_loop)
{
    if (stmt->kind == STMT_RETURN)
        return true;
    if (stmt->kind == STMT_BREAK || stmt->kind == STMT_CONTINUE)
        return !in_loop;
    bool loop = stmt->kind == STMT_FOR || stmt->kind == STMT_WHILE;
    BlockWalk walk = {.stmt = stmt};
    StmtList block;
    for (size_t i = 0; ast_next_block(&walk, &block); i++)
        if (leaves(block, in_loop || (loop && i == 0)))
            return true;
    return false;
}

static bool leaves(StmtList body, bool in_loop)
{
    for (size_t i = 0; i < body.count; i++)
        if (statement_leaves(body.items[i], in_loop))
            return true;
    return false;
}

/* --- the statement --- */

static void finally_clause(Compiler *compiler, StmtList clause, size_t entries, Range range)
{
    for (size_t i = 0; i < entries; i++)
        compile_push_block(compiler, (Block){.kind = BLOCK_POP_VALUE}, range);
    compile_body(compiler, clause);
    for (size_t i = 0; i < entries; i++)
        compile_pop_block(compiler);
}

/* Without a value a return's clause has none below it in 3.8. */
static size_t push_why(Compiler *compiler, Leaving leaving)
{
    size_t entries = leaving.keep;
    if (compiler->minor == 8 || (compiler->minor < 8 && leaving.how == LEAVING_CONTINUE)) {
        compiler_emit(compiler, OP_PUSH_ADDRESS, 0);
        entries++;
    }
    if (compiler->minor < 8) {
        compiler_emit(compiler, OP_PUSH_WHY, why_of(leaving));
        entries++;
    }
    return entries;
}

void compile_leave_finally_try(Compiler *compiler, const Block *block, Leaving leaving)
{
    compiler_emit_pseudo(compiler, PSEUDO_POP_BLOCK, 0);
    if (compiler->minor == 9) /* the block's end has the line of what leaves it */
        compiler_emit(compiler, OP_NOP, 0);
    else if (compiler->minor < 8)
        compiler_locate(compiler, NO_RANGE);
    if (block->has_placeholder && leaving.keep) {
        compiler_emit(compiler, OP_SWAP, 2);
        compiler_emit(compiler, OP_POP_TOP, 0);
    }
    size_t entries = push_why(compiler, leaving);
    finally_clause(compiler, block->finally,
                   entries + (block->has_placeholder && !leaving.keep), block->range);
    if (compiler->minor == 8)
        compiler_emit(compiler, OP_POP_FINALLY, 0);
    if (compiler->minor < 8)
        compiler_locate(compiler, NO_RANGE);
    for (; compiler->minor < 8 && entries > leaving.keep; entries--)
        compiler_emit(compiler, OP_POP_TOP, 0);
    if (block->has_placeholder && !leaving.keep)
        compiler_emit(compiler, OP_POP_TOP, 0);
}

/* The clause after the end of the body. */
static void finally_at_end(Compiler *compiler, const Stmt *stmt, bool has_placeholder)
{
    bool none = compiler->minor < 8;
    if (none) {
        compiler_locate(compiler, NO_RANGE);
        compiler_load_none(compiler);
    }
    finally_clause(compiler, stmt->try_.finally, none + has_placeholder, stmt->range);
    for (int i = none + has_placeholder; i > 0; i--)
        compiler_emit(compiler, OP_POP_TOP, 0);
}

/* The clause after an exception. */
static void finally_raised(Compiler *compiler, const Stmt *stmt)
{
    Label cleanup = compiler_label(compiler);
    compile_push_block(compiler, (Block){.kind = BLOCK_FINALLY_END}, stmt->range);
    compiler_emit_pseudo(compiler, PSEUDO_SETUP_CLEANUP, cleanup);
    compiler_emit(compiler, OP_PUSH_EXC_INFO, 0);
    compile_body(compiler, stmt->try_.finally);
    if (compiler->minor >= 12)
        compiler_locate(compiler, NO_RANGE);
    compiler_emit(compiler, OP_RERAISE, 0);
    compile_pop_block(compiler);
    compiler_place(compiler, cleanup);
    compile_reraise_after_cleanup(compiler);
}

static void protected_body(Compiler *compiler, const Stmt *stmt, Label failed, bool placeholder)
{
    compiler_emit_pseudo(compiler, PSEUDO_SETUP_FINALLY, failed);
    compile_push_block(compiler,
                       (Block){.kind = BLOCK_FINALLY_TRY,
                               .finally = stmt->try_.finally,
                               .has_placeholder = placeholder,
                               .range = stmt->range},
                       stmt->range);
    if (stmt->try_.count)
        compile_try_except(compiler, stmt);
    else
        compile_body(compiler, stmt->try_.body);
    compiler_emit_pseudo(compiler, PSEUDO_POP_BLOCK, 0);
    compile_pop_block(compiler);
}

void compile_try_finally(Compiler *compiler, const Stmt *stmt)
{
    Label failed = compiler_label(compiler), end = compiler_label(compiler);
    /* 3.8 keeps a place for the value of a return where the clause may leave it behind. */
    bool placeholder = compiler->minor == 8 && leaves(stmt->try_.finally, false);
    if (placeholder)
        compiler_load_none(compiler);
    protected_body(compiler, stmt, failed, placeholder);
    finally_at_end(compiler, stmt, placeholder);
    if (compiler->minor >= 10)
        compiler_locate(compiler, NO_RANGE);
    compiler_emit(compiler, OP_JUMP, end);
    compiler_place(compiler, failed);
    if (placeholder)
        compile_push_block(compiler, (Block){.kind = BLOCK_POP_VALUE}, stmt->range);
    finally_raised(compiler, stmt);
    if (placeholder)
        compile_pop_block(compiler);
    compiler_place(compiler, end);
}
