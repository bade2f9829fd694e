#include "lang/compiler.h"

static void expression(Compiler *compiler, Stmt *stmt)
{
    Expr *value = stmt->value;
    bool printed = compiler->single && compiler->unit->scope->kind == SCOPE_MODULE;
    if (value->kind == EXPR_CONSTANT && !printed) {
        if (compiler->minor >= 8)
            compiler_emit(compiler, OP_NOP, 0);
        return;
    }
    compile_expr(compiler, value);
    compiler_locate(compiler, stmt->range);
    compiler_emit(compiler, printed ? OP_PRINT_EXPR : OP_POP_TOP, 0);
    if (compiler->minor == 10 ||
        compiler->minor == 11) /* what follows has no line of its own */
        compiler_locate(compiler, NO_RANGE);
}

static void assign(Compiler *compiler, Stmt *stmt)
{
    ExprList targets = stmt->assign.targets;
    if (targets.count == 1 && compile_exchange(compiler, targets.items[0], stmt->assign.value))
        return;
    compile_expr(compiler, stmt->assign.value);
    for (size_t i = 0; i < targets.count; i++) {
        compiler_locate(compiler, stmt->range);
        if (i + 1 < targets.count)
            compiler_emit(compiler, OP_COPY, 1);
        compile_target(compiler, targets.items[i]);
    }
}

static void return_stmt(Compiler *compiler, Stmt *stmt)
{
    Expr *value = stmt->value;
    bool keep = compiler->minor < 8 || (value && value->kind != EXPR_CONSTANT);
    if (compiler->unit->scope->kind != SCOPE_FUNCTION) {
        compiler_fail(compiler, stmt->range, "'return' outside function");
        return;
    }
    if (keep && value)
        compile_expr(compiler, value);
    else if (keep)
        compiler_load_none(compiler);
    else if (compiler->unit->block_count)
        compiler_emit(compiler, OP_NOP, 0); /* the step begins before the blocks are left */
    compiler_locate(compiler, stmt->range);
    compile_unwind(compiler, (Leaving){LEAVING_RETURN, keep}, stmt->range);
    compile_locate_unwound(compiler, stmt->range, false);
    if (!keep && value) /* where the blocks were left */
        compiler_emit(compiler, OP_LOAD_CONST, compile_constant(compiler, value));
    else if (!keep)
        compiler_load_none(compiler);
    compile_locate_unwound(compiler, stmt->range, false);
    compiler_emit(compiler, OP_RETURN_VALUE, 0);
}

static void raise(Compiler *compiler, Stmt *stmt)
{
    uint32_t count = 0;
    if (stmt->raise.exception) {
        compile_expr(compiler, stmt->raise.exception);
        count++;
    }
    if (stmt->raise.cause) {
        compile_expr(compiler, stmt->raise.cause);
        count++;
    }
    compiler_locate(compiler, stmt->range);
    compiler_emit(compiler, OP_RAISE_VARARGS, count);
}

static void assert_stmt(Compiler *compiler, Stmt *stmt)
{
    Label end = compiler_label(compiler);
    compile_warn_assert(compiler, stmt);
    compile_jump_if(compiler, stmt->assert_.test, end, true);
    Range place = compiler->minor == 12 ? stmt->range : stmt->assert_.test->range;
    compiler_locate(compiler, place);
    compiler_emit(compiler, OP_LOAD_ASSERTION_ERROR, 0);
    if (stmt->assert_.message) {
        compile_expr(compiler, stmt->assert_.message);
        compiler_locate(compiler, place);
        compiler_emit(compiler, OP_CALL, 0);
    }
    compiler_emit(compiler, OP_RAISE_VARARGS, 1);
    compiler_place(compiler, end);
}

/* An elif chain is compiled in a loop: it is long rather than deep. */
static void if_stmt(Compiler *compiler, Stmt *stmt)
{
    Label end = compiler_label(compiler);
    for (;;) {
        StmtList otherwise = stmt->branch.otherwise;
        Label next = otherwise.count ? compiler_label(compiler) : end;
        compile_jump_if(compiler, stmt->branch.test, next, false);
        compile_body(compiler, stmt->branch.body);
        if (otherwise.count == 0)
            break;
        compiler_emit(compiler, OP_JUMP, end);
        compiler_place(compiler, next);
        if (otherwise.count > 1 || otherwise.items[0]->kind != STMT_IF) {
            compile_body(compiler, otherwise);
            break;
        }
        stmt = otherwise.items[0];
        compiler_step(compiler);
    }
    compiler_place(compiler, end);
}

static void delete_stmt(Compiler *compiler, Stmt *stmt)
{
    for (size_t i = 0; i < stmt->deleted.count; i++)
        compile_target(compiler, stmt->deleted.items[i]);
}

void compile_stmt(Compiler *compiler, Stmt *stmt)
{
    compiler_locate(compiler, stmt->range);
    compiler_step(compiler);
    switch (stmt->kind) {
    case STMT_FUNCTION:
        compile_function(compiler, stmt);
        break;
    case STMT_CLASS:
        compile_class(compiler, stmt);
        break;
    case STMT_RETURN:
        return_stmt(compiler, stmt);
        break;
    case STMT_DELETE:
        delete_stmt(compiler, stmt);
        break;
    case STMT_ASSIGN:
        assign(compiler, stmt);
        break;
    case STMT_AUGMENTED:
        compile_augmented(compiler, stmt);
        break;
    case STMT_ANNOTATED:
        compile_annotated(compiler, stmt);
        break;
    case STMT_FOR:
        compile_for(compiler, stmt);
        break;
    case STMT_WHILE:
        compile_while(compiler, stmt);
        break;
    case STMT_IF:
        if_stmt(compiler, stmt);
        break;
    case STMT_WITH:
        compile_with(compiler, stmt);
        break;
    case STMT_MATCH:
        compile_match(compiler, stmt);
        break;
    case STMT_RAISE:
        raise(compiler, stmt);
        break;
    case STMT_TRY:
        compile_try(compiler, stmt);
        break;
    case STMT_ASSERT:
        assert_stmt(compiler, stmt);
        break;
    case STMT_IMPORT:
        compile_import(compiler, stmt);
        break;
    case STMT_IMPORT_FROM:
        compile_import_from(compiler, stmt);
        break;
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
        break;
    case STMT_EXPR:
        expression(compiler, stmt);
        break;
    case STMT_PASS:
        compiler_emit(compiler, OP_NOP, 0);
        break;
    case STMT_BREAK:
        compile_break(compiler, stmt);
        break;
    case STMT_CONTINUE:
        compile_continue(compiler, stmt);
        break;
    }
    compiler->unit->step_pending = false;
}

void compile_body(Compiler *compiler, StmtList body)
{
    for (size_t i = 0; i < body.count && !compiler->problems->failed; i++)
        compile_stmt(compiler, body.items[i]);
}
