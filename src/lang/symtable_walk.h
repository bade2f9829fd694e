#ifndef LANG_SYMTABLE_WALK_H
#define LANG_SYMTABLE_WALK_H
/* What the two files of the symbol table's first pass share: one visits expressions, the other
 * statements. */
#include "lang/symtable.h"

typedef struct Walk {
    SymbolTables *tables;
    Scope *scope;
    bool in_iteration_target;
    size_t iterable_depth; /* inside a comprehension's iterable */
} Walk;

/* symtable.c */
Scope *walk_enter(Walk *walk, ScopeKind kind, const Name *name);
const Name *walk_mangled(const Walk *walk, const Name *name);
/* symtable_add_def: the name, as the scope knows it, gets `flags`. */
Symbol *walk_add(Walk *walk, const Name *name, uint32_t flags, Range range);
void walk_fail(Walk *walk, Range range, const char *message);
/* `format` takes the name as %.*s. */
void walk_fail_name(Walk *walk, Range range, const char *format, const Name *name);
void walk_expr(Walk *walk, Expr *expr);
void walk_exprs(Walk *walk, ExprList list);
void walk_optional(Walk *walk, Expr *expr); /* which may be NULL */
void walk_parameters(Walk *walk, const Parameters *parameters);
void walk_defaults(Walk *walk, const Parameters *parameters);

/* symtable_statement.c */
void walk_stmts(Walk *walk, StmtList list);

#endif
