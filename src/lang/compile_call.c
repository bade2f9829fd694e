#include "lang/compiler.h"

static void check_keywords(Compiler *compiler, KeywordList keywords)
{
    NameIndex seen = {0};
    for (size_t i = 0; i < keywords.count; i++) {
        const Keyword *keyword = &keywords.items[i];
        if (!keyword->name)
            continue;
        uint32_t unused;
        if (slice_is(keyword->name->text, "__debug__"))
            compiler_fail(compiler, keyword->range, "cannot assign to __debug__");
        if (name_index_find(&seen, keyword->name, &unused))
            compiler_fail(compiler, keyword->range, "keyword argument repeated: %.*s",
                          (int)keyword->name->text.length, keyword->name->text.bytes);
        name_index_add(&seen, keyword->name);
    }
    name_index_done(&seen);
}

static bool has_star(ExprList arguments)
{
    for (size_t i = 0; i < arguments.count; i++)
        if (arguments.items[i]->kind == EXPR_STARRED)
            return true;
    return false;
}

static bool has_double_star(KeywordList keywords)
{
    for (size_t i = 0; i < keywords.count; i++)
        if (!keywords.items[i].name)
            return true;
    return false;
}

static const Name **keyword_names(Compiler *compiler, KeywordList keywords)
{
    const Name **names =
        region_allocate(compiler->scratch, (keywords.count + 1) * sizeof *names);
    for (size_t i = 0; i < keywords.count; i++)
        names[i] = keywords.items[i].name; /* never mangled */
    return names;
}

static void keyword_values(Compiler *compiler, KeywordList keywords)
{
    for (size_t i = 0; i < keywords.count; i++)
        compile_expr(compiler, keywords.items[i].value);
}

/* Positional and named values, the names, the call. */
static void simple_call(Compiler *compiler, ExprList arguments, KeywordList keywords,
                        uint32_t pushed, Range range)
{
    compile_exprs(compiler, arguments);
    keyword_values(compiler, keywords);
    compiler_locate(compiler, range);
    if (keywords.count) {
        compiler_load_names(compiler, keyword_names(compiler, keywords), keywords.count);
        Unit *unit = compiler->unit;
        unit->instructions[unit->count - 1].op = OP_KW_NAMES;
    }
    compiler_emit(compiler, OP_CALL, (uint32_t)(arguments.count + keywords.count) + pushed);
}

/* compile.c, compiler_subkwargs: named values as a new dict. */
static void keyword_dict(Compiler *compiler, KeywordList keywords, Range range)
{
    bool big = compiler_is_many(compiler, keywords.count * 2);
    const Name **names = keyword_names(compiler, keywords);
    compiler_locate(compiler, range);
    if (keywords.count > 1 && !big) {
        keyword_values(compiler, keywords);
        compiler_locate(compiler, range);
        compiler_load_names(compiler, names, keywords.count);
        compiler_emit(compiler, OP_BUILD_CONST_KEY_MAP, (uint32_t)keywords.count);
        return;
    }
    if (big)
        compiler_emit(compiler, OP_BUILD_MAP, 0);
    for (size_t i = 0; i < keywords.count; i++) {
        compiler_load_text(compiler, names[i]->text);
        compile_expr(compiler, keywords.items[i].value);
        compiler_locate(compiler, range);
        if (big)
            compiler_emit(compiler, OP_MAP_ADD, 1);
    }
    if (!big)
        compiler_emit(compiler, OP_BUILD_MAP, (uint32_t)keywords.count);
}

/* Keywords with **mappings between them, as one dict. */
static void unpacked_keywords(Compiler *compiler, KeywordList keywords, Range range)
{
    bool have_dict = false;
    size_t waiting = 0;
    for (size_t i = 0; i <= keywords.count; i++) {
        bool named = i < keywords.count && keywords.items[i].name;
        if (named) {
            waiting++;
            continue;
        }
        if (waiting) {
            KeywordList part = {keywords.items + i - waiting, waiting};
            keyword_dict(compiler, part, range);
            if (have_dict)
                compiler_emit(compiler, OP_DICT_MERGE, 1);
            have_dict = true;
            waiting = 0;
        }
        if (i == keywords.count)
            return;
        if (!have_dict)
            compiler_emit(compiler, OP_BUILD_MAP, 0);
        have_dict = true;
        compile_expr(compiler, keywords.items[i].value);
        compiler_locate(compiler, range);
        compiler_emit(compiler, OP_DICT_MERGE, 1);
    }
}

/* The same before 3.9: first all dicts and mappings, then the one dict of them. A mapping alone
 * stays as it is. */
static void keyword_pieces(Compiler *compiler, KeywordList keywords, Range range)
{
    uint32_t pieces = 0;
    size_t waiting = 0;
    for (size_t i = 0; i <= keywords.count; i++) {
        bool ends = i == keywords.count;
        if (!ends && keywords.items[i].name) {
            waiting++;
            continue;
        }
        if (waiting) {
            keyword_dict(compiler, (KeywordList){keywords.items + i - waiting, waiting}, range);
            pieces++;
            waiting = 0;
        }
        if (!ends) {
            compile_expr(compiler, keywords.items[i].value);
            pieces++;
        }
    }
    compiler_locate(compiler, range);
    if (pieces > 1)
        compiler_emit(compiler, OP_BUILD_MAP_UNPACK_WITH_CALL, pieces);
}

/* compile.c, compiler_call_helper of 3.6 to 3.8. */
static void call_of_pieces(Compiler *compiler, ExprList arguments, KeywordList keywords,
                           uint32_t pushed)
{
    Range range = compiler->unit->range;
    uint32_t pieces = compile_pieces(compiler, arguments, OP_BUILD_TUPLE, pushed);
    if (pieces > 1)
        compiler_emit(compiler, OP_BUILD_TUPLE_UNPACK_WITH_CALL, pieces);
    else if (!pieces)
        compiler_emit(compiler, OP_BUILD_TUPLE, 0);
    keyword_pieces(compiler, keywords, range);
    compiler_emit(compiler, OP_CALL_FUNCTION_EX, keywords.count > 0);
}

/* compile.c, compiler_call_helper. */
void compile_arguments(Compiler *compiler, ExprList arguments, KeywordList keywords,
                       uint32_t pushed)
{
    Range range = compiler->unit->range;
    check_keywords(compiler, keywords);
    bool many = compiler_is_many(compiler, arguments.count + keywords.count * 2);
    if (!many && !has_star(arguments) && !has_double_star(keywords)) {
        simple_call(compiler, arguments, keywords, pushed, range);
        return;
    }
    if (compiler->minor < 9) {
        call_of_pieces(compiler, arguments, keywords, pushed);
        return;
    }
    if (pushed == 0 && arguments.count == 1 && arguments.items[0]->kind == EXPR_STARRED)
        compile_expr(compiler, arguments.items[0]->yield.value);
    else
        compile_display(compiler, arguments, DISPLAY_TUPLE, pushed);
    compiler_locate(compiler, range);
    if (keywords.count)
        unpacked_keywords(compiler, keywords, range);
    compiler_locate(compiler, range);
    compiler_emit(compiler, OP_CALL_FUNCTION_EX, keywords.count > 0);
}

/* From 3.12 on `super().x` is one instruction, for which super, the class and self lie on the
 * stack (compile.c, can_optimize_super_call). */
static bool is_super_call(const Compiler *compiler, const Expr *expr)
{
    if (compiler->minor < 12 || expr->kind != EXPR_CALL || expr->call.keywords.count)
        return false;
    const Expr *function = expr->call.function;
    if (function->kind != EXPR_NAME || !slice_is(function->name->text, "super") ||
        scope_find(compiler->tables->scopes[0], function->name))
        return false;
    if (expr->call.arguments.count)
        return expr->call.arguments.count == 2 && !has_star(expr->call.arguments);
    uint32_t unused;
    const Unit *unit = compiler->unit;
    const Name *cell = name_of(compiler->names, "__class__");
    return unit->code->argument_count && name_index_find(&unit->frees, cell, &unused);
}

void compile_attribute_owner(Compiler *compiler, Expr *expr)
{
    if (!is_super_call(compiler, expr)) {
        compile_expr(compiler, expr);
        return;
    }
    compiler_emit_pseudo(compiler, PSEUDO_SHALLOWER, 1);
    compile_expr(compiler, expr);
    compiler_emit_pseudo(compiler, PSEUDO_DEEPER, 3);
    compiler_emit_pseudo(compiler, PSEUDO_SHALLOWER, 2);
}

/* From 3.12 on a function of an imported module is loaded as an attribute. */
static bool is_imported_module(const Compiler *compiler, const Expr *value)
{
    if (compiler->minor < 12 || value->kind != EXPR_NAME)
        return false;
    const Symbol *symbol = scope_find(compiler->tables->scopes[0], value->name);
    return symbol && symbol->flags & SYMBOL_IMPORTED;
}

/* compile.c, maybe_optimize_method_call. */
static bool is_method_call(const Compiler *compiler, const Expr *expr)
{
    const Expr *function = expr->call.function;
    ExprList arguments = expr->call.arguments;
    KeywordList keywords = expr->call.keywords;
    if (function->kind != EXPR_ATTRIBUTE || compiler->minor < 7 ||
        (keywords.count && compiler->minor < 11))
        return false;
    size_t entries = arguments.count + keywords.count + (keywords.count > 0);
    return !compiler_is_many(compiler, entries + 1) && !has_star(arguments) &&
           !has_double_star(keywords) &&
           !is_imported_module(compiler, function->attribute.value);
}

void compile_push_null(Compiler *compiler)
{
    if (compiler->minor <= 10 || compiler->minor >= 13)
        compiler_emit_pseudo(compiler, PSEUDO_SHALLOWER, 1);
    compiler_emit(compiler, OP_PUSH_NULL, 0);
}

void compile_function_loaded(Compiler *compiler)
{
    if (compiler->minor >= 13)
        compiler_emit_pseudo(compiler, PSEUDO_DEEPER, 1);
}

void compile_called(Compiler *compiler)
{
    if (compiler->minor <= 10)
        compiler_emit_pseudo(compiler, PSEUDO_DEEPER, 1);
}

void compile_call(Compiler *compiler, Expr *expr)
{
    Expr *function = expr->call.function;
    if (!is_method_call(compiler, expr)) {
        compile_warn_call(compiler, function);
        compiler_locate(compiler, function->range);
        compile_push_null(compiler);
        compile_expr(compiler, function);
        compile_function_loaded(compiler);
        compiler_locate(compiler, expr->range);
        compile_arguments(compiler, expr->call.arguments, expr->call.keywords, 0);
        compile_called(compiler);
        return;
    }
    check_keywords(compiler, expr->call.keywords);
    compile_attribute_owner(compiler, function->attribute.value);
    compiler_locate_attribute(compiler, function->range, function);
    const Name *name = compile_mangled(compiler, function->attribute.name);
    compiler_emit(compiler, OP_LOAD_METHOD, compile_name_number(compiler, name));
    compiler_locate_attribute(compiler, expr->range, function);
    simple_call(compiler, expr->call.arguments, expr->call.keywords, 0, compiler->unit->range);
}
