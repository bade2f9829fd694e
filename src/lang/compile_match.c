#include "lang/compiler.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"

/* A pattern while it is matched (compile.c, pattern_context). Captured values wait on the stack
 * until the whole pattern has matched; a failure jumps to where as many entries are popped. */
typedef struct Match {
    Compiler *compiler;
    const Name **stores; /* captured so far; the first one lies deepest */
    size_t store_count, store_capacity;
    bool irrefutable_allowed;
    Label *fail; /* fail[n]: pops n entries first */
    size_t fail_count, fail_capacity;
    size_t on_top; /* entries above the captured values */
} Match;

static void match_pattern(Match *match, const Pattern *pattern);

static void emit(Match *match, Opcode op, uint32_t arg)
{
    compiler_emit(match->compiler, op, arg);
}

static bool is_wildcard(const Pattern *pattern)
{
    return pattern->kind == PATTERN_AS && !pattern->name;
}

static bool is_star_wildcard(const Pattern *pattern)
{
    return pattern->kind == PATTERN_STAR && !pattern->name;
}

static Label fail_label(Match *match, size_t pops)
{
    while (match->fail_count <= pops) {
        match->fail = list_reserve(match->fail, &match->fail_capacity, match->fail_count + 1,
                                   sizeof *match->fail);
        match->fail[match->fail_count++] = compiler_label(match->compiler);
    }
    return match->fail[pops];
}

static void jump_to_fail(Match *match, Opcode op)
{
    Label target = fail_label(match, match->on_top + match->store_count);
    emit(match, op, target);
}

/* Where failures arrive: each label pops one entry more than the next. */
static void place_fails(Match *match)
{
    for (; match->fail_count > 1; match->fail_count--) {
        compiler_place(match->compiler, match->fail[match->fail_count - 1]);
        emit(match, OP_POP_TOP, 0);
    }
    if (match->fail_count)
        compiler_place(match->compiler, match->fail[0]);
    match->fail_count = 0;
}

/* The top goes `count` - 1 entries down. */
static void rotate(Match *match, size_t count)
{
    for (; count > 1; count--)
        emit(match, OP_SWAP, (uint32_t)count);
}

static size_t find_store(const Match *match, const Name *name)
{
    size_t i = 0;
    while (i < match->store_count && match->stores[i] != name)
        i++;
    return i;
}

static void add_store(Match *match, const Name *name, Range range)
{
    if (find_store(match, name) < match->store_count)
        compiler_fail(match->compiler, range, "multiple assignments to name '%.*s' in pattern",
                      (int)name->text.length, name->text.bytes);
    match->stores = list_reserve(match->stores, &match->store_capacity, match->store_count + 1,
                                 sizeof *match->stores);
    match->stores[match->store_count++] = name;
}

/* The top is captured under `name`, or dropped. */
static void store_name(Match *match, const Name *name, Range range)
{
    if (!name) {
        emit(match, OP_POP_TOP, 0);
        return;
    }
    rotate(match, match->on_top + match->store_count + 1);
    add_store(match, name, range);
}

static void sub_pattern(Match *match, const Pattern *pattern)
{
    bool allowed = match->irrefutable_allowed;
    match->irrefutable_allowed = true;
    match_pattern(match, pattern);
    match->irrefutable_allowed = allowed;
}

static void compare_length(Match *match, size_t length, CompareOp op)
{
    emit(match, OP_GET_LEN, 0);
    compiler_load_int(match->compiler, (long)length);
    emit(match, OP_COMPARE_OP, op);
    jump_to_fail(match, OP_POP_JUMP_IF_FALSE);
}

static void fail_if_none(Match *match)
{
    emit(match, OP_COPY, 1);
    compiler_load_none(match->compiler);
    emit(match, OP_IS_OP, 1);
    jump_to_fail(match, OP_POP_JUMP_IF_FALSE);
}

static void match_value(Match *match, const Pattern *pattern)
{
    compile_expr(match->compiler, pattern->value);
    compiler_locate(match->compiler, pattern->range);
    emit(match, OP_COMPARE_OP, COMPARE_EQ);
    jump_to_fail(match, OP_POP_JUMP_IF_FALSE);
}

static void match_singleton(Match *match, const Pattern *pattern)
{
    compile_expr(match->compiler, pattern->value);
    compiler_locate(match->compiler, pattern->range);
    emit(match, OP_IS_OP, 0);
    jump_to_fail(match, OP_POP_JUMP_IF_FALSE);
}

/* All items at once. */
static void unpack_sequence(Match *match, PatternList items, size_t star)
{
    size_t count = items.count;
    if (star < count)
        emit(match, OP_UNPACK_EX, (uint32_t)(star | (count - star - 1) << 8));
    else
        emit(match, OP_UNPACK_SEQUENCE, (uint32_t)count);
    match->on_top += count;
    for (size_t i = 0; i < count; i++) {
        match->on_top--;
        sub_pattern(match, items.items[i]);
    }
}

/* Only the items that matter, by index: `[x, *_]`. */
static void subscript_sequence(Match *match, PatternList items, size_t star)
{
    match->on_top++;
    for (size_t i = 0; i < items.count; i++) {
        if (i == star || is_wildcard(items.items[i]))
            continue;
        emit(match, OP_COPY, 1);
        if (i < star) {
            compiler_load_int(match->compiler, (long)i);
        } else {
            emit(match, OP_GET_LEN, 0);
            compiler_load_int(match->compiler, (long)(items.count - i));
            emit(match, OP_BINARY_OP, BINARY_SUBTRACT);
        }
        emit(match, OP_BINARY_SUBSCR, 0);
        sub_pattern(match, items.items[i]);
    }
    match->on_top--;
    emit(match, OP_POP_TOP, 0);
}

static void match_sequence(Match *match, const Pattern *pattern)
{
    PatternList items = pattern->patterns;
    size_t star = items.count;
    bool only_wildcards = true;
    for (size_t i = 0; i < items.count; i++) {
        const Pattern *item = items.items[i];
        if (item->kind == PATTERN_STAR && star < items.count)
            compiler_fail(match->compiler, pattern->range,
                          "multiple starred expressions in sequence pattern");
        if (item->kind == PATTERN_STAR)
            star = i;
        only_wildcards = only_wildcards && (is_wildcard(item) || is_star_wildcard(item));
    }
    match->on_top++;
    emit(match, OP_MATCH_SEQUENCE, 0);
    jump_to_fail(match, OP_POP_JUMP_IF_FALSE);
    if (star == items.count)
        compare_length(match, items.count, COMPARE_EQ);
    else if (items.count > 1)
        compare_length(match, items.count - 1, COMPARE_GE);
    match->on_top--;
    if (only_wildcards)
        emit(match, OP_POP_TOP, 0);
    else if (star < items.count && is_star_wildcard(items.items[star]))
        subscript_sequence(match, items, star);
    else
        unpack_sequence(match, items, star);
}

static void mapping_keys(Match *match, const Pattern *pattern)
{
    for (size_t i = 0; i < pattern->keys.count; i++) {
        Expr *key = pattern->keys.items[i];
        bool repeated = false;
        for (size_t k = 0; k < i; k++) {
            const Expr *other = pattern->keys.items[k];
            repeated =
                repeated || (key->kind == EXPR_CONSTANT && other->kind == EXPR_CONSTANT &&
                             value_same(key->constant, other->constant));
        }
        if (repeated)
            compiler_fail(match->compiler, pattern->range,
                          "mapping pattern checks duplicate key (%.*s)",
                          (int)(key->range.end - key->range.start),
                          match->compiler->source->bytes + key->range.start);
        compile_expr(match->compiler, key);
    }
}

/* [subject, keys] -> a dict without those keys. */
static void mapping_rest(Match *match, const Pattern *pattern)
{
    size_t size = pattern->keys.count;
    emit(match, OP_BUILD_MAP, 0);
    emit(match, OP_SWAP, 3);
    emit(match, OP_DICT_UPDATE, 2);
    emit(match, OP_UNPACK_SEQUENCE, (uint32_t)size);
    for (; size > 0; size--) {
        emit(match, OP_COPY, (uint32_t)size + 1);
        emit(match, OP_SWAP, 2);
        emit(match, OP_DELETE_SUBSCR, 0);
    }
    store_name(match, pattern->name, pattern->range);
}

static void match_mapping(Match *match, const Pattern *pattern)
{
    size_t size = pattern->keys.count;
    match->on_top++;
    emit(match, OP_MATCH_MAPPING, 0);
    jump_to_fail(match, OP_POP_JUMP_IF_FALSE);
    if (size == 0 && !pattern->name) {
        match->on_top--;
        emit(match, OP_POP_TOP, 0);
        return;
    }
    if (size)
        compare_length(match, size, COMPARE_GE);
    mapping_keys(match, pattern);
    compiler_locate(match->compiler, pattern->range);
    emit(match, OP_BUILD_TUPLE, (uint32_t)size);
    emit(match, OP_MATCH_KEYS, 0);
    match->on_top += 2;
    fail_if_none(match);
    emit(match, OP_UNPACK_SEQUENCE, (uint32_t)size);
    match->on_top += size - 1;
    for (size_t i = 0; i < size; i++) {
        match->on_top--;
        sub_pattern(match, pattern->patterns.items[i]);
    }
    match->on_top -= 2;
    if (pattern->name) {
        mapping_rest(match, pattern);
    } else {
        emit(match, OP_POP_TOP, 0);
        emit(match, OP_POP_TOP, 0);
    }
}

static void check_attribute_names(Match *match, const Pattern *pattern)
{
    NameList names = pattern->keyword_names;
    for (size_t i = 0; i < names.count; i++)
        for (size_t k = 0; k < i; k++)
            if (names.items[i] == names.items[k])
                compiler_fail(match->compiler, pattern->keyword_patterns.items[i]->range,
                              "attribute name repeated in class pattern: %.*s",
                              (int)names.items[i]->text.length, names.items[i]->text.bytes);
}

static void match_class(Match *match, const Pattern *pattern)
{
    size_t positional = pattern->patterns.count, keywords = pattern->keyword_names.count;
    check_attribute_names(match, pattern);
    compile_expr(match->compiler, pattern->value);
    compiler_locate(match->compiler, pattern->range);
    compiler_load_names(match->compiler, pattern->keyword_names.items, keywords);
    emit(match, OP_MATCH_CLASS, (uint32_t)positional);
    match->on_top++;
    fail_if_none(match);
    emit(match, OP_UNPACK_SEQUENCE, (uint32_t)(positional + keywords));
    match->on_top += positional + keywords - 1;
    for (size_t i = 0; i < positional + keywords; i++) {
        const Pattern *item = i < positional ? pattern->patterns.items[i]
                                             : pattern->keyword_patterns.items[i - positional];
        match->on_top--;
        if (is_wildcard(item))
            emit(match, OP_POP_TOP, 0);
        else
            sub_pattern(match, item);
    }
}

static void match_as(Match *match, const Pattern *pattern)
{
    if (pattern->pattern) {
        match->on_top++;
        emit(match, OP_COPY, 1);
        match_pattern(match, pattern->pattern);
        match->on_top--;
        store_name(match, pattern->name, pattern->range);
        return;
    }
    if (!match->irrefutable_allowed && pattern->name)
        compiler_fail(match->compiler, pattern->range,
                      "name capture '%.*s' makes remaining patterns unreachable",
                      (int)pattern->name->text.length, pattern->name->text.bytes);
    else if (!match->irrefutable_allowed)
        compiler_fail(match->compiler, pattern->range,
                      "wildcard makes remaining patterns unreachable");
    store_name(match, pattern->name, pattern->range);
}

/* stores[0 : count] moves to `place`. */
static void move_stores(Match *match, size_t count, size_t place)
{
    size_t size = sizeof *match->stores;
    const Name **moved = malloc(count * size);
    memcpy(moved, match->stores, count * size);
    memmove(match->stores, match->stores + count, place * size);
    memcpy(match->stores + place, moved, count * size);
    free(moved);
}

/* An alternative's captures get the order of the first alternative's. False where they differ.
 */
static bool reorder(Match *match, const Match *control)
{
    if (match->store_count != control->store_count)
        return false;
    for (size_t i = control->store_count; i > 0; i--) {
        size_t found = find_store(match, control->stores[i - 1]);
        if (found == match->store_count)
            return false;
        if (found == i - 1)
            continue;
        move_stores(match, found + 1, i - 1 - found);
        for (size_t k = 0; k <= found; k++)
            rotate(match, i);
    }
    return true;
}

static void match_or(Match *match, const Pattern *pattern)
{
    Label end = compiler_label(match->compiler);
    Match control = {0};
    for (size_t i = 0; i < pattern->patterns.count; i++) {
        bool last = i + 1 == pattern->patterns.count;
        Match one = {.compiler = match->compiler,
                     .irrefutable_allowed = last && match->irrefutable_allowed};
        emit(match, OP_COPY, 1);
        match_pattern(&one, pattern->patterns.items[i]);
        if (i > 0 && !reorder(&one, &control))
            compiler_fail(match->compiler, pattern->range,
                          "alternative patterns bind different names");
        emit(match, OP_JUMP, end);
        place_fails(&one);
        free(one.fail);
        if (i == 0)
            control = one;
        else
            free(one.stores);
    }
    emit(match, OP_POP_TOP, 0);
    jump_to_fail(match, OP_JUMP);
    compiler_place(match->compiler, end);
    size_t below = control.store_count + 1 + match->on_top + match->store_count;
    for (size_t i = 0; i < control.store_count; i++) {
        rotate(match, below);
        add_store(match, control.stores[i], pattern->range);
    }
    emit(match, OP_POP_TOP, 0);
    free(control.stores);
}

static void match_pattern(Match *match, const Pattern *pattern)
{
    compiler_locate(match->compiler, pattern->range);
    switch (pattern->kind) {
    case PATTERN_VALUE:
        match_value(match, pattern);
        break;
    case PATTERN_SINGLETON:
        match_singleton(match, pattern);
        break;
    case PATTERN_SEQUENCE:
        match_sequence(match, pattern);
        break;
    case PATTERN_MAPPING:
        match_mapping(match, pattern);
        break;
    case PATTERN_CLASS:
        match_class(match, pattern);
        break;
    case PATTERN_STAR:
        store_name(match, pattern->name, pattern->range);
        break;
    case PATTERN_AS:
        match_as(match, pattern);
        break;
    case PATTERN_OR:
        match_or(match, pattern);
        break;
    }
}

/* One case; all but the last to be tried keep a copy of the subject. */
static void match_case(Compiler *compiler, const MatchCase *one, bool keeps, bool last,
                       Label end)
{
    Match match = {.compiler = compiler, .irrefutable_allowed = one->guard || last};
    compiler_step(compiler);
    compiler_locate(compiler, one->pattern->range);
    if (keeps)
        compiler_emit(compiler, OP_COPY, 1);
    match_pattern(&match, one->pattern);
    for (size_t i = 0; i < match.store_count; i++)
        compile_name(compiler, match.stores[i], ACCESS_STORE, one->pattern->range);
    match.store_count = 0;
    if (one->guard)
        compile_jump_if(compiler, one->guard, fail_label(&match, 0), false);
    if (keeps)
        compiler_emit(compiler, OP_POP_TOP, 0);
    compile_body(compiler, one->body);
    compiler_emit(compiler, OP_JUMP, end);
    compiler_locate(compiler, one->pattern->range);
    place_fails(&match);
    free(match.fail);
    free(match.stores);
}

/* A last `case _:` needs no subject. */
static void default_case(Compiler *compiler, const MatchCase *one, Label end)
{
    compiler_step(compiler);
    compiler_locate(compiler, one->pattern->range);
    compiler_emit(compiler, OP_NOP, 0);
    if (one->guard)
        compile_jump_if(compiler, one->guard, end, false);
    compile_body(compiler, one->body);
}

/* compile.c, compiler_match_inner. */
void compile_match(Compiler *compiler, Stmt *stmt)
{
    Label end = compiler_label(compiler);
    size_t count = stmt->match.count;
    const MatchCase *last = &stmt->match.cases[count - 1];
    bool has_default = count > 1 && is_wildcard(last->pattern);
    size_t tried = has_default ? count - 1 : count;
    compile_expr(compiler, stmt->match.subject);
    for (size_t i = 0; i < tried && !compiler->problems->failed; i++)
        match_case(compiler, &stmt->match.cases[i], i + 1 < tried, i + 1 == count, end);
    if (has_default)
        default_case(compiler, last, end);
    compiler_place(compiler, end);
}
