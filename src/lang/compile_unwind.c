#include "lang/compiler.h"

#include "lang/stack_effect.h"

void compile_push_block(Compiler *compiler, Block block, Range range)
{
    Unit *unit = compiler->unit;
    if (unit->block_count == UNIT_BLOCK_LIMIT) {
        compiler_fail(compiler, range, "too many statically nested blocks");
        return;
    }
    unit->blocks[unit->block_count++] = block;
}

void compile_pop_block(Compiler *compiler)
{
    if (compiler->unit->block_count)
        compiler->unit->block_count--;
}

void compile_exit_call(Compiler *compiler)
{
    for (int i = 0; i < 3; i++)
        compiler_load_none(compiler);
    compiler_emit(compiler, OP_CALL, 2);
}

void compile_reraise_after_cleanup(Compiler *compiler)
{
    uint32_t width = stack_exception_width(compiler->minor);
    uint32_t lasti = compiler->minor >= 11;
    for (uint32_t i = 0; i < width; i++)
        compiler_emit(compiler, OP_COPY, 2 * width + lasti);
    compiler_emit(compiler, OP_POP_EXCEPT, 0);
    compiler_emit(compiler, OP_RERAISE, 1);
}

void compile_pop_exception(Compiler *compiler)
{
    for (uint32_t i = stack_exception_width(compiler->minor); i > 0; i--)
        compiler_emit(compiler, OP_POP_TOP, 0);
}

/* The top goes below the `count` entries under it, where it is kept. */
static void keep_below(Compiler *compiler, bool keep, uint32_t count)
{
    for (uint32_t depth = count + 1; keep && depth > 1; depth--)
        compiler_emit(compiler, OP_SWAP, depth);
}

static void leave_with(Compiler *compiler, const Block *block, bool keep)
{
    if (compiler->minor >= 10) /* before, at the statement that leaves */
        compiler_locate(compiler, block->range);
    compiler_emit_pseudo(compiler, PSEUDO_POP_BLOCK, 0);
    keep_below(compiler, keep, 1);
    compiler_step(compiler);
    compile_exit_call(compiler);
    compiler_emit(compiler, OP_POP_TOP, 0);
}

/* In 3.8 the end of a named except clause is a finally clause. */
static void leave_name(Compiler *compiler, const Block *block)
{
    if (compiler->minor == 8)
        compiler_emit(compiler, OP_PUSH_ADDRESS, 0);
    compile_unbind(compiler, block->name, block->range);
    if (compiler->minor == 8)
        compiler_emit(compiler, OP_POP_FINALLY, 0);
}

static void leave_handler(Compiler *compiler, const Block *block, bool keep)
{
    if (block->name)
        compiler_emit_pseudo(compiler, PSEUDO_POP_BLOCK, 0);
    bool unbinds_first = compiler->minor < 8;
    if (block->name && unbinds_first)
        compile_unbind(compiler, block->name, block->range);
    keep_below(compiler, keep, stack_exception_width(compiler->minor));
    compiler_emit_pseudo(compiler, PSEUDO_POP_BLOCK, 0);
    compiler_emit(compiler, OP_POP_EXCEPT, 0);
    if (block->name && !unbinds_first)
        leave_name(compiler, block);
}

/* compile.c, compiler_unwind_fblock. */
void compile_unwind_block(Compiler *compiler, const Block *block, Leaving leaving)
{
    bool keep = leaving.keep;
    uint32_t width = stack_exception_width(compiler->minor);
    switch (block->kind) {
    case BLOCK_WHILE:
    case BLOCK_EXCEPTION_HANDLER:
    case BLOCK_GROUP_HANDLER:
        break;
    case BLOCK_FOR:
    case BLOCK_POP_VALUE:
        keep_below(compiler, keep, 1);
        compiler_emit(compiler, OP_POP_TOP, 0);
        break;
    case BLOCK_TRY_EXCEPT:
        compiler_emit_pseudo(compiler, PSEUDO_POP_BLOCK, 0);
        break;
    case BLOCK_FINALLY_TRY:
        compile_leave_finally_try(compiler, block, leaving);
        break;
    case BLOCK_FINALLY_END:
        keep_below(compiler, keep, width);
        compile_pop_exception(compiler);
        keep_below(compiler, keep, width);
        compiler_emit_pseudo(compiler, PSEUDO_POP_BLOCK, 0);
        compiler_emit(compiler, OP_POP_EXCEPT, 0);
        break;
    case BLOCK_WITH:
        leave_with(compiler, block, keep);
        break;
    case BLOCK_HANDLER_CLEANUP:
        leave_handler(compiler, block, keep);
        break;
    }
}

/* compile.c, compiler_unwind_fblock_stack: while a block is left it is not open, so that a
 * return inside its finally does not leave it again. */
const Block *compile_unwind(Compiler *compiler, Leaving leaving, Range range)
{
    bool to_loop = leaving.how != LEAVING_RETURN;
    Unit *unit = compiler->unit;
    size_t count = unit->block_count;
    const Block *loop = NULL;
    Block saved[UNIT_BLOCK_LIMIT];
    for (size_t i = 0; i < count; i++)
        saved[i] = unit->blocks[i];
    while (unit->block_count > 0 && !loop) {
        const Block *top = &unit->blocks[unit->block_count - 1];
        if (to_loop && (top->kind == BLOCK_WHILE || top->kind == BLOCK_FOR)) {
            loop = top;
            break;
        }
        Block block = *top;
        if (block.kind == BLOCK_GROUP_HANDLER) {
            compiler_fail(compiler, range,
                          "'break', 'continue' and 'return' cannot appear in an except* block");
            break;
        }
        unit->block_count--;
        if (compiler->minor < 10) /* what is left is left from the statement's line */
            compiler_locate(compiler, range);
        compile_unwind_block(compiler, &block, leaving);
    }
    for (size_t i = 0; i < count; i++)
        unit->blocks[i] = saved[i];
    unit->block_count = count;
    return loop;
}

/* After a finally clause or a with block's exit the rest has no line of its own from 3.10 on;
 * to 3.7 there is no rest after a finally clause. */
void compile_locate_unwound(Compiler *compiler, Range range, bool to_loop)
{
    const Unit *unit = compiler->unit;
    bool has_line = true;
    for (size_t i = unit->block_count; i > 0; i--) {
        BlockKind kind = unit->blocks[i - 1].kind;
        if (to_loop && (kind == BLOCK_WHILE || kind == BLOCK_FOR))
            break;
        if (compiler->minor >= 10 || compiler->minor < 8)
            has_line = has_line && kind != BLOCK_FINALLY_TRY;
        if (compiler->minor >= 10)
            has_line = has_line && kind != BLOCK_WITH;
    }
    compiler_locate(compiler, has_line ? range : NO_RANGE);
}
