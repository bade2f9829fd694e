#include "lang/symtable.h"

static void fail(SymbolTables *tables, const Symbol *symbol, const char *format)
{
    Span span = {symbol->declared.start, symbol->declared.end};
    problems_fail(tables->problems, "SyntaxError", span, format, (int)symbol->name->text.length,
                  symbol->name->text.bytes);
}

/* What a scope says by itself about its names. */
static void bind_own(SymbolTables *tables, Scope *scope)
{
    for (size_t i = 0; i < scope->symbol_count; i++) {
        Symbol *symbol = &scope->symbols[i];
        if (symbol->flags & SYMBOL_GLOBAL) {
            if (symbol->flags & SYMBOL_NONLOCAL)
                fail(tables, symbol, "name '%.*s' is nonlocal and global");
            symbol->binding = BINDING_GLOBAL_EXPLICIT;
        } else if (symbol->flags & SYMBOL_NONLOCAL) {
            symbol->binding = BINDING_NONE;
        } else if (symbol->flags & SYMBOL_BOUND) {
            symbol->binding = BINDING_LOCAL;
        }
    }
}

static bool is_class_cell(const Scope *scope, const Name *name)
{
    return scope->kind == SCOPE_CLASS && slice_is(name->text, "__class__");
}

/* The scope around `scope` that holds the variable `name` for it; NULL: it is global. */
static Scope *find_owner(const Scope *scope, const Name *name)
{
    for (Scope *outer = scope->parent; outer; outer = outer->parent) {
        if (outer->kind == SCOPE_MODULE)
            return NULL;
        if (is_class_cell(outer, name))
            return outer;
        if (outer->kind == SCOPE_CLASS)
            continue;
        const Symbol *symbol = scope_find(outer, name);
        if (symbol && symbol->flags & SYMBOL_GLOBAL)
            return NULL;
        if (symbol && symbol->flags & SYMBOL_BOUND && !(symbol->flags & SYMBOL_NONLOCAL))
            return outer;
    }
    return NULL;
}

/* The scopes between a variable's owner and its user hand its cell down. */
static void pass_through(Scope *scope, const Scope *owner, const Name *name)
{
    for (Scope *middle = scope->parent; middle != owner; middle = middle->parent) {
        Symbol *symbol = scope_add(middle, name);
        if (symbol->flags & (SYMBOL_BOUND | SYMBOL_GLOBAL) &&
            !(symbol->flags & SYMBOL_NONLOCAL))
            symbol->flags |= SYMBOL_FREE_CLASS;
        else
            symbol->binding = BINDING_FREE;
    }
}

/* Whether a real function or class lies between: inlined comprehensions need no cell. */
static bool crosses_code(const Scope *scope, const Scope *owner)
{
    for (; scope != owner; scope = scope->parent)
        if (!scope->inlined)
            return true;
    return false;
}

static void resolve(SymbolTables *tables, Scope *scope, size_t number)
{
    const Name *name = scope->symbols[number].name;
    Scope *owner = find_owner(scope, name);
    if (!owner) {
        Symbol *symbol = &scope->symbols[number];
        if (symbol->flags & SYMBOL_NONLOCAL)
            fail(tables, symbol, "no binding for nonlocal '%.*s' found");
        symbol->binding = BINDING_GLOBAL_IMPLICIT;
        return;
    }
    pass_through(scope, owner, name);
    scope->symbols[number].binding = BINDING_FREE;
    if (is_class_cell(owner, name))
        owner->needs_class_cell = true;
    else if (crosses_code(scope, owner))
        scope_find(owner, name)->binding = BINDING_CELL;
}

bool scope_analyze(SymbolTables *tables)
{
    for (size_t i = 0; i < tables->scope_count; i++)
        bind_own(tables, tables->scopes[i]);
    for (size_t i = 0; i < tables->scope_count; i++) {
        Scope *scope = tables->scopes[i];
        for (size_t s = 0; s < scope->symbol_count; s++) {
            const Symbol *symbol = &scope->symbols[s];
            if (symbol->binding == BINDING_NONE)
                resolve(tables, scope, s);
        }
    }
    return !tables->problems->failed;
}
