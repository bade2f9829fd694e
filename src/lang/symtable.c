#include "lang/symtable.h"

#include "base/list.h"
#include "base/memory.h"
#include "lang/symtable_walk.h"

void walk_exprs(Walk *walk, ExprList list)
{
    for (size_t i = 0; i < list.count; i++)
        walk_expr(walk, list.items[i]);
}

void walk_optional(Walk *walk, Expr *expr)
{
    if (expr)
        walk_expr(walk, expr);
}

void walk_fail_name(Walk *walk, Range range, const char *format, const Name *name)
{
    problems_fail(walk->tables->problems, "SyntaxError", (Span){range.start, range.end}, format,
                  (int)name->text.length, name->text.bytes);
}

void walk_fail(Walk *walk, Range range, const char *message)
{
    problems_fail(walk->tables->problems, "SyntaxError", (Span){range.start, range.end}, "%s",
                  message);
}

Scope *walk_enter(Walk *walk, ScopeKind kind, const Name *name)
{
    SymbolTables *tables = walk->tables;
    Scope *scope = region_allocate(tables->region, sizeof *scope);
    Scope *parent = walk->scope;
    scope->kind = kind;
    scope->name = name;
    scope->parent = parent;
    if (parent) {
        scope->class_name = parent->class_name;
        scope->nested = parent->nested || parent->kind == SCOPE_FUNCTION;
        parent->children = list_reserve(parent->children, &parent->child_capacity,
                                        parent->child_count + 1, sizeof(Scope *));
        parent->children[parent->child_count++] = scope;
    }
    tables->scopes = list_reserve(tables->scopes, &tables->scope_capacity,
                                  tables->scope_count + 1, sizeof(Scope *));
    tables->scopes[tables->scope_count++] = scope;
    walk->scope = scope;
    return scope;
}

const Name *walk_mangled(const Walk *walk, const Name *name)
{
    return name_mangle(walk->tables->names, walk->scope->class_name, name);
}

/* symtable_add_def: the name, as the scope knows it, gets `flags`. */
Symbol *walk_add(Walk *walk, const Name *name, uint32_t flags, Range range)
{
    Symbol *symbol = scope_add(walk->scope, walk_mangled(walk, name));
    if (flags & SYMBOL_PARAMETER && symbol->flags & SYMBOL_PARAMETER)
        walk_fail_name(walk, range, "duplicate argument '%.*s' in function definition", name);
    if (walk->in_iteration_target && flags & SYMBOL_BOUND) {
        if (symbol->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL))
            walk_fail_name(
                walk, range,
                "comprehension inner loop cannot rebind assignment expression target '%.*s'",
                name);
        flags |= SYMBOL_ITERATION;
    }
    symbol->flags |= flags;
    return symbol;
}

void walk_parameters(Walk *walk, const Parameters *parameters)
{
    size_t count = parameters->positional + parameters->keyword_only;
    for (size_t i = 0; i < count; i++)
        walk_add(walk, parameters->items[i].name, SYMBOL_PARAMETER | SYMBOL_BOUND,
                 parameters->items[i].range);
    if (parameters->rest)
        walk_add(walk, parameters->rest->name, SYMBOL_PARAMETER | SYMBOL_BOUND,
                 parameters->rest->range);
    if (parameters->keywords)
        walk_add(walk, parameters->keywords->name, SYMBOL_PARAMETER | SYMBOL_BOUND,
                 parameters->keywords->range);
}

/* Defaults belong to the scope around the function: positional ones first. */
void walk_defaults(Walk *walk, const Parameters *parameters)
{
    for (size_t i = 0; i < parameters->positional + parameters->keyword_only; i++)
        walk_optional(walk, parameters->items[i].default_);
}

static void visit_lambda(Walk *walk, Expr *expr)
{
    walk_defaults(walk, expr->lambda.parameters);
    Scope *outer = walk->scope;
    bool was_target = walk->in_iteration_target;
    walk->in_iteration_target = false;
    expr->lambda.scope =
        walk_enter(walk, SCOPE_FUNCTION, name_of(walk->tables->names, "<lambda>"));
    walk_parameters(walk, expr->lambda.parameters);
    walk_expr(walk, expr->lambda.body);
    walk->scope = outer;
    walk->in_iteration_target = was_target;
}

static const char *comprehension_name(ExprKind kind)
{
    switch ((int)kind) {
    case EXPR_LIST_COMPREHENSION:
        return "<listcomp>";
    case EXPR_SET_COMPREHENSION:
        return "<setcomp>";
    case EXPR_DICT_COMPREHENSION:
        return "<dictcomp>";
    default:
        return "<genexpr>";
    }
}

static void visit_target(Walk *walk, Expr *target)
{
    bool was = walk->in_iteration_target;
    walk->in_iteration_target = true;
    walk_expr(walk, target);
    walk->in_iteration_target = was;
}

static void visit_iterable(Walk *walk, Expr *iterable)
{
    walk->iterable_depth++;
    walk_expr(walk, iterable);
    walk->iterable_depth--;
}

/* symtable_handle_comprehension: the outermost iterable belongs to the scope around. */
static void visit_comprehension(Walk *walk, Expr *expr)
{
    Comprehension *clauses = expr->comprehension.clauses;
    visit_iterable(walk, clauses[0].iterable);
    Scope *outer = walk->scope;
    bool was_target = walk->in_iteration_target;
    walk->in_iteration_target = false;
    const Name *name = name_of(walk->tables->names, comprehension_name(expr->kind));
    Scope *scope = expr->comprehension.scope = walk_enter(walk, SCOPE_FUNCTION, name);
    scope->is_comprehension = true;
    scope->is_generator_expression = scope->is_generator = expr->kind == EXPR_GENERATOR;
    scope->inlined = walk->tables->minor >= 12 && !scope->is_generator_expression;
    if (!scope->inlined)
        walk_add(walk, name_of(walk->tables->names, ".0"), SYMBOL_PARAMETER | SYMBOL_BOUND,
                 expr->range);
    for (size_t i = 0; i < expr->comprehension.count; i++) {
        if (i > 0)
            visit_iterable(walk, clauses[i].iterable);
        visit_target(walk, clauses[i].target);
        walk_exprs(walk, clauses[i].conditions);
    }
    walk_optional(walk, expr->comprehension.value);
    walk_expr(walk, expr->comprehension.element);
    walk->scope = outer;
    walk->in_iteration_target = was_target;
}

/* symtable_extend_namedexpr_scope: in a comprehension `x := …` binds x around it. */
static void bind_around_comprehension(Walk *walk, const Expr *target)
{
    const Name *name = walk_mangled(walk, target->name);
    Scope *comprehension = walk->scope;
    Scope *scope = comprehension;
    for (; scope->is_comprehension; scope = scope->parent) {
        const Symbol *symbol = scope_find(scope, name);
        if (symbol && symbol->flags & SYMBOL_ITERATION) {
            walk_fail_name(
                walk, target->range,
                "assignment expression cannot rebind comprehension iteration variable "
                "'%.*s'",
                target->name);
            return;
        }
    }
    if (scope->kind == SCOPE_CLASS) {
        walk_fail(
            walk, target->range,
            "assignment expression within a comprehension cannot be used in a class body");
        return;
    }
    const Symbol *outer = scope_find(scope, name);
    bool global = scope->kind == SCOPE_MODULE || (outer && outer->flags & SYMBOL_GLOBAL);
    for (Scope *inner = comprehension; inner != scope; inner = inner->parent) {
        if (inner == comprehension || scope_find(inner, name))
            scope_add(inner, name)->flags |= global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL;
    }
    scope_add(comprehension, name)->declared = target->range;
    if (scope->kind == SCOPE_MODULE)
        scope_add(scope, name)->flags |= SYMBOL_BOUND | SYMBOL_GLOBAL;
    else if (!global)
        scope_add(scope, name)->flags |= SYMBOL_BOUND;
}

static void visit_named(Walk *walk, Expr *expr)
{
    if (walk->iterable_depth) {
        walk_fail(
            walk, expr->range,
            "assignment expression cannot be used in a comprehension iterable expression");
        return;
    }
    if (walk->scope->is_comprehension)
        bind_around_comprehension(walk, expr->named.target);
    walk_expr(walk, expr->named.value);
    walk_expr(walk, expr->named.target);
}

static void visit_yield(Walk *walk, Expr *expr)
{
    walk_optional(walk, expr->yield.value);
    const Scope *scope = walk->scope;
    if (scope->is_comprehension && walk->tables->minor >= 8) {
        const char *what = slice_is(scope->name->text, "<listcomp>")   ? "list comprehension"
                           : slice_is(scope->name->text, "<setcomp>")  ? "set comprehension"
                           : slice_is(scope->name->text, "<dictcomp>") ? "dict comprehension"
                                                                       : "generator expression";
        problems_fail(walk->tables->problems, "SyntaxError",
                      (Span){expr->range.start, expr->range.end}, "'yield' inside %s", what);
    }
    walk->scope->is_generator = true;
}

static void visit_name(Walk *walk, const Expr *expr)
{
    if (expr->context != CONTEXT_LOAD) {
        walk_add(walk, expr->name, SYMBOL_BOUND, expr->range);
        return;
    }
    walk_add(walk, expr->name, SYMBOL_USED, expr->range);
    if (walk->scope->kind == SCOPE_FUNCTION && slice_is(expr->name->text, "super"))
        walk_add(walk, name_of(walk->tables->names, "__class__"), SYMBOL_USED, expr->range);
}

void walk_expr(Walk *walk, Expr *expr)
{
    switch (expr->kind) {
    case EXPR_BOOL_OP:
        walk_exprs(walk, expr->bool_op.values);
        break;
    case EXPR_NAMED:
        visit_named(walk, expr);
        break;
    case EXPR_BINARY:
        walk_expr(walk, expr->binary.left);
        walk_expr(walk, expr->binary.right);
        break;
    case EXPR_UNARY:
        walk_expr(walk, expr->unary.operand);
        break;
    case EXPR_LAMBDA:
        visit_lambda(walk, expr);
        break;
    case EXPR_CONDITIONAL:
        walk_expr(walk, expr->conditional.test);
        walk_expr(walk, expr->conditional.then);
        walk_expr(walk, expr->conditional.otherwise);
        break;
    case EXPR_DICT:
        for (size_t i = 0; i < expr->dict.values.count; i++)
            walk_optional(walk, expr->dict.keys[i]);
        walk_exprs(walk, expr->dict.values);
        break;
    case EXPR_LIST_COMPREHENSION:
    case EXPR_SET_COMPREHENSION:
    case EXPR_DICT_COMPREHENSION:
    case EXPR_GENERATOR:
        visit_comprehension(walk, expr);
        break;
    case EXPR_YIELD:
    case EXPR_YIELD_FROM:
        visit_yield(walk, expr);
        break;
    case EXPR_AWAIT:
    case EXPR_STARRED:
        walk_expr(walk, expr->yield.value);
        break;
    case EXPR_COMPARE:
        walk_expr(walk, expr->compare.left);
        walk_exprs(walk, expr->compare.others);
        break;
    case EXPR_CALL:
        walk_expr(walk, expr->call.function);
        walk_exprs(walk, expr->call.arguments);
        for (size_t i = 0; i < expr->call.keywords.count; i++)
            walk_expr(walk, expr->call.keywords.items[i].value);
        break;
    case EXPR_FORMATTED:
        walk_expr(walk, expr->formatted.value);
        walk_optional(walk, expr->formatted.spec);
        break;
    case EXPR_CONSTANT:
        break;
    case EXPR_ATTRIBUTE:
        walk_expr(walk, expr->attribute.value);
        break;
    case EXPR_SUBSCRIPT:
        walk_expr(walk, expr->subscript.value);
        walk_expr(walk, expr->subscript.index);
        break;
    case EXPR_NAME:
        visit_name(walk, expr);
        break;
    case EXPR_SET:
    case EXPR_JOINED:
    case EXPR_LIST:
    case EXPR_TUPLE:
        walk_exprs(walk, expr->list);
        break;
    case EXPR_SLICE:
        walk_optional(walk, expr->slice.lower);
        walk_optional(walk, expr->slice.upper);
        walk_optional(walk, expr->slice.step);
        break;
    }
}

bool symtable_build(SymbolTables *tables, Module *module)
{
    Walk walk = {.tables = tables};
    module->scope = walk_enter(&walk, SCOPE_MODULE, name_of(tables->names, "<module>"));
    walk_stmts(&walk, module->body);
    return !tables->problems->failed && scope_analyze(tables);
}
