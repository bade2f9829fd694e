#include "run/types/property.h"

#include "model/sizes.h"
#include "run/interpreter.h"
#include "run/types/descriptor.h"

/* --- what the attribute does --- */

/* The name to tell in messages: from 3.13 on also the getter's. 0: none. */
static ObjectId name_of(Run *run, ObjectId property)
{
    const Object *row = model_object(run->model, property);
    ObjectId name = row->slots[PROPERTY_SLOT_NAME], getter = row->slots[PROPERTY_SLOT_GET];
    if (name || run->profile->minor < 13 || !getter)
        return name;
    bool found = false;
    return attribute_find(run, getter, model_intern(run->model, slice_of("__name__")), &found);
}

static bool raise_without_function(Run *run, ObjectId property, ObjectId object,
                                   const char *old, const char *missing)
{
    ObjectId name = name_of(run, property);
    Text shown = {0};
    if (name && !repr_write(run, name, &shown)) {
        text_done(&shown);
        return false;
    }
    const char *text = text_string(&shown);
    ObjectId type = model_object(run->model, object)->type;
    ObjectId owner = model_object(run->model, type)->slots[TYPE_SLOT_QUALNAME];
    if (run->profile->minor < 11)
        raise_error(run, EXC_AttributeError, "%s attribute%s%s", old, name ? " " : "", text);
    else
        raise_error(run, EXC_AttributeError, "property %s%sof '%.*s' object has no %s", text,
                    name ? " " : "",
                    SLICE(owner ? str_slice(run->model, owner) : type_name(run->model, type)),
                    missing);
    text_done(&shown);
    return false;
}

static ObjectId function_in(const Run *run, ObjectId property, uint32_t slot)
{
    ObjectId function = model_object(run->model, property)->slots[slot];
    return function == run->model->none ? 0 : function;
}

ObjectId property_get(Run *run, ObjectId property, ObjectId object)
{
    ObjectId getter = function_in(run, property, PROPERTY_SLOT_GET);
    if (getter)
        return call_object(run, getter, &object, 1);
    return raise_without_function(run, property, object, "unreadable", "getter");
}

bool property_set(Run *run, ObjectId property, ObjectId object, ObjectId value)
{
    ObjectId function =
        function_in(run, property, value ? PROPERTY_SLOT_SET : PROPERTY_SLOT_DELETE);
    if (!function)
        return raise_without_function(run, property, object,
                                      value ? "can't set" : "can't delete",
                                      value ? "setter" : "deleter");
    ObjectId arguments[] = {object, value};
    return call_object(run, function, arguments, value ? 2 : 1);
}

/* --- making --- */

/* Without a docstring of its own it takes the getter's (property_init_impl); to 3.11 a None
 * too. */
static void take_doc(const Run *run, ObjectId *parts)
{
    ObjectId getter = parts[PROPERTY_SLOT_GET];
    if (parts[PROPERTY_SLOT_DOC] || !getter || model_kind(run->model, getter) != KIND_FUNCTION)
        return;
    ObjectId doc = model_object(run->model, getter)->slots[FUNCTION_SLOT_DOC];
    if (run->profile->minor <= 11)
        parts[PROPERTY_SLOT_DOC] = doc ? doc : run->model->none;
    else if (doc != run->model->none)
        parts[PROPERTY_SLOT_DOC] = doc;
}

static ObjectId make_property(Run *run, ObjectId type, const ObjectId *parts)
{
    Model *model = run->model;
    uint32_t size = size_of_type(model, type, run->profile->sizes.property);
    ObjectId property =
        object_create(model, KIND_PROPERTY, type, size, OBJECT_GC, (Payload){.bits = 0});
    reference_splice(model, property, 0, 0, parts, PROPERTY_SLOT_COUNT);
    collector_track(model, property);
    return property;
}

static bool sort_functions(Run *run, const Arguments *arguments, ObjectId *ret_parts)
{
    static const char *const names[] = {"fget", "fset", "fdel", "doc", ""};
    static const Native form = {"property", NULL, 0, 4, names, NATIVE_PARSE, 0, 0};
    return arguments_sort(run, &form, 1, arguments, ret_parts);
}

/* A class that extends property and has an __init__ of its own sorts its arguments there. */
static ObjectId property_new(Run *run, const Arguments *arguments)
{
    ObjectId parts[PROPERTY_SLOT_COUNT] = {0};
    ObjectId type = arguments->values[0];
    bool plain = type == run->model->types[TYPE_PROPERTY];
    if (plain && !sort_functions(run, arguments, parts))
        return 0;
    for (int i = 0; i < PROPERTY_SLOT_NAME; i++)
        if (parts[i] == run->model->none)
            parts[i] = 0;
    if (plain)
        take_doc(run, parts);
    return make_property(run, type, parts);
}

static ObjectId property_init(Run *run, const Arguments *arguments)
{
    ObjectId parts[PROPERTY_SLOT_COUNT] = {0};
    if (!sort_functions(run, arguments, parts))
        return 0;
    for (uint32_t i = 0; i < PROPERTY_SLOT_NAME; i++)
        reference_set(run->model, arguments->values[0], i,
                      parts[i] == run->model->none ? 0 : parts[i]);
    return run->model->none;
}

static ObjectId property_set_name(Run *run, const Arguments *arguments)
{
    reference_set(run->model, arguments->values[0], PROPERTY_SLOT_NAME, arguments->values[2]);
    return run->model->none;
}

/* p.getter(f), p.setter(f), p.deleter(f): a copy with one function replaced. */
static ObjectId copy_property(Run *run, const Arguments *arguments, int index)
{
    const Object *row = model_object(run->model, arguments->values[0]);
    ObjectId parts[PROPERTY_SLOT_COUNT];
    memcpy(parts, row->slots, sizeof parts);
    parts[index] = arguments->values[1];
    return make_property(run, row->type, parts);
}
static ObjectId property_getter(Run *run, const Arguments *arguments)
{
    return copy_property(run, arguments, PROPERTY_SLOT_GET);
}
static ObjectId property_setter(Run *run, const Arguments *arguments)
{
    return copy_property(run, arguments, PROPERTY_SLOT_SET);
}
static ObjectId property_deleter(Run *run, const Arguments *arguments)
{
    return copy_property(run, arguments, PROPERTY_SLOT_DELETE);
}

const Native property_methods[] = {
    {.name = "__new__", .call = property_new, .most = -1, .style = NATIVE_STATIC},
    {.name = "__init__", .call = property_init, .most = -1, .style = NATIVE_RAW},
    {.name = "__set_name__",
     .call = property_set_name,
     .least = 2,
     .most = 2,
     .style = NATIVE_PARSE,
     .since = 10},
    {.name = "getter", .call = property_getter, .least = 1, .most = 1, .style = NATIVE_O},
    {.name = "setter", .call = property_setter, .least = 1, .most = 1, .style = NATIVE_O},
    {.name = "deleter", .call = property_deleter, .least = 1, .most = 1, .style = NATIVE_O},
    DESCRIPTOR_ROWS_DATA,
    {.name = ""},
};
