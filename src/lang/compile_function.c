#include "lang/compiler.h"

void compile_decorators(Compiler *compiler, ExprList decorators)
{
    for (size_t i = 0; i < decorators.count; i++) {
        compiler_step(compiler);
        compile_expr(compiler, decorators.items[i]);
    }
}

void compile_decorator_calls(Compiler *compiler, ExprList decorators, Range definition)
{
    bool at_definition = compiler->minor >= 8 && compiler->minor <= 10;
    for (size_t i = decorators.count; i > 0; i--) {
        compiler_locate(compiler, at_definition ? definition : decorators.items[i - 1]->range);
        compiler_emit(compiler, OP_CALL, 0);
    }
}

Range compile_definition_place(const Compiler *compiler, ExprList decorators, Range range)
{
    return compiler->minor < 8 && decorators.count ? decorators.items[0]->range : range;
}

void compile_built_tuple(Compiler *compiler, ExprList items)
{
    ConstantUse use = {.owner = compiler->unit->code->index,
                       .built = true,
                       .fresh = compiler->minor < 10,
                       .items = compile_constants(compiler, items, compiler->minor < 12)};
    const Value *tuple = compiler_tuple_of(compiler, CONST_TUPLE, items);
    compiler_emit(compiler, OP_LOAD_CONST, constant_pool_value(&compiler->pool, tuple, use));
}

/* Expressions as a tuple; a constant one where all of them are constants. */
static void compile_tuple(Compiler *compiler, ExprList items)
{
    if (compiler_all_const(items)) {
        compile_built_tuple(compiler, items);
        return;
    }
    Range range = compiler->unit->range;
    compile_exprs(compiler, items);
    compiler_locate(compiler, range);
    compiler_emit(compiler, OP_BUILD_TUPLE, (uint32_t)items.count);
}

static uint32_t compile_defaults(Compiler *compiler, const Parameters *parameters)
{
    ExprList items = {0};
    items.items =
        region_allocate(compiler->scratch, (parameters->positional + 1) * sizeof *items.items);
    for (size_t i = 0; i < parameters->positional; i++)
        if (parameters->items[i].default_)
            items.items[items.count++] = parameters->items[i].default_;
    if (items.count == 0)
        return 0;
    compile_tuple(compiler, items);
    return FUNCTION_DEFAULTS;
}

static uint32_t compile_keyword_defaults(Compiler *compiler, const Parameters *parameters)
{
    const Name **names =
        region_allocate(compiler->scratch, (parameters->keyword_only + 1) * sizeof *names);
    size_t count = 0;
    Range range = compiler->unit->range;
    for (size_t i = 0; i < parameters->keyword_only; i++) {
        const Parameter *parameter = &parameters->items[parameters->positional + i];
        if (!parameter->default_)
            continue;
        compile_expr(compiler, parameter->default_);
        names[count++] = compile_mangled(compiler, parameter->name);
    }
    if (count == 0)
        return 0;
    compiler_locate(compiler, range);
    compiler_load_names(compiler, names, count);
    compiler_emit(compiler, OP_BUILD_CONST_KEY_MAP, (uint32_t)count);
    return FUNCTION_KWDEFAULTS;
}

/* To 3.9 the annotations' names lie on the stack as one tuple, above the annotations. */
static bool has_annotation_dict(const Compiler *compiler)
{
    return compiler->minor <= 9;
}

static uint32_t annotation(Compiler *compiler, const Name *name, Expr *expr)
{
    if (!expr)
        return 0;
    compiler_locate(compiler, expr->range);
    if (has_annotation_dict(compiler))
        compiler_emit_pseudo(compiler, PSEUDO_SHALLOWER, 1);
    compiler_load_text(compiler, compile_mangled(compiler, name)->text);
    if (expr->kind == EXPR_STARRED)
        expr = expr->yield.value;
    compile_annotation(compiler, expr);
    return 2;
}

/* A tuple of names and annotations in turn (3.10+; a dict before, which run makes of it). */
static uint32_t compile_annotations(Compiler *compiler, const Parameters *parameters,
                                    Expr *returns)
{
    uint32_t count = 0;
    Range range = compiler->unit->range;
    for (size_t i = 0; i < parameters->positional; i++)
        count +=
            annotation(compiler, parameters->items[i].name, parameters->items[i].annotation);
    if (parameters->rest)
        count += annotation(compiler, parameters->rest->name, parameters->rest->annotation);
    for (size_t i = 0; i < parameters->keyword_only; i++) {
        const Parameter *parameter = &parameters->items[parameters->positional + i];
        count += annotation(compiler, parameter->name, parameter->annotation);
    }
    if (parameters->keywords)
        count +=
            annotation(compiler, parameters->keywords->name, parameters->keywords->annotation);
    count += annotation(compiler, name_of(compiler->names, "return"), returns);
    compiler_locate(compiler, range);
    if (count == 0)
        return 0;
    if (has_annotation_dict(compiler))
        compiler_emit_pseudo(compiler, PSEUDO_DEEPER, 1);
    compiler_emit(compiler, OP_BUILD_TUPLE, count);
    if (has_annotation_dict(compiler))
        compiler_emit_pseudo(compiler, PSEUDO_DEEPER, count / 2 - 1);
    return FUNCTION_ANNOTATIONS;
}

void compile_make_function(Compiler *compiler, const Code *code, const NameIndex *frees,
                           uint32_t flags)
{
    if (compile_closure(compiler, frees))
        flags |= FUNCTION_CLOSURE;
    compiler_emit(compiler, OP_LOAD_CONST, constant_pool_code(&compiler->pool, code));
    compiler_emit(compiler, OP_MAKE_FUNCTION, flags);
}

static void add_variable(Compiler *compiler, Unit *unit, const Parameter *parameter)
{
    if (slice_is(parameter->name->text, "__debug__"))
        compiler_fail(compiler, parameter->range, "cannot assign to __debug__");
    name_index_add(&unit->variables, compile_mangled(compiler, parameter->name));
}

static void enter_parameters(Compiler *compiler, Unit *unit, const Parameters *parameters)
{
    Code *code = unit->code;
    for (size_t i = 0; i < parameters->positional + parameters->keyword_only; i++)
        add_variable(compiler, unit, &parameters->items[i]);
    code->argument_count = (uint32_t)parameters->positional;
    code->positional_only_count = (uint32_t)parameters->positional_only;
    code->keyword_only_count = (uint32_t)parameters->keyword_only;
    if (parameters->rest) {
        add_variable(compiler, unit, parameters->rest);
        code->flags |= CODE_VARARGS;
    }
    if (parameters->keywords) {
        add_variable(compiler, unit, parameters->keywords);
        code->flags |= CODE_VARKEYWORDS;
    }
}

/* co_consts[0] of a function: its docstring or None. */
static void set_first_const(Compiler *compiler, Unit *unit, const Expr *docstring)
{
    static const Value none = {.kind = CONST_NONE};
    const Value *value = docstring ? compile_docstring_value(compiler, docstring) : &none;
    uint32_t number = compiler_const(compiler, value, docstring != NULL);
    unit->first_const = number + 1;
}

static void compile_function_body(Compiler *compiler, const Stmt *stmt, Unit *unit)
{
    StmtList body = stmt->function.body;
    const Expr *docstring = compile_docstring(body);
    set_first_const(compiler, unit, docstring);
    if (docstring) {
        body.items++;
        body.count--;
    }
    compile_body(compiler, body);
    compiler_load_none(compiler);
    compiler_emit(compiler, OP_RETURN_VALUE, 0);
}

void compile_function(Compiler *compiler, Stmt *stmt)
{
    const Parameters *parameters = stmt->function.parameters;
    ExprList decorators = stmt->function.decorators;
    Range first = decorators.count ? decorators.items[0]->range : stmt->range;
    compile_decorators(compiler, decorators);
    compiler_step(compiler);
    compiler_locate(compiler, stmt->range);
    uint32_t flags = compile_defaults(compiler, parameters);
    flags |= compile_keyword_defaults(compiler, parameters);
    flags |= compile_annotations(compiler, parameters, stmt->function.returns);
    bool step = compiler->unit->step_pending;
    Unit unit;
    compiler_enter(compiler, &unit, stmt->function.scope, stmt->function.name, first);
    enter_parameters(compiler, &unit, parameters);
    compile_function_body(compiler, stmt, &unit);
    const Code *code = compiler_leave(compiler);
    compiler->unit->step_pending = step;
    compiler_locate(compiler, compile_definition_place(compiler, decorators, stmt->range));
    compile_make_function(compiler, code, &unit.frees, flags);
    unit_done(&unit);
    compile_decorator_calls(compiler, decorators, stmt->range);
    compiler_locate(compiler, compile_definition_place(compiler, decorators, stmt->range));
    compile_name(compiler, stmt->function.name, ACCESS_STORE, stmt->range);
}

void compile_lambda(Compiler *compiler, Expr *expr)
{
    const Parameters *parameters = expr->lambda.parameters;
    Scope *scope = expr->lambda.scope;
    uint32_t flags = compile_defaults(compiler, parameters);
    flags |= compile_keyword_defaults(compiler, parameters);
    Unit unit;
    compiler_enter(compiler, &unit, scope, scope->name, expr->range);
    enter_parameters(compiler, &unit, parameters);
    set_first_const(compiler, &unit, NULL);
    compiler_step(compiler);
    compile_expr(compiler, expr->lambda.body);
    if (scope->is_generator) {
        compiler_emit(compiler, OP_POP_TOP, 0);
        compiler_load_none(compiler);
    }
    compiler_emit(compiler, OP_RETURN_VALUE, 0);
    const Code *code = compiler_leave(compiler);
    compiler_locate(compiler, expr->range);
    compile_make_function(compiler, code, &unit.frees, flags);
    unit_done(&unit);
}
