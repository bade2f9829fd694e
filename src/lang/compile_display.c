#include "lang/compiler.h"

/* Past so many entries CPython builds a display piece by piece (STACK_USE_GUIDELINE). */

typedef struct DisplayOps {
    Opcode build, add, extend;
} DisplayOps;

static DisplayOps ops_of(DisplayKind kind)
{
    if (kind == DISPLAY_SET)
        return (DisplayOps){OP_BUILD_SET, OP_SET_ADD, OP_SET_UPDATE};
    return (DisplayOps){OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND};
}

/* Three or more constants: one tuple constant fills the list (3.9+). */
static void constant_display(Compiler *compiler, ExprList items, DisplayKind kind,
                             uint32_t pushed)
{
    DisplayOps ops = ops_of(kind);
    ConstKind container = kind == DISPLAY_SET ? CONST_FROZENSET : CONST_TUPLE;
    const Value *value = compiler_tuple_of(compiler, container, items);
    if (kind == DISPLAY_TUPLE && pushed == 0) {
        compiler_load(compiler, value, false);
        return;
    }
    compiler_emit(compiler, ops.build, pushed);
    compiler_load(compiler, value, false);
    compiler_emit(compiler, ops.extend, 1);
    if (kind == DISPLAY_TUPLE)
        compiler_emit(compiler, OP_LIST_TO_TUPLE, 0);
}

static bool has_star(ExprList items)
{
    for (size_t i = 0; i < items.count; i++)
        if (items.items[i]->kind == EXPR_STARRED)
            return true;
    return false;
}

static void build_at_once(Compiler *compiler, ExprList items, DisplayKind kind, uint32_t pushed,
                          Range range)
{
    bool folds = items.count || compiler->minor >= 10;
    if (kind == DISPLAY_TUPLE && !pushed && folds && compiler_all_const(items)) {
        compiler_locate(compiler, range);
        compile_built_tuple(compiler, items);
        return;
    }
    compile_exprs(compiler, items);
    compiler_locate(compiler, range);
    Opcode build = kind == DISPLAY_TUPLE ? OP_BUILD_TUPLE : ops_of(kind).build;
    compiler_emit(compiler, build, (uint32_t)items.count + pushed);
}

static void build_piecewise(Compiler *compiler, ExprList items, DisplayKind kind,
                            uint32_t pushed, bool big, Range range)
{
    DisplayOps ops = ops_of(kind);
    bool built = big;
    if (big)
        compiler_emit(compiler, ops.build, pushed);
    for (size_t i = 0; i < items.count; i++) {
        Expr *item = items.items[i];
        bool starred = item->kind == EXPR_STARRED;
        if (starred && !built) {
            compiler_locate(compiler, range);
            compiler_emit(compiler, ops.build, (uint32_t)i + pushed);
            built = true;
        }
        compile_expr(compiler, starred ? item->yield.value : item);
        compiler_locate(compiler, range);
        if (built)
            compiler_emit(compiler, starred ? ops.extend : ops.add, 1);
    }
    if (kind == DISPLAY_TUPLE)
        compiler_emit(compiler, OP_LIST_TO_TUPLE, 0);
}

/* What waits on the stack, if anything, becomes a piece. */
static void close_piece(Compiler *compiler, Opcode inner, uint32_t *waiting, uint32_t *pieces)
{
    if (!*waiting)
        return;
    compiler_emit(compiler, inner, *waiting);
    *waiting = 0;
    ++*pieces;
}

uint32_t compile_pieces(Compiler *compiler, ExprList items, Opcode inner, uint32_t pushed)
{
    Range range = compiler->unit->range;
    uint32_t pieces = 0, waiting = pushed;
    for (size_t i = 0; i < items.count; i++) {
        Expr *item = items.items[i];
        bool starred = item->kind == EXPR_STARRED;
        compiler_locate(compiler, range);
        if (starred)
            close_piece(compiler, inner, &waiting, &pieces);
        compile_expr(compiler, starred ? item->yield.value : item);
        if (starred)
            pieces++;
        else
            waiting++;
    }
    compiler_locate(compiler, range);
    close_piece(compiler, inner, &waiting, &pieces);
    return pieces;
}

/* Before 3.9: first all pieces, then what they make together. */
static void build_of_pieces(Compiler *compiler, ExprList items, DisplayKind kind)
{
    static const Opcode unpack[] = {[DISPLAY_TUPLE] = OP_BUILD_TUPLE_UNPACK,
                                    [DISPLAY_LIST] = OP_BUILD_LIST_UNPACK,
                                    [DISPLAY_SET] = OP_BUILD_SET_UNPACK};
    Opcode inner = kind == DISPLAY_SET ? OP_BUILD_SET : OP_BUILD_TUPLE;
    compiler_emit(compiler, unpack[kind], compile_pieces(compiler, items, inner, 0));
}

/* compile.c, starunpack_helper. */
void compile_display(Compiler *compiler, ExprList items, DisplayKind kind, uint32_t pushed)
{
    Range range = compiler->unit->range;
    bool constant = compiler->minor >= 9 && items.count > 2 && compiler_all_const(items);
    bool big = compiler_is_many(compiler, items.count + pushed);
    if (constant)
        constant_display(compiler, items, kind, pushed);
    else if (!big && !has_star(items))
        build_at_once(compiler, items, kind, pushed, range);
    else if (compiler->minor < 9)
        build_of_pieces(compiler, items, kind);
    else
        build_piecewise(compiler, items, kind, pushed, big, range);
}

typedef struct Pairs {
    Expr **keys;
    Expr **values;
    size_t count;
} Pairs;

/* compile.c, compiler_subdict: pairs without unpacking, as a new dict. */
static void sub_dict(Compiler *compiler, Pairs pairs, Range range)
{
    ExprList keys = {pairs.keys, pairs.count};
    bool big = compiler_is_many(compiler, pairs.count * 2);
    compiler_locate(compiler, range);
    if (pairs.count > 1 && !big && compiler_all_const(keys)) {
        compile_exprs(compiler, (ExprList){pairs.values, pairs.count});
        compiler_locate(compiler, range);
        ConstantUse use = {.owner = compiler->unit->code->index, .literal_items = true};
        const Value *tuple = compiler_tuple_of(compiler, CONST_TUPLE, keys);
        compiler_emit(compiler, OP_LOAD_CONST,
                      constant_pool_value(&compiler->pool, tuple, use));
        compiler_emit(compiler, OP_BUILD_CONST_KEY_MAP, (uint32_t)pairs.count);
        return;
    }
    if (big)
        compiler_emit(compiler, OP_BUILD_MAP, 0);
    for (size_t i = 0; i < pairs.count; i++) {
        compile_expr(compiler, pairs.keys[i]);
        compile_expr(compiler, pairs.values[i]);
        compiler_locate(compiler, range);
        if (big)
            compiler_emit(compiler, OP_MAP_ADD, 1);
    }
    if (!big)
        compiler_emit(compiler, OP_BUILD_MAP, (uint32_t)pairs.count);
}

typedef struct DictBuilder {
    Compiler *compiler;
    const Expr *expr;
    bool have_dict;
    uint32_t pieces; /* before 3.9: dicts and mappings that lie on the stack */
    size_t waiting;  /* pairs before the current one that are not compiled yet */
} DictBuilder;

/* The pairs before `end` join the dict, or become it. */
static void flush_pairs(DictBuilder *builder, size_t end)
{
    if (builder->waiting == 0)
        return;
    size_t first = end - builder->waiting;
    Pairs pairs = {builder->expr->dict.keys + first, builder->expr->dict.values.items + first,
                   builder->waiting};
    sub_dict(builder->compiler, pairs, builder->expr->range);
    if (builder->have_dict && builder->compiler->minor >= 9)
        compiler_emit(builder->compiler, OP_DICT_UPDATE, 1);
    builder->have_dict = true;
    builder->pieces++;
    builder->waiting = 0;
}

/* Before 3.9: first all pieces, then the dict of them. */
static void dict_of_pieces(DictBuilder *builder)
{
    Compiler *compiler = builder->compiler;
    const Expr *expr = builder->expr;
    bool unpacks = false;
    for (size_t i = 0; i < expr->dict.values.count; i++) {
        if (expr->dict.keys[i]) {
            builder->waiting++;
            continue;
        }
        flush_pairs(builder, i);
        compile_expr(compiler, expr->dict.values.items[i]);
        compiler_locate(compiler, expr->range);
        builder->pieces++;
        unpacks = true;
    }
    flush_pairs(builder, expr->dict.values.count);
    if (!builder->pieces)
        compiler_emit(compiler, OP_BUILD_MAP, 0);
    else if (unpacks)
        compiler_emit(compiler, OP_BUILD_MAP_UNPACK, builder->pieces);
}

/* compile.c, compiler_dict. */
void compile_dict(Compiler *compiler, Expr *expr)
{
    DictBuilder builder = {.compiler = compiler, .expr = expr};
    size_t count = expr->dict.values.count;
    if (compiler->minor < 9) {
        dict_of_pieces(&builder);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (expr->dict.keys[i]) {
            bool full = compiler_is_many(compiler, builder.waiting * 2);
            builder.waiting++;
            if (full)
                flush_pairs(&builder, i + 1);
            continue;
        }
        flush_pairs(&builder, i);
        compiler_locate(compiler, expr->range);
        if (!builder.have_dict)
            compiler_emit(compiler, OP_BUILD_MAP, 0);
        builder.have_dict = true;
        compile_expr(compiler, expr->dict.values.items[i]);
        compiler_locate(compiler, expr->range);
        compiler_emit(compiler, OP_DICT_UPDATE, 1);
    }
    flush_pairs(&builder, count);
    if (!builder.have_dict)
        compiler_emit(compiler, OP_BUILD_MAP, 0);
}

/* Very many pieces go through ''.join. */
static void join_many(Compiler *compiler, Expr *expr)
{
    compiler_load_text(compiler, slice_of(""));
    compiler_emit(compiler, OP_LOAD_METHOD,
                  compile_name_number(compiler, name_of(compiler->names, "join")));
    compiler_emit(compiler, OP_BUILD_LIST, 0);
    for (size_t i = 0; i < expr->list.count; i++) {
        compile_expr(compiler, expr->list.items[i]);
        compiler_locate(compiler, expr->range);
        compiler_emit(compiler, OP_LIST_APPEND, 1);
    }
    compiler_emit(compiler, OP_CALL, 1);
}

void compile_joined(Compiler *compiler, Expr *expr)
{
    if (compiler_is_many(compiler, expr->list.count)) {
        join_many(compiler, expr);
        return;
    }
    compile_exprs(compiler, expr->list);
    compiler_locate(compiler, expr->range);
    if (expr->list.count != 1)
        compiler_emit(compiler, OP_BUILD_STRING, (uint32_t)expr->list.count);
}

void compile_formatted(Compiler *compiler, Expr *expr)
{
    compile_expr(compiler, expr->formatted.value);
    uint32_t how = (uint32_t)expr->formatted.conversion;
    if (expr->formatted.spec) {
        compile_expr(compiler, expr->formatted.spec);
        how |= FORMAT_HAS_SPEC;
    }
    compiler_locate(compiler, expr->range);
    compiler_emit(compiler, OP_FORMAT_VALUE, how);
}
