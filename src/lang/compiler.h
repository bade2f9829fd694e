#ifndef LANG_COMPILER_H
#define LANG_COMPILER_H
/* The tree into code objects, as Python/compile.c of CPython 3.12 does it, in heapstep's
 * instructions. `unit` is the code object that is written; `scope` is where names are looked
 * up, which inside an inlined comprehension is that comprehension's own. */
#include "lang/unit.h"

typedef struct Compiler {
    const Profile *profile;
    int minor;
    bool single; /* expression statements are printed */
    const Source *source;
    Problems *problems;
    NameTable *names;
    SymbolTables *tables;
    Region *scratch; /* lives until the compilation is over */
    Region *region;  /* of the program */
    ConstantPool pool;
    Unit *unit;
    Scope *scope;
    Code **codes;
    size_t code_count, code_capacity;
} Compiler;

/* Compiles the module and every code object in it. False after a mistake, which is in
 * compiler->problems. */
bool compiler_run(Compiler *compiler, Module *module);

/* Code objects. */
void compiler_enter(Compiler *compiler, Unit *unit, Scope *scope, const Name *name,
                    Range first);
/* Finishes the current unit and goes back to the one around it. */
const Code *compiler_leave(Compiler *compiler);

/* Instructions. */
#define NO_RANGE ((Range){0, 0}) /* an instruction without a line */
void compiler_emit(Compiler *compiler, Opcode op, uint32_t arg);
/* Are `entries` too many for the evaluation stack at once (compile.c,
 * STACK_USE_GUIDELINE; 3.10+)? */
bool compiler_is_many(const Compiler *compiler, size_t entries);
void compiler_emit_pseudo(Compiler *compiler, uint8_t op, Label label);
void compiler_locate(Compiler *compiler, Range range); /* of the instructions to come */
/* As compiler_locate; but what an attribute on a later line than its object does is there. */
void compiler_locate_attribute(Compiler *compiler, Range range, const Expr *attribute);
void compiler_step(Compiler *compiler); /* the next instruction begins a step */
Label compiler_label(Compiler *compiler);
void compiler_place(Compiler *compiler, Label label);
void compiler_fail(Compiler *compiler, Range range, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Constants. */
uint32_t compiler_const(Compiler *compiler, const Value *value, bool literal);
void compiler_load(Compiler *compiler, const Value *value, bool literal);
void compiler_load_none(Compiler *compiler);
void compiler_load_text(Compiler *compiler, Slice text);
void compiler_load_int(Compiler *compiler, long number);
void compiler_load_names(Compiler *compiler, const Name *const *names, size_t count);
/* A tuple constant of constant expressions; all must be. */
const Value *compiler_tuple_of(Compiler *compiler, ConstKind kind, ExprList list);
bool compiler_all_const(ExprList list);

/* compile_names.c */
typedef enum Access {
    ACCESS_LOAD,
    ACCESS_STORE,
    ACCESS_DELETE,
} Access;
void compile_name(Compiler *compiler, const Name *name, Access access, Range range);
const Name *compile_mangled(const Compiler *compiler, const Name *name);
uint32_t compile_name_number(Compiler *compiler, const Name *name); /* in co_names */
void compile_collect_cells(Compiler *compiler, Unit *unit);
/* The cells that the code object over `frees` closes over, as a tuple; false when there are
 * none. */
bool compile_closure(Compiler *compiler, const NameIndex *frees);

/* compile_expression.c */
void compile_expr(Compiler *compiler, Expr *expr);
/* The pool number of a constant expression; and of several, which `keeps` puts into co_consts
 * whether something loads them or not. */
uint32_t compile_constant(Compiler *compiler, const Expr *expr);
uint32_t *compile_constants(Compiler *compiler, ExprList list, bool keeps);
/* fold_tuple_on_constants: a tuple of constants, which stay in co_consts until 3.11. Until 3.9 it
 * is another one each time. */
void compile_built_tuple(Compiler *compiler, ExprList items);
void compile_exprs(Compiler *compiler, ExprList list);
/* Jumps to `target` when the truth of `test` is `when`, else goes on. */
void compile_jump_if(Compiler *compiler, Expr *test, Label target, bool when);
void compile_slice_parts(Compiler *compiler, const Expr *slice);
bool compile_is_plain_slice(const Compiler *compiler, const Expr *index);

/* compile_condition.c */
void compile_bool_op(Compiler *compiler, Expr *expr);
void compile_compare(Compiler *compiler, Expr *expr);
void compile_conditional(Compiler *compiler, Expr *expr);

/* compile_display.c */
typedef enum DisplayKind {
    DISPLAY_TUPLE,
    DISPLAY_LIST,
    DISPLAY_SET,
} DisplayKind;
/* `pushed` items of it lie on the stack already. */
void compile_display(Compiler *compiler, ExprList items, DisplayKind kind, uint32_t pushed);
/* Before 3.9: pushes the iterables that a display or a call with stars unpacks, what is between
 * stars made one by `inner`; how many they are. */
uint32_t compile_pieces(Compiler *compiler, ExprList items, Opcode inner, uint32_t pushed);
void compile_dict(Compiler *compiler, Expr *expr);
void compile_joined(Compiler *compiler, Expr *expr);
void compile_formatted(Compiler *compiler, Expr *expr);

/* compile_call.c */
void compile_call(Compiler *compiler, Expr *expr);
void compile_attribute_owner(Compiler *compiler, Expr *expr); /* the value of `expr.name` */
/* Around a call of what is no method: the empty entry, the function, its arguments, the call.
 * To 3.10 CPython has no empty entry, and from 3.13 on it comes after the function. */
void compile_push_null(Compiler *compiler);
void compile_function_loaded(Compiler *compiler);
void compile_called(Compiler *compiler);
/* Arguments behind `pushed` positional ones, and the call itself. */
void compile_arguments(Compiler *compiler, ExprList arguments, KeywordList keywords,
                       uint32_t pushed);

/* compile_warnings.c: `function` of a call, a subscript that is read. */
void compile_warn_compare(Compiler *compiler, const Expr *expr);
void compile_warn_call(Compiler *compiler, const Expr *function);
void compile_warn_subscript(Compiler *compiler, const Expr *expr);
void compile_warn_assert(Compiler *compiler, const Stmt *stmt);

/* compile_comprehension.c */
void compile_comprehension(Compiler *compiler, Expr *expr);

/* compile_function.c */
void compile_function(Compiler *compiler, Stmt *stmt);
void compile_lambda(Compiler *compiler, Expr *expr);
/* code on the stack -> function; `flags`: what lies below it already. */
void compile_make_function(Compiler *compiler, const Code *code, const NameIndex *frees,
                           uint32_t flags);
void compile_decorators(Compiler *compiler, ExprList decorators);
/* Where the function or class itself is made: before 3.8 at the first decorator. */
Range compile_definition_place(const Compiler *compiler, ExprList decorators, Range range);
/* `definition` is what they decorate. */
void compile_decorator_calls(Compiler *compiler, ExprList decorators, Range definition);
/* compile_class.c */
void compile_class(Compiler *compiler, Stmt *stmt);
bool compile_has_annotations(StmtList body);

/* docstring.c */
/* The constant expression that is a body's docstring; NULL without one. */
const Expr *compile_docstring(StmtList body);
/* What __doc__ gets of it. */
const Value *compile_docstring_value(Compiler *compiler, const Expr *docstring);

/* compile_assignment.c */
void compile_target(Compiler *compiler, Expr *target); /* v -> ; or deletes */
/* `a, b = b, a` without a tuple, as CPython's peephole optimizer has it for up to three items;
 * false where it is nothing of that kind. */
bool compile_exchange(Compiler *compiler, Expr *target, Expr *value);
void compile_augmented(Compiler *compiler, Stmt *stmt);
void compile_annotated(Compiler *compiler, Stmt *stmt);
void compile_annotation(Compiler *compiler, Expr *annotation);

/* compile_statement.c */
void compile_stmt(Compiler *compiler, Stmt *stmt);
void compile_body(Compiler *compiler, StmtList body);

/* compile_import.c */
void compile_import(Compiler *compiler, Stmt *stmt);
void compile_import_from(Compiler *compiler, Stmt *stmt);

/* compile_loop.c */
void compile_for(Compiler *compiler, Stmt *stmt);
void compile_while(Compiler *compiler, Stmt *stmt);
void compile_break(Compiler *compiler, Stmt *stmt);
void compile_continue(Compiler *compiler, Stmt *stmt);

/* compile_unwind.c: protected blocks and what a jump out of them leaves behind. */
void compile_push_block(Compiler *compiler, Block block, Range range);
void compile_pop_block(Compiler *compiler);
typedef struct Leaving {
    enum { LEAVING_RETURN, LEAVING_BREAK, LEAVING_CONTINUE } how;
    bool keep; /* the top of the stack is carried along */
} Leaving;
/* Leaves all blocks, up to the innermost loop unless it is a return. The loop, or NULL. */
const Block *compile_unwind(Compiler *compiler, Leaving leaving, Range range);
/* To be called after that, before the jump or return itself. */
void compile_locate_unwound(Compiler *compiler, Range range, bool to_loop);
void compile_unwind_block(Compiler *compiler, const Block *block, Leaving leaving);
void compile_exit_call(Compiler *compiler); /* of a with statement: exit -> result */
void compile_reraise_after_cleanup(Compiler *compiler);
void compile_pop_exception(Compiler *compiler); /* exc -> */

/* compile_except_star.c: the except* clauses of a try statement; they go on at `end`. */
void compile_group_handlers(Compiler *compiler, const Stmt *stmt, Label end);

/* compile_try.c */
/* The exception's name is unbound at the end of its except clause, however that is left. */
void compile_unbind(Compiler *compiler, const Name *name, Range range);
void compile_try(Compiler *compiler, Stmt *stmt);
void compile_try_except(Compiler *compiler, const Stmt *stmt);
void compile_with(Compiler *compiler, Stmt *stmt);

/* compile_finally.c */
void compile_try_finally(Compiler *compiler, const Stmt *stmt);
void compile_leave_finally_try(Compiler *compiler, const Block *block, Leaving leaving);

/* compile_match.c */
void compile_match(Compiler *compiler, Stmt *stmt);

#endif
