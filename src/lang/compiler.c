#include "lang/compiler.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"

void compiler_emit(Compiler *compiler, Opcode op, uint32_t arg)
{
    unit_emit(compiler->unit, (uint8_t)op, arg);
}

bool compiler_is_many(const Compiler *compiler, size_t entries)
{
    enum { STACK_USE_GUIDELINE = 30 };
    return compiler->minor >= 10 && entries > STACK_USE_GUIDELINE;
}

void compiler_emit_pseudo(Compiler *compiler, uint8_t op, Label label)
{
    unit_emit(compiler->unit, op, label);
}

void compiler_locate(Compiler *compiler, Range range)
{
    compiler->unit->range = range;
}

/* compile.c, update_start_location_to_match_attr. */
void compiler_locate_attribute(Compiler *compiler, Range range, const Expr *attribute)
{
    Range own = attribute->range;
    const char *text = compiler->source->bytes + own.start;
    if (compiler->minor < 10) {
        compiler_locate(compiler, range);
        return;
    }
    bool one_line = !memchr(text, '\n', own.end - own.start);
    uint32_t length = (uint32_t)attribute->attribute.name->text.length;
    if (!one_line && own.end - own.start >= length)
        range.start = own.end - length;
    compiler_locate(compiler, range);
}

void compiler_step(Compiler *compiler)
{
    compiler->unit->step_pending = true;
}

Label compiler_label(Compiler *compiler)
{
    return unit_label(compiler->unit);
}

void compiler_place(Compiler *compiler, Label label)
{
    unit_place(compiler->unit, label);
}

void compiler_fail(Compiler *compiler, Range range, const char *format, ...)
{
    char message[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    problems_fail(compiler->problems, "SyntaxError", (Span){range.start, range.end}, "%s",
                  message);
}

uint32_t compiler_const(Compiler *compiler, const Value *value, bool literal)
{
    ConstantUse use = {.owner = compiler->unit->code->index, .literal = literal};
    return constant_pool_value(&compiler->pool, value, use);
}

void compiler_load(Compiler *compiler, const Value *value, bool literal)
{
    compiler_emit(compiler, OP_LOAD_CONST, compiler_const(compiler, value, literal));
}

static Value *new_value(Compiler *compiler, ConstKind kind)
{
    Value *value = region_allocate(compiler->scratch, sizeof *value);
    value->kind = kind;
    return value;
}

void compiler_load_none(Compiler *compiler)
{
    static const Value none = {.kind = CONST_NONE};
    compiler_load(compiler, &none, false);
}

void compiler_load_text(Compiler *compiler, Slice text)
{
    Value *value = new_value(compiler, CONST_STR);
    value->text = text;
    compiler_load(compiler, value, false);
}

void compiler_load_int(Compiler *compiler, long number)
{
    mpz_t integer;
    mpz_init_set_si(integer, number);
    Value *value = new_value(compiler, CONST_INT);
    value->integer = ast_integer(compiler->scratch, integer);
    mpz_clear(integer);
    compiler_load(compiler, value, false);
}

void compiler_load_names(Compiler *compiler, const Name *const *names, size_t count)
{
    Value *tuple = new_value(compiler, CONST_TUPLE);
    const Value **items = region_allocate(compiler->scratch, (count + 1) * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        Value *item = new_value(compiler, CONST_STR);
        item->text = names[i]->text;
        items[i] = item;
    }
    tuple->tuple.items = items;
    tuple->tuple.count = count;
    compiler_load(compiler, tuple, false);
}

bool compiler_all_const(ExprList list)
{
    for (size_t i = 0; i < list.count; i++)
        if (!list.items[i] || list.items[i]->kind != EXPR_CONSTANT)
            return false;
    return true;
}

const Value *compiler_tuple_of(Compiler *compiler, ConstKind kind, ExprList list)
{
    Value *tuple = new_value(compiler, kind);
    const Value **items = region_allocate(compiler->scratch, (list.count + 1) * sizeof *items);
    for (size_t i = 0; i < list.count; i++) {
        items[i] = list.items[i]->constant;
        /* The items are literals even where the tuple is not: they take their places first. */
        if (compiler->profile->identity.const_tuple_items_merged)
            compiler_const(compiler, items[i], true);
    }
    tuple->tuple.items = items;
    tuple->tuple.count = list.count;
    return tuple;
}

/* A name inside a function is "f.<locals>.g", inside a class "C.g"; a global one is bare. */
static Slice qualified_name(Compiler *compiler, const Unit *unit)
{
    const Unit *outer = unit->outer;
    if (!outer || outer->scope->kind == SCOPE_MODULE)
        return unit->name->text;
    const Symbol *symbol = scope_find(outer->scope, unit->name);
    bool definition = slice_equal(unit->name->text, unit->scope->name->text) &&
                      unit->name->text.bytes[0] != '<';
    if (definition && symbol && symbol->binding == BINDING_GLOBAL_EXPLICIT)
        return unit->name->text;
    Text text = {0};
    text_append_slice(&text, outer->qualified_name);
    bool locals = outer->scope->kind == SCOPE_FUNCTION && !outer->scope->is_comprehension;
    text_append_string(&text, locals ? ".<locals>." : ".");
    text_append_slice(&text, unit->name->text);
    Slice result = region_slice(compiler->region, text_slice(&text));
    text_done(&text);
    return result;
}

static Code *new_code(Compiler *compiler)
{
    Code *code = region_allocate(compiler->region, sizeof *code);
    compiler->codes = list_reserve(compiler->codes, &compiler->code_capacity,
                                   compiler->code_count + 1, sizeof *compiler->codes);
    code->index = (uint32_t)compiler->code_count;
    compiler->codes[compiler->code_count++] = code;
    return code;
}

/* What runs before the first statement: the closure's cells, the own cells, the generator. */
static void emit_prologue(Compiler *compiler, Unit *unit)
{
    if (unit->frees.count)
        compiler_emit(compiler, OP_COPY_FREE_VARS, (uint32_t)unit->frees.count);
    for (size_t i = 0; i < unit->cells.count; i++)
        compiler_emit(compiler, OP_MAKE_CELL, (uint32_t)i);
    if (unit->scope->is_generator)
        compiler_emit(compiler, OP_RETURN_GENERATOR, 0);
    compiler_emit(compiler, OP_RESUME, 0);
}

static uint32_t code_flags(const Scope *scope)
{
    uint32_t flags = 0;
    if (scope->kind == SCOPE_FUNCTION)
        flags |= CODE_OPTIMIZED | CODE_NEWLOCALS;
    if (scope->kind == SCOPE_FUNCTION && scope->nested)
        flags |= CODE_NESTED;
    if (scope->is_generator)
        flags |= CODE_GENERATOR;
    return flags;
}

void compiler_enter(Compiler *compiler, Unit *unit, Scope *scope, const Name *name, Range first)
{
    *unit = (Unit){
        .outer = compiler->unit, .outer_scope = compiler->scope, .scope = scope, .name = name};
    unit->code = new_code(compiler);
    unit->qualified_name = qualified_name(compiler, unit);
    Code *code = unit->code;
    code->name = region_slice(compiler->region, name->text);
    code->qualified_name = region_slice(compiler->region, unit->qualified_name);
    code->first_line = (uint32_t)source_position(compiler->source, first.start).line;
    code->flags = code_flags(scope);
    compiler->unit = unit;
    compiler->scope = scope;
    compile_collect_cells(compiler, unit);
    compiler_locate(compiler, (Range){first.start, first.start});
    emit_prologue(compiler, unit);
}

const Code *compiler_leave(Compiler *compiler)
{
    Unit *unit = compiler->unit;
    if (!compiler->problems->failed) /* else the unit may be incomplete */
        unit_assemble(unit, &compiler->pool, compiler->source, compiler->region);
    const Code *code = unit->code;
    compiler->unit = unit->outer;
    compiler->scope = unit->outer_scope;
    return code;
}

static void compile_module_body(Compiler *compiler, Module *module)
{
    StmtList body = module->body;
    if (compile_has_annotations(body))
        compiler_emit(compiler, OP_SETUP_ANNOTATIONS, 0);
    const Expr *docstring = compiler->single ? NULL : compile_docstring(body);
    if (docstring) {
        compiler_step(compiler);
        compiler_locate(compiler, docstring->range);
        compiler_load(compiler, compile_docstring_value(compiler, docstring), true);
        compile_name(compiler, name_of(compiler->names, "__doc__"), ACCESS_STORE,
                     docstring->range);
        body.items++;
        body.count--;
    }
    compile_body(compiler, body);
    compiler_load_none(compiler);
    compiler_emit(compiler, OP_RETURN_VALUE, 0);
}

bool compiler_run(Compiler *compiler, Module *module)
{
    Unit unit;
    compiler_enter(compiler, &unit, module->scope, name_of(compiler->names, "<module>"),
                   (Range){0, 0});
    unit.code->first_line = 1;
    compile_module_body(compiler, module);
    compiler_leave(compiler);
    unit_done(&unit);
    return !compiler->problems->failed;
}
