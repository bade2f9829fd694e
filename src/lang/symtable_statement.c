#include "lang/symtable_walk.h"

static void visit_annotations(Walk *walk, const Parameters *parameters, Expr *returns)
{
    if (walk->tables->future.annotations_are_text)
        return;
    for (size_t i = 0; i < parameters->positional + parameters->keyword_only; i++)
        walk_optional(walk, parameters->items[i].annotation);
    if (parameters->rest)
        walk_optional(walk, parameters->rest->annotation);
    if (parameters->keywords)
        walk_optional(walk, parameters->keywords->annotation);
    walk_optional(walk, returns);
}

static void visit_function(Walk *walk, Stmt *stmt)
{
    walk_add(walk, stmt->function.name, SYMBOL_BOUND, stmt->range);
    walk_defaults(walk, stmt->function.parameters);
    visit_annotations(walk, stmt->function.parameters, stmt->function.returns);
    walk_exprs(walk, stmt->function.decorators);
    Scope *outer = walk->scope;
    stmt->function.scope = walk_enter(walk, SCOPE_FUNCTION, stmt->function.name);
    walk_parameters(walk, stmt->function.parameters);
    walk_stmts(walk, stmt->function.body);
    walk->scope = outer;
}

static void visit_class(Walk *walk, Stmt *stmt)
{
    walk_add(walk, stmt->class_.name, SYMBOL_BOUND, stmt->range);
    walk_exprs(walk, stmt->class_.bases);
    for (size_t i = 0; i < stmt->class_.keywords.count; i++)
        walk_expr(walk, stmt->class_.keywords.items[i].value);
    walk_exprs(walk, stmt->class_.decorators);
    Scope *outer = walk->scope;
    stmt->class_.scope = walk_enter(walk, SCOPE_CLASS, stmt->class_.name);
    walk->scope->class_name = stmt->class_.name;
    walk_stmts(walk, stmt->class_.body);
    walk->scope = outer;
}

static void visit_pattern(Walk *walk, Pattern *pattern)
{
    walk_optional(walk, pattern->value);
    if (pattern->pattern)
        visit_pattern(walk, pattern->pattern);
    walk_exprs(walk, pattern->keys);
    for (size_t i = 0; i < pattern->patterns.count; i++)
        visit_pattern(walk, pattern->patterns.items[i]);
    for (size_t i = 0; i < pattern->keyword_patterns.count; i++)
        visit_pattern(walk, pattern->keyword_patterns.items[i]);
    if (pattern->name)
        walk_add(walk, pattern->name, SYMBOL_BOUND, pattern->range);
}

static void visit_match(Walk *walk, Stmt *stmt)
{
    walk_expr(walk, stmt->match.subject);
    for (size_t i = 0; i < stmt->match.count; i++) {
        visit_pattern(walk, stmt->match.cases[i].pattern);
        walk_optional(walk, stmt->match.cases[i].guard);
        walk_stmts(walk, stmt->match.cases[i].body);
    }
}

static void visit_try(Walk *walk, Stmt *stmt)
{
    walk_stmts(walk, stmt->try_.body);
    for (size_t i = 0; i < stmt->try_.count; i++) {
        ExceptHandler *handler = &stmt->try_.handlers[i];
        walk_optional(walk, handler->type);
        if (handler->name)
            walk_add(walk, handler->name, SYMBOL_BOUND, handler->range);
        walk_stmts(walk, handler->body);
    }
    walk_stmts(walk, stmt->try_.otherwise);
    walk_stmts(walk, stmt->try_.finally);
}

/* `import a.b` binds a. */
static const Name *imported_name(Walk *walk, const Alias *alias)
{
    if (alias->as)
        return alias->as;
    Slice text = alias->name->text;
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] == '.')
            return name_intern(walk->tables->names, (Slice){text.bytes, i});
    return alias->name;
}

static void visit_import(Walk *walk, Stmt *stmt)
{
    for (size_t i = 0; i < stmt->import.count; i++) {
        const Alias *alias = &stmt->import.aliases[i];
        if (!slice_is(alias->name->text, "*"))
            walk_add(walk, imported_name(walk, alias), SYMBOL_BOUND | SYMBOL_IMPORTED,
                     alias->range);
        else if (walk->scope->kind != SCOPE_MODULE)
            walk_fail(walk, alias->range, "import * only allowed at module level");
    }
}

static void declare(Walk *walk, const Stmt *stmt, const Name *name)
{
    bool global = stmt->kind == STMT_GLOBAL;
    Symbol *symbol = scope_add(walk->scope, walk_mangled(walk, name));
    uint32_t before = symbol->flags;
    symbol->flags |= global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL;
    if (symbol->declared.end == 0)
        symbol->declared = stmt->range;
    if (before & SYMBOL_PARAMETER)
        walk_fail_name(walk, stmt->range,
                       global ? "name '%.*s' is parameter and global"
                              : "name '%.*s' is parameter and nonlocal",
                       name);
    else if (before & SYMBOL_USED)
        walk_fail_name(walk, stmt->range,
                       global ? "name '%.*s' is used prior to global declaration"
                              : "name '%.*s' is used prior to nonlocal declaration",
                       name);
    else if (before & SYMBOL_ANNOTATED)
        walk_fail_name(walk, stmt->range,
                       global ? "annotated name '%.*s' can't be global"
                              : "annotated name '%.*s' can't be nonlocal",
                       name);
    else if (before & SYMBOL_BOUND)
        walk_fail_name(walk, stmt->range,
                       global ? "name '%.*s' is assigned to before global declaration"
                              : "name '%.*s' is assigned to before nonlocal declaration",
                       name);
    if (!global && walk->scope->kind == SCOPE_MODULE)
        walk_fail(walk, stmt->range, "nonlocal declaration not allowed at module level");
}

static void visit_annotated(Walk *walk, Stmt *stmt)
{
    Expr *target = stmt->annotated.target;
    bool simple = target->kind == EXPR_NAME && !target->parenthesized;
    if (target->kind == EXPR_NAME) {
        const Symbol *symbol = scope_find(walk->scope, walk_mangled(walk, target->name));
        if (simple && symbol && symbol->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL) &&
            walk->scope->kind != SCOPE_MODULE)
            walk_fail_name(walk, stmt->range,
                           symbol->flags & SYMBOL_GLOBAL
                               ? "annotated name '%.*s' can't be global"
                               : "annotated name '%.*s' can't be nonlocal",
                           target->name);
        if (simple)
            walk_add(walk, target->name, SYMBOL_ANNOTATED | SYMBOL_BOUND, target->range);
        else if (stmt->annotated.value)
            walk_add(walk, target->name, SYMBOL_BOUND, target->range);
    } else {
        walk_expr(walk, target);
    }
    if (!walk->tables->future.annotations_are_text)
        walk_expr(walk, stmt->annotated.annotation);
    walk_optional(walk, stmt->annotated.value);
}

static void visit_if(Walk *walk, Stmt *stmt)
{
    for (;;) { /* an elif chain is long rather than deep */
        walk_expr(walk, stmt->branch.test);
        walk_stmts(walk, stmt->branch.body);
        StmtList otherwise = stmt->branch.otherwise;
        if (otherwise.count != 1 || otherwise.items[0]->kind != STMT_IF) {
            walk_stmts(walk, otherwise);
            return;
        }
        stmt = otherwise.items[0];
    }
}

static void visit_stmt(Walk *walk, Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_FUNCTION:
        visit_function(walk, stmt);
        break;
    case STMT_CLASS:
        visit_class(walk, stmt);
        break;
    case STMT_RETURN:
        walk_optional(walk, stmt->value);
        break;
    case STMT_EXPR:
        walk_expr(walk, stmt->value);
        break;
    case STMT_DELETE:
        walk_exprs(walk, stmt->deleted);
        break;
    case STMT_ASSIGN:
        walk_exprs(walk, stmt->assign.targets);
        walk_expr(walk, stmt->assign.value);
        break;
    case STMT_AUGMENTED:
        walk_expr(walk, stmt->augmented.target);
        walk_expr(walk, stmt->augmented.value);
        break;
    case STMT_ANNOTATED:
        visit_annotated(walk, stmt);
        break;
    case STMT_FOR:
        walk_expr(walk, stmt->for_.target);
        walk_expr(walk, stmt->for_.iterable);
        walk_stmts(walk, stmt->for_.body);
        walk_stmts(walk, stmt->for_.otherwise);
        break;
    case STMT_WHILE:
        walk_expr(walk, stmt->branch.test);
        walk_stmts(walk, stmt->branch.body);
        walk_stmts(walk, stmt->branch.otherwise);
        break;
    case STMT_IF:
        visit_if(walk, stmt);
        break;
    case STMT_WITH:
        for (size_t i = 0; i < stmt->with.count; i++) {
            walk_expr(walk, stmt->with.items[i].manager);
            walk_optional(walk, stmt->with.items[i].target);
        }
        walk_stmts(walk, stmt->with.body);
        break;
    case STMT_MATCH:
        visit_match(walk, stmt);
        break;
    case STMT_RAISE:
        walk_optional(walk, stmt->raise.exception);
        walk_optional(walk, stmt->raise.cause);
        break;
    case STMT_TRY:
        visit_try(walk, stmt);
        break;
    case STMT_ASSERT:
        walk_expr(walk, stmt->assert_.test);
        walk_optional(walk, stmt->assert_.message);
        break;
    case STMT_IMPORT:
    case STMT_IMPORT_FROM:
        visit_import(walk, stmt);
        break;
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
        for (size_t i = 0; i < stmt->names.count; i++)
            declare(walk, stmt, stmt->names.items[i]);
        break;
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE:
        break;
    }
}

void walk_stmts(Walk *walk, StmtList list)
{
    for (size_t i = 0; i < list.count; i++)
        visit_stmt(walk, list.items[i]);
}
