/* Calling a class: Objects/typeobject.c, type_call, object_new, object_init. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "run/machine/eval.h"
#include "run/values/sort.h"

enum { TYPE_CALL_SPACE = 32 };

static bool is_native(const Run *run, ObjectId function, NativeCall *call)
{
    if (!function || model_kind(run->model, function) != KIND_BUILTIN)
        return false;
    const Native *native = model_payload(run->model, function).native;
    return native->call == call;
}

/* --- __new__ --- */

/* Calls `function` with `first` in front of the arguments. */
static ObjectId call_with_first(Run *run, ObjectId function, ObjectId first,
                                const Arguments *arguments)
{
    size_t count = (size_t)arguments->count + arguments->name_count;
    ObjectId space[TYPE_CALL_SPACE];
    ObjectId *values =
        count < TYPE_CALL_SPACE ? space : memory_allocate((count + 1) * sizeof *values);
    values[0] = first;
    copy_ids(values + 1, arguments->values, count);
    Arguments all = *arguments;
    all.values = values;
    all.count++;
    if (!is_native(run, function, exception_new)) /* which keeps it as its args */
        all.tuple = 0;
    bool native = model_kind(run->model, function) == KIND_BUILTIN;
    ObjectId result =
        native ? ((const Native *)model_payload(run->model, function).native)->call(run, &all)
               : call_with_names(run, function, &all);
    if (values != space)
        free(values);
    return result;
}

/* The function that a class has as __new__ or __init__; 0: object's own. */
static ObjectId find_constructor(Run *run, ObjectId type, const char *name)
{
    ObjectId found = type_lookup(run, type, model_intern(run->model, slice_of(name)));
    if (found && model_kind(run->model, found) == KIND_STATICMETHOD)
        found = model_object(run->model, found)->slots[0];
    return found;
}

static bool is_objects_own(const Run *run, ObjectId function, const char *name)
{
    ObjectId own =
        dict_get_str(run->model, model_object(run->model, run->model->types[TYPE_OBJECT])->dict,
                     model_intern(run->model, slice_of(name)));
    return function == own;
}

/* The names of abstract methods as messages list them. */
static bool write_abstract_names(Run *run, ObjectId names, Text *ret_text)
{
    const char *quote = run->profile->minor >= 12 ? "'" : "";
    ObjectId sorted = iterate_list(run, names);
    if (!sorted || !list_sort(run, sorted, 0, false))
        return false;
    const Object *row = model_object(run->model, sorted);
    for (uint32_t i = 0; i < row->slot_count; i++) {
        text_append_format(ret_text, "%s%s", i ? ", " : "", quote);
        if (!str_write(run, row->slots[i], ret_text))
            return false;
        text_append_string(ret_text, quote);
    }
    return true;
}

static bool raise_abstract(Run *run, ObjectId type, ObjectId names)
{
    Text list = {0};
    int64_t count = 0;
    if (write_abstract_names(run, names, &list) && object_length(run, names, &count))
        raise_error(run, EXC_TypeError, "Can't instantiate abstract class %.*s %s%s %s",
                    SLICE(type_name(run->model, type)),
                    run->profile->minor >= 12 ? "without an implementation for abstract method"
                                              : "with abstract method",
                    count > 1 || run->profile->minor < 9 ? "s" : "", text_string(&list));
    text_done(&list);
    return false;
}

/* A class that its metaclass gave __abstractmethods__ (abc) has no instances while there are
 * any. */
static bool check_concrete(Run *run, ObjectId type)
{
    const Object *row = model_object(run->model, type);
    if (row->type == run->model->types[TYPE_TYPE] || !row->dict)
        return true;
    ObjectId names = dict_get_str(run->model, row->dict,
                                  model_intern(run->model, slice_of("__abstractmethods__")));
    bool abstract = false;
    if (names && !object_truth(run, names, &abstract))
        return false;
    return !abstract || raise_abstract(run, type, names);
}

ObjectId object_new(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    if (!arguments->count)
        return raise_error(run, EXC_TypeError, "object.__new__(): not enough arguments");
    ObjectId type = arguments->values[0];
    if (model_kind(model, type) != KIND_TYPE)
        return raise_error(run, EXC_TypeError,
                           "object.__new__(X): X is not a type object (%.*s)",
                           SLICE(model_type_name(model, type)));
    bool excess = arguments->count + arguments->name_count > 1;
    if (excess && !is_native(run, find_constructor(run, type, "__new__"), object_new))
        return raise_error(
            run, EXC_TypeError,
            run->profile->minor < 7
                ? "object() takes no parameters"
                : "object.__new__() takes exactly one argument (the type to instantiate)");
    if (excess && run->profile->minor < 7 &&
        is_objects_own(run, find_constructor(run, type, "__init__"), "__init__"))
        return raise_error(run, EXC_TypeError, "object() takes no parameters");
    if (excess && is_objects_own(run, find_constructor(run, type, "__init__"), "__init__"))
        return raise_error(run, EXC_TypeError, "%.*s() takes no arguments",
                           SLICE(type_name(model, type)));
    if (!check_concrete(run, type))
        return 0;
    if (type == model->types[TYPE_OBJECT])
        return object_create(model, KIND_OBJECT, type, run->profile->sizes.object, 0,
                             (Payload){.bits = 0});
    if (model_object(model, type)->a != KIND_INSTANCE)
        return raise_error(run, EXC_TypeError,
                           "object.__new__(%.*s) is not safe, use %.*s.__new__()",
                           SLICE(type_name(model, type)), SLICE(type_name(model, type)));
    return instance_create(model, type);
}

/* A built-in type called by its own name. */
static ObjectId new_builtin(Run *run, ObjectId type, const Arguments *arguments)
{
    TypeName name = type_name_index(run, type);
    NativeCall *constructor = NULL;
    if (name != TYPE_NAME_COUNT)
        constructor = core_constructor_of(name);
    if (!constructor && name != TYPE_NAME_COUNT)
        constructor = constructor_of(name);
    if (constructor)
        return constructor(run, arguments);
    ObjectId new = find_constructor(run, type, "__new__");
    if (new && !is_native(run, new, object_new))
        return call_with_first(run, new, type, arguments);
    return raise_error(run, EXC_TypeError, "cannot create '%.*s' instances",
                       SLICE(type_name(run->model, type)));
}

static bool is_one_of(const Run *run, ObjectId type, const TypeName *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (run->model->types[names[i]] == type)
            return true;
    return false;
}

static bool is_heap(const Run *run, ObjectId type)
{
    return model_object(run->model, type)->flags & OBJECT_HEAP_TYPE;
}

/* Types that CPython calls without a level of the recursion: tp_vectorcall, and the specialised
 * instructions of 3.11. */
static bool is_called_directly(const Run *run, ObjectId type, const Arguments *arguments)
{
    static const TypeName since_9[] = {TYPE_LIST, TYPE_TUPLE,     TYPE_DICT,
                                       TYPE_SET,  TYPE_FROZENSET, TYPE_RANGE};
    static const TypeName since_10[] = {TYPE_BOOL, TYPE_FLOAT, TYPE_MAP, TYPE_REVERSED};
    static const TypeName since_11[] = {TYPE_STR, TYPE_ENUMERATE};
    static const TypeName since_13[] = {TYPE_INT};
    int minor = run->profile->minor;
    if (type == run->model->types[TYPE_TYPE]) /* type(x), but not type(name, bases, dict) */
        return minor >= 10 && arguments->count == 1 && !arguments->name_count;
    return (minor >= 9 && is_one_of(run, type, since_9, sizeof since_9 / sizeof *since_9)) ||
           (minor >= 10 &&
            is_one_of(run, type, since_10, sizeof since_10 / sizeof *since_10)) ||
           (minor >= 11 &&
            is_one_of(run, type, since_11, sizeof since_11 / sizeof *since_11)) ||
           (minor >= 13 && is_one_of(run, type, since_13, sizeof since_13 / sizeof *since_13));
}

/* Types that are called through tp_call get the arguments as a tuple (FACTS 5). */
static bool packs(const Run *run, ObjectId type, const Arguments *arguments)
{
    if (type_is_exception(run, type) || type == run->model->types[TYPE_OBJECT])
        return false;
    return !is_called_directly(run, type, arguments) ||
           (type == run->model->types[TYPE_STR] && run->profile->minor < 13);
}

static bool enter_type(Run *run, ObjectId type, const Arguments *arguments)
{
    return is_called_directly(run, type, arguments) ||
           recursion_enter(run, " while calling a Python object");
}

static void leave_type(Run *run, ObjectId type, const Arguments *arguments)
{
    if (!is_called_directly(run, type, arguments))
        recursion_leave(run);
}

static ObjectId new_instance(Run *run, ObjectId type, const Arguments *arguments)
{
    if (!is_heap(run, type) && !type_is_exception(run, type))
        return new_builtin(run, type, arguments);
    return call_with_first(run, find_constructor(run, type, "__new__"), type, arguments);
}

/* --- __init__ --- */

/* The __init__ to call after __new__; 0: none is needed. */
static ObjectId needed_init(Run *run, ObjectId type, ObjectId made, const Arguments *arguments)
{
    /* type(x) asks, it makes nothing. */
    if (type == run->model->types[TYPE_TYPE] && arguments->count + arguments->name_count == 1)
        return 0;
    ObjectId own = model_object(run->model, made)->type;
    if (!type_is_subtype(run, own, type))
        return 0;
    if (!is_heap(run, own) && !type_is_exception(run, own) && !type_native(run->model, own))
        return 0;
    ObjectId init = find_constructor(run, own, "__init__");
    return !init || is_objects_own(run, init, "__init__") ? 0 : init;
}

static bool check_init_result(Run *run, ObjectId value)
{
    if (!value || value == run->model->none)
        return value;
    return raise_error(run, EXC_TypeError, "__init__() should return None, not '%.*s'",
                       SLICE(model_type_name(run->model, value)));
}

static ObjectId make_instance(Run *run, ObjectId type, const Arguments *arguments)
{
    uint32_t mark = hand_mark(run->model);
    Arguments packed = *arguments;
    if (is_heap(run, type) || packs(run, type, arguments))
        call_pack(run, &packed);
    ObjectId made = new_instance(run, type, &packed);
    if (!made)
        return 0;
    ObjectId init = needed_init(run, type, made, &packed);
    if (init && !check_init_result(run, call_with_first(run, init, made, &packed)))
        return 0;
    return hand_return(run->model, mark, made);
}

ObjectId call_type_plainly(Run *run, ObjectId type, const Arguments *arguments)
{
    if (!enter_type(run, type, arguments))
        return 0;
    ObjectId made = make_instance(run, type, arguments);
    leave_type(run, type, arguments);
    return made;
}

ObjectId call_type(Run *run, ObjectId type, const Arguments *arguments)
{
    ObjectId own = class_own_call(run, type);
    if (!own)
        return call_type_plainly(run, type, arguments);
    if (!recursion_enter(run, " while calling a Python object"))
        return 0;
    ObjectId made = call_with_first(run, own, type, arguments);
    recursion_leave(run);
    return made;
}

/* __init__ of the program goes on in the same loop; HAND keeps the instance and the arguments.
 */
static CallResult enter_init(Run *run, ObjectId init, ObjectId made, const Arguments *arguments,
                             uint32_t drop, Entry entry)
{
    size_t count = (size_t)arguments->count + arguments->name_count;
    ObjectId space[TYPE_CALL_SPACE];
    ObjectId *values =
        count < TYPE_CALL_SPACE ? space : memory_allocate((count + 1) * sizeof *values);
    values[0] = made;
    copy_ids(values + 1, arguments->values, count);
    Arguments all = *arguments;
    all.values = values;
    all.count++;
    all.tuple = 0;
    /* slot_tp_init holds what it calls: in 3.6 a bound method. */
    if (run->profile->minor == 6)
        method_create(run, init, made);
    else
        hand_hold(run->model, init);
    call_hold_unpacked(run, &all);
    Activation *entered = call_enter(run, init, &all, entry);
    if (entered) {
        entered->object = made;
        entered->drop = drop;
    }
    if (values != space)
        free(values);
    return entered ? CALL_PUSHED : CALL_RAISED;
}

/* CALL_ALLOC_AND_ENTER_INIT, 3.13: the arguments go to __init__ straight from the stack. */
static bool is_hot(Run *run, const Activation *activation, ObjectId type,
                   const Arguments *arguments)
{
    if (run->profile->minor < 13 || !is_heap(run, type) || arguments->name_count ||
        arguments->tuple || !instruction_hits(run, activation, type))
        return false;
    ObjectId init = find_constructor(run, type, "__init__");
    return init && call_takes(run, init, arguments->count + 1) &&
           is_objects_own(run, find_constructor(run, type, "__new__"), "__new__");
}

static CallResult enter_hot_init(Run *run, const Activation *activation, ObjectId init,
                                 ObjectId made, const Arguments *arguments, uint32_t drop)
{
    uint32_t count = arguments->count;
    CallResult result = enter_init(run, init, made, arguments, drop - count, ENTRY_HOT_INIT);
    for (uint32_t i = 0; result == CALL_PUSHED && i < count; i++)
        stack_pop(run, activation);
    return result;
}

CallResult call_type_from_stack(Run *run, Activation *activation, ObjectId type,
                                const Arguments *given, uint32_t drop)
{
    bool hot = is_hot(run, activation, type, given);
    Arguments packed = *given;
    const Arguments *arguments = &packed;
    if (!hot && (is_heap(run, type) || packs(run, type, arguments)))
        call_pack(run, &packed);
    bool own_call = class_own_call(run, type) != 0;
    if (!own_call && !enter_type(run, type, arguments))
        return CALL_RAISED;
    ObjectId made =
        own_call ? call_type(run, type, arguments) : new_instance(run, type, arguments);
    ObjectId init =
        !made || run->stopped || own_call ? 0 : needed_init(run, type, made, arguments);
    bool goes_on = init && model_kind(run->model, init) == KIND_FUNCTION;
    if (init && !goes_on &&
        !check_init_result(run, call_with_first(run, init, made, arguments)))
        made = 0;
    if (!own_call)
        leave_type(run, type, arguments);
    if (!made || run->stopped)
        return CALL_RAISED;
    if (goes_on && hot)
        return enter_hot_init(run, activation, init, made, arguments, drop);
    if (goes_on)
        return enter_init(run, init, made, arguments, drop, ENTRY_INIT);
    call_replace(run, activation, drop, made);
    return CALL_DONE;
}
