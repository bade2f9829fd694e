/* Setting and deleting attributes: Objects/object.c (PyObject_GenericSetAttr),
 * Objects/typeobject.c (type_setattro). A value of 0 deletes. */
#include <string.h>

#include "run/interpreter.h"
#include "run/modules/weak_proxy.h"
#include "run/types/attribute_types.h"
#include "run/types/native_type.h"
#include "run/types/property.h"

static bool raise_read_only(Run *run, ObjectId object, ObjectId name)
{
    return raise_error(run, EXC_AttributeError, "'%.*s' object attribute '%.*s' is read-only",
                       SLICE(model_type_name(run->model, object)),
                       SLICE(name_slice(run, name)));
}

/* --- descriptors --- */

static bool set_member(Run *run, const Object *descriptor, ObjectId object, ObjectId name,
                       ObjectId value)
{
    Model *model = run->model;
    if (!value && !member_value(model, descriptor, object))
        return raise_error(run, EXC_AttributeError, "%.*s", SLICE(name_slice(run, name)));
    if (instance_members_begin(model_object(model, object)) != MEMBERS_APART) {
        instance_set_slot(model, object, descriptor->a, value);
        return true;
    }
    if (!model_object(model, object)->dict)
        reference_set_dict(model, object, dict_create(model));
    ObjectId dict = model_object(model, object)->dict;
    if (value)
        dict_set_str(model, dict, descriptor->slots[1], value);
    else
        dict_delete(model, dict, (uint32_t)dict_find_str(model, dict, descriptor->slots[1]));
    return true;
}

static bool set_instance_dict(Run *run, ObjectId object, ObjectId value)
{
    if (!value) /* a new one when it is asked for */
        value = dict_create(run->model);
    if (model_kind(run->model, value) != KIND_DICT)
        return raise_error(run, EXC_TypeError,
                           "__dict__ must be set to a dictionary, not a '%.*s'",
                           SLICE(model_type_name(run->model, value)));
    if (model_kind(run->model, object) == KIND_INSTANCE)
        instance_set_dict(run->model, object, value);
    else
        reference_set_dict(run->model, object, value);
    return true;
}

/* A descriptor of the program (slot_tp_descr_set); one that has the other method alone cannot
 * do this. */
static bool set_by_instance(Run *run, ObjectId descriptor, ObjectId object, ObjectId value,
                            bool *ret_done)
{
    const char *method = value ? "__set__" : "__delete__",
               *other = value ? "__delete__" : "__set__";
    ObjectId arguments[] = {object, value};
    bool fine = call_special(run, descriptor, method, arguments, value ? 2 : 1, ret_done);
    if (*ret_done || !lookup_special(run, descriptor, other))
        return fine || !*ret_done;
    *ret_done = true;
    return raise_error(run, EXC_AttributeError, "%s", method);
}

/* Tries the attribute found on the type; `*ret_done` false: it is no data descriptor. */
static bool set_by_descriptor(Run *run, ObjectId descriptor, ObjectId object, ObjectId name,
                              ObjectId value, bool *ret_done)
{
    const Object *row = model_object(run->model, descriptor);
    *ret_done = true;
    if (row->kind == KIND_PROPERTY &&
        !program_override(run, descriptor, value ? "__set__" : "__delete__"))
        return property_set(run, descriptor, object, value);
    const NativeAttribute *attribute =
        row->kind == KIND_DESCRIPTOR ? model_payload(run->model, descriptor).native : NULL;
    if (attribute)
        return native_set_attribute(run, attribute, object, value);
    if (attribute_is_named(run, descriptor) &&
        (row->type == run->model->types[TYPE_MEMBER_DESCRIPTOR] ||
         model_kind(run->model, object) == KIND_TYPE ||
         !slice_is(name_slice(run, name), "__dict__")))
        return attribute_set_named(run, descriptor, object, value);
    if (row->type == run->model->types[TYPE_MEMBER_DESCRIPTOR])
        return set_member(run, row, object, name, value);
    if (row->kind == KIND_DESCRIPTOR)
        return slice_is(name_slice(run, name), "__dict__")
                   ? set_instance_dict(run, object, value)
                   : raise_read_only(run, object, name);
    *ret_done = false;
    return (row->kind != KIND_INSTANCE && row->kind != KIND_PROPERTY) ||
           set_by_instance(run, descriptor, object, value, ret_done);
}

bool attribute_set_through(Run *run, ObjectId descriptor, ObjectId object, ObjectId value)
{
    const Object *row = model_object(run->model, descriptor);
    ObjectId name = row->kind == KIND_DESCRIPTOR ? row->slots[1] : 0;
    bool done = false;
    if (row->kind == KIND_PROPERTY)
        return property_set(run, descriptor, object, value);
    return set_by_descriptor(run, descriptor, object, name, value, &done);
}

/* --- the instance's own dictionary --- */

/* A name to delete that is not there; before 3.11 the message is the name alone. */
static bool raise_nothing_to_delete(Run *run, ObjectId object, ObjectId name)
{
    const Model *model = run->model;
    if (run->profile->minor < 11)
        return raise_error(run, EXC_AttributeError, "%.*s", SLICE(name_slice(run, name)));
    if (model_kind(model, object) != KIND_MODULE)
        return attribute_missing(run, object, name);
    return raise_error(run, EXC_AttributeError, "'%.*s' object has no attribute '%.*s'",
                       SLICE(model_type_name(model, object)), SLICE(name_slice(run, name)));
}

static bool has_dict(const Run *run, const Object *row)
{
    return model_object(run->model, row->type)->b & TYPE_FLAG_HAS_DICT;
}

static bool raise_no_place(Run *run, ObjectId object, ObjectId name, bool on_type)
{
    if (on_type)
        return raise_read_only(run, object, name);
    bool own = program_override(run, object, "__setattr__") ||
               program_override(run, object, "__delattr__");
    bool tells_dict = run->profile->minor >= 13 && !own;
    return raise_error(run, EXC_AttributeError, "'%.*s' object has no attribute '%.*s'%s",
                       SLICE(model_type_name(run->model, object)), SLICE(name_slice(run, name)),
                       tells_dict ? " and no __dict__ for setting new attributes" : "");
}

static bool set_in_dict(Run *run, ObjectId object, ObjectId name, ObjectId value)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    if (!model_object(model, object)->dict)
        reference_set_dict(model, object, dict_create(model));
    hand_release(model, mark);
    ObjectId dict = model_object(model, object)->dict;
    if (value) {
        dict_set_str(model, dict, name, value);
        return true;
    }
    int64_t entry = dict_find_str(model, dict, name);
    if (entry < 0)
        return raise_nothing_to_delete(run, object, name);
    dict_delete(model, dict, (uint32_t)entry);
    return true;
}

static bool set_own(Run *run, ObjectId object, ObjectId name, ObjectId value)
{
    Model *model = run->model;
    if (!object_shares_names(run, object))
        return set_in_dict(run, object, name, value);
    if (value)
        instance_set(model, object, name, value);
    else if (!instance_delete(model, object, name))
        return raise_nothing_to_delete(run, object, name);
    return true;
}

static bool set_in_class(Run *run, ObjectId type, ObjectId name, ObjectId value);

bool attribute_set_generic(Run *run, ObjectId object, ObjectId name, ObjectId value)
{
    if (model_kind(run->model, object) == KIND_TYPE)
        return set_in_class(run, object, name, value);
    const Object *row = model_object(run->model, object);
    ObjectId descriptor = type_lookup(run, row->type, name);
    bool done = false;
    if (descriptor) {
        uint32_t mark = hand_mark(run->model);
        hand_hold(run->model, descriptor); /* _PyObject_GenericSetAttrWithDict */
        bool fine = set_by_descriptor(run, descriptor, object, name, value, &done);
        hand_release(run->model, mark);
        if (done || !fine)
            return fine;
    }
    bool known = false;
    bool fine = core_attribute_set(run, object, name, value, &known);
    if (known)
        return fine;
    if (row->kind == KIND_STATICMETHOD)
        object_dict(run, object);
    bool holds = has_dict(run, row) || row->kind == KIND_MODULE || row->kind == KIND_FUNCTION ||
                 row->kind == KIND_STATICMETHOD;
    return holds ? set_own(run, object, name, value)
                 : raise_no_place(run, object, name, descriptor != 0);
}

/* --- classes --- */

static bool raise_immutable(Run *run, ObjectId type, ObjectId name)
{
    Slice text = type_name(run->model, type);
    if (run->profile->minor < 10)
        return raise_error(run, EXC_TypeError,
                           "can't set attributes of built-in/extension type '%.*s'",
                           SLICE(text));
    return raise_error(run, EXC_TypeError,
                       "cannot set '%.*s' attribute of immutable type '%.*s'",
                       SLICE(name_slice(run, name)), SLICE(text));
}

/* What type itself keeps in the class's namespace; some of it can be deleted there. */
static bool is_in_namespace(Slice name, bool deletes)
{
    return slice_is(name, "__annotations__") || slice_is(name, "__abstractmethods__") ||
           (!deletes && (slice_is(name, "__doc__") || slice_is(name, "__module__")));
}

static bool set_in_class(Run *run, ObjectId type, ObjectId name, ObjectId value)
{
    Model *model = run->model;
    const Object *row = model_object(model, type);
    if (!(row->flags & OBJECT_HEAP_TYPE))
        return raise_immutable(run, type, name);
    ObjectId descriptor = type_lookup(run, row->type, name);
    bool done = false;
    if (descriptor && !is_in_namespace(name_slice(run, name), !value)) {
        bool fine = set_by_descriptor(run, descriptor, type, name, value, &done);
        if (done || !fine)
            return fine;
    }
    int64_t entry = dict_find_str(model, row->dict, name);
    if (value)
        dict_set_str(model, row->dict, name, value);
    else if (entry < 0)
        return raise_nothing_to_delete(run, type, name);
    else
        dict_delete(model, row->dict, (uint32_t)entry);
    class_update_flags(run, type);
    return true;
}

/* A built-in type's own method of that name; another one may have been borrowed
 * (__setattr__ = dict.__setitem__). */
static bool is_own_native(const Model *model, ObjectId method, const char *name)
{
    if (model_kind(model, method) != KIND_BUILTIN)
        return false;
    const Native *native = model_payload(model, method).native;
    return strcmp(native->name, name) == 0;
}

bool attribute_set(Run *run, ObjectId object, ObjectId name, ObjectId value)
{
    const Model *model = run->model;
    const Object *row = model_object(model, object);
    if (row->kind == KIND_TYPE && row->type == model->types[TYPE_TYPE])
        return set_in_class(run, object, name, value);
    if (object_is_proxy(model, object)) {
        object = proxy_unwrap(run, object);
        return object && attribute_set(run, object, name, value);
    }
    if (!(model_object(model, row->type)->flags & OBJECT_HEAP_TYPE))
        return attribute_set_generic(run, object, name, value);
    const char *special = value ? "__setattr__" : "__delattr__";
    ObjectId method = lookup_special(run, object, special);
    if (!method || is_own_native(model, method, special))
        return attribute_set_generic(run, object, name, value);
    ObjectId arguments[] = {name, value};
    bool found = false;
    return call_special(run, object, special, arguments, value ? 2 : 1, &found);
}
