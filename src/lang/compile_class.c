#include <stdlib.h>
#include <string.h>

#include "lang/compiler.h"

static void compile_class_body(Compiler *compiler, const Stmt *stmt, const Unit *unit)
{
    StmtList body = stmt->class_.body;
    const Expr *docstring = compile_docstring(body);
    Range range = {stmt->range.start, stmt->range.start + 1};
    compiler_step(compiler);
    compile_name(compiler, name_of(compiler->names, "__name__"), ACCESS_LOAD, range);
    compile_name(compiler, name_of(compiler->names, "__module__"), ACCESS_STORE, range);
    compiler_load_text(compiler, unit->qualified_name);
    compile_name(compiler, name_of(compiler->names, "__qualname__"), ACCESS_STORE, range);
    if (compiler->minor >= 13) {
        compiler_load_int(compiler, (long)unit->code->first_line);
        compile_name(compiler, name_of(compiler->names, "__firstlineno__"), ACCESS_STORE,
                     range);
    }
    if (compile_has_annotations(body))
        compiler_emit(compiler, OP_SETUP_ANNOTATIONS, 0);
    if (docstring) {
        compiler_step(compiler);
        compiler_locate(compiler, docstring->range);
        compiler_load(compiler, compile_docstring_value(compiler, docstring), true);
        compile_name(compiler, name_of(compiler->names, "__doc__"), ACCESS_STORE, range);
        body.items++;
        body.count--;
    }
    compile_body(compiler, body);
}

static int compare_names(const void *left, const void *right)
{
    Slice a = (*(const Name *const *)left)->text, b = (*(const Name *const *)right)->text;
    int order = memcmp(a.bytes, b.bytes, a.length < b.length ? a.length : b.length);
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

static void compile_static_attributes(Compiler *compiler, const Unit *unit)
{
    const NameIndex *names = &unit->attributes;
    const Name **sorted =
        region_allocate(compiler->scratch, (names->count + 1) * sizeof *sorted);
    for (size_t i = 0; i < names->count; i++)
        sorted[i] = names->items[i];
    qsort(sorted, names->count, sizeof *sorted, compare_names);
    compiler_load_names(compiler, sorted, names->count);
    compiler_emit(
        compiler, OP_STORE_NAME,
        compile_name_number(compiler, name_of(compiler->names, "__static_attributes__")));
}

/* The class's cell, for zero-argument super(): __build_class__ gets it as the body's result. */
static void compile_class_end(Compiler *compiler, const Unit *unit)
{
    const Name *cell_name = name_of(compiler->names, "__class__");
    uint32_t cell;
    if (compiler->minor >= 13)
        compile_static_attributes(compiler, unit);
    if (unit->scope->needs_class_cell && name_index_find(&unit->cells, cell_name, &cell)) {
        compiler_emit(compiler, OP_LOAD_CLOSURE, cell);
        compiler_emit(compiler, OP_COPY, 1);
        compiler_emit(compiler, OP_STORE_NAME,
                      compile_name_number(compiler, name_of(compiler->names, "__classcell__")));
    } else {
        compiler_load_none(compiler);
    }
    compiler_emit(compiler, OP_RETURN_VALUE, 0);
}

void compile_class(Compiler *compiler, Stmt *stmt)
{
    ExprList decorators = stmt->class_.decorators;
    Range first = decorators.count ? decorators.items[0]->range : stmt->range;
    compile_decorators(compiler, decorators);
    compiler_step(compiler);
    Unit unit;
    compiler_enter(compiler, &unit, stmt->class_.scope, stmt->class_.name, first);
    compiler_locate(compiler, (Range){stmt->range.start, stmt->range.start + 1});
    compile_class_body(compiler, stmt, &unit);
    compile_class_end(compiler, &unit);
    const Code *code = compiler_leave(compiler);
    compiler_locate(compiler, compile_definition_place(compiler, decorators, stmt->range));
    compile_push_null(compiler);
    compiler_emit(compiler, OP_LOAD_BUILD_CLASS, 0);
    compile_function_loaded(compiler);
    compile_make_function(compiler, code, &unit.frees, 0);
    unit_done(&unit);
    compiler_load_text(compiler, stmt->class_.name->text);
    compile_arguments(compiler, stmt->class_.bases, stmt->class_.keywords, 2);
    compile_called(compiler);
    compile_decorator_calls(compiler, decorators, stmt->range);
    compiler_locate(compiler, compile_definition_place(compiler, decorators, stmt->range));
    compile_name(compiler, stmt->class_.name, ACCESS_STORE, stmt->range);
}

static bool statement_has_annotations(const Stmt *stmt)
{
    BlockWalk walk = {.stmt = stmt};
    StmtList block;
    bool found = stmt->kind == STMT_ANNOTATED;
    while (!found && ast_next_block(&walk, &block))
        found = compile_has_annotations(block);
    return found;
}

bool compile_has_annotations(StmtList body)
{
    for (size_t i = 0; i < body.count; i++)
        if (statement_has_annotations(body.items[i]))
            return true;
    return false;
}
