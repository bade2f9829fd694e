/* What core's own built-in types do: object, type, property, staticmethod, classmethod, super.
 */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/sizes.h"

#include "run/interpreter.h"
#include "run/types/constructors_code.h"
#include "run/types/descriptor.h"
#include "run/types/property.h"
#include "run/types/slots.h"

/* --- object --- */

static ObjectId object_row(Run *run, const char *name)
{
    return type_lookup(run, run->model->types[TYPE_OBJECT],
                       model_intern(run->model, slice_of(name)));
}

/* object_init: too many arguments are a mistake unless the class has a __new__ for them. */
static ObjectId object_init(Run *run, const Arguments *arguments)
{
    const Model *model = run->model;
    ObjectId self = arguments->values[0];
    if (arguments->count + arguments->name_count > 1) {
        ObjectId type = model_object(model, self)->type;
        ObjectId new = type_lookup(run, type, model_intern(run->model, slice_of("__new__")));
        ObjectId init = type_lookup(run, type, model_intern(run->model, slice_of("__init__")));
        bool own_init = init != object_row(run, "__init__");
        bool built_in = !(model_object(model, type)->flags & OBJECT_HEAP_TYPE);
        bool own_new = new != object_row(run, "__new__") ||
                       (built_in && type != model->types[TYPE_OBJECT]);
        if (run->profile->minor < 7 && (own_init || !own_new))
            return raise_error(run, EXC_TypeError, "object.__init__() takes no parameters");
        if (own_init)
            return raise_error(
                run, EXC_TypeError,
                "object.__init__() takes exactly one argument (the instance to initialize)");
        if (!own_new)
            return raise_error(
                run, EXC_TypeError,
                "%.*s.__init__() takes exactly one argument (the instance to initialize)",
                SLICE(type_name(model, type)));
    }
    return model->none;
}

static bool check_name(Run *run, ObjectId name)
{
    return model_kind(run->model, name) == KIND_STR ||
           raise_error(run, EXC_TypeError, "attribute name must be string, not '%.*s'",
                       SLICE(model_type_name(run->model, name)));
}

static ObjectId object_getattribute(Run *run, const Arguments *arguments)
{
    ObjectId self = arguments->values[0], name = arguments->values[1];
    if (!check_name(run, name))
        return 0;
    bool found = false;
    ObjectId value = attribute_get_generic(run, self, name, &found);
    return value || raised(run) ? value : attribute_missing(run, self, name);
}

static ObjectId object_setattr(Run *run, const Arguments *arguments)
{
    const ObjectId *values = arguments->values;
    bool fine = check_name(run, values[1]) &&
                attribute_set_generic(run, values[0], values[1], values[2]);
    return fine ? run->model->none : 0;
}

static ObjectId object_delattr(Run *run, const Arguments *arguments)
{
    const ObjectId *values = arguments->values;
    bool fine =
        check_name(run, values[1]) && attribute_set_generic(run, values[0], values[1], 0);
    return fine ? run->model->none : 0;
}

static ObjectId object_init_subclass(Run *run, const Arguments *arguments)
{
    if (arguments->name_count)
        return raise_error(
            run, EXC_TypeError, "%.*s%s__init_subclass__() takes no keyword arguments",
            run->profile->minor < 9 ? 0
                                    : (int)type_name(run->model, arguments->values[0]).length,
            type_name(run->model, arguments->values[0]).bytes,
            run->profile->minor < 9 ? "" : ".");
    return run->model->none;
}

static ObjectId object_subclasshook(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return run->model->not_implemented;
}

static const Native object_rows[] = {
    {.name = "__new__", .call = object_new, .most = -1, .style = NATIVE_STATIC},
    {.name = "__init__", .call = object_init, .most = -1, .style = NATIVE_RAW},
    {.name = "__getattribute__",
     .call = object_getattribute,
     .least = 1,
     .most = 1,
     .style = NATIVE_SLOT},
    {.name = "__setattr__",
     .call = object_setattr,
     .least = 2,
     .most = 2,
     .style = NATIVE_SLOT},
    {.name = "__delattr__",
     .call = object_delattr,
     .least = 1,
     .most = 1,
     .style = NATIVE_SLOT},
    {.name = "__init_subclass__",
     .call = object_init_subclass,
     .most = -1,
     .style = NATIVE_STATIC},
    {.name = "__subclasshook__",
     .call = object_subclasshook,
     .most = -1,
     .style = NATIVE_STATIC},
    {.name = ""},
};

static ObjectId construct_object(Run *run, const Arguments *arguments)
{
    if (arguments->count + arguments->name_count)
        return raise_error(run, EXC_TypeError, "object() takes no %s",
                           run->profile->minor < 7 ? "parameters" : "arguments");
    Arguments all = {.values = &run->model->types[TYPE_OBJECT], .count = 1};
    return object_new(run, &all);
}

/* --- type --- */

/* The keyword arguments as a dict, None where there are none. */
static ObjectId keywords_of(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    if (!arguments->name_count)
        return model->none;
    ObjectId dict = dict_create(model);
    for (uint32_t i = 0; i < arguments->name_count; i++)
        dict_set_str(model, dict, model_object(model, arguments->names)->slots[i],
                     arguments->values[arguments->count + i]);
    return dict;
}

/* `first` and the arguments behind the first `skip`; the caller frees what is returned, their
 * values. */
static ObjectId *with_first(ObjectId first, const Arguments *arguments, uint32_t skip,
                            Arguments *ret_all)
{
    size_t count = (size_t)arguments->count + arguments->name_count - skip;
    ObjectId *values = memory_allocate((count + 1) * sizeof *values);
    values[0] = first;
    copy_ids(values + 1, arguments->values + skip, count);
    *ret_all = *arguments;
    ret_all->values = values;
    ret_all->count += 1 - skip;
    return values;
}

/* The bases' metaclass has a __new__ of the program: that makes the class. False: it has none.
 */
static bool class_by_own_new(Run *run, ObjectId metaclass, const Arguments *arguments,
                             ObjectId *ret_made)
{
    ObjectId new = attribute_get_string(run, metaclass, "__new__");
    if (!new || model_kind(run->model, new) == KIND_BUILTIN)
        return !new;
    Arguments all;
    ObjectId *values = with_first(metaclass, arguments, 1, &all);
    *ret_made = call_with_names(run, new, &all);
    free(values);
    return true;
}

/* type_new: values[0] is the metaclass. */
static ObjectId type_new(Run *run, const Arguments *arguments)
{
    const Model *model = run->model;
    const ObjectId *values = arguments->values + 1;
    if (arguments->count != 4)
        return raise_error(run, EXC_TypeError,
                           "type.__new__() takes exactly 3 arguments (%u given)",
                           arguments->count - 1);
    static const char *const places[] = {"1", "2", "3"};
    static const char *const wanted[] = {"str", "tuple", "dict"};
    static const ObjectKind kinds[] = {KIND_STR, KIND_TUPLE, KIND_DICT};
    for (int i = 0; i < 3; i++)
        if (model_kind(model, values[i]) != kinds[i])
            return raise_error(run, EXC_TypeError,
                               "type.__new__() argument %s must be %s, not %s", places[i],
                               wanted[i], argument_type_string(run, values[i]));
    ObjectId metaclass = class_metaclass(run, values[-1], values[1]), made = 0;
    if (!metaclass ||
        (metaclass != values[-1] && class_by_own_new(run, metaclass, arguments, &made)))
        return made;
    ObjectId keywords = keywords_of(run, arguments);
    ClassParts parts = {metaclass, values[0], values[1], values[2], keywords};
    return class_create(run, &parts);
}

static ObjectId construct_type(Run *run, const Arguments *arguments)
{
    const Model *model = run->model;
    if (arguments->count == 1 && !arguments->name_count)
        return model_object(model, arguments->values[0])->type;
    if (arguments->count == 1 && run->profile->minor >= 10)
        return argument_no_keywords(run, arguments, "type");
    if (arguments->count != 3)
        return raise_error(run, EXC_TypeError, "type() takes 1 or 3 arguments");
    Arguments all;
    ObjectId *values = with_first(model->types[TYPE_TYPE], arguments, 0, &all);
    ObjectId made = type_new(run, &all);
    free(values);
    return made;
}

static ObjectId type_init(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return run->model->none;
}

static ObjectId type_subclasscheck(Run *run, const Arguments *arguments)
{
    ObjectId type = arguments->values[1];
    if (model_kind(run->model, type) != KIND_TYPE)
        return raise_error(run, EXC_TypeError, "issubclass() arg 1 must be a class");
    return bool_from(run->model, type_is_subtype(run, type, arguments->values[0]));
}

static ObjectId type_mro_method(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId type = arguments->values[0];
    const Object *mro = model_object(model, model_object(model, type)->slots[TYPE_SLOT_MRO]);
    return list_from(model, mro->slots, mro->slot_count, LIST_FILL_EXACT);
}

static ObjectId type_subclasses(Run *run, const Arguments *arguments)
{
    return class_subclasses(run, arguments->values[0]);
}

static ObjectId type_instancecheck(Run *run, const Arguments *arguments)
{
    ObjectId type = model_object(run->model, arguments->values[1])->type;
    return bool_from(run->model, type_is_subtype(run, type, arguments->values[0]));
}

static ObjectId type_call(Run *run, const Arguments *arguments)
{
    Arguments rest = *arguments;
    rest.values++;
    rest.count--;
    return call_type_plainly(run, arguments->values[0], &rest);
}

static ObjectId type_prepare(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return dict_create(run->model);
}

static const Native type_rows[] = {
    {.name = "__prepare__", .call = type_prepare, .most = -1, .style = NATIVE_STATIC},
    {.name = "__or__",
     .call = slot_or,
     .least = 1,
     .most = 1,
     .style = NATIVE_SLOT,
     .since = 10},
    {.name = "__ror__",
     .call = slot_ror,
     .least = 1,
     .most = 1,
     .style = NATIVE_SLOT,
     .since = 10},
    {.name = "__new__", .call = type_new, .most = -1, .style = NATIVE_STATIC},
    {.name = "__init__", .call = type_init, .most = -1, .style = NATIVE_RAW},
    {.name = "__subclasscheck__",
     .call = type_subclasscheck,
     .least = 1,
     .most = 1,
     .style = NATIVE_O},
    {.name = "mro", .call = type_mro_method, .style = NATIVE_NOARGS},
    {.name = "__subclasses__", .call = type_subclasses, .style = NATIVE_NOARGS},
    {.name = "__instancecheck__",
     .call = type_instancecheck,
     .least = 1,
     .most = 1,
     .style = NATIVE_O},
    {.name = "__call__", .call = type_call, .most = -1, .style = NATIVE_RAW},
    {.name = ""},
};

/* --- staticmethod, classmethod --- */

static ObjectId wrapper_of_type(Run *run, ObjectId type, ObjectId function)
{
    enum { BASIC_SIZE = 32 };
    Model *model = run->model;
    uint32_t size = size_of_type(model, type, run->profile->sizes.gc_header + BASIC_SIZE);
    ObjectId wrapper =
        object_create(model, KIND_STATICMETHOD, type, size, OBJECT_GC, (Payload){.bits = 0});
    reference_push(model, wrapper, function);
    collector_track(model, wrapper);
    return wrapper;
}

ObjectId wrapper_create(Run *run, TypeName type, ObjectId function)
{
    return wrapper_of_type(run, run->model->types[type], function);
}

static ObjectId wrapper_new(Run *run, const Arguments *arguments, TypeName type,
                            const char *name)
{
    if (!argument_no_keywords(run, arguments, name) ||
        !argument_count(run, arguments, 0, name, 1, 1))
        return 0;
    ObjectId wrapper = wrapper_create(run, type, arguments->values[0]);
    return wrapper_copy_names(run, wrapper) ? wrapper : 0;
}
/* The same through the type, for classes that extend it: __new__ makes it empty, __init__ gives
 * it its function. */
static ObjectId wrapper_new_empty(Run *run, const Arguments *arguments)
{
    return wrapper_of_type(run, arguments->values[0], run->model->none);
}
static ObjectId wrapper_init(Run *run, const Arguments *arguments)
{
    bool of_class = type_is_subtype(run, model_object(run->model, arguments->values[0])->type,
                                    run->model->types[TYPE_CLASSMETHOD]);
    const char *name = of_class ? "classmethod" : "staticmethod";
    if (!argument_no_keywords(run, arguments, name) ||
        !argument_count(run, arguments, 1, name, 1, 1))
        return 0;
    reference_set(run->model, arguments->values[0], 0, arguments->values[1]);
    return wrapper_copy_names(run, arguments->values[0]) ? run->model->none : 0;
}
#define WRAPPER_ROWS                                                                           \
    {.name = "__new__", .call = wrapper_new_empty, .most = -1, .style = NATIVE_STATIC},        \
        {.name = "__init__", .call = wrapper_init, .most = -1, .style = NATIVE_RAW},           \
        DESCRIPTOR_ROW_GET
static const Native static_method_rows[] = {
    WRAPPER_ROWS,
    {.name = "__call__", .call = descriptor_call, .most = -1, .style = NATIVE_RAW, .since = 10},
    {.name = ""},
};
static const Native class_method_rows[] = {WRAPPER_ROWS, {.name = ""}};

static ObjectId construct_static(Run *run, const Arguments *arguments)
{
    return wrapper_new(run, arguments, TYPE_STATICMETHOD, "staticmethod");
}
static ObjectId construct_class(Run *run, const Arguments *arguments)
{
    return wrapper_new(run, arguments, TYPE_CLASSMETHOD, "classmethod");
}

/* --- super --- */

/* super() without arguments: the first argument and the __class__ cell of the running function.
 */
static bool find_super(Run *run, ObjectId *ret_type, ObjectId *ret_object)
{
    const Model *model = run->model;
    const Activation *top = run->top;
    const Code *code = top->code;
    if (!code->argument_count)
        return raise_error(run, EXC_RuntimeError, "super(): no arguments");
    ObjectId first = top->row->slots[FRAME_SLOT_COUNT];
    if (first && model_kind(model, first) == KIND_CELL)
        first = model_object(model, first)->slots[0];
    if (!first)
        return raise_error(run, EXC_RuntimeError, "super(): arg[0] deleted");
    for (uint32_t i = code->local_count - code->free_count; i < code->local_count; i++) {
        ObjectId cell = top->row->slots[FRAME_SLOT_COUNT + i];
        if (!slice_is(name_slice(run, top->info->locals[i]), "__class__"))
            continue;
        *ret_object = first;
        *ret_type = model_object(model, cell)->slots[0];
        return *ret_type || raise_error(run, EXC_RuntimeError, "super(): empty __class__ cell");
    }
    return raise_error(run, EXC_RuntimeError, "super(): __class__ cell not found");
}

static ObjectId raise_not_super(Run *run, const ObjectId *parts)
{
    const Model *model = run->model;
    bool is_class = model_kind(model, parts[1]) == KIND_TYPE;
    if (run->profile->minor < 13)
        return raise_error(run, EXC_TypeError,
                           "super(type, obj): obj must be an instance or subtype of type");
    return raise_error(
        run, EXC_TypeError,
        "super(type, obj): obj (%s %.*s) is not an instance or subtype of type "
        "(%.*s).",
        is_class ? "type" : "instance of",
        SLICE(is_class ? type_name(model, parts[1]) : model_type_name(model, parts[1])),
        SLICE(type_name(model, parts[0])));
}

static ObjectId construct_super(Run *run, const Arguments *arguments)
{
    enum { SUPER_SIZE = 40 };
    Model *model = run->model;
    if (!argument_no_keywords(run, arguments, "super"))
        return 0;
    if (arguments->count > 2)
        return raise_error(run, EXC_TypeError,
                           run->profile->minor < 11
                               ? "super() takes at most 2 arguments (%u given)"
                               : "super() expected at most 2 arguments, got %u",
                           arguments->count);
    ObjectId parts[2] = {argument_at(arguments, 0), argument_at(arguments, 1)};
    if (!arguments->count && !find_super(run, &parts[0], &parts[1]))
        return 0;
    if (model_kind(model, parts[0]) != KIND_TYPE)
        return raise_error(run, EXC_TypeError,
                           run->profile->minor < 11
                               ? "super() argument 1 must be type, not %.*s"
                               : "super() argument 1 must be a type, not %.*s",
                           SLICE(model_type_name(model, parts[0])));
    if (!parts[1])
        return raise_unsupported(run, "heapstep has no unbound super objects");
    bool is_class =
        model_kind(model, parts[1]) == KIND_TYPE && type_is_subtype(run, parts[1], parts[0]);
    if (!is_class && !type_is_subtype(run, model_object(model, parts[1])->type, parts[0]))
        return raise_not_super(run, parts);
    ObjectId super = object_create(model, KIND_SUPER, model->types[TYPE_SUPER],
                                   SUPER_SIZE + run->profile->sizes.gc_header, OBJECT_GC,
                                   (Payload){.bits = 0});
    reference_splice(model, super, 0, 0, parts, 2);
    collector_track(model, super);
    return super;
}

/* --- method: what type(x.m)(function, object) does --- */

static ObjectId construct_method(Run *run, const Arguments *arguments)
{
    if (!argument_no_keywords(run, arguments, "method") ||
        !argument_count(run, arguments, 0, "method", 2, 2))
        return 0;
    if (!object_is_callable(run, arguments->values[0]))
        return raise_error(run, EXC_TypeError, "first argument must be callable");
    if (arguments->values[1] == run->model->none)
        return raise_error(run, EXC_TypeError,
                           run->profile->minor < 11 ? "self must not be None"
                                                    : "instance must not be None");
    return method_create(run, arguments->values[0], arguments->values[1]);
}

/* --- the tables --- */

const Native *core_methods_of(TypeName type)
{
    switch ((int)type) {
    case TYPE_OBJECT:
        return object_rows;
    case TYPE_TYPE:
        return type_rows;
    case TYPE_PROPERTY:
        return property_methods;
    case TYPE_FUNCTION:
    case TYPE_METHOD_DESCRIPTOR:
    case TYPE_WRAPPER_DESCRIPTOR:
        return descriptor_function_methods;
    case TYPE_METHOD:
        return descriptor_method_methods;
    case TYPE_BUILTIN:
    case TYPE_METHOD_WRAPPER:
        return descriptor_callable_methods;
    case TYPE_STATICMETHOD:
        return static_method_rows;
    case TYPE_CLASSMETHOD:
        return class_method_rows;
    case TYPE_MEMBER_DESCRIPTOR:
    case TYPE_GETSET_DESCRIPTOR:
        return descriptor_data_methods;
    case TYPE_GENERATOR:
        return generator_methods;
    case TYPE_FRAME:
        return frame_methods;
    }
    return NULL;
}

NativeCall *core_constructor_of(TypeName type)
{
    switch ((int)type) {
    case TYPE_OBJECT:
        return construct_object;
    case TYPE_TYPE:
        return construct_type;
    case TYPE_STATICMETHOD:
        return construct_static;
    case TYPE_CLASSMETHOD:
        return construct_class;
    case TYPE_METHOD:
        return construct_method;
    case TYPE_FUNCTION:
        return construct_function;
    case TYPE_MODULE:
        return construct_module;
    case TYPE_CELL:
        return construct_cell;
    case TYPE_SUPER:
        return construct_super;
    }
    return NULL;
}
