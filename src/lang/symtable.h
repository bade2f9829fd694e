#ifndef LANG_SYMTABLE_H
#define LANG_SYMTABLE_H
/* Which names a block of code binds, and where a name that it uses comes from:
 * Python/symtable.c in two passes, one over the tree and one over the scopes. */
#include "lang/ast.h"
#include "lang/future.h"
#include "lang/problem.h"

typedef enum ScopeKind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION, /* lambdas, comprehensions and generator expressions too */
} ScopeKind;

typedef enum Binding {
    BINDING_NONE, /* not resolved yet */
    BINDING_LOCAL,
    BINDING_CELL,
    BINDING_FREE,
    BINDING_GLOBAL_EXPLICIT,
    BINDING_GLOBAL_IMPLICIT,
} Binding;

enum { /* Symbol.flags */
       SYMBOL_BOUND = 1,
       SYMBOL_USED = 2,
       SYMBOL_PARAMETER = 4,
       SYMBOL_GLOBAL = 8,
       SYMBOL_NONLOCAL = 16,
       SYMBOL_ANNOTATED = 32,
       SYMBOL_ITERATION = 64,   /* the target of a comprehension's clause */
       SYMBOL_FREE_CLASS = 128, /* a class binds it and passes it through to its methods too */
       SYMBOL_IMPORTED = 256,
};

typedef struct Symbol {
    const Name *name;
    uint32_t flags;
    Binding binding;
    Range declared; /* the global or nonlocal statement */
} Symbol;

struct Scope {
    ScopeKind kind;
    const Name *name;
    const Name *class_name; /* what __private names belong to; NULL outside of classes */
    Scope *parent;
    Scope **children;
    size_t child_count, child_capacity;
    bool is_comprehension; /* generator expressions too */
    bool is_generator_expression;
    bool inlined;      /* its code is part of the scope around it (3.12+) */
    bool is_generator; /* it yields */
    bool nested;       /* inside a function, at any depth */
    bool needs_class_cell;
    Symbol *symbols; /* in the order of their first mention */
    size_t symbol_count, symbol_capacity;
    uint32_t *slots; /* hash table of symbol numbers + 1 */
    size_t slot_capacity;
};

typedef struct SymbolTables {
    Region *region; /* of the scopes */
    NameTable *names;
    Problems *problems;
    int minor;
    Future future;
    Scope **scopes; /* all of them, parents before children */
    size_t scope_count, scope_capacity;
} SymbolTables;

/* Hangs a Scope into the module and into every function, class, lambda and comprehension. False
 * after a mistake, which is in tables->problems. Release with symtable_done once compiled. */
bool symtable_build(SymbolTables *tables, Module *module);
void symtable_done(SymbolTables *tables);
/* NULL where the scope does not mention the name (which must be mangled). */
Symbol *scope_find(const Scope *scope, const Name *name);
Symbol *scope_add(Scope *scope, const Name *name);

/* scope_analysis.c: the second pass. */
bool scope_analyze(SymbolTables *tables);

#endif
