/* Getting attributes: Objects/object.c (PyObject_GenericGetAttr), Objects/typeobject.c
 * (type_getattro, super_getattro), Objects/descrobject.c. */
#include <string.h>

#include "run/modules/import_source.h"
#include "run/modules/stdlib_names.h"
#include "run/modules/weak_proxy.h"
#include "run/types/attribute_types.h"
#include "run/types/generic_alias.h"
#include "run/types/native_type.h"
#include "run/types/property.h"

/* --- types --- */

bool type_is_subtype(const Run *run, ObjectId type, ObjectId of)
{
    if (type == of)
        return true;
    const Model *model = run->model;
    ObjectId mro = model_object(model, type)->slots[TYPE_SLOT_MRO];
    const Object *row = model_object(model, mro);
    for (uint32_t i = 0; i < row->slot_count; i++)
        if (row->slots[i] == of)
            return true;
    return false;
}

bool is_instance(const Run *run, ObjectId object, TypeName name)
{
    return type_is_subtype(run, model_object(run->model, object)->type,
                           run->model->types[name]);
}

/* --- descriptors --- */

/* Does it answer before the object's own dictionary? One of the program that only stores,
 * without
 * __get__, does not. */
static bool is_data_descriptor(Run *run, ObjectId found)
{
    ObjectKind kind = model_kind(run->model, found);
    return kind == KIND_PROPERTY || kind == KIND_DESCRIPTOR ||
           (kind == KIND_INSTANCE && program_override(run, found, "__get__") &&
            (program_override(run, found, "__set__") ||
             program_override(run, found, "__delete__")));
}

ObjectId member_value(const Model *model, const Object *descriptor, ObjectId object)
{
    const Object *row = model_object(model, object);
    if (instance_members_begin(row) != MEMBERS_APART)
        return instance_get_slot(model, object, descriptor->a);
    return row->dict ? dict_get_str(model, row->dict, descriptor->slots[1]) : 0;
}

static ObjectId get_member(Run *run, const Object *descriptor, ObjectId object)
{
    ObjectId value = member_value(run->model, descriptor, object);
    if (value || run->profile->minor >= 10)
        return value ? value : attribute_missing(run, object, descriptor->slots[1]);
    return raise_error(run, EXC_AttributeError, "%.*s",
                       SLICE(name_slice(run, descriptor->slots[1])));
}

static ObjectId get_descriptor(Run *run, ObjectId descriptor, ObjectId object)
{
    const Model *model = run->model;
    const Object *row = model_object(model, descriptor);
    const NativeAttribute *attribute = model_payload(model, descriptor).native;
    if (attribute)
        return attribute->get(run, object);
    if (attribute_is_named(run, descriptor))
        return attribute_get_named(run, descriptor, object);
    if (row->type == model->types[TYPE_MEMBER_DESCRIPTOR])
        return get_member(run, row, object);
    if (slice_is(name_slice(run, row->slots[1]), "__dict__"))
        return object_dict(run, object);
    return weakref_count(model, object) ? weakref_at(model, object, 0) : model->none;
}

static ObjectId bind_native(Run *run, ObjectId found, ObjectId object, ObjectId type)
{
    const Model *model = run->model;
    const Native *native = model_payload(model, found).native;
    const Object *row = model_object(model, found);
    if (!builtin_is_descriptor(model, row))
        return found;
    if (native->style == NATIVE_STATIC)
        return builtin_create(run, native, model->types[TYPE_BUILTIN], type);
    if (!object)
        return found;
    return row->type == model->types[TYPE_WRAPPER_DESCRIPTOR]
               ? wrapper_bind(run, found, object)
               : builtin_create(run, native, model->types[TYPE_BUILTIN], object);
}

static ObjectId bind_by_get(Run *run, ObjectId found, ObjectId object, ObjectId type)
{
    if (!object_override(run, found, "__get__"))
        return found;
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    hand_hold(model, found);
    ObjectId arguments[] = {object ? object : model->none, type};
    bool has_get = false;
    ObjectId value = call_special(run, found, "__get__", arguments, 2, &has_get);
    return value ? hand_return(model, mark, value) : 0;
}

ObjectId attribute_bind(Run *run, ObjectId found, ObjectId object, ObjectId type)
{
    ObjectKind kind = model_kind(run->model, found);
    bool extended = kind == KIND_PROPERTY || kind == KIND_STATICMETHOD;
    return extended && program_override(run, found, "__get__")
               ? bind_by_get(run, found, object, type)
               : attribute_bind_own(run, found, object, type);
}

/* _PyObject_GenericGetAttrWithDict holds what it has found. */
static ObjectId get_property(Run *run, ObjectId property, ObjectId object)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    hand_hold(model, property);
    if (run->profile->minor <= 7) /* the getter is called with a tuple */
        tuple_from(model, &object, 1);
    ObjectId value = property_get(run, property, object);
    return value ? hand_return(model, mark, value) : 0;
}

ObjectId attribute_bind_own(Run *run, ObjectId found, ObjectId object, ObjectId type)
{
    const Model *model = run->model;
    const Object *row = model_object(model, found);
    if (row->kind == KIND_FUNCTION)
        return object ? method_create(run, found, object) : found;
    if (row->kind == KIND_BUILTIN)
        return bind_native(run, found, object, type);
    if (row->kind == KIND_PROPERTY)
        return object ? get_property(run, found, object) : found;
    if (row->kind == KIND_STATICMETHOD) {
        bool of_class = type_is_subtype(run, row->type, model->types[TYPE_CLASSMETHOD]);
        return of_class ? attribute_bind(run, row->slots[0], type, type) : row->slots[0];
    }
    if (row->kind == KIND_DESCRIPTOR)
        return object ? get_descriptor(run, found, object) : found;
    return bind_by_get(run, found, object, type);
}

/* --- one kind of object after the other; 0 with `*ret_found` false and nothing raised: missing
 * --- */

/* The value in the instance's own dictionary; 0: none. */
static ObjectId own_attribute(const Run *run, ObjectId object, ObjectId name)
{
    const Model *model = run->model;
    const Object *row = model_object(model, object);
    if (row->kind == KIND_INSTANCE)
        return instance_get(model, object, name);
    /* The `dict` of an instance's split __dict__ is the shared keys. */
    bool has_dict = row->dict && model_kind(model, row->dict) == KIND_DICT;
    return has_dict ? dict_get_str(model, row->dict, name) : 0;
}

static ObjectId found_or_raised(ObjectId value, bool *ret_found)
{
    *ret_found = true; /* with 0: an exception came instead */
    return value;
}

ObjectId attribute_get_generic(Run *run, ObjectId object, ObjectId name, bool *ret_found)
{
    ObjectId type = model_object(run->model, object)->type;
    ObjectId descriptor = type_lookup(run, type, name);
    if (descriptor && is_data_descriptor(run, descriptor))
        return found_or_raised(attribute_bind(run, descriptor, object, type), ret_found);
    ObjectId value = own_attribute(run, object, name);
    if (value)
        return found_or_raised(value, ret_found);
    if (descriptor && !slice_is(name_slice(run, name), "__doc__"))
        return found_or_raised(attribute_bind(run, descriptor, object, type), ret_found);
    value = core_attribute_unnamed(run, object, name);
    if (!value && !raised(run))
        value = builtin_attribute(run, object, name_slice(run, name));
    if (!value && descriptor && !raised(run))
        value = attribute_bind(run, descriptor, object, type);
    *ret_found = value || raised(run);
    return value;
}

static ObjectId get_from_type(Run *run, ObjectId type, ObjectId name, bool *ret_found)
{
    const Model *model = run->model;
    Slice text = name_slice(run, name);
    ObjectId value = 0;
    if (text.length > 4 && memcmp(text.bytes, "__", 2) == 0)
        value = core_attribute(run, type, name);
    if (value || raised(run))
        return found_or_raised(value, ret_found);
    ObjectId meta = model_object(model, type)->type;
    ObjectId of_meta = meta == model->types[TYPE_TYPE] ? 0 : type_lookup(run, meta, name);
    if (of_meta && is_data_descriptor(run, of_meta))
        return found_or_raised(attribute_bind(run, of_meta, type, meta), ret_found);
    ObjectId found = type_lookup(run, type, name);
    if (found)
        return found_or_raised(attribute_bind(run, found, 0, type), ret_found);
    found = type_lookup(run, meta, name);
    if (found)
        return found_or_raised(attribute_bind(run, found, type, meta), ret_found);
    *ret_found = false;
    return 0;
}

/* The class whose MRO super() searches: of the object, or the object itself. */
ObjectId super_start(const Run *run, const Object *super)
{
    ObjectId self = super->slots[1];
    if (model_kind(run->model, self) == KIND_TYPE &&
        type_is_subtype(run, self, super->slots[0]))
        return self;
    return model_object(run->model, self)->type;
}

ObjectId attribute_super(Run *run, ObjectId super, ObjectId name, bool *ret_found)
{
    const Model *model = run->model;
    const Object *row = model_object(model, super);
    ObjectId start = super_start(run, row);
    const Object *mro = model_object(model, model_object(model, start)->slots[TYPE_SLOT_MRO]);
    uint32_t i = 0;
    while (i < mro->slot_count && mro->slots[i] != row->slots[0])
        i++;
    for (i++; i < mro->slot_count && !slice_is(name_slice(run, name), "__class__"); i++) {
        ObjectId dict = model_object(model, mro->slots[i])->dict;
        ObjectId found = dict ? dict_get_str(model, dict, name) : 0;
        if (!found)
            continue;
        ObjectId object = row->slots[1] == start ? 0 : row->slots[1];
        return found_or_raised(attribute_bind(run, found, object, start), ret_found);
    }
    return attribute_get_generic(run, super, name, ret_found);
}

static ObjectId get_from_proxy(Run *run, ObjectId proxy, ObjectId name, bool *ret_found)
{
    ObjectId object = proxy_unwrap(run, proxy);
    *ret_found = true;
    return object ? attribute_get(run, object, name) : 0;
}

/* Without __getattr__. */
static ObjectId get_by_kind(Run *run, ObjectId object, ObjectId name, bool *ret_found)
{
    switch (model_kind(run->model, object)) {
    case KIND_TYPE:
        return get_from_type(run, object, name, ret_found);
    case KIND_SUPER:
        return attribute_super(run, object, name, ret_found);
    case KIND_WEAKREF:
        if (object_is_proxy(run->model, object))
            return get_from_proxy(run, object, name, ret_found);
        break;
    default:
        break;
    }
    ObjectId own = program_override(run, object, "__getattribute__");
    if (!own)
        return attribute_get_generic(run, object, name, ret_found);
    bool has_own = false;
    ObjectId value = call_special(run, object, "__getattribute__", &name, 1, &has_own);
    *ret_found = value || !raised_is(run, EXC_AttributeError);
    return value;
}

/* module_getattro: a module's own __getattr__, from 3.7 on. */
static ObjectId get_by_module(Run *run, ObjectId module, ObjectId name, bool *ret_found)
{
    Model *model = run->model;
    ObjectId hook = dict_get_str(model, model_object(model, module)->dict,
                                 model_intern(model, slice_of("__getattr__")));
    if (!hook || run->profile->minor < 7)
        return 0;
    raise_clear(run);
    *ret_found = true;
    return call_object(run, hook, &name, 1);
}

/* slot_tp_getattr_hook: AttributeError, or nothing found, leads to __getattr__; what an alias
 * has not, its origin may have. */
static ObjectId get_by_hook(Run *run, ObjectId object, ObjectId name, bool *ret_found)
{
    if (model_kind(run->model, object) == KIND_MODULE)
        return get_by_module(run, object, name, ret_found);
    ObjectId origin = alias_origin(run, object); /* ga_getattro */
    if (origin) {
        raise_clear(run);
        *ret_found = true;
        return attribute_get(run, origin, name);
    }
    /* No built-in type has it, but a class can borrow one: __getattr__ = dict.__getitem__ */
    if (!lookup_special(run, object, "__getattr__"))
        return 0;
    raise_clear(run);
    ObjectId value = call_special(run, object, "__getattr__", &name, 1, ret_found);
    *ret_found = true;
    return value;
}

static ObjectId get_attribute(Run *run, ObjectId object, ObjectId name, bool *ret_found)
{
    ObjectId value = get_by_kind(run, object, name, ret_found);
    if (value)
        return value;
    if (*ret_found && !raised_is(run, EXC_AttributeError))
        return 0;
    return get_by_hook(run, object, name, ret_found);
}

/* --- messages --- */

/* Raises AttributeError with its name and obj fields. */
static ObjectId raise_attribute(Run *run, ObjectId object, ObjectId name, Text *message)
{
    raise_error(run, EXC_AttributeError, "%s", text_string(message));
    text_done(message);
    ObjectId exception = exception_raised(run);
    if (exception && run->profile->minor >= 10) {
        reference_set(run->model, exception, EXCEPTION_SLOT_NAME, name);
        reference_set(run->model, exception, EXCEPTION_SLOT_OBJECT, object);
    }
    return 0;
}

/* 3.13: the file that hides another module of that name: a module right beside the program. */
static Slice shadowing_file(const Run *run, ObjectId module)
{
    Model *model = run->model;
    Slice name = slice_of(model_payload(model, module).text->bytes);
    ObjectId file = dict_get_str(model, model_object(model, module)->dict,
                                 model_intern(model, slice_of("__file__")));
    ModuleFile found;
    if (run->profile->minor < 13 || !file || model_kind(model, file) != KIND_STR ||
        memchr(name.bytes, '.', name.length) ||
        !module_file_find(run, MODULE_BESIDE, name, &found) || !found.source ||
        !slice_is(str_slice(model, file), found.source->name))
        return (Slice){"", 0};
    return str_slice(model, file);
}

/* module_getattro */
static void write_missing_in_module(const Run *run, ObjectId module, Slice name, Text *message)
{
    const char *text = model_payload(run->model, module).text->bytes;
    bool partial = run->profile->minor >= 8 && module_is_initializing(run, module);
    Slice file = shadowing_file(run, module);
    bool hides = file.length && stdlib_has(slice_of(text));
    bool plain = file.length || !partial;
    text_append_format(message, "%smodule '%s' has no attribute '%.*s'",
                       plain ? "" : "partially initialized ", text, SLICE(name));
    if (hides)
        text_append_format(message,
                           " (consider renaming '%.*s' since it has the same name as the "
                           "standard library module named '%s' and the import system gives it "
                           "precedence)",
                           SLICE(file), text);
    else if (file.length && partial)
        text_append_format(message,
                           " (consider renaming '%.*s' if it has the same name as a "
                           "third-party module you intended to import)",
                           SLICE(file));
    else if (partial)
        text_append_string(message, " (most likely due to a circular import)");
}

ObjectId attribute_missing(Run *run, ObjectId object, ObjectId name)
{
    const Model *model = run->model;
    Slice text = name_slice(run, name);
    Text message = {0};
    switch (model_kind(model, object)) {
    case KIND_TYPE:
        text_append_format(&message, "type object '%.*s' has no attribute '%.*s'",
                           SLICE(type_name(model, object)), SLICE(text));
        break;
    case KIND_MODULE:
        write_missing_in_module(run, object, text, &message);
        break;
    default:
        text_append_format(&message, "'%.*s' object has no attribute '%.*s'",
                           SLICE(model_type_name(model, object)), SLICE(text));
        break;
    }
    return raise_attribute(run, object, name, &message);
}

/* --- what native.h promises --- */

ObjectId attribute_get(Run *run, ObjectId object, ObjectId name)
{
    bool found = false;
    ObjectId value = get_attribute(run, object, name, &found);
    return value || raised(run) ? value : attribute_missing(run, object, name);
}

ObjectId attribute_get_string(Run *run, ObjectId object, const char *name)
{
    return attribute_get(run, object, model_intern(run->model, slice_of(name)));
}

ObjectId attribute_find(Run *run, ObjectId object, ObjectId name, bool *ret_found)
{
    bool found = false;
    ObjectId value = get_attribute(run, object, name, &found);
    if (!value && raised_is(run, EXC_AttributeError))
        raise_clear(run);
    *ret_found = value != 0;
    return value;
}

/* --- LOAD_METHOD: Objects/object.c, _PyObject_GetMethod --- */

/* Can it be called without being bound? From 3.8 on a slot wrapper as well. */
static bool is_method(Run *run, ObjectId found)
{
    const Model *model = run->model;
    const Object *method = model_object(model, found);
    if (method->kind != KIND_BUILTIN)
        return method->kind == KIND_FUNCTION;
    const Native *native = model_payload(model, found).native;
    bool slot = method->type == model->types[TYPE_WRAPPER_DESCRIPTOR];
    return builtin_is_descriptor(model, method) && native->style != NATIVE_STATIC &&
           (!slot || run->profile->minor >= 8);
}

/* A function found on the type that the instance does not hide. */
static ObjectId find_method(Run *run, ObjectId object, ObjectId name)
{
    const Model *model = run->model;
    const Object *row = model_object(model, object);
    if (row->kind == KIND_TYPE || row->kind == KIND_SUPER || row->kind == KIND_MODULE ||
        row->kind == KIND_WEAKREF)
        return 0;
    ObjectId found = type_lookup(run, row->type, name);
    if (!found || !is_method(run, found) || own_attribute(run, object, name) ||
        program_override(run, object, "__getattribute__"))
        return 0;
    return found;
}

bool attribute_load_method(Run *run, Activation *activation, ObjectId name)
{
    ObjectId object = stack_at(activation, 1);
    ObjectId found = find_method(run, object, name);
    uint32_t below = activation->row->slot_count - 1;
    if (found) {
        stack_push(run, activation, object);
        reference_set(run->model, activation->frame, below, found);
        return true;
    }
    ObjectId value = attribute_get(run, object, name);
    if (!value)
        return false;
    stack_push_result(run, activation, value);
    reference_set(run->model, activation->frame, below, 0);
    return true;
}
