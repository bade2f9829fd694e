#include <stdlib.h>

#include "base/list.h"
#include "base/memory.h"
#include "lang/symtable.h"

static size_t find_slot(const Scope *scope, const Name *name)
{
    size_t slot = name->hash & (scope->slot_capacity - 1);
    while (scope->slots[slot] && scope->symbols[scope->slots[slot] - 1].name != name)
        slot = (slot + 1) & (scope->slot_capacity - 1);
    return slot;
}

static void grow(Scope *scope)
{
    free(scope->slots);
    scope->slot_capacity = scope->slot_capacity ? scope->slot_capacity * 2 : 16;
    scope->slots = memory_allocate(scope->slot_capacity * sizeof *scope->slots);
    for (size_t i = 0; i < scope->symbol_count; i++)
        scope->slots[find_slot(scope, scope->symbols[i].name)] = (uint32_t)i + 1;
}

Symbol *scope_find(const Scope *scope, const Name *name)
{
    if (scope->slot_capacity == 0)
        return NULL;
    uint32_t number = scope->slots[find_slot(scope, name)];
    return number ? &scope->symbols[number - 1] : NULL;
}

Symbol *scope_add(Scope *scope, const Name *name)
{
    if ((scope->symbol_count + 1) * 2 > scope->slot_capacity)
        grow(scope);
    size_t slot = find_slot(scope, name);
    if (!scope->slots[slot]) {
        scope->symbols = list_reserve(scope->symbols, &scope->symbol_capacity,
                                      scope->symbol_count + 1, sizeof *scope->symbols);
        scope->symbols[scope->symbol_count++] = (Symbol){.name = name};
        scope->slots[slot] = (uint32_t)scope->symbol_count;
    }
    return &scope->symbols[scope->slots[slot] - 1];
}

void symtable_done(SymbolTables *tables)
{
    for (size_t i = 0; i < tables->scope_count; i++) {
        free(tables->scopes[i]->symbols);
        free(tables->scopes[i]->slots);
        free(tables->scopes[i]->children);
    }
    free(tables->scopes);
    tables->scopes = NULL;
    tables->scope_count = 0;
}
