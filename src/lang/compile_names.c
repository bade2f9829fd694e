#include <stdlib.h>
#include <string.h>

#include "lang/compiler.h"

/* Where a name's value lives, as the current place sees it. */
typedef enum Home {
    HOME_FAST,
    HOME_CELL,
    HOME_FREE,
    HOME_CLASS_FREE, /* the class namespace first */
    HOME_GLOBAL,
    HOME_NAME,
} Home;

const Name *compile_mangled(const Compiler *compiler, const Name *name)
{
    return name_mangle(compiler->names, compiler->scope->class_name, name);
}

uint32_t compile_name_number(Compiler *compiler, const Name *name)
{
    return name_index_add(&compiler->unit->names, name);
}

static bool is_own_class_cell(const Scope *scope, const Name *name)
{
    return scope->kind == SCOPE_CLASS && scope->needs_class_cell &&
           slice_is(name->text, "__class__");
}

static Home home_in_unit(const Scope *scope, const Name *name, bool from_comprehension)
{
    const Symbol *symbol = scope_find(scope, name);
    Binding binding = symbol ? symbol->binding : BINDING_GLOBAL_IMPLICIT;
    if (from_comprehension && is_own_class_cell(scope, name))
        return HOME_CELL;
    if (from_comprehension && symbol && symbol->flags & SYMBOL_FREE_CLASS)
        return HOME_FREE;
    switch (binding) {
    case BINDING_LOCAL:
        return scope->kind == SCOPE_FUNCTION ? HOME_FAST : HOME_NAME;
    case BINDING_CELL:
        return HOME_CELL;
    case BINDING_FREE:
        return scope->kind == SCOPE_CLASS && !from_comprehension ? HOME_CLASS_FREE : HOME_FREE;
    case BINDING_GLOBAL_EXPLICIT:
        return HOME_GLOBAL;
    case BINDING_NONE:
    case BINDING_GLOBAL_IMPLICIT:
        break;
    }
    return scope->kind == SCOPE_FUNCTION ? HOME_GLOBAL : HOME_NAME;
}

/* An inlined comprehension has its own fast locals; what it does not bind is the scope's
 * around. */
static Home find_home(const Compiler *compiler, const Name *name)
{
    const Scope *scope = compiler->scope;
    bool from_comprehension = scope->inlined;
    for (; scope->inlined; scope = scope->parent) {
        const Symbol *symbol = scope_find(scope, name);
        Binding binding = symbol ? symbol->binding : BINDING_GLOBAL_IMPLICIT;
        if (binding == BINDING_LOCAL)
            return HOME_FAST;
        if (binding == BINDING_CELL)
            return HOME_CELL;
        if (binding == BINDING_GLOBAL_EXPLICIT)
            return HOME_GLOBAL;
        if (binding != BINDING_FREE)
            return compiler->unit->scope->kind == SCOPE_MODULE ? HOME_NAME : HOME_GLOBAL;
    }
    return home_in_unit(scope, name, from_comprehension);
}

static uint32_t cell_number(Compiler *compiler, const Name *name, Home home)
{
    const Unit *unit = compiler->unit;
    uint32_t number = 0;
    if (home == HOME_CELL)
        name_index_find(&unit->cells, name, &number);
    else if (name_index_find(&unit->frees, name, &number))
        number += (uint32_t)unit->cells.count;
    return number;
}

void compile_name(Compiler *compiler, const Name *name, Access access, Range range)
{
    static const Opcode fast[] = {OP_LOAD_FAST, OP_STORE_FAST, OP_DELETE_FAST};
    static const Opcode deref[] = {OP_LOAD_DEREF, OP_STORE_DEREF, OP_DELETE_DEREF};
    static const Opcode global[] = {OP_LOAD_GLOBAL, OP_STORE_GLOBAL, OP_DELETE_GLOBAL};
    static const Opcode plain[] = {OP_LOAD_NAME, OP_STORE_NAME, OP_DELETE_NAME};
    if (access != ACCESS_LOAD && slice_is(name->text, "__debug__"))
        compiler_fail(compiler, range,
                      access == ACCESS_STORE ? "cannot assign to __debug__"
                                             : "cannot delete __debug__");
    name = compile_mangled(compiler, name);
    Home home = find_home(compiler, name);
    switch (home) {
    case HOME_FAST:
        compiler_emit(compiler, fast[access], name_index_add(&compiler->unit->variables, name));
        break;
    case HOME_CELL:
    case HOME_FREE:
        compiler_emit(compiler, deref[access], cell_number(compiler, name, home));
        break;
    case HOME_CLASS_FREE:
        compiler_emit(compiler, access == ACCESS_LOAD ? OP_LOAD_CLASSDEREF : deref[access],
                      cell_number(compiler, name, home));
        break;
    case HOME_GLOBAL:
        compiler_emit(compiler, global[access], compile_name_number(compiler, name));
        break;
    case HOME_NAME:
        compiler_emit(compiler, plain[access], compile_name_number(compiler, name));
        break;
    }
}

static int compare_names(const void *a, const void *b)
{
    const Name *const *left = a, *const *right = b;
    Slice x = (*left)->text, y = (*right)->text;
    size_t length = x.length < y.length ? x.length : y.length;
    int order = memcmp(x.bytes, y.bytes, length);
    return order ? order : (x.length > y.length) - (x.length < y.length);
}

/* CPython sorts cells and free variables by name. */
static void sort(NameIndex *index)
{
    if (index->count < 2)
        return;
    qsort(index->items, index->count, sizeof *index->items, compare_names);
    NameIndex sorted = {0};
    for (size_t i = 0; i < index->count; i++)
        name_index_add(&sorted, index->items[i]);
    name_index_done(index);
    *index = sorted;
}

static void collect(Compiler *compiler, Unit *unit, const Scope *scope)
{
    for (size_t i = 0; i < scope->symbol_count; i++) {
        const Symbol *symbol = &scope->symbols[i];
        if (symbol->binding == BINDING_CELL)
            name_index_add(&unit->cells, symbol->name);
        bool free = symbol->binding == BINDING_FREE || symbol->flags & SYMBOL_FREE_CLASS;
        if (free && !scope->inlined)
            name_index_add(&unit->frees, symbol->name);
    }
    if (scope->needs_class_cell)
        name_index_add(&unit->cells, name_of(compiler->names, "__class__"));
    for (size_t i = 0; i < scope->child_count; i++)
        if (scope->children[i]->inlined)
            collect(compiler, unit, scope->children[i]);
}

void compile_collect_cells(Compiler *compiler, Unit *unit)
{
    collect(compiler, unit, unit->scope);
    sort(&unit->cells);
    sort(&unit->frees);
}

bool compile_closure(Compiler *compiler, const NameIndex *frees)
{
    for (size_t i = 0; i < frees->count; i++) {
        const Name *name = frees->items[i];
        Home home = find_home(compiler, name);
        const Symbol *symbol = scope_find(compiler->scope, name);
        bool passed = symbol && symbol->flags & SYMBOL_FREE_CLASS;
        if (is_own_class_cell(compiler->unit->scope, name))
            home = HOME_CELL;
        else if (passed)
            home = HOME_FREE;
        compiler_emit(compiler, OP_LOAD_CLOSURE, cell_number(compiler, name, home));
    }
    if (frees->count)
        compiler_emit(compiler, OP_BUILD_TUPLE, (uint32_t)frees->count);
    return frees->count > 0;
}
