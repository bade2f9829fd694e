/* Calling a C function: its arguments are counted and sorted before it sees them, with the
 * messages of Python/getargs.c, Objects/methodobject.c and Objects/descrobject.c. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "run/errors/exception_fields.h"
#include "run/interpreter.h"
#include "run/types/native_type.h"

enum { NATIVE_SPACE = 32 };

/* A call on its way: what messages name, what counts. */
typedef struct NativeArguments {
    const Native *native;
    ObjectId callable;
    uint32_t skip;  /* 1: values[0] is self, which is not counted */
    char name[128]; /* "list.append", "len" */
} NativeArguments;

/* _PyObject_FunctionStr: "math.sqrt", but "len". */
static void describe_function(Run *run, NativeArguments *call)
{
    const Model *model = run->model;
    ObjectId owner = call->callable ? model_object(model, call->callable)->slots[0] : 0;
    bool named = !call->skip && owner && run->profile->minor >= 9 &&
                 model_kind(model, owner) == KIND_MODULE;
    Slice module = named ? (Slice){model_payload(model, owner).text->bytes,
                                   model_payload(model, owner).text->byte_length}
                         : slice_of("builtins");
    bool shown = !slice_is(module, "builtins");
    snprintf(call->name, sizeof call->name, "%.*s%s%s", shown ? (int)module.length : 0,
             module.bytes, shown ? "." : "", call->native->name);
}

/* The type whose table a method of `self` is from: L().append is list's. */
static Slice owner_name(Run *run, const Native *native, ObjectId self)
{
    const Model *model = run->model;
    ObjectId type = model_object(model, self)->type;
    if (native->style == NATIVE_STATIC && model_kind(model, self) == KIND_TYPE)
        type = self;
    ObjectId name = model_intern(run->model, slice_of(native->name));
    const Object *mro = model_object(model, model_object(model, type)->slots[TYPE_SLOT_MRO]);
    for (uint32_t i = 0; i < mro->slot_count; i++) {
        ObjectId dict = model_object(model, mro->slots[i])->dict;
        ObjectId found = dict ? dict_get_str(model, dict, name) : 0;
        if (found && model_kind(model, found) == KIND_BUILTIN &&
            model_payload(model, found).native == native)
            return native_short_name(run, mro->slots[i]);
    }
    return native_short_name(run, type);
}

/* Messages name the type since 3.9: of a bound method that of self, else whose descriptor it
 * is. Until 3.10 a call with keywords binds, and a METH_VARARGS method complains of them
 * itself. */
static void describe(Run *run, NativeArguments *call, const Arguments *arguments)
{
    const Model *model = run->model;
    const Object *row = model_object(model, call->callable);
    bool older = run->profile->minor < 11 && arguments->name_count;
    if (!call->skip || !arguments->count || run->profile->minor < 9 || (older && row->a)) {
        describe_function(run, call);
        return;
    }
    ObjectId self = arguments->values[0];
    bool bound = older || !builtin_is_descriptor(model, row);
    Slice type = bound ? native_short_name(run, model_object(model, self)->type)
                       : owner_name(run, call->native, self);
    snprintf(call->name, sizeof call->name, "%.*s.%s", SLICE(type), call->native->name);
}

static const char *plural(int count)
{
    return count == 1 ? "" : "s";
}

/* "1 arguments", as PyArg_UnpackTuple and slot wrappers had it until 3.7. */
static const char *plural_expected(const Run *run, int count)
{
    return count == 1 && run->profile->minor >= 8 ? "" : "s";
}

/* "pop expected at most 1 argument, got 2": _PyArg_CheckPositional. */
static bool check_varargs(Run *run, const Native *native, int given)
{
    int least = native->least, most = native->most;
    if (given >= least && (most < 0 || given <= most))
        return true;
    const char *how = least == most ? "" : given < least ? "at least " : "at most ";
    int wanted = given < least ? least : most;
    return raise_error(run, EXC_TypeError, "%s expected %s%d argument%s, got %d", native->name,
                       how, wanted, plural_expected(run, wanted), given);
}

/* Wrappers that unpack a tuple without a name say " expected": all but those of one argument,
 * and of these a sequence's repeat (wrap_indexargfunc). */
static bool is_nameless(Run *run, const Native *native, ObjectId self)
{
    if (native->most != 1)
        return native->most > 1;
    ObjectKind kind = model_kind(run->model, self);
    bool is_number = kind_is_integer(kind) || kind == KIND_FLOAT || kind == KIND_COMPLEX;
    return !is_number && strstr("__mul__ __rmul__ __imul__", native->name);
}

/* "insert() takes exactly 2 arguments (1 given)": PyArg_ParseTuple. */
static bool check_parsed(Run *run, const Native *native, int given)
{
    int least = native->least, most = native->most;
    if (given >= least && (most < 0 || given <= most))
        return true;
    const char *how = least == most ? "exactly" : given < least ? "at least" : "at most";
    int wanted = given < least ? least : most;
    return raise_error(run, EXC_TypeError, "%s() takes %s %d argument%s (%d given)",
                       native->name, how, wanted, plural(wanted), given);
}

static bool check_slot(Run *run, const Native *native, ObjectId self, int given)
{
    int least = native->least, most = native->most;
    if (given >= least && (most < 0 || given <= most))
        return true;
    const char *how = least == most ? "" : given < least ? "at least " : "at most ";
    int wanted = given < least ? least : most;
    return raise_error(run, EXC_TypeError, "%sexpected %s%d argument%s, got %d",
                       is_nameless(run, native, self) ? " " : "", how, wanted,
                       plural_expected(run, wanted), given);
}

static bool check_count(Run *run, const NativeArguments *call, const Arguments *arguments)
{
    const Native *native = call->native;
    int given = (int)(arguments->count - call->skip);
    if (arguments->name_count && native->style == NATIVE_SLOT)
        return raise_error(run, EXC_TypeError,
                           run->profile->minor < 7 ? "wrapper %s doesn't take keyword arguments"
                                                   : "wrapper %s() takes no keyword arguments",
                           native->name);
    if (arguments->name_count)
        return raise_error(run, EXC_TypeError, "%s() takes no keyword arguments", call->name);
    switch (native->style) {
    case NATIVE_VARARGS:
        return check_varargs(run, native, given);
    case NATIVE_O:
        if (given == 1)
            return true;
        return raise_error(run, EXC_TypeError, "%s() takes exactly one argument (%d given)",
                           call->name, given);
    case NATIVE_NOARGS:
        if (given == 0)
            return true;
        return raise_error(run, EXC_TypeError, "%s() takes no arguments (%d given)", call->name,
                           given);
    case NATIVE_PARSE:
        return check_parsed(run, native, given);
    case NATIVE_CLINIC:
        return run->profile->minor < 8 ? check_parsed(run, native, given)
                                       : check_varargs(run, native, given);
    case NATIVE_SLOT:
        return check_slot(run, native, arguments->values[0], given);
    case NATIVE_RAW:
    case NATIVE_STATIC:
        return true;
    }
    return true;
}

bool arguments_check(Run *run, const Native *form, const char *type, const Arguments *arguments)
{
    NativeArguments call = {.native = form, .skip = 1};
    bool named = run->profile->minor >= 9;
    snprintf(call.name, sizeof call.name, "%s%s%s", named ? type : "", named ? "." : "",
             form->name);
    return check_count(run, &call, arguments);
}

/* --- keywords: Python/getargs.c, _PyArg_UnpackKeywords --- */

static int keyword_index(const Native *native, Slice name)
{
    for (int i = 0; native->keywords[i][0] || i < native->most; i++)
        if (native->keywords[i][0] && slice_is(name, native->keywords[i]))
            return i;
    return -1;
}

static Slice keyword_name(const Run *run, const Arguments *arguments, uint32_t i)
{
    return str_slice(run->model, model_object(run->model, arguments->names)->slots[i]);
}

/* No unknown name, and none that is given by position too (`given` of them are). */
static bool check_keyword(Run *run, const Native *native, Slice name, int given)
{
    int index = keyword_index(native, name);
    if (index < 0)
        return raise_unknown_keyword(run, name, native->name);
    if (index < given)
        return raise_error(run, EXC_TypeError,
                           "argument for %s() given by name ('%.*s') and position (%d)",
                           native->name, SLICE(name), index + 1);
    return true;
}

static bool check_sorted(Run *run, const Native *native, const ObjectId *sorted)
{
    for (int i = 0; i < native->least; i++)
        if (!sorted[i])
            return raise_missing_argument(run, native->name, native->keywords[i],
                                          (uint32_t)i + 1);
    return true;
}

static bool check_most(Run *run, const Native *native, int positional, int given)
{
    if (given <= native->most)
        return true;
    const char *kind = positional || run->profile->minor < 7 ? "" : "keyword ";
    return raise_error(run, EXC_TypeError, "%s() takes at most %d %sargument%s (%d given)",
                       native->name, native->most, kind, plural(native->most), given);
}

/* Those without a name can only be given by position. */
static bool check_nameless(Run *run, const Native *native, int given)
{
    int least = 0, minor = run->profile->minor;
    while (least < native->least && !native->keywords[least][0])
        least++;
    if (given >= least)
        return true;
    return raise_error(run, EXC_TypeError,
                       "%s%s takes at least %d positional argument%s (%d given)",
                       minor < 7 ? "Function" : native->name, minor < 7 ? "" : "()", least,
                       least == 1 && minor >= 8 ? "" : "s", given);
}

/* Fills `sorted` (skip + most entries). */
static bool sort_keywords(Run *run, const NativeArguments *call, const Arguments *arguments,
                          ObjectId *sorted)
{
    const Native *native = call->native;
    uint32_t given = arguments->count - call->skip;
    memset(sorted, 0, (call->skip + (size_t)native->most) * sizeof *sorted);
    if (!check_most(run, native, (int)given, (int)(given + arguments->name_count)) ||
        !check_nameless(run, native, (int)given))
        return false;
    copy_ids(sorted, arguments->values, arguments->count);
    for (uint32_t i = 0; i < arguments->name_count; i++) {
        int index = keyword_index(native, keyword_name(run, arguments, i));
        if (index >= (int)given)
            sorted[call->skip + (uint32_t)index] = arguments->values[arguments->count + i];
    }
    if (!check_sorted(run, native, sorted + call->skip))
        return false;
    for (uint32_t i = 0; i < arguments->name_count; i++)
        if (!check_keyword(run, native, keyword_name(run, arguments, i), (int)given))
            return false;
    return true;
}

bool arguments_sort(Run *run, const Native *form, uint32_t skip, const Arguments *arguments,
                    ObjectId *ret_values)
{
    NativeArguments call = {.native = form};
    Arguments rest = *arguments;
    rest.values += skip;
    rest.count -= skip;
    return sort_keywords(run, &call, &rest, ret_values);
}

/* --- the call --- */

static ObjectId call_row(Run *run, ObjectId callable, uint32_t skip, const Arguments *arguments)
{
    const Native *native = model_payload(run->model, callable).native;
    if (native->style == NATIVE_RAW || native->style == NATIVE_STATIC)
        return native->call(run, arguments);
    NativeArguments call = {.native = native, .callable = callable, .skip = skip};
    if (!native->keywords) {
        int given = (int)(arguments->count - skip);
        bool counted = !arguments->name_count && given >= native->least &&
                       (native->most < 0 || given <= native->most);
        if (!counted)
            describe(run, &call, arguments);
        return counted || check_count(run, &call, arguments) ? native->call(run, arguments) : 0;
    }
    ObjectId space[NATIVE_SPACE];
    if (!sort_keywords(run, &call, arguments, space))
        return 0;
    Arguments sorted = {.values = space, .count = skip + (uint32_t)native->most};
    return native->call(run, &sorted);
}

/* A method or slot wrapper of a built-in type, not bound: its first argument is self. */
static ObjectId call_descriptor(Run *run, ObjectId callable, const Native *native,
                                const Arguments *arguments)
{
    const Model *model = run->model;
    ObjectId owner = model_object(model, callable)->slots[0];
    Slice type = type_name(model, owner);
    bool slot = model_object(model, callable)->type == model->types[TYPE_WRAPPER_DESCRIPTOR];
    int minor = run->profile->minor;
    if (!arguments->count && (slot || minor < 9))
        return raise_error(run, EXC_TypeError,
                           "descriptor '%s' of '%.*s' object needs an argument", native->name,
                           SLICE(type));
    if (!arguments->count)
        return raise_error(run, EXC_TypeError, "unbound method %.*s.%s() needs an argument",
                           SLICE(native_short_name(run, owner)), native->name);
    ObjectId self = arguments->values[0];
    if (type_is_subtype(run, model_object(model, self)->type, owner))
        return call_row(run, callable, 1, arguments);
    Slice other = model_type_name(model, self);
    return raise_error(
        run, EXC_TypeError,
        slot || minor < 8
            ? "descriptor '%s' requires a '%.*s' object but received a '%.*s'"
            : "descriptor '%s' for '%.*s' objects doesn't apply to a '%.*s' object",
        native->name, SLICE(type), SLICE(other));
}

/* A bound method of a built-in object: self goes in front. */
static ObjectId call_bound(Run *run, ObjectId callable, ObjectId self,
                           const Arguments *arguments)
{
    size_t count = (size_t)arguments->count + arguments->name_count + 1;
    ObjectId space[NATIVE_SPACE];
    ObjectId *values = count <= NATIVE_SPACE ? space : memory_allocate(count * sizeof *values);
    values[0] = self;
    copy_ids(values + 1, arguments->values, count - 1);
    Arguments all = *arguments;
    all.values = values;
    all.count++;
    ObjectId result = call_row(run, callable, 1, &all);
    if (values != space)
        free(values);
    return result;
}

/* The tuple that a METH_VARARGS function gets, and the dict of keywords; HAND holds them while
 * the call lasts. */
static void pack(Run *run, ObjectId callable, const Arguments *arguments)
{
    if (arguments->tuple)
        return;
    const Object *row = model_object(run->model, callable);
    uint32_t skip = builtin_is_descriptor(run->model, row) ? 1 : 0;
    if (arguments->count > skip)
        tuple_from(run->model, arguments->values + skip, arguments->count - skip);
    if (!arguments->name_count)
        return;
    ObjectId dict = dict_create(run->model);
    for (uint32_t i = 0; i < arguments->name_count; i++)
        dict_set_str(run->model, dict, model_object(run->model, arguments->names)->slots[i],
                     arguments->values[arguments->count + i]);
}

/* wrapper_call, wrapperdescr_call: a slot wrapper gets all its arguments as a tuple; one that
 * is not bound makes a second of those behind self, and in 3.6 a bound one as well. Returns the
 * tuple of what is behind self; 0: there is none. */
static ObjectId pack_slot(Run *run, const Arguments *arguments, bool bound)
{
    Model *model = run->model;
    uint32_t count = arguments->count;
    ObjectId tuple = arguments->tuple;
    if (count && !tuple)
        tuple = tuple_from(model, arguments->values, count);
    if (bound || !count)
        return tuple;
    tuple = count > 1 ? tuple_from(model, arguments->values + 1, count - 1) : 0;
    if (run->profile->minor == 6)
        hand_hold(model, arguments->values[0]);
    return tuple;
}

/* The class whose tp_new makes this exception: most share BaseException's. */
static ExceptionName exception_maker(const Run *run, ObjectId type)
{
    static const ExceptionName makers[] = {EXC_OSError, EXC_MemoryError,
                                           EXC_BaseExceptionGroup};
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
        if (run->exceptions[makers[i]] &&
            type_is_subtype(run, type, run->exceptions[makers[i]]))
            return makers[i];
    return EXC_BaseException;
}

/* tp_new_wrapper: T.__new__(X) makes an instance of T or of a class that extends it. */
static bool check_new(Run *run, ObjectId type, const Arguments *arguments)
{
    const Model *model = run->model;
    Slice name = type_name(model, type);
    if (!arguments->count)
        return raise_error(run, EXC_TypeError, "%.*s.__new__(): not enough arguments",
                           SLICE(name));
    ObjectId given = arguments->values[0];
    if (model_kind(model, given) != KIND_TYPE)
        return raise_error(run, EXC_TypeError, "%.*s.__new__(X): X is not a type object (%.*s)",
                           SLICE(name), SLICE(model_type_name(model, given)));
    if (!type_is_subtype(run, given, type))
        return raise_error(run, EXC_TypeError,
                           "%.*s.__new__(%.*s): %.*s is not a subtype of %.*s", SLICE(name),
                           SLICE(type_name(model, given)), SLICE(type_name(model, given)),
                           SLICE(name));
    ObjectId solid = class_solid(run, given);
    bool exceptions = type_is_exception(run, type);
    bool lays_out =
        exceptions ? exception_maker(run, solid) == exception_maker(run, type) : solid == type;
    if (!lays_out && model_object(model, given)->a != KIND_INSTANCE)
        return raise_error(run, EXC_TypeError,
                           "%.*s.__new__(%.*s) is not safe, use %.*s.__new__()", SLICE(name),
                           SLICE(type_name(model, given)), SLICE(type_name(model, solid)));
    return true;
}

/* A function of a module, not what a module has from its type (__dir__). */
static bool is_module_function(Run *run, const Native *native, ObjectId self)
{
    const Model *model = run->model;
    if (model_kind(model, self) != KIND_MODULE || native->name[0] != '_')
        return model_kind(model, self) == KIND_MODULE;
    ObjectId found = type_lookup(run, model_object(model, self)->type,
                                 model_intern(run->model, slice_of(native->name)));
    return !found || model_payload(model, found).native != native;
}

static ObjectId call_plainly(Run *run, ObjectId callable, const Native *native,
                             const Arguments *given)
{
    const Model *model = run->model;
    const Object *row = model_object(model, callable);
    bool bound_slot = row->type == model->types[TYPE_METHOD_WRAPPER];
    Arguments values = {.values = given->values,
                        .count = given->count,
                        .names = given->names,
                        .name_count = given->name_count};
    if (row->a)
        pack(run, callable, given);
    else if (!given->is_slot &&
             (bound_slot || row->type == model->types[TYPE_WRAPPER_DESCRIPTOR]))
        values.own_tuple = pack_slot(run, given, bound_slot);
    if (given->is_slot) {
        values.is_slot = !given->own_tuple;
        values.own_tuple = given->own_tuple;
        values.own_dict = given->own_dict;
    }
    const Arguments *arguments = &values;
    if (builtin_is_descriptor(model, row))
        return call_descriptor(run, callable, native, arguments);
    ObjectId self = row->slots[0];
    if (bound_slot)
        return call_bound(run, callable, self, arguments);
    bool is_new = native->style == NATIVE_STATIC && strcmp(native->name, "__new__") == 0;
    if (is_new && !check_new(run, self, arguments))
        return 0;
    if (is_new || !self || is_module_function(run, native, self))
        return call_row(run, callable, 0, arguments);
    return call_bound(run, callable, self, arguments);
}

/* Whether the call of a C function is a level of the recursion: 3.11 and 3.12 call those that
 * take several arguments, len and list.append from specialised instructions, but not the slots
 * of a type. A type's own __call__ is entered already (call_instance). */
static bool is_level(const Run *run, const Native *native)
{
    int minor = run->profile->minor;
    if (minor < 11)
        return minor >= 7 && strcmp(native->name, "__call__") != 0;
    bool simple = native->style == NATIVE_O || native->style == NATIVE_NOARGS;
    return minor <= 12 && simple && strcmp(native->name, "len") != 0 &&
           strcmp(native->name, "append") != 0;
}

ObjectId call_native(Run *run, ObjectId callable, const Arguments *arguments)
{
    const Native *native = model_payload(run->model, callable).native;
    if (!is_level(run, native))
        return call_plainly(run, callable, native, arguments);
    if (!recursion_enter(run, " while calling a Python object"))
        return 0;
    ObjectId result = call_plainly(run, callable, native, arguments);
    recursion_leave(run);
    return result;
}
