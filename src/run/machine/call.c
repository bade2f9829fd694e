/* Calling: Objects/call.c and the CALL instructions of Python/bytecodes.c. A function of the
 * program becomes a frame that the same loop goes on with; only calls from C enter the loop
 * anew. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "run/machine/eval.h"
#include "run/text/str_common.h"
#include "run/types/native_type.h"

enum { CALL_SPACE = 32 }; /* arguments that need no memory from the host */

static ObjectId function_globals(const Run *run, ObjectId function)
{
    return model_object(run->model, function)->slots[FUNCTION_SLOT_GLOBALS];
}

/* By its __code__, which a program may set: not by the code it was made from. */
static const CodeInfo *function_info(const Run *run, ObjectId function)
{
    ObjectId code = model_object(run->model, function)->slots[FUNCTION_SLOT_CODE];
    return consts_find(run, model_payload(run->model, code).code);
}

/* --- functions of the program --- */

/* A frame whose parameters are copies of `arguments`; the tuple of *args and the dict of
 * **kwargs are its own. */
static Activation *enter_bound(Run *run, ObjectId function, const CodeInfo *info,
                               const Arguments *arguments, Entry entry)
{
    uint32_t mark = hand_mark(run->model);
    ObjectId space[CALL_SPACE];
    uint32_t count = bind_count(info->code);
    ObjectId *locals = count <= CALL_SPACE ? space : memory_allocate(count * sizeof *locals);
    Activation *activation = NULL;
    if (bind_arguments(run, function, info->code, arguments, locals))
        activation =
            frame_enter(run, info, function, function_globals(run, function), 0, entry);
    if (activation) {
        reference_splice(run->model, activation->frame, FRAME_SLOT_COUNT, 0, locals, count);
        frame_fill_locals(run, activation);
        hand_release(run->model, mark);
        activation->hand = mark;
    }
    if (locals != space)
        free(locals);
    return activation;
}

Activation *call_enter(Run *run, ObjectId function, const Arguments *arguments, Entry entry)
{
    return enter_bound(run, function, function_info(run, function), arguments, entry);
}

/* Do the arguments go to the parameters one to one? */
static inline bool is_simple(const Code *code, const Arguments *arguments)
{
    return !arguments->name_count && arguments->count == code->argument_count &&
           !(code->flags & (CODE_VARARGS | CODE_VARKEYWORDS)) && !code->keyword_only_count;
}

/* 3.11+: the callee's locals steal the arguments from the caller's stack. */
static CallResult enter_stolen(Run *run, Activation *caller, ObjectId function,
                               const CodeInfo *info, uint32_t count, uint32_t below)
{
    Activation *activation =
        frame_enter(run, info, function, function_globals(run, function), 0, ENTRY_CALL);
    if (!activation)
        return CALL_RAISED;
    reference_take(run->model, activation->frame, caller->frame, count);
    frame_fill_locals(run, activation);
    for (; below > 0; below--)
        stack_pop(run, caller);
    return CALL_PUSHED;
}

bool call_takes(const Run *run, ObjectId function, uint32_t count)
{
    if (model_kind(run->model, function) != KIND_FUNCTION)
        return false;
    const Arguments arguments = {.count = count};
    return is_simple(function_info(run, function)->code, &arguments);
}

CallResult call_stealing(Run *run, Activation *activation, ObjectId function, uint32_t count)
{
    return enter_stolen(run, activation, function, function_info(run, function), count, 0);
}

/* `on_stack`: the arguments are the top of the caller's evaluation stack. */
static CallResult call_function(Run *run, Activation *caller, ObjectId function,
                                const Arguments *arguments, uint32_t drop, bool on_stack)
{
    const CodeInfo *info = function_info(run, function);
    /* 3.11 calls functions with the tuple of CALL_FUNCTION_EX from C, which keeps it. */
    bool keeps =
        run->profile->calls.caller_keeps_arguments || (!on_stack && run->profile->minor == 11);
    if (on_stack && !keeps && is_simple(info->code, arguments))
        return enter_stolen(run, caller, function, info, arguments->count,
                            drop - arguments->count);
    if (keeps)
        call_hold_unpacked(run, arguments);
    Activation *activation = enter_bound(run, function, info, arguments, ENTRY_CALL);
    if (!activation)
        return CALL_RAISED;
    if (keeps) {
        activation->drop = drop;
        return CALL_PUSHED;
    }
    hand_release(run->model, caller->hand);
    activation->hand = caller->hand;
    stack_drop(run, caller, drop);
    return CALL_PUSHED;
}

/* --- from the evaluation stack --- */

/* A bound method on the stack is replaced by its function and object. */
static void unpack_method(Run *run, const Activation *activation, uint32_t base)
{
    Model *model = run->model;
    ObjectId method = activation->row->slots[base + 1];
    const Object *row = model_object(model, method);
    reference_set(model, activation->frame, base, row->slots[0]);
    reference_set(model, activation->frame, base + 1, row->slots[1]);
}

static CallResult push_value(Run *run, const Activation *activation, ObjectId value,
                             uint32_t drop)
{
    if (!value || run->stopped)
        return CALL_RAISED;
    call_replace(run, activation, drop, value);
    return CALL_DONE;
}

/* 3.8 to 3.10: the bound method stays on the stack, and nothing else holds its object for the
 * call (Objects/classobject.c, method_vectorcall). */
static CallResult call_method(Run *run, Activation *activation, uint32_t base, uint32_t count,
                              ObjectId names)
{
    const Model *model = run->model;
    const ObjectId *slots = activation->row->slots;
    const Object *method = model_object(model, slots[base + 1]);
    ObjectId space[CALL_SPACE];
    ObjectId *values =
        count + 1 <= CALL_SPACE ? space : memory_allocate((count + 1) * sizeof *values);
    values[0] = method->slots[1];
    if (count)
        memcpy(values + 1, &slots[base + 2], count * sizeof *values);
    uint32_t name_count = names ? model_object(model, names)->slot_count : 0;
    Arguments arguments = {.values = values,
                           .count = count + 1 - name_count,
                           .names = names,
                           .name_count = name_count};
    CallResult result =
        call_function(run, activation, method->slots[0], &arguments, count + 2, true);
    if (values != space)
        free(values);
    return result;
}

/* call_function of 3.6 and 3.7 counts what it calls once more, but for C functions and for a
 * bound method's function, which it takes from the method. */
static void hold_called(Run *run, ObjectId callable, bool bound)
{
    if (run->profile->minor <= 7 && !bound && model_kind(run->model, callable) != KIND_BUILTIN)
        hand_hold(run->model, callable);
}

CallResult call_from_stack(Run *run, Activation *activation, uint32_t count, ObjectId names)
{
    const Model *model = run->model;
    const ObjectId *slots = activation->row->slots;
    uint32_t base = activation->row->slot_count - count - 2;
    bool bound = !slots[base] && model_kind(model, slots[base + 1]) == KIND_METHOD;
    if (bound && run->profile->minor >= 8 && run->profile->minor <= 10 &&
        model_kind(model, model_object(model, slots[base + 1])->slots[0]) == KIND_FUNCTION)
        return call_method(run, activation, base, count, names);
    if (bound)
        unpack_method(run, activation, base);
    uint32_t has_self = slots[base] != 0;
    uint32_t name_count = names ? model_object(model, names)->slot_count : 0;
    ObjectId callable = slots[base + 1 - has_self];
    Arguments arguments = {.values = &slots[base + 2 - has_self],
                           .count = count + has_self - name_count,
                           .names = names,
                           .name_count = name_count};
    ObjectKind kind = model_kind(model, callable);
    hold_called(run, callable, bound);
    if (kind == KIND_FUNCTION)
        return call_function(run, activation, callable, &arguments, count + 2, true);
    if (kind == KIND_TYPE)
        return call_type_from_stack(run, activation, callable, &arguments, count + 2);
    if (kind == KIND_BUILTIN && class_is_builder(run, callable))
        return class_build_from_stack(run, activation, &arguments, count + 2);
    return push_value(run, activation, call_with_names(run, callable, &arguments), count + 2);
}

/* --- f(*args, **kwargs) --- */

/* The positional arguments as a tuple. */
static ObjectId star_tuple(Run *run, ObjectId callable, ObjectId iterable)
{
    if (object_is_exact(run->model, iterable, TYPE_TUPLE))
        return iterable;
    if (object_is_exact(run->model, iterable, TYPE_LIST)) {
        const Object *row = model_object(run->model, iterable);
        return tuple_from(run->model, row->slots, row->slot_count);
    }
    ObjectId list = iterate_list(run, iterable);
    if (list) {
        const Object *row = model_object(run->model, list);
        return row->slot_count ? tuple_from(run->model, row->slots, row->slot_count)
                               : run->model->empty_tuple;
    }
    return call_explain_star(run, callable, iterable);
}

/* The named arguments as a dict: before 3.9 a mapping that stands alone is not one yet. */
static ObjectId star_dict(Run *run, ObjectId callable, ObjectId mapping)
{
    if (object_is_exact(run->model, mapping, TYPE_DICT))
        return mapping;
    ObjectId dict = dict_create(run->model);
    return merge_mapping(run, dict, mapping, callable, false) ? dict : 0;
}

/* str.format never looks at the names that its text does not ask for. */
static bool takes_any_keyword(const Run *run, ObjectId callable)
{
    /* Until 3.8 a function of the program looks at one after the other (call_bind.c). */
    if (model_kind(run->model, callable) == KIND_FUNCTION)
        return run->profile->minor < 9;
    if (model_kind(run->model, callable) != KIND_BUILTIN)
        return false;
    const Native *native = model_payload(run->model, callable).native;
    return native->call == str_format_method;
}

/* Positional values, then those of the dict, with a tuple of its keys. */
static bool spread(Run *run, ObjectId callable, const ObjectId *positional, uint32_t count,
                   ObjectId dict, ObjectId *values, Arguments *ret_arguments)
{
    Model *model = run->model;
    copy_ids(values, positional, count);
    *ret_arguments = (Arguments){.values = values, .count = count};
    uint32_t names = dict ? dict_used(model, dict) : 0;
    if (!names)
        return true;
    ObjectId keys = tuple_from(model, NULL, names);
    uint32_t at = 0;
    for (uint32_t i = 0; i < dict_entry_end(model, dict); i++) {
        ObjectId key = dict_key(model, dict, i);
        if (!key)
            continue;
        if (model_kind(model, key) != KIND_STR && !takes_any_keyword(run, callable))
            return call_raise_keyword_type(run, callable);
        values[count + at] = dict_value(model, dict, i);
        reference_set(model, keys, at++, key);
    }
    ret_arguments->names = keys;
    ret_arguments->name_count = names;
    ret_arguments->dict = dict;
    return true;
}

static CallResult call_spread(Run *run, Activation *activation, ObjectId callable,
                              const Arguments *arguments, uint32_t drop)
{
    ObjectKind kind = model_kind(run->model, callable);
    if (kind == KIND_BUILTIN && class_is_builder(run, callable))
        return class_build_from_stack(run, activation, arguments, drop);
    switch (kind) {
    case KIND_FUNCTION:
        return call_function(run, activation, callable, arguments, drop, false);
    case KIND_TYPE:
        return call_type_from_stack(run, activation, callable, arguments, drop);
    default:
        return push_value(run, activation, call_with_names(run, callable, arguments), drop);
    }
}

/* An entry of the stack is replaced by what was made of it. */
static void become(Run *run, const Activation *activation, uint32_t depth, ObjectId value)
{
    if (stack_at(activation, depth) == value)
        return;
    reference_set(run->model, activation->frame, activation->row->slot_count - depth, value);
    hand_release(run->model, activation->hand);
}

CallResult call_unpacked(Run *run, Activation *activation, bool with_dict)
{
    const Model *model = run->model;
    uint32_t extra = with_dict ? 1 : 0;
    ObjectId callable = stack_at(activation, 2 + extra);
    ObjectId dict = with_dict ? star_dict(run, callable, stack_at(activation, 1)) : 0;
    if (with_dict && !dict)
        return CALL_RAISED;
    if (with_dict)
        become(run, activation, 1, dict);
    ObjectId tuple = star_tuple(run, callable, stack_at(activation, 1 + extra));
    if (!tuple)
        return CALL_RAISED;
    become(run, activation, 1 + extra, tuple);
    const Object *row = model_object(model, tuple);
    size_t count = row->slot_count + (dict ? dict_used(model, dict) : 0);
    ObjectId space[CALL_SPACE];
    ObjectId *values = count <= CALL_SPACE ? space : memory_allocate(count * sizeof *values);
    Arguments arguments;
    CallResult result = CALL_RAISED;
    if (spread(run, callable, row->slots, row->slot_count, dict, values, &arguments)) {
        arguments.tuple = tuple;
        result = call_spread(run, activation, callable, &arguments, 3 + extra);
    }
    if (values != space)
        free(values);
    return result;
}

/* `tuple`: the positional values as one, where they are one already. */
static ObjectId call_parts(Run *run, ObjectId callable, const ObjectId *positional,
                           uint32_t count, ObjectId tuple, ObjectId keywords)
{
    size_t total = count + (keywords ? dict_used(run->model, keywords) : 0);
    ObjectId space[CALL_SPACE];
    ObjectId *values = total <= CALL_SPACE ? space : memory_allocate(total * sizeof *values);
    Arguments arguments;
    ObjectId result = 0;
    if (spread(run, callable, positional, count, keywords, values, &arguments)) {
        arguments.tuple = tuple;
        result = call_with_names(run, callable, &arguments);
    }
    if (values != space)
        free(values);
    return result;
}

ObjectId call_with_parts(Run *run, ObjectId callable, const ObjectId *positional,
                         uint32_t count, ObjectId keywords)
{
    return call_parts(run, callable, positional, count, 0, keywords);
}

ObjectId call_with_tuple(Run *run, ObjectId callable, ObjectId tuple, ObjectId keywords)
{
    const Object *row = model_object(run->model, tuple);
    return call_parts(run, callable, row->slots, row->slot_count, tuple, keywords);
}

/* --- from C --- */

static ObjectId call_function_from_c(Run *run, ObjectId function, const Arguments *arguments)
{
    if (run->nesting >= RUN_NATIVE_NESTING_LIMIT + run->recursion_headroom)
        return raise_error(run, EXC_RecursionError, "maximum recursion depth exceeded");
    uint32_t mark = hand_mark(run->model);
    call_hold_unpacked(run, arguments);
    if (!call_enter(run, function, arguments, ENTRY_C))
        return 0;
    ObjectId value = evaluate(run);
    return value ? hand_return(run->model, mark, value) : 0;
}

/* With one more positional argument in front. _PyObject_Call_Prepend. */
static ObjectId call_prepended(Run *run, ObjectId callable, ObjectId first,
                               const Arguments *arguments)
{
    size_t count = (size_t)arguments->count + arguments->name_count;
    ObjectId space[CALL_SPACE];
    ObjectId *values =
        count + 1 <= CALL_SPACE ? space : memory_allocate((count + 1) * sizeof *values);
    values[0] = first;
    copy_ids(values + 1, arguments->values, count);
    Arguments all = *arguments;
    all.values = values;
    all.count++;
    all.tuple = 0;
    ObjectId result = call_with_names(run, callable, &all);
    if (values != space)
        free(values);
    return result;
}

/* A function or a descriptor of a C function: self can simply go in front. */
static bool needs_no_binding(const Run *run, ObjectId method)
{
    const Object *row = model_object(run->model, method);
    if (row->kind != KIND_BUILTIN)
        return row->kind == KIND_FUNCTION;
    const Native *native = model_payload(run->model, method).native;
    return builtin_is_descriptor(run->model, row) && native->style != NATIVE_STATIC;
}

/* slot_tp_call, or the tp_call of a type in C */
static ObjectId call_special_call(Run *run, ObjectId callable, ObjectId method,
                                  const Arguments *arguments)
{
    Arguments packed = *arguments;
    bool direct = !arguments->dict &&
                  native_has_vectorcall(run, model_object(run->model, callable)->type);
    if (!direct)
        call_pack(run, &packed);
    packed.is_slot = true;
    packed.own_tuple = packed.tuple ? packed.tuple : run->model->empty_tuple;
    if (direct)
        packed.own_tuple = 0;
    packed.own_dict = direct ? 0 : packed.dict;
    if (needs_no_binding(run, method) && run->profile->minor > 6)
        return call_prepended(run, method, callable, &packed);
    ObjectId bound =
        attribute_bind(run, method, callable, model_object(run->model, callable)->type);
    return bound ? call_with_names(run, bound, &packed) : 0;
}

static ObjectId call_instance(Run *run, ObjectId callable, const Arguments *arguments)
{
    ObjectId method = lookup_special(run, callable, "__call__");
    if (!method)
        return raise_error(run, EXC_TypeError, "'%.*s' object is not callable",
                           SLICE(model_type_name(run->model, callable)));
    if (!recursion_enter(run, " while calling a Python object"))
        return 0;
    ObjectId result = call_special_call(run, callable, method, arguments);
    recursion_leave(run);
    return result;
}

/* Static methods can be called themselves since 3.10. */
static bool is_callable_static(const Run *run, const Object *row)
{
    return row->type == run->model->types[TYPE_STATICMETHOD] && run->profile->minor >= 10;
}

/* method_call; from 3.8 on method_vectorcall, for which a dict is taken apart before. */
static ObjectId call_method_from_c(Run *run, const Object *method, const Arguments *arguments)
{
    Arguments unpacked = *arguments;
    if (run->profile->minor >= 8) {
        call_hold_unpacked(run, arguments);
        unpacked.dict = 0;
    }
    return call_prepended(run, method->slots[0], method->slots[1], &unpacked);
}

ObjectId call_with_names(Run *run, ObjectId callable, const Arguments *arguments)
{
    const Object *row = model_object(run->model, callable);
    switch ((ObjectKind)row->kind) {
    case KIND_FUNCTION:
        return call_function_from_c(run, callable, arguments);
    case KIND_METHOD:
        return call_method_from_c(run, row, arguments);
    case KIND_BUILTIN:
        return call_native(run, callable, arguments);
    case KIND_TYPE:
        return call_type(run, callable, arguments);
    default:
        break;
    }
    if (is_callable_static(run, row))
        return call_with_names(run, row->slots[0], arguments);
    return call_instance(run, callable, arguments);
}

ObjectId call_object(Run *run, ObjectId callable, const ObjectId *values, uint32_t count)
{
    Arguments arguments = {.values = values, .count = count};
    return call_with_names(run, callable, &arguments);
}

ObjectId lookup_special(Run *run, ObjectId self, const char *name)
{
    Model *model = run->model;
    ObjectId interned = model_intern(model, slice_of(name));
    return type_lookup(run, model_object(model, self)->type, interned);
}

static ObjectId call_bound_to(Run *run, ObjectId method, ObjectId self,
                              const Arguments *arguments)
{
    if (needs_no_binding(run, method))
        return call_prepended(run, method, self, arguments);
    ObjectId bound = attribute_bind(run, method, self, model_object(run->model, self)->type);
    return bound ? call_with_names(run, bound, arguments) : 0;
}

/* Special methods that C code looks up as attributes of the object: a bound method holds it
 * while the call lasts. */
static bool is_called_bound(const Run *run, const char *name)
{
    static const struct {
        const char *name;
        int until; /* 0: to this day */
    } rows[] = {
        {"__format__", 0},   {"__dir__", 0},      {"__round__", 0},       {"__sizeof__", 0},
        {"__missing__", 0},  {"__reversed__", 0}, {"__length_hint__", 0}, {"__bytes__", 0},
        {"__complex__", 0},  {"__trunc__", 0},    {"__floor__", 0},       {"__ceil__", 0},
        {"__getattr__", 11}, {"__set_name__", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].name, name) == 0)
            return !rows[i].until || run->profile->minor <= rows[i].until;
    return false;
}

static ObjectId call_by_bound_method(Run *run, ObjectId method, ObjectId self,
                                     const Arguments *arguments)
{
    ObjectId bound = method_create(run, method, self);
    return bound ? call_with_names(run, bound, arguments) : 0;
}

/* call_method of 3.6 calls a bound method with a tuple, and that its function: two levels of
 * the recursion. */
static ObjectId call_by_two_levels(Run *run, ObjectId method, ObjectId self,
                                   const Arguments *arguments)
{
    static const char where[] = " while calling a Python object";
    ObjectId result = 0;
    if (!recursion_enter(run, where))
        return 0;
    if (recursion_enter(run, where)) {
        if (arguments->count)
            tuple_from(run->model, arguments->values, arguments->count);
        result = call_by_bound_method(run, method, self, arguments);
        recursion_leave(run);
    }
    recursion_leave(run);
    return result;
}

ObjectId call_special(Run *run, ObjectId self, const char *name, const ObjectId *values,
                      uint32_t count, bool *ret_found)
{
    ObjectId method = lookup_special(run, self, name);
    *ret_found = method != 0;
    if (!method)
        return 0;
    Arguments arguments = {.values = values, .count = count, .is_slot = true};
    bool native = model_kind(run->model, method) != KIND_FUNCTION;
    if (native && strcmp(name, "__missing__") != 0)
        return call_bound_to(run, method, self, &arguments);
    uint32_t mark = hand_mark(run->model);
    ObjectId result;
    if (native) { /* bound, it holds the object */
        ObjectId bound =
            attribute_bind(run, method, self, model_object(run->model, self)->type);
        result = bound ? call_with_names(run, bound, &arguments) : 0;
        return result ? hand_return(run->model, mark, result) : 0;
    }
    if (run->profile->minor == 6 && strcmp(name, "__get__") != 0) { /* slot_tp_descr_get */
        result = call_by_two_levels(run, method, self, &arguments);
    } else if (is_called_bound(run, name)) {
        result = call_by_bound_method(run, method, self, &arguments);
    } else {
        hand_hold(run->model, method); /* lookup_method gives a reference of its own */
        result = call_prepended(run, method, self, &arguments);
    }
    return hand_return(run->model, mark, result);
}

bool object_is_callable(Run *run, ObjectId object)
{
    const Object *row = model_object(run->model, object);
    return row->kind == KIND_FUNCTION || row->kind == KIND_METHOD ||
           row->kind == KIND_BUILTIN || row->kind == KIND_TYPE ||
           is_callable_static(run, row) || lookup_special(run, object, "__call__");
}
