/* A Program's constants and code objects become objects of the model: one for each entry of
 * Program.consts. Held by the code objects whose co_consts, co_names or co_varnames name them,
 * and literals by the AST where the program is a script (FACTS 4). */
#include <stdlib.h>

#include "base/memory.h"
#include "run/interpreter.h"

typedef struct Maker {
    Run *run;
    const Program *program;
    ObjectId *objects; /* by index in program->consts; 0: not made yet */
    bool ast_holds;
} Maker;

/* --- what the collector's count shows of a code object --- */

static const Const *const_of(const Maker *maker, const Code *code, uint32_t index)
{
    return &maker->program->consts[code->consts[index]];
}

static bool has_text(const Maker *maker, const Code *code, Slice text)
{
    for (uint32_t i = 0; i < code->const_count; i++) {
        const Const *constant = const_of(maker, code, i);
        if (constant->kind == CONST_STR && slice_equal(constant->text, text))
            return true;
    }
    return false;
}

/* Is one of the first `end` constants the code of a function with this qualified name? */
static bool names_before(const Maker *maker, const Code *code, uint32_t end, Slice name)
{
    for (uint32_t i = 0; i < end; i++) {
        const Const *constant = const_of(maker, code, i);
        if (constant->kind == CONST_CODE && constant->code->flags & CODE_OPTIMIZED &&
            slice_equal(constant->code->qualified_name, name))
            return true;
    }
    return false;
}

/* To 3.10 MAKE_FUNCTION takes a function's qualified name from co_consts; our code objects have
 * these names behind all others. They are added here; returns how many. */
static uint32_t add_qualified_names(const Maker *maker, ObjectId object, const Code *code)
{
    Model *model = maker->run->model;
    uint32_t count = 0;
    for (uint32_t i = 0; i < code->const_count; i++) {
        const Const *constant = const_of(maker, code, i);
        if (constant->kind != CONST_CODE || !(constant->code->flags & CODE_OPTIMIZED))
            continue;
        Slice name = constant->code->qualified_name;
        if (names_before(maker, code, i, name) || has_text(maker, code, name))
            continue;
        reference_push(model, object, model_intern(model, name));
        count++;
    }
    return count;
}

static void count_container(Maker *maker)
{
    Run *run = maker->run;
    if (run->model->started)
        collector_allocated(run->model);
    else if (!run->loads_library)
        run->containers_compiled++;
}

static void count_tuple(Maker *maker, uint32_t length)
{
    if (length > maker->run->profile->free_lists.tuple_longest)
        count_container(maker);
}

/* The tuples of a code object that are too long for a free list. */
static void count_tuples(Maker *maker, const Code *code, uint32_t qualified_names)
{
    count_tuple(maker, code->const_count + qualified_names);
    count_tuple(maker, code->name_count);
    if (maker->run->profile->minor >= 11) {
        count_tuple(maker, code->local_count);
        return;
    }
    count_tuple(maker, code->variable_count);
    count_tuple(maker, code->cell_count);
    count_tuple(maker, code->free_count);
}

static ObjectId make_const(Maker *maker, uint32_t index);

/* A frozenset of the items of another one, added in its order. */
static ObjectId made_anew(Maker *maker, ObjectId set)
{
    Model *model = maker->run->model;
    ObjectId anew = set_create(model, true);
    for (uint32_t i = 0; i < set_table_size(model, set); i++) {
        int64_t hash;
        ObjectId item = set_item(model, set, i, &hash);
        if (item)
            set_add_key(maker->run, anew, item);
    }
    return anew;
}

/* Does interning the items put another object in the place of one of them (measured: letters of
 * which the interpreter's own start has interned a second object)? */
static bool interning_replaces(Maker *maker, ObjectId item)
{
    const Model *model = maker->run->model;
    const char *letters = model->profile->minor == 11   ? "BCLST_abcdefhijklmnopqrstvwxy"
                          : model->profile->minor == 12 ? "_abcdenprsx"
                                                        : "";
    Slice text = model_kind(model, item) == KIND_STR ? str_slice(model, item) : (Slice){0};
    return text.length == 1 && strchr(letters, text.bytes[0]);
}

/* The items of a set constant: those of co_consts, and those that the AST's own set holds.
 * Where an equal constant came before, these are others. */
typedef struct SetItems {
    ObjectId *merged, *own;
    uint32_t count;
} SetItems;

static ObjectId make_new(Maker *maker, const Const *constant);

static SetItems set_items(Maker *maker, const Const *constant)
{
    SetItems items = {.count = constant->tuple.count};
    items.merged = memory_allocate((2 * (size_t)items.count + 1) * sizeof *items.merged);
    items.own = items.merged + items.count;
    for (uint32_t i = 0; i < items.count; i++) {
        uint32_t index = constant->tuple.items[i];
        const Const *item = &maker->program->consts[index];
        bool is_other = maker->objects[index] && item->kind != CONST_TUPLE;
        items.merged[i] = make_const(maker, index);
        items.own[i] = is_other && constant->literal ? make_new(maker, item) : items.merged[i];
    }
    return items;
}

static ObjectId set_of(Maker *maker, const ObjectId *items, uint32_t count)
{
    ObjectId set = set_create(maker->run->model, true);
    for (uint32_t i = 0; i < count; i++)
        set_add_key(maker->run, set, items[i]);
    return set;
}

/* From 3.8 on the compiler merges a frozenset's constants by making it anew from the first
 * one's order, which only the AST holds (Python/compile.c, merge_consts_recursive), and a code
 * object once more where it interns one (Objects/codeobject.c, intern_constants): the order of
 * the program's set depends on it. */
static ObjectId make_frozenset(Maker *maker, const Const *constant)
{
    Model *model = maker->run->model;
    uint32_t mark = hand_mark(model);
    SetItems items = set_items(maker, constant);
    ObjectId set = set_of(maker, items.merged, items.count);
    bool merges = model->profile->identity.consts_merged_across_code_objects, replaces = false;
    for (uint32_t i = 0; i < items.count; i++)
        replaces = replaces || interning_replaces(maker, items.merged[i]);
    if (constant->literal && maker->ast_holds)
        reference_push(model, model->ast, merges ? set_of(maker, items.own, items.count) : set);
    bool two = constant->literal && maker->ast_holds && merges;
    for (int i = 0; !model->started && i < 1 + two; i++)
        count_container(maker);
    for (int round = 0; round < merges + replaces; round++)
        set = made_anew(maker, set);
    free(items.merged);
    return hand_return(model, mark, set);
}

static ObjectId make_tuple(Maker *maker, const Const *constant)
{
    Model *model = maker->run->model;
    uint32_t count = constant->tuple.count;
    ObjectId *items = memory_allocate((count + 1) * sizeof *items);
    for (uint32_t i = 0; i < count; i++)
        items[i] = make_const(maker, constant->tuple.items[i]);
    ObjectId made = count ? tuple_from(model, items, count) : model->empty_tuple;
    free(items);
    if (!model->started)
        count_tuple(maker, count);
    return made;
}

static ObjectId make_str(Maker *maker, const Const *constant)
{
    Model *model = maker->run->model;
    return constant->interned ? model_intern(model, constant->text)
                              : str_from(model, constant->text);
}

static void add_info(Run *run, CodeInfo *info);

/* _PyPegen_new_identifier; what the library is made of the program cannot tell. */
static void keep_identifier(const Run *run, ObjectId name)
{
    Model *model = run->model;
    uint32_t flags = model_object(model, name)->flags;
    bool keeps = model->profile->immortal.identifiers && !run->loads_library;
    if (keeps && !(flags & OBJECT_IMMORTAL))
        object_set_field(model, name, FIELD_FLAGS, flags | OBJECT_IMMORTAL);
}

/* co_consts, co_names and co_varnames one after the other. */
static void fill_code(Maker *maker, ObjectId object, const Code *code)
{
    Model *model = maker->run->model;
    const uint32_t tuple = code->consts_tuple - 1;
    const uint32_t *parts[] = {code->consts_tuple ? &tuple : code->consts, code->names,
                               code->locals};
    const uint32_t counts[] = {code_names_at(code), code->name_count, code->local_count};
    state_reserve_slots(model_object(model, object), counts[0] + counts[1] + counts[2]);
    for (int part = 0; part < 3; part++)
        for (uint32_t i = 0; i < counts[part]; i++) {
            ObjectId made = make_const(maker, parts[part][i]);
            if (part > 0)
                keep_identifier(maker->run, made);
            reference_push(model, object, made);
        }
}

/* Unlike CPython: from 3.11 on the instructions inside are heapstep's, without caches. */
static uint32_t size_of_code(const Profile *profile, const Code *code)
{
    uint32_t inside = profile->minor >= 11 ? 2 * code->instruction_count : 0;
    return profile->sizes.code + inside;
}

/* co_name, and co_qualname where code objects have it. */
static void add_own_names(const Maker *maker, ObjectId object, const Code *code)
{
    Model *model = maker->run->model;
    reference_push(model, object, model_intern(model, code->name));
    if (maker->run->profile->minor >= 11)
        reference_push(model, object, model_intern(model, code->qualified_name));
}

static ObjectId make_code(Maker *maker, const Code *code)
{
    Run *run = maker->run;
    ObjectId object =
        object_create(run->model, KIND_CODE, run->model->types[TYPE_CODE],
                      size_of_code(run->profile, code), 0, (Payload){.code = code});
    fill_code(maker, object, code);
    bool has_names = run->profile->minor < 11;
    count_tuples(maker, code, has_names ? add_qualified_names(maker, object, code) : 0);
    add_own_names(maker, object, code);
    CodeInfo *info = region_allocate(&run->region, sizeof *info);
    info->code = code;
    info->object = object;
    info->line_base = run->line_base;
    info->source = maker->program->source;
    info->is_library = run->loads_library;
    const ObjectId *slots = model_object(run->model, object)->slots;
    info->consts = code->consts_tuple ? model_object(run->model, slots[0])->slots : slots;
    info->names = slots + code_names_at(code);
    info->locals = info->names + code->name_count;
    info->hints = region_allocate(&run->region, code->instruction_count * sizeof *info->hints);
    info->has_spare_frame = region_allocate(&run->region, sizeof *info->has_spare_frame);
    add_info(run, info);
    return object;
}

static ObjectId make_new(Maker *maker, const Const *constant)
{
    Model *model = maker->run->model;
    switch (constant->kind) {
    case CONST_NONE:
        return model->none;
    case CONST_ELLIPSIS:
        return model->ellipsis;
    case CONST_FALSE:
        return model->false_;
    case CONST_TRUE:
        return model->true_;
    case CONST_INT:
        return int_from_big(model, constant->integer);
    case CONST_FLOAT:
        return float_from(model, constant->real);
    case CONST_COMPLEX:
        return complex_from(model, constant->real, constant->imaginary);
    case CONST_STR:
        return make_str(maker, constant);
    case CONST_BYTES:
        return bytes_from(model, constant->text.bytes, constant->text.length);
    case CONST_TUPLE:
        return make_tuple(maker, constant);
    case CONST_FROZENSET:
        return make_frozenset(maker, constant);
    case CONST_CODE:
        return make_code(maker, constant->code);
    }
    return 0;
}

/* From 3.12 on the parser's arena holds bytes twice: _PyPegen_concatenate_strings. Unlike
 * CPython: also those that are written as several literals; and a name counts as often as the
 * source has it, while the parser of 3.9 to 3.11 keeps it for each attempt as well. */
static uint32_t held_by_tree(const Maker *maker, const Const *constant)
{
    const Profile *profile = maker->run->profile;
    if (constant->name_count)
        return profile->immortal.identifiers ? 0 : constant->name_count;
    if (!constant->literal || constant->kind == CONST_FROZENSET)
        return 0;
    return constant->kind == CONST_BYTES && profile->minor >= 12 ? 2 : 1;
}

static ObjectId make_const(Maker *maker, uint32_t index)
{
    if (maker->objects[index])
        return maker->objects[index];
    const Const *constant = &maker->program->consts[index];
    ObjectId object = make_new(maker, constant);
    maker->objects[index] = object;
    if (constant->name_count)
        keep_identifier(maker->run, object);
    for (uint32_t held = maker->ast_holds ? held_by_tree(maker, constant) : 0; held > 0; held--)
        reference_push(maker->run->model, maker->run->model->ast, object);
    return object;
}

const CodeInfo *consts_materialise(Run *run, Program *program, bool ast_holds)
{
    Maker maker = {.run = run, .program = program, .ast_holds = ast_holds};
    maker.objects = memory_allocate((program->const_count + 1) * sizeof *maker.objects);
    uint32_t mark = hand_mark(run->model);
    ObjectId module = make_code(&maker, program->codes[0]);
    hand_hold(run->model, module);
    reference_push(run->model, run->thread, module);
    free(maker.objects);
    hand_release(run->model, mark);
    hand_hold(run->model, module);
    reference_pop(run->model, run->thread);
    return consts_find(run, program->codes[0]);
}

/* --- the table of infos --- */

static size_t place_of(const CodeTable *table, const Code *code)
{
    size_t mask = table->capacity - 1;
    size_t place = ((uintptr_t)code >> 4) * 0x9E3779B1u & mask;
    while (table->items[place] && table->items[place]->code != code)
        place = (place + 1) & mask;
    return place;
}

static void grow_table(CodeTable *table)
{
    CodeTable old = *table;
    table->capacity = old.capacity ? 2 * old.capacity : 64;
    table->items = memory_allocate(table->capacity * sizeof(CodeInfo *));
    for (size_t i = 0; i < old.capacity; i++)
        if (old.items[i])
            table->items[place_of(table, old.items[i]->code)] = old.items[i];
    free(old.items);
}

static void add_info(Run *run, CodeInfo *info)
{
    CodeTable *table = &run->codes;
    if (2 * (table->count + 1) > table->capacity)
        grow_table(table);
    table->items[place_of(table, info->code)] = info;
    table->count++;
}

const CodeInfo *consts_find(const Run *run, const Code *code)
{
    return run->codes.items[place_of(&run->codes, code)];
}
